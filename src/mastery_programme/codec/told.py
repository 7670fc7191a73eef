"""An assessment as a document tells it: it only goes out, since it follows from its case."""

from attrs import frozen

from mastery_programme.assessments import Assessment
from mastery_programme.criteria import Level
from mastery_programme.evidence import Evidence, Judgement, Waiver
from mastery_programme.facts import Value
from mastery_programme.findings import Finding, Question, Status
from mastery_programme.mappings import FrozenMapping
from mastery_programme.outlooks import Verdict
from mastery_programme.records import Record


@frozen(eq=False, repr=False, kw_only=True)
class FindingTold(Record):
    """What is told of one finding: of its criterion the id, the level, the label and the clause."""

    criterion: str
    level: Level
    label: str
    clause: str
    status: Status
    reason: str
    missing: tuple[str, ...]
    known: FrozenMapping[str, Value]
    evidence: tuple[Evidence, ...] = ()
    waiver: Waiver | None = None


@frozen(eq=False, repr=False, kw_only=True)
class AssessmentTold(Record):
    """What is told of an assessment."""

    edition: str
    title: str
    applicant: str
    verdict: Verdict
    in_order: bool | None
    findings: tuple[FindingTold, ...]
    missing: tuple[Question, ...]
    still_open: tuple[Question, ...]
    changes: tuple[FrozenMapping[str, tuple[Value, ...]], ...]
    judgements: tuple[Judgement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    remarks: tuple[str, ...] = ()


def told(assessment: Assessment) -> AssessmentTold:
    """What is told of an assessment; changes only of one that falls short."""
    return AssessmentTold(
        edition=assessment.edition,
        title=assessment.outlook.title,
        applicant=assessment.applicant,
        verdict=assessment.verdict,
        in_order=assessment.in_order,
        findings=tuple(map(_finding, assessment.findings)),
        missing=assessment.missing,
        still_open=assessment.still_open,
        changes=assessment.changes() if assessment.verdict is Verdict.FALLS_SHORT else (),
        judgements=assessment.judgements,
        waivers=assessment.waivers,
        remarks=assessment.remarks,
    )


def _finding(finding: Finding) -> FindingTold:
    """What is told of a finding."""
    return FindingTold(
        criterion=finding.criterion,
        level=finding.level,
        label=finding.label,
        clause=finding.source.clause,
        status=finding.status,
        reason=finding.reason,
        missing=finding.missing,
        known=finding.known,
        evidence=finding.evidence,
        waiver=finding.waiver,
    )
