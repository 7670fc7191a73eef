"""Of what kind each class is in a document: what its annotations say, and beside them what only a document needs."""

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from enum import Enum
from functools import reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin

from attrs import fields

from mastery_programme.allocation import Allocation, YearAllocation
from mastery_programme.application import MOST_YEARS, Application, LeadTeacher, Person
from mastery_programme.bases import OnOneDay
from mastery_programme.batches import Unassessed
from mastery_programme.budgets import Budget
from mastery_programme.cases import Case
from mastery_programme.codec.branches import ByName, InOrder, Maybe, Series, Together
from mastery_programme.codec.histories import activity_progress, forecast, participation, pivot, profile
from mastery_programme.codec.leaves import (
    Email,
    Flag,
    Kind,
    Option,
    Text,
    Whole,
    vocabulary,
)
from mastery_programme.codec.makers import (
    EDITION,
    allocation,
    case,
    cite,
    funding_line,
    programme,
    ruleset,
    source,
    statement,
    year_allocation,
)
from mastery_programme.codec.objects import Derived, First, Make, Object, record
from mastery_programme.codec.positions import net_position, net_year
from mastery_programme.codec.unions import ByTag, ByType
from mastery_programme.codec.values import (
    ACADEMIC_YEAR,
    CONDITION,
    DAY_RANGE,
    DAYS,
    DAYS_OR_MONEY,
    DAYS_OR_RANGE,
    FINANCIAL_YEAR,
    MONEY,
    MONTH,
    REFERENCE_NUMBER,
    VALUE,
    Values,
)
from mastery_programme.codec.written import DAY, DAY_OR_MONTH, MOMENT
from mastery_programme.conditions import Is
from mastery_programme.days import DayRange, Days
from mastery_programme.events import (
    MOST_TOLD,
    Claimed,
    CostIncurred,
    Delivered,
    DepartmentStarted,
    DutyMet,
    Voided,
)
from mastery_programme.evidence import LONGEST_SAID, Evidence, Judgement, Waiver
from mastery_programme.facts import LONGEST, Choice, Count, Fact, Value, YesNo
from mastery_programme.findings import Finding
from mastery_programme.forecasts import Forecast
from mastery_programme.funding_lines import FundingLine
from mastery_programme.money import Money, Total
from mastery_programme.months import YearMonth
from mastery_programme.participation import Participation
from mastery_programme.parts import MOST_DEPARTMENTS
from mastery_programme.pivots import Pivot
from mastery_programme.positions import NetPosition, NetYear
from mastery_programme.problems import Problem
from mastery_programme.profiles import MOST_PLACES, Profile
from mastery_programme.programme import Programme
from mastery_programme.progress_lines import ActivityProgress
from mastery_programme.reasoning import Reason
from mastery_programme.rules import Rule, Ruleset
from mastery_programme.schools import URN
from mastery_programme.sources import Source
from mastery_programme.statements import FundingStatement
from mastery_programme.steps import Step
from mastery_programme.tenures import Completed, Happening, Replaced, Withdrew
from mastery_programme.terms import SchoolTerm
from mastery_programme.years import AcademicYear, FinancialYear

_LINE, _FILLED, _PROSE = Text(), Text(filled=True), Text(prose=True)
_ASKED = Text(filled=True, longest=LONGEST)
_REASON = Text(prose=True, filled=True, longest=MOST_TOLD)
_SAID = Text(filled=True, longest=LONGEST_SAID)

KNOWN: Final[dict[Any, Kind]] = {
    str: _LINE,
    bool: Flag(),
    int: Whole(),
    date: DAY,
    datetime: MOMENT,
    Days: DAYS,
    DayRange: DAY_RANGE,
    Money: MONEY,
    AcademicYear: ACADEMIC_YEAR,
    FinancialYear: FINANCIAL_YEAR,
    YearMonth: MONTH,
    URN: REFERENCE_NUMBER,
    Is: CONDITION,
    Value: VALUE,
    tuple[Value, ...]: Values(),
    Days | DayRange: DAYS_OR_RANGE,
    Days | Money: DAYS_OR_MONEY,
    date | YearMonth: DAY_OR_MONTH,
    str | int: ByType({str: _LINE, int: Whole(MINYEAR, MAXYEAR)}),
}
"""The kinds of annotations, those made from them too."""

_OWN: Final[dict[type, Mapping[str, Kind]]] = {
    Source: {"document": _FILLED, "clause": _FILLED, "text": _PROSE},
    YesNo: {"ask": _ASKED, "answered_by": _ASKED},
    Choice: {"ask": _ASKED, "answered_by": _ASKED, "options": Series(_ASKED, distinct=True)},
    Count: {"ask": _ASKED, "answered_by": _ASKED},
    Rule: {
        "id": _ASKED,
        "then": _ASKED,
        "when": InOrder("fact", _ASKED, "is", CONDITION),
    },
    Reason: {"text": _PROSE},
    Application: {
        "lead_teacher_statement": Maybe(_PROSE),
        "nominator_statement": Maybe(_PROSE),
        "other_statements": ByName(_FILLED, _PROSE),
    },
    Person: {"email": Maybe(Email())},
    LeadTeacher: {"email": Maybe(Email()), "years_teaching": Maybe(Whole(0, MOST_YEARS))},
    Evidence: {"note": _PROSE},
    Judgement: {"fact": _SAID, "by": _SAID, "note": Text(prose=True, longest=LONGEST_SAID)},
    Waiver: {"criterion": _SAID, "by": _SAID, "reason": Text(prose=True, filled=True, longest=LONGEST_SAID)},
    Finding: {"reason": _PROSE},
    FundingLine: {
        "departments": Maybe(Whole(0, MOST_DEPARTMENTS)),
        "event": Maybe(_FILLED),
        "recipient": Maybe(_FILLED),
    },
    Delivered: {"id": _FILLED, "activity": _FILLED},
    DepartmentStarted: {"id": _FILLED},
    CostIncurred: {"id": _FILLED, "item": _FILLED},
    DutyMet: {"id": _FILLED, "duty": _FILLED, "by": _FILLED},
    Claimed: {"id": _FILLED},
    Voided: {"event": _FILLED, "reason": _REASON},
    Withdrew: {"reason": _REASON},
    Replaced: {"facts": ByName(_FILLED, VALUE)},
    Participation: {
        "id": _FILLED,
        "programme": EDITION,
        "facts": ByName(_FILLED, VALUE),
        "supported_departments": Maybe(Whole(0, MOST_DEPARTMENTS)),
    },
    Profile: {
        "programme": EDITION,
        "count": Whole(0, MOST_PLACES),
        "facts": ByName(_FILLED, VALUE),
        "supported_departments": Maybe(Whole(0, MOST_DEPARTMENTS)),
        "leaving": InOrder("year", Whole(1, MOST_PLACES), "places", Whole(1, MOST_PLACES)),
    },
    OnOneDay: {"month": Whole(1, 12), "day": Whole(1, 31)},
    Step: {"by": _FILLED, "reason": _PROSE},
    Case: {"id": _FILLED, "programme": EDITION, "facts": ByName(_FILLED, VALUE)},
    Unassessed: {"problem": _PROSE},
    SchoolTerm: {"name": _FILLED},
    Problem: {"path": _PROSE, "message": _PROSE},
}
"""What attributes are beside what their annotations say: prose, never empty, within bounds."""

_FACTS: Final = {YesNo: "yes-no", Choice: "choice", Count: "count"}
"""By what facts of one class are told from those of others."""


def _tag(text: str) -> tuple[Derived, ...]:
    """The key that tells facts, or events, of one class from those of others."""
    return (Derived("kind", Option({text: text}), lambda _: text),)


_EVENTS: Final[dict[type, str]] = {
    Delivered: "delivered",
    Voided: "voided",
    DepartmentStarted: "department-started",
    CostIncurred: "cost-incurred",
    DutyMet: "duty-met",
    Claimed: "claimed",
    Withdrew: "withdrew",
    Replaced: "replaced",
    Completed: "completed",
}
"""By what events of one class are told from those of others."""

_DERIVED: Final[dict[type, tuple[Derived, ...]]] = {cls: _tag(text) for cls, text in {**_FACTS, **_EVENTS}.items()}
"""What objects tell beside the attributes of their records."""

_FIRST: Final[Mapping[type, First]] = {Programme: ("documents", cite)}
"""What is read before the rest: an edition cites the clauses of its documents."""

_MAKERS: Final[Mapping[type, Make]] = {
    Source: source,
    ActivityProgress: activity_progress,
    Allocation: allocation,
    Case: case,
    FundingStatement: statement,
    Forecast: forecast,
    FundingLine: funding_line,
    Participation: participation,
    Pivot: pivot,
    Profile: profile,
    NetPosition: net_position,
    NetYear: net_year,
    Programme: programme,
    Ruleset: ruleset,
    YearAllocation: year_allocation,
}
"""How values are made where more is to be checked than their classes check."""


def kind_of(annotation: Any) -> Kind:  # noqa: ANN401 - an annotation is of any type
    """The kind of the values that an annotation allows."""
    known = KNOWN.get(annotation)
    return KNOWN.setdefault(annotation, _made(annotation)) if known is None else known


def _made(annotation: Any) -> Kind:  # noqa: ANN401 - an annotation is of any type
    """The kind of a vocabulary, of the records of a class, of what may be None, a tuple, a mapping or a literal."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is UnionType:
        return Maybe(kind_of(reduce(or_, (one for one in arguments if one is not NoneType))))
    if origin is tuple:
        return Series(kind_of(arguments[0])) if arguments[1] is ... else Together(tuple(map(kind_of, arguments)))
    if origin is Literal:
        return Option({text: text for text in arguments})
    if origin is not None:
        key, item = arguments
        return ByName(kind_of(key), kind_of(item))
    return vocabulary(annotation) if issubclass(annotation, Enum) else _record(annotation)


def _record(cls: type[Any]) -> Object:
    """The kind of the records of a class."""
    own = _OWN.get(cls, {})
    kinds = {one.name: own[one.name] if one.name in own else kind_of(one.type) for one in fields(cls) if one.init}
    return record(cls, kinds, make=_MAKERS.get(cls), derived=_DERIVED.get(cls, ()), first=_FIRST.get(cls))


FACT: Final = ByTag("kind", {text: kind_of(cls) for cls, text in _FACTS.items()}, _FACTS)
"""A fact of any class."""

EVENT: Final = ByTag("kind", {text: kind_of(cls) for cls, text in _EVENTS.items()}, _EVENTS)
"""An event of any class."""

KNOWN[Happening] = EVENT
_OWN[Ruleset] = {"id": _ASKED, "question": _ASKED, "facts": InOrder("name", _ASKED, "fact", FACT)}
KNOWN[Fact] = FACT
for _whole in (Forecast, Budget):
    _DERIVED[_whole] = (Derived("total", kind_of(Total), lambda made: made.total, last=True),)
_DERIVED[FundingStatement] = (Derived("total", kind_of(Total), lambda made: made.total, last=True),)
