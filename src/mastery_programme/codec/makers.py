"""How values are made of a document where more is to be checked than their classes check, or an edition is named."""

from collections.abc import Iterable
from typing import Any, Final

from attrs import frozen

from mastery_programme.allocation import Allocation, YearAllocation
from mastery_programme.codec.leaves import Schema, Text
from mastery_programme.codec.objects import Given
from mastery_programme.codec.reports import BAD, At, Bad, Report, misfit, quoted
from mastery_programme.days import DayRange, Days
from mastery_programme.errors import FlawedProgramme, InvalidRuleset
from mastery_programme.funding_lines import FundingLine
from mastery_programme.programme import Programme
from mastery_programme.rules import Ruleset
from mastery_programme.sources import Document, Source
from mastery_programme.statements import FundingStatement

_ID = Text(filled=True)


@frozen(eq=False)
class Edition:
    """An edition, as its id: the document does not hold it."""

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - an edition or `BAD`
        """The edition of this id, among those given."""
        id = _ID.read(raw, at, report)
        if id is BAD:
            return BAD
        editions = {edition.id: edition for edition in report.editions}
        if id not in editions:
            return report.refuse_name(
                at, "edition", f"there is no edition {quoted(id)} among those given", id, editions
            )
        return editions[id]

    def write(self, value: object) -> object:
        """Its id."""
        return value.id if isinstance(value, Programme) else misfit(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """Text."""
        return _ID.schema(shared)


EDITION: Final = Edition()


def source(given: Given, at: At, report: Report) -> object:
    """A clause; one that is told in short, by its document and its id alone, as the document of the edition has it."""
    if len(given) == len(("document", "clause")):
        cited = report.clauses.get((given["document"], given["clause"]))
        if cited is not None:
            return cited
    return Source(**given)


def cite(documents: Iterable[Document], report: Report) -> None:
    """Have the clauses of the documents of an edition cited in short."""
    for document in documents:
        report.clauses.update({(clause.document, clause.clause): clause for clause in document.clauses})


def programme(given: Given, at: At, report: Report) -> object:
    """An edition, or a problem for each of its flaws."""
    try:
        return Programme(**given)
    except FlawedProgramme as error:
        return _flawed(error.flaws, at, report)


def ruleset(given: Given, at: At, report: Report) -> object:
    """A ruleset, or a problem for each thing that keeps it from being built."""
    try:
        return Ruleset(**given)
    except InvalidRuleset as error:
        return _flawed(error.flaws, at, report)


def _flawed(flaws: Iterable[str], at: At, report: Report) -> Bad:
    """Note each flaw of a whole."""
    for flaw in flaws:
        report.refuse(at, "flaw", flaw)
    return BAD


def funding_line(given: Given, at: At, report: Report) -> object:
    """A line of a statement, whose figures agree: its amount is what its days come to, and lies between its bounds."""
    line = FundingLine(**given)
    if isinstance(line.days, Days) and line.rate is not None and line.amount is not None:
        due = line.days * line.rate
        if line.amount != due:
            return report.refuse(
                (at, "amount"), "total", f"{line.days} at {line.rate} come to {due}, not {line.amount}"
            )
    if line.at_most is not None and line.at_least > line.at_most:
        return report.refuse((at, "at_least"), "total", f"the least is more than the most, {line.at_most}")
    if line.published is bool(line.estimated or line.unpublished):
        return report.refuse((at, "published"), "total", "what is published is neither estimated nor not published")
    if not line.certain and line.at_least:
        return report.refuse((at, "at_least"), "total", "of what is not certain, nothing is the least")
    settled = line.certain and line.published and not line.alternatives and line.amount is not None
    if settled and not line.at_least == line.amount == line.at_most:
        return report.refuse((at, "amount"), "total", "the least and the most of what is certain is its amount")
    return line


def year_allocation(given: Given, at: At, report: Report) -> object:
    """The days of a year, which are what its lines add up to, as far as these are settled."""
    year = YearAllocation(**given)
    for place, line in enumerate(year.lines):
        if line.academic_year != year.academic_year:
            where = (((at, "lines"), place), "academic_year")
            return report.refuse(
                where, "total", f"this line is not of {year.academic_year}, the year that it stands in"
            )
    published = all(line.days is not None for line in year.lines)
    if published is (year.days is None):
        told = "are published" if published else "are not all published"
        return report.refuse((at, "days"), "total", f"the days of the lines {told}, and so has their sum to be")
    if year.days is None:
        return year
    sums = [sum(_ends(line.days, certain=line.certain)[end] for line in year.lines) for end in (0, 1)]
    ends = list(_ends(year.days, certain=True))
    settled = all(line.certain and not line.alternatives for line in year.lines)
    if ends != sums if settled else ends[0] < sums[0] or ends[1] > sums[1]:
        low, high = map(_told, sums)
        return report.refuse((at, "days"), "total", f"the lines add up to {low if low == high else f'{low} to {high}'}")
    return year


def allocation(given: Given, at: At, report: Report) -> object:
    """The days of all years, which follow one another."""
    made = Allocation(**given)
    for place, year in enumerate(made.years):
        first = made.years[0].academic_year.first
        if year.number != place + 1 or year.academic_year.first != first + place:
            return report.refuse((((at, "years"), place), "number"), "total", "the years do not follow one another")
    return made


def statement(given: Given, at: At, report: Report) -> object:
    """A statement, whose lines are all of its edition."""
    made = FundingStatement(**given)
    for place, line in enumerate(made.lines):
        if line.edition != made.edition:
            where = (((at, "lines"), place), "edition")
            return report.refuse(where, "total", f"this line is not of {quoted(made.edition)}, as the statement is")
    return made


def _ends(days: Days | DayRange | None, *, certain: bool) -> tuple[int, int]:
    """The least and the most of some days, in half-days; what is not certain may be none."""
    low, high = (days.low, days.high) if isinstance(days, DayRange) else (days or Days(0),) * 2
    return low.half_days if certain else 0, high.half_days


def _told(half_days: int) -> str:
    """A number of days, in words; also of more than there can be."""
    return f"{half_days // 2}{'.5' if half_days % 2 else ''} days"
