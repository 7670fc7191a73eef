"""How what has no day is spread over time. Nobody publishes a rule, so the caller names one."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import add

from attrs import evolve, field, frozen

from mastery_programme.errors import About, InvalidArgument, InvalidPeriod, InvalidYear, shown
from mastery_programme.funding_lines import FundingLine
from mastery_programme.money import NOTHING, Money, share
from mastery_programme.numerals import whole
from mastery_programme.records import Record
from mastery_programme.statements import FundingStatement
from mastery_programme.terms import SchoolTerm, check_day, terms_of
from mastery_programme.years import LATEST, AcademicYear, FinancialYear

Parts = tuple[tuple[date, int], ...]
"""Days on which parts of an amount fall due, each with the weight of its part."""


class Basis(Record):
    """A way to spread the amounts of an academic year over its days."""

    __slots__ = ()

    def parts(self, academic_year: AcademicYear) -> Parts:
        """The days on which parts of an amount of a year fall due, each with its weight; none to leave it unscheduled.

        Raises:
            InvalidYear: if it is no academic year.
            InvalidPeriod: if a day would be beyond those that every kind of year has.
        """
        if not isinstance(academic_year, AcademicYear):
            raise InvalidYear("not an academic year", academic_year, "an AcademicYear")
        parts = self._parts(academic_year)
        if parts and parts[-1][0] > LATEST:
            raise InvalidPeriod("a year too late to be spread over", str(academic_year), f"days up to {LATEST}")
        return parts

    def _parts(self, academic_year: AcademicYear) -> Parts:
        """The parts, whatever their days are; of a basis that does not say otherwise, none."""
        return ()


@frozen(eq=False, repr=False)
class EvenlyByMonth(Basis):
    """Twelve equal parts, each on the first day of a month.

    >>> [str(day) for day, _ in EvenlyByMonth().parts(AcademicYear(2019))][::11]
    ['2019-09-01', '2020-08-01']
    """

    def _parts(self, academic_year: AcademicYear) -> Parts:
        first = academic_year.first
        return tuple((date(first + (month > 12), (month - 1) % 12 + 1, 1), 1) for month in range(9, 21))


@frozen(eq=False, repr=False)
class ByTerms(Basis):
    """A part for each month of each term, as large as the term has days in it, so that terms can cross financial years.

    All of a year's amount falls into those of the terms that lie in the year, so give all of them or none: what is of
    a year without any of the terms stays unscheduled.

    Args:
        terms: the terms, of any number of years, which do not overlap; halves of terms do as well.

    Raises:
        InvalidPeriod: if they are no terms, or overlap.
    """

    terms: tuple[SchoolTerm, ...] = field(converter=terms_of)

    def _parts(self, academic_year: AcademicYear) -> Parts:
        first, last = academic_year.start, academic_year.end
        return tuple(part for term in self.terms for part in _months(max(term.start, first), min(term.end, last)))


def _months(first: date, last: date) -> Parts:
    """For each month of a period the first of its days within it, and how many there are."""
    parts: list[tuple[date, int]] = []
    while first <= last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        end = min(last, following - timedelta(days=1))
        parts.append((first, (end - first).days + 1))
        first = following
    return tuple(parts)


@frozen(eq=False, repr=False)
class OnOneDay(Basis):
    """All on one day of the academic year.

    Args:
        month: its month, from 1 to 12.
        day: its day within the month; the 29th of February is in too few years.

    Raises:
        InvalidPeriod: if there is no such day in each year.

    >>> OnOneDay(3, 31).parts(AcademicYear(2019))
    ((datetime.date(2020, 3, 31), 1),)
    """

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        month, day = whole(self.month), whole(self.day)
        if month is None or not 1 <= month <= 12 or day is None or not 1 <= day <= _DAYS[month - 1]:
            told = About(f"{shown(self.month)!r}, {shown(self.day)!r}")
            raise InvalidPeriod("not a day of each year", told, "a month from 1 to 12, and a day that it always has")
        object.__setattr__(self, "month", month)
        object.__setattr__(self, "day", day)

    def _parts(self, academic_year: AcademicYear) -> Parts:
        return ((date(academic_year.first + (self.month < 9), self.month, self.day), 1),)


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@frozen(eq=False, repr=False)
class Unscheduled(Basis):
    """On no day: what has no day stays without a financial year, and is told as unscheduled."""


def check_basis(basis: object) -> None:
    """Raise `InvalidPeriod` unless this is a way to spread amounts over time."""
    if not isinstance(basis, EvenlyByMonth | ByTerms | OnOneDay | Unscheduled):
        allowed = "EvenlyByMonth(), ByTerms(terms), OnOneDay(month, day) or Unscheduled()"
        raise InvalidPeriod("not a way to spread over time", basis, allowed)


def spread(statement: FundingStatement, basis: Basis, *, after: date | None = None) -> FundingStatement:
    """A statement whose lines all have a day, as far as a basis gives one: each is in parts that add up to it.

    Args:
        statement: the statement; lines that have a day stay as they are.
        basis: how to spread the others: `EvenlyByMonth`, `ByTerms`, `OnOneDay` or `Unscheduled`.
        after: a day that is over, with all before it: only later days are given, as far as the basis has one.

    Returns:
        The same statement, with a line for each part. A part has no days and no departments of its own, so that those
        of the records add up to no more than there are, unless it is the only one.

    Raises:
        InvalidArgument: if it is no `FundingStatement` that is to be spread.
        InvalidPeriod: if it is no such basis, the day is none, or a line is of a year that is too late.

    Source:
        No clause says when anything is paid; the financial year is from 1 April to 31 March.
    """
    check_basis(basis)
    if not isinstance(statement, FundingStatement):
        raise InvalidArgument("not a funding statement", statement, "a FundingStatement, such as `fund` gives")
    if after is not None:
        check_day(after, "not a day that is over")
    lines = tuple(part for line in statement.lines for part in _spread(line, basis, after))
    return evolve(statement, lines=lines)


def _spread(line: FundingLine, basis: Basis, after: date | None) -> Iterable[FundingLine]:
    """The parts of a line; the line itself if it has a day, or gets none."""
    parts = () if line.on is not None else basis.parts(line.academic_year)
    parts = tuple(part for part in parts if after is None or part[0] > after)
    if not parts:
        return (line,)
    if len(parts) == 1:
        return (evolve(line, on=parts[0][0]),)
    columns = (parts, *_amounts(line, parts), shares(line.reckoned, parts))
    return tuple(
        evolve(
            line,
            on=day,
            days=None,
            rate=None,
            departments=None,
            at_least=least,
            amount=amount,
            at_most=most,
            reckoned=reckoned,
        )
        for (day, _), least, amount, most, reckoned in zip(*columns, strict=True)
    )


def _amounts(line: FundingLine, parts: Parts) -> Iterator[tuple[Money | None, ...]]:
    """For the least, the amount and the most of a line a part each: what the one before has, and of what lies between.

    So no part of the least is above that of the amount, and none of the amount above that of the most.
    """
    reached, so_far = NOTHING, (NOTHING,) * len(parts)
    for amount in (line.at_least, line.amount, line.at_most):
        if amount is None:
            yield (None,) * len(parts)
            continue
        so_far = tuple(map(add, so_far, shares(amount - reached, parts)))
        reached = amount
        yield so_far


def shares(amount: Money, parts: Parts) -> tuple[Money, ...]:
    """An amount shared out over its parts: first among financial years, so that each has its share to the penny."""
    years: dict[FinancialYear, list[int]] = {}
    for day, weight in parts:
        years.setdefault(FinancialYear.containing(day), []).append(weight)
    of_years = share(amount, [sum(weights) for weights in years.values()])
    return tuple(one for part, weights in zip(of_years, years.values(), strict=True) for one in share(part, weights))
