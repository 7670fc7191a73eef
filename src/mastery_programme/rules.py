"""What a rule is: one sentence of a document, with its conditions and its exceptions. All of it data."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from mastery_programme.conditions import Is
from mastery_programme.errors import InvalidRule, InvalidRuleset, cut
from mastery_programme.facts import Choice, Count, Fact, YesNo, check_text, series
from mastery_programme.hints import Hints
from mastery_programme.mappings import FrozenMapping, Memo
from mastery_programme.records import Record
from mastery_programme.sources import Source

MOST_FACTS, MOST_RULES = 100, 200
"""No ruleset has more facts or rules than this."""

RULINGS_KEPT = 1024
"""How many rulings a ruleset remembers."""


def _mapping(given: Mapping[str, Any]) -> FrozenMapping[str, Any]:
    """A mapping by name as an immutable one; raises `InvalidRule`."""
    if not isinstance(given, Mapping):
        raise InvalidRule("not a mapping by name", given, "a mapping from the names of facts")
    for name in given:
        check_text(name, "the name of a fact")
    return given if isinstance(given, FrozenMapping) else FrozenMapping(given)


def _in_order(mapping: FrozenMapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """The items of a mapping, for an equality that minds their order."""
    return tuple(mapping.items())


@frozen(eq=False, repr=False)
class Rule(Record):
    """One sentence of a document: when these conditions all hold, then this outcome.

    Args:
        id: its name within the ruleset.
        when: for each fact that matters, the condition on it; empty for a general rule.
        then: the outcome.
        source: the clause that says so.
        overrides: the ids of the rules to which it is an exception.

    Raises:
        InvalidRule: if any of these is not what it should be.
    """

    id: str
    when: FrozenMapping[str, Is] = field(converter=_mapping, eq=_in_order)
    then: str
    source: Source
    overrides: tuple[str, ...] = field(default=(), converter=series)

    def __attrs_post_init__(self) -> None:
        check_text(self.id, "the id of a rule")
        check_text(self.then, "an outcome")
        if not isinstance(self.source, Source):
            raise InvalidRule("not a source", self.source, "the Source of the clause that states the rule")
        if not all(isinstance(id, str) for id in self.overrides):
            raise InvalidRule("not rules to override", self.overrides, "a tuple of the ids of rules")
        for condition in self.when.values():
            if not isinstance(condition, Is):
                raise InvalidRule("not a condition", condition, "Is.one_of(...), Is.at_least(n) or Is.at_most(n)")

    def __str__(self) -> str:
        when = " and ".join(f"{name} is {condition}" for name, condition in self.when.items())
        return f"{self.id}: {self.then}{f' when {when}' if when else ''} [{self.source.clause}]"


@frozen(eq=False, repr=False)
class Ruleset(Record):
    """A question, the facts it turns on, and the rules that answer it.

    A rule stands if its conditions hold and no standing rule overrides it; the outcomes of the standing rules are the
    answer. Two rulesets are equal only if their facts and rules are the same in the same order.

    Args:
        id: its name.
        question: what it decides, as a question.
        facts: the facts by name, in the order in which they are asked; at most 100, of at most 200 options each.
        rules: its rules, in the order of the document; at most 200.

    Attributes:
        memo: what it remembers of its rulings; no part of its value.

    Raises:
        InvalidRule: if an argument is not of the right kind.
        InvalidRuleset: naming everything wrong at once: an id twice, an unknown fact or rule, a condition that does
            not fit its fact, overrides in a cycle.
    """

    id: str
    question: str
    facts: FrozenMapping[str, Fact] = field(converter=_mapping, eq=_in_order)
    rules: tuple[Rule, ...] = field(converter=series)
    memo: Memo = field(init=False, eq=False, repr=False, factory=lambda: Memo(RULINGS_KEPT))

    def __attrs_post_init__(self) -> None:
        check_text(self.id, "the id of a ruleset")
        check_text(self.question, "a question")
        for rule in self.rules:
            if not isinstance(rule, Rule):
                raise InvalidRule("not a rule", rule, "a Rule")
        for fact in self.facts.values():
            if not isinstance(fact, YesNo | Choice | Count):
                raise InvalidRule("not a fact", fact, "a YesNo, a Choice or a Count")
        flaws = tuple(flaws_of(self.facts, self.rules, Hints()))
        if flaws:
            raise InvalidRuleset(self.id, flaws)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Every outcome that a rule states, in the order of the rules."""
        return tuple(dict.fromkeys(rule.then for rule in self.rules))


def flaws_of(facts: Mapping[str, Fact], rules: Sequence[Rule], hints: Hints) -> Iterator[str]:
    """Everything that keeps a ruleset of these facts and rules from being built, each told in not too many words."""
    return map(cut, _flaws(facts, rules, hints))


def _flaws(facts: Mapping[str, Fact], rules: Sequence[Rule], hints: Hints) -> Iterator[str]:
    """The same in as many words as it takes."""
    times = Counter(rule.id for rule in rules)
    if len(facts) > MOST_FACTS or len(rules) > MOST_RULES:
        yield f"more than {MOST_FACTS} facts or {MOST_RULES} rules"
        return
    for name, choice in facts.items():
        if isinstance(choice, Choice) and len(choice.options) > MOST_RULES:
            yield f"fact {name!r} has more than {MOST_RULES} options"
    yield from (f"the rule id {id!r} stands {number} times" for id, number in times.items() if number > 1)
    allowed: dict[str, str] = {}
    for rule in rules:
        for name, condition in rule.when.items():
            if name not in facts:
                yield f"rule {rule.id!r} is about an unknown fact {name!r}{hints.said(name, facts)}"
            elif not condition.fits(facts[name]):
                told = allowed.get(name) or allowed.setdefault(name, cut(facts[name].allowed))
                yield f"rule {rule.id!r}: {condition} does not fit {name!r}, which is {told}"
        for other in rule.overrides:
            if other not in times:
                yield f"rule {rule.id!r} overrides an unknown rule {other!r}{hints.said(other, times)}"
    circle = _in_circles({rule.id: rule.overrides for rule in rules})
    if circle:
        yield f"overrides in a circle: {', '.join(circle)}"


def _in_circles(overrides: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The rules that override themselves, by way of others or at once; found in one pass there and one back."""
    overridden_by: dict[str, list[str]] = {id: [] for id in overrides}
    for id, others in overrides.items():
        for other in others:
            overridden_by.get(other, []).append(id)
    finished = [id for tree in _trees(overrides, overrides) for id in tree]
    circles = {id for tree in _trees(overridden_by, reversed(finished)) if len(tree) > 1 for id in tree}
    return tuple(id for id in overrides if id in circles or id in overrides[id])


def _trees(graph: Mapping[str, Sequence[str]], roots: Iterable[str]) -> Iterator[list[str]]:
    """What can be reached from each root and from none before, each rule after all that it leads to."""
    seen: set[str] = set()
    for root in roots:
        tree: list[str] = []
        waiting = [(root, iter(graph[root]))] if root not in seen else []
        seen.add(root)
        while waiting:
            id, others = waiting[-1]
            other = next((one for one in others if one in graph and one not in seen), None)
            if other is None:
                tree.append(id)
                waiting.pop()
            else:
                seen.add(other)
                waiting.append((other, iter(graph[other])))
        yield tree
