"""The columns of a table: how the parts of a document are named in one row, and where a column leads."""

from collections.abc import Mapping
from typing import Any

from mastery_programme.codec.branches import ByName, Maybe, Series
from mastery_programme.codec.leaves import Flag, Kind, Option, Text, Whole, Written
from mastery_programme.codec.makers import Edition
from mastery_programme.codec.objects import Object
from mastery_programme.codec.unions import ByType

Path = tuple[str | int, ...]
"""Where a cell belongs in a document: the keys, and the places in lists, from 0."""

_CELLS = (Text, Flag, Whole, Option, Written, Edition, ByType)
_MARKS = ("\ufeff", "\xef\xbb\xbf")
"""A byte-order mark, and what becomes of it in a table that is read in another encoding."""

_MOST_NUMBERED = 1000


def is_flat(kind: Kind) -> bool:
    """Whether the values of a kind can be told in a row: one cell each, or lists and objects of such."""
    if isinstance(kind, Maybe | Series | ByName):
        return is_flat(kind.kind)
    if isinstance(kind, Object):
        return all(is_flat(member.kind) for member in kind.members)
    return isinstance(kind, _CELLS)


def path_of(header: str, kind: Kind) -> tuple[Path, Kind] | None:
    """Where a column leads, and the kind of what its cells tell; None if there is no such column.

    Args:
        header: its name, such as ``"lead_teacher.awards.1.title"``; case, stray spaces and a byte-order mark do not
            matter, and a space or a hyphen does for an underscore.
        kind: the kind of the values of the table.
    """
    for mark in _MARKS:
        header = header.removeprefix(mark)
    path: list[str | int] = []
    for token in header.strip().split("."):
        inner = kind.kind if isinstance(kind, Maybe) else kind
        step = _step(token.strip(), inner)
        if step is None:
            return None
        key, kind = step
        path.append(key)
    return tuple(path), kind


def _step(token: str, kind: Kind) -> tuple[str | int, Kind] | None:
    """What one part of the name of a column leads to."""
    if isinstance(kind, Object):
        name = token.casefold().replace(" ", "_").replace("-", "_")
        return next(((member.name, member.kind) for member in kind.members if member.name == name), None)
    if isinstance(kind, Series) and token.isascii() and token.isdigit() and len(token) <= len(str(_MOST_NUMBERED)):
        place = int(token) - 1
        return (place, kind.kind) if 0 <= place < _MOST_NUMBERED else None
    return (token, kind.kind) if isinstance(kind, ByName) and token else None


def from_cell(text: str, kind: Kind) -> Any:  # noqa: ANN401 - values of JSON
    """What stands in a document for the text of a cell."""
    if isinstance(kind, Maybe):
        return from_cell(text, kind.kind)
    if isinstance(kind, ByType):
        made = (from_cell(text, one) for one in kind.kinds.values())
        return next((one for one in made if type(one) is not str), text)
    if isinstance(kind, Flag):
        return _YES_NO.get(text.strip().casefold(), text)
    if isinstance(kind, Whole):
        digits = text.strip().removeprefix("-")
        return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST else text
    if isinstance(kind, Series | ByName):
        return _NOTHING[type(kind)]() if text.strip().casefold() == NONE else text
    return text


NONE = "none"
"""In the column of a list this says that it is empty, which is not the same as that nobody told."""

_NOTHING: Mapping[type, type] = {Series: list, ByName: dict}
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_LONGEST = 10


def as_cell(value: object) -> str:
    """The text of a cell for a value of a document."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def cells(document: Mapping[str, object]) -> dict[Path, str]:
    """The cells of a document, by where they belong."""
    found: dict[Path, str] = {}
    waiting: list[tuple[Path, object]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
        if items is None or not value:
            found[path] = as_cell(value) if items is None else NONE
        else:
            waiting.extend(((*path, key), item) for key, item in items)
    return found


def header_of(path: Path) -> str:
    """The name of the column for what belongs somewhere."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in path)


def order_of(path: Path, kind: Kind) -> tuple[tuple[int, str], ...]:
    """Where a column stands among the others: in the order of the attributes, then of the places and names."""
    order: list[tuple[int, str]] = []
    for key in path:
        inner = kind.kind if isinstance(kind, Maybe) else kind
        if isinstance(inner, Object):
            names = [member.name for member in inner.members]
            order.append((names.index(str(key)), ""))
            kind = inner.members[names.index(str(key))].kind
        elif isinstance(inner, Series | ByName):
            order.append((key, "") if isinstance(key, int) else (0, key))
            kind = inner.kind
    return tuple(order)
