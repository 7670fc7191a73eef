"""Documents in and out: dicts and JSON text."""

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from mastery_programme.assessments import Assessment
from mastery_programme.codec.catalogue import KINDS, NAMES_AN_EDITION, OUT_ONLY, known_kind
from mastery_programme.codec.citations import in_short
from mastery_programme.codec.leaves import Kind
from mastery_programme.codec.limits import USUAL, WIDEST, Limits, check_text, check_tree, is_small
from mastery_programme.codec.objects import Object
from mastery_programme.codec.reports import FORMAT, Digits, EnoughError, Pairs, Report, quoted
from mastery_programme.codec.told import told
from mastery_programme.editions import EDITIONS
from mastery_programme.errors import SHOWN, About, InvalidArgument
from mastery_programme.numerals import LONGEST
from mastery_programme.problems import InvalidDocument
from mastery_programme.programme import Programme
from mastery_programme.series import series_of

T = TypeVar("T")

_TOO_DEEP = "objects and lists are nested deeper than the calls of the program leave room for"


def from_dict(document: object, cls: type[T], *, limits: Limits = USUAL, editions: Iterable[Programme] = EDITIONS) -> T:
    """The value that a document of plain dicts, lists and values stands for.

    Args:
        document: the document, such as `json.loads` gives it.
        cls: the class of the value, any public one but `Assessment`.
        limits: how large the document may be.
        editions: the editions that a `Case`, a `Participation` or a `Profile` may name.

    Raises:
        InvalidDocument: for a document that is no such value, with all its problems.
        InvalidArgument: if it is no such class, or if these are no limits or editions.

    >>> from mastery_programme import Money
    >>> from_dict("200.50", Money)
    Money('200.50')
    """
    return read_as(document, known_kind(cls), limits, editions)  # type: ignore[no-any-return]  # the kind reads values of the class


def read_as(document: object, kind: Kind, limits: Limits, editions: Iterable[Programme]) -> Any:  # noqa: ANN401 - values of every kind
    """The value of a kind that a document stands for; raises as `from_dict` does."""
    report = new_report(limits, editions)
    if not check_tree(document, limits, report):
        raise report.error()
    return read_whole(document, kind, report)


def from_json(
    text: str | bytes | bytearray,
    cls: type[T],
    *,
    limits: Limits = USUAL,
    editions: Iterable[Programme] = EDITIONS,
) -> T:
    """The value that JSON text stands for.

    Args:
        text: the text, or its bytes in UTF-8.
        cls: the class of the value, any public one but `Assessment`.
        limits: how large the document may be.
        editions: the editions that a `Case`, a `Participation` or a `Profile` may name.

    Raises:
        InvalidDocument: for text that is no JSON, or for a document that is no such value, with all its problems.
        InvalidArgument: if it is no such class, or if these are no limits or editions.

    >>> from mastery_programme import Days
    >>> from_json('"4.5"', Days)
    Days('4.5')
    """
    kind, report = known_kind(cls), new_report(limits, editions)
    decoded = _decoded(text, limits, report)
    small = decoded is not None and is_small(decoded, limits)
    if decoded is None or not (small or check_text(decoded, limits, report)):
        raise report.error()
    try:
        document = _DECODER.decode(decoded)
    except json.JSONDecodeError as error:
        report.refuse(None, "json", f"this is not JSON, from line {error.lineno}, column {error.colno} on")
        raise report.error() from None
    except RecursionError:
        report.refuse(None, "too-deep", _TOO_DEEP)
        raise report.error() from None
    if not (small or check_tree(document, limits, report)):
        raise report.error()
    # JSON has no control characters but by way of a backslash, and the decoder minds that.
    report.is_ascii = decoded.isascii() and "\\" not in decoded and "\x7f" not in decoded
    return read_whole(document, kind, report)  # type: ignore[no-any-return]  # the kind reads values of the class


def to_dict(value: object) -> Any:  # noqa: ANN401 - values of JSON
    """The document of a value: a dict of plain values in a stated order, or just a text where one tells the value.

    Args:
        value: a value of any public class.

    Returns:
        A document that is the caller's own. Of a record it has the version of the format first, and leaves out what
        has its default.

    Raises:
        InvalidDocument: if a value made by hand holds what no document can hold, so that it would not come back equal.
        InvalidArgument: if it is of no public class.

    >>> from mastery_programme import Person
    >>> to_dict(Person("Ada Example"))
    {'format': 1, 'name': 'Ada Example'}
    """
    if isinstance(value, Assessment):
        return write_as(value, OUT_ONLY, told)
    kind = KINDS.get(type(value))
    if kind is None:
        raise InvalidArgument("no document is written of this", value, "a value of a public class of the library")
    return write_as(value, kind)


def write_as(value: Any, kind: Kind, tell: Callable[[Any], object] = lambda value: value) -> Any:  # noqa: ANN401 - values of JSON
    """The document of a value of a kind, or of what is told of it; refuses what would not come back equal."""
    report = new_report(WIDEST, (value.programme,) if isinstance(value, NAMES_AN_EDITION) else ())
    document: Any = None
    try:
        written = tell(value)
        document = kind.write(written)
        same = read_whole(document, kind, report) == written
    except InvalidDocument:
        raise
    except Exception:  # noqa: BLE001 - whatever a value of the wrong type raises when it is looked at
        same = False
    if not same:
        report.refuse(None, "value", f"{quoted(value)} holds something that no document can hold")
        raise report.error()
    if isinstance(value, Programme):
        document = in_short(document)
    return {"format": FORMAT, **document} if isinstance(kind, Object) else document


def to_json(value: object) -> str:
    """The document of a value as JSON text, a line for each value; as `to_dict` otherwise.

    >>> from mastery_programme import Money
    >>> to_json(Money(200))
    '"200.00"'
    """
    return json.dumps(to_dict(value), ensure_ascii=False, indent=1, allow_nan=False, check_circular=False)


def new_report(limits: object, editions: Iterable[Programme]) -> Report:
    """An empty report; raises `InvalidArgument` for what are no limits or editions."""
    if not isinstance(limits, Limits):
        raise InvalidArgument("not limits", limits, "a Limits")
    given = EDITIONS if editions is EDITIONS else series_of(editions, Programme, "editions", InvalidArgument)
    if len({edition.id for edition in given}) < len(given):
        raise InvalidArgument("not editions", f"{len(given)} of them", "each with an id of its own")
    return Report(given, numbers=limits.values, width=limits.width)


def read_whole(document: object, kind: Kind, report: Report) -> Any:  # noqa: ANN401 - values of every kind
    """The value that a document within the limits stands for."""
    value: Any = None
    try:
        value = kind.read(document, None, report)
    except EnoughError:
        raise report.error() from None
    except RecursionError:
        report.refuse(None, "too-deep", _TOO_DEEP)
    if not report.is_empty:
        raise report.error()
    return value


def _decoded(text: object, limits: Limits, report: Report) -> str | None:
    """JSON text as text; None once its problems are noted."""
    if type(text) is str:
        decoded = text
    elif type(text) is bytes or type(text) is bytearray:
        if len(text) > limits.length:
            report.refuse(None, "too-long", f"{len(text):,} bytes are more than {limits.length:,}")
            return None
        try:
            decoded = text.decode()
        except UnicodeDecodeError as error:
            report.refuse(None, "encoding", f"these are not bytes of UTF-8, from byte {error.start} on")
            return None
    else:
        report.refuse_value(None, "type", text, "JSON text, or its bytes")
        return None
    if decoded.startswith("\ufeff"):
        report.refuse(None, "encoding", "a byte-order mark stands before the text")
        return None
    return decoded


def _number(text: str) -> object:
    """A whole number; one that is far out of every bound as a text about it."""
    return int(text) if len(text) <= LONGEST else Digits(f"<a number of {len(text)} digits>")


def _fraction(text: str) -> object:
    """A number that is not whole, which no document holds, as a text about it."""
    return About(f"<the number {text[:SHOWN]}>")


_DECODER = json.JSONDecoder(object_pairs_hook=Pairs, parse_int=_number, parse_float=_fraction, parse_constant=_fraction)
