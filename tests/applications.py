"""Two applications to Cohort 4, one complete and in order and one half filled in, and what is judged of the first.

The people and the schools are invented, the reference numbers are none that a school has, and nobody has an address
at school.example.
"""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Assessment,
    Award,
    Development,
    Evidence,
    Finding,
    Judgement,
    LeadTeacher,
    Person,
    Post,
    Programme,
    Role,
    School,
    Signature,
    Waiver,
    YearMonth,
    assess,
    read_form,
)
from mastery_programme.facts import Value
from tests.changed_editions import changed

PROGRAMME = SECONDARY_COHORT_4
BRITISH_SUMMER_TIME = timezone(timedelta(hours=1))
DEADLINE = datetime(2019, 4, 26, 17, tzinfo=BRITISH_SUMMER_TIME)
SENT = datetime(2019, 4, 10, 9, 30, tzinfo=BRITISH_SUMMER_TIME)
REVIEWER = "Robin Reviewer"

ESSENTIAL_FACTS = (
    "qts",
    "employed_as_teacher",
    "state_funded",
    "phase",
    "good_teaching",
    "passion",
    "collaborates",
    "track_record_own_school",
    "communication",
    "understands_learning",
)
PASSION = "Is the lead teacher passionate and enthusiastic about teaching for mastery?"
TAUGHT = "years_teaching_mathematics"

JUDGED = ESSENTIAL_FACTS[4:]
"""The essential facts that are judged."""

MET_FACTS: dict[str, Value] = {name: "secondary" if name == "phase" else True for name in ESSENTIAL_FACTS}
"""With which the essential criteria are met."""

COMPLETE = Application(
    PROGRAMME.id,
    School("Example Academy", "999901", phase="Secondary", establishment_type="Academy converter"),
    hub="Jurassic Maths Hub",
    lead_teacher=LeadTeacher(
        "Alex Example",
        "a.example@school.example",
        "aexample",
        qts=True,
        years_teaching=7,
        teaching_groups="Years 7 and 9",
        current_role="Second in department",
        awards=(Award("SLE", YearMonth(2017, 9), "mathematics-sle"),),
        teaching_history=(
            Post("Example Academy", "Teacher", date(2014, 9, 1), None, "mathematics"),
            Post("Invented School", "Teacher", date(2012, 9, 1), date(2014, 8, 31), "mathematics"),
        ),
        professional_development=(Development(2018, "A work group of the hub"),),
    ),
    head_of_department=Person("Hadley Head", "h.head@school.example"),
    nominator=Person("Nico Nominator", "n.nominator@school.example"),
    lead_teacher_statement="I teach for mastery, and wish to learn more.",
    nominator_statement="We release this teacher gladly.",
    signatures=(
        Signature(Role.LEAD_TEACHER, "Alex Example", date(2019, 4, 9)),
        Signature(Role.HEAD_OF_DEPARTMENT, "Hadley Head"),
        Signature(Role.NOMINATOR, "Nico Nominator"),
    ),
    copied_to_head_teacher=True,
    submitted_at=SENT,
)

HALF_FILLED_IN = Application(
    PROGRAMME.id,
    School("Invented School", None, phase="Secondary"),
    lead_teacher=LeadTeacher("Sam Sample", qts=True, awards=(Award("Prize for puzzles"),)),
    lead_teacher_statement="A beginning",
)

EMPTY = Application(PROGRAMME.id)

KNOWN: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(fact.values) for name, fact in PROGRAMME.facts.items()}
)
"""What may be known of Cohort 4, of any facts."""


def judgement(fact: str, holds: Value = True, by: str = REVIEWER, day: int = 7, note: str = "") -> Judgement:
    """A judgement in May 2019."""
    return Judgement(fact, holds, by, date(2019, 5, day), note)


def waiver(criterion: str = "APP-1", by: str = "Lee Lead", day: int = 8, reason: str = "The post was late") -> Waiver:
    """A waiver at noon of a day in May 2019."""
    return Waiver(criterion, by, datetime(2019, 5, day, 12, tzinfo=BRITISH_SUMMER_TIME), reason)


JUDGEMENTS = tuple(judgement(fact) for fact in JUDGED)
"""All that is judged in favour of the complete application."""

ELSEWHERE = {"employed_as_teacher": True}
"""What no form says, and the essential criteria need."""


def assessed() -> Assessment:
    """The complete application, of which everything essential is known."""
    return assess(PROGRAMME, COMPLETE, ELSEWHERE, JUDGEMENTS)


def form(**values: object) -> Application:
    """The complete application with other answers."""
    return changed(COMPLETE, **values)


def of_teacher(**values: object) -> Application:
    """The complete application with other answers about the teacher."""
    return changed(COMPLETE, lead_teacher=changed(COMPLETE.lead_teacher, **values))


def of_school(**values: object) -> Application:
    """The complete application with other answers about the school."""
    return changed(COMPLETE, school=changed(COMPLETE.school, **values))


def words(number: int) -> str:
    """A text of so many words."""
    return " ".join(["word"] * number)


def finding(application: Application, criterion: str, programme: Programme = PROGRAMME) -> Finding:
    """What is found of one criterion from a form alone."""
    return assess(programme, application).finding(criterion)


def stated(application: Application, fact: str, programme: Programme = PROGRAMME) -> Evidence | None:
    """What a form says of one fact; None if it says nothing."""
    return next((said for said in read_form(programme, application) if said.fact == fact), None)


def judged(*judgements: Judgement, facts: dict[str, object] | None = None) -> Assessment:
    """An application with an answer about QTS alone, and judgements."""
    application = changed(EMPTY, lead_teacher=changed(COMPLETE.lead_teacher, awards=None, teaching_history=None))
    return assess(PROGRAMME, application, facts, judgements)
