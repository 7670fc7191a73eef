"""The application form of Cohort 4: what it asks for, and which facts can be read off it."""

from mastery_programme.editions import secondary_2019_clauses as clauses
from mastery_programme.editions.establishments_2019 import ESTABLISHMENTS
from mastery_programme.forms import ApplicationForm, FormField, FormReading, Reads

KINDS_OF_AWARD = ("lead-practitioner", "mathematics-sle", "pd-lead", "pd-lead-secondary", "pd-lead-other-phase")

FORM = ApplicationForm(
    source=clauses.ELI_0,
    fields=(
        FormField("school.name", "name of the school", clauses.FRM_1),
        FormField("school.urn", "URN of the school", clauses.FRM_1, required=False),
        FormField("hub", "Maths Hub", clauses.FRM_1, required=False),
        FormField("lead_teacher.name", "name of the lead teacher", clauses.FRM_2),
        FormField("lead_teacher.email", "e-mail of the lead teacher", clauses.FRM_2),
        FormField("lead_teacher.ncetm_username", "NCETM username", clauses.FRM_2),
        FormField("head_of_department.name", "name of the head of department", clauses.FRM_3),
        FormField("head_of_department.email", "e-mail of the head of department", clauses.FRM_3),
        FormField("nominator.name", "name of the nominator", clauses.FRM_3),
        FormField("nominator.email", "e-mail of the nominator", clauses.FRM_3),
        FormField("lead_teacher.qts", "QTS", clauses.FRM_4),
        FormField("lead_teacher.years_teaching", "years of teaching", clauses.FRM_4),
        FormField("lead_teacher.teaching_groups", "likely teaching groups", clauses.FRM_4),
        FormField("lead_teacher.current_role", "current role", clauses.FRM_4),
        FormField("lead_teacher.awards", "other awards and roles", clauses.FRM_4, required=False),
        FormField("lead_teacher.teaching_history", "teaching history", clauses.FRM_5),
        FormField("lead_teacher.professional_development", "professional development", clauses.FRM_6, required=False),
        FormField("lead_teacher_statement", "statement of the lead teacher", clauses.FRM_7),
        FormField("nominator_statement", "statement of the nominator", clauses.FRM_8),
    ),
    readings=(
        FormReading("qts", Reads.ANSWER, clauses.FRM_4, ("lead_teacher.qts",)),
        FormReading("state_funded", Reads.STATE_FUNDED, clauses.FRM_1),
        FormReading("phase", Reads.PHASE, clauses.FRM_1),
        FormReading("lead_practitioner", Reads.AWARD, clauses.FRM_4, ("lead-practitioner",)),
        FormReading("mathematics_sle", Reads.AWARD, clauses.FRM_4, ("mathematics-sle",)),
        FormReading("pd_lead_accredited", Reads.AWARD, clauses.FRM_4, ("pd-lead",)),
        FormReading("pd_lead_secondary", Reads.AWARD, clauses.FRM_4, ("pd-lead-secondary",)),
        FormReading("pd_lead_other_phase", Reads.AWARD, clauses.FRM_4, ("pd-lead-other-phase",)),
        FormReading("other_additional_status", Reads.OTHER_AWARDS, clauses.FRM_4, KINDS_OF_AWARD),
        FormReading("years_teaching_mathematics", Reads.YEARS_TAUGHT, clauses.FRM_5, ("mathematics", "maths")),
        FormReading("submitted_in_time", Reads.SENT_BY, clauses.APP_1, ("apply-by",)),
        FormReading("lead_teacher_statement_words", Reads.WORDS, clauses.FRM_7, ("lead_teacher_statement",)),
        FormReading("nominator_statement_words", Reads.WORDS, clauses.FRM_8, ("nominator_statement",)),
        FormReading("signed_by_lead_teacher", Reads.SIGNED_BY, clauses.APP_5, ("lead-teacher",)),
        FormReading("signed_by_head_of_department", Reads.SIGNED_BY, clauses.APP_5, ("head-of-department",)),
        FormReading("signed_by_nominator", Reads.SIGNED_BY, clauses.APP_5, ("nominator",)),
        FormReading("copied_to_head_teacher", Reads.ANSWER, clauses.APP_2, ("copied_to_head_teacher",)),
        FormReading("required_fields_missing", Reads.BLANKS, clauses.FRM_1),
    ),
    establishments=ESTABLISHMENTS,
    apply_by="apply-by",
    notify_by="notify-by",
    decided_by="the Maths Hub",
    decided_by_source=clauses.APP_3,
)
