"""What a budget is: rows, and totals of them by any grouping."""

from collections.abc import Sequence
from typing import Any

from attrs import field, frozen

from mastery_programme.errors import InvalidGrouping
from mastery_programme.hints import nearest
from mastery_programme.hubs import Region
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Total
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
        free: what falls free since places are given up, and so is in no row.
        total: the total of all rows.
    """

    places: int
    rows: tuple[BudgetRow, ...]
    free: Total
    total: Total = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "total", total_of_totals(row.total for row in self.rows))

    def by(self, *keys: str) -> FrozenMapping[tuple[Any, ...], Total]:
        """Totals by any grouping, in the order of the rows.

        Args:
            *keys: any of ``"hub"``, ``"region"``, ``"edition"``, ``"academic_year"``, ``"financial_year"`` (None for
                what is unscheduled), ``"purpose"``, ``"payee"`` and ``"earned"``.

        Returns:
            A mapping from tuples of values, one for each key, to the total of their rows. The totals add up to the
            whole, whatever the grouping.

        Raises:
            InvalidGrouping: for another key.
        """
        for key in keys:
            _check_key(key)
        sums: dict[tuple[Any, ...], Sum] = {}
        for row in self.rows:
            sums.setdefault(tuple(getattr(row, key) for key in keys), Sum()).add(row.total)
        return FrozenMapping({group: found.total() for group, found in sums.items()})

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
        rows_named = dict.fromkeys(group[: len(down)] for group in cells)
        columns_named = sorted({group[len(down) :] for group in cells}, key=_in_order)
        return Pivot(
            rows=down,
            columns=across,
            row_labels=tuple(tuple(map(_label, row)) for row in rows_named),
            column_labels=tuple(tuple(map(_label, column)) for column in columns_named),
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
        rows = [(edition, _label(year), *_figures(total)) for (edition, year), total in found]
        return [*rows, ("All", "", *_figures(self.total))]

    def _notes(self) -> tuple[str, ...]:
        """What stands below the table."""
        free = (f"Free: {self.free}",) if self.free.known or self.free.unpublished else ()
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
    estimated, at_most = (str(amount) if amount else "-" for amount in (total.estimated, total.at_most))
    return str(total.known), estimated, at_most, ", ".join(total.labels)


def _label(value: object) -> str:
    """A value of a key, in words."""
    if isinstance(value, bool):
        return "earned" if value else "planned"
    return "unscheduled" if value is None else str(value)


def _in_order(group: tuple[Any, ...]) -> tuple[Any, ...]:
    """What puts groups of columns in order: years in time, a vocabulary as it is stated, other things by their text."""
    return tuple(_place(value) for value in group)


def _place(value: Any) -> tuple[int, Any]:  # noqa: ANN401 - values of keys are of many kinds
    """The place of a value among others of its key; none comes last."""
    if value is None:
        return 1, 0
    return 0, list(type(value)).index(value) if isinstance(value, Region | Payee | Purpose) else value


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
