"""Every public class with its kind in documents."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import field, fields, frozen

from mastery_programme.allocation import Allocation
from mastery_programme.assessments import Assessment
from mastery_programme.bases import ByTerms, EvenlyByMonth, OnOneDay, Unscheduled
from mastery_programme.batches import Conflict, Unassessed
from mastery_programme.budgets import Budget
from mastery_programme.cases import Case
from mastery_programme.codec.branches import ByName, InOrder, Series
from mastery_programme.codec.kinds import FACT, KNOWN, kind_of
from mastery_programme.codec.leaves import Kind, Schema, Text
from mastery_programme.codec.objects import Object, record
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import Report
from mastery_programme.codec.told import AssessmentTold
from mastery_programme.codec.unions import ByType, Labelled
from mastery_programme.codec.values import PLAIN
from mastery_programme.codec.written import DAY, MOMENT
from mastery_programme.differences import Difference
from mastery_programme.errors import InvalidArgument
from mastery_programme.forecasts import Forecast
from mastery_programme.hints import nearest
from mastery_programme.mappings import FrozenMapping
from mastery_programme.outlooks import Outlook
from mastery_programme.participation import Participation
from mastery_programme.pivots import Pivot
from mastery_programme.positions import NetPosition
from mastery_programme.problems import UnreadRow
from mastery_programme.profiles import Profile
from mastery_programme.programme import Programme
from mastery_programme.progress_lines import Progress
from mastery_programme.reasoning import Flaw, Reason, Ruling
from mastery_programme.shortlists import Outstanding, Shortlist
from mastery_programme.statements import FundingStatement
from mastery_programme.terms import SchoolTerm
from mastery_programme.years import FinancialYear

ROOTS = (
    *(FinancialYear, Programme, Case, Allocation, FundingStatement, Ruling, Reason, Flaw, Outlook, Outstanding),
    *(Shortlist, Conflict, Unassessed, UnreadRow, SchoolTerm, NetPosition),
    *(Participation, Progress, Forecast, Profile, Budget, Pivot, EvenlyByMonth, ByTerms, OnOneDay, Unscheduled),
)
"""Classes in which all others are found."""

NAMES_AN_EDITION: Final = (Case, Participation, Profile)
"""Classes whose documents name their edition, which is given apart."""

MAPPING: Final = ByName(Text(), ByType({**PLAIN, dict: FACT}))
"""A mapping by itself: of values of facts by name, or of facts."""


@frozen(eq=False)
class Anything:
    """What a difference of two editions can tell: nothing, a plain value, several values, or a value under its class.

    Args:
        labelled: the kind of what is told under its class.
    """

    labelled: Kind
    _kind: ByType = field(init=False)

    def __attrs_post_init__(self) -> None:
        several: Kind = Series(self)
        object.__setattr__(self, "_kind", ByType({**PLAIN, dict: self.labelled, list: several}))

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value."""
        return None if raw is None else self._kind.read(raw, at, report)

    def write(self, value: object) -> object:
        """The value as a plain one, a list, or under its class."""
        if type(value) is tuple:
            return [self.write(item) for item in value]
        return value if value is None or type(value) in {bool, int, str} else self.labelled.write(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """Anything of these."""
        if "Anything" not in shared:
            shared["Anything"] = {}  # its place, since it can hold itself
            shared["Anything"] = {"anyOf": [{"type": "null"}, self._kind.schema(shared)]}
        return {"$ref": "#/$defs/Anything"}


def _kinds() -> dict[type, Kind]:
    """The kind of every public class."""
    for root in ROOTS:
        kind_of(root)
    plain = {str, int, bool, date, datetime}
    kinds = {cls: kind for cls, kind in KNOWN.items() if isinstance(cls, type) and cls not in plain}
    # A difference is of parts: what refers to a whole edition is none, and an edition is not told whole.
    parts = {cls.__name__: (cls, kind) for cls, kind in kinds.items() if cls not in {*NAMES_AN_EDITION, Programme}}
    labelled: dict[str, tuple[type, Kind]] = {**parts, "date": (date, DAY), "moment": (datetime, MOMENT)}
    anything = Anything(Labelled(labelled))
    labelled["FrozenMapping"] = (FrozenMapping, InOrder("key", anything, "item", anything))  # it holds anything itself
    own = {one.name: kind_of(one.type) for one in fields(Difference) if one.name not in {"before", "after"}}
    difference = record(Difference, {**own, "before": anything, "after": anything})
    return {**kinds, Difference: difference, FrozenMapping: MAPPING}


KINDS: Final[Mapping[type, Kind]] = _kinds()
"""The kind of every public class whose values can be read."""

OUT_ONLY: Final[Object] = record(AssessmentTold, {one.name: kind_of(one.type) for one in fields(AssessmentTold)})
"""The kind of an assessment, which only goes out."""


def known_kind(cls: object) -> Kind:
    """The kind of a class whose values can be read.

    Raises:
        InvalidArgument: if it is none.
    """
    kind = KINDS.get(cls) if isinstance(cls, type) else None
    if kind is None:
        if not isinstance(cls, type):
            near = nearest(cls, [known.__name__ for known in KINDS])
            allowed = "a public class of the library, not its name or a value of it"
            raise InvalidArgument("not a class of which documents are read", cls, allowed, near)
        allowed = "its case comes back" if cls is Assessment else "a public class of the library itself"
        raise InvalidArgument("no document is read as this", cls.__name__, allowed)
    return kind
