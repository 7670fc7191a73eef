"""A month of a year: what is known of a date when its day is not."""

from datetime import date
from typing import Self, SupportsIndex

from attrs import frozen

from mastery_programme.errors import InvalidYear
from mastery_programme.numerals import whole

_DECEMBER = 12
_LAST_YEAR = 9998  # so that the month after it is a date too


@frozen(init=False, order=True, repr=False)
class YearMonth:
    """A month of a calendar year, written ``2019-09``.

    Args:
        year: the calendar year, from 1 to 9998.
        month: the month, from 1 for January to 12.

    Raises:
        InvalidYear: for anything else.

    Source:
        FRM-4 and FRM-5 of Cohort 4, which ask for dates and periods as people remember them.

    >>> YearMonth(2019, 9).last, str(YearMonth.parse("2019-09"))
    (datetime.date(2019, 9, 30), '2019-09')
    """

    year: int
    month: int

    def __init__(self, year: SupportsIndex, month: SupportsIndex) -> None:
        for name, what, value, most in (
            ("year", "a calendar year", year, _LAST_YEAR),
            ("month", "a month of the year", month, _DECEMBER),
        ):
            number = whole(value)
            if number is None or not 1 <= number <= most:
                raise InvalidYear(f"not {what}", value, f"a whole number from 1 to {most}")
            object.__setattr__(self, name, number)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The month in text such as ``"2019-09"``; raises `InvalidYear`."""
        if isinstance(text, str) and len(text) == len("2019-09") and text.isascii():
            year, dash, month = text.partition("-")
            if dash and len(year) == 4 and year.isdigit() and month.isdigit():
                return cls(int(year), int(month))
        raise InvalidYear("not a month", text, "written '2019-09'")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        following = date(self.year + self.month // _DECEMBER, self.month % _DECEMBER + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def __repr__(self) -> str:
        return f"YearMonth({self.year}, {self.month})"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def first_day(of: date | YearMonth) -> date:
    """The first day that a date can be, of which perhaps only the month is known."""
    return of.first if isinstance(of, YearMonth) else of


def last_day(of: date | YearMonth) -> date:
    """The last day that a date can be, of which perhaps only the month is known."""
    return of.last if isinstance(of, YearMonth) else of
