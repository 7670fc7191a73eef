"""The criteria of Cohort 4, in the order of its document: essential, desirable, and those about the form."""

from mastery_programme.conditions import Is
from mastery_programme.criteria import Criterion, Level
from mastery_programme.editions import secondary_2019_clauses as clauses
from mastery_programme.editions.establishments_2019 import PHASES
from mastery_programme.editions.secondary_2019_routes import PD_LEAD_OTHER_PHASE, PD_LEAD_SECONDARY
from mastery_programme.facts import Choice, Count, Fact, YesNo

YES = Is.one_of(True)
FORM = "form"
HUB = "hub"


def judged(ask: str) -> YesNo:
    """A fact that is a person's judgement."""
    return YesNo(ask, judged=True, answered_by=HUB)


QTS: dict[str, Fact] = {"qts": YesNo("Does the lead teacher hold Qualified Teacher Status (QTS)?")}
EMPLOYED_IN: dict[str, Fact] = {
    "employed_as_teacher": YesNo("Is the lead teacher employed as a teacher at the school?"),
    "state_funded": YesNo("Is the school state-funded?", answered_by=HUB),
    "phase": Choice("Of which phase is the school?", PHASES, answered_by=HUB),
}
ADDITIONAL_STATUS: dict[str, Fact] = {
    "lead_practitioner": YesNo("Is the lead teacher a Lead Practitioner?"),
    "mathematics_sle": YesNo("Is the lead teacher a Specialist Leader of Education (SLE) for mathematics?"),
    "pd_lead_accredited": YesNo("Does the lead teacher hold NCETM accreditation as a PD Lead, its phase not stated?"),
    "pd_lead_secondary": PD_LEAD_SECONDARY,
    "pd_lead_other_phase": PD_LEAD_OTHER_PHASE,
    "other_additional_status": judged("Does the lead teacher hold another status of this kind?"),
}
YEARS = {
    "years_teaching_mathematics": Count(
        "For how many completed years has the lead teacher taught mathematics?", 0, 100, "years"
    )
}
ENGAGED = {
    "engaged_with_hub": YesNo("Does the lead teacher take part in a Maths Hub's work on teaching for mastery?"),
    "china_england_exchange": YesNo("Has the lead teacher taken part in the China-England exchange?"),
}
LEAD_TEACHER_WORDS = {
    "lead_teacher_statement_words": Count(
        "How many words are in the lead teacher's statement?", 0, 10_000, "words", answered_by=FORM
    )
}
NOMINATOR_WORDS = {
    "nominator_statement_words": Count(
        "How many words are in the nominator's statement?", 0, 10_000, "words", answered_by=FORM
    )
}
BLANKS = {
    "required_fields_missing": Count(
        "How many required fields of the form have no answer?", 0, 100, "fields", answered_by=FORM
    )
}

ESSENTIAL = (
    Criterion.met_when("ELI-E1", Level.ESSENTIAL, "Qualified Teacher Status", QTS, ({"qts": YES},), clauses.ELI_E1),
    Criterion.met_when(
        "ELI-E2",
        Level.ESSENTIAL,
        "A teacher at a state-funded middle or secondary school",
        EMPLOYED_IN,
        (
            {
                "employed_as_teacher": YES,
                "state_funded": YES,
                "phase": Is.one_of("middle", "secondary", "all-through"),
            },
        ),
        clauses.ELI_E2,
    ),
    Criterion.met_when(
        "ELI-E3",
        Level.ESSENTIAL,
        "Good teaching of mathematics",
        {"good_teaching": judged("Do observations show that the lead teacher teaches mathematics well?")},
        ({"good_teaching": YES},),
        clauses.ELI_E3,
    ),
    Criterion.met_when(
        "ELI-E4",
        Level.ESSENTIAL,
        "Passion for teaching for mastery",
        {"passion": judged("Is the lead teacher passionate and enthusiastic about teaching for mastery?")},
        ({"passion": YES},),
        clauses.ELI_E4,
    ),
    Criterion.met_when(
        "ELI-E5",
        Level.ESSENTIAL,
        "Collaboration",
        {"collaborates": judged("Does the lead teacher work well together with others?")},
        ({"collaborates": YES},),
        clauses.ELI_E5,
    ),
    Criterion.met_when(
        "ELI-E6",
        Level.ESSENTIAL,
        "Track record in their own school",
        {
            "track_record_own_school": judged(
                "Does the lead teacher have a record of working well with colleagues in their own school?"
            )
        },
        ({"track_record_own_school": YES},),
        clauses.ELI_E6,
    ),
    Criterion.met_when(
        "ELI-E7",
        Level.ESSENTIAL,
        "Communication",
        {"communication": judged("Is the lead teacher excellent at communicating and at working with people?")},
        ({"communication": YES},),
        clauses.ELI_E7,
    ),
    Criterion.met_when(
        "ELI-E8",
        Level.ESSENTIAL,
        "Understanding of effective learning",
        {
            "understands_learning": judged(
                "Does the lead teacher understand effective learning in mathematics, and convey it with confidence?"
            )
        },
        ({"understands_learning": YES},),
        clauses.ELI_E8,
    ),
)

DESIRABLE = (
    Criterion.met_when(
        "ELI-D1",
        Level.DESIRABLE,
        "Additional status",
        ADDITIONAL_STATUS,
        tuple({status: YES} for status in ADDITIONAL_STATUS),
        clauses.ELI_D1,
    ),
    Criterion.met_when(
        "ELI-D2",
        Level.DESIRABLE,
        "Mathematics subject leader",
        {"subject_leader": YesNo("Does the lead teacher lead the subject of mathematics?")},
        ({"subject_leader": YES},),
        clauses.ELI_D2,
    ),
    Criterion.met_when(
        "ELI-D3",
        Level.DESIRABLE,
        "At least 2 years of teaching mathematics",
        YEARS,
        ({"years_teaching_mathematics": Is.at_least(2)},),
        clauses.ELI_D3,
    ),
    Criterion.met_when(
        "ELI-D4",
        Level.DESIRABLE,
        "Track record across schools",
        {
            "track_record_other_schools": judged(
                "Does the lead teacher have a record of working well with colleagues across several schools?"
            )
        },
        ({"track_record_other_schools": YES},),
        clauses.ELI_D4,
    ),
    Criterion.met_when(
        "ELI-D5",
        Level.DESIRABLE,
        "Growing leadership in others",
        {"grows_leadership": judged("Can the lead teacher grow the capacity of others to lead?")},
        ({"grows_leadership": YES},),
        clauses.ELI_D5,
    ),
    Criterion.met_when(
        "ELI-D6",
        Level.DESIRABLE,
        "Engaged already",
        ENGAGED,
        ({"engaged_with_hub": YES}, {"china_england_exchange": YES}),
        clauses.ELI_D6,
    ),
)

ABOUT_THE_FORM = (
    Criterion.met_when(
        "APP-1",
        Level.FORM,
        "Sent in time",
        {"submitted_in_time": YesNo("Was the form sent by the deadline?", answered_by=FORM)},
        ({"submitted_in_time": YES},),
        clauses.APP_1,
    ),
    Criterion.met_when(
        "FRM-7",
        Level.FORM,
        "Length of the lead teacher's statement",
        LEAD_TEACHER_WORDS,
        ({"lead_teacher_statement_words": Is.at_most(300)},),
        clauses.FRM_7,
    ),
    Criterion.met_when(
        "FRM-8",
        Level.FORM,
        "Length of the nominator's statement",
        NOMINATOR_WORDS,
        ({"nominator_statement_words": Is.at_most(300)},),
        clauses.FRM_8,
    ),
    Criterion.met_when(
        "FRM-9-lead-teacher",
        Level.FORM,
        "Signature of the lead teacher",
        {"signed_by_lead_teacher": YesNo("Has the lead teacher signed?", answered_by=FORM)},
        ({"signed_by_lead_teacher": YES},),
        clauses.FRM_9,
    ),
    Criterion.met_when(
        "FRM-9-head-of-department",
        Level.FORM,
        "Signature of the head of department",
        {"signed_by_head_of_department": YesNo("Has the head of department signed?", answered_by=FORM)},
        ({"signed_by_head_of_department": YES},),
        clauses.FRM_9,
    ),
    Criterion.met_when(
        "FRM-9-nominator",
        Level.FORM,
        "Signature of the nominating head teacher or senior leader",
        {"signed_by_nominator": YesNo("Has the nominating head teacher or senior leader signed?", answered_by=FORM)},
        ({"signed_by_nominator": YES},),
        clauses.FRM_9,
    ),
    Criterion.met_when(
        "APP-2",
        Level.FORM,
        "Copy to the head teacher",
        {"copied_to_head_teacher": YesNo("Was the application copied to the head teacher?")},
        ({"copied_to_head_teacher": YES},),
        clauses.APP_2,
    ),
    Criterion.met_when(
        "FRM-1",
        Level.FORM,
        "Every required field has an answer",
        BLANKS,
        ({"required_fields_missing": Is.at_most(0)},),
        clauses.FRM_1,
    ),
)

CRITERIA = ESSENTIAL + DESIRABLE + ABOUT_THE_FORM
