"""Places gathered by what they have in common, so that those that are alike are costed once."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from mastery_programme.errors import InvalidArgument
from mastery_programme.participation import Participation
from mastery_programme.profiles import Profile
from mastery_programme.programme import Programme

Alike = tuple[str, int, int, int | None, date | int | None]
"""What places have in common: the hub, the edition by its place, what its routes see, departments, and until when.

The last is the number of the year at whose end they are given up, or the day on which participations are looked at.
"""


class Gathered(NamedTuple):
    """How many places have what in common, and one of each; participations with a history; and the editions."""

    counts: dict[Alike, int]
    firsts: dict[Alike, Profile | Participation]
    histories: list[tuple[int, Participation]]
    editions: list[Programme]

    @property
    def number(self) -> int:
        """How many places there are in all."""
        return sum(self.counts.values()) + len(self.histories)


def gather(given: Iterable[Profile | Participation], on: date | None) -> Gathered:
    """Places by what they have in common.

    Raises:
        InvalidArgument: if something else is among them, or two different editions of one id.
    """
    if isinstance(given, Profile | Participation | str | bytes | Mapping) or not isinstance(given, Iterable):
        raise InvalidArgument(
            "not a series of places", given, "profiles, as `places_by_hub` makes them, and participations"
        )
    gathered = Gathered({}, {}, [], [])
    programme: Programme | None = None
    places: dict[str, int] = {}
    edition = 0
    counts = gathered.counts
    for one in given:
        if not isinstance(one, Profile | Participation):
            raise InvalidArgument("neither a profile nor a participation", one, "each a Profile or a Participation")
        if one.programme is not programme:
            programme = one.programme
            edition = _place(gathered.editions, programme, places)
        if isinstance(one, Profile):
            ways: Iterable[tuple[date | int | None, int]] = _until(one)
        elif one.events:
            gathered.histories.append((edition, one))
            continue
        else:
            ways = ((on, 1),)
        for last, count in ways:
            alike = one.hub, edition, one.state, one.supported_departments, last
            try:
                counts[alike] += count
            except KeyError:
                counts[alike] = count
                gathered.firsts[alike] = one
    return gathered


def _until(profile: Profile) -> tuple[tuple[int | None, int], ...]:
    """How many places of a profile go on up to the end of which year; None for all years."""
    if not profile.leaving:
        return ((None, profile.count),)
    staying = profile.count - sum(profile.leaving.values())
    return (*profile.leaving.items(), (None, staying))


def _place(editions: list[Programme], programme: Programme, places: dict[str, int]) -> int:
    """The place of an edition, which is put among the others if it is new; equal ones are one.

    Raises:
        InvalidArgument: if another edition has its id.
    """
    place = places.setdefault(programme.id, len(editions))
    if place == len(editions):
        editions.append(programme)
    elif editions[place] is not programme and editions[place] != programme:
        raise InvalidArgument("two different editions of one id", programme.id, "an id for each edition")
    return place
