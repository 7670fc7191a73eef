"""Bases: which days of a year they name, with which weights, and what is none."""

from datetime import date
from pickle import dumps, loads
from typing import Any

import pytest

from mastery_programme import (
    AcademicYear,
    ByTerms,
    EvenlyByMonth,
    FinancialYear,
    InvalidPeriod,
    InvalidYear,
    OnOneDay,
    SchoolTerm,
    Unscheduled,
)
from mastery_programme.bases import Basis, check_basis

YEAR = AcademicYear(2019)
AUTUMN = SchoolTerm("Autumn 2019", date(2019, 9, 3), date(2019, 12, 20))
SPRING = SchoolTerm("Spring 2020", date(2020, 1, 6), date(2020, 4, 3))
ACROSS = SchoolTerm("August to September", date(2020, 8, 30), date(2020, 9, 4))


class TestEvenlyByMonth:
    """Twelve equal parts."""

    def test_each_month_of_the_year_has_one(self) -> None:
        """On its first day, from September to August."""
        days = [day for day, _ in EvenlyByMonth().parts(YEAR)]
        assert [date(2019, month, 1) for month in (9, 10, 11, 12)] == days[:4]
        assert [date(2020, month, 1) for month in range(1, 9)] == days[4:]
        assert {1} == {weight for _, weight in EvenlyByMonth().parts(YEAR)}

    def test_seven_of_them_fall_into_the_first_financial_year(self) -> None:
        """September to March."""
        years = [FinancialYear.containing(day) for day, _ in EvenlyByMonth().parts(YEAR)]
        assert [FinancialYear(2019)] * 7 + [FinancialYear(2020)] * 5 == years


class TestByTerms:
    """As many parts as months of terms."""

    def test_each_month_of_a_term_has_a_part_as_large_as_its_days(self) -> None:
        """From the first of them, which need not be the first of the month."""
        assert (
            (date(2019, 9, 3), 28),
            (date(2019, 10, 1), 31),
            (date(2019, 11, 1), 30),
            (date(2019, 12, 1), 20),
            (date(2020, 1, 6), 26),
            (date(2020, 2, 1), 29),
            (date(2020, 3, 1), 31),
            (date(2020, 4, 1), 3),
        ) == ByTerms((SPRING, AUTUMN)).parts(YEAR)

    def test_a_term_across_two_academic_years_counts_in_each_with_its_days_there(self) -> None:
        """None twice."""
        basis = ByTerms((ACROSS,))
        assert ((date(2020, 8, 30), 2),) == basis.parts(YEAR)
        assert ((date(2020, 9, 1), 4),) == basis.parts(YEAR + 1)

    def test_a_term_of_a_day_is_a_part(self) -> None:
        """With a weight of one."""
        one_day = SchoolTerm("A", date(2019, 12, 31), date(2019, 12, 31))
        assert ((date(2019, 12, 31), 1),) == ByTerms([one_day]).parts(YEAR)

    def test_a_year_without_terms_has_no_parts(self) -> None:
        """So what is of it stays unscheduled."""
        assert () == ByTerms((AUTUMN,)).parts(YEAR + 1)

    @pytest.mark.parametrize(
        ("terms", "said"),
        [
            pytest.param((), "no terms", id="none"),
            pytest.param(AUTUMN, "not a series of terms", id="one by itself"),
            pytest.param((AUTUMN, AUTUMN), "overlap", id="one twice"),
            pytest.param(None, "not a series of terms", id="nothing"),
        ],
    )
    def test_what_are_no_terms_is_refused(self, terms: Any, said: str) -> None:
        """As everywhere."""
        with pytest.raises(InvalidPeriod, match=said):
            ByTerms(terms)


class TestOnOneDay:
    """A day that each year has."""

    @pytest.mark.parametrize(
        ("month", "day", "on"),
        [
            pytest.param(9, 1, date(2019, 9, 1), id="the first of the academic year"),
            pytest.param(12, 31, date(2019, 12, 31), id="the last before the new year"),
            pytest.param(1, 1, date(2020, 1, 1), id="the first after it"),
            pytest.param(3, 31, date(2020, 3, 31), id="the last of the financial year"),
            pytest.param(8, 31, date(2020, 8, 31), id="the last of the academic year"),
        ],
    )
    def test_it_is_within_the_academic_year(self, month: int, day: int, on: date) -> None:
        """In whichever calendar year that is."""
        assert ((on, 1),) == OnOneDay(month, day).parts(YEAR)

    @pytest.mark.parametrize(
        ("month", "day", "told"),
        [
            pytest.param(2, 29, "2, 29", id="in leap years only"),
            pytest.param(4, 31, "4, 31", id="in no year"),
            pytest.param(13, 1, "13, 1", id="no such month"),
            pytest.param(0, 1, "0, 1", id="a month before the first"),
            pytest.param(1, 0, "1, 0", id="a day before the first"),
            pytest.param("3", 31, "'3', 31", id="text"),
            pytest.param(3, None, "3, None", id="no day"),
            pytest.param(True, 1, "True, 1", id="a bool"),
            pytest.param(3, 1.0, "3, 1.0", id="a float"),
            pytest.param(10**5000, 1, "<a whole number of 16610 bits>, 1", id="more digits than can be written"),
            pytest.param(date(2019, 3, 31), 1, "<datetime.date>, 1", id="a date"),
        ],
    )
    def test_what_is_no_day_of_each_year_is_refused(self, month: Any, day: Any, told: str) -> None:
        """With what was given."""
        with pytest.raises(InvalidPeriod, match="not a day of each year") as refused:
            OnOneDay(month, day)
        assert told == refused.value.value
        assert str(refused.value) == str(loads(dumps(refused.value)))


class TestUnscheduled:
    """No day at all."""

    def test_it_has_no_parts(self) -> None:
        """In no year."""
        assert () == Unscheduled().parts(YEAR)


class TestEveryBasis:
    """What they have in common."""

    @pytest.mark.parametrize("basis", [EvenlyByMonth(), ByTerms((AUTUMN,)), OnOneDay(3, 31), Unscheduled()])
    @pytest.mark.parametrize("year", [None, 2019, "2019/20", FinancialYear(2019), date(2019, 9, 1)])
    def test_another_thing_than_an_academic_year_is_refused(self, basis: Basis, year: Any) -> None:
        """A financial year too, which would give days of no such year."""
        with pytest.raises(InvalidYear, match="not an academic year"):
            basis.parts(year)

    @pytest.mark.parametrize(
        "basis",
        [
            pytest.param(EvenlyByMonth(), id="months of the year 9999"),
            pytest.param(OnOneDay(8, 31), id="a day of the year 9999"),
        ],
    )
    def test_days_beyond_the_last_financial_year_are_refused(self, basis: Basis) -> None:
        """No later day is in years of both kinds."""
        with pytest.raises(InvalidPeriod, match="a year too late to be spread over: '9998/99'; days up to 9998-12-31"):
            basis.parts(AcademicYear(9998))

    def test_the_last_day_there_is_can_be_spread_to(self) -> None:
        """And so can the first year."""
        assert ((date(9998, 12, 31), 1),) == OnOneDay(12, 31).parts(AcademicYear(9998))
        assert date(1, 9, 1) == EvenlyByMonth().parts(AcademicYear(1))[0][0]

    @pytest.mark.parametrize(
        "given",
        [None, EvenlyByMonth, "months", AUTUMN, (AUTUMN,), pytest.param(Basis(), id="a basis that is none of them")],
    )
    def test_what_is_no_basis_is_refused(self, given: object) -> None:
        """Also the class of one, not made."""
        with pytest.raises(InvalidPeriod, match=r"not a way to spread over time: .* or Unscheduled\(\)"):
            check_basis(given)

    @pytest.mark.parametrize("basis", [EvenlyByMonth(), ByTerms((AUTUMN, SPRING)), OnOneDay(3, 31), Unscheduled()])
    def test_it_is_a_value(self, basis: Basis) -> None:
        """Equal to its copy, hashable, and picklable."""
        assert (basis, hash(basis)) == (loads(dumps(basis)), hash(loads(dumps(basis))))
