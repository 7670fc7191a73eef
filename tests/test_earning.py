"""What has been earned and what can be claimed, by figures worked out by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal, localcontext
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Claimed,
    CostIncurred,
    DayRange,
    Days,
    Delivered,
    FinancialYear,
    FundingStatement,
    InvalidArgument,
    InvalidPeriod,
    Money,
    Payee,
    Purpose,
    claim,
    earned,
    fund,
)
from tests.changed_editions import GRANT, changed, edition_with, with_activity, with_year
from tests.histories import FIRST_YEAR, NEW, claimed, delivered, department, travel, voided, withdrew
from tests.participations import joining

FLAT = changed(GRANT, id="set-up", title="set-up grant", departments=None, year=1, activity=None, amount=Money(1000))


def told(statement: FundingStatement) -> list[tuple[str, str, str]]:
    """Of each line the day, the item and the amount."""
    return [(str(line.on), line.item, str(line.amount)) for line in statement.lines]


class TestEarned:
    """What has been earned up to a day."""

    def test_each_delivery_is_a_dated_line_as_far_as_its_days_are_allowed(self) -> None:
        """Of the eleven days of personal development ten and a half are, and the half that is later is not."""
        assert [
            ("2019-10-03", "residentials", "£300.00"),
            ("2019-10-03", "travel", "£86.40"),
            ("2019-11-05", "personal-development", "£1,200.00"),
            ("2020-02-04", "personal-development", "£900.00"),
            ("2020-06-10", "residentials", "£600.00"),
        ] == told(earned(FIRST_YEAR))

    @pytest.mark.parametrize(
        ("until", "amount"),
        [
            pytest.param(date(2019, 10, 2), "£0.00", id="the day before the first delivery"),
            pytest.param(date(2019, 10, 3), "£386.40", id="the day of the first delivery"),
            pytest.param(date(2020, 3, 31), "£2,486.40", id="the last day of a financial year"),
            pytest.param(date(2022, 8, 31), "£3,086.40", id="the last day of the programme"),
            pytest.param(None, "£3,086.40", id="all that is recorded"),
        ],
    )
    def test_a_day_counts_up_to_its_end(self, until: date | None, amount: str) -> None:
        """And what is later does not."""
        assert amount == str(earned(FIRST_YEAR, until).total)

    def test_each_line_falls_into_its_academic_and_its_financial_year(self) -> None:
        """Which are cut at different days."""
        by = {key: str(total) for key, total in earned(FIRST_YEAR).by("financial_year").items()}
        assert {(FinancialYear(2019),): "£2,486.40", (FinancialYear(2020),): "£600.00"} == by
        assert "£3,086.40" == str(earned(FIRST_YEAR).total_for(academic_year="2019/20"))
        assert Money(600) == earned(FIRST_YEAR).total_for(financial_year="2020-21").known
        assert Money(0) == earned(FIRST_YEAR).total_for(financial_year=None).known

    def test_a_line_holds_its_day_its_event_its_rate_its_clauses_and_who_is_paid(self) -> None:
        """So that nobody has to look them up again."""
        line, cost, *_ = earned(FIRST_YEAR).lines
        assert (Days("1.5"), Money(200), "d1", "Example School") == (line.days, line.rate, line.event, line.recipient)
        assert (("PAR-3",), ("PAR-2",), True, False) == (line.clauses, line.rate_clauses, line.published, line.actual)
        assert (("FUN-4",), False, True, Purpose.TRAVEL) == (cost.clauses, cost.published, cost.actual, cost.purpose)

    def test_days_recorded_late_are_paid_in_the_order_of_their_days(self) -> None:
        """Whichever was recorded first."""
        history = NEW.record(
            delivered("late", "residentials", 3, 2020, 6, 1), delivered("early", "residentials", 3, 2019, 10, 1)
        )
        assert [("2019-10-01", "residentials", "£600.00"), ("2020-06-01", "residentials", "£300.00")] == told(
            earned(history)
        )

    def test_a_department_that_starts_is_paid_its_grant(self) -> None:
        """At its school, on the day."""
        history = NEW.record(department("s1", "B School", "222222", 2021, 10, 1))
        (line,) = earned(history).lines
        assert (Money(2000), "B School", Payee.SUPPORTED_DEPARTMENT, 1) == (
            *(line.amount, line.recipient, line.payee, line.departments),
        )

    @pytest.mark.parametrize(
        ("agreed", "amount"),
        [
            pytest.param(None, "£4,000.00", id="the edition's two"),
            pytest.param(0, "£0.00", id="none"),
            pytest.param(1, "£2,000.00", id="fewer than the edition's"),
            pytest.param(3, "£6,000.00", id="more than the edition's"),
        ],
    )
    def test_departments_are_paid_as_many_as_are_agreed(self, agreed: int | None, amount: str) -> None:
        """Those that started first; the others are reported, and not paid."""
        starts = [department(f"s{9 - month}", f"School {month}", None, 2022, month, 1) for month in (3, 1, 2)]
        statement = earned(evolve(NEW, supported_departments=agreed).record(*starts))
        assert amount == str(statement.total)
        paid = [line.recipient for line in statement.lines]
        assert ["School 1", "School 2", "School 3"][: len(paid)] == paid

    def test_a_flat_amount_is_earned_once_when_it_falls_due(self) -> None:
        """At what is published, on the day that the caller tells."""
        history = joining(changed(SECONDARY_COHORT_4, grants=(FLAT, GRANT)))
        due = CostIncurred("g1", "set-up", Money(1000), on=date(2019, 9, 10))
        (line,) = earned(history.record(due)).lines
        assert (Money(1000), True, False) == (line.amount, line.published, line.actual)
        with pytest.raises(ValueError, match="due once, and recorded already: 'set-up'"):
            history.record(due, evolve(due, id="g2"))
        with pytest.raises(ValueError, match="not the amount that is published: '£999"):
            history.record(evolve(due, amount=Money(999)))

    def test_what_is_not_published_is_told_as_such(self) -> None:
        """A day at an unknown rate is no day for nothing."""
        history = joining(edition_with(1, "residentials", rate=None, rate_source=None))
        total = earned(history.record(delivered("d1", "residentials", 1, 2019, 10, 1))).total
        assert ("at least £0.00, plus central residentials (amount not published)", None) == (str(total), total.at_most)

    def test_days_without_a_published_number_are_all_paid_at_their_rate(self) -> None:
        """Nobody could say that one is too many."""
        history = joining(edition_with(1, "residentials", days=None))
        assert "£8,000.00" == str(earned(history.record(delivered("d1", "residentials", 40, 2019, 10, 1))).total)

    def test_of_a_range_the_most_is_allowed(self) -> None:
        """What is beyond it is not paid."""
        history = joining(edition_with(3, "support", days=DayRange(12, 20)))
        assert "£7,000.00" == str(earned(history.record(delivered("d1", "support", 37, 2021, 10, 1))).total)

    def test_two_activities_of_one_route_are_counted_each_for_itself(self) -> None:
        """And together, where somebody else used another way of the route."""
        work = SECONDARY_COHORT_4.years[1].activities[3]
        coaching = changed(work, id="coaching", title="coaching", days=Days(2))
        years = with_year(2, activities=(*SECONDARY_COHORT_4.years[1].activities, coaching))
        edition = changed(SECONDARY_COHORT_4, years=years, published_totals=())
        both = delivered("d1", "wider-work", 5, 2020, 10, 1), delivered("d2", "coaching", 3, 2020, 10, 1)
        assert "£1,200.00" == str(earned(joining(edition, pd_lead_secondary=True).record(*both)).total)

    def test_the_callers_decimal_context_changes_nothing(self) -> None:
        """The days of a recovery are exact too."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 8, 31)).record(voided("d3", 2020, 9, 1))
        with localcontext() as context:
            context.prec = 1
            records = earned(history).to_records()
        assert [Decimal("-4.5")] == [record["days"] for record in records if record["recovery"]]

    @pytest.mark.parametrize("odd", [pytest.param(odd, id=repr(odd)) for odd in (None, "p-1", SECONDARY_COHORT_4)])
    def test_what_is_no_participation_is_refused(self, odd: Any) -> None:
        """With what was expected."""
        with pytest.raises(InvalidArgument, match="not a participation"):
            earned(odd)

    def test_what_is_no_day_is_refused(self) -> None:
        """A moment too, whose day depends on the time zone."""
        with pytest.raises(InvalidPeriod, match="not the last day that counts"):
            earned(FIRST_YEAR, datetime(2020, 1, 1, tzinfo=UTC))


class TestClaim:
    """What can be claimed."""

    def test_a_claim_holds_what_was_earned_in_its_period(self) -> None:
        """From its first day to its last."""
        autumn = claim(FIRST_YEAR, date(2020, 2, 3), since=date(2019, 10, 4))
        assert [("2019-11-05", "personal-development", "£1,200.00")] == told(autumn)

    def test_what_was_claimed_is_not_claimed_again(self) -> None:
        """What comes later, or was recorded late, is."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 1, 31))
        assert [("2020-02-04", "personal-development", "£900.00"), ("2020-06-10", "residentials", "£600.00")] == told(
            claim(history, date(2020, 8, 31))
        )
        late = history.record(travel("t2", 40, 2019, 12, 1))
        assert [("2019-12-01", "travel", "£40.00")] == told(claim(late, date(2020, 1, 31)))

    def test_what_was_voided_after_a_claim_is_taken_back_once_at_its_own_rate(self) -> None:
        """Dated by the voiding, so that it falls into the financial year in which it is paid back."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 3, 31)).record(voided("d2", 2020, 4, 20))
        dearer = evolve(
            history,
            programme=changed(
                SECONDARY_COHORT_4, years=with_activity(1, "personal-development", rate=Money(300)), published_totals=()
            ),
        )
        for one in (history, dearer):
            recoveries = [line for line in claim(one, date(2020, 4, 30)).lines if line.recovery]
            assert [(date(2020, 4, 20), Money(-1200), Money(200))] == [
                (line.on, line.amount, line.rate) for line in recoveries
            ]
        assert (
            () == claim(claimed(history, "C2", date(2020, 4, 30)), date(2023, 1, 1), since=date(2020, 4, 1)).lines[1:]
        )

    def test_what_was_voided_before_any_claim_is_never_mentioned(self) -> None:
        """Nobody paid for it."""
        history = FIRST_YEAR.record(voided("d2", 2020, 4, 20))
        assert "d2" not in [line.event for line in claim(history, date(2023, 1, 1)).lines]

    def test_days_that_a_voiding_frees_can_be_claimed(self) -> None:
        """They return to the allowance: half a day that was in excess is not any more."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 8, 31)).record(voided("d2", 2020, 9, 1))
        lines = claim(history, date(2020, 9, 30)).lines
        assert [("d3", Money(100)), ("d2", Money(-1200))] == [(line.event, line.amount) for line in lines]

    def test_nothing_can_be_claimed_without_an_amount(self) -> None:
        """What is not published waits until it is."""
        history = joining(edition_with(1, "residentials", rate=None, rate_source=None))
        assert () == claim(history.record(delivered("d1", "residentials", 1, 2019, 10, 1)), date(2020, 1, 1)).lines

    @pytest.mark.parametrize(
        ("until", "since", "said"),
        [
            pytest.param(None, None, "not the last day of a period", id="no last day"),
            pytest.param(date(2020, 1, 1), "2019-09-01", "not the first day of a period", id="text for the first day"),
            pytest.param(date(2020, 1, 1), date(2020, 1, 2), "ends before it begins", id="the wrong way round"),
        ],
    )
    def test_what_is_no_period_is_refused(self, until: Any, since: Any, said: str) -> None:
        """Saying what is wrong."""
        with pytest.raises(InvalidPeriod, match=said):
            claim(FIRST_YEAR, until, since=since)

    def test_a_statement_made_yesterday_does_not_change(self) -> None:
        """What was claimed stays as it was when a rate is corrected; what was not is paid at the new one."""
        history = claimed(FIRST_YEAR, "C1", date(2019, 12, 31))
        years = with_activity(1, "personal-development", rate=Money(220))
        corrected = evolve(history, programme=changed(SECONDARY_COHORT_4, years=years, published_totals=()))
        amounts = [str(line.amount) for line in earned(corrected).lines if line.item == "personal-development"]
        assert ["£1,200.00", "£990.00"] == amounts

    def test_three_years_come_to_what_the_edition_gives(self) -> None:
        """Every day delivered, both departments, and nothing beyond."""
        history = NEW
        for line in fund(SECONDARY_COHORT_4, NEW.facts).lines:
            if line.activity is not None and isinstance(line.days, Days):
                on = date(line.academic_year.first, 11, 1)
                history = history.record(Delivered(f"{line.item}-{on}", line.activity, line.days, on=on))
        starts = [department(f"s{number}", f"School {number}", None, 2021, 10, number) for number in (1, 2)]
        total = earned(history.record(*starts, withdrew(2022, 8, 31))).total
        assert (fund(SECONDARY_COHORT_4).total.known, "£15,250.00") == (total.known, str(total))
        assert Claimed("C", claim(history, date(2023, 1, 1)).lines, on=date(2023, 1, 1)).lines
