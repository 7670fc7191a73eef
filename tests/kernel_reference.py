"""A slow, plain reading of what a ruleset means: every completion is tried, and nothing is compiled.

It also makes random rulesets, the same ones for the same seed.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from random import Random

from mastery_programme import Choice, Count, Is, Rule, Ruleset, Source, YesNo

Value = bool | int | str
Fact = YesNo | Choice | Count
Point = dict[str, Value]

CLAUSE = Source("invented", "INV-1", "Invented", "A clause for tests.")
OUTCOMES = ("north", "south", "west")


def random_ruleset(random: Random) -> Ruleset:
    """A ruleset of one to four facts and one to six rules, with exceptions in any order but without a circle."""
    facts = {name: _random_fact(random) for name in "abcd"[: random.randint(1, 4)]}
    rules: list[Rule] = []
    for number in range(random.randint(1, 6)):
        names = random.sample(list(facts), random.randint(0, len(facts)))
        when = {name: _random_condition(random, facts[name]) for name in names}
        overrides = tuple(rule.id for rule in rules if random.random() < 0.3)
        rules.append(Rule(f"rule-{number}", when, random.choice(OUTCOMES), CLAUSE, overrides))
    random.shuffle(rules)
    return Ruleset("random", "Which way?", facts, tuple(rules))


def _random_fact(random: Random) -> Fact:
    kind = random.choice(("yes-no", "yes-no", "choice", "count"))
    if kind == "choice":
        return Choice("Which one?", ("x", "y", "z")[: random.randint(1, 3)])
    low = random.randint(-1, 2)
    return YesNo("Is it so?") if kind == "yes-no" else Count("How many?", low, low + random.randint(0, 3))


def values_of(fact: Fact) -> list[Value]:
    """Every value that a fact can have."""
    values: list[Value] = []
    values.extend(fact.values)
    return values


def _random_condition(random: Random, fact: Fact) -> Is:
    values = values_of(fact)
    if isinstance(fact, Count) and random.random() < 0.7:
        low, high = sorted((random.choice(fact.values), random.choice(fact.values)))
        return random.choice((Is.at_least(low), Is.at_most(high), Is.between(low, high)))
    return Is.one_of(*random.sample(values, random.randint(1, len(values))))


def random_knowledge(random: Random, ruleset: Ruleset) -> Point:
    """Values for some of the facts of a ruleset."""
    return {name: random.choice(values_of(fact)) for name, fact in ruleset.facts.items() if random.random() < 0.5}


def completions(ruleset: Ruleset, known: Mapping[str, Value]) -> Iterator[Point]:
    """Every way to fill in the unknown facts."""
    domains = [[known[name]] if name in known else values_of(fact) for name, fact in ruleset.facts.items()]
    for values in product(*domains):
        yield dict(zip(ruleset.facts, values, strict=True))


def standing(ruleset: Ruleset, point: Point) -> frozenset[str]:
    """The ids of the rules that stand at a point: conditions hold, and no standing rule overrides."""
    holding = [rule for rule in ruleset.rules if all(is_.holds(point[name]) for name, is_ in rule.when.items())]

    def stands(rule: Rule) -> bool:
        return not any(rule.id in other.overrides and stands(other) for other in holding)

    return frozenset(rule.id for rule in holding if stands(rule))


def outcomes(ruleset: Ruleset, point: Point) -> frozenset[str]:
    """The outcomes that stand at a point."""
    ids = standing(ruleset, point)
    return frozenset(rule.then for rule in ruleset.rules if rule.id in ids)


def turning(ruleset: Ruleset, known: Mapping[str, Value]) -> tuple[str, ...]:
    """The unknown facts of which a change alone changes the outcomes at some completion."""
    unknown = [name for name in ruleset.facts if name not in known]
    at = {tuple(point.values()): outcomes(ruleset, point) for point in completions(ruleset, known)}
    return tuple(
        name
        for name in unknown
        if any(
            at[tuple(point.values())] != at[tuple({**point, name: value}.values())]
            for point in completions(ruleset, known)
            for value in values_of(ruleset.facts[name])
        )
    )


def settled_at(ruleset: Ruleset, known: Mapping[str, Value], wanted: str) -> bool:
    """Whether every completion has the wanted outcome and no other."""
    return all(outcomes(ruleset, point) == frozenset({wanted}) for point in completions(ruleset, known))


def smallest_changes(
    ruleset: Ruleset, known: Mapping[str, Value], wanted: str, fixed: Iterable[str]
) -> set[tuple[tuple[str, Value], ...]]:
    """Every smallest set of facts with values that settles the wanted outcome, each choice of values by itself."""
    free = [name for name in ruleset.facts if name not in set(fixed)]
    for size in range(len(free) + 1):
        found = {
            tuple(zip(names, values, strict=True))
            for names in combinations(free, size)
            for values in product(*(values_of(ruleset.facts[name]) for name in names))
            if settled_at(ruleset, {**known, **dict(zip(names, values, strict=True))}, wanted)
        }
        if found:
            return found
    return set()
