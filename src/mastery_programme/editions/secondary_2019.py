"""Cohort 4 of the Secondary Mastery Specialist Programme, 2019/20: what its document publishes, in its order."""

from datetime import date, datetime, timedelta, timezone

from mastery_programme.days import Days
from mastery_programme.editions import secondary_2019_clauses as clauses
from mastery_programme.editions.hubs_2019 import HUBS
from mastery_programme.editions.secondary_2019_criteria import CRITERIA
from mastery_programme.editions.secondary_2019_form import FORM
from mastery_programme.editions.secondary_2019_open import OPEN_QUESTIONS
from mastery_programme.editions.secondary_2019_routes import NCETM_TALK, PD_LEAD_DAYS
from mastery_programme.money import Money
from mastery_programme.parts import (
    Activity,
    CoveredCost,
    Duty,
    Grant,
    Milestone,
    Payee,
    PublishedTotal,
    Purpose,
    Year,
)
from mastery_programme.programme import Programme
from mastery_programme.years import AcademicYear

BRITISH_SUMMER_TIME = timezone(timedelta(hours=1))

SECONDARY_COHORT_4 = Programme(
    id="secondary-2019",
    title="Secondary Mastery Specialist Programme",
    phase="secondary",
    cohort=4,
    source=clauses.INT_1,
    years=(
        Year(
            1,
            AcademicYear(2019),
            (
                Activity(
                    "residentials",
                    "central residentials",
                    "residential",
                    Days("4.5"),
                    clauses.PAR_3,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(200),
                    rate_source=clauses.PAR_2,
                    sessions=3,
                ),
                Activity(
                    "personal-development",
                    "personal development",
                    "development",
                    Days("10.5"),
                    clauses.PAR_4,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(200),
                    rate_source=clauses.PAR_2,
                    includes=(
                        "the lead teacher's own classroom practice",
                        "meetings with the Mastery Lead for secondary, and the team, of the hub",
                        "visits to primary or secondary classrooms, or both",
                        "Shanghai Showcase events, where possible",
                    ),
                ),
            ),
            clauses.PAR_1,
        ),
        Year(
            2,
            AcademicYear(2020),
            (
                Activity(
                    "residentials",
                    "residentials",
                    "residential",
                    Days(3),
                    clauses.PAR_7,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(200),
                    rate_source=clauses.PAR_6,
                    sessions=2,
                ),
                Activity(
                    "development",
                    "development",
                    "development",
                    Days(8),
                    clauses.PAR_8,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(200),
                    rate_source=clauses.PAR_6,
                    includes=(
                        "work within the lead teacher's own department",
                        "contact with the Mastery Lead for secondary, and the team, of the hub",
                        "classroom visits",
                        "Shanghai Showcase events",
                    ),
                ),
                Activity(
                    "pd-lead-programme",
                    "PD Lead programme",
                    "accreditation",
                    Days(4),
                    clauses.PAR_9,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(200),
                    rate_source=clauses.PAR_6,
                    route="pd-lead-programme",
                ),
                Activity(
                    "wider-work",
                    "wider work",
                    "wider work",
                    Days(4),
                    clauses.PAR_10,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(200),
                    rate_source=clauses.PAR_6,
                    includes=("what the Secondary Mastery Lead directs",),
                    route="wider-work",
                ),
            ),
            clauses.PAR_1,
        ),
        Year(
            3,
            AcademicYear(2021),
            (
                Activity(
                    "support",
                    "support for other departments",
                    "support",
                    Days(15),
                    clauses.FUN_5,
                    payee=Payee.LEAD_SCHOOL,
                    rate=Money(350),
                    rate_source=clauses.FUN_5,
                ),
            ),
            clauses.PAR_1,
        ),
    ),
    routes=(PD_LEAD_DAYS, NCETM_TALK),
    criteria=CRITERIA,
    form=FORM,
    duties=(
        Duty(
            "school-commitment",
            "Develop teaching for mastery in one classroom, then the department, then with other schools",
            "the school",
            clauses.INT_2,
        ),
        Duty(
            "launch",
            "Join the lead teacher for the launch, half a day at the first of the residentials",
            "the head teacher or a senior leader",
            clauses.PAR_5,
            year=1,
        ),
        Duty(
            "ncetm-talk",
            "Talk to the NCETM's central team about the accreditation in another phase",
            "the lead teacher",
            clauses.PAR_11,
            year=1,
            route="ncetm-talk",
        ),
        Duty(
            "accreditation",
            "Complete the programme, by which accreditation as a PD Lead can be gained",
            "the lead teacher",
            clauses.BEN_2,
            route="pd-lead-programme",
        ),
        Duty(
            "other-schools",
            "Work with colleagues of two other schools, so that each department adopts the approach",
            "the lead teacher",
            clauses.PAR_12,
            year=3,
        ),
        Duty(
            "full-part",
            "Take full part, and develop understanding and practice",
            "the lead teacher",
            clauses.EXP_1,
        ),
        Duty(
            "own-department",
            "Support the department's development, with the subject leader",
            "the lead teacher",
            clauses.EXP_2,
        ),
        Duty(
            "hub-work",
            "Help with the hub's wider work, above all in year 3",
            "the lead teacher",
            clauses.EXP_3,
        ),
        Duty(
            "senior-support",
            "Support the department, give the release time, and attend the launch",
            "the senior leadership",
            clauses.EXP_4,
        ),
    ),
    published_totals=(
        PublishedTotal("year-1-days", 1, Days(15), clauses.PAR_2),
        PublishedTotal("year-1-release", 1, Money(3000), clauses.FUN_1),
        PublishedTotal("year-2-days", 2, Days(15), clauses.PAR_6),
        PublishedTotal("year-2-release", 2, Money(3000), clauses.FUN_2),
        PublishedTotal("year-3-days", 3, Days(15), clauses.FUN_5),
        PublishedTotal("year-3-release", 3, Money(5250), clauses.FUN_5),
    ),
    covered_costs=(
        CoveredCost(
            "travel",
            "travel",
            (1, 2),
            Payee.LEAD_SCHOOL,
            Purpose.TRAVEL,
            clauses.FUN_4,
            activity="residentials",
        ),
        CoveredCost(
            "pd-lead-enrolment",
            "PD Lead enrolment",
            (2,),
            Payee.PD_LEAD_PROVIDER,
            Purpose.PD_LEAD_ENROLMENT,
            clauses.FUN_3,
            activity="pd-lead-programme",
            route="pd-lead-programme",
        ),
    ),
    grants=(
        Grant(
            "department-grant",
            "grant for each supported department",
            Money(2000),
            departments=2,
            year=3,
            source=clauses.FUN_6,
            payee=Payee.SUPPORTED_DEPARTMENT,
            purpose=Purpose.DEPARTMENT_SUPPORT,
            activity="support",
        ),
    ),
    milestones=(
        Milestone(
            "apply-by",
            "The last moment to apply",
            clauses.APP_1,
            at=datetime(2019, 4, 26, 17, tzinfo=BRITISH_SUMMER_TIME),
            weekday="Friday",
        ),
        Milestone("notify-by", "Applicants have been told by this day", clauses.APP_4, on=date(2019, 6, 10)),
    ),
    hubs=HUBS,
    open_questions=OPEN_QUESTIONS,
    documents=(clauses.DOCUMENT,),
)
