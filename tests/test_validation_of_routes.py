"""Flaws of an edition's rules, facts and routes."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Choice,
    Count,
    Days,
    Duty,
    Payee,
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
OTHER_FACT = YesNo("Something else entirely?")


def talk(*rules: Rule) -> tuple[Ruleset, ...]:
    """The routes of Cohort 4 with other rules about the talk."""
    return (PD_LEAD_DAYS, changed(NCETM_TALK, rules=rules))


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
        assert ("fact 'pd_lead_other_phase': ruleset 'ncetm-talk' defines it differently from 'met'",) == flaws_of(
            criteria=(changed(CRITERION, ruleset=rules),), form=None
        )

    @pytest.mark.parametrize("fact", [OTHER_FACT, Choice(FACT.ask, ("yes", "no"))], ids=["question", "kind"])
    def test_two_routes_that_define_a_fact_differently_are_named(self, fact: YesNo | Choice) -> None:
        """Both routes are named, also if the fact is of another kind in each."""
        other = Ruleset(
            "ncetm-talk", "Is it due?", {"pd_lead_secondary": fact}, (Rule("talk", {}, "ncetm-talk", CLAUSE),)
        )
        assert (
            "fact 'pd_lead_secondary': ruleset 'ncetm-talk' defines it differently from 'pd-lead-days'",
        ) == flaws_of(routes=(PD_LEAD_DAYS, other), criteria=(), form=None)

    def test_a_fact_redefined_in_a_criterion_hides_no_other_flaw(self) -> None:
        """The ways through the routes do not turn on it, so that totals are checked all the same."""
        criteria = tuple(
            changed(CRITERION, id=id, ruleset=Ruleset(id, "Is it?", {"a": fact}, (Rule("yes", {}, "met", CLAUSE),)))
            for id, fact in (("first", FACT), ("second", OTHER_FACT))
        )
        assert ["fact 'a'", "published total 'days'"] == [
            flaw.partition(":")[0]
            for flaw in flaws_of(
                criteria=criteria, form=None, published_totals=(PublishedTotal("days", 3, Days(14), CLAUSE),)
            )
        ]


class TestRoutes:
    @pytest.mark.parametrize(
        ("values", "flaws"),
        [
            pytest.param(
                {"duties": tuple(duty for duty in COHORT.duties if duty.route != "ncetm-talk")},
                ("route outcome 'ncetm-talk': nothing happens under it",),
                id="an outcome without its duty",
            ),
            pytest.param(
                {"years": with_year(2, activities=COHORT.years[1].activities[:3]), "published_totals": ()},
                ("route outcome 'wider-work': nothing happens under it",),
                id="an outcome without its activity",
            ),
            pytest.param(
                {"routes": (*COHORT.routes, yes_no_ruleset("grants", "extra", "extra-grant", "none"))},
                ("route outcome 'extra-grant': nothing happens under it",),
                id="an outcome without any part",
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

    @pytest.mark.parametrize(
        "values",
        [
            pytest.param({"grants": (changed(GRANT, route="extra"),)}, id="a grant"),
            pytest.param({"covered_costs": (changed(TRAVEL, route="extra"), ENROLMENT)}, id="a cost"),
            pytest.param(
                {"duties": (*COHORT.duties, Duty("extra", "More", "somebody", CLAUSE, route="extra"))}, id="duty"
            ),
            pytest.param(
                {"years": with_activity(3, "support", route="extra"), "published_totals": ()}, id="an activity"
            ),
        ],
    )
    def test_any_part_is_enough_for_an_outcome(self, values: dict[str, object]) -> None:
        """Something happens also where somebody is paid, or has to do something."""
        routes = (*COHORT.routes, yes_no_ruleset("more", "more", "extra", "none"))
        assert routes == changed(COHORT, routes=routes, **values).routes

    @pytest.mark.parametrize(
        ("id", "payee", "flaws"),
        [
            pytest.param(
                "wider-work",
                Payee.PD_LEAD_PROVIDER,
                ("year 2, ruleset 'pd-lead-days': its alternatives are paid to lead-school and pd-lead-provider",),
                id="an alternative",
            ),
            pytest.param(
                "pd-lead-programme",
                Payee.SUPPORTED_DEPARTMENT,
                ("year 2, ruleset 'pd-lead-days': its alternatives are paid to lead-school and supported-department",),
                id="the other one",
            ),
        ],
    )
    def test_alternatives_are_paid_to_one_payee(self, id: str, payee: Payee, flaws: tuple[str, ...]) -> None:
        """One line stands for them while the route is open, and a line has one payee."""
        assert flaws == flaws_of(years=with_activity(2, id, payee=payee))

    def test_what_is_no_alternative_may_have_a_payee_of_its_own(self) -> None:
        """Neither an activity that always happens, nor one of another year, nor both alternatives together."""
        alone = with_activity(2, "development", payee=Payee.SUPPORTED_DEPARTMENT)
        together = with_year(
            2,
            activities=tuple(
                one if one.route is None else changed(one, payee=Payee.PD_LEAD_PROVIDER)
                for one in COHORT.years[1].activities
            ),
        )
        in_another_year = with_year(
            3,
            activities=(
                *COHORT.years[2].activities,
                changed(COHORT.years[1].activities[3], payee=Payee.PD_LEAD_PROVIDER),
            ),
        )
        for years in (alone, together, in_another_year):
            assert years == changed(COHORT, years=years, published_totals=()).years

    def test_an_edition_without_its_routes_is_named(self) -> None:
        """All that waits for a route is told."""
        assert [
            "year 2, activity 'pd-lead-programme'",
            "year 2, activity 'wider-work'",
            "duty 'ncetm-talk'",
            "duty 'accreditation'",
            "item 'pd-lead-enrolment'",
        ] == [flaw.partition(": ")[0] for flaw in flaws_of(routes=(), published_totals=())]
