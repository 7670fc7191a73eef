"""How values are made of a document where more is to be checked than their classes check, or an edition is named."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Any, Final

from attrs import frozen

from mastery_programme.allocation import Allocation, YearAllocation
from mastery_programme.cases import Case
from mastery_programme.codec.leaves import Schema, Text
from mastery_programme.codec.objects import Given
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, Bad, Report, misfit, quoted
from mastery_programme.days import DayRange, Days
from mastery_programme.eligibility import check_judgement, check_waiver, read_elsewhere
from mastery_programme.errors import FlawedProgramme, MasteryProgrammeError
from mastery_programme.funding_lines import FundingLine
from mastery_programme.money import NOTHING, Money
from mastery_programme.programme import Programme
from mastery_programme.routing import read_facts
from mastery_programme.rules import Ruleset, flaws_of
from mastery_programme.sources import Document, Source
from mastery_programme.statements import FundingStatement
from mastery_programme.steps import Stage, check_follows
from mastery_programme.years import EARLIEST, LATEST

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
    if given.keys() == {"document", "clause"}:
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
    """A ruleset, or a problem for each thing that keeps it from being built; for all of a document with few hints."""
    flaws = tuple(flaws_of(given["facts"], given["rules"], report.hints))
    return _flawed(flaws, at, report) if flaws else Ruleset(**given)


def _flawed(flaws: Iterable[str], at: At, report: Report) -> Bad:
    """Note each flaw of a whole."""
    for flaw in flaws:
        report.refuse(at, "flaw", flaw)
    return BAD


def case(given: Given, at: At, report: Report) -> object:
    """A case, or a problem for each part of it that cannot be."""
    before = report.number
    try:
        return Case(**given)
    except MasteryProgrammeError as error:
        _check_case(given, at, report)
        return report.refuse_error(at, error) if report.number == before else BAD


def _check_case(given: Given, at: At, report: Report) -> None:
    """Note which steps, facts, judgements and waivers cannot be, each for itself."""
    programme, application = given["programme"], given["application"]
    if application.programme != programme.id:
        told = f"the application is to {quoted(application.programme)}, the case of {quoted(programme.id)}"
        report.refuse(((at, "application"), "programme"), "value", told)
    steps = given["history"]
    if not steps or steps[0].stage is not Stage.DRAFTED:
        report.refuse((at, "history"), "value", f"the first step of a case is {Stage.DRAFTED.value!r}")
    for place, pair in enumerate(pairwise(steps), 1):
        check(partial(check_follows, *pair), ((at, "history"), place), report)
    facts, criteria = programme.facts, [criterion.id for criterion in programme.criteria]
    for name, value in given.get("facts", {}).items():
        if _is_known(name, "fact", facts, ((at, "facts"), name), report):
            check(partial(read_elsewhere, programme, {name: value}), ((at, "facts"), name), report)
    for place, judgement in enumerate(given.get("judgements", ())):
        where = (at, "judgements"), place
        if _is_known(judgement.fact, "fact", facts, (where, "fact"), report):
            check(partial(check_judgement, programme, judgement), (where, "holds"), report)
    for place, waiver in enumerate(given.get("waivers", ())):
        where = (at, "waivers"), place
        if _is_known(waiver.criterion, "criterion", criteria, (where, "criterion"), report):
            check(partial(check_waiver, programme, waiver), (where, "criterion"), report)


def check_facts(programme: Programme, facts: Mapping[str, object], at: At, report: Report) -> None:
    """Note which facts an edition does not have, and which cannot have their values."""
    for name, value in facts.items():
        if _is_known(name, "fact", programme.facts, (at, name), report):
            check(partial(read_facts, programme, {name: value}), (at, name), report)


def _is_known(name: str, what: str, known: Collection[str], at: At, report: Report) -> bool:
    """Whether an edition has something of this name; noted if it has not, with the nearest that it has."""
    if name in known:
        return True
    report.refuse_name(at, "value", f"the edition has no {what} {quoted(name)}", name, known)
    return False


def check(ask: Callable[[], object], at: At, report: Report) -> None:
    """Note what is wrong with a part, if anything is."""
    try:
        ask()
    except MasteryProgrammeError as error:
        report.refuse_error(at, error)


def funding_line(given: Given, at: At, report: Report) -> object:
    """A line of a statement, whose figures agree: its amount is what its days come to, and lies between its bounds."""
    line = FundingLine(**given)
    for key, message in _odd_figures(line):
        report.refuse((at, key), "total", message)
    return line


def _odd_figures(line: FundingLine) -> Iterator[tuple[str, str]]:
    """What in a line does not go with the rest of it, by its key."""
    if line.alternatives and line.activity is not None:
        yield "activity", "while a route is open, no activity is settled"
    if line.published is bool(line.estimated or line.unpublished or line.actual):
        yield "published", "what is published is neither estimated nor actual nor not published"
    if line.actual and (line.estimated or line.unpublished or line.reckoned):
        yield "actual", "what it really came to is neither estimated nor not published"
    if line.published and line.reckoned:
        yield "reckoned", "what is published is not reckoned with"
    if not line.certain and line.at_least:
        yield "at_least", "of what is not certain, nothing is the least"
    if line.on is not None and not EARLIEST <= line.on <= LATEST:
        yield "on", f"a day from {EARLIEST} to {LATEST} is in a financial year"
    if line.recovery and (line.amount is None or line.amount > NOTHING or not line.certain or line.alternatives):
        yield "recovery", "what is taken back is certain, and an amount below nothing"
    elif line.rate is not None and line.days is not None:
        yield from _other_pay(line, line.rate, line.days)
    else:
        yield from _odd_bounds(line)


def _odd_bounds(line: FundingLine) -> Iterator[tuple[str, str]]:
    """What does not go together in a line whose amount is not its days at its rate."""
    exact = (line.published or line.actual) and line.certain and not line.alternatives
    if line.at_most is not None and line.at_least > line.at_most:
        yield "at_least", f"the least is more than the most, {line.at_most}"
    elif line.at_most is not None and line.amount is not None and line.amount > line.at_most:
        yield "amount", f"the amount is more than the most, {line.at_most}"
    elif line.published and not line.alternatives and (line.rate is not None or line.days is not None):
        yield "days", "days and a rate go together"
    elif exact and not line.at_least == line.amount == line.at_most:
        yield "amount", "the least and the most of what is certain is its amount"


def _other_pay(line: FundingLine, rate: Money, days: Days | DayRange) -> Iterator[tuple[str, str]]:
    """The figures of a line that are not what its days come to at its rate."""
    low, high = (days.low * rate, days.high * rate) if isinstance(days, DayRange) else (days * rate, days * rate)
    comes_to = f"{days} at {rate} come to {low}" if low == high else f"{days} at {rate} come to {low} to {high}"
    if line.recovery:
        low, high, comes_to = -high, -low, f"{comes_to}, to be taken back"
    least = low if line.certain else NOTHING
    for key, due in (("amount", low if low == high else None), ("at_least", least), ("at_most", high)):
        if getattr(line, key) != due:
            yield key, f"{comes_to}, not {getattr(line, key)}"


def year_allocation(given: Given, at: At, report: Report) -> object:
    """The days of a year, which are what its lines add up to, as far as these are settled."""
    year = YearAllocation(**given)
    for place, line in enumerate(year.lines):
        if line.academic_year != year.academic_year:
            where = (((at, "lines"), place), "academic_year")
            report.refuse(where, "total", f"this line is not of {year.academic_year}, the year that it stands in")
    odd = _odd_sum(year)
    if odd:
        report.refuse((at, "days"), "total", odd)
    return year


def _odd_sum(year: YearAllocation) -> str:
    """What is wrong with the days of a year, in words; empty if they are what its lines add up to."""
    published = all(line.days is not None for line in year.lines)
    if published is (year.days is None):
        told = "are published" if published else "are not all published"
        return f"the days of the lines {told}, and so has their sum to be"
    if year.days is None:
        return ""
    sums = [sum(_ends(line.days, certain=line.certain)[end] for line in year.lines) for end in (0, 1)]
    ends = list(_ends(year.days, certain=True))
    settled = all(line.certain and not line.alternatives for line in year.lines)
    if ends == sums if settled else ends[0] >= sums[0] and ends[1] <= sums[1]:
        return ""
    low, high = map(_told, sums)
    return f"the lines add up to {low if low == high else f'{low} to {high}'}"


def allocation(given: Given, at: At, report: Report) -> object:
    """The days of all years, which follow one another, and the duties of these years."""
    made = Allocation(**given)
    for place, year in enumerate(made.years):
        first = made.years[0].academic_year.first
        if year.number != place + 1 or year.academic_year.first != first + place:
            where = (((at, "years"), place), "number")
            report.refuse(where, "total", "the years do not follow one another")
    for key in ("duties", "open_duties"):
        for place, duty in enumerate(getattr(made, key)):
            if duty.year is not None and not 1 <= duty.year <= len(made.years):
                report.refuse((((at, key), place), "year"), "total", f"there is no year {duty.year}")
    for place, duty in enumerate(made.open_duties):
        if duty in made.duties:
            report.refuse(((at, "open_duties"), place), "total", "this duty is told as certain, too")
    _check_questions(made, at, report)
    return made


def statement(given: Given, at: At, report: Report) -> object:
    """A statement, whose lines are all of its edition, and for activities that it has, but for those of events."""
    made = FundingStatement(**given)
    for place, line in enumerate(made.lines):
        if line.event is not None:
            continue  # what was claimed stays as it was, whatever became of the edition
        if line.edition != made.edition:
            where = (((at, "lines"), place), "edition")
            report.refuse(where, "total", f"this line is not of {quoted(made.edition)}, as the statement is")
        for activity in (line.activity, *line.alternatives):
            if activity is not None and activity not in made.activities:
                where = (((at, "lines"), place), "activity")
                report.refuse(where, "total", f"{quoted(activity)} is none of the activities of the statement")
    _check_questions(made, at, report)
    return made


def _check_questions(made: Allocation | FundingStatement, at: At, report: Report) -> None:
    """Note if there is not one question for each missing fact."""
    if len(made.questions) != len(made.missing):
        told = f"{len(made.questions)} questions for {len(made.missing)} missing facts"
        report.refuse((at, "questions"), "total", told)


def _ends(days: Days | DayRange | None, *, certain: bool) -> tuple[int, int]:
    """The least and the most of some days, in half-days; what is not certain may be none."""
    low, high = (days.low, days.high) if isinstance(days, DayRange) else (days or Days(0),) * 2
    return low.half_days if certain else 0, high.half_days


def _told(half_days: int) -> str:
    """A number of days, in words; also of more than there can be."""
    return f"{half_days // 2}{'.5' if half_days % 2 else ''} days"
