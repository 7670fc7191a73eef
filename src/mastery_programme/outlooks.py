"""What the criteria of an edition come to in one state of knowledge."""

from attrs import field, frozen

from mastery_programme.criteria import Criterion
from mastery_programme.findings import Question, Status
from mastery_programme.mappings import Memo
from mastery_programme.records import Record, Term

FINDINGS_KEPT = 2
"""How many sets of findings are remembered in one state of knowledge."""

OUTLOOKS_KEPT = 1024
"""In how many states of knowledge the outlook of an edition is remembered."""


class Verdict(Term):
    """What the essential criteria come to. It is never "accepted": who selects is somebody else."""

    MEETS = "meets"
    FALLS_SHORT = "falls short"
    UNDECIDED = "undecided"


@frozen(eq=False, repr=False)
class Outlook(Record):
    """What the criteria of an edition come to in one state of knowledge, shared by all assessments in that state.

    Attributes:
        edition: the edition's id.
        title: its name for people.
        decided_by: who selects, or an empty text if the edition does not say.
        decided_by_clause: the clause that says so, or None.
        criteria: its criteria.
        statuses: whether each is met, without regard to waivers.
        verdict: what the essential ones come to.
        missing: what is needed to settle the verdict, in the order of the edition.
        memo: the findings made in this state; no part of its value.
    """

    edition: str
    title: str
    decided_by: str
    decided_by_clause: str | None
    criteria: tuple[Criterion, ...]
    statuses: tuple[Status, ...]
    verdict: Verdict
    missing: tuple[Question, ...]
    memo: Memo = field(init=False, eq=False, repr=False, factory=lambda: Memo(FINDINGS_KEPT))
