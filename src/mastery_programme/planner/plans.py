"""What a plan is: the days that found a date, the dates that were left out and why, and what found none."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from mastery_programme.days import Days
from mastery_programme.mappings import FrozenMapping
from mastery_programme.planner.asked import Weekday
from mastery_programme.records import Record, Term
from mastery_programme.tables import Column, Row, as_html, as_text


class Why(Term):
    """Why nothing, or less than was asked for, is planned on a date."""

    OUTSIDE_TERMS = "outside-terms"
    CLOSED = "closed"
    NOT_NEEDED = "not-needed"
    NOTHING_LEFT = "nothing-left"
    DAY_TAKEN = "day-taken"
    WEEK_FULL = "week-full"
    TERM_FULL = "term-full"

    @property
    def label(self) -> str:
        """The reason in words."""
        return _LABELS[self]


_LABELS = {
    Why.OUTSIDE_TERMS: "outside the terms",
    Why.CLOSED: "closed",
    Why.NOT_NEEDED: "not among the needs",
    Why.NOTHING_LEFT: "nothing left to place",
    Why.DAY_TAKEN: "day taken",
    Why.WEEK_FULL: "week full",
    Why.TERM_FULL: "term full",
}

_MOST_LISTED = 5
"""So many dates that were left out for one reason are listed below a table; more are counted."""


@frozen(eq=False, repr=False)
class PlannedDay(Record):
    """A date, or half of one, on which an activity is planned.

    Attributes:
        id: the same in every plan with the same key, activity and date.
        activity: the id of the activity.
        on: the date.
        days: half a day or a whole one.
    """

    id: str
    activity: str
    on: date
    days: Days


@frozen(eq=False, repr=False)
class Skipped(Record):
    """What was asked for on a date and is not planned.

    Attributes:
        activity: the id of the activity.
        on: the date.
        days: what is not planned of it: all that was asked for on the date, or the half that is not needed.
        why: every reason; each alone would be enough.
    """

    activity: str
    on: date
    days: Days
    why: tuple[Why, ...]


@frozen(eq=False, repr=False)
class Plan(Record):
    """On which dates the days of a year are planned, and what does not fit.

    Attributes:
        events: the dates planned, in order; on each at most one of an activity.
        skipped: the dates asked for that were left out, wholly or in part, in order.
        unplaced: for each activity the days that found no date, also where there are none.
    """

    events: tuple[PlannedDay, ...]
    skipped: tuple[Skipped, ...]
    unplaced: FrozenMapping[str, Days]

    def to_records(self) -> list[Row]:
        """A flat dict for each event, each date left out, and each activity with days left, all with the same keys.

        ``kind`` is ``"planned"``, ``"skipped"`` or ``"unplaced"``; planned and unplaced days add up to what was
        needed. ``on`` is a date, ``days`` is a `Decimal`, the rest is text, reasons parted by ``"; "``; None where
        there is nothing to say.
        """
        planned = (_record("planned", event.activity, event.days, event.on, id=event.id) for event in self.events)
        skipped = (
            _record("skipped", one.activity, one.days, one.on, why="; ".join(reason.value for reason in one.why))
            for one in self.skipped
        )
        unplaced = (_record("unplaced", activity, days) for activity, days in self.unplaced.items() if days)
        return [*planned, *skipped, *unplaced]

    def __str__(self) -> str:
        return "\n\n".join(filter(None, (self._title(), as_text(_COLUMNS, self._rows()), "\n".join(self._notes()))))

    def _repr_html_(self) -> str:
        return as_html(self._title(), _COLUMNS, self._rows(), self._notes())

    def _title(self) -> str:
        """What stands over the table."""
        return f"Plan: {sum((event.days for event in self.events), Days(0))}"

    def _rows(self) -> list[tuple[str, ...]]:
        """The rows of the table: what is planned."""
        return [
            (event.on.isoformat(), Weekday.of(event.on).value, event.activity, str(event.days)) for event in self.events
        ]

    def _notes(self) -> list[str]:
        """What stands below the table: the days that found no date, and the dates left out, by their reasons."""
        groups: dict[tuple[str, tuple[Why, ...]], list[date]] = {}
        for one in self.skipped:
            groups.setdefault((one.activity, one.why), []).append(one.on)
        without = [f"{activity}: {days} found no date" for activity, days in self.unplaced.items() if days]
        return without + [_left_out_said(activity, why, dates) for (activity, why), dates in groups.items()]


_COLUMNS = (Column("Date"), Column("Day"), Column("Activity"), Column("Days", numeric=True))


def _left_out_said(activity: str, why: Sequence[Why], dates: Sequence[date]) -> str:
    """Dates that were left out for the same reasons, in words; many of them by their number, the first and the last."""
    few = len(dates) <= _MOST_LISTED
    told = ", ".join(map(str, dates)) if few else f"{len(dates)} dates from {dates[0]} to {dates[-1]}"
    return f"{activity}: {told} left out ({', '.join(reason.label for reason in why)})"


def _record(
    kind: str, activity: str, days: Days, on: date | None = None, *, id: str | None = None, why: str | None = None
) -> Row:
    """A row of the records."""
    return {"kind": kind, "id": id, "activity": activity, "on": on, "days": days.as_decimal, "why": why}
