"""Whether a claim can be recorded: it claims what counts, once, and takes back what was claimed, once."""

from mastery_programme.days import Days
from mastery_programme.errors import IllegalEvent
from mastery_programme.events import Claimed, CostIncurred, Delivered, DepartmentStarted
from mastery_programme.funding_lines import FundingLine
from mastery_programme.ledger import Ledger, Live, taken_back
from mastery_programme.money import NOTHING
from mastery_programme.parts import Year


def check_claim(ledger: Ledger, claim: Claimed) -> None:
    """Raise `IllegalEvent` if a claim holds what cannot be claimed, or what was claimed or taken back before.

    The rates and amounts of a claim are not compared with those of the edition, which may have been corrected since.
    """
    before: list[FundingLine] = []
    for line in claim.lines:
        if line.on is None or line.on > claim.on:
            raise IllegalEvent("a claim before the day of what it claims", str(claim.on), f"not before {line.on}")
        if line.recovery:
            _check_recovery(ledger, line, before)
        else:
            _check_claimable(ledger, line, before)
        before.append(line)


def unrecovered(ledger: Ledger, event: str) -> list[FundingLine]:
    """The lines that take back what was claimed for a voided event, and has not been taken back."""
    voided = ledger.voided.get(event)
    if voided is None:
        return []
    due = [taken_back(line, voided) for line in ledger.claimed.get(event, ())]
    for line in ledger.recovered.get(event, ()):
        due.remove(line)
    return due


def _check_recovery(ledger: Ledger, line: FundingLine, before: list[FundingLine]) -> None:
    """Refuse to take back what was not claimed, or what was taken back before."""
    due = unrecovered(ledger, line.event or "")
    if before.count(line) >= due.count(line):
        raise IllegalEvent("taken back, but not claimed before", _told(line), "what was claimed, once, when voided")


def _check_claimable(ledger: Ledger, line: FundingLine, before: list[FundingLine]) -> None:
    """Refuse to claim what does not count, or was claimed before."""
    event = ledger.named.get(line.event or "")
    if event is None or isinstance(event, Claimed) or line.event in ledger.voided:
        raise IllegalEvent("a claim of what is not recorded, or voided", _told(line), "what `claim` gives")
    if line.amount is None or line.amount <= NOTHING or not line.certain:
        raise IllegalEvent("a claim of no amount that is due", _told(line), "what `claim` gives")
    if line.academic_year not in {year.academic_year for year in ledger.programme.years if _is_of(event, year)}:
        raise IllegalEvent(
            "not of the year of what it claims", f"{_told(line)}, {line.academic_year}", "what `claim` gives"
        )
    claimed = [one for one in (*ledger.claimed.get(event.id, ()), *before) if one.event == event.id]
    if isinstance(event, Delivered):
        _check_days(event, line, claimed)
        return
    twice = any(one.item == line.item for one in claimed)
    if twice or not isinstance(event, DepartmentStarted | CostIncurred):
        raise IllegalEvent("claimed before" if twice else "a claim of what brings no money", _told(line), "each once")
    if isinstance(event, CostIncurred) and (line.item, line.amount) != (event.item, event.amount):
        raise IllegalEvent("not what the cost came to", _told(line), f"{event.amount} for {event.item}")


def _is_of(event: Live, year: Year) -> bool:
    """Whether an event can bring money in a year: in its own, and a department in those that follow."""
    if isinstance(event, DepartmentStarted):
        return event.on <= year.academic_year.end
    return event.on in year.academic_year


def _check_days(event: Delivered, line: FundingLine, claimed: list[FundingLine]) -> None:
    """Refuse to claim other days than were delivered, or more."""
    if line.item != event.activity or not isinstance(line.days, Days) or line.rate is None:
        raise IllegalEvent("not what was delivered", _told(line), f"days of {event.activity}, at a rate")
    if line.amount != line.days * line.rate:
        raise IllegalEvent("not what the days come to", _told(line), str(line.days * line.rate))
    half_days = sum(one.days.half_days for one in (*claimed, line) if isinstance(one.days, Days))
    if half_days > event.days.half_days:
        raise IllegalEvent("more days than were delivered", _told(line), f"{event.days} in all")


def _told(line: FundingLine) -> str:
    """A line in a few words."""
    return f"{line.amount} for {line.item} by {line.event}"
