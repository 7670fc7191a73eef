"""The rules kernel against a slow reading of the same rules, on random rulesets and over every point of each."""

from collections.abc import Mapping
from itertools import product
from random import Random

import pytest

from mastery_programme import Effect, Ruleset, audit, changes, decide, explain
from tests import kernel_reference as reference
from tests.kernel_reference import Point, Value

BATCH = 200


def check_decide(ruleset: Ruleset, known: Point) -> None:
    """`decide` agrees with all completions."""
    found = [reference.outcomes(ruleset, point) for point in reference.completions(ruleset, known)]
    standing = frozenset[str]().union(
        *(reference.standing(ruleset, point) for point in reference.completions(ruleset, known))
    )
    ruling = decide(ruleset, known)
    settled = len(set(found)) == 1 and len(found[0]) == 1
    assert (next(iter(found[0])) if settled else None) == ruling.outcome
    assert tuple(then for then in ruleset.outcomes if any(then in some for some in found)) == ruling.possible
    assert any(len(some) > 1 for some in found) == ruling.conflict
    assert (frozenset() in found) == ruling.gap
    assert reference.turning(ruleset, known) == ruling.missing
    assert tuple(rule for rule in ruleset.rules if rule.id in standing) == ruling.because


def check_explain(ruleset: Ruleset, known: Point) -> None:
    """`explain` says of each rule what it does in all completions."""
    points = list(reference.completions(ruleset, known))
    for rule, reason in zip(ruleset.rules, explain(ruleset, known), strict=True):
        stands = [rule.id in reference.standing(ruleset, point) for point in points]
        against = tuple(name for name, is_ in rule.when.items() if name in known and not is_.holds(known[name]))
        told = tuple(name for name in rule.when if name in known)
        assert rule == reason.rule
        if all(stands):
            assert (Effect.APPLIES, (), told) == (reason.effect, reason.overridden_by, reason.facts)
        elif any(stands):
            assert Effect.DEPENDS == reason.effect
            turning = _turning_for(ruleset, rule.id, known)
            assert tuple(name for name in ruleset.facts if name in turning) == reason.facts
        elif against:
            assert (Effect.DOES_NOT_APPLY, against) == (reason.effect, reason.facts)
        else:
            holding = [point for point in points if all(is_.holds(point[name]) for name, is_ in rule.when.items())]
            instead = {
                other.id
                for other in ruleset.rules
                if rule.id in other.overrides
                and any(other.id in reference.standing(ruleset, point) for point in holding)
            }
            assert (Effect.OVERRIDDEN, instead, told) == (reason.effect, set(reason.overridden_by), reason.facts)


def _turning_for(ruleset: Ruleset, rule: str, known: Point) -> set[str]:
    """The unknown facts of which a change alone changes whether a rule stands."""
    return {
        name
        for point in reference.completions(ruleset, known)
        for name in ruleset.facts
        if name not in known
        for value in reference.values_of(ruleset.facts[name])
        if (rule in reference.standing(ruleset, point)) != (rule in reference.standing(ruleset, {**point, name: value}))
    }


def check_changes(ruleset: Ruleset, known: Point, wanted: str, fixed: list[str]) -> None:
    """`changes` finds every smallest set of changes, each choice of values once."""
    found = [
        tuple(zip(names, values, strict=True))
        for box in changes(ruleset, known, wanted, fixed)
        for names, values in product((tuple(box),), product(*box.values()))
    ]
    assert len(set(found)) == len(found)
    assert reference.smallest_changes(ruleset, known, wanted, fixed) == set(found)


def check_audit(ruleset: Ruleset) -> None:
    """`audit` finds every conflict, gap and dead rule, each at the points where it is and once."""
    flaws = audit(ruleset)
    points = list(reference.completions(ruleset, {}))
    for point in points:
        here = [flaw for flaw in flaws if flaw.kind != "dead" and _within(point, flaw.facts)]
        standing = reference.standing(ruleset, point)
        there = reference.outcomes(ruleset, point)
        expected = [] if len(there) == 1 else [("conflict" if there else "gap", standing)]
        assert expected == [(flaw.kind, frozenset(flaw.rules)) for flaw in here]
    alive = frozenset[str]().union(*(reference.standing(ruleset, point) for point in points))
    dead = [(rule.id,) for rule in ruleset.rules if rule.id not in alive]
    assert dead == [flaw.rules for flaw in flaws if flaw.kind == "dead"]


def _within(point: Mapping[str, Value], facts: Mapping[str, tuple[Value, ...]]) -> bool:
    return all(point[name] in values for name, values in facts.items())


def check(seed: int) -> None:
    """Every answer about one random ruleset."""
    random = Random(seed)
    ruleset = reference.random_ruleset(random)
    known = reference.random_knowledge(random, ruleset)
    fixed = [name for name in ruleset.facts if random.random() < 0.2]
    check_decide(ruleset, known)
    check_decide(ruleset, {})
    check_explain(ruleset, known)
    check_changes(ruleset, known, random.choice(reference.OUTCOMES), fixed)
    check_audit(ruleset)


class TestAgainstBruteForce:
    """Every answer of the kernel is what trying every completion gives."""

    @pytest.mark.parametrize("batch", range(15))
    def test_thousands_of_random_rulesets_are_answered_exactly(self, batch: int) -> None:
        """Outcomes, what is missing, reasons, smallest changes and flaws agree, point by point."""
        for seed in range(batch * BATCH, (batch + 1) * BATCH):
            check(seed)

    @pytest.mark.long
    @pytest.mark.parametrize("batch", range(500))
    def test_a_hundred_thousand_more_are_answered_exactly(self, batch: int) -> None:
        """The same, for the patient."""
        for seed in range(1_000_000 + batch * BATCH, 1_000_000 + (batch + 1) * BATCH):
            check(seed)

    def test_the_random_rulesets_are_of_every_kind(self) -> None:
        """Among them are conflicts, gaps, dead rules, exceptions to exceptions, and settled and open cases."""
        seen: set[str] = set()
        for seed in range(500):
            random = Random(seed)
            ruleset = reference.random_ruleset(random)
            ruling = decide(ruleset, reference.random_knowledge(random, ruleset))
            overriding = {rule.id: set(rule.overrides) for rule in ruleset.rules}
            nested = any(overriding[other] for others in overriding.values() for other in others)
            seen.update(flaw.kind for flaw in audit(ruleset))
            seen.update(word for word, there in (("settled", ruling.outcome), ("nested", nested)) if there)
            seen.update(word for word, there in (("open", ruling.missing), ("certain", not ruling.missing)) if there)
        assert {"conflict", "gap", "dead", "settled", "nested", "open", "certain"} == seen
