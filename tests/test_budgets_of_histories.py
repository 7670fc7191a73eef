"""Budgets of participations: what was earned, what is planned, what is free; by hand, and for random histories."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    EvenlyByMonth,
    FinancialYear,
    Money,
    OnOneDay,
    Participation,
    Profile,
    Purpose,
    Unscheduled,
    budget,
    forecast,
)
from mastery_programme.sums import total_of_totals
from tests.budgeting import DAYS, HISTORIES, PROFILES, estimates_for, figures, history, one_by_one
from tests.histories import FIRST_YEAR, NEW, delivered, withdrew
from tests.spreading import BASES
from tests.test_budgets import added

STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=40)
PLACES = st.lists(HISTORIES, max_size=4)
MONTHLY = EvenlyByMonth()
LEFT = FIRST_YEAR.record(withdrew(2020, 7, 1))


class TestByHand:
    """One participation with its first year delivered: 15 days of release, and £86.40 of travel."""

    def test_what_was_earned_falls_on_its_days_and_the_rest_is_spread(self) -> None:
        """12 days and the travel were before April 2020, 3 days after it; years 2 and 3 are still to come."""
        made = budget([FIRST_YEAR], basis=OnOneDay(3, 31))
        earned = {
            year: total.known for (is_earned, year), total in made.by("earned", "financial_year").items() if is_earned
        }
        assert {
            FinancialYear(2019): Money("2486.40"),  # 1.5 + 6 + 4.5 days, and the travel
            FinancialYear(2020): Money(600),  # 3 days in June
        } == {year: earned[year] for year in earned}
        planned = {
            year: total.known
            for (is_earned, year), total in made.by("earned", "financial_year").items()
            if not is_earned
        }
        assert {FinancialYear(2019): Money(0), FinancialYear(2020): Money(3000), FinancialYear(2021): Money(9250)} == (
            planned
        )
        assert Money("15336.40") == made.total.known

    def test_looked_at_on_a_day_what_is_recorded_for_later_is_planned(self) -> None:
        """On the days for which it is recorded."""
        made = budget([FIRST_YEAR], basis=Unscheduled(), on=date(2019, 12, 31))
        known = {group: total.known for group, total in made.by("earned", "financial_year").items()}
        assert Money("1586.40") == known[True, FinancialYear(2019)]  # 7.5 days and the travel
        assert Money(900) == known[False, FinancialYear(2019)]  # 4.5 days in February
        assert Money(600) == known[False, FinancialYear(2020)]  # 3 days in June

    def test_who_withdrew_costs_what_was_earned_and_the_rest_is_free(self) -> None:
        """Days and grants."""
        made = budget([LEFT], basis=MONTHLY)
        assert (Money("3086.40"), Money(12250)) == (made.total.known, made.free.known)
        assert {True} == {row.earned for row in made.rows}

    def test_an_estimate_is_of_a_year_in_all(self) -> None:
        """What the travel came to already comes off."""
        made = budget([FIRST_YEAR], basis=Unscheduled(), estimates={"travel": Money(100)})
        travel = {
            (str(year), is_earned): (total.known, total.estimated)
            for (purpose, year, is_earned), total in made.by("purpose", "academic_year", "earned").items()
            if purpose is Purpose.TRAVEL
        }
        assert {
            ("2019/20", True): (Money("86.40"), Money(0)),
            ("2019/20", False): (Money(0), Money("13.60")),
            ("2020/21", False): (Money(0), Money(100)),
        } == travel

    def test_a_new_one_whose_first_year_is_over_has_that_year_free(self) -> None:
        """As `forecast` says; a profile with it is as it was."""
        made = budget([NEW, Profile(NEW.programme, NEW.hub, 2)], basis=MONTHLY, on=date(2020, 9, 1))
        assert (Money(12250 + 2 * 15250), Money(3000), 3) == (made.total.known, made.free.known, made.places)

    def test_places_that_are_alike_are_looked_at_on_the_same_day(self) -> None:
        """Each of three new ones, at two hubs."""
        three = [evolve(NEW, id=id, hub=hub) for id, hub in (("a", "Jurassic"), ("b", "Boolean"), ("c", "Jurassic"))]
        made = budget(three, basis=MONTHLY, on=date(2021, 9, 1))
        assert {"Boolean Maths Hub": Money(9250), "Jurassic Maths Hub": Money(18500)} == {
            hub: total.known for (hub,), total in made.by("hub").items()
        }
        assert Money(18000) == made.free.known

    def test_new_ones_are_alike_only_if_all_that_matters_is(self) -> None:
        """Accreditation, departments, and that nothing at all is recorded."""
        accredited = evolve(NEW, facts={"pd_lead_secondary": True})
        three = evolve(NEW, supported_departments=3)
        begun = NEW.record(delivered("d1", "residentials", 1, 2019, 10, 3))
        made = budget([NEW, accredited, three, begun], basis=Unscheduled())
        assert Money(4 * 15250 + 2000) == made.total.known
        enrolment = budget([accredited, NEW, NEW], basis=Unscheduled(), estimates={"pd-lead-enrolment": Money(500)})
        assert Money(1000) == enrolment.total.estimated
        assert Money(200) == made.by("earned")[True,].known

    @pytest.mark.parametrize(
        ("on", "known"),
        [
            pytest.param(
                date(2019, 8, 31), {"2019-20": "£1,750.00", "2020-21": "£1,250.00"}, id="the day before it begins"
            ),
            pytest.param(date(2020, 2, 29), {"2019-20": "£500.00", "2020-21": "£2,500.00"}, id="half of it over"),
            pytest.param(date(2020, 3, 31), {"2020-21": "£3,000.00"}, id="a financial year over"),
            pytest.param(date(2020, 8, 31), {"None": "£3,000.00"}, id="its last day: nobody knows when"),
        ],
    )
    def test_what_is_planned_falls_on_days_that_are_still_to_come(self, on: date, known: dict[str, str]) -> None:
        """Nothing is planned for a month, or a financial year, that is over."""
        made = budget([NEW], basis=MONTHLY, on=on)
        rows = {
            key: str(total.known) for key, total in made.by("academic_year", "financial_year").items() if total.known
        }
        assert known == {str(year): amount for (of, year), amount in rows.items() if str(of) == "2019/20"}


class TestWhateverTheHistory:
    """What holds for random legal histories of several editions."""

    @given(PLACES, PROFILES, BASES, DAYS, st.integers(0, 10**5))
    @STEADY
    def test_a_budget_is_the_sum_of_the_forecasts(
        self, histories: list[Participation], profiles: list[Profile], basis: Any, on: date | None, amount: int
    ) -> None:
        """Of each by itself, beside profiles of any sort."""
        places: list[Profile | Participation] = [*histories, *profiles]
        estimates = estimates_for(places, amount)
        rows = figures(budget(places, basis=basis, estimates=estimates, on=on))
        alone = one_by_one(places, basis, estimates, on)
        assert alone == {key: row for key, row in rows.items() if row != [0, 0, 0, frozenset()] or key in alone}

    @given(PLACES, BASES, DAYS)
    @STEADY
    def test_what_is_free_is_that_of_the_forecasts(
        self, histories: list[Participation], basis: Any, on: date | None
    ) -> None:
        """In sum."""
        made = budget(histories, basis=basis, on=on)
        free = [forecast(one, on).free.total for one in histories]
        assert added([made.free]) == added([total_of_totals(free)])

    @given(st.permutations(range(12)), BASES, DAYS)
    @STEADY
    def test_their_order_does_not_matter(self, order: list[int], basis: Any, on: date | None) -> None:
        """Budgets are equal."""
        made = budget(map(history, range(12)), basis=basis, on=on)
        assert made == budget(map(history, order), basis=basis, on=on)

    @pytest.mark.parametrize("seed", range(8))
    def test_every_grouping_adds_up_to_the_whole(self, seed: int) -> None:
        """What was taken back too, which is below nothing."""
        made = budget([history(seed * 10 + place, 0) for place in range(10)], basis=MONTHLY)
        for keys in (("hub",), ("earned", "financial_year"), ("payee", "purpose"), ("academic_year", "region")):
            assert added([made.total]) == added(list(made.by(*keys).values()))
        assert {SECONDARY_COHORT_4.id} == {row.edition for row in made.rows}
