"""What is wrong with a document: problems as values, all of them at once, each with where it is and what is near."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    Application,
    InvalidDocument,
    LeadTeacher,
    MasteryProgrammeError,
    Person,
    Problem,
    School,
    Signature,
)
from mastery_programme.codec.pointers import pointer
from mastery_programme.codec.reports import BAD, EnoughError, Report
from tests.document_reading import json_problems, problems, refused, refused_json
from tests.oddities import copies, evaluated

FIRST = Problem("/school/urn", "urn", "'12' is not a URN")
SECOND = Problem("", "type", "<list> is not an object")

MANY = {
    "lead_teacher": {
        "years_teaching": 101,
        "qts": "yes",
        "name": "A\tda",
        "awards": [{"title": "A"}, {"awarded_on": "2019", "titel": "B"}, 7],
        "nmae": "Ada",
    },
    "submitted_at": "2019-04-26T17:00:00",
    "school": {"urn": "12", "phase": "Secondery"},
    "hub": None,
    "signatures": [{"role": "governor", "name": "Ada"}],
    "nominator_statment": "I teach.",
}
WRONG = [
    ("/lead_teacher/years_teaching", "range"),
    ("/lead_teacher/qts", "type"),
    ("/lead_teacher/name", "character"),
    ("/lead_teacher/awards/1/awarded_on", "date"),
    ("/lead_teacher/awards/1/titel", "unknown-key"),
    ("/lead_teacher/awards/1/title", "missing-key"),
    ("/lead_teacher/awards/2", "type"),
    ("/lead_teacher/nmae", "unknown-key"),
    ("/submitted_at", "moment"),
    ("/school/urn", "urn"),
    ("/school/phase", "option"),
    ("/school/name", "missing-key"),
    ("/signatures/0/role", "option"),
    ("/nominator_statment", "unknown-key"),
    ("/programme", "missing-key"),
]


class TestError:
    """The one error for documents."""

    def test_it_is_a_value_error_of_ours(self) -> None:
        """A host can catch it as either, and not as another."""
        error = refused({}, Application)
        assert isinstance(error, ValueError)
        assert isinstance(error, MasteryProgrammeError)
        assert not isinstance(error, TypeError | LookupError)

    def test_it_has_what_every_error_of_ours_has(self) -> None:
        """What is wrong in a few words; what is allowed is told by each problem."""
        error = InvalidDocument([FIRST, SECOND], 3)
        assert ("not a document that can be read", None, "", None) == (
            *(error.problem, error.value, error.allowed, error.nearest),
        )
        assert ((FIRST, SECOND), 3, ((FIRST, SECOND), 3)) == (error.problems, error.more, error.args)
        assert ("", ()) == (InvalidDocument(()).allowed, InvalidDocument(()).problems)

    @pytest.mark.parametrize(
        "error", [InvalidDocument([FIRST, SECOND], 3), InvalidDocument(iter([FIRST]))], ids=["more", "one"]
    )
    def test_it_comes_back_from_pickle_and_copy(self, error: InvalidDocument) -> None:
        """With everything that it says."""
        for copied in copies(error):
            assert (InvalidDocument, error.problems, error.more) == (type(copied), copied.problems, copied.more)
            assert (str(error), error.args, vars(error)) == (str(copied), copied.args, vars(copied))

    def test_one_that_a_document_raised_comes_back_too(self) -> None:
        """From another process, say."""
        error = refused(MANY, Application)
        assert [error.problems] * 8 == [copied.problems for copied in copies(error)]

    def test_it_says_every_problem_on_a_line(self) -> None:
        """Below how many there are."""
        assert (
            "not a document that can be read: 5 problems\n- /school/urn: '12' is not a URN [urn]\n"
            "- the document: <list> is not an object [type]\n- and 3 more"
        ) == str(InvalidDocument([FIRST, SECOND], 3))
        assert "not a document that can be read: 1 problem\n- /school/urn: '12' is not a URN [urn]" == str(
            InvalidDocument([FIRST])
        )

    def test_it_goes_into_a_table(self) -> None:
        """A record for each problem that it holds."""
        assert [
            {"path": "/school/urn", "code": "urn", "message": "'12' is not a URN"},
            {"path": "", "code": "type", "message": "<list> is not an object"},
        ] == InvalidDocument([FIRST, SECOND], 3).to_records()

    def test_nothing_hides_behind_it(self) -> None:
        """No error of another library is its cause, or is shown in its place."""
        for error in (refused(MANY, Application), refused_json("{", Person), refused_json(b"\xff", Person)):
            assert error.__cause__ is None
            assert error.__suppress_context__ or error.__context__ is None


class TestProblem:
    """One problem."""

    @pytest.mark.parametrize("problem", [FIRST, SECOND], ids=["with a path", "of the document"])
    def test_it_is_a_value(self, problem: Problem) -> None:
        """Its repr evaluates back, and a copy is equal."""
        assert problem == evaluated(repr(problem))
        assert {problem} == set(copies(problem))
        assert problem != Problem(problem.path, problem.code, "another message")
        assert FIRST != SECOND
        with pytest.raises(AttributeError):
            setattr(problem, "code", "x")  # noqa: B010 - a plain assignment is what the type checkers refuse

    @given(st.text(), st.text(), st.text())
    def test_its_repr_evaluates_back_whatever_it_says(self, path: str, code: str, told: str) -> None:
        """With every character."""
        assert Problem(path, code, told) == evaluated(repr(Problem(path, code, told)))

    def test_it_says_where_what_and_of_which_code(self) -> None:
        """In a line."""
        assert "/school/urn: '12' is not a URN [urn]" == str(FIRST)
        assert "the document: <list> is not an object [type]" == str(SECOND)


class TestAllAtOnce:
    """Every problem of a document, in its order."""

    def test_every_problem_is_named(self) -> None:
        """As a dict and as JSON text."""
        assert WRONG == problems(MANY, Application)
        assert WRONG == json_problems(json.dumps(MANY), Application)

    def test_they_are_in_the_order_of_the_document(self) -> None:
        """Not in that of the class: keys the other way round give problems the other way round."""
        turned = {key: MANY[key] for key in reversed(MANY)}
        tops = [path.split("/")[1] for path, _ in problems(turned, Application)]
        assert [key for key in turned if key != "hub"] == list(dict.fromkeys(tops))[:-1]
        assert "programme" == tops[-1]

    def test_what_keys_lack_stands_behind_the_others_in_the_order_of_the_class(self) -> None:
        """For each object by itself."""
        wrong = [("/x", "unknown-key"), ("/name", "missing-key"), ("/urn", "missing-key")]
        assert wrong == problems({"x": 1}, School)
        assert wrong[1:] == problems({}, School)
        assert [("/role", "missing-key"), ("/name", "missing-key")] == problems({"signed_on": None}, Signature)

    def test_nothing_is_said_of_a_whole_whose_parts_are_wrong(self) -> None:
        """Whether a post ends before it began is asked only of two dates."""
        award = {"title": "A", "awarded_on": "2019-02-30"}
        assert [("/awards/0/awarded_on", "date")] == problems({"awards": [award]}, LeadTeacher)

    @pytest.mark.parametrize(
        ("number", "kept", "more"), [(1, 1, 0), (99, 99, 0), (100, 100, 0), (101, 100, 1), (999, 100, 899)]
    )
    def test_a_hundred_are_kept_and_the_others_counted(self, number: int, kept: int, more: int) -> None:
        """The first hundred."""
        error = refused({"awards": [7] * number}, LeadTeacher)
        assert (kept, more) == (len(error.problems), error.more)
        assert [f"/awards/{place}" for place in range(kept)] == [problem.path for problem in error.problems]

    def test_after_a_thousand_the_document_is_read_no_further(self) -> None:
        """Nobody needs more."""
        for number in (500, 501, 1000):
            error = refused({"awards": [{"titel": 1}] * number}, LeadTeacher)
            assert (100, 900) == (len(error.problems), error.more)

    def test_a_report_is_full_after_a_thousand(self) -> None:
        """And then says so, so that reading stops."""
        report = Report(width=1000)
        assert report.is_empty
        assert [BAD] * 999 == [report.refuse(None, "type", "x") for _ in range(999)]
        assert not report.is_empty
        with pytest.raises(EnoughError):
            report.refuse(None, "type", "x")
        assert (100, 900) == (len(report.error().problems), report.error().more)


class TestPointers:
    """Where a problem is, as a JSON Pointer."""

    @pytest.mark.parametrize(
        ("key", "token"),
        [
            pytest.param("", "", id="an empty key"),
            pytest.param("a/b", "a~1b", id="a slash"),
            pytest.param("a~b", "a~0b", id="a tilde"),
            pytest.param("~1", "~01", id="what looks like an escape"),
            pytest.param("/~/", "~1~0~1", id="both"),
            pytest.param("a b", "a b", id="a space"),
            pytest.param("é王🙂", "é王🙂", id="letters that are seen"),
            pytest.param("0", "0", id="a digit"),
            pytest.param("x" * 80, "x" * 80, id="the longest key that is shown"),
            pytest.param("x" * 81, "x" * 77 + "...", id="a longer key"),
            pytest.param("~" * 81, "~0" * 77 + "...", id="a longer key of tildes"),
            pytest.param("a\nb\0", "a\\nb\\x00", id="control characters"),
            pytest.param("\u202e\u200b", "\\u202e\\u200b", id="what is not seen"),
            pytest.param("\ud800", "\\ud800", id="half a character"),
            pytest.param("\U000e0001é", "\\U000e0001é", id="what is not seen, beside a letter"),
            pytest.param("\n/", "\\n~1", id="what is not seen, beside a slash"),
        ],
    )
    def test_a_key_is_escaped_as_a_pointer_has_it(self, key: str, token: str) -> None:
        """And what cannot be seen as Python has it."""
        assert [(f"/{token}", "unknown-key")] == problems({key: 1}, Person)
        assert f"/a/0/{token}" == pointer((((None, "a"), 0), key))

    def test_the_whole_document_has_an_empty_one(self) -> None:
        """And a list has its places from 0."""
        assert "" == pointer(None)
        assert [("", "type")] == problems([], Person)
        assert ("/0", "/10", "/a/3/b") == (pointer((None, 0)), pointer((None, 10)), pointer((((None, "a"), 3), "b")))
