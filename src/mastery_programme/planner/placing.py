"""Placing the days of a year: fixed dates, then weekly patterns, as far as terms, closed days and limits allow."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from mastery_programme.days import Days
from mastery_programme.errors import InvalidArgument, InvalidCount, InvalidDays, InvalidPeriod
from mastery_programme.mappings import FrozenMapping
from mastery_programme.planner.asked import WHOLE, FixedDate, WeeklyPattern, check_id
from mastery_programme.planner.calendars import Calendar, closed_days, dates_of, monday_before
from mastery_programme.planner.ids import event_id
from mastery_programme.planner.plans import Plan, PlannedDay, Skipped, Why
from mastery_programme.series import series_of
from mastery_programme.terms import SchoolTerm, terms_of

T = TypeVar("T")

MOST = 1_000
"""No plan has more activities, terms or fixed dates."""

MOST_PATTERNS = 100
"""No plan has more weekly patterns; each can have hundreds of dates."""

LONGEST = 3_660
"""No plan reaches over more days, from the first term to the last: ten years."""


def plan(
    needs: Mapping[str, Days],
    terms: Iterable[SchoolTerm],
    *,
    key: str,
    fixed: Iterable[FixedDate] = (),
    patterns: Iterable[WeeklyPattern] = (),
    closed: Calendar = (),
    most_a_week: Days | None = None,
    most_a_term: Days | None = None,
) -> Plan:
    """The dates on which the days of a year can be, and what does not fit.

    Fixed dates are placed first, then the dates of the patterns, both in order of date and, on one date, in the order
    given. A date holds one whole day in all. What does not fit whole is left out, but of a whole day of which only half
    is still needed, that half is planned.

    Args:
        needs: for each activity the days to place.
        terms: the terms, or halves of terms, outside which nothing is planned; in any order, ten years at most.
        key: text of which the ids of the events are made, such as the id of a participation.
        fixed: dates that are set already.
        patterns: days of the week that are set aside. A pattern has dates where it falls in a term; one that never
            does has its first date, which is left out.
        closed: days on which nothing is planned, each a date: anything that can be asked with ``in``. Weekends are
            not closed unless they are in it.
        most_a_week: the most days from a Monday to the Sunday after it, of all activities together.
        most_a_term: the most days in each of the terms given, of all activities together.

    Returns:
        A `Plan`. The same arguments give the same plan, and the id of an event depends on its key, activity and date
        alone.

    Raises:
        InvalidArgument: if needs, activities or the key are not what they have to be.
        InvalidDays: if days are not `Days`.
        InvalidPeriod: if terms, fixed dates, patterns or closed days are not what they have to be, or too far apart.
        InvalidCount: if there are too many of them.

    Source:
        PAR-3 and PAR-4 of Cohort 4: days of which some have dates and others none.

    >>> autumn = SchoolTerm("Autumn 2019", date(2019, 9, 3), date(2019, 12, 20))
    >>> thursdays = WeeklyPattern("personal-development", "Thursday", days=Days(1), every=2)
    >>> made = plan({"personal-development": Days("1.5")}, [autumn], key="p-7", patterns=[thursdays])
    >>> [(event.id, str(event.days)) for event in made.events]
    [('p-7.personal-development.2019-09-05', '1 day'), ('p-7.personal-development.2019-09-19', '0.5 days')]
    """
    check_id(key, "the key of a plan")
    ordered = terms_of(_few(terms, SchoolTerm, "terms", MOST))
    if (ordered[-1].end - ordered[0].start).days >= LONGEST:
        raise InvalidPeriod("terms too far apart", f"{ordered[0]} and {ordered[-1]}", "ten years at most")
    dates = sorted(_few(fixed, FixedDate, "fixed dates", MOST), key=lambda one: one.on)
    dates += sorted(_weekly(_few(patterns, WeeklyPattern, "patterns", MOST_PATTERNS), ordered), key=lambda one: one.on)
    shut = closed_days(closed, [one.on for one in dates if _term_of(one.on, ordered) is not None])
    diary = _Diary(_needed(needs), ordered, shut, _limit(most_a_week), _limit(most_a_term))
    for one in dates:
        diary.place(one)
    return diary.as_plan(key)


class _Diary:
    """What is placed so far, and where it counts; all days are counted in half-days."""

    def __init__(
        self,
        needs: Mapping[str, int],
        terms: Sequence[SchoolTerm],
        closed: frozenset[date],
        most_a_week: int | None,
        most_a_term: int | None,
    ) -> None:
        self._left = dict(needs)
        self._terms = terms
        self._closed = closed
        self._most_a_week = most_a_week
        self._most_a_term = most_a_term
        self._used: dict[tuple[Why, int], int] = {}
        self._events: dict[tuple[date, str], int] = {}
        self._skipped: list[Skipped] = []

    def place(self, asked: FixedDate) -> None:
        """Place what a date is asked for as far as it is needed, or note every reason why not."""
        needed = min(asked.days.half_days, self._left.get(asked.activity, 0))
        limits = tuple(self._limits(asked.on))
        full = (why for why, place, most in limits if self._used.get((why, place), 0) + needed > most)
        why = (*self._reasons(asked), *full)
        placed = 0 if why else needed
        if placed:
            event = (asked.on, asked.activity)
            self._events[event] = self._events.get(event, 0) + placed
            self._left[asked.activity] -= placed
            self._used |= {(why, place): self._used.get((why, place), 0) + placed for why, place, _ in limits}
        if placed < asked.days.half_days:
            rest = Days.of_half_days(asked.days.half_days - placed)
            self._skipped.append(Skipped(asked.activity, asked.on, rest, why or (Why.NOTHING_LEFT,)))

    def _reasons(self, asked: FixedDate) -> Iterator[Why]:
        """Why nothing can be placed here, whatever is placed elsewhere on and around the date."""
        if _term_of(asked.on, self._terms) is None:
            yield Why.OUTSIDE_TERMS
        if asked.on in self._closed:
            yield Why.CLOSED
        if asked.activity not in self._left:
            yield Why.NOT_NEEDED
        elif not self._left[asked.activity]:
            yield Why.NOTHING_LEFT

    def _limits(self, on: date) -> Iterator[tuple[Why, int, int]]:
        """The limits under which a date is: what is full if it is reached, of which day, week or term, and how many."""
        yield Why.DAY_TAKEN, on.toordinal(), WHOLE
        if self._most_a_week is not None:
            yield Why.WEEK_FULL, monday_before(on), self._most_a_week
        term = _term_of(on, self._terms)
        if self._most_a_term is not None and term is not None:
            yield Why.TERM_FULL, term, self._most_a_term

    def as_plan(self, key: str) -> Plan:
        """What was placed as a plan, in order of date and, on one date, of the needs."""
        order = {activity: place for place, activity in enumerate(self._left)}
        placed = sorted(self._events.items(), key=lambda item: (item[0][0], order[item[0][1]]))
        return Plan(
            tuple(
                PlannedDay(event_id(key, activity, on), activity, on, Days.of_half_days(half_days))
                for (on, activity), half_days in placed
            ),
            tuple(sorted(self._skipped, key=lambda one: one.on)),
            FrozenMapping({activity: Days.of_half_days(half_days) for activity, half_days in self._left.items()}),
        )


def _weekly(patterns: Iterable[WeeklyPattern], terms: Sequence[SchoolTerm]) -> Iterator[FixedDate]:
    """The dates of patterns, pattern by pattern: those in a term or, if there is none, the first one of all."""
    for pattern in patterns:
        dates = tuple(dates_of(pattern, terms[0].start, terms[-1].end))
        within = [on for on in dates if _term_of(on, terms) is not None]
        yield from (FixedDate(pattern.activity, on, pattern.days) for on in within or dates[:1])


def _term_of(on: date, terms: Sequence[SchoolTerm]) -> int | None:
    """The place of the term in which a date is; None if it is in none."""
    place = bisect_right(terms, on, key=lambda term: term.start) - 1
    return place if place >= 0 and on <= terms[place].end else None


def _needed(needs: Mapping[str, Days]) -> dict[str, int]:
    """The half-days needed for each activity; raises `InvalidArgument`, `InvalidDays` or `InvalidCount`."""
    if not isinstance(needs, Mapping):
        raise InvalidArgument("not days by activity", needs, "a mapping from the ids of activities to Days")
    taken = dict(islice(needs.items(), MOST + 1))
    _check_few(len(taken), "activities", MOST)
    for activity, days in taken.items():
        check_id(activity, "the id of an activity")
        _check_days(days, "not the days that are needed")
    return {activity: days.half_days for activity, days in taken.items()}


def _limit(days: Days | None) -> int | None:
    """A limit in half-days; None if there is none."""
    if days is None:
        return None
    _check_days(days, "not the most days of a week or a term")
    return days.half_days


def _check_days(days: object, problem: str) -> None:
    """Raise `InvalidDays` unless these are days."""
    if not isinstance(days, Days):
        raise InvalidDays(problem, days, "Days, such as Days('10.5')")


def _few(given: Iterable[T], kind: type[T], what: str, most: int) -> tuple[T, ...]:
    """Things of one kind, if there are not too many; of a series without an end no more are taken than tell that."""
    things: object = given
    is_series = isinstance(things, Iterable) and not isinstance(things, str | bytes | Mapping)
    taken = series_of(tuple(islice(given, most + 1)) if is_series else given, kind, what, InvalidPeriod)
    _check_few(len(taken), what, most)
    return taken


def _check_few(number: int, what: str, most: int) -> None:
    """Raise `InvalidCount` if there are too many."""
    if number > most:
        raise InvalidCount(f"too many {what}", number, f"at most {most:,}")
