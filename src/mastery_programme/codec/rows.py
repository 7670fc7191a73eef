"""Rows of tables, in and out: a flat mapping of text for each value."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from mastery_programme.codec.branches import Maybe, Series
from mastery_programme.codec.catalogue import known_kind
from mastery_programme.codec.columns import Path, cells, from_cell, header_of, is_flat, order_of, path_of
from mastery_programme.codec.documents import new_report, read_whole, to_dict
from mastery_programme.codec.leaves import Kind
from mastery_programme.codec.limits import USUAL, Limits, check_tree
from mastery_programme.codec.objects import Object
from mastery_programme.codec.reports import At, Report, quoted
from mastery_programme.editions import EDITIONS
from mastery_programme.errors import InvalidArgument
from mastery_programme.problems import InvalidDocument, UnreadRow
from mastery_programme.programme import Programme

T = TypeVar("T")

_FORMULA = tuple("=+-@\t\r＝＋－＠")  # noqa: RUF001 - wide signs begin formulas too
"""With one of these a spreadsheet takes a cell for a formula."""


def from_rows(
    rows: Iterable[Mapping[str, str | None]],
    cls: type[T],
    *,
    limits: Limits = USUAL,
    editions: Iterable[Programme] = EDITIONS,
) -> Iterator[T | UnreadRow]:
    """The values that rows of text stand for, one by one as they are asked for.

    A column is named after where its cells belong in a document: ``school.name``, ``lead_teacher.awards.1.title``. An
    empty cell tells nothing. Nothing is kept of what is read, so that to read once without using the values, and then
    again, gives the same.

    Args:
        rows: a dict for each row, from the names of the columns to the text of the cells, as `csv.DictReader` gives.
        cls: the class of the values.
        limits: how large a row may be.
        editions: the editions that a `Case` may name.

    Returns:
        An iterator that gives for each row its value, or an `UnreadRow` with all its problems.

    Raises:
        InvalidArgument: if the values of the class cannot be told in a row, or if it is no series that is given.
    """
    kind = _flat(cls)
    new_report(limits, editions)  # whatever is wrong with these is told at once
    if isinstance(rows, Mapping | str | bytes) or not isinstance(rows, Iterable):
        raise InvalidArgument("not a series of rows", rows, "any iterable of dicts")
    return _values(rows, kind, limits, tuple(editions))


def to_rows(values: Iterable[object], *, defuse: bool = False) -> list[dict[str, str]]:
    """Rows of text for values of one class, as `csv.DictWriter` takes them, all with the same columns in one order.

    Args:
        values: the values, all of one class.
        defuse: whether to put an apostrophe before what a spreadsheet would take for a formula. The rows are then for
            people to look at: they are not read back as the same.

    Raises:
        InvalidArgument: if the values are not of one class whose values can be told in a row.
        InvalidDocument: as `to_dict` does.
    """
    if isinstance(values, Mapping | str | bytes) or not isinstance(values, Iterable):
        raise InvalidArgument("not a series of values", values, "any iterable of values of one class")
    given = list(values)
    kinds = {type(value): _flat(type(value)) for value in given}
    if len(kinds) > 1:
        raise InvalidArgument("not values of one class", " and ".join(cls.__name__ for cls in kinds), "one class")
    rows = [cells({key: item for key, item in to_dict(value).items() if key != "format"}) for value in given]
    columns = sorted({path for row in rows for path in row}, key=lambda path: order_of(path, *kinds.values()))
    return [{header_of(path): _told(row.get(path, ""), defuse=defuse) for path in columns} for row in rows]


def _told(cell: str, *, defuse: bool) -> str:
    """A cell, so that no spreadsheet takes it for a formula if that is asked."""
    return f"'{cell}" if defuse and cell.lstrip(" ").startswith(_FORMULA) else cell


def _flat(cls: type[Any]) -> Object:
    """The kind of a class whose values can be told in a row; raises `InvalidArgument`."""
    kind = known_kind(cls)
    if not isinstance(kind, Object) or not is_flat(kind):
        raise InvalidArgument("these cannot be told in a row", cls.__name__, "a class such as Application or Judgement")
    return kind


def _values(rows: Iterable[object], kind: Object, limits: Limits, editions: tuple[Programme, ...]) -> Iterator[Any]:
    """The values of rows, one by one."""
    columns: dict[str, tuple[Path, Kind] | None] = {}
    for place, row in enumerate(rows):
        report = new_report(limits, editions)
        try:
            document = _document(row, kind, columns, limits, report)
            value = read_whole(document, kind, report)
        except InvalidDocument as error:
            value = UnreadRow(place, error.problems, error.more)
        yield value


def _document(
    row: object, kind: Object, columns: dict[str, tuple[Path, Kind] | None], limits: Limits, report: Report
) -> object:
    """The document that a row stands for.

    Raises:
        InvalidDocument: if it is no row, or larger than the limits allow.
    """
    if type(row) is not dict:
        report.refuse_value(None, "type", row, "a row: a dict from the names of columns to text")
        raise report.error()
    if any(key is None for key in row):  # where `csv.DictReader` keeps what stands beyond the last column
        report.refuse(None, "column", "there are more cells than columns")
        raise report.error()
    if not check_tree(row, limits, report):
        raise report.error()
    tree: dict[str | int, Any] = {}
    for header, cell in row.items():
        if header not in columns:
            columns[header] = path_of(header, kind)
        _fill(tree, header, cell, columns[header], report)
    return _shaped(tree, kind, None, report)


def _fill(
    tree: dict[str | int, Any], header: str, cell: object, column: tuple[Path, Kind] | None, report: Report
) -> None:
    """Put what a cell tells where it belongs."""
    at = (None, header)
    if column is None:
        report.refuse(at, "column", f"there is no column {quoted(header)}")
    elif cell is not None and type(cell) is not str:
        report.refuse_value(at, "cell", cell, "text")
    elif cell is not None and cell.strip():
        (*above, last), kind = column
        for key in above:
            tree = tree.setdefault(key, {}) if type(tree) is dict else tree
        if type(tree) is not dict or last in tree:
            report.refuse(at, "column", f"what the column {quoted(header)} tells is told by another one too")
        else:
            tree[last] = from_cell(cell, kind)


def _shaped(tree: Any, kind: Kind, at: At, report: Report) -> Any:  # noqa: ANN401 - values of JSON
    """What the cells of a row tell, with lists for numbered columns, and null for what may be null and is not told."""
    inner = kind.kind if isinstance(kind, Maybe) else kind
    if type(tree) is not dict:
        return tree
    if isinstance(inner, Series):
        for place in range(max(tree) + 1):
            if place not in tree:
                report.refuse((at, place), "column", "its columns are empty, and later ones are not")
        return [_shaped(tree[place], inner.kind, (at, place), report) for place in sorted(tree)]
    if isinstance(inner, Object):
        for member in inner.members:
            if member.required and isinstance(member.kind, Maybe):
                tree.setdefault(member.name, None)
        kinds = {member.name: member.kind for member in inner.members}
        return {name: _shaped(value, kinds[name], (at, name), report) for name, value in tree.items()}
    return tree
