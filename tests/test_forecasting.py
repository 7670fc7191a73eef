"""What a participation comes to: earned, planned, estimated and free, side by side."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    CostIncurred,
    Forecast,
    InvalidArgument,
    InvalidEstimate,
    InvalidPeriod,
    Money,
    claim,
    forecast,
    fund,
)
from tests.changed_editions import GRANT, changed, edition_with, optional_support
from tests.histories import FIRST_YEAR, NEW, claimed, delivered, department, travel, voided, withdrew
from tests.participations import UNKNOWN, joining

FLAT = changed(GRANT, id="set-up", title="set-up grant", departments=None, year=1, activity=None, amount=Money(1000))
IN_2020 = date(2020, 12, 1)


def totals(seen: Forecast) -> tuple[str, str, str]:
    """What is known of each part."""
    return str(seen.earned.total.known), str(seen.planned.total.known), str(seen.free.total.known)


class TestParts:
    """What is earned, planned and free."""

    def test_of_a_new_participation_all_is_planned(self) -> None:
        """As `fund` tells it."""
        seen = forecast(NEW)
        statement = fund(SECONDARY_COHORT_4, NEW.facts)
        assert (statement.lines, statement.total) == (seen.planned.lines, seen.total)
        assert ((), ()) == (seen.earned.lines, seen.free.lines)

    @pytest.mark.parametrize(
        ("on", "parts"),
        [
            pytest.param(None, ("£3,086.40", "£12,250.00", "£0.00"), id="no day: all that is recorded is earned"),
            pytest.param(date(2019, 9, 1), ("£0.00", "£15,336.40", "£0.00"), id="the first day: all is still to come"),
            pytest.param(
                date(2020, 3, 31), ("£2,486.40", "£12,850.00", "£0.00"), id="what is recorded for later is planned"
            ),
            pytest.param(date(2020, 8, 31), ("£3,086.40", "£12,250.00", "£0.00"), id="the last day of the first year"),
            pytest.param(
                date(2021, 9, 1), ("£3,086.40", "£9,250.00", "£3,000.00"), id="a year over, of which all is free"
            ),
            pytest.param(date(2022, 9, 1), ("£3,086.40", "£0.00", "£12,250.00"), id="all years over"),
        ],
    )
    def test_the_day_decides_what_is_which(self, on: date | None, parts: tuple[str, str, str]) -> None:
        """Together they are what the edition gives, and what travel came to."""
        assert parts == totals(forecast(FIRST_YEAR, on))

    def test_after_a_withdrawal_all_that_is_left_is_free(self) -> None:
        """And nothing is planned, also nothing that is not published."""
        seen = forecast(FIRST_YEAR.record(withdrew(2020, 7, 1)))
        assert ("£3,086.40", "£0.00", "£12,250.00") == totals(seen)
        assert ("£3,086.40", (), ()) == (str(seen.total), seen.total.unpublished, seen.planned.missing)

    def test_a_year_is_over_after_its_last_day(self) -> None:
        """On that day its days can still be delivered."""
        assert ((), True) == (
            forecast(NEW, date(2020, 8, 31)).free.lines,
            bool(forecast(NEW, date(2020, 9, 1)).free.lines),
        )

    def test_nothing_is_missing_for_a_place_that_was_given_up(self) -> None:
        """Though it was not known where a route leads."""
        assert () == forecast(UNKNOWN.record(withdrew(2020, 1, 1))).planned.missing

    def test_what_is_left_of_an_activity_keeps_its_rate_and_its_clauses(self) -> None:
        """So that it can be read as any other line."""
        seen = forecast(FIRST_YEAR.record(delivered("d5", "residentials", "0.5", 2020, 10, 1)), IN_2020)
        (line,) = (one for one in seen.planned.lines if one.item == "residentials")
        assert ("2.5 days", Money(200), Money(500), ("PAR-7",)) == (
            str(line.days),
            line.rate,
            line.amount,
            line.clauses,
        )

    def test_departments_that_have_not_started_are_planned(self) -> None:
        """As many as are agreed."""
        history = evolve(NEW, supported_departments=3).record(department("s1", "B", None, 2021, 10, 1))
        (line,) = (one for one in forecast(history).planned.lines if one.item == "department-grant")
        assert (2, Money(4000)) == (line.departments, line.amount)
        more = history.record(*(department(f"s{one}", f"S{one}", None, 2021, 10, 1) for one in (2, 3)))
        assert "department-grant" not in {line.item for line in forecast(more).planned.lines}

    def test_a_flat_amount_is_planned_until_it_is_due(self) -> None:
        """Once."""
        history = joining(changed(SECONDARY_COHORT_4, grants=(FLAT, GRANT)))
        assert [Money(1000)] == [line.amount for line in forecast(history).planned.lines if line.item == "set-up"]
        due = history.record(CostIncurred("g1", "set-up", Money(1000), on=date(2019, 9, 10)))
        assert [] == [line for line in forecast(due).planned.lines if line.item == "set-up"]

    def test_what_hangs_on_an_open_route_says_what_would_settle_it(self) -> None:
        """As in every other statement; what was delivered settles it too."""
        assert ("pd_lead_secondary",) == forecast(UNKNOWN).planned.missing == fund(SECONDARY_COHORT_4).missing
        assert "Still open: " in str(forecast(UNKNOWN))
        settled = UNKNOWN.record(delivered("d1", "wider-work", 1, 2020, 10, 1))
        assert () == forecast(settled).planned.missing
        assert "if due" in str(forecast(joining(optional_support())))

    def test_recoveries_are_earned_below_nothing(self) -> None:
        """On the day on which they were voided; the half day that this frees is earned on its own."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 8, 31)).record(voided("d2", 2020, 11, 1))
        assert ("£1,986.40", "£13,350.00", "£0.00") == totals(forecast(history))
        assert ("£3,186.40", "£11,050.00", "£1,100.00") == totals(forecast(history, date(2020, 10, 31)))


class TestEstimates:
    """What is not published."""

    def test_what_an_item_came_to_comes_off_its_estimate(self) -> None:
        """Of the year in which it did, and never below nothing."""
        seen = forecast(FIRST_YEAR, date(2020, 6, 30), estimates={"travel": Money(180)})
        reckoned = {str(line.academic_year): line.reckoned for line in seen.planned.lines if line.item == "travel"}
        assert {"2019/20": Money("93.60"), "2020/21": Money(180)} == reckoned
        dear = FIRST_YEAR.record(travel("t2", 500, 2020, 6, 10))
        over = forecast(dear, date(2020, 6, 30), estimates={"travel": Money(180)}).planned.lines
        assert [Money(0), Money(180)] == [line.reckoned for line in over if line.item == "travel"]

    def test_an_estimate_of_what_is_not_due_is_told(self) -> None:
        """As `fund` tells it."""
        seen = forecast(NEW.know({"pd_lead_secondary": True}), estimates={"pd-lead-enrolment": Money(500)})
        assert ("pd-lead-enrolment",) == seen.planned.not_due
        assert "Estimated, but not due: pd-lead-enrolment" in str(seen)

    def test_what_neither_is_published_nor_estimated_is_named(self) -> None:
        """In the total and in the table."""
        seen = forecast(FIRST_YEAR, IN_2020, estimates={"travel": Money(180)})
        assert "at least £15,336.40, plus £180.00 estimated, plus PD Lead enrolment (amount not published)" == str(
            seen.total
        )
        (row,) = (line.split() for line in str(seen).splitlines() if "enrolment  " in line)
        assert ["2020/21", "PD", "Lead", "enrolment", "-", "-", "-", "-", "not", "published"] == row

    def test_an_unpublished_rate_is_planned_as_such(self) -> None:
        """And days of it that were delivered have no amount: they never read as nothing."""
        history = joining(edition_with(1, "residentials", rate=None, rate_source=None))
        for seen in (
            forecast(history.record(delivered("d1", "residentials", 1, 2019, 10, 1))),
            forecast(history, IN_2020),
        ):
            (row,) = (line.split() for line in str(seen).splitlines() if "Central residentials" in line)
            assert ["-", "-", "-", "-", "not", "published"] == row[3:]
        seen = forecast(history.record(delivered("d1", "residentials", 1, 2019, 10, 1)))
        assert ("residentials", None) == (seen.total.unpublished[0], seen.total.at_most)


class TestRefusals:
    """What cannot be asked."""

    @pytest.mark.parametrize("odd", [pytest.param(odd, id=repr(odd)) for odd in (None, "p-1", SECONDARY_COHORT_4)])
    def test_what_is_no_participation_is_refused(self, odd: Any) -> None:
        """With what was expected."""
        with pytest.raises(InvalidArgument, match="not a participation"):
            forecast(odd)

    def test_what_is_no_day_is_refused(self) -> None:
        """A moment too, whose day depends on the time zone."""
        with pytest.raises(InvalidPeriod, match="not a day to look from"):
            forecast(NEW, datetime(2020, 1, 1, tzinfo=UTC))

    def test_estimates_are_checked_as_everywhere(self) -> None:
        """A typing mistake names the nearest."""
        with pytest.raises(InvalidEstimate, match="the nearest is 'travel'"):
            forecast(NEW, estimates={"travl": Money(1)})


class TestShowing:
    """A forecast as text, HTML and records."""

    def test_it_stands_side_by_side_in_the_order_of_the_document(self) -> None:
        """Earned, planned, estimated and free."""
        text = str(forecast(FIRST_YEAR, IN_2020, estimates={"travel": Money(180)}))
        rows = [line.split("  ")[0:2] for line in text.splitlines() if line.startswith("20")]
        assert [
            *(["2019/20", name] for name in ("Central residentials", "Personal development", "Travel")),
            *(["2020/21", name] for name in ("Residentials", "Development", "PD Lead programme", "Travel")),
            ["2020/21", "PD Lead enrolment"],
            *(["2021/22", name] for name in ("Support for other departments", "Grant for each supported department")),
        ] == rows
        assert text.splitlines()[-3].split() == ["All", "£3,086.40", "£12,250.00", "£180.00", "-", "not", "published"]

    def test_records_name_their_part(self) -> None:
        """And are otherwise those of statements."""
        seen = forecast(FIRST_YEAR.record(withdrew(2020, 7, 1)))
        records = seen.to_records()
        assert ["earned", "free"] == list(dict.fromkeys(record["part"] for record in records))
        free = [record["amount"] for record in records if record["part"] == "free"]
        assert Decimal("12250.00") == sum(amount for amount in free if isinstance(amount, Decimal))

    def test_the_html_is_escaped(self) -> None:
        """Whatever anybody is called."""
        history = joining(edition_with(1, "residentials", title="<b>"))
        html = forecast(history)._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert ("&lt;b&gt;" in html, "<b>" in html) == (True, False)

    def test_a_claim_is_part_of_what_is_earned(self) -> None:
        """Whether it was recorded or not."""
        due = claim(FIRST_YEAR, date(2020, 8, 31))
        assert forecast(FIRST_YEAR).earned.total == due.total
