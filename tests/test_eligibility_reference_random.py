"""Verdicts and changes against the slow reading: what would have to change, and editions made at random."""

from collections.abc import Callable
from itertools import product
from random import Random

import pytest

from mastery_programme import (
    Choice,
    Count,
    Criterion,
    FlawedProgramme,
    FrozenMapping,
    Is,
    Level,
    Programme,
    Rule,
    Ruleset,
    Verdict,
    YesNo,
    assess_facts,
)
from mastery_programme.facts import Value
from tests.applications import PROGRAMME
from tests.changed_editions import CLAUSE, changed
from tests.test_eligibility_reference import DOMAINS, Change, Point, Space, asked, cohort_4


def expanded(changes: tuple[FrozenMapping[str, tuple[Value, ...]], ...]) -> list[Change]:
    """Sets of changes with each combination of their values by itself."""
    return [frozenset(zip(box, values, strict=True)) for box in changes for values in product(*box.values())]


FACTS: dict[str, YesNo | Choice | Count] = {
    "a": YesNo("Is it a?"),
    "b": YesNo("Is it b?"),
    "c": Choice("Which is c?", ("x", "y", "z")),
    "d": Count("How many are d?", 0, 3),
}
Ways = list[dict[str, list[Value]]]


def random_ways(random: Random) -> Ways:
    """Ways to meet a criterion: for each way some facts, each with the values that will do."""
    return [
        {
            name: random.sample(list(FACTS[name].values), random.randint(1, len(FACTS[name].values) - 1))
            for name in random.sample(list(FACTS), random.randint(1, 3))
        }
        for _ in range(random.randint(1, 3))
    ]


def random_edition(random: Random) -> tuple[Programme, Space]:
    """An edition whose essential criteria share facts, also so that they contradict each other, and its reading."""
    while True:
        ways = {f"criterion-{number}": random_ways(random) for number in range(random.randint(1, 3))}
        criteria = tuple(
            _criterion(id, level, held)
            for id, level, held in [
                *((id, Level.ESSENTIAL, held) for id, held in ways.items()),
                ("wished-for", Level.DESIRABLE, random_ways(random)),
            ]
        )
        try:
            programme = changed(PROGRAMME, criteria=criteria, form=None)
        except FlawedProgramme:  # a rule that can never stand
            continue
        turned_on = {name for held in ways.values() for way in held for name in way}
        essential = {name: FACTS[name].values for name in programme.facts if name in turned_on}
        met = {id: _reading(held) for id, held in ways.items()}
        return programme, Space(essential, met)


def _criterion(id: str, level: Level, ways: Ways) -> Criterion:
    facts = {name: fact for name, fact in FACTS.items() if any(name in way for way in ways)}
    rules = [Rule("not-met", {}, "not met", CLAUSE)]
    for number, way in enumerate(ways):
        when = {name: Is.one_of(*values) for name, values in way.items()}
        rules.append(Rule(f"way-{number}", when, "met", CLAUSE, ("not-met",)))
    return Criterion(id, level, "Something", Ruleset(id, "Is it so?", facts, tuple(rules)), CLAUSE)


def _reading(ways: Ways) -> Callable[[Point], bool]:
    return lambda point: any(all(point[name] in values for name, values in way.items()) for way in ways)


class TestChanges:
    """The smallest sets of changes after which the essential criteria are met."""

    @pytest.mark.parametrize("seed", range(40))
    def test_they_are_those_that_trying_all_of_them_finds(self, seed: int) -> None:
        """For what may be known of Cohort 4, with facts that cannot change."""
        random, space = Random(seed), cohort_4()
        known = {
            name: values[0] if random.random() < 0.7 and name != "phase" else random.choice(values)
            for name, values in DOMAINS.items()
            if random.random() < 0.8
        }
        fixed = [name for name in DOMAINS if random.random() < 0.1]
        for held in ([], fixed):
            found = expanded(assess_facts(PROGRAMME, known).changes(held))
            assert len(set(found)) == len(found)
            assert space.changes(known, held, space.all_met) == set(found)


class TestRandomEditions:
    """Editions whose criteria share facts and may contradict each other."""

    @pytest.mark.parametrize("seed", range(60))
    def test_they_are_assessed_as_trying_everything_finds(self, seed: int) -> None:
        """Verdict, statuses, what is missing, and what would have to change, of an edition and of each criterion."""
        random = Random(seed)
        programme, space = random_edition(random)
        for _ in range(10):
            known = {name: random.choice(values) for name, values in space.domains.items() if random.random() < 0.5}
            fixed = [name for name in space.domains if random.random() < 0.2]
            left, assessment = space.left(known), assess_facts(programme, known)
            assert (space.verdict(left), space.missing(known)) == (assessment.verdict, asked(assessment))
            assert space.changes(known, fixed, space.all_met) == set(expanded(assessment.changes(fixed)))
            for found in assessment.essential:
                id = found.criterion
                assert (space.status(id, left), set(space.missing(known, id))) == (found.status, set(found.missing))
                assert space.changes(known, (), space.met[id]) == set(expanded(found.changes()))

    def test_they_are_of_every_kind(self) -> None:
        """Among them are criteria that cannot be met together, and facts whose answer no longer matters."""
        seen: set[str] = set()
        for seed in range(60):
            programme, space = random_edition(Random(seed))
            nothing = assess_facts(programme, {})
            seen.add(nothing.verdict)
            hopeless = nothing.verdict is Verdict.FALLS_SHORT and not any(
                one.missing == () for one in nothing.essential
            )
            seen.update(["contradictory"] if hopeless else [])
            needless = nothing.verdict is Verdict.UNDECIDED and set(asked(nothing)) < set(space.domains)
            seen.update(["needless"] if needless else [])
            seen.update(["several ways"] if len(nothing.changes()) > 1 else [])
        assert {"undecided", "falls short", "contradictory", "needless", "several ways"} <= seen
