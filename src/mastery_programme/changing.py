"""What would have to change: the smallest sets of changes that settle a wanted outcome."""

from collections.abc import Container, Iterable, Mapping
from itertools import combinations

from mastery_programme.compiled import Table, bits
from mastery_programme.errors import InvalidRule
from mastery_programme.facts import Value, series
from mastery_programme.mappings import FrozenMapping
from mastery_programme.reasoning import table_of
from mastery_programme.regions import Diagram
from mastery_programme.rules import Ruleset

Box = tuple[tuple[int, tuple[int, ...]], ...]
"""For each changed fact, by its place, the numbers of the atoms that would do, in any combination."""


def changes(
    ruleset: Ruleset, known: Mapping[str, object], wanted: str, fixed: Iterable[str] = ()
) -> tuple[FrozenMapping[str, tuple[Value, ...]], ...]:
    """Every smallest set of changes after which the wanted outcome is settled.

    Stating an unknown fact is a change; taking a known one back is not offered. What stays unknown may turn out in
    any way. The time it takes grows with the number of sets of facts that have to be tried.

    Args:
        ruleset: the question and its rules.
        known: values of facts by name; one left out or None is unknown.
        wanted: the outcome to reach.
        fixed: names of facts that cannot change, nor be stated.

    Returns:
        For each set of changes a mapping from facts to the values that would do, in any combination of them; empty
        if nothing does, and one empty mapping if the outcome is settled already.

    Raises:
        UnknownFact: for a name that the ruleset does not have, also among `fixed`.
        InvalidFact: for a value outside the domain of its fact, or of another type.
        InvalidRule: if the wanted outcome is no text, or `fixed` no series of names.
    """
    if not isinstance(wanted, str):
        raise InvalidRule("not an outcome", wanted, "text")
    table = table_of(ruleset)
    search = _Search(table, table.masks(known), wanted)
    held = {table.place(name) for name in series(fixed)}
    free = [place for place in bits(table.turning) if place not in held]
    if not search.within_reach(held):
        return ()
    for size in range(len(free) + 1):
        found = [box for places in combinations(free, size) for box in search.boxes(places)]
        if found:
            return tuple(
                FrozenMapping({table.names[place]: _values(table, place, atoms) for place, atoms in box})
                for box in found
            )
    return ()


class _Search:
    """The states that a case can be brought into, and whether the wanted outcome is settled there."""

    def __init__(self, table: Table, known: Mapping[int, int], wanted: str) -> None:
        self._table, self._known = table, known
        wanted_at = [place for place, (_, then) in enumerate(table.outcomes) if then == wanted]
        self._goal = sum(1 << place for place in wanted_at)
        self._settled: dict[tuple[int, int], bool] = {}

    def _state(self, without: Container[int]) -> tuple[int, int]:
        """The state in which all is known that is, but for some facts."""
        alive, unknown = self._table.all_rules, self._table.all_facts
        for place, survivors in self._known.items():
            if place not in without:
                alive, unknown = alive & survivors, unknown & ~(1 << place)
        return alive, unknown

    def within_reach(self, held: Container[int]) -> bool:
        """Whether any values of the facts that are not held would give the wanted outcome."""
        state = self._state([place for place in self._known if place not in held])
        return self._goal > 0 and self._goal in Diagram(self._table, self._table.which_outcomes, *state).answers

    def boxes(self, places: tuple[int, ...]) -> tuple[Box, ...]:
        """All values of these facts, stated together, that settle the wanted outcome, alike values in one box."""
        alive, unknown = self._state(places)
        return self._boxes(places, alive, unknown & ~sum(1 << place for place in places))

    def _boxes(self, places: tuple[int, ...], alive: int, unknown: int) -> tuple[Box, ...]:
        if not places:
            return ((),) if self._is_settled(alive, unknown) else ()
        alike: dict[tuple[Box, ...], list[int]] = {}
        for number, atom in enumerate(self._table.atoms[places[0]]):
            alike.setdefault(self._boxes(places[1:], alive & atom.survivors, unknown), []).append(number)
        return tuple(((places[0], tuple(numbers)), *box) for boxes, numbers in alike.items() for box in boxes)

    def _is_settled(self, alive: int, unknown: int) -> bool:
        key = (alive, unknown)
        if key not in self._settled:
            self._settled[key] = Diagram(self._table, self._table.which_outcomes, *key).answers == (self._goal,)
        return self._settled[key]


def _values(table: Table, place: int, numbers: tuple[int, ...]) -> tuple[Value, ...]:
    """The values in these atoms of a fact, in the order of the fact."""
    would_do = {value for number in numbers for value in table.atoms[place][number].values}
    return tuple(value for value in table.facts[table.names[place]].values if value in would_do)
