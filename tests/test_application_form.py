"""The application form of Cohort 4, and forms of other editions, built without touching the package."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    ApplicationForm,
    Assessment,
    Count,
    Criterion,
    FormField,
    FormReading,
    Is,
    Level,
    Programme,
    Reads,
    Status,
    assess,
)
from tests.changed_editions import APPLY_BY, CLAUSE, changed

assert SECONDARY_COHORT_4.form is not None
FORM: ApplicationForm = SECONDARY_COHORT_4.form

FIELDS = [
    ("school.name", "name of the school", "FRM-1", True),
    ("school.urn", "URN of the school", "FRM-1", False),
    ("hub", "Maths Hub", "FRM-1", False),
    ("lead_teacher.name", "name of the lead teacher", "FRM-2", True),
    ("lead_teacher.email", "e-mail of the lead teacher", "FRM-2", True),
    ("lead_teacher.ncetm_username", "NCETM username", "FRM-2", True),
    ("head_of_department.name", "name of the head of department", "FRM-3", True),
    ("head_of_department.email", "e-mail of the head of department", "FRM-3", True),
    ("nominator.name", "name of the nominator", "FRM-3", True),
    ("nominator.email", "e-mail of the nominator", "FRM-3", True),
    ("lead_teacher.qts", "QTS", "FRM-4", True),
    ("lead_teacher.years_teaching", "years of teaching", "FRM-4", True),
    ("lead_teacher.teaching_groups", "likely teaching groups", "FRM-4", True),
    ("lead_teacher.current_role", "current role", "FRM-4", True),
    ("lead_teacher.awards", "other awards and roles", "FRM-4", False),
    ("lead_teacher.teaching_history", "teaching history", "FRM-5", True),
    ("lead_teacher.professional_development", "professional development", "FRM-6", False),
    ("lead_teacher_statement", "statement of the lead teacher", "FRM-7", True),
    ("nominator_statement", "statement of the nominator", "FRM-8", True),
]
"""What the form asks for: its place, its name for people, the clause that asks for it, whether it has to be there."""

KINDS_OF_AWARD = ("lead-practitioner", "mathematics-sle", "pd-lead", "pd-lead-secondary", "pd-lead-other-phase")
READINGS = [
    ("qts", Reads.ANSWER, "FRM-4", ("lead_teacher.qts",)),
    ("state_funded", Reads.STATE_FUNDED, "FRM-1", ()),
    ("phase", Reads.PHASE, "FRM-1", ()),
    ("lead_practitioner", Reads.AWARD, "FRM-4", ("lead-practitioner",)),
    ("mathematics_sle", Reads.AWARD, "FRM-4", ("mathematics-sle",)),
    ("pd_lead_accredited", Reads.AWARD, "FRM-4", ("pd-lead",)),
    ("pd_lead_secondary", Reads.AWARD, "FRM-4", ("pd-lead-secondary",)),
    ("pd_lead_other_phase", Reads.AWARD, "FRM-4", ("pd-lead-other-phase",)),
    ("other_additional_status", Reads.OTHER_AWARDS, "FRM-4", KINDS_OF_AWARD),
    ("years_teaching_mathematics", Reads.YEARS_TAUGHT, "FRM-5", ("mathematics", "maths")),
    ("submitted_in_time", Reads.SENT_BY, "APP-1", ("apply-by",)),
    ("lead_teacher_statement_words", Reads.WORDS, "FRM-7", ("lead_teacher_statement",)),
    ("nominator_statement_words", Reads.WORDS, "FRM-8", ("nominator_statement",)),
    ("signed_by_lead_teacher", Reads.SIGNED_BY, "APP-5", ("lead-teacher",)),
    ("signed_by_head_of_department", Reads.SIGNED_BY, "APP-5", ("head-of-department",)),
    ("signed_by_nominator", Reads.SIGNED_BY, "APP-5", ("nominator",)),
    ("copied_to_head_teacher", Reads.ANSWER, "APP-2", ("copied_to_head_teacher",)),
    ("required_fields_missing", Reads.BLANKS, "FRM-1", ()),
]
"""What is read off it: the fact, in which way, the clause that puts it on the form, and of what."""

WORDS = "governors_statement_words"
PLACE = "other_statements.governors"
GOVERNORS = Criterion.met_when(
    "GOV-1",
    Level.FORM,
    "Length of the governors' statement",
    {WORDS: Count("How many words has the governors' statement?", 0, 10_000, "words", answered_by="form")},
    ({WORDS: Is.at_most(250)},),
    CLAUSE,
)


def three_statements() -> Programme:
    """Cohort 4 with a third statement, of at most 250 words."""
    form = changed(
        FORM,
        fields=(*FORM.fields, FormField(PLACE, "statement of the governors", CLAUSE)),
        readings=(*FORM.readings, FormReading(WORDS, Reads.WORDS, CLAUSE, (PLACE,))),
    )
    return changed(
        SECONDARY_COHORT_4, id="three-statements", form=form, criteria=(*SECONDARY_COHORT_4.criteria, GOVERNORS)
    )


def with_statement(text: str | None) -> Assessment:
    """An application to that edition of which the third statement is written, or not."""
    others = {} if text is None else {"governors": text}
    return assess(three_statements(), Application("three-statements", other_statements=others))


class TestCohort4:
    """The form of Cohort 4."""

    def test_it_asks_for_what_the_document_prints(self) -> None:
        """In its order; what may be left out is the number, the hub, awards and professional development."""
        assert FIELDS == [(one.id, one.label, one.source.clause, one.required) for one in FORM.fields]

    def test_it_is_read_for_these_facts(self) -> None:
        """Each in one way, in the order of the facts."""
        assert READINGS == [(one.id, one.reads, one.source.clause, one.of) for one in FORM.readings]
        assert [one.id for one in FORM.readings] == [
            name for name in SECONDARY_COHORT_4.facts if name in {one.id for one in FORM.readings}
        ]

    def test_it_says_when_to_send_it_and_who_decides(self) -> None:
        """And it cites the clauses of the edition itself."""
        told = (FORM.apply_by, FORM.notify_by, FORM.decided_by, FORM.decided_by_source.clause, FORM.source.clause)
        cited = [FORM.source, FORM.decided_by_source]
        cited += [*(one.source for one in FORM.fields), *(one.source for one in FORM.readings)]

        assert ("apply-by", "notify-by", "the Maths Hub", "APP-3", "ELI-0") == told
        assert cited == [SECONDARY_COHORT_4.clause(one.clause) for one in cited]

    @pytest.mark.parametrize(
        ("words", "status"),
        [
            pytest.param(299, Status.MET, id="a word less than the limit"),
            pytest.param(300, Status.MET, id="just the limit"),
            pytest.param(301, Status.NOT_MET, id="a word more than the limit"),
            pytest.param(0, Status.MET, id="a statement of no words"),
            pytest.param(None, Status.UNKNOWN, id="no statement"),
        ],
    )
    def test_a_statement_has_at_most_300_words(self, words: int | None, status: Status) -> None:
        """The teacher's by one clause, the nominator's by another, each by itself."""
        text = None if words is None else "word\n" * words
        own = Application("secondary-2019", lead_teacher_statement=text, nominator_statement="word " * 301)
        other = Application("secondary-2019", lead_teacher_statement="word", nominator_statement=text)

        assert [status, Status.NOT_MET, Status.MET, status] == [
            assess(SECONDARY_COHORT_4, form).finding(id).status for form in (own, other) for id in ("FRM-7", "FRM-8")
        ]


class TestAnotherForm:
    """A form that asks for more, or for less."""

    @pytest.mark.parametrize(
        ("words", "status"),
        [
            pytest.param(250, Status.MET, id="just its limit"),
            pytest.param(251, Status.NOT_MET, id="a word more than its limit"),
            pytest.param(0, Status.MET, id="a statement of no words"),
            pytest.param(None, Status.UNKNOWN, id="no statement"),
        ],
    )
    def test_a_third_statement_is_counted(self, words: int | None, status: Status) -> None:
        """By a reading, a field and a criterion of its own."""
        finding = with_statement(None if words is None else "word " * words).finding("GOV-1")

        assert (status, (WORDS,) if words is None else ()) == (finding.status, finding.missing)

    def test_a_third_statement_that_is_missing_is_a_blank(self) -> None:
        """One that is there is not; an empty text fills no field."""
        blank = len([required for *_, required in FIELDS if required]) + 1

        assert [blank, blank, blank - 1] == [
            with_statement(text).known["required_fields_missing"] for text in (None, "", "We agree.")
        ]

    def test_the_other_statements_are_left_alone(self) -> None:
        """A third one says nothing of their length, and theirs nothing of its."""
        edition = three_statements()
        form = Application("three-statements", lead_teacher_statement="word " * 301, other_statements={"x": "word"})
        statuses = [assess(edition, form).finding(id).status for id in ("FRM-7", "FRM-8", "GOV-1")]

        assert [Status.NOT_MET, Status.UNKNOWN, Status.UNKNOWN] == statuses

    @pytest.mark.parametrize(
        "form",
        [
            pytest.param(None, id="no form at all"),
            pytest.param(changed(FORM, fields=()), id="nothing asked for"),
            pytest.param(changed(FORM, readings=()), id="nothing read"),
            pytest.param(changed(FORM, establishments=()), id="no table of establishments"),
            pytest.param(changed(FORM, notify_by="apply-by"), id="told by a moment"),
            pytest.param(changed(FORM, decided_by="a panel"), id="decided by others"),
            pytest.param(changed(FORM, fields=FORM.fields[::-1], readings=FORM.readings[::-1]), id="another order"),
            pytest.param(
                changed(FORM, fields=tuple(changed(one, required=not one.required) for one in FORM.fields)),
                id="other fields required",
            ),
        ],
    )
    def test_a_sound_form_builds(self, form: ApplicationForm | None) -> None:
        """It is held as it was given, and an empty application can be assessed by it."""
        edition = changed(SECONDARY_COHORT_4, form=form)

        assert form == edition.form
        assert len(edition.criteria) == len(assess(edition, Application("secondary-2019")).findings)

    def test_another_deadline_is_another_milestone(self) -> None:
        """Named in the form and in the reading."""
        milestones = (changed(APPLY_BY, id="send-by"), SECONDARY_COHORT_4.milestone("notify-by"))
        readings = tuple(changed(one, of=("send-by",)) if one.reads is Reads.SENT_BY else one for one in FORM.readings)
        form = changed(FORM, apply_by="send-by", readings=readings)

        assert form == changed(SECONDARY_COHORT_4, milestones=milestones, form=form).form
