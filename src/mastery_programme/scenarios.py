"""What if: an edition with other rates, days or grants, which says what was changed."""

from collections.abc import Iterator, Mapping
from itertools import chain, count
from typing import Any, TypeVar

from attrs import evolve

from mastery_programme.days import DayRange, Days
from mastery_programme.errors import InvalidScenario
from mastery_programme.hints import nearest
from mastery_programme.money import Money
from mastery_programme.numerals import whole
from mastery_programme.parts import Activity, Grant
from mastery_programme.programme import Programme, check_programme
from mastery_programme.sources import Document, Source

LONGEST_LABEL = 200
"""No label is longer: it stands in an id, in a title and in clauses, and scenarios can be made of scenarios."""

WHAT_IF = "what-if"
"""The id of the document that makes an edition a scenario; a scenario of one has ``"what-if-2"`` beside it."""

_MARK = "what if: "

Place = tuple[int, str]
"""An activity in one year: the number of the year, and the activity's id."""

Rates = Mapping[Any, Money | None]
"""Rates by activity, each an id or a `Place`; None for one that is not published."""

_Some = Days | DayRange | None
DayNumbers = Mapping[Any, _Some]
"""Days by activity, each an id or a `Place`; None for those not published."""

_Number = tuple[str, Place]  # what sort of number, and where it stands
_V = TypeVar("_V")


def scenario(
    programme: Programme,
    *,
    label: str,
    rates: Rates | None = None,
    days: DayNumbers | None = None,
    grants: Mapping[str, Money | None] | None = None,
) -> Programme:
    """An edition as it would be with other rates, days or grants, which says what was changed.

    It is an edition like any other, with its own id and title. It claims no published totals, since the document
    prints those of other numbers. Each number that is set cites a clause of a new document, ``"what-if"``, which says
    what the number was, and on which clause.

    Args:
        programme: the edition, which may be a scenario itself.
        label: what the scenario is called: one line of at most 200 characters.
        rates: by activity the funding for a day; None for not published. An activity is given by its id, for every
            year in which it stands, or by the number of a year and its id, such as ``(3, "support")``.
        days: by activity, in the same way, how many days; None for not published.
        grants: by the id of a grant its amount, for each department or once; None for not published.

    Returns:
        The edition with these numbers.

    Raises:
        InvalidScenario: for a label that says nothing or too much; for an activity, a year or a grant that the edition
            does not have, a value of another type, one number set twice, or none set at all.
        FlawedProgramme: if no edition can have such a number, as a rate with half a penny for half a day.
        InvalidArgument: if it is no `Programme` that is asked.

    >>> from mastery_programme import SECONDARY_COHORT_4, fund
    >>> lower = scenario(SECONDARY_COHORT_4, label="a lower rate", rates={"support": Money(300)})
    >>> lower.id, str(fund(lower).total_for(activity="support", purpose="release"))
    ('secondary-2019, what if: a lower rate', '£4,500.00')
    >>> lower.clause("WHAT-IF-1").text
    'rate of support in 2021/22: £300.00 in place of £350.00 (FUN-5)'
    """
    check_programme(programme)
    name = _label(label)
    new_rates = _by_place(programme, rates, "rate", (Money,))
    new_days = _by_place(programme, days, "days", (Days, DayRange))
    new_grants = _by_grant(programme, grants)
    told = dict(_told(programme, new_rates, new_days, new_grants))
    if not told:
        raise InvalidScenario("nothing is set", None, "at least one rate, number of days or grant")
    document = _document(programme, name, tuple(told.values()))
    clauses = dict(zip(told, document.clauses, strict=True))
    years = tuple(
        evolve(
            year,
            activities=tuple(
                _activity(activity, (year.number, activity.id), new_rates, new_days, clauses)
                for activity in year.activities
            ),
        )
        for year in programme.years
    )
    return evolve(
        programme,
        id=f"{programme.id}, {_MARK}{name}",
        title=f"{programme.title} ({_MARK}{name})",
        years=years,
        grants=tuple(_grant(grant, new_grants, clauses) for grant in programme.grants),
        published_totals=(),
        documents=(*programme.documents, document),
    )


def is_scenario(programme: Programme) -> bool:
    """Whether an edition is a scenario: whether it rests on a document that says so."""
    return any(document.id == WHAT_IF for document in programme.documents)


def title_without_labels(programme: Programme) -> str:
    """The title of an edition; of a scenario, the title of the edition that it was made of."""
    return programme.title.partition(f" ({_MARK}")[0] if is_scenario(programme) else programme.title


def _label(label: object) -> str:
    """A label as just that; raises `InvalidScenario`."""
    allowed = f"one line of text that says something, of at most {LONGEST_LABEL} characters, without {_MARK!r}"
    if not isinstance(label, str):
        raise InvalidScenario("not a label", label, allowed)
    name = str.__str__(label)
    if not name.strip() or len(name) > LONGEST_LABEL or not name.isprintable() or _MARK in name:
        raise InvalidScenario("not a label", name, allowed)
    return name


def _items(given: Mapping[Any, _V] | None, what: str) -> tuple[tuple[Any, _V], ...]:
    """What is set, read once; raises `InvalidScenario` unless it is a mapping."""
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        raise InvalidScenario(f"no mapping to set the {what} by", given, "a mapping from ids to values")
    return tuple(given.items())


def _by_place(
    programme: Programme, given: Mapping[Any, _V] | None, what: str, kinds: tuple[type[Any], ...]
) -> dict[Place, _V]:
    """What is set for activities, by year and activity; raises `InvalidScenario`."""
    found: dict[Place, _V] = {}
    for key, value in _items(given, what):
        for place in _places(programme, key):
            if place in found:
                raise InvalidScenario(f"the {what} of {place[1]} in year {place[0]} is set twice", key, "each once")
            _check_value(value, f"the {what} of {place[1]}", kinds)
            found[place] = value
    return found


def _check_value(value: object, what: str, kinds: tuple[type[Any], ...]) -> None:
    """Raise `InvalidScenario` unless this is a value of one of these kinds, or None."""
    if value is not None and not isinstance(value, kinds):
        named = " or ".join(kind.__name__ for kind in kinds)
        raise InvalidScenario(f"{what} cannot be this", value, f"{named}, or None for not published")


def _places(programme: Programme, key: object) -> tuple[Place, ...]:
    """Where an activity stands that is given by its id, or by year and id; raises `InvalidScenario`."""
    standing = [(year.number, activity.id) for year in programme.years for activity in year.activities]
    if isinstance(key, str):
        places = tuple(place for place in standing if place[1] == key)
        if not places:
            raise _unknown("no such activity", key, [id for _, id in standing])
        return places
    number, id = _year_and_id(key)
    if all(year.number != number for year in programme.years):
        numbers = [year.number for year in programme.years]
        near = min(numbers, key=lambda one: abs(one - number))
        raise InvalidScenario("there is no such year", number, f"a year is 1 to {len(numbers)}", str(near))
    if (number, id) not in standing:
        raise _unknown(f"year {number} has no such activity", id, [one for year, one in standing if year == number])
    return ((number, id),)


def _year_and_id(key: object) -> Place:
    """The number of a year, and the id of an activity; raises `InvalidScenario`."""
    pair = key if isinstance(key, tuple) and len(key) == 2 else (None, None)
    number, id = whole(pair[0]), pair[1]
    if number is None or not isinstance(id, str):
        allowed = "an activity's id, or the number of a year and the id, such as (3, 'support')"
        raise InvalidScenario("not an activity", key, allowed)
    return number, str.__str__(id)


def _by_grant(programme: Programme, given: Mapping[str, Money | None] | None) -> dict[Place, Money | None]:
    """What is set for grants, by the year and the id of each; raises `InvalidScenario`."""
    found: dict[Place, Money | None] = {}
    for key, value in _items(given, "amount"):
        known = {grant.id: (grant.year, grant.id) for grant in programme.grants}
        if not isinstance(key, str) or key not in known:
            raise _unknown("no such grant", key, list(known))
        _check_value(value, f"the amount of {key}", (Money,))
        found[known[key]] = value
    return found


def _unknown(problem: str, name: object, known: list[str]) -> InvalidScenario:
    """The error for a name that the edition does not have."""
    known = list(dict.fromkeys(known))
    return InvalidScenario(
        problem, name, f"one of {', '.join(known)}" if known else "there is none", nearest(name, known)
    )


def _told(
    programme: Programme,
    rates: Mapping[Place, Money | None],
    days: Mapping[Place, _Some],
    grants: Mapping[Place, Money | None],
) -> Iterator[tuple[_Number, str]]:
    """Each number that is set, and in words what it is and was, in the order of the edition."""
    for year in programme.years:
        for activity in year.activities:
            place = (year.number, activity.id)
            where = f"{activity.id} in {year.academic_year}"
            if place in days:
                yield ("days", place), _change(f"days of {where}", activity.days, days[place], activity.source)
            if place in rates:
                yield ("rate", place), _change(f"rate of {where}", activity.rate, rates[place], activity.rate_source)
    for grant in programme.grants:
        place = (grant.year, grant.id)
        if place in grants:
            academic_year = programme.years[grant.year - 1].academic_year
            told = f"amount of {grant.id} in {academic_year}"
            yield ("grant", place), _change(told, grant.amount, grants[place], grant.source)


def _change(what: str, was: object, now: object, source: Source | None) -> str:
    """A change of a number in words."""
    before, after = ("none published" if number is None else str(number) for number in (was, now))
    cited = "" if source is None else f" ({source.clause})"
    return f"{what}: {after}, as before{cited}" if was == now else f"{what}: {after} in place of {before}{cited}"


def _document(programme: Programme, label: str, texts: tuple[str, ...]) -> Document:
    """The document that says what was changed, with a clause for each number, under ids that are free."""
    documents = {document.id for document in programme.documents}
    taken = {clause.clause for document in programme.documents for clause in document.clauses}
    id = next(one for one in chain((WHAT_IF,), (f"{WHAT_IF}-{number}" for number in count(2))) if one not in documents)
    free = (one for one in (f"{WHAT_IF.upper()}-{number}" for number in count(1)) if one not in taken)
    return Document(id, f"What if: {label}", tuple(Source(id, next(free), label, text) for text in texts))


def _activity(
    activity: Activity,
    place: Place,
    rates: Mapping[Place, Money | None],
    days: Mapping[Place, _Some],
    clauses: Mapping[_Number, Source],
) -> Activity:
    """An activity with the numbers that are set for it, each with its clause; a rate that is none has no source."""
    if place in days:
        activity = evolve(activity, days=days[place], source=clauses["days", place])
    if place in rates:
        rate = rates[place]
        activity = evolve(activity, rate=rate, rate_source=None if rate is None else clauses["rate", place])
    return activity


def _grant(grant: Grant, amounts: Mapping[Place, Money | None], clauses: Mapping[_Number, Source]) -> Grant:
    """A grant with the amount that is set for it, and its clause."""
    place = (grant.year, grant.id)
    return evolve(grant, amount=amounts[place], source=clauses["grant", place]) if place in amounts else grant
