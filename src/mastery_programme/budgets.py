"""What a budget is: rows, and totals of them by any grouping."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from mastery_programme.errors import InvalidGrouping
from mastery_programme.hints import nearest
from mastery_programme.hubs import Region
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import NOTHING, Total
from mastery_programme.parts import Payee, Purpose
from mastery_programme.pivots import Pivot
from mastery_programme.records import Record
from mastery_programme.sums import Sum, total_of_totals
from mastery_programme.tables import Column, Row, as_html, as_text
from mastery_programme.years import AcademicYear, FinancialYear

_KEYS = ("hub", "region", "edition", "academic_year", "financial_year", "purpose", "payee", "earned")


@frozen(eq=False, repr=False)
class BudgetRow(Record):
    """What one hub pays in one financial year, of one academic year of one edition, for one purpose to one payee.

    Attributes:
        hub: the name of the hub.
        region: its region; None where the edition does not list the hub.
        edition: the edition's id.
        academic_year: the year for which it is paid.
        financial_year: the year in which it falls due; None for what is unscheduled.
        purpose: what it is for.
        payee: who is paid.
        earned: whether it has been earned; else it is planned.
        total: what it comes to.
    """

    hub: str
    region: Region | None
    edition: str
    academic_year: AcademicYear
    financial_year: FinancialYear | None
    purpose: Purpose
    payee: Payee
    earned: bool
    total: Total


@frozen(eq=False, repr=False)
class Budget(Record):
    """What places come to, hub by hub and year by year.

    Attributes:
        places: how many places it is for.
        rows: what they come to: by hub, edition, year, purpose and payee, in that order.
        free: the days and grants that fall free since places are given up, and so are in no row. Costs that are paid as
            they arise are not among them: nothing is set aside for them.
        total: the total of all rows.
    """

    places: int
    rows: tuple[BudgetRow, ...]
    free: Total
    total: Total = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "total", total_of_totals(row.total for row in self.rows))

    def by(self, *keys: str) -> FrozenMapping[tuple[Any, ...], Total]:
        """Totals by any grouping.

        Args:
            *keys: any of ``"hub"``, ``"region"``, ``"edition"``, ``"academic_year"``, ``"financial_year"`` (None for
                what is unscheduled), ``"purpose"``, ``"payee"`` and ``"earned"``.

        Returns:
            A mapping from tuples of values, one for each key, to the total of their rows: hubs in the order of the
            rows, editions and years in time, the rest in the order of their vocabulary, None last. The totals add up
            to the whole, whatever the grouping.

        Raises:
            InvalidGrouping: for another key.
        """
        for key in keys:
            _check_key(key)
        sums: dict[tuple[Any, ...], Sum] = {}
        for row in self.rows:
            sums.setdefault(tuple(getattr(row, key) for key in keys), Sum()).add(row.total)
        places = [_places(self.rows, key) for key in keys]
        return FrozenMapping({group: sums[group].total() for group in sorted(sums, key=_in_order(places))})

    def pivot(self, rows: str | Sequence[str], columns: str | Sequence[str]) -> Pivot:
        """A table of totals: one grouping down, another one across.

        Args:
            rows: a key as for `by`, or several.
            columns: a key, or several, none of them among those of the rows.

        Raises:
            InvalidGrouping: for another key, none, or one that is given twice.
        """
        down, across = _keys_of(rows), _keys_of(columns)
        if len({*down, *across}) < len((*down, *across)):
            raise InvalidGrouping("a key given twice", ", ".join((*down, *across)), "each once, down or across")
        cells = self.by(*down, *across)
        rows_named, columns_named = self.by(*down), self.by(*across)
        return Pivot(
            rows=down,
            columns=across,
            row_labels=tuple(tuple(map(_label, down, row)) for row in rows_named),
            column_labels=tuple(tuple(map(_label, across, column)) for column in columns_named),
            cells=tuple(tuple(cells.get((*row, *column)) for column in columns_named) for row in rows_named),
        )

    def to_records(self) -> list[Row]:
        """A flat dict a row, all with the same keys in the same order, as pandas and polars take them.

        ``known``, ``estimated`` and ``at_most`` are pounds as `Decimal` with two places (``at_most`` is None where
        something is not published), ``known_pence`` is an int, ``earned`` a bool, the rest text or None;
        ``unpublished`` names the items whose amounts are not in the row.
        """
        return [_record(row) for row in self.rows]

    def __str__(self) -> str:
        return "\n\n".join((_CAPTION, as_text(_COLUMNS, self._rows()), *self._notes()))

    def _repr_html_(self) -> str:
        return as_html(_CAPTION, _COLUMNS, self._rows(), self._notes())

    def _rows(self) -> list[tuple[str, ...]]:
        """The rows of a table: a row for each edition and financial year, and one for all."""
        found = self.by("edition", "financial_year").items()
        rows = [(edition, _label("financial_year", year), *_figures(total)) for (edition, year), total in found]
        return [*rows, ("All", "", *_figures(self.total))]

    def _notes(self) -> tuple[str, ...]:
        """What stands below the table."""
        free = (f"Free: {self.free}",) if self.free.at_most != NOTHING else ()
        return (f"{self.places} {'place' if self.places == 1 else 'places'}: {self.total}", *free)


_CAPTION = "Budget by edition and financial year"
_COLUMNS = (
    Column("Edition"),
    Column("Financial year"),
    Column("Known", numeric=True),
    Column("Estimated", numeric=True),
    Column("At most", numeric=True),
    Column("Not published"),
)


def _figures(total: Total) -> tuple[str, str, str, str]:
    """A total as the cells of a row: the least of it, what is estimated, the most, and what is not published."""
    estimated = str(total.estimated) if total.estimated_items or total.estimated else "-"
    return str(total.known), estimated, "-" if total.at_most is None else str(total.at_most), ", ".join(total.labels)


_ABSENT = {"region": "no region", "financial_year": "unscheduled"}


def _label(key: str, value: object) -> str:
    """A value of a key, in words."""
    if isinstance(value, bool):
        return "earned" if value else "planned"
    return _ABSENT[key] if value is None else str(value)


def _in_order(places: Sequence[Mapping[Any, int]]) -> Callable[[tuple[Any, ...]], tuple[int, ...]]:
    """What puts groups in order: for each of their values its place among those of its key."""
    return lambda group: tuple(of_key[value] for of_key, value in zip(places, group, strict=True))


def _places(rows: Sequence[BudgetRow], key: str) -> dict[Any, int]:
    """The place of each value of a key: hubs as in the rows, editions by their first year, the rest as it is stated."""
    values: list[Any] = list(dict.fromkeys(getattr(row, key) for row in rows))
    if key == "edition":
        first = {id: min(row.academic_year for row in rows if row.edition == id) for id in values}
        values.sort(key=lambda id: (first[id], id))
    elif key != "hub":
        values.sort(key=_place)
    return {value: place for place, value in enumerate(values)}


def _place(value: Any) -> tuple[bool, Any]:  # noqa: ANN401 - values of keys are of many kinds
    """The place of a value among others of its key: what is earned is first, None last."""
    if isinstance(value, bool):
        return False, not value
    return value is None, list(type(value)).index(value) if isinstance(value, Region | Payee | Purpose) else value


def _keys_of(given: str | Sequence[str]) -> tuple[str, ...]:
    """Keys, also one by itself; raises `InvalidGrouping`."""
    keys = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, tuple | list) else ()
    if not keys:
        raise InvalidGrouping("not keys", given, f"some of {', '.join(_KEYS)}")
    for key in keys:
        _check_key(key)
    return keys


def _check_key(key: object) -> None:
    """Raise `InvalidGrouping` unless rows can be grouped by this key."""
    if not isinstance(key, str) or key not in _KEYS:
        raise InvalidGrouping("rows have no such key", key, f"one of {', '.join(_KEYS)}", nearest(key, _KEYS))


def _record(row: BudgetRow) -> Row:
    """A row as a flat dict."""
    total = row.total
    return {
        "hub": row.hub,
        "region": None if row.region is None else row.region.value,
        "edition": row.edition,
        "academic_year": str(row.academic_year),
        "financial_year": None if row.financial_year is None else str(row.financial_year),
        "purpose": row.purpose.value,
        "payee": row.payee.value,
        "earned": row.earned,
        "known": total.known.as_decimal,
        "known_pence": total.known.in_pence,
        "estimated": total.estimated.as_decimal,
        "at_most": None if total.at_most is None else total.at_most.as_decimal,
        "unpublished": ", ".join(total.unpublished) or None,
    }
