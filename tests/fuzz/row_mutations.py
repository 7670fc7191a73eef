"""Rows changed at random: in their cells, and in the names of their columns."""

from random import Random
from typing import Any

from tests.fuzz.mutations import ODD_TEXTS, odd

ODD_HEADERS = (
    *("hub", "Hub ", "\ufeffhub", "school nmae", "signatures.1.name", "signatures.1000.name", "signatures.1001.name"),
    *("lead_teacher.awards", "lead_teacher.awards.1", "other_statements.x", "facts.qts", "", " ", ".", "a" * 200),
)


def mutated_row(random: Random, row: dict[Any, Any]) -> dict[Any, Any]:
    """A row after one to three changes of its cells and of the names of its columns; it is changed itself."""
    for _ in range(random.choice((1, 1, 2, 3))):
        header = random.choice([*(header for header in row if type(header) is str), ""])
        cell = row.get(header)
        kind = random.randrange(5)
        if kind == 0:
            row[header] = odd(random)
        elif kind == 1:
            row[random.choice(ODD_HEADERS)] = random.choice(("x", "", "yes", cell))
        elif kind == 2:
            row.pop(header, None)
        elif kind == 3 and type(cell) is str:
            row[header] = random.choice(
                (f" {cell}", f"{cell}\t", cell.upper(), cell + random.choice(ODD_TEXTS), cell * 2)
            )
        else:
            row[random.choice((None, 1, header + "s", header.upper()))] = random.choice((cell, ["x"], [""], None))
    return row
