"""Places on a form, by name: where an answer stands, and of which types it can be."""

from types import GenericAlias, UnionType
from typing import Any

from attrs import fields_dict

from mastery_programme.application import Application, LeadTeacher, Person, School

_PARTS: dict[str, type[Any]] = {
    "school": School,
    "lead_teacher": LeadTeacher,
    "head_of_department": Person,
    "nominator": Person,
}
_STATEMENTS = "other_statements"


def answer_at(application: Application, place: str) -> object:
    """The answer in one place of a form, such as ``"lead_teacher.name"``; None if nobody gave it."""
    first, _, rest = place.partition(".")
    if first == _STATEMENTS:
        return application.other_statements.get(rest)
    answer: object = getattr(application, first)
    return getattr(answer, rest) if rest and answer is not None else answer


def types_at(place: str) -> frozenset[type]:
    """The types that an answer in a place of this name can have, but for None; none if there is no such place."""
    first, dot, rest = place.partition(".")
    if first == _STATEMENTS:
        return frozenset({str}) if rest else frozenset()
    part = _PARTS.get(first) if dot else None if first in _PARTS else Application
    attribute = None if part is None else fields_dict(part).get(rest if dot else first)
    annotation = None if attribute is None else attribute.type
    options: tuple[Any, ...] = annotation.__args__ if isinstance(annotation, UnionType) else (annotation,)
    kinds = (tuple if isinstance(option, GenericAlias) else option for option in options)
    return frozenset(kind for kind in kinds if kind not in {None, type(None)})
