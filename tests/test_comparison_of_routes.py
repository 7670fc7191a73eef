"""What differs between the rules of two editions: of their routes, and of their criteria."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Activity,
    Choice,
    Days,
    Difference,
    FrozenMapping,
    InvalidComparison,
    Is,
    Money,
    Payee,
    Programme,
    Rule,
    compare,
)
from tests.changed_editions import (
    CLAUSE,
    CRITERION,
    NCETM_TALK,
    PD_LEAD_DAYS,
    changed,
    small_edition,
    yes_no_ruleset,
)

COHORT = SECONDARY_COHORT_4
VISITS = Activity(
    "visits", "visits", "visit", Days(2), CLAUSE, payee=Payee.LEAD_SCHOOL, rate=Money(100), rate_source=CLAUSE
)


def told(before: Programme, after: Programme) -> list[str]:
    """The differences between two editions, as text."""
    return [str(difference) for difference in compare(before, after)]


class TestRules:
    def test_a_rule_that_changes_answers_is_told_as_a_ruleset_is(self) -> None:
        """Where, from what to what; under the path of the route."""
        exception = Rule(
            "accredited-elsewhere",
            {"pd_lead_secondary": Is.one_of(False), "pd_lead_other_phase": Is.one_of(True)},
            "wider-work",
            COHORT.clause("PAR-10"),
            overrides=("pd-lead-programme",),
        )
        facts = {**PD_LEAD_DAYS.facts, **NCETM_TALK.facts}
        routes = (changed(PD_LEAD_DAYS, facts=facts, rules=(*PD_LEAD_DAYS.rules, exception)), NCETM_TALK)
        (difference,) = compare(COHORT, changed(COHORT, routes=routes))
        assert (
            "routes.pd-lead-days, where pd_lead_secondary is no and pd_lead_other_phase is yes: "
            "pd-lead-programme (PAR-9) -> wider-work (PAR-10)"
        ) == str(difference)

    def test_a_criterion_is_compared_by_its_answers(self) -> None:
        """What is met and what is not, under the path of the criterion."""
        other = changed(CRITERION, ruleset=yes_no_ruleset("made-up", "made_up", "not met", "met"))
        before, after = (changed(COHORT, criteria=(*COHORT.criteria, one)) for one in (CRITERION, other))
        assert [
            "criteria.made-up.ruleset, where made_up is yes: met (PAR-2) -> not met (PAR-2)",
            "criteria.made-up.ruleset, where made_up is no: not met (PAR-2) -> met (PAR-2)",
        ] == told(before, after)

    def test_a_route_added_is_told_by_its_id(self) -> None:
        """As a whole it rests on the clauses of its rules."""
        after = small_edition(
            changed(VISITS, route="visits"), routes=(yes_no_ruleset("choice", "chosen", "visits", "none"),)
        )
        assert [
            "years.1.activities.visits.route: nothing -> visits (PAR-2)",
            "routes.choice: nothing -> choice (PAR-2)",
        ] == told(small_edition(VISITS), after)

    def test_a_route_whose_fact_changes_its_kind_is_told_as_a_whole(self) -> None:
        """There are no cases in which the two could be compared, but the editions can; bare rulesets cannot."""
        other = changed(
            NCETM_TALK,
            facts={"pd_lead_other_phase": Choice("In which phase?", ("primary", "none"))},
            rules=(Rule("talk", {}, "ncetm-talk", CLAUSE),),
        )
        before = small_edition(VISITS, routes=(NCETM_TALK,), duties=(COHORT.duties[2],))
        after = small_edition(VISITS, routes=(other,), duties=(COHORT.duties[2],))
        assert (
            Difference("routes.ncetm-talk", FrozenMapping(), NCETM_TALK, other, ("PAR-11",), ("PAR-2",)),
        ) == compare(before, after)
        assert ["routes.ncetm-talk: ncetm-talk (PAR-11) -> ncetm-talk (PAR-2)"] == told(before, after)
        with pytest.raises(InvalidComparison, match="pd_lead_other_phase"):
            compare(NCETM_TALK, other)

    def test_such_a_route_hides_no_other_difference(self) -> None:
        """What else changed is told beside it, in the order of the edition."""
        other = changed(
            NCETM_TALK,
            facts={"pd_lead_other_phase": Choice("In which phase?", ("primary", "none"))},
            rules=(Rule("talk", {}, "ncetm-talk", CLAUSE),),
        )
        before = changed(COHORT, criteria=(), form=None)  # else a criterion asks the question as before
        after = changed(before, title="Another programme", routes=(PD_LEAD_DAYS, other), cohort=5)
        assert ["title", "cohort", "routes.ncetm-talk"] == [one.subject for one in compare(before, after)]
