"""What the planner is asked for: fixed dates and weekly patterns, and what is none."""

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mastery_programme import Days, InvalidArgument, InvalidCount, InvalidDays, InvalidPeriod, MasteryProgrammeError
from mastery_programme.planner import FixedDate, Weekday, WeeklyPattern
from tests.planning import HALF, WHOLE

ON = date(2019, 10, 10)
BAD_DAYS = [
    pytest.param(Days(0), id="none"),
    pytest.param(Days("1.5"), id="more than a date holds"),
    pytest.param(1, id="a number"),
    pytest.param("0.5", id="text"),
    pytest.param(0.5, id="a float"),
    pytest.param(Decimal("NaN"), id="no number"),
    pytest.param(True, id="a bool"),
    pytest.param(None, id="nothing"),
]
BAD_IDS = [
    pytest.param("", id="an empty text"),
    pytest.param(" \n", id="spaces"),
    pytest.param("x" * 201, id="a long text"),
    pytest.param(None, id="nothing"),
    pytest.param(3, id="a number"),
    pytest.param(b"x", id="bytes"),
]
BAD_DATES = [
    pytest.param("2019-10-10", id="text"),
    pytest.param(datetime(2019, 10, 10, tzinfo=UTC), id="a moment"),
    pytest.param(pd.Timestamp("2019-10-10"), id="a moment of pandas"),
    pytest.param(pd.NaT, id="no moment"),
    pytest.param(date(1, 1, 1), id="a day of no financial year"),
    pytest.param(20191010, id="a number"),
]

FIXED = [
    pytest.param(partial(FixedDate, on=ON, days=WHOLE), "activity", id="an activity"),
    pytest.param(partial(FixedDate, "a", days=WHOLE), "on", id="a date"),
    pytest.param(partial(FixedDate, "a", ON), "days", id="days"),
]
PATTERNS = [
    pytest.param(partial(WeeklyPattern, weekday="Monday", days=WHOLE), "activity", id="the activity of a pattern"),
    pytest.param(partial(WeeklyPattern, "a", days=WHOLE), "weekday", id="a day of the week"),
    pytest.param(partial(WeeklyPattern, "a", "Monday"), "days", id="the days of a pattern"),
    pytest.param(partial(WeeklyPattern, "a", "Monday", days=WHOLE), "every", id="weeks"),
    pytest.param(partial(WeeklyPattern, "a", "Monday", days=WHOLE), "start", id="a start"),
]
ODD = [
    pytest.param(Ellipsis, id="a singleton"),
    pytest.param((), id="an empty tuple"),
    pytest.param({}, id="what cannot be hashed"),
    pytest.param(10**10_000, id="a huge number"),
    pytest.param(float("inf"), id="without an end"),
    pytest.param(object, id="a class"),
    pytest.param(Decimal("sNaN"), id="what fails when compared"),
    pytest.param("\ud800" * 300, id="halves of characters"),
]


class TestWeekday:
    """Days of the week."""

    def test_they_are_in_the_order_of_the_week(self) -> None:
        """From Monday, as dates count them."""
        assert list(range(7)) == [day.place for day in Weekday]
        assert [Weekday.MONDAY, Weekday.SUNDAY] == [Weekday.of(date(2019, 9, day)) for day in (2, 8)]

    def test_one_is_equal_to_its_text(self) -> None:
        """And its code gives it back."""
        assert ("Tuesday", "Weekday.TUESDAY") == (str(Weekday.TUESDAY), repr(Weekday.TUESDAY))


class TestFixedDate:
    """A date that is set."""

    @pytest.mark.parametrize("days", [HALF, WHOLE])
    def test_it_holds_half_a_day_or_a_whole_one(self, days: Days) -> None:
        """No more fits on a date."""
        assert days == FixedDate("residentials", ON, days).days

    @pytest.mark.parametrize("days", BAD_DAYS)
    def test_other_days_are_refused(self, days: Any) -> None:
        """With what would do."""
        with pytest.raises(InvalidDays, match=r"Days\('0.5'\) or Days\(1\)"):
            FixedDate("residentials", ON, days)

    @pytest.mark.parametrize("activity", BAD_IDS)
    def test_it_needs_an_activity(self, activity: Any) -> None:
        """By its id."""
        with pytest.raises(InvalidArgument, match="not the id of an activity"):
            FixedDate(activity, ON, WHOLE)

    def test_the_id_of_an_activity_may_be_long(self) -> None:
        """Up to two hundred characters."""
        assert "x" * 200 == FixedDate("x" * 200, ON, WHOLE).activity

    @pytest.mark.parametrize("on", [*BAD_DATES, pytest.param(None, id="nothing")])
    def test_it_needs_a_date(self, on: Any) -> None:
        """A moment is none: its date depends on the time zone."""
        with pytest.raises(InvalidPeriod, match="not the date of an activity"):
            FixedDate("residentials", on, WHOLE)

    def test_what_is_refused_is_told(self) -> None:
        """Days in words, since they are no plain value."""
        with pytest.raises(InvalidDays, match=r"'1.5 days'"):
            FixedDate("residentials", ON, Days("1.5"))


class TestWeeklyPattern:
    """A day of the week that is set aside."""

    @pytest.mark.parametrize(("given", "day"), [("Tuesday", Weekday.TUESDAY), (Weekday.SUNDAY, Weekday.SUNDAY)])
    def test_a_day_of_the_week_may_be_given_as_its_text(self, given: str, day: Weekday) -> None:
        """It is kept as a term."""
        assert day is WeeklyPattern("a", given, days=HALF).weekday

    @pytest.mark.parametrize(
        ("given", "nearest"),
        [
            pytest.param("Teusday", "Tuesday", id="mistyped"),
            pytest.param("friday", "Friday", id="without its capital"),
            pytest.param("", "Monday", id="an empty text"),
            pytest.param(1, None, id="a number"),
            pytest.param(None, None, id="nothing"),
            pytest.param([], None, id="something that no set holds"),
        ],
    )
    def test_another_day_of_the_week_is_refused(self, given: Any, nearest: str | None) -> None:
        """Naming the nearest, if it is text."""
        with pytest.raises(InvalidPeriod, match="not a day of the week") as refusal:
            WeeklyPattern("a", given, days=HALF)
        if given:
            assert nearest == refusal.value.nearest

    @pytest.mark.parametrize("every", [1, 2, 52, np.int64(2)])
    def test_it_is_in_every_so_many_weeks(self, every: Any) -> None:
        """Held as a plain number."""
        assert (int(every), int) == (made := WeeklyPattern("a", "Monday", days=HALF, every=every).every, type(made))

    @pytest.mark.parametrize("every", [0, -1, 53, True, "2", 2.0, None, pytest.param(10**5000, id="a huge number")])
    def test_another_number_of_weeks_is_refused(self, every: Any) -> None:
        """With what would do."""
        with pytest.raises(InvalidCount, match="from 1 to 52"):
            WeeklyPattern("a", "Monday", days=HALF, every=every)

    @pytest.mark.parametrize("days", BAD_DAYS)
    def test_other_days_are_refused(self, days: Any) -> None:
        """Each date holds half a day or a whole one."""
        with pytest.raises(InvalidDays, match="what one date of a pattern can hold"):
            WeeklyPattern("a", "Monday", days=days)

    @pytest.mark.parametrize("activity", BAD_IDS)
    def test_it_needs_an_activity(self, activity: Any) -> None:
        """By its id."""
        with pytest.raises(InvalidArgument, match="not the id of an activity"):
            WeeklyPattern(activity, "Monday", days=HALF)

    @pytest.mark.parametrize("start", BAD_DATES)
    def test_a_start_has_to_be_a_date(self, start: Any) -> None:
        """If there is one."""
        with pytest.raises(InvalidPeriod, match="not the first day of a pattern"):
            WeeklyPattern("a", "Monday", days=HALF, start=start)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(FixedDate("a", ON, HALF), id="a fixed date"),
        pytest.param(WeeklyPattern("a", "Friday", days=HALF, every=3, start=ON), id="a pattern"),
    ],
)
class TestValues:
    """Both are values."""

    def test_it_survives_a_pickle(self, value: Any) -> None:
        """With the same hash."""
        again = pickle.loads(pickle.dumps(value))
        assert (value, hash(value)) == (again, hash(again))

    def test_its_code_gives_it_back(self, value: Any) -> None:
        """With the names that one imports."""
        names = {"FixedDate": FixedDate, "WeeklyPattern": WeeklyPattern, "Weekday": Weekday, "Days": Days}
        assert value == eval(repr(value), {**names, "datetime": __import__("datetime")})


class TestRefusals:
    """What all of them have in common."""

    @pytest.mark.parametrize(("make", "name"), [*FIXED, *PATTERNS])
    @pytest.mark.parametrize("odd", ODD)
    def test_no_other_exception_comes_out(self, make: Callable[..., object], name: str, odd: Any) -> None:
        """Whatever is given."""
        with pytest.raises(MasteryProgrammeError):
            make(**{name: odd})
