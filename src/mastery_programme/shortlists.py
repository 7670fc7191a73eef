"""Cases listed for a hub to select from, and what is missing of them, hub by hub."""

from collections.abc import Iterable

from attrs import frozen

from mastery_programme.cases import Case, cases_of
from mastery_programme.errors import UnknownHub
from mastery_programme.findings import Finding, Question, Status
from mastery_programme.mappings import FrozenMapping
from mastery_programme.outlooks import Verdict
from mastery_programme.records import Record
from mastery_programme.steps import Stage
from mastery_programme.tables import Column, Row, as_html, as_text


@frozen(eq=False, repr=False)
class Shortlisted(Record):
    """A case in a shortlist.

    Attributes:
        case: its id.
        applicant: who applies.
        hub: the hub, by its full name if the edition has it.
        stage: where the case stands.
        verdict: what the essential criteria come to.
        in_order: whether the form is in order; None while that is not known.
        desirable: how many desirable criteria are shown.
        open_desirable: how many are not known yet.
    """

    case: str
    applicant: str
    hub: str | None
    stage: Stage
    verdict: Verdict
    in_order: bool | None
    desirable: int
    open_desirable: int


_ORDER = (Verdict.MEETS, Verdict.UNDECIDED, Verdict.FALLS_SHORT)
_NOTE = (
    "Listed by verdict, then by how many desirable criteria are shown, then as given. The programme gives those "
    "criteria no weight and ranks nobody; who selects is free to choose otherwise."
)
_COLUMNS = (
    Column("Case"),
    Column("Applicant"),
    Column("Hub"),
    Column("Stage"),
    Column("Essential criteria"),
    Column("Desirable", numeric=True),
    Column("Not known", numeric=True),
    Column("Form in order"),
)


@frozen(eq=False, repr=False)
class Shortlist(Record):
    """Cases listed for whoever selects among them.

    Attributes:
        places: a place for each case given, none left out.
        note: what the order means, and what it does not.
    """

    places: tuple[Shortlisted, ...]
    note: str = _NOTE

    def to_records(self) -> list[Row]:
        """A flat dict for each place: text, bools, whole numbers, or None."""
        return [
            {
                "case": place.case,
                "applicant": place.applicant or None,
                "hub": place.hub,
                "stage": place.stage.value,
                "verdict": place.verdict.value,
                "in_order": place.in_order,
                "desirable": place.desirable,
                "open_desirable": place.open_desirable,
            }
            for place in self.places
        ]

    def _rows(self) -> list[tuple[str, ...]]:
        """The rows of the table."""
        order = {True: "yes", False: "no", None: "not known"}
        return [
            (
                place.case,
                place.applicant,
                place.hub or "not known",
                place.stage.value,
                place.verdict.value,
                str(place.desirable),
                str(place.open_desirable),
                order[place.in_order],
            )
            for place in self.places
        ]

    def __str__(self) -> str:
        return f"{as_text(_COLUMNS, self._rows())}\n\n{self.note}"

    def _repr_html_(self) -> str:
        return as_html("Shortlist", _COLUMNS, self._rows(), (self.note,))


def shortlist(cases: Iterable[Case]) -> Shortlist:
    """Cases by verdict, then by how many desirable criteria they show, then in the order given.

    Args:
        cases: the cases, at whatever stage, each with the edition that it is of.

    Raises:
        InvalidArgument: for anything but cases.

    Source:
        APP-3, and how Cohort 4 reads OPEN-10: nothing is scored, and the hub selects.
    """
    places = [_place(case) for case in cases_of(cases)]
    return Shortlist(tuple(sorted(places, key=lambda place: (_ORDER.index(place.verdict), -place.desirable))))


def _place(case: Case) -> Shortlisted:
    """The place of a case."""
    assessment = case.assess()
    statuses = [finding.status for finding in assessment.desirable]
    return Shortlisted(
        case=case.id,
        applicant=assessment.applicant,
        hub=_hub(case),
        stage=case.stage,
        verdict=assessment.verdict,
        in_order=assessment.in_order,
        desirable=statuses.count(Status.MET),
        open_desirable=statuses.count(Status.UNKNOWN),
    )


def _hub(case: Case) -> str | None:
    """The hub of a case by its full name; as written if the edition does not have it, None if none is named."""
    named = case.application.hub
    if named is None or not named.strip():
        return None
    try:
        return case.programme.hub(named).name
    except UnknownHub:
        return named


@frozen(eq=False, repr=False)
class Outstanding(Record):
    """What is missing of one case.

    Attributes:
        case: its id.
        questions: the facts and judgements that can still change a finding.
        form: what the form lacks: the findings about it that are not met, and not waived.
    """

    case: str
    questions: tuple[Question, ...]
    form: tuple[Finding, ...]

    def __str__(self) -> str:
        told = [*map(str, self.questions), *(finding.reason for finding in self.form)]
        return f"{self.case}: {' '.join(told) or 'nothing is missing'}"


def missing_by_hub(cases: Iterable[Case]) -> FrozenMapping[str | None, tuple[Outstanding, ...]]:
    """What is missing, hub by hub and case by case.

    Args:
        cases: the cases, at whatever stage.

    Returns:
        By hub, in the order in which the cases name them, None for cases that name no hub: for each case what is
        missing of it. Of one that is decided, or that falls short, nothing is.

    Raises:
        InvalidArgument: for anything but cases.

    Source:
        FRM-1 to FRM-9 and HUB-1 of Cohort 4.
    """
    found: dict[str | None, list[Outstanding]] = {}
    for case in cases_of(cases):
        found.setdefault(_hub(case), []).append(_outstanding(case))
    return FrozenMapping({hub: tuple(missing) for hub, missing in found.items()})


def _outstanding(case: Case) -> Outstanding:
    """What is missing of one case."""
    assessment = case.assess()
    decided = case.stage is Stage.SELECTED or not case.stage.following
    if decided or assessment.verdict is Verdict.FALLS_SHORT:
        return Outstanding(case.id, (), ())
    lacking = tuple(finding for finding in assessment.form if finding.status is Status.NOT_MET)
    return Outstanding(case.id, assessment.still_open, lacking)
