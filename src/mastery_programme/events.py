"""What is recorded while somebody takes part: dated events, each of which says all that it has to by itself."""

from datetime import date
from types import NoneType

from attrs import field, frozen

from mastery_programme.application import School
from mastery_programme.days import DayRange, Days
from mastery_programme.errors import IllegalEvent, MasteryProgrammeError
from mastery_programme.funding import MOST_ESTIMATED
from mastery_programme.funding_lines import FundingLine
from mastery_programme.money import NOTHING, Money
from mastery_programme.records import Record
from mastery_programme.series import series_of
from mastery_programme.terms import check_day
from mastery_programme.years import AcademicYear

MOST_TOLD = 5000
"""No text of an event has more characters."""


def check_told(given: object, what: str, refusal: type[MasteryProgrammeError] = IllegalEvent) -> None:
    """Raise the refusal unless this is a text that says something."""
    if (
        type(given) is not str
        or not given.strip()
        or len(given) > MOST_TOLD
        or (not given.isascii() and _is_odd(given))
    ):
        raise refusal(what, given, f"text that says it, in at most {MOST_TOLD:,} characters")


def check_id(given: object, what: str, refusal: type[MasteryProgrammeError] = IllegalEvent) -> None:
    """Raise the refusal unless this is a text that says something, on one line."""
    check_told(given, what, refusal)
    if len(str(given).splitlines()) > 1 or any(one < " " for one in str(given)):
        raise refusal(what, given, "text on one line")


def _is_odd(text: str) -> bool:
    """Whether a text has halves of characters in it, which nobody could write."""
    return any("\ud800" <= one <= "\udfff" for one in text)


class Event(Record):
    """What all events share: the day on which they were."""

    __slots__ = ()
    on: date

    def __attrs_post_init__(self) -> None:
        check_day(self.on, "an event without a day", IllegalEvent)
        self._check()

    def _check(self) -> None:
        """Raise `IllegalEvent` for what such an event cannot say."""


class Named(Event):
    """What events share to which others can refer: an id, different for each event of a participation."""

    __slots__ = ()
    id: str

    def __attrs_post_init__(self) -> None:
        check_id(self.id, "an event without an id")
        super().__attrs_post_init__()


@frozen(eq=False, repr=False)
class Delivered(Named):
    """Days that the lead teacher spent on an activity.

    Args:
        id: its name, different for each event of a participation.
        activity: the id of the activity.
        days: how many days, at least half of one.
        on: the day, the first of them if there are several; it decides the year of the programme.

    Raises:
        IllegalEvent: for anything else.
    """

    id: str
    activity: str
    days: Days
    on: date = field(kw_only=True)

    def _check(self) -> None:
        check_told(self.activity, "a delivery without an activity")
        if not isinstance(self.days, Days) or not self.days:
            told = str(self.days) if isinstance(self.days, Days) else self.days
            raise IllegalEvent("a delivery without days", told, "Days, at least half of one")

    def __str__(self) -> str:
        return f"{self.on}: {self.id}: {self.days} of {self.activity}"


@frozen(eq=False, repr=False)
class DepartmentStarted(Named):
    """A department of another school that the specialist began to support.

    Args:
        id: its name, different for each event of a participation.
        school: the school whose department it is, with its name or its reference number.
        on: the day on which the work began.

    Raises:
        IllegalEvent: for anything else.

    Source:
        PAR-12 and FUN-6 of Cohort 4.
    """

    id: str
    school: School
    on: date = field(kw_only=True)

    def _check(self) -> None:
        if not isinstance(self.school, School) or not (self.school.urn or (self.school.name or "").strip()):
            raise IllegalEvent("a department of no school", self.school, "a School with a name or a URN")

    def __str__(self) -> str:
        return f"{self.on}: {self.id}: support for {name_of(self.school)} began"


@frozen(eq=False, repr=False)
class CostIncurred(Named):
    """What something really came to that is paid at what it costs, or a flat amount that fell due.

    Args:
        id: its name, different for each event of a participation.
        item: the id of the item, such as ``"travel"``.
        amount: what it came to, more than nothing.
        on: the day.

    Raises:
        IllegalEvent: for anything else.

    Source:
        FUN-3 and FUN-4 of Cohort 4.
    """

    id: str
    item: str
    amount: Money
    on: date = field(kw_only=True)

    def _check(self) -> None:
        check_told(self.item, "a cost without its item")
        if not isinstance(self.amount, Money) or not NOTHING < self.amount <= MOST_ESTIMATED:
            told = str(self.amount) if isinstance(self.amount, Money) else self.amount
            allowed = f"Money, more than nothing and at most {MOST_ESTIMATED}; a mistake is voided"
            raise IllegalEvent("not what a cost came to", told, allowed)

    def __str__(self) -> str:
        return f"{self.on}: {self.id}: {self.item} came to {self.amount}"


@frozen(eq=False, repr=False)
class DutyMet(Named):
    """A duty that somebody has done, and who says so.

    Args:
        id: its name, different for each event of a participation.
        duty: the id of the duty, such as ``"launch"``.
        by: who says so.
        on: the day.

    Raises:
        IllegalEvent: for anything else.

    Source:
        PAR-5, PAR-11 and EXP-1 to EXP-4 of Cohort 4.
    """

    id: str
    duty: str
    by: str
    on: date = field(kw_only=True)

    def _check(self) -> None:
        check_told(self.duty, "a duty met without its id")
        check_told(self.by, "a duty met without the name of who says so")

    def __str__(self) -> str:
        return f"{self.on}: {self.id}: {self.duty} met, says {self.by}"


@frozen(eq=False, repr=False)
class Claimed(Named):
    """A claim, with the lines as they were claimed: they do not change when an edition does.

    Args:
        id: its name, different for each event of a participation.
        lines: the lines of the statement that `claim` gave.
        on: the day.

    Raises:
        IllegalEvent: for anything else.
    """

    id: str
    lines: tuple[FundingLine, ...]
    on: date = field(kw_only=True)

    def _check(self) -> None:
        object.__setattr__(self, "lines", series_of(self.lines, FundingLine, "lines that were claimed", IllegalEvent))
        if not self.lines:
            raise IllegalEvent("a claim of nothing", self.id, "at least one line")
        for line in self.lines:
            for name, kinds in _IN_A_LINE.items():
                if type(getattr(line, name)) not in kinds:
                    raise IllegalEvent(
                        f"a line whose {name} cannot be this", getattr(line, name), "as `claim` gives it"
                    )

    def __str__(self) -> str:
        return f"{self.on}: {self.id}: claim of {len(self.lines)} {'line' if len(self.lines) == 1 else 'lines'}"


_IN_A_LINE: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("item", "title", "event"), (str,)),
    **dict.fromkeys(("amount", "at_least", "at_most"), (Money, NoneType)),
    "rate": (Money, NoneType),
    "days": (Days, DayRange, NoneType),
    "on": (date, NoneType),
    "academic_year": (AcademicYear,),
    "certain": (bool,),
    "recovery": (bool,),
}
"""Of which types what is looked at in the lines of a claim has to be."""


@frozen(eq=False, repr=False)
class Voided(Event):
    """An event taken back: it was recorded by mistake, or what it tells was undone.

    Args:
        event: the id of a delivery, a department's start, a cost or a duty met.
        reason: why.
        on: the day, not before that of the event.

    Raises:
        IllegalEvent: for anything else.
    """

    event: str
    reason: str
    on: date = field(kw_only=True)

    def _check(self) -> None:
        check_told(self.event, "a voiding that names no event")
        check_told(self.reason, "a voiding without a reason")

    def __str__(self) -> str:
        return f"{self.on}: {self.event} voided: {self.reason}"


def name_of(school: School) -> str:
    """A school as people name it, or its reference number if its name is not told."""
    return school.name if school.name and school.name.strip() else str(school.urn)
