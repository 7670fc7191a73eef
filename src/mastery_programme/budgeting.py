"""What places come to: at hubs, in editions, by academic and financial year."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve

from mastery_programme.bases import Basis, check_basis, spread
from mastery_programme.budgets import Budget, BudgetRow
from mastery_programme.errors import InvalidEstimate
from mastery_programme.forecasting import forecast
from mastery_programme.funding import Estimates, estimates_of, fund, items_of
from mastery_programme.funding_lines import FundingLine, total_of
from mastery_programme.gathering import gather
from mastery_programme.hints import nearest
from mastery_programme.money import Money, Total
from mastery_programme.participation import Participation
from mastery_programme.parts import Payee, Purpose
from mastery_programme.profiles import Profile
from mastery_programme.programme import Programme
from mastery_programme.sums import Sum, total_of_totals
from mastery_programme.terms import check_day
from mastery_programme.years import AcademicYear, FinancialYear

Kind = tuple[AcademicYear, FinancialYear | None, Purpose, Payee, bool]
"""What money of one place is: its years, what it is for, who is paid, and whether it has been earned."""

Kinds = tuple[tuple[Kind, Total], ...]
"""Totals by kind."""

Sums = dict[tuple[str, int, Kind], Sum]
"""What places come to, by hub, edition (by its place among the editions) and kind."""


class Costed(NamedTuple):
    """What one place comes to, by kind, and what falls free of it."""

    totals: Kinds
    free: Kinds


def budget(
    given: Iterable[Profile | Participation],
    *,
    basis: Basis,
    estimates: Mapping[str, Money] | None = None,
    on: date | None = None,
) -> Budget:
    """What places come to, hub by hub, by academic and financial year; those that are alike are costed once.

    Args:
        given: profiles, such as `places_by_hub` makes, and participations, of any editions, together.
        basis: how what has no day is spread over time: `EvenlyByMonth`, `ByTerms`, `OnOneDay` or `Unscheduled`.
        estimates: amounts for items that are not published, by the item's id, as `fund` takes them; each for the
            editions that have such an item.
        on: for participations, the day on which it is looked at, as `forecast` takes it; what is planned falls on
            later days, or is unscheduled where the basis has none.

    Returns:
        Rows by hub, edition, years, purpose and payee: the same for the same places in any order. What falls free is
        told apart, and is in no row. A place that is given twice counts twice.

    Raises:
        InvalidArgument: if something else is given, or two different editions of one id.
        InvalidPeriod: if it is no such basis, the day is none, or a year is too late to be spread over.
        InvalidEstimate: for an estimate of what no edition leaves unpublished, or of no amount.
        InvalidMoney: if it comes to more than a million million pounds.

    Source:
        FUN-1 to FUN-6 of Cohort 4; no clause says when anything is paid.
    """
    check_basis(basis)
    if on is not None:
        check_day(on, "not a day to look from")
    gathered = gather(given, on)
    reckoned = _reckoned(gathered.editions, estimates)
    sums, frees, alike = Sums(), Sums(), dict[object, Costed]()
    for key, count in gathered.counts.items():
        hub, edition, _, _, last = key
        if key[1:] not in alike:
            one = gathered.firsts[key]
            alike[key[1:]] = _cost_alike(one, gathered.editions[edition], last, basis, reckoned[edition])
        _add(sums, frees, (hub, edition), alike[key[1:]], count)
    for edition, history in gathered.histories:
        _add(sums, frees, (history.hub, edition), _cost(history, basis, reckoned[edition], on), 1)
    free = total_of_totals(row.total for row in _rows(frees, gathered.editions))
    return Budget(gathered.number, _rows(sums, gathered.editions), free)


def _reckoned(editions: Sequence[Programme], estimates: Estimates | None) -> list[Estimates]:
    """For each edition the estimates of items that it leaves unpublished.

    Raises:
        InvalidEstimate: for an estimate of what no edition leaves unpublished, or of no amount.
    """
    given: object = {} if estimates is None else estimates
    if not isinstance(given, Mapping):
        raise InvalidEstimate("not estimates by item", given, "a mapping from ids of items to Money")
    items = [items_of(programme) for programme in editions]
    unpublished = dict.fromkeys(id for ids, _ in items for id in ids)
    for id in given if editions else ():
        if id not in unpublished:
            is_published = any(id in published for _, published in items)
            problem = "this is published, so not to be estimated" if is_published else "no such unpublished item"
            allowed = f"unpublished are {', '.join(unpublished) or 'none'}"
            raise InvalidEstimate(problem, id, allowed, None if is_published else nearest(id, unpublished))
    return [
        dict(estimates_of(programme, {id: amount for id, amount in given.items() if id in ids}))
        for programme, (ids, _) in zip(editions, items, strict=True)
    ]


def _cost_alike(
    one: Profile | Participation, programme: Programme, last: date | int | None, basis: Basis, estimates: Estimates
) -> Costed:
    """What a place comes to of which nothing is recorded yet: up to the end of a year, or as it looks on a day."""
    if isinstance(one, Participation) and isinstance(last, date):
        return _cost(one, basis, estimates, last)
    statement = fund(programme, one.facts, supported_departments=one.supported_departments, estimates=estimates)
    end = programme.years[last - 1 if isinstance(last, int) else -1].academic_year
    lines = tuple(line for line in statement.lines if line.academic_year <= end)
    costs = {cost.id for cost in programme.covered_costs}  # for what is paid as it arises, nothing is set aside
    free = (line for line in statement.lines if line.academic_year > end and line.item not in costs)
    return Costed(_by_kind((), spread(evolve(statement, lines=lines), basis).lines), _by_kind((), free))


def _cost(one: Participation, basis: Basis, estimates: Estimates, on: date | None) -> Costed:
    """What a participation comes to."""
    seen = forecast(one, on, estimates=estimates)
    return Costed(
        _by_kind(seen.earned.lines, spread(seen.planned, basis, after=on).lines), _by_kind((), seen.free.lines)
    )


def _by_kind(earned: Iterable[FundingLine], planned: Iterable[FundingLine]) -> Kinds:
    """Totals of lines by what their money is."""
    groups: dict[Kind, list[FundingLine]] = {}
    for lines, is_earned in ((earned, True), (planned, False)):
        for line in lines:
            kind = line.academic_year, line.financial_year, line.purpose, line.payee, is_earned
            groups.setdefault(kind, []).append(line)
    return tuple((kind, total_of(lines)) for kind, lines in groups.items())


def _add(sums: Sums, frees: Sums, where: tuple[str, int], costed: Costed, count: int) -> None:
    """Add what so many places at a hub come to, and what falls free of them."""
    for book, totals in ((sums, costed.totals), (frees, costed.free)):
        for kind, total in totals:
            book.setdefault((*where, kind), Sum()).add(total, count)


def _rows(sums: Sums, editions: Sequence[Programme]) -> tuple[BudgetRow, ...]:
    """The rows of a budget: hubs in the order of the documents, then editions, years, purposes and payees."""
    by_time = sorted(range(len(editions)), key=lambda one: (editions[one].years[0].academic_year, editions[one].id))
    ranks = {edition: rank for rank, edition in enumerate(by_time)}
    regions = [{hub.name: hub.region for hub in programme.hubs} for programme in editions]
    listed = (name for edition in by_time for name in regions[edition])
    hubs = _numbered((*listed, *sorted(hub for hub, _, _ in sums)))
    items = _numbered(item for edition in by_time for item in items_of(editions[edition])[0])

    def place(key: tuple[str, int, Kind]) -> tuple[object, ...]:
        """What puts rows in order; what is unscheduled comes last."""
        hub, edition, (academic, financial, purpose, payee, is_earned) = key
        when = academic, financial is None, financial or academic
        what = list(Purpose).index(purpose), list(Payee).index(payee), not is_earned
        return hubs[hub], ranks[edition], when, what

    return tuple(
        BudgetRow(hub, regions[edition].get(hub), editions[edition].id, *kind, sums[hub, edition, kind].total(items))
        for hub, edition, kind in sorted(sums, key=place)
    )


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """The place of each name, the first where it stands more than once."""
    return {name: place for place, name in enumerate(dict.fromkeys(names))}
