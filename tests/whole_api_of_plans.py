"""The part of the whole API that is about plans, every refusal included: what is asked for, and what comes of it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from attrs import evolve, fields

from mastery_programme import AcademicYear, Days, SchoolTerm
from mastery_programme.planner import FixedDate, Plan, PlannedDay, Skipped, Weekday, WeeklyPattern, Why, plan
from tests.telling import ODD, told

HALF, WHOLE = Days("0.5"), Days(1)
TERMS = (
    SchoolTerm("Autumn 1", date(2019, 9, 3), date(2019, 10, 18)),
    SchoolTerm("Autumn 2", date(2019, 10, 28), date(2019, 12, 20)),
)
FIXED = tuple(FixedDate("residentials", date(2019, 10, day), WHOLE) for day in (10, 11, 24))
THURSDAYS = WeeklyPattern("development", Weekday.THURSDAY, days=WHOLE, every=2)
TUESDAYS = WeeklyPattern("development", "Tuesday", days=HALF, start=date(2019, 9, 16))
NEEDS = {"residentials": Days("1.5"), "development": Days("4.5")}
USUAL: dict[str, Any] = {
    "needs": NEEDS,
    "terms": TERMS,
    "key": "p-7",
    "fixed": FIXED,
    "patterns": (THURSDAYS, TUESDAYS),
    "closed": {date(2019, 9, 19)},
    "most_a_week": WHOLE,
    "most_a_term": Days(3),
}


def _asked() -> Iterator[str]:
    yield from (told(Weekday, text) for text in (*Weekday, "tuesday", 1))
    yield from (told(Weekday.of, date(2019, 9, day)) for day in range(1, 8))
    yield str([day.place for day in Weekday])
    for asked in (FIXED[0], TUESDAYS):
        names = [field.name for field in fields(type(asked))]
        yield from (told(evolve, asked, **{name: odd}) for name in names for odd in (*ODD, "x" * 201, "Teusday"))


def _planned() -> Iterator[str]:
    yield told(plan, **USUAL)
    yield from (told(plan, **{**USUAL, name: odd}) for name in USUAL for odd in (*ODD, "x" * 201))
    changes: tuple[dict[str, Any], ...] = (
        *({"fixed": ()}, {"patterns": ()}, {"needs": {}}, {"needs": {"": WHOLE}}, {"needs": {"a": 1}}),
        *({"closed": ()}, {"closed": TERMS[0]}, {"closed": AcademicYear(2019)}, {"closed": {"2019-09-19"}}),
        *({"terms": TERMS[::-1]}, {"terms": (*TERMS, TERMS[0])}, {"most_a_week": None, "most_a_term": None}),
        *({"key": "Zo\u00eb \ud800"}, {"needs": {**NEEDS, "<b>": HALF}}, {"fixed": FIXED[:1] * 3}),
    )
    yield from (told(plan, **{**USUAL, **change}) for change in changes)


def _told() -> Iterator[str]:
    made = plan(**USUAL)
    for one in (made, made.events[0], made.skipped[0]):
        yield f"{one!r} {one}"
        yield str({one: "the same"}.get(evolve(one)))
    yield from (f"{why!r} {why} {why.label}" for why in Why)
    yield from (told(cls) for cls in (Plan, PlannedDay, Skipped))


PARTS: tuple[Callable[[], Iterator[str]], ...] = (_asked, _planned, _told)
"""Every answer of this part of the API to the same calls, a line or more each."""
