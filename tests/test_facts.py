"""Facts: questions with finite domains of answers."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

import numpy as np
import pytest

from mastery_programme import Choice, Count, InvalidRule, YesNo
from tests.oddities import HUGE, NO_NUMBERS, Hostile, copies, evaluated

Fact = YesNo | Choice | Count
Making = Callable[..., Fact]

TRAINED = YesNo("Is the teacher trained?")
PHASE = Choice("In which phase?", ("primary", "secondary"))
YEARS = Count("For how many years?", 0, 40, "years")

NO_TEXTS = [
    pytest.param(None, id="nothing at all"),
    pytest.param("", id="empty"),
    pytest.param(" \t\n", id="blank"),
    pytest.param(3, id="a number"),
    pytest.param(HUGE, id="a million digits"),
    pytest.param(b"Which?", id="bytes"),
    pytest.param(["Which?"], id="a list"),
    pytest.param(Hostile(), id="what breaks when it is shown"),
]


class Stage(StrEnum):
    """A vocabulary of somebody else's."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


def yes_no(ask: Any, **given: Any) -> Fact:
    """A fact that is true or false."""
    return YesNo(ask, **given)


def choice(ask: Any, **given: Any) -> Fact:
    """A fact with two options."""
    return Choice(ask, ("a", "b"), **given)


def count(ask: Any, **given: Any) -> Fact:
    """A fact that is a number."""
    return Count(ask, 0, 1, **given)


EVERY_KIND = pytest.mark.parametrize("make", [yes_no, choice, count], ids=["YesNo", "Choice", "Count"])


@EVERY_KIND
class TestAsking:
    """What every fact says: what to ask, of whom, and whether it is judged."""

    @pytest.mark.parametrize("text", NO_TEXTS)
    def test_it_has_a_question_and_somebody_who_answers(self, make: Making, text: Any) -> None:
        """A blank question, or a blank answerer, is none."""
        with pytest.raises(InvalidRule, match="not a question"):
            make(text)
        with pytest.raises(InvalidRule, match="somebody who answers"):
            make("Which?", answered_by=text)

    def test_the_applicant_answers_unless_another_is_named(self, make: Making) -> None:
        """Nothing is judged, and the applicant is asked, if nothing else is said."""
        fact = make("Which?")

        assert ("Which?", False, "applicant") == (fact.ask, fact.judged, fact.answered_by)

    def test_who_judges_may_be_named(self, make: Making) -> None:
        """A judgement is somebody's."""
        fact = make("Which?", judged=True, answered_by="hub")

        assert (True, "hub") == (fact.judged, fact.answered_by)
        assert fact != make("Which?")

    @pytest.mark.parametrize("judged", [None, 1, 0, "yes", "", np.True_, Hostile()], ids=type)
    def test_a_fact_is_judged_or_not(self, make: Making, judged: Any) -> None:
        """What is neither yes nor no says nothing."""
        with pytest.raises(InvalidRule, match="neither judged nor not"):
            make("Which?", judged=judged)


class TestYesNo:
    """A fact that is true or false."""

    @pytest.mark.parametrize("value", [True, False])
    def test_it_is_yes_or_no(self, value: bool) -> None:
        """Both values are taken as they are."""
        assert value is TRAINED.taken(value)
        assert (True, False) == TRAINED.values

    @pytest.mark.parametrize("value", [1, 0, 1.0, "yes", "True", "", None, np.True_, Hostile()], ids=type)
    def test_it_is_nothing_else(self, value: object) -> None:
        """What is only equal to yes, or means it, is not yes."""
        assert TRAINED.taken(value) is None


class TestChoice:
    """A fact that is one of a few options."""

    @pytest.mark.parametrize("value", ["primary", Stage.PRIMARY, np.str_("primary")], ids=type)
    def test_an_option_is_taken_as_plain_text(self, value: str) -> None:
        """A text of another type counts as the option that it equals."""
        assert ("primary", str) == (PHASE.taken(value), type(PHASE.taken(value)))
        assert ("primary", "secondary") == PHASE.values == PHASE.options

    @pytest.mark.parametrize(
        "value", ["Primary", " primary", "", "tertiary", None, True, 0, b"primary", Hostile()], ids=type
    )
    def test_nothing_else_is(self, value: object) -> None:
        """Options are taken exactly."""
        assert PHASE.taken(value) is None

    @pytest.mark.parametrize(
        "options",
        [
            pytest.param(["primary", "secondary"], id="a list"),
            pytest.param(iter(["primary", "secondary"]), id="one by one"),
            pytest.param(Stage, id="a vocabulary"),
            pytest.param({"primary": 1, "secondary": 2}, id="the keys of a dict"),
            pytest.param(np.array(["primary", "secondary"]), id="an array of numpy"),
        ],
    )
    def test_options_come_in_any_series_and_are_kept_as_plain_texts(self, options: Any) -> None:
        """However they are listed, they are a tuple of texts in their order."""
        fact = Choice("In which phase?", options)

        assert fact == PHASE
        assert [str, str] == [type(option) for option in fact.options]
        assert "Choice(ask='In which phase?', options=('primary', 'secondary'))" == repr(fact)

    def test_options_given_as_a_list_may_change_there(self) -> None:
        """The fact keeps its own."""
        options = ["primary", "secondary"]
        fact = Choice("In which phase?", tuple(options))
        options.clear()

        assert fact == PHASE

    @pytest.mark.parametrize(
        "options",
        [
            pytest.param((), id="none"),
            pytest.param(("a", "a"), id="one twice"),
            pytest.param(("a", "b", "a"), id="one again"),
            pytest.param(("a" * 10_000_000, "a" * 10_000_000), id="a long one twice"),
            pytest.param(("a", ""), id="an empty one"),
            pytest.param(("a", " "), id="a blank one"),
            pytest.param(("a", 1), id="a number"),
            pytest.param(("a", None), id="nothing"),
            pytest.param(("a", True), id="yes"),
            pytest.param(("a", ["b"]), id="a list"),
            pytest.param((HUGE, HUGE), id="a million digits"),
            pytest.param((Hostile(),), id="what breaks when it is shown"),
            pytest.param("ab", id="a text for a series"),
            pytest.param(None, id="no series"),
            pytest.param(3, id="a number for a series"),
        ],
    )
    def test_options_are_different_texts(self, options: Any) -> None:
        """No options, one twice, or what is no text raise, in few words."""
        with pytest.raises(InvalidRule) as refusal:
            Choice("Which?", options)

        assert len(str(refusal.value)) < 300


class TestCount:
    """A fact that is a whole number within bounds."""

    @pytest.mark.parametrize("unit", [None, 3, ["years"]], ids=repr)
    def test_its_unit_is_a_text(self, unit: Any) -> None:
        """An empty one, if there is none."""
        with pytest.raises(InvalidRule):
            Count("?", 0, 5, unit)

    @pytest.mark.parametrize("value", [0, 40, np.int8(40), np.uint64(0)], ids=repr)
    def test_a_whole_number_within_the_bounds_is_taken(self, value: Any) -> None:
        """The bounds are in it, and an integer of numpy is a plain one then."""
        assert (value, int) == (YEARS.taken(value), type(YEARS.taken(value)))

    @pytest.mark.parametrize("value", [*NO_NUMBERS, -1, 41, 3.0, "3", Decimal(3), np.float64(3)])
    def test_nothing_else_is(self, value: object) -> None:
        """What is no whole number, or lies out of the bounds, is not taken."""
        assert YEARS.taken(value) is None

    @pytest.mark.parametrize(
        ("low", "high", "values"),
        [(0, 2, [0, 1, 2]), (-2, -1, [-2, -1]), (7, 7, [7]), (10**9, 10**9, [10**9]), (-(10**9), -(10**9), [-(10**9)])],
        ids=["up", "below nothing", "one", "the furthest", "the furthest below nothing"],
    )
    def test_every_value_lies_from_bound_to_bound(self, low: int, high: int, values: list[int]) -> None:
        """The bounds may lie below nothing, and may be one."""
        assert values == list(Count("How many?", low, high).values)

    def test_there_are_no_more_values_than_could_be_listed(self) -> None:
        """A hundred thousand are allowed, and one more is not."""
        assert 100_000 == len(Count("How many?", 1, 100_000).values)
        with pytest.raises(InvalidRule):
            Count("How many?", 0, 100_000)

    @pytest.mark.parametrize("bound", [*NO_NUMBERS, 10**9 + 1, -(10**9) - 1, "0", 0.0, Decimal(0)])
    def test_a_bound_is_a_whole_number(self, bound: Any) -> None:
        """What is none is neither the least nor the most, and the error is short."""
        for low, high in ((bound, 40), (0, bound), (bound, bound)):
            with pytest.raises(InvalidRule) as refusal:
                Count("How many?", low, high)
            assert len(str(refusal.value)) < 300

    @pytest.mark.parametrize(
        ("low", "high"), [(1, 0), (0, -1), (HUGE, -HUGE), (-HUGE, HUGE)], ids=["0", "-1", "-", "+"]
    )
    def test_bounds_come_in_their_order_and_not_too_far_apart(self, low: int, high: int) -> None:
        """The least comes first."""
        with pytest.raises(InvalidRule):
            Count("How many?", low, high)

    def test_what_is_allowed_can_be_told(self) -> None:
        """With its unit, if it has one."""
        assert "a whole number from 0 to 40 (years)" == YEARS.allowed
        assert "a whole number from -1 to 1" == Count("How many?", -1, 1).allowed


class TestValue:
    """Facts are values."""

    def test_what_is_allowed_is_told_of_every_kind(self) -> None:
        """In words that an error can use."""
        assert ("True or False", "one of 'primary', 'secondary'") == (TRAINED.allowed, PHASE.allowed)
        assert [bool, str, int] == [TRAINED.kind, PHASE.kind, YEARS.kind]

    @pytest.mark.parametrize(
        "fact",
        [
            TRAINED,
            PHASE,
            YEARS,
            YesNo("Is it?", judged=True),
            Choice("Which?", ("a",), answered_by="hub"),
            Count("How many?", -1, 1, judged=True, answered_by="hub"),
        ],
        ids=repr,
    )
    def test_it_comes_back_from_repr_pickle_and_copy(self, fact: Fact) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        assert fact == evaluated(repr(fact))
        assert {fact} == set(copies(fact))

    def test_the_repr_leaves_out_what_is_usual(self) -> None:
        """Only what differs from the usual is told."""
        assert "YesNo(ask='Is it?', judged=True)" == repr(YesNo("Is it?", judged=True))
        assert "Count(ask='For how many years?', low=0, high=40, unit='years')" == repr(YEARS)

    def test_every_part_of_it_counts(self) -> None:
        """Facts that differ in one part, or in the order of their options, differ."""
        facts = {
            YesNo("?"),
            YesNo("!"),
            Choice("?", ("a", "b")),
            Choice("?", ("b", "a")),
            Count("?", 0, 1),
            Count("?", 0, 2),
            Count("?", -1, 1),
            Count("?", 0, 1, "years"),
        }

        assert 8 == len(facts)

    @pytest.mark.parametrize("fact", [TRAINED, PHASE, YEARS], ids=repr)
    @pytest.mark.parametrize("name", ["ask", "judged", "options", "high", "anything"])
    def test_it_never_changes(self, fact: Fact, name: str) -> None:
        """No attribute of a fact can be set, deleted or added."""
        before = repr(fact)
        with pytest.raises(AttributeError):
            setattr(fact, name, 1)
        with pytest.raises(AttributeError):
            delattr(fact, name)

        assert before == repr(fact)
