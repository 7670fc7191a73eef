"""Terms, closed days and requests of an invented school in 2019/20, to plan with."""

from datetime import date, timedelta
from typing import Any

from mastery_programme import Days, FrozenMapping, SchoolTerm
from mastery_programme.planner import FixedDate, Plan, WeeklyPattern, plan

HALF, WHOLE = Days("0.5"), Days(1)
DEVELOPMENT, RESIDENTIALS = "personal-development", "residentials"

HALF_TERMS = (
    SchoolTerm("Autumn 1", date(2019, 9, 3), date(2019, 10, 18)),
    SchoolTerm("Autumn 2", date(2019, 10, 28), date(2019, 12, 20)),
    SchoolTerm("Spring 1", date(2020, 1, 6), date(2020, 2, 14)),
    SchoolTerm("Spring 2", date(2020, 2, 24), date(2020, 4, 3)),
    SchoolTerm("Summer 1", date(2020, 4, 20), date(2020, 5, 22)),
    SchoolTerm("Summer 2", date(2020, 6, 1), date(2020, 7, 17)),
)
AUTUMN = HALF_TERMS[0]
BANK_HOLIDAYS = frozenset(
    {
        *(date(2019, 12, 25), date(2019, 12, 26), date(2020, 1, 1), date(2020, 4, 10), date(2020, 4, 13)),
        *(date(2020, 5, 8), date(2020, 5, 25)),
    }
)
ALTERNATE_THURSDAYS = WeeklyPattern(DEVELOPMENT, "Thursday", days=WHOLE, every=2)
TUESDAYS = WeeklyPattern(DEVELOPMENT, "Tuesday", days=HALF)
MEETING = (FixedDate(RESIDENTIALS, date(2019, 10, 10), WHOLE), FixedDate(RESIDENTIALS, date(2019, 10, 11), HALF))


NEEDS = FrozenMapping({DEVELOPMENT: Days("10.5")})


def planned(needs: Any = NEEDS, terms: Any = HALF_TERMS, **given: Any) -> Plan:
    """A plan of something for the school, under the same key."""
    asked: dict[str, Any] = {"key": "p-7", **given}
    return plan(needs, terms, **asked)


def dates(made: Plan) -> list[str]:
    """What is planned: date and days, in short."""
    return [f"{event.on} {event.days.as_decimal}" for event in made.events]


def left_out(made: Plan) -> list[str]:
    """What is not planned: date, days, and every reason."""
    return [f"{one.on} {one.days.as_decimal} {'+'.join(one.why)}" for one in made.skipped]


def days_of(term: SchoolTerm) -> list[date]:
    """Every day of a term."""
    return [term.start + timedelta(days=number) for number in range((term.end - term.start).days + 1)]
