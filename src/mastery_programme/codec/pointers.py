"""Where a value stands in a document, and the JSON Pointer that tells it."""

from collections.abc import Iterable

from mastery_programme.errors import SHOWN, cut

At = tuple["At | None", str | int] | None
"""Where a value stands: where its container stands, and its key or place in it; None for the whole document."""

MOST_POINTED = 1000
"""No JSON Pointer of a problem has more characters."""


def at_of(path: Iterable[str | int]) -> At:
    """Where keys and places lead to, one after another from the whole document."""
    at: At = None
    for key in path:
        at = (at, key)
    return at


def pointer(at: At) -> str:
    """Where a value stands, as a JSON Pointer; of a long key the end is cut, and what cannot be seen is escaped."""
    parts: list[str] = []
    while at is not None:
        at, key = at
        parts.append(_token(key))
    return cut("".join(f"/{part}" for part in reversed(parts)), MOST_POINTED)


def _token(key: str | int) -> str:
    """A key as a part of a JSON Pointer."""
    if isinstance(key, int):
        return str(key)
    text = cut(key, SHOWN)
    seen = text if text.isprintable() else "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text)
    return cut(seen, 2 * SHOWN).replace("~", "~0").replace("/", "~1")
