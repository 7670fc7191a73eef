"""Reading whole numbers and plain decimal text exactly, without arithmetic in anybody's decimal context."""

from decimal import Decimal
from operator import index

LONGEST = 40
"""No number that we take needs more characters; longer text is refused unread."""


def whole(value: object) -> int | None:
    """A whole number given as an int or as numpy's or pandas' integers; None for anything else, a bool included."""
    if type(value) is int:
        return value
    if type(value).__name__ in {"bool", "bool_"}:  # numpy's too, which some of its versions take for a number
        return None
    try:
        return index(value)  # type: ignore[arg-type]  # what has no index is refused
    except Exception:  # noqa: BLE001 - whatever an odd value raises here, it is no whole number
        return None


def split(value: str | Decimal) -> tuple[bool, str, str] | None:
    """Whether a plain numeral is negative, its digits before the point, and those after it; None if it is none.

    A numeral is ASCII digits with at most one point among them and at most one minus sign before them.

    >>> split("-200.50")
    (True, '200', '50')
    >>> split("1,000") is None
    True
    """
    text = str.__str__(value) if isinstance(value, str) else _plain(value)
    if text is None or len(text) > LONGEST:
        return None
    negative = text.startswith("-")
    before, point, after = text[negative:].partition(".")
    if not all(part.isascii() and part.isdigit() for part in ((before, after) if point else (before,))):
        return None
    return negative, before, after


def _plain(value: Decimal) -> str | None:
    """A Decimal as a plain numeral; None if it is not finite or would be longer than any number that we take."""
    if not value.is_finite() or value.__sizeof__() > LONGEST * 4 or not -LONGEST < value.adjusted() < LONGEST:
        return None
    return Decimal.__format__(value, "f")
