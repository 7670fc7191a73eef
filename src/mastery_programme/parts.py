"""The parts of an edition: years, activities, grants, costs, milestones, duties, totals, open questions.

They are plain records. Whether they fit together is checked when a `Programme` is built of them.
"""

from datetime import date, datetime

from attrs import field, frozen

from mastery_programme.days import DayRange, Days
from mastery_programme.moments import comparable
from mastery_programme.money import Money
from mastery_programme.records import Record, Term
from mastery_programme.sources import Source
from mastery_programme.years import AcademicYear

NOTHING_HAPPENS = "none"
"""The outcome of a route under which nothing happens, and so the one that needs no part."""

MOST_DEPARTMENTS = 20
"""No specialist supports more departments than this."""


class Payee(Term):
    """Who is paid."""

    LEAD_SCHOOL = "lead-school"
    SUPPORTED_DEPARTMENT = "supported-department"
    PD_LEAD_PROVIDER = "pd-lead-provider"

    @property
    def label(self) -> str:
        """Who is paid, in words."""
        return _LABELS[self.value]


class Purpose(Term):
    """What money is for."""

    RELEASE = "release"
    DEPARTMENT_SUPPORT = "department-support"
    TRAVEL = "travel"
    PD_LEAD_ENROLMENT = "pd-lead-enrolment"

    @property
    def label(self) -> str:
        """What money is for, in words."""
        return _LABELS[self.value]


_LABELS = {
    "lead-school": "Lead school",
    "supported-department": "Supported departments",
    "pd-lead-provider": "PD Lead provider",
    "release": "Release days",
    "department-support": "Department support",
    "travel": "Travel",
    "pd-lead-enrolment": "PD Lead enrolment",
}


@frozen(eq=False, repr=False)
class Activity(Record):
    """Something a lead teacher spends days on in one year.

    Args:
        id: its name, the same in every year in which it happens.
        title: its name for people.
        kind: what sort of activity it is, such as ``"residential"`` or ``"development"``.
        days: how many days: exact, a range, or None where the edition does not publish them.
        source: the clause that gives the days.
        rate: the funding for a day, an even number of pence; None where it is not published.
        rate_source: the clause that gives the rate, if there is one.
        sessions: in how many meetings, where that is stated.
        attended_by: who attends.
        includes: what it has to include.
        route: the outcome of a route under which it happens; None if it always does.
        payee: who is paid for the days.
    """

    id: str
    title: str
    kind: str
    days: Days | DayRange | None
    source: Source
    payee: Payee = field(kw_only=True)
    rate: Money | None = field(default=None, kw_only=True)
    rate_source: Source | None = field(default=None, kw_only=True)
    sessions: int | None = field(default=None, kw_only=True)
    attended_by: tuple[str, ...] = field(default=("lead teacher",), kw_only=True)
    includes: tuple[str, ...] = field(default=(), kw_only=True)
    route: str | None = field(default=None, kw_only=True)


@frozen(eq=False, repr=False)
class Year(Record):
    """One year of the programme: not an academic year, but the first, second or third year of taking part.

    Args:
        number: 1 for the first.
        academic_year: when it is.
        activities: what the lead teacher does, in the order of the document.
        source: the clause that places it in time.
    """

    number: int
    academic_year: AcademicYear
    activities: tuple[Activity, ...]
    source: Source


@frozen(eq=False, repr=False)
class Grant(Record):
    """A flat amount, never for a day: for each supported department, or once.

    Args:
        id: its name.
        title: its name for people.
        amount: for each department, or once; None where it is not published.
        departments: how many supported departments the edition speaks of; None for an amount that is paid once.
        year: the number of the year in which it is paid.
        source: the clause that gives it.
        activity: the activity to which it belongs, if to one.
        route: the outcome of a route under which it is paid; None if it always is.
        payee: who is paid.
        purpose: what it is for.
    """

    id: str
    title: str
    amount: Money | None
    departments: int | None
    year: int
    source: Source
    payee: Payee = field(kw_only=True)
    purpose: Purpose = field(kw_only=True)
    activity: str | None = field(default=None, kw_only=True)
    route: str | None = field(default=None, kw_only=True)


@frozen(eq=False, repr=False)
class CoveredCost(Record):
    """Something paid at what it costs, so that its amount is not published.

    Args:
        id: its name.
        title: its name for people, as it stands within a sentence.
        years: the numbers of the years in which it falls.
        payee: who is paid.
        purpose: what it is for.
        source: the clause that promises it.
        activity: the activity to which it belongs, if to one.
        route: the outcome of a route under which it is due; None if it always is.
    """

    id: str
    title: str
    years: tuple[int, ...]
    payee: Payee
    purpose: Purpose
    source: Source
    activity: str | None = field(default=None, kw_only=True)
    route: str | None = field(default=None, kw_only=True)


@frozen(eq=False, repr=False)
class Milestone(Record):
    """A date of the programme: a day, or a moment.

    Args:
        id: its name, such as ``"apply-by"``.
        title: what happens then.
        source: the clause that sets it.
        on: the day, if it is a day.
        at: the moment with its offset from UTC, if it is a moment.
        weekday: the day of the week that the document states, such as ``"Friday"``, if it does.
    """

    id: str
    title: str
    source: Source
    on: date | None = field(default=None, kw_only=True)
    at: datetime | None = field(default=None, kw_only=True, eq=comparable)
    weekday: str | None = field(default=None, kw_only=True)

    def __str__(self) -> str:
        date_or_moment = self.on if self.at is None else self.at
        return "no date" if date_or_moment is None else date_or_moment.isoformat()

    @property
    def day(self) -> date | None:
        """The day it falls on, for a moment by its own offset; None if it is neither a day nor a moment."""
        return self.on if self.at is None else self.at.date()


@frozen(eq=False, repr=False)
class Duty(Record):
    """What somebody has to do that is neither days nor money.

    Args:
        id: its name.
        title: what has to be done.
        by: who has to do it.
        source: the clause that asks for it.
        year: the number of the year in which it falls; None if it is not tied to one.
        route: the outcome of a route under which it is due; None if it always is.
    """

    id: str
    title: str
    by: str
    source: Source
    year: int | None = field(default=None, kw_only=True)
    route: str | None = field(default=None, kw_only=True)


@frozen(eq=False, repr=False)
class PublishedTotal(Record):
    """A total of release days or of their funding in one year, as the document itself prints it.

    Args:
        id: its name.
        year: the number of the year.
        total: the days, or the money.
        source: the clause that prints it.
    """

    id: str
    year: int
    total: Days | Money
    source: Source


@frozen(eq=False, repr=False)
class OpenQuestion(Record):
    """A doubt that the document leaves, and how this edition reads it.

    Args:
        id: its name, such as ``"OPEN-1"``.
        question: the doubt.
        reading: what the edition takes it to mean.
        sources: the clauses that leave the doubt.
    """

    id: str
    question: str
    reading: str
    sources: tuple[Source, ...]
