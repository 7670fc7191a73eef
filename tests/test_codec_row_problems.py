"""Rows that cannot be read: each has all its problems, with where they are, and stops none of the others."""

from datetime import date
from typing import Any

import pytest

from mastery_programme import Application, Money, Person
from mastery_programme.codec import UnreadRow, from_rows
from tests.row_reading import BAD, BASE, GOOD, VALUE, problems, read

WRONG = [("/scool", "column"), ("/hub", "character"), ("/lead_teacher/years_teaching", "range")]


class TestProblems:
    """What is said of a row that cannot be read."""

    def test_a_row_has_all_its_problems(self) -> None:
        """Those of its columns first, then those of what its cells tell."""
        assert WRONG == problems(read(BASE | BAD))

    def test_a_bad_row_does_not_stop_the_next_ones(self) -> None:
        """Each has its place among all rows, from 0."""
        first, second, third, fourth = from_rows([BAD, GOOD, BAD, GOOD], Application)
        assert (VALUE, VALUE) == (second, fourth)
        assert [0, 2] == [one.row for one in (first, third) if isinstance(one, UnreadRow)]
        assert problems(first) == problems(third) == [*WRONG, ("/programme", "missing-key")]

    def test_an_unread_row_says_what_is_wrong_with_it(self) -> None:
        """A line for its place and the number of problems, and a line for each of them."""
        value = read(BASE | {"hub": "\0", "scool": "x"})
        expected = (
            "row 0: 2 problems\n"
            "- /scool: there is no column 'scool'; the nearest is 'school.urn' [column]\n"
            "- /hub: U+0000, at place 0, may not stand in a text of one line [character]"
        )
        assert expected == str(value)

    def test_problems_beyond_a_hundred_are_counted(self) -> None:
        """As of a document."""
        value = read(BASE | {f"x{number}": "x" for number in range(150)})
        assert (100, 50) == (len(value.problems), value.more)
        assert "row 0: 150 problems" == str(value).partition("\n")[0]

    @pytest.mark.parametrize(
        "row",
        [
            pytest.param(None, id="nothing"),
            pytest.param("secondary-2019", id="a text"),
            pytest.param(["secondary-2019"], id="a list, as csv.reader gives"),
            pytest.param((("programme", "secondary-2019"),), id="pairs"),
            pytest.param(7, id="a number"),
            pytest.param(VALUE, id="a value"),
        ],
    )
    def test_what_is_no_row_is_refused_in_its_place(self, row: Any) -> None:
        """The next row is read."""
        first, second = from_rows([row, GOOD], Application)
        assert ([("", "type")], VALUE) == (problems(first), second)

    def test_the_message_says_what_a_row_is(self) -> None:
        """With what was given in its place."""
        rows: Any = [["x"]]
        (value,) = from_rows(rows, Application)
        assert isinstance(value, UnreadRow)
        message = value.problems[0].message
        assert "list" in message
        assert message.endswith(" is not a row: a dict from the names of columns to text")

    @pytest.mark.parametrize("name", [1, 1.5, True, b"programme", ("programme",)], ids=repr)
    def test_the_name_of_a_column_is_text(self, name: object) -> None:
        """A row with another name is refused."""
        rows: Any = [BASE | {name: "x"}, GOOD]
        first, second = from_rows(rows, Application)
        assert ([("", "type")], VALUE) == (problems(first), second)

    @pytest.mark.parametrize(
        "cell",
        [1, 1.5, float("nan"), True, b"x", ["x"], {}, ("x",), date(2019, 4, 26), Money(1), Person("x")],
        ids=lambda cell: type(cell).__name__,
    )
    def test_what_is_no_text_in_a_cell_is_refused(self, cell: object) -> None:
        """Also where the value of the column is a number, a day or a list: rows hold text."""
        names = ("hub", "lead_teacher.years_teaching", "signatures", "signatures.1.signed_on", "copied_to_head_teacher")
        for name in names:
            rows: Any = [BASE | {name: cell}]
            (value,) = from_rows(rows, Application)
            path = f"/{name}".replace(".1.", ".0.").replace(".", "/")
            assert (path, "cell") == problems(value)[0]
            assert {"cell", "missing-key"} >= {code for _, code in problems(value)}

    def test_a_cell_that_is_refused_leaves_no_gap(self) -> None:
        """Of the first signature something was told; and what it should tell is not missing, too."""
        given: dict[str, Any] = {"signatures.1.role": 5, "signatures.1.name": "A", "signatures.2.role": "nominator"}
        (value,) = from_rows([BASE | given | {"signatures.2.name": "B"}], Application)
        assert [("/signatures/0/role", "cell")] == problems(value)
        rows: Any = [BASE | {"lead_teacher.awards.1": 5}]
        assert [("/lead_teacher/awards/0", "cell")] == problems(next(from_rows(rows, Application)))

    def test_the_message_tells_what_stands_in_the_place_of_text(self) -> None:
        """Quoted as in a document."""
        rows: Any = [BASE | {"hub": 7}]
        (value,) = from_rows(rows, Application)
        assert isinstance(value, UnreadRow)
        assert "7 is not text" == value.problems[0].message

    def test_cells_of_which_another_one_is_refused_are_read_too(self) -> None:
        """An unknown column hides nothing of the others, wherever it stands."""
        for row in ({"x": "x", "hub": "\0"}, {"hub": "\0", "x": "x"}):
            assert [("/x", "column"), ("/hub", "character")] == problems(read(BASE | row))
