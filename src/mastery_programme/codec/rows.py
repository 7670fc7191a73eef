"""Rows of tables, in and out: a flat mapping of text for each value."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from mastery_programme.codec.branches import Maybe, Series
from mastery_programme.codec.catalogue import NAMES_AN_EDITION, known_kind
from mastery_programme.codec.columns import (
    NOTHING,
    SPACES,
    Path,
    cells,
    from_cell,
    header_of,
    headers_of,
    is_flat,
    order_of,
    path_of,
    without,
)
from mastery_programme.codec.documents import new_report, read_whole, to_dict
from mastery_programme.codec.leaves import Kind
from mastery_programme.codec.limits import USUAL, WIDEST, Limits, check_tree
from mastery_programme.codec.objects import Object
from mastery_programme.codec.pointers import At, at_of
from mastery_programme.codec.reports import EnoughError, Report, quoted
from mastery_programme.editions import EDITIONS
from mastery_programme.errors import InvalidArgument
from mastery_programme.problems import InvalidDocument, UnreadRow
from mastery_programme.programme import Programme

T = TypeVar("T")

Columns = dict[str, tuple[Path, Kind]]
"""Where columns lead, by their names, as far as they have been met; columns that lead nowhere are not kept."""

_KEPT = 200
"""So long can the name of a column be to be kept."""

_SIGNS = tuple("=+-@＝＋－＠")  # noqa: RUF001 - wide signs begin formulas too
_BREAKS = tuple("\t\r\n")
"""With one of these a spreadsheet takes a cell for a formula."""


def from_rows(
    rows: Iterable[dict[Any, Any]],
    cls: type[T],
    *,
    limits: Limits = USUAL,
    editions: Iterable[Programme] = EDITIONS,
) -> Iterator[T | UnreadRow]:
    """The values that rows of text stand for, one by one as they are asked for.

    A column is named after where its cells belong in a document: ``school.name``, ``lead_teacher.awards.1.title``. An
    empty cell tells nothing. Reading changes nothing anywhere, so a dry run is a run whose values are thrown away.

    Args:
        rows: a dict for each row, from the names of the columns to the text of the cells, as `csv.DictReader` gives.
        cls: the class of the values.
        limits: how large a row may be.
        editions: the editions that a `Case`, a `Participation` or a `Profile` may name.

    Returns:
        An iterator that gives for each row its value, or an `UnreadRow` with all its problems.

    Raises:
        InvalidArgument: if the values of the class cannot be told in a row, if it is no series that is given, or if
            these are no limits or editions.
    """
    kind = _flat(cls)
    given = new_report(limits, editions).editions
    if isinstance(rows, Mapping | str | bytes) or not isinstance(rows, Iterable):
        raise InvalidArgument("not a series of rows", rows, "any iterable of dicts")
    return _values(rows, kind, limits, given)


def to_rows(values: Iterable[object], *, defuse: bool = False) -> list[dict[str, str]]:
    """Rows of text for values of one class, as `csv.DictWriter` takes them, all with the same columns in one order.

    Args:
        values: the values, all of one class.
        defuse: whether to put an apostrophe before what a spreadsheet would take for a formula. The rows are then for
            people to look at: they are not read back as the same.

    Raises:
        InvalidArgument: if the values are not of one class whose values can be told in a row.
        InvalidDocument: as `to_dict` does; and for a value of which the row would be read as one that is written
            otherwise, such as a judgement that is the text "yes".
    """
    if isinstance(values, Mapping | str | bytes) or not isinstance(values, Iterable):
        raise InvalidArgument("not a series of values", values, "any iterable of values of one class")
    given = list(values)
    kinds = {type(value): _flat(type(value)) for value in given}
    if len(kinds) > 1:
        raise InvalidArgument("not values of one class", " and ".join(cls.__name__ for cls in kinds), "one class")
    if not given:
        return []
    (kind,) = kinds.values()
    rows = [_row(value, kind) for value in given]
    columns = sorted({path for row in rows for path in row}, key=lambda path: order_of(path, kind))
    return [{header_of(path): _told(row.get(path, ""), defuse=defuse) for path in columns} for row in rows]


def _row(value: object, kind: Object) -> dict[Path, str]:
    """The cells of a value, by where they belong; raises `InvalidDocument` if they would be read as another value."""
    row = cells(to_dict(value), kind)
    report = new_report(WIDEST, (value.programme,) if isinstance(value, NAMES_AN_EDITION) else ())
    document = _document({header_of(path): cell for path, cell in row.items()}, kind, {}, WIDEST, report)
    again = cells(to_dict(read_whole(document, kind, report)), kind)
    if _told_by(again) != _told_by(row):
        report.refuse(None, "value", "a row cannot tell this: it would be read as another value")
        raise report.error()
    return row


def _told_by(row: dict[Path, str]) -> dict[Path, str]:
    """The cells of a row that tell something."""
    return {path: cell for path, cell in row.items() if not _is_blank(cell)}


def _told(cell: str, *, defuse: bool) -> str:
    """A cell, so that no spreadsheet takes it for a formula if that is asked."""
    odd = cell.lstrip(" ").startswith(_BREAKS) or cell.lstrip().startswith(_SIGNS)
    return f"'{cell}" if defuse and odd else cell


def _flat(cls: type[Any]) -> Object:
    """The kind of a class whose values can be told in a row; raises `InvalidArgument`."""
    kind = known_kind(cls)
    if not isinstance(kind, Object) or not kind.members or not is_flat(kind):
        raise InvalidArgument("these cannot be told in a row", cls.__name__, "a class such as Application or Judgement")
    return kind


def _values(rows: Iterable[object], kind: Object, limits: Limits, editions: Iterable[Programme]) -> Iterator[Any]:
    """The values of rows, one by one."""
    columns: Columns = {}
    for place, row in enumerate(rows):
        report = new_report(limits, editions)
        try:
            value = read_whole(_document(row, kind, columns, limits, report), kind, report)
        except InvalidDocument as error:
            value = UnreadRow(place, error.problems, error.more)
        yield value


def _document(row: object, kind: Object, columns: Columns, limits: Limits, report: Report) -> object:
    """The document that a row stands for.

    Args:
        row: the row.
        kind: the kind of the values.
        columns: where columns lead that were met before, to be added to.
        limits: how large the row may be.
        report: where problems are noted.

    Raises:
        InvalidDocument: if it is no row, if it is larger than the limits allow, or if it has very many problems.
    """
    if type(row) is not dict:
        report.refuse_value(None, "type", row, "a row: a dict from the names of columns to text")
        raise report.error()
    odd = [header for header in islice(row, limits.width) if header is not None and type(header) is not str]
    if odd:
        report.refuse_value(None, "type", odd[0], "the name of a column, which is text")
    elif len(row) > limits.width:
        report.refuse_width(None, len(row))
    if not report.is_empty:
        raise report.error()
    named = {header: cell for header, cell in row.items() if header is not None}
    if not check_tree(named, limits, report):
        raise report.error()
    if len(columns) > limits.width:
        columns.clear()
    tree: dict[str | int, Any] = {}
    known: tuple[str, ...] = ()
    try:
        _check_beyond(row.get(None, []), limits, report)
        for header, cell in named.items():
            column = columns.get(header) or path_of(header, kind)
            if column is not None and len(header) <= _KEPT:
                columns[header] = column
            known = known or (tuple(headers_of(kind)) if column is None else ())
            if column is not None:
                _fill(tree, header, cell, column, report)
            elif not (_is_blank(header) and _is_blank(cell)):  # a table may end in columns without names
                said = f"there is no column {quoted(header)}"
                report.refuse_name((None, header), "column", said, header, known)
        return _shaped(tree, kind, None, report)
    except EnoughError:
        raise report.error() from None


def _check_beyond(extra: object, limits: Limits, report: Report) -> None:
    """Note what stands beyond the last column, where `csv.DictReader` keeps it, unless it is blank."""
    beyond = extra if type(extra) is list else [extra]
    if len(beyond) > limits.width:
        report.refuse_width(None, len(beyond))
    elif not all(map(_is_blank, beyond)):
        report.refuse(None, "column", "there are more cells than columns")


def _is_blank(cell: object) -> bool:
    """Whether a cell tells nothing."""
    return cell is None or (type(cell) is str and not cell.strip(SPACES))


def _fill(tree: dict[str | int, Any], header: str, cell: object, column: tuple[Path, Kind], report: Report) -> None:
    """Put what a cell tells where it belongs; of one that is refused the place above it is still told."""
    path, kind = column
    if _is_blank(cell):
        return
    for key in path[:-1]:
        tree = tree.setdefault(key, {}) if type(tree) is dict else tree
    if type(cell) is not str:
        report.refuse_once(at_of(path), "cell", f"{quoted(cell)} is not text")
    elif type(tree) is not dict or path[-1] in tree:
        said = f"what the column {quoted(header)} tells is told by another one too"
        report.refuse((None, header), "column", said)
    else:
        tree[path[-1]] = from_cell(cell, kind)


def _shaped(tree: Any, kind: Kind, at: At, report: Report) -> Any:  # noqa: ANN401 - values of JSON
    """What the cells of a row tell, with lists for numbered columns, and null for what may be null and is not told."""
    inner = without(kind)
    if tree is NOTHING:
        return [] if isinstance(inner, Series) else {}
    if type(tree) is not dict:
        return tree
    if isinstance(inner, Series):
        last = max(tree, default=-1)
        if not report.allows(last + 1):
            report.refuse(None, "too-many", "the numbers of the columns lead further than the limit of values allows")
            raise report.error()
        report.refuse_gap(at, [place for place in range(last) if place not in tree])
        return [_shaped(tree.get(place), inner.kind, (at, place), report) for place in range(last + 1)]
    if isinstance(inner, Object):
        for member in inner.members:
            if member.required and isinstance(member.kind, Maybe):
                tree.setdefault(member.name, None)
        kinds = {member.name: member.kind for member in inner.members}
        return {name: _shaped(value, kinds[name], (at, name), report) for name, value in tree.items()}
    return tree
