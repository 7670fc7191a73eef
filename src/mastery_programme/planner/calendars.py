"""Which dates a weekly pattern has, and which of them are closed."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime, time
from typing import Protocol, cast

from dateutil.rrule import MO, WEEKLY, rrule

from mastery_programme.errors import InvalidCount, InvalidPeriod
from mastery_programme.planner.asked import WeeklyPattern
from mastery_programme.terms import check_day

MOST_CLOSED = 10_000
"""No plain set, list, tuple or dict of closed days has more."""

_PLAIN = (set, frozenset, list, tuple, dict)
_WEEK = 7


class Calendar(Protocol):
    """Anything that can be asked with `in` whether a date is in it."""

    def __contains__(self, day: date, /) -> bool:
        """Whether a date is in it: none is in one that does not say so."""
        return False


def monday_before(day: date) -> int:
    """The week in which a day falls, as the ordinal of its Monday."""
    return day.toordinal() - day.weekday()


def dates_of(pattern: WeeklyPattern, first: date, last: date) -> Iterator[date]:
    """The dates of a pattern from one day to another; if there is none, the first one after them.

    Args:
        pattern: the pattern.
        first: the day from which it is looked for, and from which it begins unless it says so itself.
        last: the last day.
    """
    earliest = first if pattern.start is None else max(first, pattern.start)
    counted = monday_before(pattern.start or first)
    apart = _WEEK * pattern.every
    passed = max(0, monday_before(first) - counted) // apart  # weeks long before need not be gone through
    rule = rrule(
        WEEKLY,
        dtstart=date.fromordinal(counted + passed * apart),
        interval=pattern.every,
        byweekday=pattern.weekday.place,
        wkst=MO,
    )
    days = (moment.date() for moment in rule)
    day = next(day for day in days if day >= earliest)
    yield day
    for day in days:
        if day > last:
            return
        yield day


def closed_days(closed: Calendar, days: Iterable[date]) -> frozenset[date]:
    """Those of some days that are closed.

    Args:
        closed: any container of dates. A plain set, list, tuple or dict is checked; all else is only asked.
        days: the days to ask for.

    Raises:
        InvalidPeriod: if it is no container, if something else than dates is in it, or if it fails to answer.
        InvalidCount: if it holds very many.
    """
    if isinstance(closed, str | bytes | bytearray) or not isinstance(closed, Container):
        raise InvalidPeriod("not closed days", closed, "any container of dates, such as a set of them")
    if type(closed) in _PLAIN:
        return _checked(cast("Iterable[object]", closed)).intersection(days)
    return frozenset(day for day in sorted(set(days)) if _is_closed(closed, day))


def _checked(closed: Iterable[object]) -> frozenset[date]:
    """The dates in a plain collection: a text among them would never be asked for, and so close nothing unseen."""
    days = tuple(closed)
    if len(days) > MOST_CLOSED:
        raise InvalidCount("too many closed days", len(days), f"at most {MOST_CLOSED:,}")
    for day in days:
        check_day(day, "not a closed day")
    return frozenset(day for day in days if isinstance(day, date))


def _is_closed(closed: Calendar, day: date) -> bool:
    """Whether a container has a day: as a date, or, as those of pandas have it, as the moment at which it begins."""
    try:
        if day in closed:
            return True
    except Exception as error:
        problem = f"closed days that cannot be asked for {day} ({type(error).__name__})"
        raise InvalidPeriod(problem, closed, "any container of dates, such as a set of them") from error
    try:
        return datetime.combine(day, time.min) in closed
    except Exception:  # noqa: BLE001 - a container that takes dates alone has answered already
        return False
