"""Histories of participations, told by hand, and events in short."""

from datetime import date

from mastery_programme import (
    SECONDARY_COHORT_4,
    Claimed,
    CostIncurred,
    Days,
    Delivered,
    DepartmentStarted,
    DutyMet,
    LeadTeacher,
    Money,
    Participation,
    School,
    Voided,
    Withdrew,
    claim,
)

FIRST, LAST = date(2019, 9, 1), date(2022, 8, 31)
SCHOOL = School("Example School", "123456")
SAM, JO = LeadTeacher("Sam Example"), LeadTeacher("Jo Example")
NOT_ACCREDITED = {"pd_lead_secondary": False, "pd_lead_other_phase": False}

NEW = Participation("p-1", SECONDARY_COHORT_4, SAM, SCHOOL, "Norfolk and Suffolk", facts=NOT_ACCREDITED)
"""A participation of which nothing is recorded yet."""


def delivered(id: str, activity: str, days: str | int, *on: int) -> Delivered:
    """A delivery on a day given by its numbers."""
    return Delivered(id, activity, Days(days), on=date(*on))


def voided(event: str, *on: int) -> Voided:
    """A voiding on a day given by its numbers."""
    return Voided(event, "recorded by mistake", on=date(*on))


def department(id: str, name: str | None, urn: str | None, *on: int) -> DepartmentStarted:
    """A department that starts on a day given by its numbers."""
    return DepartmentStarted(id, School(name, urn), on=date(*on))


def travel(id: str, amount: str | int, *on: int) -> CostIncurred:
    """Travel on a day given by its numbers."""
    return CostIncurred(id, "travel", Money(amount), on=date(*on))


def withdrew(*on: int) -> Withdrew:
    """A withdrawal on a day given by its numbers."""
    return Withdrew("a post elsewhere", on=date(*on))


FIRST_YEAR = NEW.record(
    delivered("d1", "residentials", "1.5", 2019, 10, 3),
    travel("t1", "86.40", 2019, 10, 3),
    DutyMet("m1", "launch", "the hub lead", on=date(2019, 10, 3)),
    delivered("d2", "personal-development", 6, 2019, 11, 5),
    delivered("d3", "personal-development", 5, 2020, 2, 4),
    delivered("d4", "residentials", 3, 2020, 6, 10),
)
"""The first year: all residentials, and half a day of personal development more than there is."""


def claimed(participation: Participation, id: str, until: date, since: date | None = None) -> Participation:
    """A participation with a claim for a period recorded, if there is anything to claim."""
    lines = claim(participation, until, since=since).lines
    return participation.record(Claimed(id, lines, on=until)) if lines else participation
