"""How rulesets partition the space of their facts: split only where the answer differs.

A question about a state (which outcomes? does this rule stand?) is answered by a diagram: the unknown facts are split
in their order, equal parts are one part, and a fact on which nothing turns is not in it. So a diagram names exactly
the facts that matter, and its leaves are exactly the answers that are possible.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

from mastery_programme.atoms import Atom
from mastery_programme.compiled import Question, Table, bits


class Region(NamedTuple):
    """A part of the space of facts with one answer: what is assumed of which fact, the answer, and the state there."""

    assumed: Mapping[int, Atom]
    answer: Any
    alive: int
    unknown: int


class Diagram:
    """The answers to a question in every completion of a state, split in the order of the facts and no further.

    Attributes:
        root: the number of the node at which the diagram begins.
        nodes: the nodes by number: a fact, by its place, and for each of its atoms the node it leads to; or -1 and
            an answer.
        facts: the mask of the facts on which the answer turns.
        answers: every answer that some completion gives.
    """

    root: int
    nodes: list[tuple[int, Any]]
    facts: int
    answers: tuple[Any, ...]

    def __init__(self, table: Table, question: Question, alive: int, unknown: int) -> None:
        self._table, self._question, self._start = table, question, (alive, unknown)
        self._numbers: dict[tuple[int, Any], int] = {}
        self._met: dict[tuple[Hashable, int, int], int] = {}
        self.root = self._node(alive, unknown)
        self.nodes = list(self._numbers)
        self.facts = 0
        for place, _ in self.nodes:
            self.facts |= 1 << place if place >= 0 else 0
        self.answers = tuple(answer for place, answer in self.nodes if place < 0)

    def _node(self, alive: int, unknown: int) -> int:
        """The number of the node for a state: a leaf with its answer (at place -1), or a fact and its children."""
        so_far, open_ = self._question(self._table.standing(alive, unknown))
        if not open_:
            return self._numbers.setdefault((-1, so_far), len(self._numbers))
        asked = unknown & self._table.facts_of(open_)
        key = (so_far, open_, asked)
        if key not in self._met:
            place = next(bits(asked))
            rest = unknown & ~(1 << place)
            children = tuple(self._node(alive & atom.survivors, rest) for atom in self._table.atoms[place])
            same = len(set(children)) == 1
            self._met[key] = children[0] if same else self._numbers.setdefault((place, children), len(self._numbers))
        return self._met[key]

    def walk(self) -> Iterator[Region]:
        """Every region, in the order of the facts and their values; together they are all completions, each once."""
        return self._walk(self.root, {}, *self._start)

    def _walk(self, number: int, assumed: dict[int, Atom], alive: int, unknown: int) -> Iterator[Region]:
        place, content = self.nodes[number]
        if place < 0:
            yield Region(assumed, content, alive, unknown)
            return
        rest = unknown & ~(1 << place)
        for atom, child in zip(self._table.atoms[place], content, strict=True):
            yield from self._walk(child, {**assumed, place: atom}, alive & atom.survivors, rest)


def outcomes_together(table: Table, alive: int, unknown: int) -> tuple[frozenset[str], ...]:
    """Every combination of outcomes that stand together in some completion of a state."""
    outcomes = [then for _, then in table.outcomes]
    answers = Diagram(table, table.which_outcomes, alive, unknown).answers
    return tuple(frozenset(outcomes[place] for place in bits(mask)) for mask in answers)
