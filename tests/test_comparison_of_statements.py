"""What differs between two funding statements: line by line, and in all."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings

from mastery_programme import (
    SECONDARY_COHORT_4,
    DayRange,
    Days,
    Difference,
    FrozenMapping,
    FundingLine,
    FundingStatement,
    InvalidComparison,
    Money,
    Payee,
    compare,
    fund,
    scenario,
)
from mastery_programme.codec import from_dict, to_dict
from tests.changed_editions import changed, edition_with, optional_support
from tests.codec_editions import STATEMENTS

COHORT = SECONDARY_COHORT_4
SETTLED = fund(COHORT, {"pd_lead_secondary": True})
OPEN = fund(COHORT)
FIRST = SETTLED.lines[0]
STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=40)


def told(before: FundingStatement, after: FundingStatement) -> list[str]:
    """The differences between two statements, as text."""
    return [str(difference) for difference in compare(before, after)]


def with_lines(*lines: FundingLine) -> FundingStatement:
    """A statement of these lines alone."""
    return changed(SETTLED, lines=lines)


class TestALine:
    """One payment on both sides."""

    def test_a_lower_rate_shows_in_the_rate_the_amount_and_the_total(self) -> None:
        """Each with the clauses of both sides."""
        lower = fund(scenario(COHORT, label="x", rates={"support": Money(300)}), {"pd_lead_secondary": True})
        rate, amount, total = compare(SETTLED, lower)
        nowhere: FrozenMapping[str, Any] = FrozenMapping()
        assert rate == Difference("2021/22.support.rate", nowhere, Money(350), Money(300), ("FUN-5",), ("WHAT-IF-1",))
        assert amount == Difference(
            "2021/22.support.amount", nowhere, Money(5250), Money(4500), ("FUN-5",), ("FUN-5", "WHAT-IF-1")
        )
        assert total == Difference("total", nowhere, SETTLED.total, lower.total, (), ())
        assert "2021/22.support.amount: £5,250.00 (FUN-5) -> £4,500.00 (FUN-5, WHAT-IF-1)" == str(amount)
        assert (
            "total: at least £15,250.00, plus travel (amount not published) -> "
            "at least £14,500.00, plus travel (amount not published)"
        ) == str(total)

    @pytest.mark.parametrize(
        ("values", "differences"),
        [
            pytest.param(
                {"days": DayRange(4, 5), "amount": None, "at_least": Money(800), "at_most": Money(1000)},
                [
                    "2019/20.residentials.days: 4.5 days (PAR-3) -> 4 to 5 days (PAR-3)",
                    "2019/20.residentials.amount: £900.00 (PAR-3, PAR-2) -> nothing",
                    "2019/20.residentials.at_least: £900.00 (PAR-3, PAR-2) -> £800.00 (PAR-3, PAR-2)",
                    "2019/20.residentials.at_most: £900.00 (PAR-3, PAR-2) -> £1,000.00 (PAR-3, PAR-2)",
                    "total: £900.00 -> between £800.00 and £1,000.00",
                ],
                id="an amount that is open has a least and a most",
            ),
            pytest.param(
                {"amount": None, "at_least": Money(0), "at_most": Money(1000)},
                [
                    "2019/20.residentials.amount: £900.00 (PAR-3, PAR-2) -> nothing",
                    "2019/20.residentials.at_most: £900.00 (PAR-3, PAR-2) -> £1,000.00 (PAR-3, PAR-2)",
                    "total: £900.00 -> between £0.00 and £1,000.00",
                ],
                id="a least of nothing says no more than that the amount is open",
            ),
            pytest.param(
                {"certain": False, "at_least": Money(0)},
                [
                    "2019/20.residentials.certain: yes (PAR-3, PAR-2) -> no (PAR-3, PAR-2)",
                    "total: £900.00 -> between £0.00 and £900.00",
                ],
                id="what may not be due",
            ),
            pytest.param(
                {"published": False, "estimated": True, "at_least": Money(0), "reckoned": Money(900)},
                [
                    "2019/20.residentials.published: yes (PAR-3, PAR-2) -> no (PAR-3, PAR-2)",
                    "2019/20.residentials.estimated: no (PAR-3, PAR-2) -> yes (PAR-3, PAR-2)",
                    "total: £900.00 -> £0.00, plus £900.00 estimated",
                ],
                id="an estimate",
            ),
            pytest.param(
                {"reckoned": Money(5), "amount": None},
                [
                    "2019/20.residentials.amount: £900.00 (PAR-3, PAR-2) -> nothing",
                    "2019/20.residentials.reckoned: £0.00 (PAR-3, PAR-2) -> £5.00 (PAR-3, PAR-2)",
                    "total: £900.00 -> £900.00, plus £5.00 estimated",
                ],
                id="a part that is estimated",
            ),
            pytest.param(
                {"rate": Money(100), "rate_clauses": ()},
                ["2019/20.residentials.rate: £200.00 (PAR-2) -> £100.00 (PAR-3)"],
                id="a rate without a clause of its own rests on that of the days",
            ),
            pytest.param(
                {"on": date(2020, 1, 7), "recipient": "Example School"},
                [
                    "2019/20.residentials.on: nothing -> 2020-01-07 (PAR-3, PAR-2)",
                    "2019/20.residentials.recipient: nothing -> Example School (PAR-3, PAR-2)",
                ],
                id="a day, and a name",
            ),
            pytest.param(
                {"published": False, "actual": True},
                [
                    "2019/20.residentials.published: yes (PAR-3, PAR-2) -> no (PAR-3, PAR-2)",
                    "2019/20.residentials.actual: no (PAR-3, PAR-2) -> yes (PAR-3, PAR-2)",
                ],
                id="what it really came to",
            ),
            pytest.param(
                {"activity": "support"},
                ["2019/20.residentials.activity: residentials (PAR-3, PAR-2) -> support (PAR-3, PAR-2)"],
                id="another activity",
            ),
            pytest.param(
                {"edition": "x", "title": "x", "clauses": ("X",), "rate_clauses": ("Y",)}, [], id="words and citations"
            ),
        ],
    )
    def test_what_differs_is_told_figure_by_figure(self, values: dict[str, Any], differences: list[str]) -> None:
        """Of the bounds of an amount only what the amount does not say."""
        assert differences == told(with_lines(FIRST), with_lines(changed(FIRST, **values)))

    def test_more_departments_are_told(self) -> None:
        """With what they come to."""
        assert [
            "2021/22.department-grant.departments: 2 (FUN-6) -> 3 (FUN-6)",
            "2021/22.department-grant.amount: £4,000.00 (FUN-6) -> £6,000.00 (FUN-6)",
            f"total: {SETTLED.total} -> {fund(COHORT, {'pd_lead_secondary': True}, supported_departments=3).total}",
        ] == told(SETTLED, fund(COHORT, {"pd_lead_secondary": True}, supported_departments=3))

    def test_what_is_not_published_any_more_is_told(self) -> None:
        """No longer an amount, and not an amount of nothing."""
        silent = fund(edition_with(3, "support", rate=None, rate_source=None), {"pd_lead_secondary": True})
        assert [
            "2021/22.support.rate: £350.00 (FUN-5) -> nothing",
            "2021/22.support.amount: £5,250.00 (FUN-5) -> nothing",
            "2021/22.support.published: yes (FUN-5) -> no (FUN-5)",
        ] == told(SETTLED, silent)[:-1]


class TestLinesOfOneSide:
    """Payments that only one statement has."""

    def test_they_are_told_with_what_they_come_to(self) -> None:
        """An open line, and the one that it becomes, are two; each year has its own in its place."""
        enrolment = "at least £0.00, plus PD Lead enrolment (amount not published) (FUN-3)"
        assert [
            "2020/21.pd-lead-programme or wider-work: £800.00 (PAR-9, PAR-10, PAR-6) -> nothing",
            f"2020/21.pd-lead-enrolment: {enrolment} -> nothing",
            "2020/21.wider-work: nothing -> £800.00 (PAR-10, PAR-6)",
            "missing: pd_lead_secondary -> nothing",
        ] == told(OPEN, SETTLED)[:-1]

    def test_they_stand_in_their_year(self) -> None:
        """A line that comes in year 2 is told before what differs in year 3."""
        three = fund(COHORT, {"pd_lead_secondary": True}, supported_departments=3)
        subjects = [one.subject for one in compare(OPEN, three)]
        assert ["2020/21.wider-work", "2021/22.department-grant.departments"] == subjects[2:4]

    def test_they_are_held_whole(self) -> None:
        """On the side that has them."""
        (only, *_) = compare(with_lines(FIRST), with_lines())
        assert ("2019/20.residentials", FIRST, None) == (only.subject, only.before, only.after)
        assert (("PAR-3", "PAR-2"), ()) == (only.clauses_before, only.clauses_after)

    def test_what_may_not_be_due_says_so(self) -> None:
        """Between nothing and its amount."""
        without = fund(optional_support(), {"works_with_others": False, "pd_lead_secondary": True})
        assert [
            "2021/22.support: between £0.00 and £5,250.00 (FUN-5) -> nothing",
            "2021/22.department-grant: between £0.00 and £4,000.00 (FUN-6) -> nothing",
            "missing: works_with_others -> nothing",
        ] == told(fund(optional_support(), {"pd_lead_secondary": True}), without)

    @pytest.mark.parametrize(
        ("values", "subject"),
        [
            pytest.param({"payee": Payee.PD_LEAD_PROVIDER}, "2019/20.residentials", id="another payee"),
            pytest.param({"event": "event-7"}, "2019/20.residentials.event-7", id="an event"),
            pytest.param({"item": "launch"}, "2019/20.launch", id="another item"),
        ],
    )
    def test_lines_are_matched_by_year_item_payee_and_event(self, values: dict[str, Any], subject: str) -> None:
        """Where one of these differs, one goes and one comes."""
        gone, come = compare(with_lines(FIRST), with_lines(changed(FIRST, **values)))
        assert ("2019/20.residentials", subject) == (gone.subject, come.subject)
        assert (None, None) == (gone.after, come.before)

    def test_lines_that_share_all_these_are_matched_in_their_order(self) -> None:
        """None is dropped."""
        half = changed(FIRST, days=Days("0.5"), amount=Money(100), at_least=Money(100), at_most=Money(100))
        assert ["2019/20.residentials.2: nothing -> £100.00 (PAR-3, PAR-2)", "total: £900.00 -> £1,000.00"] == told(
            with_lines(FIRST), with_lines(FIRST, half)
        )
        assert ["2019/20.residentials.2.days", "2019/20.residentials.2.amount"] == [
            one.subject for one in compare(with_lines(FIRST, half), with_lines(FIRST, FIRST))
        ][:2]


class TestStatements:
    """Whole statements."""

    def test_what_is_estimated_and_not_due_is_told(self) -> None:
        """Since no line says it."""
        after = fund(COHORT, {"pd_lead_secondary": True}, estimates={"pd-lead-enrolment": Money(500)})
        assert ["not_due: nothing -> pd-lead-enrolment"] == told(SETTLED, after)

    @STEADY
    @given(STATEMENTS, STATEMENTS)
    def test_either_nothing_differs_or_something_is_told(
        self, before: FundingStatement, after: FundingStatement
    ) -> None:
        """Totals that differ are told, each thing once; a statement differs in nothing from itself."""
        differences = compare(before, after)
        subjects = [one.subject for one in differences]
        assert (before.total != after.total) is ("total" in subjects)
        assert all(one.before != one.after for one in differences)
        assert () == compare(before, before)
        for one in differences:
            again = from_dict(to_dict(one), Difference)
            assert (one, str(one)) == (again, str(again))

    @STEADY
    @given(STATEMENTS, STATEMENTS)
    def test_the_other_way_round_is_the_same_backwards(self, before: FundingStatement, after: FundingStatement) -> None:
        """What came goes, and what went comes."""
        there = {(one.subject, str(one.before), str(one.after)) for one in compare(before, after)}
        back = {(one.subject, str(one.after), str(one.before)) for one in compare(after, before)}
        assert there == back

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pair
            for pair in product((SETTLED, COHORT, COHORT.routes[0], None, FIRST), repeat=2)
            if type(pair[0]) is not type(pair[1]) or pair[0] is FIRST
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_a_statement_is_compared_with_another_alone(self, before: Any, after: Any) -> None:
        """Not with its edition."""
        with pytest.raises(InvalidComparison, match="not two of a kind"):
            compare(before, after)

    def test_profiles_are_for_editions(self) -> None:
        """A statement has its facts already."""
        for pair in ((SETTLED, OPEN), COHORT.routes):
            with pytest.raises(InvalidComparison, match="two editions, or no profiles"):
                compare(*pair, profiles=({},))
