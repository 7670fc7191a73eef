"""What has been earned by what was recorded, and what of it can be claimed."""

from collections.abc import Iterable
from datetime import date

from mastery_programme.accounts import account_of, in_order
from mastery_programme.errors import InvalidPeriod
from mastery_programme.funding import activities_of
from mastery_programme.funding_lines import FundingLine
from mastery_programme.participation import Participation, ledger_of
from mastery_programme.statements import FundingStatement
from mastery_programme.terms import check_day
from mastery_programme.tracking import check_participation


def earned(participation: Participation, until: date | None = None) -> FundingStatement:
    """Who has earned what by what was recorded, up to a day.

    Args:
        participation: the participation.
        until: the last day that counts; all that is recorded if left out.

    Returns:
        A line for each delivery as far as its days are allowed, for each department as far as its support is agreed,
        and for each cost at what it came to, in the order of their days. What was claimed is as it was claimed,
        also if the edition was corrected since; what was claimed and then voided is there twice, the second time
        taken back.

    Raises:
        InvalidArgument: if it is no `Participation` that is asked.
        InvalidPeriod: if the day is none.

    Source:
        FUN-1 to FUN-6 of Cohort 4.
    """
    check_participation(participation)
    last = _last(until)
    ledger = ledger_of(participation)
    account = account_of(ledger, participation.supported_departments)
    lines = in_order((line for line in (*account.settled, *account.fresh) if is_within(line, None, last)), ledger)
    return statement_of(participation, lines, "earned" if until is None else f"earned up to {until}")


def claim(participation: Participation, until: date, *, since: date | None = None) -> FundingStatement:
    """What can be claimed for a period: what was earned in it and has not been claimed.

    Record it as a `Claimed` event when it is claimed. Without a first day a claim takes in everything before, also what
    was recorded or became due late, so that claims add up to what is `earned`. So do claims for periods that follow
    one another, if none of them is recorded in between.

    Args:
        participation: the participation.
        until: the last day of the period.
        since: its first day; from the beginning if left out.

    Returns:
        The lines that are certain and have an amount, in the order of their days; what has none, or is not certain, is
        in no claim, and `earned` names it. What was claimed before and has been
        voided is taken back by a line of its own, dated by the voiding, at the rate at which it was claimed.

    Raises:
        InvalidArgument: if it is no `Participation` that is asked.
        InvalidPeriod: if a day is none, or the last is before the first.

    Source:
        FUN-1 to FUN-6 of Cohort 4.
    """
    check_participation(participation)
    check_day(until, "not the last day of a period")
    if since is not None:
        check_day(since, "not the first day of a period")
    if since is not None and until < since:
        raise InvalidPeriod("a period that ends before it begins", str(until), f"not before {since}")
    account = account_of(ledger_of(participation), participation.supported_departments)
    lines = tuple(line for line in account.fresh if is_within(line, since, until) and line.certain and line.amount)
    period = f"up to {until}" if since is None else f"from {since} to {until}"
    return statement_of(participation, lines, f"claim {period}")


def _last(until: date | None) -> date | None:
    """The last day that counts, if there is one; raises `InvalidPeriod` for what is no day."""
    if until is not None:
        check_day(until, "not the last day that counts")
    return until


def is_within(line: FundingLine, since: date | None, until: date | None) -> bool:
    """Whether a dated line falls into a period."""
    on = line.on
    return on is not None and (since is None or since <= on) and (until is None or on <= until)


def statement_of(
    participation: Participation,
    lines: Iterable[FundingLine],
    what: str,
    missing: tuple[str, ...] = (),
    not_due: tuple[str, ...] = (),
) -> FundingStatement:
    """A statement of some lines of a participation.

    Args:
        participation: the participation.
        lines: the lines, in order.
        what: what they are, in words.
        missing: the unknown facts that would settle what is open in them.
        not_due: the ids of items that were estimated although nothing is due for them.
    """
    programme = participation.programme
    return FundingStatement(
        edition=programme.id,
        title=f"{programme}: {participation.headline}: {what}",
        lines=tuple(lines),
        missing=missing,
        questions=tuple(programme.facts[name].ask for name in missing),
        activities=activities_of(programme),
        not_due=not_due,
    )
