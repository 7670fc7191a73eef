"""The net position of a school: the funding of its release days, less what their supply costs it."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from mastery_programme.balances import Balance, cost_of, ends_of, net_of, sum_of_ends
from mastery_programme.days import Days
from mastery_programme.errors import InvalidArgument, InvalidEstimate
from mastery_programme.funding_lines import FundingLine
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import NOTHING, Money, in_a_row
from mastery_programme.parts import Payee, Purpose
from mastery_programme.statements import FundingStatement
from mastery_programme.tables import Column, Row, as_html, as_text, days_recorded, days_said
from mastery_programme.years import AcademicYear

SupplyCost = Money | Mapping[Any, Money]
"""What supply for a day costs a school: always the same, or by academic year, each an `AcademicYear` or its text."""


@frozen(eq=False, repr=False)
class NetYear(Balance):
    """The funding of a school's release days in one academic year, and what their supply costs it.

    Args:
        academic_year: the year.
        supply_cost: what supply for a day costs the school.
        lines: the lines that pay the school for release days in that year.

    Attributes:
        days: the release days that are funded; a range where it is open how many, None where they are not published.
        taken_back: the days of which the funding is taken back, so that they do not cost the school anything.
        funding: their funding.
        cost_at_least: the least that their supply costs; None where days that are taken back are not known.
        cost_at_most: the most; None where the days are not published.
        net_at_least: the least that is left of the funding, below nothing for a shortfall; None where nobody can say.
        net_at_most: the most.

    Raises:
        InvalidEstimate: if the supply cost is no `Money`, or below nothing.
        InvalidMoney: if the supply of the year does not come to whole pence.
    """

    academic_year: AcademicYear
    supply_cost: Money
    lines: tuple[FundingLine, ...]

    def __attrs_post_init__(self) -> None:
        _check_cost(self.supply_cost)
        self._put_in(self.lines, cost_of(self.lines, self.supply_cost), net_of(self.lines, self.supply_cost))

    def __str__(self) -> str:
        cost, net = _said(self.cost_at_least, self.cost_at_most), _said(self.net_at_least, self.net_at_most)
        return f"{self.academic_year}: {self.funding}, less {cost} for supply: {net}"


@frozen(eq=False, repr=False)
class NetPosition(Balance):
    """The funding of a school's release days, and what their supply costs it, by academic year and in all.

    Attributes:
        edition: the edition's id.
        title: its name for people.
        years: the years in which the school is paid for release days, in order.
        days: the release days that are funded, in all years.
        taken_back: the days of which the funding is taken back.
        funding: their funding.
        cost_at_least: the least that their supply costs; None where days that are taken back are not known.
        cost_at_most: the most; None where the days are not published.
        net_at_least: the least that is left of the funding, below nothing for a shortfall; None where nobody can say.
        net_at_most: the most.
    """

    edition: str
    title: str
    years: tuple[NetYear, ...]

    def __attrs_post_init__(self) -> None:
        lines = tuple(line for year in self.years for line in year.lines)
        cost = sum_of_ends(ends_of(year.cost_at_least, year.cost_at_most) for year in self.years)
        net = sum_of_ends(ends_of(year.net_at_least, year.net_at_most) for year in self.years)
        self._put_in(lines, cost, net)

    def to_records(self) -> list[Row]:
        """A flat dict a year, all with the same keys in the same order, as pandas and polars take them.

        Amounts are pounds as `Decimal` with two places, ``net_pence`` is an int, days are `Decimal`, the rest is text;
        None where an amount is not exact, or has no such bound.
        """
        return [_record(self.edition, year) for year in self.years]

    def __str__(self) -> str:
        return "\n\n".join((self._heading, as_text(*_table(self)), *self._notes()))

    def _repr_html_(self) -> str:
        return as_html(self._heading, *_table(self), self._notes())

    @property
    def _heading(self) -> str:
        """What stands over the table."""
        return f"{self.title}: net position of the school"

    def _notes(self) -> tuple[str, ...]:
        """What stands below the table: what is not in the funding, or is only estimated, and the result."""
        odd = self.funding.labels or self.funding.estimated_items
        funding = (f"Funding: {self.funding}",) if odd else ()
        return (*funding, f"Net position: {_said(self.net_at_least, self.net_at_most)}")


def net_position(statement: FundingStatement, supply_cost: SupplyCost) -> NetPosition:
    """The net position of a school: the funding of its release days less its own cost of supply for them.

    Only what is paid to the lead school for release days counts. Travel is paid at what it costs, so that nothing is
    left of it and nothing lacks; grants go to other departments. Where days or funding are not exact, the position
    lies between a least and a most: of lines whose days and rate are both open, it may reach neither.

    Args:
        statement: who is paid what.
        supply_cost: what supply for a day costs the school: an amount, or for each academic year, given as a value or
            as its text, an amount. Years in which no release days are paid for are of no use, and no harm.

    Returns:
        The position for each year with release days, and in all.

    Raises:
        InvalidEstimate: if the cost is no `Money`, is below nothing, is given twice for one year, or lacks for one.
        InvalidYear: for a text that is no academic year.
        InvalidMoney: if the supply of a year does not come to whole pence.
        InvalidArgument: if it is no `FundingStatement` that is asked.

    >>> from mastery_programme import SECONDARY_COHORT_4, fund
    >>> position = net_position(fund(SECONDARY_COHORT_4), Money(190))
    >>> [str(year.net) for year in position.years], str(position.net)
    (['£150.00', '£150.00', '£2,400.00'], '£2,700.00')
    """
    if not isinstance(statement, FundingStatement):
        raise InvalidArgument("not a funding statement", statement, "a FundingStatement, as fund gives it")
    lines: dict[AcademicYear, list[FundingLine]] = {}
    for line in statement.lines:
        if pays_for_release(line):
            lines.setdefault(line.academic_year, []).append(line)
    costs = _costs(supply_cost, sorted(lines))
    years = tuple(NetYear(year, costs[year], tuple(lines[year])) for year in sorted(lines))
    return NetPosition(statement.edition, statement.title, years)


def pays_for_release(line: FundingLine) -> bool:
    """Whether a line pays the lead school for release days."""
    return line.payee is Payee.LEAD_SCHOOL and line.purpose is Purpose.RELEASE


def _costs(given: SupplyCost, years: Iterable[AcademicYear]) -> Mapping[AcademicYear, Money]:
    """What supply for a day costs, by year; raises `InvalidEstimate`."""
    if not isinstance(given, Mapping):
        _check_cost(given)
        return dict.fromkeys(years, given)
    found: dict[AcademicYear, Money] = {}
    for key, cost in given.items():
        year = key if isinstance(key, AcademicYear) else AcademicYear.parse(key)
        if year in found:
            raise InvalidEstimate("two supply costs for one year", str(year), "one for each academic year")
        _check_cost(cost)
        found[year] = cost
    for year in years:
        if year not in found:
            allowed = "an amount for each year in which release days are paid for"
            raise InvalidEstimate("no supply cost for this year", str(year), allowed)
    return FrozenMapping(found)


def _check_cost(cost: object) -> None:
    """Raise `InvalidEstimate` unless this can be what supply for a day costs."""
    if not isinstance(cost, Money) or cost < NOTHING:
        told = str(cost) if isinstance(cost, Money) else cost
        raise InvalidEstimate("not the cost of supply for a day", told, "Money, at least nothing")


_COLUMNS = (
    Column("Year"),
    Column("Days", numeric=True),
    Column("Taken back", numeric=True),
    Column("Supply a day", numeric=True),
    Column("Funding", numeric=True),
    Column("Supply", numeric=True),
    Column("Net", numeric=True),
)


def _table(position: NetPosition) -> tuple[tuple[Column, ...], list[tuple[str, ...]]]:
    """The columns and the rows: the years, then all of them together; days taken back only where there are some."""
    years = [(str(year.academic_year), str(year.supply_cost), year) for year in position.years]
    together: list[tuple[str, str, Balance]] = [*years, ("All years", "", position)]
    rows: list[tuple[str, ...]] = [
        (
            heading,
            days_said(balance.days),
            "" if balance.taken_back == Days(0) else days_said(balance.taken_back),
            supply_cost,
            _said(balance.funding.known, balance.funding.at_most),
            _said(balance.cost_at_least, balance.cost_at_most),
            _said(balance.net_at_least, balance.net_at_most),
        )
        for heading, supply_cost, balance in together
    ]
    if position.taken_back != Days(0):
        return _COLUMNS, rows
    return _COLUMNS[:2] + _COLUMNS[3:], [row[:2] + row[3:] for row in rows]


def _said(least: Money | None, most: Money | None) -> str:
    """An amount between two ends, in words."""
    if least is None or most is None:
        return f"at least {least}" if least is not None else "not published" if most is None else f"at most {most}"
    return str(least) if least == most else f"between {least} and {most}"


def _record(edition: str, year: NetYear) -> Row:
    """A year as a flat dict."""
    funding = year.funding
    exact = funding.known if funding.known == funding.at_most else None
    return {
        "edition": edition,
        "academic_year": str(year.academic_year),
        **days_recorded(year.days),
        "days_taken_back": year.taken_back.as_decimal if isinstance(year.taken_back, Days) else None,
        "supply_cost": year.supply_cost.as_decimal,
        **_pounds("funding", exact, funding.known, funding.at_most),
        **_pounds("cost", year.cost, year.cost_at_least, year.cost_at_most),
        **_pounds("net", year.net, year.net_at_least, year.net_at_most),
        "net_pence": None if year.net is None else year.net.in_pence,
        "unpublished": in_a_row(funding.labels) if funding.labels else None,
    }


def _pounds(name: str, exact: Money | None, least: Money | None, most: Money | None) -> Row:
    """An amount as the fields of a record: what it is, if it is exact, and between which ends."""
    named = {name: exact, f"{name}_at_least": least, f"{name}_at_most": most}
    return {key: None if money is None else money.as_decimal for key, money in named.items()}
