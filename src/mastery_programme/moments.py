"""Moments: when something was, wherever the clock stood that told it."""

from datetime import UTC, datetime

LAST_YEAR = 9998
"""The last year of which a moment is one in every time zone."""


def moment(given: datetime) -> datetime:
    """A moment in Python's own type, such as of one of pandas; what is none stays as it is, to be refused."""
    if not isinstance(given, datetime) or type(given) is datetime:
        return given
    try:
        return datetime.combine(given.date(), given.time(), given.tzinfo)
    except Exception:  # noqa: BLE001 - whatever an odd moment raises, such as the one that pandas has for none
        return given


def instant(at: datetime) -> datetime:
    """A moment as UTC has it: two moments of one time zone are otherwise compared by their clocks alone."""
    return at.astimezone(UTC)


def comparable(at: datetime | None) -> datetime | None:
    """A moment as it is compared, if it is one and says its offset; anything else as it is."""
    return instant(at) if isinstance(at, datetime) and has_offset(at) else at


def has_offset(at: datetime) -> bool:
    """Whether a moment says its offset from UTC, without which nobody knows when it is."""
    try:
        return at.utcoffset() is not None and 1 < at.year <= LAST_YEAR
    except Exception:  # noqa: BLE001 - whatever an odd time zone raises, it tells no offset
        return False
