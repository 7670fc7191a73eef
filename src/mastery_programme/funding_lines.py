"""What a line of a funding statement is: one payment with its own figures and clauses; and totals of lines."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve, field, frozen

from mastery_programme.days import DayRange, Days
from mastery_programme.money import NOTHING, Money, Total, sum_of
from mastery_programme.parts import Payee, Purpose
from mastery_programme.records import Record
from mastery_programme.years import AcademicYear, FinancialYear


@frozen(eq=False, repr=False)
class FundingLine(Record):
    """One payment, or what may become one.

    Attributes:
        edition: the edition's id.
        academic_year: the year for which it is paid.
        item: the id of what is paid for; of all alternatives while a route is open.
        title: what is paid for, in words.
        activity: the id of the activity to which it belongs; None while a route is open, and where it has none.
        alternatives: the ids of the activities of which an open route leaves the choice; empty once it is settled.
        purpose: what the money is for.
        payee: who is paid.
        departments: for how many supported departments; None where it is not for departments.
        days: for how many days; None where it is not for days, or where they are not published.
        rate: the funding for a day; None where it is not for days, or where it is not one published rate.
        amount: what is paid, if it is; None where it is not published, or not one amount.
        at_least: the least that it can come to, by published and actual amounts alone.
        at_most: the most that it can come to; None where it is not published, and not estimated either.
        reckoned: what the caller's estimates add to it, if it is due.
        published: whether the edition publishes the amount.
        estimated: whether the amount is the caller's estimate.
        certain: False where an open route decides whether it is due.
        clauses: the ids of the clauses that promise it.
        rate_clauses: the ids of the clauses that give the rate.
        unpublished: id and title of everything in it that is neither published nor estimated.
        on: the day on which it falls due; None where no day is known.
        event: the id of the event by which it is due; None where there is none.
        recipient: the name of who is paid, where it is known.
        actual: whether the amount is what it really came to, where the edition publishes none.
        recovery: whether it takes back what was claimed: then the amounts are negative, and the days come off.
    """

    edition: str
    academic_year: AcademicYear
    item: str
    title: str
    activity: str | None
    alternatives: tuple[str, ...]
    purpose: Purpose
    payee: Payee
    departments: int | None
    days: Days | DayRange | None
    rate: Money | None
    amount: Money | None
    at_least: Money
    at_most: Money | None
    reckoned: Money
    published: bool
    estimated: bool
    certain: bool
    clauses: tuple[str, ...]
    rate_clauses: tuple[str, ...]
    unpublished: tuple[tuple[str, str], ...]
    on: date | None = field(default=None, kw_only=True)
    event: str | None = field(default=None, kw_only=True)
    recipient: str | None = field(default=None, kw_only=True)
    actual: bool = field(default=False, kw_only=True)
    recovery: bool = field(default=False, kw_only=True)

    @property
    def financial_year(self) -> FinancialYear | None:
        """The financial year in which it falls due; None where no day is known."""
        return None if self.on is None else FinancialYear.containing(self.on)

    @property
    def clause(self) -> str:
        """The clauses that promise it, as text."""
        return ", ".join(self.clauses)

    @property
    def rate_clause(self) -> str | None:
        """The clauses that give the rate, as text; None where there is no rate."""
        return ", ".join(self.rate_clauses) or None


def as_alternative(line: FundingLine) -> FundingLine:
    """A line of an open route as one that may not be due."""
    return evolve(line, at_least=NOTHING, certain=False)


def total_of(lines: Iterable[FundingLine]) -> Total:
    """The total of some lines."""
    lines = tuple(lines)
    unpublished = dict(item for line in lines for item in line.unpublished)
    highs = [line.at_most for line in lines if line.at_most is not None]
    return Total(
        known=sum_of(line.at_least for line in lines),
        at_most=sum_of(highs) if len(highs) == len(lines) else None,
        estimated=sum_of(line.reckoned for line in lines),
        estimated_if_due=sum_of(line.reckoned for line in lines if line.alternatives or not line.certain),
        estimated_items=tuple(dict.fromkeys(line.item for line in lines if line.estimated)),
        unpublished=tuple(unpublished),
        labels=tuple(unpublished.values()),
    )
