"""What differs between two editions, part by part."""

from datetime import UTC, date, datetime

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Activity,
    DayRange,
    Days,
    Difference,
    Document,
    FrozenMapping,
    Hub,
    HubLead,
    Money,
    Payee,
    Programme,
    Source,
    Year,
    compare,
)
from tests.changed_editions import (
    CLAUSE,
    CRITERION,
    GRANT,
    NCETM_TALK,
    NOTIFY_BY,
    PD_LEAD_DAYS,
    TRAVEL,
    changed,
    small_edition,
    with_activity,
    with_year,
)

COHORT = SECONDARY_COHORT_4
BARE = changed(COHORT, published_totals=())
YEAR_1_DAYS = COHORT.published_totals[0]
APPLY_BY = COHORT.milestones[0]
GLOW = COHORT.hub("GLOW")
(DOCUMENT,) = COHORT.documents
NO_TALK, TALK = NCETM_TALK.rules
LEAD = Payee.LEAD_SCHOOL
VISITS = Activity(
    "visits", "visits", "visit", Days(2), CLAUSE, payee=Payee.LEAD_SCHOOL, rate=Money(100), rate_source=CLAUSE
)


def told(before: Programme, after: Programme) -> list[str]:
    """The differences between two editions, as text."""
    return [str(difference) for difference in compare(before, after)]


def with_hubs(hub: Hub) -> tuple[Hub, ...]:
    """The hubs of Cohort 4 with another one in the place of GLOW."""
    return tuple(hub if one is GLOW else one for one in COHORT.hubs)


OPEN_1 = " (FUN-3, PAR-10)"


class TestOneChange:
    @pytest.mark.parametrize(
        ("values", "differences"),
        [
            pytest.param(
                {"years": with_activity(3, "support", rate=Money(375), rate_source=COHORT.clause("FUN-6"))},
                ["years.3.activities.support.rate: £350.00 (FUN-5) -> £375.00 (FUN-6)"],
                id="a rate, cited as the rate is",
            ),
            pytest.param(
                {"years": with_activity(1, "residentials", rate=None, rate_source=None)},
                ["years.1.activities.residentials.rate: £200.00 (PAR-2) -> nothing"],
                id="a rate no longer published",
            ),
            pytest.param(
                {"years": with_activity(1, "residentials", days=Days(5))},
                ["years.1.activities.residentials.days: 4.5 days (PAR-3) -> 5 days (PAR-3)"],
                id="days, cited as the days are",
            ),
            pytest.param(
                {"published_totals": (YEAR_1_DAYS,)},
                ["published_totals.year-1-days: nothing -> year-1-days (PAR-2)"],
                id="a total that the document prints",
            ),
            pytest.param(
                {"years": with_year(3, activities=()), "grants": ()},
                [
                    "years.3.activities.support: support (FUN-5) -> nothing",
                    "grants.department-grant: department-grant (FUN-6) -> nothing",
                ],
                id="an activity gone, and its grant",
            ),
            pytest.param(
                {"years": with_activity(3, "support", days=DayRange(12, 37))},
                ["years.3.activities.support.days: 15 days (FUN-5) -> 12 to 37 days (FUN-5)"],
                id="days as a range",
            ),
            pytest.param(
                {"years": with_activity(1, "residentials", sessions=None, includes=("talks", "visits"))},
                [
                    "years.1.activities.residentials.sessions: 3 (PAR-3) -> nothing",
                    "years.1.activities.residentials.includes: nothing -> talks and visits (PAR-3)",
                ],
                id="what an activity is",
            ),
            pytest.param(
                {"covered_costs": (changed(TRAVEL, years=(1,)), *COHORT.covered_costs[1:])},
                ["covered_costs.travel.years: 1 and 2 (FUN-4) -> 1 (FUN-4)"],
                id="the years of a cost",
            ),
            pytest.param(
                {"grants": (changed(GRANT, departments=3, amount=None),)},
                [
                    "grants.department-grant.amount: £2,000.00 (FUN-6) -> nothing",
                    "grants.department-grant.departments: 2 (FUN-6) -> 3 (FUN-6)",
                ],
                id="a grant",
            ),
            pytest.param(
                {"hubs": with_hubs(changed(GLOW, name="Glowing Maths Hub"))},
                [
                    "hubs.GLOW Maths Hub: GLOW Maths Hub (HUB-1) -> nothing",
                    "hubs.Glowing Maths Hub: nothing -> Glowing Maths Hub (HUB-1)",
                ],
                id="a hub renamed: one goes, one comes",
            ),
            pytest.param(
                {"hubs": with_hubs(changed(GLOW, leads=(changed(GLOW.leads[0], town=None), HubLead("A school"))))},
                [
                    "hubs.GLOW Maths Hub.leads.Balcarras Teaching School.town: Cheltenham (HUB-1) -> nothing",
                    "hubs.GLOW Maths Hub.leads.A school: nothing -> A school (HUB-1)",
                ],
                id="the leads of a hub",
            ),
            pytest.param(
                {"milestones": (APPLY_BY, changed(NOTIFY_BY, on=date(2019, 6, 17), weekday="Monday"))},
                [
                    "milestones.notify-by.on: 2019-06-10 (APP-4) -> 2019-06-17 (APP-4)",
                    "milestones.notify-by.weekday: nothing -> Monday (APP-4)",
                ],
                id="a day moved",
            ),
            pytest.param(
                {"milestones": (changed(APPLY_BY, at=datetime(2019, 4, 26, 12, tzinfo=UTC)), NOTIFY_BY)},
                ["milestones.apply-by.at: 2019-04-26 17:00:00+01:00 (APP-1) -> 2019-04-26 12:00:00+00:00 (APP-1)"],
                id="a moment moved",
            ),
            pytest.param(
                {"criteria": (*COHORT.criteria, CRITERION)},
                ["criteria.made-up: nothing -> made-up (PAR-2)"],
                id="a criterion more",
            ),
            pytest.param(
                {"form": changed(COHORT.form, decided_by="the NCETM")},
                ["form.decided_by: the Maths Hub (APP-3) -> the NCETM (APP-3)"],
                id="who decides",
            ),
            pytest.param(
                {"cohort": 5, "title": "Another programme"},
                [
                    "title: Secondary Mastery Specialist Programme (INT-1) -> Another programme (INT-1)",
                    "cohort: 4 (INT-1) -> 5 (INT-1)",
                ],
                id="the cohort and the title",
            ),
            pytest.param(
                {"open_questions": (changed(COHORT.open_questions[0], reading="Yes."), *COHORT.open_questions[1:])},
                [f"open_questions.OPEN-1.reading: {COHORT.open_questions[0].reading}{OPEN_1} -> Yes.{OPEN_1}"],
                id="how an open question is read",
            ),
        ],
    )
    def test_it_is_told_with_its_place_and_its_clauses(self, values: dict[str, object], differences: list[str]) -> None:
        """Where it is, what it was, what it became, and on which clauses; and nothing else."""
        assert differences == told(BARE, changed(BARE, **values))

    def test_a_rate_and_the_total_printed_of_it_are_two_differences(self) -> None:
        """Both numbers are the document's, each with its clause."""
        after = changed(
            COHORT,
            years=with_activity(3, "support", rate=Money(375)),
            published_totals=tuple(
                changed(one, total=Money(5625)) if one.id == "year-3-release" else one
                for one in COHORT.published_totals
            ),
        )
        assert [
            "years.3.activities.support.rate: £350.00 (FUN-5) -> £375.00 (FUN-5)",
            "published_totals.year-3-release.total: £5,250.00 (FUN-5) -> £5,625.00 (FUN-5)",
        ] == told(COHORT, after)


class TestYearsAndActivities:
    def test_an_activity_added_or_removed_is_told(self) -> None:
        """As a part of its year, with the clause that gives its days."""
        before = small_edition(VISITS)
        after = small_edition(VISITS, changed(VISITS, id="talks"))
        assert ["years.1.activities.talks: nothing -> talks (PAR-2)"] == told(before, after)
        assert ["years.1.activities.talks: talks (PAR-2) -> nothing"] == told(after, before)

    def test_a_year_added_is_told_whole(self) -> None:
        """A year is named by its number."""
        before = small_edition(VISITS)
        after = changed(before, years=(*before.years, Year(2, AcademicYear(2020), (VISITS,), CLAUSE)))
        (difference,) = compare(before, after)
        assert ("years.2", None, after.years[1]) == (difference.subject, difference.before, difference.after)
        assert "years.2: nothing -> 2 (PAR-2)" == str(difference)


class TestWhatIsNoDifference:
    @pytest.mark.parametrize(
        "values",
        [
            pytest.param({}, id="nothing"),
            pytest.param({"id": "another"}, id="the id of the edition"),
            pytest.param({"source": CLAUSE}, id="the clause of the edition"),
            pytest.param({"years": with_year(1, source=CLAUSE)}, id="the clause of a year"),
            pytest.param({"years": with_activity(1, "residentials", rate_source=CLAUSE)}, id="the clause of a rate"),
            pytest.param(
                {"open_questions": (changed(COHORT.open_questions[0], sources=(CLAUSE,)), *COHORT.open_questions[1:])},
                id="the clauses of an open question",
            ),
            pytest.param(
                {"documents": (changed(DOCUMENT, title="Another"), Document("more", "More", (Source("more", "M-1"),)))},
                id="the documents",
            ),
            pytest.param({"hubs": COHORT.hubs[::-1]}, id="the order of the hubs"),
            pytest.param(
                {"routes": (PD_LEAD_DAYS, changed(NCETM_TALK, rules=(TALK, NO_TALK)))}, id="the order of rules"
            ),
            pytest.param({"routes": (changed(PD_LEAD_DAYS, question="Which days?"), NCETM_TALK)}, id="a question"),
        ],
    )
    def test_what_answers_alike_does_not_differ(self, values: dict[str, object]) -> None:
        """Editions are compared by what they answer, and a citation is no answer."""
        assert () == compare(BARE, changed(BARE, **values))

    def test_one_organisation_in_two_towns_is_not_dropped(self) -> None:
        """A lead that goes is told, although another of the same name stays."""
        both = changed(GLOW, leads=(HubLead("A trust", "Croydon"), HubLead("A trust", "Sutton")))
        one = changed(GLOW, leads=both.leads[1:])
        before, after = (changed(COHORT, hubs=with_hubs(hub)) for hub in (both, one))
        assert compare(before, after)


class TestADifference:
    def test_it_is_a_value(self) -> None:
        """It holds the values themselves, and is equal to another that holds the same."""
        after = changed(COHORT, years=with_activity(3, "support", includes=("visits",)))
        (difference,) = compare(COHORT, after)
        expected = Difference(
            "years.3.activities.support.includes", FrozenMapping(), (), ("visits",), ("FUN-5",), ("FUN-5",)
        )
        assert (expected, hash(expected)) == (difference, hash(difference))
        assert compare(COHORT, after) == compare(COHORT, after)
