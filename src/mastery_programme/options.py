"""What can happen in a year: the activities that always do, and the ways in which an open route may go.

Both the check of an edition's published totals and the answers for one lead teacher go through here, so that the
document's arithmetic is done in one place.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from mastery_programme.compiled import Table
from mastery_programme.days import DayRange, Days
from mastery_programme.errors import MasteryProgrammeError
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import NOTHING, Money, sum_of
from mastery_programme.parts import Activity, Year
from mastery_programme.regions import Looks, outcomes_together
from mastery_programme.rules import Ruleset

Routes = tuple[tuple[str, ...], ...]
"""For each route the outcomes that are still possible; one of them if it is settled."""

Prospect = Literal["due", "open", "not due"]
"""What can be said of something that belongs to an outcome of a route."""

Option = tuple[Activity, ...]
"""What happens if a route goes one way: some activities, or nothing."""


class Slot(NamedTuple):
    """A place in a year: the ways in which it may turn out, and all activities that may come to stand there."""

    options: tuple[Option, ...]
    activities: tuple[Activity, ...]

    @property
    def certain(self) -> bool:
        """Whether something happens here, whichever way the route goes."""
        return all(self.options)

    @property
    def activity(self) -> str | None:
        """The id of the activity that happens here; None while a route is open."""
        return self.options[0][0].id if len(self.options) == 1 else None

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The ids of the activities between which a route is open; empty once it is settled."""
        return () if len(self.options) == 1 else tuple(activity.id for activity in self.activities)

    @property
    def title(self) -> str:
        """What happens here, in words; alternatives as such."""
        ways = (" and ".join(activity.title for activity in option) for option in self.options if option)
        return " or ".join(ways)


class DaySpan(NamedTuple):
    """The least and the most days that there can be; no most if some are not published."""

    least: Days
    most: Days | None

    @property
    def days(self) -> Days | DayRange | None:
        """The same as an edition puts it: exact, a range, or None for not published."""
        if self.most is None or self.most == self.least:
            return self.most
        return DayRange(self.least, self.most)


class Span(NamedTuple):
    """The least and the most that an amount can be; no most if something in it is not published."""

    least: Money
    most: Money | None


def prospect(route: str | None, routes: Routes) -> Prospect:
    """Whether what belongs to an outcome of a route is due: for sure, if the route leads there, or not at all."""
    if route is None:
        return "due"
    possible = next((outcomes for outcomes in routes if route in outcomes), ())
    return "due" if len(possible) == 1 else "open" if possible else "not due"


def slots(activities: Sequence[Activity], routes: Routes) -> tuple[Slot, ...]:
    """The places of a year, in the order of its activities; an open route has one, where its first activity stands."""
    found: list[Slot] = []
    shown: set[tuple[str, ...]] = set()
    for activity in activities:
        possible = next((outcomes for outcomes in routes if activity.route in outcomes), ())
        if activity.route is None or len(possible) == 1:
            found.append(Slot(((activity,),), (activity,)))
        elif possible and possible not in shown:
            shown.add(possible)
            options = [tuple(one for one in activities if one.route == outcome) for outcome in possible]
            found.append(Slot(tuple(options), tuple(chain.from_iterable(options))))
    return tuple(found)


def in_each_way(year: Year, ways: Iterable[frozenset[str]]) -> tuple[Option, ...]:
    """What happens in a year, for each way through the routes that makes a difference to it."""
    options = [tuple(one for one in year.activities if one.route is None or one.route in way) for way in ways]
    return tuple({tuple(one.id for one in option): option for option in options}.values())


def sum_days(parts: Iterable[Days | DayRange | None]) -> DaySpan:
    """The sum of numbers of days, of which some may be ranges and some not published."""
    least, most, open_end = Days(0), Days(0), False
    for part in parts:
        if part is None:
            open_end = True
        elif isinstance(part, DayRange):
            least, most = least + part.low, most + part.high
        else:
            least, most = least + part, most + part
    return DaySpan(least, None if open_end else most)


def either_days(spans: Sequence[DaySpan]) -> DaySpan:
    """The days of which one of several will turn out to be right."""
    highs = [span.most for span in spans if span.most is not None]
    return DaySpan(min(span.least for span in spans), max(highs) if len(highs) == len(spans) else None)


def days_of(slot: Slot) -> Days | DayRange | None:
    """The days of a place in a year, if anything happens there."""
    return either_days([sum_days(one.days for one in option) for option in slot.options if option]).days


def pay(activity: Activity, estimates: Mapping[str, Money]) -> Span:
    """The funding of an activity: a day's rate for each day, or at most what is estimated where it is not published."""
    if activity.rate is None or activity.days is None:
        return Span(NOTHING, estimates.get(activity.id))
    if isinstance(activity.days, DayRange):
        return Span(activity.days.low * activity.rate, activity.days.high * activity.rate)
    amount = activity.days * activity.rate
    return Span(amount, amount)


def sum_pay(activities: Iterable[Activity], estimates: Mapping[str, Money] = FrozenMapping()) -> Span:
    """The funding of several activities together."""
    spans = [pay(activity, estimates) for activity in activities]
    highs = [span.most for span in spans if span.most is not None]
    least = sum_of(span.least for span in spans)
    return Span(least, sum_of(highs) if len(highs) == len(spans) else None)


def either_pay(spans: Sequence[Span]) -> Span:
    """The funding of which one of several will turn out to be right."""
    highs = [span.most for span in spans if span.most is not None]
    return Span(min(span.least for span in spans), max(highs) if len(highs) == len(spans) else None)


class Way(NamedTuple):
    """What happens in a year if the routes go one way: its activities, and what they come to or why that is nothing."""

    activities: tuple[Activity, ...]
    sums: tuple[DaySpan, Span] | None
    refusal: str


def ways_of(years: Iterable[Year], routes: Sequence[Ruleset], looks: Looks) -> list[tuple[Way, ...]]:
    """For each year what happens, for every combination of outcomes that the routes can have together.

    Raises:
        InvalidRuleset: if the looks are used up.
    """
    together: dict[tuple[int, ...], tuple[frozenset[str], ...]] = {}
    found: list[tuple[Way, ...]] = []
    for year in years:
        held = {activity.route for activity in year.activities}
        places = tuple(place for place, route in enumerate(routes) if not held.isdisjoint(route.outcomes))
        if places not in together:
            table = Table("routes", [routes[place] for place in places])
            together[places] = outcomes_together(table, table.all_rules, table.all_facts, looks)
        found.append(tuple(map(_way, in_each_way(year, together[places]))))
    return found


def _way(activities: tuple[Activity, ...]) -> Way:
    """The days and the funding of some activities together, or why they cannot be added up."""
    try:
        return Way(activities, (sum_days(activity.days for activity in activities), sum_pay(activities)), "")
    except MasteryProgrammeError as error:
        return Way(activities, None, str(error))
