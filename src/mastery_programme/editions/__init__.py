"""The editions of the programme that come with the library, each as data."""

from mastery_programme.editions.secondary_2019 import SECONDARY_COHORT_4
from mastery_programme.errors import UnknownEdition, nearest
from mastery_programme.programme import Programme

__all__ = ["EDITIONS", "SECONDARY_COHORT_4", "edition"]

EDITIONS: tuple[Programme, ...] = (SECONDARY_COHORT_4,)
"""Every edition that comes with the library."""


def edition(id: str) -> Programme:
    """The edition with this id, such as ``"secondary-2019"``.

    Raises:
        UnknownEdition: if there is none, naming the nearest.
    """
    for programme in EDITIONS:
        if programme.id == id:
            return programme
    raise UnknownEdition("no such edition", id, nearest=nearest(id, [programme.id for programme in EDITIONS]))
