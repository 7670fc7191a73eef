"""What is read off a form: its answers, the words of its statements, its blanks, and the school."""

from typing import Any

import pytest

from mastery_programme import (
    Application,
    Choice,
    Count,
    Criterion,
    Evidence,
    InvalidArgument,
    Is,
    LeadTeacher,
    Level,
    Origin,
    Programme,
    Reads,
    Status,
    WrongEdition,
    assess,
    read_form,
)
from tests.applications import (
    COMPLETE,
    EMPTY,
    HALF_FILLED_IN,
    PROGRAMME,
    finding,
    form,
    of_teacher,
    stated,
    words,
)
from tests.changed_editions import CLAUSE, changed

TOO_LONG = "How many words are in the lead teacher's statement? {} words; needed: at most 300, so {} too many. "
BY_OUR_COUNT = "(the form, FRM-7: words by our count)"


def reading(fact: str, **values: object) -> Programme:
    """Cohort 4 with one fact read in another way."""
    assert PROGRAMME.form is not None
    readings = tuple(changed(one, **values) if one.id == fact else one for one in PROGRAMME.form.readings)
    return changed(PROGRAMME, form=changed(PROGRAMME.form, readings=readings))


class TestReadForm:
    """All that a form says."""

    def test_a_complete_form_says_all_that_can_be_read_off_it(self) -> None:
        """In the order of the edition, each from the form and with its clause."""
        assert [
            "qts: True FRM-4",
            "state_funded: True FRM-1",
            "phase: secondary FRM-1",
            "mathematics_sle: True FRM-4",
            "years_teaching_mathematics: 7 FRM-5",
            "submitted_in_time: True APP-1",
            "lead_teacher_statement_words: 9 FRM-7",
            "nominator_statement_words: 5 FRM-8",
            "signed_by_lead_teacher: True APP-5",
            "signed_by_head_of_department: True APP-5",
            "signed_by_nominator: True APP-5",
            "copied_to_head_teacher: True APP-2",
            "required_fields_missing: 0 FRM-1",
        ] == [f"{one.fact}: {one.value} {one.clause}" for one in read_form(PROGRAMME, COMPLETE)]
        assert {Origin.FORM} == {one.origin for one in read_form(PROGRAMME, COMPLETE)}

    def test_an_empty_form_says_only_how_much_is_missing(self) -> None:
        """Nothing else is guessed."""
        assert ["required_fields_missing"] == [one.fact for one in read_form(PROGRAMME, EMPTY)]

    def test_a_form_half_filled_in_says_half(self) -> None:
        """What it does not settle is there without a value."""
        assert {
            "qts": True,
            "phase": None,
            "other_additional_status": None,
            "lead_teacher_statement_words": 2,
            "required_fields_missing": 11,
        } == {one.fact: one.value for one in read_form(PROGRAMME, HALF_FILLED_IN)}

    def test_an_edition_without_a_form_reads_nothing(self) -> None:
        """Whatever there is in an application."""
        assert () == read_form(changed(PROGRAMME, form=None), COMPLETE)

    @pytest.mark.parametrize(
        ("programme", "application", "error"),
        [
            pytest.param("secondary-2019", COMPLETE, InvalidArgument, id="the id of an edition"),
            pytest.param(None, COMPLETE, InvalidArgument, id="no edition"),
            pytest.param(PROGRAMME, None, InvalidArgument, id="no application"),
            pytest.param(PROGRAMME, LeadTeacher("Alex Example"), InvalidArgument, id="a part of an application"),
            pytest.param(PROGRAMME, {"programme": "secondary-2019"}, InvalidArgument, id="a dict"),
            pytest.param(PROGRAMME, Application("primary-2019"), WrongEdition, id="an application to another edition"),
            pytest.param(PROGRAMME, Application(""), WrongEdition, id="an application to no edition"),
            pytest.param(
                changed(PROGRAMME, id="secondary-2020", form=None), COMPLETE, WrongEdition, id="the edition after"
            ),
        ],
    )
    def test_an_edition_reads_applications_to_itself(
        self, programme: Any, application: Any, error: type[Exception]
    ) -> None:
        """And refuses everything else."""
        with pytest.raises(error):
            read_form(programme, application)
        with pytest.raises(error):
            assess(programme, application)


class TestAnswers:
    """Answers that are taken as they stand."""

    @pytest.mark.parametrize(
        ("application", "fact", "value"),
        [
            pytest.param(of_teacher(qts=True), "qts", True, id="QTS"),
            pytest.param(of_teacher(qts=False), "qts", False, id="no QTS"),
            pytest.param(form(copied_to_head_teacher=False), "copied_to_head_teacher", False, id="no copy"),
        ],
    )
    def test_yes_and_no_are_answers(self, application: Application, fact: str, value: bool) -> None:
        """No is not the same as no answer."""
        evidence = stated(application, fact)
        assert evidence is not None
        assert (value, "") == (evidence.value, evidence.note)

    @pytest.mark.parametrize(
        ("application", "fact"),
        [
            pytest.param(of_teacher(qts=None), "qts", id="QTS not answered"),
            pytest.param(form(lead_teacher=None), "qts", id="nobody nominated"),
            pytest.param(form(copied_to_head_teacher=None), "copied_to_head_teacher", id="copy not answered"),
        ],
    )
    def test_what_nobody_answered_is_not_there(self, application: Application, fact: str) -> None:
        """None is not no."""
        assert stated(application, fact) is None

    @pytest.mark.parametrize(
        ("values", "fact", "criterion"),
        [
            pytest.param({"current_role": "Subject leader"}, "subject_leader", "ELI-D2", id="a role in words"),
            pytest.param(
                {"years_teaching": 20, "teaching_history": None}, "years_teaching_mathematics", "ELI-D3", id="years"
            ),
            pytest.param({"current_role": "Teacher"}, "employed_as_teacher", "ELI-E2", id="an employment in words"),
            pytest.param({"teaching_groups": "Mastery"}, "engaged_with_hub", "ELI-D6", id="groups in words"),
        ],
    )
    def test_text_settles_nothing(self, values: dict[str, object], fact: str, criterion: str) -> None:
        """And an answer to one question does not answer another one."""
        application = of_teacher(**values)
        assert stated(application, fact) is None
        assert Status.UNKNOWN is finding(application, criterion).status

    @pytest.mark.parametrize(
        ("fact", "path", "application", "value", "note"),
        [
            pytest.param(
                Count("How many years?", 0, 6),
                "lead_teacher.years_teaching",
                COMPLETE,
                None,
                "7 is not a whole number from 0 to 6",
                id="a number out of bounds",
            ),
            pytest.param(
                Count("How many years?", 0, 7), "lead_teacher.years_teaching", COMPLETE, 7, "", id="the most of it"
            ),
            pytest.param(
                Choice("Who?", ("a", "b")),
                "lead_teacher.current_role",
                of_teacher(current_role="x" * 100),
                None,
                f"{'x' * 80} is not one of 'a', 'b'",
                id="a long text that is no option",
            ),
            pytest.param(
                Choice("Who?", ("a", "b")),
                "lead_teacher.current_role",
                of_teacher(current_role="b"),
                "b",
                "",
                id="an option",
            ),
        ],
    )
    def test_an_answer_that_the_fact_cannot_have_settles_nothing(
        self, fact: Choice | Count, path: str, application: Application, value: int | str | None, note: str
    ) -> None:
        """But is shown."""
        only = Is.one_of(fact.values[0])
        made_up = Criterion.met_when("made-up", Level.DESIRABLE, "Made up", {"made": fact}, ({"made": only},), CLAUSE)
        assert PROGRAMME.form is not None
        read = changed(PROGRAMME.form.readings[0], id="made", reads=Reads.ANSWER, of=(path,))
        programme = changed(
            PROGRAMME,
            criteria=(*PROGRAMME.criteria, made_up),
            form=changed(PROGRAMME.form, readings=(*PROGRAMME.form.readings, read)),
        )
        assert Evidence("made", value, Origin.FORM, note, "FRM-4") == stated(application, "made", programme)
        assert value == assess(programme, application).known.get("made")


class TestWords:
    """The words of a statement, by our count."""

    @pytest.mark.parametrize(
        ("text", "status", "told"),
        [
            pytest.param(words(300), Status.MET, f"{300} words. {BY_OUR_COUNT}", id="300 words"),
            pytest.param("A well-read--no: a 2nd and/or", Status.MET, f"7 words. {BY_OUR_COUNT}", id="joined words"),
            pytest.param("", Status.MET, f"0 words. {BY_OUR_COUNT}", id="an empty statement"),
            pytest.param(words(301), Status.NOT_MET, TOO_LONG.format(301, 1) + BY_OUR_COUNT, id="301 words"),
            pytest.param(words(10_000), Status.NOT_MET, TOO_LONG.format(10_000, 9_700), id="the most of the fact"),
            pytest.param(words(10_001), Status.NOT_MET, TOO_LONG.format(10_001, 9_701), id="more than the fact's most"),
            pytest.param(words(12_345), Status.NOT_MET, TOO_LONG.format(12_345, 12_045), id="a small book"),
        ],
    )
    def test_300_pass_and_one_more_is_too_many(self, text: str, status: Status, told: str) -> None:
        """The reason tells the true number, were it beyond all bounds of the fact."""
        found = finding(form(lead_teacher_statement=text), "FRM-7")
        assert (status, ()) == (found.status, found.missing)
        assert told in found.reason

    def test_a_count_out_of_bounds_is_its_bound_for_the_rules(self) -> None:
        """The evidence has the number itself."""
        found = finding(form(nominator_statement=words(10_002)), "FRM-8")
        assert {"nominator_statement_words": 10_000} == dict(found.known)
        assert [10_002] == [one.value for one in found.evidence]

    def test_a_statement_that_nobody_gave_is_not_counted(self) -> None:
        """It is neither empty nor short."""
        found = finding(form(lead_teacher_statement=None), "FRM-7")
        assert (Status.UNKNOWN, ("lead_teacher_statement_words",)) == (found.status, found.missing)
        assert "Still to be answered: How many words are in the lead teacher's statement?" == found.reason

    def test_each_statement_has_its_own_count(self) -> None:
        """One that is too long leaves the other one as it is."""
        assessment = assess(PROGRAMME, form(nominator_statement=words(301)))
        assert ["met", "not met"] == [assessment.finding(id).status for id in ("FRM-7", "FRM-8")]

    @pytest.mark.parametrize(
        "name", [pytest.param("department", id="a plain name"), pytest.param("question 1.2", id="a name with a point")]
    )
    def test_an_edition_can_ask_for_other_statements(self, name: str) -> None:
        """By whatever name."""
        programme = reading("nominator_statement_words", of=(f"other_statements.{name}",))
        other = form(other_statements={name: words(301)})
        assert Status.NOT_MET is finding(other, "FRM-8", programme).status
        assert Status.UNKNOWN is finding(COMPLETE, "FRM-8", programme).status
        assert Status.UNKNOWN is finding(form(other_statements={"question 1": "x"}), "FRM-8", programme).status
