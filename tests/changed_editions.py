"""Cohort 4 with something changed: most of what makes an edition sound, or flawed, is one change away from it."""

from typing import Any, TypeVar

import attrs
import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Activity,
    Criterion,
    FlawedProgramme,
    Is,
    Level,
    Programme,
    Rule,
    Ruleset,
    Source,
    Year,
    YesNo,
)

Part = TypeVar("Part")

CLAUSE = SECONDARY_COHORT_4.clause("PAR-2")
APPLY_BY, NOTIFY_BY = SECONDARY_COHORT_4.milestones
PD_LEAD_DAYS, NCETM_TALK = SECONDARY_COHORT_4.routes
(GRANT,) = SECONDARY_COHORT_4.grants
TRAVEL, ENROLMENT = SECONDARY_COHORT_4.covered_costs


def changed(part: Part, /, **values: object) -> Part:
    """A part with other values in some of its fields, of the right type or not."""
    anything: Any = part
    made: Part = attrs.evolve(anything, **values)
    return made


def with_year(number: int, /, **values: object) -> tuple[Year, ...]:
    """The years of Cohort 4, with other values in one of them."""
    return tuple(changed(year, **values) if year.number == number else year for year in SECONDARY_COHORT_4.years)


def with_activity(number: int, id: str, /, **values: object) -> tuple[Year, ...]:
    """The years of Cohort 4, with other values in one activity of one of them."""
    activities = SECONDARY_COHORT_4.years[number - 1].activities
    return with_year(number, activities=tuple(changed(one, **values) if one.id == id else one for one in activities))


def flaws_of(**values: object) -> tuple[str, ...]:
    """What is told to be wrong with Cohort 4 when some of its fields have other values."""
    with pytest.raises(FlawedProgramme) as refused:
        changed(SECONDARY_COHORT_4, **values)
    return refused.value.flaws


def small_edition(*activities: Activity, **values: object) -> Programme:
    """An edition of one year, with these activities and nothing that depends on others.

    It has no form either: that of Cohort 4 reads facts of its criteria, and is held against its milestones.
    """
    fields: dict[str, object] = {
        "years": (Year(1, AcademicYear(2019), activities, CLAUSE),),
        "criteria": (),
        "form": None,
        "routes": (),
        "grants": (),
        "covered_costs": (),
        "duties": (),
        "published_totals": (),
    }
    return changed(SECONDARY_COHORT_4, **{**fields, **values})


def yes_no_ruleset(id: str, fact: str, yes: str, no: str, source: Source = CLAUSE) -> Ruleset:
    """A ruleset with one outcome where a fact is true, and another where it is false."""
    return Ruleset(
        id,
        "What holds?",
        {fact: YesNo(f"Is it so: {fact}?")},
        (
            Rule("yes", {fact: Is.one_of(True)}, yes, source),
            Rule("no", {fact: Is.one_of(False)}, no, source),
        ),
    )


CRITERION = Criterion(
    "made-up", Level.DESIRABLE, "Something", yes_no_ruleset("made-up", "made_up", "met", "not met"), CLAUSE
)
"""A criterion that Cohort 4 does not have."""


def edition_with(number: int, id: str, /, **values: object) -> Programme:
    """Cohort 4 with other values in one activity of one year, claiming no published totals."""
    return changed(SECONDARY_COHORT_4, id="changed", years=with_activity(number, id, **values), published_totals=())


def optional_support() -> Programme:
    """An edition in which the work with other schools is optional."""
    choice = Ruleset(
        "other-schools",
        "Does the school choose to work with other schools?",
        {"works_with_others": YesNo("Does the school choose to work with other schools?")},
        (
            Rule("chosen", {"works_with_others": Is.one_of(True)}, "support", CLAUSE),
            Rule("declined", {"works_with_others": Is.one_of(False)}, "none", CLAUSE),
        ),
    )
    *before, last = SECONDARY_COHORT_4.years
    (support,) = last.activities
    return changed(
        SECONDARY_COHORT_4,
        id="optional",
        years=(*before, changed(last, activities=(changed(support, route="support"),))),
        routes=(*SECONDARY_COHORT_4.routes, choice),
        grants=tuple(changed(grant, route="support") for grant in SECONDARY_COHORT_4.grants),
        published_totals=(),
    )
