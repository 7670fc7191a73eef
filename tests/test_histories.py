"""What holds for every history: days and money are conserved, claims add up, recoveries are bounded."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    Claimed,
    DayRange,
    Days,
    Delivered,
    FundingLine,
    Money,
    Participation,
    Voided,
    claim,
    earned,
    forecast,
    fund,
    progress,
)
from tests.changed_editions import edition_with, optional_support
from tests.histories import FIRST, LAST
from tests.random_histories import random_history

STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=40)
SEEDS = st.integers(0, 10**9)
EDITIONS = (
    SECONDARY_COHORT_4,
    optional_support(),
    edition_with(1, "residentials", days=DayRange(3, 6)),
    edition_with(2, "wider-work", days=None),
    edition_with(2, "wider-work", days=Days(6)),
    edition_with(2, "pd-lead-programme", rate=None, rate_source=None),
)
HISTORIES = st.builds(random_history, SEEDS) | st.builds(random_history, SEEDS, st.sampled_from(EDITIONS))
WITHOUT_CLAIMS = SEEDS.map(lambda seed: random_history(seed, claims=False))
BEYOND = LAST + timedelta(days=400)


def most(days: Days | DayRange | None) -> int:
    """The most half-days that some days are."""
    highest = days.high if isinstance(days, DayRange) else days
    return 0 if highest is None else highest.half_days


def pence(lines: tuple[FundingLine, ...]) -> int:
    """What some lines come to."""
    return sum(line.at_least.in_pence for line in lines)


def claimed_lines(participation: Participation) -> list[FundingLine]:
    """All lines that were claimed."""
    return [line for event in participation.events if isinstance(event, Claimed) for line in event.lines]


class TestDays:
    """Days are conserved."""

    @STEADY
    @given(HISTORIES)
    def test_delivered_and_remaining_days_are_allowed_or_in_excess(self, history: Participation) -> None:
        """Of every activity, in every year."""
        for line in progress(history).activities:
            if line.allowance is None:
                assert (None, Days(0)) == (line.remaining, line.excess)
            else:
                assert most(line.allowance) + line.excess.half_days == most(line.remaining) + line.delivered.half_days

    @STEADY
    @given(HISTORIES)
    def test_every_delivery_that_counts_is_in_the_progress(self, history: Participation) -> None:
        """And no other one."""
        voided = {event.event for event in history.events if isinstance(event, Voided)}
        recorded: Counter[tuple[object, str]] = Counter()
        for event in history.events:
            if isinstance(event, Delivered) and event.id not in voided:
                year = next(one for one in history.programme.years if event.on in one.academic_year)
                recorded[year.academic_year, event.activity] += event.days.half_days
        lines = progress(history).activities
        assert dict(recorded) == {
            (line.academic_year, line.activity): line.delivered.half_days for line in lines if line.delivered
        }

    @STEADY
    @given(SEEDS)
    def test_the_allowance_of_cohort_4_is_what_it_publishes(self, seed: int) -> None:
        """Fifteen days a year, whoever replaces whom."""
        lines = progress(random_history(seed)).activities
        for year in SECONDARY_COHORT_4.years:
            assert 30 == sum(most(line.allowance) for line in lines if line.academic_year == year.academic_year)

    @STEADY
    @given(HISTORIES)
    def test_no_more_days_are_paid_than_are_allowed(self, history: Participation) -> None:
        """Of every activity: those delivered without those in excess."""
        paid: Counter[tuple[object, str | None]] = Counter()
        for line in earned(history).lines:
            if isinstance(line.days, Days):
                paid[line.academic_year, line.activity] += line.days.half_days * (-1 if line.recovery else 1)
        for one in progress(history).activities:
            assert one.delivered.half_days - one.excess.half_days == paid[one.academic_year, one.activity]


class TestMoney:
    """Money is conserved."""

    @STEADY
    @given(SEEDS)
    def test_what_is_earned_planned_and_free_is_what_the_edition_gives(self, seed: int) -> None:
        """But for actual costs, which nobody publishes."""
        history = random_history(seed)
        for on in (None, date(2020, 12, 31)):
            seen = forecast(history, on)
            lines = [line for part in (seen.earned, seen.planned, seen.free) for line in part.lines]
            given_by_edition = fund(history.programme, supported_departments=history.supported_departments).total.known
            assert given_by_edition.in_pence == sum(line.at_least.in_pence for line in lines if not line.actual)

    @STEADY
    @given(HISTORIES)
    def test_all_groupings_of_what_is_earned_add_up(self, history: Participation) -> None:
        """To the penny."""
        statement = earned(history)
        for keys in ((), ("academic_year",), ("financial_year", "purpose"), ("payee", "activity", "financial_year")):
            assert statement.total.known == sum((total.known for total in statement.by(*keys).values()), Money(0))

    @STEADY
    @given(HISTORIES)
    def test_a_forecast_without_a_day_holds_all_that_is_earned(self, history: Participation) -> None:
        """In its own part."""
        assert earned(history).lines == forecast(history).earned.lines


class TestClaims:
    """Claims add up."""

    @STEADY
    @given(HISTORIES, SEEDS)
    def test_claims_over_any_partition_of_time_add_up_to_what_is_earned(
        self, history: Participation, seed: int
    ) -> None:
        """Together with those that were recorded before, to what is earned."""
        random = Random(seed)
        within = (FIRST + timedelta(days=random.randint(0, 1200)) for _ in range(9))
        days = sorted({FIRST - timedelta(days=30), BEYOND, *within})
        claims = [claim(history, end, since=start + timedelta(days=1)) for start, end in pairwise(days)]
        in_all = pence(tuple(claimed_lines(history))) + sum(pence(one.lines) for one in claims)
        assert pence(earned(history).lines) == in_all

    @STEADY
    @given(WITHOUT_CLAIMS, SEEDS)
    def test_claims_recorded_one_after_the_other_add_up_too(self, history: Participation, seed: int) -> None:
        """At the end of each period to what is earned by then."""
        random = Random(seed)
        for number, day in enumerate(sorted(FIRST + timedelta(days=random.randint(0, 1200)) for _ in range(6))):
            due = claim(history, day)
            history = history.record(Claimed(f"C{number}", due.lines, on=day)) if due.lines else history
            assert pence(earned(history, day).lines) == pence(tuple(claimed_lines(history)))
            assert () == claim(history, day).lines

    @STEADY
    @given(HISTORIES)
    def test_no_more_is_taken_back_than_was_claimed(self, history: Participation) -> None:
        """For any event, at any time; and once all is claimed, a voided event has brought nothing."""
        rest = claim(history, BEYOND).lines
        history = history.record(Claimed("rest", rest, on=BEYOND)) if rest else history
        sums: Counter[str | None] = Counter()
        for line in claimed_lines(history):
            sums[line.event] += line.at_least.in_pence
            assert sums[line.event] >= 0
        voided = {event.event for event in history.events if isinstance(event, Voided)}
        assert {0} >= {sums[event] for event in voided}

    @STEADY
    @given(HISTORIES)
    def test_claimed_lines_do_not_change_with_the_edition(self, history: Participation) -> None:
        """A rate that is corrected changes only what was not claimed."""
        years = tuple(
            evolve(year, activities=tuple(evolve(one, rate=one.rate and Money(300)) for one in year.activities))
            for year in history.programme.years
        )
        corrected = evolve(history, programme=evolve(history.programme, years=years, published_totals=()))
        assert Counter(claimed_lines(history)) <= Counter(earned(corrected).lines)


class TestReplaying:
    """The events are all that there is."""

    @STEADY
    @given(HISTORIES)
    def test_replaying_the_events_gives_the_same_value(self, history: Participation) -> None:
        """One by one, or all at once."""
        new = evolve(history, events=())
        assert history == new.record(*history.events) == evolve(new, events=history.events)
        one_by_one = new
        for event in history.events:
            one_by_one = one_by_one.record(event)
        assert (history, hash(history)) == (one_by_one, hash(one_by_one))

    @pytest.mark.parametrize("seed", [pytest.param(seed, id=str(seed)) for seed in range(3)])
    def test_random_histories_hold_events_of_many_kinds(self, seed: int) -> None:
        """Else nothing would be shown by them."""
        kinds = {type(event) for at in range(100) for event in random_history(1000 * seed + at).events}
        assert 8 == len(kinds)
