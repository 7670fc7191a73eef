"""Whether the parts of an edition are what their annotations say: the annotations are the schema."""

from collections.abc import Iterator
from types import GenericAlias, NoneType, UnionType
from typing import Any, NamedTuple

from attrs import fields, has

from mastery_programme.days import DayRange, Days
from mastery_programme.errors import shown
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money
from mastery_programme.rules import Ruleset
from mastery_programme.sources import Source
from mastery_programme.years import AcademicYear

MOST_CHARACTERS = 5000
"""No text of a part is longer: each flaw names the part, and there can be very many."""

_CHECKED_WHEN_MADE = (Days, DayRange, Money, AcademicYear, Source, Ruleset)


class Misfit(NamedTuple):
    """A part that is not what it is annotated to be, and whether nothing else can be looked at for that."""

    told: str
    of_another_type: bool


def misfits(part: object, schema: Any, where: str) -> Iterator[Misfit]:  # noqa: ANN401 - an annotation is of any type
    """Everything in a part of an edition that is not of the type its field is annotated with, and every empty text.

    Types are taken exactly, so that a bool is no whole number, and a moment no day.

    Args:
        part: the part: a record of attrs, a tuple of them, or a plain value.
        schema: what it has to be: a class, a union of classes, ``tuple[X, ...]`` or ``FrozenMapping[X, Y]``.
        where: how to name the part, such as ``"years[0]"``.
    """
    if getattr(schema, "__origin__", None) is FrozenMapping:
        if not isinstance(part, FrozenMapping):
            yield Misfit(f"{where} is {shown(part)!r}, and has to be a FrozenMapping", of_another_type=True)
            return
        for key, item in part.items():
            yield from misfits(key, schema.__args__[0], f"a key of {where}")
            yield from misfits(item, schema.__args__[1], f"{where}[{shown(key)!r}]")
    elif isinstance(schema, GenericAlias):
        if not isinstance(part, tuple):
            yield Misfit(f"{where} is {shown(part)!r}, and has to be a tuple", of_another_type=True)
            return
        for place, item in enumerate(part):
            yield from misfits(item, schema.__args__[0], f"{where}[{place}]")
    elif type(part) not in _classes(schema):
        yield Misfit(f"{where} is {shown(part)!r}, and has to be {_name(schema)}", of_another_type=True)
    elif isinstance(part, str) and len(part) > MOST_CHARACTERS:
        yield Misfit(f"{where} has {len(part):,} characters, and may have {MOST_CHARACTERS:,}", of_another_type=True)
    elif isinstance(part, str) and not part.strip():
        yield Misfit(f"{where} is an empty text", of_another_type=False)
    elif has(type(part)) and not isinstance(part, _CHECKED_WHEN_MADE):
        record: type[Any] = type(part)
        for attribute in fields(record):
            yield from misfits(getattr(part, attribute.name), attribute.type, f"{where}.{attribute.name}")


def _classes(schema: Any) -> tuple[type, ...]:  # noqa: ANN401 - an annotation is of any type
    """The classes of which an annotation allows one."""
    return schema.__args__ if isinstance(schema, UnionType) else (schema,)


def _name(schema: Any) -> str:  # noqa: ANN401 - an annotation is of any type
    """An annotation in words."""
    return " or ".join("None" if cls is NoneType else cls.__name__ for cls in _classes(schema))
