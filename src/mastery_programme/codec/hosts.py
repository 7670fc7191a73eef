"""Hooks for a host's own cattrs converter."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from cattrs import BaseConverter

from mastery_programme.assessments import Assessment
from mastery_programme.codec.catalogue import KINDS
from mastery_programme.codec.documents import from_dict, to_dict
from mastery_programme.codec.limits import USUAL, Limits
from mastery_programme.editions import EDITIONS
from mastery_programme.errors import InvalidArgument
from mastery_programme.programme import Programme


def register(converter: BaseConverter, *, limits: Limits = USUAL, editions: Iterable[Programme] = EDITIONS) -> None:
    """Teach a host's converter to read and write every public class as `from_dict` and `to_dict` do.

    So a host's own classes can hold values of the library. A document that is refused raises `InvalidDocument` within
    the converter, which tells it as it tells other errors.

    Args:
        converter: the converter, of cattrs itself or one of those it has for JSON, YAML and other formats.
        limits: how large the document of one value may be.
        editions: the editions that a `Case` may name.

    Raises:
        InvalidArgument: if it is no converter, or if these are no limits or editions.
    """
    if not isinstance(converter, BaseConverter):
        raise InvalidArgument("not a converter", converter, "a Converter of cattrs")
    given = tuple(editions)
    for cls in KINDS:
        converter.register_structure_hook(cls, partial(_structured, limits=limits, editions=given))
        converter.register_unstructure_hook(cls, to_dict)
    converter.register_unstructure_hook(Assessment, to_dict)


def _structured(raw: object, cls: Any, *, limits: Limits, editions: Iterable[Programme]) -> Any:  # noqa: ANN401 - values of every class
    """The value of a class that a document stands for."""
    return from_dict(raw, cls, limits=limits, editions=editions)
