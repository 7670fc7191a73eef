"""Allocations as documents: the days of a year are held against those of its lines."""

from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Activity,
    Allocation,
    DayRange,
    Days,
    Money,
    Payee,
    Programme,
    YearAllocation,
    allocate,
)
from mastery_programme.codec import from_dict, to_dict
from mastery_programme.facts import Value
from tests.changed_editions import CLAUSE, changed, optional_support, small_edition
from tests.test_codec_totals import PROFILES, problems_of

WALK = Activity("walk", "a walk", "walk", Days(3), CLAUSE, payee=Payee.LEAD_SCHOOL, rate=Money(200), rate_source=CLAUSE)
RUN = changed(WALK, id="run", days=DayRange("0.5", 2))


def days_of_year(*activities: Activity, **values: object) -> dict[str, Any]:
    """The document of the days of the only year of a small edition."""
    (year,) = allocate(small_edition(*activities)).years
    document: dict[str, Any] = to_dict(year)
    return {**document, **values}


def year_with(known: dict[str, Value], place: int, days: str | None, programme: Programme) -> dict[str, Any]:
    """The document of the days of a year, with another sum."""
    document: dict[str, Any] = to_dict(allocate(programme, known).years[place])
    return {**document, "days": days}


class TestSumsOfDays:
    """The days of a year, which are what its lines come to."""

    @pytest.mark.parametrize("place", range(3))
    @pytest.mark.parametrize("known", [pytest.param(known, id=str(known)) for known in PROFILES])
    def test_no_other_sum_is_taken_where_the_routes_are_settled(self, known: dict[str, Value], place: int) -> None:
        """More, less, a range or none."""
        (year, title) = (allocate(SECONDARY_COHORT_4, known).years[place], "the lines add up to 15 days")
        settled = all(line.certain and not line.alternatives for line in year.lines)
        for days in ("14.5", "15.5", "15 to 16", "14 to 15", "0"):
            told = problems_of(year_with(known, place, days, SECONDARY_COHORT_4), YearAllocation)
            assert [("/days", "total")] == [one[:2] for one in told]
            assert not settled or [("/days", "total", title)] == told
        untold = problems_of(year_with(known, place, None, SECONDARY_COHORT_4), YearAllocation)
        assert [("/days", "total", "the days of the lines are published, and so has their sum to be")] == untold

    @pytest.mark.parametrize(
        ("days", "taken"),
        [
            pytest.param("0 to 15", True, id="all that there can be"),
            pytest.param("15", True, id="those that there are if the school chooses so"),
            pytest.param("0", True, id="those that there are if it does not"),
            pytest.param("3 to 4.5", True, id="some between"),
            pytest.param("0 to 15.5", False, id="more than there can be"),
            pytest.param("15.5", False, id="more than there can be, exactly"),
        ],
    )
    def test_a_sum_with_an_open_route_lies_between_what_the_lines_allow(self, days: str, taken: bool) -> None:
        """How routes go together a statement does not tell, so no more can be held against it."""
        document = year_with({}, 2, days, optional_support())
        if taken:
            assert days == to_dict(from_dict(document, YearAllocation))["days"]
        else:
            assert [("/days", "total", "the lines add up to 0 days to 15 days")] == problems_of(
                document, YearAllocation
            )

    @pytest.mark.parametrize(
        ("activities", "days", "said"),
        [
            pytest.param((WALK,), "3.5", "the lines add up to 3 days", id="exact days"),
            pytest.param((), "0.5", "the lines add up to 0 days", id="no lines"),
            pytest.param(
                (WALK, RUN),
                "3.5 to 5.5",
                "the lines add up to 3.5 days to 5 days",
                id="exact days and a range",
            ),
            pytest.param(
                (WALK, RUN),
                "3 to 5",
                "the lines add up to 3.5 days to 5 days",
                id="a range that begins too early",
            ),
            pytest.param(
                (WALK, RUN), "4 to 4.5", "the lines add up to 3.5 days to 5 days", id="a range that is too narrow"
            ),
            pytest.param((WALK, RUN), "4", "the lines add up to 3.5 days to 5 days", id="exact days for a range"),
            pytest.param(
                (WALK, changed(WALK, id="run", days=None)),
                "3",
                "the days of the lines are not all published, and so has their sum to be",
                id="days that are not published",
            ),
        ],
    )
    def test_what_does_not_follow_is_refused(self, activities: tuple[Activity, ...], days: str, said: str) -> None:
        """Of exact days, ranges and unpublished days."""
        assert [("/days", "total", said)] == problems_of(days_of_year(*activities, days=days), YearAllocation)

    def test_lines_of_an_allocation_cannot_change_under_their_sum(self) -> None:
        """The problem has its place within the allocation; other parts are read all the same."""
        document = to_dict(allocate(SECONDARY_COHORT_4))
        document["years"][0]["lines"][0]["days"] = "5"
        document["years"][2]["days"] = "16"
        told = problems_of(document, Allocation)
        assert [
            ("/years/0/days", "total", "the lines add up to 15.5 days"),
            ("/years/2/days", "total", "the lines add up to 15 days"),
        ] == told

    def test_a_sum_of_more_days_than_there_can_be_is_told(self) -> None:
        """Of lines that are each possible."""
        line = to_dict(allocate(small_edition(WALK)).years[0])["lines"][0] | {"days": "10000"}
        document = days_of_year(WALK, lines=[line, line], days="10000")
        assert [("/days", "total", "the lines add up to 20000 days")] == problems_of(document, YearAllocation)

    @pytest.mark.parametrize(
        ("line", "days", "taken"),
        [
            pytest.param({"days": "3 to 5", "alternatives": ["a", "b"]}, "3 to 5", True, id="all alternatives"),
            pytest.param({"days": "3 to 5", "alternatives": ["a", "b"]}, "4", True, id="some of the alternatives"),
            pytest.param({"days": "3 to 5", "alternatives": ["a", "b"]}, "2.5 to 5", False, id="less than each"),
            pytest.param({"days": "3", "certain": False}, "0 to 3", True, id="days that may not be due"),
            pytest.param({"days": "3", "certain": False}, "3", True, id="days that are due after all"),
            pytest.param({"days": "3", "certain": False}, "0", True, id="days that are not due after all"),
            pytest.param({"days": "3", "certain": False}, "0 to 3.5", False, id="more than may be due"),
            pytest.param({"days": "3", "certain": False}, None, False, id="no sum of days that may not be due"),
            pytest.param({"days": None, "certain": False}, None, True, id="days that are not published"),
        ],
    )
    def test_what_is_open_lies_between_its_bounds(self, line: dict[str, Any], days: str | None, taken: bool) -> None:
        """Where a line is one of several, or may come to nothing."""
        told = days_of_year(WALK)
        document = {**told, "lines": [{**told["lines"][0], **line}], "days": days}
        if taken:
            assert document == to_dict(from_dict(document, YearAllocation))
        else:
            assert [("/days", "total")] == [one[:2] for one in problems_of(document, YearAllocation)]
