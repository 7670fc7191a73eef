"""What would have to change: the smallest sets of changes that settle a wanted outcome."""

from collections.abc import Iterable, Mapping

from mastery_programme.compiled import Question, Standing, Table
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
    any way.

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
    return changes_in(table_of(ruleset), known, wanted, fixed)


def changes_in(
    table: Table, known: Mapping[str, object], wanted: str, fixed: Iterable[str]
) -> tuple[FrozenMapping[str, tuple[Value, ...]], ...]:
    """The same for a compiled table: every smallest set of changes after which all its rulesets have this outcome."""
    search = _Search(table, table.masks(known), wanted, {table.place(name) for name in series(fixed)})
    return tuple(
        FrozenMapping({table.names[place]: _values(table, place, atoms) for place, atoms in box})
        for box in sorted(search.boxes(), key=lambda box: [place for place, _ in box])
    )


def just(table: Table, goal: int) -> Question:
    """The question whether just these outcomes stand; the answer is their mask over the table's outcomes, or 0."""

    def question(rules: Standing) -> tuple[int, int]:
        """The question, final as soon as another outcome stands or one of these cannot."""
        certain, open_ = table.which_outcomes(rules)
        can = sum(1 << place for place, stating in enumerate(table.outcomes.values()) if stating & rules.alive)
        failed = certain & ~goal or goal & ~can or (not open_ and certain != goal)
        return (0, 0) if failed else (certain, open_)

    return question


def goal_of(table: Table, wanted: str) -> int:
    """The mask of this outcome of each of the rulesets in a table."""
    return sum(1 << number for number, (_, then) in enumerate(table.outcomes) if then == wanted)


class _Search:
    """The smallest changes, found on the diagram of all that would be possible if nothing but fixed facts were known.

    A set of nodes stands for the demand that each of them comes to the wanted outcome. The first fact on which one of
    them turns is either changed, which leaves the parts that its new values lead to; or kept, if it is known; or left
    unknown, which demands the wanted outcome of all parts at once.
    """

    def __init__(self, table: Table, known: Mapping[int, int], wanted: str, fixed: set[int]) -> None:
        self._table, self._known, self._fixed = table, known, fixed
        alive, unknown = table.all_rules, table.all_facts
        for place in fixed & known.keys():
            alive, unknown = alive & known[place], unknown & ~(1 << place)
        self._goal = goal_of(table, wanted)
        self._diagram = Diagram(table, just(table, self._goal), alive, unknown)
        self._found: dict[frozenset[int], tuple[Box, ...]] = {}

    def boxes(self) -> tuple[Box, ...]:
        """Every smallest set of changes, alike values together; none if nothing leads to the wanted outcome."""
        return self._boxes(frozenset({self._diagram.root})) if self._goal else ()

    def _boxes(self, demanded: frozenset[int]) -> tuple[Box, ...]:
        """The smallest sets of changes that fulfil what is demanded."""
        nodes = self._diagram.nodes
        if any(place < 0 and content != self._goal for place, content in map(nodes.__getitem__, demanded)):
            return ()
        left = frozenset(number for number in demanded if nodes[number][0] >= 0)
        if not left:
            return ((),)
        if left not in self._found:
            ways = list(self._ways(left, min(nodes[number][0] for number in left)))
            least = min((len(box) for boxes in ways for box in boxes), default=0)
            self._found[left] = tuple(box for boxes in ways for box in boxes if len(box) == least)
        return self._found[left]

    def _ways(self, left: frozenset[int], place: int) -> Iterable[tuple[Box, ...]]:
        """What can be done about the first fact: nothing, or a change to each of its values, alike ones together."""
        parts = [self._part(left, place, number) for number in range(len(self._table.atoms[place]))]
        if place not in self._known:
            yield self._boxes(frozenset().union(*parts))
        for atom, part in zip(self._table.atoms[place], parts, strict=True):
            if self._known.get(place) == atom.survivors:
                yield self._boxes(part)
        if place not in self._fixed:
            alike: dict[tuple[Box, ...], list[int]] = {}
            for number, part in enumerate(parts):  # its own value too: a change to that is never among the smallest
                alike.setdefault(self._boxes(part), []).append(number)
            for boxes, numbers in alike.items():
                yield tuple(((place, tuple(numbers)), *box) for box in boxes)

    def _part(self, left: frozenset[int], place: int, atom: int) -> frozenset[int]:
        """What is demanded if a fact has a value of an atom."""
        nodes = self._diagram.nodes
        return frozenset(nodes[number][1][atom] if nodes[number][0] == place else number for number in left)


def _values(table: Table, place: int, numbers: tuple[int, ...]) -> tuple[Value, ...]:
    """The values in these atoms of a fact, in the order of the fact."""
    would_do = {value for number in numbers for value in table.atoms[place][number].values}
    return tuple(value for value in table.facts[table.names[place]].values if value in would_do)
