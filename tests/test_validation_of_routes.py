"""Flaws of an edition's rules, facts and routes."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Choice,
    Count,
    Days,
    Duty,
    Is,
    PublishedTotal,
    Rule,
    Ruleset,
    YesNo,
)
from tests.changed_editions import (
    CLAUSE,
    CRITERION,
    ENROLMENT,
    GRANT,
    NCETM_TALK,
    PD_LEAD_DAYS,
    TRAVEL,
    changed,
    flaws_of,
    with_activity,
    with_year,
    yes_no_ruleset,
)

COHORT = SECONDARY_COHORT_4
FACT = NCETM_TALK.facts["pd_lead_other_phase"]
NO_TALK, TALK = NCETM_TALK.rules
OTHER_FACT = YesNo("Something else entirely?")


def talk(*rules: Rule) -> tuple[Ruleset, ...]:
    """The routes of Cohort 4 with other rules about the talk."""
    return (PD_LEAD_DAYS, changed(NCETM_TALK, rules=rules))


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

    def test_a_gap_is_the_only_flaw_told_of_a_gap(self) -> None:
        """Nothing else is made of a route that is not answered everywhere."""
        assert ("ruleset 'ncetm-talk': gap: no rule stands where pd_lead_other_phase is no",) == flaws_of(
            routes=talk(TALK)
        )

    def test_a_flawed_criterion_is_named(self) -> None:
        """The rules of a criterion are audited as those of a route are."""
        rules = changed(CRITERION.ruleset, rules=CRITERION.ruleset.rules[:1])
        assert ("ruleset 'made-up': gap: no rule stands where made_up is no",) == flaws_of(
            criteria=(changed(CRITERION, ruleset=rules),)
        )

    def test_a_criterion_is_met_or_not(self) -> None:
        """Each other outcome is named."""
        for yes, no in (("met", "perhaps"), ("perhaps", "not met")):
            criterion = changed(CRITERION, ruleset=yes_no_ruleset("made-up", "made_up", yes, no))
            assert ("criterion 'made-up': the outcome 'perhaps' is neither 'met' nor 'not met'",) == flaws_of(
                criteria=(criterion,)
            )


class TestFacts:
    @pytest.mark.parametrize(
        "fact",
        [
            pytest.param(OTHER_FACT, id="another question"),
            pytest.param(changed(FACT, judged=True), id="judged in one ruleset only"),
            pytest.param(changed(FACT, answered_by="hub"), id="answered by somebody else"),
            pytest.param(Choice(FACT.ask, ("yes", "no")), id="another kind of fact"),
            pytest.param(Count(FACT.ask, 0, 1), id="a number"),
        ],
    )
    def test_a_fact_means_the_same_everywhere(self, fact: YesNo | Choice | Count) -> None:
        """One name has one definition, in a criterion as in a route."""
        rules = Ruleset("met", "Is it met?", {"pd_lead_other_phase": fact}, (Rule("yes", {}, "met", CLAUSE),))
        assert ("fact 'pd_lead_other_phase': ruleset 'pd-lead-days' defines it differently from 'met'",) == tuple(
            flaw for flaw in flaws_of(criteria=(changed(CRITERION, ruleset=rules),)) if "'ncetm-talk'" not in flaw
        )

    @pytest.mark.parametrize("fact", [OTHER_FACT, Choice(FACT.ask, ("yes", "no"))], ids=["question", "kind"])
    def test_two_routes_that_define_a_fact_differently_are_named(self, fact: YesNo | Choice) -> None:
        """Both routes are named, also if the fact is of another kind in each."""
        other = Ruleset(
            "ncetm-talk", "Is it due?", {"pd_lead_other_phase": fact}, (Rule("talk", {}, "ncetm-talk", CLAUSE),)
        )
        assert (
            "fact 'pd_lead_other_phase': ruleset 'ncetm-talk' defines it differently from 'pd-lead-days'",
        ) == flaws_of(routes=(PD_LEAD_DAYS, other))

    def test_a_fact_redefined_in_a_criterion_hides_no_other_flaw(self) -> None:
        """The ways through the routes do not turn on it, so that totals are checked all the same."""
        criteria = tuple(
            changed(CRITERION, id=id, ruleset=Ruleset(id, "Is it?", {"a": fact}, (Rule("yes", {}, "met", CLAUSE),)))
            for id, fact in (("first", FACT), ("second", OTHER_FACT))
        )
        assert ["fact 'a'", "published total 'days'"] == [
            flaw.partition(":")[0]
            for flaw in flaws_of(criteria=criteria, published_totals=(PublishedTotal("days", 3, Days(14), CLAUSE),))
        ]


class TestRoutes:
    @pytest.mark.parametrize(
        ("values", "flaws"),
        [
            pytest.param(
                {"duties": tuple(duty for duty in COHORT.duties if duty.route is None)},
                ("route outcome 'ncetm-talk': no activity and no duty happens under it",),
                id="an outcome without its duty",
            ),
            pytest.param(
                {"years": with_year(2, activities=COHORT.years[1].activities[:3]), "published_totals": ()},
                ("route outcome 'wider-work': no activity and no duty happens under it",),
                id="an outcome without its activity",
            ),
            pytest.param(
                {
                    "routes": (*COHORT.routes, yes_no_ruleset("grants", "extra", "extra-grant", "none")),
                    "grants": (changed(GRANT, route="extra-grant"),),
                },
                ("route outcome 'extra-grant': no activity and no duty happens under it",),
                id="an outcome that is only paid for",
            ),
            pytest.param(
                {
                    "routes": (*COHORT.routes, yes_no_ruleset("more", "extra", "wider-work", "none")),
                    "published_totals": (),
                },
                ("the route outcome 'wider-work' stands 2 times",),
                id="an outcome that two routes share",
            ),
            pytest.param(
                {"years": with_activity(1, "residentials", route="wider-wok"), "published_totals": ()},
                ("year 1, activity 'residentials': 'wider-wok' is no outcome of a route; the nearest is 'wider-work'",),
                id="an activity under no outcome",
            ),
            pytest.param(
                {"duties": (*COHORT.duties, Duty("extra", "Something", "somebody", CLAUSE, route="none"))},
                ("duty 'extra': 'none' is no outcome of a route; the nearest is 'ncetm-talk'",),
                id="a duty where nothing happens",
            ),
            pytest.param(
                {"grants": (changed(GRANT, route="ncetm"),)},
                ("item 'department-grant': 'ncetm' is no outcome of a route; the nearest is 'ncetm-talk'",),
                id="a grant under no outcome",
            ),
            pytest.param(
                {"covered_costs": (TRAVEL, changed(ENROLMENT, route="wider_work"))},
                ("item 'pd-lead-enrolment': 'wider_work' is no outcome of a route; the nearest is 'wider-work'",),
                id="a cost under no outcome",
            ),
        ],
    )
    def test_outcomes_and_parts_match(self, values: dict[str, object], flaws: tuple[str, ...]) -> None:
        """Every outcome leads to something, and nothing waits for an outcome that never comes."""
        assert flaws == flaws_of(**values)

    def test_an_edition_without_its_routes_is_named(self) -> None:
        """All that waits for a route is told."""
        assert [
            "year 2, activity 'pd-lead-programme'",
            "year 2, activity 'wider-work'",
            "duty 'ncetm-talk'",
            "item 'pd-lead-enrolment'",
        ] == [flaw.partition(": ")[0] for flaw in flaws_of(routes=(), published_totals=())]
