"""Where, and from what to what, two rulesets, two editions or two statements answer differently."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import fields

from mastery_programme.compiled import Table
from mastery_programme.differences import Clauses, Difference, is_record, name_of
from mastery_programme.errors import InvalidComparison
from mastery_programme.funding import fund
from mastery_programme.mappings import FrozenMapping
from mastery_programme.payments import differences_of_pay
from mastery_programme.programme import Programme
from mastery_programme.reasoning import stands_somewhere, where
from mastery_programme.regions import Diagram
from mastery_programme.routing import read_facts
from mastery_programme.rules import Ruleset
from mastery_programme.scenarios import is_scenario, title_without_labels
from mastery_programme.series import series_of
from mastery_programme.sources import Document, Source
from mastery_programme.statements import FundingStatement

Compared = Ruleset | Programme | FundingStatement
"""What can be compared with another of its kind."""

Profile = Mapping[str, object]
"""Facts by name, as `fund` takes them."""


def compare(before: Compared, after: Compared, *, profiles: Iterable[Profile] = ()) -> tuple[Difference, ...]:
    """Where two rulesets, two editions or two statements answer differently, and from what to what.

    Rulesets are compared by their outcomes over all combinations of facts, however their rules are written. Editions
    are compared part by part, by id, and for each profile by what they pay; their documents and the sources they cite
    are not answers, and are not compared. A scenario's label is no answer either, nor is it one that a scenario claims
    no published totals. Statements are compared line by line: by the academic year, the item, the payee and the event.

    Args:
        before: a ruleset, an edition or a statement.
        after: another of the same kind.
        profiles: of two editions, for whom to compare what is paid: for each profile what is known of the school, by
            fact. A fact that only one of the editions has is used for that one alone.

    Returns:
        Every difference, in the order of the first, those of what is paid after the others; empty if they always
        answer alike.

    Raises:
        InvalidComparison: if they are of different kinds; if two rulesets give one name to facts of different kinds or
            to counts too far apart; for profiles that are none, or not of editions.
        UnknownFact: for a fact of a profile that neither edition has.
        InvalidFact: for a value that a fact of a profile cannot have.
    """
    known = series_of(profiles, Mapping, "profiles", InvalidComparison)  # type: ignore[type-abstract]  # only asked after
    if isinstance(before, Programme) and isinstance(after, Programme):
        paid = (difference for profile in known for difference in _paid(before, after, profile))
        return (*_editions(before, after), *paid)
    if known:
        raise InvalidComparison("profiles are for two editions", type(before).__name__, "two editions, or no profiles")
    if isinstance(before, Ruleset) and isinstance(after, Ruleset):
        return tuple(_rulesets(before.id, before, after))
    if isinstance(before, FundingStatement) and isinstance(after, FundingStatement):
        return tuple(differences_of_pay(before, after, FrozenMapping()))
    given = f"{type(before).__name__} and {type(after).__name__}"
    raise InvalidComparison("not two of a kind that is compared", given, "two rulesets, two editions or two statements")


def _editions(before: Programme, after: Programme) -> Iterator[Difference]:
    """Where two editions differ part by part, but for what makes one of them a scenario."""
    for difference in _records("", before, after):
        if not _makes_a_scenario(difference, before, after):
            yield difference


def _makes_a_scenario(difference: Difference, before: Programme, after: Programme) -> bool:
    """Whether it is only a label in a title, or a published total that a scenario does not claim."""
    if difference.subject == "title":
        return title_without_labels(before) == title_without_labels(after)
    sides = ((before, difference.before), (after, difference.after))
    unclaimed = (edition for edition, total in sides if total is None)
    return difference.subject.startswith("published_totals.") and any(map(is_scenario, unclaimed))


def _paid(before: Programme, after: Programme, profile: Profile) -> Iterator[Difference]:
    """Where two editions pay differently to one profile."""
    asked = {name: value for name, value in profile.items() if name in before.facts or name not in after.facts}
    known = read_facts(before, asked)  # which refuses a fact that neither has
    known_after = read_facts(after, {name: value for name, value in profile.items() if name in after.facts})
    either = known | known_after
    facts = FrozenMapping({str.__str__(name): (either[name],) for name in profile if name in either})
    yield from differences_of_pay(fund(before, known), fund(after, known_after), facts)


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
    elif type(before) is type(after) and is_record(before):
        yield from _records(path, before, after, clauses)
    else:
        yield Difference(path, FrozenMapping(), before, after, *clauses)


def _is_cited(value: object) -> bool:
    """Whether a value is a source or a document, or is made of them."""
    parts: tuple[object, ...] = value if isinstance(value, tuple) else (value,)
    return any(isinstance(part, Source | Document) for part in parts)


def _by_name(parts: object) -> dict[str, Any] | None:
    """A series of parts by what names them; None if it is no series, or if some have no name or share one."""
    if not isinstance(parts, tuple) or not all(is_record(part) and name_of(part) is not None for part in parts):
        return None
    named = {str(name_of(part)): part for part in parts}
    return named if len(named) == len(parts) else None


def _series(path: str, were: dict[str, Any], are: dict[str, Any], clauses: Clauses) -> Iterator[Difference]:
    """Where two series of parts differ, part by part; a part without a source rests on what the series does."""
    for name in dict.fromkeys((*were, *are)):
        was, became = were.get(name), are.get(name)
        cited = (_cited(was, "source") or clauses[0], _cited(became, "source") or clauses[1])
        yield from _values(f"{path}.{name}", was, became, cited)
