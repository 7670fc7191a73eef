"""The same answers by hand: plain Python that knows Cohort 4, and checks what it is given as the library does."""

from collections.abc import Mapping
from typing import Any

from mastery_programme import Choice, Count, Is, Rule, Ruleset, Source, YesNo

Answer = tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Outcome, what is possible, what is missing, and the clauses of the rules that stand in some completion."""

Line = dict[str, Any]
"""One payment, with the fields of the library's lines: money in pence, days in half-days, the rest as text."""


def pd_lead_days(known: Mapping[str, object]) -> Answer:
    """What Cohort 4 answers to how the days set aside for the PD Lead programme are spent."""
    for name, value in known.items():
        if name != "pd_lead_secondary":
            raise ValueError(name)
        if value is not None and not isinstance(value, bool):
            raise ValueError(value)
    secondary = known.get("pd_lead_secondary")
    if secondary is True:
        return "wider-work", ("wider-work",), (), ("PAR-10",)
    if secondary is False:
        return "pd-lead-programme", ("pd-lead-programme",), (), ("PAR-9",)
    return None, ("pd-lead-programme", "wider-work"), ("pd_lead_secondary",), ("PAR-9", "PAR-10")


CLAUSE = Source("invented", "B-1")
UNDATED = {"on": None, "event": None, "recipient": None, "actual": False, "recovery": False}
"""What every line of what is to come says of days and events."""

YES = Is.one_of(True)
POST = Ruleset(
    "post",
    "May the teacher be nominated?",
    {
        "qts": YesNo("Has the teacher Qualified Teacher Status?"),
        "state_funded": YesNo("Is the school state-funded?"),
        "phase": Choice("In which phase?", ("primary", "middle", "secondary")),
        "years": Count("How many years of teaching?", 0, 60),
        "leader": YesNo("Is the teacher a subject leader?"),
    },
    (
        Rule("no", {}, "not met", Source("invented", "B-1")),
        Rule(
            "yes",
            {"qts": YES, "state_funded": YES, "phase": Is.one_of("middle", "secondary"), "years": Is.at_least(2)},
            "met",
            Source("invented", "B-2"),
            overrides=("no",),
        ),
        Rule(
            "leader",
            {"qts": YES, "state_funded": YES, "phase": Is.one_of("middle", "secondary"), "leader": YES},
            "met",
            Source("invented", "B-3"),
            overrides=("no",),
        ),
    ),
)
"""A ruleset of the size that a criterion has: five facts of every kind, a general rule and two exceptions."""

_KINDS: dict[str, type] = {"qts": bool, "state_funded": bool, "phase": str, "years": int, "leader": bool}


def post(known: Mapping[str, object]) -> Answer:
    """The same as `POST`, by hand."""
    for name, value in known.items():
        kind = _KINDS.get(name)
        if kind is None:
            raise ValueError(name)
        if value is not None and type(value) is not kind:
            raise ValueError(value)
    qts, funded, leader = known.get("qts"), known.get("state_funded"), known.get("leader")
    phase, years = known.get("phase"), known.get("years")
    if phase not in {None, "primary", "middle", "secondary"} or (isinstance(years, int) and not 0 <= years <= 60):
        raise ValueError(phase, years)
    long = None if years is None else years >= 2  # type: ignore[operator]  # its kind is checked above
    if qts is False or funded is False or phase == "primary" or (long is False and leader is False):
        return "not met", ("not met",), (), ("B-1",)
    by_years, by_leader = long is not False, leader is not False
    stand = ((), ("B-2",))[by_years] + ((), ("B-3",))[by_leader]
    base = [name for name in ("qts", "state_funded", "phase") if known.get(name) is None]
    if long or leader:
        if not base:
            return "met", ("met",), (), stand
        return None, ("not met", "met"), tuple(base), ("B-1", *stand)
    return (
        None,
        ("not met", "met"),
        (*base, *(name for name in ("years", "leader") if known.get(name) is None)),
        ("B-1", *stand),
    )


def funding(
    known: Mapping[str, object], departments: int = 2, travel: int | None = None
) -> tuple[list[Line], dict[str, Any]]:
    """The payments of Cohort 4, and their total: money in pence, days in half-days."""
    outcome, _, _, _ = pd_lead_days(known)
    if not isinstance(departments, int) or isinstance(departments, bool) or not 0 <= departments <= 20:
        raise ValueError(departments)
    if travel is not None and travel < 0:
        raise ValueError(travel)
    lines = [
        release("2019/20", "residentials", "central residentials", 9, 20000, ("PAR-3",), "PAR-2"),
        release("2019/20", "personal-development", "personal development", 21, 20000, ("PAR-4",), "PAR-2"),
        cost("2019/20", "travel", "residentials", "FUN-4", travel),
        release("2020/21", "residentials", "residentials", 6, 20000, ("PAR-7",), "PAR-6"),
        release("2020/21", "development", "development", 16, 20000, ("PAR-8",), "PAR-6"),
    ]
    if outcome is None:
        both = "PD Lead programme or wider work"
        lines.append(release("2020/21", None, both, 8, 20000, ("PAR-9", "PAR-10"), "PAR-6"))
    elif outcome == "wider-work":
        lines.append(release("2020/21", "wider-work", "wider work", 8, 20000, ("PAR-10",), "PAR-6"))
    else:
        lines.append(release("2020/21", "pd-lead-programme", "PD Lead programme", 8, 20000, ("PAR-9",), "PAR-6"))
    lines.append(cost("2020/21", "travel", "residentials", "FUN-4", travel))
    if outcome != "wider-work":
        certain = outcome is not None
        lines.append(cost("2020/21", "pd-lead-enrolment", "pd-lead-programme", "FUN-3", None, certain=certain))
    lines.append(release("2021/22", "support", "support for other departments", 30, 35000, ("FUN-5",), "FUN-5"))
    lines.append(grant(departments))
    unpublished = dict(item for line in lines for item in line["unpublished"])
    total = {
        "known": sum(line["at_least"] for line in lines),
        "at_most": None if unpublished else sum(line["at_most"] for line in lines),
        "estimated": sum(line["reckoned"] for line in lines),
        "unpublished": tuple(unpublished),
        "labels": tuple(unpublished.values()),
    }
    return lines, total


def release(
    year: str, activity: str | None, title: str, half_days: int, rate: int, clauses: tuple[str, ...], rate_clause: str
) -> Line:
    """A payment for release days; of the open route if no activity is given."""
    amount = half_days * rate // 2
    return {
        "edition": "secondary-2019",
        "academic_year": year,
        "item": activity or "pd-lead-programme or wider-work",
        "title": title,
        "activity": activity,
        "alternatives": () if activity else ("pd-lead-programme", "wider-work"),
        "purpose": "release",
        "payee": "lead-school",
        "departments": None,
        "days": half_days,
        "rate": rate,
        "amount": amount,
        "at_least": amount,
        "at_most": amount,
        "reckoned": 0,
        "published": True,
        "estimated": False,
        "certain": True,
        "clauses": clauses,
        "rate_clauses": (rate_clause,),
        "unpublished": (),
        **UNDATED,
    }


def cost(year: str, item: str, activity: str, clause: str, estimate: int | None, *, certain: bool = True) -> Line:
    """A cost that is covered, of an amount that is not published but may be estimated."""
    title = "travel" if item == "travel" else "PD Lead enrolment"
    return {
        "edition": "secondary-2019",
        "academic_year": year,
        "item": item,
        "title": title,
        "activity": activity,
        "alternatives": (),
        "purpose": item,
        "payee": "lead-school" if item == "travel" else "pd-lead-provider",
        "departments": None,
        "days": None,
        "rate": None,
        "amount": estimate,
        "at_least": 0,
        "at_most": estimate,
        "reckoned": estimate or 0,
        "published": False,
        "estimated": estimate is not None,
        "certain": certain,
        "clauses": (clause,),
        "rate_clauses": (),
        "unpublished": ((item, title),) if estimate is None else (),
        **UNDATED,
    }


def grant(departments: int) -> Line:
    """The grants for the supported departments."""
    amount = 200000 * departments
    return {
        "edition": "secondary-2019",
        "academic_year": "2021/22",
        "item": "department-grant",
        "title": "grant for each supported department",
        "activity": "support",
        "alternatives": (),
        "purpose": "department-support",
        "payee": "supported-department",
        "departments": departments,
        "days": None,
        "rate": None,
        "amount": amount,
        "at_least": amount,
        "at_most": amount,
        "reckoned": 0,
        "published": True,
        "estimated": False,
        "certain": True,
        "clauses": ("FUN-6",),
        "rate_clauses": (),
        "unpublished": (),
        **UNDATED,
    }
