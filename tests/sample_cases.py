"""Cases for tests: invented people of invented schools, from a form without an answer to one that is in order."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pandas as pd
import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Case,
    EstablishmentType,
    InvalidArgument,
    InvalidFact,
    InvalidJudgement,
    Judgement,
    JudgementRequired,
    LeadTeacher,
    Level,
    Person,
    Phase,
    Post,
    Programme,
    Role,
    School,
    Signature,
    Stage,
    UnknownCriterion,
    UnknownFact,
    Verdict,
    Waiver,
    YearMonth,
)
from mastery_programme.facts import Value
from tests.changed_editions import changed
from tests.oddities import Hostile

EDITION = SECONDARY_COHORT_4
OTHER_EDITION: Programme = changed(EDITION, id="secondary-2020", cohort=5)
WITHOUT_FORM: Programme = changed(EDITION, id="secondary-2021", cohort=6, form=None)

BST = timezone(timedelta(hours=1))
BEGUN = datetime(2019, 4, 1, 9, tzinfo=BST)
DEADLINE = datetime(2019, 4, 26, 17, tzinfo=BST)
MOMENT = timedelta(microseconds=1)
JUDGED_ON = date(2019, 5, 20)
HUB_LEAD = "Bea Example"

WAYS: dict[Stage, tuple[Stage, ...]] = {
    Stage.DRAFTED: (),
    Stage.SUBMITTED: (Stage.SUBMITTED,),
    Stage.UNDER_REVIEW: (Stage.SUBMITTED, Stage.UNDER_REVIEW),
    Stage.SELECTED: (Stage.SUBMITTED, Stage.UNDER_REVIEW, Stage.SELECTED),
    Stage.RESERVE: (Stage.SUBMITTED, Stage.UNDER_REVIEW, Stage.RESERVE),
    Stage.NOT_SELECTED: (Stage.SUBMITTED, Stage.UNDER_REVIEW, Stage.NOT_SELECTED),
    Stage.DECLINED: (Stage.SUBMITTED, Stage.UNDER_REVIEW, Stage.SELECTED, Stage.DECLINED),
    Stage.WITHDRAWN: (Stage.WITHDRAWN,),
}
"""For each stage a way to it from a draft."""

JUDGED_ESSENTIAL = tuple(
    name
    for criterion in EDITION.criteria
    if criterion.level is Level.ESSENTIAL
    for name, fact in criterion.ruleset.facts.items()
    if fact.judged
)
"""What of the essential criteria somebody has to judge."""

ESSENTIAL: dict[str, Value] = {"qts": True, "employed_as_teacher": True, "state_funded": True, "phase": "secondary"}
"""What of the essential criteria nobody judges, so that they are met."""

DESIRABLE: dict[str, Value] = {
    "lead_practitioner": True,
    "subject_leader": True,
    "years_teaching_mathematics": 2,
    "engaged_with_hub": True,
}
"""For each of four desirable criteria what shows it."""

JUDGED_DESIRABLE = ("track_record_other_schools", "grows_leadership")
"""For each of the other two what shows it, if it is judged to be so."""

COMPLETE = Application(
    "secondary-2019",
    school=School(
        "Example School", "999901", phase=Phase.SECONDARY, establishment_type=EstablishmentType.ACADEMY_CONVERTER
    ),
    hub="Jurassic",
    lead_teacher=LeadTeacher(
        name="Ada Example",
        email="ada@school.example",
        ncetm_username="ada-example",
        qts=True,
        years_teaching=1,
        teaching_groups="7A and 9B",
        current_role="Teacher of mathematics",
        teaching_history=(Post("Example School", "Teacher", YearMonth(2018, 9), subject="mathematics"),),
    ),
    head_of_department=Person("Cy Example", "cy@school.example"),
    nominator=Person("Di Example", "di@school.example"),
    lead_teacher_statement="I teach mathematics.",
    nominator_statement="She teaches mathematics.",
    signatures=(
        Signature(Role.LEAD_TEACHER, "Ada Example"),
        Signature(Role.HEAD_OF_DEPARTMENT, "Cy Example"),
        Signature(Role.NOMINATOR, "Di Example"),
    ),
    copied_to_head_teacher=True,
)
"""A form with every answer, which is in order as soon as it is sent in time."""

LATE = evolve(COMPLETE, submitted_at=DEADLINE + MOMENT)
UNTOLD = evolve(COMPLETE, copied_to_head_teacher=None)
UNSIGNED = evolve(COMPLETE, signatures=())


def blank(programme: Programme = EDITION) -> Application:
    """A form without an answer."""
    return Application(programme.id)


def drafted(id: str = "case-1", form: Application | None = None, programme: Programme = EDITION) -> Case:
    """A case that was just begun."""
    return Case.draft(id, programme, blank(programme) if form is None else form, by="Ada Example", at=BEGUN)


def moved(case: Case, stages: Iterable[Stage]) -> Case:
    """A case that goes on to these stages, a minute after one another, with a reason for each step."""
    for stage in stages:
        at = max(case.history[-1].at + timedelta(minutes=1), case.application.submitted_at or BEGUN)
        case = case.move(stage, by=HUB_LEAD, at=at, reason=f"It is to be {stage}.")
    return case


def at_stage(stage: Stage, case: Case | None = None) -> Case:
    """A draft that has gone on to a stage."""
    return moved(drafted() if case is None else case, WAYS[stage])


def judgements(*facts: str, holds: bool = True, by: str = HUB_LEAD, on: date = JUDGED_ON) -> tuple[Judgement, ...]:
    """One judgement for each of these facts."""
    return tuple(Judgement(fact, holds, by, on) for fact in facts)


def waiver(criterion: str, at: datetime = DEADLINE, reason: str = "The post was late.") -> Waiver:
    """A waiver of a criterion."""
    return Waiver(criterion, HUB_LEAD, at, reason)


def meeting(id: str = "case-1", form: Application = COMPLETE) -> Case:
    """A draft that meets every essential criterion."""
    return drafted(id, form).know({"employed_as_teacher": True}).judge(*judgements(*JUDGED_ESSENTIAL))


def verdict_of(id: str, verdict: Verdict, shown: int = 0) -> Case:
    """A draft with a blank form, of which the verdict is this, and so many desirable criteria are shown."""
    known = dict(list(DESIRABLE.items())[:shown])
    judged = JUDGED_DESIRABLE[: max(0, shown - len(DESIRABLE))]
    case = drafted(id).know(ESSENTIAL | known).judge(*judgements(*judged))
    if verdict is Verdict.MEETS:
        return case.judge(*judgements(*JUDGED_ESSENTIAL))
    return case.know({"qts": False}) if verdict is Verdict.FALLS_SHORT else case


def known_as(id: str, email: str | None = None, username: str | None = None, urn: str | None = None) -> Case:
    """A draft that says no more than how its lead teacher and school are known."""
    school = None if urn is None else School(None, urn)
    return drafted(id, evolve(blank(), school=school, lead_teacher=LeadTeacher(email=email, ncetm_username=username)))


WITHOUT_REASON = [
    pytest.param(meeting, id="all is met and in order"),
    pytest.param(lambda: meeting(form=LATE).waive(waiver("APP-1")), id="late, and waived"),
    pytest.param(lambda: meeting(form=UNTOLD).waive(waiver("APP-2")), id="not known whether copied, and waived"),
    pytest.param(lambda: meeting().know({"subject_leader": False}), id="a desirable criterion is not met"),
]
"""Drafts that can be selected without a reason as soon as they are reviewed."""

WITH_REASON = [
    pytest.param(lambda: drafted(form=COMPLETE), id="nobody has judged"),
    pytest.param(lambda: meeting().judge(*judgements("passion", holds=False, by="Cy")), id="judges differ"),
    pytest.param(lambda: meeting().know({"qts": False}), id="it falls short"),
    pytest.param(lambda: meeting(form=LATE), id="late"),
    pytest.param(lambda: meeting(form=evolve(COMPLETE, nominator_statement="")), id="a field is blank"),
    pytest.param(lambda: meeting(form=UNTOLD), id="not known whether copied"),
    pytest.param(lambda: meeting(form=LATE).waive(waiver("APP-2")), id="late, and something else waived"),
    pytest.param(lambda: drafted(form=LATE).waive(waiver("APP-1")), id="waived, and nobody has judged"),
]
"""Drafts that can be selected only with one."""


class Unsure(tzinfo):
    """A zone that does not know its offset, or breaks when it is asked."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    def utcoffset(self, dt: datetime | None) -> None:
        """Nothing, or the error."""
        if self.error is not None:
            raise self.error

    def dst(self, dt: datetime | None) -> None:
        """Nothing."""

    def tzname(self, dt: datetime | None) -> None:
        """Nothing."""


NO_MOMENTS = [
    pytest.param(None, id="nothing at all"),
    pytest.param(datetime(2019, 6, 10, 9), id="a moment without an offset"),  # noqa: DTZ001
    pytest.param(date(2019, 6, 10), id="a day"),
    pytest.param("2019-06-10T09:00:00+01:00", id="a text"),
    pytest.param(1560153600, id="seconds"),
    pytest.param(BEGUN.timetz(), id="a time of day"),
    pytest.param(BEGUN.replace(tzinfo=Unsure()), id="a zone without an offset"),
    pytest.param(BEGUN.replace(tzinfo=Unsure(ValueError("which summer?"))), id="a zone that breaks"),
    pytest.param(datetime.min.replace(tzinfo=BST), id="a moment that is before all time in other zones"),
    pytest.param(datetime.max.replace(tzinfo=UTC), id="a moment that is after all time in other zones"),
    pytest.param(pd.NaT, id="the missing moment of pandas"),
    pytest.param(Hostile(), id="what breaks when it is shown"),
]
"""What is no moment with its offset from UTC."""

NO_FACTS = [
    pytest.param({"passion": True}, JudgementRequired, id="a judged fact"),
    pytest.param({"pasion": True}, UnknownFact, id="a name that is no fact"),
    pytest.param({7: True}, UnknownFact, id="a number for a name"),
    pytest.param({"qts": "yes"}, InvalidFact, id="a word for True"),
    pytest.param({"qts": []}, InvalidFact, id="a list for True"),
    pytest.param(None, InvalidArgument, id="nothing"),
    pytest.param([("qts", True)], InvalidArgument, id="pairs of facts"),
]
"""What cannot be known of Cohort 4 from elsewhere, and why not."""

NOT_TO_BE_ADDED = [
    pytest.param("judge", judgements("passion", by=" bea  EXAMPLE"), InvalidJudgement, id="twice in one day"),
    pytest.param("judge", judgements("passion", holds=False), InvalidJudgement, id="another word in one day"),
    pytest.param("judge", judgements("pasion"), UnknownFact, id="a judgement of no fact"),
    pytest.param("judge", (True,), InvalidJudgement, id="no judgement"),
    pytest.param("judge", (judgements("collaborates"),), InvalidJudgement, id="a tuple of judgements"),
    pytest.param("waive", (waiver("ELI-E1"),), InvalidJudgement, id="an essential criterion"),
    pytest.param("waive", (waiver("ELI-D2"),), InvalidJudgement, id="a desirable criterion"),
    pytest.param("waive", (waiver("APP-9"),), UnknownCriterion, id="a waiver of no criterion"),
    pytest.param("waive", ("APP-1",), InvalidJudgement, id="no waiver"),
]
"""What cannot be judged or waived where somebody has judged of passion, and why not."""
