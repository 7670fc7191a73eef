"""What a caller asks the planner for: fixed dates, weekly patterns, and ids that say something."""

from datetime import date
from typing import SupportsIndex

from attrs import field, frozen

from mastery_programme.days import Days
from mastery_programme.errors import InvalidArgument, InvalidCount, InvalidDays, InvalidPeriod
from mastery_programme.hints import nearest
from mastery_programme.numerals import whole
from mastery_programme.records import Record, Term
from mastery_programme.terms import check_day

WHOLE = 2
"""The half-days of a whole day: no date holds more."""

LONGEST_ID = 200
"""No id that is planned by has more characters: each event repeats them."""

_FEWEST_WEEKS, _MOST_WEEKS = 1, 52


class Weekday(Term):
    """A day of the week."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        """The day of the week on which a date falls."""
        return tuple(cls)[day.weekday()]

    @property
    def place(self) -> int:
        """Its place in the week, from 0 for Monday to 6 for Sunday, as dates have it."""
        return tuple(Weekday).index(self)


def check_id(given: object, what: str) -> None:
    """Raise `InvalidArgument` unless this is a text that can name an activity or a plan."""
    if not isinstance(given, str) or not given.strip():
        raise InvalidArgument(f"not {what}", given, "text that says something")
    if len(given) > LONGEST_ID:
        raise InvalidArgument(f"not {what}", given, f"at most {LONGEST_ID} characters")


def _check_half_or_whole(days: object, what: str) -> None:
    """Raise `InvalidDays` unless this is what one date can hold."""
    if not isinstance(days, Days) or not 0 < days.half_days <= WHOLE:
        raise InvalidDays(f"not {what}", str(days) if isinstance(days, Days) else days, "Days('0.5') or Days(1)")


def _weekday(given: Weekday | str) -> Weekday:
    """A day of the week, also as its text."""
    if isinstance(given, str) and given in set(Weekday):
        return Weekday(given)
    names = tuple(day.value for day in Weekday)
    raise InvalidPeriod("not a day of the week", given, f"one of {', '.join(names)}", nearest(given, names))


def _every(given: SupportsIndex) -> int:
    """How many weeks apart."""
    weeks = whole(given)
    if weeks is None or not _FEWEST_WEEKS <= weeks <= _MOST_WEEKS:
        raise InvalidCount("not how many weeks apart", given, "a whole number from 1 to 52, 2 for alternate weeks")
    return weeks


@frozen(eq=False, repr=False)
class FixedDate(Record):
    """A date that is set already, such as one of a residential; one that lasts several days is several of these.

    Args:
        activity: the id of the activity.
        on: the date.
        days: half a day or a whole one.

    Raises:
        InvalidArgument: if the activity has no id.
        InvalidPeriod: if it is no date.
        InvalidDays: for any other number of days.

    Source:
        PAR-3 and PAR-7 of Cohort 4, whose residentials have dates of their own.

    >>> FixedDate("residentials", date(2019, 10, 10), Days(1)).days
    Days('1')
    """

    activity: str
    on: date
    days: Days

    def __attrs_post_init__(self) -> None:
        check_id(self.activity, "the id of an activity")
        check_day(self.on, "not the date of an activity")
        _check_half_or_whole(self.days, "what one date can hold")


@frozen(eq=False, repr=False)
class WeeklyPattern(Record):
    """A day of the week that is set aside, in every week or in every so many weeks.

    Weeks begin on Monday. They are counted by the calendar, so that holidays do not shift which weeks it is in.

    Args:
        activity: the id of the activity.
        weekday: the day of the week, also as its text, such as ``"Tuesday"``.
        days: half a day or a whole one, each time.
        every: how many weeks apart, from 1 to 52: 2 for alternate weeks.
        start: the first day on which it can be; the week in which it falls is the first one counted. Left out: the
            first day of the first term.

    Raises:
        InvalidArgument: if the activity has no id.
        InvalidPeriod: if it is no day of the week, or if the start is no date.
        InvalidDays: for any other number of days.
        InvalidCount: for any other number of weeks.

    Source:
        PAR-4 and PAR-8 of Cohort 4, whose days of development have no dates.

    >>> WeeklyPattern("personal-development", "Thursday", days=Days("0.5"), every=2).weekday
    Weekday.THURSDAY
    """

    activity: str
    weekday: Weekday = field(converter=_weekday)
    days: Days = field(kw_only=True)
    every: int = field(default=1, kw_only=True, converter=_every)
    start: date | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_id(self.activity, "the id of an activity")
        _check_half_or_whole(self.days, "what one date of a pattern can hold")
        if self.start is not None:
            check_day(self.start, "not the first day of a pattern")
