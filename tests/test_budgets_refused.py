"""What no budget can be made of, and how it is refused."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    EvenlyByMonth,
    InvalidArgument,
    InvalidEstimate,
    InvalidGrouping,
    InvalidMoney,
    InvalidPeriod,
    Money,
    Participation,
    Profile,
    Unscheduled,
    budget,
    fund,
)
from tests.budgeting import COHORTS
from tests.changed_editions import changed, edition_with
from tests.histories import NEW

PROFILE = Profile(SECONDARY_COHORT_4, "Jurassic", 5)
UNPRICED = edition_with(3, "support", rate=None, rate_source=None)
BUDGET = budget([PROFILE], basis=Unscheduled())


class TestPlaces:
    """What is no series of places."""

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param(PROFILE, id="one by itself"),
            pytest.param(NEW, id="a participation by itself"),
            pytest.param({"Jurassic": 5}, id="numbers by hub"),
            pytest.param("Jurassic", id="text"),
            pytest.param(b"Jurassic", id="bytes"),
            pytest.param(None, id="nothing"),
            pytest.param(5, id="a number"),
            pytest.param(SECONDARY_COHORT_4, id="an edition"),
        ],
    )
    def test_it_is_refused_saying_what_is_taken(self, given: Any) -> None:
        """And what makes such a series."""
        with pytest.raises(InvalidArgument, match=r"not a series of places: .*; profiles, as `places_by_hub` makes"):
            budget(given, basis=EvenlyByMonth())

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param([PROFILE, None], id="nothing among them"),
            pytest.param([("Jurassic", 5)], id="pairs"),
            pytest.param([fund(SECONDARY_COHORT_4)], id="a statement"),
            pytest.param([[PROFILE]], id="a series in a series"),
        ],
    )
    def test_something_else_among_them_is_refused(self, given: Any) -> None:
        """Wherever it stands."""
        with pytest.raises(InvalidArgument, match="neither a profile nor a participation"):
            budget(given, basis=EvenlyByMonth())

    def test_two_different_editions_of_one_id_are_refused(self) -> None:
        """Their rows could not be told apart."""
        other = changed(SECONDARY_COHORT_4, grants=(), published_totals=())
        series: tuple[tuple[Profile | Participation, ...], ...] = (
            (PROFILE, Profile(other, "Jurassic")),
            (NEW, PROFILE, Profile(other, "Jurassic")),
        )
        for given in series:
            with pytest.raises(InvalidArgument, match="two different editions of one id: 'secondary-2019'"):
                budget(given, basis=EvenlyByMonth())

    def test_more_money_than_there_is_is_refused(self) -> None:
        """A million million pounds are the most."""
        dear = edition_with(3, "support", rate=Money(10**7))
        with pytest.raises(InvalidMoney, match="too many pence"):
            budget([Profile(dear, "Jurassic", 1_000_000)] * 7, basis=EvenlyByMonth())


class TestBasisAndDay:
    """How to spread, and from when to look."""

    def test_without_a_basis_there_is_no_budget(self) -> None:
        """Nobody publishes a rule, so none is taken for granted."""
        with pytest.raises(TypeError, match="basis"):
            budget([PROFILE])  # type: ignore[call-arg]  # the point of the test

    @pytest.mark.parametrize("basis", [None, "month", EvenlyByMonth, date(2020, 3, 31)])
    @pytest.mark.parametrize("places", [[], [PROFILE]])
    def test_what_is_no_basis_is_refused(self, basis: Any, places: list[Profile]) -> None:
        """Also where there is nothing to spread."""
        with pytest.raises(InvalidPeriod, match="not a way to spread over time"):
            budget(places, basis=basis)

    @pytest.mark.parametrize("on", ["2020-03-31", 2020, datetime(2020, 3, 31, tzinfo=UTC), date(1, 1, 1), False])
    def test_what_is_no_day_is_refused(self, on: Any) -> None:
        """Also where no place would be looked at on it."""
        with pytest.raises(InvalidPeriod, match="not a day to look from"):
            budget([PROFILE], basis=EvenlyByMonth(), on=on)


class TestEstimates:
    """Amounts for what is not published."""

    @pytest.mark.parametrize("places", [[], [PROFILE]])
    @pytest.mark.parametrize("estimates", ["travel", 5, [("travel", Money(1))], Money(180)])
    def test_what_are_no_estimates_by_item_is_refused(self, places: list[Profile], estimates: Any) -> None:
        """Also where there are no places."""
        with pytest.raises(InvalidEstimate, match="not estimates by item"):
            budget(places, basis=EvenlyByMonth(), estimates=estimates)

    @pytest.mark.parametrize(
        ("estimates", "said"),
        [
            pytest.param(
                {"travl": Money(1)},
                "no such unpublished item: 'travl'; unpublished are travel, pd-lead-enrolment; the nearest is 'travel'",
                id="an item misspelt",
            ),
            pytest.param(
                {"residentials": Money(1)}, "published, so not to be estimated: 'residentials'", id="published"
            ),
            pytest.param({"support": Money(1), "trvl": Money(1)}, "published, .*: 'support'", id="the first of two"),
            pytest.param({3: Money(1)}, "no such unpublished item: 3", id="a number for an item"),
            pytest.param({"travel": 180}, "not an estimate of travel: 180", id="a number for money"),
            pytest.param({"travel": None}, "not an estimate of travel: None", id="no amount"),
            pytest.param({"travel": Money(-1)}, "not an estimate of travel: '-£1.00'", id="less than nothing"),
        ],
    )
    @pytest.mark.parametrize("place", [PROFILE, NEW])
    def test_an_estimate_of_nothing_is_refused(self, place: Any, estimates: Any, said: str) -> None:
        """As `fund` does."""
        with pytest.raises(InvalidEstimate, match=said):
            budget([place], basis=EvenlyByMonth(), estimates=estimates)

    def test_an_estimate_counts_for_the_editions_that_have_such_an_item(self) -> None:
        """One of two leaves the rate of year 3 unpublished, and both the travel."""
        places = [PROFILE, Profile(UNPRICED, "Jurassic")]
        made = budget(places, basis=Unscheduled(), estimates={"support": Money(1000), "travel": Money(10)})
        estimated = {id: total.estimated for (id,), total in made.by("edition").items()}
        assert {"secondary-2019": Money(5 * 20), "changed": Money(1020)} == estimated

    @pytest.mark.parametrize("order", [1, -1])
    def test_the_mistake_is_told_and_not_what_another_edition_publishes(self, order: int) -> None:
        """Whichever edition comes first, and with what any of them leaves unpublished."""
        places = [PROFILE, Profile(UNPRICED, "Jurassic")][::order]
        with pytest.raises(InvalidEstimate, match="no such unpublished item: 'suport'") as refused:
            budget(places, basis=EvenlyByMonth(), estimates={"support": Money(1), "suport": Money(1)})
        assert "support" == refused.value.nearest
        assert {"support", "travel", "pd-lead-enrolment"} == set(refused.value.allowed[16:].split(", "))

    def test_an_estimate_is_refused_where_all_editions_publish_everything(self) -> None:
        """There is nothing to estimate."""
        plain = changed(SECONDARY_COHORT_4, covered_costs=())
        with pytest.raises(InvalidEstimate, match="unpublished are none"):
            budget([Profile(plain, "Jurassic")], basis=EvenlyByMonth(), estimates={"travel": Money(1)})

    def test_estimates_are_read_for_several_cohorts(self) -> None:
        """Each has travel in two years."""
        places = [Profile(one, "Jurassic") for one in COHORTS]
        made = budget(places, basis=Unscheduled(), estimates={"travel": Money(180)})
        assert (Money(3 * 360), ("pd-lead-enrolment",)) == (made.total.estimated, made.total.unpublished)


class TestGroupings:
    """Keys by which rows are not grouped."""

    @pytest.mark.parametrize(
        ("key", "nearest"),
        [("hubs", "hub"), ("year", None), ("", None), (None, None), (3, None), (["hub"], None), ("activity", None)],
    )
    def test_another_key_is_refused(self, key: Any, nearest: str | None) -> None:
        """Naming the nearest, also where there are no rows."""
        for made in (BUDGET, budget((), basis=Unscheduled())):
            with pytest.raises(InvalidGrouping, match="rows have no such key") as refused:
                made.by("hub", key)
            assert nearest in {None, refused.value.nearest}

    @pytest.mark.parametrize(
        ("rows", "columns", "said"),
        [
            pytest.param("hub", "hubs", "rows have no such key: 'hubs'", id="a key misspelt"),
            pytest.param("hub", "hub", "a key given twice: 'hub, hub'; each once", id="down and across"),
            pytest.param(["hub", "hub"], "payee", "a key given twice", id="twice down"),
            pytest.param((), "hub", "not keys", id="none down"),
            pytest.param("hub", [], "not keys", id="none across"),
            pytest.param("hub", None, "not keys", id="nothing"),
            pytest.param(3, "hub", "not keys", id="a number"),
            pytest.param({"hub"}, "payee", "not keys", id="a set, which has no order"),
            pytest.param([["hub"]], "payee", "no such key", id="a list in a list"),
        ],
    )
    def test_a_table_needs_keys_down_and_across(self, rows: Any, columns: Any, said: str) -> None:
        """Each once."""
        with pytest.raises(InvalidGrouping, match=said):
            BUDGET.pivot(rows, columns)
