"""Academic and financial years: two ways to cut time, never mixed."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mastery_programme import AcademicYear, FinancialYear, InvalidYear
from tests.oddities import HUGE, NO_NUMBERS, Hostile

Year = AcademicYear | FinancialYear
Kind = type[AcademicYear] | type[FinancialYear]

DAY = timedelta(days=1)
FIRSTS = range(1, 9999)

EITHER = pytest.mark.parametrize("kind", [AcademicYear, FinancialYear])


class TestBuilding:
    """A year is named by the calendar year in which it begins."""

    @EITHER
    @pytest.mark.parametrize("first", [1, 2019, 9998, np.int16(2019), pd.Series([2019]).iloc[0]], ids=repr)
    def test_any_integer_with_a_next_year_is_taken(self, kind: Kind, first: Any) -> None:
        """The first part of a year is held as a plain int."""
        year = kind(first)

        assert (first, int) == (year.first, type(year.first))

    @EITHER
    @pytest.mark.parametrize("first", [*NO_NUMBERS, 0, -1, 9999, "2019", 2019.0, Decimal(2019), date(2019, 9, 1)])
    def test_anything_else_is_refused_in_few_words(self, kind: Kind, first: Any) -> None:
        """Text, floats, dates and years out of bounds raise."""
        with pytest.raises(InvalidYear) as refusal:
            kind(first)

        assert len(str(refusal.value)) < 300


class TestParsing:
    """Text that names a year, and text that does not."""

    @EITHER
    @pytest.mark.parametrize(
        "text",
        ["2019/20", "2019-20", "2019 to 20", "2019/2020", "2019-2020", "2019 to 2020"],
    )
    def test_a_year_is_written_in_full_or_short(self, kind: Kind, text: str) -> None:
        """Both parts, with a slash, a dash or a word between."""
        assert kind(2019) == kind.parse(text)

    @pytest.mark.parametrize(
        ("text", "first"),
        [("1999/00", 1999), ("1999/2000", 1999), ("0001/02", 1), ("9998/99", 9998), ("2009/10", 2009)],
    )
    def test_the_second_part_may_begin_a_century(self, text: str, first: int) -> None:
        """The short second part follows the first, also where it is 00."""
        assert AcademicYear(first) == AcademicYear.parse(text)

    @EITHER
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("", id="empty"),
            pytest.param("2019", id="one part"),
            pytest.param("2019/", id="no second part"),
            pytest.param("/20", id="no first part"),
            pytest.param("2014/2016", id="two years on"),
            pytest.param("2019/21", id="two years on, short"),
            pytest.param("2019/2018", id="the year before"),
            pytest.param("2019/19", id="the same year"),
            pytest.param("2019/120", id="three digits"),
            pytest.param("2019/02020", id="five digits"),
            pytest.param("2019/0", id="one digit"),
            pytest.param("0001/2", id="one digit, which is all there is"),
            pytest.param("0998/999", id="three digits, which are all there are"),
            pytest.param("1999/100", id="a century that is no part"),
            pytest.param("19/20", id="a short first part"),
            pytest.param("999/1000", id="three digits first"),
            pytest.param("02019/20", id="five digits first"),
            pytest.param("202122", id="both parts without a separator"),
            pytest.param("2021/202022", id="a year that one service made"),
            pytest.param("2019/20/21", id="three parts"),
            pytest.param("2019--20", id="two dashes"),
            pytest.param("2019\N{EN DASH}20", id="a dash of typography"),
            pytest.param("2019\\20", id="the other slash"),
            pytest.param("2019.20", id="a point"),
            pytest.param("2019 20", id="a space"),
            pytest.param("2019 / 20", id="spaces about the slash"),
            pytest.param(" 2019/20", id="a space before"),
            pytest.param("2019/20 ", id="a space after"),
            pytest.param("2019/20\n", id="a line's end"),
            pytest.param("2019 TO 20", id="capitals"),
            pytest.param("2019to20", id="a word without spaces"),
            pytest.param("-019/20", id="a sign first"),
            pytest.param("2019/-20", id="a sign"),
            pytest.param("+2019/20", id="a plus"),
            pytest.param("2_19/20", id="an underscore"),
            pytest.param("20.9/20", id="a point first"),
            pytest.param("\N{ARABIC-INDIC DIGIT TWO}019/20", id="Arabic-Indic digits"),
            pytest.param("2019/2\N{FULLWIDTH DIGIT ZERO}", id="wide digits"),
            pytest.param("201\N{SUPERSCRIPT NINE}/20", id="a superscript"),
            pytest.param("0000/01", id="before the first year"),
            pytest.param("9999/00", id="after the last year"),
            pytest.param("9999/10000", id="after the last year, in full"),
            pytest.param("2" * 10_000_000, id="ten million digits"),
            pytest.param("2019/" + "0" * 10_000_000, id="ten million digits after the slash"),
            pytest.param(None, id="nothing at all"),
            pytest.param(2019, id="a number"),
            pytest.param(201_920, id="a number of both parts"),
            pytest.param(HUGE, id="a million digits"),
            pytest.param(b"2019/20", id="bytes"),
            pytest.param(("2019", "20"), id="a pair"),
            pytest.param(AcademicYear(2019), id="an academic year"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_anything_else_is_refused_in_few_words(self, kind: Kind, text: Any) -> None:
        """What is not one year and the next raises, and the error is short."""
        with pytest.raises(InvalidYear) as refusal:
            kind.parse(text)

        assert len(str(refusal.value)) < 300

    @EITHER
    def test_every_year_parses_from_its_own_words(self, kind: Kind) -> None:
        """All 9,998 years come back from their text."""
        assert [kind(first) for first in FIRSTS] == [kind.parse(str(kind(first))) for first in FIRSTS]

    @EITHER
    def test_only_the_next_year_is_a_second_part(self, kind: Kind) -> None:
        """Of all second parts of two digits, one is taken."""
        taken: list[int] = []
        for second in range(100):
            try:
                taken.append(kind.parse(f"1999/{second:02}").first)
            except InvalidYear:
                continue

        assert [1999] == taken


class TestDays:
    """Which days a year holds."""

    @EITHER
    def test_years_leave_no_day_out(self, kind: Kind) -> None:
        """Each of all years begins on the day after the one before it ends."""
        assert all(kind(first).end + DAY == kind(first + 1).start for first in FIRSTS[:-1])

    @pytest.mark.parametrize(
        ("year", "start", "end"),
        [
            (AcademicYear(2019), date(2019, 9, 1), date(2020, 8, 31)),
            (FinancialYear(2019), date(2019, 4, 1), date(2020, 3, 31)),
            (AcademicYear(1), date(1, 9, 1), date(2, 8, 31)),
            (FinancialYear(9998), date(9998, 4, 1), date(9999, 3, 31)),
        ],
        ids=repr,
    )
    def test_an_academic_year_begins_in_september_and_a_financial_one_in_april(
        self, year: Year, start: date, end: date
    ) -> None:
        """The first and the last day, which are in it, and their neighbours, which are not."""
        assert (start, end) == (year.start, year.end)
        assert (True, True, False, False) == (start in year, end in year, start - DAY in year, end + DAY in year)

    @EITHER
    def test_every_day_is_in_exactly_one_year(self, kind: Kind) -> None:
        """All days of a common and of a leap year."""
        around = [kind(first) for first in range(2016, 2023)]
        for day in (date(2019, 1, 1) + DAY * number for number in range(365 + 366)):
            assert [kind.containing(day)] == [year for year in around if day in year]

    @pytest.mark.parametrize(
        ("day", "academic", "financial"),
        [
            pytest.param(date(2019, 8, 31), 2018, 2019, id="the last day of August"),
            pytest.param(date(2019, 9, 1), 2019, 2019, id="the first day of September"),
            pytest.param(date(2019, 3, 31), 2018, 2018, id="the last day of March"),
            pytest.param(date(2019, 4, 1), 2018, 2019, id="the first day of April"),
            pytest.param(date(2020, 2, 29), 2019, 2019, id="the day of a leap year"),
            pytest.param(date(2019, 12, 31), 2019, 2019, id="the end of the calendar year"),
            pytest.param(date(2020, 1, 1), 2019, 2019, id="the beginning of the calendar year"),
        ],
    )
    def test_a_day_falls_in_the_year_that_began_last(self, day: date, academic: int, financial: int) -> None:
        """The two kinds of year part on different days."""
        assert AcademicYear(academic) == AcademicYear.containing(day)
        assert FinancialYear(financial) == FinancialYear.containing(day)

    @EITHER
    @pytest.mark.parametrize(
        "day",
        [
            pytest.param(datetime(2019, 9, 1), id="a moment without a zone"),  # noqa: DTZ001 - that is the point
            pytest.param(datetime(2019, 9, 1, tzinfo=UTC), id="a moment"),
            pytest.param(pd.Timestamp("2019-09-01"), id="a moment of pandas"),
            pytest.param(pd.NaT, id="the missing moment of pandas"),
            pytest.param(np.datetime64("2019-09-01"), id="a day of numpy"),
            pytest.param("2019-09-01", id="text"),
            pytest.param(2019, id="a number"),
            pytest.param(None, id="nothing at all"),
            pytest.param(date, id="a class"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_a_moment_is_no_day(self, kind: Kind, day: Any) -> None:
        """The day of a moment depends on the zone, so it is not guessed; other things are no day either."""
        with pytest.raises(InvalidYear):
            kind.containing(day)

    @EITHER
    @pytest.mark.parametrize(
        "day",
        [
            pytest.param(datetime(2019, 9, 1), id="a moment without a zone"),  # noqa: DTZ001 - that is the point
            pytest.param(datetime(2019, 9, 1, tzinfo=UTC), id="a moment"),
            pytest.param(pd.Timestamp("2019-09-01"), id="a moment of pandas"),
            pytest.param(np.datetime64("2020-08-31T12:00"), id="a moment of numpy, on the last day"),
            pytest.param("2019-09-01", id="text"),
            pytest.param(2019, id="a number"),
            pytest.param(None, id="nothing at all"),
        ],
    )
    def test_whether_a_moment_is_in_a_year_is_not_guessed(self, kind: Kind, day: Any) -> None:
        """What is no day is neither in a year nor out of it."""
        with pytest.raises((TypeError, InvalidYear)):
            assert day in kind(2019)

    @EITHER
    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_a_day_before_the_first_year_or_after_the_last_is_refused(self, kind: Kind, day: date) -> None:
        """The calendar begins and ends within a year that has no first or no last day."""
        with pytest.raises(InvalidYear):
            kind.containing(day)
