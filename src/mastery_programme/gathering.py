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
    """How many places have what in common, and one of each; participations with a history; the editions, and by id."""

    counts: dict[Alike, int]
    firsts: dict[Alike, Profile | Participation]
    histories: list[tuple[int, Participation]]
    editions: list[Programme]
    places: dict[str, int]

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
    gathered = Gathered({}, {}, [], [], {})
    programme: Programme | None = None
    edition = 0
    for one in given:
        if not isinstance(one, _PLACES):
            raise InvalidArgument("neither a profile nor a participation", one, "each a Profile or a Participation")
        if one.programme is not programme:
            programme = one.programme
            edition = _place(gathered, programme)
        if isinstance(one, Profile):
            for last, count in _until(one):
                _count(gathered, (one.hub, edition, one.state, one.supported_departments, last), one, count)
        elif one.events:
            gathered.histories.append((edition, one))
        else:
            _count(gathered, (one.hub, edition, one.state, one.supported_departments, on), one, 1)
    return gathered


_PLACES = (Participation, Profile)


def _count(gathered: Gathered, alike: Alike, one: Profile | Participation, count: int) -> None:
    """Count places among those with which they have all in common that matters."""
    try:
        gathered.counts[alike] += count
    except KeyError:
        gathered.counts[alike] = count
        gathered.firsts[alike] = one


def _until(profile: Profile) -> tuple[tuple[int | None, int], ...]:
    """How many places of a profile go on up to the end of which year; None for all years."""
    if not profile.leaving:
        return ((None, profile.count),)
    staying = profile.count - sum(profile.leaving.values())
    return (*profile.leaving.items(), (None, staying))


def _place(gathered: Gathered, programme: Programme) -> int:
    """The place of an edition, which is put among the others if it is new; equal ones are one.

    Raises:
        InvalidArgument: if another edition has its id.
    """
    place = gathered.places.setdefault(programme.id, len(gathered.editions))
    if place == len(gathered.editions):
        gathered.editions.append(programme)
    elif gathered.editions[place] is not programme and gathered.editions[place] != programme:
        raise InvalidArgument("two different editions of one id", programme.id, "an id for each edition")
    return place
