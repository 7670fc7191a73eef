"""The part of the whole API that is about participations and budgets, every refusal included."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from attrs import evolve, fields

from mastery_programme import (
    AcademicYear,
    ByTerms,
    Claimed,
    Days,
    EvenlyByMonth,
    Money,
    OnOneDay,
    Participation,
    Profile,
    SchoolTerm,
    Stage,
    Unscheduled,
    budget,
    claim,
    earned,
    enrol,
    forecast,
    fund,
    places_by_hub,
    progress,
    spread,
)
from mastery_programme.tables import Row
from tests.histories import FIRST_YEAR, JO, NEW, SCHOOL, delivered, department, travel, voided, withdrew
from tests.samples import AT, BUDGET, CASE, HISTORY, PROGRAMME
from tests.telling import ODD, told

BASES = (
    EvenlyByMonth(),
    ByTerms((SchoolTerm("Autumn", date(2019, 9, 3), date(2019, 12, 20)),)),
    OnOneDay(3, 31),
    Unscheduled(),
)
DAYS: tuple[Any, ...] = (None, date(2019, 12, 31), date(2020, 3, 31), date(2023, 1, 1), date(1, 1, 1), "2020-03-31", 3)
HISTORIES = (NEW, FIRST_YEAR, HISTORY, FIRST_YEAR.record(withdrew(2020, 7, 1)))
ILLEGAL = (
    *(delivered("d1", "residentials", 1, 2019, 10, 3), delivered("x", "residentals", 1, 2019, 10, 3)),
    *(delivered("x", "support", 1, 2019, 8, 31), delivered("x", "wider-work", 1, 2020, 10, 1)),
    *(voided("x", 2020, 1, 1), voided("d1", 2019, 1, 1), voided("d1", 2021, 1, 1)),
    *(department("x", "example  school", None, 2021, 10, 1), department("x", "B", None, 2020, 10, 1)),
    *(travel("x", 1, 2021, 10, 1), withdrew(2019, 10, 1), evolve(HISTORY.events[-3], on=date(2019, 10, 1))),
)


def _events() -> Iterator[str]:
    for event in HISTORY.events:
        yield f"{event!r} {event}"
        names = [field.name for field in fields(type(event))]
        yield from (told(evolve, event, **{name: odd}) for name in names for odd in (*ODD, "x" * 6000))
    for history in HISTORIES[1:3]:
        yield from (told(history.record, event) for event in ILLEGAL)
        yield told(history.record, *HISTORY.events)
        yield told(history.record, Claimed("C9", HISTORY.events[6].lines, on=date(2021, 1, 1)))  # type: ignore[union-attr]  # the claim of the sample
        yield told(history.know, {"pd_lead_secondary": True, "pd_lead_other_phase": None})


def _participations() -> Iterator[str]:
    names = [field.name for field in fields(Participation) if field.init]
    yield from (told(evolve, NEW, **{name: odd}) for name in names for odd in (*ODD, "jurassic", {"qts": 3}))
    for one in HISTORIES:
        yield f"{one} {one.headline} {one.standing} {one.current_teacher} {one.state}"
        yield from (told(verb, one) for verb in (progress, earned, forecast))
        made = progress(one)
        yield f"{made} {made.free} {made._repr_html_()} {made.to_records()}"  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        yield from (told(made.remaining, year) for year in ("2020/21", AcademicYear(2019), "2030/31", 3))
        for day in DAYS if one is HISTORY else DAYS[:2]:
            yield from (told(verb, one, day) for verb in (earned, claim, forecast))
            yield told(claim, one, date(2021, 8, 31), since=day)
        seen = forecast(one, date(2020, 12, 1), estimates={"travel": Money(180), "pd-lead-enrolment": Money(1)})
        yield f"{seen} {seen._repr_html_()} {seen.to_records()}"  # pyright: ignore[reportPrivateUsage]  # as a notebook does
    verbs: tuple[Callable[..., object], ...] = (progress, earned, forecast)
    yield from (told(verb, odd) for verb in verbs for odd in ODD)
    yield told(evolve, NEW, lead_teacher=JO, school=SCHOOL)
    selected = CASE.move(Stage.UNDER_REVIEW, by="x", at=AT).move(Stage.SELECTED, by="x", at=AT, reason="x")
    yield from (told(enrol, one) for one in (CASE, selected, *ODD))
    yield told(enrol, selected, hub="jurassic", supported_departments=21)


def _spread() -> Iterator[str]:
    for basis in BASES:
        yield f"{basis} {told(spread, fund(PROGRAMME), basis)}"
        yield from (told(basis.parts, AcademicYear(year)) for year in (1, 2019, 9997, 9998))
    yield from (told(spread, fund(PROGRAMME), odd) for odd in ODD)
    yield from (told(OnOneDay, *pair) for pair in ((2, 29), (13, 1), (1, 0), ("3", 1), (True, 1), (4, 31)))
    yield from (told(ByTerms, odd) for odd in ODD)


def _budgets() -> Iterator[str]:
    names = [field.name for field in fields(Profile) if field.init]
    profile = Profile(PROGRAMME, "jurassic", 5, facts={"pd_lead_secondary": True}, leaving={2: 1, 1: 2})
    yield f"{profile!r} {profile} {profile.state}"
    yield from (told(evolve, profile, **{name: odd}) for name in names for odd in (*ODD, {4: 1}, {1: 6}, {"x": 1}))
    yield from (
        told(places_by_hub, PROGRAMME, odd) for odd in (*ODD, {"jurassic": 2}, {"jurasic": 2}, {"jurassic": -1})
    )
    places = places_by_hub(PROGRAMME, {"Jurassic": 2, "Great North": 1}, supported_departments=3)
    for basis in BASES:
        made = budget(
            (*places, profile, *HISTORIES), basis=basis, estimates={"travel": Money(180)}, on=date(2020, 10, 1)
        )
        yield f"{made} {made._repr_html_()} {made.to_records()}"  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        yield from (told(made.by, *keys) for keys in ((), ("hub", "earned"), ("payee",), ("pay",), (3,)))
    yield from (told(budget, odd, basis=BASES[0]) for odd in (*ODD, [None], [profile], profile))
    yield from (told(budget, [profile], basis=odd) for odd in ODD)
    yield from (told(budget, [profile], basis=BASES[0], estimates=odd) for odd in (*ODD, {"travl": Money(1)}))
    yield from (told(budget, [profile], basis=BASES[0], on=odd) for odd in ODD)
    for rows, columns in (
        ("region", "payee"),
        (("hub", "purpose"), ["earned"]),
        ((), "hub"),
        ("hub", "hub"),
        (3, "hub"),
    ):
        yield told(BUDGET.pivot, rows, columns)
    pivot = BUDGET.pivot("academic_year", "financial_year")
    records: list[Row] = pivot.to_records()
    yield f"{pivot} {pivot._repr_html_()} {records} {pivot.total}"  # pyright: ignore[reportPrivateUsage]  # as a notebook does
    yield f"{pivot.row_totals} {pivot.column_totals} {Days(0)}"


PARTS: tuple[Callable[[], Iterator[str]], ...] = (_events, _participations, _spread, _budgets)
"""Every answer of this part of the API to the same calls, a line or more each."""
