"""Who takes part, and until when: events that end it or hand it on, and events of any kind."""

from collections.abc import Iterable
from datetime import date
from types import NoneType
from typing import Any, get_args

from attrs import field, frozen

from mastery_programme.application import LeadTeacher
from mastery_programme.errors import IllegalEvent
from mastery_programme.events import (
    Claimed,
    CostIncurred,
    Delivered,
    DepartmentStarted,
    DutyMet,
    Event,
    Voided,
    check_told,
)
from mastery_programme.mappings import FrozenMapping
from mastery_programme.records import Term
from mastery_programme.routing import facts_by_name
from mastery_programme.series import series_of


class Standing(Term):
    """Whether somebody takes part."""

    TAKING_PART = "taking part"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


@frozen(eq=False, repr=False)
class Withdrew(Event):
    """The lead teacher takes part no longer, or the school does not.

    Args:
        reason: why.
        on: the last day of taking part.

    Raises:
        IllegalEvent: for anything else.
    """

    reason: str
    on: date = field(kw_only=True)

    def _check(self) -> None:
        check_told(self.reason, "a withdrawal without a reason")

    def __str__(self) -> str:
        return f"{self.on}: withdrew: {self.reason}"


@frozen(eq=False, repr=False)
class Replaced(Event):
    """Another lead teacher of the same school takes over.

    Args:
        lead_teacher: the new lead teacher.
        on: the first day of the new one.
        facts: what is known of the new one, by name; nothing is taken over from the former.

    Raises:
        IllegalEvent: for anything else.
        InvalidArgument: if the facts are no mapping.
    """

    lead_teacher: LeadTeacher
    on: date = field(kw_only=True)
    facts: FrozenMapping[str, Any] = field(default=FrozenMapping(), converter=facts_by_name, kw_only=True)

    def _check(self) -> None:
        if not isinstance(self.lead_teacher, LeadTeacher):
            raise IllegalEvent("not a lead teacher", self.lead_teacher, "a LeadTeacher")
        for value in self.facts.values():
            if type(value) not in {bool, int, str, NoneType}:
                raise IllegalEvent("no value of a fact", value, "True, False, a whole number, a text, or None")

    def __str__(self) -> str:
        return f"{self.on}: replaced by {self.lead_teacher.name or 'a lead teacher whose name is not told'}"


@frozen(eq=False, repr=False)
class Completed(Event):
    """The lead teacher has completed the programme.

    Args:
        on: the last day of taking part.

    Raises:
        IllegalEvent: for anything else.

    Source:
        INT-1 of Cohort 4.
    """

    on: date = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.on}: completed"


Happening = Delivered | Voided | DepartmentStarted | CostIncurred | DutyMet | Claimed | Withdrew | Replaced | Completed
"""An event of any kind."""


_KINDS: tuple[type, ...] = get_args(Happening)


def events_of(given: Iterable[Any]) -> tuple[Happening, ...]:
    """Events in the order in which they were recorded; raises `IllegalEvent` for anything else."""
    events: tuple[Any, ...] = series_of(given, Event, "events", IllegalEvent)
    for event in events:
        if type(event) not in _KINDS:
            raise IllegalEvent("no event of ours", event, f"each a {', a '.join(kind.__name__ for kind in _KINDS)}")
    return events
