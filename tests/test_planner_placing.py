"""Placing days: real years, each reason for leaving a date out, and what comes before what."""

from datetime import date
from typing import Any

import pytest

from mastery_programme import SECONDARY_COHORT_4, Days, SchoolTerm, allocate
from mastery_programme.planner import FixedDate, Weekday, WeeklyPattern, Why
from tests.planning import (
    ALTERNATE_THURSDAYS,
    AUTUMN,
    BANK_HOLIDAYS,
    DEVELOPMENT,
    HALF,
    HALF_TERMS,
    MEETING,
    RESIDENTIALS,
    TUESDAYS,
    WHOLE,
    dates,
    left_out,
    planned,
)

MONDAY, TUESDAY, WEDNESDAY = (date(2019, 9, day) for day in (9, 10, 11))
WEEKDAYS = tuple(WeeklyPattern("a", day, days=WHOLE) for day in tuple(Weekday)[:5])


class TestRealYears:
    """Year 1 of Cohort 4 in a school with six half-terms."""

    def test_ten_and_a_half_days_on_alternate_thursdays_and_tuesday_halves(self) -> None:
        """As early as they come; the half-day at the end is the half of a Thursday."""
        made = planned(patterns=[ALTERNATE_THURSDAYS, TUESDAYS], closed=BANK_HOLIDAYS)
        assert [
            *("2019-09-03 0.5", "2019-09-05 1", "2019-09-10 0.5", "2019-09-17 0.5", "2019-09-19 1", "2019-09-24 0.5"),
            *("2019-10-01 0.5", "2019-10-03 1", "2019-10-08 0.5", "2019-10-15 0.5", "2019-10-17 1", "2019-10-29 0.5"),
            *("2019-10-31 1", "2019-11-05 0.5", "2019-11-12 0.5", "2019-11-14 0.5"),
        ] == dates(made)
        assert {DEVELOPMENT: Days(0)} == made.unplaced
        assert "2019-11-14 0.5 nothing-left" == left_out(made)[0]

    def test_they_are_spread_by_what_a_half_term_may_hold(self) -> None:
        """Two days in each of the six: ten and a half are placed by the sixth."""
        made = planned(patterns=[ALTERNATE_THURSDAYS, TUESDAYS], closed=BANK_HOLIDAYS, most_a_term=Days(2))
        held = [sum((event.days for event in made.events if event.on in term), Days(0)) for term in HALF_TERMS]
        assert [Days(2)] * 5 + [HALF] == held
        assert {DEVELOPMENT: Days(0)} == made.unplaced

    def test_holidays_do_not_shift_alternate_weeks(self) -> None:
        """Thursdays are even numbers of weeks apart over the whole year, and the closed one is told."""
        made = planned({DEVELOPMENT: Days(30)}, patterns=[ALTERNATE_THURSDAYS], closed={date(2019, 11, 14)})
        days = [event.on for event in made.events]
        assert {0} == {(day - days[0]).days % 14 for day in days}
        assert ["2019-11-14 1 closed"] == left_out(made)
        assert Days(12) == made.unplaced[DEVELOPMENT]
        assert Days(30) == sum((event.days for event in made.events), made.unplaced[DEVELOPMENT])

    def test_an_allocation_says_what_is_needed(self) -> None:
        """Three residentials of a day and a half, and personal development around them."""
        needs = {line.activity: line.days for line in allocate(SECONDARY_COHORT_4).years[0].lines}
        pairs = [(10, 10), (10, 11), (1, 16), (1, 17), (5, 14), (5, 15)]
        fixed = [
            FixedDate(RESIDENTIALS, date(2019 if month > 8 else 2020, month, day), HALF if place % 2 else WHOLE)
            for place, (month, day) in enumerate(pairs)
        ]
        made = planned(needs, fixed=fixed, patterns=[ALTERNATE_THURSDAYS, TUESDAYS], most_a_week=Days("1.5"))
        assert {RESIDENTIALS: Days(0), DEVELOPMENT: Days(0)} == made.unplaced
        assert "2019-10-08 0.5 week-full" in left_out(made)
        assert 6 == sum(event.activity == RESIDENTIALS for event in made.events)


class TestReasons:
    """Why a date is left out: every reason, each alone enough."""

    @pytest.mark.parametrize(
        ("on", "given", "why"),
        [
            pytest.param(date(2019, 9, 2), {}, [Why.OUTSIDE_TERMS], id="before the first term"),
            pytest.param(date(2019, 10, 21), {}, [Why.OUTSIDE_TERMS], id="between terms"),
            pytest.param(date(2020, 7, 18), {}, [Why.OUTSIDE_TERMS], id="after the last term"),
            pytest.param(MONDAY, {"closed": {MONDAY}}, [Why.CLOSED], id="a closed day"),
            pytest.param(MONDAY, {"needs": {"b": Days(1)}}, [Why.NOT_NEEDED], id="another activity"),
            pytest.param(MONDAY, {"needs": {"a": Days(0)}}, [Why.NOTHING_LEFT], id="no need"),
            pytest.param(MONDAY, {"most_a_week": HALF}, [Why.WEEK_FULL], id="a week of half a day"),
            pytest.param(MONDAY, {"most_a_term": HALF}, [Why.TERM_FULL], id="a term of half a day"),
            pytest.param(
                MONDAY,
                {"closed": {MONDAY}, "most_a_week": Days(0), "most_a_term": Days(0)},
                [Why.CLOSED, Why.WEEK_FULL, Why.TERM_FULL],
                id="all at once",
            ),
            pytest.param(
                date(2019, 9, 2),
                {"closed": {date(2019, 9, 2)}, "needs": {}, "most_a_term": Days(0)},
                [Why.OUTSIDE_TERMS, Why.NOT_NEEDED],
                id="outside the terms it is not asked whether it is closed",
            ),
        ],
    )
    def test_a_fixed_date_is_left_out_with_its_reasons(self, on: date, given: dict[str, Any], why: list[Why]) -> None:
        """Nothing is planned then, and all of its day is told."""
        made = planned(**{"needs": {"a": Days(5)}, **given}, fixed=[FixedDate("a", on, WHOLE)])
        assert ((), [(on, WHOLE, tuple(why))]) == (made.events, [(one.on, one.days, one.why) for one in made.skipped])

    def test_a_day_holds_one_whole_day(self) -> None:
        """A second half-day fits, a third does not, nor a whole day beside a half."""
        half_a, half_b, whole_b = (
            FixedDate("a", MONDAY, HALF),
            FixedDate("b", MONDAY, HALF),
            FixedDate("b", MONDAY, WHOLE),
        )
        needs = {"a": Days(5), "b": Days(5)}
        assert ["2019-09-09 0.5 day-taken"] == left_out(planned(needs, fixed=[half_a, half_b, half_a]))
        assert ["2019-09-09 1 day-taken"] == left_out(planned(needs, fixed=[half_a, whole_b]))

    def test_a_pattern_outside_all_terms_is_told_of_once(self) -> None:
        """By its first date; one that has dates in a term says nothing of the holidays."""
        never = WeeklyPattern("a", "Saturday", days=WHOLE, start=date(2019, 10, 19), every=52)
        made = planned({"a": Days(99)}, patterns=[never, WeeklyPattern("a", "Tuesday", days=HALF)])
        assert ["2019-10-19 1 outside-terms"] == left_out(made)

    def test_a_weekend_is_not_closed_by_itself(self) -> None:
        """Residentials may be on one."""
        made = planned({"a": Days(1)}, fixed=[FixedDate("a", date(2019, 9, 14), WHOLE)])
        assert ["2019-09-14 1"] == dates(made)


class TestNeeds:
    """What is still needed."""

    def test_of_a_whole_day_only_the_half_that_is_needed_is_planned(self) -> None:
        """The other half is told, so that each date is accounted for."""
        made = planned({"a": Days("1.5")}, [AUTUMN], fixed=[FixedDate("a", day, WHOLE) for day in (MONDAY, TUESDAY)])
        assert ["2019-09-09 1", "2019-09-10 0.5"] == dates(made)
        assert ["2019-09-10 0.5 nothing-left"] == left_out(made)

    def test_a_half_that_is_needed_fits_where_a_whole_day_would_not(self) -> None:
        """Into a week with half a day to go."""
        fixed = [FixedDate("b", MONDAY, HALF), FixedDate("a", TUESDAY, WHOLE)]
        assert 2 == len(planned({"a": HALF, "b": HALF}, fixed=fixed, most_a_week=Days(1)).events)

    def test_two_halves_of_one_activity_on_a_date_are_one_event(self) -> None:
        """Of a whole day: an activity is on a date once."""
        made = planned({"a": Days(2)}, fixed=[FixedDate("a", MONDAY, HALF), FixedDate("a", MONDAY, HALF)])
        assert ["2019-09-09 1"] == dates(made)

    def test_an_activity_without_a_date_is_unplaced(self) -> None:
        """All of it, in the order of the needs."""
        made = planned({"b": Days(2), "a": Days(0)})
        assert ([("b", Days(2)), ("a", Days(0))], (), ()) == (list(made.unplaced.items()), made.events, made.skipped)


class TestLimits:
    """At most so many days a week or a term."""

    def test_a_week_is_from_monday_to_sunday(self) -> None:
        """Also where a term ends and another begins within it."""
        split = [
            SchoolTerm("A", date(2019, 9, 2), date(2019, 9, 11)),
            SchoolTerm("B", date(2019, 9, 12), date(2019, 9, 20)),
        ]
        fixed = [FixedDate("a", date(2019, 9, day), WHOLE) for day in (8, 9, 11, 12, 15, 16)]
        made = planned({"a": Days(9)}, split, fixed=fixed, most_a_week=Days(2))
        assert ["2019-09-08 1", "2019-09-09 1", "2019-09-11 1", "2019-09-16 1"] == dates(made)
        assert ["2019-09-12 1 week-full", "2019-09-15 1 week-full"] == left_out(made)

    def test_all_activities_count_together(self) -> None:
        """Fixed dates too, which come first whatever their date."""
        made = planned(
            {"a": Days(9), RESIDENTIALS: Days("1.5")},
            [AUTUMN],
            fixed=MEETING,
            patterns=[WeeklyPattern("a", "Monday", days=WHOLE)],
            most_a_week=Days("1.5"),
        )
        assert "2019-10-07 1 week-full" in left_out(made)

    def test_each_term_has_its_own(self) -> None:
        """In half-days, exactly."""
        made = planned({"a": Days(99)}, HALF_TERMS[:2], patterns=WEEKDAYS, most_a_term=Days("2.5"))
        assert ["2019-09-03 1", "2019-09-04 1", "2019-10-28 1", "2019-10-29 1"] == dates(made)

    def test_a_limit_of_nothing_leaves_nothing(self) -> None:
        """It is no missing limit."""
        assert () == planned({"a": Days(9)}, patterns=WEEKDAYS, most_a_week=Days(0)).events


class TestOrder:
    """What is placed before what."""

    def test_fixed_dates_come_before_patterns(self) -> None:
        """Even if they are later in the year, and in order of date."""
        fixed = [FixedDate("a", WEDNESDAY, WHOLE), FixedDate("a", MONDAY, WHOLE)]
        made = planned({"a": Days(1)}, fixed=fixed, patterns=WEEKDAYS)
        assert ["2019-09-09 1"] == dates(made)

    def test_patterns_share_the_year_in_order_of_date(self) -> None:
        """On one date the first one given comes first."""
        first, second = WeeklyPattern("a", "Tuesday", days=WHOLE), WeeklyPattern("b", "Tuesday", days=WHOLE)
        needs = {"b": Days(1), "a": Days(1)}
        assert ["a", "b"] == [event.activity for event in planned(needs, patterns=[first, second]).events]
        assert ["b", "a"] == [event.activity for event in planned(needs, patterns=[second, first]).events]

    def test_the_events_of_one_date_are_in_the_order_of_the_needs(self) -> None:
        """Whichever was placed first."""
        fixed = [FixedDate("b", MONDAY, HALF), FixedDate("a", MONDAY, HALF)]
        assert ["a", "b"] == [e.activity for e in planned({"a": Days(1), "b": Days(1)}, fixed=fixed).events]

    def test_terms_may_come_in_any_order(self) -> None:
        """And anything may come as any series."""
        patterns = [ALTERNATE_THURSDAYS, TUESDAYS]
        expected = planned(fixed=MEETING, patterns=patterns)
        assert expected == planned(terms=iter(HALF_TERMS[::-1]), fixed=iter(MEETING), patterns=iter(patterns))
