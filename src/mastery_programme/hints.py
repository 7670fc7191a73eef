"""Hints: of known names, the nearest to one that was mistyped."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from mastery_programme.errors import SHOWN

FEW = 100
"""Among so many names the nearest is always named."""


def nearest(name: object, known: Iterable[str]) -> str | None:
    """The known name most like a given one; None if there is none, or if what was given is no text."""
    if not isinstance(name, str):
        return None
    by_likeness = {_likeness(one): one for one in known}
    cutoff = 0.0 if len(by_likeness) <= FEW else 0.6  # among very many, only what is really near is looked for
    match = next(iter(get_close_matches(_likeness(name), by_likeness, n=1, cutoff=cutoff)), None)
    return None if match is None else by_likeness[match]


def _likeness(name: str) -> str:
    """A name without what people vary when they mistype it."""
    return name[:SHOWN].casefold().replace("_", "-")


def nearest_said(name: object, known: Iterable[str]) -> str:
    """The nearest known name as the end of a sentence; an empty text if there is none."""
    near = nearest(name, known)
    return "" if near is None else f"; the nearest is {near!r}"


_EACH = 25
"""To compare two names takes as long as to compare so many pairs of characters, beside these."""


class Hints:
    """The nearest known names for names that are mistyped, as long as little was compared: all could take very long.

    Args:
        left: how many pairs of characters may still be compared.
    """

    __slots__ = ("_left",)

    def __init__(self, left: int = 100_000) -> None:
        self._left = left

    def said(self, name: object, known: Collection[str]) -> str:
        """The nearest known name as the end of a sentence; an empty text if there is none, or too much to compare."""
        return nearest_said(name, known) if self._can_compare(name, known) else ""

    def nearest(self, name: object, known: Collection[str]) -> str | None:
        """The nearest known name; None if there is none, or too much to compare."""
        return nearest(name, known) if self._can_compare(name, known) else None

    def _can_compare(self, name: object, known: Collection[str]) -> bool:
        """Whether a name can still be compared with others, which uses up some of what is left."""
        length = min(len(name), SHOWN) if isinstance(name, str) else 0
        self._left -= sum(_EACH + length * min(len(one), SHOWN) for one in known) if self._left > 0 else 0
        return self._left > 0
