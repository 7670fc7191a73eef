"""The codes of problems, each with a document from which it arises; what is near; and how long messages are."""

from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    URN,
    AcademicYear,
    Application,
    Assessment,
    Award,
    Case,
    Choice,
    Days,
    FundingStatement,
    InvalidArgument,
    InvalidDocument,
    Judgement,
    LeadTeacher,
    Money,
    Person,
    Phase,
    Post,
    Ruleset,
    fund,
)
from mastery_programme.codec import CODES, Limits, UnreadRow, from_dict, from_json, from_rows, to_dict
from tests.document_reading import found, message, refused, refused_json
from tests.oddities import HUGE, Hostile
from tests.sample_cases import OTHER_EDITION
from tests.samples import CASE, TALK

FORM = {"programme": "secondary-2019"}
AWARD = {"title": "A"}
STATEMENT = to_dict(fund(SECONDARY_COHORT_4))
EDITION = to_dict(SECONDARY_COHORT_4)
TALKED = to_dict(TALK)
DOUBTFUL = {**TALKED, "rules": [{**TALKED["rules"][0], "overrides": ["nobody"]}]}
CASES = to_dict(CASE)
JUDGEMENT = {"fact": "passion", "holds": True, "by": "Bea", "on": "2019-05-20"}
SMALL = Limits(length=200, depth=3, width=4, values=12)

ARISING: dict[str, tuple[Any, type[Any], str]] = {
    "json": ("{", Person, ""),
    "encoding": (b"\xff", Person, ""),
    "too-long": ({"name": "x" * 200}, Person, ""),
    "too-deep": ({"name": [[[]]]}, Person, "/name/0/0"),
    "too-wide": ({"name": [1] * 5}, Person, "/name"),
    "too-many": ({"name": [[1] * 4] * 3}, Person, ""),
    "type": ({"name": 7}, Person, "/name"),
    "unknown-key": ({"nmae": "Ada"}, Person, "/nmae"),
    "missing-key": ({}, Application, "/programme"),
    "duplicate-key": ('{"name": "Ada", "name": "Bea"}', Person, "/name"),
    "format": ({"format": 2}, Person, "/format"),
    "character": ({"name": "A\0da"}, Person, "/name"),
    "empty": ({**JUDGEMENT, "by": " "}, Judgement, "/by"),
    "long-text": ({**JUDGEMENT, "by": "x" * 10_001}, Judgement, "/by"),
    "option": ("Secondery", Phase, ""),
    "range": ({"years_teaching": 101}, LeadTeacher, "/years_teaching"),
    "date": ({"title": None, "awarded_on": "26/04/2019"}, Award, "/awarded_on"),
    "moment": ({**FORM, "submitted_at": "2019-04-26T17:00:00"}, Application, "/submitted_at"),
    "year": ("2019/21", AcademicYear, ""),
    "days": ("4.25", Days, ""),
    "money": ("£200", Money, ""),
    "urn": ("12345", URN, ""),
    "email": ({"email": "ada"}, Person, "/email"),
    "value": ({"started_on": "2019-04-26", "ended_on": "2019-04-25"}, Post, ""),
    "total": ({**STATEMENT, "total": {**STATEMENT["total"], "known": "1.00"}}, FundingStatement, "/total"),
    "edition": ({**CASES, "programme": "secondary-2091"}, Case, "/programme"),
    "flaw": (DOUBTFUL, Ruleset, ""),
    "column": ([{"nmae": "Ada"}], Person, "/nmae"),
    "cell": ([{"name": 7}], Person, "/name"),
}
"""For each code what leads to it, the class that it was to be, and where the problem is."""


def arising(given: Any, cls: type[Any], limits: Limits) -> list[tuple[str, str]]:
    """What is wrong with JSON text, a row in a list, or a dict."""
    if isinstance(given, list):
        (row,) = from_rows(given, cls, limits=limits)
        assert isinstance(row, UnreadRow)
        return [(problem.path, problem.code) for problem in row.problems]
    return found((refused_json if isinstance(given, str | bytes) and cls is Person else refused)(given, cls, limits))


class TestCodes:
    """The codes."""

    def test_the_table_has_every_code(self) -> None:
        """And no other."""
        assert CODES.keys() == ARISING.keys()

    @pytest.mark.parametrize("code", ARISING)
    def test_each_code_can_arise(self, code: str) -> None:
        """By itself."""
        given, cls, path = ARISING[code]
        assert [(path, code)] == arising(given, cls, SMALL if code.startswith("too-") else Limits())

    @pytest.mark.parametrize("code", CODES)
    def test_each_code_is_a_word_with_a_sentence(self, code: str) -> None:
        """For programs the one, for people the other."""
        assert code.replace("-", "").isalpha()
        assert code == code.lower()
        assert CODES[code].endswith(".")


class TestNearest:
    """What is near to what is not known."""

    @pytest.mark.parametrize(
        ("document", "cls", "said"),
        [
            pytest.param({"nmae": 1}, Person, "there is no key 'nmae' here; the nearest is 'name'", id="turned"),
            pytest.param({"NAME": 1}, Person, "there is no key 'NAME' here; the nearest is 'name'", id="capitals"),
            pytest.param(
                {**FORM, "lead-teacher": 1},
                Application,
                "there is no key 'lead-teacher' here; the nearest is 'lead_teacher'",
                id="a hyphen",
            ),
            pytest.param(
                {"kind": "choise", "ask": "Which?", "options": ["a"]},
                Choice,
                "'choise' is not one of 'choice'; the nearest is 'choice'",
                id="a tag",
            ),
            pytest.param(
                {**CASES, "programme": "secondary-2018"},
                Case,
                "there is no edition 'secondary-2018' among those given; the nearest is 'secondary-2019'",
                id="an edition",
            ),
        ],
    )
    def test_the_nearest_known_is_named(self, document: Any, cls: type[Any], said: str) -> None:
        """Of keys, terms and editions."""
        assert said == message(document, cls)

    def test_what_is_lacking_is_named(self) -> None:
        """By its key."""
        assert "the key 'programme' has to be there" == message({}, Application)

    def test_only_the_first_of_very_many_are_told_the_nearest(self) -> None:
        """To look them all up would take long: of short names with few to compare many are, of long ones a few."""
        short = refused({f"nmae{number}": 1 for number in range(90)}, Person).problems
        long = refused({f"lead_teacher_statements{number:02}": 1 for number in range(90)}, Application).problems
        told = ["the nearest is" in problem.message for problem in long if problem.code == "unknown-key"]
        assert all("the nearest is" in problem.message for problem in short if problem.code == "unknown-key")
        assert sorted(told, reverse=True) == told
        assert 10 < told.count(True) < 40

    def test_of_no_edition_none_is_near(self) -> None:
        """Nor is one that was not given."""
        with pytest.raises(InvalidDocument, match="there is no edition 'secondary-2019' among those given \\["):
            from_dict(CASES, Case, editions=())
        with pytest.raises(InvalidDocument, match="the nearest is 'secondary-2020'"):
            from_dict(CASES, Case, editions=[OTHER_EDITION])


class TestMessages:
    """How long what is said can be."""

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            pytest.param("x" * 80, repr("x" * 80), id="the longest text that is shown"),
            pytest.param("x" * 81, repr("x" * 77 + "..."), id="a longer text"),
            pytest.param(10**71, str(10**71), id="a long number"),
            pytest.param(HUGE, "<a whole number of 3321929 bits>", id="a number of a million digits"),
            pytest.param({1}, "<set>", id="a set"),
            pytest.param(Hostile(), "<tests.oddities.Hostile>", id="what breaks when it is shown"),
        ],
    )
    def test_a_value_is_quoted_to_eighty_characters(self, value: object, said: str) -> None:
        """Or told by its type."""
        assert f"{said} is not true or false" == message({"qts": value}, LeadTeacher)

    def test_a_value_of_characters_that_nobody_sees_is_quoted_as_shortly(self) -> None:
        """Were each of them written as ten."""
        told = message("\U000e0001" * 80, Phase)
        quoted, _, _ = told.partition(" is not")
        assert (82, "...'") == (len(quoted), quoted[-4:])

    def test_a_message_has_at_most_five_hundred_characters(self) -> None:
        """Were there a flaw for each of many rules in one."""
        names = [f"r{number}" for number in range(200)]
        circle = zip(names, (*names[1:], names[0]), strict=True)
        cited = {"document": "a", "clause": "b"}
        rules = [{"id": one, "when": [], "then": "x", "source": cited, "overrides": [other]} for one, other in circle]
        told = message({"id": "x", "question": "x", "facts": [], "rules": rules}, Ruleset)
        assert (500, "overrides in a circle: r0, r1", "...") == (len(told), told[:29], told[-3:])

    @pytest.mark.parametrize(
        "key", ["x" * 80, "é" * 80, "\U0001f642" * 80, "\U000e0001" * 80, "\ud800" * 80, "~" * 80], ids=ascii
    )
    def test_an_error_has_at_most_ten_thousand_bytes(self, key: str) -> None:
        """However long each line is; what is left out is counted."""
        error = refused({**FORM, **{f"{number}{key}": 1 for number in range(300)}}, Application)
        lines = str(error).split("\n")
        untold = 300 - (len(lines) - 2)
        assert len(str(error).encode("utf-8", "replace")) <= 10_000
        assert f"not a document that can be read: {300} problems" == lines[0]
        assert f"- and {untold} more" == lines[-1]
        assert len(lines) > 5
        assert (100, 200) == (len(error.problems), error.more)

    def test_what_is_left_out_is_counted_though_no_more_were_found(self) -> None:
        """A hundred problems, of which some are too long to be told."""
        error = refused({"x" * 70 + str(number): 1 for number in range(100)}, Person)
        *told, last = str(error).split("\n")[1:]
        assert (100, 0) == (len(error.problems), error.more)
        assert f"- and {100 - len(told)} more" == last
        assert [f"- {problem}" for problem in error.problems[: len(told)]] == told
        assert 9_500 < len(str(error)) <= 10_000

    def test_a_hundred_short_problems_are_all_told(self) -> None:
        """As far as they fit."""
        error = refused({"awards": [7] * 150}, LeadTeacher)
        assert [*(f"- {problem}" for problem in error.problems), "- and 50 more"] == str(error).split("\n")[1:]


class TestArguments:
    """What is asked for in a way that it cannot be."""

    @pytest.mark.parametrize("read", [from_dict, from_json], ids=["a dict", "JSON text"])
    @pytest.mark.parametrize(
        ("cls", "said"),
        [
            pytest.param(int, "'int'; a public class of the library", id="a number"),
            pytest.param(str, "'str'; a public class of the library", id="text"),
            pytest.param(dict, "'dict'; a public class of the library", id="a dict"),
            pytest.param(object, "'object'; a public class of the library", id="anything"),
            pytest.param(type("Persn", (Person,), {}), "'Persn'; a public class of the library", id="a subclass"),
            pytest.param(InvalidDocument, "'InvalidDocument'; a public class of the library", id="an error"),
            pytest.param(Assessment, "'Assessment'; its case comes back", id="what only goes out"),
        ],
    )
    def test_what_is_no_class_of_documents_is_refused(self, read: Any, cls: Any, said: str) -> None:
        """Before the document is looked at."""
        with pytest.raises(InvalidArgument) as refusal:
            read(b"\xff", cls)
        assert str(refusal.value).startswith(f"no document is read as this: {said}")

    @pytest.mark.parametrize("read", [from_dict, from_json], ids=["a dict", "JSON text"])
    @pytest.mark.parametrize(
        ("cls", "told"),
        [
            pytest.param(list[Person], "<types.GenericAlias>", id="a list of ours"),
            pytest.param(Person | None, "<types.UnionType>", id="ours or null"),
            pytest.param(None, "None", id="nothing"),
            pytest.param("Persn", "'Persn'", id="a name"),
            pytest.param(Person("Ada"), "<mastery_programme.application.Person>", id="a value"),
            pytest.param(Hostile(), "<tests.oddities.Hostile>", id="what breaks when it is shown"),
        ],
    )
    def test_what_is_no_class_is_refused(self, read: Any, cls: Any, told: str) -> None:
        """A name is told the nearest, and that it is the class itself that is asked for."""
        with pytest.raises(InvalidArgument) as refusal:
            read(b"\xff", cls)
        near = "; the nearest is 'Person'" if cls == "Persn" else ""
        said = f"{told}; a public class of the library, not its name or a value of it{near}"
        assert f"not a class of which documents are read: {said}" == str(refusal.value)

    @pytest.mark.parametrize("read", [from_dict, from_json], ids=["a dict", "JSON text"])
    @pytest.mark.parametrize(
        "odd",
        [
            None,
            7,
            "secondary-2019",
            SECONDARY_COHORT_4,
            {"secondary-2019": SECONDARY_COHORT_4},
            [None],
            ["secondary-2019"],
        ],
        ids=lambda odd: type(odd).__name__,
    )
    def test_what_are_no_editions_is_refused(self, read: Any, odd: Any) -> None:
        """Were no edition asked for."""
        with pytest.raises(InvalidArgument, match="editions"):
            read("{}", Person, editions=odd)

    @pytest.mark.parametrize(
        "value", [None, 7, "Ada", {}, [Person()], Person, InvalidArgument("x"), Hostile()], ids=type
    )
    def test_what_is_no_value_of_ours_is_not_written(self, value: object) -> None:
        """Nor is a class."""
        with pytest.raises(InvalidArgument, match="no document is written of this"):
            to_dict(value)
