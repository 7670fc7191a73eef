"""Money: whole pence, up to a million million pounds either way."""

import re
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Days, InvalidMoney, Money
from tests.oddities import CONTEXTS, HUGE, Hostile

MOST_PENCE = 100 * 10**12

PENCE = st.integers(-MOST_PENCE, MOST_PENCE)

TAKEN = [
    pytest.param(0, 0, id="nothing"),
    pytest.param(200, 20_000, id="pounds"),
    pytest.param(-1, -100, id="a pound owed"),
    pytest.param(10**12, MOST_PENCE, id="the most"),
    pytest.param(-(10**12), -MOST_PENCE, id="the least"),
    pytest.param("200.50", 20_050, id="pounds and pence"),
    pytest.param("200.5", 20_050, id="one place"),
    pytest.param("200", 20_000, id="no places"),
    pytest.param("0.01", 1, id="a penny"),
    pytest.param("-0.01", -1, id="a penny owed"),
    pytest.param("-0", 0, id="a minus before nothing"),
    pytest.param("007", 700, id="digits, if needless ones"),
    pytest.param("1000000000000.00", MOST_PENCE, id="the most, as text"),
    pytest.param("-1000000000000", -MOST_PENCE, id="the least, as text"),
    pytest.param(np.str_("0.10"), 10, id="the text of numpy"),
    pytest.param(Decimal("0.10"), 10, id="a Decimal"),
    pytest.param(Decimal("-200.5"), -20_050, id="a Decimal below nothing"),
    pytest.param(Decimal("1E+3"), 100_000, id="a Decimal with an exponent"),
    pytest.param(Decimal("123456789012.34"), 12_345_678_901_234, id="a Decimal of many digits"),
    pytest.param(np.int16(-3), -300, id="an integer of numpy"),
    pytest.param(np.uint64(10**12), MOST_PENCE, id="the largest integer of numpy"),
    pytest.param(pd.Series([7]).iloc[0], 700, id="an integer of pandas"),
    pytest.param(pd.array([7], dtype="Int64")[0], 700, id="a nullable integer of pandas"),
]

REFUSED = [
    pytest.param(4.0, id="a whole float"),
    pytest.param(4.5, id="an exact float"),
    pytest.param(np.float64(4.0), id="a float of numpy"),
    pytest.param(10**12 + 1, id="a pound more than the most"),
    pytest.param(-(10**12) - 1, id="a pound less than the least"),
    pytest.param(10**14, id="as many pounds as there may be pence"),
    pytest.param("1000000000000.01", id="a penny more than the most"),
    pytest.param("-1000000000000.01", id="a penny less than the least"),
    pytest.param("0.001", id="a tenth of a penny"),
    pytest.param("1.500", id="three places"),
    pytest.param("-.5", id="nothing between minus and point"),
    pytest.param(Decimal("0.001"), id="a tenth of a penny, as a Decimal"),
    pytest.param(Decimal("1000000000000.01"), id="a penny more than the most, as a Decimal"),
    pytest.param(Money(4), id="money"),
]


class TestBuilding:
    """What makes money, and what does not."""

    @pytest.mark.parametrize(("value", "pence"), TAKEN)
    def test_an_amount_of_whole_pence_is_taken(self, value: Any, pence: int) -> None:
        """Ints, text and Decimals make money, held as a plain int."""
        money = Money(value)

        assert pence == money.in_pence
        assert int is type(money.in_pence)

    @pytest.mark.parametrize("value", REFUSED)
    def test_anything_else_is_refused(self, value: Any) -> None:
        """A float, a part of a penny or an amount out of bounds raises."""
        with pytest.raises(InvalidMoney):
            Money(value)

    @given(st.text("0123456789.-+ _eE,£\N{ARABIC-INDIC DIGIT FIVE}\N{SUPERSCRIPT TWO}", max_size=15))
    def test_text_is_taken_if_it_is_digits_with_two_places_at_most(self, text: str) -> None:
        """Of all texts, those of the stated grammar and bounds are taken, and no others."""
        if re.fullmatch(r"-?[0-9]+(\.[0-9]{1,2})?", text) and abs(Fraction(text)) <= 10**12:
            assert 100 * Fraction(text) == Money.parse(text).in_pence
        else:
            with pytest.raises(InvalidMoney):
                Money.parse(text)

    @given(PENCE)
    def test_every_amount_comes_back_from_each_kind(self, pence: int) -> None:
        """Pence, Decimal and text of one amount agree."""
        money = Money.pence(pence)

        assert pence == money.in_pence == 100 * Fraction(money.as_decimal)
        assert money == Money(money.as_decimal) == Money.parse(str(money.as_decimal))
        assert -2 == money.as_decimal.as_tuple().exponent

    @pytest.mark.parametrize(
        "value", [MOST_PENCE + 1, -MOST_PENCE - 1, HUGE, -HUGE], ids=["+1", "-1", "+huge", "-huge"]
    )
    def test_pence_are_bounded(self, value: int) -> None:
        """A penny beyond the bounds raises, and so does a number that nobody can write."""
        with pytest.raises(InvalidMoney):
            Money.pence(value)

    @pytest.mark.parametrize("value", [True, 5.0, "5", Decimal(5), None, np.True_, Money(5), Hostile()], ids=type)
    def test_pence_are_whole_numbers(self, value: Any) -> None:
        """Nothing but an integer counts pence."""
        assert Money("0.05") == Money.pence(5) == Money.pence(np.int8(5))
        with pytest.raises(InvalidMoney):
            Money.pence(value)


@pytest.mark.parametrize("context", CONTEXTS)
class TestContexts:
    """The caller's decimal context changes nothing."""

    @pytest.mark.parametrize(("value", "pence"), TAKEN)
    def test_what_is_taken_is_taken_exactly(self, context: Context, value: Any, pence: int) -> None:
        """No context rounds what is given, or what is handed back."""
        with localcontext(context):
            money = Money(value)
            told = money.as_decimal

        assert pence == money.in_pence
        assert Fraction(pence, 100) == Fraction(told)

    def test_arithmetic_keeps_every_penny(self, context: Context) -> None:
        """Fourteen digits add up and multiply where three are kept."""
        with localcontext(context):
            assert Money("999999999999.99") == Money("999999999999.98") + Money("0.01")
            assert Money("11111110.83") == Money("1234567.87") * 9
            assert Money("5555555.46") == Money("1234567.88") * Days("4.5")
            assert "£999,999,999,999.99" == str(Money("999999999999.99"))
