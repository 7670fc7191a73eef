"""What an assessment takes, against plain Python by hand that finds the same."""

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import partial
from itertools import cycle
from random import Random

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Assessment,
    Award,
    Choice,
    Count,
    Development,
    Judgement,
    LeadTeacher,
    Person,
    Post,
    School,
    Signature,
    YesNo,
    assess,
    assess_facts,
)
from tests.benchmarks import eligibility_by_hand as by_hand
from tests.benchmarks.timing import Figure, compare

DAY = date(2019, 5, 7)
FORM = Application(
    "secondary-2019",
    School("Example Academy", "999901", "Secondary", "Academy converter"),
    "North West Three",
    LeadTeacher(
        "A. Teacher",
        "a.teacher@academy.example",
        "ateacher",
        qts=True,
        years_teaching=9,
        teaching_groups="Year 7, Year 9, Year 12",
        current_role="Second in department",
        awards=(Award("Specialist Leader of Education", date(2017, 9, 1), "mathematics-sle"),),
        teaching_history=(
            Post("Example Academy", "Second in department", date(2014, 9, 1), None, "mathematics"),
            Post("Invented High School", "Teacher", date(2010, 9, 1), date(2014, 8, 31), "mathematics"),
        ),
        professional_development=(Development("2017-18", "Work Group on teaching for mastery"),),
    ),
    Person("B. Head", "b.head@academy.example"),
    Person("C. Principal", "head@academy.example"),
    " ".join(["Planning"] * 280),
    " ".join(["together"] * 290),
    tuple(Signature(role, "A name") for role in ("lead-teacher", "head-of-department", "nominator")),
    copied_to_head_teacher=True,
    submitted_at=datetime(2019, 4, 26, 16, 59, tzinfo=timezone(timedelta(hours=1))),
)
"""A form with every answer, and statements of about the length that is allowed."""

FACTS = {"employed_as_teacher": True, "subject_leader": False, "engaged_with_hub": True}
JUDGEMENTS = tuple(
    Judgement(name, True, "J. Example", DAY) for name, fact in SECONDARY_COHORT_4.facts.items() if fact.judged
)


def some_facts(random: Random) -> dict[str, object]:
    """Values for about two thirds of the facts of Cohort 4."""
    facts: dict[str, object] = {}
    for name, fact in SECONDARY_COHORT_4.facts.items():
        if random.random() < 2 / 3:
            facts[name] = (
                random.randint(0, 400) % (fact.high + 1) if isinstance(fact, Count) else random.choice(fact.values)
            )
    return facts


def check_eligibility() -> None:
    """Stop unless both ways find alike, for thousands of random applicants."""
    random = Random(4)
    for _ in range(5000):
        known = some_facts(random)
        assessment = assess_facts(SECONDARY_COHORT_4, known)
        found = {finding.criterion: finding.status.value for finding in assessment.findings}
        if (assessment.verdict.value, found) != by_hand.eligibility(known):
            sys.exit(f"not the same findings for {known}")
    assessment = assess(SECONDARY_COHORT_4, FORM, FACTS, JUDGEMENTS)
    found = {finding.criterion: finding.status.value for finding in assessment.findings}
    if (assessment.verdict.value, found) != by_hand.application(FORM, FACTS, JUDGEMENTS):
        sys.exit("not the same findings for the application")


def all_reasons(assessment: Assessment) -> list[str]:
    """Every reason of an assessment, read."""
    return [finding.reason for finding in assessment.findings]


def assessments() -> Iterator[Figure]:
    """What an assessment takes: of facts, of an applicant never seen before, and of a whole application."""
    known: dict[str, object] = {
        name: True if isinstance(fact, YesNo) else "secondary" if isinstance(fact, Choice) else 3
        for name, fact in SECONDARY_COHORT_4.facts.items()
    }
    random = Random(5)
    unseen = cycle([some_facts(random) for _ in range(20_000)])
    ours, theirs = partial(assess_facts, SECONDARY_COHORT_4), by_hand.eligibility
    yield compare("assessment, reasons unread", partial(ours, known), partial(theirs, known), 1.5, 500)
    yield compare("the same, by hand unchecked", partial(ours, known), partial(by_hand.statuses, known), 2, 500)
    yield compare("assessment, all reasons read", lambda: all_reasons(ours(known)), partial(theirs, known), 4, 500)
    yield compare("assessment, nothing known, reasons unread", partial(ours, {}), partial(theirs, {}), 1.5, 500)
    yield compare(
        "assessment never seen, reasons unread", lambda: ours(next(unseen)), lambda: theirs(next(unseen)), 40, 100
    )
    form, by_form = partial(assess, SECONDARY_COHORT_4, FORM, FACTS, JUDGEMENTS), by_hand.application
    plain = partial(by_form, FORM, FACTS, JUDGEMENTS)
    yield compare("application, reasons unread", form, plain, 4, 50)
    yield compare("application, all reasons read", lambda: all_reasons(form()), plain, 8, 50)
