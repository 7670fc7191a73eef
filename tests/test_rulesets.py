"""Rulesets: a question, its facts and its rules, and every reason why one is not built."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    Choice,
    Count,
    FrozenMapping,
    InvalidRule,
    InvalidRuleset,
    Is,
    Rule,
    Ruleset,
    Source,
    YesNo,
    decide,
)
from tests.oddities import HUGE, Hostile, copies, evaluated

CLAUSE = Source("invented", "INV-1")
YES = Is.one_of(True)
FACTS: dict[str, YesNo | Choice | Count] = {
    "trained": YesNo("Is the teacher trained?"),
    "phase": Choice("In which phase?", ("primary", "secondary")),
    "years": Count("For how many years?", 0, 40),
}
GENERAL = Rule("general", {}, "no", CLAUSE)
TRAINED = Rule("trained", {"trained": YES}, "yes", CLAUSE, ("general",))
TALK = Ruleset("talk", "May the teacher talk?", FACTS, (GENERAL, TRAINED))


def rule(id: str, *overrides: str, when: Mapping[str, Is] | None = None) -> Rule:
    """A rule of which only the name, what it overrides and its conditions matter."""
    return Rule(id, when or {}, "yes", CLAUSE, overrides)


def flaws(*rules: Rule) -> tuple[str, ...]:
    """Why a ruleset of these rules is not built."""
    with pytest.raises(InvalidRuleset) as refusal:
        Ruleset("talk", "May the teacher talk?", FACTS, rules)
    assert "talk" == refusal.value.ruleset
    assert all(flaw in str(refusal.value) for flaw in refusal.value.flaws)
    return refusal.value.flaws


class TestBuilding:
    """What makes a ruleset, and what is of the wrong kind."""

    def test_it_keeps_its_facts_and_rules_in_order(self) -> None:
        """They come as they were given, and outcomes in the order of the rules, each once."""
        assert (["trained", "phase", "years"], (GENERAL, TRAINED)) == (list(TALK.facts), TALK.rules)
        assert ("no", "yes") == TALK.outcomes == evolve(TALK, rules=(GENERAL, TRAINED, rule("more"))).outcomes

    def test_it_may_be_empty(self) -> None:
        """A question without facts, or without rules, can be asked."""
        empty = Ruleset("none", "What?", {}, ())

        assert {} == empty.facts
        assert [0, 0] == [len(empty.rules), len(empty.outcomes)]

    @pytest.mark.parametrize("text", [None, "", " \n", 3, HUGE, b"talk", Hostile()], ids=type)
    def test_its_name_and_its_question_are_texts_that_say_something(self, text: Any) -> None:
        """A blank one is none."""
        with pytest.raises(InvalidRule, match="the id of a ruleset"):
            Ruleset(text, "What?", {}, ())
        with pytest.raises(InvalidRule, match="not a question"):
            Ruleset("talk", text, {}, ())

    @pytest.mark.parametrize(
        "facts",
        [None, "trained", [FACTS["trained"]], tuple(FACTS.items()), {"": FACTS["trained"]}, {3: FACTS["trained"]}],
        ids=["nothing", "a name", "a list", "pairs", "an empty name", "a number for a name"],
    )
    def test_its_facts_are_a_mapping_by_name(self, facts: Any) -> None:
        """Each fact has a name that says something."""
        with pytest.raises(InvalidRule, match=r"not (a mapping by name|the name of a fact)"):
            Ruleset("talk", "What?", facts, ())

    @pytest.mark.parametrize("fact", [None, "Is it?", True, Is.one_of(True), YesNo, HUGE, Hostile()], ids=type)
    def test_each_fact_is_of_a_known_kind(self, fact: Any) -> None:
        """A question alone is no fact."""
        with pytest.raises(InvalidRule, match="not a fact"):
            Ruleset("talk", "What?", {"trained": YesNo("Is it?"), "other": fact}, ())

    @pytest.mark.parametrize(
        "rules", [None, "general", 3, GENERAL, (None,), (GENERAL, "x"), (HUGE,), (Hostile(),)], ids=type
    )
    def test_its_rules_are_a_series_of_rules(self, rules: Any) -> None:
        """One rule alone, or what is no rule, is no series of rules."""
        with pytest.raises(InvalidRule):
            Ruleset("talk", "What?", {}, rules)

    def test_what_it_was_given_may_change(self) -> None:
        """Facts and rules are copied."""
        facts, rules = dict(FACTS), [GENERAL, TRAINED]
        given: Any = rules
        ruleset = Ruleset("talk", "May the teacher talk?", facts, given)
        facts.clear()
        rules.clear()

        assert TALK == ruleset
        assert isinstance(ruleset.facts, FrozenMapping)


class TestFlaws:
    """Everything for which a ruleset is refused."""

    def test_a_name_stands_once(self) -> None:
        """Two rules of one name cannot be told apart, and the others are not told of."""
        assert ("the rule id 'a' stands 2 times",) == flaws(rule("a"), rule("b"), rule("a"))

    @pytest.mark.parametrize(("name", "near"), [("traned", "trained"), ("phases", "phase"), ("year", "years")])
    def test_a_condition_is_on_a_known_fact(self, name: str, near: str) -> None:
        """The rule, the unknown fact and the nearest one are named."""
        (flaw,) = flaws(rule("a", when={name: YES}))

        assert ["a", name, near] == re.findall("'(.*?)'", flaw)

    def test_without_facts_there_is_no_nearest(self) -> None:
        """A condition on nothing is unknown all the same."""
        with pytest.raises(InvalidRuleset, match="unknown fact 'trained'"):
            Ruleset("talk", "What?", {}, (TRAINED,))

    @pytest.mark.parametrize(
        ("name", "condition"),
        [
            pytest.param("trained", Is.one_of(1), id="1 for yes"),
            pytest.param("trained", Is.at_least(1), id="a bound on yes or no"),
            pytest.param("phase", Is.one_of("tertiary"), id="no option"),
            pytest.param("phase", Is.one_of("primary", "tertiary"), id="no option beside one"),
            pytest.param("years", Is.at_most(41), id="out of bounds"),
            pytest.param("years", Is.one_of("3"), id="a text for a number"),
            pytest.param("years", Is.at_least(10**9), id="far out of bounds"),
            pytest.param("years", Is.one_of(-1), id="a number below the least"),
        ],
    )
    def test_a_condition_fits_its_fact(self, name: str, condition: Is) -> None:
        """The rule, the fact and what it can be are named."""
        (flaw,) = flaws(rule("a", when={name: condition}))

        assert all(said in flaw for said in ("'a'", repr(name), FACTS[name].allowed))
        assert len(flaw) < 300

    def test_an_overridden_rule_is_known(self) -> None:
        """The rule, the unknown one and the nearest are named."""
        (flaw,) = flaws(GENERAL, rule("a", "genral"))

        assert ["a", "genral", "general"] == re.findall("'(.*?)'", flaw)

    def test_all_flaws_are_told_at_once(self) -> None:
        """Six kinds of flaw in one ruleset are six sentences."""
        found = flaws(
            rule("a", "b", when={"traned": YES, "phase": YES}),
            rule("b", "a", "z"),
            rule("c", when={"years": Is.at_least(99)}),
            rule("c"),
        )
        wanted = ("unknown fact 'traned'", "'phase'", "unknown rule 'z'", "'years'", "'c' stands 2", "circle")

        assert [1] * len(wanted) == [len({flaw for flaw in found if said in flaw}) for said in wanted]
        assert len(wanted) == len(set(found))

    def test_there_are_no_more_facts_or_rules_than_can_be_asked(self) -> None:
        """A hundred facts and two hundred rules are allowed, and one more of either is not."""
        facts = {f"fact {number}": YesNo("Is it?") for number in range(101)}
        rules = [rule(f"rule {number}") for number in range(201)]
        most = dict(list(facts.items())[:100])

        assert 200 == len(Ruleset("large", "What?", most, tuple(rules[:200])).rules)
        with pytest.raises(InvalidRuleset, match="more than 100 facts"):
            Ruleset("large", "What?", facts, ())
        with pytest.raises(InvalidRuleset, match="200 rules"):
            Ruleset("large", "What?", most, tuple(rules))

    def test_no_fact_has_more_options_than_can_be_told_apart_in_time(self) -> None:
        """Two hundred are allowed, and one more is named with its fact."""
        options = [f"option {number}" for number in range(201)]

        assert Ruleset("large", "Which?", {"one": Choice("Which?", options[:200])}, ())
        with pytest.raises(InvalidRuleset, match="fact 'one' has more than 200 options"):
            Ruleset("large", "Which?", {"one": Choice("Which?", options)}, ())


class TestCircles:
    """Rules that override each other in a circle are no rules."""

    @pytest.mark.parametrize(
        "rules",
        [
            pytest.param((rule("a", "a"),), id="itself"),
            pytest.param((rule("a", "b"), rule("b", "a")), id="two"),
            pytest.param((rule("a", "b"), rule("b", "c"), rule("c", "a")), id="three"),
            pytest.param((rule("c", "a"), rule("a", "b"), rule("b", "c")), id="three, in another order"),
            pytest.param((GENERAL, rule("a", "general", "b"), rule("b", "a")), id="two that override a third"),
        ],
    )
    def test_a_circle_of_overrides_is_refused(self, rules: tuple[Rule, ...]) -> None:
        """Every rule in the circle is named."""
        (flaw,) = flaws(*rules)

        assert "circle" in flaw
        assert all(one.id in flaw.partition(":")[2] for one in rules if one is not GENERAL)
        assert "general" not in flaw

    def test_only_the_rules_in_the_circle_are_named(self) -> None:
        """A rule that overrides one of them from outside has nothing to do with it."""
        (flaw,) = flaws(rule("first", "second"), rule("second", "first"), rule("outsider", "first"))

        assert "outsider" not in flaw

    def test_a_rule_on_the_way_from_one_circle_to_another_is_in_neither(self) -> None:
        """Both circles are told, and what lies between is not."""
        (flaw,) = flaws(rule("a", "b"), rule("b", "a"), rule("between", "a"), rule("c", "d", "between"), rule("d", "c"))

        assert "a, b, c, d" == flaw.partition(": ")[2]

    @pytest.mark.parametrize(
        "rules",
        [
            pytest.param((rule("a"), rule("b", "a"), rule("c", "a"), rule("d", "b", "c")), id="a diamond"),
            pytest.param(
                (rule("d", "b", "c"), rule("c", "a"), rule("b", "a"), rule("a")), id="a diamond, turned round"
            ),
            pytest.param((rule("a"), rule("b", "a"), rule("c", "a", "b")), id="a short way and a long one"),
            pytest.param((rule("a"), rule("b", "a", "a")), id="one rule twice"),
            pytest.param((rule("a", "b"), rule("b")), id="a rule that comes later"),
            pytest.param(
                tuple(rule(str(number), *([str(number - 1)] if number else [])) for number in range(200)),
                id="a long chain",
            ),
        ],
    )
    def test_what_leads_nowhere_back_is_no_circle(self, rules: tuple[Rule, ...]) -> None:
        """Exceptions to exceptions are built, in whatever order they stand."""
        assert rules == Ruleset("talk", "What?", {}, rules).rules


class TestComparing:
    """Rulesets are equal only with facts and rules in the same order."""

    def test_the_order_of_facts_and_of_rules_counts(self) -> None:
        """Turned round, they are another ruleset and another key."""
        turned = evolve(TALK, facts=dict(reversed(FACTS.items())))
        shuffled = evolve(TALK, rules=(TRAINED, GENERAL))

        assert TALK.facts == turned.facts
        assert 3 == len({TALK, turned, shuffled})

    @pytest.mark.parametrize(
        "changes",
        [{"id": "other"}, {"question": "Whether?"}, {"facts": {**FACTS, "trained": YesNo("?")}}, {"rules": (GENERAL,)}],
        ids=lambda changes: next(iter(changes)),
    )
    def test_every_part_of_it_counts(self, changes: dict[str, Any]) -> None:
        """Rulesets that differ in one part differ."""
        assert TALK != evolve(TALK, **changes)

    def test_equal_rulesets_have_one_hash(self) -> None:
        """A ruleset made again is the same key, whether or not it has been asked anything."""
        again = Ruleset("talk", "May the teacher talk?", FrozenMapping(FACTS), (GENERAL, TRAINED))
        decide(again, {"trained": True})

        assert 1 == len({TALK, again})


class TestTravelling:
    """A ruleset comes back as it was."""

    def test_it_comes_back_from_repr_pickle_and_copy(self) -> None:
        """The repr evaluates back, and a pickle or a copy is equal, with facts and rules in order."""
        for ruleset in (TALK, Ruleset("none", "What?", {}, ())):
            assert ruleset == evaluated(repr(ruleset))
            assert {ruleset} == set(copies(ruleset))

    @pytest.mark.parametrize("name", ["id", "question", "facts", "rules", "memo", "anything"])
    def test_nothing_of_it_can_be_set_or_deleted(self, name: str) -> None:
        """No attribute of a ruleset can be set, deleted or added."""
        ruleset = evolve(TALK)
        with pytest.raises(AttributeError):
            setattr(ruleset, name, "other")
        with pytest.raises(AttributeError):
            delattr(ruleset, name)

        assert TALK == ruleset
