"""Who is paid what, and when: lines that hold their own figures, and totals by any grouping."""

from collections.abc import Iterator, Mapping

from mastery_programme.errors import InvalidCount, InvalidEstimate, nearest
from mastery_programme.money import NOTHING, Money
from mastery_programme.numerals import whole
from mastery_programme.options import Routes, Slot, certainty, days_of, either_pay, slots, sum_pay
from mastery_programme.parts import MOST_DEPARTMENTS, CoveredCost, Grant, Payee, Purpose, Year
from mastery_programme.programme import Programme
from mastery_programme.routing import missing_facts, route_rulings, route_state
from mastery_programme.statements import FundingLine, FundingStatement

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
        InvalidCount: if the number of departments is not a whole number from 0 to 20.
        InvalidEstimate: for an item that is published or not there, or an amount that is no money or negative.

    Source:
        FUN-1 to FUN-6, PAR-2, PAR-6 of Cohort 4, read as OPEN-1, OPEN-2, OPEN-4, OPEN-5, OPEN-15 and OPEN-16 say.

    >>> from mastery_programme import SECONDARY_COHORT_4, fund
    >>> str(fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True}).total)
    'at least £15,250.00, plus travel (amount not published)'
    """
    state = route_state(programme, facts)
    departments = None if supported_departments is None else _departments(supported_departments)
    reckoned = () if estimates is None else _estimates(programme, estimates)
    key = ("fund", state, departments, reckoned)
    kept: FundingStatement | None = programme.memo.get(key)
    if kept is not None:
        return kept
    return programme.memo.keep(key, _statement(programme, facts, departments, dict(reckoned)))


def _departments(given: object) -> int:
    """A number of supported departments; raises `InvalidCount`."""
    number = whole(given)
    if number is None or not 0 <= number <= MOST_DEPARTMENTS:
        raise InvalidCount(
            "not a number of supported departments", given, f"a whole number from 0 to {MOST_DEPARTMENTS}"
        )
    return number


def _estimates(programme: Programme, estimates: Estimates) -> tuple[tuple[str, Money], ...]:
    """Estimates by item, in a stated order; raises `InvalidEstimate`."""
    if not isinstance(estimates, Mapping):
        raise InvalidEstimate("not estimates by item", estimates, "a mapping from ids of items to Money")
    unpublished, published = _items(programme)
    for item, amount in estimates.items():
        if item in published:
            raise InvalidEstimate("this is published, so not to be estimated", item, f"one of {sorted(unpublished)}")
        if item not in unpublished:
            near = nearest(item, unpublished)
            raise InvalidEstimate("no such unpublished item", item, f"one of {sorted(unpublished)}", near)
        if not isinstance(amount, Money) or amount < NOTHING:
            told = str(amount) if isinstance(amount, Money) else amount
            raise InvalidEstimate(f"not an estimate of {item}", told, "Money, of at least nothing")
    return tuple((item, estimates[item]) for item in unpublished if item in estimates)


def _items(programme: Programme) -> tuple[dict[str, None], set[str]]:
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
    programme: Programme, facts: Mapping[str, object] | None, departments: int | None, estimates: Estimates
) -> FundingStatement:
    """The statement that follows from facts, a number of departments, and estimates."""
    rulings = route_rulings(programme, facts)
    routes = [ruling.possible for ruling in rulings]
    paid = {item.route for item in programme.items}
    paid.update(activity.route for year in programme.years for activity in year.activities)
    missing = missing_facts(programme, (ruling for ruling in rulings if not paid.isdisjoint(ruling.possible)))
    return FundingStatement(
        edition=programme.id,
        title=str(programme),
        lines=tuple(
            line for year in programme.years for line in _lines(programme, year, routes, departments, estimates)
        ),
        missing=missing,
        questions=tuple(programme.facts[name].ask for name in missing),
        activities=tuple(dict.fromkeys(activity.id for year in programme.years for activity in year.activities)),
    )


def _lines(
    programme: Programme, year: Year, routes: Routes, departments: int | None, estimates: Estimates
) -> Iterator[FundingLine]:
    """The lines of a year: its release days, then its grants, then the costs that are covered."""
    for slot in slots(year.activities, routes):
        yield _release(programme.id, year, slot, estimates)
    for grant in programme.grants:
        certain = certainty(grant.route, routes)
        if grant.year == year.number and certain is not None:
            number = grant.departments if departments is None else departments
            estimate = estimates.get(grant.id)
            published = None if grant.amount is None else grant.amount * number
            reckoned = None if estimate is None else estimate * number
            yield _item(programme.id, year, grant, (published, reckoned), number, certain=certain)
    for cost in programme.covered_costs:
        certain = certainty(cost.route, routes)
        if year.number in cost.years and certain is not None:
            yield _item(programme.id, year, cost, (None, estimates.get(cost.id)), None, certain=certain)


def _release(edition: str, year: Year, slot: Slot, estimates: Estimates) -> FundingLine:
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
        payee=Payee.LEAD_SCHOOL,
        departments=None,
        days=days_of(slot),
        rate=rates.pop() if len(rates) == 1 else None,
        amount=if_due.pop() if len(if_due) == 1 else None,
        at_least=bounds.least,
        at_most=bounds.most,
        published=not unpublished,
        estimated=estimated,
        certain=slot.certain,
        clauses=tuple(dict.fromkeys(activity.source.clause for activity in slot.activities)),
        rate_clauses=tuple(dict.fromkeys(rate_sources)),
        unpublished=() if estimated else tuple(unpublished.items()),
    )


def _item(
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
        published=published is not None,
        estimated=published is None and estimate is not None,
        certain=certain,
        clauses=(part.source.clause,),
        rate_clauses=(),
        unpublished=() if amount is not None else ((part.id, part.title),),
    )
