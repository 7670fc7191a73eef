"""What follows from rules: decide, explain, audit. Each answer is a short loop over the regions of a ruleset."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from attrs import frozen

from mastery_programme.compiled import Table, bits
from mastery_programme.conditions import said, said_any
from mastery_programme.errors import InvalidArgument
from mastery_programme.facts import Value
from mastery_programme.mappings import FrozenMapping
from mastery_programme.records import Record, Term
from mastery_programme.regions import Diagram, Looks, Region
from mastery_programme.rules import Rule, Ruleset
from mastery_programme.sources import Source

_TABLE = "table"  # where a ruleset's memo keeps its compiled table; its other keys are states


@frozen(eq=False, repr=False)
class Ruling(Record):
    """What a ruleset answers to what is known.

    Attributes:
        outcome: the answer, or None while it is not settled.
        possible: every outcome that stands in some completion, in the order of the rules.
        missing: exactly the unknown facts that can still change the answer, in the ruleset's order.
        because: every rule that stands in some completion, in the order of the rules.
        conflict: whether two different outcomes stand in some completion.
        gap: whether none stands in some completion.
    """

    outcome: str | None
    possible: tuple[str, ...]
    missing: tuple[str, ...]
    because: tuple[Rule, ...]
    conflict: bool
    gap: bool

    def __str__(self) -> str:
        if self.outcome is not None:
            return self.outcome
        doubts = (
            ("rules that contradict each other", self.conflict),
            ("cases that no rule covers", self.gap),
        )
        said_doubts = "".join(f", with {words}" for words, there in doubts if there)
        turning = f"; it turns on {', '.join(self.missing)}" if self.missing else ""
        return f"not settled: {' or '.join(self.possible) or 'no outcome'}{said_doubts}{turning}"


class Effect(Term):
    """What a rule does, as far as the facts are known."""

    APPLIES = "applies"
    DOES_NOT_APPLY = "does not apply"
    OVERRIDDEN = "overridden"
    DEPENDS = "depends"


@frozen(eq=False, repr=False)
class Reason(Record):
    """What one rule does in a case, and why.

    Attributes:
        rule: the rule.
        effect: whether it stands in every completion (applies), in some (depends), or in none: because a known fact
            is against it (does not apply), or because rules that stand take its place (overridden).
        facts: the known facts by which it applies or does not, or the unknown ones on which it depends.
        overridden_by: the ids of the rules that take its place.
        text: all this as a sentence.
    """

    rule: Rule
    effect: Effect
    facts: tuple[str, ...]
    overridden_by: tuple[str, ...]
    text: str

    @property
    def source(self) -> Source:
        """The clause that states the rule."""
        return self.rule.source

    def __str__(self) -> str:
        return f"{self.rule.id}: {self.text} [{self.source.clause}]"


@frozen(eq=False, repr=False)
class Flaw(Record):
    """Something wrong with a ruleset.

    Attributes:
        kind: ``"conflict"`` (different outcomes stand together), ``"gap"`` (none stands), ``"dead"`` (a rule that
            never stands).
        facts: where: for each fact that matters the values, in any combination; empty for a dead rule.
        rules: the ids of the rules that contradict each other, or of the one that never stands.
    """

    kind: Literal["conflict", "gap", "dead"]
    facts: FrozenMapping[str, tuple[Value, ...]]
    rules: tuple[str, ...]

    def __str__(self) -> str:
        where = where_said(self.facts)
        rules = " and ".join(self.rules)
        return {
            "conflict": f"conflict: {rules} contradict each other {where}",
            "gap": f"gap: no rule stands {where}",
            "dead": f"dead: {rules} can never stand",
        }[self.kind]


def where_said(facts: Mapping[str, tuple[Value, ...]]) -> str:
    """Where in the space of facts, in words, such as ``"where phase is primary or nursery"``."""
    told = " and ".join(f"{name} is {said_any(values)}" for name, values in facts.items())
    return f"where {told}" if told else "always"


def table_of(ruleset: Ruleset) -> Table:
    """The compiled table of a ruleset, made once and kept with it."""
    if not isinstance(ruleset, Ruleset):
        raise _not_a_ruleset(ruleset)
    table: Table | None = ruleset.memo.get(_TABLE)
    return ruleset.memo.keep(_TABLE, Table(ruleset.id, (ruleset,))) if table is None else table


def _not_a_ruleset(other: object) -> InvalidArgument:
    """The error for something else that was to be asked."""
    return InvalidArgument("not a ruleset", other, "a Ruleset, such as one of the routes of a Programme")


def where(table: Table, region: Region) -> FrozenMapping[str, tuple[Value, ...]]:
    """What a region assumes, by the names of the facts."""
    return FrozenMapping({table.names[place]: atom.values for place, atom in region.assumed.items()})


def decide(ruleset: Ruleset, known: Mapping[str, object]) -> Ruling:
    """What the ruleset answers to the facts that are known.

    Args:
        ruleset: the question and its rules.
        known: values of facts by name; one left out or None is unknown.

    Raises:
        UnknownFact: for a name that the ruleset does not have.
        InvalidFact: for a value outside the domain of its fact, or of another type.
    """
    try:  # the short way, for plain values and a state that was asked before
        kept = ruleset.memo.kept
        table: Table = kept[_TABLE]
        state, columns = table.nothing_known, table.columns
        for name, value in known.items():
            kind, states = columns[name]
            if type(value) is kind:
                state &= states[value]
            elif value is not None:
                raise KeyError(value)
        answer: Ruling = kept[state]
    except (AttributeError, KeyError, TypeError):  # the careful way, which says what is wrong if anything is
        table = table_of(ruleset)
        state = table.state(known)
        answer = ruleset.memo.keep(state, _ruling(table, *table.apart(state)))
    return answer


def _ruling(table: Table, alive: int, unknown: int) -> Ruling:
    """The ruling in a state."""
    diagram = Diagram(table, table.which_outcomes, alive, unknown)
    standing = 0
    for mask in diagram.answers:
        standing |= mask
    outcomes = tuple(then for _, then in table.outcomes)
    possible = tuple(outcomes[place] for place in bits(standing))
    conflict = any(mask.bit_count() > 1 for mask in diagram.answers)
    gap = 0 in diagram.answers
    return Ruling(
        outcome=possible[0] if len(diagram.answers) == 1 and not conflict and not gap else None,
        possible=possible,
        missing=tuple(table.names[place] for place in bits(diagram.facts)),
        because=tuple(
            rule for number, rule in enumerate(table.rules) if stands_somewhere(table, number, alive, unknown)
        ),
        conflict=conflict,
        gap=gap,
    )


def stands_somewhere(table: Table, number: int, alive: int, unknown: int, looks: Looks | None = None) -> bool:
    """Whether a rule stands in some completion of a state."""
    return any(Diagram(table, table.whether(number), alive, unknown, looks).answers)


def explain(ruleset: Ruleset, known: Mapping[str, object]) -> tuple[Reason, ...]:
    """What each rule does, and why, in the order of the rules.

    Args:
        ruleset: the question and its rules.
        known: values of facts by name; one left out or None is unknown.

    Raises:
        UnknownFact: for a name that the ruleset does not have.
        InvalidFact: for a value outside the domain of its fact, or of another type.
    """
    table = table_of(ruleset)
    given = table.read(known)
    alive, unknown = table.apart(table.state(given))
    return tuple(_reason(table, number, given, alive, unknown) for number in range(len(table.rules)))


def _reason(table: Table, number: int, given: Mapping[str, Value], alive: int, unknown: int) -> Reason:
    """What one rule does in a state, and why."""
    rule = table.rules[number]
    diagram = Diagram(table, table.whether(number), alive, unknown)
    decisive = tuple(name for name in rule.when if name in given)
    if all(diagram.answers):
        text = f"applies, {_because(table, rule, decisive, given)}" if decisive else "applies"
        return Reason(rule, Effect.APPLIES, decisive, (), text)
    if any(diagram.answers):
        turning = tuple(table.names[place] for place in bits(diagram.facts))
        asked = "; ".join(table.facts[name].ask for name in turning)
        return Reason(rule, Effect.DEPENDS, turning, (), f"depends on {', '.join(turning)}: {asked}")
    if not alive >> number & 1:
        against = tuple(name for name in decisive if not rule.when[name].holds(given[name]))
        text = f"does not apply, {_because(table, rule, against, given)}"
        return Reason(rule, Effect.DOES_NOT_APPLY, against, (), text)
    instead = tuple(table.rules[other].id for other in _in_its_place(table, number, alive, unknown))
    return Reason(
        rule,
        Effect.OVERRIDDEN,
        decisive,
        instead,
        f"gives way to {' and '.join(instead)}",
    )


def _because(table: Table, rule: Rule, names: Sequence[str], given: Mapping[str, Value]) -> str:
    """The known facts that make a rule apply or not, in words."""
    told = (f'"{table.facts[name].ask}" is answered {said(given[name])} (needed: {rule.when[name]})' for name in names)
    return f"because {'; '.join(told)}"


def _in_its_place(table: Table, number: int, alive: int, unknown: int) -> Iterator[int]:
    """The rules that stand and override a rule in some completion in which its own conditions hold."""
    for other in bits(table.beaten_by[number] & alive):
        if any(Diagram(table, table.whether_instead(number, other), alive, unknown).answers):
            yield other


def audit(ruleset: Ruleset) -> tuple[Flaw, ...]:
    """Every flaw of a ruleset.

    Args:
        ruleset: the question and its rules.

    Returns:
        Rules that never stand, then conflicts and gaps, in the order of the facts' values; empty if it is sound.
    """
    return tuple(flaws(ruleset))


def flaws(ruleset: Ruleset, looks: Looks | None = None) -> Iterator[Flaw]:
    """The flaws of a ruleset one by one, for those who do not want them all: there can be very many conflicts.

    Raises:
        InvalidRuleset: if the looks are used up.
    """
    table = table_of(ruleset)
    start = (table.all_rules, table.all_facts)
    for number, rule in enumerate(table.rules):
        if not stands_somewhere(table, number, *start, looks):
            yield Flaw("dead", FrozenMapping(), (rule.id,))
    for region in Diagram(table, table.which_outcomes, *start, looks).walk(_is_flaw):
        if region.answer == 0:
            yield Flaw("gap", where(table, region), ())
        else:
            parts = Diagram(table, table.which_rules, region.alive, region.unknown, looks).walk()
            yield from (_conflict(table, region, part) for part in parts)


def _is_flaw(outcomes: int) -> bool:
    """Whether of these outcomes that stand together there are none, or several."""
    return outcomes.bit_count() != 1


def _conflict(table: Table, region: Region, part: Region) -> Flaw:
    """The conflict in a part of a region."""
    assumed = dict(sorted({**region.assumed, **part.assumed}.items()))
    rules = tuple(table.rules[number].id for number in bits(part.answer))
    return Flaw("conflict", where(table, part._replace(assumed=assumed)), rules)
