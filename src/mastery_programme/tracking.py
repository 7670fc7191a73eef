"""How far a participation has come, worked out of what was recorded."""

from collections.abc import Iterator

from attrs import evolve

from mastery_programme.accounts import Used, account_of
from mastery_programme.days import DayRange, Days
from mastery_programme.errors import InvalidArgument
from mastery_programme.events import DepartmentStarted, name_of
from mastery_programme.ledger import Ledger
from mastery_programme.legality import met_by
from mastery_programme.options import Slot, days_of, prospect, slots, sum_days
from mastery_programme.participation import Participation, agreed_number, ledger_of
from mastery_programme.parts import Activity, Year
from mastery_programme.progress_lines import ActivityProgress, DutyProgress, Progress, most_of
from mastery_programme.remainders import Remainder, remainders


def check_participation(participation: object) -> None:
    """Raise `InvalidArgument` unless this is a participation."""
    if not isinstance(participation, Participation):
        raise InvalidArgument("not a participation", participation, "a Participation")


def progress(participation: Participation) -> Progress:
    """How far a participation has come: days, duties and departments.

    Args:
        participation: the participation.

    Returns:
        For each year and activity the days allowed, delivered, left, and beyond what is allowed; the duties that are
        met and open; the departments.

    Raises:
        InvalidArgument: if it is no `Participation` that is asked.

    Source:
        PAR-1 to PAR-12, FUN-5 and EXP-1 to EXP-4 of Cohort 4.
    """
    check_participation(participation)
    programme, ledger = participation.programme, ledger_of(participation)
    used = account_of(ledger, participation.supported_departments).used
    starts = sorted(ledger.live(DepartmentStarted), key=lambda event: event.on)
    started = tuple(name_of(event.school) for event in starts)
    agreed = agreed_number(participation)
    return Progress(
        participation=participation.id,
        edition=programme.id,
        title=f"{programme}: {participation.headline}",
        standing=ledger.standing,
        activities=tuple(line for left in remainders(ledger, used) for line in _lines(used, left)),
        duties=tuple(_duties(ledger)),
        departments=started,
        departments_agreed=agreed,
        departments_excess=0 if agreed is None else max(0, len(started) - agreed),
    )


def _lines(used: Used, left: Remainder) -> Iterator[ActivityProgress]:
    """The lines of a year, in the order of its activities; what a former lead teacher did is among them."""
    open_slots = {slot.activities[0].id: slot for slot in slots(left.activities, left.routes)}
    for activity in left.activities:
        slot = open_slots.get(activity.id)
        delivered = used.delivered.get((left.year.number, activity.id), 0)
        if slot is not None and slot.activity is not None:
            yield _line(used, left.year, activity, delivered)
        elif delivered:
            yield _line(used, left.year, evolve(activity, days=Days(0)), delivered)
        if slot is not None and slot.activity is None:
            yield _open_line(left.year, slot)


def _open_line(year: Year, slot: Slot) -> ActivityProgress:
    """The line of an open route: nothing of it was delivered, since that would settle it."""
    left = days_of(slot)
    return ActivityProgress(
        academic_year=year.academic_year,
        activity=None,
        alternatives=slot.alternatives,
        title=slot.title if slot.certain else f"{slot.title} (not certain yet)",
        allowance=left,
        delivered=Days(0),
        remaining=left,
        excess=Days(0),
        clauses=tuple(dict.fromkeys(activity.source.clause for activity in slot.activities)),
    )


def _line(used: Used, year: Year, activity: Activity, delivered: int) -> ActivityProgress:
    """The line of an activity with the days that are left of it."""
    paid = used.paid_in(year, (activity.id,))
    allowance = sum_days((activity.days, Days.of_half_days(paid))).days
    published = next(one.days for one in year.activities if one.id == activity.id)
    if isinstance(published, DayRange) and most_of(allowance) == published.high:
        allowance = published  # delivered days do not raise the least
    return ActivityProgress(
        academic_year=year.academic_year,
        activity=activity.id,
        alternatives=(),
        title=activity.title,
        allowance=allowance,
        delivered=Days.of_half_days(delivered),
        remaining=activity.days,
        excess=Days.of_half_days(delivered - paid),
        clauses=(activity.source.clause,),
    )


def _duties(ledger: Ledger) -> Iterator[DutyProgress]:
    """The duties that are due, or may be, each with who says that it is met."""
    routes = ledger.routes(ledger.tenures[-1])
    for duty in ledger.programme.duties:
        due = prospect(duty.route, routes)
        met = met_by(ledger, duty, ledger.tenures[-1])
        if met:
            yield DutyProgress(duty, due != "open", met[-1].on, met[-1].by)
        elif due != "not due":
            yield DutyProgress(duty, due == "due")
