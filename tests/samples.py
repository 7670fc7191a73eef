"""A value of every public class, two small rulesets, one of them with every kind of flaw, and an application."""

from datetime import date, datetime, timedelta, timezone

from attrs import evolve

from mastery_programme import (
    EDITIONS,
    URN,
    AcademicYear,
    Application,
    Award,
    ByTerms,
    Case,
    Choice,
    Claimed,
    Completed,
    Count,
    CoveredCost,
    Criterion,
    DayRange,
    Days,
    DepartmentStarted,
    Development,
    Document,
    Duty,
    Effect,
    EstablishmentType,
    EvenlyByMonth,
    Evidence,
    FinancialYear,
    FrozenMapping,
    Grant,
    Hub,
    HubLead,
    Is,
    Judgement,
    LeadTeacher,
    Level,
    Milestone,
    Money,
    OnOneDay,
    Origin,
    Outstanding,
    Payee,
    Person,
    Phase,
    Post,
    Problem,
    Profile,
    Purpose,
    Question,
    Reads,
    Region,
    Replaced,
    Role,
    Rule,
    Ruleset,
    School,
    SchoolTerm,
    Shared,
    Shortlist,
    Signature,
    Source,
    Stage,
    Status,
    Total,
    Unassessed,
    Unscheduled,
    Verdict,
    Voided,
    Waiver,
    Withdrew,
    YearMonth,
    YesNo,
    allocate,
    assess_facts,
    audit,
    budget,
    claim,
    compare,
    conflicts,
    decide,
    explain,
    forecast,
    fund,
    net_position,
    next_questions,
    progress,
    shortlist,
)
from tests.histories import FIRST_YEAR

PROGRAMME = EDITIONS[0]
CLAUSE = Source("invented", "INV-1", "Invented & made up", "A clause <for> tests.")
YES, NO = Is.one_of(True), Is.one_of(False)

FACTS = {
    "trained": YesNo("Is the teacher trained?"),
    "phase": Choice("In which phase?", ("primary", "secondary", "other"), answered_by="hub"),
    "years": Count("For how many years?", 0, 40, "years", judged=True),
}
TALK = Ruleset(
    "talk",
    "May the teacher lead a talk?",
    FACTS,
    (
        Rule("general", {}, "no", CLAUSE),
        Rule("trained", {"trained": YES, "years": Is.at_least(2)}, "yes", CLAUSE, overrides=("general",)),
        Rule("not-here", {"phase": Is.one_of("other")}, "no", CLAUSE, overrides=("trained",)),
    ),
)
FLAWED = Ruleset(
    "flawed",
    "Is this flawed?",
    FACTS,
    (
        Rule("much", {"years": Is.between(5, 30), "trained": YES}, "yes", CLAUSE),
        Rule("little", {"years": Is.at_most(6)}, "no", CLAUSE),
        Rule("never", {"years": Is.at_least(40), "trained": NO}, "perhaps", CLAUSE),
        Rule("always", {"years": Is.at_least(30)}, "no", CLAUSE, overrides=("never", "much")),
    ),
)

AT = datetime(2019, 4, 26, 17, 0, 1, tzinfo=timezone(timedelta(hours=1)))
TEACHER = LeadTeacher(
    name="Sam <Example>",
    email="sam@school.example",
    ncetm_username="sam.example",
    qts=True,
    years_teaching=4,
    teaching_groups="Years 7 & 8",
    current_role="Teacher",
    awards=(Award("Specialist Leader", YearMonth(2018, 9), "mathematics-sle"), Award("Chartered", date(2019, 1, 7))),
    teaching_history=(
        Post("Example School", "Teacher", date(2017, 9, 1), None, "Maths"),
        Post("Another <School>", "Teacher", YearMonth(2016, 9), date(2017, 8, 31), "science & maths"),
    ),
    professional_development=(Development(2018, "Algebra <for> all"), Development("last year", None)),
)
APPLICATION = Application(
    "secondary-2019",
    School("Example & <School>", "123456", "Secondary", "Academy converter"),
    "Norfolk and Suffolk",
    TEACHER,
    Person("Robin Head", "robin@school.example"),
    Person("Jo Leader", "jo@school.example"),
    "A well-read teacher.",
    "A teacher – and/or a leader.",
    (Signature(Role.LEAD_TEACHER, "Sam"), Signature("nominator", "Jo Leader", date(2019, 4, 20))),
    copied_to_head_teacher=True,
    submitted_at=AT,
    other_statements={"hub": "A statement of the hub."},
)
"""An application with an answer everywhere, of the lead teacher in a second name, sent a second after the deadline."""

JUDGEMENT = Judgement("passion", True, "the hub <lead>", date(2019, 5, 2), "seen in lessons")
WAIVER = Waiver("APP-1", "the hub lead", AT + timedelta(days=7), "the school's <network> was down")
CASE = (
    Case.draft("case-1", PROGRAMME, APPLICATION, by="Sam", at=AT - timedelta(days=30))
    .move(Stage.SUBMITTED, by="Sam", at=AT, reason="all is said")
    .know({"employed_as_teacher": True, "years_teaching_mathematics": 3})
    .judge(JUDGEMENT)
    .waive(WAIVER)
)


HISTORY = FIRST_YEAR.record(
    Claimed("C1", claim(FIRST_YEAR, date(2020, 8, 31)).lines, on=date(2020, 9, 1)),
    Voided("d3", "recorded <twice>", on=date(2020, 10, 1)),
    Withdrew("a post <elsewhere>", on=date(2020, 12, 31)),
    Replaced(LeadTeacher("Jo <Example>"), on=date(2021, 1, 4), facts={"pd_lead_secondary": True}),
    DepartmentStarted("s1", School("Another <School>", "654321"), on=date(2021, 9, 20)),
    Completed(on=date(2022, 7, 8)),
)
"""A participation with an event of every kind."""

BUDGET = budget(
    (HISTORY, Profile(PROGRAMME, "Norfolk and Suffolk", 3)), basis=EvenlyByMonth(), estimates={"travel": Money(180)}
)


def samples() -> dict[type[object], object]:
    """One value of every public class but the errors, computed anew; few of their fields have their defaults."""
    year = PROGRAMME.years[0]
    allocation, statement = allocate(PROGRAMME), fund(PROGRAMME, estimates={"travel": Money("180.50")})
    position = net_position(statement, Money("190.50"))
    assessment, form = CASE.assess(), PROGRAMME.form
    assert form is not None
    lead = HubLead("Kesgrave <High> School", "Ipswich")
    values: tuple[object, ...] = (
        Days("4.5"),
        DayRange(12, "37"),
        Money("-1234.50"),
        Total(Money(1), None, Money(2), ("travel", "meals"), ("travel", "meals")),
        AcademicYear(1999),
        FinancialYear(2019),
        CLAUSE,
        Document("invented", "Invented", (CLAUSE,)),
        *FACTS.values(),
        FrozenMapping(FACTS),
        Is.between(1, 3),
        TALK.rules[1],
        TALK,
        decide(TALK, {"trained": True}),
        explain(TALK, {"trained": True, "years": 2})[0],
        audit(FLAWED)[0],
        compare(TALK, evolve(TALK, rules=TALK.rules[:2]))[0],
        lead,
        Hub("Norfolk & Suffolk Maths Hub", Region.EAST_OF_ENGLAND, (lead,), CLAUSE),
        Region.LONDON,
        Payee.LEAD_SCHOOL,
        Purpose.TRAVEL,
        Level.FORM,
        Effect.DEPENDS,
        year,
        year.activities[1],
        Grant(
            "grant",
            "grant",
            Money(2000),
            2,
            3,
            CLAUSE,
            payee=Payee.SUPPORTED_DEPARTMENT,
            purpose=Purpose.DEPARTMENT_SUPPORT,
            route="wider-work",
        ),
        CoveredCost("meals", "meals", (1, 2), Payee.LEAD_SCHOOL, Purpose.TRAVEL, CLAUSE, activity="residentials"),
        Criterion("ELI-E1", Level.ESSENTIAL, "Talks", TALK, CLAUSE),
        Milestone("apply-by", "The last moment to apply", CLAUSE, at=AT, weekday="Friday"),
        Duty("talk", "Talk to the <NCETM>", "the lead teacher", CLAUSE, year=1, route="ncetm-talk"),
        PROGRAMME.published_totals[1],
        PROGRAMME.open_questions[0],
        PROGRAMME,
        allocation,
        allocation.years[1],
        allocation.years[1].lines[2],
        statement,
        statement.lines[2],
        position,
        position.years[1],
        URN("123456"),
        YearMonth(2019, 9),
        Phase.MIDDLE_DEEMED_PRIMARY,
        EstablishmentType.FREE_SCHOOL,
        Role.NOMINATOR,
        Reads.YEARS_TAUGHT,
        Origin.ELSEWHERE,
        Status.NOT_MET,
        Verdict.FALLS_SHORT,
        Stage.UNDER_REVIEW,
        Shared.NCETM_USERNAME,
        APPLICATION,
        APPLICATION.school,
        APPLICATION.nominator,
        TEACHER,
        *(TEACHER.awards or ())[:1],
        *(TEACHER.teaching_history or ())[1:],
        *(TEACHER.professional_development or ())[:1],
        *(APPLICATION.signatures or ())[1:],
        form,
        form.fields[1],
        form.readings[0],
        form.establishments[1],
        Evidence("years", None, Origin.FORM, "posts <listed>", "FRM-5", (3, 4)),
        JUDGEMENT,
        WAIVER,
        Question("years", "For how long?", "count", ("a", "b"), 0, 40, "years", True, "hub", ("ELI-D3",)),
        assessment,
        assessment.outlook,
        assessment.finding("APP-1"),
        CASE,
        CASE.history[1],
        SchoolTerm("Autumn <1>", date(2019, 9, 3), date(2019, 10, 25)),
        *HISTORY.events,
        HISTORY,
        progress(HISTORY),
        progress(HISTORY).activities[1],
        progress(HISTORY).duties[1],
        forecast(HISTORY, date(2020, 12, 31)),
        HISTORY.standing,
        Profile(PROGRAMME, "Jurassic", 5, facts={"pd_lead_secondary": True}, supported_departments=3, leaving={1: 2}),
        BUDGET,
        BUDGET.rows[1],
        BUDGET.pivot("region", ("financial_year", "payee")),
        EvenlyByMonth(),
        ByTerms((SchoolTerm("Autumn <1>", date(2019, 9, 3), date(2019, 10, 25)),)),
        OnOneDay(3, 31),
        Unscheduled(),
        Unassessed(3, "WrongEdition", "an application <elsewhere>"),
        Problem("/school/urn", "urn", "'12' is <not> a URN"),
        conflicts((CASE, evolve(CASE, id="case-2")))[0],
        Shortlist(shortlist((CASE,)).places, "As <given>."),
        shortlist((CASE,)).places[0],
        Outstanding("case", next_questions(PROGRAMME)[:1], assess_facts(PROGRAMME, {}).form[:1]),
    )
    return {type(value): value for value in values}
