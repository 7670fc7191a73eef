"""Rows out: every value of one class with the same columns, so that what is written comes back equal."""

import unicodedata
from typing import Any

import pytest
from attrs import evolve, fields

from mastery_programme import (
    URN,
    Application,
    Award,
    InvalidArgument,
    LeadTeacher,
    Money,
    Person,
    Phase,
    School,
    Signature,
)
from mastery_programme.codec import InvalidDocument, from_rows, to_rows
from tests.row_reading import reread
from tests.samples import APPLICATION, CASE, JUDGEMENT, samples

NOT_IN_A_ROW = {
    *("Days", "DayRange", "Money", "AcademicYear", "FinancialYear", "URN", "YearMonth", "FrozenMapping"),
    *("Region", "Payee", "Purpose", "Level", "Effect", "Phase", "EstablishmentType", "Role", "Reads", "Origin"),
    *("Status", "Verdict", "Stage", "Shared"),
    *("Is", "Rule", "Ruleset", "Ruling", "Reason", "Flaw", "Difference", "Criterion", "PublishedTotal", "Programme"),
    *("FundingStatement", "FundingLine", "Evidence", "Finding", "Outlook", "Outstanding", "Assessment"),
    *("NetPosition", "NetYear", "Claimed", "Participation", "Forecast", "Profile", "Standing", "EvenlyByMonth"),
    "Unscheduled",
}
"""Single values, terms, what has no attributes, and what holds rules, an ordered mapping, or one of several classes."""

WIDE = ("EQUALS SIGN", "PLUS SIGN", "HYPHEN-MINUS", "COMMERCIAL AT")
FORMULA_SIGNS = (*"=+-@\t\r", *(unicodedata.lookup(f"FULLWIDTH {name}") for name in WIDE))


class TestColumns:
    """Which columns rows have."""

    def test_all_rows_have_the_same_columns_in_the_same_order(self) -> None:
        """Those that any of the values needs; a value that does not need one has an empty cell there."""
        values = [
            Application("a", other_statements={"z": "1", "b": "2"}),
            Application("b", signatures=(Signature("nominator", "x"), Signature("nominator", "y"))),
            Application("c", School(None, URN("123456")), hub="A hub"),
        ]
        rows = to_rows(values)
        columns = [
            *("programme", "school.name", "school.urn", "hub"),
            *("signatures.1.role", "signatures.1.name", "signatures.2.role", "signatures.2.name"),
            *("other_statements.b", "other_statements.z"),
        ]
        assert [columns] * 3 == [list(row) for row in rows]
        assert ["b", "", "", "", "nominator", "x", "nominator", "y", "", ""] == list(rows[1].values())

    def test_columns_stand_in_the_order_of_the_class(self) -> None:
        """Whichever of the values has which of them first, and its parts within it."""
        names = [name for row in to_rows([APPLICATION])[:1] for name in row]
        order = [field.name for field in fields(Application)]
        first = list(dict.fromkeys(name.partition(".")[0] for name in names))
        assert order == first
        teacher = [name.split(".")[1] for name in names if name.startswith("lead_teacher.")]
        assert [field.name for field in fields(LeadTeacher)] == list(dict.fromkeys(teacher))
        later = Application("c", hub="A hub", school=School("x", None))
        assert names == [name for name in to_rows([Application("b"), later, APPLICATION])[0] if name in names]

    def test_numbered_columns_stand_in_the_order_of_their_numbers(self) -> None:
        """Ten after nine, and not after one."""
        teacher = LeadTeacher(awards=tuple(Award(f"award {number}") for number in range(1, 12)))
        (row,) = to_rows([Application("a", lead_teacher=teacher)])
        assert [f"lead_teacher.awards.{number}.title" for number in range(1, 12)] == list(row)[1:]
        assert [f"award {number}" for number in range(1, 12)] == list(row.values())[1:]

    def test_a_whole_that_is_empty_stands_before_its_parts(self) -> None:
        """Where a list is empty in one value, and has items in another."""
        values = [Application("a", signatures=(Signature("nominator", "x"),)), Application("b", signatures=())]
        rows = to_rows(values)
        assert ["programme", "signatures", "signatures.1.role", "signatures.1.name"] == list(rows[0])
        assert [["a", "", "nominator", "x"], ["b", "none", "", ""]] == [list(row.values()) for row in rows]
        assert values == list(from_rows(rows, Application))

    def test_cells_are_text(self) -> None:
        """Yes and no as true and false, numbers by their digits, and what is not told as an empty text."""
        (row,) = to_rows([Application("a", School("x", None), lead_teacher=LeadTeacher(qts=False, years_teaching=0))])
        expected = {
            "programme": "a",
            "school.name": "x",
            "school.urn": "",
            "lead_teacher.qts": "false",
            "lead_teacher.years_teaching": "0",
        }
        assert expected == row

    def test_no_values_have_no_rows(self) -> None:
        """Of no class."""
        assert [] == to_rows([])

    def test_the_version_of_the_format_is_not_told(self) -> None:
        """It is of documents."""
        assert "format" not in to_rows([CASE])[0]


class TestRefusals:
    """What cannot be told in rows."""

    def test_values_of_several_classes_are_refused(self) -> None:
        """They are named."""
        with pytest.raises(InvalidArgument, match="not values of one class: 'Person and Signature'; one class"):
            to_rows([Person("x"), Signature("nominator", "x"), Person("y")])

    @pytest.mark.parametrize("value", [None, 7, "x", True, {}, Money(1), Phase.PRIMARY, Person], ids=repr)
    def test_values_of_other_classes_are_refused(self, value: object) -> None:
        """Alone, and after others."""
        for values in ([value], [Person("x"), value]):
            with pytest.raises(InvalidArgument):
                to_rows(values)

    @pytest.mark.parametrize("values", [None, 7, "values", b"values", {"name": "x"}, Person("x")], ids=repr)
    def test_what_is_no_series_of_values_is_refused(self, values: Any) -> None:
        """A single value too."""
        with pytest.raises(InvalidArgument, match=r"not a series of values: .*; any iterable of values of one class"):
            to_rows(values)

    def test_a_value_that_no_document_can_hold_is_refused(self) -> None:
        """As `to_dict` does."""
        with pytest.raises(InvalidDocument):
            to_rows([Person("x"), Person("\0")])


class TestFormulas:
    """What a spreadsheet would take for a formula."""

    @pytest.mark.parametrize("sign", FORMULA_SIGNS, ids=ascii)
    @pytest.mark.parametrize("before", ["", " ", "   "], ids=["at once", "after a space", "after spaces"])
    def test_a_formula_is_defused_on_request(self, sign: str, before: str) -> None:
        """By an apostrophe; without the request the cell is as it was."""
        text = f"{before}{sign}1+1"
        value = Application("a", lead_teacher_statement=text, other_statements={"hub": text})
        assert ["a", text, text] == list(to_rows([value])[0].values())
        assert ["a", f"'{text}", f"'{text}"] == list(to_rows([value], defuse=True)[0].values())

    @pytest.mark.parametrize("text", ["1+1", "a=b", "'=1", "x@school.example", "a\t", "none", "–1", "(=1)", "#", "%1"])
    def test_other_cells_are_left_alone(self, text: str) -> None:
        """A sign further on makes no formula."""
        value = Application("a", lead_teacher_statement=text)
        assert to_rows([value]) == to_rows([value], defuse=True)

    def test_empty_cells_and_names_of_columns_are_left_alone(self) -> None:
        """No name of a column begins with such a sign, since the first part is the library's."""
        values = [Application("a", other_statements={"=1+1": "x"}), Application("b", signatures=())]
        rows = to_rows(values, defuse=True)
        assert [["programme", "signatures", "other_statements.=1+1"]] * 2 == [list(row) for row in rows]
        assert [["a", "", "x"], ["b", "none", ""]] == [list(row.values()) for row in rows]


class TestSamples:
    """A value of every public class."""

    def test_every_value_that_can_be_told_in_a_row_comes_back_equal(self) -> None:
        """Through a table as text; all others are refused both ways."""
        told = {cls: value for cls, value in samples().items() if getattr(cls, "__name__", "") not in NOT_IN_A_ROW}
        classes: Any = told
        assert list(told.values()) == [reread([told[cls]], cls)[0] for cls in classes]
        names = {cls.__name__ for cls in classes}
        assert {"Application", "Case", "Judgement", "Waiver", "Person", "Hub", "Total"} <= names

    @pytest.mark.parametrize("name", sorted(NOT_IN_A_ROW))
    def test_a_value_that_cannot_be_told_in_a_row_is_refused_both_ways(self, name: str) -> None:
        """Nothing is squeezed into cells."""
        (value,) = (value for value in samples().values() if type(value).__name__ == name)
        with pytest.raises(InvalidArgument):
            to_rows([value])
        with pytest.raises(InvalidArgument):
            from_rows([], type(value))

    def test_many_values_come_back_in_their_order(self) -> None:
        """With different columns filled."""
        cases = [CASE, evolve(CASE, id="case-2", judgements=()), evolve(CASE, id="case-3", facts={"qts": False})]
        assert cases == reread(cases, type(CASE))
        judgements = [evolve(JUDGEMENT, holds=holds) for holds in (True, 3, "secondary", False)]
        assert judgements == reread(judgements, type(JUDGEMENT))
