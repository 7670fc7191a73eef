"""Budgets for tests: cohorts that overlap, places of all sorts by chance, and what they come to one by one."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    Budget,
    DayRange,
    Money,
    Participation,
    Profile,
    Programme,
    forecast,
    fund,
)
from mastery_programme.bases import Basis
from mastery_programme.funding import items_of
from tests.changed_editions import changed, edition_with, optional_support
from tests.codec_editions import EDITIONS_OF_ALL_KINDS
from tests.random_histories import random_history
from tests.spreading import Key, Reckoning


def cohort(number: int) -> Programme:
    """Cohort 4 as a later cohort would have it, a year later for each."""
    later = number - 4
    years = tuple(evolve(one, academic_year=one.academic_year + later) for one in SECONDARY_COHORT_4.years)
    return changed(SECONDARY_COHORT_4, id=f"secondary-{2019 + later}", cohort=number, years=years)


COHORTS: Final = (SECONDARY_COHORT_4, cohort(5), cohort(6))
"""Three that overlap."""

EDITIONS: Final = (
    *COHORTS,
    *(evolve(one, id=f"kind-{place}") for place, one in enumerate(EDITIONS_OF_ALL_KINDS)),
    changed(SECONDARY_COHORT_4, id="without-hubs", hubs=()),
)
"""Of every kind, each with an id of its own."""

HISTORY_EDITIONS: Final = (
    SECONDARY_COHORT_4,
    evolve(optional_support(), id="optional"),
    evolve(edition_with(1, "residentials", days=DayRange(3, 6)), id="range"),
    evolve(edition_with(2, "pd-lead-programme", rate=None, rate_source=None), id="unpriced"),
)


@cache
def history(seed: int, edition: int | None = None, length: int = 20) -> Participation:
    """A random history by its number, of one of the editions; each is made once, since that takes its time."""
    return random_history(seed, HISTORY_EDITIONS[seed % 4 if edition is None else edition], length=length)


HISTORIES: Final = st.builds(history, st.integers(0, 99), st.none(), st.sampled_from((0, 20, 20)))
"""Participations, some of them new."""

DAYS: Final = st.none() | st.dates(date(2019, 8, 1), date(2022, 10, 1))


@st.composite
def _profiles(draw: st.DrawFn) -> Profile:
    """A few places that are alike, of any edition, some of which are given up."""
    edition = draw(st.sampled_from(EDITIONS))
    facts = {name: fact for route in edition.routes for name, fact in route.facts.items()}
    known: Mapping[str, Any] = draw(
        st.fixed_dictionaries({}, optional={name: st.sampled_from(fact.values) for name, fact in facts.items()})
    )
    hub = draw(st.sampled_from([one.name for one in edition.hubs[:3]] or ["a hub", "Jurassic Maths Hub"]))
    years = st.integers(1, len(edition.years))
    leaving = draw(st.dictionaries(years, st.integers(0, 2), max_size=2))
    count = sum(leaving.values()) + draw(st.integers(0, 3))
    return Profile(
        edition,
        hub,
        count,
        facts=known,
        supported_departments=draw(st.none() | st.integers(0, 3)),
        leaving=leaving,
    )


PROFILES: Final = st.lists(_profiles(), max_size=6)


def estimates_for(places: Iterable[Profile | Participation], amount: int) -> dict[str, Money]:
    """An estimate for every other item that the editions of some places leave unpublished."""
    items = dict.fromkeys(id for one in places for id in items_of(one.programme)[0])
    return {id: Money.pence(amount + place) for place, id in enumerate(items) if place % 2 == 0}


def one_by_one(
    places: Iterable[Profile | Participation],
    basis: Basis,
    estimates: Mapping[str, Money],
    on: date | None = None,
) -> dict[Key, list[Any]]:
    """What places come to by the keys of rows: each place costed by itself, nothing remembered, nothing multiplied."""
    reckoning = Reckoning()
    for one in places:
        mine = {id: amount for id, amount in estimates.items() if id in items_of(one.programme)[0]}
        if isinstance(one, Participation):
            seen = forecast(one, on, estimates=mine)
            reckoning.add(one.hub, seen.earned, None)
            reckoning.add(one.hub, seen.planned, basis, on)
            continue
        last = [year for year, number in one.leaving.items() for _ in range(number)]
        last += [len(one.programme.years)] * (one.count - len(last))
        for year in last:
            statement = fund(one.programme, one.facts, supported_departments=one.supported_departments, estimates=mine)
            end = one.programme.years[year - 1].academic_year
            lines = tuple(line for line in statement.lines if line.academic_year <= end)
            reckoning.add(one.hub, evolve(statement, lines=lines), basis)
    return reckoning.rows


def figures(budget: Budget) -> dict[Key, list[Any]]:
    """The rows of a budget that come to anything, as `one_by_one` gives them."""
    return {
        (
            row.hub,
            row.edition,
            str(row.academic_year),
            None if row.financial_year is None else row.financial_year.first,
            row.purpose.value,
            row.payee.value,
            row.earned,
        ): [
            row.total.known.in_pence,
            row.total.estimated.in_pence,
            None if row.total.at_most is None else row.total.at_most.in_pence,
            frozenset(row.total.unpublished),
        ]
        for row in budget.rows
    }
