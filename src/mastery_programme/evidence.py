"""What speaks for the value of a fact: a form, somebody who knows, or a person's judgement; and what is waived."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from attrs import field, frozen

from mastery_programme.conditions import said
from mastery_programme.errors import InvalidJudgement
from mastery_programme.facts import Value, plain
from mastery_programme.moments import has_offset, instant, moment
from mastery_programme.records import Record, Term
from mastery_programme.words import folded

LONGEST_SAID = 10_000
"""No name, note or reason that somebody gives has more characters."""


def _text(given: str) -> str:
    """A text as just that, were it a member of an enum; what is none stays as it is, to be refused."""
    return str.__str__(given) if isinstance(given, str) else given


def _plain(value: Value) -> Value:
    """A value in Python's own type; what is none stays as it is, to be refused."""
    found = plain(value)
    return value if found is None else found


def _typed(value: Value | None) -> tuple[type, Value | None]:
    """A value that is equal to another only if their types are too: True is not 1."""
    return type(value), value


class Origin(Term):
    """Where a value comes from."""

    FORM = "form"
    ELSEWHERE = "elsewhere"
    JUDGEMENT = "judgement"


@frozen(eq=False, repr=False)
class Evidence(Record):
    """What one origin says of one fact.

    Attributes:
        fact: the name of the fact.
        value: the value; None if it says something, but does not settle the fact.
        origin: where it comes from.
        note: what else there is to say, such as who judged; may be empty.
        clause: the clause that puts it on the form; None for another origin.
        between: the least and the most that a number can be, where the form leaves that open (the most is None where
            there is none); None otherwise.
    """

    fact: str
    value: Value | None = field(eq=_typed)
    origin: Origin
    note: str = ""
    clause: str | None = None
    between: tuple[int, int | None] | None = None

    def __str__(self) -> str:
        value = [] if self.value is None else [said(self.value)]
        between = [] if self.between is None else [between_said(*self.between)]
        told = ", ".join([*value, *between, *([self.note] if self.note else [])])
        return f"{self._who}: {told}"

    @property
    def ground(self) -> str:
        """Who says so, and on what ground, without the value."""
        return f"{self._who}{f': {self.note}' if self.note else ''}"

    @property
    def _who(self) -> str:
        """Who says so."""
        return f"{_WHO[self.origin]}{f', {self.clause}' if self.clause else ''}"


def between_said(least: int, most: int | None) -> str:
    """A number between bounds, in words."""
    return f"at least {least}" if most is None else f"{least} to {most}"


_WHO = {Origin.FORM: "the form", Origin.ELSEWHERE: "known from elsewhere", Origin.JUDGEMENT: "judged"}


def _check_said(value: object, what: str, *, empty: bool = False) -> None:
    """Raise `InvalidJudgement` unless this is text that says something, and not too much."""
    if not isinstance(value, str) or len(value) > LONGEST_SAID or not (empty or value.strip()):
        raise InvalidJudgement(f"without {what}", value, f"text of at most {LONGEST_SAID} characters that says it")


@frozen(eq=False, repr=False)
class Judgement(Record):
    """What a person judges of one fact.

    Args:
        fact: the name of the fact.
        holds: the value: True or False, or what else the fact can be.
        by: who judges.
        on: the day.
        note: on what ground.

    Raises:
        InvalidJudgement: if it does not say who, when, or what.

    Source:
        ELI-E3 to ELI-E8, ELI-D4 and ELI-D5 of Cohort 4, which only a person can judge.
    """

    fact: str = field(converter=_text)
    holds: Value = field(converter=_plain, eq=_typed)
    by: str = field(converter=_text)
    on: date
    note: str = field(default="", converter=_text)

    def __attrs_post_init__(self) -> None:
        _check_said(self.fact, "a fact")
        _check_said(self.by, "the name of who judges")
        _check_said(self.note, "a note", empty=True)
        if plain(self.holds) is None:
            raise InvalidJudgement("without what is judged", self.holds, "True, False, or what else the fact can be")
        check_day(self.on)

    def __str__(self) -> str:
        return f"{self.fact}: {said(self.holds)}, {self.told}"

    @property
    def told(self) -> str:
        """Who judged, when, and on what ground."""
        return f"by {self.by} on {self.on.isoformat()}{f': {self.note}' if self.note else ''}"


@frozen(eq=False, repr=False)
class Waiver(Record):
    """A criterion of the form that the hub does without, for a reason.

    Args:
        criterion: the id of the criterion.
        by: who waives it.
        at: the moment, with its offset from UTC.
        reason: why.

    Raises:
        InvalidJudgement: if it does not say what, who, when, or why.

    Source:
        OPEN-9 of Cohort 4: a late form can be selected with a recorded reason.
    """

    criterion: str = field(converter=_text)
    by: str = field(converter=_text)
    at: datetime = field(converter=moment, eq=instant)
    reason: str = field(converter=_text)

    def __attrs_post_init__(self) -> None:
        _check_said(self.criterion, "a criterion")
        _check_said(self.by, "the name of who waives")
        _check_said(self.reason, "a reason")
        check_moment(self.at)

    @property
    def told(self) -> str:
        """Who waived it, when, and why."""
        return f"Waived by {self.by} at {self.at.isoformat(sep=' ')}: {self.reason}"

    def __str__(self) -> str:
        return f"{self.criterion}: {self.told}"


def check_day(day: object) -> None:
    """Raise `InvalidJudgement` unless this is a day."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise InvalidJudgement("without a day", day, "a datetime.date")


def check_moment(at: object) -> None:
    """Raise `InvalidJudgement` unless this is a moment with its offset from UTC."""
    if not isinstance(at, datetime) or not has_offset(at):
        raise InvalidJudgement("without a moment", at, "a datetime.datetime with its offset from UTC")


def check_apart(judgements: Sequence[Judgement]) -> None:
    """Raise `InvalidJudgement` if one person judges one fact twice on one day."""
    times = Counter((judgement.fact, folded(judgement.by), judgement.on) for judgement in judgements)
    for judgement in judgements:
        number = times[judgement.fact, folded(judgement.by), judgement.on]
        if number > 1:
            day = judgement.on.isoformat()
            raise InvalidJudgement(
                f"{judgement.fact} is judged {number} times on {day} by one person", judgement.by, "one judgement a day"
            )


def latest_waivers(waivers: Iterable[Waiver]) -> dict[str, Waiver]:
    """For each criterion the waiver that stands: the latest, and of two at one moment the one given later."""
    latest: dict[str, Waiver] = {}
    for waiver in waivers:
        other = latest.get(waiver.criterion)
        if other is None or instant(waiver.at) >= instant(other.at):
            latest[waiver.criterion] = waiver
    return latest
