"""The stages of a case, and the steps from one to the next, each with who took it and when."""

from datetime import datetime
from itertools import pairwise
from typing import Any, cast

from attrs import field, frozen

from mastery_programme.errors import IllegalStep
from mastery_programme.hints import nearest
from mastery_programme.moments import has_offset, instant, moment
from mastery_programme.records import Record, Term


class Stage(Term):
    """Where a case stands."""

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under review"
    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not selected"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def following(self) -> "tuple[Stage, ...]":
        """The stages that can follow; none after an end."""
        return _FOLLOWING[self]


_FOLLOWING = {
    Stage.DRAFTED: (Stage.SUBMITTED, Stage.WITHDRAWN),
    Stage.SUBMITTED: (Stage.UNDER_REVIEW, Stage.WITHDRAWN),
    Stage.UNDER_REVIEW: (Stage.SELECTED, Stage.RESERVE, Stage.NOT_SELECTED, Stage.WITHDRAWN),
    Stage.SELECTED: (Stage.DECLINED, Stage.WITHDRAWN),
    Stage.RESERVE: (Stage.SELECTED, Stage.NOT_SELECTED, Stage.DECLINED, Stage.WITHDRAWN),
    Stage.NOT_SELECTED: (),
    Stage.DECLINED: (),
    Stage.WITHDRAWN: (),
}


def _stage(given: Stage | str) -> Stage:
    """A stage, also given as its text; what is neither stays as it is, to be refused."""
    return next((stage for stage in Stage if isinstance(given, str) and stage == given), cast("Stage", given))


@frozen(eq=False, repr=False)
class Step(Record):
    """A step that a case took.

    Args:
        stage: where it led, also as its text.
        by: who took it.
        at: the moment, with its offset from UTC.
        reason: why; may be empty where no reason is needed.

    Raises:
        IllegalStep: if it does not say where to, who, or when.
    """

    stage: Stage = field(converter=_stage)
    by: str
    at: datetime = field(converter=moment, eq=instant)
    reason: str = ""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.stage, Stage):
            near = nearest(self.stage, map(str, Stage))
            raise IllegalStep("no stage of a case", self.stage, f"one of {', '.join(map(str, Stage))}", near)
        if not isinstance(self.by, str) or not self.by.strip():
            raise IllegalStep("a step without the name of who takes it", self.by, "text that says it")
        if not isinstance(self.at, datetime) or not has_offset(self.at):
            raise IllegalStep("a step without a moment", self.at, "a datetime.datetime with its offset from UTC")
        if not isinstance(self.reason, str):
            raise IllegalStep("not a reason", self.reason, "text, or an empty text for none")

    def __str__(self) -> str:
        return f"{self.stage} by {self.by} at {self.at.isoformat(sep=' ')}{f': {self.reason}' if self.reason else ''}"


def history_of(given: Any) -> tuple[Step, ...]:  # noqa: ANN401 - what is no series of steps is refused
    """Steps in their order; raises `IllegalStep` if they cannot follow on one another."""
    steps: tuple[Step, ...] = tuple(given) if isinstance(given, tuple | list) else ()
    if not steps or not all(isinstance(step, Step) for step in steps) or steps[0].stage is not Stage.DRAFTED:
        raise IllegalStep("not the history of a case", given, f"steps, the first of them {Stage.DRAFTED.value!r}")
    for before, after in pairwise(steps):
        check_follows(before, after)
    return steps


def check_follows(before: Step, after: Step) -> None:
    """Raise `IllegalStep` unless one step can follow another."""
    if after.stage not in before.stage.following:
        following = " or ".join(repr(stage.value) for stage in before.stage.following)
        allowed = f"only {following}" if following else "nothing follows, as that is an end"
        raise IllegalStep(f"a case that is {before.stage.value!r} cannot become", after.stage.value, allowed)
    if instant(after.at) < instant(before.at):
        raise IllegalStep("a step earlier than the one before", after.at.isoformat(), f"not before {before.at}")
