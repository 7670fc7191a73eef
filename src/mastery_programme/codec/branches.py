"""The kinds of values that hold others: what may be left out, lists, and mappings."""

from typing import Any, Final

from attrs import frozen

from mastery_programme.codec.leaves import Kind, Schema
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, Pairs, Report, misfit, quoted
from mastery_programme.mappings import FrozenMapping


@frozen(eq=False)
class Maybe:
    """A value, or null where there is none.

    Args:
        kind: the kind of the value.
    """

    kind: Kind

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value, or None."""
        return None if raw is None else self.kind.read(raw, at, report)

    def write(self, value: object) -> object:
        """The value as its kind writes it, or null."""
        return None if value is None else self.kind.write(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """The value, or null."""
        return {"anyOf": [self.kind.schema(shared), {"type": "null"}]}


@frozen(eq=False)
class Series:
    """Values of one kind, in order.

    Args:
        kind: their kind.
        distinct: whether there is at least one, and none twice, as the class says of which they are a part.
    """

    kind: Kind
    distinct: bool = False

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a tuple or `BAD`
        """The values."""
        before, read = report.number, self.kind.read
        items = tuple([read(item, (at, place), report) for place, item in enumerate(listed(raw, at, report))])
        return items if report.number == before else BAD

    def write(self, value: object) -> object:
        """The values, each as its kind writes it."""
        return [self.kind.write(item) for item in value] if type(value) is tuple else misfit(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A list."""
        return {"type": "array", "items": self.kind.schema(shared), **(DISTINCT if self.distinct else {})}


DISTINCT: Final[Schema] = {"minItems": 1, "uniqueItems": True}
"""What a schema says of a list with at least one item and none twice."""


@frozen(eq=False)
class Together:
    """A fixed number of values, each of its own kind.

    Args:
        kinds: their kinds.
    """

    kinds: tuple[Kind, ...]

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a tuple or `BAD`
        """The values."""
        if type(raw) is not list or len(raw) != len(self.kinds):
            return report.refuse_value(at, "type", raw, f"a list of {len(self.kinds)}")
        before = report.number
        items = tuple(
            kind.read(item, (at, place), report) for place, (kind, item) in enumerate(zip(self.kinds, raw, strict=True))
        )
        return items if report.number == before else BAD

    def write(self, value: object) -> object:
        """The values, each as its kind writes it."""
        if type(value) is not tuple or len(value) != len(self.kinds):
            return misfit(value)
        return [kind.write(item) for kind, item in zip(self.kinds, value, strict=True)]

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A list of just so many."""
        return {
            "type": "array",
            "prefixItems": [kind.schema(shared) for kind in self.kinds],
            "minItems": len(self.kinds),
            "maxItems": len(self.kinds),
        }


@frozen(eq=False)
class ByName:
    """A mapping whose order tells nothing, as an object.

    Args:
        key: the kind of its keys, each written as text.
        kind: the kind of its values.
    """

    key: Kind
    kind: Kind

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a mapping or `BAD`
        """The mapping."""
        items = entries(raw, at, report)
        if items is None:
            return BAD
        before = report.number
        read = {
            self.key.read(key, (at, key), report): self.kind.read(item, (at, key), report)
            for key, item in items.items()
        }
        return FrozenMapping(read) if report.number == before else BAD

    def write(self, value: object) -> object:
        """The mapping as an object."""
        if type(value) is not FrozenMapping:
            return misfit(value)
        return {self.key.write(key): self.kind.write(item) for key, item in value.items()}

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """An object with any such keys."""
        return {
            "type": "object",
            "propertyNames": self.key.schema(shared),
            "additionalProperties": self.kind.schema(shared),
        }


def listed(raw: object, at: At, report: Report) -> list[Any]:
    """The items of a list; none once it is noted that it is no list, or a longer one than the limits allow."""
    if type(raw) is list and len(raw) <= report.width:
        return raw
    if type(raw) is list:
        report.refuse_width(at, len(raw))
    else:
        report.refuse_value(at, "type", raw, "a list")
    return []


def is_object(raw: object) -> bool:
    """Whether this is an object of JSON, as a dict or as text gives it."""
    return type(raw) is dict or type(raw) is Pairs


def entries(raw: object, at: At, report: Report) -> dict[str, Any] | None:
    """The keys and values of an object; None once it is noted that it is none. That keys stand twice is noted too."""
    if type(raw) is dict:
        return raw
    if type(raw) is not Pairs or len(raw) > report.width:
        report.refuse_object(at, raw)
        return None
    found = dict(raw)
    if len(found) < len(raw):
        report.refuse_doubled(at, raw)
    return found


@frozen(eq=False)
class InOrder:
    """A mapping whose order tells something, as a list of pairs, since the keys of an object have no order.

    Args:
        name: under which key a pair has its name.
        key: the kind of the names.
        item: under which key a pair has its value.
        kind: the kind of the values.
    """

    name: str
    key: Kind
    item: str
    kind: Kind

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a mapping or `BAD`
        """The mapping."""
        read: dict[object, object] = {}
        before = report.number
        for place, pair in enumerate(listed(raw, at, report)):
            key, item = self._pair(pair, (at, place), report)
            if key is not BAD and key in read:
                report.refuse(((at, place), self.name), "duplicate-key", f"the name {quoted(key)} stands twice")
            read[key] = item
        return FrozenMapping(read) if report.number == before else BAD

    def _pair(self, raw: object, at: At, report: Report) -> tuple[Any, Any]:
        """A name and its value."""
        items = entries(raw, at, report)
        if items is None:
            return BAD, BAD
        kinds = {self.name: self.key, self.item: self.kind}
        read: dict[str, object] = dict.fromkeys(kinds, BAD)
        for key, item in items.items():
            if key in kinds:
                read[key] = kinds[key].read(item, (at, key), report)
            else:
                report.refuse_key(at, key, kinds)
        for key in kinds:
            if key not in items:
                report.refuse_missing(at, key)
        return read[self.name], read[self.item]

    def write(self, value: object) -> object:
        """The mapping as a list of pairs."""
        if type(value) is not FrozenMapping:
            return misfit(value)
        return [{self.name: self.key.write(key), self.item: self.kind.write(item)} for key, item in value.items()]

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A list of pairs."""
        pair = {
            "type": "object",
            "properties": {self.name: self.key.schema(shared), self.item: self.kind.schema(shared)},
            "required": [self.name, self.item],
            "additionalProperties": False,
        }
        return {"type": "array", "items": pair}
