"""Hypothesis strategies for participations, their events, and what follows from them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    ActivityProgress,
    Budget,
    BudgetRow,
    ByTerms,
    Claimed,
    Completed,
    CostIncurred,
    Days,
    Delivered,
    DepartmentStarted,
    DutyMet,
    DutyProgress,
    EvenlyByMonth,
    Forecast,
    LeadTeacher,
    Money,
    OnOneDay,
    Participation,
    Pivot,
    Profile,
    Progress,
    Replaced,
    School,
    SchoolTerm,
    Standing,
    Unscheduled,
    Voided,
    Withdrew,
    budget,
    forecast,
    progress,
)
from tests.codec_texts import (
    DAYS,
    FILLED,
    FILLED_PROSE,
    KNOWN,
    VALUES,
    Strategy,
    among,
    mappings_of,
    records_of,
    values_of,
)
from tests.random_histories import random_history

_ON = st.dates(date(2, 1, 1), date(9998, 12, 31))
_SOME_DAYS = DAYS.filter(lambda days: days > Days(0))
_AMOUNTS = st.integers(1, 10**11).map(Money.pence)
_HISTORIES = st.integers(0, 10**6).map(lambda seed: random_history(seed, length=15))
_BUDGETS = st.lists(_HISTORIES, max_size=2).map(
    lambda histories: budget(
        [*histories, Profile(SECONDARY_COHORT_4, "Jurassic", 2)], basis=OnOneDay(3, 31), on=date(2021, 1, 1)
    )
)
_GROUPINGS = st.sampled_from((("hub",), ("edition", "purpose"), ("region",)))


def _term(name: str, days: tuple[date, date]) -> SchoolTerm:
    """A term between two days in any order."""
    return SchoolTerm(name, *sorted(days))


def _of(cls: type[Any], histories: Strategy) -> None:
    """Take the values of a class from histories."""
    KNOWN[cls] = histories


def define() -> None:
    """Name the strategies of all these classes, once those of what they are made of are named."""
    records_of(Delivered, id=FILLED, activity=FILLED, days=_SOME_DAYS, on=_ON)
    records_of(Voided, event=FILLED, reason=FILLED_PROSE, on=_ON)
    schools = KNOWN[School].filter(lambda school: bool(school.urn or (school.name or "").strip()))
    records_of(DepartmentStarted, id=FILLED, school=schools, on=_ON)
    records_of(CostIncurred, id=FILLED, item=FILLED, amount=_AMOUNTS, on=_ON)
    records_of(DutyMet, id=FILLED, duty=FILLED, by=FILLED, on=_ON)
    records_of(Withdrew, reason=FILLED_PROSE, on=_ON)
    records_of(Replaced, lead_teacher=KNOWN[LeadTeacher], on=_ON, facts=mappings_of(FILLED, VALUES))
    records_of(Completed, on=_ON)
    claims = _HISTORIES.map(lambda made: [event for event in made.events if isinstance(event, Claimed)])
    _of(Claimed, claims.filter(bool).flatmap(among))
    _of(Participation, _HISTORIES)
    _of(Progress, _HISTORIES.map(progress))
    _of(ActivityProgress, _HISTORIES.flatmap(lambda made: among(progress(made).activities)))
    records_of(DutyProgress)
    _of(Forecast, st.builds(forecast, _HISTORIES, st.none() | st.dates(date(2019, 1, 1), date(2023, 1, 1))))
    _of(Budget, _BUDGETS)
    _of(BudgetRow, _BUDGETS.flatmap(lambda made: among(made.rows)))
    _of(Pivot, st.builds(_pivot, _BUDGETS, _GROUPINGS))
    KNOWN[SchoolTerm] = st.builds(_term, FILLED, st.tuples(_ON, _ON))
    _of(ByTerms, KNOWN[SchoolTerm].map(lambda term: ByTerms((term,))))
    _of(OnOneDay, st.builds(OnOneDay, st.integers(1, 12), st.integers(1, 28)))
    records_of(EvenlyByMonth)
    records_of(Unscheduled)
    values_of(Standing)
    hubs = st.sampled_from([hub.name for hub in SECONDARY_COHORT_4.hubs])
    leaving = st.dictionaries(st.integers(1, 3), st.integers(1, 2))
    _of(Profile, st.builds(_profile, hubs, st.integers(6, 1_000_000), st.integers(0, 20), leaving, st.booleans()))


def _pivot(made: Budget, rows: tuple[str, ...]) -> Pivot:
    """A table of totals by financial year."""
    return made.pivot(rows, "financial_year")


def _profile(hub: str, count: int, departments: int, leaving: dict[int, int], accredited: bool) -> Profile:
    """A profile of Cohort 4."""
    known = {"pd_lead_secondary": True} if accredited else {}
    agreed = departments or None
    return Profile(SECONDARY_COHORT_4, hub, count, facts=known, supported_departments=agreed, leaving=leaving)
