"""What can be a limit of documents, and what the usual ones are."""

from typing import Any

import numpy as np
import pytest

from mastery_programme import InvalidArgument, Person
from mastery_programme.codec import Limits, from_dict, from_json
from tests.oddities import NO_NUMBERS, copies

NAMES = ("length", "depth", "width", "values")


class TestLimits:
    """What can be a limit."""

    def test_the_usual_ones_are_stated(self) -> None:
        """Those that hold where nobody names others."""
        assert Limits(length=262_144, depth=32, width=1000, values=10_000) == Limits()
        assert Limits(262_144, 32, 1000, 10_000) == Limits()

    def test_they_are_a_value(self) -> None:
        """Equal by what they are, told without what is usual, and unchangeable."""
        assert "Limits(depth=7)" == repr(Limits(depth=7))
        assert Limits(depth=7) == eval("Limits(depth=7)")
        assert {Limits(width=5)} == set(copies(Limits(width=5)))
        assert Limits() != Limits(values=9_999)
        with pytest.raises(AttributeError):
            setattr(Limits(), "depth", 99)  # noqa: B010 - a plain assignment is what the type checkers refuse

    @pytest.mark.parametrize("name", NAMES)
    def test_a_limit_is_a_whole_number_from_1_on(self, name: str) -> None:
        """To a thousand million, and of depth to a hundred."""
        most = 100 if name == "depth" else 10**9
        numbers: tuple[Any, ...] = (1, most, np.int16(7))
        for number in numbers:
            assert number == getattr(Limits(**{name: number}), name)
        for number in (0, -1, most + 1, 10**400):
            with pytest.raises(InvalidArgument, match="not a limit") as refusal:
                Limits(**{name: number})
            assert f"a whole number from 1 to {most:,}" == refusal.value.allowed

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("odd", [*NO_NUMBERS, "7", 7.0, Person()])
    def test_what_is_no_number_is_no_limit(self, name: str, odd: Any) -> None:
        """Nor is nothing: no limit can be left out by that."""
        with pytest.raises(InvalidArgument, match="not a limit"):
            Limits(**{name: odd})

    @pytest.mark.parametrize("odd", [None, 7, {"depth": 7}, (7, 7, 7, 7), "usual", Limits], ids=repr)
    def test_what_are_no_limits_are_refused(self, odd: Any) -> None:
        """Before the document is looked at."""
        for read in (from_dict, from_json):
            with pytest.raises(InvalidArgument, match="not limits"):
                read("{}", Person, limits=odd)
