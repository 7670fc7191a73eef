"""What a participation comes to: earned, planned, not published, and free for others, side by side."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mastery_programme.accounts import account_of, in_order, is_claimed, is_due
from mastery_programme.earning import is_within, statement_of
from mastery_programme.events import CostIncurred, DepartmentStarted
from mastery_programme.forecasts import Forecast
from mastery_programme.funding import cost_lines, estimates_of, grant_lines, missing_for_pay, release_line
from mastery_programme.funding_lines import FundingLine
from mastery_programme.ledger import Ledger
from mastery_programme.money import NOTHING, Money, sum_of
from mastery_programme.options import days_of, slots
from mastery_programme.participation import Participation, ledger_of
from mastery_programme.parts import Grant
from mastery_programme.remainders import Remainder, remainders
from mastery_programme.routing import route_rulings
from mastery_programme.tenures import Standing
from mastery_programme.terms import check_day
from mastery_programme.tracking import check_participation


def forecast(
    participation: Participation, on: date | None = None, *, estimates: Mapping[str, Money] | None = None
) -> Forecast:
    """What a participation comes to in all, as it looks on a day.

    Args:
        participation: the participation.
        on: the day: what is recorded up to it is earned, what is recorded for later is planned, and what is left of a
            year that ended before it is free. If left out, all that is recorded is earned and no year has ended.
        estimates: amounts for items that are not published, by the item's id, as `fund` takes them: what to reckon
            with in each year in all, so that what an item has come to already comes off.

    Returns:
        What is earned; what is planned: the days, departments and costs that are still to come; and what falls free,
        since its year is over or nobody takes part any more.

    Raises:
        InvalidArgument: if it is no `Participation` that is asked.
        InvalidPeriod: if the day is none.
        InvalidEstimate: for an estimate that `fund` refuses.

    Source:
        FUN-1 to FUN-6 of Cohort 4.
    """
    check_participation(participation)
    if on is not None:
        check_day(on, "not a day to look from")
    programme = participation.programme
    reckoned = {} if estimates is None else dict(estimates_of(programme, estimates))
    ledger = ledger_of(participation)
    account = account_of(ledger, participation.supported_departments)
    lines = in_order((*account.settled, *account.fresh), ledger)
    planned = [line for line in lines if on is not None and not is_within(line, None, on)]
    free: list[FundingLine] = []
    for left in remainders(ledger, account.used):
        if ledger.standing is Standing.TAKING_PART and (on is None or on <= left.year.academic_year.end):
            planned += _to_come(participation, ledger, left, _less(reckoned, left, lines))
            planned += cost_lines(programme, left.year, left.routes, _less(reckoned, left, lines))
        else:
            free += _to_come(participation, ledger, left, {})
    due = {item for line in (*lines, *planned) for item in (line.item, line.activity, *line.alternatives)}
    return Forecast(
        participation=participation.id,
        edition=programme.id,
        title=f"{programme}: {participation.headline}",
        on=on,
        earned=statement_of(participation, (line for line in lines if is_within(line, None, on)), "earned"),
        planned=statement_of(
            participation,
            planned,
            "planned",
            _missing(ledger),
            tuple(item for item in reckoned if item not in due),
        ),
        free=statement_of(participation, free, "free for others"),
    )


def _missing(ledger: Ledger) -> tuple[str, ...]:
    """The facts that would settle what is still open for the lead teacher who takes part."""
    if ledger.standing is not Standing.TAKING_PART:
        return ()
    tenure = ledger.tenures[-1]
    rulings = zip(route_rulings(ledger.programme, tenure.facts), ledger.routes(tenure), strict=True)
    return missing_for_pay(ledger.programme, (ruling for ruling, outcomes in rulings if len(outcomes) > 1))


def _less(estimates: Mapping[str, Money], left: Remainder, lines: Iterable[FundingLine]) -> dict[str, Money]:
    """What is still to be reckoned with in a year: the estimates without what their items have come to."""
    of_year = [line for line in lines if line.academic_year == left.year.academic_year]
    spent = {item: sum_of(line.at_least for line in of_year if line.item == item) for item in estimates}
    return {item: max(NOTHING, estimate - spent[item]) for item, estimate in estimates.items()}


def _to_come(
    participation: Participation, ledger: Ledger, left: Remainder, estimates: Mapping[str, Money]
) -> Iterator[FundingLine]:
    """The lines of the days and grants that are left of a year."""
    programme = participation.programme
    for slot in slots(left.activities, left.routes):
        days = days_of(slot)
        if days is None or days:
            yield release_line(programme.id, left.year, slot, estimates)
    for grant in programme.grants:
        number = _number_left(participation, ledger, grant)
        if grant.year == left.year.number and number != 0:
            yield from grant_lines(programme, grant, left.routes, number, estimates)


def _number_left(participation: Participation, ledger: Ledger, grant: Grant) -> int | None:
    """For how many departments a grant is still to come; None for an amount that is paid once and was not yet."""
    if grant.departments is None:
        return 0 if any(cost.item == grant.id for cost in ledger.live(CostIncurred)) else None
    started = sum(
        is_claimed(ledger, grant, event) or is_due(ledger, grant, event) for event in ledger.live(DepartmentStarted)
    )
    agreed = participation.supported_departments
    return max(0, (grant.departments if agreed is None else agreed) - started)
