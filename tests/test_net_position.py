"""The net position of a school: the funding of release days less the cost of their supply."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    DayRange,
    Days,
    FinancialYear,
    FrozenMapping,
    FundingLine,
    FundingStatement,
    InvalidArgument,
    InvalidEstimate,
    InvalidMoney,
    InvalidYear,
    Money,
    NetPosition,
    NetYear,
    Payee,
    Purpose,
    allocate,
    fund,
    net_position,
    scenario,
)
from mastery_programme.facts import Value
from tests.changed_editions import changed, edition_with, optional_support
from tests.codec_editions import EDITIONS_OF_ALL_KINDS, STATEMENTS

COHORT = SECONDARY_COHORT_4
STATEMENT = fund(COHORT, {"pd_lead_secondary": True})
FIRST = STATEMENT.lines[0]
AT_190 = net_position(STATEMENT, Money(190))
STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=60)


def of_lines(*lines: FundingLine, cost: Money = Money(190)) -> NetPosition:  # noqa: B008 - money does not change
    """The net position by some lines alone."""
    return net_position(changed(STATEMENT, lines=lines), cost)


def taken_back(line: FundingLine, days: Days) -> FundingLine:
    """A line that takes back days of another."""
    amount = -(days * Money(200))
    return changed(line, days=days, amount=amount, at_least=amount, at_most=amount, recovery=True)


def ends(position: NetPosition | NetYear) -> tuple[Money | None, Money | None]:
    """The least and the most of a net position."""
    return position.net_at_least, position.net_at_most


class TestCohort4:
    """By hand: 15 days a year, at £200, £200 and £350."""

    def test_at_190_pounds_a_day(self) -> None:
        """15 times £10 twice, and 15 times £160."""
        assert [Money(150), Money(150), Money(2400)] == [year.net for year in AT_190.years]
        assert [Money(2850)] * 3 == [year.cost for year in AT_190.years]
        assert [Money(3000), Money(3000), Money(5250)] == [year.funding.known for year in AT_190.years]
        assert ([Days(15)] * 3, Days(45)) == ([year.days for year in AT_190.years], AT_190.days)
        assert (Money(2700), Money(8550), Money(11250)) == (AT_190.net, AT_190.cost, AT_190.funding.at_most)

    def test_above_the_rate_there_is_a_shortfall(self) -> None:
        """Below nothing."""
        position = net_position(STATEMENT, Money(210))
        assert (Money(-150), "-£150.00") == (position.years[0].net, str(position.years[0].net))
        assert Money(-300 + 15 * 140) == position.net

    def test_each_year_can_have_its_own_cost(self) -> None:
        """By the year or by its text, in any order."""
        costs = {"2021/22": Money(220), AcademicYear(2019): Money(200), "2020-2021": Money("195.50")}
        position = net_position(STATEMENT, costs)
        assert [Money(0), Money("67.50"), Money(1950)] == [year.net for year in position.years]
        assert [Money(200), Money("195.50"), Money(220)] == [year.supply_cost for year in position.years]
        assert position == net_position(STATEMENT, FrozenMapping(costs))
        assert position == net_position(STATEMENT, {**costs, "2030/31": Money(1)})

    def test_only_release_days_of_the_school_count(self) -> None:
        """Not travel, whether estimated or not, not the departments' grants, and not what others are paid."""
        estimated = fund(COHORT, {"pd_lead_secondary": True}, supported_departments=9, estimates={"travel": Money(99)})
        assert AT_190 == net_position(estimated, Money(190))
        others = (changed(FIRST, payee=Payee.PD_LEAD_PROVIDER), changed(FIRST, purpose=Purpose.TRAVEL))
        assert of_lines(FIRST) == of_lines(FIRST, *others)

    def test_what_is_open_and_comes_to_the_same_is_exact(self) -> None:
        """Four days at £200 whichever way the route goes."""
        assert AT_190.net == net_position(fund(COHORT), Money(190)).net

    def test_without_release_days_there_is_nothing(self) -> None:
        """No year, and nothing in all."""
        nothing = of_lines()
        assert ((), Days(0), Money(0), Money(0)) == (nothing.years, nothing.days, nothing.cost, nothing.net)


class TestWhatIsNotExact:
    """Ranges, open routes, and what is not published."""

    def test_a_range_of_days_has_a_least_and_a_most(self) -> None:
        """12 to 37 days, each with £160 left; at a dearer supply the most days are the worst."""
        statement = fund(edition_with(3, "support", days=DayRange(12, 37)))
        year = net_position(statement, Money(190)).years[2]
        assert (None, Money(1920), Money(5920)) == (year.net, *ends(year))
        assert (None, Money(2280), Money(7030)) == (year.cost, year.cost_at_least, year.cost_at_most)
        assert (Money(37 * -50), Money(12 * -50)) == ends(net_position(statement, Money(400)).years[2])
        assert Money(0) == net_position(statement, Money(350)).years[2].net

    def test_a_rate_that_is_not_published_leaves_the_most_open(self) -> None:
        """What is known is that the school pays for supply."""
        year = net_position(fund(edition_with(3, "support", rate=None, rate_source=None)), Money(190)).years[2]
        assert ((Money(-2850), None), Money(2850)) == (ends(year), year.cost)
        assert ("support",) == year.funding.unpublished

    def test_an_estimate_is_the_most_and_not_the_least(self) -> None:
        """Since nobody publishes it."""
        silent = fund(edition_with(3, "support", rate=None, rate_source=None), estimates={"support": Money(4000)})
        assert (Money(-2850), Money(1150)) == ends(net_position(silent, Money(190)).years[2])

    def test_days_that_are_not_published_leave_both_open(self) -> None:
        """At no cost the funding is still nothing at least."""
        silent = fund(edition_with(3, "support", days=None))
        year = net_position(silent, Money(190)).years[2]
        assert ((None, None), None) == (ends(year), year.days)
        assert (Money(0), None) == (year.cost_at_least, year.cost_at_most)
        free = net_position(silent, Money(0)).years[2]
        assert ((Money(0), None), Money(0)) == (ends(free), free.cost)
        estimated = fund(edition_with(3, "support", days=None), estimates={"support": Money(4000)})
        assert (None, Money(4000)) == ends(net_position(estimated, Money(190)).years[2])

    def test_what_may_not_be_due_may_leave_nothing(self) -> None:
        """Neither funding nor cost."""
        year = net_position(fund(optional_support()), Money(190)).years[2]
        assert (DayRange(0, 15), (Money(0), Money(2400))) == (year.days, ends(year))
        dear = net_position(fund(optional_support()), Money(360)).years[2]
        assert (Money(-150), Money(0)) == ends(dear)
        (support,) = [line for line in fund(optional_support()).lines if line.item == "support"]
        ranged = changed(support, days=DayRange(2, 4), amount=None, at_most=Money(1400))
        assert (DayRange(0, 4), Money(640)) == (of_lines(ranged).days, of_lines(ranged).net_at_most)
        none = changed(support, days=Days(0), amount=Money(0), at_most=Money(0))
        assert (Days(0), Money(0)) == (of_lines(none).days, of_lines(none).net)

    def test_alternatives_at_different_rates_lie_between_two_ends(self) -> None:
        """Four days at £200 or at £150."""
        made = scenario(COHORT, label="x", rates={"wider-work": Money(150)})
        year = net_position(fund(made), Money(190)).years[1]
        assert (Money(760 - 760 + 110 - 4 * 40), Money(150)) == ends(year)

    def test_in_all_is_what_the_years_come_to(self) -> None:
        """And open where one of them is."""
        made = scenario(COHORT, label="x", days={"residentials": DayRange(2, 3)}, rates={"support": None})
        position = net_position(fund(made), Money(190))
        assert ((Money(125 + 140 - 2850), None), None) == (ends(position), position.net)
        assert DayRange("12.5", "13.5") == position.years[0].days
        assert DayRange("41.5", "43.5") == position.days

    @STEADY
    @given(st.integers(0, len(EDITIONS_OF_ALL_KINDS) - 1), st.integers(0, 400), st.data())
    def test_whatever_turns_out_lies_between_the_ends(self, place: int, pounds: int, data: st.DataObject) -> None:
        """Once more is known of the routes, the least is no less, and the most no more."""
        edition = EDITIONS_OF_ALL_KINDS[place]
        facts = {name: fact for route in edition.routes for name, fact in route.facts.items()}
        values: dict[str, list[Value]] = {name: list(fact.values) for name, fact in facts.items()}
        settled = {name: data.draw(st.sampled_from(some)) for name, some in values.items()}
        known = {name: settled[name] for name in facts if data.draw(st.booleans())}
        before, after = (net_position(fund(edition, one), Money(pounds)) for one in (known, settled))
        least, most = ends(before)
        if least is not None:
            assert after.net_at_least is not None
            assert least <= after.net_at_least
        if most is not None:
            assert after.net_at_most is not None
            assert after.net_at_most <= most

    @STEADY
    @given(STATEMENTS, st.integers(0, 10**5).map(lambda pence: Money.pence(2 * pence)))
    def test_an_exact_position_is_funding_less_days_at_their_cost(
        self, statement: FundingStatement, cost: Money
    ) -> None:
        """Year by year and in all; and the days are those that are allocated."""
        position = net_position(statement, cost)
        for one in (*position.years, position):
            if one.net is not None and one.cost is not None and isinstance(one.days, Days):
                assert (one.days * cost, one.funding.known - one.days * cost) == (one.cost, one.net)
        for year, days in zip(net_position(fund(COHORT), cost).years, allocate(COHORT).years, strict=True):
            assert days.days == year.days


class TestRecoveries:
    """Lines that take back what was claimed."""

    def test_days_that_are_taken_back_come_off(self) -> None:
        """The funding goes, and so does the cost."""
        position = of_lines(FIRST, taken_back(FIRST, Days(2)))
        (year,) = position.years
        assert (Days("4.5"), Days(2)) == (year.days, year.taken_back)
        assert (Money(500), Money(475), Money(25)) == (year.funding.known, year.cost, year.net)
        assert (Days(2), Money(25)) == (position.taken_back, position.net)

    def test_more_can_be_taken_back_than_is_given(self) -> None:
        """In a claim that only recovers."""
        (year,) = of_lines(taken_back(FIRST, Days(2)), cost=Money(210)).years
        assert (Days(0), Money(-420), Money(20)) == (year.days, year.cost, year.net)

    def test_a_range_that_is_taken_back_turns_the_ends_round(self) -> None:
        """The most that is taken back leaves the least."""
        ranged = changed(taken_back(FIRST, Days(2)), days=DayRange(1, 2), rate=None)
        (year,) = of_lines(FIRST, ranged).years
        assert (DayRange(1, 2), Money(475), Money(665)) == (year.taken_back, year.cost_at_least, year.cost_at_most)

    def test_days_that_nobody_knows_leave_the_cost_open(self) -> None:
        """An amount taken back without its days."""
        (year,) = of_lines(FIRST, changed(taken_back(FIRST, Days(2)), days=None, rate=None)).years
        assert (None, None, Money(855)) == (year.taken_back, year.cost_at_least, year.cost_at_most)
        assert (Money("-355.00"), None) == ends(year)


class TestHalfPence:
    """Half a day at an odd number of pence."""

    def test_two_halves_of_a_penny_are_one(self) -> None:
        """4.5 and 10.5 days at £190.01: the year comes to whole pence."""
        position = net_position(STATEMENT, Money("190.01"))
        assert (Money("2850.15"), Money("149.85")) == (position.years[0].cost, position.years[0].net)

    def test_half_a_penny_that_is_left_is_refused(self) -> None:
        """Nobody can pay it; 4.5 days alone."""
        with pytest.raises(InvalidMoney, match="half a day at an odd number of pence"):
            of_lines(FIRST, cost=Money("190.01"))

    @pytest.mark.parametrize("days", [DayRange("12.5", 37), DayRange(12, "36.5")])
    def test_neither_end_has_half_a_penny(self, days: DayRange) -> None:
        """Of a range."""
        statement = fund(edition_with(3, "support", days=days))
        with pytest.raises(InvalidMoney):
            net_position(statement, Money("190.01"))
        assert net_position(statement, Money("190.02")).years[2].cost is None

    @STEADY
    @given(st.lists(st.integers(0, 40), min_size=1, max_size=5), st.integers(0, 10**4))
    def test_a_year_is_exact_or_refused(self, half_days: list[int], pence: int) -> None:
        """Against reckoning in fractions."""
        lines = [changed(FIRST, days=Days.of_half_days(one), rate=Money(200)) for one in half_days]
        cost = sum(Fraction(one * pence, 2) for one in half_days)
        if cost.denominator != 1:
            with pytest.raises(InvalidMoney):
                of_lines(*lines, cost=Money.pence(pence))
        else:
            position = of_lines(*lines, cost=Money.pence(pence))
            assert Money.pence(int(sum(half_days) * 10000 - cost)) == position.net


class TestRefusals:
    """What is no cost of supply."""

    @pytest.mark.parametrize(
        "cost", [None, 190, "190", 190.0, True, Days(1), (Money(1),), Money(-1), Money("-0.01"), "2019/20"], ids=repr
    )
    def test_a_cost_is_money_and_not_below_nothing(self, cost: Any) -> None:
        """By itself, and for a year of no use too."""
        for given_cost in (cost, {"2019/20": Money(1), "2020/21": Money(1), "2021/22": cost}, {"2030/31": cost}):
            with pytest.raises(InvalidEstimate):
                net_position(STATEMENT, given_cost)

    def test_every_year_needs_its_cost(self) -> None:
        """The first that lacks is named."""
        with pytest.raises(InvalidEstimate, match="2020/21") as refused:
            net_position(STATEMENT, {"2019/20": Money(1)})
        assert "no supply cost for this year" == refused.value.problem
        with pytest.raises(InvalidEstimate, match="2019/20"):
            net_position(STATEMENT, {})

    def test_a_year_has_one_cost(self) -> None:
        """Also if it is the same twice."""
        with pytest.raises(InvalidEstimate, match="two supply costs for one year"):
            net_position(STATEMENT, {"2019/20": Money(1), AcademicYear(2019): Money(1)})

    @pytest.mark.parametrize("year", [None, 2019, "2019", "2019/21", FinancialYear(2019), ("2019/20",)], ids=repr)
    def test_what_is_no_academic_year_is_refused(self, year: Any) -> None:
        """As everywhere."""
        with pytest.raises(InvalidYear):
            net_position(STATEMENT, {year: Money(1)})

    def test_too_much_is_refused(self) -> None:
        """As all money beyond bounds."""
        with pytest.raises(InvalidMoney):
            net_position(STATEMENT, Money(10**12))

    @pytest.mark.parametrize("statement", [None, COHORT, STATEMENT.lines, STATEMENT.total, "secondary-2019"])
    def test_only_of_a_statement_there_is_one(self, statement: Any) -> None:
        """The edition is to be funded first."""
        with pytest.raises(InvalidArgument):
            net_position(statement, Money(190))
