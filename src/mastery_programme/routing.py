"""Where the routes of a programme lead, as far as the facts are known."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mastery_programme.compiled import Table
from mastery_programme.errors import InvalidArgument
from mastery_programme.facts import Value
from mastery_programme.mappings import FrozenMapping
from mastery_programme.parts import NOTHING_HAPPENS
from mastery_programme.programme import Programme, check_programme
from mastery_programme.reasoning import Ruling, decide
from mastery_programme.regions import outcomes_together

_NO_FACTS: Mapping[str, object] = FrozenMapping()
_TABLE = "routes"  # where a programme's memo keeps its routes, compiled as one


def facts_by_name(given: Mapping[str, Any]) -> FrozenMapping[str, Any]:
    """Facts by name as an immutable mapping; raises `InvalidArgument` for anything else."""
    if not isinstance(given, Mapping):
        raise InvalidArgument("not facts by name", given, "a mapping from names to values")
    return given if isinstance(given, FrozenMapping) else FrozenMapping(given)


def read_facts(programme: Programme, facts: Mapping[str, object] | None) -> dict[str, Value]:
    """The facts that are known, read once and checked, those on which no route turns too.

    Raises:
        InvalidArgument: if it is no programme that is asked.
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.
    """
    check_programme(programme)
    return _table(programme).read(_NO_FACTS if facts is None else facts)


def _table(programme: Programme) -> Table:
    """The routes of a programme compiled as one, with all its facts."""
    table: Table | None = programme.memo.get(_TABLE)
    if table is None:
        table = programme.memo.keep(_TABLE, Table(programme.id, programme.routes, programme.facts))
    return table


def route_state(programme: Programme, known: Mapping[str, Value]) -> int:
    """What the routes of a programme can see of what is known: equal for facts with the same answers."""
    table = _table(programme)
    return table.state(known) & table.relevant


def ways_through(programme: Programme, known: Mapping[str, Value]) -> tuple[frozenset[str], ...]:
    """Every combination of outcomes that the routes can still have together."""
    table = _table(programme)
    state = table.state(known)
    kept: tuple[frozenset[str], ...] | None = programme.memo.get(("ways", state))
    return programme.memo.keep(("ways", state), outcomes_together(table, *table.apart(state))) if kept is None else kept


def routes_in(programme: Programme, ways: Sequence[frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    """For each route of a programme the outcomes that it has in some ways, in its order."""
    possible = [
        {
            next((one for one in route.outcomes if one in way and one != NOTHING_HAPPENS), NOTHING_HAPPENS)
            for way in ways
        }
        for route in programme.routes
    ]
    return tuple(
        tuple(one for one in route.outcomes if one in some)
        for route, some in zip(programme.routes, possible, strict=True)
    )


def route_rulings(programme: Programme, known: Mapping[str, Value]) -> tuple[Ruling, ...]:
    """What each route answers to what is known."""
    return tuple(
        decide(route, {name: known[name] for name in route.facts if name in known}) for route in programme.routes
    )


def missing_facts(programme: Programme, rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """The facts that would settle these rulings, in the order of the programme's facts."""
    missing = {name for ruling in rulings for name in ruling.missing}
    return tuple(name for name in programme.facts if name in missing)
