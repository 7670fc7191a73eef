"""What an assessment is: the verdict, a finding for each criterion, what is missing, and what would have to change."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from mastery_programme.changing import changes_in
from mastery_programme.compiled import Table
from mastery_programme.conditions import said_any
from mastery_programme.criteria import MET, Criterion, Level
from mastery_programme.errors import UnknownCriterion
from mastery_programme.evidence import Evidence, Judgement, Waiver, between_said, latest_waivers
from mastery_programme.facts import Value
from mastery_programme.findings import Finding, Question, Status, grounds, questions_for
from mastery_programme.hints import nearest
from mastery_programme.mappings import FrozenMapping
from mastery_programme.outlooks import Outlook, Verdict
from mastery_programme.records import Record
from mastery_programme.tables import Column, Row, as_html, capitalised

_NO_EVIDENCE: FrozenMapping[str, tuple[Evidence, ...]] = FrozenMapping()


class Found(NamedTuple):
    """The findings of an assessment, all and by level."""

    findings: tuple[Finding, ...]
    essential: tuple[Finding, ...]
    desirable: tuple[Finding, ...]
    form: tuple[Finding, ...]


@frozen(eq=False, repr=False)
class Assessment(Record):
    """What an application, or what is known of one, comes to under the criteria of an edition.

    Attributes:
        outlook: what the criteria come to in this state of knowledge.
        known: the known facts by name, as the rules take them: a count out of its bounds as the nearer bound, one that
            is between two values which no criterion tells apart as the lesser.
        evidence: for each fact what speaks for it, where there is more to say than its value.
        judgements: all judgements given, those that later ones replaced too.
        waivers: all waivers given.
        applicant: who applies, for the heading; may be empty.
        remarks: what is odd about the form and changes no answer.
    """

    outlook: Outlook
    known: FrozenMapping[str, Value]
    evidence: FrozenMapping[str, tuple[Evidence, ...]] = _NO_EVIDENCE
    judgements: tuple[Judgement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    applicant: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def edition(self) -> str:
        """The edition's id."""
        return self.outlook.edition

    @property
    def verdict(self) -> Verdict:
        """What the essential criteria come to, settled as soon as no answer can change it."""
        return self.outlook.verdict

    @property
    def missing(self) -> tuple[Question, ...]:
        """The facts and judgements that can still change the verdict; none once it is settled."""
        return self.outlook.missing

    @property
    def still_open(self) -> tuple[Question, ...]:
        """What can still change a finding of any level; nothing once the essential criteria cannot be met.

        A criterion that is waived asks for nothing.
        """
        if self.verdict is Verdict.FALLS_SHORT:
            return ()
        facts = {name: fact for one in self.outlook.criteria for name, fact in one.ruleset.facts.items()}
        return questions_for(facts, [(finding.criterion, finding.missing) for finding in self.findings])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A finding for every criterion, in the order of the edition."""
        return self._found().findings

    @property
    def essential(self) -> tuple[Finding, ...]:
        """The findings of the essential criteria."""
        return self._found().essential

    @property
    def desirable(self) -> tuple[Finding, ...]:
        """The findings of the desirable criteria, which carry no weight."""
        return self._found().desirable

    @property
    def form(self) -> tuple[Finding, ...]:
        """The findings of the criteria about the form."""
        return self._found().form

    @property
    def in_order(self) -> bool | None:
        """Whether the form fulfils every criterion about it, or has a waiver; None while that is not known."""
        waived = {waiver.criterion for waiver in self.waivers}
        statuses = {
            status
            for criterion, status in zip(self.outlook.criteria, self.outlook.statuses, strict=True)
            if criterion.level is Level.FORM and criterion.id not in waived
        }
        return False if Status.NOT_MET in statuses else None if Status.UNKNOWN in statuses else True

    def finding(self, criterion: str) -> Finding:
        """The finding of the criterion with this id, such as ``"ELI-E1"``; raises `UnknownCriterion`."""
        found = {finding.criterion: finding for finding in self.findings}
        if not isinstance(criterion, str) or criterion not in found:
            raise UnknownCriterion("no such criterion", criterion, nearest=nearest(criterion, found))
        return found[criterion]

    def changes(self, fixed: Iterable[str] = ()) -> tuple[FrozenMapping[str, tuple[Value, ...]], ...]:
        """The smallest sets of changes after which the essential criteria are met.

        Args:
            fixed: names of facts that cannot change, nor be stated.

        Returns:
            For each set a mapping from facts to the values that would do, in any combination of them; one empty
            mapping if the criteria are met already, and nothing if no change leads there.

        Raises:
            UnknownFact: for a name in `fixed` that no essential criterion turns on.
        """
        essential = [one.ruleset for one in self.outlook.criteria if one.level is Level.ESSENTIAL]
        table = Table(self.edition, essential)
        known = {name: self.known[name] for name in table.names if name in self.known}
        return changes_in(table, known, MET, fixed) if essential else (FrozenMapping(),)

    def to_records(self) -> list[Row]:
        """A flat dict for each finding, all with the same keys in the same order, of text or None."""
        return [
            {
                "edition": self.edition,
                "applicant": self.applicant or None,
                "verdict": self.verdict.value,
                "criterion": finding.criterion,
                "level": finding.level.value,
                "label": finding.label,
                "status": finding.status.value,
                "waived_by": None if finding.waiver is None else finding.waiver.by,
                "reason": finding.reason,
                "missing": ", ".join(finding.missing) or None,
                "clause": finding.source.clause,
            }
            for finding in self.findings
        ]

    def __str__(self) -> str:
        parts = {
            "Essential criteria": map(str, self.essential),
            "Desirable criteria": map(str, self.desirable),
            "The form": map(str, self.form),
            "Still needed for a verdict": map(str, self.missing),
            "What would have to change": self._changes_said(),
            "Also noticed": self.remarks,
        }
        lines = [self._heading, "", *self._summary]
        for heading, items in parts.items():
            told = [f"- {' '.join(item.split())}" for item in items]
            lines += ["", heading, *told] if told else []
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [(one.criterion, one.label, one.said, one.reason) for one in self.findings]
        needed = (f"Still needed: {question}" for question in self.missing)
        so = (f"What would have to change: {told}" for told in self._changes_said())
        return as_html(self._heading, _COLUMNS, rows, (*self._summary, *needed, *so, *self.remarks))

    @property
    def _heading(self) -> str:
        """Who applies for what."""
        of = f" of {' '.join(self.applicant.split())}" if self.applicant else ""
        return f"Application{of}: {self.outlook.title}"

    @property
    def _summary(self) -> tuple[str, ...]:
        """The verdict, what the other criteria come to, and who decides, a sentence each."""
        shown = sum(finding.status is Status.MET for finding in self.desirable)
        unknown = sum(finding.status is Status.UNKNOWN for finding in self.desirable)
        by, clause = self.outlook.decided_by, self.outlook.decided_by_clause
        sentences = [
            _VERDICTS[self.verdict],
            f"Desirable criteria: {shown} of {len(self.desirable)} shown, {unknown} not known; they carry no weight.",
            *([_ORDER[self.in_order]] if self.form else []),
        ]
        return (*sentences, f"This is not a decision: {by} selects ({clause}).") if by else tuple(sentences)

    def _changes_said(self) -> Iterator[str]:
        """What would have to change for the essential criteria to be met, in words: any one of these."""
        if self.verdict is not Verdict.FALLS_SHORT:
            return
        asks = {name: fact.ask for one in self.outlook.criteria for name, fact in one.ruleset.facts.items()}
        for change in self.changes():
            yield " ".join(f"{asks[name]} {capitalised(said_any(values))}." for name, values in change.items())

    def _found(self) -> Found:
        """The findings; those that say no more than the values of facts are made once for all like assessments."""
        if self.evidence or self.waivers:
            return self._find()
        memo, key = self.outlook.memo, tuple(self.known.items())
        kept: Found | None = memo.get(key)
        return memo.keep(key, self._find()) if kept is None else kept

    def _find(self) -> Found:
        """The findings, made anew."""
        told: dict[str, Value] = dict(self.known)
        for name, evidence in self.evidence.items():
            told.update((name, value) for value in (_told(evidence),) if value is not None and name in told)
        waivers = latest_waivers(self.waivers)
        found = tuple(self._finding(criterion, told, waivers.get(criterion.id)) for criterion in self.outlook.criteria)
        by_level = (tuple(one for one in found if one.level is level) for level in Level)
        return Found(found, *by_level)

    def _finding(self, criterion: Criterion, told: dict[str, Value], waiver: Waiver | None) -> Finding:
        """The finding of one criterion."""
        facts = criterion.ruleset.facts
        given = grounds(criterion, self.known, told)
        status, missing, reason = given.status, given.missing, given.said(self.evidence)
        if waiver is not None and status is not Status.MET:
            status, missing, reason = Status.MET, (), f"{waiver.told}. {reason}"
        else:
            waiver = None
        known = FrozenMapping({name: self.known[name] for name in facts if name in self.known})
        evidence = tuple(one for name in facts for one in self.evidence.get(name, ()))
        return Finding(criterion, status, reason, missing, known, evidence, waiver)


_VERDICTS = {
    Verdict.MEETS: "The essential criteria are met.",
    Verdict.FALLS_SHORT: "The essential criteria are not met.",
    Verdict.UNDECIDED: "Whether the essential criteria are met is not decided yet.",
}
_ORDER = {
    True: "The form is in order.",
    False: "The form is not in order.",
    None: "Whether the form is in order is not known yet.",
}
_COLUMNS = (Column("Criterion"), Column("What it is"), Column("Status"), Column("Why"))


def _told(evidence: Sequence[Evidence]) -> Value | None:
    """What people are told of a fact by the evidence that stands, where that is more than its value."""
    last = evidence[-1]
    return last.value if last.between is None else between_said(*last.between)
