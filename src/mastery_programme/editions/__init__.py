"""The editions of the programme that come with the library, each as data."""

from mastery_programme.editions.secondary_2019 import SECONDARY_COHORT_4
from mastery_programme.errors import UnknownEdition
from mastery_programme.hints import nearest
from mastery_programme.programme import Programme

__all__ = ["EDITIONS", "SECONDARY_COHORT_4", "edition"]

EDITIONS: tuple[Programme, ...] = (SECONDARY_COHORT_4,)
"""Every edition that comes with the library."""


def edition(id: str) -> Programme:
    """The edition with this id.

    Args:
        id: its id, such as ``"secondary-2019"``.

    Raises:
        UnknownEdition: if there is none, naming the nearest.
    """
    editions = {programme.id: programme for programme in EDITIONS}
    if not isinstance(id, str) or id not in editions:
        raise UnknownEdition("no such edition", id, nearest=nearest(id, editions))
    return editions[id]
