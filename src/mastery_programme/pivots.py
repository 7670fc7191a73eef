"""Totals in two directions: one grouping down, another one across."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from mastery_programme.money import Total
from mastery_programme.records import Record
from mastery_programme.sums import total_of_totals
from mastery_programme.tables import Column, Row, as_html, as_text, capitalised


@frozen(eq=False, repr=False)
class Pivot(Record):
    """A table of totals.

    Attributes:
        rows: the keys that stand down the side.
        columns: the keys that stand across the top.
        row_labels: for each row the values of its keys, in words.
        column_labels: for each column the values of its keys, in words.
        cells: for each row its totals, one a column; None where there is nothing.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_labels: tuple[tuple[str, ...], ...]
    column_labels: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Total | None, ...], ...]

    @property
    def row_totals(self) -> tuple[Total, ...]:
        """The total of each row."""
        return tuple(map(_sum, self.cells))

    @property
    def column_totals(self) -> tuple[Total, ...]:
        """The total of each column."""
        return tuple(map(_sum, zip(*self.cells, strict=True)))

    @property
    def total(self) -> Total:
        """The total of all."""
        return _sum(self.row_totals)

    def to_records(self) -> list[Row]:
        """A flat dict a row: the row's keys, then what is known for each column as `Decimal`, and ``known`` in all.

        The name of a column is its values, with a number behind it if there is that name already; what is not published
        or only estimated is in none of them. Where a row has nothing in a column there is None.
        """
        names = _names(self.rows, self.column_labels)
        return [
            {
                **dict(zip(self.rows, label, strict=True)),
                **{
                    name: None if cell is None else cell.known.as_decimal for name, cell in zip(names, row, strict=True)
                },
                "known": total.known.as_decimal,
            }
            for label, row, total in zip(self.row_labels, self.cells, self.row_totals, strict=True)
        ]

    def __str__(self) -> str:
        return "\n\n".join((self._caption(), as_text(self._columns(), self._rows()), *self._notes()))

    def _repr_html_(self) -> str:
        return as_html(self._caption(), self._columns(), self._rows(), self._notes())

    def _caption(self) -> str:
        """What the table shows."""
        return f"{_said(self.rows)} by {_said(self.columns).lower()}"

    def _columns(self) -> tuple[Column, ...]:
        """The columns of the table."""
        across = (Column(", ".join(label), numeric=True) for label in self.column_labels)
        return (*(Column(_said([key])) for key in self.rows), *across, Column("All", numeric=True))

    def _rows(self) -> list[tuple[str, ...]]:
        """The rows of the table, and one for all of them."""
        rows = [
            (*label, *map(_cell, row), _cell(total))
            for label, row, total in zip(self.row_labels, self.cells, self.row_totals, strict=True)
        ]
        blank = [""] * (len(self.rows) - 1)
        return [*rows, ("All", *blank, *map(_cell, self.column_totals), _cell(self.total))]

    def _notes(self) -> tuple[str, ...]:
        """What stands below the table."""
        starred = ("* or more: not all of it is published and certain",) if "*" in _cell(self.total) else ()
        return (*starred, f"Total: {self.total}")


def _sum(cells: Iterable[Total | None]) -> Total:
    """The total of some cells."""
    return total_of_totals(cell for cell in cells if cell is not None)


def _cell(total: Total | None) -> str:
    """What is known in a cell, with a star where it is not all; a dash where there is nothing."""
    if total is None:
        return "-"
    return f"{total.known}{'*' if total.known != total.at_most or total.estimated_items else ''}"


def _names(keys: Sequence[str], labels: Iterable[Sequence[str]]) -> list[str]:
    """The names of columns in records, each unlike the others and unlike the keys that stand beside them."""
    taken = {*keys, "known"}
    names: list[str] = []
    for label in labels:
        name = in_words = ", ".join(label)
        number = 2
        while name in taken:
            name, number = f"{in_words} ({number})", number + 1
        taken.add(name)
        names.append(name)
    return names


def _said(keys: Iterable[str]) -> str:
    """Keys in words."""
    return capitalised(", ".join(key.replace("_", " ") for key in keys))
