"""Where, and from what to what, two rulesets or two editions answer differently."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields, frozen, has

from mastery_programme.compiled import Table
from mastery_programme.days import DayRange, Days
from mastery_programme.errors import InvalidComparison
from mastery_programme.facts import Value
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money
from mastery_programme.programme import Programme
from mastery_programme.reasoning import stands_somewhere, where, where_said
from mastery_programme.records import Record
from mastery_programme.regions import Diagram
from mastery_programme.rules import Ruleset
from mastery_programme.sources import Document, Source
from mastery_programme.years import AcademicYear

Clauses = tuple[tuple[str, ...], tuple[str, ...]]
"""The clauses on which each of two sides rests."""

_WHOLE = (Days, DayRange, Money, AcademicYear)  # records that are one value, and not compared field by field
_NAMED_BY = ("id", "number", "name", "organisation")


@frozen(eq=False, repr=False)
class Difference(Record):
    """One thing that differs between two rulesets or two editions.

    Attributes:
        subject: what differs: the id of a ruleset, or a path such as ``"years.3.activities.support.rate"``.
        facts: for a ruleset, where the answers differ: for each fact that matters the values, in any combination.
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
    return f"{_name(value) or value}{cited}" if _is_record(value) else f"{value}{cited}"


def _name(part: object) -> object:
    """What people or editions call a part; None if it has no name."""
    return next((getattr(part, field) for field in _NAMED_BY if hasattr(part, field)), None)


def _is_record(value: object) -> bool:
    """Whether a value is a record whose fields can be compared one by one."""
    return has(type(value)) and not isinstance(value, _WHOLE)


def compare(before: Ruleset | Programme, after: Ruleset | Programme) -> tuple[Difference, ...]:
    """Where two rulesets or two editions answer differently, and from what to what.

    Rulesets are compared by their outcomes over all combinations of facts, however their rules are written. Editions
    are compared part by part, by id; their documents and the sources they cite are not answers, and are not compared.

    Args:
        before: a ruleset or an edition.
        after: another of the same kind.

    Returns:
        Every difference, in the order of the first; empty if they always answer alike.

    Raises:
        InvalidComparison: if they are of different kinds; if two rulesets give one name to facts of different kinds or
            to counts too far apart.
    """
    if isinstance(before, Ruleset) and isinstance(after, Ruleset):
        return tuple(_rulesets(before.id, before, after))
    if isinstance(before, Programme) and isinstance(after, Programme):
        return tuple(_records("", before, after))
    raise InvalidComparison("not two of a kind", f"{type(before).__name__} and {type(after).__name__}")


def _rulesets(subject: str, before: Ruleset, after: Ruleset) -> Iterator[Difference]:
    """Where two rulesets have different outcomes."""
    table = Table(subject, (before, after))
    sides = [[place for place, (side, _) in enumerate(table.outcomes) if side == number] for number in (0, 1)]
    outcomes = [then for _, then in table.outcomes]
    first_of_after = len(before.rules)
    for region in Diagram(table, table.which_outcomes, table.all_rules, table.all_facts).walk():
        was, became = (tuple(outcomes[place] for place in side if region.answer >> place & 1) for side in sides)
        if set(was) != set(became):
            standing = [
                number
                for number in range(len(table.rules))
                if stands_somewhere(table, number, region.alive, region.unknown)
            ]
            yield Difference(
                subject,
                where(table, region),
                was,
                became,
                _clauses(table, (number for number in standing if number < first_of_after)),
                _clauses(table, (number for number in standing if number >= first_of_after)),
            )


def _clauses(table: Table, rules: Iterable[int]) -> tuple[str, ...]:
    """The clauses of some rules, each once."""
    return tuple(dict.fromkeys(table.rules[number].source.clause for number in rules))


def _records(
    path: str,
    before: Any,  # noqa: ANN401 - records of any class
    after: Any,  # noqa: ANN401 - records of any class
    clauses: Clauses = ((), ()),
) -> Iterator[Difference]:
    """Where two records of one class differ, field by field; one without a source rests on what it is a part of."""
    for attribute in fields(type(before)):
        name = attribute.name
        if attribute.init and name != "id":  # parts are matched by their ids, and an edition's id is no answer
            sources = (_cited(before, name) or clauses[0], _cited(after, name) or clauses[1])
            here = f"{path}.{name}" if path else name
            yield from _values(here, getattr(before, name), getattr(after, name), sources)


def _cited(record: object, field: str) -> tuple[str, ...]:
    """The clauses on which a field of a record rests, or a ruleset as a whole."""
    if isinstance(record, Ruleset):
        return tuple(dict.fromkeys(rule.source.clause for rule in record.rules))
    source = getattr(record, f"{field}_source", None) or getattr(record, "source", None)
    sources = getattr(record, "sources", ()) if source is None else (source,)
    return tuple(source.clause for source in sources)


def _values(
    path: str,
    before: Any,  # noqa: ANN401 - parts of any class
    after: Any,  # noqa: ANN401 - parts of any class
    clauses: Clauses,
) -> Iterator[Difference]:
    """Where two values of one place differ."""
    if before == after or _is_cited(before) or _is_cited(after):
        return
    if isinstance(before, Ruleset) and isinstance(after, Ruleset):
        try:
            yield from list(_rulesets(path, before, after))
        except InvalidComparison:  # they are about different facts, and so differ as wholes
            yield Difference(path, FrozenMapping(), before, after, _cited(before, ""), _cited(after, ""))
    elif (were := _by_name(before)) is not None and (are := _by_name(after)) is not None:
        yield from _series(path, were, are, clauses)
    elif type(before) is type(after) and _is_record(before):
        yield from _records(path, before, after, clauses)
    else:
        yield Difference(path, FrozenMapping(), before, after, *clauses)


def _is_cited(value: object) -> bool:
    """Whether a value is a source or a document, or is made of them."""
    parts: tuple[object, ...] = value if isinstance(value, tuple) else (value,)
    return any(isinstance(part, Source | Document) for part in parts)


def _by_name(parts: object) -> dict[str, Any] | None:
    """A series of parts by what names them; None if it is no series, or if some have no name or share one."""
    if not isinstance(parts, tuple) or not all(_is_record(part) and _name(part) is not None for part in parts):
        return None
    named = {str(_name(part)): part for part in parts}
    return named if len(named) == len(parts) else None


def _series(path: str, were: dict[str, Any], are: dict[str, Any], clauses: Clauses) -> Iterator[Difference]:
    """Where two series of parts differ, part by part; a part without a source rests on what the series does."""
    for name in dict.fromkeys((*were, *are)):
        was, became = were.get(name), are.get(name)
        cited = (_cited(was, "source") or clauses[0], _cited(became, "source") or clauses[1])
        yield from _values(f"{path}.{name}", was, became, cited)
