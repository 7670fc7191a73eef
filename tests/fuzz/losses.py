"""What of a document is not in the one that comes back, but for what is the same written otherwise."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from attrs import NOTHING, Factory, fields, has

from mastery_programme import FrozenMapping, Money
from mastery_programme.codec.catalogue import KINDS


def lost(document: Any, again: Any, path: str = "") -> Iterator[str]:
    """Every place, as a JSON Pointer, of which what stands there was dropped or changed."""
    if type(document) is dict and type(again) is dict:
        for key, item in document.items():
            if key in again:
                yield from lost(item, again[key], f"{path}/{key}")
            elif not _may_be_left_out(key, item):
                yield f"{path}/{key}"
    elif type(document) is list and _row(document) == _row(again):
        return
    elif type(document) is list and type(again) is list and len(document) == len(again):
        for place, item in enumerate(document):
            yield from lost(item, again[place], f"{path}/{place}")
    elif type(document) is str and type(again) is str:
        if document != again and _numeral(document) != _numeral(again):
            yield path
    elif type(document) is not type(again) or document != again:
        yield path


def _defaults() -> dict[str, list[Any]]:
    """For each name of an attribute what its defaults are, as they would be written."""
    found: dict[str, list[Any]] = {"format": [1]}
    for cls in (cls for cls in KINDS if has(cls)):
        for one in fields(cls):
            if one.init and one.default is not NOTHING:
                default = one.default.factory() if isinstance(one.default, Factory) else one.default  # type: ignore[arg-type]  # attrs types it as a function
                found.setdefault(one.name, []).append(_written(default))
                if isinstance(default, FrozenMapping):
                    found[one.name].append([])  # of a mapping that is written as a list of pairs
    return found


def _written(default: Any) -> Any:
    """A default as it would be written."""
    if isinstance(default, tuple):
        return [_written(one) for one in default]
    if isinstance(default, Money):
        return str(default.as_decimal)
    return {} if isinstance(default, FrozenMapping) else default


DEFAULTS = _defaults()


def _may_be_left_out(key: str, item: Any) -> bool:
    """Whether what stands under a key may be its default, which is left out."""
    numeral = _numeral(item) if type(item) is str else item
    return any(
        type(item) is type(one) and numeral == (_numeral(one) if type(one) is str else one)
        for one in DEFAULTS.get(key, ())
    )


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
