"""What no plan can be made of: told in our own errors, and at once."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count, repeat
from time import process_time
from typing import Any

import pytest

from mastery_programme import (
    Days,
    InvalidArgument,
    InvalidCount,
    InvalidDays,
    InvalidPeriod,
    MasteryProgrammeError,
    SchoolTerm,
)
from mastery_programme.planner import FixedDate, WeeklyPattern
from tests.planning import AUTUMN, DEVELOPMENT, HALF, MEETING, TUESDAYS, WHOLE, planned
from tests.telling import ODD

ON = date(2019, 10, 10)
LATE = SchoolTerm("Autumn 2029", date(2029, 9, 3), date(2029, 12, 20))
LONG = SchoolTerm("ten years", date(2019, 9, 3), date(2019, 9, 3) + timedelta(days=3659))


class Endless:
    """A series without an end."""

    def __iter__(self) -> Iterator[FixedDate]:
        return repeat(MEETING[0])


class TestArguments:
    """Each argument by itself."""

    @pytest.mark.parametrize(
        ("given", "refusal", "said"),
        [
            pytest.param({"key": ""}, InvalidArgument, "not the key of a plan", id="no key"),
            pytest.param({"key": None}, InvalidArgument, "not the key of a plan", id="nothing for a key"),
            pytest.param({"key": "x" * 201}, InvalidArgument, "at most 200 characters", id="a long key"),
            pytest.param({"needs": None}, InvalidArgument, "not days by activity", id="no needs"),
            pytest.param({"needs": [("a", WHOLE)]}, InvalidArgument, "not days by activity", id="needs in pairs"),
            pytest.param({"needs": {" ": WHOLE}}, InvalidArgument, "not the id of an activity", id="a nameless need"),
            pytest.param({"needs": {3: WHOLE}}, InvalidArgument, "not the id of an activity", id="a number for a need"),
            pytest.param({"needs": {"a": 10}}, InvalidDays, "not the days that are needed", id="a number for days"),
            pytest.param({"needs": {"a": None}}, InvalidDays, "not the days that are needed", id="days unknown"),
            pytest.param({"terms": ()}, InvalidPeriod, "no terms", id="no terms"),
            pytest.param({"terms": AUTUMN}, InvalidPeriod, "not a series of terms", id="a term by itself"),
            pytest.param({"terms": [AUTUMN, ON]}, InvalidPeriod, "not one of the terms", id="a date among terms"),
            pytest.param({"terms": [AUTUMN, AUTUMN]}, InvalidPeriod, "terms that overlap", id="a term twice"),
            pytest.param({"terms": [AUTUMN, LATE]}, InvalidPeriod, "terms too far apart", id="terms far apart"),
            pytest.param(
                {"fixed": MEETING[0]}, InvalidPeriod, "not a series of fixed dates", id="a fixed date by itself"
            ),
            pytest.param({"fixed": [TUESDAYS]}, InvalidPeriod, "not one of the fixed dates", id="a pattern there"),
            pytest.param({"fixed": {ON: WHOLE}}, InvalidPeriod, "not a series of fixed dates", id="a mapping of dates"),
            pytest.param({"patterns": TUESDAYS}, InvalidPeriod, "not a series of patterns", id="a pattern by itself"),
            pytest.param({"patterns": ["Tuesday"]}, InvalidPeriod, "not one of the patterns", id="text for a pattern"),
            pytest.param({"patterns": "Tuesday"}, InvalidPeriod, "not a series of patterns", id="text for patterns"),
            pytest.param({"most_a_week": 1}, InvalidDays, "the most days of a week", id="a number for a limit"),
            pytest.param({"most_a_term": "1"}, InvalidDays, "the most days of a week or a term", id="text for a limit"),
            pytest.param({"most_a_week": Decimal("NaN")}, InvalidDays, "the most days", id="no number for a limit"),
            pytest.param({"closed": None}, InvalidPeriod, "not closed days", id="nothing for closed days"),
            pytest.param({"closed": ["2019-10-10"]}, InvalidPeriod, "not a closed day", id="text for a closed day"),
        ],
    )
    def test_it_is_refused_with_what_is_wrong(
        self, given: dict[str, Any], refusal: type[MasteryProgrammeError], said: str
    ) -> None:
        """By an error of ours."""
        with pytest.raises(refusal, match=said):
            planned(**given)

    @pytest.mark.parametrize("name", ["needs", "terms", "key", "fixed", "patterns", "closed", "most_a_week"])
    @pytest.mark.parametrize("odd", [pytest.param(odd, id=str(place)) for place, odd in enumerate(ODD)])
    def test_nothing_else_comes_out(self, name: str, odd: Any) -> None:
        """A plan or a refusal, whatever is given."""
        with suppress(MasteryProgrammeError):
            assert str(planned(**{name: odd}))

    @pytest.mark.parametrize("make", [SchoolTerm, FixedDate])
    def test_a_moment_is_no_date(self, make: Any) -> None:
        """Its date depends on the time zone."""
        with pytest.raises(InvalidPeriod):
            make("a", datetime(2019, 10, 10, tzinfo=UTC), WHOLE)


class TestBounds:
    """Work is bounded, and what is above the bounds is refused in milliseconds."""

    @pytest.mark.parametrize(
        ("given", "refusal", "said"),
        [
            pytest.param(
                {"needs": {str(n): HALF for n in range(1001)}}, InvalidCount, "too many activities", id="needs"
            ),
            pytest.param({"fixed": MEETING[:1] * 1001}, InvalidCount, "too many fixed dates", id="fixed dates"),
            pytest.param({"patterns": [TUESDAYS] * 101}, InvalidCount, "too many patterns: 101", id="patterns"),
            pytest.param({"fixed": repeat(MEETING[0])}, InvalidCount, "too many fixed dates", id="dates without end"),
            pytest.param({"fixed": Endless()}, InvalidCount, "too many fixed dates", id="a series without end"),
            pytest.param({"patterns": repeat(TUESDAYS)}, InvalidCount, "too many patterns", id="patterns without end"),
            pytest.param({"terms": repeat(AUTUMN)}, InvalidCount, "too many terms", id="terms without end"),
            pytest.param({"terms": count()}, InvalidPeriod, "not one of the terms", id="numbers without end"),
            pytest.param(
                {"terms": [SchoolTerm("ages", date(2, 1, 1), date(9998, 12, 31))]},
                InvalidPeriod,
                "ten years at most",
                id="a very long term",
            ),
        ],
    )
    def test_too_much_is_refused(self, given: dict[str, Any], refusal: type[MasteryProgrammeError], said: str) -> None:
        """Before any of it is done."""
        begun = process_time()
        with pytest.raises(refusal, match=said):
            planned(**given)
        assert process_time() - begun < 0.1

    def test_as_much_as_is_allowed_is_taken(self) -> None:
        """A thousand activities and dates, a hundred patterns, ten years to the day."""
        needs = {DEVELOPMENT: Days(10_000)} | {str(number): Days(10_000) for number in range(999)}
        made = planned(needs, [LONG], fixed=MEETING[:1] * 1000, patterns=[TUESDAYS] * 100)
        assert 1000 + 100 * 523 == len(made.skipped) + 2 * len(made.events)
        assert str(made)

    def test_one_day_more_is_too_long(self) -> None:
        """Than ten years."""
        with pytest.raises(InvalidPeriod, match="terms too far apart"):
            planned(terms=[LONG, SchoolTerm("more", LONG.end + timedelta(days=1), LONG.end + timedelta(days=1))])

    def test_terms_at_the_end_of_time_are_planned_too(self) -> None:
        """As at its beginning."""
        for start, end in ((date(9998, 12, 1), date(9998, 12, 31)), (date(2, 1, 1), date(2, 1, 31))):
            assert planned({DEVELOPMENT: HALF}, [SchoolTerm("odd", start, end)], patterns=[TUESDAYS]).events

    def test_a_pattern_that_begins_after_the_last_year_is_refused(self) -> None:
        """Its first date would be in no year of ours."""
        pattern = WeeklyPattern("a", "Monday", days=HALF, every=52, start=date(9998, 12, 31))
        with pytest.raises(InvalidPeriod):
            planned(patterns=[pattern])
