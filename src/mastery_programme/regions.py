"""How rulesets partition the space of their facts: split only where the answer differs.

A question about a state (which outcomes? does this rule stand?) is answered by a diagram: the unknown facts are split
in their order, equal parts are one part, and a fact on which nothing turns is not in it. So a diagram names exactly
the facts that matter, and its leaves are exactly the answers that are possible.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mastery_programme.atoms import Atom
from mastery_programme.compiled import Question, Table, bits
from mastery_programme.errors import InvalidRuleset


class Region(NamedTuple):
    """A part of the space of facts with one answer: what is assumed of which fact, the answer, and the state there."""

    assumed: Mapping[int, Atom]
    answer: Any
    alive: int
    unknown: int


class Looks:
    """How much of the spaces of facts may still be looked at: rulesets can be made to have far too many parts.

    Args:
        left: how many rules may be looked at; in each part all of its ruleset are.
    """

    __slots__ = ("_left",)

    def __init__(self, left: int) -> None:
        self._left = left

    def take(self, table: Table) -> None:
        """Look at one part of the space of a ruleset; raises `InvalidRuleset` if too much was looked at before."""
        self._left -= len(table.rules) + _BESIDE
        if self._left < 0:
            raise InvalidRuleset(table.id, ("its facts hang together in more ways than can be looked through",))


_BESIDE = 20
"""A look at a part takes as long as a look at so many rules, beside that at its rules."""


class Diagram:
    """The answers to a question in every completion of a state, split in the order of the facts and no further.

    Args:
        table: the rulesets.
        question: the question.
        alive: the mask of the rules that survive in the state.
        unknown: the mask of the facts that are unknown in it.
        looks: how much may be looked at; None for all that there is.

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

    def __init__(self, table: Table, question: Question, alive: int, unknown: int, looks: Looks | None = None) -> None:
        self._table, self._question, self._start, self._looks = table, question, (alive, unknown), looks
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
        if self._looks is not None:
            self._looks.take(self._table)
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

    def walk(self, wanted: Callable[[Any], bool] = lambda _: True) -> Iterator[Region]:
        """The regions with a wanted answer, in the order of the facts and their values.

        All regions together are all completions, each once. Where no wanted answer can be reached nothing is walked.

        Args:
            wanted: whether an answer is wanted; all are, if it is left out.
        """
        leads: list[bool] = []  # a node stands after all that it leads to
        for place, content in self.nodes:
            leads.append(wanted(content) if place < 0 else any(leads[child] for child in content))
        return self._walk(self.root, {}, self._start, leads)

    def _walk(
        self, number: int, assumed: dict[int, Atom], state: tuple[int, int], leads: Sequence[bool]
    ) -> Iterator[Region]:
        """The regions below a node from which a wanted answer can be reached."""
        place, content = self.nodes[number]
        alive, unknown = state
        if not leads[number]:
            return
        if self._looks is not None:
            self._looks.take(self._table)
        if place < 0:
            yield Region(assumed, content, alive, unknown)
            return
        rest = unknown & ~(1 << place)
        for atom, child in zip(self._table.atoms[place], content, strict=True):
            yield from self._walk(child, {**assumed, place: atom}, (alive & atom.survivors, rest), leads)


def outcomes_together(table: Table, alive: int, unknown: int, looks: Looks | None = None) -> tuple[frozenset[str], ...]:
    """Every combination of outcomes that stand together in some completion of a state."""
    outcomes = [then for _, then in table.outcomes]
    answers = Diagram(table, table.which_outcomes, alive, unknown, looks).answers
    return tuple(frozenset(outcomes[place] for place in bits(mask)) for mask in answers)
