"""Numbers given to days and money: what neither takes, however it is given."""

from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from typing import Any, NoReturn

import pytest

from mastery_programme import Days, InvalidMoney, MasteryProgrammeError, Money
from mastery_programme.numerals import split, whole
from tests.oddities import CONTEXTS, NO_NUMBERS, NO_NUMERALS, Hostile

EITHER = pytest.mark.parametrize("make", [Days, Money, Days.parse, Money.parse], ids=lambda make: make.__qualname__)


class Unwritten(Decimal):
    """Breaks whoever writes it out."""

    def __format__(self, specifier: str, /, context: Context | None = None) -> NoReturn:
        raise AssertionError("nobody may write this out")


@EITHER
class TestRefusing:
    """Neither days nor money are made from what is no plain number."""

    @pytest.mark.parametrize("value", [*NO_NUMBERS, *NO_NUMERALS])
    def test_what_is_no_number_is_refused_in_few_words(self, make: Callable[[Any], object], value: Any) -> None:
        """The error is ours, and never spells a large or odd value out."""
        with pytest.raises(MasteryProgrammeError) as refusal:
            make(value)

        assert len(str(refusal.value)) < 300

    @pytest.mark.parametrize("context", CONTEXTS)
    def test_no_decimal_context_lets_anything_in_or_out(self, make: Callable[[Any], object], context: Context) -> None:
        """Whatever the caller's context traps or does not, the error is ours."""
        for row in NO_NUMBERS:
            with localcontext(context), pytest.raises(MasteryProgrammeError):
                make(row.values[0])


@pytest.mark.parametrize("parse", [Days.parse, Money.parse], ids=lambda parse: parse.__qualname__)
class TestParsing:
    """`parse` takes text and nothing else."""

    @pytest.mark.parametrize("value", [4, 4.5, Decimal("4.5"), b"4", Days(4), Money(4), Hostile()], ids=type)
    def test_numbers_are_refused_where_text_is_asked_for(self, parse: Callable[[Any], object], value: Any) -> None:
        """What makes days or money otherwise does not make them here."""
        with pytest.raises(MasteryProgrammeError, match="not text"):
            parse(value)


class TestReading:
    """The reading itself."""

    @pytest.mark.parametrize(
        ("value", "parts"),
        [
            pytest.param("-200.50", (True, "200", "50"), id="every part"),
            pytest.param("7", (False, "7", ""), id="digits alone"),
            pytest.param("4" * 40, (False, "4" * 40, ""), id="the longest text"),
            pytest.param("4" * 41, None, id="longer text"),
            pytest.param(Decimal("-2.5"), (True, "2", "5"), id="a Decimal"),
            pytest.param(Decimal("1E+39"), (False, "1" + "0" * 39, ""), id="the longest Decimal"),
            pytest.param(Decimal("1E+40"), None, id="a longer Decimal"),
            pytest.param(Decimal("1E-38"), (False, "0", "0" * 37 + "1"), id="the smallest Decimal"),
            pytest.param(Decimal("1E-39"), None, id="a smaller Decimal"),
            pytest.param(Decimal("1E-40"), None, id="a Decimal too small to look at"),
        ],
    )
    def test_a_numeral_is_split_unless_it_is_longer_than_any(
        self, value: str | Decimal, parts: tuple[bool, str, str] | None
    ) -> None:
        """A number of forty characters is read, and one of more is not."""
        assert parts == split(value)

    @pytest.mark.parametrize(
        "number",
        [
            pytest.param("1E+999999999", id="a thousand million digits"),
            pytest.param("1E-999999999", id="a thousand million places"),
            pytest.param("4." + "5" * 1_000_000, id="a million places"),
        ],
    )
    def test_a_decimal_that_is_too_long_is_not_written_out(self, number: str) -> None:
        """Its length is known before a character of it is made."""
        assert split(Unwritten(number)) is None

    def test_what_is_whole_is_an_int_and_nothing_else_is(self) -> None:
        """Every kind of number that is no whole one is None."""
        assert [7, None, None, None, None] == [whole(value) for value in (7, True, 7.0, "7", Decimal(7))]

    def test_whatever_an_odd_value_raises_it_is_no_whole_number(self) -> None:
        """The refusal is ours."""

        class Broken:
            def __index__(self) -> NoReturn:
                raise RuntimeError

        assert whole(Broken()) is None
        with pytest.raises(InvalidMoney):
            Money(Broken())
