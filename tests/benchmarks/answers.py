"""What rulings and funding statements take, against the same answers written by hand; both are compared first."""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count, product

from attrs import fields

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Days,
    FundingLine,
    Money,
    Ruleset,
    Ruling,
    Total,
    decide,
    fund,
)
from tests.benchmarks import by_hand
from tests.benchmarks.timing import Figure, compare

PD_LEAD_DAYS = SECONDARY_COHORT_4.routes[0]
PD_LEAD_CASES: dict[str, dict[str, object]] = {
    "not known": {},
    "known": {"pd_lead_secondary": True},
}
POST_CASES: dict[str, dict[str, object]] = {
    "3 known": {"qts": True, "phase": "secondary", "years": 1},
    "all known": {"qts": True, "state_funded": True, "phase": "secondary", "years": 7, "leader": False},
}


def plain(ruling: Ruling) -> by_hand.Answer:
    """A ruling as the answer by hand is given."""
    clauses = tuple(rule.source.clause for rule in ruling.because)
    return ruling.outcome, ruling.possible, ruling.missing, clauses


def check_rulings() -> None:
    """Stop unless both ways answer alike, for every combination of values and of unknowns."""
    both: tuple[tuple[Ruleset, Callable[[Mapping[str, object]], by_hand.Answer]], ...] = (
        (PD_LEAD_DAYS, by_hand.pd_lead_days),
        (by_hand.POST, by_hand.post),
    )
    for ruleset, way in both:
        domains = [(None, *fact.values) for fact in ruleset.facts.values()]
        for values in product(*domains):
            known = dict(zip(ruleset.facts, values, strict=True))
            if plain(decide(ruleset, known)) != way(known):
                sys.exit(f"not the same answer to {known}: {plain(decide(ruleset, known))} and {way(known)}")


def whole(value: object) -> object:
    """A value of a line or a total as the way by hand has it."""
    if isinstance(value, Money):
        return value.in_pence
    if isinstance(value, Days):
        return value.half_days
    return str(value) if isinstance(value, AcademicYear) else value


def fields_of(record: FundingLine | Total) -> dict[str, object]:
    """A line or a total as a dict of its fields."""
    return {field.name: whole(getattr(record, field.name)) for field in fields(type(record))}


def check_funding() -> None:
    """Stop unless both ways pay alike: every field of every line, and the total."""
    for secondary, departments, travel in product((True, False, None), range(21), (None, 0, 18050)):
        known = {"pd_lead_secondary": secondary}
        estimates = {} if travel is None else {"travel": Money.pence(travel)}
        statement = fund(SECONDARY_COHORT_4, known, supported_departments=departments, estimates=estimates)
        lines, total = by_hand.funding(known, departments, travel)
        ours = fields_of(statement.total)
        if lines != [fields_of(line) for line in statement.lines] or total != {name: ours[name] for name in total}:
            sys.exit(f"not the same payments for {known}, {departments} departments, {travel} pence of travel")


def rulings() -> Iterator[Figure]:
    """What a ruling takes: of the smallest ruleset that Cohort 4 has, and of one as large as a criterion's."""
    for name, known in PD_LEAD_CASES.items():
        yield compare(
            f"ruling, 1 fact, {name}",
            partial(decide, PD_LEAD_DAYS, known),
            partial(by_hand.pd_lead_days, known),
            1.5,
            2000,
        )
    for name, known in POST_CASES.items():
        yield compare(
            f"ruling, 5 facts, {name}", partial(decide, by_hand.POST, known), partial(by_hand.post, known), 1.5, 1000
        )


def statements() -> Iterator[Figure]:
    """What a funding statement takes: of a profile seen before, and of one that never was."""
    known = {"pd_lead_secondary": True}
    pence = count()

    def unseen() -> object:
        return fund(SECONDARY_COHORT_4, known, estimates={"travel": Money.pence(next(pence))})

    yield compare(
        "statement, profile seen before",
        partial(fund, SECONDARY_COHORT_4, known),
        partial(by_hand.funding, known),
        0.5,
        200,
    )
    yield compare("statement, profile not seen before", unseen, partial(by_hand.funding, known, 2, 18050), 12, 50)
