"""Reasons of criteria that can be met in more than one way."""

import attrs
import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Choice,
    Count,
    Criterion,
    Finding,
    Is,
    Level,
    Status,
    YesNo,
    assess_facts,
)

YES, NO = Is.one_of(True), Is.one_of(False)
FACTS: dict[str, YesNo | Choice | Count] = {
    "a": YesNo("A?"),
    "b": YesNo("B?"),
    "p": Choice("Phase?", ("low", "mid", "high")),
    "n": Count("How many?", 0, 20, "years"),
}


def found(ways: tuple[dict[str, Is], ...], **known: object) -> Finding:
    """The finding of an essential criterion with these ways to meet it."""
    names = dict.fromkeys(name for way in ways for name in way)
    facts = {name: FACTS[name] for name in names}
    criterion = Criterion.met_when("X", Level.ESSENTIAL, "x", facts, ways, SECONDARY_COHORT_4.source)
    programme = attrs.evolve(SECONDARY_COHORT_4, criteria=(criterion,), form=None)
    return assess_facts(programme, known).finding("X")


class TestReasons:
    """The facts on which it rests, and what would be needed."""

    def test_it_names_the_fact_on_which_it_rests_whatever_another_turns_out_to_be(self) -> None:
        """Met if a and b, and met if not a: with b it is met, and without it would not be settled."""
        ways = ({"a": YES, "b": YES}, {"a": NO})
        assert (Status.MET, "B? Yes.") == (found(ways, b=True).status, found(ways, b=True).reason)
        assert Status.UNKNOWN is found(ways, b=False).status

    @pytest.mark.parametrize(
        ("ways", "known", "reason"),
        [
            pytest.param(
                ({"p": Is.one_of("mid"), "b": YES}, {"p": Is.one_of("high")}),
                {"p": "low"},
                "Phase? Low; needed: mid or high.",
                id="one fact fails them all",
            ),
            pytest.param(
                ({"p": Is.one_of("mid"), "b": YES}, {"p": Is.one_of("high")}),
                {"p": "mid", "b": False},
                "Phase? Mid. B? No. Needed, any one of these: B? Yes; Phase? High.",
                id="each fails by another fact",
            ),
            pytest.param(
                ({"a": YES, "b": YES}, {"n": Is.at_least(2)}),
                {"a": False, "b": False, "n": 1},
                "A? No. B? No. How many? 1 year. Needed, any one of these: A? Yes and B? Yes; How many? At least 2.",
                id="one of them by two facts",
            ),
            pytest.param(
                ({"n": Is.at_most(1)}, {"n": Is.at_least(8)}),
                {"n": 5},
                "How many? 5 years; needed: at most 1 or at least 8.",
                id="two bounds of one number",
            ),
            pytest.param(
                ({"n": Is.at_least(2)},), {"n": 1}, "How many? 1 year; needed: at least 2, so 1 too few.", id="one"
            ),
        ],
    )
    def test_what_would_be_needed_is_told_way_by_way(
        self, ways: tuple[dict[str, Is], ...], known: dict[str, object], reason: str
    ) -> None:
        """With the answer if there is one way to put it right, and after all answers if there are more."""
        assert (Status.NOT_MET, reason) == (found(ways, **known).status, found(ways, **known).reason)
