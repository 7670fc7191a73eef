"""Pounds sterling in whole pence, their sharing out, and totals that say what is not in them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from itertools import islice
from typing import Self, SupportsIndex

from attrs import frozen

from mastery_programme.days import Days
from mastery_programme.errors import InvalidMoney, InvalidShare
from mastery_programme.numerals import split, whole
from mastery_programme.records import Record

MOST_PENCE = 100 * 10**12
"""No amount is further from nothing: a million million pounds."""

MOST_PARTS = 1_000_000
"""Nothing is shared out in more parts."""

_ALLOWED = "money is whole pounds, or text or a Decimal with at most two places, up to a million million pounds"
_PLACES = 2


def _pence(value: object) -> int:
    """The pence in a number of pounds; raises `InvalidMoney`."""
    pounds = whole(value)
    if pounds is not None and -MOST_PENCE <= pounds <= MOST_PENCE:
        return _bounded(pounds * 100)
    parts = split(value) if isinstance(value, str | Decimal) else None
    if parts is None or len(parts[2]) > _PLACES:
        raise InvalidMoney("not an amount of money", value, _ALLOWED)
    negative, before, after = parts
    pence = int(before + after.ljust(_PLACES, "0"))
    return _bounded(-pence if negative else pence)


def _bounded(pence: int) -> int:
    """These pence, if we take so many; raises `InvalidMoney`."""
    if not -MOST_PENCE <= pence <= MOST_PENCE:
        raise InvalidMoney("too many pence", pence, "up to a million million pounds either way")
    return pence


@frozen(init=False, order=True, repr=False)
class Money:
    """An amount of pounds sterling, held as whole pence.

    Adds to and subtracts from money, multiplies by a whole number and by `Days`. It is never divided: see `share`.

    Args:
        value: pounds: an int, a plain numeral or a finite `Decimal` with at most two places. No float.

    Attributes:
        in_pence: the whole number of pence.

    Raises:
        InvalidMoney: for anything else, for a result beyond a million million pounds either way, and for half a
            day at an odd number of pence.

    >>> Days("4.5") * Money(200)
    Money('900.00')
    >>> str(Money(15250)), Money("200.50").in_pence
    ('£15,250.00', 20050)
    """

    in_pence: int

    def __init__(self, value: SupportsIndex | str | Decimal) -> None:
        object.__setattr__(self, "in_pence", _pence(value))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The money in a plain numeral such as ``"200.50"``; anything but text is refused.

        Raises:
            InvalidMoney: if it is no such numeral.
        """
        if not isinstance(text, str):
            raise InvalidMoney("not text", text, _ALLOWED)
        return cls(text)

    @classmethod
    def pence(cls, pence: SupportsIndex) -> Self:
        """So many pence: ``Money.pence(20050)`` is £200.50.

        Raises:
            InvalidMoney: if it is no whole number, or out of bounds.
        """
        number = whole(pence)
        if number is None:
            raise InvalidMoney("not a number of pence", pence, "pence are whole")
        money = object.__new__(cls)
        object.__setattr__(money, "in_pence", _bounded(number))
        return money

    @property
    def as_decimal(self) -> Decimal:
        """The pounds as an exact `Decimal` with two places, such as ``Decimal('3.00')``."""
        return Decimal(self._words())

    def _words(self, spec: str = "") -> str:
        """The bare number of pounds, such as ``"-1.00"``, its whole pounds written by a format spec."""
        pounds, pence = divmod(abs(self.in_pence), 100)
        return f"{'-' if self.in_pence < 0 else ''}{pounds:{spec}}.{pence:02}"

    def __add__(self, other: "Money") -> "Money":
        return Money.pence(self.in_pence + other.in_pence) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: "Money") -> "Money":
        return Money.pence(self.in_pence - other.in_pence) if isinstance(other, Money) else NotImplemented

    def __mul__(self, times: SupportsIndex | Days) -> "Money":
        if isinstance(times, Days):
            pence, odd = divmod(self.in_pence * times.half_days, 2)
            if odd:
                raise InvalidMoney("half a day at an odd number of pence", f"{times} at {self}", "pence are whole")
            return Money.pence(pence)
        number = whole(times)
        return NotImplemented if number is None else Money.pence(self.in_pence * number)

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money.pence(-self.in_pence)

    def __abs__(self) -> "Money":
        return Money.pence(abs(self.in_pence))

    def __bool__(self) -> bool:
        return self.in_pence != 0

    def __str__(self) -> str:
        sign = "-" if self.in_pence < 0 else ""
        return f"{sign}£{self._words(',').lstrip('-')}"

    def __repr__(self) -> str:
        return f"Money('{self._words()}')"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


NOTHING = Money(0)
"""No money; where a sum of money starts."""


def sum_of(amounts: Iterable[Money]) -> Money:
    """The sum of amounts; of none, no money."""
    return Money.pence(sum([amount.in_pence for amount in amounts]))


def share(whole_amount: Money, weights: Sequence[SupportsIndex]) -> tuple[Money, ...]:
    """An amount shared out by weight, to the penny, in the order of the weights.

    Each part is the exact share rounded towards nothing; the pence left over go one each to the parts that lost
    most, the earliest first. So the parts always add up to the whole.

    Args:
        whole_amount: what is shared out; a negative amount is shared as its positive, and negated.
        weights: whole numbers of at least 0, not all 0.

    Raises:
        InvalidShare: if the weights are not that.

    >>> share(Money(100), [1, 1, 1])
    (Money('33.34'), Money('33.33'), Money('33.33'))
    """
    if not isinstance(whole_amount, Money):
        raise InvalidShare("not money", whole_amount, "what is shared out is Money")
    numbers = _weights(weights)
    in_all = sum(numbers)
    parts = [divmod(abs(whole_amount.in_pence) * weight, in_all) for weight in numbers]
    left = abs(whole_amount.in_pence) - sum(pence for pence, _ in parts)
    by_loss = sorted(range(len(parts)), key=lambda place: -parts[place][1])
    favoured = set(by_loss[:left])
    sign = -1 if whole_amount.in_pence < 0 else 1
    return tuple(Money.pence(sign * (pence + (place in favoured))) for place, (pence, _) in enumerate(parts))


def _weights(weights: Iterable[SupportsIndex]) -> list[int]:
    """Weights as ints; raises `InvalidShare`."""
    allowed = "weights are whole numbers of at least 0, not all 0"
    try:
        given = None if isinstance(weights, Set | Mapping | bytes | str) else iter(weights)
    except TypeError:
        given = None
    if given is None:
        raise InvalidShare("not weights in order", weights, allowed)
    numbers: list[int] = []
    for weight in islice(given, MOST_PARTS + 1):
        number = whole(weight)
        if number is None or number < 0:
            raise InvalidShare("not a weight", weight, allowed)
        numbers.append(number)
    if len(numbers) > MOST_PARTS:
        raise InvalidShare("too many weights", len(numbers), "at most a million")
    if not any(numbers):
        raise InvalidShare("nothing to share out by", weights, allowed)
    return numbers


@frozen(eq=False, repr=False)
class Total(Record):
    """A sum of amounts that says what is not in it.

    Attributes:
        known: the least it can be, of published amounts and of what something really came to.
        at_most: the most it can be, estimates taken at their word; None where something unpublished is in it.
        estimated: what the caller's own estimates add, if all that is estimated is due.
        unpublished: the ids of the items whose amounts are neither published nor estimated, each once.
        labels: these items in words.
        estimated_items: the ids of the items that are estimated, each once.
        estimated_if_due: the part of `estimated` that may not be due.
    """

    known: Money
    at_most: Money | None
    estimated: Money
    unpublished: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    estimated_items: tuple[str, ...] = ()
    estimated_if_due: Money = NOTHING

    def __str__(self) -> str:
        parts = [self._published()]
        if self.estimated or self.estimated_items:
            parts.append(f"{_between(self.estimated - self.estimated_if_due, self.estimated)} estimated")
        if self.labels:
            amounts = "amount" if len(self.labels) == 1 else "amounts"
            parts.append(f"{in_a_row(self.labels)} ({amounts} not published)")
        return ", plus ".join(parts)

    def _published(self) -> str:
        """What is published of it, in words."""
        if self.at_most is None:
            return f"at least {self.known}"
        return _between(self.known, max(self.known, self.at_most - self.estimated))

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def _between(least: Money, most: Money) -> str:
    """An amount between two, in words."""
    return str(least) if least == most else f"between {least} and {most}"


def in_a_row(words: Sequence[str]) -> str:
    """Things in a row, as in a sentence: ``"travel, meals and enrolment"``."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
