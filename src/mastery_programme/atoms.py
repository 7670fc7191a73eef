"""How the values of a fact are cut: into atoms, the values that no rule tells apart."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any, NamedTuple

from mastery_programme.errors import InvalidComparison
from mastery_programme.facts import MOST_VALUES, Choice, Count, Fact, Value
from mastery_programme.mappings import FrozenMapping


class Atom(NamedTuple):
    """Values of one fact that no rule tells apart, and the mask of the rules that survive them."""

    pieces: tuple[Sequence[Value], ...]
    survivors: int

    @property
    def values(self) -> tuple[Value, ...]:
        """The values, in the order of the fact."""
        return tuple(chain.from_iterable(self.pieces))


class Cuts:
    """The state by value, for a count: its values cut wherever a condition begins or ceases to hold."""

    __slots__ = ("_starts", "_states")

    def __init__(self, starts: Sequence[int], states: Sequence[int], high: int) -> None:
        self._starts = [*starts, high + 1]
        self._states = [None, *states, None]

    def __getitem__(self, value: Any) -> int:  # noqa: ANN401 - as of the dicts that stand beside it
        state = self._states[bisect_right(self._starts, value)]
        if state is None:
            raise KeyError(value)
        return state


def joined(mappings: Iterable[Mapping[str, Fact]]) -> FrozenMapping[str, Fact]:
    """The facts of several mappings as one; raises `InvalidComparison` where one name is two kinds of fact."""
    joined: dict[str, Fact] = {}
    for name, fact in chain.from_iterable(mapping.items() for mapping in mappings):
        other = joined.setdefault(name, fact)
        if other.kind is not fact.kind:
            raise InvalidComparison("one name for two kinds of fact", name)
        if isinstance(other, Choice) and isinstance(fact, Choice):
            joined[name] = Choice(other.ask, dict.fromkeys((*other.options, *fact.options)))
        elif isinstance(other, Count) and isinstance(fact, Count):
            low, high = min(other.low, fact.low), max(other.high, fact.high)
            if high - low >= MOST_VALUES:
                raise InvalidComparison("one name for two counts too far apart", name)
            joined[name] = Count(other.ask, low, high, other.unit)
    return FrozenMapping(joined)


def spans(fact: Fact, conditions: Sequence[Any], definitions: Sequence[Fact]) -> Iterator[Sequence[Value]]:
    """Runs of values of a fact that no condition and no definition of it tells apart, in its order."""
    if not isinstance(fact, Count):
        yield from ((value,) for value in fact.values)
        return
    cuts: set[int] = {fact.low, fact.high + 1}
    for condition in conditions:
        cuts.update(value + end for value in condition.values if isinstance(value, int) for end in (0, 1))
        cuts.update(bound for bound in (condition.low,) if bound is not None)
        cuts.update(bound + 1 for bound in (condition.high,) if bound is not None)
    for definition in definitions:
        cuts.update((definition.low, definition.high + 1) if isinstance(definition, Count) else ())
    yield from (range(start, end) for start, end in pairwise(sorted(cut for cut in cuts if cut <= fact.high + 1)))
