"""What is wrong with a document: every problem with where it is, a stable code, and what would have been taken."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from mastery_programme.errors import MasteryProgrammeError
from mastery_programme.records import Record

MOST_SHOWN = 10_000
"""No message about a document has more bytes, in UTF-8."""


@frozen(eq=False, repr=False)
class Problem(Record):
    """One thing that is wrong with a document.

    Attributes:
        path: where, as a JSON Pointer (RFC 6901); empty for the whole document.
        code: what sort of problem it is: a stable name, listed in the documentation.
        message: what is wrong, in words, with what is allowed; a value is quoted to 80 characters.
    """

    path: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or 'the document'}: {self.message} [{self.code}]"


@frozen(eq=False, repr=False)
class UnreadRow(Record):
    """A row of a table that could not be read, in the place of its value.

    Attributes:
        row: its place among the rows given, from 0.
        problems: what is wrong with it, each with where it is in the document that the row stands for, or, where a
            column has no place there, with the name of the column; at most 100.
        more: how many problems there are beside these, as far as they were counted.
    """

    row: int
    problems: tuple[Problem, ...]
    more: int = 0

    def __str__(self) -> str:
        return _listed(f"row {self.row}", self.problems, self.more)


class InvalidDocument(MasteryProgrammeError, ValueError):
    """A document that cannot be read, with everything that is wrong with it.

    Attributes:
        problems: what is wrong, in the order of the document; at most 100.
        more: how many problems there are beside these, as far as they were counted.
    """

    problems: tuple[Problem, ...]
    more: int

    def __init__(self, problems: Iterable[Problem], more: int = 0) -> None:
        self.problems = tuple(problems)
        self.more = more
        super().__init__("not a document that can be read")
        self.args: tuple[Any, ...] = (self.problems, more)

    def to_records(self) -> list[dict[str, str]]:
        """A flat dict of path, code and message for each problem."""
        return [{"path": one.path, "code": one.code, "message": one.message} for one in self.problems]

    def __str__(self) -> str:
        return _listed(self.problem, self.problems, self.more)


def _listed(what: str, problems: tuple[Problem, ...], more: int) -> str:
    """Problems as lines of text, as many as a message may hold."""
    number = len(problems) + more
    lines = [f"{what}: {number} {'problem' if number == 1 else 'problems'}"]
    left = MOST_SHOWN - 200  # for the first line and the last
    for problem in problems:
        line = f"- {problem}"
        left -= len(line.encode("utf-8", "replace")) + 1
        if left < 0:
            break
        lines.append(line)
    untold = number + 1 - len(lines)
    return "\n".join([*lines, *([f"- and {untold} more"] if untold else [])])
