"""Whether the parts of an edition are what their annotations say: the annotations are the schema."""

from collections.abc import Iterator
from datetime import date
from types import GenericAlias, NoneType, UnionType
from typing import Any

from attrs import fields, has

from mastery_programme.days import DayRange, Days
from mastery_programme.errors import shown
from mastery_programme.money import Money
from mastery_programme.rules import Ruleset
from mastery_programme.sources import Source
from mastery_programme.years import AcademicYear

_JUST_THAT = (int, date)
_CHECKED_WHEN_MADE = (Days, DayRange, Money, AcademicYear, Source, Ruleset)


def misfits(part: object, schema: Any, where: str) -> Iterator[str]:  # noqa: ANN401 - an annotation is of any type
    """Everything in a part of an edition that is not of the type its field is annotated with, a sentence each.

    Args:
        part: the part: a record of attrs, a tuple of them, or a plain value.
        schema: what it has to be: a class, a union of classes, or ``tuple[X, ...]``.
        where: how to name the part, such as ``"years[0]"``.
    """
    if isinstance(schema, GenericAlias):
        if not isinstance(part, tuple):
            yield f"{where} is {shown(part)!r}, and has to be a tuple"
            return
        for place, item in enumerate(part):
            yield from misfits(item, schema.__args__[0], f"{where}[{place}]")
    elif not _is_one_of(part, _classes(schema)):
        yield f"{where} is {shown(part)!r}, and has to be {_name(schema)}"
    elif isinstance(part, str) and not part.strip():
        yield f"{where} is an empty text"
    elif has(type(part)) and not isinstance(part, _CHECKED_WHEN_MADE):
        record: type[Any] = type(part)
        for attribute in fields(record):
            value = getattr(part, attribute.name)
            if attribute.init and value is not attribute.default:
                yield from misfits(value, attribute.type, f"{where}.{attribute.name}")


def _classes(schema: Any) -> tuple[type, ...]:  # noqa: ANN401 - an annotation is of any type
    """The classes of which an annotation allows one."""
    return schema.__args__ if isinstance(schema, UnionType) else (schema,)


def _is_one_of(part: object, classes: tuple[type, ...]) -> bool:
    """Whether a value is of one of these classes; a bool is no whole number, and a moment is no day."""
    return any(type(part) is cls if cls in _JUST_THAT else isinstance(part, cls) for cls in classes)


def _name(schema: Any) -> str:  # noqa: ANN401 - an annotation is of any type
    """An annotation in words."""
    return " or ".join("None" if cls is NoneType else cls.__name__ for cls in _classes(schema))
