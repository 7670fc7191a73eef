"""The eligibility of Cohort 4 by hand: plain Python that checks what it is given as the library does."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from mastery_programme import SECONDARY_COHORT_4, Application, Choice, Count, Judgement

Answer = tuple[str, dict[str, str]]
"""The verdict, and the status of every criterion by its id."""

MET, NOT_MET, UNKNOWN = "met", "not met", "unknown"

_FACTS = {
    name: (
        int if isinstance(fact, Count) else str if isinstance(fact, Choice) else bool,
        fact.high if isinstance(fact, Count) else 0,
    )
    for name, fact in SECONDARY_COHORT_4.facts.items()
}
_PHASES = {"nursery", "primary", "middle", "secondary", "all-through", "16 plus"}
_RIGHT_PHASES = {"middle", "secondary", "all-through"}

_PLAIN = {
    "ELI-E1": "qts",
    "ELI-E3": "good_teaching",
    "ELI-E4": "passion",
    "ELI-E5": "collaborates",
    "ELI-E6": "track_record_own_school",
    "ELI-E7": "communication",
    "ELI-E8": "understands_learning",
    "ELI-D2": "subject_leader",
    "ELI-D4": "track_record_other_schools",
    "ELI-D5": "grows_leadership",
    "APP-1": "submitted_in_time",
    "APP-2": "copied_to_head_teacher",
    "FRM-9-lead-teacher": "signed_by_lead_teacher",
    "FRM-9-head-of-department": "signed_by_head_of_department",
    "FRM-9-nominator": "signed_by_nominator",
}
_ANY = {
    "ELI-D1": (
        "lead_practitioner",
        "mathematics_sle",
        "pd_lead_accredited",
        "pd_lead_secondary",
        "pd_lead_other_phase",
        "other_additional_status",
    ),
    "ELI-D6": ("engaged_with_hub", "china_england_exchange"),
}
_AT_MOST = {
    "FRM-7": ("lead_teacher_statement_words", 300),
    "FRM-8": ("nominator_statement_words", 300),
    "FRM-1": ("required_fields_missing", 0),
}
_ESSENTIAL = ("ELI-E1", "ELI-E2", "ELI-E3", "ELI-E4", "ELI-E5", "ELI-E6", "ELI-E7", "ELI-E8")
_STATUS = {True: MET, False: NOT_MET, None: UNKNOWN}


def check(known: Mapping[str, object]) -> None:
    """Refuse what is no fact, or no value of it."""
    for name, value in known.items():
        kind, high = _FACTS[name]
        if type(value) is not kind:
            if value is not None:
                raise ValueError(name)
        elif (kind is int and not 0 <= value <= high) or (kind is str and value not in _PHASES):  # type: ignore[operator]  # its type is looked at above
            raise ValueError(name)


def eligibility(known: Mapping[str, object]) -> Answer:
    """What the criteria come to, the input checked."""
    check(known)
    return statuses(known)


def statuses(known: Mapping[str, object]) -> Answer:
    """What the criteria come to, the input trusted."""
    get = known.get
    found = {id: _STATUS[get(name)] for id, name in _PLAIN.items()}  # type: ignore[index]  # yes, no or None
    employed, funded, phase = get("employed_as_teacher"), get("state_funded"), get("phase")
    if employed is False or funded is False or (phase is not None and phase not in _RIGHT_PHASES):
        found["ELI-E2"] = NOT_MET
    else:
        found["ELI-E2"] = MET if employed and funded and phase else UNKNOWN
    for id, names in _ANY.items():
        values = [get(name) for name in names]
        found[id] = MET if True in values else UNKNOWN if None in values else NOT_MET
    years = get("years_teaching_mathematics")
    found["ELI-D3"] = UNKNOWN if years is None else MET if years >= 2 else NOT_MET  # type: ignore[operator]  # a number
    for id, (name, most) in _AT_MOST.items():
        number = get(name)
        found[id] = UNKNOWN if number is None else MET if number <= most else NOT_MET  # type: ignore[operator]  # same
    essential = [found[id] for id in _ESSENTIAL]
    verdict = "falls short" if NOT_MET in essential else "undecided" if UNKNOWN in essential else "meets"
    return verdict, found


_DEADLINE = datetime(2019, 4, 26, 16, tzinfo=UTC)
_BEGINS = date(2019, 9, 1)
_KINDS = {
    "lead-practitioner": "lead_practitioner",
    "mathematics-sle": "mathematics_sle",
    "pd-lead": "pd_lead_accredited",
    "pd-lead-secondary": "pd_lead_secondary",
    "pd-lead-other-phase": "pd_lead_other_phase",
}
_SEPARATORS = str.maketrans(dict.fromkeys("/\\\u2012\u2013\u2014\u2015\u2e3a\u2e3b\u200b", " "))


def words(statement: str) -> int:
    """The words of a statement."""
    parts = statement.replace("--", " ").translate(_SEPARATORS).split()
    return sum(any(map(str.isalnum, part)) for part in parts)


def months(start: date, end: date) -> int:
    """The completed months from a day up to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def of_form(form: Application) -> dict[str, object]:
    """The facts that a form states, of one whose answers are all there and whose posts have days and do not overlap."""
    school, teacher = form.school, form.lead_teacher
    if school is None or teacher is None or form.head_of_department is None or form.nominator is None:
        raise ValueError(form)
    if form.signatures is None or form.submitted_at is None or teacher.awards is None:
        raise ValueError(form)
    facts: dict[str, object] = {"qts": teacher.qts, "copied_to_head_teacher": form.copied_to_head_teacher}
    facts["state_funded"] = str(school.establishment_type) == "Academy converter"
    facts["phase"] = {"Secondary": "secondary", "All-through": "all-through"}[str(school.phase)]
    for award in teacher.awards:
        facts[_KINDS[str(award.kind)]] = True
    taught = 0
    for post in teacher.teaching_history or ():
        end = _BEGINS if post.ended_on is None else post.ended_on + timedelta(days=1)  # type: ignore[operator]  # a day
        taught += months(post.started_on, min(end, _BEGINS))  # type: ignore[arg-type]  # a day
    facts["years_teaching_mathematics"] = taught // 12
    facts["submitted_in_time"] = form.submitted_at <= _DEADLINE
    facts["lead_teacher_statement_words"] = words(form.lead_teacher_statement or "")
    facts["nominator_statement_words"] = words(form.nominator_statement or "")
    signed = {signature.role.value for signature in form.signatures if signature.name}
    for role in ("lead-teacher", "head-of-department", "nominator"):
        facts[f"signed_by_{role.replace('-', '_')}"] = role in signed
    required = (
        *(school.name, teacher.name, teacher.email, teacher.ncetm_username, teacher.qts, teacher.years_teaching),
        *(teacher.teaching_groups, teacher.current_role, teacher.teaching_history),
        *(form.head_of_department.name, form.head_of_department.email, form.nominator.name, form.nominator.email),
        *(form.lead_teacher_statement, form.nominator_statement),
    )
    facts["required_fields_missing"] = sum(answer is None or answer in {"", ()} for answer in required)
    return facts


def application(form: Application, facts: Mapping[str, object], judgements: Sequence[Judgement]) -> Answer:
    """What a form, what is known from elsewhere, and judgements come to."""
    known = of_form(form)
    known.update(facts)
    for judgement in judgements:  # given in the order of their days
        known[judgement.fact] = judgement.holds
    return eligibility(known)
