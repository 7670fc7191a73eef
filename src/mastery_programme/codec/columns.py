"""The columns of a table: how the parts of a document are named in one row, and where a column leads."""

from collections.abc import Iterator
from typing import Any, Final

from mastery_programme.codec.branches import ByName, Maybe, Series
from mastery_programme.codec.leaves import Flag, Kind, Option, Text, Whole
from mastery_programme.codec.makers import Edition
from mastery_programme.codec.objects import Object
from mastery_programme.codec.unions import ByType
from mastery_programme.codec.written import Written

Path = tuple[str | int, ...]
"""Where a cell belongs in a document: the keys, and the places in lists, from 0."""

_CELLS = (Text, Flag, Whole, Option, Written, Edition, ByType)
_MARKS = ("\ufeff", "\xef\xbb\xbf")
"""A byte-order mark, and what becomes of it in a table that is read in another encoding."""

SPACES: Final = " \t\r\n\xa0"
"""What may stand around names of columns and cells, and fill a blank one."""

_MOST_NUMBERED = 1000


class Nothing:
    """What the cell of a list tells that says that there is nothing in it."""

    __slots__ = ()


NOTHING: Final = Nothing()


def without(kind: Kind) -> Kind:
    """The kind of a value that is not null."""
    return kind.kind if isinstance(kind, Maybe) else kind


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
    path: list[str | int] = []
    point, left = ".", _unmarked(header)
    while point:
        inner = without(kind)
        token, point, left = (left, "", "") if isinstance(inner, ByName) else left.partition(".")
        step = _step(token.strip(SPACES), inner)
        if step is None:
            return None
        key, kind = step
        path.append(key)
    return tuple(path), kind


def headers_of(kind: Kind, before: str = "") -> Iterator[str]:
    """The names of the columns that there can be, of numbered ones the first; not of those that can have any name."""
    kind = without(kind)
    if isinstance(kind, Object):
        for member in kind.members:
            yield from headers_of(member.kind, f"{before}.{member.name}" if before else member.name)
    elif isinstance(kind, Series):
        yield from headers_of(kind.kind, f"{before}.1")
    else:
        yield before


def _unmarked(header: str) -> str:
    """The name of a column without a byte-order mark; one behind a mark may still stand in quotes."""
    for mark in _MARKS:
        if header.startswith(mark):
            return header.removeprefix(mark).strip(SPACES).strip('"')
    return header


def _step(token: str, kind: Kind) -> tuple[str | int, Kind] | None:
    """What one part of the name of a column leads to."""
    if isinstance(kind, Object):
        name = "_".join(filter(None, token.lower().replace("-", " ").replace("\xa0", " ").split(" ")))
        return next(((member.name, member.kind) for member in kind.members if member.name == name), None)
    if isinstance(kind, Series) and token.isascii() and token.isdigit() and len(token) <= len(str(_MOST_NUMBERED)):
        place = int(token) - 1
        return (place, kind.kind) if 0 <= place < _MOST_NUMBERED else None
    return (token, kind.kind) if isinstance(kind, ByName) and token else None


def from_cell(text: str, kind: Kind) -> Any:  # noqa: ANN401 - values of JSON, and `NOTHING`
    """What stands in a document for the text of a cell; a text as it is, anything else without spaces around it."""
    kind, bare = without(kind), text.strip(SPACES)
    if isinstance(kind, ByType):
        made = (from_cell(text, one) for one in kind.kinds.values())
        return next((one for one in made if type(one) is bool or (type(one) is int and str(one) == bare)), text)
    if isinstance(kind, Flag):
        return _YES_NO.get(bare.lower(), bare)
    if isinstance(kind, Whole):
        digits = bare.removeprefix("-")
        return int(bare) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST else bare
    if isinstance(kind, Series | ByName):
        return NOTHING if bare.lower() == NONE else bare
    return text if isinstance(kind, Text) else bare


NONE: Final = "none"
"""In the column of a list this says that it is empty, which is not the same as that nobody told."""

_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_LONGEST = 10


def cells(value: Any, kind: Kind, path: Path = ()) -> dict[Path, str]:  # noqa: ANN401 - values of JSON
    """The cells of a part of a document, by where they belong; an object without answers has none."""
    kind = without(kind)
    if value is None:
        return {path: ""}
    if isinstance(kind, Object):
        kinds = {member.name: member.kind for member in kind.members}
        inner = [cells(item, kinds[key], (*path, key)) for key, item in value.items() if key in kinds]
    elif isinstance(kind, Series) and value:
        inner = [cells(item, kind.kind, (*path, place)) for place, item in enumerate(value)]
    elif isinstance(kind, ByName) and value:
        inner = [cells(item, kind.kind, (*path, key)) for key, item in value.items()]
    elif isinstance(kind, Series | ByName):
        return {path: NONE}
    else:
        return {path: str(value).lower() if isinstance(value, bool) else str(value)}
    return {where: cell for some in inner for where, cell in some.items()}


def header_of(path: Path) -> str:
    """The name of the column for what belongs somewhere."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in path)


def order_of(path: Path, kind: Kind) -> tuple[tuple[int, str], ...]:
    """Where a column stands among the others: in the order of the attributes, then of the places and names."""
    order: list[tuple[int, str]] = []
    for key in path:
        inner = without(kind)
        if isinstance(inner, Object):
            names = [member.name for member in inner.members]
            order.append((names.index(str(key)), ""))
            kind = inner.members[names.index(str(key))].kind
        else:
            order.append((key, "") if isinstance(key, int) else (0, key))
            kind = inner.kind if isinstance(inner, Series | ByName) else inner
    return tuple(order)
