"""The kinds of values that are one of several: told apart by JSON itself, by a tag, or by a label."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from mastery_programme.codec.branches import entries
from mastery_programme.codec.leaves import Kind, Schema, refuse_option
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, Digits, Pairs, Report, misfit

_JSON_TYPES: Final[dict[type, str]] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    dict: "an object",
    list: "a list",
}


@frozen(eq=False)
class ByType:
    """A value of one of several kinds that JSON itself tells apart.

    Args:
        kinds: for each type of JSON the kind that it stands for.
    """

    kinds: Mapping[type, Kind]

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value."""
        of = dict if type(raw) is Pairs else int if type(raw) is Digits else type(raw)
        for one, kind in self.kinds.items():
            if one is of:
                return kind.read(raw, at, report)
        return report.refuse_value(at, "type", raw, " or ".join(_JSON_TYPES[one] for one in self.kinds))

    def write(self, value: object) -> object:
        """The value as its own kind writes it."""
        kind = self.kinds.get(type(value), self.kinds.get(dict))
        return misfit(value) if kind is None else kind.write(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """One of the kinds."""
        return {"anyOf": [kind.schema(shared) for kind in self.kinds.values()]}


@frozen(eq=False)
class ByTag:
    """An object of one of several kinds, told apart by what stands under one of its keys.

    Args:
        tag: the key.
        kinds: for each text under that key the kind of the object.
        classes: for each class of values the text that stands for it.
    """

    tag: str
    kinds: Mapping[str, Kind]
    classes: Mapping[type, str]

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value."""
        items = entries(raw, at, report)
        if items is None:
            return BAD
        told = items.get(self.tag, BAD)
        if told is BAD:
            return report.refuse_missing(at, self.tag)
        if type(told) is not str:
            return report.refuse_value((at, self.tag), "type", told, "text")
        if told not in self.kinds:
            return refuse_option(told, self.kinds, (at, self.tag), report)
        return self.kinds[told].read(raw, at, report)

    def write(self, value: object) -> object:
        """The value as its own kind writes it."""
        told = self.classes.get(type(value))
        return misfit(value) if told is None else self.kinds[told].write(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """One of the kinds."""
        return {"anyOf": [kind.schema(shared) for kind in self.kinds.values()]}


@frozen(eq=False)
class Labelled:
    """A value of one of several kinds, as an object whose only key says which.

    Args:
        kinds: for each label the class of the values, and their kind.
    """

    kinds: Mapping[str, tuple[type, Kind]]

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - values of every kind
        """The value."""
        items = entries(raw, at, report)
        if items is None:
            return BAD
        if len(items) != 1:
            return report.refuse(at, "value", f"{len(items)} keys where just one says of what kind the value is")
        ((label, item),) = items.items()
        if label not in self.kinds:
            return report.refuse_key(at, label, self.kinds)
        return self.kinds[label][1].read(item, (at, label), report)

    def write(self, value: object) -> object:
        """The value under its label."""
        for label, (cls, kind) in self.kinds.items():
            if type(value) is cls:
                return {label: kind.write(value)}
        return misfit(value)

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """An object with one of the labels."""
        return {
            "type": "object",
            "properties": {label: kind.schema(shared) for label, (_, kind) in self.kinds.items()},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }
