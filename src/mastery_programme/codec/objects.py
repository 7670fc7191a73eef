"""Records as objects: how the attributes of a class stand in a document, by name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import NOTHING, field, fields, frozen
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from mastery_programme.codec.branches import entries
from mastery_programme.codec.leaves import Kind, Schema
from mastery_programme.codec.reports import BAD, At, Report
from mastery_programme.errors import MasteryProgrammeError

Given = dict[str, Any]
"""The values of an object that were read, by the names of the attributes."""

Make = Callable[[Given, At, Report], Any]
"""How a value is made of what was read of it."""

_CONVERTER = Converter()  # it has no hooks: each attribute is written as its own kind says


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
class Object:
    """A record as an object, each attribute under its name; one that has its default is left out.

    Args:
        cls: the class of the records.
        members: what stands in the object, in the order of the class.
        make: how a record is made.
        write_with: how a record is written.
        first: the key of what is read before the rest, since the rest refers to it; empty if there is none.
    """

    cls: type
    members: tuple[Member, ...]
    make: Make
    write_with: Callable[[Any], Mapping[str, object]]
    first: str = ""
    _by_name: Mapping[str, Member] = field(init=False)
    _required: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {member.name: member for member in self.members})
        object.__setattr__(self, "_required", tuple(member.name for member in self.members if member.required))

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a record or `BAD`
        """The record."""
        items = entries(raw, at, report)
        if items is None:
            return BAD
        if self.first:
            items.sort(key=lambda item: item[0] != self.first)
        given: Given = {}
        good = True
        for key, value in items:
            member = self._by_name.get(key)
            if member is None:
                report.refuse_key(at, key, self._by_name)
                good = False
            else:
                read = given[key] = member.kind.read(value, (at, key), report)
                good = good and read is not BAD
        for key in self._required:
            if key not in given:
                report.refuse_missing(at, key)
                good = False
        return self.make(given, at, report) if good else BAD

    def write(self, value: object) -> object:
        """The record as an object."""
        return dict(self.write_with(value)) if type(value) is self.cls else value

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A reference to the schema of the class, which is kept among those shared."""
        name = self.cls.__name__
        if name not in shared:
            shared[name] = {}  # its place, before those that it needs
            shared[name] = self.own_schema(shared)
        return {"$ref": f"#/$defs/{name}"}

    def own_schema(self, shared: dict[str, Schema]) -> Schema:
        """The schema of the class itself."""
        return {
            "type": "object",
            "title": self.cls.__name__,
            "properties": {member.name: member.kind.schema(shared) for member in self.members},
            "required": list(self._required),
            "additionalProperties": False,
        }


@frozen(eq=False)
class Derived:
    """What an object tells beside the attributes of its record, since it follows from them.

    Args:
        name: its key.
        kind: its kind.
        of: what it is of a record.
        code: the code of a document that tells something else.
        last: whether it stands after the attributes.
    """

    name: str
    kind: Kind
    of: Callable[[Any], object]
    code: str
    last: bool = False


def record(
    cls: type[Any],
    kinds: Mapping[str, Kind],
    *,
    make: Make | None = None,
    derived: Sequence[Derived] = (),
    first: str = "",
) -> Object:
    """The kind of the records of a class.

    Args:
        cls: the class.
        kinds: for each attribute its kind.
        make: how a record is made, if not by its class alone.
        derived: what else stands in the object.
        first: the key of what is read before the rest.
    """
    taken = [attribute for attribute in fields(cls) if attribute.init]
    members = [Member(one.name, kinds[one.name], one.default is NOTHING) for one in taken]
    hooks: dict[str, Any] = {one.name: override(unstruct_hook=kinds[one.name].write) for one in taken}
    write = make_dict_unstructure_fn(
        cls, _CONVERTER, _cattrs_omit_if_default=True, _cattrs_use_linecache=False, **hooks
    )
    made = maker(cls) if make is None else make
    if not derived:
        return Object(cls, tuple(members), made, write, first)

    def make_derived(given: Given, at: At, report: Report) -> object:
        told = {one.name: given.pop(one.name) for one in derived}
        built = made(given, at, report)
        if built is not BAD:
            for one in derived:
                follows = one.of(built)
                if told[one.name] != follows:
                    return report.refuse((at, one.name), one.code, f"this is not what follows from the rest: {follows}")
        return built

    def write_derived(value: object) -> Mapping[str, object]:
        before, after = ({one.name: one.kind.write(one.of(value)) for one in some} for some in (heads, tails))
        return {**before, **write(value), **after}

    heads, tails = ([one for one in derived if one.last is last] for last in (False, True))
    before, after = ([Member(one.name, one.kind, required=True) for one in some] for some in (heads, tails))
    return Object(cls, (*before, *members, *after), make_derived, write_derived, first)


def maker(cls: Callable[..., Any]) -> Make:
    """How values of a class are made by the class itself."""

    def make(given: Given, at: At, report: Report) -> object:
        try:
            return cls(**given)
        except MasteryProgrammeError as error:
            return report.refuse_error(at, "value", error)

    return make
