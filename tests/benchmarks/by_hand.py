"""The same answers by hand: plain Python that knows Cohort 4, and checks what it is given as the library does."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mastery_programme import Choice, Count, Is, Rule, Ruleset, Source, YesNo

Answer = tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Outcome, what is possible, what is missing, and the clauses of the rules that stand in some completion."""

Record = dict[str, Any]
"""One payment, with the keys of the library's records."""


def pd_lead_days(known: Mapping[str, object]) -> Answer:
    """What Cohort 4 answers to how the days set aside for the PD Lead programme are spent."""
    for name, value in known.items():
        if name not in {"pd_lead_secondary", "pd_lead_other_phase"}:
            raise ValueError(name)
        if value is not None and not isinstance(value, bool):
            raise ValueError(value)
    secondary, other = known.get("pd_lead_secondary"), known.get("pd_lead_other_phase")
    if secondary is True:
        return "wider-work", ("wider-work",), (), ("PAR-10",)
    clauses: tuple[str, ...] = ("PAR-9",) if other is True else ("PAR-9", "BEN-2")
    if secondary is False:
        return "pd-lead-programme", ("pd-lead-programme",), (), clauses
    clauses = ("PAR-9", "PAR-10") if other is True else ("PAR-9", "PAR-10", "BEN-2")
    return None, ("pd-lead-programme", "wider-work"), ("pd_lead_secondary",), clauses


CLAUSE = Source("invented", "B-1")
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
) -> tuple[list[Record], Decimal, tuple[str, ...]]:
    """The payments of Cohort 4 as records, the known total, and what is neither published nor estimated."""
    outcome, _, _, _ = pd_lead_days(known)
    if not isinstance(departments, int) or isinstance(departments, bool) or not 0 <= departments <= 20:
        raise ValueError(departments)
    days = [
        payment("2019/20", "residentials", "central residentials", 9, 20000, "PAR-3", "PAR-2"),
        payment("2019/20", "personal-development", "personal development", 21, 20000, "PAR-4", "PAR-2"),
        cost("2019/20", "travel", "residentials", "FUN-4", travel),
        payment("2020/21", "residentials", "central residentials", 6, 20000, "PAR-7", "PAR-6"),
        payment("2020/21", "development", "development", 16, 20000, "PAR-8", "PAR-6"),
    ]
    if outcome is None:
        days.append(payment("2020/21", None, "PD Lead programme or wider work", 8, 20000, "PAR-9, PAR-10", "PAR-6"))
    elif outcome == "wider-work":
        days.append(payment("2020/21", "wider-work", "wider work", 8, 20000, "PAR-10", "PAR-6"))
    else:
        days.append(payment("2020/21", "pd-lead-programme", "PD Lead programme", 8, 20000, "PAR-9", "PAR-6"))
    days.append(cost("2020/21", "travel", "residentials", "FUN-4", travel))
    if outcome != "wider-work":
        days.append(
            cost("2020/21", "pd-lead-enrolment", "pd-lead-programme", "FUN-3", None, certain=outcome is not None)
        )
    days.append(payment("2021/22", "support", "support for other departments", 30, 35000, "FUN-5", "FUN-5"))
    days.append(grant(departments))
    known_total = sum(record["amount_pence"] for record in days if record["published"])
    unpublished = tuple(dict.fromkeys(record["item"] for record in days if record["amount_pence"] is None))
    return days, Decimal(known_total).scaleb(-2), unpublished


def payment(
    year: str, activity: str | None, title: str, half_days: int, pence: int, clause: str, rate_clause: str
) -> Record:
    """A payment for release days; of the open route if no activity is given."""
    amount = half_days * pence // 2
    days = Decimal(half_days) / 2
    return {
        "edition": "secondary-2019",
        "academic_year": year,
        "item": activity or "pd-lead-programme or wider-work",
        "title": title,
        "activity": activity,
        "alternatives": None if activity else "pd-lead-programme or wider-work",
        "purpose": "release",
        "payee": "lead-school",
        "departments": None,
        "days": days,
        "days_at_least": days,
        "days_at_most": days,
        "rate": Decimal(pence) / 100,
        "amount": Decimal(amount) / 100,
        "amount_pence": amount,
        "at_least": Decimal(amount) / 100,
        "at_most": Decimal(amount) / 100,
        "published": True,
        "estimated": False,
        "certain": True,
        "clause": clause,
        "rate_clause": rate_clause,
    }


def cost(year: str, item: str, activity: str, clause: str, estimate: int | None, *, certain: bool = True) -> Record:
    """A cost that is covered, of an amount that is not published but may be estimated."""
    amount = None if estimate is None else Decimal(estimate) / 100
    return {
        "edition": "secondary-2019",
        "academic_year": year,
        "item": item,
        "title": "travel" if item == "travel" else "PD Lead enrolment",
        "activity": activity,
        "alternatives": None,
        "purpose": item,
        "payee": "lead-school" if item == "travel" else "pd-lead-provider",
        "departments": None,
        "days": None,
        "days_at_least": None,
        "days_at_most": None,
        "rate": None,
        "amount": amount,
        "amount_pence": estimate,
        "at_least": Decimal(0),
        "at_most": amount,
        "published": False,
        "estimated": estimate is not None,
        "certain": certain,
        "clause": clause,
        "rate_clause": None,
    }


def grant(departments: int) -> Record:
    """The grants for the supported departments."""
    return {
        "edition": "secondary-2019",
        "academic_year": "2021/22",
        "item": "department-grant",
        "title": "grant for each supported department",
        "activity": "support",
        "alternatives": None,
        "purpose": "department-support",
        "payee": "supported-department",
        "departments": departments,
        "days": None,
        "days_at_least": None,
        "days_at_most": None,
        "rate": None,
        "amount": Decimal(2000 * departments),
        "amount_pence": 200000 * departments,
        "at_least": Decimal(2000 * departments),
        "at_most": Decimal(2000 * departments),
        "published": True,
        "estimated": False,
        "certain": True,
        "clause": "FUN-6",
        "rate_clause": None,
    }
