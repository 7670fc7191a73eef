"""Every flaw of how facts are read off a form, each one change away from the form of Cohort 4."""

from itertools import product
from typing import Any

import pytest

from mastery_programme import SECONDARY_COHORT_4, FormReading, Reads, Role
from tests.changed_editions import CLAUSE, changed, flaws_of
from tests.test_form_validation import ALLOWED, FORM, flaws, with_reading

PLACES = {
    Reads.AWARD: ("mathematics-sle",),
    Reads.OTHER_AWARDS: ("mathematics-sle",),
    Reads.YEARS_TAUGHT: ("mathematics",),
    Reads.WORDS: ("lead_teacher_statement",),
    Reads.SENT_BY: ("apply-by",),
    Reads.SIGNED_BY: ("nominator",),
    Reads.BLANKS: (),
    Reads.STATE_FUNDED: (),
    Reads.PHASE: (),
}
"""Of what each way to read can read, but for an answer."""

ANSWERS = {
    "qts": "lead_teacher.qts",
    "phase": "hub",
    "years_teaching_mathematics": "lead_teacher.years_teaching",
    "subject_leader": "copied_to_head_teacher",
    "good_teaching": "lead_teacher.qts",
}
"""Of which place the answer can be read for each fact, as its types go."""

KINDS = {
    Reads.ANSWER: {"qts", "phase", "years_teaching_mathematics", "subject_leader"},
    Reads.AWARD: {"qts", "subject_leader"},
    Reads.OTHER_AWARDS: {"qts", "subject_leader", "good_teaching"},
    Reads.YEARS_TAUGHT: {"years_teaching_mathematics"},
    Reads.WORDS: {"years_teaching_mathematics"},
    Reads.SENT_BY: {"qts", "subject_leader"},
    Reads.SIGNED_BY: {"qts", "subject_leader"},
    Reads.BLANKS: {"years_teaching_mathematics"},
    Reads.STATE_FUNDED: {"qts", "subject_leader"},
    Reads.PHASE: {"phase"},
}
"""Which of these facts can be read in each way: two that are yes or no, a choice, a count, and one that is judged."""


class TestReadings:
    """How a fact is read."""

    @pytest.mark.parametrize(
        ("id", "values", "flaw"),
        [
            pytest.param("qts", {"id": "qtz"}, "'qtz': there is no such fact; the nearest is 'qts'", id="unknown fact"),
            pytest.param(
                "qts",
                {"of": ("lead_teacher.qtz",)},
                "'qts': an application has no place 'lead_teacher.qtz'",
                id="an answer in no place",
            ),
            pytest.param(
                "nominator_statement_words",
                {"of": ("statement",)},
                "'nominator_statement_words': an application has no place 'statement'",
                id="the words of no statement",
            ),
            pytest.param(
                "nominator_statement_words",
                {"of": ("submitted_at",)},
                "'nominator_statement_words': 'submitted_at' is no place for a text",
                id="the words of a moment",
            ),
            pytest.param(
                "nominator_statement_words",
                {"of": ("school.phase",)},
                "'nominator_statement_words': 'school.phase' is no place for a text",
                id="the words of a phase",
            ),
            pytest.param(
                "nominator_statement_words",
                {"of": ("lead_teacher.awards",)},
                "'nominator_statement_words': 'lead_teacher.awards' is no place for a text",
                id="the words of awards",
            ),
            pytest.param(
                "qts",
                {"of": ("lead_teacher.name",)},
                "'qts': what is answered in 'lead_teacher.name' is not True or False",
                id="a text for yes or no",
            ),
            pytest.param(
                "qts",
                {"of": ("lead_teacher.years_teaching",)},
                "'qts': what is answered in 'lead_teacher.years_teaching' is not True or False",
                id="a number for yes or no",
            ),
            pytest.param(
                "phase",
                {"reads": Reads.ANSWER, "of": ("lead_teacher.qts",)},
                f"'phase': what is answered in 'lead_teacher.qts' is not {ALLOWED['phase']}",
                id="yes or no for a choice",
            ),
            pytest.param(
                "years_teaching_mathematics",
                {"reads": Reads.ANSWER, "of": ("lead_teacher.qts",)},
                (
                    "'years_teaching_mathematics': what is answered in 'lead_teacher.qts' is not "
                    f"{ALLOWED['years_teaching_mathematics']}"
                ),
                id="yes or no for a count",
            ),
            pytest.param(
                "signed_by_nominator",
                {"of": ("head-teacher",)},
                "'signed_by_nominator': nobody signs as 'head-teacher'; the nearest is 'lead-teacher'",
                id="a role that there is not",
            ),
            pytest.param(
                "submitted_in_time",
                {"of": ("notify-by",)},
                "'submitted_in_time': 'notify-by' is no milestone that is a moment",
                id="sent by a day",
            ),
            pytest.param(
                "submitted_in_time",
                {"of": ("deadline",)},
                "'submitted_in_time': 'deadline' is no milestone that is a moment",
                id="sent by no milestone",
            ),
        ],
    )
    def test_each_flaw_is_told_alone(self, id: str, values: dict[str, object], flaw: str) -> None:
        """In a sentence that names the fact."""
        assert (f"form, reading of {flaw}",) == flaws(readings=with_reading(id, **values))

    @pytest.mark.parametrize(
        ("id", "of", "told"),
        [
            *((id, (), "one thing") for id in ("qts", "nominator_statement_words", "submitted_in_time")),
            *((id, ("x", "y"), "one thing") for id in ("qts", "nominator_statement_words", "signed_by_nominator")),
            *((id, (), "at least one thing") for id in ("mathematics_sle", "other_additional_status")),
            ("years_teaching_mathematics", (), "at least one thing"),
            *((id, ("x",), "nothing") for id in ("required_fields_missing", "state_funded", "phase")),
        ],
    )
    def test_what_is_read_of_some_things_or_of_nothing_is(self, id: str, of: tuple[str, ...], told: str) -> None:
        """What else it is of is then not looked at."""
        reads = next(one.reads.value for one in FORM.readings if one.id == id)

        assert (f"form, reading of {id!r}: {reads!r} is read of {told}",) == flaws(readings=with_reading(id, of=of))

    @pytest.mark.parametrize(
        ("id", "of"),
        [
            pytest.param("mathematics_sle", ("sle", "former-sle"), id="an award of either of two kinds"),
            pytest.param("years_teaching_mathematics", ("maths",), id="one name of a subject"),
            pytest.param("nominator_statement_words", ("other_statements.governors",), id="another statement"),
            pytest.param("nominator_statement_words", ("hub",), id="any other text"),
            pytest.param("nominator_statement_words", ("lead_teacher.email",), id="a text of a person"),
            pytest.param("copied_to_head_teacher", ("lead_teacher.qts",), id="another answer of yes or no"),
        ],
    )
    def test_what_has_the_types_that_are_read_will_do(self, id: str, of: tuple[str, ...]) -> None:
        """Nothing is said against it."""
        form = changed(FORM, readings=with_reading(id, of=of))

        assert form == changed(SECONDARY_COHORT_4, form=form).form

    @pytest.mark.parametrize(("reads", "fact"), [*product(Reads, ALLOWED)], ids=str)
    def test_a_fact_is_read_as_its_kind_allows(self, reads: Reads, fact: str) -> None:
        """In every way, facts of every kind; a judged one is never read, but for awards of other kinds."""
        reading = FormReading(fact, reads, CLAUSE, (ANSWERS[fact],) if reads is Reads.ANSWER else PLACES[reads])
        form = changed(FORM, readings=(reading,), establishments=())
        where = f"form, reading of {fact!r}"

        if fact in KINDS[reads]:
            assert form == changed(SECONDARY_COHORT_4, form=form).form
        elif fact == "good_teaching" and "qts" in KINDS[reads]:
            assert (f"{where}: a judged fact is never read off a form",) == flaws_of(form=form)
        else:
            told = f"{where}: a fact that is {ALLOWED[fact]} cannot be read as {reads.value!r}"
            assert (told,) == flaws_of(form=form)

    def test_a_role_is_named_by_its_text(self) -> None:
        """As what is near says it, which is taken; a member of the vocabulary is of another type."""
        told = flaws(readings=with_reading("signed_by_nominator", of=("nominater",)))
        (member,) = flaws(readings=with_reading("signed_by_nominator", of=(Role.NOMINATOR,)))
        sound: Any = changed(FORM, readings=with_reading("signed_by_nominator", of=("nominator",)))

        assert (
            "form, reading of 'signed_by_nominator': nobody signs as 'nominater'; the nearest is 'nominator'",
        ) == told
        assert member.endswith("has to be str")
        assert SECONDARY_COHORT_4 == changed(SECONDARY_COHORT_4, form=sound)
