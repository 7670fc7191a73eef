"""What is left of a year: its activities with the days that nobody has used."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from mastery_programme.accounts import Used, activities_of_route
from mastery_programme.days import DayRange, Days
from mastery_programme.ledger import Ledger
from mastery_programme.options import DaySpan, Routes
from mastery_programme.parts import Activity, Year
from mastery_programme.programme import Programme


class Remainder(NamedTuple):
    """What is left of a year for the lead teacher to whom its rest falls: its activities with the days left."""

    year: Year
    activities: tuple[Activity, ...]
    routes: Routes


def remainders(ledger: Ledger, used: Used) -> tuple[Remainder, ...]:
    """What is left of each year."""
    return tuple(_remainder(ledger, used, year) for year in ledger.programme.years)


def _remainder(ledger: Ledger, used: Used, year: Year) -> Remainder:
    """What is left of a year. What was used under another outcome of a route comes off what the route leads to now."""
    routes = ledger.routes(ledger.tenure_of(year))
    left = {id: days for group in _groups(year) for id, days in _left(ledger.programme, used, year, group)}
    return Remainder(year, tuple(evolve(one, days=left[one.id]) for one in year.activities), routes)


def _groups(year: Year) -> list[tuple[Activity, ...]]:
    """The activities of a year that happen together or not at all: those of one outcome, and each other by itself."""
    groups: dict[object, list[Activity]] = {}
    for activity in year.activities:
        key: object = activity.id if activity.route is None else (activity.route,)
        groups.setdefault(key, []).append(activity)
    return [tuple(group) for group in groups.values()]


def _left(
    programme: Programme, used: Used, year: Year, group: Sequence[Activity]
) -> Iterator[tuple[str, Days | DayRange | None]]:
    """The days left of some activities that happen together, by id; the first of them first."""
    own = [one.id for one in group]
    elsewhere = used.paid_in(year, (id for id in activities_of_route(programme, year, group[0]) if id not in own))
    taken_low = taken_high = elsewhere
    for activity in group:
        paid = used.paid_in(year, (activity.id,))
        if activity.days is None:
            yield activity.id, None
            continue
        low, high = (
            (activity.days.low, activity.days.high) if isinstance(activity.days, DayRange) else (activity.days,) * 2
        )
        rest_low, rest_high = max(0, low.half_days - paid), max(0, high.half_days - paid)
        off_low, off_high = min(rest_low, taken_low), min(rest_high, taken_high)
        taken_low, taken_high = taken_low - off_low, taken_high - off_high
        span = DaySpan(Days.of_half_days(rest_low - off_low), Days.of_half_days(rest_high - off_high))
        yield activity.id, span.days
