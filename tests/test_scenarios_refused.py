"""What is no scenario: labels that say nothing, what an edition does not have, and values of other types."""

from collections.abc import Mapping
from itertools import product
from pickle import dumps, loads
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    DayRange,
    Days,
    FlawedProgramme,
    InvalidArgument,
    InvalidScenario,
    Money,
    scenario,
)
from mastery_programme.scenarios import LONGEST_LABEL
from tests.changed_editions import GRANT, changed

COHORT = SECONDARY_COHORT_4


def refusal(programme: Any = COHORT, *, label: Any = "x", **changes: Any) -> InvalidScenario:
    """Why a scenario is refused."""
    with pytest.raises(InvalidScenario) as refused:
        scenario(programme, label=label, **changes)
    return refused.value


class TestRefusals:
    """What is no scenario."""

    @pytest.mark.parametrize(
        "label",
        [
            *("", " ", "\t", "a\nb", "a\u2028b", "\u202eb", "x" * (LONGEST_LABEL + 1), "what if: x"),
            *(None, 3, True, b"x", ("x",), ["x"]),
        ],
        ids=repr,
    )
    def test_a_label_says_something_in_one_line(self, label: Any) -> None:
        """Not too long, and not what makes an id."""
        assert "not a label" == refusal(label=label, rates={"support": Money(300)}).problem

    def test_the_longest_label_is_one(self) -> None:
        """In any script."""
        for label in ("x" * LONGEST_LABEL, "Zoë’s idea", "標題", "<b> & 'x'"):
            assert f"secondary-2019, what if: {label}" == scenario(COHORT, label=label, rates={"support": None}).id

    @pytest.mark.parametrize(
        ("changes", "problem", "nearest"),
        [
            pytest.param({"rates": {"suport": None}}, "no such activity", "support", id="an activity misspelt"),
            pytest.param({"days": {"wide work": None}}, "no such activity", "wider-work", id="by its title"),
            pytest.param(
                {"days": {(3, "suport"): None}}, "year 3 has no such activity", "support", id="misspelt in a year"
            ),
            pytest.param(
                {"days": {(1, "support"): None}},
                "year 1 has no such activity",
                "personal-development",
                id="an activity of another year",
            ),
            pytest.param({"rates": {(4, "support"): None}}, "there is no such year", "3", id="a year too late"),
            pytest.param({"rates": {(-(10**5000), "x"): None}}, "there is no such year", "1", id="far too early"),
            pytest.param({"grants": {"departments-grant": None}}, "no such grant", "department-grant", id="a grant"),
            pytest.param({"grants": {3: None}}, "no such grant", None, id="a number for a grant"),
            pytest.param({"grants": {(3, "department-grant"): None}}, "no such grant", None, id="a grant in a year"),
        ],
    )
    def test_what_the_edition_does_not_have_cannot_be_set(
        self, changes: dict[str, Any], problem: str, nearest: str | None
    ) -> None:
        """And the nearest that it has is named."""
        refused = refusal(**changes)
        assert (problem, nearest) == (refused.problem, refused.nearest)

    def test_of_an_edition_without_grants_none_can_be_set(self) -> None:
        """There is none that is near."""
        assert "no such grant: 'x'; there is none" == str(refusal(changed(COHORT, grants=()), grants={"x": None}))

    @pytest.mark.parametrize(
        "key",
        [None, 3, True, b"support", ("support", 3), (3,), (True, "support"), ("3", "support"), (3, 3), frozenset()],
    )
    @pytest.mark.parametrize("name", ["rates", "days"])
    def test_what_names_no_activity_is_refused(self, name: str, key: Any) -> None:
        """A year is a whole number, and an id is text."""
        assert "not an activity" == refusal(**{name: {key: None}}).problem

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            *product(("rates", "grants"), (300, "300", 300.0, True, Days(3), DayRange(1, 2), (Money(1),))),
            *product(("days",), (15, "15", 4.5, False, Money(3), ("12", "37"))),
        ],
    )
    def test_a_value_of_another_type_is_refused(self, name: str, value: Any) -> None:
        """Money is money, and days are days."""
        key = "department-grant" if name == "grants" else "support"
        allowed = "Days or DayRange" if name == "days" else "Money"
        refused = refusal(**{name: {key: value}})
        assert (f"{allowed}, or None for not published", True) == (refused.allowed, "cannot be this" in refused.problem)

    @pytest.mark.parametrize("given", [3, "support", [("support", Money(1))], {"support"}, Money(1)], ids=repr)
    @pytest.mark.parametrize("name", ["rates", "days", "grants"])
    def test_what_is_no_mapping_is_refused(self, name: str, given: Any) -> None:
        """Also a text, and pairs."""
        assert "a mapping from ids to values" == refusal(**{name: given}).allowed

    @pytest.mark.parametrize(
        "rates",
        [
            pytest.param({"support": Money(300), (3, "support"): Money(300)}, id="by id, then by year"),
            pytest.param({(2, "residentials"): Money(210), "residentials": None}, id="by year, then by id"),
        ],
    )
    def test_one_number_is_set_once(self, rates: Mapping[Any, Money | None]) -> None:
        """Also to the same value."""
        assert refusal(rates=rates).problem.endswith("is set twice")

    @pytest.mark.parametrize("changes", [{}, {"rates": {}}, {"rates": {}, "days": None, "grants": {}}])
    def test_a_scenario_sets_something(self, changes: dict[str, Any]) -> None:
        """Else it would not say what it is."""
        assert "nothing is set" == refusal(**changes).problem

    @pytest.mark.parametrize("rate", [Money("300.01"), Money(-2)])
    def test_a_number_that_no_edition_can_have_is_a_flaw(self, rate: Money) -> None:
        """As in any edition, told by its name."""
        with pytest.raises(FlawedProgramme, match="what if: x") as refused:
            scenario(COHORT, label="x", rates={"support": rate})
        assert f"year 3, activity 'support': the rate {rate} is " in refused.value.flaws[0]

    @pytest.mark.parametrize("programme", [None, "secondary-2019", COHORT.years[0], GRANT])
    def test_only_of_an_edition_one_is_made(self, programme: Any) -> None:
        """Its id is none."""
        with pytest.raises(InvalidArgument):
            scenario(programme, label="x", rates={"support": None})

    def test_the_edition_stays_as_it_was(self) -> None:
        """A scenario is another value."""
        before = loads(dumps(COHORT))
        scenario(COHORT, label="x", rates={"support": None}, days={"support": None})
        assert before == COHORT
