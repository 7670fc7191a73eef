"""Which dates a pattern has, and what may say which days are closed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import Days, InvalidCount, InvalidPeriod, SchoolTerm
from mastery_programme.planner import Weekday, WeeklyPattern
from mastery_programme.planner.calendars import Calendar, closed_days, dates_of
from tests.planning import HALF, planned

CHRISTMAS, BOXING_DAY, ORDINARY = date(2019, 12, 25), date(2019, 12, 26), date(2019, 12, 10)
FIRST, LAST = date(2019, 9, 3), date(2019, 10, 18)  # a Tuesday and a Friday
QUICK = settings(derandomize=True, database=None, deadline=None)
SOME_DAY = st.dates(date(2018, 1, 1), date(2021, 12, 31))


def of(weekday: str, **given: Any) -> list[str]:
    """The dates of a pattern in the first half of the autumn term, without the year."""
    return [f"{day:%m-%d}" for day in dates_of(WeeklyPattern("a", weekday, days=HALF, **given), FIRST, LAST)]


class TestPatterns:
    """The dates of a pattern."""

    def test_it_is_in_every_week(self) -> None:
        """On its day, the first day included."""
        assert ["09-03", "09-10", "09-17", "09-24", "10-01", "10-08", "10-15"] == of("Tuesday")

    def test_the_last_day_counts(self) -> None:
        """As the first one does."""
        assert "10-18" == of("Friday")[-1]

    def test_alternate_weeks_are_counted_from_the_week_of_the_first_day(self) -> None:
        """A Monday before the first day is passed, and the next one is two weeks later."""
        assert ["09-05", "09-19", "10-03", "10-17"] == of("Thursday", every=2)
        assert ["09-16", "09-30", "10-14"] == of("Monday", every=2)

    def test_a_start_says_in_which_weeks_it_is(self) -> None:
        """The week of the start counts, however the start falls in it."""
        assert ["09-12", "09-26", "10-10"] == of("Thursday", every=2, start=date(2019, 9, 9))
        assert ["09-26", "10-10"] == of("Thursday", every=2, start=date(2019, 9, 13))

    def test_a_start_long_before_says_so_too(self) -> None:
        """Weeks are counted through, over years and in no time."""
        assert ["09-12", "09-26", "10-10"] == of("Thursday", every=2, start=date(2018, 9, 13))
        assert 7 == len(of("Thursday", start=date(2, 1, 1)))

    def test_a_sunday_ends_its_week(self) -> None:
        """So one that is in the week of the first day comes after it."""
        assert ["09-08", "09-22", "10-06"] == of("Sunday", every=2)

    def test_a_pattern_without_a_date_has_its_first_one(self) -> None:
        """So that it can be told that it is not planned."""
        assert ["11-05"] == of("Tuesday", start=date(2019, 10, 30))
        assert ["10-28"] == of("Monday", every=8)

    @QUICK
    @given(
        first=SOME_DAY,
        length=st.integers(0, 200),
        weekday=st.sampled_from(Weekday),
        every=st.integers(1, 9),
        start=st.none() | SOME_DAY,
    )
    def test_they_are_what_counting_days_gives(
        self, first: date, length: int, weekday: Weekday, every: int, start: date | None
    ) -> None:
        """Day by day: the right day of the week, in a week that counts, not before the start."""
        last = first + timedelta(days=length)
        counted = start or first
        monday = counted - timedelta(days=counted.weekday())
        days = (max(first, counted) + timedelta(days=number) for number in range(2000))
        right = (day for day in days if Weekday.of(day) is weekday and (day - monday).days // 7 % every == 0)
        there = list(islice(right, 60))
        expected = [day for day in there if day <= last] or there[:1]
        assert expected == list(dates_of(WeeklyPattern("a", weekday, days=HALF, every=every, start=start), first, last))


class Asked:
    """A calendar that can only be asked, and remembers for what."""

    def __init__(self) -> None:
        self.days: list[date] = []

    def __contains__(self, day: object) -> bool:
        assert type(day) is date
        self.days.append(day)
        return day in {CHRISTMAS, BOXING_DAY}


class Failing:
    """A calendar that fails."""

    def __contains__(self, day: object) -> bool:
        raise KeyError(day)


class Blank(Calendar):
    """A calendar of a host that says nothing of its own."""


class Listed(list[date]):
    """A list that must not be gone through."""

    def __iter__(self) -> Iterator[date]:
        raise NotImplementedError


class TestClosedDays:
    """What may say which days are closed."""

    @pytest.mark.parametrize(
        "closed",
        [
            pytest.param({CHRISTMAS, BOXING_DAY}, id="a set"),
            pytest.param(frozenset({CHRISTMAS, BOXING_DAY}), id="a frozen set"),
            pytest.param([CHRISTMAS, BOXING_DAY, CHRISTMAS], id="a list"),
            pytest.param((BOXING_DAY, CHRISTMAS), id="a tuple"),
            pytest.param({CHRISTMAS: "Christmas", BOXING_DAY: "Boxing Day"}, id="a dict"),
            pytest.param({CHRISTMAS: 1, BOXING_DAY: 1}.keys(), id="the keys of a dict"),
            pytest.param(Asked(), id="what can only be asked"),
            pytest.param(Listed([CHRISTMAS, BOXING_DAY]), id="what must not be gone through"),
            pytest.param(SchoolTerm("Christmas", CHRISTMAS, BOXING_DAY), id="a term"),
            pytest.param(pd.DatetimeIndex(["2019-12-25", "2019-12-26"]), id="moments of pandas"),
            pytest.param(pd.Index([CHRISTMAS, BOXING_DAY]), id="dates of pandas"),
            pytest.param(pd.period_range("2019-12-25", periods=2), id="periods of pandas"),
            pytest.param(np.array(["2019-12-25", "2019-12-26"], dtype="datetime64[D]"), id="dates of numpy"),
        ],
    )
    def test_any_container_of_dates_may(self, closed: Any) -> None:
        """It is asked with `in`."""
        assert {CHRISTMAS, BOXING_DAY} == closed_days(closed, [ORDINARY, CHRISTMAS, BOXING_DAY])

    def test_each_day_is_asked_for_once_and_in_order(self) -> None:
        """However many patterns come to it, and only where it matters: within the terms."""
        asked = Asked()
        pattern = WeeklyPattern("a", "Wednesday", days=HALF)
        term = SchoolTerm("Winter", date(2019, 12, 16), date(2020, 1, 5))
        planned({"a": Days(5)}, [term], patterns=[pattern, pattern], closed=asked)
        days = [date(2019, 12, 18), date(2020, 1, 1)]
        assert days == [day for day in asked.days if day != CHRISTMAS]
        assert 1 == asked.days.count(CHRISTMAS)

    def test_a_calendar_that_says_nothing_closes_nothing(self) -> None:
        """A host may derive its own from ours."""
        assert frozenset() == closed_days(Blank(), [CHRISTMAS])

    @pytest.mark.parametrize(
        "closed",
        [
            pytest.param("2019-12-25", id="text"),
            pytest.param(b"2019-12-25", id="bytes"),
            pytest.param(None, id="nothing"),
            pytest.param(3, id="a number"),
            pytest.param(CHRISTMAS, id="a date by itself"),
            pytest.param((day for day in (CHRISTMAS,)), id="what is used up by asking"),
            pytest.param(object, id="a class"),
        ],
    )
    def test_what_is_no_container_is_refused(self, closed: Any) -> None:
        """With what would do."""
        with pytest.raises(InvalidPeriod, match="not closed days"):
            closed_days(closed, [CHRISTMAS])

    @pytest.mark.parametrize(
        "day",
        [
            pytest.param("2019-12-25", id="text"),
            pytest.param(datetime(2019, 12, 25, tzinfo=UTC), id="a moment"),
            pytest.param(pd.Timestamp("2019-12-25"), id="a moment of pandas"),
            pytest.param(None, id="nothing"),
        ],
    )
    @pytest.mark.parametrize("kind", [set, frozenset, list, tuple, dict.fromkeys])
    def test_something_else_among_plain_dates_is_refused(self, kind: Any, day: Any) -> None:
        """It would close nothing, and nobody would see it."""
        with pytest.raises(InvalidPeriod, match="not a closed day"):
            closed_days(kind([CHRISTMAS, day]), [ORDINARY])

    def test_very_many_are_refused(self) -> None:
        """Ten thousand are enough."""
        days = [CHRISTMAS + timedelta(days=number) for number in range(10_001)]
        assert frozenset({CHRISTMAS}) == closed_days(days[:-1], [CHRISTMAS])
        with pytest.raises(InvalidCount, match="too many closed days: 10001; at most 10,000"):
            closed_days(days, [CHRISTMAS])

    def test_a_container_that_fails_is_our_refusal(self) -> None:
        """Which tells for which day, and how it failed."""
        with pytest.raises(InvalidPeriod, match=r"cannot be asked for 2019-12-25 \(KeyError\)") as refusal:
            closed_days(Failing(), [CHRISTMAS])
        assert isinstance(refusal.value.__cause__, KeyError)
