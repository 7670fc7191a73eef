"""Documents with one thing changed, as their schema suggests: for each place what a schema can say is wrong there."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final, NamedTuple

from jsonschema import Draft202012Validator

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

ONE_OF_EACH_TYPE: Final = (None, True, 7, 7.5, "seven", ["seven"], {"seven": 7})


class Place(NamedTuple):
    """Where something stands in a document, what it is, and the schema of it."""

    path: Path
    value: Any
    schema: Schema


class Mutation(NamedTuple):
    """A document with one thing changed, and what sort of change it is."""

    kind: str
    path: Path
    document: Any


def places_of(schema: Schema, document: Any) -> Iterator[Place]:
    """Every place in a document under every part of the schema that it fulfils; of places that are alike the first."""
    shared: Schema = schema.get("$defs", {})
    seen: set[int] = set()
    waiting: list[Place] = [Place((), document, schema)]
    while waiting:
        path, value, part = waiting.pop()
        if id(part) not in seen:
            seen.add(id(part))
            yield Place(path, value, part)
        if "$ref" in part:
            waiting.append(Place(path, value, shared[part["$ref"].removeprefix("#/$defs/")]))
        waiting += [Place(path, value, one) for one in part.get("anyOf", ()) if _holds(one, value, shared)]
        if isinstance(value, dict):
            named, others = part.get("properties", {}), part.get("additionalProperties")
            for key, item in value.items():
                of_item = named.get(key, others)
                waiting += [Place((*path, key), item, of_item)] if isinstance(of_item, dict) else []
        elif isinstance(value, list):
            first = part.get("prefixItems", ())
            items = [first[place] if place < len(first) else part.get("items") for place, _ in enumerate(value)]
            waiting += [Place((*path, n), value[n], one) for n, one in enumerate(items) if one is not None]


def _holds(schema: Schema, value: Any, shared: Schema) -> bool:
    """Whether a value fulfils a part of a schema."""
    return Draft202012Validator({**schema, "$defs": shared}).is_valid(value)


def mutations_of(schema: Schema, document: Any) -> Iterator[Mutation]:
    """Documents with one thing changed."""
    for place in places_of(schema, document):
        for kind, value in _others(place):
            yield Mutation(kind, place.path, _with(document, place.path, value))


def impossible_everywhere(document: Any) -> Iterator[Mutation]:
    """Documents with one thing changed into what can stand nowhere, whatever a schema may say."""
    waiting: list[tuple[Path, Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        yield Mutation("type", path, _with(document, path, {"seven": [7.5]}))
        if isinstance(value, str):
            yield Mutation("control character", path, _with(document, path, f"{value}\x07"))
        elif type(value) is int:
            yield Mutation("number", path, _with(document, path, 10**30))
        elif isinstance(value, dict):
            yield Mutation("key", path, _with(document, path, {**value, "unknown": [[]]}))
            waiting += [((*path, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            yield Mutation("item", path, _with(document, path, [*value, [[7.5]]]))
            waiting += [((*path, place), item) for place, item in enumerate(value)]


def _with(document: Any, path: Path, value: Any) -> Any:
    """A document with another value somewhere."""
    if not path:
        return value
    changed = deepcopy(document)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def _others(place: Place) -> Iterator[tuple[str, Any]]:
    """What could stand in a place in the stead of its value, with the part of the schema that it is held against."""
    _, value, schema = place
    for other in ONE_OF_EACH_TYPE:
        if type(other) is not type(value):
            yield "type", other
    if "enum" in schema:
        yield from (("enum", other) for other in ("", "none of these", value + " ", value.swapcase(), f"{value}\n"))
    if "const" in schema:
        yield from (("const", other) for other in (value + 1, str(value), True, float(value), -value))
    if isinstance(value, str):
        yield from _other_texts(value, schema)
    elif isinstance(value, dict):
        yield from _other_objects(value, schema)
    elif isinstance(value, list):
        yield from _other_lists(value, schema)
    elif type(value) is int:
        least, most = schema.get("minimum", 0), schema.get("maximum", 0)
        yield from (("minimum", least - 1), ("minimum", -(10**30)), ("maximum", most + 1), ("maximum", 10**30))


def _other_texts(text: str, schema: Schema) -> Iterator[tuple[str, Any]]:
    """Other texts."""
    odd = ("\x00", "\x07", "\x7f", "\n", "\u200b", "\u202e", "\ufffe", "\ud800", "\U0001fffe", "x", " ", "-", "٣")
    if "pattern" in schema:
        yield from (("pattern", other) for one in odd for other in (text + one, one + text))
        yield from (("pattern", other) for other in ("", text[:-1], text[1:], text.replace("0", "9"), text + text))
    if "maxLength" in schema:
        yield "maxLength", text + "9" * (schema["maxLength"] + 1 - len(text))
        yield "maxLength", "é" * (schema["maxLength"] + 1)


def _other_objects(value: dict[str, Any], schema: Schema) -> Iterator[tuple[str, Any]]:
    """Other objects."""
    for key in schema.get("required", ()):
        yield "required", {name: item for name, item in value.items() if name != key}
    if schema.get("additionalProperties") is False:
        yield "additionalProperties", {**value, "unknown": None}
        yield "additionalProperties", {"": "first", **value}
    elif "additionalProperties" in schema:
        yield "additionalProperties", {**value, "unknown": [[]]}
    if "propertyNames" in schema:
        item = next(iter(value.values()), "x")
        yield from (("propertyNames", {**value, key: item}) for key in ("a\x07b", "\n", "", " ", "new"))
    for keys in (one["required"] for group in schema.get("oneOf", ()) for one in group["anyOf"]):
        yield "oneOf", {key: item for key, item in value.items() if key not in keys}
        yield "oneOf", {**value, **dict.fromkeys(keys, [1] if keys == ["one_of"] else 1)}
    if "minProperties" in schema:
        yield "minProperties", {}
        yield "maxProperties", {**value, "Days": "1", "Money": "1"}


def _other_lists(value: list[Any], schema: Schema) -> Iterator[tuple[str, Any]]:
    """Other lists."""
    yield from (
        ("items", other) for other in ([*value, {"": []}], [*value, [7.5]], [*value, *value[:1]], value[1:], [])
    )
    if "minItems" in schema:
        yield "minItems", value[: schema["minItems"] - 1]
    if "uniqueItems" in schema:
        yield "uniqueItems", [*value, value[0]]
    if "maxItems" in schema:
        yield "maxItems", [*value, value[-1]]
