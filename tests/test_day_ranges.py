"""Ranges of days, as editions publish them that say "12 to 37 days"."""

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import DayRange, Days, InvalidDays, Money
from tests.oddities import HUGE, NO_NUMBERS, Hostile, copies, evaluated

ENDS = st.lists(st.integers(0, 20_000).map(Days.of_half_days), min_size=2, max_size=2, unique=True).map(sorted)


class TestBuilding:
    """What makes a range of days."""

    @pytest.mark.parametrize(
        ("low", "high"),
        [(12, 37), ("12", "37"), (Decimal(12), 37.0), (Days(12), Days(37))],
        ids=["numbers", "text", "a Decimal and a float", "days"],
    )
    def test_its_ends_are_given_as_days_are(self, low: Any, high: Any) -> None:
        """Whatever makes days makes an end of a range."""
        days = DayRange(low, high)

        assert (Days(12), Days(37)) == (days.low, days.high)
        assert DayRange(12, 37) == days

    @pytest.mark.parametrize(
        ("low", "high"),
        [
            pytest.param(37, 12, id="the higher end first"),
            pytest.param(12, 12, id="one number"),
            pytest.param(0, 10_001, id="too high an end"),
            pytest.param(-1, 12, id="too low an end"),
            pytest.param("12", "37 days", id="a unit"),
            pytest.param(HUGE, 12, id="a million digits"),
        ],
    )
    def test_ends_that_are_no_range_are_refused(self, low: Any, high: Any) -> None:
        """The ends are days, differ, and come in their order."""
        with pytest.raises(InvalidDays):
            DayRange(low, high)

    @pytest.mark.parametrize("value", NO_NUMBERS)
    def test_what_is_no_number_is_no_end(self, value: Any) -> None:
        """What makes no days makes neither end."""
        with pytest.raises(InvalidDays):
            DayRange(value, 37)
        with pytest.raises(InvalidDays):
            DayRange(12, value)


class TestParsing:
    """Text that is a range, and text that is none."""

    @pytest.mark.parametrize(("text", "days"), [("12 to 37", DayRange(12, 37)), ("0 to 0.5", DayRange(0, "0.5"))])
    def test_two_numerals_with_to_between_are_a_range(self, text: str, days: DayRange) -> None:
        """A range is written as the documents write it."""
        assert days == DayRange.parse(text)

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("", id="empty"),
            pytest.param("12", id="one number"),
            pytest.param(" to ", id="no numbers"),
            pytest.param("12 to ", id="no higher end"),
            pytest.param(" to 37", id="no lower end"),
            pytest.param("12-37", id="a dash"),
            pytest.param("12to37", id="no spaces"),
            pytest.param("12  to 37", id="two spaces"),
            pytest.param("12 TO 37", id="capitals"),
            pytest.param("12 to 37 to 40", id="three numbers"),
            pytest.param("37 to 12", id="the higher end first"),
            pytest.param("12.25 to 37", id="a quarter"),
            pytest.param("1" * 10_000_000 + " to 37", id="ten million digits"),
            pytest.param("12 to 37" + " to 37" * 1_000_000, id="a million ends"),
            pytest.param(None, id="nothing at all"),
            pytest.param(12, id="a number"),
            pytest.param(("12", "37"), id="a pair"),
            pytest.param(b"12 to 37", id="bytes"),
            pytest.param(DayRange(12, 37), id="a range"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_anything_else_is_refused_in_few_words(self, text: Any) -> None:
        """What is not written so raises, and the error is short."""
        with pytest.raises(InvalidDays) as refusal:
            DayRange.parse(text)

        assert len(str(refusal.value)) < 300


class TestArithmetic:
    """Ranges add up with days and with each other."""

    def test_days_move_both_ends(self) -> None:
        """Days added to a range, from either side, make it later and no wider."""
        assert DayRange("13.5", "38.5") == DayRange(12, 37) + Days("1.5") == Days("1.5") + DayRange(12, 37)

    def test_two_ranges_add_end_to_end(self) -> None:
        """The least of both is the least of the sum, and the most likewise."""
        assert DayRange(13, 42) == DayRange(12, 37) + DayRange(1, 5)

    def test_they_sum_from_no_days(self) -> None:
        """Ranges and days add up from the zero of days."""
        parts: list[Any] = [Days(4), DayRange(1, 2), DayRange(0, 1)]

        assert DayRange(5, 7) == sum(parts, Days(0))

    def test_a_sum_out_of_bounds_is_refused(self) -> None:
        """No end of a range is more than the most days."""
        with pytest.raises(InvalidDays):
            operator.add(DayRange(12, 37), Days(9_964))

    @pytest.mark.parametrize(
        ("operate", "other"),
        [
            pytest.param(operator.add, 1, id="a range and a number"),
            pytest.param(operator.add, 0, id="a range and nothing"),
            pytest.param(operator.add, "1 to 2", id="a range and text"),
            pytest.param(operator.add, Money(1), id="a range and money"),
            pytest.param(operator.sub, Days(1), id="a range less days"),
            pytest.param(operator.mul, 2, id="a range times a number"),
            pytest.param(operator.mul, Money(2), id="a range times money"),
            pytest.param(operator.lt, Days(2), id="a range below days"),
            pytest.param(operator.lt, DayRange(2, 3), id="a range below a range"),
        ],
    )
    def test_nothing_else_is_defined(self, operate: Callable[[Any, Any], object], other: Any) -> None:
        """A range does not mix with other kinds, and is not ordered."""
        with pytest.raises(TypeError):
            operate(DayRange(12, 37), other)
        with pytest.raises(TypeError):
            operate(other, DayRange(12, 37))


class TestWords:
    """How ranges are told, kept and copied."""

    def test_both_ends_are_told(self) -> None:
        """The unit comes once, at the end, and a format spec sets the words."""
        assert "12 to 37 days" == str(DayRange(12, 37))
        assert "0.5 to 1 days  |" == f"{DayRange('0.5', 1):15}|"

    @given(ENDS)
    def test_they_come_back_from_text_repr_pickle_and_copy(self, ends: list[Days]) -> None:
        """The repr evaluates back, the words without their unit parse back, and a copy is equal."""
        days = DayRange(*ends)

        assert days == evaluated(repr(days)) == DayRange.parse(str(days).removesuffix(" days"))
        assert {days} == set(copies(days))

    @pytest.mark.parametrize("other", [Days(12), (Days(12), Days(37)), "12 to 37 days", None], ids=repr)
    def test_they_equal_nothing_else(self, other: object) -> None:
        """A range is not its lower end, a pair or a text."""
        assert DayRange(12, 37) != other

    @pytest.mark.parametrize("name", ["low", "high", "anything"])
    def test_they_never_change(self, name: str) -> None:
        """No attribute of a range can be set, deleted or added."""
        days = DayRange(12, 37)
        with pytest.raises(AttributeError):
            setattr(days, name, Days(1))
        with pytest.raises(AttributeError):
            delattr(days, name)

        assert DayRange(12, 37) == days
