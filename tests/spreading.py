"""Bases for tests, by hand and by chance, and the same figures worked out a second time in plain whole numbers."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from mastery_programme import ByTerms, EvenlyByMonth, OnOneDay, SchoolTerm, Unscheduled, spread
from mastery_programme.bases import Basis
from mastery_programme.funding_lines import FundingLine
from mastery_programme.statements import FundingStatement

TERMS: Final = (
    SchoolTerm("Autumn 2019", date(2019, 9, 3), date(2019, 12, 20)),
    SchoolTerm("Spring 2020", date(2020, 1, 6), date(2020, 4, 3)),
    SchoolTerm("Summer 2020", date(2020, 4, 20), date(2020, 7, 17)),
)
"""The terms of 2019/20: 109, 89 and 89 days, of which 109 + 86 are before April."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _terms(steps: Iterable[int]) -> Basis:
    """A basis of terms, some days apart from one another."""
    days, on = [], date(2019, 8, 20)
    for step in steps:
        on += timedelta(days=step)
        days.append(on)
    pairs = zip(days[::2], days[1::2], strict=False)
    return ByTerms(tuple(SchoolTerm("A term", first, last) for first, last in pairs))


BASES: Final[st.SearchStrategy[Any]] = st.one_of(
    st.just(EvenlyByMonth()),
    st.just(Unscheduled()),
    st.integers(1, 12).flatmap(lambda month: st.builds(OnOneDay, st.just(month), st.integers(1, _LENGTHS[month - 1]))),
    st.lists(st.integers(1, 150), min_size=2, max_size=14).map(_terms),
)
"""Every kind of basis; of terms also those of a part of the time, and across the ends of years."""

Key = tuple[object, ...]
Figures = list[Any]
"""Pence known, estimated, and at most (None if that is not known), and the ids of what is not published."""


class Reckoning:
    """What places come to by the keys of the rows of a budget, added up line by line.

    Attributes:
        rows: the figures by hub, edition, academic and financial year, purpose, payee, and whether earned.
    """

    def __init__(self) -> None:
        self.rows: dict[Key, Figures] = {}

    def add(self, hub: str, statement: FundingStatement, basis: Basis | None, after: date | None = None) -> None:
        """Add a statement, planned if there is a basis to spread it by, and earned if not."""
        lines = statement.lines if basis is None else spread(statement, basis, after=after).lines
        for line in lines:
            self._add((hub, line.edition), line, is_earned=basis is None)

    def _add(self, where: Key, line: FundingLine, *, is_earned: bool) -> None:
        """Add a line."""
        year = None if line.on is None else line.on.year - (line.on.month < 4)
        key = (*where, str(line.academic_year), year, line.purpose.value, line.payee.value, is_earned)
        figures = self.rows.setdefault(key, [0, 0, 0, frozenset()])
        figures[0] += line.at_least.in_pence
        figures[1] += line.reckoned.in_pence
        figures[2] = None if figures[2] is None or line.at_most is None else figures[2] + line.at_most.in_pence
        figures[3] |= {id for id, _ in line.unpublished}
