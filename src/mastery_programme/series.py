"""Things of one kind, as callers give them in series of any sort."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TypeVar

from mastery_programme.errors import MasteryProgrammeError

T = TypeVar("T")

MOST_ITEMS = 1_000_000
"""No series has more items: some never end."""


def series_of(given: Iterable[T], kind: type[T], what: str, refusal: type[MasteryProgrammeError]) -> tuple[T, ...]:
    """Things of one kind, in the order given; raises the refusal for anything else, and for one thing by itself."""
    things: object = given
    if isinstance(things, kind | str | bytes | Mapping) or not isinstance(things, Iterable):
        raise refusal(f"not a series of {what}", given, f"a tuple of them, each of class {kind.__name__}")
    taken = tuple(islice(given, MOST_ITEMS + 1))
    if len(taken) > MOST_ITEMS:
        raise refusal(f"too many {what}", f"more than {MOST_ITEMS:,}", f"at most {MOST_ITEMS:,}")
    for thing in taken:
        if not isinstance(thing, kind):
            raise refusal(f"not one of the {what}", thing, f"each of class {kind.__name__}")
    return taken
