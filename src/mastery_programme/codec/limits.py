"""The gate: what is too long, too deep, too wide or no value of JSON is refused before anything is made of it."""

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from mastery_programme.codec.reports import At, Report, quoted
from mastery_programme.errors import InvalidArgument
from mastery_programme.numerals import whole
from mastery_programme.records import Record

DEEPEST = 100
"""No caller can allow a document to be deeper."""

_FURTHEST = 10**9


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
        InvalidArgument: if one of these is not a whole number from 1 on.
    """

    length: int = 262_144
    depth: int = 32
    width: int = 1000
    values: int = 10_000

    def __attrs_post_init__(self) -> None:
        for limit, most in (
            (self.length, _FURTHEST),
            (self.depth, DEEPEST),
            (self.width, _FURTHEST),
            (self.values, _FURTHEST),
        ):
            number = whole(limit)
            if number is None or not 1 <= number <= most:
                raise InvalidArgument("not a limit", limit, f"a whole number from 1 to {most:,}")


USUAL: Final = Limits()
"""The limits that hold where the caller names no others."""

_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[][{}]")


def is_small(text: str, limits: Limits) -> bool:
    """Whether JSON text has so few brackets and commas that it is within the limits, whatever it is."""
    if len(text) > limits.length:
        return False
    brackets = text.count("[") + text.count("{")
    return brackets <= limits.depth and brackets + text.count(",") < min(limits.width, limits.values)


def check_text(text: str, limits: Limits, report: Report) -> bool:
    """Whether JSON text is short, flat and narrow enough to be parsed; each look at it is one pass in C."""
    if len(text) > limits.length:
        report.refuse(None, "too-long", f"{len(text):,} characters are more than {limits.length:,}")
        return False
    bare = _STRING.sub("", text)
    if bare.count("[") + bare.count("{") + bare.count(",") >= limits.values:
        report.refuse(None, "too-many", f"there are more than {limits.values:,} values")
        return False
    if _depth(bare) > limits.depth:
        report.refuse(None, "too-deep", f"objects and lists are nested deeper than {limits.depth}")
        return False
    return True


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


class Doubled(dict[str, object]):
    """An object of JSON text in which keys stand twice.

    Attributes:
        doubled: these keys.
    """

    __slots__ = ("doubled",)
    doubled: tuple[str, ...]


def check_tree(document: object, limits: Limits, report: Report) -> bool:
    """Whether a tree of dicts, lists and plain values is within the limits, with text for every key.

    It is walked without recursion, nothing in it is called, and no more of it is looked at than the limits allow. What
    else stands in it, such as a set, is left to be refused where it stands.
    """
    length, values = _size(document), 1
    waiting: list[tuple[object, At, int]] = [(document, None, 1)]
    while waiting:
        container, at, depth = waiting.pop()
        items: Iterable[tuple[object, object]]
        if type(container) is dict or type(container) is Doubled:
            items = container.items()
        elif type(container) is list:
            items = enumerate(container)
        else:
            continue
        if depth > limits.depth:
            report.refuse(at, "too-deep", f"objects and lists are nested deeper than {limits.depth}")
            return False
        if len(container) > limits.width:
            report.refuse(at, "too-wide", f"{len(container):,} items are more than {limits.width:,}")
            return False
        values += len(container)
        for key, value in items:
            if type(key) is str:
                length += len(key)
            elif type(key) is not int or type(container) is not list:
                report.refuse(at, "type", f"{quoted(key)} is no key of JSON, which is text")
                return False
            length += _size(value)
            if type(value) in _CONTAINERS:
                waiting.append((value, (at, key), depth + 1))
        if values > limits.values:
            report.refuse(None, "too-many", f"there are more than {limits.values:,} values")
            return False
        if length > limits.length:
            report.refuse(None, "too-long", f"keys and texts have more than {limits.length:,} characters")
            return False
    return True


_CONTAINERS = frozenset({dict, list, Doubled})


def _size(value: object) -> int:
    """What a value adds to the length of a document."""
    return 1 + len(value) if type(value) is str else 1
