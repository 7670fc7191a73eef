"""Places that are alike: how many of them, at which hub, in which edition, and what is known of them."""

from collections.abc import Mapping
from typing import Any, SupportsIndex

from attrs import field, frozen

from mastery_programme.errors import InvalidArgument, InvalidCount
from mastery_programme.funding import departments_of
from mastery_programme.mappings import FrozenMapping
from mastery_programme.numerals import whole
from mastery_programme.programme import Programme, check_programme
from mastery_programme.records import Record
from mastery_programme.routing import facts_by_name, read_facts, route_state

MOST_PLACES = 1_000_000
"""No profile stands for more places."""


def hub_of(programme: Programme, name: object) -> str:
    """The full name of a hub; any text that says something where the edition lists no hubs.

    Raises:
        UnknownHub: if the edition lists hubs, and none of this name.
        InvalidArgument: if it is no text that says something.
    """
    if programme.hubs and isinstance(name, str):
        return programme.hub(name).name
    if not isinstance(name, str) or not name.strip():
        raise InvalidArgument("not the name of a hub", name, "text that says something")
    return name


def _number(given: object, what: str) -> int:
    """A number of places; raises `InvalidCount`."""
    number = whole(given)
    if number is None or not 0 <= number <= MOST_PLACES:
        raise InvalidCount(what, given, f"a whole number from 0 to {MOST_PLACES:,}")
    return number


def _by_year(given: Mapping[int, int]) -> FrozenMapping[int, int]:
    """Numbers by year as an immutable mapping; raises `InvalidArgument` for anything else."""
    if not isinstance(given, Mapping):
        raise InvalidArgument("not numbers by year", given, "a mapping from numbers of years to numbers of places")
    return FrozenMapping(given)


@frozen(eq=False, repr=False)
class Profile(Record):
    """A number of places that are alike.

    Args:
        programme: the edition.
        hub: the name of the Maths Hub, as `Programme.hub` finds it.
        count: how many places.
        facts: what is known of their lead teachers, by name.
        supported_departments: how many other departments each supports, from 0 to 20; the edition's own number if left
            out.
        leaving: how many of them are expected to withdraw at the end of which year, by the number of the year.

    Attributes:
        state: what the routes of the edition see of the facts; no part of its value.

    Raises:
        InvalidArgument: if an argument is of another kind.
        UnknownHub: if the edition lists hubs, and none of this name.
        UnknownFact: for a fact that the edition does not have.
        InvalidFact: for a value that a fact cannot have.
        InvalidCount: for a number out of its range, a year that the edition does not have, and if more leave than
            there are.

    >>> from mastery_programme import SECONDARY_COHORT_4
    >>> Profile(SECONDARY_COHORT_4, "north west three", 12, leaving={1: 2}).hub
    'North West Three Maths Hub'
    """

    programme: Programme
    hub: str
    count: int = 1
    facts: FrozenMapping[str, Any] = field(default=FrozenMapping(), converter=facts_by_name, kw_only=True)
    supported_departments: int | None = field(default=None, kw_only=True)
    leaving: FrozenMapping[int, int] = field(default=FrozenMapping(), converter=_by_year, kw_only=True)
    state: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_programme(self.programme)
        known = read_facts(self.programme, self.facts)
        departments = self.supported_departments
        for name, value in (
            ("hub", hub_of(self.programme, self.hub)),
            ("count", _number(self.count, "not a number of places")),
            ("facts", FrozenMapping(known)),
            ("supported_departments", None if departments is None else departments_of(departments)),
            ("state", route_state(self.programme, known)),
        ):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "leaving", self._leaving())

    def _leaving(self) -> FrozenMapping[int, int]:
        """How many leave at the end of which year, in the order of the years; none where nobody does."""
        last = len(self.programme.years)
        given: dict[int, int] = {}
        for year, leave in self.leaving.items():
            number = whole(year)
            if number is None or not 1 <= number <= last:
                raise InvalidCount("not the number of a year of the edition", year, f"from 1 to {last}")
            given[number] = _number(leave, "not a number of places")
        if sum(given.values()) > self.count:
            raise InvalidCount("more leave than there are", sum(given.values()), f"at most {self.count}")
        return FrozenMapping({year: given[year] for year in sorted(given) if given[year]})

    def __str__(self) -> str:
        leave = "".join(
            f", {number} {'leaves' if number == 1 else 'leave'} after year {year}"
            for year, number in self.leaving.items()
        )
        return f"{self.count} x {self.programme.id} at {self.hub}{leave}"


def places_by_hub(
    programme: Programme,
    numbers: Mapping[str, SupportsIndex],
    *,
    facts: Mapping[str, object] | None = None,
    supported_departments: int | None = None,
) -> tuple[Profile, ...]:
    """A profile for each hub with its number of places, for `budget`.

    Args:
        programme: the edition.
        numbers: how many places each hub has, by its name.
        facts: what is known of all their lead teachers, by name.
        supported_departments: how many other departments each supports; the edition's own number if left out.

    Raises:
        InvalidArgument: if it is no `Programme`, these are no numbers by hub, or two names are of one hub.
        MasteryProgrammeError: whatever `Profile` refuses.
    """
    check_programme(programme)
    if not isinstance(numbers, Mapping):
        raise InvalidArgument("not numbers by hub", numbers, "a mapping from names of hubs to numbers of places")
    known = FrozenMapping(read_facts(programme, facts))
    departments = None if supported_departments is None else departments_of(supported_departments)
    made = tuple(
        Profile(
            programme,
            hub,
            _number(number, "not a number of places"),
            facts=known,
            supported_departments=departments,
        )
        for hub, number in numbers.items()
    )
    seen: set[str] = set()
    for profile in made:
        if profile.hub in seen:
            raise InvalidArgument("two names of one hub", profile.hub, "each hub once")
        seen.add(profile.hub)
    return made
