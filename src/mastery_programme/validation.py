"""Every flaw of an edition: one function a check, each naming where the flaw is.

The checks take the parts that they look at, and yield a sentence for each flaw. They rely on the parts being what
their annotations say, which `shapes` checks before.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TypeVar

from mastery_programme.criteria import MET, NOT_MET, Criterion
from mastery_programme.days import Days
from mastery_programme.hints import Hints
from mastery_programme.hubs import Hub, name_key
from mastery_programme.moments import has_offset, instant
from mastery_programme.money import MOST_PENCE, NOTHING, Money
from mastery_programme.options import Way
from mastery_programme.parts import (
    MOST_DEPARTMENTS,
    NOTHING_HAPPENS,
    Activity,
    CoveredCost,
    Duty,
    Grant,
    Milestone,
    OpenQuestion,
    PublishedTotal,
    Year,
)
from mastery_programme.reasoning import Flaw, flaws
from mastery_programme.regions import Looks
from mastery_programme.rules import Ruleset
from mastery_programme.sources import Document, Source

MOST_LOOKED_AT = 100
"""No more flaws of one ruleset are looked at: rules that forget what they override contradict each other very often."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Amount = TypeVar("Amount", Days, Money)


def repeated(what: str, names: Iterable[Hashable]) -> Iterator[str]:
    """Names that stand more than once where each has to be different."""
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{what} {name!r} stands {times} times"


def years_out_of_order(years: Sequence[Year]) -> Iterator[str]:
    """Years that are not numbered from 1, or whose academic years do not follow on from one another."""
    if not years:
        yield "years: an edition has at least one year"
    for number, year in enumerate(years, 1):
        if year.number != number:
            yield f"year {year.number}: stands where year {number} is expected"
    for before, after in pairwise(years):
        if after.academic_year.first != before.academic_year.first + 1:
            yield (
                f"year {after.number}: {after.academic_year} does not follow on from {before.academic_year}, "
                f"the academic year of year {before.number}"
            )


def activities_ill_defined(years: Iterable[Year]) -> Iterator[str]:
    """Activities that stand twice in one year, and rates that cannot be paid or are not cited."""
    for year in years:
        yield from repeated(f"year {year.number}: the activity id", (activity.id for activity in year.activities))
        for activity in year.activities:
            where = f"year {year.number}, activity {activity.id!r}"
            if activity.rate is not None and activity.rate < NOTHING:
                yield f"{where}: the rate {activity.rate} is below nothing"
            elif activity.rate is not None and activity.rate.in_pence % 2:
                yield f"{where}: the rate {activity.rate} is not an even number of pence, as half a day needs"
            if (activity.rate is None) != (activity.rate_source is None):
                yield f"{where}: a rate and the source of the rate go together"
            if activity.sessions is not None and activity.sessions < 1:
                yield f"{where}: {activity.sessions} sessions"


def items_named_as_activities(items: Iterable[Grant | CoveredCost], years: Iterable[Year]) -> Iterator[str]:
    """Grants and costs that have the id of an activity, so that nobody could tell which is not published."""
    taken = {activity.id for year in years for activity in year.activities}
    for item in items:
        if item.id in taken:
            yield f"item {item.id!r}: an activity has this id too"


def rulesets_flawed(rulesets: Iterable[Ruleset], looks: Looks) -> Iterator[str]:
    """Conflicts, gaps and dead rules; raises `InvalidRuleset` if the looks are used up."""
    for ruleset in rulesets:
        looked_at = tuple(islice(flaws(ruleset, looks), MOST_LOOKED_AT))
        alike: dict[tuple[str, ...], list[Flaw]] = {}
        for flaw in looked_at:
            alike.setdefault((flaw.kind, *flaw.rules[:2]), []).append(flaw)
        for first, *others in alike.values():
            cases = f" (one of {len(others) + 1} cases)" if others else ""
            yield f"ruleset {ruleset.id!r}: {first}{cases}"
        if len(looked_at) == MOST_LOOKED_AT:
            yield f"ruleset {ruleset.id!r}: there may be more; {MOST_LOOKED_AT} cases were looked at"


def criteria_undecided(criteria: Iterable[Criterion]) -> Iterator[str]:
    """Criteria whose rules answer anything but met or not met."""
    for criterion in criteria:
        for outcome in criterion.ruleset.outcomes:
            if outcome not in {MET, NOT_MET}:
                yield f"criterion {criterion.id!r}: the outcome {outcome!r} is neither {MET!r} nor {NOT_MET!r}"


def facts_redefined(rulesets: Iterable[Ruleset]) -> Iterator[str]:
    """Names of facts that two rulesets define differently."""
    defined: dict[str, tuple[str, object]] = {}
    for ruleset in rulesets:
        for name, fact in ruleset.facts.items():
            first, definition = defined.setdefault(name, (ruleset.id, fact))
            if definition != fact:
                yield f"fact {name!r}: ruleset {ruleset.id!r} defines it differently from {first!r}"


def routes_not_covered(
    routes: Iterable[Ruleset], parts: Sequence[tuple[str, Activity | Duty | Grant | CoveredCost]]
) -> Iterator[str]:
    """Outcomes of routes under which nothing happens, outcomes of two routes, and parts under no route's outcome."""
    outcomes = [outcome for route in routes for outcome in route.outcomes if outcome != NOTHING_HAPPENS]
    yield from repeated("the route outcome", outcomes)
    for outcome in dict.fromkeys(outcomes):
        if all(part.route != outcome for _, part in parts):
            yield f"route outcome {outcome!r}: nothing happens under it"
    hints = Hints()
    for where, part in parts:
        if part.route is not None and part.route not in outcomes:
            yield f"{where}: {part.route!r} is no outcome of a route{hints.said(part.route, outcomes)}"


def payees_of_alternatives(years: Iterable[Year], routes: Iterable[Ruleset]) -> Iterator[str]:
    """Routes whose alternatives in one year are paid to different payees, so that one line could not stand for them."""
    for year in years:
        for route in routes:
            payees = {activity.payee for activity in year.activities if activity.route in route.outcomes}
            if len(payees) > 1:
                told = " and ".join(sorted(payees))
                yield f"year {year.number}, ruleset {route.id!r}: its alternatives are paid to {told}"


def references_unknown(
    years: Sequence[Year], grants: Iterable[Grant], costs: Iterable[CoveredCost], duties: Iterable[Duty]
) -> Iterator[str]:
    """Grants, costs and duties of years and activities that the edition does not have, and impossible amounts."""
    held = {year.number: {activity.id for activity in year.activities} for year in years}
    dated: list[tuple[str, tuple[int, ...], str | None]] = [
        *((f"grant {grant.id!r}", (grant.year,), grant.activity) for grant in grants),
        *((f"covered cost {cost.id!r}", cost.years, cost.activity) for cost in costs),
        *((f"duty {duty.id!r}", (duty.year,), None) for duty in duties if duty.year is not None),
    ]
    for where, numbers, activity in dated:
        yield from repeated(f"{where}: the year", numbers)
        if not numbers:
            yield f"{where}: falls in no year"
        for number in numbers:
            if number not in held:
                yield f"{where}: there is no year {number}"
            elif activity is not None and activity not in held[number]:
                yield f"{where}: year {number} has no activity {activity!r}"
    for grant in grants:
        if grant.departments is not None and not 0 <= grant.departments <= MOST_DEPARTMENTS:
            yield f"grant {grant.id!r}: {grant.departments} departments"
        times, paid = (
            (1, "once") if grant.departments is None else (MOST_DEPARTMENTS, f"up to {MOST_DEPARTMENTS} times")
        )
        if grant.amount is not None and not 0 <= grant.amount.in_pence * times <= MOST_PENCE:
            yield f"grant {grant.id!r}: {grant.amount}, paid {paid}, is out of bounds"


def sums_impossible(years: Iterable[Year], ways: Iterable[tuple[Way, ...]]) -> Iterator[str]:
    """Years whose days or funding are out of all bounds; those with activities that are ill defined are told above."""
    for year, its_ways in zip(years, ways, strict=True):
        if not any(activities_ill_defined((year,))):
            refusals = (way.refusal for way in its_ways if way.refusal)
            yield from (f"year {year.number}: cannot be added up: {refusal}" for refusal in refusals)


def totals_not_met(
    totals: Iterable[PublishedTotal], years: Iterable[Year], ways: Iterable[tuple[Way, ...]]
) -> Iterator[str]:
    """Published totals that differ from the sum of their parts, in any way through the routes."""
    by_number = {year.number: its_ways for year, its_ways in zip(years, ways, strict=True)}
    for total in totals:
        where = f"published total {total.id!r}"
        if total.year not in by_number:
            yield f"{where}: there is no year {total.year}"
            continue
        for way in by_number[total.year]:
            come_to = _other_sum(total.total, way)
            if come_to is not None:
                parts = ", ".join(activity.id for activity in way.activities)
                yield f"{where}: the document prints {total.total}, its parts ({parts}) come to {come_to}"


def _other_sum(total: Days | Money, way: Way) -> str | None:
    """What activities come to, in words, if a total cannot be their sum; None if it can, or if they have no sum."""
    if way.sums is None:
        return None
    days, pay = way.sums
    return _difference(total, *days) if isinstance(total, Days) else _difference(total, *pay)


def _difference(total: Amount, least: Amount, most: Amount | None) -> str | None:
    """What the parts come to, in words, if the total is not between their least and their most; else None."""
    if total >= least and (most is None or total <= most):
        return None
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"between {least} and {most}"


def milestones_misdated(milestones: Sequence[Milestone]) -> Iterator[str]:
    """Milestones without one date, without an offset from UTC, on another weekday than stated, or out of order."""
    for milestone in milestones:
        where = f"milestone {milestone.id!r}"
        day = milestone.day
        if (milestone.on is None) == (milestone.at is None):
            yield f"{where}: has either a day or a moment"
        elif milestone.at is not None and not has_offset(milestone.at):
            yield f"{where}: {milestone.at.isoformat()} has no offset from UTC, or is out of all bounds"
        elif day is not None and milestone.weekday is not None and WEEKDAYS[day.weekday()] != milestone.weekday:
            yield f"{where}: {day.isoformat()} is a {WEEKDAYS[day.weekday()]}, not a {milestone.weekday}"
    for before, after in pairwise(milestones):
        if _earlier(after, before):
            yield f"milestone {after.id!r}: {after} comes before {before.id!r}, {before}"


def _earlier(one: Milestone, other: Milestone) -> bool:
    """Whether one milestone is before another: two moments as moments, else as days."""
    if one.at is not None and other.at is not None:
        return has_offset(one.at) and has_offset(other.at) and instant(one.at) < instant(other.at)
    return one.day is not None and other.day is not None and one.day < other.day


def sources_unknown(documents: Sequence[Document], cited: Iterable[tuple[str, Source]]) -> Iterator[str]:
    """Citations of clauses that no document of the edition holds, and clauses of one document within another."""
    known: dict[tuple[str, str], Source] = {}
    yield from repeated("the clause id", (clause.clause for document in documents for clause in document.clauses))
    for document in documents:
        for clause in document.clauses:
            known[clause.document, clause.clause] = clause
            if clause.document != document.id:
                yield f"document {document.id!r}: clause {clause.clause!r} says that it is of {clause.document!r}"
    for where, source in dict.fromkeys(cited):
        if known.get((source.document, source.clause)) != source:
            held = "holds in other words" if (source.document, source.clause) in known else "does not hold"
            yield f"{where}: cites {source.clause!r} of {source.document!r}, which the edition {held}"


def questions_about_nothing(questions: Iterable[OpenQuestion]) -> Iterator[str]:
    """Open questions that name no clause that leaves them open."""
    for question in questions:
        if not question.sources:
            yield f"open question {question.id!r}: no clause leaves it open"


def hubs_alike(hubs: Iterable[Hub]) -> Iterator[str]:
    """Hubs whose names cannot be told apart, and hubs that nobody leads."""
    yield from repeated("the hub name", (name_key(hub.name) for hub in hubs))
    for hub in hubs:
        if not name_key(hub.name):
            yield f"hub {hub.name!r}: nobody could ask for it by this name"
        if not hub.leads:
            yield f"hub {hub.name!r}: nobody leads it"
