"""Explaining, changing and auditing, on small rulesets that a person can check."""

from collections.abc import Mapping

from mastery_programme import Choice, Count, Effect, Is, Rule, Ruleset, YesNo, audit, changes, decide, explain
from tests.test_reasoning import NO, TALK, YES, clause


class TestExplain:
    """Why: a line for every rule."""

    def test_each_rule_says_what_it_does_and_on_which_clause(self) -> None:
        """Here one applies to the answer, one is overridden, and one does not apply."""
        reasons = explain(TALK, {"trained": True, "years": 2, "phase": "primary"})
        assert [Effect.OVERRIDDEN, Effect.APPLIES, Effect.DOES_NOT_APPLY] == [reason.effect for reason in reasons]
        assert [("trained",), (), ()] == [reason.overridden_by for reason in reasons]
        assert [(), ("trained", "years"), ("phase",)] == [reason.facts for reason in reasons]
        assert ["T-1", "T-2", "T-3"] == [reason.source.clause for reason in reasons]

    def test_the_text_of_a_reason_can_be_read(self) -> None:
        """It quotes the question, the answer and what was needed."""
        reasons = explain(TALK, {"trained": True, "years": 1})
        assert [
            "general: applies [T-1]",
            'trained: does not apply, because "For how many years?" is answered 1 (needed: at least 2) [T-2]',
            "not-here: depends on phase: In which phase? [T-3]",
        ] == [str(reason) for reason in reasons]

    def test_a_rule_that_gives_way_names_what_takes_its_place(self) -> None:
        """In words as well."""
        reason = explain(TALK, {"trained": True, "years": 2, "phase": "primary"})[0]
        assert "gives way to trained" == reason.text

    def test_only_rules_that_can_take_its_place_are_named(self) -> None:
        """A rule that overrides in cases in which the overridden one would not apply anyway is not."""
        ruleset = Ruleset(
            "named",
            "Which?",
            {"a": YesNo("A?"), "b": YesNo("B?")},
            (
                Rule("plain", {"a": YES}, "x", clause("N-1")),
                Rule("also", {"a": YES}, "y", clause("N-2"), overrides=("plain",)),
                Rule("never", {"a": NO}, "z", clause("N-3"), overrides=("plain",)),
            ),
        )
        assert ("also",) == explain(ruleset, {})[0].overridden_by


def boxes(ruleset: Ruleset, known: Mapping[str, object], wanted: str) -> list[dict[str, tuple[object, ...]]]:
    """The smallest sets of changes, as plain dicts."""
    return [dict(box) for box in changes(ruleset, known, wanted)]


class TestChanges:
    """What would have to change."""

    def test_every_value_that_would_do_is_listed(self) -> None:
        """As one set of changes, in the order of the fact."""
        assert [{"years": tuple(range(2, 41))}] == boxes(TALK, {"trained": True, "phase": "primary", "years": 1}, "yes")

    def test_stating_an_unknown_fact_is_a_change(self) -> None:
        """The wanted outcome has to be settled whatever the facts still unknown turn out to be."""
        known = {"trained": True, "years": 5}
        assert [{"phase": ("primary", "secondary")}] == boxes(TALK, known, "yes")

    def test_nothing_has_to_change_where_the_outcome_is_settled(self) -> None:
        """One empty set of changes says so."""
        assert [{}] == boxes(TALK, {"trained": False}, "no")

    def test_nothing_helps_where_what_would_is_fixed(self) -> None:
        """No set of changes says so."""
        assert () == changes(TALK, {"trained": False}, "yes", fixed=("trained",))

    def test_an_outcome_that_no_rule_has_is_out_of_reach(self) -> None:
        """That is an answer, not an error."""
        assert () == changes(TALK, {}, "perhaps")

    def test_different_facts_that_would_do_are_different_changes(self) -> None:
        """Any one of them is enough."""
        found = boxes(TALK, {"trained": True, "years": 5, "phase": "secondary"}, "no")
        assert [{"trained": (False,)}, {"phase": ("other",)}, {"years": (0, 1)}] == found


class TestAudit:
    """What is wrong with a ruleset."""

    def test_a_sound_ruleset_has_no_flaw(self) -> None:
        """Every case has one answer, and every rule can stand."""
        assert () == audit(TALK)

    def test_each_kind_of_flaw_is_told_apart(self) -> None:
        """With where it is and which rules it is about."""
        flawed = Ruleset(
            "flawed",
            "Which?",
            {"n": Count("How many?", 0, 9), "c": Choice("Which one?", ("x", "y"))},
            (
                Rule("low", {"n": Is.at_most(5)}, "p", clause("F-1")),
                Rule("middle", {"n": Is.between(4, 6)}, "q", clause("F-2")),
                Rule("hidden", {"n": Is.one_of(0)}, "q", clause("F-3")),
                Rule("hider", {"n": Is.at_most(1)}, "p", clause("F-4"), overrides=("hidden",)),
            ),
        )
        assert [
            "dead: hidden can never stand",
            "conflict: low and middle contradict each other where n is 4 or 5",
            "gap: no rule stands where n is 7 to 9",
        ] == [str(flaw) for flaw in audit(flawed)]

    def test_a_ruleset_without_rules_is_one_gap(self) -> None:
        """Everywhere."""
        assert ["gap: no rule stands always"] == [str(flaw) for flaw in audit(Ruleset("none", "Which?", {}, ()))]

    def test_exceptions_to_all_exceptions_do_not_take_for_ever_either(self) -> None:
        """Once one exception holds, the others like it are needless."""
        names = [f"fact-{number}" for number in range(40)]
        ruleset = Ruleset(
            "groups",
            "May it be?",
            {name: YesNo("Is it so?") for name in names},
            (
                Rule("not", {}, "no", clause("G-0")),
                *(Rule(name, {name: YES}, "yes", clause(name), overrides=("not",)) for name in names[:20]),
                *(Rule(name, {name: YES}, "no", clause(name), overrides=tuple(names[:20])) for name in names[20:]),
            ),
        )
        assert () == audit(ruleset)
        assert tuple(names) == decide(ruleset, {}).missing
        assert 20 == len(changes(ruleset, dict.fromkeys(names, False), "yes"))

    def test_the_smallest_changes_of_many_facts_do_not_take_for_ever(self) -> None:
        """Forty facts that all have to be true are one set of changes."""
        names = [f"fact-{number}" for number in range(40)]
        ruleset = Ruleset(
            "all",
            "May it be?",
            {name: YesNo("Is it so?") for name in names},
            (
                Rule("not", {}, "no", clause("A-0")),
                Rule("may", dict.fromkeys(names, YES), "yes", clause("A-1"), overrides=("not",)),
            ),
        )
        assert [dict.fromkeys(names, (True,))] == boxes(ruleset, {}, "yes")
        assert [{"fact-3": (True,)}] == boxes(ruleset, {name: name != "fact-3" for name in names}, "yes")

    def test_a_long_row_of_reasons_does_not_take_for_ever(self) -> None:
        """Forty reasons for a refusal are forty regions, not two to the fortieth."""
        names = [f"fact-{number}" for number in range(40)]
        ruleset = Ruleset(
            "long",
            "May it be?",
            {name: YesNo("Is it so?") for name in names},
            (
                Rule("may", {}, "yes", clause("L-0")),
                *(Rule(name, {name: NO}, "no", clause(name), overrides=("may",)) for name in names),
            ),
        )
        assert () == audit(ruleset)
        assert ("no", 41) == (decide(ruleset, {"fact-7": False}).outcome, len(explain(ruleset, {})))
        assert tuple(names) == decide(ruleset, {}).missing
