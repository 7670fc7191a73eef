"""The part of the whole API that is about what if: scenarios, what they pay differently, and net positions."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from mastery_programme import (
    AcademicYear,
    DayRange,
    Days,
    FinancialYear,
    FrozenMapping,
    Money,
    compare,
    fund,
    net_position,
    scenario,
)
from tests.samples import PROGRAMME, TALK
from tests.telling import ODD, told

LOWER = scenario(PROGRAMME, label="a <lower> rate", rates={"support": Money(300)})
OPEN = scenario(
    LOWER, label="less known", rates={"support": None}, days={(2, "wider-work"): None, "residentials": DayRange(2, 3)}
)
PROFILES: tuple[Any, ...] = ({}, {"pd_lead_secondary": True}, {"pd_lead_secondary": False, "pd_lead_other_phase": None})


def _made() -> Iterator[str]:
    keys: tuple[Any, ...] = (
        *("support", "suport", (3, "support"), (3, "suport"), (4, "support"), (True, "support"), (3,)),
        *("department-grant", None),
    )
    values: tuple[Any, ...] = (
        *(Money(300), Money("300.01"), Money(-2), Days(3), DayRange(1, 2), None, 3, "3", Decimal(3)),
    )
    for name in ("rates", "days", "grants"):
        changes = [{key: value} for key in keys for value in values]
        yield from (told(scenario, PROGRAMME, label="x", **{name: change}) for change in (*changes, {}, *ODD))
    yield from (
        told(scenario, LOWER, label=label, rates={"support": None}) for label in (*ODD, "x" * 201, "what if: x")
    )
    yield told(scenario, PROGRAMME, label="x", rates={"support": None, (3, "support"): Money(2)})
    yield from (told(scenario, odd, label="x", rates={}) for odd in ODD)
    yield from (str(made.documents[-1].clauses) for made in (LOWER, OPEN))


def _compared() -> Iterator[str]:
    pairs = ((PROGRAMME, LOWER), (LOWER, OPEN), (OPEN, PROGRAMME))
    yield from (told(compare, *pair, profiles=PROFILES) for pair in pairs)
    odd: tuple[Any, ...] = ({"pd_lead": True}, {"pd_lead_secondary": 1}, None, 3)
    yield from (told(compare, PROGRAMME, LOWER, profiles=profiles) for profiles in (*odd, *((one,) for one in odd)))
    statements = [fund(edition, facts) for edition in (PROGRAMME, OPEN) for facts in PROFILES]
    yield from (told(compare, one, other) for one in statements for other in (*statements, PROGRAMME, TALK, None))
    yield told(compare, *statements[:2], profiles=PROFILES)


def _positioned() -> Iterator[str]:
    by_year: dict[Any, Any] = {AcademicYear(2019): Money(190), "2020/21": Money(210)}
    costs: tuple[Any, ...] = (
        *(Money(190), Money("190.01"), Money(0), Money(-1), Money(10**12), by_year, {}, FrozenMapping(by_year)),
        *({**by_year, "2021/22": Money(1)}, {**by_year, "2019-20": Money(1)}, {FinancialYear(2019): Money(1)}),
        *({**by_year, "2021/22": 1},),
    )
    for statement in (*(fund(edition, facts) for edition in (PROGRAMME, OPEN) for facts in PROFILES), PROGRAMME, None):
        given: Any = statement
        yield from (told(net_position, given, cost) for cost in (*costs, *ODD))
    position = net_position(fund(OPEN), Money(190))
    yield from (f"{year} {year.cost} {year.net}" for year in position.years)
    yield f"{position.cost} {position.net}"


PARTS: tuple[Callable[[], Iterator[str]], ...] = (_made, _compared, _positioned)
"""Every answer of this part of the API to the same calls, a line or more each."""
