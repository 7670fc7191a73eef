"""The kinds of values that a document writes as text in one stated way: days of the calendar and moments among them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from attrs import field, frozen

from mastery_programme.codec.leaves import END, Schema
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import Report, misfit
from mastery_programme.moments import LAST_YEAR
from mastery_programme.months import YearMonth


@frozen(eq=False)
class Written:
    """A value that a document writes as text in one stated way.

    Args:
        cls: its class, or classes.
        code: the code of a text that is no such value.
        pattern: how it is written, as a regular expression for the whole text.
        said: how it is written, in words.
        parse: the value in a text of this pattern; raises a `ValueError` if there is none.
        told: the text of a value.
        longest: how many characters the text can have.
    """

    cls: type | tuple[type, ...]
    code: str
    pattern: str
    said: str
    parse: Callable[[str], object]
    told: Callable[[Any], str]
    longest: int
    _matches: Callable[[str], object] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_matches", re.compile(self.pattern).fullmatch)

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a value or `BAD`
        """The value."""
        if type(raw) is not str:
            return report.refuse_value(at, "type", raw, "text")
        if len(raw) <= self.longest and self._matches(raw):
            try:
                return self.parse(raw)
            except ValueError:  # our own errors are such, too
                pass
        return report.refuse_value(at, self.code, raw, self.said)

    def write(self, value: object) -> object:
        """Its text."""
        return self.told(value) if isinstance(value, self.cls) else misfit(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """Text of the pattern."""
        return {"type": "string", "pattern": f"^(?:{self.pattern}){END}", "maxLength": self.longest}


MONTH_PATTERN = "[0-9]{4}-(?:0[1-9]|1[0-2])"
"""How a month is written."""

_DAY = f"{MONTH_PATTERN}-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"


def _moment(text: str) -> datetime:
    """The moment in a text of RFC 3339."""
    at = datetime.fromisoformat(text)
    if not 1 < at.year <= LAST_YEAR:
        raise ValueError(text)
    return at


def _moment_told(at: datetime) -> str:
    """A moment as RFC 3339 writes it, whose offsets are of whole minutes."""
    offset = at.utcoffset()
    in_minutes = offset is None or (offset.seconds % 60 == 0 and offset.microseconds == 0)
    return (at if in_minutes else at.astimezone(UTC)).isoformat()


def _day_or_month(text: str) -> date | YearMonth:
    """The day or the month in a text."""
    return date.fromisoformat(text) if len(text) == _LONG else YearMonth.parse(text)


_LONG = len("2019-04-26")


DAY = Written(
    date,
    "date",
    _DAY,
    "a day, written 2019-04-26",
    date.fromisoformat,
    lambda day: str(day.isoformat()),
    len("2019-04-26"),
)
DAY_OR_MONTH = Written(
    (date, YearMonth),
    "date",
    f"{_DAY}|{MONTH_PATTERN}",
    "a day, written 2019-04-26, or a month, written 2019-04",
    _day_or_month,
    str,
    len("2019-04-26"),
)
MOMENT = Written(
    datetime,
    "moment",
    f"{_DAY}T{_CLOCK}(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])",
    "a moment with its offset from UTC, written 2019-04-26T17:00:00+01:00",
    _moment,
    _moment_told,
    len("2019-04-26T17:00:00.000000+01:00"),
)
