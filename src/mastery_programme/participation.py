"""A participation: one school's three years, with everything that was recorded of them."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Self

from attrs import evolve, field, frozen

from mastery_programme.accounts import account_of
from mastery_programme.application import LeadTeacher, School
from mastery_programme.errors import IllegalEvent, InvalidArgument
from mastery_programme.events import Claimed, check_id, name_of
from mastery_programme.funding import departments_of
from mastery_programme.ledger import Ledger
from mastery_programme.legality import check_event
from mastery_programme.mappings import FrozenMapping
from mastery_programme.profiles import hub_of
from mastery_programme.programme import Programme, check_programme
from mastery_programme.records import Record
from mastery_programme.routing import facts_by_name, read_facts, route_state
from mastery_programme.tenures import Happening, Replaced, Standing, events_of

MOST_EVENTS = 1000
"""No participation has more events."""


@frozen(eq=False, repr=False)
class Participation(Record):
    """One school's taking part, from the first year to the last. Each event that is recorded gives a new value.

    Args:
        id: its name, different for each participation.
        programme: the edition.
        lead_teacher: the lead teacher who begins.
        school: the lead teacher's school, with its name or its reference number.
        hub: the name of the Maths Hub, as `Programme.hub` finds it.
        facts: what is known of the lead teacher, by name.
        supported_departments: how many other departments it is agreed to support, from 0 to 20; the edition's own
            number if left out.
        events: what was recorded, in the order in which it was.

    Attributes:
        state: what the routes of the edition see of the facts; no part of its value.

    Raises:
        InvalidArgument: if an argument is of another kind.
        UnknownHub: if the edition lists hubs, and none of this name.
        UnknownFact: for a fact that the edition does not have.
        InvalidFact: for a value that a fact cannot have.
        InvalidCount: if the number of departments is not a whole number from 0 to 20.
        IllegalEvent: for an event that cannot follow on those before.

    Source:
        INT-1, PAR-1 to PAR-12, FUN-1 to FUN-6 of Cohort 4.
    """

    id: str
    programme: Programme
    lead_teacher: LeadTeacher
    school: School
    hub: str
    facts: FrozenMapping[str, Any] = field(default=FrozenMapping(), converter=facts_by_name, kw_only=True)
    supported_departments: int | None = field(default=None, kw_only=True)
    events: tuple[Happening, ...] = field(default=(), converter=events_of, kw_only=True)
    state: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_id(self.id, "not the id of a participation", InvalidArgument)
        check_programme(self.programme)
        if not isinstance(self.lead_teacher, LeadTeacher):
            raise InvalidArgument("not a lead teacher", self.lead_teacher, "a LeadTeacher")
        if not isinstance(self.school, School) or not (self.school.urn or (self.school.name or "").strip()):
            raise InvalidArgument("not the lead teacher's school", self.school, "a School with a name or a URN")
        known = read_facts(self.programme, self.facts)
        object.__setattr__(self, "facts", FrozenMapping(known))
        object.__setattr__(self, "state", route_state(self.programme, known))
        object.__setattr__(self, "hub", hub_of(self.programme, self.hub))
        if self.supported_departments is not None:
            object.__setattr__(self, "supported_departments", departments_of(self.supported_departments))
        if len(self.events) > MOST_EVENTS:
            raise IllegalEvent("too many events", len(self.events), f"at most {MOST_EVENTS:,}")
        if self.events:
            ledger_of(self)

    @property
    def standing(self) -> Standing:
        """Whether somebody takes part."""
        return ledger_of(self).standing

    @property
    def current_teacher(self) -> LeadTeacher:
        """The lead teacher who takes part, or who did last."""
        replacements = [event for event in self.events if isinstance(event, Replaced)]
        return replacements[-1].lead_teacher if replacements else self.lead_teacher

    @property
    def headline(self) -> str:
        """Who takes part, in words."""
        teacher = self.current_teacher.name or "a lead teacher whose name is not told"
        return f"{self.id}, {teacher} of {name_of(self.school)} ({self.hub})"

    def record(self, *events: Happening) -> Self:
        """The same participation with more events; those it had stay.

        Args:
            events: the events, in the order in which they are recorded, which need not be that of their days.

        Raises:
            IllegalEvent: for an event that cannot follow on those before, with the reason and what can; for a claim
                of anything else than `claim` gives.
        """
        ledger, more = ledger_of(self), events_of(events)
        for event in more:
            check_event(ledger, event)
            if isinstance(event, Claimed):
                self._check_claimable(ledger, event)
            ledger.add(event)
        return evolve(self, events=(*self.events, *more))

    def _check_claimable(self, ledger: Ledger, claim: Claimed) -> None:
        """Refuse a claim of lines that are not as they were earned and not claimed."""
        left = Counter(account_of(ledger, self.supported_departments).fresh)
        for line in claim.lines:
            if not left[line]:
                told = f"{line.amount} for {line.item} by {line.event}"
                raise IllegalEvent("not as it was earned", told, "the lines that `claim` gives")
            left[line] -= 1

    def know(self, facts: Mapping[str, object]) -> Self:
        """The same participation with more known of the lead teacher who takes part now; None takes a fact back.

        Of a replacement it is a correction of what was recorded: the event has the facts then. No other event ever
        changes.

        Args:
            facts: values of facts by name.

        Raises:
            UnknownFact: for a fact that the edition does not have.
            InvalidFact: for a value that a fact cannot have.
            IllegalEvent: if what was recorded cannot have been with these facts.
        """
        more = facts_by_name(facts)
        replacements = [event for event in self.events if isinstance(event, Replaced)]
        if not replacements:
            return evolve(self, facts={**self.facts, **more})
        last = replacements[-1]
        known = evolve(last, facts=read_facts(self.programme, {**last.facts, **more}))
        return evolve(self, events=tuple(known if event is last else event for event in self.events))

    def __str__(self) -> str:
        return "\n".join((f"{self.headline}: {self.standing}", *(f"- {event}" for event in self.events)))


def ledger_of(participation: Participation) -> Ledger:
    """What was recorded of a participation, each event checked against those before it."""
    events = participation.events
    ledger = Ledger(
        participation.programme, participation.school, participation.lead_teacher, participation.facts, events
    )
    for event in events:
        check_event(ledger, event)
        ledger.add(event)
    return ledger


def agreed_number(participation: Participation) -> int | None:
    """How many other departments it is agreed to support; None where neither the caller nor the edition says so."""
    if participation.supported_departments is not None:
        return participation.supported_departments
    numbers = [grant.departments for grant in participation.programme.grants if grant.departments is not None]
    return max(numbers, default=None)
