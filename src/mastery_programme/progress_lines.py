"""How far a participation has come: days allowed, delivered, left and beyond, duties, and departments."""

from datetime import date

from attrs import frozen

from mastery_programme.days import DayRange, Days
from mastery_programme.errors import InvalidArgument
from mastery_programme.mappings import FrozenMapping
from mastery_programme.options import sum_days
from mastery_programme.parts import Duty
from mastery_programme.records import Record
from mastery_programme.tables import Column, Row, as_html, as_text, capitalised, days_said
from mastery_programme.tenures import Standing
from mastery_programme.years import AcademicYear


@frozen(eq=False, repr=False)
class ActivityProgress(Record):
    """The days of an activity in a year, or of whichever of several an open route leads to.

    Attributes:
        academic_year: the year.
        activity: the id of the activity; None while a route is open.
        alternatives: the ids of the activities of which an open route leaves the choice; empty once it is settled.
        title: its name for people.
        allowance: the days that are allowed: a range where the edition publishes one, None where it publishes none.
        delivered: the days that were delivered.
        remaining: the allowed days that were not delivered.
        excess: the delivered days that are not allowed, and so not paid.
        clauses: the ids of the clauses that give the days.
    """

    academic_year: AcademicYear
    activity: str | None
    alternatives: tuple[str, ...]
    title: str
    allowance: Days | DayRange | None
    delivered: Days
    remaining: Days | DayRange | None
    excess: Days
    clauses: tuple[str, ...]


@frozen(eq=False, repr=False)
class DutyProgress(Record):
    """How a duty stands.

    Attributes:
        duty: the duty.
        certain: False where an open route decides whether it is due.
        met_on: the day on which it was met; None while it is open.
        by: who says so.
    """

    duty: Duty
    certain: bool
    met_on: date | None = None
    by: str | None = None


@frozen(eq=False, repr=False)
class Progress(Record):
    """How far a participation has come. Of each line, delivered and remaining add up to allowance and excess.

    Attributes:
        participation: its id.
        edition: the edition's id.
        title: who takes part in what, for people.
        standing: whether somebody takes part; if nobody does, what remains is free for others.
        activities: the days, in the order of the document.
        duties: the duties, in the order of the document.
        departments: the schools whose departments are supported, in the order in which they started.
        departments_agreed: how many it is agreed to support; None where the edition speaks of none.
        departments_excess: how many more are supported than is agreed; for them nothing is paid.
    """

    participation: str
    edition: str
    title: str
    standing: Standing
    activities: tuple[ActivityProgress, ...]
    duties: tuple[DutyProgress, ...]
    departments: tuple[str, ...]
    departments_agreed: int | None
    departments_excess: int

    def remaining(self, academic_year: AcademicYear | str) -> FrozenMapping[str, Days]:
        """The days left in a year by the id of the activity, in the order of the document.

        Of a range they are the most; of an activity whose days are not published, and of an open route, there are none.

        Args:
            academic_year: the year, or its text.

        Raises:
            InvalidYear: for a text that is no academic year.
            InvalidArgument: for a year that is none of the edition's.
        """
        year = academic_year if isinstance(academic_year, AcademicYear) else AcademicYear.parse(academic_year)
        lines = [line for line in self.activities if line.academic_year == year]
        if not lines:
            years = dict.fromkeys(str(line.academic_year) for line in self.activities)
            raise InvalidArgument("no year of the edition", str(year), f"one of {', '.join(years)}")
        most = {line.activity: most_of(line.remaining) for line in lines}
        return FrozenMapping({activity: days for activity, days in most.items() if activity is not None and days})

    @property
    def free(self) -> Days | DayRange | None:
        """The days that fall free since nobody takes part any more; None if some are not published."""
        if self.standing is Standing.TAKING_PART:
            return Days(0)
        return sum_days(line.remaining for line in self.activities).days

    def to_records(self) -> list[Row]:
        """A flat dict for each line of days, all with the same keys in the same order.

        The days are `Decimal`: ``allowance`` and ``remaining`` are the most where they are a range, and None where they
        are not published. The rest is text or None.
        """
        return [_record(self, line) for line in self.activities]

    def __str__(self) -> str:
        tables = (as_text(_COLUMNS, _rows(self)), *([as_text(_DUTIES, _duty_rows(self))] if self.duties else []))
        return "\n\n".join((self.title, *tables, *self._notes()))

    def _repr_html_(self) -> str:
        duties = as_html("Duties", _DUTIES, _duty_rows(self), self._notes()) if self.duties else ""
        return as_html(self.title, _COLUMNS, _rows(self), () if self.duties else self._notes()) + duties

    def _notes(self) -> tuple[str, ...]:
        """What stands below the tables."""
        agreed = "" if self.departments_agreed is None else f" of {self.departments_agreed} agreed"
        excess = f", {self.departments_excess} more than agreed and not paid" if self.departments_excess else ""
        departments = f"Departments supported: {len(self.departments)}{agreed}{excess}"
        names = f" ({', '.join(self.departments)})" if self.departments else ""
        free = self.standing is not Standing.TAKING_PART
        return (f"{departments}{names}", *([f"Free for others: {days_said(self.free)}"] if free else []))


_COLUMNS = (
    Column("Year"),
    Column("Activity"),
    Column("Allowance", numeric=True),
    Column("Delivered", numeric=True),
    Column("Remaining", numeric=True),
    Column("Excess", numeric=True),
    Column("Clauses"),
)
_DUTIES = (Column("Duty"), Column("Who"), Column("Standing"), Column("Clause"))


def _rows(progress: Progress) -> list[tuple[str, ...]]:
    """The rows of a table of days, with a sum for each year."""
    rows: list[tuple[str, ...]] = []
    for year in dict.fromkeys(line.academic_year for line in progress.activities):
        lines = [line for line in progress.activities if line.academic_year == year]
        rows += [(str(year), capitalised(line.title), *_figures([line]), ", ".join(line.clauses)) for line in lines]
        rows.append((str(year), "All days", *_figures(lines), ""))
    return rows


def _figures(lines: list[ActivityProgress]) -> tuple[str, ...]:
    """The sums of some lines, in words."""
    sums = (
        sum_days(line.allowance for line in lines).days,
        sum((line.delivered for line in lines), Days(0)),
        sum_days(line.remaining for line in lines).days,
        sum((line.excess for line in lines), Days(0)),
    )
    return tuple("-" if days == Days(0) else days_said(days) for days in sums)


def _duty_rows(progress: Progress) -> list[tuple[str, ...]]:
    """The rows of a table of duties."""
    return [(one.duty.title, one.duty.by, _standing(one), one.duty.source.clause) for one in progress.duties]


def _standing(one: DutyProgress) -> str:
    """How a duty stands, in words."""
    if one.met_on is not None:
        return f"met on {one.met_on}, says {one.by}"
    return "open" if one.certain else "open, if it is due"


def _record(progress: Progress, line: ActivityProgress) -> Row:
    """A line of days as a flat dict."""
    allowance, remaining = most_of(line.allowance), most_of(line.remaining)
    return {
        "participation": progress.participation,
        "edition": progress.edition,
        "academic_year": str(line.academic_year),
        "activity": line.activity,
        "alternatives": " or ".join(line.alternatives) or None,
        "title": line.title,
        "allowance": None if allowance is None else allowance.as_decimal,
        "delivered": line.delivered.as_decimal,
        "remaining": None if remaining is None else remaining.as_decimal,
        "excess": line.excess.as_decimal,
        "clause": ", ".join(line.clauses),
    }


def most_of(days: Days | DayRange | None) -> Days | None:
    """The most that some days are; None if they are not published."""
    return days.high if isinstance(days, DayRange) else days
