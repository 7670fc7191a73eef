"""Academic and financial years as values: their arithmetic, order, words and copies."""

import operator
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import AcademicYear, FinancialYear, InvalidYear
from tests.oddities import HUGE, copies, evaluated

Kind = type[AcademicYear] | type[FinancialYear]

EITHER = pytest.mark.parametrize("kind", [AcademicYear, FinancialYear])


class TestArithmetic:
    """Years later and earlier."""

    @EITHER
    def test_years_are_added_and_taken_away(self, kind: Kind) -> None:
        """Some years on or back is a year of the same kind, by an integer of numpy too."""
        assert kind(2020) == kind(2019) + 1 == kind(2021) - 1 == kind(2022) + -2
        assert kind(2020) == kind(2019) + np.int64(1)
        assert kind is type(kind(2019) + 1) is type(kind(2019) - 1)

    @EITHER
    @pytest.mark.parametrize("years", [7980, -2019, HUGE, -HUGE], ids=["after", "before", "far after", "far before"])
    def test_no_year_lies_out_of_the_calendar(self, kind: Kind, years: int) -> None:
        """A year past the last or before the first raises, whichever way it is reached."""
        with pytest.raises(InvalidYear):
            operator.add(kind(2019), years)
        with pytest.raises(InvalidYear):
            operator.sub(kind(2019), -years)

    @EITHER
    @pytest.mark.parametrize(
        "other", [1.0, "1", None, True, Decimal(1), timedelta(days=365), AcademicYear(1), FinancialYear(1)], ids=repr
    )
    def test_nothing_but_whole_numbers_is_added(self, kind: Kind, other: Any) -> None:
        """Two years have no sum and no difference."""
        with pytest.raises(TypeError):
            operator.add(kind(2019), other)
        with pytest.raises(TypeError):
            operator.sub(kind(2019), other)
        with pytest.raises(TypeError):
            operator.sub(other, kind(2019))


class TestComparing:
    """Years are equal and ordered within their kind."""

    @EITHER
    @given(one=st.integers(1, 9998), other=st.integers(1, 9998))
    def test_they_are_ordered_as_they_begin(self, kind: Kind, one: int, other: int) -> None:
        """Every comparison of years is that of their first parts."""
        for compare in (operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt):
            assert compare(one, other) == compare(kind(one), kind(other))

    @pytest.mark.parametrize("other", [2019, "2019/20", "2019-20", FinancialYear(2019), None], ids=repr)
    def test_they_equal_nothing_else(self, other: object) -> None:
        """An academic year is not a number, a text or a financial year."""
        assert AcademicYear(2019) != other
        assert other != AcademicYear(2019)

    @pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
    @pytest.mark.parametrize("other", [2020, "2020/21", FinancialYear(2020), None], ids=repr)
    def test_they_are_ordered_beside_nothing_else(self, compare: Callable[[Any, Any], object], other: Any) -> None:
        """An academic year is neither before nor after a financial one."""
        with pytest.raises(TypeError):
            compare(AcademicYear(2019), other)
        with pytest.raises(TypeError):
            compare(other, AcademicYear(2019))

    def test_equal_years_have_one_hash(self) -> None:
        """A year is one key however it is made, and a year of the other kind is another."""
        keys = {AcademicYear(2019), AcademicYear.parse("2019-20"), AcademicYear(2018) + 1, FinancialYear(2019)}

        assert {AcademicYear(2019), FinancialYear(2019)} == keys


class TestWords:
    """How years are told, kept and copied."""

    @pytest.mark.parametrize(
        ("first", "academic", "financial"),
        [
            (2019, "2019/20", "2019-20"),
            (1999, "1999/00", "1999-00"),
            (1, "0001/02", "0001-02"),
            (2000, "2000/01", "2000-01"),
        ],
    )
    def test_an_academic_year_has_a_slash_and_a_financial_one_a_dash(
        self, first: int, academic: str, financial: str
    ) -> None:
        """Both are told by four digits and two."""
        assert (academic, financial) == (str(AcademicYear(first)), str(FinancialYear(first)))

    def test_they_are_formatted_as_their_words(self) -> None:
        """A format spec sets the words as it sets text."""
        assert "2019/20|  2019-20|2019/20  " == f"{AcademicYear(2019)}|{FinancialYear(2019):>9}|{AcademicYear(2019):9}"

    @EITHER
    @given(first=st.integers(1, 9998))
    def test_they_come_back_from_repr_pickle_and_copy(self, kind: Kind, first: int) -> None:
        """The repr evaluates back, and a pickle or a copy is equal and of the same kind."""
        year = kind(first)

        assert year == evaluated(repr(year))
        assert {year} == set(copies(year))

    @EITHER
    @pytest.mark.parametrize("name", ["first", "start", "_month", "anything"])
    def test_they_never_change(self, kind: Kind, name: str) -> None:
        """No attribute of a year can be set, deleted or added."""
        year = kind(2019)
        with pytest.raises(AttributeError):
            setattr(year, name, 1)
        with pytest.raises(AttributeError):
            delattr(year, name)

        assert kind(2019) == year
        assert not hasattr(year, "__dict__")
