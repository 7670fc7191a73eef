"""What differs between an edition and a scenario, and what two editions pay differently to each profile."""

from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    DayRange,
    Days,
    Difference,
    FrozenMapping,
    InvalidComparison,
    InvalidFact,
    Money,
    Programme,
    UnknownFact,
    compare,
    fund,
    scenario,
)
from mastery_programme.codec import from_dict, to_dict
from tests.changed_editions import changed, edition_with, optional_support

COHORT = SECONDARY_COHORT_4
LOWER = scenario(COHORT, label="a lower rate", rates={"support": Money(300)})
RATE = "years.3.activities.support.rate: £350.00 (FUN-5) -> £300.00 (WHAT-IF-1)"
ACCREDITED = {"pd_lead_secondary": True}


def told(before: Programme, after: Programme, *profiles: Any) -> list[str]:
    """The differences between two editions, as text."""
    return [str(difference) for difference in compare(before, after, profiles=profiles)]


class TestScenarios:
    """An edition and what was made of it."""

    def test_only_what_was_set_differs(self) -> None:
        """Not the label, and not the totals that a scenario does not claim."""
        assert [RATE] == told(COHORT, LOWER)

    def test_backwards_too(self) -> None:
        """From the scenario to the edition."""
        back = "years.3.activities.support.rate: £300.00 (WHAT-IF-1) -> £350.00 (FUN-5)"
        assert [back] == told(LOWER, COHORT)

    def test_two_scenarios_differ_in_what_was_set(self) -> None:
        """Also if one is made of the other."""
        other = scenario(COHORT, label="more days", days={"support": Days(20)})
        further = scenario(LOWER, label="more days", days={"support": Days(20)})
        days = "years.3.activities.support.days: 15 days (FUN-5) -> 20 days"
        assert [
            f"{days} (WHAT-IF-1)",
            "years.3.activities.support.rate: £300.00 (WHAT-IF-1) -> £350.00 (FUN-5)",
        ] == told(LOWER, other)
        assert [f"{days} (WHAT-IF-2)"] == told(LOWER, further)

    def test_a_number_set_to_what_it_was_does_not_differ(self) -> None:
        """A citation is no answer."""
        assert () == compare(COHORT, scenario(COHORT, label="x", rates={"support": Money(350)}))

    def test_what_is_not_published_any_more_is_told(self) -> None:
        """A rate, days and a grant."""
        silent = scenario(
            COHORT, label="x", rates={"support": None}, days={"wider-work": None}, grants={"department-grant": None}
        )
        assert [
            "years.2.activities.wider-work.days: 4 days (PAR-10) -> nothing",
            "years.3.activities.support.rate: £350.00 (FUN-5) -> nothing",
            "grants.department-grant.amount: £2,000.00 (FUN-6) -> nothing",
        ] == told(COHORT, silent)

    def test_another_title_and_totals_that_are_claimed_are_told(self) -> None:
        """A scenario of an edition with another name, and one that somebody gave totals."""
        renamed = scenario(changed(COHORT, title="Another"), label="x", rates={"support": Money(300)})
        (title, _) = told(COHORT, renamed)
        assert "title: Secondary Mastery Specialist Programme (INT-1) -> Another (what if: x) (INT-1)" == title

    def test_totals_that_a_scenario_claims_are_told(self) -> None:
        """Somebody gave it some; those that it does not claim are still passed over."""
        days, *_, release = COHORT.published_totals
        claiming = changed(LOWER, published_totals=(days, changed(release, total=Money(4500))))
        total = "published_totals.year-3-release.total: £5,250.00 (FUN-5) -> £4,500.00 (FUN-5)"
        assert [RATE, total] == told(COHORT, claiming)
        bare = changed(COHORT, published_totals=())
        assert [
            RATE,
            "published_totals.year-1-days: nothing -> year-1-days (PAR-2)",
            "published_totals.year-3-release: nothing -> year-3-release (FUN-5)",
        ] == told(bare, claiming)

    def test_totals_of_editions_that_are_no_scenarios_are_told(self) -> None:
        """One by one, as before."""
        without = changed(COHORT, published_totals=())
        assert len(COHORT.published_totals) == len(told(COHORT, without)) == len(told(without, COHORT))


class TestProfiles:
    """What is paid, per profile."""

    def test_what_is_paid_is_told_after_the_parts(self) -> None:
        """For each profile in turn, with its facts."""
        differences = compare(COHORT, LOWER, profiles=({}, ACCREDITED))
        facts = FrozenMapping({"pd_lead_secondary": (True,)})
        assert ["2021/22.support.rate", "2021/22.support.amount", "total"] * 2 == [
            one.subject for one in differences[1:]
        ]
        assert [FrozenMapping()] * 4 + [facts] * 3 == [one.facts for one in differences]
        amount = Difference(
            "2021/22.support.amount", facts, Money(5250), Money(4500), ("FUN-5",), ("FUN-5", "WHAT-IF-1")
        )
        assert amount == differences[5]
        assert (
            "2021/22.support.amount, where pd_lead_secondary is yes: £5,250.00 (FUN-5) -> £4,500.00 (FUN-5, WHAT-IF-1)"
        ) == str(amount)
        assert differences == tuple(from_dict(to_dict(one), Difference) for one in differences)

    def test_it_is_what_the_statements_differ_in(self) -> None:
        """One way to do it."""
        made = scenario(COHORT, label="x", days={"residentials": DayRange(2, 3), "wider-work": None})
        for profile in ({}, ACCREDITED, {"pd_lead_secondary": False, "pd_lead_other_phase": True}):
            parts = len(compare(COHORT, made))
            paid = compare(COHORT, made, profiles=(profile,))[parts:]
            statements = compare(fund(COHORT, profile), fund(made, profile))
            assert [(one.subject, one.before, one.after) for one in statements] == [
                (one.subject, one.before, one.after) for one in paid
            ]
            assert {FrozenMapping({name: (value,) for name, value in profile.items()})} == {one.facts for one in paid}

    def test_a_profile_that_is_paid_alike_has_no_differences(self) -> None:
        """A change that concerns others alone."""
        made = scenario(COHORT, label="x", rates={"wider-work": Money(210)})
        (part,) = compare(COHORT, made, profiles=({"pd_lead_secondary": False},))
        assert "years.2.activities.wider-work.rate" == part.subject
        assert 4 == len(compare(COHORT, made, profiles=({"pd_lead_secondary": False}, ACCREDITED)))

    def test_what_is_not_known_is_no_fact_of_a_profile(self) -> None:
        """None is left out."""
        (*_, total) = compare(COHORT, LOWER, profiles=({"pd_lead_secondary": None, "qts": True},))
        assert {"qts": (True,)} == total.facts

    def test_without_profiles_nothing_is_told_of_what_is_paid(self) -> None:
        """As before; any series of them will do."""
        assert (RATE,) == tuple(told(COHORT, LOWER)) == tuple(map(str, compare(COHORT, LOWER, profiles=[])))
        assert compare(COHORT, LOWER, profiles=({},)) == compare(COHORT, LOWER, profiles=iter([{}]))

    def test_a_fact_that_only_one_edition_has_is_used_for_that_one(self) -> None:
        """On either side."""
        other = optional_support()
        profile = {"works_with_others": False, "pd_lead_secondary": True}
        where = "where works_with_others is no and pd_lead_secondary is yes"
        assert f"2021/22.support, {where}: £5,250.00 (FUN-5) -> nothing" in told(COHORT, other, profile)
        assert f"2021/22.support, {where}: nothing -> £5,250.00 (FUN-5)" in told(other, COHORT, profile)

    @pytest.mark.parametrize("pair", [(COHORT, LOWER), (COHORT, optional_support()), (optional_support(), COHORT)])
    def test_a_fact_that_neither_has_is_unknown(self, pair: tuple[Programme, Programme]) -> None:
        """Naming the nearest."""
        with pytest.raises(UnknownFact) as refused:
            compare(*pair, profiles=({"qts": True}, {"pd_lead_secondry": True}))
        assert "pd_lead_secondary" == refused.value.nearest

    @pytest.mark.parametrize(
        ("pair", "profile"),
        [
            pytest.param((COHORT, LOWER), {"pd_lead_secondary": 1}, id="of both"),
            pytest.param((COHORT, optional_support()), {"works_with_others": "no"}, id="of the second alone"),
            pytest.param((optional_support(), COHORT), {"works_with_others": "no"}, id="of the first alone"),
        ],
    )
    def test_a_value_that_a_fact_cannot_have_is_refused(
        self, pair: tuple[Programme, Programme], profile: dict[str, object]
    ) -> None:
        """As it is where a school is funded."""
        with pytest.raises(InvalidFact):
            compare(*pair, profiles=(profile,))

    @pytest.mark.parametrize("profiles", [None, 3, {}, ACCREDITED, "qts", (None,), ("qts",), ({}, 3)], ids=repr)
    def test_what_is_no_series_of_profiles_is_refused(self, profiles: Any) -> None:
        """Also one profile by itself."""
        with pytest.raises(InvalidComparison, match="profiles"):
            compare(COHORT, LOWER, profiles=profiles)

    def test_editions_with_other_shapes_can_be_compared(self) -> None:
        """Rates that are not published, and ranges."""
        before = edition_with(3, "support", days=DayRange(12, 37))
        after = edition_with(3, "support", rate=None, rate_source=None)
        subjects = [one.subject for one in compare(before, after, profiles=({},))]
        assert [
            "years.3.activities.support.days",
            "years.3.activities.support.rate",
            "2021/22.support.days",
            "2021/22.support.rate",
            "2021/22.support.at_least",
            "2021/22.support.at_most",
            "2021/22.support.published",
            "total",
        ] == subjects
