"""Rows in: each has its value or all its problems, whatever the others hold, one by one as they are asked for."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    URN,
    Application,
    Assessment,
    Case,
    InvalidArgument,
    Judgement,
    LeadTeacher,
    Money,
    Programme,
    Ruleset,
    School,
)
from mastery_programme.codec import Limits, Problem, UnreadRow, from_rows, to_rows
from tests.row_reading import BAD, BASE, GOOD, VALUE, problems, read, read_text
from tests.samples import CASE

LINES = (
    "Programme,School.Name,school.urn,Lead teacher.QTS,lead-teacher.years_teaching,hub\r\n"
    'secondary-2019,"A School, by the sea",123456,Yes,4,\r\n'
    "secondary-2019,Another School,,,,A hub\r\n"
)
VALUES = [
    Application(
        "secondary-2019",
        School("A School, by the sea", URN("123456")),
        lead_teacher=LeadTeacher(qts=True, years_teaching=4),
    ),
    Application("secondary-2019", School("Another School", None), "A hub"),
]


class TestTables:
    """Tables as text, read with the csv module."""

    @pytest.mark.parametrize(
        "written",
        [
            pytest.param(LINES, id="as it is"),
            pytest.param(LINES.encode("utf-8-sig").decode("utf-8"), id="with a byte-order mark"),
            pytest.param(LINES.encode("utf-8-sig").decode("latin-1"), id="with a byte-order mark, read as Latin-1"),
            pytest.param(LINES.encode("utf-8-sig").decode("cp1252"), id="with a byte-order mark, read as on Windows"),
            pytest.param(LINES.replace(",school", ", school"), id="with a space after a comma"),
            pytest.param(LINES.replace("\r\n", "\n"), id="with other ends of lines"),
            pytest.param(LINES.replace("\r\n", "\r\n\r\n"), id="with empty lines"),
        ],
    )
    def test_a_table_is_read(self, written: str) -> None:
        """The header of the first column too, before which a mark may stand."""
        assert VALUES == read_text(written)

    def test_a_short_row_tells_nothing_in_the_columns_that_it_lacks(self) -> None:
        """The csv module gives None for them."""
        assert [Application("secondary-2019")] == read_text("programme,hub,school.name\r\nsecondary-2019\r\n")

    def test_a_row_with_more_cells_than_columns_is_refused(self) -> None:
        """The csv module keeps them under None; a comma too much has moved the others to wrong places."""
        (value,) = read_text("programme,hub\r\nsecondary-2019,A hub,and more\r\n")
        assert UnreadRow(0, (Problem("", "column", "there are more cells than columns"),)) == value

    def test_a_table_without_rows_has_no_values(self) -> None:
        """Nor one without anything."""
        assert ([], []) == (read_text("programme,hub\r\n"), read_text(""))

    def test_the_rows_of_a_table_are_read_at_their_places(self) -> None:
        """Good and bad ones beside each other."""
        text = "programme,hub\r\n,x\r\nsecondary-2019,x\r\nsecondary-2019\r\n,\r\n"
        assert [0, "x", None, 3] == [getattr(one, "row", getattr(one, "hub", "")) for one in read_text(text)]


class TestReadingOneByOne:
    """Rows are read as they are asked for, and nothing is kept of them."""

    def test_an_endless_series_of_rows_is_read_as_far_as_it_is_asked(self) -> None:
        """No row is taken before its value is."""
        taken = 0

        def endless() -> Iterator[dict[str, str]]:
            nonlocal taken
            for taken in range(1, 1000):
                yield BASE | {"hub": f"hub {taken - 1}"}
            raise OverflowError("nobody may read as far as this")

        values = from_rows(endless(), Application)
        assert 0 == taken
        assert Application("secondary-2019", hub="hub 0") == next(values)
        assert 1 == taken
        assert [f"hub {number}" for number in range(1, 5)] == [
            value.hub for value in itertools.islice(values, 4) if isinstance(value, Application)
        ]
        assert 5 == taken

    def test_a_dry_run_gives_the_same_as_the_real_one(self) -> None:
        """To read the rows once, to count the bad ones, and then again."""
        rows = [BAD, GOOD, BASE, BAD, {}]
        dry = sum(isinstance(value, UnreadRow) for value in from_rows(rows, Application))
        first, second = list(from_rows(rows, Application)), list(from_rows(rows, Application))
        assert (3, first) == (dry, second)

    def test_the_rows_stay_as_they_were(self) -> None:
        """They are the caller's own."""
        rows = [dict(BAD), dict(GOOD)]
        list(from_rows(rows, Application))
        assert [BAD, GOOD] == rows

    def test_an_error_of_the_series_itself_is_the_callers(self) -> None:
        """Such as one of the file, after the rows that it gave."""

        def broken() -> Iterator[dict[str, str]]:
            yield GOOD
            raise OSError("the disk is gone")

        values = from_rows(broken(), Application)
        assert VALUE == next(values)
        with pytest.raises(OSError, match="the disk is gone"):
            next(values)

    @pytest.mark.parametrize(
        ("limits", "code"),
        [
            pytest.param(Limits(length=100), "too-long", id="characters"),
            pytest.param(Limits(width=2), "too-wide", id="columns"),
            pytest.param(Limits(values=3), "too-many", id="cells"),
        ],
    )
    def test_limits_hold_for_each_row(self, limits: Limits, code: str) -> None:
        """One that is too large is refused, and those after it are read, however many they are."""
        large = BASE | {"hub": "x" * 50, "school.name": "y" * 50}
        first, *others = from_rows([large, *[GOOD] * 50], Application, limits=limits)
        assert ([code], [VALUE] * 50) == ([of for _, of in problems(first)], others)

    def test_the_usual_limits_hold_where_no_others_are_named(self) -> None:
        """So a row of a million characters is refused."""
        assert [("", "too-long")] == problems(read(BASE | {"lead_teacher_statement": "x" * 1_000_000}))
        assert [("", "too-wide")] == problems(read({f"x{number}": "" for number in range(1001)}))


class TestClasses:
    """Of which classes values can be told in a row."""

    def test_a_judgement_is_told_in_a_row(self) -> None:
        """Yes or no, a number or a text."""
        text = "fact,holds,by,on,note\r\npassion,No,the hub,2019-05-02,\r\nyears,3,the hub,2019-05-02,seen\r\n"
        day = date(2019, 5, 2)
        expected = [Judgement("passion", False, "the hub", day), Judgement("years", 3, "the hub", day, "seen")]
        assert expected == read_text(text, Judgement)

    def test_a_case_is_told_in_a_row(self) -> None:
        """Its edition is named by its id, and its facts have a column each."""
        row = to_rows([CASE])[0]
        assert ("secondary-2019", "true", "3") == (
            row["programme"],
            row["facts.employed_as_teacher"],
            row["facts.years_teaching_mathematics"],
        )
        assert CASE == read(row, Case)

    def test_a_case_may_name_the_editions_given(self) -> None:
        """And no others."""
        other = evolve(SECONDARY_COHORT_4, id="secondary-2020")
        application = evolve(CASE.application, programme="secondary-2020")
        case = evolve(CASE, programme=other, application=application)
        rows = to_rows([case, CASE])
        first, second = from_rows(rows, Case, editions=(other,))
        assert (case, [("/programme", "edition")]) == (first, problems(second))

    @pytest.mark.parametrize(
        "cls", [Ruleset, Programme, Money, Assessment, int, str, dict, None, "Application"], ids=str
    )
    def test_other_classes_are_refused(self, cls: Any) -> None:
        """At once, before a row is asked for."""
        with pytest.raises(InvalidArgument):
            from_rows([], cls)

    @pytest.mark.parametrize(
        ("cls", "message"),
        [
            pytest.param(Ruleset, "these cannot be told in a row: 'Ruleset'; a class such as", id="a ruleset"),
            pytest.param(Money, "these cannot be told in a row: 'Money'; a class such as", id="a single value"),
            pytest.param(Assessment, "no document is read as this: 'Assessment'; its case comes back", id="an answer"),
        ],
    )
    def test_the_refusal_says_why(self, cls: type, message: str) -> None:
        """With what can be told in a row instead."""
        with pytest.raises(InvalidArgument, match=message):
            from_rows([], cls)


class TestArguments:
    """What else is refused at once."""

    @pytest.mark.parametrize("rows", [None, 7, GOOD, "programme", b"programme", Application], ids=repr)
    def test_what_is_no_series_of_rows_is_refused(self, rows: Any) -> None:
        """A single row too, and the text of a table."""
        with pytest.raises(InvalidArgument, match=r"not a series of rows: .*; any iterable of dicts"):
            from_rows(rows, Application)

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param({"limits": 1000}, id="a number for limits"),
            pytest.param({"limits": None}, id="nothing for limits"),
            pytest.param({"editions": 3}, id="a number for editions"),
            pytest.param({"editions": ("secondary-2019",)}, id="the id of an edition"),
        ],
    )
    def test_what_are_no_limits_or_editions_is_refused(self, given: dict[str, Any]) -> None:
        """Also if there are no rows."""
        with pytest.raises(InvalidArgument):
            from_rows([], Application, **given)

    @pytest.mark.parametrize("series", [list, tuple, iter], ids=lambda series: series.__name__)
    def test_any_iterable_of_rows_is_taken(self, series: Callable[[Iterable[Any]], Iterable[Any]]) -> None:
        """What is asked for is an iterator."""
        values = from_rows(series([GOOD]), Application)
        assert [VALUE] == list(values)
        assert [] == list(values)
