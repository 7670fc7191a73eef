"""How participations, and what follows from them, are made of a document: each event checked against those before."""

from collections.abc import Iterator

from attrs import evolve

from mastery_programme.codec.makers import check, check_facts
from mastery_programme.codec.objects import Given
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, Report, quoted
from mastery_programme.days import DayRange, Days
from mastery_programme.errors import MasteryProgrammeError
from mastery_programme.forecasts import Forecast
from mastery_programme.ledger import Ledger
from mastery_programme.legality import check_event
from mastery_programme.participation import Participation
from mastery_programme.pivots import Pivot
from mastery_programme.profiles import Profile, hub_of
from mastery_programme.programme import Programme
from mastery_programme.progress_lines import ActivityProgress
from mastery_programme.tenures import Happening, Replaced


def participation(given: Given, at: At, report: Report) -> object:
    """A participation, or a problem for each part of it that cannot be."""
    before = report.number
    try:
        return _with_hub_in_full(Participation(**given), given, at, report)
    except MasteryProgrammeError as error:
        _check_participation(given, at, report)
        return report.refuse_error(at, error) if report.number == before else BAD


def profile(given: Given, at: At, report: Report) -> object:
    """A profile, whose hub is named in full."""
    return _with_hub_in_full(Profile(**given), given, at, report)


def _with_hub_in_full(made: Participation | Profile, given: Given, at: At, report: Report) -> object:
    """A participation or a profile, whose hub is named in full: a document is taken as it is, or not at all."""
    if made.hub == given["hub"]:
        return made
    return report.refuse((at, "hub"), "value", f"the name of the hub in full is {quoted(made.hub)}")


def _check_participation(given: Given, at: At, report: Report) -> None:
    """Note the hub, the facts and the events that cannot be; an event that cannot be is passed over."""
    programme = given["programme"]
    check(lambda: hub_of(programme, given["hub"]), (at, "hub"), report)
    before = report.number
    check_facts(programme, given.get("facts", {}), (at, "facts"), report)
    if report.number != before:
        return  # without the facts nobody could say which events can be
    ledger = Ledger(programme, given["school"], given["lead_teacher"], given.get("facts", {}))
    for place, event in enumerate(given.get("events", ())):
        where = (at, "events"), place
        try:
            check_event(ledger, event)
            ledger.add(_known(event, programme, where, report))
        except MasteryProgrammeError as error:
            report.refuse_error(where, error)


def _known(event: Happening, programme: Programme, where: At, report: Report) -> Happening:
    """An event, without the facts of a new lead teacher if they cannot be, which is noted."""
    if not isinstance(event, Replaced):
        return event
    before = report.number
    check_facts(programme, event.facts, (where, "facts"), report)
    return event if report.number == before else evolve(event, facts={})


def activity_progress(given: Given, at: At, report: Report) -> object:
    """The days of an activity: delivered and remaining ones are allowed or in excess."""
    line = ActivityProgress(**given)
    allowed, left = line.allowance, line.remaining
    if (allowed is None) is not (left is None):
        report.refuse((at, "remaining"), "total", "days remain just where days are allowed")
    elif _most(allowed) + line.excess.half_days != _most(left) + line.delivered.half_days and allowed is not None:
        report.refuse((at, "remaining"), "total", "delivered and remaining days are allowed or in excess")
    return line


def _most(days: Days | DayRange | None) -> int:
    """The most half-days that some days are; none if they are not published."""
    most = days.high if isinstance(days, DayRange) else days
    return 0 if most is None else most.half_days


def forecast(given: Given, at: At, report: Report) -> object:
    """A forecast, whose statements are all of its edition."""
    made = Forecast(**given)
    for part in ("earned", "planned", "free"):
        if getattr(made, part).edition != made.edition:
            told = f"this statement is not of {quoted(made.edition)}, as the forecast is"
            report.refuse(((at, part), "edition"), "total", told)
    return made


def pivot(given: Given, at: At, report: Report) -> object:
    """A table of totals, with a cell for each row and column."""
    made = Pivot(**given)
    for key, message in _odd_shape(made):
        report.refuse((at, key), "total", message)
    return made


def _odd_shape(made: Pivot) -> Iterator[tuple[str, str]]:
    """What in a table of totals does not go with the rest of it, by its key."""
    for key, labels, keys in (
        ("row_labels", made.row_labels, made.rows),
        ("column_labels", made.column_labels, made.columns),
    ):
        if any(len(label) != len(keys) for label in labels):
            yield key, "each label has a value for each key"
    if len(made.cells) != len(made.row_labels) or any(len(row) != len(made.column_labels) for row in made.cells):
        yield "cells", "there is a cell for each row and column"
