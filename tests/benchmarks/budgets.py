"""What a budget of very many participations takes, in time and in memory, against plain Python and pandas."""

import sys
import tracemalloc
from collections.abc import Iterator
from functools import partial
from random import Random
from typing import Any

from mastery_programme import Budget, EvenlyByMonth, LeadTeacher, Participation, School, budget
from tests.benchmarks import budgets_by_hand as by_hand
from tests.benchmarks.timing import Figure, compare
from tests.budgeting import COHORTS

NUMBER = 100_000
ROUNDS = 5
MONTHLY = EvenlyByMonth()
FIRST_YEARS = {edition.id: edition.years[0].academic_year.first for edition in COHORTS}
_EDITIONS = {edition.id: edition for edition in COHORTS}
_HUBS = [hub.name for hub in COHORTS[0].hubs]


def places(number: int) -> list[by_hand.Place]:
    """Random places at all hubs, in three cohorts."""
    random = Random(number)
    return [
        by_hand.Place(
            random.choice(_HUBS), random.choice(list(FIRST_YEARS)), random.random() < 0.3, random.randint(1, 3)
        )
        for _ in range(number)
    ]


def participations(given: list[by_hand.Place]) -> list[Participation]:
    """The same as participations of which nothing is recorded yet, each with its own school and lead teacher."""
    return [
        Participation(
            f"p-{number}",
            _EDITIONS[place.edition],
            LeadTeacher(f"Teacher {number}"),
            School(f"School {number}", str(100_000 + number)),
            place.hub,
            facts={"pd_lead_secondary": place.accredited},
            supported_departments=place.departments,
        )
        for number, place in enumerate(given)
    ]


def plain(made: Budget) -> by_hand.Known:
    """What is known in a budget, as the ways by hand give it."""
    known: by_hand.Known = {}
    for row in made.rows:
        year = row.academic_year.first, 0 if row.financial_year is None else row.financial_year.first
        known[row.hub, row.edition, *year, row.purpose.value, row.payee.value] = row.total.known.in_pence
    return known


def check_budgets(number: int = 3000) -> None:
    """Stop unless all ways come to the same, row by row."""
    given = places(number)
    ours = plain(budget(participations(given), basis=MONTHLY))
    frame, payments = by_hand.frame_of(given), by_hand.payments_of(FIRST_YEARS)
    others: dict[str, Any] = {
        "plain Python": by_hand.budget(given, FIRST_YEARS),
        "pandas": by_hand.by_pandas(frame, payments).to_dict(),
        "pandas, counted": by_hand.by_pandas_counted(frame, payments).to_dict(),
    }
    for name, theirs in others.items():
        if ours != theirs:
            differing = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
            sys.exit(f"not the same budget as by {name}: {differing[:3]}")


def budgets() -> Iterator[Figure]:
    """What a budget of 100,000 participations takes."""
    given = places(NUMBER)
    made = participations(given)
    frame, payments = by_hand.frame_of(given), by_hand.payments_of(FIRST_YEARS)
    ours = partial(budget, made, basis=MONTHLY)
    ways: tuple[tuple[str, partial[Any], float | None], ...] = (
        ("a plain loop", partial(by_hand.budget, given, FIRST_YEARS), 0.5),
        ("pandas", partial(by_hand.by_pandas, frame, payments), 1),
        ("pandas, told to count first", partial(by_hand.by_pandas_counted, frame, payments), None),
        ("making the frame for pandas", partial(by_hand.frame_of, given), None),
    )
    for name, theirs, at_most in ways:
        yield compare(f"budget of {NUMBER:,}, {name}", ours, theirs, at_most, 1, rounds=ROUNDS)


MEMORY = f"{'memory':48} {'bytes':>14} {'bytes each':>14}"


def memory() -> Iterator[str]:
    """What 100,000 participations hold, and what their budget takes at its peak beside them, as lines."""
    given = places(NUMBER)
    tracemalloc.start()
    made = participations(given)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    budget(made, basis=MONTHLY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    for name, taken in ((f"{NUMBER:,} participations", held), ("their budget, at its peak", peak - held)):
        yield f"{name:48} {taken:14,} {taken / NUMBER:14,.1f}"
