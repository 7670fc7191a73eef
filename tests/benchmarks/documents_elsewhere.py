"""The same form read by other libraries: as plain dataclasses, and into our values with the checks of the codec."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import dacite
import marshmallow
import msgspec
import pydantic
from marshmallow import fields, validate

import mastery_programme as ours
from mastery_programme.codec.texts import OUT_OF_LINE, OUT_OF_PROSE, pattern
from tests.benchmarks.documents_by_hand import TEXT


@dataclass
class School:
    """A school."""

    name: str | None
    urn: str | None
    phase: str | None = None
    establishment_type: str | None = None


@dataclass
class Person:
    """Somebody."""

    name: str | None = None
    email: str | None = None


@dataclass
class Award:
    """An award."""

    title: str | None
    awarded_on: date | None = None
    kind: str | None = None


@dataclass
class Post:
    """A post."""

    school: str | None = None
    position: str | None = None
    started_on: date | None = None
    ended_on: date | None = None
    subject: str | None = None


@dataclass
class Development:
    """Professional development."""

    year: str | None
    activity: str | None


@dataclass
class Signature:
    """A signature."""

    role: str
    name: str | None
    signed_on: date | None = None


@dataclass
class LeadTeacher:
    """A lead teacher."""

    name: str | None = None
    email: str | None = None
    ncetm_username: str | None = None
    qts: bool | None = None
    years_teaching: int | None = None
    teaching_groups: str | None = None
    current_role: str | None = None
    awards: list[Award] | None = None
    teaching_history: list[Post] | None = None
    professional_development: list[Development] | None = None


@dataclass
class Form:
    """A form."""

    programme: str
    school: School | None = None
    hub: str | None = None
    lead_teacher: LeadTeacher | None = None
    head_of_department: Person | None = None
    nominator: Person | None = None
    lead_teacher_statement: str | None = None
    nominator_statement: str | None = None
    signatures: list[Signature] | None = None
    copied_to_head_teacher: bool | None = None
    submitted_at: datetime | None = None


_HOOKS: dict[Any, Any] = {date: date.fromisoformat, datetime: datetime.fromisoformat}
_PLAIN = dacite.Config(strict=True, type_hooks=_HOOKS)
_PYDANTIC = pydantic.TypeAdapter(Form)
_MSGSPEC = msgspec.json.Decoder(Form)


def by_dacite() -> Form:
    """The form as dataclasses, by dacite."""
    return dacite.from_dict(Form, json.loads(TEXT), _PLAIN)


def by_pydantic() -> Form:
    """The form as dataclasses, by pydantic."""
    return _PYDANTIC.validate_json(TEXT, strict=True)


def by_msgspec() -> Form:
    """The form as dataclasses, by msgspec."""
    return _MSGSPEC.decode(TEXT)


_TEXT = re.compile(pattern(OUT_OF_PROSE))


def _checked(text: str) -> str:
    """Text without characters that may not stand in it."""
    if not isinstance(text, str) or not _TEXT.match(text):
        raise ValueError("not such a text")
    return text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, in which no key may stand twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


_CHECKING = dacite.Config(strict=True, type_hooks={**_HOOKS, str: _checked})


def by_dacite_into_ours() -> ours.Application:
    """Our application by way of dacite, which makes dataclasses alone, with texts checked."""
    form = dacite.from_dict(Form, json.loads(TEXT, object_pairs_hook=_once), _CHECKING)
    if form.school is None or form.lead_teacher is None or form.signatures is None:
        raise ValueError("not the form of the benchmark")
    told = asdict(form)
    told["school"] = ours.School(**told["school"])
    for name in ("head_of_department", "nominator"):
        told[name] = ours.Person(**told[name])
    teacher = told["lead_teacher"]
    for name, cls in (
        ("awards", ours.Award),
        ("teaching_history", ours.Post),
        ("professional_development", ours.Development),
    ):
        teacher[name] = tuple(cls(**one) for one in teacher[name])
    told["lead_teacher"] = ours.LeadTeacher(**teacher)
    told["signatures"] = tuple(ours.Signature(**one) for one in told["signatures"])
    return ours.Application(**told)


def _schema(cls: Callable[..., Any], **named: Any) -> type[marshmallow.Schema]:
    """A schema of marshmallow that makes values of a class."""

    class Made(marshmallow.Schema.from_dict(named)):  # type: ignore[misc]  # a class made of a dict
        """A schema that makes values of the class."""

        @marshmallow.post_load
        def make(self, data: Any, **_: Any) -> Any:
            """The value."""
            return cls(**data)

    return Made


def _marshmallow(of: Any, *, checks: bool) -> marshmallow.Schema:
    """The schema of a form: of our classes or of the dataclasses, with the checks of the codec or without."""
    may: dict[str, Any] = {"allow_none": True}
    line: dict[str, Any] = {**may, "validate": validate.Regexp(pattern(OUT_OF_LINE))} if checks else may
    prose: dict[str, Any] = {**may, "validate": validate.Regexp(pattern(OUT_OF_PROSE))} if checks else may
    urn: dict[str, Any] = {**may, "validate": validate.Regexp("[1-9][0-9]{5}$")} if checks else may
    years: dict[str, Any] = {**may, "strict": True, "validate": validate.Range(0, 100)} if checks else may
    text, flag = fields.String, fields.Boolean
    email = fields.Email if checks else text
    term: Callable[[Any], Any] = lambda of: fields.Enum(of, by_value=True, **may) if checks else text(**may)  # noqa: E731 - as short as the fields
    person = _schema(of.Person, name=text(**line), email=email(**line))
    school = _schema(
        of.School,
        name=text(**line),
        urn=text(**urn),
        phase=term(ours.Phase),
        establishment_type=term(ours.EstablishmentType),
    )
    award = _schema(of.Award, title=text(**line), awarded_on=fields.Date(**may), kind=text(**line))
    post = _schema(
        of.Post,
        school=text(**line),
        position=text(**line),
        started_on=fields.Date(**may),
        ended_on=fields.Date(**may),
        subject=text(**line),
    )
    development = _schema(of.Development, year=text(**line), activity=text(**line))
    signature = _schema(of.Signature, role=term(ours.Role), name=text(**line), signed_on=fields.Date(**may))
    teacher = _schema(
        of.LeadTeacher,
        name=text(**line),
        email=email(**line),
        ncetm_username=text(**line),
        qts=flag(**may),
        years_teaching=fields.Integer(**years),
        teaching_groups=text(**line),
        current_role=text(**line),
        awards=fields.List(fields.Nested(award), **may),
        teaching_history=fields.List(fields.Nested(post), **may),
        professional_development=fields.List(fields.Nested(development), **may),
    )
    form = _schema(
        of.Application if of is ours else of.Form,
        programme=text(required=True, **line),
        school=fields.Nested(school, **may),
        hub=text(**line),
        lead_teacher=fields.Nested(teacher, **may),
        head_of_department=fields.Nested(person, **may),
        nominator=fields.Nested(person, **may),
        lead_teacher_statement=text(**prose),
        nominator_statement=text(**prose),
        signatures=fields.List(fields.Nested(signature), **may),
        copied_to_head_teacher=flag(**may),
        submitted_at=fields.AwareDateTime(**may),
    )
    return form()


class _Dataclasses:
    """The dataclasses above, by name."""

    School, Person, Award, Post, Development = School, Person, Award, Post, Development
    Signature, LeadTeacher, Form = Signature, LeadTeacher, Form


_PLAINLY = _marshmallow(_Dataclasses, checks=False)


def by_marshmallow() -> Form:
    """The form as dataclasses, by marshmallow."""
    form: Any = _PLAINLY.loads(TEXT)
    return form  # type: ignore[no-any-return]  # the schema makes forms


_CHECKED = _marshmallow(ours, checks=True)


def by_marshmallow_into_ours() -> ours.Application:
    """Our application by marshmallow, with the checks of the codec as far as it has them, and keys that stand once."""
    application: Any = _CHECKED.load(json.loads(TEXT, object_pairs_hook=_once))
    return application  # type: ignore[no-any-return]  # the schema makes applications
