"""Whether the parts of an edition are what their annotations say: the annotations are the schema."""

from collections.abc import Iterator
from types import GenericAlias, NoneType, UnionType
from typing import Any, get_args

from attrs import fields, has

from mastery_programme.days import DayRange, Days
from mastery_programme.errors import shown
from mastery_programme.money import Money
from mastery_programme.rules import Ruleset
from mastery_programme.years import AcademicYear

_CHECKED_WHEN_MADE = (Days, DayRange, Money, AcademicYear, Ruleset)


def misfits(where: str, part: object, schema: Any = None) -> Iterator[str]:  # noqa: ANN401 - an annotation is of any type
    """Everything within a part that is not of the type its field is annotated with, a sentence each.

    Args:
        where: how to name the part, such as ``"years[0]"``.
        part: the part: a record of attrs, a tuple of them, or a plain value.
        schema: what it has to be: a class, a union of classes, or ``tuple[X, ...]``; its own class if left out.
    """
    schema = type(part) if schema is None else schema
    if isinstance(schema, GenericAlias):
        yield from _in_tuple(where, part, get_args(schema)[0])
    elif not _is_one_of(part, get_args(schema) if isinstance(schema, UnionType) else (schema,)):
        yield f"{where} is {shown(part)!r}, and has to be {_name(schema)}"
    elif isinstance(part, str) and not part.strip():
        yield f"{where} is an empty text"
    elif has(type(part)):
        yield from _in_record(where, part)


def _in_tuple(where: str, part: object, schema: Any) -> Iterator[str]:  # noqa: ANN401 - an annotation is of any type
    """The misfits within a tuple."""
    if not isinstance(part, tuple):
        yield f"{where} is {shown(part)!r}, and has to be a tuple"
        return
    for place, item in enumerate(part):
        yield from misfits(f"{where}[{place}]", item, schema)


def _in_record(where: str, part: Any) -> Iterator[str]:  # noqa: ANN401 - a record of any class
    """The misfits within a record; values and rulesets have checked themselves when they were made."""
    if isinstance(part, _CHECKED_WHEN_MADE):
        return
    for attribute in fields(type(part)):
        value = getattr(part, attribute.name)
        if attribute.init and value != attribute.default:
            yield from misfits(f"{where}.{attribute.name}", value, attribute.type)


def _is_one_of(part: object, classes: tuple[type, ...]) -> bool:
    """Whether a value is of one of these classes; a bool is no whole number."""
    return any(type(part) is int if cls is int else isinstance(part, cls) for cls in classes)


def _name(schema: Any) -> str:  # noqa: ANN401 - an annotation is of any type
    """An annotation in words."""
    classes = get_args(schema) or (schema,)
    return " or ".join("None" if cls is NoneType else cls.__name__ for cls in classes)
