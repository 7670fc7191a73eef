"""Rows as aligned text, as escaped HTML and as records: the one place where an answer becomes a table."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from mastery_programme.days import DayRange, Days

Row = dict[str, str | int | bool | Decimal | date | None]
"""One row of `to_records`: flat, as pandas and polars take it."""

_GAP = "  "

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


class Column(NamedTuple):
    """A column of a table: what stands over it, and whether it holds amounts, which are aligned at the right."""

    heading: str
    numeric: bool = False


def as_text(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    """A table as lines of text: a heading, a rule, and a line a row, the columns aligned.

    Args:
        columns: its columns, from left to right.
        rows: for each row its cells, one a column.
    """
    cells = [[column.heading for column in columns], *([" ".join(cell.split("\n")) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join(_line(columns, row, widths) for row in cells)


def _line(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> str:
    """One line of a text table, without trailing spaces."""
    padded = (
        cell.rjust(width) if column.numeric else cell.ljust(width)
        for column, cell, width in zip(columns, row, widths, strict=True)
    )
    return _GAP.join(padded).rstrip()


def as_html(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[str]], notes: Iterable[str] = ()) -> str:
    """A table as HTML with a caption, every text in it escaped, and notes as paragraphs after it.

    Args:
        caption: what the table shows.
        columns: its columns, from left to right.
        rows: for each row its cells, one a column; the first cell heads its row.
        notes: lines to set below the table.
    """
    head = "".join(f'<th scope="col">{escape(column.heading)}</th>' for column in columns)
    body = "".join(f"<tr>{_html_cells(columns, row)}</tr>" for row in rows)
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"
    )


def escape(text: str) -> str:
    """Text with every character that means something in HTML escaped, also within an attribute."""
    return text.translate(_ESCAPED)


def _html_cells(columns: Sequence[Column], row: Sequence[str]) -> str:
    """The cells of one HTML row."""
    heading, *rest = zip(columns, row, strict=True)
    cells = (
        f'<td style="text-align: {"right" if column.numeric else "left"}">{escape(cell)}</td>' for column, cell in rest
    )
    return f'<th scope="row">{escape(heading[1])}</th>{"".join(cells)}'


def capitalised(words: str) -> str:
    """Words as they begin a cell or a sentence, the rest of them left as they are."""
    return f"{words[:1].upper()}{words[1:]}"


def days_said(days: Days | DayRange | None) -> str:
    """Days in words."""
    return "not published" if days is None else str(days)


def days_recorded(days: Days | DayRange | None) -> Row:
    """Days as the fields of a record: exact if they are, and between which bounds if they are published."""
    low, high = (days.low, days.high) if isinstance(days, DayRange) else (days, days)
    return {
        "days": days.as_decimal if isinstance(days, Days) else None,
        "days_at_least": None if low is None else low.as_decimal,
        "days_at_most": None if high is None else high.as_decimal,
    }


def still_open(questions: Sequence[str]) -> tuple[str, ...]:
    """What is still open, as a line of text, if anything is."""
    return (f"Still open: {' '.join(questions)}",) if questions else ()
