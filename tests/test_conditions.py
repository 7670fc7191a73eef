"""Conditions: what a rule asks of one fact."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Choice, Count, InvalidRule, Is, Region, YesNo
from mastery_programme.conditions import said_any
from tests.oddities import HUGE, NO_NUMBERS, Hostile, copies, evaluated

Fact = YesNo | Choice | Count

TRAINED = YesNo("Is the teacher trained?")
PHASE = Choice("In which phase?", ("primary", "secondary"))
YEARS = Count("For how many years?", 0, 40)
PLACE = Choice("Where?", ("London", "North East", "1"))

EVERY = [
    Is.one_of(True),
    Is.one_of(False, True),
    Is.one_of("primary"),
    Is.one_of("it's", '"'),
    Is.one_of(3, 1, 2),
    Is.one_of(1, True, "1"),
    Is.at_least(0),
    Is.at_least(-3),
    Is.at_most(5),
    Is.between(2, 5),
    Is.between(2, 2),
    Is.between(-(10**9), 10**9),
    Is.one_of(-(10**9), 10**9),
]

VALUES = st.one_of(st.booleans(), st.integers(-(10**9), 10**9), st.text(max_size=4))


class TestBuilding:
    """What makes a condition, and what does not."""

    @pytest.mark.parametrize(
        "values",
        [
            pytest.param((), id="no values"),
            pytest.param((None,), id="nothing"),
            pytest.param((True, None), id="nothing beside yes"),
            pytest.param((1.0,), id="a float"),
            pytest.param((Decimal(1),), id="a Decimal"),
            pytest.param((b"a",), id="bytes"),
            pytest.param((("a", "b"),), id="a tuple"),
            pytest.param((np.True_,), id="the yes of numpy"),
            pytest.param((10**9 + 1,), id="more than a thousand million"),
            pytest.param((-(10**9) - 1,), id="less than a thousand million below nothing"),
            pytest.param((HUGE,), id="a million digits"),
            pytest.param((HUGE, 1.0), id="a million digits beside a float"),
            pytest.param(("a" * 10_000_000, None), id="ten million characters beside nothing"),
            pytest.param((Hostile(),), id="what breaks when it is shown"),
        ],
    )
    def test_one_of_takes_yes_no_whole_numbers_and_texts(self, values: tuple[Any, ...]) -> None:
        """No values, and values that no fact can have, raise in few words."""
        with pytest.raises(InvalidRule) as refusal:
            Is.one_of(*values)

        assert len(str(refusal.value)) < 300

    @pytest.mark.parametrize("bound", [*NO_NUMBERS, 10**9 + 1, -(10**9) - 1, 1.0, "1", np.float64(1)])
    def test_a_bound_is_a_whole_number(self, bound: Any) -> None:
        """What is none raises, wherever it stands."""
        with pytest.raises(InvalidRule):
            Is.at_least(bound)
        with pytest.raises(InvalidRule):
            Is.at_most(bound)
        with pytest.raises(InvalidRule):
            Is.between(bound, 3)
        with pytest.raises(InvalidRule):
            Is.between(3, bound)

    @pytest.mark.parametrize(("low", "high"), [(3, 2), (0, -1), (HUGE, 1), (1, -HUGE)], ids=["2", "-1", "1", "huge"])
    def test_bounds_come_in_their_order(self, low: int, high: int) -> None:
        """The least is not more than the most, and the error is short."""
        with pytest.raises(InvalidRule) as refusal:
            Is.between(low, high)

        assert len(str(refusal.value)) < 300

    def test_bounds_may_be_integers_of_numpy(self) -> None:
        """They are kept as plain ints."""
        assert [Is.at_least(3), Is.at_most(3)] == [Is.at_least(np.int8(3)), Is.at_most(np.uint64(3))]
        assert "Is.between(2, 3)" == repr(Is.between(np.int8(2), np.int16(3)))

    def test_there_is_no_condition_of_no_kind(self) -> None:
        """The class itself makes none, and says what does."""
        with pytest.raises(InvalidRule, match="one_of"):
            Is()


class TestComparing:
    """Conditions are equal if they ask the same in the same order."""

    def test_a_value_given_twice_counts_once(self) -> None:
        """The first of equal values stays where it stands."""
        assert Is.one_of("b", "a", "b", "a") == Is.one_of("b", "a")
        assert ("b", "a") == Is.one_of("b", "a", "b", "a").values

    def test_yes_is_not_1_and_no_is_not_0(self) -> None:
        """Values are the same only if their types are."""
        assert [True, 1, False, 0] == list(Is.one_of(True, 1, True, 1, False, 0).values)
        assert [bool, int, bool, int] == [type(value) for value in Is.one_of(True, 1, False, 0).values]
        assert 3 == len({Is.one_of(True), Is.one_of(1), Is.one_of("True")})

    def test_every_other_condition_is_another(self) -> None:
        """None of so many equals another, and each has its own hash key."""
        assert len(EVERY) == len(set(EVERY))
        assert Is.one_of(3) not in {Is.at_least(3), Is.at_most(3), Is.between(3, 3)}

    def test_equal_conditions_have_one_hash(self) -> None:
        """A condition made again is the same key."""
        assert 1 == len({Is.between(2, 5), Is.between(2, 5)})
        assert 1 == len({Is.one_of("a", "b"), Is.one_of("a", "b", "a")})


class TestHolding:
    """Whether a value fulfils a condition."""

    @given(st.lists(VALUES, min_size=1, max_size=5), VALUES)
    def test_one_of_holds_for_its_values_and_no_others(self, values: list[Any], other: Any) -> None:
        """A value holds if it is among them, in its own type."""
        among = any(type(other) is type(value) and other == value for value in values)

        assert all(Is.one_of(*values).holds(value) for value in values)
        assert among is Is.one_of(*values).holds(other)

    def test_bounds_hold_for_numbers_alone(self) -> None:
        """True is not 1, and a text is no number."""
        assert Is.at_least(1).holds(1)
        assert not Is.at_least(1).holds(value=True)
        assert not Is.at_most(1).holds("1")

    @given(st.integers(-9, 9), st.integers(0, 9), st.integers(-20, 20))
    def test_bounds_hold_from_end_to_end(self, low: int, span: int, value: int) -> None:
        """The ends are in them."""
        high = low + span

        assert (value >= low) is Is.at_least(low).holds(value)
        assert (value <= high) is Is.at_most(high).holds(value)
        assert (low <= value <= high) is Is.between(low, high).holds(value)


class TestFitting:
    """Which fact a condition can be put on."""

    @pytest.mark.parametrize(
        ("condition", "fact"),
        [
            pytest.param(Is.one_of(True), TRAINED, id="yes"),
            pytest.param(Is.one_of(True, False), TRAINED, id="yes or no"),
            pytest.param(Is.one_of("secondary"), PHASE, id="an option"),
            pytest.param(Is.one_of("secondary", "primary"), PHASE, id="all options"),
            pytest.param(Is.one_of(0, 40), YEARS, id="numbers"),
            pytest.param(Is.at_least(0), YEARS, id="the least"),
            pytest.param(Is.at_most(40), YEARS, id="the most"),
            pytest.param(Is.between(0, 40), YEARS, id="both ends"),
            pytest.param(Is.one_of("1"), PLACE, id="a text of digits"),
        ],
    )
    def test_it_fits_a_fact_that_can_be_what_it_names(self, condition: Is, fact: Fact) -> None:
        """Its values and bounds are all in the domain."""
        assert condition.fits(fact)

    @pytest.mark.parametrize(
        ("condition", "fact"),
        [
            pytest.param(Is.one_of(1), TRAINED, id="1 for yes"),
            pytest.param(Is.one_of("yes"), TRAINED, id="a word for yes"),
            pytest.param(Is.one_of(True, 1), TRAINED, id="1 beside yes"),
            pytest.param(Is.at_least(1), TRAINED, id="a bound on yes or no"),
            pytest.param(Is.one_of("tertiary"), PHASE, id="no option"),
            pytest.param(Is.one_of("primary", "tertiary"), PHASE, id="no option beside one"),
            pytest.param(Is.one_of("Primary"), PHASE, id="an option in capitals"),
            pytest.param(Is.one_of(True), PHASE, id="yes for an option"),
            pytest.param(Is.at_most(1), PHASE, id="a bound on options"),
            pytest.param(Is.one_of(1), PLACE, id="a number for digits"),
            pytest.param(Is.one_of(41), YEARS, id="a number out of bounds"),
            pytest.param(Is.one_of(40, 41), YEARS, id="a number out of bounds beside one"),
            pytest.param(Is.one_of(True), YEARS, id="yes for 1"),
            pytest.param(Is.one_of("1"), YEARS, id="a text for a number"),
            pytest.param(Is.at_least(41), YEARS, id="more than the most"),
            pytest.param(Is.at_most(-1), YEARS, id="less than the least"),
            pytest.param(Is.at_least(-1), YEARS, id="a least below the least"),
            pytest.param(Is.at_most(41), YEARS, id="a most above the most"),
            pytest.param(Is.between(0, 41), YEARS, id="one end out of bounds"),
            pytest.param(Is.between(-1, 40), YEARS, id="the other end out of bounds"),
            pytest.param(Is.at_least(10**9), YEARS, id="far more than the most"),
        ],
    )
    def test_it_fits_no_other(self, condition: Is, fact: Fact) -> None:
        """What the fact can never be, or is of another type, does not fit."""
        assert not condition.fits(fact)

    @pytest.mark.parametrize("name", [Region.LONDON, np.str_("London"), "London"], ids=type)
    @pytest.mark.parametrize(
        "fact",
        [
            pytest.param(PLACE, id="options that are plain texts"),
            pytest.param(Choice("Where?", (Region.LONDON, Region.NORTH_EAST)), id="options that are terms"),
        ],
    )
    def test_a_condition_holds_for_what_it_names_whatever_kind_of_text_it_is(self, fact: Choice, name: str) -> None:
        """A term of a vocabulary is its text, in the condition as in the fact."""
        condition = Is.one_of(name)
        value = fact.taken(name)

        assert condition.fits(fact)
        assert value is not None
        assert condition.holds(value)
        assert condition == Is.one_of("London")


class TestWords:
    """How conditions are told, kept and copied."""

    @pytest.mark.parametrize(
        ("condition", "words"),
        [
            (Is.one_of(True), "yes"),
            (Is.one_of(False, True), "no or yes"),
            (Is.one_of(1, 0), "1 or 0"),
            (Is.one_of("primary", "secondary"), "primary or secondary"),
            (Is.at_least(2), "at least 2"),
            (Is.at_least(0), "at least 0"),
            (Is.at_most(0), "at most 0"),
            (Is.between(0, 5), "at least 0 and at most 5"),
        ],
        ids=repr,
    )
    def test_they_are_told_as_in_a_sentence(self, condition: Is, words: str) -> None:
        """Yes and no for true and false."""
        assert words == str(condition)

    @pytest.mark.parametrize("condition", EVERY, ids=repr)
    def test_they_come_back_from_repr_pickle_and_copy(self, condition: Is) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        assert condition == evaluated(repr(condition))
        assert {condition} == set(copies(condition))

    def test_the_repr_is_the_call_that_makes_it(self) -> None:
        """Each kind is told by its own name."""
        assert [
            "Is.one_of(True, 1, 'a')",
            "Is.at_least(0)",
            "Is.at_most(0)",
            "Is.between(0, 0)",
        ] == [repr(one) for one in (Is.one_of(True, 1, "a"), Is.at_least(0), Is.at_most(0), Is.between(0, 0))]

    @pytest.mark.parametrize("name", ["values", "low", "high", "anything"])
    def test_they_never_change(self, name: str) -> None:
        """No attribute of a condition can be set, deleted or added."""
        condition = Is.between(1, 2)
        with pytest.raises(AttributeError):
            setattr(condition, name, 5)
        with pytest.raises(AttributeError):
            delattr(condition, name)

        assert Is.between(1, 2) == condition


class TestSaying:
    """Several values of one fact in words."""

    @pytest.mark.parametrize(
        ("values", "words"),
        [
            pytest.param((True,), "yes", id="yes"),
            pytest.param((True, False), "yes or no", id="yes and no"),
            pytest.param(("primary", "secondary"), "primary or secondary", id="options"),
            pytest.param((3,), "3", id="one number"),
            pytest.param((3, 4), "3 or 4", id="two numbers"),
            pytest.param((3, 4, 5), "3 to 5", id="numbers in a row"),
            pytest.param((3, 5, 6), "3 or 5 or 6", id="numbers with a gap"),
            pytest.param(tuple(range(301)), "0 to 300", id="many numbers"),
            pytest.param((False, True, 2), "no or yes or 2", id="yes and no are no numbers"),
        ],
    )
    def test_numbers_in_a_row_are_told_by_their_ends(self, values: tuple[Any, ...], words: str) -> None:
        """Three numbers and more, without a gap, are told short."""
        assert words == said_any(values)
