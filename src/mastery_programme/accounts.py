"""What has been earned by what was recorded: dated lines, those that were claimed as they were claimed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from attrs import evolve

from mastery_programme.days import DayRange, Days
from mastery_programme.events import CostIncurred, Delivered, DepartmentStarted, name_of
from mastery_programme.funding import item_line
from mastery_programme.funding_lines import FundingLine
from mastery_programme.ledger import Ledger
from mastery_programme.money import NOTHING
from mastery_programme.options import prospect
from mastery_programme.parts import NOTHING_HAPPENS, Activity, Grant, Payee, Purpose, Year
from mastery_programme.programme import Programme

Place = tuple[int, str]
"""An activity in a year: the number of the year and the id of the activity."""


class Used(NamedTuple):
    """Half-days by year and activity: those delivered, and those of them that the edition allows and so pays."""

    delivered: dict[Place, int]
    paid: dict[Place, int]

    def paid_in(self, year: Year, ids: Iterable[str]) -> int:
        """The half-days paid in a year for some activities."""
        return sum(self.paid.get((year.number, id), 0) for id in ids)


class Account(NamedTuple):
    """What was earned: the lines that were claimed or taken back already, those that were not, and the days used."""

    settled: tuple[FundingLine, ...]
    fresh: tuple[FundingLine, ...]
    used: Used


def account_of(ledger: Ledger, agreed: int | None) -> Account:
    """What was earned by what a ledger holds.

    Args:
        ledger: what was recorded.
        agreed: how many other departments it is agreed to support; None for the edition's own number.
    """
    claimed = [line for lines in ledger.claimed.values() for line in lines] + ledger.recovered
    used = Used({}, {})
    fresh = [line for owed in ledger.owed.values() for line in owed.elements()]
    fresh += _release(ledger, used)
    fresh += [line for event in ledger.live(CostIncurred) for line in _cost(ledger, event)]
    fresh += _grants(ledger, agreed)
    return Account(in_order(claimed, ledger), in_order(fresh, ledger), used)


def in_order(lines: Iterable[FundingLine], ledger: Ledger) -> tuple[FundingLine, ...]:
    """Lines in the order of their days, and those of one day in the order in which their events were recorded."""
    places = {id: place for place, id in enumerate(ledger.named)}
    dated = [(line.on, places[line.event], line) for line in lines if line.on is not None and line.event is not None]
    return tuple(line for _, _, line in sorted(dated, key=lambda one: one[:2]))


def activities_of_route(programme: Programme, year: Year, activity: Activity) -> list[str]:
    """The ids of all activities of a year to which an activity's route can lead; its own alone without a route."""
    if activity.route is None:
        return [activity.id]
    outcomes = next((route.outcomes for route in programme.routes if activity.route in route.outcomes), ())
    return [one.id for one in year.activities if one.route in outcomes and one.route != NOTHING_HAPPENS]


def most_half_days(activity: Activity) -> int | None:
    """The most half-days that an edition gives an activity; None if it does not publish them."""
    most = activity.days.high if isinstance(activity.days, DayRange) else activity.days
    return None if most is None else most.half_days


def left_of(programme: Programme, used: Used, year: Year, activity: Activity) -> int | None:
    """The half-days of an activity that are still to be paid; None if the edition does not publish how many."""
    together = [one for one in year.activities if one.route == activity.route and one.route is not None] or [activity]
    bounds = [most_half_days(one) for one in together]
    own = most_half_days(activity)
    if own is None:
        return None
    left = own - used.paid.get((year.number, activity.id), 0)
    if None in bounds:
        return left
    in_all = sum(bound for bound in bounds if bound is not None)
    return min(left, in_all - used.paid_in(year, activities_of_route(programme, year, activity)))


def _release(ledger: Ledger, used: Used) -> list[FundingLine]:
    """The lines of delivered days that were not claimed yet: what was claimed counts first, then what was earlier."""
    unclaimed: list[tuple[Delivered, Year, Activity, int]] = []
    for event in sorted(ledger.live(Delivered), key=lambda one: one.on):
        year = ledger.year_of(event)
        activity = next(one for one in year.activities if one.id == event.activity)
        place = year.number, activity.id
        claimed = ledger.claimed_half_days.get(event.id, 0)
        used.delivered[place] = used.delivered.get(place, 0) + event.days.half_days
        used.paid[place] = used.paid.get(place, 0) + claimed
        unclaimed.append((event, year, activity, event.days.half_days - claimed))
    found: list[FundingLine] = []
    for event, year, activity, half_days in unclaimed:
        left = left_of(ledger.programme, used, year, activity)
        payable = half_days if left is None else max(0, min(left, half_days))
        if payable:
            used.paid[year.number, activity.id] += payable
            found.append(_delivered(ledger, event, year, activity, Days.of_half_days(payable)))
    return found


def _delivered(ledger: Ledger, event: Delivered, year: Year, activity: Activity, days: Days) -> FundingLine:
    """The line of some days of a delivery."""
    amount = None if activity.rate is None else days * activity.rate
    return FundingLine(
        edition=ledger.programme.id,
        academic_year=year.academic_year,
        item=activity.id,
        title=activity.title,
        activity=activity.id,
        alternatives=(),
        purpose=Purpose.RELEASE,
        payee=activity.payee,
        departments=None,
        days=days,
        rate=activity.rate,
        amount=amount,
        at_least=NOTHING if amount is None else amount,
        at_most=amount,
        reckoned=NOTHING,
        published=amount is not None,
        estimated=False,
        certain=True,
        clauses=(activity.source.clause,),
        rate_clauses=() if activity.rate_source is None else (activity.rate_source.clause,),
        unpublished=() if amount is not None else ((activity.id, activity.title),),
        on=event.on,
        event=event.id,
        recipient=_recipient(ledger, activity.payee),
    )


def _cost(ledger: Ledger, event: CostIncurred) -> Iterator[FundingLine]:
    """The line of a cost that was not claimed yet."""
    if event.id in ledger.claimed:
        return
    item = next(one for one in ledger.programme.items if one.id == event.item)
    published = isinstance(item, Grant) and item.amount is not None
    line = item_line(ledger.programme.id, ledger.year_of(event), item, (event.amount, None), None, certain=True)
    recipient = _recipient(ledger, item.payee)
    yield evolve(line, published=published, actual=not published, on=event.on, event=event.id, recipient=recipient)


def _grants(ledger: Ledger, agreed: int | None) -> Iterator[FundingLine]:
    """The lines of grants for departments that were not claimed yet, for as many departments as are agreed."""
    for grant in ledger.programme.grants:
        if grant.departments is None:
            continue
        starts = ledger.live(DepartmentStarted)
        claimed = [event for event in starts if is_claimed(ledger, grant, event)]
        rest = sorted((event for event in starts if event not in claimed), key=lambda event: event.on)
        due = [(event, found) for event in rest if (found := _first_day(ledger, grant, event)) is not None]
        number = grant.departments if agreed is None else agreed
        for event, (on, certain) in due[: max(0, number - len(claimed))]:
            yield _grant(ledger, grant, event, on, certain=certain)


def is_claimed(ledger: Ledger, grant: Grant, event: DepartmentStarted) -> bool:
    """Whether a grant was claimed for a department."""
    return any(line.item == grant.id for line in ledger.claimed.get(event.id, ()))


def is_due(ledger: Ledger, grant: Grant, event: DepartmentStarted) -> bool:
    """Whether a grant can be due for a department."""
    return _first_day(ledger, grant, event) is not None


def _first_day(ledger: Ledger, grant: Grant, event: DepartmentStarted) -> tuple[date, bool] | None:
    """The first day of a grant's year on which a department is supported, and whether it is due for sure.

    None if nobody takes part in that year once the department has started, or the grant is not on the way of who does.
    """
    year = ledger.programme.years[grant.year - 1].academic_year
    first = max(event.on, year.start)
    for tenure in ledger.tenures:
        day = first if tenure.start is None else max(first, tenure.start)
        due = prospect(grant.route, ledger.routes(tenure))
        if day <= year.end and tenure.holds(day) and due != "not due":
            return day, due == "due"
    return None


def _grant(ledger: Ledger, grant: Grant, event: DepartmentStarted, on: date, *, certain: bool) -> FundingLine:
    """The line of a grant for a department, due on a day."""
    year = ledger.programme.years[grant.year - 1]
    line = item_line(ledger.programme.id, year, grant, (grant.amount, None), 1, certain=certain)
    recipient = name_of(event.school) if grant.payee is Payee.SUPPORTED_DEPARTMENT else _recipient(ledger, grant.payee)
    return evolve(line, on=on, event=event.id, recipient=recipient)


def _recipient(ledger: Ledger, payee: Payee) -> str | None:
    """The name of who is paid, if it is the lead teacher's school."""
    return name_of(ledger.school) if payee is Payee.LEAD_SCHOOL else None
