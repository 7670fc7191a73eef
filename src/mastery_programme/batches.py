"""Many applications at once: assess them one by one, and find where they conflict."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from mastery_programme.application import Application, LeadTeacher
from mastery_programme.assessments import Assessment
from mastery_programme.cases import Case, cases_of
from mastery_programme.eligibility import assess
from mastery_programme.errors import InvalidArgument, MasteryProgrammeError
from mastery_programme.programme import Programme, check_programme
from mastery_programme.records import Record, Term
from mastery_programme.steps import Stage
from mastery_programme.words import folded


@frozen(eq=False, repr=False)
class Unassessed(Record):
    """An application that could not be assessed, in the place of its assessment.

    Attributes:
        position: its place among those given, from 0.
        error: the name of the error.
        problem: what the error says.
    """

    position: int
    error: str
    problem: str

    def __str__(self) -> str:
        return f"number {self.position}: {self.error}: {self.problem}"


def assess_all(programme: Programme, applications: Iterable[Application]) -> Iterator[Assessment | Unassessed]:
    """An assessment of each application, one by one as they are asked for.

    Args:
        programme: the edition.
        applications: the applications, made already; as long a series as there is. They are assessed by their forms
            alone: of a case, `Case.assess` knows the judgements too.

    Returns:
        An iterator that gives for each in turn its assessment, or what kept it from being assessed, with its position.

    Raises:
        InvalidArgument: if it is no `Programme` that is asked, or no series that is given.

    Source:
        As of `assess`.
    """
    check_programme(programme)
    if not isinstance(applications, Iterable):
        raise InvalidArgument("not a series of applications", applications, "any iterable of them")
    return _assessed(programme, applications)


def _assessed(programme: Programme, applications: Iterable[Application]) -> Iterator[Assessment | Unassessed]:
    """An assessment of each application, or what kept it from being assessed, one by one."""
    for position, application in enumerate(applications):
        try:
            answer: Assessment | Unassessed = assess(programme, application)
        except MasteryProgrammeError as error:
            answer = Unassessed(position, type(error).__name__, str(error))
        yield answer


class Shared(Term):
    """What two cases can have in common that each should have alone."""

    ID = "id"
    URN = "urn"
    EMAIL = "email"
    NCETM_USERNAME = "ncetm-username"


@frozen(eq=False, repr=False)
class Conflict(Record):
    """Cases that have something in common that each should have alone. Nothing is resolved: it is for the hub to look.

    Attributes:
        shared: what they have in common.
        value: the value of it, as the first of them writes it.
        cases: the ids of the cases, in the order given.
        stages: for each of them where it stands.
        editions: for each of them the id of its edition.
    """

    shared: Shared
    value: str
    cases: tuple[str, ...]
    stages: tuple[Stage, ...]
    editions: tuple[str, ...]

    @property
    def across(self) -> bool:
        """Whether they are of different editions."""
        return len(set(self.editions)) > 1

    def __str__(self) -> str:
        held = zip(self.cases, self.editions, self.stages, strict=True)
        told = "; ".join(f"{id} ({edition}, {stage})" for id, edition, stage in held)
        return f"same {self.shared} {self.value!r}: {told}"


def _teacher(case: Case) -> LeadTeacher:
    """The lead teacher of a case, with no answers if nobody is named."""
    return case.application.lead_teacher or LeadTeacher()


def _urn(case: Case) -> str | None:
    """The URN of the school of a case."""
    school = case.application.school
    return None if school is None or school.urn is None else str(school.urn)


_READ: dict[Shared, Callable[[Case], str | None]] = {
    Shared.ID: lambda case: case.id,
    Shared.URN: _urn,
    Shared.EMAIL: lambda case: _teacher(case).email,
    Shared.NCETM_USERNAME: lambda case: _teacher(case).ncetm_username,
}


def conflicts(cases: Iterable[Case]) -> tuple[Conflict, ...]:
    """Where cases share a URN, a lead teacher's e-mail or NCETM username, or an id, in one edition or across.

    Args:
        cases: the cases, at whatever stage.

    Returns:
        A conflict for each shared value, with all who share it: first ids, then URNs, e-mails and usernames, each in
        the order of the cases. Case and spaces do not matter.

    Raises:
        InvalidArgument: for anything but cases.

    Source:
        How Cohort 4 reads OPEN-11.
    """
    given = cases_of(cases)
    return tuple(conflict for shared in Shared for conflict in _alike(shared, given))


def _alike(shared: Shared, cases: Iterable[Case]) -> Iterator[Conflict]:
    """The cases that have one thing in common, for each value of it that more than one has."""
    holders: dict[str, list[tuple[str, Case]]] = {}
    for case in cases:
        value = _READ[shared](case)
        if value is not None and value.strip():
            holders.setdefault(folded(value), []).append((value, case))
    for alike in holders.values():
        if len(alike) > 1:
            held = [case for _, case in alike]
            yield Conflict(
                shared,
                alike[0][0],
                tuple(case.id for case in held),
                tuple(case.stage for case in held),
                tuple(case.programme.id for case in held),
            )
