"""What a forecast is: statements of what is earned, planned and free, side by side."""

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen

from mastery_programme.funding_lines import FundingLine, total_of
from mastery_programme.money import Total, in_a_row
from mastery_programme.parts import Purpose
from mastery_programme.records import Record
from mastery_programme.statements import FundingStatement
from mastery_programme.tables import Column, Row, as_html, as_text, capitalised, still_open
from mastery_programme.years import AcademicYear


@frozen(eq=False, repr=False)
class Forecast(Record):
    """What a participation comes to.

    Attributes:
        participation: its id.
        edition: the edition's id.
        title: who takes part in what, for people.
        on: the day from which it is looked at; None where all that is recorded counts as earned.
        earned: what has been earned.
        planned: what is still to come.
        free: what falls free for others, and so is in no total.
        total: the total of what is earned and planned.
    """

    participation: str
    edition: str
    title: str
    on: date | None
    earned: FundingStatement
    planned: FundingStatement
    free: FundingStatement
    total: Total = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "total", total_of((*self.earned.lines, *self.planned.lines)))

    def to_records(self) -> list[Row]:
        """A flat dict a line, all with the same keys in the same order: ``part``, then those of a statement.

        ``part`` is "earned", "planned" or "free".
        """
        parts = {"earned": self.earned, "planned": self.planned, "free": self.free}
        return [{"part": part, **record} for part, statement in parts.items() for record in statement.to_records()]

    def __str__(self) -> str:
        return "\n\n".join((f"{self.title}: forecast", as_text(_COLUMNS, _rows(self)), *self._notes()))

    def _repr_html_(self) -> str:
        return as_html(f"{self.title}: forecast", _COLUMNS, _rows(self), self._notes())

    def _notes(self) -> tuple[str, ...]:
        """What stands below the table."""
        not_due = self.planned.not_due
        estimated = (f"Estimated, but not due: {in_a_row(not_due)}",) if not_due else ()
        return (f"Total: {self.total}", *estimated, *still_open(self.planned.questions))


_COLUMNS = (
    Column("Year"),
    Column("For"),
    Column("Earned", numeric=True),
    Column("Planned", numeric=True),
    Column("Estimated", numeric=True),
    Column("Free", numeric=True),
    Column("Remark"),
)

Lines = Sequence[FundingLine]
"""Some lines."""


def _rows(forecast: Forecast) -> list[tuple[str, ...]]:
    """A row for each item of each year, in the order of the document, and one for all of them."""
    parts: tuple[Lines, ...] = (forecast.earned.lines, forecast.planned.lines, forecast.free.lines)
    activities = forecast.earned.activities
    lines = sorted((line for part in parts for line in part), key=lambda line: _place(line, activities))
    rows: list[tuple[str, ...]] = []
    for (year, item), title in {(line.academic_year, line.item): line.title for line in lines}.items():
        of_item = [[line for line in part if (line.academic_year, line.item) == (year, item)] for part in parts]
        rows.append((str(year), capitalised(title), *_figures(*of_item)))
    return [*rows, ("", "All", *_figures(*parts))]


def _place(line: FundingLine, activities: Sequence[str]) -> tuple[AcademicYear, int]:
    """The place of a line in the document: its year, then the activity if it is for release days."""
    activity = (line.activity, *line.alternatives)[-1 if line.alternatives else 0]
    is_release = line.purpose is Purpose.RELEASE and activity in activities
    return line.academic_year, activities.index(activity) if is_release and activity else len(activities)


def _figures(earned: Lines, planned: Lines, free: Lines) -> tuple[str, ...]:
    """The sums of some lines, in words."""
    published = [line for line in planned if line.published or line.actual]
    estimated = total_of(line for line in planned if line.reckoned).estimated
    remarks = [
        *(["not published"] if any(line.unpublished for line in (*earned, *planned, *free)) else []),
        *(["if due"] if not all(line.certain for line in planned) else []),
    ]
    return _sum(earned), _sum(published), str(estimated) if estimated else "-", _sum(free), ", ".join(remarks)


def _sum(lines: Lines) -> str:
    """The sum of the amounts of some lines, in words; a dash where there is none."""
    priced = [line for line in lines if line.at_most is not None]
    return str(total_of(priced)) if priced else "-"
