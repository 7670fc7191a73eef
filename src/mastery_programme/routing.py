"""Where the routes of a programme lead, as far as the facts are known."""

from collections.abc import Iterable, Mapping

from mastery_programme.compiled import Table
from mastery_programme.mappings import FrozenMapping
from mastery_programme.programme import Programme
from mastery_programme.reasoning import Ruling, decide

_NO_FACTS: Mapping[str, object] = FrozenMapping()
_TABLE = "routes"  # where a programme's memo keeps its routes, compiled as one


def route_state(programme: Programme, facts: Mapping[str, object] | None) -> int:
    """What the routes of a programme can see of these facts: equal for facts with the same answers.

    Raises:
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.
    """
    table: Table | None = programme.memo.get(_TABLE)
    if table is None:
        table = programme.memo.keep(_TABLE, Table(programme.id, programme.routes, programme.facts))
    return table.state(_NO_FACTS if facts is None else facts) & table.relevant


def route_rulings(programme: Programme, facts: Mapping[str, object] | None) -> tuple[Ruling, ...]:
    """What each route answers to facts that `route_state` has taken."""
    known = _NO_FACTS if facts is None else facts
    return tuple(
        decide(route, {name: known[name] for name in route.facts if name in known}) for route in programme.routes
    )


def missing_facts(programme: Programme, rulings: Iterable[Ruling]) -> tuple[str, ...]:
    """The facts that would settle these rulings, in the order of the programme's facts."""
    missing = {name for ruling in rulings for name in ruling.missing}
    return tuple(name for name in programme.facts if name in missing)
