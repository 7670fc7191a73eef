"""The kinds of values that a document writes as one plain value: how each is read, written and described."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Protocol

from attrs import field, frozen

from mastery_programme.answers import LONGEST_EMAIL, is_email
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, Digits, Report, misfit, quoted
from mastery_programme.codec.texts import OUT_OF_LINE, OUT_OF_PROSE, odd_in_line, odd_in_prose, pattern
from mastery_programme.facts import FURTHEST

END = r"(?![\s\S])"
"""The end of a text in every dialect of regular expressions; a `$` lets some of them pass over a line's end."""

SAYS_SOMETHING = r"[\S\ufeff]"
"""A character that is no space; some dialects take a mark of byte order for one."""

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""


class Kind(Protocol):
    """How values of one kind stand in a document."""

    def read(self, raw: Any, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value that stands there; `BAD` once its problems are noted."""

    def write(self, value: Any) -> Any:  # noqa: ANN401 - values of every kind
        """What stands for a value in a document; for one of another kind it, or a `Misfit`, to be refused when read."""

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
        if self.filled and not any(one.isprintable() and one != " " for one in raw):
            return report.refuse_value(at, "empty", raw, "text that says something")
        return raw

    def write(self, value: object) -> object:
        """The text."""
        return value

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A reference to text without the characters that may not stand in it, and the bounds of its length."""
        name, odd = ("prose", OUT_OF_PROSE) if self.prose else ("line", OUT_OF_LINE)
        shared[name] = {"type": "string", "pattern": pattern(odd)}
        said = {"pattern": SAYS_SOMETHING} if self.filled else {}
        most = {} if self.longest is None else {"maxLength": self.longest}
        return {"$ref": f"#/$defs/{name}", **said, **most}


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
        """Text without the characters that may not stand in it, of the shape of an address, and not longer."""
        address = rf"^(?:[^@ ]+@[^@. ]+(?:\.[^@. ]+)+)?{END}"
        return {**Text.schema(self, shared), "pattern": address, "maxLength": LONGEST_EMAIL}


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
