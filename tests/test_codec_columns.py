"""The columns of rows: how their names are matched, and where lists and mappings stand in them."""

import pytest

from mastery_programme import (
    Allocation,
    Application,
    Award,
    Choice,
    FrozenMapping,
    LeadTeacher,
    Person,
    School,
    Signature,
)
from mastery_programme.codec import Limits, from_rows
from mastery_programme.codec.catalogue import KINDS
from mastery_programme.codec.columns import headers_of
from tests.row_reading import BASE, application, problems, read

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
MISREAD_MARK = MARK.encode().decode("latin-1")


class TestNames:
    """How the name of a column is matched."""

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("lead_teacher.ncetm_username", id="as the attributes are named"),
            pytest.param("LEAD_TEACHER.NCETM_USERNAME", id="in capitals"),
            pytest.param("Lead_Teacher.NCETM_Username", id="in mixed case"),
            pytest.param("  lead_teacher.ncetm_username ", id="with stray spaces around it"),
            pytest.param("\tlead_teacher.ncetm_username\n", id="with a tab before and a line's end after it"),
            pytest.param("lead_teacher . ncetm_username", id="with stray spaces around its point"),
            pytest.param("lead teacher.ncetm username", id="with spaces for underscores"),
            pytest.param("lead-teacher.ncetm-username", id="with hyphens for underscores"),
            pytest.param(" Lead Teacher . NCETM-username", id="with all of these"),
            pytest.param(f"{MARK}lead_teacher.ncetm_username", id="after a byte-order mark"),
            pytest.param(f"{MISREAD_MARK}lead_teacher.ncetm_username", id="after a byte-order mark read as Latin-1"),
            pytest.param(f"{MARK} Lead teacher.NCETM username", id="after a byte-order mark and a space"),
        ],
    )
    def test_a_name_is_matched_however_people_write_it(self, name: str) -> None:
        """Case, stray spaces, a mark at the beginning, and what joins words do not matter."""
        assert Application("secondary-2019", lead_teacher=LeadTeacher(ncetm_username="ab")) == read(BASE | {name: "ab"})

    @pytest.mark.parametrize(
        ("name", "path"),
        [
            pytest.param("school_name", "/school_name", id="an underscore for a point"),
            pytest.param("school/name", "/school~1name", id="a slash for a point"),
            pytest.param("school.naem", "/school.naem", id="a name mistyped in the second part"),
            pytest.param("scool.name", "/scool.name", id="a name mistyped in the first part"),
            pytest.param("schoolname", "/schoolname", id="nothing for a point"),
            pytest.param("lead__teacher.name", "/lead__teacher.name", id="two underscores"),
            pytest.param("x.programme", "/x.programme", id="something before it"),
            pytest.param("programme.id", "/programme.id", id="a part of a text"),
            pytest.param("school.name.first", "/school.name.first", id="a part of a text within an object"),
            pytest.param("school.", "/school.", id="nothing after a point"),
            pytest.param(".programme", "/.programme", id="nothing before a point"),
            pytest.param("", "/", id="no name"),
            pytest.param("format", "/format", id="the version of a format, which rows have not"),
            pytest.param("other_statements.", "/other_statements.", id="a mapping without a name in it"),
            pytest.param("other_statements. ", "/other_statements. ", id="a mapping with a blank name in it"),
            pytest.param(f"school.{MARK}name", r"/school.\ufeffname", id="a mark that stands elsewhere"),
            pytest.param("x" * 200, f"/{'x' * 77}...", id="a very long name"),
        ],
    )
    def test_an_unknown_column_is_refused(self, name: str, path: str) -> None:
        """It is named, and nothing that is told in it is dropped silently."""
        assert [(path, "column")] == problems(read(BASE | {name: "x"}))

    @pytest.mark.parametrize(
        ("name", "nearest"),
        [
            pytest.param("Scool name", "school.name", id="part of a part"),
            pytest.param("Hubb", "hub", id="a part"),
            pytest.param("lead_teacher.award.2.title", "lead_teacher.awards.1.title", id="part of a list"),
            pytest.param("signatures.1.date", "signatures.1.name", id="what is not told of a list"),
        ],
    )
    def test_the_message_quotes_an_unknown_column_and_names_the_nearest(self, name: str, nearest: str) -> None:
        """So that it can be found in the table, and mended."""
        (problem,) = read(BASE | {name: "x"}).problems
        assert f"there is no column {name!r}; the nearest is {nearest!r}" == problem.message

    def test_columns_of_any_name_are_the_nearest_of_none(self) -> None:
        """What a mapping holds has no name that could be mistyped."""
        known = set(headers_of(KINDS[Application]))
        assert {"hub", "school.name", "lead_teacher.teaching_history.1.ended_on", "other_statements"} <= known
        assert not [name for name in known if name.startswith("other_statements.")]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            pytest.param("hub", "HUB", id="another case"),
            pytest.param("school.name", " school.name", id="a space before it"),
            pytest.param("lead_teacher.name", "lead-teacher.name", id="a hyphen"),
            pytest.param("lead_teacher.awards.1.title", "lead_teacher.awards.01.title", id="a nought before a number"),
            pytest.param("other_statements.x", "other_statements.x ", id="a space after the name of a statement"),
        ],
    )
    def test_a_column_twice_in_two_spellings_is_refused(self, first: str, second: str) -> None:
        """The second is named, also if both tell the same; neither wins over the other."""
        row = BASE | {first: "x", second: "x"}
        (problem,) = read(row).problems
        assert (f"/{second}", "column") == (problem.path, problem.code)
        assert f"what the column {second!r} tells is told by another one too" == problem.message

    def test_a_column_twice_of_which_one_is_empty_is_read(self) -> None:
        """As when two tables were put side by side: an empty cell tells nothing."""
        for row in ({"hub": "", "Hub": "A hub"}, {"hub": "A hub", "Hub": " "}):
            assert Application("secondary-2019", hub="A hub") == read(BASE | row)

    def test_the_name_of_a_statement_is_kept_as_it_is(self) -> None:
        """It is no word of the library: its case, its spaces and hyphens are the sender's own."""
        value = read(BASE | {"Other Statements.Head-Teacher of  Maths": "We agree."})
        assert {"Head-Teacher of  Maths": "We agree."} == value.other_statements


class TestLists:
    """Lists and mappings in the columns of a row."""

    def test_none_says_that_a_list_is_empty_and_an_empty_cell_that_nobody_told(self) -> None:
        """Not told is not nothing."""
        for cell in ("none", "None", " NONE "):
            assert () == application(signatures=cell).signatures
            assert () == application(lead_teacher__awards=cell).lead_teacher.awards
            assert FrozenMapping() == application(other_statements=cell).other_statements
        assert application(signatures="").signatures is None

    def test_a_list_of_texts_is_told_by_its_numbers(self) -> None:
        """In a cell for each of them."""
        row = {"ask": "In which phase?", "answered_by": "hub", "kind": "choice"}
        value = read(row | {"options.1": "primary", "options.2": "other"}, Choice)
        assert Choice("In which phase?", ("primary", "other"), answered_by="hub") == value

    def test_numbered_columns_make_a_list_in_the_order_of_their_numbers(self) -> None:
        """Wherever the columns stand, and counted as numbers: 10 comes after 2."""
        numbers = (10, 2, 1, 3, 9, 8, 7, 4, 6, 5)
        value = read(BASE | {f"lead_teacher.awards.{number}.title": f"award {number}" for number in numbers})
        assert tuple(Award(f"award {number}") for number in range(1, 11)) == value.lead_teacher.awards

    def test_later_columns_may_be_empty(self) -> None:
        """A table has as many as its longest list needs."""
        cells = {f"lead_teacher.awards.{number}.title": "x" if number < 3 else "" for number in range(1, 9)}
        assert (Award("x"), Award("x")) == read(BASE | cells).lead_teacher.awards

    def test_a_gap_between_numbered_columns_is_refused(self) -> None:
        """The numbers that are not told are named: to close the gap would drop that something was there."""
        value = application(signatures__2__role="nominator", signatures__5__role="lead-teacher", signatures__1__name="")
        assert [("/signatures/0", "column")] == problems(value)
        said = "nothing is told of number 1, 3, 4, though of a later one something is"
        assert said == value.problems[0].message

    def test_of_a_long_gap_a_few_numbers_are_named(self) -> None:
        """The list is told once."""
        value = application(signatures__300__role="nominator")
        said = "nothing is told of number 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 ..., though of a later one something is"
        assert [("/signatures/0", "column", said)] == [(one.path, one.code, one.message) for one in value.problems]

    def test_what_stands_after_a_gap_is_named_by_its_own_number(self) -> None:
        """The date of the third award, of which the first and the second are not told."""
        value = application(lead_teacher__awards__3__awarded_on="y")
        assert "/lead_teacher/awards/2/awarded_on" in [path for path, _ in problems(value)]

    def test_a_gap_in_a_list_within_a_list_is_named_with_its_place(self) -> None:
        """As the second line of the first year of an allocation, of which the first is not told."""
        assert ("/years/0/lines/0", "column") in problems(read({"years.1.lines.2.title": "x"}, Allocation))

    @pytest.mark.parametrize(
        "number",
        [
            pytest.param("0", id="they count from 1"),
            pytest.param("00", id="nought twice"),
            pytest.param("1001", id="more than there can be"),
            pytest.param("9999", id="many more"),
            pytest.param("00001", id="five digits"),
            pytest.param("9" * 5000, id="more digits than Python reads"),
            pytest.param("-1", id="below nothing"),
            pytest.param("+1", id="a plus"),
            pytest.param("1.0", id="a fraction"),
            pytest.param("\N{ARABIC-INDIC DIGIT ONE}", id="an Arabic-Indic digit"),
            pytest.param("\N{FULLWIDTH DIGIT ONE}", id="a wide digit"),
            pytest.param("\N{SUPERSCRIPT ONE}", id="a superscript"),
            pytest.param("first", id="a word"),
            pytest.param("", id="nothing"),
        ],
    )
    def test_what_is_no_number_of_a_column_is_refused(self, number: str) -> None:
        """A number of ASCII digits from 1 to 1000."""
        assert [("column")] == [code for _, code in problems(read(BASE | {f"signatures.{number}.role": "nominator"}))]

    @pytest.mark.parametrize("number", [pytest.param("1", id="the first"), pytest.param("0001", id="with noughts")])
    def test_the_number_of_a_column_may_have_stray_spaces_and_noughts(self, number: str) -> None:
        """As in the table of somebody who aligns them."""
        expected = (Signature("nominator", None),)
        assert expected == read(BASE | {f"signatures. {number} .role": "nominator"}).signatures

    def test_a_list_can_have_a_thousand_numbered_columns(self) -> None:
        """The last number is 1000."""
        row = BASE | {f"signatures.{number}.role": "nominator" for number in range(1, 1001)}
        (value,) = from_rows([row], Application, limits=Limits(width=1001))
        assert isinstance(value, Application)
        assert (Signature("nominator", None),) * 1000 == value.signatures

    @pytest.mark.parametrize(
        ("row", "path"),
        [
            pytest.param({"signatures": "none", "signatures.1.name": "x"}, "/signatures.1.name", id="none, and a part"),
            pytest.param({"signatures.1.name": "x", "signatures": "none"}, "/signatures", id="a part, and none"),
            pytest.param({"signatures": "x", "signatures.1.name": "x"}, "/signatures.1.name", id="a text, and a part"),
            pytest.param({"signatures.1": "x", "signatures.1.name": "x"}, "/signatures.1.name", id="a place twice"),
            pytest.param({"school": "x", "school.name": "x"}, "/school.name", id="an object, and a part"),
            pytest.param({"school.name": "x", "school": "x"}, "/school", id="a part, and an object"),
            pytest.param({"other_statements.x": "x", "other_statements": "none"}, "/other_statements", id="a mapping"),
        ],
    )
    def test_the_column_of_a_whole_beside_those_of_its_parts_is_refused(self, row: dict[str, str], path: str) -> None:
        """If both tell something, in any order; the second is named, and neither wins."""
        assert (path, "column") in problems(read(BASE | row))

    def test_the_column_of_a_whole_may_be_empty_beside_those_of_its_parts(self) -> None:
        """As `to_rows` writes them where one of several lists is empty."""
        row = {"signatures": "", "signatures.1.role": "nominator", "signatures.2.role": ""}
        assert (Signature("nominator", None),) == read(BASE | row).signatures

    def test_statements_by_name_have_a_column_each(self) -> None:
        """Those that are empty are not told."""
        value = application(
            other_statements__hub="We agree.", other_statements__head="So do I.", other_statements__x=""
        )
        assert {"hub": "We agree.", "head": "So do I."} == value.other_statements

    def test_a_part_of_which_nothing_is_told_is_not_there(self) -> None:
        """And one of which something is told has None for the rest."""
        value = application(school__name="A School", nominator__name="", head_of_department__email="a@school.example")
        told = (value.school, value.nominator, value.head_of_department)
        assert (School("A School", None), None, Person(None, "a@school.example")) == told

    def test_what_has_no_default_in_a_part_that_is_told_has_to_be_told(self) -> None:
        """A signature without a role is none, as in a document."""
        assert [("/signatures/0/role", "missing-key")] == problems(application(signatures__1__name="Sam"))
