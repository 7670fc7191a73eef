"""The whole public API in use, every refusal included: the same calls give the same text wherever they are made."""

import operator
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from attrs import evolve, fields, has

import mastery_programme
from mastery_programme import (
    AcademicYear,
    Activity,
    Choice,
    Count,
    Criterion,
    DayRange,
    Days,
    Duty,
    Effect,
    FinancialYear,
    FlawedProgramme,
    FrozenMapping,
    InvalidFact,
    InvalidRuleset,
    Is,
    JudgementRequired,
    Level,
    MasteryProgrammeError,
    Money,
    OpenQuestion,
    Payee,
    PublishedTotal,
    Purpose,
    Region,
    Rule,
    Ruleset,
    SchoolTerm,
    Source,
    UnknownFact,
    YesNo,
    allocate,
    audit,
    changes,
    compare,
    decide,
    edition,
    explain,
    fund,
    share,
)
from tests.samples import CLAUSE, FACTS, FLAWED, NO, PROGRAMME, TALK, YES, samples
from tests.telling import ODD, said, told
from tests.whole_api_of_applications import PARTS as OF_APPLICATIONS
from tests.whole_api_of_applications import VOCABULARIES
from tests.whole_api_of_cases import PARTS as OF_CASES
from tests.whole_api_of_documents import PARTS as OF_DOCUMENTS
from tests.whole_api_of_participations import PARTS as OF_PARTICIPATIONS
from tests.whole_api_of_plans import PARTS as OF_PLANS
from tests.whole_api_of_scenarios import PARTS as OF_SCENARIOS

READERS: tuple[Callable[..., object], ...] = (
    *(
        Days,
        Days.parse,
        Days.of_half_days,
        DayRange.parse,
        Money,
        Money.parse,
        Money.pence,
        AcademicYear,
        FinancialYear,
    ),
    *(AcademicYear.parse, AcademicYear.containing, FinancialYear.parse, FinancialYear.containing),
    *(FrozenMapping, YesNo, Is.one_of, Is.at_least, Is.at_most, edition, PROGRAMME.clause, PROGRAMME.milestone),
    *(PROGRAMME.hub, PROGRAMME.find_hubs),
)
KNOWN: tuple[Any, ...] = (
    *({}, {"trained": True}, {"trained": True, "years": 2}, {"years": 6, "phase": "secondary"}, {"phase": "other"}),
    *({"trained": False}, {"trained": None}, {"trained": True, "years": 39, "phase": "primary"}),
    *({"traned": True}, {"trained": 1}, {"phase": "Primary"}, {"years": 41}, {"years": "2"}, {3: True}, None, [3]),
)
ROUTES: tuple[Any, ...] = (
    *(None, {}, {"pd_lead_secondary": True}, {"pd_lead_secondary": False, "pd_lead_other_phase": False}),
    *({"pd_lead_secondary": False}, {"pd_lead_other_phase": True}),
    *({"pd_lead": True}, {"pd_lead_secondary": "yes"}, {"pd_lead_other_phase": 1}, "pd_lead_secondary"),
)


def _read() -> Iterator[str]:
    for read in READERS:
        yield from (told(read, given) for given in ODD)
        yield told(read, "9" * 10_000)


def _reckoned() -> Iterator[str]:
    ours: tuple[object, ...] = (
        *(Days("4.5"), Days(10_000), DayRange(12, 37), Money("200.01"), Money(10**12), AcademicYear(9998)),
        *(FinancialYear(1), TALK, FrozenMapping({"qts": True})),
    )
    theirs: tuple[object, ...] = (1, -2, "1", 0.5, Decimal(1), Decimal("NaN"), None, {"qts": True})
    pairs = [(one, other) for one in ours for other in (*ours, *theirs)] + [
        (one, our) for one in theirs for our in ours
    ]
    for sign in (operator.add, operator.sub, operator.mul, operator.lt, operator.le, operator.eq, operator.truediv):
        yield from (told(sign, *pair) for pair in pairs)
    for look in (operator.neg, abs, bool, len):
        yield from (told(look, operand) for operand in ours)
    yield from (told(operator.contains, samples()[SchoolTerm], day) for day in (date(2019, 9, 3), date(2019, 9, 2), 3))
    yield from (told(operator.contains, AcademicYear(2019), day) for day in (date(2019, 9, 1), date(2020, 9, 1)))
    yield from (told(sum, [Days(1), Days("0.5")], Days(0)), told(sorted, [Money(2), Money(-1), Money("0.01")]))
    for weights in ([1, 1, 1], (0, 5, 2), [0], [-1], ["1"], [True], 3, "11"):
        yield from (told(share, amount, weights) for amount in (Money("10.01"), Money("-10.01"), 10))
    yield from (told(Is), told(Is.between, 1, 3), told(Is.between, 3, 1), told(DayRange, 3, 3), told(DayRange, "1", 3))


def _values() -> Iterator[str]:
    for cls, value in samples().items():
        yield from (said(value), told(format, value, ">40"))
        names = [name for name in dir(cls) if isinstance(getattr(cls, name), property) and not name.startswith("_")]
        yield from (f"{cls.__name__}.{name}: {said(getattr(value, name))}" for name in names)
        record: Any = cls
        if has(record):
            yield from (told(setattr, value, name, 1) for name in (*(field.name for field in fields(record)), "new"))
    vocabularies: tuple[type[StrEnum], ...] = (Region, Payee, Purpose, Level, Effect, *VOCABULARIES)
    for vocabulary in vocabularies:
        yield from (f"{term!r} {term} {getattr(term, 'label', '')}" for term in vocabulary)
        yield from (told(vocabulary, text) for text in ("South West", "travel", "form", "Nursery", "", None))


def _errors() -> Iterator[str]:
    for name in mastery_programme.__all__:
        error: Any = getattr(mastery_programme, name)
        if isinstance(error, type) and issubclass(error, MasteryProgrammeError):
            about_a_fact = ("no", "x", "y", None, "fact", "ruleset", ("INV-1",))
            takes_a_fact = error in {UnknownFact, InvalidFact, JudgementRequired}
            yield told(error, *(about_a_fact if takes_a_fact else ("x" * 100, ("one", "two"))))
    yield from (told(MasteryProgrammeError, "no", odd, "only this", "this") for odd in ODD)
    yield from (told(InvalidRuleset, "r", ()), told(FlawedProgramme, None, ("one",)))


def _mappings() -> Iterator[str]:
    mapping = FrozenMapping((("qts", True), ("phase", "secondary")))
    yield from (told(look, mapping) for look in (FrozenMapping.keys, FrozenMapping.values, FrozenMapping.items, list))
    keys: tuple[object, ...] = ("qts", "nothing", 1, None, [])
    for look in (operator.getitem, operator.contains, FrozenMapping.get):
        yield from (told(look, mapping, key) for key in keys)
    yield told(FrozenMapping, {mapping: FrozenMapping()})
    yield from (
        told(delattr, mapping, "_items"),
        told(setattr, mapping, "qts", 1),
        told(operator.setitem, mapping, "qts", False),
    )


def _rules() -> Iterator[str]:
    facts: tuple[YesNo | Choice | Count, ...] = tuple(TALK.facts.values())
    for fact in facts:
        yield from (told(fact.taken, odd) for odd in (True, 1, 41, "primary", None, "yes"))
        for condition in (YES, Is.one_of("primary", "other"), Is.at_least(2), Is.at_most(41), Is.one_of(1, True)):
            yield told(condition.fits, fact)
            yield from (told(condition.holds, value) for value in fact.values[:3] if condition.fits(fact))
    twice_wrong = Rule("a", {"trainde": YES, "phase": NO}, "x", CLAUSE, ("b", "a"))
    yield from (told(YesNo, ask, **more) for ask in ("", "?") for more in ({"judged": 1}, {"answered_by": " "}))
    yield from (told(Choice, "?", options) for options in ((), "one", ("a", "a"), (1,), 3))
    yield from (told(Count, "?", *bounds) for bounds in ((1, 0), (0, 10**9), (True, 2), ("0", 1)))
    yield from (told(Source, *source) for source in (("", "x"), ("d", "c", 1), (1, "c")))
    yield from (told(Rule, "r", when, "x", CLAUSE) for when in ({"a": True}, {"": YES}, ["a"], None))
    yield from (
        told(Rule, "r", {}, *rest) for rest in (("", CLAUSE), ("x", "c"), ("x", CLAUSE, "o"), ("x", CLAUSE, (1,)))
    )
    yield from (told(Ruleset, "r", "?", FACTS, rules) for rules in (("rule",), (twice_wrong,) * 2, 3))
    yield told(Ruleset, "r", "?", {"a": True}, ())


def _reasoned() -> Iterator[str]:
    for ruleset in (TALK, FLAWED, *PROGRAMME.routes):
        yield told(audit, ruleset)
        yield from (told(ask, ruleset, known) for ask in (decide, explain) for known in (*KNOWN, *ROUTES))
        for wanted in ("yes", "no", "wider-work", "ncetm-talk", 3):
            yield from (told(changes, ruleset, known, wanted) for known in KNOWN)
            yield from (told(changes, ruleset, {}, wanted, fixed) for fixed in (("trained",), ("traned",), "trained"))


def _looked_up() -> Iterator[str]:
    yield told(PROGRAMME.citations)
    yield str({PROGRAMME: "the same"}.get(evolve(PROGRAMME)))
    yield from (told(PROGRAMME.hub, hub.name.lower()) for hub in PROGRAMME.hubs)
    yield from (told(PROGRAMME.find_hubs, text) for text in ("st helen's", "north & west", "TOWN", "south"))
    yield from (told(PROGRAMME.milestone, milestone.id) for milestone in PROGRAMME.milestones)
    yield from (told(PROGRAMME.clause, id) for id in ("FUN-6", "fun-6", "PAR-99"))
    yield from (told(hub.mentions, text) for hub in PROGRAMME.hubs[:3] for text in ("bristol", "x" * 999))


def _paid() -> Iterator[str]:
    for facts in ROUTES:
        yield from (told(allocate, PROGRAMME, facts), told(fund, PROGRAMME, facts))
    money = Money("180.50")
    for estimates in ({"travel": money, "pd-lead-enrolment": money}, {"travel": -1}, {"support": money}, {1: money}, 1):
        yield told(fund, PROGRAMME, estimates=estimates)
    yield from (told(fund, PROGRAMME, supported_departments=number) for number in (0, 3, 20, 21, -1, True, "2"))
    statement: Any = fund(PROGRAMME)
    for keys in ({}, {"academic_year": "2019/20"}, {"academic_year": "x"}, {"payee": "lead-school"}, {"payee": "lead"}):
        yield from (told(statement.total_for, **keys), told(statement.total_for, purpose="travel", **keys))
    yield from (told(statement.total_for, activity=id) for id in (None, "support", "suport"))
    yield told(statement.total_for, colour="red")
    for by in ((), ("payee",), ("academic_year", "activity"), ("purpose", "payee"), ("amount",), (1,)):
        yield told(statement.by, *by)


def _flawed() -> Iterator[str]:
    first, second, third = PROGRAMME.years
    odd_lead = evolve(first.activities[0], rate=Money("0.01"), sessions=0, rate_source=None)
    wild = Activity("wild", "wild", "wild", DayRange(1, 2), CLAUSE, payee=Payee.LEAD_SCHOOL, route="wilder-work")
    odd_year = evolve(first, activities=(odd_lead, odd_lead, wild))
    criterion = Criterion("c", Level.FORM, "c", FLAWED, CLAUSE)
    for changed in (
        {"years": (), "grants": ()},
        {"years": (odd_year, third, second), "title": 3, "cohort": True},
        {"years": (odd_year, third, second)},
        {"routes": (TALK, TALK, FLAWED), "duties": (Duty("d", "d", "d", CLAUSE, year=9, route="yess"),)},
        {"criteria": (criterion, evolve(criterion, ruleset=TALK)), "form": None},
        {"milestones": (evolve(PROGRAMME.milestones[0], weekday="Monday"), *PROGRAMME.milestones[::-1]), "form": None},
        {"documents": (), "hubs": (evolve(PROGRAMME.hubs[0], leads=()), *PROGRAMME.hubs)},
        {"published_totals": (PublishedTotal("t", 1, Days(14), CLAUSE), PublishedTotal("t", 7, Money(1), CLAUSE))},
        {"open_questions": (OpenQuestion("q", "?", "", (CLAUSE,)),)},
        {"covered_costs": (evolve(PROGRAMME.covered_costs[0], years=(1, 1, 8), id="support"),)},
    ):
        yield told(evolve, PROGRAMME, **changed)


def _compared() -> Iterator[str]:
    asked_otherwise = evolve(TALK, facts={**FACTS, "years": YesNo("For many years?")}, rules=())
    yield from (told(compare, TALK, other) for other in (FLAWED, TALK, asked_otherwise, PROGRAMME, None))
    first, second, third = PROGRAMME.years
    dearer = evolve(third, activities=(evolve(third.activities[0], rate=Money(360)),))
    totals = tuple(total for total in PROGRAMME.published_totals if total.year < third.number)
    later = evolve(PROGRAMME, cohort=5, years=(first, second, dearer), published_totals=totals, hubs=PROGRAMME.hubs[1:])
    yield from (told(compare, *pair) for pair in ((PROGRAMME, later), (later, PROGRAMME), (later, later)))
    yield told(fund, later)


PARTS: tuple[Callable[[], Iterator[str]], ...] = (
    *(_read, _reckoned, _values, _errors, _mappings, _rules, _reasoned, _looked_up, _paid, _flawed, _compared),
    *(*OF_APPLICATIONS, *OF_CASES, *OF_DOCUMENTS, *OF_PLANS, *OF_SCENARIOS, *OF_PARTICIPATIONS),
)
"""Every answer of the public API to the same calls, a line or more each, part by part."""


def answers() -> str:
    """All of them."""
    return "\n".join(line for part in PARTS for line in part())
