"""Months of a year: built, parsed, ordered, and the days that they have."""

import operator
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import AcademicYear, InvalidYear, YearMonth
from tests.oddities import HUGE, NO_NUMBERS, Hostile, copies, evaluated

MONTHS = st.builds(YearMonth, st.integers(1, 9998), st.integers(1, 12))

SEVERAL_YEARS = sorted({*range(1, 9999, 97), *range(1895, 2106), 1600, 2400, 9996, 9997, 9998})
"""Years all over the calendar, and every one of two centuries: three of them begin with no leap year, one with one."""


class TestBuilding:
    """A month is a year and the number of a month."""

    @pytest.mark.parametrize(
        ("year", "month"),
        [
            pytest.param(2019, 9, id="a month"),
            pytest.param(1, 1, id="the first of all"),
            pytest.param(9998, 12, id="the last of all"),
            pytest.param(np.int16(2019), np.uint8(9), id="integers of numpy"),
            pytest.param(pd.Series([2019]).iloc[0], 9, id="an integer of pandas"),
        ],
    )
    def test_whole_numbers_within_bounds_are_taken(self, year: Any, month: Any) -> None:
        """Both are held as plain ints."""
        made = YearMonth(year, month)

        assert (year, month, int, int) == (made.year, made.month, type(made.year), type(made.month))

    @pytest.mark.parametrize(
        "number", [*NO_NUMBERS, 0, -1, "9", 9.0, Decimal(9), date(2019, 9, 1), YearMonth(2019, 9), AcademicYear(2019)]
    )
    def test_what_is_no_number_is_neither_year_nor_month(self, number: Any) -> None:
        """Each is refused as the one and as the other, in few words."""
        with pytest.raises(InvalidYear, match="not a calendar year") as of_year:
            YearMonth(number, 9)
        with pytest.raises(InvalidYear, match="not a month of the year") as of_month:
            YearMonth(2019, number)

        assert max(len(str(of_year.value)), len(str(of_month.value))) < 300

    @pytest.mark.parametrize(
        ("year", "month", "told"),
        [
            pytest.param(0, 1, "not a calendar year: 0; a whole number from 1 to 9998", id="before the first"),
            pytest.param(9999, 1, "not a calendar year: 9999; a whole number from 1 to 9998", id="after the last"),
            pytest.param(2019, 0, "not a month of the year: 0; a whole number from 1 to 12", id="month 0"),
            pytest.param(2019, 13, "not a month of the year: 13; a whole number from 1 to 12", id="month 13"),
            pytest.param(9, 2019, "not a month of the year: 2019; a whole number from 1 to 12", id="the wrong way"),
        ],
    )
    def test_out_of_bounds_is_told_with_the_bounds(self, year: int, month: int, told: str) -> None:
        """The error says which of the two it is."""
        with pytest.raises(InvalidYear) as refusal:
            YearMonth(year, month)

        assert told == str(refusal.value)


class TestParsing:
    """Text that names a month, and text that does not."""

    @given(MONTHS)
    def test_every_month_parses_from_its_own_words(self, month: YearMonth) -> None:
        """A month comes back from its text."""
        assert month == YearMonth.parse(str(month))

    def test_it_is_a_year_of_four_digits_a_dash_and_a_month_of_two(self) -> None:
        """Years and months have zeros before them."""
        assert [YearMonth(2019, 9), YearMonth(1, 1), YearMonth(9998, 12)] == [
            YearMonth.parse(text) for text in ("2019-09", "0001-01", "9998-12")
        ]

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("", id="empty"),
            pytest.param("2019", id="a year alone"),
            pytest.param("2019-9", id="a month of one digit"),
            pytest.param("2019-009", id="a month of three digits"),
            pytest.param("201-009", id="a year of three digits"),
            pytest.param("019-009", id="both with a wrong number of digits"),
            pytest.param("20190-9", id="a year of five digits"),
            pytest.param("02019-9", id="a year of five digits with a zero before"),
            pytest.param("2019090", id="no dash"),
            pytest.param("201909-", id="a dash at the end"),
            pytest.param("-201909", id="a dash at the beginning"),
            pytest.param("2019--9", id="two dashes"),
            pytest.param("2019-00", id="month 0"),
            pytest.param("2019-13", id="month 13"),
            pytest.param("0000-01", id="before the first year"),
            pytest.param("9999-12", id="after the last year"),
            pytest.param("2019/09", id="a slash"),
            pytest.param("2019 09", id="a space"),
            pytest.param("2019.09", id="a point"),
            pytest.param("2019\N{EN DASH}09", id="a dash of typography"),
            pytest.param("09-2019", id="the wrong way round"),
            pytest.param("19-0009", id="a short year"),
            pytest.param("2019-09-01", id="a day"),
            pytest.param("2019-09\n", id="a line's end"),
            pytest.param(" 2019-09", id="a space before"),
            pytest.param("2019-9 ", id="a space for a digit"),
            pytest.param("+019-09", id="a sign"),
            pytest.param("2019-+9", id="a sign in the month"),
            pytest.param("2_19-09", id="an underscore"),
            pytest.param("twen-ty", id="letters"),
            pytest.param("201X-09", id="a letter"),
            pytest.param("2019-0X", id="a letter in the month"),
            pytest.param("2019-0\N{ARABIC-INDIC DIGIT NINE}", id="Arabic-Indic digits"),
            pytest.param("201\N{FULLWIDTH DIGIT NINE}-09", id="wide digits"),
            pytest.param("2019-0\N{SUPERSCRIPT NINE}", id="a superscript"),
            pytest.param("\ud800019-09", id="half a character"),
            pytest.param("2019-09" * 2_000_000, id="fourteen million characters"),
            pytest.param(None, id="nothing at all"),
            pytest.param(201_909, id="a number"),
            pytest.param(HUGE, id="a million digits"),
            pytest.param(b"2019-09", id="bytes"),
            pytest.param((2019, 9), id="a pair"),
            pytest.param(date(2019, 9, 1), id="a date"),
            pytest.param(YearMonth(2019, 9), id="a month"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_anything_else_is_refused_in_few_words(self, text: Any) -> None:
        """What is not just four digits, a dash and two digits raises, and the error is short."""
        with pytest.raises(InvalidYear) as refusal:
            YearMonth.parse(text)

        assert len(str(refusal.value)) < 300

    def test_a_refusal_says_how_a_month_is_written(self) -> None:
        """With what was given."""
        with pytest.raises(InvalidYear) as refusal:
            YearMonth.parse("Sept 2019")

        assert "not a month: 'Sept 2019'; written '2019-09'" == str(refusal.value)


class TestDays:
    """The first and the last day of a month."""

    def test_the_last_day_is_that_of_the_calendar(self) -> None:
        """In many thousand months, leap years among them."""
        months = [(year, month) for year in SEVERAL_YEARS for month in range(1, 13)]

        assert [(date(*one, 1), date(*one, monthrange(*one)[1])) for one in months] == [
            (YearMonth(*one).first, YearMonth(*one).last) for one in months
        ]

    @pytest.mark.parametrize(
        ("year", "day"),
        [
            pytest.param(2019, 28, id="a common year"),
            pytest.param(2020, 29, id="a leap year"),
            pytest.param(1900, 28, id="a century"),
            pytest.param(2000, 29, id="a fourth century"),
        ],
    )
    def test_february_ends_as_its_year_has_it(self, year: int, day: int) -> None:
        """On the 28th, and on the 29th in a leap year."""
        assert date(year, 2, day) == YearMonth(year, 2).last

    def test_they_are_plain_days(self) -> None:
        """Not moments."""
        assert [date, date] == [type(YearMonth(2019, 9).first), type(YearMonth(2019, 9).last)]


class TestComparing:
    """Months are equal and ordered as they come."""

    @given(one=MONTHS, other=MONTHS)
    def test_they_are_ordered_as_their_first_days(self, one: YearMonth, other: YearMonth) -> None:
        """Every comparison of months is that of days in them."""
        for compare in (operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt):
            assert compare(one.first, other.first) == compare(one, other)

    def test_the_year_goes_before_the_month(self) -> None:
        """December comes before the January that follows."""
        months = [YearMonth(2020, 1), YearMonth(2019, 12), YearMonth(2019, 2), YearMonth(2018, 3)]

        assert months[::-1] == sorted(months)

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param(date(2019, 9, 1), id="its first day"),
            pytest.param(datetime(2019, 9, 1, tzinfo=UTC), id="a moment"),
            pytest.param("2019-09", id="its text"),
            pytest.param((2019, 9), id="a pair"),
            pytest.param(201_909, id="a number"),
            pytest.param(None, id="nothing at all"),
        ],
    )
    def test_they_equal_nothing_else_and_are_ordered_beside_nothing_else(self, other: Any) -> None:
        """A month is not a day, and neither before it nor after it."""
        comparisons: list[Callable[[Any, Any], object]] = [operator.lt, operator.le, operator.gt, operator.ge]

        assert YearMonth(2019, 9) != other
        assert other != YearMonth(2019, 9)
        for compare in comparisons:
            with pytest.raises(TypeError):
                compare(YearMonth(2019, 9), other)

    def test_equal_months_have_one_hash(self) -> None:
        """A month is one key however it is made."""
        assert {YearMonth(2019, 9)} == {YearMonth.parse("2019-09"), YearMonth(np.int64(2019), 9), YearMonth(2019, 9)}


class TestWords:
    """How months are told, kept and copied."""

    def test_they_are_told_by_four_digits_and_two(self) -> None:
        """As text, as the constructor, and in a format."""
        assert ("0001-01", "YearMonth(1, 1)") == (str(YearMonth(1, 1)), repr(YearMonth(1, 1)))
        assert (
            "2019-09|   2019-09|2019-09   " == f"{YearMonth(2019, 9)}|{YearMonth(2019, 9):>10}|{YearMonth(2019, 9):10}"
        )

    @given(MONTHS)
    def test_they_come_back_from_repr_pickle_and_copy(self, month: YearMonth) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        assert month == evaluated(repr(month))
        assert {month} == set(copies(month))

    @pytest.mark.parametrize("name", ["year", "month", "first", "anything"])
    def test_they_never_change(self, name: str) -> None:
        """No attribute of a month can be set, deleted or added."""
        month = YearMonth(2019, 9)
        with pytest.raises(AttributeError):
            setattr(month, name, 1)
        with pytest.raises(AttributeError):
            delattr(month, name)

        assert YearMonth(2019, 9) == month
        assert not hasattr(month, "__dict__")
