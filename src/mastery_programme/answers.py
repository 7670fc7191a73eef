"""What the parts of an application form share: each answer is of its type, or None where nobody gave it."""

from collections.abc import Callable, Iterable, Mapping, Set
from datetime import date, datetime
from operator import attrgetter, contains
from types import GenericAlias, UnionType
from typing import Any, ClassVar, SupportsIndex, cast

from attrs import fields

from mastery_programme.errors import InvalidAnswer
from mastery_programme.numerals import whole
from mastery_programme.records import Record
from mastery_programme.schools import URN, EstablishmentType, Phase

LONGEST_EMAIL = 254
"""No e-mail address is longer."""


class Answers(Record):
    """A part of the form, whose annotations say what each answer can be."""

    __slots__ = ()
    _names: ClassVar[tuple[str, ...]]
    _kinds: ClassVar[tuple[frozenset[type], ...]]
    _series: ClassVar[tuple[tuple[str, tuple[type, ...]], ...]]
    _values: ClassVar[Callable[[Any], tuple[Any, ...]]]

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        answers: type[Any] = cls
        annotated = {attribute.name: _kinds_of(attribute.type) for attribute in fields(answers)}
        cls._names, cls._values = tuple(annotated), attrgetter(*annotated)
        cls._kinds = tuple(kinds for kinds, _ in annotated.values())
        cls._series = tuple((name, items) for name, (_, items) in annotated.items() if items)

    def __attrs_post_init__(self) -> None:
        values = type(self)._values(self)
        if not all(map(contains, self._kinds, map(type, values))):
            raise self._misfit(values)
        for name, items in self._series:
            for item in getattr(self, name) or ():
                if type(item) not in items:
                    raise self._refused(name, item, f"a tuple of {' or '.join(map(_said, items))}")
        self._check()

    def _misfit(self, values: tuple[Any, ...]) -> InvalidAnswer:
        """The error for the first answer that is of another type."""
        name, kinds, value = next(
            (name, kinds, value)
            for name, kinds, value in zip(self._names, self._kinds, values, strict=True)
            if type(value) not in kinds
        )
        said = sorted(map(_said, kinds), key=lambda kind: (kind == "None", kind))
        return self._refused(name, value, " or ".join(said))

    def _check(self) -> None:
        """Raise `InvalidAnswer` for answers of the right type that cannot be."""

    def _refused(self, name: str, value: object, allowed: str) -> InvalidAnswer:
        """The error for an answer that cannot be."""
        return InvalidAnswer(f"{type(self).__name__}.{name} cannot be this", value, allowed)


def _kinds_of(annotation: Any) -> tuple[frozenset[type], tuple[type, ...]]:  # noqa: ANN401 - an annotation is of any type
    """Which types an annotation allows, and which types of items if it allows a tuple."""
    options: tuple[Any, ...] = annotation.__args__ if isinstance(annotation, UnionType) else (annotation,)
    items = tuple(option.__args__[0] for option in options if isinstance(option, GenericAlias))
    return frozenset(getattr(option, "__origin__", option) for option in options), items


def _said(kind: type) -> str:
    """A type in words."""
    return _SAID.get(kind, kind.__name__)


_SAID: dict[type, str] = {
    type(None): "None",
    bool: "True or False",
    str: "text",
    int: "a whole number",
    URN: "six digits as text",
    Phase: "the name or code of a phase, as text",
    EstablishmentType: "the name or code of a type, as text",
    datetime: "a datetime.datetime",
    date: "a datetime.date",
}


def series(given: Iterable[Any] | None) -> tuple[Any, ...] | None:
    """Things given in order as a tuple; what is no such thing stays as it is, to be refused."""
    if type(given) is tuple:
        return given
    if given is None or isinstance(given, str | bytes | bytearray | Mapping | Set) or not isinstance(given, Iterable):
        return cast("tuple[Any, ...] | None", given)
    return tuple(given)


def number(given: SupportsIndex | None) -> int | None:
    """A whole number in Python's own type; what is none stays as it is, to be refused."""
    if given is None:
        return None
    found = whole(given)
    return cast("int | None", given) if found is None else found


def is_email(text: str) -> bool:
    """Whether a text has the shape of an e-mail address."""
    local, _, domain = text.partition("@")
    if not local or "." not in domain or "@" in domain or ".." in f".{domain}.":  # no label is empty
        return False
    return len(text) <= LONGEST_EMAIL and " " not in text and text.isprintable()
