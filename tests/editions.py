"""Editions for tests: Cohort 4 with parts exchanged, in shapes that other editions of the programme have."""

from collections.abc import Callable, Sequence

from attrs import evolve

from mastery_programme import SECONDARY_COHORT_4, Activity, Is, Programme, Rule, Ruleset, Year, YesNo

FIRST_CLAUSE = SECONDARY_COHORT_4.clause("PAR-2")


def with_years(years: Sequence[Year], programme: Programme = SECONDARY_COHORT_4) -> Programme:
    """The edition with other years, claiming no published totals."""
    return evolve(programme, id="changed", years=tuple(years), published_totals=())


def with_year(number: int, change: Callable[[Year], Year]) -> Programme:
    """The edition with one year changed, claiming no published totals."""
    years = SECONDARY_COHORT_4.years
    return with_years([change(year) if year.number == number else year for year in years])


def with_activity(number: int, id: str, change: Callable[[Activity], Activity]) -> Programme:
    """The edition with one activity changed, claiming no published totals."""
    return with_year(
        number,
        lambda year: evolve(year, activities=tuple(change(one) if one.id == id else one for one in year.activities)),
    )


def optional_support() -> Programme:
    """An edition in which the work with other schools is optional."""
    choice = Ruleset(
        "other-schools",
        "Does the school choose to work with other schools?",
        {"works_with_others": YesNo("Does the school choose to work with other schools?")},
        (
            Rule("chosen", {"works_with_others": Is.one_of(True)}, "support", FIRST_CLAUSE),
            Rule("declined", {"works_with_others": Is.one_of(False)}, "none", FIRST_CLAUSE),
        ),
    )
    *before, last = SECONDARY_COHORT_4.years
    (support,) = last.activities
    return evolve(
        SECONDARY_COHORT_4,
        id="optional",
        years=(*before, evolve(last, activities=(evolve(support, route="support"),))),
        routes=(*SECONDARY_COHORT_4.routes, choice),
        grants=tuple(evolve(grant, route="support") for grant in SECONDARY_COHORT_4.grants),
        published_totals=(),
    )
