"""Cohort 4 against its document: every figure, date and duty as printed, with the clause that prints it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Days,
    Money,
    Payee,
    Purpose,
    Ruleset,
    Source,
    allocate,
    decide,
    fund,
)

PROGRAMME = SECONDARY_COHORT_4
PD_LEAD_DAYS, NCETM_TALK = PROGRAMME.routes
OPEN = ("pd_lead_secondary",)


def clause(source: Source | None) -> str | None:
    """The id of a clause, if there is one."""
    return None if source is None else source.clause


def known(route: Ruleset, **facts: bool | None) -> dict[str, bool | None]:
    """Those facts that a route turns on."""
    return {name: value for name, value in facts.items() if name in route.facts}


class TestYears:
    def test_each_year_is_an_academic_year(self) -> None:
        """Three years from autumn 2019."""
        assert [(1, "2019/20", "PAR-1"), (2, "2020/21", "PAR-1"), (3, "2021/22", "PAR-1")] == [
            (year.number, str(year.academic_year), year.source.clause) for year in PROGRAMME.years
        ]
        assert (date(2019, 9, 1), date(2022, 8, 31)) == (
            PROGRAMME.years[0].academic_year.start,
            PROGRAMME.years[-1].academic_year.end,
        )

    def test_each_activity_has_its_days_rate_and_meetings(self) -> None:
        """What the lead teacher does in which year, for how long, at which rate, and which clauses say so."""
        assert [
            (1, "residentials", "4.5", "£200.00", 3, None, "PAR-3", "PAR-2"),
            (1, "personal-development", "10.5", "£200.00", None, None, "PAR-4", "PAR-2"),
            (2, "residentials", "3", "£200.00", 2, None, "PAR-7", "PAR-6"),
            (2, "development", "8", "£200.00", None, None, "PAR-8", "PAR-6"),
            (2, "pd-lead-programme", "4", "£200.00", None, "pd-lead-programme", "PAR-9", "PAR-6"),
            (2, "wider-work", "4", "£200.00", None, "wider-work", "PAR-10", "PAR-6"),
            (3, "support", "15", "£350.00", None, None, "FUN-5", "FUN-5"),
        ] == [
            (
                year.number,
                one.id,
                str(one.days).removesuffix(" days"),
                str(one.rate),
                one.sessions,
                one.route,
                one.source.clause,
                clause(one.rate_source),
            )
            for year in PROGRAMME.years
            for one in year.activities
        ]

    def test_only_the_residentials_of_year_1_are_central(self) -> None:
        """PAR-7 does not say where those of year 2 are."""
        assert ["central residentials", "residentials"] == [year.activities[0].title for year in PROGRAMME.years[:2]]

    @pytest.mark.parametrize(
        ("year", "activity", "words"),
        [
            pytest.param(
                1,
                "personal-development",
                ("classroom practice", "Mastery Lead for secondary", "visits", "Shanghai Showcase"),
                id="PAR-4",
            ),
            pytest.param(
                2,
                "development",
                ("own department", "Mastery Lead for secondary", "visits", "Shanghai Showcase"),
                id="PAR-8",
            ),
            pytest.param(2, "wider-work", ("Secondary Mastery Lead",), id="PAR-10"),
            pytest.param(1, "residentials", (), id="PAR-3 names nothing"),
            pytest.param(3, "support", (), id="no division of year 3 is printed"),
        ],
    )
    def test_an_activity_includes_what_the_document_lists(
        self, year: int, activity: str, words: tuple[str, ...]
    ) -> None:
        """One entry for each item of the list, in its order."""
        (one,) = (one for one in PROGRAMME.years[year - 1].activities if one.id == activity)
        assert len(words) == len(one.includes)
        assert all(word in entry for word, entry in zip(words, one.includes, strict=True))

    def test_everything_is_attended_by_the_lead_teacher_alone(self) -> None:
        """The head teacher's half-day launch is a duty, and none of these days."""
        assert {("lead teacher",)} == {one.attended_by for year in PROGRAMME.years for one in year.activities}


class TestMoney:
    def test_totals_are_those_printed(self) -> None:
        """15 days a year; £3,000, £3,000 and £5,250."""
        assert [
            (1, Days(15), "PAR-2"),
            (1, Money(3000), "FUN-1"),
            (2, Days(15), "PAR-6"),
            (2, Money(3000), "FUN-2"),
            (3, Days(15), "FUN-5"),
            (3, Money(5250), "FUN-5"),
        ] == [(one.year, one.total, one.source.clause) for one in PROGRAMME.published_totals]

    def test_release_is_paid_to_the_lead_school(self) -> None:
        """Of every activity of every year."""
        assert {Payee.LEAD_SCHOOL} == {one.payee for year in PROGRAMME.years for one in year.activities}

    def test_the_grant_is_2000_for_each_of_two_departments(self) -> None:
        """A flat amount in year 3, to the departments that are supported."""
        (grant,) = PROGRAMME.grants
        assert (Money(2000), 2, 3, "FUN-6") == (grant.amount, grant.departments, grant.year, grant.source.clause)
        assert (Payee.SUPPORTED_DEPARTMENT, Purpose.DEPARTMENT_SUPPORT, "support", None) == (
            grant.payee,
            grant.purpose,
            grant.activity,
            grant.route,
        )

    def test_covered_costs_have_years_and_payees(self) -> None:
        """Travel to the residentials of years 1 and 2, and the enrolment of those who enrol."""
        lead_school, provider = Payee.LEAD_SCHOOL, Payee.PD_LEAD_PROVIDER
        assert [
            ("travel", (1, 2), lead_school, Purpose.TRAVEL, "residentials", None, "FUN-4"),
            (
                *("pd-lead-enrolment", (2,), provider, Purpose.PD_LEAD_ENROLMENT),
                *("pd-lead-programme", "pd-lead-programme", "FUN-3"),
            ),
        ] == [
            (one.id, one.years, one.payee, one.purpose, one.activity, one.route, one.source.clause)
            for one in PROGRAMME.covered_costs
        ]

    def test_travel_falls_in_each_year_with_residentials(self) -> None:
        """One item a year with residentials, and none in year 3."""
        with_residentials = tuple(
            year.number for year in PROGRAMME.years if any(one.kind == "residential" for one in year.activities)
        )
        assert with_residentials == PROGRAMME.covered_costs[0].years

    @pytest.mark.parametrize(
        ("term", "text", "label"),
        [
            pytest.param(Payee.LEAD_SCHOOL, "lead-school", "Lead school", id="the lead teacher's school"),
            pytest.param(
                Payee.SUPPORTED_DEPARTMENT, "supported-department", "Supported departments", id="the two departments"
            ),
            pytest.param(Payee.PD_LEAD_PROVIDER, "pd-lead-provider", "PD Lead provider", id="who enrols"),
            pytest.param(Purpose.RELEASE, "release", "Release days", id="days"),
            pytest.param(Purpose.DEPARTMENT_SUPPORT, "department-support", "Department support", id="grants"),
            pytest.param(Purpose.TRAVEL, "travel", "Travel", id="to the residentials"),
            pytest.param(Purpose.PD_LEAD_ENROLMENT, "pd-lead-enrolment", "PD Lead enrolment", id="of year 2"),
        ],
    )
    def test_payees_and_purposes_are_terms(self, term: Payee | Purpose, text: str, label: str) -> None:
        """Each equals its text, reads in words, and its repr evaluates back."""
        assert (text, text, label) == (term, str(term), term.label)
        assert term is eval(repr(term), {"Payee": Payee, "Purpose": Purpose})
        assert (3, 4) == (len(Payee), len(Purpose))


class TestDates:
    def test_the_deadline_is_5pm_on_friday_26_april_2019_in_london(self) -> None:
        """An aware moment, one hour ahead of UTC."""
        milestone = PROGRAMME.milestone("apply-by")
        at = milestone.at
        assert at is not None
        assert at == datetime(2019, 4, 26, 16, tzinfo=UTC)
        assert (timedelta(hours=1), "17:00:00") == (at.utcoffset(), at.time().isoformat())
        assert ("Friday", "APP-1", date(2019, 4, 26)) == (milestone.weekday, milestone.source.clause, milestone.day)

    def test_applicants_are_told_by_10_june_2019(self) -> None:
        """A day, for which the document states no weekday."""
        milestone = PROGRAMME.milestone("notify-by")
        assert (date(2019, 6, 10), None, "APP-4") == (milestone.on, milestone.weekday, milestone.source.clause)

    def test_there_are_no_other_dates(self) -> None:
        """The dates of the residentials are not published."""
        assert ["apply-by", "notify-by"] == [milestone.id for milestone in PROGRAMME.milestones]
        assert AcademicYear.containing(date(2019, 4, 26)) < PROGRAMME.years[0].academic_year


class TestDuties:
    def test_each_duty_has_its_clause_its_year_and_who_has_it(self) -> None:
        """What somebody has to do that is neither days nor money."""
        assert [
            ("school-commitment", "INT-2", "the school", None, None),
            ("launch", "PAR-5", "the head teacher or a senior leader", 1, None),
            ("ncetm-talk", "PAR-11", "the lead teacher", 1, "ncetm-talk"),
            ("accreditation", "BEN-2", "the lead teacher", None, "pd-lead-programme"),
            ("other-schools", "PAR-12", "the lead teacher", 3, None),
            ("full-part", "EXP-1", "the lead teacher", None, None),
            ("own-department", "EXP-2", "the lead teacher", None, None),
            ("hub-work", "EXP-3", "the lead teacher", None, None),
            ("senior-support", "EXP-4", "the senior leadership", None, None),
        ] == [(duty.id, duty.source.clause, duty.by, duty.year, duty.route) for duty in PROGRAMME.duties]

    @pytest.mark.parametrize(
        ("secondary", "due", "open_"),
        [
            pytest.param(False, True, False, id="not yet a PD Lead for secondary"),
            pytest.param(True, False, False, id="accredited already"),
            pytest.param(None, False, True, id="not known"),
        ],
    )
    def test_accreditation_is_due_with_the_pd_lead_programme(
        self, secondary: bool | None, due: bool, open_: bool
    ) -> None:
        """Whoever takes part in it becomes accredited by it; whoever is accredited does not."""
        allocation = allocate(PROGRAMME, {"pd_lead_secondary": secondary})
        (duty,) = (duty for duty in PROGRAMME.duties if duty.id == "accreditation")
        assert "Complete the programme, by which accreditation as a PD Lead can be gained" == duty.title
        assert (due, open_) == (duty in allocation.duties, duty in allocation.open_duties)


class TestRoutes:
    @pytest.mark.parametrize(
        ("secondary", "other_phase", "days", "missing", "talk", "clauses"),
        [
            pytest.param(True, True, "wider-work", (), "ncetm-talk", ("PAR-10",), id="both: wider work and the talk"),
            pytest.param(True, False, "wider-work", (), "none", ("PAR-10",), id="secondary only: wider work"),
            pytest.param(True, None, "wider-work", (), None, ("PAR-10",), id="secondary, and perhaps another"),
            pytest.param(False, True, "pd-lead-programme", (), "ncetm-talk", ("PAR-9",), id="another phase only"),
            pytest.param(False, False, "pd-lead-programme", (), "none", ("PAR-9",), id="neither"),
            pytest.param(False, None, "pd-lead-programme", (), None, ("PAR-9",), id="not secondary"),
            pytest.param(None, True, None, OPEN, "ncetm-talk", ("PAR-9", "PAR-10"), id="another, perhaps secondary"),
            pytest.param(None, False, None, OPEN, "none", ("PAR-9", "PAR-10"), id="perhaps secondary only"),
            pytest.param(None, None, None, OPEN, None, ("PAR-9", "PAR-10"), id="nothing is known"),
        ],
    )
    def test_accreditation_decides_the_four_days_and_the_talk(
        self,
        secondary: bool | None,
        other_phase: bool | None,
        days: str | None,
        missing: tuple[str, ...],
        talk: str | None,
        clauses: tuple[str, ...],
    ) -> None:
        """Two questions, each with its own answer: the one does not decide the other."""
        facts = {"pd_lead_secondary": secondary, "pd_lead_other_phase": other_phase}
        ruling = decide(PD_LEAD_DAYS, known(PD_LEAD_DAYS, **facts))
        assert (days, missing) == (ruling.outcome, ruling.missing)
        assert clauses == tuple(rule.source.clause for rule in ruling.because)
        about_talk = decide(NCETM_TALK, known(NCETM_TALK, **facts))
        assert talk == about_talk.outcome
        assert (("pd_lead_other_phase",) if other_phase is None else ()) == about_talk.missing

    def test_each_question_turns_on_one_fact_of_its_own(self) -> None:
        """So that nobody is asked for what makes no difference."""
        assert [("pd_lead_secondary",), ("pd_lead_other_phase",)] == [tuple(route.facts) for route in PROGRAMME.routes]
        assert [("PAR-9", "PAR-10"), ("PAR-11", "PAR-11")] == [
            tuple(rule.source.clause for rule in route.rules) for route in PROGRAMME.routes
        ]

    @pytest.mark.parametrize("secondary", [True, False, None])
    @pytest.mark.parametrize("other_phase", [True, False, None])
    def test_the_days_and_the_money_are_the_same_on_every_route(
        self, secondary: bool | None, other_phase: bool | None
    ) -> None:
        """15 days and £3,000 in year 2, whatever the accreditation."""
        facts = {"pd_lead_secondary": secondary, "pd_lead_other_phase": other_phase}
        assert [Days(15)] * 3 == [year.days for year in allocate(PROGRAMME, facts).years]
        total = fund(PROGRAMME, facts).total_for(academic_year="2020/21", purpose="release")
        assert (Money(3000), Money(3000)) == (total.known, total.at_most)
        assert Money(15250) == fund(PROGRAMME, facts).total.known

    def test_the_outcomes_lead_to_activities_and_duties(self) -> None:
        """Which outcome stands for which part."""
        assert (("pd-lead-programme", "wider-work"), ("none", "ncetm-talk")) == (
            PD_LEAD_DAYS.outcomes,
            NCETM_TALK.outcomes,
        )
        assert ["pd-lead-days", "ncetm-talk"] == [route.id for route in PROGRAMME.routes]
