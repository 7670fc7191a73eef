"""The types of the public API: mypy and pyright check each `assert_type`, and pytest runs it."""

from datetime import date, datetime
from decimal import Decimal
from typing import assert_type

import pytest

from mastery_programme import (
    EDITIONS,
    SECONDARY_COHORT_4,
    AcademicYear,
    Activity,
    Allocation,
    Choice,
    Count,
    CoveredCost,
    DayRange,
    Days,
    Difference,
    Duty,
    Effect,
    FinancialYear,
    Flaw,
    FrozenMapping,
    FundingLine,
    FundingStatement,
    Grant,
    Hub,
    HubLead,
    InvalidGrouping,
    InvalidMoney,
    Is,
    Money,
    NetPosition,
    NetYear,
    Payee,
    Programme,
    Purpose,
    Reason,
    Region,
    Rule,
    Ruleset,
    Ruling,
    Source,
    Total,
    YesNo,
    allocate,
    audit,
    changes,
    compare,
    decide,
    edition,
    explain,
    fund,
    net_position,
    scenario,
    share,
)

Value = bool | int | str
Row = dict[str, str | int | bool | Decimal | date | None]

CLAUSE = Source("invented", "INV-1")
TALK = Ruleset(
    "talk",
    "May the teacher lead a talk?",
    {"trained": YesNo("Is the teacher trained?")},
    [Rule("yes", {"trained": Is.one_of(True)}, "yes", CLAUSE), Rule("no", {"trained": Is.one_of(False)}, "no", CLAUSE)],
)


class TestValues:
    """Days, money and years."""

    def test_days(self) -> None:
        """Days stay days; days at a rate are money."""
        assert_type(Days("4.5") + Days(1), Days)
        assert_type(Days(3) - Days(1), Days)
        assert_type(2 * Days(3), Days)
        assert_type(Days("4.5") * Money(200), Money)
        assert_type(Money(200) * Days("4.5"), Money)
        assert_type(sum([Days(1), Days(2)], Days(0)), Days)
        assert_type(max(Days(1), Days(2)), Days)
        assert_type(Days.parse("4.5"), Days)
        assert_type(Days(1).half_days, int)
        assert_type(Days(1).as_decimal, Decimal)

    def test_ranges_of_days(self) -> None:
        """A range takes in what is added to it."""
        assert_type(DayRange(12, "37") + Days(1), DayRange)
        assert_type(Days(1) + DayRange(Days(12), Days(37)), DayRange)
        assert_type(DayRange.parse("12 to 37").low, Days)

    def test_money(self) -> None:
        """Money stays money, also when it is shared out."""
        assert_type(Money(1) + Money("0.50"), Money)
        assert_type(-Money(1) - abs(Money(-1)), Money)
        assert_type(3 * Money(1) * 2, Money)
        assert_type(sum([Money(1), Money(2)], Money(0)), Money)
        assert_type(Money.pence(20050), Money)
        assert_type(Money(3).as_decimal, Decimal)
        assert_type(Money(3).in_pence, int)
        assert_type(share(Money(100), [1, 1, 1]), tuple[Money, ...])

    def test_years(self) -> None:
        """A year of one kind stays of that kind."""
        assert_type(AcademicYear(2019) + 1, AcademicYear)
        assert_type(FinancialYear(2019) - 1, FinancialYear)
        assert_type(AcademicYear.parse("2019/20"), AcademicYear)
        assert_type(FinancialYear.containing(date(2019, 4, 1)), FinancialYear)
        assert_type(AcademicYear(2019).start, date)
        assert_type(date(2019, 9, 1) in AcademicYear(2019), bool)

    def test_what_a_checker_refuses_is_refused_at_run_time(self) -> None:
        """The comments would be reported as unused if a type checker let one of these pass."""
        with pytest.raises(TypeError):
            _ = Money(1) + 1  # type: ignore[operator]  # a number is no money
        with pytest.raises(TypeError):
            _ = Money(1) * Money(1)  # type: ignore[operator]  # there are no square pounds
        with pytest.raises(TypeError):
            _ = Money(1) < 2  # type: ignore[operator]  # a number is no money
        with pytest.raises(TypeError):
            _ = Days(1) + 1  # type: ignore[operator]  # a number is no days
        with pytest.raises(TypeError):
            _ = AcademicYear(2019) < FinancialYear(2019)  # type: ignore[operator]  # they cut time differently
        with pytest.raises(InvalidMoney):
            Money(0.1)  # type: ignore[arg-type]  # a float is no money


class TestProgramme:
    """What an edition holds."""

    def test_its_parts(self) -> None:
        """Each part is of its own type, and None only where the edition may be silent."""
        programme = SECONDARY_COHORT_4
        assert_type(programme, Programme)
        assert_type(edition("secondary-2019"), Programme)
        assert_type(EDITIONS, tuple[Programme, ...])
        assert_type(programme.years[0].academic_year, AcademicYear)
        assert_type(programme.years[0].activities, tuple[Activity, ...])
        assert_type(programme.years[0].activities[0].days, Days | DayRange | None)
        assert_type(programme.years[0].activities[0].rate, Money | None)
        assert_type(programme.items, tuple[Grant | CoveredCost, ...])
        assert_type(programme.facts, FrozenMapping[str, YesNo | Choice | Count])
        assert_type(programme.milestone("apply-by").at, datetime | None)
        assert_type(programme.milestone("notify-by").on, date | None)
        assert_type(programme.clause("FUN-6"), Source)

    def test_its_hubs(self) -> None:
        """A hub by its name, or hubs by any part of one."""
        assert_type(SECONDARY_COHORT_4.hub("Norfolk and Suffolk"), Hub)
        assert_type(SECONDARY_COHORT_4.find_hubs("st helen's"), tuple[Hub, ...])
        assert_type(SECONDARY_COHORT_4.hubs[0].region, Region)
        assert_type(SECONDARY_COHORT_4.hubs[0].leads, tuple[HubLead, ...])
        assert_type(SECONDARY_COHORT_4.hubs[0].lead_organisations, tuple[str, ...])


class TestAnswers:
    """Days and funding."""

    def test_an_allocation(self) -> None:
        """Its lines hold days, or None where they are not published."""
        allocation = allocate(SECONDARY_COHORT_4, {"pd_lead_secondary": True})
        assert_type(allocation, Allocation)
        assert_type(allocation.years[0].days, Days | DayRange | None)
        assert_type(allocation.years[0].lines[0].days, Days | DayRange | None)
        assert_type(allocation.years[0].lines[0].activity, str | None)
        assert_type(allocation.duties, tuple[Duty, ...])
        assert_type(allocation.missing, tuple[str, ...])
        assert_type(allocation.to_records(), list[Row])

    def test_a_funding_statement(self) -> None:
        """What is known is always money; the most it can be may not be known."""
        statement = fund(SECONDARY_COHORT_4, supported_departments=3, estimates={"travel": Money(180)})
        assert_type(statement, FundingStatement)
        assert_type(statement.lines, tuple[FundingLine, ...])
        assert_type(statement.lines[0].amount, Money | None)
        assert_type(statement.lines[0].payee, Payee)
        assert_type(statement.lines[0].purpose, Purpose)
        assert_type(statement.total, Total)
        assert_type(statement.total.known, Money)
        assert_type(statement.total.at_most, Money | None)
        assert_type(statement.total_for(payee="lead-school", academic_year=AcademicYear(2019)), Total)
        assert_type(statement.by("payee", "academic_year"), FrozenMapping[tuple[object, ...], Total])
        assert_type(statement.to_records(), list[Row])

    def test_a_scenario(self) -> None:
        """An edition, whichever way its numbers are set."""
        by_place: dict[str, Money] = {"residentials": Money(210), "support": Money(300)}
        in_year_3 = {(3, "support"): DayRange(12, 37)}
        lower = scenario(SECONDARY_COHORT_4, label="lower", rates={"support": Money(300)}, days=in_year_3)
        assert_type(lower, Programme)
        assert_type(
            scenario(
                lower,
                label="x",
                rates=by_place,
                days={"residentials": None, (3, "support"): Days(12)},
                grants={"department-grant": None},
            ),
            Programme,
        )
        assert_type(compare(lower, lower, profiles=({}, {"pd_lead_secondary": True})), tuple[Difference, ...])
        assert_type(compare(fund(lower), fund(lower)), tuple[Difference, ...])

    def test_a_net_position(self) -> None:
        """What is not one amount is None, and so is an end that nobody knows."""
        by_year = {AcademicYear(2019): Money(190), AcademicYear(2020): Money(195), AcademicYear(2021): Money(200)}
        position = net_position(fund(SECONDARY_COHORT_4), by_year)
        assert_type(position, NetPosition)
        assert_type(position.years, tuple[NetYear, ...])
        assert_type(position.years[0].funding, Total)
        assert_type(position.years[0].days, Days | DayRange | None)
        assert_type(position.net, Money | None)
        assert_type(position.net_at_least, Money | None)
        assert_type(position.to_records(), list[Row])

    def test_a_total_for_a_key_that_no_line_has(self) -> None:
        """A type checker sees it, and it is refused."""
        with pytest.raises(InvalidGrouping):
            fund(SECONDARY_COHORT_4).total_for(colour="red")  # type: ignore[call-arg]  # lines have no colour
        with pytest.raises(InvalidGrouping):
            fund(SECONDARY_COHORT_4).total_for(payee=3)  # type: ignore[arg-type]  # nobody is a number


class TestRules:
    """What follows from rules."""

    def test_the_answers(self) -> None:
        """An outcome is None while it is not settled."""
        ruling = decide(TALK, {"trained": None})
        assert_type(ruling, Ruling)
        assert_type(ruling.outcome, str | None)
        assert_type(ruling.because, tuple[Rule, ...])
        assert_type(explain(TALK, {}), tuple[Reason, ...])
        assert_type(explain(TALK, {})[0].effect, Effect)
        assert_type(explain(TALK, {})[0].source, Source)
        assert_type(changes(TALK, {}, "yes", fixed=["trained"]), tuple[FrozenMapping[str, tuple[Value, ...]], ...])
        assert_type(audit(TALK), tuple[Flaw, ...])
        assert_type(compare(TALK, TALK), tuple[Difference, ...])
        assert_type(compare(SECONDARY_COHORT_4, SECONDARY_COHORT_4), tuple[Difference, ...])

    def test_the_parts_of_a_ruleset(self) -> None:
        """Mappings by name, as they were given, but never changing."""
        assert_type(TALK.rules, tuple[Rule, ...])
        assert_type(TALK.rules[0].when, FrozenMapping[str, Is])
        assert_type(TALK.facts, FrozenMapping[str, YesNo | Choice | Count])
        assert_type(Is.at_least(3), Is)
