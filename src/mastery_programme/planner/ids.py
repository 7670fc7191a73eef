"""The ids of planned days: stable, plain, and never one id for two things."""

from datetime import date

_KEPT = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789-")


def event_id(key: str, activity: str, on: date) -> str:
    """The id of what is planned under a key for an activity on a date, such as ``"p-7.residentials.2019-10-10"``.

    Small letters of ASCII, digits and hyphens stand for themselves. Every other byte of a text in UTF-8 is written as
    an underscore and its two hexadecimal digits, a capital too, so that ids differ also where case is not told apart.
    No part can hold a point, so the parts cannot run into each other.

    >>> event_id("Zoë.7", "residentials", date(2019, 10, 10))
    '_5ao_c3_ab_2e7.residentials.2019-10-10'
    """
    return f"{_plain(key)}.{_plain(activity)}.{on.isoformat()}"


def _plain(text: str) -> str:
    """A text in plain characters; halves of characters, which are no UTF-8, are written in the same way."""
    return "".join(chr(byte) if byte in _KEPT else f"_{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))
