"""Who is paid what, and when: lines that hold their own figures, and totals by any grouping."""

from collections.abc import Iterable, Iterator, Mapping

from mastery_programme.errors import InvalidCount, InvalidEstimate
from mastery_programme.facts import Value
from mastery_programme.funding_lines import FundingLine
from mastery_programme.hints import nearest
from mastery_programme.money import NOTHING, Money, sum_of
from mastery_programme.numerals import whole
from mastery_programme.options import Routes, Slot, days_of, either_pay, prospect, slots, sum_pay
from mastery_programme.parts import MOST_DEPARTMENTS, CoveredCost, Grant, Purpose, Year
from mastery_programme.programme import Programme
from mastery_programme.reasoning import Ruling
from mastery_programme.routing import missing_facts, read_facts, route_rulings, route_state
from mastery_programme.statements import FundingStatement

MOST_ESTIMATED = Money(10**9)
"""No estimate is larger."""

Estimates = Mapping[str, Money]
"""For items whose amounts are not published, what the caller reckons with: for each year in which they fall."""


def fund(
    programme: Programme,
    facts: Mapping[str, object] | None = None,
    *,
    supported_departments: int | None = None,
    estimates: Estimates | None = None,
) -> FundingStatement:
    """Who is paid what for one school's participation.

    Args:
        programme: the edition.
        facts: what is known, by name; those on which nothing turns here are checked and ignored.
        supported_departments: how many other departments the specialist supports, from 0 to 20; the edition's own
            number if left out.
        estimates: amounts for items that are not published, by the item's id: what to reckon with in each year
            (of a grant: for each department).

    Returns:
        A line for each payment, in the order of the years; unpublished items are lines too.

    Raises:
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.
        InvalidArgument: if it is no `Programme` that is asked.
        InvalidCount: if the number of departments is not a whole number from 0 to 20.
        InvalidEstimate: for an item that is published or not there, or an amount that is no `Money`, is negative,
            or is more than a thousand million pounds.

    Source:
        FUN-1 to FUN-6, PAR-2, PAR-6 of Cohort 4, read as OPEN-1, OPEN-2, OPEN-4, OPEN-5, OPEN-15 and OPEN-16 say.

    >>> from mastery_programme import SECONDARY_COHORT_4, fund
    >>> str(fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True}).total)
    'at least £15,250.00, plus travel (amount not published)'
    """
    known = read_facts(programme, facts)
    departments = None if supported_departments is None else departments_of(supported_departments)
    reckoned = () if estimates is None else estimates_of(programme, estimates)
    key = ("fund", route_state(programme, known), departments, reckoned)
    kept: FundingStatement | None = programme.memo.get(key)
    if kept is not None:
        return kept
    return programme.memo.keep(key, _statement(programme, known, departments, dict(reckoned)))


def departments_of(given: object) -> int:
    """A number of supported departments; raises `InvalidCount`."""
    number = whole(given)
    if number is None or not 0 <= number <= MOST_DEPARTMENTS:
        allowed = f"a whole number from 0 to {MOST_DEPARTMENTS}"
        raise InvalidCount("not a number of supported departments", given, allowed)
    return number


def estimates_of(programme: Programme, estimates: Estimates) -> tuple[tuple[str, Money], ...]:
    """Estimates by item, read once and in a stated order; raises `InvalidEstimate`."""
    if not isinstance(estimates, Mapping):
        raise InvalidEstimate("not estimates by item", estimates, "a mapping from ids of items to Money")
    unpublished, published = items_of(programme)
    given = dict(estimates.items())
    for item, amount in given.items():
        allowed = f"unpublished are {', '.join(unpublished) or 'none'}"
        if item in published:
            raise InvalidEstimate("this is published, so not to be estimated", item, allowed)
        if item not in unpublished:
            raise InvalidEstimate("no such unpublished item", item, allowed, nearest(item, unpublished))
        if not isinstance(amount, Money) or not NOTHING <= amount <= MOST_ESTIMATED:
            told = str(amount) if isinstance(amount, Money) else amount
            raise InvalidEstimate(f"not an estimate of {item}", told, "Money, up to a thousand million pounds")
    return tuple((item, given[item]) for item in unpublished if item in given)


def items_of(programme: Programme) -> tuple[dict[str, None], set[str]]:
    """The ids of all items that are paid for: those not published, in order, and those published."""
    priced: list[tuple[str, bool]] = [
        (activity.id, activity.rate is not None and activity.days is not None)
        for year in programme.years
        for activity in year.activities
    ]
    priced += [(grant.id, grant.amount is not None) for grant in programme.grants]
    priced += [(cost.id, False) for cost in programme.covered_costs]
    unpublished = dict.fromkeys(item for item, published in priced if not published)
    return unpublished, {item for item, _ in priced} - unpublished.keys()


def _statement(
    programme: Programme, known: Mapping[str, Value], departments: int | None, estimates: Estimates
) -> FundingStatement:
    """The statement that follows from what is known, a number of departments, and estimates."""
    rulings = route_rulings(programme, known)
    routes = tuple(ruling.possible for ruling in rulings)
    missing = missing_for_pay(programme, rulings)
    lines = tuple(line for year in programme.years for line in _lines(programme, year, routes, departments, estimates))
    due = {item for line in lines for item in (line.item, line.activity, *line.alternatives)}
    return FundingStatement(
        edition=programme.id,
        title=str(programme),
        lines=lines,
        missing=missing,
        questions=tuple(programme.facts[name].ask for name in missing),
        activities=activities_of(programme),
        not_due=tuple(item for item in estimates if item not in due),
    )


def missing_for_pay(programme: Programme, rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """The facts that would settle these rulings as far as anything that is paid hangs on them."""
    paid = {item.route for item in programme.items}
    paid.update(activity.route for year in programme.years for activity in year.activities)
    return missing_facts(programme, (ruling for ruling in rulings if not paid.isdisjoint(ruling.possible)))


def activities_of(programme: Programme) -> tuple[str, ...]:
    """The ids of all activities of an edition, each once."""
    return tuple(dict.fromkeys(activity.id for year in programme.years for activity in year.activities))


def _lines(
    programme: Programme, year: Year, routes: Routes, departments: int | None, estimates: Estimates
) -> Iterator[FundingLine]:
    """The lines of a year: its release days, then its grants, then the costs that are covered."""
    yield from _release_lines(programme, year, routes, estimates)
    for grant in programme.grants:
        if grant.year == year.number:
            number = departments if departments is not None and grant.departments is not None else grant.departments
            yield from grant_lines(programme, grant, routes, number, estimates)
    yield from cost_lines(programme, year, routes, estimates)


def grant_lines(
    programme: Programme, grant: Grant, routes: Routes, number: int | None, estimates: Estimates
) -> Iterator[FundingLine]:
    """The line of a grant for so many departments, or once if there is no number; none if it is not due."""
    due = prospect(grant.route, routes)
    if due == "not due":
        return
    times = 1 if number is None else number
    published = NOTHING if times == 0 else None if grant.amount is None else grant.amount * times
    estimate = estimates.get(grant.id)
    reckoned = None if estimate is None else estimate * times
    year = programme.years[grant.year - 1]
    yield item_line(programme.id, year, grant, (published, reckoned), number, certain=due == "due")


def cost_lines(programme: Programme, year: Year, routes: Routes, estimates: Estimates) -> Iterator[FundingLine]:
    """The lines of the costs that are covered in a year."""
    for cost in programme.covered_costs:
        due = prospect(cost.route, routes)
        if year.number in cost.years and due != "not due":
            yield item_line(programme.id, year, cost, (None, estimates.get(cost.id)), None, certain=due == "due")


def _release_lines(programme: Programme, year: Year, routes: Routes, estimates: Estimates) -> tuple[FundingLine, ...]:
    """The lines for release days, which many profiles share and so are remembered."""
    key = ("release", year.number, routes, tuple((one.id, estimates.get(one.id)) for one in year.activities))
    kept: tuple[FundingLine, ...] | None = programme.memo.get(key)
    if kept is not None:
        return kept
    lines = tuple(release_line(programme.id, year, slot, estimates) for slot in slots(year.activities, routes))
    return programme.memo.keep(key, lines)


def release_line(edition: str, year: Year, slot: Slot, estimates: Estimates) -> FundingLine:
    """The line for the release days of a place in a year."""
    unpublished = {one.id: one.title for one in slot.activities if one.rate is None or one.days is None}
    estimated = bool(unpublished) and unpublished.keys() <= estimates.keys()
    spans = [sum_pay(option, estimates) for option in slot.options]
    bounds = either_pay(spans)
    if_due = {
        span.most if estimated or span.least == span.most else None
        for span, option in zip(spans, slot.options, strict=True)
        if option
    }
    reckoned = max(
        sum_of(estimates[one.id] for one in option if one.id in unpublished and one.id in estimates)
        for option in slot.options
    )
    rates = {activity.rate for activity in slot.activities}
    rate_sources = [one.rate_source.clause for one in slot.activities if one.rate_source is not None]
    return FundingLine(
        edition=edition,
        academic_year=year.academic_year,
        item=" or ".join(slot.alternatives) or slot.activities[0].id,
        title=slot.title,
        activity=slot.activity,
        alternatives=slot.alternatives,
        purpose=Purpose.RELEASE,
        payee=slot.activities[0].payee,  # one for all of them: an edition is checked for that
        departments=None,
        days=days_of(slot),
        rate=rates.pop() if len(rates) == 1 else None,
        amount=if_due.pop() if len(if_due) == 1 else None,
        at_least=bounds.least,
        at_most=bounds.most,
        reckoned=reckoned,
        published=not unpublished,
        estimated=estimated,
        certain=slot.certain,
        clauses=tuple(dict.fromkeys(activity.source.clause for activity in slot.activities)),
        rate_clauses=tuple(dict.fromkeys(rate_sources)),
        unpublished=() if estimated else tuple(unpublished.items()),
    )


def item_line(
    edition: str,
    year: Year,
    part: Grant | CoveredCost,
    amounts: tuple[Money | None, Money | None],
    departments: int | None,
    *,
    certain: bool,
) -> FundingLine:
    """The line for a grant or a covered cost, with the amount that is published and the one that is estimated."""
    published, estimate = amounts
    amount = estimate if published is None else published
    return FundingLine(
        edition=edition,
        academic_year=year.academic_year,
        item=part.id,
        title=part.title,
        activity=part.activity,
        alternatives=(),
        purpose=part.purpose,
        payee=part.payee,
        departments=departments,
        days=None,
        rate=None,
        amount=amount,
        at_least=published if published is not None and certain else NOTHING,
        at_most=amount,
        reckoned=NOTHING if estimate is None else estimate,
        published=published is not None,
        estimated=published is None and estimate is not None,
        certain=certain,
        clauses=(part.source.clause,),
        rate_clauses=(),
        unpublished=() if amount is not None else ((part.id, part.title),),
    )
