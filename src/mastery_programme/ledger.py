"""What was recorded of a participation, sorted by what it is about, and what it leaves open."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from attrs import evolve

from mastery_programme.application import LeadTeacher, School
from mastery_programme.days import Days
from mastery_programme.events import Claimed, CostIncurred, Delivered, DepartmentStarted, DutyMet, Voided
from mastery_programme.facts import Value
from mastery_programme.funding_lines import FundingLine
from mastery_programme.hints import Hints
from mastery_programme.options import Routes
from mastery_programme.parts import Activity, CoveredCost, Duty, Grant, Year
from mastery_programme.programme import Programme
from mastery_programme.routing import read_facts, routes_in, ways_through
from mastery_programme.tenures import Completed, Happening, Replaced, Standing, Withdrew
from mastery_programme.years import AcademicYear

Live = Delivered | DepartmentStarted | CostIncurred | DutyMet
"""An event that can be voided, and until then counts."""

T = TypeVar("T", bound=Live)

MOST_COMPARED = 20_000
"""So many pairs of characters are compared to name what is nearest to something mistyped, in all events together."""


class Tenure(NamedTuple):
    """The time of one lead teacher, with what is known of that one, and the ways that this leaves open."""

    lead_teacher: LeadTeacher
    facts: Mapping[str, Value]
    ways: tuple[frozenset[str], ...]
    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Whether a day is within the time."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Ledger:
    """What was recorded, event by event. Whether an event can be is checked before it comes here.

    Args:
        programme: the edition.
        school: the lead teacher's school.
        lead_teacher: the first lead teacher.
        facts: what is known of that one.
        to_come: the events that will be taken in, if they are known.

    Attributes:
        tenures: the times of the lead teachers, in their order.
        standing: whether somebody takes part.
        ended: the event that ended it; None while somebody takes part.
        named: every event that has an id, by id.
        voided: the voiding of each voided event, by its id.
        claimed: the lines claimed for each event, by its id.
        claimed_half_days: how many half-days they are, by the id of the event.
        recovered: the lines taken back.
        owed: the lines that take back what was claimed for a voided event and has not been, by its id.
        doomed: the ids of events that are voided later.
        half_days: how many half-days count in all.
        hints: the nearest known names, as long as little was compared.
    """

    __slots__ = (
        *("_live", "_routed", "claimed", "claimed_half_days", "doomed", "ended", "half_days", "hints", "named"),
        *("owed", "programme", "recovered", "school", "tenures", "voided"),
    )

    def __init__(
        self,
        programme: Programme,
        school: School,
        lead_teacher: LeadTeacher,
        facts: Mapping[str, object],
        to_come: Iterable[Happening] = (),
    ) -> None:
        self.programme: Programme = programme
        self.school: School = school
        self.tenures: list[Tenure] = [self._tenure(lead_teacher, facts, None)]
        self.ended: Withdrew | Completed | None = None
        self.named: dict[str, Live | Claimed] = {}
        self.voided: dict[str, Voided] = {}
        self.doomed: set[str] = {event.event for event in to_come if isinstance(event, Voided)}
        self.claimed: dict[str, list[FundingLine]] = {}
        self.claimed_half_days: dict[str, int] = {}
        self.recovered: list[FundingLine] = []
        self.owed: dict[str, Counter[FundingLine]] = {}
        self.half_days: int = 0
        self.hints: Hints = Hints(MOST_COMPARED)
        self._live: dict[str, Live] = {}
        self._routed: dict[str, dict[str, date]] = {}

    @property
    def standing(self) -> Standing:
        """Whether somebody takes part."""
        if self.ended is None:
            return Standing.TAKING_PART
        return Standing.WITHDRAWN if isinstance(self.ended, Withdrew) else Standing.COMPLETED

    def _tenure(self, lead_teacher: LeadTeacher, facts: Mapping[str, object], start: date | None) -> Tenure:
        """The time of a lead teacher from a day on."""
        known = read_facts(self.programme, facts)
        return Tenure(lead_teacher, known, ways_through(self.programme, known), start, None)

    def add(self, event: Happening) -> None:
        """Take an event in."""
        if isinstance(event, Voided):
            self._void(event)
        elif isinstance(event, Claimed):
            self._claim(event)
        elif isinstance(event, Live):
            self._count(event)
        else:
            self._hand_on(event)

    def _count(self, event: Live) -> None:
        """Take in what counts until it is voided; what will be narrows no route down."""
        self.named[event.id] = self._live[event.id] = event
        self.half_days += event.days.half_days if isinstance(event, Delivered) else 0
        route = None if event.id in self.doomed else self._route_of(event)
        if route is not None:
            self._routed.setdefault(route, {})[event.id] = event.on

    def _void(self, event: Voided) -> None:
        """Take in that something counts no more: what was claimed of it is owed."""
        self.voided[event.event] = event
        gone = self._live.pop(event.event)
        self.half_days -= gone.days.half_days if isinstance(gone, Delivered) else 0
        for days in self._routed.values():
            days.pop(event.event, None)
        claimed = self.claimed.get(event.event, ())
        self.owed[event.event] = Counter(taken_back(line, event) for line in claimed)

    def _claim(self, event: Claimed) -> None:
        """Take in what was claimed, and what was taken back."""
        self.named[event.id] = event
        for line in event.lines:
            id = line.event or ""
            if line.recovery:
                self.recovered.append(line)
                self.owed[id][line] -= 1
            else:
                self.claimed.setdefault(id, []).append(line)
                half_days = line.days.half_days if isinstance(line.days, Days) else 0
                self.claimed_half_days[id] = self.claimed_half_days.get(id, 0) + half_days

    def _hand_on(self, event: Withdrew | Completed | Replaced) -> None:
        """Take in that a lead teacher leaves, or that another one comes."""
        last = self.tenures[-1]
        if not isinstance(event, Replaced):
            self.tenures[-1] = last._replace(end=event.on)
            self.ended = event
            return
        if last.end is None:
            self.tenures[-1] = last._replace(end=event.on - timedelta(days=1))
        self.tenures.append(self._tenure(event.lead_teacher, event.facts, event.on))
        self.ended = None

    def live(self, cls: type[T]) -> list[T]:
        """The events of a class that count, in the order in which they were recorded."""
        return [event for event in self._live.values() if isinstance(event, cls)]

    def everything_live(self) -> list[Live]:
        """All events that count, in the order in which they were recorded."""
        return list(self._live.values())

    def year_at(self, day: date) -> Year | None:
        """The year of the programme in which a day falls; None if it falls in none."""
        academic_year = AcademicYear.containing(day)
        return next((year for year in self.programme.years if year.academic_year == academic_year), None)

    def year_of(self, event: Live) -> Year:
        """The year of the programme in which an event falls that counts."""
        academic_year = AcademicYear.containing(event.on)
        return next(year for year in self.programme.years if year.academic_year == academic_year)

    def tenure_at(self, day: date) -> Tenure | None:
        """The time of a lead teacher in which a day falls; None if nobody took part."""
        return next((tenure for tenure in self.tenures if tenure.holds(day)), None)

    def tenure_of(self, year: Year) -> Tenure:
        """The time of the lead teacher to whom the rest of a year falls: the last who began before its end."""
        end = year.academic_year.end
        return [tenure for tenure in self.tenures if tenure.start is None or tenure.start <= end][-1]

    def ways(self, tenure: Tenure) -> tuple[frozenset[str], ...]:
        """The ways that are open to a lead teacher: what counts already goes one way, and so leaves out the others."""
        used = {route for route, days in self._routed.items() if any(map(tenure.holds, days.values()))}
        return tuple(way for way in tenure.ways if used <= way) if used else tenure.ways

    def routes(self, tenure: Tenure) -> Routes:
        """For each route the outcomes that are open to a lead teacher."""
        return routes_in(self.programme, self.ways(tenure))

    def _route_of(self, event: Live) -> str | None:
        """The outcome of a route to which what an event tells of belongs; None if to none."""
        if isinstance(event, Delivered):
            part: object = named(self.year_of(event).activities, event.activity)
        elif isinstance(event, CostIncurred):
            part = named(self.programme.items, event.item)
        else:
            part = named(self.programme.duties, event.duty) if isinstance(event, DutyMet) else None
        return getattr(part, "route", None)


Part = TypeVar("Part", Activity, Grant | CoveredCost, Duty)


def named(parts: Iterable[Part], id: str) -> Part | None:
    """The part with this id; None if there is none."""
    return next((part for part in parts if part.id == id), None)


def taken_back(line: FundingLine, voided: Voided) -> FundingLine:
    """The line by which what was claimed is recovered, at its own rate."""
    amounts = {
        name: -amount for name in ("amount", "at_least", "at_most") if (amount := getattr(line, name)) is not None
    }
    return evolve(line, **amounts, on=voided.on, recovery=True)
