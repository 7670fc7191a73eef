"""Money as a value: its arithmetic, order, words and copies."""

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Days, InvalidMoney, Money
from tests.oddities import HUGE, copies, evaluated

MOST_PENCE = 100 * 10**12

PENCE = st.integers(-MOST_PENCE, MOST_PENCE)


class TestArithmetic:
    """Money adds, subtracts and multiplies to the penny."""

    @given(one=PENCE, other=PENCE)
    def test_sums_and_differences_are_exact_or_refused(self, one: int, other: int) -> None:
        """Two amounts add and subtract to the penny, and out of bounds they raise."""
        operators: list[Callable[[Any, Any], Any]] = [operator.add, operator.sub]
        for operate in operators:
            if abs(operate(one, other)) <= MOST_PENCE:
                assert operate(one, other) == operate(Money.pence(one), Money.pence(other)).in_pence
            else:
                with pytest.raises(InvalidMoney):
                    operate(Money.pence(one), Money.pence(other))

    @given(pence=st.integers(-MOST_PENCE // 100, MOST_PENCE // 100), times=st.integers(-100, 100))
    def test_multiples_are_exact(self, pence: int, times: int) -> None:
        """A whole number of times some money is exact, from either side, and by an integer of numpy."""
        money = Money.pence(pence)

        assert pence * times == (money * times).in_pence == (times * money).in_pence
        assert money * times == money * np.int64(times) == np.int64(times) * money

    @given(PENCE)
    def test_signs_turn_and_fall_away(self, pence: int) -> None:
        """Money owed is money turned round."""
        assert Money.pence(-pence) == -Money.pence(pence)
        assert Money.pence(abs(pence)) == abs(Money.pence(pence))

    @pytest.mark.parametrize("times", [10**12 + 1, -(10**12) - 1, HUGE, -HUGE], ids=["+1", "-1", "+huge", "-huge"])
    def test_multiples_out_of_bounds_are_refused(self, times: int) -> None:
        """A pound taken so often is no money."""
        with pytest.raises(InvalidMoney):
            operator.mul(Money(1), times)

    def test_it_sums_from_its_own_zero(self) -> None:
        """Amounts add up from no money."""
        assert Money(15_250) == sum([Money(3000), Money(3000), Money(5250), Money(4000)], Money(0))

    @pytest.mark.parametrize(
        ("operate", "other"),
        [
            pytest.param(operator.add, 1, id="money and a number"),
            pytest.param(operator.add, 0, id="money and nothing"),
            pytest.param(operator.add, Decimal(1), id="money and a Decimal"),
            pytest.param(operator.add, "1", id="money and text"),
            pytest.param(operator.add, None, id="money and None"),
            pytest.param(operator.add, np.int64(1), id="money and an integer of numpy"),
            pytest.param(operator.add, Days(1), id="money and days"),
            pytest.param(operator.sub, 1, id="money less a number"),
            pytest.param(operator.sub, Days(1), id="money less days"),
            pytest.param(operator.mul, Money(1), id="money times money"),
            pytest.param(operator.mul, 0.5, id="money times a float"),
            pytest.param(operator.mul, np.float64(2), id="money times a float of numpy"),
            pytest.param(operator.mul, Decimal(2), id="money times a Decimal"),
            pytest.param(operator.mul, "2", id="money times text"),
            pytest.param(operator.mul, True, id="money times yes"),
            pytest.param(operator.mul, np.True_, id="money times the yes of numpy"),
            pytest.param(operator.truediv, 2, id="money by a number"),
            pytest.param(operator.truediv, Money(2), id="money by money"),
            pytest.param(operator.truediv, Days(2), id="money by days"),
            pytest.param(operator.floordiv, 2, id="money by a number, whole"),
            pytest.param(operator.mod, 2, id="what is left of money"),
            pytest.param(divmod, 2, id="both"),
            pytest.param(operator.pow, 2, id="money squared"),
            pytest.param(operator.lt, 2, id="less money than a number"),
            pytest.param(operator.le, 2, id="at most a number"),
            pytest.param(operator.gt, 2, id="more money than a number"),
            pytest.param(operator.ge, 2, id="at least a number"),
            pytest.param(operator.lt, np.int64(2), id="less money than an integer of numpy"),
            pytest.param(operator.lt, Decimal(2), id="less money than a Decimal"),
            pytest.param(operator.lt, Days(2), id="less money than days"),
        ],
    )
    def test_mixed_kinds_are_a_type_error(self, operate: Callable[[Any, Any], object], other: Any) -> None:
        """Money and another kind of thing neither add up nor compare, from either side."""
        with pytest.raises(TypeError):
            operate(Money(1), other)
        with pytest.raises(TypeError):
            operate(other, Money(1))

    @pytest.mark.parametrize("operate", [operator.pos, int, float, round], ids=str)
    def test_money_is_no_number(self, operate: Callable[[Any], object]) -> None:
        """Money is never taken for a number."""
        with pytest.raises(TypeError):
            operate(Money(1))


class TestRates:
    """A rate a day times days is money."""

    def test_days_at_a_rate_are_money_from_either_side(self) -> None:
        """Four and a half days at £200 are £900."""
        assert Money(900) == Days("4.5") * Money(200) == Money(200) * Days("4.5")

    @given(pence=st.integers(-10_000, 10_000), half_days=st.integers(0, 100))
    def test_half_a_day_at_an_odd_number_of_pence_is_refused(self, pence: int, half_days: int) -> None:
        """Money a day is exact for every half-day, or it raises; it is never rounded."""
        rate, days = Money.pence(pence), Days.of_half_days(half_days)
        if pence * half_days % 2:
            with pytest.raises(InvalidMoney, match="half a day"):
                operator.mul(rate, days)
        else:
            assert pence * half_days == 2 * (rate * days).in_pence == 2 * (days * rate).in_pence

    def test_a_rate_out_of_bounds_is_refused(self) -> None:
        """So many days at so much money are no money."""
        with pytest.raises(InvalidMoney):
            operator.mul(Money(10**12), Days("1.5"))


class TestComparing:
    """Money is equal and ordered as pence are."""

    @given(one=PENCE, other=PENCE)
    def test_it_is_ordered_as_its_pence(self, one: int, other: int) -> None:
        """Every comparison of money is that of its pence."""
        money, more = Money.pence(one), Money.pence(other)
        for compare in (operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt):
            assert compare(one, other) == compare(money, more)

    @pytest.mark.parametrize(
        "other", [4, 400, 4.0, "4.00", "£4.00", Decimal(4), None, Days(4), np.int64(4), pd.NA], ids=repr
    )
    def test_it_equals_nothing_else(self, other: object) -> None:
        """Money is not a number, a text or days."""
        assert Money(4) != other
        assert not Money(4) == other  # noqa: SIM201 - `==` and `!=` are two methods

    def test_equal_money_has_one_hash(self) -> None:
        """Money from different kinds of numbers is one key."""
        assert {Money("4.50")} == {Money("4.5"), Money(Decimal("4.5")), Money.pence(450)}

    def test_no_money_is_false(self) -> None:
        """Only no money at all is false."""
        assert not Money(0)
        assert Money("-0.01")


class TestWords:
    """How money is told, kept and copied."""

    @pytest.mark.parametrize(
        ("money", "words", "told"),
        [
            ("0", "£0.00", "Money('0.00')"),
            ("-0", "£0.00", "Money('0.00')"),
            ("0.01", "£0.01", "Money('0.01')"),
            ("-0.01", "-£0.01", "Money('-0.01')"),
            ("999.99", "£999.99", "Money('999.99')"),
            ("-1000", "-£1,000.00", "Money('-1000.00')"),
            ("15250", "£15,250.00", "Money('15250.00')"),
            ("1000000000000", "£1,000,000,000,000.00", "Money('1000000000000.00')"),
        ],
    )
    def test_it_is_told_in_pounds_and_pence(self, money: str, words: str, told: str) -> None:
        """The words have thousands set apart and the sign before the pound; the repr is plain."""
        assert (words, told) == (str(Money(money)), repr(Money(money)))

    def test_it_is_formatted_as_its_words(self) -> None:
        """A format spec sets the words as it sets text."""
        assert "£4.50|   £4.50|£4.50   |£4" == f"{Money('4.5')}|{Money('4.5'):>8}|{Money('4.5'):8}|{Money('4.5'):.2}"

    @given(PENCE)
    def test_it_comes_back_from_repr_pickle_and_copy(self, pence: int) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        money = Money.pence(pence)

        assert money == evaluated(repr(money))
        assert {money} == set(copies(money))

    @pytest.mark.parametrize("name", ["in_pence", "as_decimal", "anything"])
    def test_it_never_changes(self, name: str) -> None:
        """No attribute of money can be set, deleted or added."""
        money = Money(4)
        with pytest.raises(AttributeError):
            setattr(money, name, 1)
        with pytest.raises(AttributeError):
            delattr(money, name)

        assert Money(4) == money
        assert not hasattr(money, "__dict__")
