"""Every flaw of the rulesets that an edition holds."""

import pytest

from mastery_programme import (
    Is,
    Rule,
    Ruleset,
    YesNo,
)
from tests.changed_editions import (
    CLAUSE,
    CRITERION,
    NCETM_TALK,
    PD_LEAD_DAYS,
    changed,
    flaws_of,
    yes_no_ruleset,
)
from tests.test_validation_of_routes import OTHER_FACT, talk

NO_TALK, TALK = NCETM_TALK.rules
YES, NO = Is.one_of(True), Is.one_of(False)


class TestRulesets:
    @pytest.mark.parametrize(
        ("rules", "flaw"),
        [
            pytest.param((TALK,), "gap: no rule stands where pd_lead_other_phase is no", id="a case without a rule"),
            pytest.param(
                (NO_TALK, TALK, Rule("both", {}, "none", CLAUSE)),
                "conflict: talk and both contradict each other where pd_lead_other_phase is yes",
                id="two rules that contradict each other",
            ),
            pytest.param(
                (
                    *(NO_TALK, TALK),
                    Rule("dead", {"pd_lead_other_phase": Is.one_of(True)}, "none", CLAUSE),
                    Rule("in-its-place", {}, "ncetm-talk", CLAUSE, overrides=("dead", "no-talk")),
                ),
                "dead: dead can never stand",
                id="a rule that never stands",
            ),
        ],
    )
    def test_a_flawed_route_is_named(self, rules: tuple[Rule, ...], flaw: str) -> None:
        """A route has one answer, always."""
        assert f"ruleset 'ncetm-talk': {flaw}" in flaws_of(routes=talk(*rules))

    @pytest.mark.parametrize(
        ("rules", "flaw"),
        [
            pytest.param(
                (NO_TALK, TALK, Rule("both", {}, "none", CLAUSE)),
                "conflict: talk and both contradict each other where pd_lead_other_phase is yes",
                id="two rules in one case",
            ),
            pytest.param(
                (
                    *(NO_TALK, TALK, Rule("both", {}, "none", CLAUSE)),
                    Rule("a", {"pd_lead_other_phase": YES, "a": YES}, "ncetm-talk", CLAUSE),
                    Rule("b", {"pd_lead_other_phase": YES, "b": YES}, "none", CLAUSE),
                ),
                "conflict: talk and both and a and b contradict each other "
                "where pd_lead_other_phase is yes and a is yes and b is yes (one of 4 cases)",
                id="the same two in four cases, with others beside them",
            ),
            pytest.param(
                (
                    Rule("talk", {"pd_lead_other_phase": YES, "a": YES, "b": YES}, "ncetm-talk", CLAUSE),
                    Rule("no-talk", {"pd_lead_other_phase": NO, "a": NO, "b": NO}, "none", CLAUSE),
                ),
                "gap: no rule stands where pd_lead_other_phase is yes and a is yes and b is no (one of 4 cases)",
                id="gaps in four cases",
            ),
        ],
    )
    def test_a_flaw_of_one_kind_and_the_same_rules_is_told_once(self, rules: tuple[Rule, ...], flaw: str) -> None:
        """With the first case, and with how many more there are."""
        names = dict.fromkeys(name for rule in rules for name in rule.when)
        route = changed(NCETM_TALK, facts={**dict.fromkeys(names, OTHER_FACT), **NCETM_TALK.facts}, rules=rules)
        assert (f"ruleset 'ncetm-talk': {flaw}",) == flaws_of(routes=(PD_LEAD_DAYS, route))

    def test_other_rules_are_told_beside_them(self) -> None:
        """Each two rules that contradict each other have a sentence of their own."""
        no = Rule("no", {"pd_lead_other_phase": YES}, "none", CLAUSE)
        yes = Rule("yes", {"pd_lead_other_phase": NO}, "ncetm-talk", CLAUSE)
        assert (
            "ruleset 'ncetm-talk': conflict: talk and no contradict each other where pd_lead_other_phase is yes",
            "ruleset 'ncetm-talk': conflict: no-talk and yes contradict each other where pd_lead_other_phase is no",
        ) == flaws_of(routes=talk(NO_TALK, TALK, no, yes))

    def test_a_gap_is_the_only_flaw_told_of_a_gap(self) -> None:
        """Nothing else is made of a route that is not answered everywhere."""
        assert ("ruleset 'ncetm-talk': gap: no rule stands where pd_lead_other_phase is no",) == flaws_of(
            routes=talk(TALK)
        )

    def test_a_flawed_criterion_is_named(self) -> None:
        """The rules of a criterion are audited as those of a route are."""
        rules = changed(CRITERION.ruleset, rules=CRITERION.ruleset.rules[:1])
        assert ("ruleset 'made-up': gap: no rule stands where made_up is no",) == flaws_of(
            criteria=(changed(CRITERION, ruleset=rules),), form=None
        )

    def test_a_criterion_is_met_or_not(self) -> None:
        """Each other outcome is named."""
        for yes, no in (("met", "perhaps"), ("perhaps", "not met")):
            criterion = changed(CRITERION, ruleset=yes_no_ruleset("made-up", "made_up", yes, no))
            assert ("criterion 'made-up': the outcome 'perhaps' is neither 'met' nor 'not met'",) == flaws_of(
                criteria=(criterion,), form=None
            )

    def test_very_many_flaws_are_not_all_looked_at(self) -> None:
        """Rules that forget what they override contradict each other in hundreds of cases; the error says so."""
        names = [f"fact_{number}" for number in range(9)]
        forgetful = Ruleset(
            "forgetful",
            "May it be?",
            {name: YesNo("Is it so?") for name in names},
            (
                Rule("may", {}, "ncetm-talk", CLAUSE),
                *(Rule(name, {name: Is.one_of(True)}, "none", CLAUSE) for name in names),
            ),
        )
        *told, last = flaws_of(routes=(PD_LEAD_DAYS, forgetful))
        assert "ruleset 'forgetful': there may be more; 100 cases were looked at" == last
        assert len(told) < 20
