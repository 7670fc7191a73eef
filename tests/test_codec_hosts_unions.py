"""Unions of our classes in a host's own class, with nothing as one of the choices."""

from typing import Any

import pytest
from attrs import define
from cattrs import BaseConverter, Converter
from cattrs.preconf.json import make_converter

from mastery_programme import Choice, Count, DayRange, Days, InvalidDocument, Money, YesNo
from mastery_programme.codec import register


@define
class Held:
    """A class of a host."""

    days: Days | DayRange | None = None
    total: Days | Money | None = None
    fact: YesNo | Choice | Count | None = None


def converter(made: Any) -> BaseConverter:
    """A converter that knows our classes and tells an error as it is."""
    known: BaseConverter = made(detailed_validation=False)
    register(known)
    return known


@pytest.mark.parametrize("made", [pytest.param(Converter, id="plain"), pytest.param(make_converter, id="for JSON")])
class TestUnions:
    """What a host's class holds."""

    @pytest.mark.parametrize(
        "held",
        [
            pytest.param(Held(), id="nothing"),
            pytest.param(Held(Days("4.5"), Days(15), YesNo("So?")), id="days and days"),
            pytest.param(Held(DayRange(1, 2), Money(3000), Count("How many?", 0, 9)), id="a range and money"),
        ],
    )
    def test_it_comes_back(self, made: Any, held: Held) -> None:
        """With its tags, so that days and money are told apart."""
        known = converter(made)
        assert held == known.structure(known.unstructure(held), Held)

    def test_money_without_its_tag_is_refused(self, made: Any) -> None:
        """It might be days."""
        with pytest.raises(InvalidDocument, match="is not an object"):
            converter(made).structure({"total": "15"}, Held)
