"""Records as objects: how the attributes of a class stand in a document, by name."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from typing import Any, Final

from attrs import NOTHING, field, fields, frozen
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from mastery_programme.codec.branches import Maybe
from mastery_programme.codec.leaves import Kind, Schema, Text
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, EnoughError, Pairs, Report, misfit
from mastery_programme.errors import MasteryProgrammeError

Given = dict[str, Any]
"""The values of an object that were read, by the names of the attributes."""

Make = Callable[[Given, At, Report], Any]
"""How a value is made of what was read of it; notes what keeps it from being made, and gives `BAD`."""

First = tuple[str, Callable[[Any, Report], None]]
"""The key of what the rest of an object refers to, and what is done with that before the rest is read."""

_CONVERTER = Converter()  # it has no hooks: each attribute is written as its own kind says


_Reader = tuple[Callable[[Any, At, Report], Any] | None, bool, bool]
"""How a member is read where it is not null, whether it may be, and whether it is plain text."""

_UNKNOWN: Final[_Reader] = (None, False, False)


@frozen(eq=False)
class Member:
    """What stands under one key of an object.

    Args:
        name: the key.
        kind: the kind of what stands there.
        required: whether it has to be there.
    """

    name: str
    kind: Kind
    required: bool


@frozen(eq=False)
class Derived:
    """What an object tells beside the attributes of its record, since it follows from them.

    Args:
        name: its key.
        kind: its kind.
        of: what it is of a record.
        last: whether it stands after the attributes.
    """

    name: str
    kind: Kind
    of: Callable[[Any], object]
    last: bool = False


@frozen(eq=False)
class Object:
    """A record as an object, each attribute under its name; one that has its default is left out.

    Args:
        cls: the class of the records.
        members: what stands in the object, in its order.
        write_with: how the attributes of a record are written.
        make: how a record is made, if not by its class alone.
        derived: what of the members follows from the rest.
        first: the key of what the rest refers to, and what is done with that before the rest is read; None if nothing.
        just_one: groups of keys; keys of just one group stand there, as `make` says.
    """

    cls: type[Any]
    members: tuple[Member, ...]
    write_with: Callable[[Any], Mapping[str, object]]
    make: Make | None = None
    derived: tuple[Derived, ...] = ()
    first: First | None = None
    just_one: tuple[tuple[str, ...], ...] = ()
    _readers: Mapping[str, _Reader] = field(init=False)
    _required: Set[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_readers", {member.name: _reader(member.kind) for member in self.members})
        object.__setattr__(self, "_required", dict.fromkeys(one.name for one in self.members if one.required).keys())

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a record or `BAD`
        """The record."""
        items: Collection[tuple[str, Any]] | None
        items = raw if type(raw) is Pairs else raw.items() if type(raw) is dict else None
        if items is None or len(items) > report.width:
            return report.refuse_object(at, raw)
        if self.first is not None:
            self._read_first(dict(items), self.first, report)
        given: Given = {}
        before, is_ascii, readers = report.number, report.is_ascii, self._readers
        for key, value in items:
            read, nullable, plain = readers.get(key, _UNKNOWN)
            if plain and type(value) is str and (is_ascii or (value.isascii() and value.isprintable())):
                given[key] = value  # the short way for what most members are
            elif value is None and nullable:
                given[key] = None
            elif read is not None:
                given[key] = read(value, (at, key), report)
            elif at is None and key == "format":
                report.check_format(value)
            else:
                report.refuse_key(at, key, readers)
        if len(given) < len(items) or not self._required <= given.keys():
            self._check_keys(raw, given, at, report)
        if report.number != before:
            return BAD
        if self.derived or self.make is not None:
            return self._made(given, at, report)
        try:
            return self.cls(**given)  # the short way for most
        except MasteryProgrammeError as error:
            return report.refuse_error(at, error)

    def _made(self, given: Given, at: At, report: Report) -> Any:  # noqa: ANN401 - a record or `BAD`
        """The record of the values that were read, if they go together and with what is told beside them."""
        before, told = report.number, {one.name: given.pop(one.name) for one in self.derived} if self.derived else {}
        try:
            made = self.cls(**given) if self.make is None else self.make(given, at, report)
        except MasteryProgrammeError as error:
            return report.refuse_error(at, error)
        if told and made is not BAD:
            self._check_told(made, told, at, report)
        return made if report.number == before else BAD

    def _read_first(self, items: Mapping[str, Any], first: First, report: Report) -> None:
        """Read what the rest refers to, for that alone: its problems are noted when it is read in its turn."""
        name, then = first
        scratch = Report(width=report.width)
        with suppress(EnoughError):
            found = kind_in(self.members, name).read(items.get(name), None, scratch)
            if found is not BAD:
                then(found, report)

    def _check_keys(self, raw: object, given: Given, at: At, report: Report) -> None:
        """Note keys that stand twice, and those that have to be there and are not."""
        if type(raw) is Pairs and len(given) < len(raw):
            report.refuse_doubled(at, raw)
        for key in self._required:
            if key not in given:
                report.refuse_missing(at, key)

    def _check_told(self, made: object, told: Given, at: At, report: Report) -> None:
        """Note what follows from a record and is told otherwise than it follows."""
        for one in self.derived:
            follows = one.of(made)
            if told[one.name] != follows:
                report.refuse((at, one.name), "total", f"this is not what follows from the rest: {follows}")

    def write(self, value: object) -> object:
        """The record as an object."""
        if type(value) is not self.cls:
            return misfit(value)
        before, after = (
            {one.name: one.kind.write(one.of(value)) for one in self.derived if one.last is last}
            for last in (False, True)
        )
        return {**before, **self.write_with(value), **after}

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A reference to the schema of the class, which is kept among those shared."""
        name = self._name
        if name not in shared:
            shared[name] = {}  # its place, before those that it needs
            shared[name] = self.own_schema(shared)
        return {"$ref": f"#/$defs/{name}"}

    @property
    def _name(self) -> str:
        """The name of the class; of one that only tells what another one is, the name of that."""
        return self.cls.__name__.removesuffix("Told")

    def own_schema(self, shared: dict[str, Schema]) -> Schema:
        """The schema of the class itself."""
        return {
            "type": "object",
            "title": self._name,
            "properties": {member.name: member.kind.schema(shared) for member in self.members},
            "required": list(self._required),
            "additionalProperties": False,
            **({"oneOf": [_any_of(keys) for keys in self.just_one]} if self.just_one else {}),
        }


def _any_of(keys: Iterable[str]) -> Schema:
    """A schema of objects in which one of these keys stands at least."""
    return {"anyOf": [{"required": [key]} for key in keys]}


def kind_in(members: Sequence[Member], name: str) -> Kind:
    """The kind of the member of this name."""
    return next(member.kind for member in members if member.name == name)


def _reader(kind: Kind) -> _Reader:
    """How values of a kind are read as members."""
    inner = kind.kind if isinstance(kind, Maybe) else kind
    return inner.read, inner is not kind, isinstance(inner, Text) and inner.is_plain


def record(
    cls: type[Any],
    kinds: Mapping[str, Kind],
    *,
    make: Make | None = None,
    derived: Sequence[Derived] = (),
    first: First | None = None,
) -> Object:
    """The kind of the records of a class.

    Args:
        cls: the class.
        kinds: for each attribute its kind.
        make: how a record is made, if not by its class alone.
        derived: what else stands in the object.
        first: the key of what the rest refers to, and what is done with that before the rest is read.
    """
    taken = [attribute for attribute in fields(cls) if attribute.init]
    members = [Member(one.name, kinds[one.name], one.default is NOTHING) for one in taken]
    hooks: dict[str, Any] = {one.name: override(unstruct_hook=kinds[one.name].write) for one in taken}
    write = make_dict_unstructure_fn(
        cls, _CONVERTER, _cattrs_omit_if_default=True, _cattrs_use_linecache=False, **hooks
    )
    before, after = (
        [Member(one.name, one.kind, required=True) for one in derived if one.last is last] for last in (False, True)
    )
    return Object(cls, (*before, *members, *after), write, make, tuple(derived), first)
