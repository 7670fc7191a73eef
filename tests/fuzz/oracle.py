"""What has to hold of every document, whatever it is: the properties that the fuzzers attack."""

import json
from collections.abc import Iterable
from typing import Any

from jsonschema import Draft202012Validator

from mastery_programme import Case, InvalidDocument, Participation, Profile, Programme
from mastery_programme.codec import (
    CODES,
    Limits,
    UnreadRow,
    from_dict,
    from_json,
    from_rows,
    json_schema,
    to_dict,
    to_rows,
)
from tests.fuzz.losses import DEFAULTS, lost

LONGEST_MESSAGE = 500
MOST_BYTES = 10_000


class BrokenError(Exception):
    """A property that does not hold of a document."""


def check_document(document: Any, cls: type[Any]) -> InvalidDocument | None:
    """The error by which a document is refused, or None; raises `BrokenError` if something does not hold of it."""
    try:
        value = from_dict(document, cls)
    except InvalidDocument as error:
        _check_refusal(error, document)
        return error
    except Exception as error:
        raise BrokenError(f"{type(error).__name__} escaped: {str(error)[:200]}") from error
    _check_accepted(document, value, cls)
    return None


def check_text(text: str | bytes, cls: type[Any]) -> InvalidDocument | None:
    """The same of JSON text."""
    try:
        value = from_json(text, cls)
    except InvalidDocument as error:
        _check_refusal(error, None)
        _check_refused_as_dict(error, text, cls)
        return error
    except Exception as error:
        raise BrokenError(f"{type(error).__name__} escaped: {str(error)[:200]}") from error
    document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    if from_dict(document, cls) != value:
        raise BrokenError("is read otherwise as text than as a dict")
    _check_accepted(document, value, cls)
    return None


OF_TEXT = frozenset({"json", "encoding", "duplicate-key", "too-long", "too-deep", "too-wide", "too-many"})
"""Codes of what only text can be, and of limits, which are held against text before it is parsed."""


def _check_refused_as_dict(error: InvalidDocument, text: str | bytes, cls: type[Any]) -> None:
    """Of text that is refused for what stands in it: it is refused as a dict for the same, in the same places."""
    if OF_TEXT.isdisjoint(problem.code for problem in error.problems):
        refused = check_document(json.loads(text), cls)
        told = [(problem.path, problem.code) for problem in refused.problems] if refused is not None else []
        of_limits = not OF_TEXT.isdisjoint(code for _, code in told)  # a short text is not measured before it is read
        if not of_limits and told != [(problem.path, problem.code) for problem in error.problems]:
            raise BrokenError(f"is refused otherwise as text than as a dict, {told[:3]}")


def check_kept(document: Any, cls: type[Any]) -> InvalidDocument | None:
    """The same as `check_document`, and that the document is the caller's own: reading it changes nothing in it."""
    before = repr(document)
    found = check_document(document, cls)
    if repr(document) != before:
        raise BrokenError("reading it has changed it")
    return found


def check_limits(document: Any, cls: type[Any], limits: Limits) -> InvalidDocument | None:
    """That narrower limits refuse more, and nothing else comes of them."""
    try:
        value = from_dict(document, cls, limits=limits)
    except InvalidDocument as error:
        _check_refusal(error, document)
        return error
    except Exception as error:
        raise BrokenError(f"{type(error).__name__} escaped from {limits}: {str(error)[:200]}") from error
    if from_dict(document, cls) != value:
        raise BrokenError(f"is read otherwise within {limits}")
    return None


def check_all_told(document: Any, cls: type[Any], paths: Iterable[str]) -> InvalidDocument | None:
    """That a document is refused for each of some places of which what stands there is impossible."""
    error = check_document(document, cls)
    told = [] if error is None else [f"{problem.path}/" for problem in error.problems]
    for path in paths:
        if not any(one.startswith(f"{path}/") for one in told):
            raise BrokenError(f"what stands in {path!r} is not refused, only {told[:5]}")
    return error


def check_taken(document: Any, cls: type[Any]) -> None:
    """That a document is read, in which only a text that can be anything was changed into another fine one."""
    error = check_document(document, cls)
    if error is not None:
        raise BrokenError(f"is refused, though it is fine: {error.problems[0]}")


def check_row(row: Any, cls: type[Any]) -> UnreadRow | None:
    """That a row is read or told as unread, alone and among others, and that what is read comes back."""
    empty: dict[str, str] = {}
    try:
        _, value, again = from_rows([empty, row, row], cls)
    except Exception as error:
        raise BrokenError(f"{type(error).__name__} escaped: {str(error)[:200]}") from error
    if isinstance(value, UnreadRow):
        _check_refusal(InvalidDocument(value.problems, value.more), None)
        return value
    if value != again:
        raise BrokenError("is read otherwise when it is read again")
    _check_comes_back(value, cls)
    (told,) = to_rows([value])
    dropped = _number_told(row) - _number_told(told)
    if dropped > 0:
        raise BrokenError(f"{dropped} cells more than come back")
    return None


def _number_told(row: dict[Any, Any]) -> int:
    """How many cells of a row tell something; of what has a default other than nothing it is not known."""
    told = [header for header, cell in row.items() if type(cell) is str and cell.strip() and type(header) is str]
    return sum(DEFAULTS.get(header.rpartition(".")[2].strip().lower(), [None]) == [None] for header in told)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, in which no key may stand twice."""
    if len(dict(pairs)) < len(pairs):
        raise BrokenError("read, though a key stands twice")
    return dict(pairs)


def _no_number(text: str) -> None:
    """Refuse what is no number of JSON."""
    raise BrokenError(f"read, with {text}")


def _check_accepted(document: Any, value: Any, cls: type[Any]) -> None:
    """Of a document that was read: it is as its schema says, comes back, and nothing of it was dropped or changed."""
    wrong = next(iter(validator(cls).iter_errors(document)), None)
    if wrong is not None:
        raise BrokenError(f"read, though its schema refuses it: {wrong.message[:200]}")
    again = _check_comes_back(value, cls)
    missing = next(lost(document, again), None)
    if missing is not None:
        raise BrokenError(f"read, but {missing} is not in what comes back")


def _check_comes_back(value: Any, cls: type[Any]) -> Any:
    """Of a value that was read: its document is read as the same value; returns that document."""
    if type(value) is not cls:
        raise BrokenError(f"a {type(value).__name__} was read")
    try:
        document = to_dict(value)
        same = _read(document, value) == value
    except Exception as error:
        raise BrokenError(f"does not come back: {type(error).__name__}: {str(error)[:200]}") from error
    if not same:
        raise BrokenError("comes back as another value")
    return document


def _read(document: Any, value: Any) -> Any:
    """A document read as a value of the same class."""
    editions: Iterable[Programme] = (value.programme,) if isinstance(value, Case | Participation | Profile) else ()
    return from_dict(document, type(value), editions=editions)


def _check_refusal(error: InvalidDocument, document: Any) -> None:
    """Of a refusal: what is told is bounded, coded, and about places that there are."""
    if not 1 <= len(error.problems) <= 100 or error.more < 0 or (error.more and len(error.problems) < 100):
        raise BrokenError(f"{len(error.problems)} problems and {error.more} more")
    told = str(error).encode("utf-8", "replace")
    if len(told) > MOST_BYTES or (b"?" in told and "?" not in str(error)):
        raise BrokenError(f"a message of {len(told)} bytes, or one that cannot be written")
    for problem in error.problems:
        if problem.code not in CODES or not 0 < len(problem.message) <= LONGEST_MESSAGE:
            raise BrokenError(f"no such code, or no message: {problem!r}"[:300])
        if document is not None and not _leads_somewhere(problem.path, problem.code, document):
            raise BrokenError(f"no such place: {problem.path!r} for {problem.code}"[:300])


def _leads_somewhere(path: str, code: str, document: Any) -> bool:
    """Whether a JSON Pointer leads to a place that is or could be; keys that it cuts or escapes are not followed.

    What is missing is not there, and what is unknown or stands there twice is.
    """
    *above, last = path.split("/") if path else ("", "")
    for token in above[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if type(document) is list and key.isdigit() and int(key) < len(document):
            document = document[int(key)]
        elif type(document) is dict and key in document:
            document = document[key]
        else:
            return _is_changed(key)
    if code in {"missing-key", "unknown-key"}:
        key = last.replace("~1", "/").replace("~0", "~")
        return _is_changed(key) or (type(document) is dict and (key in document) is (code == "unknown-key"))
    return not path or type(document) in {dict, list}


def _is_changed(key: str) -> bool:
    """Whether a JSON Pointer may have cut or escaped a key."""
    return key.endswith("...") or "\\" in key


def validator(cls: type[Any]) -> Draft202012Validator:
    """The validator of the schema of a class."""
    if cls not in _VALIDATORS:
        _VALIDATORS[cls] = Draft202012Validator(json_schema(cls))
    return _VALIDATORS[cls]


_VALIDATORS: dict[type[Any], Draft202012Validator] = {}
