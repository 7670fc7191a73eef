"""Where two rulesets or two editions answer differently: against brute force, and part by part."""

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Choice,
    Count,
    Difference,
    FrozenMapping,
    InvalidComparison,
    Is,
    Rule,
    Ruleset,
    Source,
    YesNo,
    compare,
)
from tests.changed_editions import (
    CLAUSE,
    GRANT,
    NCETM_TALK,
    PD_LEAD_DAYS,
    changed,
    yes_no_ruleset,
)
from tests.kernel_reference import Fact, Point, Value, outcomes, random_ruleset, standing, values_of

COHORT = SECONDARY_COHORT_4
PAIRS = 300
MOST_POINTS = 1500
YES, NO = Is.one_of(True), Is.one_of(False)


def by_kind(ruleset: Ruleset, side: str) -> Ruleset:
    """A ruleset whose facts have their kind in their names, and each of whose rules cites a clause of its own."""
    names = {name: f"{name}-{type(fact).__name__}" for name, fact in ruleset.facts.items()}
    return Ruleset(
        ruleset.id,
        ruleset.question,
        {names[name]: fact for name, fact in ruleset.facts.items()},
        tuple(
            Rule(
                rule.id,
                {names[name]: condition for name, condition in rule.when.items()},
                rule.then,
                Source("invented", f"{side}-{number // 2}"),
                rule.overrides,
            )
            for number, rule in enumerate(ruleset.rules)
        ),
    )


def domain(facts: list[Fact]) -> list[Value]:
    """Every value that one of these facts can have, and for numbers every one between."""
    numbers = [number for fact in facts if isinstance(fact, Count) for number in (fact.low, fact.high)]
    if numbers:
        return list(range(min(numbers), max(numbers) + 1))
    return list(dict.fromkeys(value for fact in facts for value in values_of(fact)))


def domains(first: Ruleset, second: Ruleset) -> dict[str, list[Value]]:
    """The values of the facts of two rulesets, those of the first before the others."""
    names = dict.fromkeys((*first.facts, *second.facts))
    return {name: domain([side.facts[name] for side in (first, second) if name in side.facts]) for name in names}


def within(ruleset: Ruleset, point: Point) -> bool:
    """Whether a ruleset knows all values of its own facts at a point."""
    return all(point[name] in values_of(fact) for name, fact in ruleset.facts.items())


def answer(ruleset: Ruleset, point: Point) -> frozenset[str]:
    """The outcomes of a ruleset at a point: none where it does not know a value."""
    return outcomes(ruleset, point) if within(ruleset, point) else frozenset()


def cited(ruleset: Ruleset, points: list[Point]) -> tuple[str, ...]:
    """The clauses of all rules that stand at one of these points, in the order of the rules, each once."""
    stand = {id for point in points if within(ruleset, point) for id in standing(ruleset, point)}
    return tuple(dict.fromkeys(rule.source.clause for rule in ruleset.rules if rule.id in stand))


def pairs(seed: int) -> Iterator[tuple[Ruleset, Ruleset]]:
    """Pairs of small rulesets that can be compared, the same for the same seed."""
    random = Random(seed)
    while True:
        first, second = (by_kind(random_ruleset(random), side) for side in ("A", "B"))
        points = 1
        for values in domains(first, second).values():
            points *= len(values)
        if points <= MOST_POINTS:
            yield first, second


def holds(facts: Mapping[str, tuple[Value, ...]], point: Point) -> bool:
    """Whether a point lies in the region that a difference names."""
    return all(point[name] in values for name, values in facts.items())


def check(first: Ruleset, second: Ruleset) -> int:
    """The differences are all points with different answers, each once, with the right answers; how many there are."""
    differences = compare(first, second)
    values = domains(first, second)
    points: list[Point] = [dict(zip(values, combined, strict=True)) for combined in product(*values.values())]
    covered = 0
    for difference in differences:
        inside = [point for point in points if holds(difference.facts, point)]
        assert inside
        covered += len(inside)
        for side, said in ((first, difference.before), (second, difference.after)):
            assert {frozenset(said)} == {answer(side, point) for point in inside}
            assert tuple(then for then in side.outcomes if then in said) == said
        assert (cited(first, inside), cited(second, inside)) == (difference.clauses_before, difference.clauses_after)
        assert first.id == difference.subject
        assert [name for name in values if name in difference.facts] == list(difference.facts)
        for name, some in difference.facts.items():
            assert tuple(value for value in values[name] if value in some) == some
            assert len(some) < len(values[name])
    different = [point for point in points if answer(first, point) != answer(second, point)]
    assert all(any(holds(difference.facts, point) for difference in differences) for point in different)
    assert len(different) == covered
    return len(differences)


class TestRulesetsAgainstBruteForce:
    def test_the_differences_are_exact(self) -> None:
        """Regions do not overlap, leave nothing out, and state what stands in them; on hundreds of random pairs."""
        found = [check(first, second) for _, (first, second) in zip(range(PAIRS), pairs(20190426), strict=False)]
        assert PAIRS == len(found)
        assert min(found) == 0
        assert max(found) > 20

    def test_a_ruleset_does_not_differ_from_itself(self) -> None:
        """Nor from the same rules in another order."""
        for _, (first, _) in zip(range(PAIRS), pairs(7), strict=False):
            assert () == compare(first, first)
            assert () == compare(first, changed(first, rules=first.rules[::-1]))

    def test_the_way_back_has_the_same_differences(self) -> None:
        """What was before comes after."""
        for _, (first, second) in zip(range(PAIRS // 3), pairs(11), strict=False):
            there, back = compare(first, second), compare(second, first)
            assert {(one.before, one.after) for one in there} == {(one.after, one.before) for one in back}

    def test_facts_of_two_kinds_cannot_be_compared(self) -> None:
        """Random rulesets compare exactly if no name is of two kinds."""
        random = Random(5)
        refused = 0
        for _ in range(PAIRS):
            first, second = random_ruleset(random), random_ruleset(random)
            shared = first.facts.keys() & second.facts.keys()
            if any(type(first.facts[name]) is not type(second.facts[name]) for name in shared):
                refused += 1
                with pytest.raises(InvalidComparison, match="one name for two kinds of fact"):
                    compare(first, second)
            else:
                compare(first, second)
        assert 0 < refused < PAIRS

    def test_counts_that_are_too_far_apart_cannot_be_compared(self) -> None:
        """Nobody would want to see what lies between them."""
        near, far = (
            Ruleset("far", "Which?", {"n": Count("How many?", low, low + 9)}, (Rule("all", {}, "x", CLAUSE),))
            for low in (0, 200_000)
        )
        with pytest.raises(InvalidComparison):
            compare(near, far)


class TestRulesets:
    def test_a_difference_says_where_from_what_to_what_and_on_which_clauses(self) -> None:
        """An exception that is new changes the answer where it applies, and there alone."""
        before = changed(PD_LEAD_DAYS, rules=PD_LEAD_DAYS.rules[:1])
        (difference,) = compare(before, PD_LEAD_DAYS)
        assert (
            Difference(
                "pd-lead-days",
                FrozenMapping({"pd_lead_secondary": (True,)}),
                ("pd-lead-programme",),
                ("wider-work",),
                ("PAR-9",),
                ("PAR-10",),
            )
            == difference
        )
        assert (
            "pd-lead-days, where pd_lead_secondary is yes: pd-lead-programme (PAR-9) -> wider-work (PAR-10)"
            == f"{difference}"
        )

    def test_rules_written_otherwise_are_no_difference(self) -> None:
        """Answers are compared, not rules: an outcome for each case is the same as a rule with an exception."""
        fact = {"a": YesNo("Is it so?")}
        with_exception = Ruleset(
            "r",
            "Which?",
            fact,
            (Rule("general", {}, "x", CLAUSE), Rule("but", {"a": YES}, "y", CLAUSE, overrides=("general",))),
        )
        by_case = yes_no_ruleset("other", "a", "y", "x")
        assert () == compare(with_exception, by_case)
        assert () == compare(by_case, changed(by_case, question="Another question?", id="another"))

    @pytest.mark.parametrize(
        ("before", "after", "told"),
        [
            pytest.param(
                Choice("Which?", ("x", "y")),
                Choice("Which?", ("y", "z")),
                [(("x",), ("met",), ()), (("z",), (), ("met",))],
                id="options that only one side knows",
            ),
            pytest.param(
                Count("How many?", 0, 3),
                Count("How many?", 2, 5),
                [((0, 1), ("met",), ()), ((4, 5), (), ("met",))],
                id="numbers that only one side knows",
            ),
            pytest.param(
                Count("How many?", 0, 1),
                Count("How many?", 4, 5),
                [((0, 1), ("met",), ()), ((4, 5), (), ("met",))],
                id="bounds with numbers between that neither knows",
            ),
            pytest.param(YesNo("So?"), YesNo("Indeed so?", judged=True), [], id="another question for the same fact"),
        ],
    )
    def test_a_value_that_one_side_does_not_know_has_no_outcome_there(
        self, before: Fact, after: Fact, told: list[tuple[object, object, object]]
    ) -> None:
        """Where a fact cannot have a value, a ruleset has no answer."""
        first, second = (
            Ruleset("r", "Is it met?", {"a": fact}, (Rule("always", {}, "met", CLAUSE),)) for fact in (before, after)
        )
        assert told == [(one.facts["a"], one.before, one.after) for one in compare(first, second)]
        for one in compare(first, second):
            sides = ((one.before, one.clauses_before), (one.after, one.clauses_after))
            assert all(clauses == (("PAR-2",) if known else ()) for known, clauses in sides)

    def test_a_fact_that_only_one_side_has_can_make_the_difference(self) -> None:
        """Where the other side does not ask, its answer holds for all values."""
        before = Ruleset("r", "Is it met?", {}, (Rule("always", {}, "met", CLAUSE),))
        (difference,) = compare(before, yes_no_ruleset("r", "a", "met", "not met"))
        assert FrozenMapping({"a": (False,)}) == difference.facts
        assert (("met",), ("not met",)) == (difference.before, difference.after)

    @pytest.mark.parametrize(
        ("before", "after", "text"),
        [
            pytest.param({"x": YES, "y": NO}, {"x": YES}, "r, where a is no: y (PAR-2) -> nothing", id="dropped"),
            pytest.param({}, {"x": NO}, "r, where a is no: nothing -> x (PAR-2)", id="added"),
            pytest.param({"x": YES}, {"x": YES, "y": YES}, "r, where a is yes: x (PAR-2) -> x and y (PAR-2)", id="two"),
        ],
    )
    def test_a_difference_reads_as_a_sentence(self, before: dict[str, Is], after: dict[str, Is], text: str) -> None:
        """No outcome is nothing, and several are joined."""
        first, second = (
            Ruleset(
                "r",
                "Which?",
                {"a": YesNo("Is it so?")},
                tuple(Rule(then, {"a": condition}, then, CLAUSE) for then, condition in side.items()),
            )
            for side in (before, after)
        )
        assert [text] == [str(one) for one in compare(first, second)]

    def test_a_difference_everywhere_names_no_facts(self) -> None:
        """A fact on which nothing turns is not in a difference."""
        first, second = (
            Ruleset("r", "Which?", {"a": YesNo("So?")}, (Rule("always", {}, then, CLAUSE),)) for then in ("x", "y")
        )
        assert ["r: x (PAR-2) -> y (PAR-2)"] == [str(one) for one in compare(first, second)]


class TestWhatCannotBeCompared:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param(NCETM_TALK, COHORT, id="a ruleset against an edition"),
            pytest.param(COHORT, NCETM_TALK, id="an edition against a ruleset"),
            pytest.param(COHORT, None, id="an edition against nothing"),
            pytest.param(None, None, id="nothing against nothing"),
            pytest.param(GRANT, GRANT, id="two grants"),
            pytest.param("secondary-2019", "secondary-2019", id="two ids"),
        ],
    )
    def test_it_takes_two_of_a_kind(self, before: object, after: object) -> None:
        """Two rulesets, or two editions."""
        with pytest.raises(InvalidComparison) as refused:
            compare(before, after)  # type: ignore[arg-type]  # what is refused
        assert f"{type(before).__name__} and {type(after).__name__}" == refused.value.value
