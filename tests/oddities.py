"""What callers hand in by mistake or malice, the decimal contexts they live in, and the ways in which values travel."""

import copy
import pickle
from collections.abc import Iterator
from datetime import timedelta
from decimal import Clamped, Context, Decimal, FloatOperation, Inexact, InvalidOperation, Rounded
from fractions import Fraction
from typing import NoReturn, TypeVar

import numpy as np
import pandas as pd
import pytest

import mastery_programme

T = TypeVar("T")

HUGE = 10**1_000_000
"""A number that takes minutes to write out, and that Python refuses to write."""


class Hostile:
    """Breaks whoever tries to show it."""

    def __repr__(self) -> NoReturn:
        raise AssertionError("nobody may put this into words")

    __str__ = __repr__


NO_NUMBERS = [
    pytest.param(None, id="nothing at all"),
    pytest.param(True, id="yes, which is not 1"),
    pytest.param(False, id="no, which is not 0"),
    pytest.param(np.True_, id="the yes of numpy"),
    pytest.param(HUGE, id="a million digits"),
    pytest.param(-HUGE, id="a million digits below nothing"),
    pytest.param(float("nan"), id="a float that is no number"),
    pytest.param(float("inf"), id="an endless float"),
    pytest.param(float("-inf"), id="a float endlessly below nothing"),
    pytest.param(1e308, id="the largest of floats"),
    pytest.param(0.1, id="a float between numbers"),
    pytest.param(np.float64("nan"), id="the missing value of numpy"),
    pytest.param(Decimal("NaN"), id="a Decimal that is no number"),
    pytest.param(Decimal("sNaN"), id="a Decimal that signals"),
    pytest.param(Decimal("Infinity"), id="an endless Decimal"),
    pytest.param(Decimal("-Infinity"), id="a Decimal endlessly below nothing"),
    pytest.param(Decimal("1E+999999999"), id="a Decimal of a thousand million digits"),
    pytest.param(Decimal("1E-999999999"), id="a Decimal of a thousand million places"),
    pytest.param(Decimal("4" * 1_000_000), id="a Decimal with a million digits"),
    pytest.param(Decimal("4." + "5" * 1_000_000), id="a Decimal with a million places"),
    pytest.param(Fraction(9, 2), id="a fraction"),
    pytest.param(4 + 0j, id="a complex number"),
    pytest.param(b"4", id="bytes"),
    pytest.param([4], id="a list"),
    pytest.param((4,), id="a tuple"),
    pytest.param(np.array([4, 5]), id="an array"),
    pytest.param(timedelta(days=4), id="a span of time"),
    pytest.param(pd.NA, id="the missing value of pandas"),
    pytest.param(pd.NaT, id="the missing moment of pandas"),
    pytest.param(Hostile(), id="what breaks when it is shown"),
    pytest.param(Hostile, id="a class"),
]
"""What is no number of ours, whatever it is to count."""

NO_NUMERALS = [
    pytest.param("", id="empty"),
    pytest.param(".", id="a lone point"),
    pytest.param("-", id="a lone minus"),
    pytest.param("4.", id="nothing after the point"),
    pytest.param(".5", id="nothing before the point"),
    pytest.param("4.5.0", id="two points"),
    pytest.param("+4", id="a plus"),
    pytest.param("--4", id="two minuses"),
    pytest.param("4-", id="a minus after"),
    pytest.param("- 4", id="a space after the minus"),
    pytest.param("\N{MINUS SIGN}4", id="a minus of typography"),
    pytest.param(" 4", id="a space before"),
    pytest.param("4 ", id="a space after"),
    pytest.param("4\n", id="a line's end"),
    pytest.param("4\0", id="a zero byte"),
    pytest.param("1 000", id="a space between"),
    pytest.param("1,000", id="a comma"),
    pytest.param("4,5", id="a comma for a point"),
    pytest.param("1_000", id="an underscore"),
    pytest.param("4e0", id="an exponent"),
    pytest.param("0x4", id="sixteen as the base"),
    pytest.param("£4", id="a currency"),
    pytest.param("4.5 days", id="a unit"),
    pytest.param("four", id="a word"),
    pytest.param("nan", id="no number"),
    pytest.param("inf", id="endless"),
    pytest.param("\N{ARABIC-INDIC DIGIT FOUR}", id="Arabic-Indic digits"),
    pytest.param("4.\N{ARABIC-INDIC DIGIT FIVE}", id="Arabic-Indic digits after the point"),
    pytest.param("\N{FULLWIDTH DIGIT FOUR}", id="wide digits"),
    pytest.param("4\N{SUPERSCRIPT TWO}", id="a superscript"),
    pytest.param("4\N{VULGAR FRACTION ONE HALF}", id="a half sign"),
    pytest.param("\ud800", id="half a character"),
    pytest.param("4" * 10_000_000, id="ten million digits"),
    pytest.param("4." + "5" * 10_000_000, id="ten million places"),
]
"""Text that is no plain numeral, or too large a one."""

CONTEXTS = [
    pytest.param(Context(prec=3, traps=[]), id="three digits, nothing trapped"),
    pytest.param(Context(prec=1, capitals=0, clamp=1, Emax=1, Emin=-1, traps=[]), id="one digit and no exponents"),
    pytest.param(
        Context(prec=1, traps=[Clamped, FloatOperation, Inexact, InvalidOperation, Rounded]), id="everything trapped"
    ),
]
"""Decimal contexts in which arithmetic with Decimals goes wrong."""


def evaluated(text: str) -> object:
    """What a repr evaluates to where every public name is known."""
    return eval(text, dict(vars(mastery_programme)))


def copies(value: T) -> Iterator[T]:
    """A value as it comes back from being copied, and from being pickled by each protocol."""
    yield copy.copy(value)
    yield copy.deepcopy(value)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))
