"""Odd values that documents can hold: what becomes of them there."""

import tracemalloc
from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    URN,
    Allocation,
    Application,
    Case,
    Document,
    FundingStatement,
    Hub,
    InvalidDocument,
    Is,
    Judgement,
    Milestone,
    Region,
    School,
    Source,
    Waiver,
    allocate,
)
from mastery_programme.codec import from_dict, from_rows, to_dict, to_rows
from tests.changed_editions import changed
from tests.document_reading import problems
from tests.row_reading import BASE, VALUE
from tests.row_reading import problems as row_problems
from tests.samples import CLAUSE, JUDGEMENT, samples

SAMPLES: dict[Any, Any] = dict(samples())


def with_(cls: type[Any], **values: object) -> Any:
    """The sample of a class with other values."""
    return changed(SAMPLES[cls], **values)


class TestWhatIsTakenAsItIs:
    """Odd values that documents can hold."""

    def test_a_moment_whose_offset_is_not_of_whole_minutes_is_told_by_utc(self) -> None:
        """RFC 3339 knows no such offsets; it comes back as the same moment."""
        at = datetime(2019, 4, 26, 17, tzinfo=timezone(timedelta(hours=1, seconds=15)))
        waiver = Waiver("APP-1", "Lee", at, "late")
        document = to_dict(waiver)
        assert "2019-04-26T15:59:45+00:00" == document["at"]
        assert waiver == from_dict(document, Waiver)

    def test_a_term_given_as_its_text_comes_back_as_the_term(self) -> None:
        """They are equal."""
        again = from_dict(to_dict(with_(Hub, region="London")), Hub)
        assert again.region is Region.LONDON
        assert with_(Hub, region="London") == again

    def test_a_school_without_a_number_keeps_having_none(self) -> None:
        """What was not told is null, where its class asks for it, and not an empty text."""
        assert {"format": 1, "name": "A", "urn": None} == to_dict(School("A", None))
        assert {"format": 1, "name": None, "urn": "123456"} == to_dict(School(None, URN("123456")))

    def test_a_case_is_told_by_the_id_of_its_edition(self) -> None:
        """The edition is not told with it."""
        assert "secondary-2019" == to_dict(SAMPLES[Case])["programme"]
        assert "total" in to_dict(SAMPLES[FundingStatement])

    @pytest.mark.parametrize("fold", [0, 1])
    def test_a_milestone_in_the_hour_that_comes_twice_keeps_its_moment(self, fold: int) -> None:
        """It is told with the offset that held, and is the same moment in whatever zone."""
        at = datetime(2019, 10, 27, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=fold)
        milestone = Milestone("late", "Late", CLAUSE, at=at)
        again = from_dict(to_dict(milestone), Milestone)
        assert again.at is not None
        assert (milestone, timedelta(hours=1 - fold)) == (again, again.at.utcoffset())

    def test_many_numbers_in_a_row_are_told_by_their_ends(self) -> None:
        """So that they come back within the limits."""
        condition = Is.one_of(*range(5000), "x", 7000)
        assert {"format": 1, "one_of": [{"from": 0, "to": 4999}, "x", 7000]} == to_dict(condition)
        assert condition == from_dict(to_dict(condition), Is)

    def test_a_short_citation_is_linked_within_an_edition_alone(self) -> None:
        """Anywhere else it is what it says, were the clause told in full beside it."""
        document = Document("d", "A document", (Source("d", "c", "Heading", "Words."), Source("d", "c")))
        assert document == from_dict(to_dict(document), Document)

    def test_a_line_of_another_year_is_no_line_of_the_year(self) -> None:
        """Nobody could tell when the days are."""
        document = to_dict(allocate(SECONDARY_COHORT_4))
        document["years"][0]["lines"][1]["academic_year"] = "2020/21"
        assert [("/years/0/lines/1/academic_year", "total")] == problems(document, Allocation)


class TestRows:
    """Rows that are odd."""

    def test_what_would_be_read_as_something_else_is_refused(self) -> None:
        """The text "yes" is read as true, and so is no judgement that a row can tell."""
        with pytest.raises(InvalidDocument, match="a row cannot tell this"):
            to_rows([changed(JUDGEMENT, holds="yes")])
        assert [JUDGEMENT] == list(from_rows(to_rows([JUDGEMENT]), Judgement))

    def test_very_many_unknown_columns_are_told_with_their_number(self) -> None:
        """And the next row is read."""
        first, second = from_rows([{f"x{number}": "y" for number in range(1000)}, BASE | {"hub": "A hub"}], Application)
        assert [("/x0", "column")] == row_problems(first)[:1]
        assert (100, 900) == (len(first.problems), first.more)  # type: ignore[union-attr]  # it is no application
        assert VALUE == second

    def test_columns_that_change_from_row_to_row_are_not_remembered_for_ever(self) -> None:
        """However many there are, each row is read alike."""
        rows = ({f"other_statements.{row}-{column}": "x" for column in range(400)} | BASE for row in range(6))
        read = list(from_rows(rows, Application))
        assert [400] * 6 == [len(one.other_statements) for one in read if isinstance(one, Application)]

    @pytest.mark.parametrize(
        "extra",
        [
            pytest.param({"": ""}, id="a column without a name"),
            pytest.param({" ": None}, id="a column with a blank name"),
            pytest.param({None: ["", " ", None]}, id="cells beyond the last column"),
            pytest.param({None: None}, id="nothing beyond the last column"),
        ],
    )
    def test_blank_cells_without_a_column_tell_nothing(self, extra: dict[Any, Any]) -> None:
        """As spreadsheets write them."""
        assert [VALUE] == list(from_rows([BASE | {"hub": "A hub"} | extra], Application))

    def test_more_cells_without_a_column_than_can_be_looked_at_are_refused(self) -> None:
        """Were they all blank: nobody has looked."""
        for number in (1000, 1001):
            given: dict[Any, Any] = BASE | {None: [""] * number}
            (row,) = from_rows([given], Application)
            assert (row == Application("secondary-2019")) is (number == 1000)
        assert [("", "too-wide")] == row_problems(row)

    def test_names_of_columns_do_not_fill_the_memory(self) -> None:
        """Were each row to have another very long one that leads somewhere."""
        rows = (BASE | {f"other_statements.{'x' * 100_000}{number}": "x"} for number in range(50))
        tracemalloc.start()
        assert all(isinstance(value, Application) for value in from_rows(rows, Application))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 2_000_000

    def test_columns_whose_numbers_lead_far_are_counted_as_values(self) -> None:
        """A row of a few cells does not become a document of very many."""
        far = {f"years.{number}.lines.1000.days": "1" for number in range(1, 20)}
        (row,) = from_rows([{"edition": "x", **far}], Allocation)
        assert ("", "too-many") in row_problems(row)

    @pytest.mark.parametrize("extra", [{"": "x"}, {None: ["", "x"]}, {None: "x"}, {None: 5}, {"hbu": ""}])
    def test_what_is_told_without_a_column_is_refused(self, extra: dict[Any, Any]) -> None:
        """And so is a column with an unknown name, were it blank; the rest of the row is read all the same."""
        (row,) = from_rows([BASE | {"lead_teacher.qts": "perhaps"} | extra], Application)
        assert {("/lead_teacher/qts", "type")} < set(row_problems(row))
        assert "column" in [code for _, code in row_problems(row)]
