"""Days and the terms of a school: when something is, and between which days."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise

from attrs import frozen

from mastery_programme.errors import InvalidPeriod, MasteryProgrammeError
from mastery_programme.records import Record
from mastery_programme.series import series_of
from mastery_programme.years import EARLIEST, LATEST


def is_day(given: object) -> bool:
    """Whether something is a day of a year of every kind; a moment is none, since its day depends on the time zone."""
    return isinstance(given, date) and not isinstance(given, datetime) and EARLIEST <= given <= LATEST


def check_day(given: object, what: str, refusal: type[MasteryProgrammeError] = InvalidPeriod) -> None:
    """Raise the refusal unless this is a day."""
    if not is_day(given):
        told = date.isoformat(given) if isinstance(given, date) else given
        allowed = f"a datetime.date from {EARLIEST} to {LATEST}; of a moment, its date in the zone that you mean"
        raise refusal(what, told, allowed)


@frozen(eq=False, repr=False)
class SchoolTerm(Record):
    """A term, or half a term, of a school.

    Args:
        name: its name, such as ``"Autumn 2019"``.
        start: its first day.
        end: its last day.

    Raises:
        InvalidPeriod: if it has no name, if these are no days, or if the last is before the first.

    >>> str(SchoolTerm("Autumn 2019", date(2019, 9, 3), date(2019, 12, 20)))
    'Autumn 2019 (2019-09-03 to 2019-12-20)'
    """

    name: str
    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip():
            raise InvalidPeriod("a term without a name", self.name, "text that says something")
        check_day(self.start, "not the first day of a term")
        check_day(self.end, "not the last day of a term")
        if self.end < self.start:
            raise InvalidPeriod("a term that ends before it begins", str(self), f"not before {self.start}")

    def __contains__(self, day: date) -> bool:
        check_day(day, "not a day")
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.name} ({self.start} to {self.end})"


def terms_of(given: Iterable[SchoolTerm]) -> tuple[SchoolTerm, ...]:
    """Terms in the order of time.

    Raises:
        InvalidPeriod: if there are none, if something else is among them, or if two of them overlap.
    """
    terms = sorted(series_of(given, SchoolTerm, "terms", InvalidPeriod), key=lambda term: term.start)
    if not terms:
        raise InvalidPeriod("no terms", None, "at least one SchoolTerm")
    for before, after in pairwise(terms):
        if after.start <= before.end:
            raise InvalidPeriod("terms that overlap", f"{before} and {after}", "each day in one term at most")
    return tuple(terms)
