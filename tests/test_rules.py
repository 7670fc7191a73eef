"""Rules: one sentence of a document each, as data."""

from typing import Any

import pytest
from attrs import evolve

from mastery_programme import FrozenMapping, InvalidRule, Is, Rule, Source
from tests.oddities import HUGE, Hostile, copies, evaluated

CLAUSE = Source("invented", "INV-1", "Invented")
YES = Is.one_of(True)
RULE = Rule("trained", {"trained": YES, "years": Is.at_least(2)}, "met", CLAUSE, overrides=("general", "new"))

NO_TEXTS = [
    pytest.param(None, id="nothing at all"),
    pytest.param("", id="empty"),
    pytest.param(" \t\n", id="blank"),
    pytest.param(3, id="a number"),
    pytest.param(HUGE, id="a million digits"),
    pytest.param(True, id="yes"),
    pytest.param(b"met", id="bytes"),
    pytest.param(("met",), id="a tuple"),
    pytest.param(Hostile(), id="what breaks when it is shown"),
]


class TestBuilding:
    """What makes a rule, and what does not."""

    def test_a_general_rule_has_no_conditions_and_overrides_nothing(self) -> None:
        """Only its name, outcome and clause have to be said."""
        rule = Rule("general", {}, "not met", CLAUSE)

        assert ("general", "not met", CLAUSE, ()) == (rule.id, rule.then, rule.source, rule.overrides)
        assert {} == rule.when

    @pytest.mark.parametrize("text", NO_TEXTS)
    def test_its_name_and_its_outcome_are_texts_that_say_something(self, text: Any) -> None:
        """A blank one is none."""
        with pytest.raises(InvalidRule, match="the id of a rule"):
            Rule(text, {}, "met", CLAUSE)
        with pytest.raises(InvalidRule, match="an outcome"):
            Rule("general", {}, text, CLAUSE)

    @pytest.mark.parametrize("source", [None, "INV-1", ("invented", "INV-1"), Source, HUGE, Hostile()], ids=type)
    def test_it_cites_a_source(self, source: Any) -> None:
        """A rule without its clause is nobody's."""
        with pytest.raises(InvalidRule, match="not a source"):
            Rule("general", {}, "met", source)

    @pytest.mark.parametrize(
        "when",
        [
            pytest.param(None, id="nothing at all"),
            pytest.param((("trained", YES),), id="pairs"),
            pytest.param("trained", id="a name"),
            pytest.param([], id="a list"),
            pytest.param({"": YES}, id="an empty name"),
            pytest.param({" ": YES}, id="a blank name"),
            pytest.param({None: YES}, id="no name"),
            pytest.param({3: YES}, id="a number for a name"),
            pytest.param({HUGE: YES}, id="a million digits for a name"),
            pytest.param({Hostile(): YES}, id="a name that breaks when it is shown"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_its_conditions_are_a_mapping_by_name(self, when: Any) -> None:
        """Each is put on a fact, by its name."""
        with pytest.raises(InvalidRule, match=r"not (a mapping by name|the name of a fact)"):
            Rule("general", when, "met", CLAUSE)

    @pytest.mark.parametrize("condition", [True, None, "yes", 3, HUGE, (True,), Is, Hostile()], ids=type)
    def test_each_condition_is_made_by_is(self, condition: Any) -> None:
        """A bare value is no condition."""
        with pytest.raises(InvalidRule, match="not a condition"):
            Rule("general", {"years": YES, "trained": condition}, "met", CLAUSE)

    @pytest.mark.parametrize(
        "overrides",
        [
            pytest.param("general", id="one name without a tuple"),
            pytest.param("", id="an empty text"),
            pytest.param(None, id="nothing at all"),
            pytest.param(3, id="a number"),
            pytest.param((None,), id="no name"),
            pytest.param(("general", 3), id="a number beside a name"),
            pytest.param((HUGE,), id="a million digits"),
            pytest.param((Rule("general", {}, "met", CLAUSE),), id="a rule for its name"),
            pytest.param((Hostile(),), id="what breaks when it is shown"),
            pytest.param((3, *["general" * 1000] * 1000), id="millions of characters"),
        ],
    )
    def test_it_overrides_rules_by_their_names(self, overrides: Any) -> None:
        """What is no name of a rule raises, in few words."""
        with pytest.raises(InvalidRule) as refusal:
            Rule("trained", {}, "met", CLAUSE, overrides)

        assert len(str(refusal.value)) < 300


class TestNeverChanging:
    """A rule keeps what it was built from."""

    def test_what_it_was_given_may_change(self) -> None:
        """Conditions and overrides are copied."""
        when, overrides = {"trained": YES}, ["general"]
        given: Any = overrides
        rule = Rule("trained", when, "met", CLAUSE, given)
        when["years"] = Is.at_least(2)
        overrides.append("new")

        assert {"trained": YES} == rule.when
        assert ("general",) == rule.overrides
        assert isinstance(rule.when, FrozenMapping)

    def test_conditions_that_never_change_are_kept_as_they_are(self) -> None:
        """A frozen mapping need not be copied."""
        when = FrozenMapping({"trained": YES})

        assert when is Rule("trained", when, "met", CLAUSE).when

    @pytest.mark.parametrize("name", ["id", "when", "then", "source", "overrides", "anything"])
    def test_nothing_of_it_can_be_set_or_deleted(self, name: str) -> None:
        """No attribute of a rule can be set, deleted or added."""
        rule = evolve(RULE)
        with pytest.raises(AttributeError):
            setattr(rule, name, "other")
        with pytest.raises(AttributeError):
            delattr(rule, name)

        assert RULE == rule


class TestComparing:
    """Rules are equal if everything in them is, in the same order."""

    def test_the_order_of_conditions_counts(self) -> None:
        """The document's order is part of what a rule is."""
        turned = evolve(RULE, when=dict(reversed([*RULE.when.items()])))

        assert RULE.when == turned.when
        assert RULE != turned
        assert 2 == len({RULE, turned})

    @pytest.mark.parametrize(
        "changes",
        [
            {"id": "other"},
            {"when": {}},
            {"when": {"trained": Is.one_of(False), "years": Is.at_least(2)}},
            {"then": "not met"},
            {"source": Source("invented", "INV-2", "Invented")},
            {"overrides": ()},
            {"overrides": ("new", "general")},
        ],
        ids=str,
    )
    def test_every_part_of_it_counts(self, changes: dict[str, Any]) -> None:
        """Rules that differ in one part differ."""
        assert RULE != evolve(RULE, **changes)
        assert 2 == len({RULE, evolve(RULE, **changes)})

    def test_equal_rules_have_one_hash(self) -> None:
        """A rule made again is the same key, whatever kinds of mapping and series it was given."""
        given: Any = ["general", "new"]
        again = Rule("trained", FrozenMapping({"trained": YES, "years": Is.at_least(2)}), "met", CLAUSE, given)

        assert 1 == len({RULE, again})


class TestWords:
    """How rules are told, kept and copied."""

    def test_it_reads_as_a_sentence_with_its_clause(self) -> None:
        """Outcome, conditions if there are any, and where it says so."""
        assert "trained: met when trained is yes and years is at least 2 [INV-1]" == str(RULE)
        assert "general: not met [INV-1]" == str(Rule("general", {}, "not met", CLAUSE))

    def test_it_comes_back_from_repr_pickle_and_copy(self) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        for rule in (RULE, Rule("general", {}, "not met", CLAUSE)):
            assert rule == evaluated(repr(rule))
            assert {rule} == set(copies(rule))
