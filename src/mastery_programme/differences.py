"""What a difference is: one thing that two rulesets, editions or statements answer differently, in words too."""

from typing import Any

from attrs import frozen, has

from mastery_programme.days import DayRange, Days
from mastery_programme.facts import Value
from mastery_programme.funding_lines import FundingLine, total_of
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money
from mastery_programme.reasoning import where_said
from mastery_programme.records import Record
from mastery_programme.years import AcademicYear

Clauses = tuple[tuple[str, ...], tuple[str, ...]]
"""The clauses on which each of two sides rests."""

_WHOLE = (Days, DayRange, Money, AcademicYear)  # records that are one value, and not compared field by field
_NAMED_BY = ("id", "number", "name", "organisation")


@frozen(eq=False, repr=False)
class Difference(Record):
    """One thing that differs between two rulesets, two editions or two statements.

    Attributes:
        subject: what differs: the id of a ruleset, or a path such as ``"years.3.activities.support.rate"`` within an
            edition, or ``"2021/22.support.amount"`` within what is paid.
        facts: for a ruleset, where the answers differ: for each fact that matters the values, in any combination. For
            what editions pay, the profile: for each fact that is known its value.
        before: the first one's outcomes (a tuple), value or part; None where it has no such part.
        after: the second one's.
        clauses_before: the clauses on which the first one rests.
        clauses_after: those on which the second one rests.
    """

    subject: str
    facts: FrozenMapping[str, tuple[Value, ...]]
    before: Any
    after: Any
    clauses_before: tuple[str, ...]
    clauses_after: tuple[str, ...]

    def __str__(self) -> str:
        at = f", {where_said(self.facts)}" if self.facts else ""
        before, after = _said(self.before, self.clauses_before), _said(self.after, self.clauses_after)
        return f"{self.subject}{at}: {before} -> {after}"


def _said(value: object, clauses: tuple[str, ...]) -> str:
    """One side of a difference in words."""
    if value is None or value == ():
        return "nothing"
    cited = f" ({', '.join(clauses)})" if clauses else ""
    if isinstance(value, tuple):
        return f"{' and '.join(map(str, value))}{cited}"
    if isinstance(value, FundingLine):
        return f"{total_of((value,))}{cited}"
    if isinstance(value, bool):
        return f"{'yes' if value else 'no'}{cited}"
    return f"{name_of(value) or value}{cited}" if is_record(value) else f"{value}{cited}"


def name_of(part: object) -> object:
    """What people or editions call a part; None if it has no name."""
    return next((getattr(part, field) for field in _NAMED_BY if hasattr(part, field)), None)


def is_record(value: object) -> bool:
    """Whether a value is a record whose fields can be compared one by one."""
    return has(type(value)) and not isinstance(value, _WHOLE)
