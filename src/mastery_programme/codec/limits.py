"""The gate: what is too long, too deep, too wide or no value of JSON is refused before anything is made of it."""

import re
from collections.abc import Iterable
from typing import Any, Final

from attrs import frozen

from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import Pairs, Report, quoted
from mastery_programme.errors import InvalidArgument
from mastery_programme.facts import FURTHEST
from mastery_programme.numerals import whole
from mastery_programme.records import Record

DEEPEST = 100
"""No caller can allow a document to be deeper."""


@frozen(eq=False, repr=False)
class Limits(Record):
    """How large a document may be; a caller who expects larger ones gives other limits.

    Args:
        length: the characters of JSON text (bytes, where bytes are given); of a dict those of all its keys and texts,
            and one for each value.
        depth: how deep objects and lists may be nested, at most 100.
        width: the items of one list or object.
        values: the values in all: texts, numbers, true, false, null, objects and lists.

    Raises:
        InvalidArgument: if one of these is not a whole number from 1 to a thousand million, or to 100 for the depth.
    """

    length: int = 262_144
    depth: int = 32
    width: int = 1000
    values: int = 10_000

    def __attrs_post_init__(self) -> None:
        for name, most in (("length", FURTHEST), ("depth", DEEPEST), ("width", FURTHEST), ("values", FURTHEST)):
            limit = getattr(self, name)
            number = whole(limit)
            if number is None or not 1 <= number <= most:
                raise InvalidArgument("not a limit", limit, f"a whole number from 1 to {most:,}")
            object.__setattr__(self, name, number)


USUAL: Final = Limits()
"""The limits that hold where the caller names no others."""

WIDEST: Final = Limits(length=FURTHEST, depth=DEEPEST, width=FURTHEST, values=FURTHEST)
"""The limits of what the library itself has written."""

_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[][{}]")


def is_small(text: str, limits: Limits) -> bool:
    """Whether JSON text is so short, and has so few brackets, that it is neither too deep nor has too many values."""
    if len(text) > min(limits.length, limits.values):  # each value has a character, and a comma or bracket before it
        return False
    return text.replace("{", "[").count("[") <= limits.depth  # to count is slow, to replace is not


def check_text(text: str, limits: Limits, report: Report) -> bool:
    """Whether JSON text is short, flat and narrow enough to be parsed; each look at it is one pass in C."""
    if len(text) > limits.length:
        return _refuse(report, None, "too-long", f"{len(text):,} characters are more than {limits.length:,}")
    bare = _STRING.sub("", text)
    if max(bare.count("[") + bare.count("{"), bare.count(",") + 1) > limits.values:  # each at least once a value
        return _refuse(report, None, "too-many", f"there are more than {limits.values:,} values")
    if _depth(bare) > limits.depth:
        return _refuse(report, None, "too-deep", f"objects and lists are nested deeper than {limits.depth}")
    return True


def _refuse(report: Report, at: At, code: str, message: str) -> bool:
    """Note what is beyond a limit; the document is not within them."""
    report.refuse(at, code, message)
    return False


def _depth(bare: str) -> int:
    """How deep the brackets of a text are nested."""
    deepest = depth = 0
    for found in _BRACKET.finditer(bare):
        if found.group() in "[{":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest


def check_tree(document: object, limits: Limits, report: Report) -> bool:
    """Whether a tree of objects, lists and plain values is within the limits, with text for every key.

    It is walked without recursion, nothing in it is called, and no more of it is looked at than the limits allow. What
    else stands in it, such as a set, is left to be refused where it stands.
    """
    length, values = _size(document), 1
    waiting: list[tuple[Any, At, int]] = [(document, None, 1)] if _is_container(document) else []
    while waiting and length <= limits.length and values <= limits.values:
        container, at, depth = waiting.pop()
        if depth > limits.depth:
            return _refuse(report, at, "too-deep", f"objects and lists are nested deeper than {limits.depth}")
        if len(container) > limits.width:
            return _refuse(report, at, "too-wide", f"{len(container):,} items are more than {limits.width:,}")
        values += len(container)
        for key, value in _items(container):
            if type(key) is str:
                length += len(key)
            elif type(container) is not list:
                return _refuse(report, at, "type", f"{quoted(key)} is no key of JSON, which is text")
            length += _size(value)
            if _is_container(value):
                waiting.append((value, (at, key), depth + 1))
    if values > limits.values:
        return _refuse(report, None, "too-many", f"there are more than {limits.values:,} values")
    if length > limits.length:
        return _refuse(report, None, "too-long", f"keys and texts have more than {limits.length:,} characters")
    return True


def _items(container: Any) -> Iterable[tuple[Any, Any]]:  # noqa: ANN401 - a container
    """What a container holds, by keys or places."""
    if type(container) is dict:
        return container.items()
    return container if type(container) is Pairs else enumerate(container)


def _is_container(value: object) -> bool:
    """Whether a value holds others; its class is compared as it stands, since it may be anybody's."""
    kind = type(value)
    return kind is dict or kind is list or kind is Pairs


def _size(value: object) -> int:
    """What a value adds to the length of a document."""
    return 1 + len(value) if type(value) is str else 1
