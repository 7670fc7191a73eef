"""The kinds of values that a document writes as one plain value: how each is read, written and described."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Protocol

from attrs import field, frozen

from mastery_programme.answers import LONGEST_EMAIL, is_email
from mastery_programme.codec.reports import BAD, At, Digits, Report, misfit, quoted
from mastery_programme.codec.texts import OUT_OF_LINE, OUT_OF_PROSE, odd_in_line, odd_in_prose, pattern
from mastery_programme.facts import FURTHEST
from mastery_programme.moments import LAST_YEAR
from mastery_programme.months import YearMonth

END = r"(?![\s\S])"
"""The end of a text in every dialect of regular expressions; a `$` lets some of them pass over a line's end."""

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


class Kind(Protocol):
    """How values of one kind stand in a document."""

    def read(self, raw: Any, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value that stands there; `BAD` once its problems are noted."""

    def write(self, value: Any) -> Any:  # noqa: ANN401 - values of every kind
        """What stands for a value in a document; a value of another kind stays as it is, to be refused when read."""

    def schema(self, shared: dict[str, Schema]) -> Any:  # noqa: ANN401 - a `Schema`
        """Which values can stand there, as a JSON Schema; what has a name is kept among those shared."""


@frozen(eq=False)
class Text:
    """Text as it stands.

    Args:
        prose: whether it can have lines.
        filled: whether it has to say something.
        longest: how many characters it can have, if that is bounded.

    Attributes:
        is_plain: whether every text of letters, digits and signs of ASCII will do.
    """

    prose: bool = False
    filled: bool = False
    longest: int | None = None
    is_plain: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "is_plain", type(self) is Text and not self.filled and self.longest is None)

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - text or `BAD`
        """The text."""
        if type(raw) is not str:
            return report.refuse_value(at, "type", raw, "text")
        odd = odd_in_prose(raw) if self.prose else odd_in_line(raw)
        if odd is not None:
            where = "prose" if self.prose else "a text of one line"
            return report.refuse(at, "character", f"U+{ord(raw[odd]):04X}, at place {odd}, may not stand in {where}")
        if self.longest is not None and len(raw) > self.longest:
            return report.refuse(at, "long-text", f"{len(raw):,} characters are more than {self.longest:,}")
        if self.filled and not raw.strip():
            return report.refuse_value(at, "empty", raw, "text that says something")
        return raw

    def write(self, value: object) -> object:
        """The text."""
        return value

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A reference to text without the characters that may not stand in it, and the bounds of its length."""
        name, odd = ("prose", OUT_OF_PROSE) if self.prose else ("line", OUT_OF_LINE)
        shared[name] = {"type": "string", "pattern": pattern(odd)}
        least = {"minLength": 1} if self.filled else {}
        most = {} if self.longest is None else {"maxLength": self.longest}
        return {"$ref": f"#/$defs/{name}", **least, **most}


@frozen(eq=False)
class Email(Text):
    """An e-mail address, of which only the shape is checked, or an empty text."""

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - text or `BAD`
        """The address."""
        text = Text.read(self, raw, at, report)
        if text and text is not BAD and not is_email(text):
            return report.refuse_value(at, "email", raw, "an address such as a.teacher@school.example")
        return text

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """Text without the characters that may not stand in it, and not longer than an address."""
        return {**Text.schema(self, shared), "maxLength": LONGEST_EMAIL}


@frozen(eq=False)
class Flag:
    """True or false."""

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a bool or `BAD`
        """True or False."""
        return raw if type(raw) is bool else report.refuse_value(at, "type", raw, "true or false")

    def write(self, value: object) -> object:
        """True or False."""
        return value

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """True or false."""
        return {"type": "boolean"}


@frozen(eq=False)
class Whole:
    """A whole number.

    Args:
        least: the least that it can be.
        most: the most that it can be.
    """

    least: int = -FURTHEST
    most: int = FURTHEST

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - an int or `BAD`
        """The number."""
        if type(raw) is int and self.least <= raw <= self.most:
            return raw
        if type(raw) is int or type(raw) is Digits:
            return report.refuse_value(at, "range", raw, f"from {self.least:,} to {self.most:,}")
        return report.refuse_value(at, "type", raw, "a whole number")

    def write(self, value: object) -> object:
        """The number."""
        return value

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A whole number between its bounds."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@frozen(eq=False)
class Option:
    """A term of a stated vocabulary, as its text.

    Args:
        terms: for each text the term.
    """

    terms: Mapping[str, object]
    _texts: Mapping[object, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_texts", {(type(term), term): text for text, term in self.terms.items()})

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a term or `BAD`
        """The term."""
        if type(raw) is not str:
            return report.refuse_value(at, "type", raw, "text")
        if raw not in self.terms:
            return refuse_option(raw, self.terms, at, report)
        return self.terms[raw]

    def write(self, value: object) -> object:
        """Its text."""
        return self._texts.get((type(value), value), value) if isinstance(value, str) else misfit(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """One of the terms."""
        return {"enum": list(self.terms)}


def vocabulary(terms: type[Enum]) -> Option:
    """The terms of an enum."""
    return Option({term.value: term for term in terms})


def refuse_option(raw: str, terms: Mapping[str, object], at: At, report: Report) -> object:
    """Note that a text is none of some terms."""
    some = ", ".join(map(repr, list(terms)[:_TOLD]))
    problem = f"{quoted(raw)} is not one of {some}{' ...' if len(terms) > _TOLD else ''}"
    return report.refuse_name(at, "option", problem, raw, terms)


_TOLD = 10
"""So many terms of a vocabulary are listed."""


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


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
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
    f"{_DAY}|[0-9]{{4}}-[0-9]{{2}}",
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
