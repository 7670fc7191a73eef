"""Days: whole half-days from 0 to 10,000, whatever they are given as."""

import operator
import re
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from enum import IntEnum
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Days, InvalidDays, Money
from tests.oddities import CONTEXTS, HUGE, Hostile, copies, evaluated

MOST_HALF_DAYS = 20_000

HALF_DAYS = st.integers(0, MOST_HALF_DAYS)
DAYS = HALF_DAYS.map(Days.of_half_days)


class Shift(IntEnum):
    """An int with a name."""

    LONG = 4


TAKEN = [
    pytest.param(0, 0, id="the least"),
    pytest.param(10_000, 20_000, id="the most"),
    pytest.param(Shift.LONG, 8, id="an int with a name"),
    pytest.param("0", 0, id="nothing, as text"),
    pytest.param("10000", 20_000, id="the most, as text"),
    pytest.param("10000.0", 20_000, id="the most, with a place"),
    pytest.param("4.5", 9, id="a half"),
    pytest.param("4.50", 9, id="a half with two places"),
    pytest.param("4.0", 8, id="a whole with a place"),
    pytest.param("004", 8, id="digits, if needless ones"),
    pytest.param(np.str_("4.5"), 9, id="the text of numpy"),
    pytest.param(Decimal("4.5"), 9, id="a Decimal"),
    pytest.param(Decimal("4.500"), 9, id="a Decimal with needless places"),
    pytest.param(Decimal("1E+3"), 2_000, id="a Decimal with an exponent"),
    pytest.param(Decimal(10_000), 20_000, id="the most, as a Decimal"),
    pytest.param(4.5, 9, id="a float that is an exact half"),
    pytest.param(10_000.0, 20_000, id="the most, as a float"),
    pytest.param(np.float64(4.5), 9, id="a float of numpy"),
    pytest.param(np.int8(4), 8, id="the smallest integer of numpy"),
    pytest.param(np.uint64(10_000), 20_000, id="the largest integer of numpy"),
    pytest.param(pd.Series([4]).iloc[0], 8, id="an integer of pandas"),
    pytest.param(pd.array([4], dtype="Int64")[0], 8, id="a nullable integer of pandas"),
]

REFUSED = [
    pytest.param(-1, id="fewer than none"),
    pytest.param(10_001, id="more than the most"),
    pytest.param(np.int64(-1), id="fewer than none, as numpy has it"),
    pytest.param(0.25, id="a quarter"),
    pytest.param(4.500000000000001, id="a float beside a half"),
    pytest.param(-0.5, id="a float below nothing"),
    pytest.param(10_000.5, id="half a day more than the most"),
    pytest.param(Decimal("0.25"), id="a quarter, as a Decimal"),
    pytest.param(Decimal("-0.5"), id="a Decimal below nothing"),
    pytest.param(Decimal("10000.5"), id="half a day more, as a Decimal"),
    pytest.param("-4", id="a minus"),
    pytest.param("-0", id="a minus before nothing"),
    pytest.param("4.25", id="a quarter, as text"),
    pytest.param("4.05", id="a twentieth"),
    pytest.param("4.51", id="more than a half"),
    pytest.param("10000.5", id="half a day more, as text"),
    pytest.param("10001", id="more than the most, as text"),
]


class TestBuilding:
    """What makes days, and what does not."""

    @pytest.mark.parametrize(("value", "half_days"), TAKEN)
    def test_a_number_of_whole_half_days_is_taken(self, value: Any, half_days: int) -> None:
        """Ints, text, Decimals and exact floats make days, held as a plain int."""
        days = Days(value)

        assert half_days == days.half_days
        assert int is type(days.half_days)

    @pytest.mark.parametrize("value", REFUSED)
    def test_anything_but_half_days_within_the_bounds_is_refused(self, value: Any) -> None:
        """A number out of bounds, or between half-days, is no number of days."""
        with pytest.raises(InvalidDays):
            Days(value)

    @given(st.text("0123456789.-+ _eE,\N{ARABIC-INDIC DIGIT FIVE}\N{SUPERSCRIPT TWO}", max_size=9))
    def test_text_is_taken_if_it_is_digits_with_a_half_at_most(self, text: str) -> None:
        """Of all texts, those of the stated grammar and bounds are taken, and no others."""
        if re.fullmatch(r"[0-9]+(\.(0+|50*))?", text) and Fraction(text) <= 10_000:
            assert 2 * Fraction(text) == Days.parse(text).half_days
        else:
            with pytest.raises(InvalidDays):
                Days.parse(text)

    def test_every_half_day_is_the_same_from_every_kind_of_number(self) -> None:
        """All 20,001 numbers of days agree as text, Decimal, float and half-days."""
        for half_days in range(MOST_HALF_DAYS + 1):
            days = Days.of_half_days(half_days)
            text = f"{half_days / 2:.1f}"
            assert days == Days(half_days / 2) == Days(text) == Days.parse(text) == Days(Decimal(text))
            assert days.as_decimal == Decimal(text)

    @pytest.mark.parametrize("value", [np.int64(9), Shift.LONG + 5, 9], ids=type)
    def test_half_days_are_counted_by_any_integer(self, value: Any) -> None:
        """Nine half-days are 4.5 days."""
        assert Days("4.5") == Days.of_half_days(value)

    @pytest.mark.parametrize("value", [-1, 20_001, HUGE, -HUGE, True, 9.0, "9", Decimal(9), None, Hostile()], ids=type)
    def test_half_days_are_whole_and_in_bounds(self, value: Any) -> None:
        """Anything but a whole number from 0 to 20,000 is no number of half-days."""
        with pytest.raises(InvalidDays):
            Days.of_half_days(value)


@pytest.mark.parametrize("context", CONTEXTS)
class TestContexts:
    """The caller's decimal context changes nothing."""

    @pytest.mark.parametrize(("value", "half_days"), TAKEN)
    def test_what_is_taken_is_taken_exactly(self, context: Context, value: Any, half_days: int) -> None:
        """No context rounds what is given, or what is handed back."""
        with localcontext(context):
            days = Days(value)
            told = days.as_decimal

        assert half_days == days.half_days
        assert Fraction(half_days, 2) == Fraction(told)

    def test_arithmetic_keeps_every_half(self, context: Context) -> None:
        """Five digits of days add up where three digits are kept."""
        with localcontext(context):
            assert Days("9999.5") == Days("1234.5") + Days(8765)
            assert Days("1234.5") == Days("9999.5") - Days(8765)
            assert "9999.5 days" == str(Days("9999.5"))


class TestArithmetic:
    """Days add, subtract and multiply, and stay days."""

    @given(one=HALF_DAYS, other=HALF_DAYS)
    def test_sums_are_exact_or_refused(self, one: int, other: int) -> None:
        """The sum of days is theirs to the half-day, and out of bounds it raises."""
        days, more = Days.of_half_days(one), Days.of_half_days(other)
        if one + other <= MOST_HALF_DAYS:
            assert Days.of_half_days(one + other) == days + more == more + days
            assert days == (days + more) - more
        else:
            with pytest.raises(InvalidDays):
                operator.add(days, more)

    def test_fewer_than_no_days_are_refused(self) -> None:
        """A difference below nothing raises, by as little as half a day."""
        assert Days(0) == Days(4) - Days(4)
        with pytest.raises(InvalidDays):
            operator.sub(Days(4), Days("4.5"))

    @given(half_days=st.integers(0, MOST_HALF_DAYS // 3), times=st.integers(0, 3))
    def test_multiples_are_repeated_sums(self, half_days: int, times: int) -> None:
        """A whole number of times some days is their sum, from either side, and by an integer of numpy."""
        days = Days.of_half_days(half_days)
        expected = sum([days] * times, Days(0))

        assert expected == days * times == times * days == days * np.int64(times)

    @pytest.mark.parametrize("times", [-1, 20_001, HUGE, -HUGE], ids=["below", "above", "far above", "far below"])
    def test_multiples_out_of_bounds_are_refused(self, times: int) -> None:
        """Half a day taken so often is no number of days."""
        with pytest.raises(InvalidDays):
            operator.mul(Days("0.5"), times)

    def test_they_sum_from_their_own_zero(self) -> None:
        """The days of a year add up from no days."""
        assert Days(15) == sum([Days("4.5"), Days("10.5")], Days(0))

    @pytest.mark.parametrize(
        ("operate", "other"),
        [
            pytest.param(operator.add, 1, id="days and a number"),
            pytest.param(operator.add, 0, id="days and nothing"),
            pytest.param(operator.add, "1", id="days and text"),
            pytest.param(operator.add, Decimal(1), id="days and a Decimal"),
            pytest.param(operator.add, None, id="days and None"),
            pytest.param(operator.add, np.int64(1), id="days and an integer of numpy"),
            pytest.param(operator.add, Money(1), id="days and money"),
            pytest.param(operator.sub, 1, id="days less a number"),
            pytest.param(operator.sub, Money(1), id="days less money"),
            pytest.param(operator.mul, Days(1), id="days times days"),
            pytest.param(operator.mul, 1.0, id="days times a float"),
            pytest.param(operator.mul, Decimal(1), id="days times a Decimal"),
            pytest.param(operator.mul, "1", id="days times text"),
            pytest.param(operator.mul, True, id="days times yes"),
            pytest.param(operator.mul, np.True_, id="days times the yes of numpy"),
            pytest.param(operator.truediv, 2, id="days by a number"),
            pytest.param(operator.truediv, Days(2), id="days by days"),
            pytest.param(operator.floordiv, 2, id="days by a number, whole"),
            pytest.param(operator.mod, 2, id="what is left of days"),
            pytest.param(operator.pow, 2, id="days squared"),
            pytest.param(operator.lt, 2, id="fewer days than a number"),
            pytest.param(operator.le, 2, id="at most a number"),
            pytest.param(operator.gt, 2, id="more days than a number"),
            pytest.param(operator.ge, 2, id="at least a number"),
            pytest.param(operator.lt, "2", id="fewer days than text"),
            pytest.param(operator.lt, Money(2), id="fewer days than money"),
        ],
    )
    def test_mixed_kinds_are_a_type_error(self, operate: Callable[[Any, Any], object], other: Any) -> None:
        """Days and another kind of thing neither add up nor compare, from either side."""
        with pytest.raises(TypeError):
            operate(Days(1), other)
        with pytest.raises(TypeError):
            operate(other, Days(1))

    @pytest.mark.parametrize("operate", [operator.neg, operator.pos, abs, int, float, round], ids=str)
    def test_days_are_no_number(self, operate: Callable[[Any], object]) -> None:
        """Days have no sign, and are never taken for a number."""
        with pytest.raises(TypeError):
            operate(Days(1))


class TestComparing:
    """Days are equal and ordered as numbers of days are."""

    @given(one=HALF_DAYS, other=HALF_DAYS)
    def test_they_are_ordered_as_their_half_days(self, one: int, other: int) -> None:
        """Every comparison of days is that of their half-days."""
        days, more = Days.of_half_days(one), Days.of_half_days(other)
        for compare in (operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt):
            assert compare(one, other) == compare(days, more)

    @pytest.mark.parametrize("other", [8, 4, 4.0, "4", "4 days", Decimal(4), None, Money(4), Money.pence(8)], ids=repr)
    def test_they_equal_nothing_else(self, other: object) -> None:
        """Days are not a number, a text or money."""
        assert Days(4) != other
        assert other != Days(4)

    def test_equal_days_have_one_hash(self) -> None:
        """Days from different kinds of numbers are one key."""
        assert {Days("4.5")} == {Days(4.5), Days(Decimal("4.50")), Days.of_half_days(9)}

    def test_no_days_are_false(self) -> None:
        """Only no days at all are false."""
        assert not Days(0)
        assert Days("0.5")


class TestWords:
    """How days are told, kept and copied."""

    @pytest.mark.parametrize(
        ("days", "words"),
        [("0", "0 days"), ("0.5", "0.5 days"), ("1", "1 day"), ("1.5", "1.5 days"), ("10000", "10000 days")],
    )
    def test_one_day_is_singular(self, days: str, words: str) -> None:
        """Only one day is a day."""
        assert words == str(Days(days))

    def test_they_are_formatted_as_their_words(self) -> None:
        """A format spec sets the words as it sets text."""
        assert (
            "4.5 days|  4.5 days|4.5 days  |4.5" == f"{Days('4.5')}|{Days('4.5'):>10}|{Days('4.5'):10}|{Days(4.5):.3}"
        )

    @given(DAYS)
    def test_they_come_back_from_repr_pickle_and_copy(self, days: Days) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        assert days == evaluated(repr(days))
        assert {days} == set(copies(days))

    def test_the_repr_is_the_constructor_with_plain_text(self) -> None:
        """Halves are told where there are any."""
        assert ["Days('4.5')", "Days('15')"] == [repr(Days("4.5")), repr(Days(15))]

    @pytest.mark.parametrize("name", ["half_days", "as_decimal", "anything"])
    def test_they_never_change(self, name: str) -> None:
        """No attribute of days can be set, deleted or added."""
        days = Days(4)
        with pytest.raises(AttributeError):
            setattr(days, name, 1)
        with pytest.raises(AttributeError):
            delattr(days, name)

        assert Days(4) == days
        assert not hasattr(days, "__dict__")
