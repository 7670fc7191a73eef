"""What has to hold of every document, whatever it is: the properties that the fuzzers attack."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from jsonschema import Draft202012Validator

from mastery_programme import Case, InvalidDocument, Programme
from mastery_programme.codec import CODES, from_dict, from_json, json_schema, to_dict

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
        return error
    except Exception as error:
        raise BrokenError(f"{type(error).__name__} escaped: {str(error)[:200]}") from error
    document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    if from_dict(document, cls) != value:
        raise BrokenError("is read otherwise as text than as a dict")
    _check_accepted(document, value, cls)
    return None


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
    lost = next(_lost(document, again, ""), None)
    if lost is not None:
        raise BrokenError(f"read, but {lost} is not in what comes back")


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
    editions: Iterable[Programme] = (value.programme,) if isinstance(value, Case) else ()
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
        if document is not None and not _leads_somewhere(problem.path, document):
            raise BrokenError(f"no such place: {problem.path!r}"[:300])


def _leads_somewhere(path: str, document: Any) -> bool:
    """Whether a JSON Pointer leads to a place that is or could be; keys that it cuts or escapes are not followed."""
    *above, _ = path.split("/") if path else ("", "")
    for token in above[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if type(document) is list and key.isdigit() and int(key) < len(document):
            document = document[int(key)]
        elif type(document) is dict and key in document:
            document = document[key]
        else:
            return key.endswith("...") or "\\" in key
    return not path or type(document) in {dict, list}


def _lost(document: Any, again: Any, path: str) -> Any:
    """What of a document is not in the one that comes back, but for what is the same written otherwise."""
    if type(document) is dict and type(again) is dict:
        for key, item in document.items():
            if key in again:
                yield from _lost(item, again[key], f"{path}/{key}")
            elif not _may_be_left_out(key, item):
                yield f"{path}/{key}"
    elif type(document) is list and _row(document) == _row(again):
        return
    elif type(document) is list and type(again) is list and len(document) == len(again):
        for place, item in enumerate(document):
            yield from _lost(item, again[place], f"{path}/{place}")
    elif type(document) is str and type(again) is str:
        if document != again and _numeral(document) != _numeral(again):
            yield path
    elif type(document) is not type(again) or document != again:
        yield path


DEFAULTS: dict[str, Any] = {
    "attended_by": ["lead teacher"],
    "required": True,
    "answered_by": "applicant",
    "judged": False,
    "format": 1,
    "estimated_if_due": "0.00",
}


def _may_be_left_out(key: str, item: Any) -> bool:
    """Whether what stands under a key may be its default, which is left out."""
    if item is None or item in ("", [], {}):
        return True
    return key in DEFAULTS and (item == DEFAULTS[key] or _numeral(str(item)) == _numeral(str(DEFAULTS[key])))


def _numeral(text: str) -> str:
    """A text without what numerals, moments and citations can be written with or without."""
    if text.replace(".", "").replace("-", "").replace(" to ", "").isdigit():
        return " to ".join(_plain(part) for part in text.split(" to "))
    if "T" in text and text[:4].isdigit():
        return datetime.fromisoformat(text).astimezone(UTC).isoformat()
    return text


def _plain(numeral: str) -> str:
    """A numeral without what does not count."""
    sign, digits = ("-", numeral[1:]) if numeral.startswith("-") else ("", numeral)
    whole, _, rest = digits.partition(".")
    told = f"{whole.lstrip('0') or '0'}.{rest.rstrip('0')}".rstrip(".")
    return told if told == "0" else f"{sign}{told}"


def _row(values: Any) -> list[Any]:
    """Values with numbers in a row written out."""
    row: list[Any] = []
    for value in values if type(values) is list else [values]:
        row.extend(range(value["from"], value["to"] + 1) if type(value) is dict and "from" in value else [value])
    return row


def validator(cls: type[Any]) -> Draft202012Validator:
    """The validator of the schema of a class."""
    if cls not in _VALIDATORS:
        _VALIDATORS[cls] = Draft202012Validator(json_schema(cls))
    return _VALIDATORS[cls]


_VALIDATORS: dict[type[Any], Draft202012Validator] = {}
