"""A budget by hand: plain Python, and pandas, that know Cohort 4, its later cohorts, and that months are equal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

Key = tuple[str, str, int, int, str, str]
"""Hub, edition, the first parts of the academic and of the financial year, purpose and payee."""

Known = dict[Key, int]
"""Pence by the keys of rows."""


class Place(NamedTuple):
    """A participation as the ways by hand have it: its hub and edition, accreditation, and departments."""

    hub: str
    edition: str
    accredited: bool
    departments: int


_RELEASE = ((0, 90000), (0, 210000), (1, 60000), (1, 160000), (1, 80000), (2, 525000))
"""The year of each payment for release days, and its pence."""


def split(pence: int) -> tuple[int, int]:
    """An amount of an academic year by financial year, seven months and five, to the penny."""
    first = (pence * 14 + 12) // 24
    return first, pence - first


def _payments() -> Iterator[tuple[int, int, str, str, int, bool]]:
    """Payments but the grants, by financial year: how much later each year is, and whether those accredited have it."""
    for year, pence in _RELEASE:
        for later, part in enumerate(split(pence)):
            yield year, year + later, "release", "lead-school", part, True
    for year in (0, 1):
        for later in (0, 1):
            yield year, year + later, "travel", "lead-school", 0, True
    for later in (0, 1):
        yield 1, 1 + later, "pd-lead-enrolment", "pd-lead-provider", 0, False


_NOT_ACCREDITED = tuple(payment[:5] for payment in _payments())
_ACCREDITED = tuple(payment[:5] for payment in _payments() if payment[5])
_GRANTS = {number: split(200000 * number) for number in range(21)}


def budget(places: Iterable[Place], first_years: Mapping[str, int]) -> Known:
    """What places come to: a loop over them, and over the payments of each."""
    known: Known = {}
    for hub, edition, accredited, departments in places:
        first = first_years[edition]
        for year, falls, purpose, payee, pence in _ACCREDITED if accredited else _NOT_ACCREDITED:
            key = hub, edition, first + year, first + falls, purpose, payee
            known[key] = known.get(key, 0) + pence
        for later, pence in enumerate(_GRANTS[departments]):
            key = hub, edition, first + 2, first + 2 + later, "department-support", "supported-department"
            known[key] = known.get(key, 0) + pence
    return known


_PROFILE = ["edition", "accredited", "departments"]
_ROW = ["hub", "edition", "academic_year", "financial_year", "purpose", "payee"]


def frame_of(places: Iterable[Place]) -> pd.DataFrame:
    """Places as a frame, from a dict for each."""
    return pd.DataFrame([place._asdict() for place in places])


def payments_of(first_years: Mapping[str, int]) -> pd.DataFrame:
    """The payments of one place, for each edition, accreditation and number of departments."""
    records = [
        (edition, accredited, departments, *key[2:], pence)
        for edition in first_years
        for accredited in (True, False)
        for departments in (1, 2, 3)
        for key, pence in budget([Place("", edition, accredited, departments)], first_years).items()
    ]
    return pd.DataFrame(records, columns=[*_PROFILE, *_ROW[2:], "pence"])


def by_pandas(places: pd.DataFrame, payments: pd.DataFrame) -> "pd.Series[Any]":
    """Each place joined with its payments, and these added up."""
    return places.merge(payments, on=_PROFILE).groupby(_ROW, sort=False)["pence"].sum()


def by_pandas_counted(places: pd.DataFrame, payments: pd.DataFrame) -> "pd.Series[Any]":
    """Places that are alike counted, each kind joined with its payments once, and these multiplied and added up."""
    counts = places.groupby(["hub", *_PROFILE], sort=False).size().reset_index(name="count")
    joined = counts.merge(payments, on=_PROFILE)
    joined["pence"] *= joined["count"]
    return joined.groupby(_ROW, sort=False)["pence"].sum()
