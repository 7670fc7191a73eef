"""A value of every public class, and two small rulesets: one that is sound, and one with every kind of flaw."""

from datetime import datetime, timedelta, timezone

from attrs import evolve

from mastery_programme import (
    EDITIONS,
    AcademicYear,
    Choice,
    Count,
    CoveredCost,
    Criterion,
    DayRange,
    Days,
    Document,
    Duty,
    Effect,
    FinancialYear,
    FrozenMapping,
    Grant,
    Hub,
    HubLead,
    Is,
    Level,
    Milestone,
    Money,
    Payee,
    Purpose,
    Region,
    Rule,
    Ruleset,
    Source,
    Total,
    YesNo,
    allocate,
    audit,
    compare,
    decide,
    explain,
    fund,
)

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


def samples() -> dict[type[object], object]:
    """One value of every public class but the errors, computed anew; few of their fields have their defaults."""
    year = PROGRAMME.years[0]
    allocation, statement = allocate(PROGRAMME), fund(PROGRAMME, estimates={"travel": Money("180.50")})
    at = datetime(2019, 4, 26, 17, tzinfo=timezone(timedelta(hours=1)))
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
        Milestone("apply-by", "The last moment to apply", CLAUSE, at=at, weekday="Friday"),
        Duty("talk", "Talk to the <NCETM>", "the lead teacher", CLAUSE, year=1, route="ncetm-talk"),
        PROGRAMME.published_totals[1],
        PROGRAMME.open_questions[0],
        PROGRAMME,
        allocation,
        allocation.years[1],
        allocation.years[1].lines[2],
        statement,
        statement.lines[2],
    )
    return {type(value): value for value in values}
