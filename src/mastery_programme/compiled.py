"""Rulesets compiled to bit masks: from what is known to the rules that survive it and those that stand.

Rules are numbered, and so are facts. For each fact, every value is kept with the mask of the rules that survive it, so
that one pass over the known facts gives the *state* of knowledge: the mask of surviving rules, and above it, as one
number, the mask of unknown facts. All that can be asked of a ruleset follows from its state.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from mastery_programme.atoms import Atom, Cuts, joined, spans
from mastery_programme.errors import InvalidFact, UnknownFact
from mastery_programme.facts import Choice, Count, Fact, Value
from mastery_programme.hints import nearest
from mastery_programme.mappings import FrozenMapping
from mastery_programme.rules import Rule, Ruleset

MOST_LISTED = 1000
"""A count of so many values has each of them listed with its state."""


class Standing(NamedTuple):
    """The rules in a state, as masks: those that survive, that surely hold, that surely stand, and the unclear ones."""

    alive: int
    hold: int
    stand: int
    unclear: int


Question = Callable[[Standing], tuple[int, int]]
"""Of the rules in a state: the answer so far, and the mask of the rules that could still change it (0: it is final)."""


def bits(mask: int) -> Iterator[int]:
    """The places of the bits set in a mask, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class Table:
    """One ruleset, or several asked as one, compiled: what follows from any state of knowledge.

    Args:
        id: what an error names as asked.
        rulesets: the rulesets; a fact that several of them have is one fact.
        facts: further facts that may be known although no rule is about them.

    Attributes:
        id: what an error names as asked.
        rules: all rules; their places are the places of the bits in a mask of rules.
        facts: all facts by name; their places are the places of the bits in a mask of facts.
        names: the names of the facts.
        all_rules: the mask of all rules.
        all_facts: the mask of all facts.
        beaten_by: for each rule the mask of those that override it.
        outcomes: for each outcome of each ruleset (by its place) the mask of the rules that state it.
        atoms: for each fact its values, those together that no rule tells apart.
        turning: the mask of the facts on which the conditions of some rule turn.
        relevant: the part of a state that any answer can depend on.
        nothing_known: the state in which no fact is known.
        columns: for each fact the type of its values, and by value the state in which nothing else is known.
    """

    id: str
    rules: tuple[Rule, ...]
    facts: FrozenMapping[str, Fact]
    names: tuple[str, ...]
    all_rules: int
    all_facts: int
    beaten_by: list[int]
    outcomes: dict[tuple[int, str], int]
    atoms: list[tuple[Atom, ...]]
    turning: int
    relevant: int
    nothing_known: int
    columns: dict[str, tuple[type, dict[Any, int] | Cuts]]

    def __init__(self, id: str, rulesets: Sequence[Ruleset], facts: Mapping[str, Fact] = FrozenMapping()) -> None:
        self.id = id
        self.rules = tuple(chain.from_iterable(ruleset.rules for ruleset in rulesets))
        self.all_rules = (1 << len(self.rules)) - 1
        self.facts = joined([facts, *(ruleset.facts for ruleset in rulesets)])
        self.names = tuple(self.facts)
        self.all_facts = (1 << len(self.names)) - 1
        self.beaten_by = [0] * len(self.rules)
        self.outcomes = {}
        self._cited: dict[str, int] = dict.fromkeys(self.names, 0)
        offset = 0
        for place, ruleset in enumerate(rulesets):
            self._number(place, ruleset, offset)
            offset += len(ruleset.rules)
        self._beats = [0] * len(self.rules)
        for number, beaten_by in enumerate(self.beaten_by):
            for other in bits(beaten_by):
                self._beats[other] |= 1 << number
        self._order = self._overriders_first()
        stating = {number: rules for rules in self.outcomes.values() for number in bits(rules)}
        self._needless_beside = [self._needless(number, stating[number]) for number in range(len(self.rules))]
        self.atoms = []
        self.columns = {}
        for place, name in enumerate(self.names):
            self._compile(place, name, rulesets)
        self._mentioned = [self._rules_about(atoms) for atoms in self.atoms]
        self.turning = self.facts_of(self.all_rules)
        self.relevant = self.all_rules | self.turning << len(self.rules)
        self.nothing_known = self.all_rules | self.all_facts << len(self.rules)

    def _number(self, place: int, ruleset: Ruleset, offset: int) -> None:
        """Take in the outcomes, the exceptions and the facts of a ruleset's rules."""
        numbers = {rule.id: offset + number for number, rule in enumerate(ruleset.rules)}
        for rule in ruleset.rules:
            bit = 1 << numbers[rule.id]
            self.outcomes[place, rule.then] = self.outcomes.get((place, rule.then), 0) | bit
            for other in rule.overrides:
                self.beaten_by[numbers[other]] |= bit
            for name in rule.when:
                self._cited[name] |= bit

    def _overriders_first(self) -> tuple[int, ...]:
        """The numbers of the rules, each after all that override it."""
        left = [beaten_by.bit_count() for beaten_by in self.beaten_by]
        order = [number for number, overriders in enumerate(left) if not overriders]
        for number in order:  # it grows
            for beaten in bits(self._beats[number]):
                left[beaten] -= 1
                if not left[beaten]:
                    order.append(beaten)
        return tuple(order)

    def _needless(self, number: int, stating: int) -> int:
        """The mask of the rules that add nothing to the outcome once the conditions of this one hold.

        They are among those stating its outcome, override nothing that it does not, and are overridden by all that
        override it.
        """
        return sum(
            1 << other
            for other in bits(stating & ~(1 << number))
            if not self.beaten_by[number] & ~self.beaten_by[other] and not self._beats[other] & ~self._beats[number]
        )

    def _compile(self, place: int, name: str, rulesets: Sequence[Ruleset]) -> None:
        """Cut the values of a fact into atoms, and keep the surviving rules by value."""
        fact = self.facts[name]
        conditions = [(1 << number, rule.when[name]) for number, rule in enumerate(self.rules) if name in rule.when]
        cut: list[tuple[Sequence[Value], int]] = []
        for span in spans(fact, [c for _, c in conditions], [r.facts[name] for r in rulesets if name in r.facts]):
            survivors = self.all_rules & ~self._outside(name, span[0], rulesets)
            for bit, condition in conditions:
                survivors &= ~(0 if condition.holds(span[0]) else bit)
            cut.append((span, survivors))
        grouped: dict[int, list[Sequence[Value]]] = {}
        for span, survivors in cut:
            grouped.setdefault(survivors, []).append(span)
        self.atoms.append(tuple(Atom(tuple(pieces), survivors) for survivors, pieces in grouped.items()))
        others = (self.all_facts & ~(1 << place)) << len(self.rules)
        if isinstance(fact, Count) and len(fact.values) > MOST_LISTED:
            starts, states = [span[0] for span, _ in cut], [survivors | others for _, survivors in cut]
            self.columns[name] = (fact.kind, Cuts([int(start) for start in starts], states, fact.high))
        else:
            self.columns[name] = (fact.kind, {value: survivors | others for span, survivors in cut for value in span})

    def _outside(self, name: str, value: Value, rulesets: Sequence[Ruleset]) -> int:
        """The mask of all rules of those rulesets whose own fact of this name cannot have this value."""
        mask = offset = 0
        for ruleset in rulesets:
            own = ruleset.facts.get(name)
            if own is not None and own is not self.facts[name] and own.taken(value) is None:
                mask |= ((1 << len(ruleset.rules)) - 1) << offset
            offset += len(ruleset.rules)
        return mask

    def _rules_about(self, atoms: tuple[Atom, ...]) -> int:
        """The mask of the rules that some value of a fact rules out."""
        mask = 0
        for atom in atoms:
            mask |= self.all_rules & ~atom.survivors
        return mask

    def state(self, known: Mapping[str, object]) -> int:
        """The state of knowledge: the mask of the surviving rules, and above it that of the unknown facts.

        Raises:
            UnknownFact: for a name that no fact has.
            InvalidFact: for a value that the fact cannot have.
        """
        state = self.nothing_known
        for name, value in self.read(known).items():
            state &= self.columns[name][1][value]
        return state

    def apart(self, state: int) -> tuple[int, int]:
        """The two masks of a state: the surviving rules, and the unknown facts."""
        return state & self.all_rules, state >> len(self.rules)

    def masks(self, known: Mapping[str, object]) -> dict[int, int]:
        """For each known fact, by its place, the mask of the rules that survive it; raises as `state` does."""
        read = self.read(known).items()
        return {self.names.index(name): self.columns[name][1][value] & self.all_rules for name, value in read}

    def place(self, name: object) -> int:
        """The place of a fact by its name; raises `UnknownFact`."""
        if not isinstance(name, str) or name not in self.facts:
            near = nearest(name, self.names)
            raise UnknownFact("no such fact", name, "", near, None, self.id, self._clauses(near))
        return self.names.index(name)

    def read(self, known: object) -> dict[str, Value]:
        """Known facts in their own plain types, if all are good; else the error for the first that is not."""
        if not isinstance(known, Mapping):
            raise InvalidFact("not facts by name", known, "a mapping from names to values", None, None, self.id, ())
        read: dict[str, Value] = {}
        for given, value in known.items():
            name = self.names[self.place(given)]
            taken = None if value is None else self.facts[name].taken(value)
            if taken is not None:
                read[name] = taken
            elif value is not None:
                fact = self.facts[name]
                near = nearest(value, fact.options) if isinstance(fact, Choice) else None
                allowed = f"{fact.allowed}; None for not known"
                raise InvalidFact(f"{name} cannot be this", value, allowed, near, name, self.id, self._clauses(name))
        return read

    def _clauses(self, name: str | None) -> tuple[str, ...]:
        """The clauses of the rules about a fact, each once."""
        cited = bits(self._cited[name]) if name is not None else ()
        return tuple(dict.fromkeys(self.rules[number].source.clause for number in cited))

    def standing(self, alive: int, unknown: int) -> Standing:
        """Which rules stand in a state, as far as it is clear."""
        undecided = 0
        for place in bits(unknown):
            undecided |= self._mentioned[place]
        stands = unclear = 0
        for number in self._order:
            bit, beaten_by = 1 << number, self.beaten_by[number]
            if alive & bit and not beaten_by & stands:
                if undecided & bit or beaten_by & unclear:
                    unclear |= bit
                else:
                    stands |= bit
        return Standing(alive, alive & ~undecided, stands, unclear)

    def _needed(self, rules: Standing) -> int:
        """The unclear rules without those that add nothing beside another one."""
        unclear = rules.unclear
        for number in bits(unclear & rules.hold):
            if unclear >> number & 1:
                unclear &= ~self._needless_beside[number]
        return unclear

    def with_overriders(self, rules: int, unclear: int) -> int:
        """These rules, and all unclear ones on whose standing theirs could depend."""
        for number in reversed(self._order):
            if rules >> number & 1:
                rules |= self.beaten_by[number] & unclear
        return rules

    def which_outcomes(self, rules: Standing) -> tuple[int, int]:
        """The question which outcomes stand; the answer is a mask over `outcomes`."""
        certain = settled = 0
        for place, stating in enumerate(self.outcomes.values()):
            if rules.stand & stating:
                certain |= 1 << place
                settled |= stating
        unclear = self._needed(rules)
        return certain, self.with_overriders(unclear & ~settled, unclear)

    def which_rules(self, rules: Standing) -> tuple[int, int]:
        """The question which rules stand; the answer is a mask over the rules."""
        return rules.stand, rules.unclear

    def whether(self, number: int) -> Question:
        """The question whether one rule stands; the answer is its own bit, or 0."""
        bit = 1 << number
        return lambda rules: (rules.stand & bit, self.with_overriders(rules.unclear & bit, self._needed(rules)))

    def whether_instead(self, number: int, other: int) -> Question:
        """The question whether one rule holds while another one stands; the answer is the other's bit, or 0."""
        bit, other_bit = 1 << number, 1 << other

        def question(rules: Standing) -> tuple[int, int]:
            """The question, with both rules kept in view."""
            if not rules.alive & bit or not (rules.stand | rules.unclear) & other_bit:
                return 0, 0
            needed = self._needed(rules)
            open_ = self.with_overriders(rules.unclear & other_bit, needed) | (bit & ~rules.hold)
            return (0 if open_ else other_bit), open_

        return question

    def facts_of(self, rules: int) -> int:
        """The mask of the facts on which the conditions of these rules turn."""
        return sum(1 << place for place, mentioned in enumerate(self._mentioned) if mentioned & rules)
