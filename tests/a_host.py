"""A host: its own classes with values of the library in them, and its converters."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen
from cattrs import BaseConverter, Converter, GenConverter
from cattrs.preconf.json import make_converter as for_json
from cattrs.preconf.msgspec import make_converter as for_msgspec
from cattrs.preconf.orjson import make_converter as for_orjson
from cattrs.preconf.pyyaml import make_converter as for_yaml

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Application,
    Case,
    Choice,
    Count,
    Days,
    FrozenMapping,
    FundingStatement,
    Judgement,
    Money,
    Person,
    Phase,
    YesNo,
    fund,
)
from mastery_programme.codec import InvalidDocument, register
from tests.samples import APPLICATION, CASE, JUDGEMENT, TALK


@frozen
class Note:
    """A host's own class of which the library knows nothing."""

    text: str
    stars: int


@frozen
class Visit:
    """A host's class with values of the library in it, alone and in lists, mappings and unions."""

    note: Note
    application: Application
    paid: Money
    days: Days | None
    nights: Days | None
    people: list[Person]
    others: tuple[Person, ...]
    phase: Phase
    years: dict[str, AcademicYear]
    facts: list[YesNo | Choice | Count]
    judgement: Judgement
    case: Case
    statement: FundingStatement


@frozen
class Known:
    """A host's class with what is known of facts."""

    known: FrozenMapping[str, bool | int | str]


@frozen
class Small:
    """A host's class with a single value of the library."""

    person: Person


VISIT = Visit(
    Note("seen", 3),
    APPLICATION,
    Money("-200.50"),
    Days("4.5"),
    None,
    [Person("Sam"), Person("Jo", "jo@school.example")],
    (Person("Robin"),),
    Phase.MIDDLE_DEEMED_PRIMARY,
    {"first": AcademicYear(2019), "second": AcademicYear(2020)},
    list(TALK.facts.values()),
    JUDGEMENT,
    CASE,
    fund(SECONDARY_COHORT_4, estimates={"travel": Money("180.50")}),
)

GENERAL: dict[str, Callable[..., BaseConverter]] = {
    "Converter": Converter,
    "GenConverter": GenConverter,
    "BaseConverter": BaseConverter,
}
FORMATS: dict[str, Callable[..., Any]] = {
    "json": for_json,
    "orjson": for_orjson,
    "msgspec": for_msgspec,
    "pyyaml": for_yaml,
}
EVERY: dict[str, Callable[..., Any]] = GENERAL | FORMATS


def each(makers: dict[str, Callable[..., Any]]) -> pytest.MarkDecorator:
    """A test once for each sort of converter."""
    return pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in makers.items()])


def taught(make: Callable[..., Any] = Converter, **given: Any) -> Any:
    """A new converter that is taught to read and write values of the library."""
    converter = make(**given)
    register(converter)
    return converter


def problems(error: BaseException) -> list[tuple[str, str]]:
    """Where something is wrong, and the code of it, in every refused document within a group of errors."""
    if isinstance(error, InvalidDocument):
        return [(problem.path, problem.code) for problem in error.problems]
    assert isinstance(error, BaseExceptionGroup)
    return [pair for inner in error.exceptions for pair in problems(inner)]
