"""Whether an event can follow on what is recorded: each refusal with its reason, and what would be allowed."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mastery_programme.application import School
from mastery_programme.claims import check_claim
from mastery_programme.errors import SHOWN, IllegalEvent, cut
from mastery_programme.events import (
    Claimed,
    CostIncurred,
    Delivered,
    DepartmentStarted,
    DutyMet,
    Named,
    Voided,
    name_of,
)
from mastery_programme.ledger import Ledger, Live, Tenure, named
from mastery_programme.money import Money
from mastery_programme.options import prospect
from mastery_programme.parts import MOST_DEPARTMENTS, Duty, Grant, Year
from mastery_programme.tenures import Completed, Happening, Replaced, Standing, Withdrew
from mastery_programme.words import folded
from mastery_programme.years import AcademicYear

MOST_HALF_DAYS = 20_000
"""No participation has more half-days in all: more cannot be added up."""

FEW = 5
"""Of events that stand in the way so many are named."""


def check_event(ledger: Ledger, event: Happening) -> None:
    """Raise `IllegalEvent` unless an event can follow on what is recorded."""
    if isinstance(event, Named) and event.id in ledger.named:
        raise IllegalEvent("two events of one id", event.id, "an id that no other event has")
    check: Callable[[Ledger, Any], None] = _CHECKS[type(event)]
    check(ledger, event)


def _year(ledger: Ledger, on: date) -> Year:
    """The year of the programme in which a day falls."""
    year = ledger.year_at(on)
    if year is None:
        first, last = (ledger.programme.years[place].academic_year for place in (0, -1))
        when = "before the first year" if on < first.start else "after the last year"
        raise IllegalEvent(f"a day {when} of the programme", str(on), f"from {first.start} to {last.end}")
    return year


def _tenure(ledger: Ledger, on: date) -> Tenure:
    """The time of the lead teacher of a day; a day on which nobody took part is refused."""
    tenure = ledger.tenure_at(on)
    if tenure is not None:
        return tenure
    before = [one.end for one in ledger.tenures if one.end is not None and one.end < on]
    after = next((one.start for one in ledger.tenures if one.start is not None and one.start > on), None)
    allowed = f"up to {before[-1]}" + ("" if after is None else f", and from {after} on")
    how = "the programme was completed" if ledger.standing is Standing.COMPLETED else "the lead teacher had withdrawn"
    raise IllegalEvent(f"a day after {how}", str(on), allowed)


def _delivered(ledger: Ledger, event: Delivered) -> None:
    """A delivery falls into a year, on a day on which somebody takes part, and its activity is on the route."""
    year = _year(ledger, event.on)
    routes = ledger.routes(_tenure(ledger, event.on))
    able = [one.id for one in year.activities if prospect(one.route, routes) != "not due"]
    if ledger.half_days + event.days.half_days > MOST_HALF_DAYS:
        raise IllegalEvent(
            "more days than there can be", str(event.days), f"at most {MOST_HALF_DAYS // 2:,} days in all"
        )
    if event.activity in able:
        return
    allowed = f"in {year.academic_year}: {', '.join(able) or 'nothing'}"
    when = [one.academic_year for one in ledger.programme.years if named(one.activities, event.activity) is not None]
    if year.academic_year in when and event.id in ledger.doomed:
        return  # a mistake that was voided says nothing of a route
    if year.academic_year in when:
        raise IllegalEvent("an activity that is not on the lead teacher's route", event.activity, allowed)
    if when:
        raise IllegalEvent(f"an activity of {', '.join(map(str, when))}", event.activity, allowed)
    raise IllegalEvent("no such activity", event.activity, allowed, ledger.hints.nearest(event.activity, able))


def _voided(ledger: Ledger, event: Voided) -> None:
    """What is voided is recorded, is not voided yet, and was not later."""
    target = ledger.named.get(event.event)
    if event.event in ledger.voided:
        raise IllegalEvent("voided already", event.event, f"on {ledger.voided[event.event].on}")
    if target is None or isinstance(target, Claimed):
        able = [one.id for one in ledger.everything_live()]
        problem = "no such event to void" if target is None else "a claim is not voided, what it claims is"
        near = ledger.hints.nearest(event.event, able)
        raise IllegalEvent(problem, event.event, "the id of a delivery, a start, a cost or a duty", near)
    if event.on < target.on:
        raise IllegalEvent("voided before the day of the event", str(event.on), f"not before {target.on}")


def _department_started(ledger: Ledger, event: DepartmentStarted) -> None:
    """A department is of another school, is not supported yet, and starts in a year that has a grant for it."""
    year = _year(ledger, event.on)
    _tenure(ledger, event.on)
    numbers = sorted({grant.year for grant in ledger.programme.grants if grant.departments is not None})
    if numbers and year.number < numbers[0]:
        first = next(one.academic_year for one in ledger.programme.years if one.number == numbers[0])
        raise IllegalEvent("departments are not supported yet in this year", str(event.on), f"from {first.start} on")
    if _is_same(event.school, ledger.school):
        raise IllegalEvent("the lead teacher's own school", name_of(event.school), "departments of other schools")
    started = ledger.live(DepartmentStarted)
    for other in started:
        if _is_same(event.school, other.school):
            raise IllegalEvent("this department is supported already", name_of(event.school), f"since {other.on}")
    if len(started) == MOST_DEPARTMENTS:
        raise IllegalEvent("too many departments", event.id, f"at most {MOST_DEPARTMENTS}")


def _is_same(one: School, other: School) -> bool:
    """Whether two schools are one: by their reference numbers if both have one, or else by their names."""
    if one.urn is not None and other.urn is not None:
        return one.urn == other.urn
    return bool(one.name and other.name) and folded(one.name or "") == folded(other.name or "")


def _cost_incurred(ledger: Ledger, event: CostIncurred) -> None:
    """A cost is of an item that has no published amount for each department, in a year in which it falls."""
    year = _year(ledger, event.on)
    routes = ledger.routes(_tenure(ledger, event.on))
    items = [one for one in ledger.programme.items if not isinstance(one, Grant) or one.departments is None]
    item = named(items, event.item)
    if item is None:
        able = [one.id for one in items]
        grant = named(ledger.programme.items, event.item) is not None
        allowed = f"costs are of {', '.join(able) or 'nothing'}"
        if grant:
            raise IllegalEvent("this is due when a department starts", event.item, allowed)
        raise IllegalEvent("no such item", event.item, allowed, ledger.hints.nearest(event.item, able))
    numbers = (item.year,) if isinstance(item, Grant) else item.years
    if year.number not in numbers:
        told = [str(one.academic_year) for one in ledger.programme.years if one.number in numbers]
        raise IllegalEvent(f"{item.id} does not fall in {year.academic_year}", str(event.on), f"in {', '.join(told)}")
    if prospect(item.route, routes) == "not due" and event.id not in ledger.doomed:
        able = [one.id for one in items if prospect(one.route, routes) != "not due"]
        raise IllegalEvent(
            "a cost that is not on the lead teacher's route", event.item, f"costs are of {', '.join(able) or 'nothing'}"
        )
    if isinstance(item, Grant) and item.amount is not None:
        _check_flat(ledger, event, item.amount)


def _check_flat(ledger: Ledger, event: CostIncurred, amount: Money) -> None:
    """Refuse a flat amount that is another than the published one, or due a second time."""
    if event.amount != amount:
        raise IllegalEvent("not the amount that is published", str(event.amount), str(amount))
    if any(cost.item == event.item for cost in ledger.live(CostIncurred)):
        raise IllegalEvent("due once, and recorded already", event.item, "void it first if it was a mistake")


def _duty_met(ledger: Ledger, event: DutyMet) -> None:
    """A duty is one of the edition's, not before its year, of the lead teacher's route, and not met yet."""
    duty = named(ledger.programme.duties, event.duty)
    if duty is None:
        able = [one.id for one in ledger.programme.duties]
        raise IllegalEvent(
            "no such duty", event.duty, f"one of {', '.join(able) or 'none'}", ledger.hints.nearest(event.duty, able)
        )
    _check_within(ledger, event.on)
    tenure = _tenure(ledger, event.on)
    first = ledger.programme.years[0 if duty.year is None else duty.year - 1].academic_year
    if event.on < first.start:
        raise IllegalEvent("a duty met before its year", str(event.on), f"from {first.start} on")
    if prospect(duty.route, ledger.routes(tenure)) == "not due" and event.id not in ledger.doomed:
        raise IllegalEvent("a duty that is not on the lead teacher's route", event.duty, "one that is due, or may be")
    for other in met_by(ledger, duty, tenure):
        raise IllegalEvent("met already", event.duty, f"on {other.on}, as {other.id} says")


def met_by(ledger: Ledger, duty: Duty, tenure: Tenure) -> list[DutyMet]:
    """What says that a duty is met: in a lead teacher's own time if it hangs on a route, else whenever it was."""
    met = [event for event in ledger.live(DutyMet) if event.duty == duty.id]
    return met if duty.route is None else [event for event in met if tenure.holds(event.on)]


def _withdrew(ledger: Ledger, event: Withdrew) -> None:
    """Somebody takes part, and nothing that counts is later."""
    _check_leaving(ledger, event.on)


def _completed(ledger: Ledger, event: Completed) -> None:
    """As to withdraw, and not before the last year."""
    _check_leaving(ledger, event.on)
    last = ledger.programme.years[-1].academic_year
    if event.on < last.start:
        raise IllegalEvent("completed before the last year", str(event.on), f"from {last.start} on")


def _check_leaving(ledger: Ledger, on: date) -> None:
    """Refuse the end of a lead teacher's time if it is over, had not begun, or something that counts is later."""
    _check_within(ledger, on)
    if ledger.ended is not None:
        follows = "only a replacement follows" if ledger.standing is Standing.WITHDRAWN else "nothing follows"
        raise IllegalEvent(f"nobody takes part any more: {ledger.standing}", str(on), follows)
    start = ledger.tenures[-1].start
    if start is not None and on < start:
        raise IllegalEvent("a lead teacher's time ends before it begins", str(on), f"not before {start}")
    _check_nothing_after(on, (one for one in ledger.everything_live() if one.on > on), "on or after")
    claimed = [line for id, lines in ledger.claimed.items() if id not in ledger.voided for line in lines]
    late = next((line for line in claimed if line.on is not None and line.on > on), None)
    if late is not None:
        raise IllegalEvent("something later was claimed already", str(on), f"{late.item} of {late.on}, by {late.event}")


def _replaced(ledger: Ledger, event: Replaced) -> None:
    """Nobody has completed, the former's time is over before the new one's, and nothing that counts is later."""
    _check_within(ledger, event.on)
    if ledger.standing is Standing.COMPLETED:
        raise IllegalEvent("nobody is replaced after completion", str(event.on), "nothing follows")
    last = ledger.tenures[-1]
    before = last.start if last.end is None else last.end
    if before is not None and event.on <= before:
        raise IllegalEvent("a lead teacher before the former's time is over", str(event.on), f"after {before}")
    _check_nothing_after(event.on, (one for one in ledger.everything_live() if one.on >= event.on), "after")


def _check_within(ledger: Ledger, on: date) -> None:
    """Refuse a day after the programme, or more than an academic year before it: who was selected can still leave."""
    first, last = (ledger.programme.years[place].academic_year for place in (0, -1))
    start, end = AcademicYear(max(1, first.first - 1)).start, last.end
    if not start <= on <= end:
        raise IllegalEvent("a day on which nobody can take part or leave", str(on), f"from {start} to {end}")


def _check_nothing_after(on: date, later: Iterable[Live], when: str) -> None:
    """Refuse a day after which something counts: it would have been without anybody who takes part."""
    found = list(later)
    if found:
        last = max(event.on for event in found)
        ids = [cut(event.id, SHOWN) for event in found[:FEW]]
        told = ", ".join(ids) if len(found) <= FEW else f"{', '.join(ids)} and {len(found) - FEW} more"
        raise IllegalEvent("something that counts is later", str(on), f"{when} {last}, or {told} voided first")


_CHECKS: dict[type, Callable[[Ledger, Any], None]] = {
    Claimed: check_claim,
    Delivered: _delivered,
    Voided: _voided,
    DepartmentStarted: _department_started,
    CostIncurred: _cost_incurred,
    DutyMet: _duty_met,
    Withdrew: _withdrew,
    Replaced: _replaced,
    Completed: _completed,
}
