"""Release days: whole half-days, and ranges of them."""

from decimal import Decimal
from typing import Self, SupportsIndex

from attrs import field, frozen

from mastery_programme.errors import InvalidDays
from mastery_programme.numerals import split, whole
from mastery_programme.records import Record

MOST = 10_000
"""No number of days is larger."""

_ALLOWED = "days are whole half-days from 0 to 10,000, such as 4, 4.5 or '4.5'"


def _half_days(value: object) -> int:
    """The half-days in a number of days; raises `InvalidDays`."""
    half_days = None
    days = whole(value)
    if days is not None:
        half_days = 2 * days if 0 <= days <= MOST else None
    elif isinstance(value, float):
        half_days = int(value * 2) if 0 <= value <= MOST and (value * 2).is_integer() else None
    elif isinstance(value, str | Decimal):
        half_days = _half_days_told(value)
    if half_days is None:
        raise InvalidDays("not a number of days", value, _ALLOWED)
    return half_days


def _half_days_told(value: str | Decimal) -> int | None:
    """The half-days in a plain numeral; None if it is none or out of range."""
    parts = split(value)
    if parts is None or (parts[0] and isinstance(value, str)):
        return None
    negative, before, after = parts
    half = {"": 0, "5": 1}.get(after.rstrip("0"))
    if half is None:
        return None
    half_days = 2 * int(before) + half
    return half_days if half_days <= (0 if negative else 2 * MOST) else None


def _words(days: "Days") -> str:
    """The bare number of days, such as ``"4.5"``."""
    return f"{days.half_days // 2}.5" if days.half_days % 2 else str(days.half_days // 2)


@frozen(init=False, order=True, repr=False)
class Days:
    """A number of days, held as whole half-days.

    Adds to and subtracts from days, multiplies by a whole number, and by a `Money` rate a day gives `Money`.

    Args:
        value: from 0 to 10,000: an int, a plain numeral, a `Decimal`, or a float that is an exact half.

    Attributes:
        half_days: the whole number of half-days.

    Raises:
        InvalidDays: for anything else, and for a result out of these bounds.

    >>> Days("4.5") + Days("10.5")
    Days('15')
    >>> str(Days("4.5")), Days("4.5").half_days
    ('4.5 days', 9)
    """

    half_days: int

    def __init__(self, value: SupportsIndex | str | Decimal | float) -> None:
        object.__setattr__(self, "half_days", _half_days(value))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The days in a plain numeral such as ``"4.5"``; anything but text is refused.

        Raises:
            InvalidDays: if it is no such numeral.
        """
        if not isinstance(text, str):
            raise InvalidDays("not text", text, _ALLOWED)
        return cls(text)

    @classmethod
    def of_half_days(cls, half_days: SupportsIndex) -> Self:
        """So many half-days: ``Days.of_half_days(9)`` is 4.5 days.

        Raises:
            InvalidDays: if it is no whole number, or out of bounds.
        """
        number = whole(half_days)
        if number is None or not 0 <= number <= 2 * MOST:
            raise InvalidDays("not a number of half-days", half_days, "half-days are whole, from 0 to 20,000")
        days = object.__new__(cls)
        object.__setattr__(days, "half_days", number)
        return days

    @property
    def as_decimal(self) -> Decimal:
        """The days as an exact `Decimal`, such as ``Decimal('4.5')``."""
        return Decimal(_words(self))

    def __add__(self, other: "Days") -> "Days":
        return Days.of_half_days(self.half_days + other.half_days) if isinstance(other, Days) else NotImplemented

    def __sub__(self, other: "Days") -> "Days":
        return Days.of_half_days(self.half_days - other.half_days) if isinstance(other, Days) else NotImplemented

    def __mul__(self, times: SupportsIndex) -> "Days":
        number = whole(times)
        return NotImplemented if number is None else Days.of_half_days(self.half_days * number)

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return self.half_days != 0

    def __str__(self) -> str:
        return f"{_words(self)} {'day' if self.half_days == 2 else 'days'}"

    def __repr__(self) -> str:
        return f"Days('{_words(self)}')"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def _as_days(value: "Days | SupportsIndex | str | Decimal | float") -> Days:
    """Days, or what makes them."""
    return value if isinstance(value, Days) else Days(value)


@frozen(eq=False, repr=False)
class DayRange(Record):
    """A number of days that an edition publishes as a range, such as 12 to 37 days.

    Adds to days and to other ranges.

    Args:
        low: the fewest days.
        high: the most days, more than `low`.

    Raises:
        InvalidDays: if these are no days, or if `high` is not more than `low`.

    >>> str(DayRange(Days(12), Days(37)) + Days("1.5"))
    '13.5 to 38.5 days'
    """

    low: Days = field(converter=_as_days)
    high: Days = field(converter=_as_days)

    def __attrs_post_init__(self) -> None:
        if not self.low < self.high:
            raise InvalidDays("not a range of days", str(self), "the lower end comes first, and the ends differ")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The range in text such as ``"12 to 37"``.

        Raises:
            InvalidDays: if it is no such text.
        """
        low, to, high = text.partition(" to ") if isinstance(text, str) else ("", "", "")
        if not to:
            raise InvalidDays("not a range of days", text, "a range is written '12 to 37'")
        return cls(low, high)

    def __add__(self, other: "Days | DayRange") -> "DayRange":
        if isinstance(other, Days):
            return DayRange(self.low + other, self.high + other)
        return DayRange(self.low + other.low, self.high + other.high) if isinstance(other, DayRange) else NotImplemented

    __radd__ = __add__

    def __str__(self) -> str:
        return f"{_words(self.low)} to {_words(self.high)} days"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)
