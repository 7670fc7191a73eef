"""Hooks for a host's own cattrs converter."""

from collections.abc import Iterable
from functools import partial
from operator import eq
from typing import Any, get_origin

from cattrs import BaseConverter

from mastery_programme.assessments import Assessment
from mastery_programme.codec.branches import Maybe
from mastery_programme.codec.catalogue import KINDS
from mastery_programme.codec.documents import from_dict, new_report, read_as, to_dict, write_as
from mastery_programme.codec.kinds import KNOWN
from mastery_programme.codec.leaves import Kind
from mastery_programme.codec.limits import USUAL, Limits
from mastery_programme.days import DayRange, Days
from mastery_programme.editions import EDITIONS
from mastery_programme.errors import InvalidArgument
from mastery_programme.facts import Fact
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money
from mastery_programme.programme import Programme

_UNIONS = (Fact, Days | DayRange, Days | Money)


def register(converter: BaseConverter, *, limits: Limits = USUAL, editions: Iterable[Programme] = EDITIONS) -> None:
    """Teach a host's converter to read and write every public class as `from_dict` and `to_dict` do.

    So a host's own classes can hold values of the library; also one of several facts, days or a range of them, days or
    money, and the mappings that the library's own classes hold. A document that is refused raises `InvalidDocument`
    within the converter, which tells it as it tells other errors.

    Args:
        converter: the converter, of cattrs itself or one of those it has for JSON, YAML and other formats.
        limits: how large the document of one value may be.
        editions: the editions that a `Case`, a `Participation` or a `Profile` may name.

    Raises:
        InvalidArgument: if it is no converter, or if these are no limits or editions.
    """
    if not isinstance(converter, BaseConverter):
        raise InvalidArgument("not a converter", converter, "a Converter of cattrs")
    given = new_report(limits, editions).editions
    for cls in (*KINDS, Assessment):
        converter.register_structure_hook(cls, partial(_structured, limits=limits, editions=given))
        converter.register_unstructure_hook(cls, to_dict)
    for annotation, kind in _composed().items():
        read = partial(_structured_as, kind=kind, limits=limits, editions=given)
        converter.register_structure_hook_func(partial(eq, annotation), read)
        converter.register_unstructure_hook_func(partial(eq, annotation), partial(write_as, kind=kind))


def _composed() -> dict[Any, Kind]:
    """What is made up of several classes, and its kind: some unions, and the mappings that records of ours hold."""
    mappings = {one: kind for one, kind in KNOWN.items() if get_origin(one) is FrozenMapping}
    unions: dict[Any, Kind] = {union: KNOWN[union] for union in _UNIONS}
    return {**mappings, **unions, **{union | None: Maybe(kind) for union, kind in unions.items()}}


def _structured(raw: object, cls: Any, *, limits: Limits, editions: Iterable[Programme]) -> Any:  # noqa: ANN401 - values of every class
    """The value of a class that a document stands for."""
    return from_dict(raw, cls, limits=limits, editions=editions)


def _structured_as(raw: object, _: object, *, kind: Kind, limits: Limits, editions: Iterable[Programme]) -> Any:  # noqa: ANN401 - values of every kind
    """The value of a kind that a document stands for."""
    return read_as(raw, kind, limits, editions)
