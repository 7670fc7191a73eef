"""Problems gathered while a document is read, and the codes by which programs know them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from mastery_programme.codec.pointers import At, pointer
from mastery_programme.errors import SHOWN, About, MasteryProgrammeError, cut, shown
from mastery_programme.hints import Hints
from mastery_programme.mappings import FrozenMapping
from mastery_programme.problems import InvalidDocument, Problem
from mastery_programme.programme import Programme
from mastery_programme.sources import Source

CODES: Final[Mapping[str, str]] = FrozenMapping(
    {
        "json": "The text is not JSON (RFC 8259).",
        "encoding": "The bytes are not UTF-8, or a byte-order mark stands before the text.",
        "too-long": "There are more characters than the limit allows.",
        "too-deep": "Objects and lists are nested deeper than the limit allows.",
        "too-wide": "A list or an object has more items than the limit allows.",
        "too-many": "There are more values in all than the limit allows.",
        "type": "The value is of another JSON type than the ones allowed here, or is no value of JSON at all.",
        "unknown-key": "The object has a key that means nothing there.",
        "missing-key": "The object lacks a key that it has to have.",
        "duplicate-key": "A key, or a name in a list of named things, stands there twice.",
        "format": "The document is written in a version of the format that this release does not read.",
        "character": "The text has a character that may not stand there.",
        "empty": "The text says nothing, where something has to be said.",
        "long-text": "The text is longer than such a text can be.",
        "option": "The text is none of the stated terms.",
        "range": "The whole number is out of its bounds.",
        "date": "The text is not a day, written 2019-04-26, nor, where that is allowed, a month, written 2019-04.",
        "moment": "The text is not a moment with its offset from UTC, written 2019-04-26T17:00:00+01:00 (RFC 3339).",
        "year": "The text is not a year that begins in one calendar year and ends in the next, written as stated.",
        "days": "The text is not a number of whole half-days, nor, where that is allowed, a range of them.",
        "money": "The text is not an amount of pounds with at most two places.",
        "urn": "The text is not the reference number of a school.",
        "email": "The text does not have the shape of an e-mail address.",
        "value": "The parts together are no such value, whatever each of them is; the message says why.",
        "total": "What is told of a whole is not what follows from its parts, or the parts do not go together.",
        "edition": "The edition that the document names is not among those given.",
        "flaw": "The edition contradicts itself, or the ruleset cannot be built; one such problem for each flaw.",
        "column": "The row has a column, or more cells, that mean nothing there, or two columns that tell the same.",
        "cell": "The cell of a row is not text.",
    }
)
"""Every code, with what it means. Codes stay; new ones may be added."""

MOST_KEPT = 100
"""No error holds more problems."""

_FEW = 10
"""So many numbers are told one by one."""

MOST_COUNTED = 1000
"""After so many problems a document is read no further."""


class Bad:
    """What a reader gives in the place of a value that it refused."""

    __slots__ = ()


BAD: Final = Bad()


class EnoughError(Exception):
    """So many problems that nobody needs more."""


class Pairs(tuple[tuple[str, Any], ...]):
    """An object of JSON text: its keys and values, with keys that stand twice."""

    __slots__ = ()


class Digits(About):
    """A whole number of JSON text, of so many digits that it is out of every bound, as a text about it."""

    __slots__ = ()


FORMAT: Final = 1
"""The version of the format that is written, and the only one that is read."""


class Report:
    """The problems of one document, and the editions that it may name.

    Args:
        editions: the editions.
        numbers: how many numbers the document may tell by their first and last.
        width: how many items a list or an object may have.

    Attributes:
        number: how many problems there are.
        is_ascii: whether all texts are of letters, digits and signs of ASCII alone, as the whole of it showed.
        hints: for how many names the nearest can still be looked for.
        clauses: the clauses that were read, which can be cited in short from then on, by document and id.
    """

    __slots__ = (
        "_left",
        "_problems",
        "_settled",
        "_untold",
        "clauses",
        "editions",
        "hints",
        "is_ascii",
        "number",
        "width",
    )
    clauses: dict[tuple[str, str], Source]
    editions: Sequence[Programme]
    hints: Hints
    is_ascii: bool
    number: int
    width: int

    def __init__(self, editions: Sequence[Programme] = (), *, numbers: int = 0, width: int) -> None:
        self.editions = editions
        self.clauses = {}
        self.width = width
        self._left = numbers
        self._problems: list[Problem] = []
        self._settled: set[str] = set()
        self._untold = 0
        self.number = 0
        self.is_ascii = False
        self.hints = Hints()

    def allows(self, numbers: int) -> bool:
        """Whether the document may tell so many numbers more by their first and last."""
        self._left -= numbers
        return self._left >= 0

    def refuse(self, at: At, code: str, message: str) -> Bad:
        """Note a problem.

        Raises:
            EnoughError: if there are so many that the document is read no further.
        """
        if self._settled and pointer(at) in self._settled:
            self._untold += 1
        elif self.number - self._untold < MOST_KEPT:
            self._problems.append(Problem(pointer(at), code, cut(message, MOST_SAID)))
        self.number += 1
        if self.number - self._untold >= MOST_COUNTED:
            raise EnoughError
        return BAD

    def refuse_width(self, at: At, items: int) -> Bad:
        """Note that a list or an object has more items than the limits allow."""
        return self.refuse(at, "too-wide", f"{items:,} items are more than {self.width:,}")

    def refuse_object(self, at: At, raw: object) -> Bad:
        """Note that a value is no object, or one with more keys than the limits allow."""
        if type(raw) is dict or type(raw) is Pairs:
            return self.refuse_width(at, len(raw))
        return self.refuse_value(at, "type", raw, "an object")

    def refuse_value(self, at: At, code: str, value: object, allowed: str) -> Bad:
        """Note that a value cannot stand where it stands."""
        return self.refuse(at, code, f"{quoted(value)} is not {allowed}")

    def refuse_name(self, at: At, code: str, problem: str, name: str, known: Collection[str]) -> Bad:
        """Note that a name is none of those known, with the nearest of them."""
        return self.refuse(at, code, f"{problem}{self.hints.said(name, known)}")

    def refuse_once(self, at: At, code: str, message: str) -> None:
        """Note a problem, and none that would follow from it: what else is refused there is not told."""
        self.refuse(at, code, message)
        self._settled.add(pointer(at))

    def refuse_gap(self, at: At, places: Sequence[int]) -> None:
        """Note that of some numbers before the last one of a list nothing is told, if there are such."""
        if places:
            numbers = ", ".join(str(place + 1) for place in places[:_FEW]) + (" ..." if len(places) > _FEW else "")
            told = f"nothing is told of number {numbers}, though of a later one something is"
            self.refuse_once((at, places[0]), "column", told)
            self._settled.update(pointer((at, place)) for place in places)

    def refuse_missing(self, at: At, key: str) -> Bad:
        """Note that an object lacks a key."""
        return self.refuse((at, key), "missing-key", f"the key {key!r} has to be there")

    def refuse_key(self, at: At, key: str, known: Collection[str]) -> Bad:
        """Note that an object has a key that means nothing there."""
        if key == "format":
            return self.refuse((at, key), "unknown-key", "there is no key 'format' here, only at the top of a document")
        return self.refuse_name((at, key), "unknown-key", f"there is no key {quoted(key)} here", key, known)

    def refuse_doubled(self, at: At, pairs: Pairs) -> None:
        """Note which keys of an object stand twice."""
        for key, times in Counter(key for key, _ in pairs).items():
            if times > 1:
                self.refuse((at, key), "duplicate-key", f"the key {quoted(key)} stands there {times} times")

    def check_format(self, version: object) -> None:
        """Note that a document is written in another version of the format, if it is."""
        if type(version) is not int or version != FORMAT:
            self.refuse_value((None, "format"), "format", version, f"the version of the format, which is {FORMAT}")

    def refuse_error(self, at: At, error: MasteryProgrammeError) -> Bad:
        """Note what kept a value from being made of parts that can all be read."""
        return self.refuse(at, "value", str(error))

    @property
    def is_empty(self) -> bool:
        """Whether there is no problem."""
        return self.number == 0

    def error(self) -> InvalidDocument:
        """All problems as an error."""
        return InvalidDocument(self._problems, self.number - self._untold - len(self._problems))


MOST_SAID = 500
"""No message of one problem has more characters."""


_JSON: Final[dict[type, str]] = {dict: "an object", Pairs: "an object", list: "a list"}
_NAMES: Final[dict[object, str]] = {True: "true", False: "false", None: "null"}


def quoted(value: object) -> str:
    """A refused value in words, short, and made without running any code of it."""
    if value is None or type(value) is bool:
        return _NAMES[value]
    if type(value) is Misfit:
        return f"{value.shown}, of another class,"
    for kind, told in _JSON.items():
        if type(value) is kind:
            return told
    told = repr(shown(value))  # of characters that cannot be seen it has up to ten for each
    return told if type(value) is not str or len(told) <= SHOWN + 2 else f"{told[: SHOWN - 2]}...{told[0]}"


class Misfit:
    """What is written for a value of another class than can stand where it stands; it is refused when it is read.

    Args:
        value: the value.
    """

    __slots__ = ("shown",)
    shown: str

    def __init__(self, value: object) -> None:
        self.shown = repr(shown(value))


def misfit(value: object) -> object:
    """The same for any value; nothing at all stays nothing, and is refused as such."""
    return value if value is None else Misfit(value)
