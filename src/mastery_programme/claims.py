"""Whether a claim can be recorded: it claims what counts, once, and takes back what was claimed, once."""

from collections import Counter

from mastery_programme.days import Days
from mastery_programme.errors import IllegalEvent
from mastery_programme.events import Claimed, CostIncurred, Delivered, DepartmentStarted
from mastery_programme.funding_lines import FundingLine
from mastery_programme.ledger import Ledger, Live, named
from mastery_programme.money import NOTHING
from mastery_programme.parts import Activity, CoveredCost, Grant, Purpose

_GIVEN = "what `claim` gives"


class _Tally:
    """What was claimed of each event, and is owed of each voided one, while the lines of one claim are looked at."""

    __slots__ = ("half_days", "items", "ledger", "owed")

    def __init__(self, ledger: Ledger) -> None:
        self.ledger: Ledger = ledger
        self.half_days: dict[str, int] = {}
        self.items: dict[str, set[str]] = {}
        self.owed: dict[str, Counter[FundingLine]] = {}


def check_claim(ledger: Ledger, claim: Claimed) -> None:
    """Raise `IllegalEvent` if a claim holds what cannot be claimed, or what was claimed or taken back before.

    The rates and amounts of a claim are not compared with those of the edition, which may have been corrected since.
    """
    tally = _Tally(ledger)
    for line in claim.lines:
        if line.on is None or line.on > claim.on:
            raise IllegalEvent("a claim before the day of what it claims", str(claim.on), f"not before {line.on}")
        if line.recovery:
            _check_recovery(tally, line)
        else:
            _check_payment(tally, line)


def _check_recovery(tally: _Tally, line: FundingLine) -> None:
    """Refuse to take back what was not claimed, or what was taken back before."""
    id = line.event or ""
    owed = tally.owed.setdefault(id, Counter(tally.ledger.owed.get(id)))
    if not owed[line]:
        raise IllegalEvent("taken back, but not claimed before", _told(line), "what was claimed, once, when voided")
    owed[line] -= 1


def _check_payment(tally: _Tally, line: FundingLine) -> None:
    """Refuse to claim what does not count, or was claimed before."""
    event = tally.ledger.named.get(line.event or "")
    if event is None or isinstance(event, Claimed) or line.event in tally.ledger.voided:
        raise IllegalEvent("a claim of what is not recorded, or voided", _told(line), _GIVEN)
    if line.amount is None or line.amount <= NOTHING or not line.certain:
        raise IllegalEvent("a claim of no amount that is due", _told(line), _GIVEN)
    part = _part(tally.ledger, event, line)
    if part is None:
        raise IllegalEvent("not what the event is for", _told(line), _GIVEN)
    purpose = Purpose.RELEASE if isinstance(part, Activity) else part.purpose
    if (line.payee, line.purpose) != (part.payee, purpose) or not _is_of_its_time(tally.ledger, event, line):
        raise IllegalEvent("not paid so, or not then", f"{_told(line)} on {line.on} for {line.academic_year}", _GIVEN)
    if isinstance(event, Delivered):
        _check_days(tally, event, line)
    else:
        _check_once(tally, event, line)


def _part(ledger: Ledger, event: Live, line: FundingLine) -> Activity | Grant | CoveredCost | None:
    """What a line is for, if its event brings money for that."""
    if isinstance(event, Delivered):
        return named(ledger.year_of(event).activities, event.activity) if line.item == event.activity else None
    item = named(ledger.programme.items, line.item)
    if isinstance(event, CostIncurred):
        return item if line.item == event.item else None
    is_by_department = isinstance(item, Grant) and item.departments is not None
    return item if isinstance(event, DepartmentStarted) and is_by_department else None


def _is_of_its_time(ledger: Ledger, event: Live, line: FundingLine) -> bool:
    """Whether the day and the year of a line follow from its event; a department's grant can come later."""
    if isinstance(event, DepartmentStarted):
        return line.on is not None and line.on >= event.on and line.on in line.academic_year
    return (line.on, line.academic_year) == (event.on, ledger.year_of(event).academic_year)


def _check_once(tally: _Tally, event: Live, line: FundingLine) -> None:
    """Refuse an item for the second time, and a cost at another amount than it came to."""
    items = tally.items.setdefault(event.id, {one.item for one in tally.ledger.claimed.get(event.id, ())})
    if line.item in items:
        raise IllegalEvent("claimed before", _told(line), "each once")
    items.add(line.item)
    if isinstance(event, CostIncurred) and line.amount != event.amount:
        raise IllegalEvent("not what the cost came to", _told(line), f"{event.amount} for {event.item}")


def _check_days(tally: _Tally, event: Delivered, line: FundingLine) -> None:
    """Refuse to claim days that come to something else, or more than were delivered."""
    if not isinstance(line.days, Days) or line.rate is None:
        raise IllegalEvent("not what was delivered", _told(line), f"days of {event.activity}, at a rate")
    if line.amount != line.days * line.rate:
        raise IllegalEvent("not what the days come to", _told(line), str(line.days * line.rate))
    half_days = tally.half_days.get(event.id, tally.ledger.claimed_half_days.get(event.id, 0)) + line.days.half_days
    if half_days > event.days.half_days:
        raise IllegalEvent("more days than were delivered", _told(line), f"{event.days} in all")
    tally.half_days[event.id] = half_days


def _told(line: FundingLine) -> str:
    """A line in a few words."""
    return f"{line.amount} for {line.item} by {line.event}"
