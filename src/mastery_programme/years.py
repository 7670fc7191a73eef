"""Academic years and financial years: two ways to cut time, never mixed."""

from datetime import date, datetime
from typing import ClassVar, Self, SupportsIndex

from attrs import frozen

from mastery_programme.errors import InvalidYear
from mastery_programme.numerals import whole

_FIRST, _LAST = 1, 9998  # a year is named by its first part, and the second part has to be a date too
EARLIEST, LATEST = date(2, 1, 1), date(9998, 12, 31)
"""Between these days each day is in a year of every kind."""

_LONGEST = len("2019 to 2020")
_SEPARATORS = (" to ", "/", "-")


def _second(first: int, text: str) -> bool:
    """Whether the text after the separator names the year that follows the first."""
    return text in {f"{first + 1:04}", f"{(first + 1) % 100:02}"}


def _check_day(day: object) -> None:
    """Raise `InvalidYear` unless this is a day."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise InvalidYear("not a day", day, "give a datetime.date; of a moment, its date in the zone that you mean")


@frozen(init=False, order=True, repr=False)
class _SplitYear:
    """A year that begins in one calendar year and ends in the next.

    Attributes:
        first: the calendar year in which it begins.
    """

    first: int

    _month: ClassVar[int]
    _kind: ClassVar[str]
    _written: ClassVar[str]

    def __init__(self, first: SupportsIndex) -> None:
        number = whole(first)
        if number is None or not _FIRST <= number <= _LAST:
            raise InvalidYear(f"not the first part of {self._kind}", first, "a whole number from 1 to 9998")
        object.__setattr__(self, "first", number)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The year in text such as ``"2019/20"``, ``"2019-20"``, ``"2019/2020"`` or ``"2019 to 2020"``.

        Raises:
            InvalidYear: if it is no such text, or if the second part is not the year after the first.
        """
        if isinstance(text, str) and len(text) <= _LONGEST and text.isascii():
            for separator in _SEPARATORS:
                first, found, second = text.partition(separator)
                if found and len(first) == 4 and first.isdigit() and _second(int(first), second):
                    return cls(int(first))
        raise InvalidYear(f"not {cls._kind}", text, "written '2019/20', '2019-20', '2019/2020' or '2019 to 2020'")

    @classmethod
    def containing(cls, day: date) -> Self:
        """The year in which a day falls.

        Raises:
            InvalidYear: if it is no date. A moment is refused too: its day depends on the time zone.
        """
        _check_day(day)
        return cls(day.year if day.month >= cls._month else day.year - 1)

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.first, self._month, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return date.fromordinal(date(self.first + 1, self._month, 1).toordinal() - 1)

    def __contains__(self, day: date) -> bool:
        _check_day(day)
        return self.start <= day <= self.end

    def __add__(self, years: SupportsIndex) -> Self:
        number = whole(years)
        if number is None:
            return NotImplemented
        return type(self)(self.first + number)

    def __sub__(self, years: SupportsIndex) -> Self:
        number = whole(years)
        if number is None:
            return NotImplemented
        return type(self)(self.first - number)

    def __str__(self) -> str:
        return self._written.format(self.first, (self.first + 1) % 100)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.first})"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


class AcademicYear(_SplitYear):
    """A school's year, 1 September to 31 August, written ``2019/20``.

    Args:
        first: the calendar year in which it begins, from 1 to 9998.

    Raises:
        InvalidYear: for anything else.

    >>> AcademicYear.containing(date(2019, 8, 31)), AcademicYear(2018) + 1
    (AcademicYear(2018), AcademicYear(2019))
    """

    __slots__ = ()
    _month, _kind, _written = 9, "an academic year", "{:04}/{:02}"


class FinancialYear(_SplitYear):
    """A public body's year, 1 April to 31 March, written ``2019-20``.

    Args:
        first: the calendar year in which it begins, from 1 to 9998.

    Raises:
        InvalidYear: for anything else.

    >>> str(FinancialYear.containing(date(2019, 4, 1))), FinancialYear(2019).end
    ('2019-20', datetime.date(2020, 3, 31))
    """

    __slots__ = ()
    _month, _kind, _written = 4, "a financial year", "{:04}-{:02}"
