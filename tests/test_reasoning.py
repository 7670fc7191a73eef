"""Deciding, explaining, changing and auditing, on small rulesets that a person can check."""

from collections.abc import Mapping
from enum import StrEnum
from pickle import dumps, loads

import numpy
import pytest

from mastery_programme import (
    Choice,
    Count,
    InvalidFact,
    InvalidRule,
    Is,
    Rule,
    Ruleset,
    Source,
    UnknownFact,
    YesNo,
    changes,
    decide,
    explain,
)

YES, NO = Is.one_of(True), Is.one_of(False)


def clause(id: str) -> Source:
    """An invented clause."""
    return Source("invented", id)


TALK = Ruleset(
    "talk",
    "May the teacher lead a talk?",
    {
        "trained": YesNo("Is the teacher trained?"),
        "phase": Choice("In which phase?", ("primary", "secondary", "other")),
        "years": Count("For how many years?", 0, 40, "years"),
    },
    (
        Rule("general", {}, "no", clause("T-1")),
        Rule("trained", {"trained": YES, "years": Is.at_least(2)}, "yes", clause("T-2"), overrides=("general",)),
        Rule("not-here", {"phase": Is.one_of("other")}, "no", clause("T-3"), overrides=("trained",)),
    ),
)


class TestDecide:
    """What a ruleset answers."""

    @pytest.mark.parametrize(
        ("known", "outcome", "missing"),
        [
            pytest.param({}, None, ("trained", "phase", "years"), id="nothing is known, and everything matters"),
            pytest.param({"trained": False}, "no", (), id="one fact against is enough, whatever the others are"),
            pytest.param({"trained": True, "years": 2}, None, ("phase",), id="only the exception is open"),
            pytest.param({"trained": True, "years": 2, "phase": "primary"}, "yes", (), id="all is known"),
            pytest.param({"phase": "other"}, "no", (), id="the exception to the exception brings back the rule"),
            pytest.param({"trained": None, "years": 1}, "no", (), id="None is not known"),
        ],
    )
    def test_the_outcome_is_settled_as_early_as_logic_allows(
        self, known: Mapping[str, object], outcome: str | None, missing: tuple[str, ...]
    ) -> None:
        """What is missing is what can still change the answer, and nothing else."""
        ruling = decide(TALK, known)
        assert (outcome, missing) == (ruling.outcome, ruling.missing)

    def test_an_outcome_is_settled_although_no_rule_is_sure_to_stand(self) -> None:
        """If all completions agree, nothing is asked, and both rules are cited."""
        either = Ruleset(
            "either",
            "Is it paid?",
            {"a": YesNo("A?")},
            (Rule("with", {"a": YES}, "paid", clause("E-1")), Rule("without", {"a": NO}, "paid", clause("E-2"))),
        )
        ruling = decide(either, {})
        assert ("paid", (), either.rules) == (ruling.outcome, ruling.missing, ruling.because)

    def test_two_standing_rules_with_one_outcome_are_both_cited(self) -> None:
        """They agree, so that is no conflict."""
        ruling = decide(TALK, {"phase": "other", "trained": True, "years": 5})
        assert ("no", ["general", "not-here"], False) == (
            ruling.outcome,
            [rule.id for rule in ruling.because],
            ruling.conflict,
        )

    def test_a_conflict_is_not_an_unknown(self) -> None:
        """Rules that contradict each other leave the outcome unsettled, and nothing is missing."""
        torn = Ruleset("torn", "Which?", {}, (Rule("a", {}, "x", clause("C-1")), Rule("b", {}, "y", clause("C-2"))))
        ruling = decide(torn, {})
        assert (None, ("x", "y"), (), True, False) == (
            ruling.outcome,
            ruling.possible,
            ruling.missing,
            ruling.conflict,
            ruling.gap,
        )

    def test_a_gap_is_not_an_unknown_either(self) -> None:
        """Where no rule stands there is no outcome, and that is said."""
        bare = Ruleset("bare", "Which?", {"a": YesNo("A?")}, (Rule("a", {"a": YES}, "x", clause("G-1")),))
        ruling = decide(bare, {"a": False})
        assert (None, (), (), False, True) == (
            ruling.outcome,
            ruling.possible,
            ruling.missing,
            ruling.conflict,
            ruling.gap,
        )

    @pytest.mark.parametrize(
        ("ruling", "said"),
        [
            pytest.param(decide(TALK, {"trained": False}), "no", id="settled"),
            pytest.param(
                decide(TALK, {"trained": True, "years": 3}),
                "not settled: no or yes; it turns on phase",
                id="open",
            ),
            pytest.param(
                decide(Ruleset("bare", "Which?", {}, ()), {}),
                "not settled: no outcome, with cases that no rule covers",
                id="a gap",
            ),
            pytest.param(
                decide(
                    Ruleset("torn", "?", {}, (Rule("a", {}, "x", clause("1")), Rule("b", {}, "y", clause("2")))), {}
                ),
                "not settled: x or y, with rules that contradict each other",
                id="a conflict",
            ),
        ],
    )
    def test_a_ruling_says_in_words_what_it_is(self, ruling: object, said: str) -> None:
        """Its text tells an open answer from a contradiction and from a gap."""
        assert said == str(ruling)

    def test_a_ruling_is_remembered(self) -> None:
        """The same state of knowledge gives the same value, however it was told."""
        assert decide(TALK, {"trained": False}) is decide(TALK, {"trained": False, "years": None})

    def test_the_memory_is_bounded_and_no_part_of_the_ruleset(self) -> None:
        """More rulings than it keeps are answered all the same, and a copy begins anew and is equal."""
        many = Ruleset(
            "many",
            "Which?",
            {name: YesNo("Is it so?") for name in "abcdefghijkl"},
            tuple(Rule(name, {name: YES}, "x", clause(name)) for name in "abcdefghijkl"),
        )
        for number in range(2**12):
            known = {name: bool(number >> place & 1) for place, name in enumerate(many.facts)}
            assert ("x" if number else None) == decide(many, known).outcome
        assert many == loads(dumps(many))
        assert hash(many) == hash(loads(dumps(many)))


class TestRefusals:
    """What is no fact, or no value of one."""

    @pytest.mark.parametrize(
        "known",
        [
            pytest.param({"trained": 1}, id="1 is not True"),
            pytest.param({"trained": "yes"}, id="a word is not True"),
            pytest.param({"phase": "tertiary"}, id="no option"),
            pytest.param({"phase": True}, id="a bool is no text"),
            pytest.param({"years": 41}, id="more than the most"),
            pytest.param({"years": -1}, id="less than the least"),
            pytest.param({"years": 2.0}, id="a float is no whole number"),
            pytest.param({"years": True}, id="a bool is no number"),
            pytest.param({"years": [2]}, id="a list is nothing"),
            pytest.param([("trained", True)], id="pairs are no mapping"),
            pytest.param(None, id="None is no mapping"),
        ],
    )
    def test_a_value_outside_the_domain_or_of_another_type_is_refused(self, known: Mapping[str, object]) -> None:
        """By every verb that takes facts."""
        with pytest.raises(InvalidFact):
            decide(TALK, known)
        with pytest.raises(InvalidFact):
            explain(TALK, known)
        with pytest.raises(InvalidFact):
            changes(TALK, known, "yes")

    def test_the_refusal_names_the_nearest_value_the_ruleset_and_the_clauses(self) -> None:
        """All as data, too."""
        with pytest.raises(InvalidFact) as caught:
            decide(TALK, {"phase": "secundary"})
        error = caught.value
        assert ("phase", "secundary", "secondary", "talk", ("T-3",)) == (
            error.fact,
            error.value,
            error.nearest,
            error.ruleset,
            error.clauses,
        )
        assert "'secondary'" in str(error)

    @pytest.mark.parametrize("name", ["train", "", 7, None])
    def test_an_unknown_name_is_refused(self, name: object) -> None:
        """Also one that is no text at all."""
        with pytest.raises(UnknownFact):
            decide(TALK, {name: True})  # type: ignore[dict-item]  # the point of the test

    def test_an_unknown_name_is_refused_even_if_its_value_is_none(self) -> None:
        """Nothing is dropped silently."""
        with pytest.raises(UnknownFact) as caught:
            decide(TALK, {"trainned": None})
        assert ("trained", ("T-2",)) == (caught.value.nearest, caught.value.clauses)

    def test_fixed_facts_have_to_be_known_by_name(self) -> None:
        """And to be given as names, not as one text."""
        with pytest.raises(UnknownFact):
            changes(TALK, {}, "yes", fixed=("phrase",))
        with pytest.raises(InvalidRule):
            changes(TALK, {}, "yes", fixed="phase")
        with pytest.raises(InvalidRule):
            changes(TALK, {}, True)  # type: ignore[arg-type]  # the point of the test


class _Phase(StrEnum):
    PRIMARY = "primary"


class TestKindsOfValue:
    """Values that hosts really hold."""

    def test_members_of_a_string_enum_and_integers_of_numpy_are_taken(self) -> None:
        """They are the text and the number that they say they are."""
        known = {"trained": True, "phase": _Phase.PRIMARY, "years": numpy.int64(2)}
        assert "yes" == decide(TALK, known).outcome

    def test_reasons_take_them_as_what_they_are_too(self) -> None:
        """Not only the ruling does."""
        reasons = explain(TALK, {"trained": True, "phase": _Phase.PRIMARY, "years": numpy.int64(1)})
        assert [("years",), ("phase",)] == [reason.facts for reason in reasons[1:]]
        assert "answered 1 (needed: at least 2)" in reasons[1].text
        assert "answered primary (needed: other)" in reasons[2].text

    def test_what_numpy_calls_a_bool_is_none(self) -> None:
        """Only True and False are."""
        with pytest.raises(InvalidFact):
            decide(TALK, {"trained": numpy.bool_(True)})
