"""Things of one kind, as callers give them in series of any sort."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from mastery_programme.errors import MasteryProgrammeError

T = TypeVar("T")


def series_of(given: Iterable[T], kind: type[T], what: str, refusal: type[MasteryProgrammeError]) -> tuple[T, ...]:
    """Things of one kind, in the order given; raises the refusal for anything else, and for one thing by itself."""
    things: object = given
    if isinstance(things, kind | str | bytes | Mapping) or not isinstance(things, Iterable):
        raise refusal(f"not a series of {what}", given, f"a tuple of them, each a {kind.__name__}")
    taken = tuple(given)
    for thing in taken:
        if not isinstance(thing, kind):
            raise refusal(f"not one of the {what}", thing, f"each a {kind.__name__}")
    return taken
