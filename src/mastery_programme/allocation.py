"""Which days a lead teacher has in which year, and which duties fall to whom."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from mastery_programme.days import DayRange, Days
from mastery_programme.facts import Value
from mastery_programme.options import Routes, days_of, either_days, in_each_way, prospect, slots, sum_days
from mastery_programme.parts import Duty, Year
from mastery_programme.programme import Programme
from mastery_programme.records import Record
from mastery_programme.routing import missing_facts, read_facts, route_rulings, route_state, ways_through
from mastery_programme.tables import (
    Column,
    Row,
    as_html,
    as_text,
    capitalised,
    days_recorded,
    days_said,
    still_open,
)
from mastery_programme.years import AcademicYear


@frozen(eq=False, repr=False)
class AllocationLine(Record):
    """Days of one year for one activity, or for whichever of several an open route leads to.

    Attributes:
        academic_year: the year.
        activity: the id of the activity; None while a route is open.
        alternatives: the ids of the activities of which an open route leaves the choice; empty once it is settled.
        title: its name for people.
        days: how many; a range where the edition publishes one or the alternatives differ; None if not published.
        certain: False where an open route decides whether there are any.
        clauses: the ids of the clauses that give the days.
    """

    academic_year: AcademicYear
    activity: str | None
    alternatives: tuple[str, ...]
    title: str
    days: Days | DayRange | None
    certain: bool
    clauses: tuple[str, ...]

    @property
    def clause(self) -> str:
        """The clauses as text."""
        return ", ".join(self.clauses)


@frozen(eq=False, repr=False)
class YearAllocation(Record):
    """The days of one year.

    Attributes:
        number: the number of the year in the programme.
        academic_year: when it is.
        lines: its days by activity, in the order of the document.
        days: all its days: exact if they come to the same whatever is still open, else a range; None if some are not
            published.
    """

    number: int
    academic_year: AcademicYear
    lines: tuple[AllocationLine, ...]
    days: Days | DayRange | None


@frozen(eq=False, repr=False)
class Allocation(Record):
    """Which days and duties an edition gives a lead teacher.

    Attributes:
        edition: the edition's id.
        title: its name for people.
        years: the days, year by year.
        duties: the duties that fall to somebody, in the order of the document.
        open_duties: those of which an open route decides whether they are due.
        missing: the unknown facts that would settle what is open, in the order of the programme's facts.
        questions: for each of these the question to ask.
    """

    edition: str
    title: str
    years: tuple[YearAllocation, ...]
    duties: tuple[Duty, ...]
    open_duties: tuple[Duty, ...]
    missing: tuple[str, ...]
    questions: tuple[str, ...]

    def to_records(self) -> list[Row]:
        """A flat dict for each line of days, then for each duty, all with the same keys in the same order.

        ``kind`` is "days" or "duty". The days are `Decimal`: ``days`` where they are exact, ``days_at_least`` and
        ``days_at_most`` where they are published at all. The rest is text, a bool, or None.
        """
        days = [_day_record(self.edition, line) for year in self.years for line in year.lines]
        return days + [_duty_record(self, duty, certain=certain) for duty, certain in _with_certainty(self)]

    def __str__(self) -> str:
        tables = (
            as_text(_DAY_COLUMNS, _day_rows(self.years)),
            as_text(_DUTY_COLUMNS, _duty_rows(self)),
        )
        return "\n\n".join((f"{self.title}: days and duties", *tables, *still_open(self.questions)))

    def _repr_html_(self) -> str:
        days = as_html(f"{self.title}: days", _DAY_COLUMNS, _day_rows(self.years))
        return days + as_html("Duties", _DUTY_COLUMNS, _duty_rows(self), still_open(self.questions))


_DAY_COLUMNS = (Column("Year"), Column("Activity"), Column("Days", numeric=True), Column("Clause"))
_DUTY_COLUMNS = (Column("Year"), Column("Who"), Column("Duty"), Column("Clause"))


def _day_rows(years: Iterable[YearAllocation]) -> list[tuple[str, ...]]:
    """The rows of a table of days, with a sum for each year."""
    rows: list[tuple[str, ...]] = []
    for year in years:
        for line in year.lines:
            title = capitalised(line.title if line.certain else f"{line.title} (not certain yet)")
            rows.append((str(year.academic_year), title, days_said(line.days), line.clause))
        rows.append((str(year.academic_year), "All days", days_said(year.days), ""))
    return rows


def _duty_rows(allocation: Allocation) -> list[tuple[str, ...]]:
    """The rows of a table of duties, those that may not be due last."""
    return [
        (
            _year_of(allocation, duty) or "throughout",
            capitalised(duty.by),
            duty.title if certain else f"{duty.title} (not certain yet)",
            duty.source.clause,
        )
        for duty, certain in _with_certainty(allocation)
    ]


def _with_certainty(allocation: Allocation) -> list[tuple[Duty, bool]]:
    """Each duty, and whether it is certain."""
    return [(duty, True) for duty in allocation.duties] + [(duty, False) for duty in allocation.open_duties]


def _year_of(allocation: Allocation, duty: Duty) -> str | None:
    """The academic year in which a duty falls, as text; None if it is not tied to one."""
    return next((str(year.academic_year) for year in allocation.years if year.number == duty.year), None)


def _day_record(edition: str, line: AllocationLine) -> Row:
    """A line of days as a flat dict."""
    return {
        "edition": edition,
        "kind": "days",
        "academic_year": str(line.academic_year),
        "activity": line.activity,
        "alternatives": " or ".join(line.alternatives) or None,
        "title": line.title,
        "by": None,
        **days_recorded(line.days),
        "certain": line.certain,
        "clause": line.clause,
    }


def _duty_record(allocation: Allocation, duty: Duty, *, certain: bool) -> Row:
    """A duty as a flat dict."""
    return {
        "edition": allocation.edition,
        "kind": "duty",
        "academic_year": _year_of(allocation, duty),
        "activity": None,
        "alternatives": None,
        "title": duty.title,
        "by": duty.by,
        **days_recorded(None),
        "certain": certain,
        "clause": duty.source.clause,
    }


def allocate(programme: Programme, facts: Mapping[str, object] | None = None) -> Allocation:
    """Which days a lead teacher has in which year, and which duties fall to whom.

    Args:
        programme: the edition.
        facts: what is known, by name; those on which nothing turns here are checked and ignored.

    Returns:
        The days of every year, with the alternatives where a route is open; the duties; and what would settle it.

    Raises:
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.
        InvalidArgument: if it is no `Programme` that is asked.

    Source:
        INT-2, PAR-1 to PAR-12, BEN-2, EXP-1 to EXP-4 and FUN-5 of Cohort 4.

    >>> from mastery_programme import SECONDARY_COHORT_4, allocate
    >>> [str(year.days) for year in allocate(SECONDARY_COHORT_4, {"pd_lead_secondary": True}).years]
    ['15 days', '15 days', '15 days']
    """
    known = read_facts(programme, facts)
    state = route_state(programme, known)
    kept: Allocation | None = programme.memo.get(("allocate", state))
    return programme.memo.keep(("allocate", state), _allocation(programme, known)) if kept is None else kept


def _allocation(programme: Programme, known: Mapping[str, Value]) -> Allocation:
    """The allocation that follows from what is known."""
    rulings = route_rulings(programme, known)
    routes = tuple(ruling.possible for ruling in rulings)
    ways = ways_through(programme, known)
    missing = missing_facts(programme, rulings)
    return Allocation(
        edition=programme.id,
        title=str(programme),
        years=tuple(
            YearAllocation(year.number, year.academic_year, tuple(_lines(year, routes)), _days_in_all(year, ways))
            for year in programme.years
        ),
        duties=tuple(duty for duty in programme.duties if prospect(duty.route, routes) == "due"),
        open_duties=tuple(duty for duty in programme.duties if prospect(duty.route, routes) == "open"),
        missing=missing,
        questions=tuple(programme.facts[name].ask for name in missing),
    )


def _days_in_all(year: Year, ways: Iterable[frozenset[str]]) -> Days | DayRange | None:
    """All days of a year, over the ways in which its routes can go together."""
    return either_days([sum_days(one.days for one in activities) for activities in in_each_way(year, ways)]).days


def _lines(year: Year, routes: Routes) -> Iterable[AllocationLine]:
    """The lines of a year."""
    for slot in slots(year.activities, routes):
        yield AllocationLine(
            academic_year=year.academic_year,
            activity=slot.activity,
            alternatives=slot.alternatives,
            title=slot.title,
            days=days_of(slot),
            certain=slot.certain,
            clauses=tuple(dict.fromkeys(activity.source.clause for activity in slot.activities)),
        )
