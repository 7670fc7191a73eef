"""Statements spread over time: by hand for Cohort 4, and what holds for every edition and basis."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    ByTerms,
    Days,
    EvenlyByMonth,
    FinancialYear,
    FundingLine,
    FundingStatement,
    InvalidArgument,
    InvalidPeriod,
    Money,
    OnOneDay,
    Unscheduled,
    forecast,
    fund,
    spread,
)
from mastery_programme.bases import Basis, shares
from tests.changed_editions import edition_with, optional_support
from tests.codec_editions import STATEMENTS
from tests.histories import FIRST_YEAR
from tests.spreading import BASES, TERMS

STATEMENT = fund(SECONDARY_COHORT_4)
MONTHLY = spread(STATEMENT, EvenlyByMonth())


def by_financial_year(statement: FundingStatement, basis: Basis) -> dict[str, str]:
    """What is known of a statement by financial year."""
    found = spread(statement, basis).by("financial_year")
    return {str(year): str(total.known) for (year,), total in found.items()}


class TestByFinancialYear:
    """What one place of Cohort 4 costs, worked out by hand."""

    @pytest.mark.parametrize(
        ("basis", "known"),
        [
            pytest.param(
                EvenlyByMonth(),
                {
                    "2019-20": "£1,750.00",  # 7/12 of 3,000
                    "2020-21": "£3,000.00",  # 5/12 of 3,000 and 7/12 of 3,000
                    "2021-22": "£6,645.83",  # 1,250, 3,062.50 of 5,250 and 2,333.33 of 4,000
                    "2022-23": "£3,854.17",  # 2,187.50 and 1,666.67
                },
                id="a twelfth a month",
            ),
            pytest.param(
                OnOneDay(3, 31),
                {"2019-20": "£3,000.00", "2020-21": "£3,000.00", "2021-22": "£9,250.00"},
                id="the last day of the first financial year",
            ),
            pytest.param(
                OnOneDay(4, 1),
                {"2020-21": "£3,000.00", "2021-22": "£3,000.00", "2022-23": "£9,250.00"},
                id="the first day of the second",
            ),
            pytest.param(
                ByTerms(TERMS),
                {
                    "2019-20": "£2,038.33",  # 195 of 287 days: 611.50 of 900 and 1,426.83 of 2,100
                    "2020-21": "£961.67",  # the other 92
                    "None": "£12,250.00",  # the terms of later years are not known
                },
                id="by the days of terms of the first year",
            ),
            pytest.param(Unscheduled(), {"None": "£15,250.00"}, id="on no day"),
        ],
    )
    def test_a_place_costs_so_much(self, basis: Basis, known: dict[str, str]) -> None:
        """In all always the same."""
        assert known == by_financial_year(STATEMENT, basis)

    def test_a_financial_year_has_its_share_of_an_amount_to_the_penny(self) -> None:
        """Not that of its months rounded one by one, which for 0.06 would be nothing in the second of them."""
        parts = EvenlyByMonth().parts(STATEMENT.lines[0].academic_year)
        months = shares(Money("0.06"), parts)
        assert [1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0] == [month.in_pence for month in months]

    def test_an_amount_below_nothing_is_shared_as_its_positive(self) -> None:
        """As money that is taken back."""
        parts = EvenlyByMonth().parts(STATEMENT.lines[0].academic_year)
        assert tuple(-month for month in shares(Money("0.06"), parts)) == shares(Money("-0.06"), parts)


class TestParts:
    """The lines of a statement that was spread."""

    def test_they_stand_where_their_line_stood(self) -> None:
        """In the order of their days."""
        items = [item for item, _ in groupby(MONTHLY.lines, key=lambda line: (line.academic_year, line.item))]
        assert [(line.academic_year, line.item) for line in STATEMENT.lines] == items
        assert [line.on for line in MONTHLY.lines[:12]] == sorted(line.on for line in MONTHLY.lines[:12] if line.on)

    def test_one_of_several_has_no_days_rate_or_departments_of_its_own(self) -> None:
        """Or those of the records would add up to more than there are."""
        assert {(None, None, None)} == {(line.days, line.rate, line.departments) for line in MONTHLY.lines}

    def test_the_only_one_is_the_line_with_a_day(self) -> None:
        """With all that it had."""
        first = STATEMENT.lines[0]
        assert evolve(first, on=date(2020, 3, 31)) == spread(STATEMENT, OnOneDay(3, 31)).lines[0]
        assert Days("4.5") == spread(STATEMENT, OnOneDay(3, 31)).lines[0].days

    def test_what_is_not_published_is_named_in_each_part(self) -> None:
        """Of every month."""
        travel = [line for line in MONTHLY.lines if line.item == "travel"]
        assert (24, {(("travel", "travel"),)}) == (len(travel), {line.unpublished for line in travel})
        assert {None} == {line.amount for line in travel}

    def test_what_may_not_be_due_is_shared_as_what_it_can_come_to(self) -> None:
        """The least of each part is nothing, and its amount the most."""
        lines = spread(fund(optional_support()), EvenlyByMonth()).lines
        parts = [line for line in lines if line.item == "support"]
        assert {(Money(0), Money("437.50"), Money("437.50"), False)} == {
            (line.at_least, line.amount, line.at_most, line.certain) for line in parts
        }

    def test_a_line_that_has_a_day_stays_as_it_is(self) -> None:
        """With the day on which it was earned."""
        earned = forecast(FIRST_YEAR).earned
        assert earned == spread(earned, EvenlyByMonth())

    def test_nothing_stays_nothing(self) -> None:
        """A statement without lines."""
        empty = evolve(STATEMENT, lines=())
        assert empty == spread(empty, EvenlyByMonth())

    def test_an_amount_between_the_least_and_the_most_stays_between(self) -> None:
        """Also in a line that was made by hand."""
        line = evolve(STATEMENT.lines[0], at_least=Money("0.01"), amount=Money("0.08"), at_most=Money("0.20"))
        parts = spread(evolve(STATEMENT, lines=(line,)), EvenlyByMonth()).lines
        assert all_in_order(parts)
        assert (1, 8, 20) == sums(parts)


def all_in_order(parts: Sequence[FundingLine]) -> bool:
    """Whether in each part the least is not above the amount, nor the amount above the most."""
    ends = [[end for end in (line.at_least, line.amount, line.at_most) if end is not None] for line in parts]
    return all(some == sorted(some) for some in ends)


def sums(parts: Sequence[FundingLine]) -> tuple[int | None, ...]:
    """What parts come to in pence: at least, in amount, and at most; None where there is none."""
    columns = [[getattr(line, name) for line in parts] for name in ("at_least", "amount", "at_most")]
    return tuple(None if None in column else sum(money.in_pence for money in column) for column in columns)


def rest(line: FundingLine) -> FundingLine:
    """A line without what a part of it has of its own."""
    plain: dict[str, Any] = dict.fromkeys(("on", "days", "rate", "departments", "amount", "at_most"))
    return evolve(line, **plain, at_least=Money(0), reckoned=Money(0))


class TestWhateverTheEdition:
    """What holds for statements of editions of all kinds, with estimates, by any basis."""

    @given(STATEMENTS, BASES)
    @settings(derandomize=True, database=None, deadline=None, max_examples=150)
    def test_parts_add_up_to_their_line(self, statement: FundingStatement, basis: Basis) -> None:
        """To the penny, in order, each at most a penny from its exact share among financial years; and nothing else."""
        lines = list(spread(statement, basis).lines)
        for line in statement.lines:
            weights = basis.parts(line.academic_year)
            parts, lines = lines[: len(weights) or 1], lines[len(weights) or 1 :]
            assert sums([line]) == sums(parts)
            assert line.reckoned.in_pence == sum(part.reckoned.in_pence for part in parts)
            assert all_in_order(parts)
            assert {rest(line)} == {rest(part) for part in parts}
            assert [day for day, _ in weights] == [part.on for part in parts if part.on is not None]
            assert is_near(line, parts, weights)
        assert [] == lines

    @given(STATEMENTS, BASES)
    @settings(derandomize=True, database=None, deadline=None, max_examples=100)
    def test_the_total_is_the_same(self, statement: FundingStatement, basis: Basis) -> None:
        """With all that is not in it; and so is the rest of the statement."""
        made = spread(statement, basis)
        assert (statement.total, evolve(statement, lines=())) == (made.total, evolve(made, lines=()))


def is_near(line: FundingLine, parts: Sequence[FundingLine], weights: Sequence[tuple[date, int]]) -> bool:
    """Whether each financial year has the exact share of what is known of a line, but for less than a penny."""
    in_all = sum(weight for _, weight in weights)
    for year in {FinancialYear.containing(day) for day, _ in weights}:
        exact = Fraction(line.at_least.in_pence * sum(weight for day, weight in weights if day in year), in_all)
        given = sum(part.at_least.in_pence for part in parts if part.on is not None and part.on in year)
        if not abs(given - exact) < 1:
            return False
    return True


class TestRefusals:
    """What cannot be spread."""

    @pytest.mark.parametrize("given", [None, "2019/20", STATEMENT.lines, forecast(FIRST_YEAR), SECONDARY_COHORT_4])
    def test_what_is_no_statement_is_refused(self, given: Any) -> None:
        """A forecast too: only what it plans has to be spread."""
        with pytest.raises(InvalidArgument, match="not a funding statement"):
            spread(given, EvenlyByMonth())

    def test_what_is_no_basis_is_refused(self) -> None:
        """Also where there would be nothing to spread."""
        with pytest.raises(InvalidPeriod, match="not a way to spread over time"):
            spread(evolve(STATEMENT, lines=()), None)  # type: ignore[arg-type]  # the point of the test

    def test_a_day_that_is_over_is_a_day(self) -> None:
        """Not a text."""
        with pytest.raises(InvalidPeriod, match="not a day that is over"):
            spread(fund(SECONDARY_COHORT_4), EvenlyByMonth(), after="2020-03-31")  # type: ignore[arg-type]  # the point of the test

    def test_parts_after_a_day_add_up_to_the_whole_too(self) -> None:
        """And none of them is on that day or before."""
        later = spread(fund(SECONDARY_COHORT_4), EvenlyByMonth(), after=date(2020, 4, 1))
        assert (fund(SECONDARY_COHORT_4).total, date(2020, 5, 1)) == (later.total, later.lines[0].on)

    def test_a_year_that_is_too_late_is_refused(self) -> None:
        """By its own name."""
        late = AcademicYear(9998)
        line = evolve(STATEMENT.lines[0], academic_year=late)
        with pytest.raises(InvalidPeriod, match="9998/99"):
            spread(evolve(STATEMENT, lines=(line,)), EvenlyByMonth())

    def test_an_edition_without_rates_is_spread_all_the_same(self) -> None:
        """What is not published stays so."""
        unpriced = fund(edition_with(1, "residentials", rate=None, rate_source=None))
        assert unpriced.total == spread(unpriced, EvenlyByMonth()).total
