"""How tests read one row, and tables as text, and what is wrong with a row."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from mastery_programme import Application
from mastery_programme.codec import UnreadRow, from_rows, to_rows

BASE = {"programme": "secondary-2019"}
GOOD = BASE | {"hub": "A hub"}
VALUE = Application("secondary-2019", hub="A hub")
"""What the good row stands for."""

BAD = {"hub": "\0", "scool": "x", "lead_teacher.years_teaching": "101"}
"""A row with these three problems, and without what has to be there."""


def read(row: dict[str, str], cls: type[Any] = Application) -> Any:
    """What one row stands for."""
    (value,) = from_rows([row], cls)
    return value


def application(**cells: str) -> Any:
    """The application in a row of an id and these cells, `__` in the name of a column standing for a point."""
    return read(BASE | {name.replace("__", "."): cell for name, cell in cells.items()})


def problems(value: object) -> list[tuple[str, str]]:
    """Where in the document of a row something is wrong, and the code of it."""
    assert isinstance(value, UnreadRow)
    return [(problem.path, problem.code) for problem in value.problems]


def read_text(text: str, cls: type[Any] = Application) -> list[Any]:
    """What the rows of a table stand for, read as a program reads a file."""
    return list(from_rows(csv.DictReader(io.StringIO(text, newline="")), cls))


def table_of(rows: list[dict[str, str]]) -> str:
    """Rows as text, as a program writes a file."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def reread(values: Iterable[object], cls: type[Any] = Application) -> list[Any]:
    """Values of one class after they were written to a table, and read from it."""
    return read_text(table_of(to_rows(values)), cls)
