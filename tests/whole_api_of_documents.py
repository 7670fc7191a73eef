"""The part of the whole API that is about documents, every refusal included: dicts, JSON, rows, schemas and hosts."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from attrs import evolve
from cattrs import Converter

from mastery_programme import (
    Allocation,
    Application,
    Assessment,
    Case,
    Choice,
    FundingStatement,
    InvalidArgument,
    InvalidDocument,
    Is,
    Judgement,
    LeadTeacher,
    MasteryProgrammeError,
    Money,
    Person,
    Ruleset,
    allocate,
    fund,
)
from mastery_programme.codec import (
    CODES,
    Limits,
    from_dict,
    from_json,
    from_rows,
    json_schema,
    register,
    to_dict,
    to_json,
    to_rows,
)
from tests.samples import APPLICATION, CASE, JUDGEMENT, PROGRAMME, TALK, samples
from tests.telling import ODD, told

CONVERTER = Converter(detailed_validation=False)
register(CONVERTER)

STRANGE: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**10, 10**5000, 1.5, float("nan"), "", " ", "x", "x" * 300, "a\0b", "a\u202eb", "\ud800"),
    *([], [None], ["x", "x"], {}, {"x": 1}, {3: 1}, (), {1}, b"x", object, "2019-04-26", "2019-02-30", "2019-13"),
    *("2019-04-26T17:00:00", "2019-04-26T17:00:00+01:00", "0001-01-01T00:00:00+01:00", "12", "4.25", "12 to 3"),
    *("2019/21", "1.234", "012345", "a@b", [[]], [{}], {"one_of": [1], "at_most": 3}, {"from": 1, "to": 3}),
)
TEXTS: tuple[Any, ...] = (
    *("", "{", "[1,]", '{"name": "x", "name": "y"}', "NaN", "-Infinity", "1e999", "0.1", "9" * 1000, '"\\ud800"'),
    *('\ufeff{"name": "x"}', "[" * 40, "[" * 40 + "]" * 40, "[[[]]]", f'"{"x" * 300_000}"', "[1" + ",1" * 2000 + "]"),
    *('{"name": "x"} x', "nul", '"a\nb"', "'x'", "\x00", b"\xff", b'{"name": "\xc3\xa9"}', b"\xef\xbb\xbf{}", None, 7),
    *(f"[{'[],' * 20_000}0]", b" " * 300_000, bytearray(b'{"email": "a@b"}'), ["x"], '{"format": 1, "name": "x"}'),
)
LIMITS: tuple[dict[str, Any], ...] = (
    *({}, {"length": 60}, {"depth": 2}, {"width": 3}, {"values": 9}, {"length": 1, "depth": 100}),
    *({"length": 0}, {"depth": 101}, {"width": "3"}, {"values": True}, {"values": 10**10}, {"length": 2.5}),
)
ROWS: tuple[Any, ...] = (
    *({"programme": "x", "School.Name ": "y"}, {"\ufeffprogramme": "x", "lead-teacher.qts": "Yes"}, {"programme": ""}),
    *({"programme": "x", None: ["y"]}, {"programme": 3}, {3: "x"}, None, [], {"programme": "x", "scool.name": "y"}),
    *({"programme": "x", "lead_teacher.awards": "none", "signatures.2.role": "x", "hub": "y", "HUB": "z"}, {}),
    *({"programme": "x", "signatures": "none", "signatures.1.role": "nominator"}, {"programme": None}),
    *({"programme": "x", "other_statements.hub": "y\n", "lead_teacher.years_teaching": " 7 "},),
    {"programme": "x", "lead_teacher.professional_development.1.year": "2019", "submitted_at": "2019-04-26"},
)


def _spoiled(document: Any, *, deeper: bool = True) -> Iterator[Any]:
    """A document with one thing wrong with it, in many ways."""
    if isinstance(document, dict):
        yield {**document, "nmae": 1}
        for key, value in document.items():
            yield {name: other for name, other in document.items() if name != key}
            yield {**document, key: f"{value}x" if isinstance(value, str) else [value]}
            yield from ({**document, key: other} for other in (_spoiled(value, deeper=False) if deeper else ()))
    elif isinstance(document, list):
        yield [*document, 3]
        yield from ([other, *document[1:]] for one in document[:1] if deeper for other in _spoiled(one))


def _written() -> Iterator[str]:
    for cls, value in samples().items():
        yield told(to_dict, value)
        if cls is not type(PROGRAMME):
            yield told(_again, value)
    yield from (told(verb, odd) for odd in (*ODD, object(), Person) for verb in (to_dict, to_json))
    by_hand = (Person("\0"), Judgement("x", "\0", "y", date(2019, 5, 2)), Is.one_of("\0"))
    yield from (told(verb, value) for value in by_hand for verb in (to_dict, to_json))
    yield from (told(to_dict, evolve(TALK, id="x")), told(from_json, to_json(PROGRAMME), type(PROGRAMME)))


def _again(value: Any) -> object:
    """What a value is after it went out as a dict and as JSON text; of an assessment its text."""
    if isinstance(value, Assessment):
        return to_json(value)
    return from_dict(to_dict(value), type(value)) == value == from_json(to_json(value), type(value))


def _read() -> Iterator[str]:
    for cls, value in samples().items():
        known: Any = cls
        yield from (told(from_dict, strange, known) for strange in STRANGE)
        if isinstance(value, Assessment | type(PROGRAMME)):
            continue
        document = to_dict(value)
        yield from (told(from_dict, spoiled, known) for spoiled in _spoiled(document, deeper=cls in {Ruleset, Case}))
    document = to_dict(APPLICATION)
    for name, strange in ((name, strange) for name in document for strange in STRANGE):
        yield told(from_dict, {**document, name: strange}, Application)
    yield from (told(from_dict, {**document, "format": version}, Application) for version in (1, 2, "1", True, None))
    yield from (told(from_dict, document, cls) for cls in (int, None, "Application", Assessment, list[Application]))
    for fact in (" ", "x" * 10_001, "passion"):
        yield told(from_dict, {**to_dict(JUDGEMENT), "fact": fact}, Judgement)
    yield from (told(from_dict, {"years_teaching": years}, LeadTeacher) for years in (-1, 0, 100, 101))
    yield told(from_dict, {"name": [3] * 150, **dict.fromkeys(map(str, range(900)), 1)}, Person)
    yield told(from_dict, {**dict.fromkeys(map(str, range(999)), 1)}, Person)


def _of_sums() -> Iterator[str]:
    statement, allocation = to_dict(fund(PROGRAMME)), to_dict(allocate(PROGRAMME))
    for change in (("total", "known", "1.00"), ("lines", 0, {}), ("lines", 0, {**statement["lines"][0], "days": "1"})):
        spoiled = json.loads(json.dumps(statement))
        spoiled[change[0]][change[1]] = change[2]
        yield told(from_dict, spoiled, FundingStatement)
    for days in ("1", "15", "1 to 100", None):
        spoiled = json.loads(json.dumps(allocation))
        spoiled["years"][0]["days"] = days
        yield told(from_dict, spoiled, Allocation)
    edition = to_dict(PROGRAMME)
    changes: tuple[dict[str, Any], ...] = (
        *({"title": ""}, {"documents": []}, {"years": []}, {"years": edition["years"][:1], "hubs": []}),
    )
    for changed in changes:
        yield told(from_dict, {**edition, **changed}, type(PROGRAMME))


def _parsed() -> Iterator[str]:
    for cls in (Person, Money, Choice):
        known: Any = cls
        yield from (told(from_json, text, known) for text in TEXTS)
    for given in LIMITS:
        yield told(Limits, **given)
        try:
            limits = Limits(**given)
        except InvalidArgument:
            continue
        yield told(from_dict, to_dict(APPLICATION), Application, limits=limits)
        yield told(from_json, to_json(APPLICATION), Application, limits=limits)
        yield told(_rows_read, to_rows([APPLICATION]), Application, limits=limits)
    case: Any = to_dict(CASE)
    other = evolve(PROGRAMME, id="other", hubs=())
    for editions in ((), [PROGRAMME], (other, PROGRAMME), (other,), None, 3, ("secondary-2019",)):
        yield told(from_dict, case, Case, editions=editions)
        yield told(from_json, json.dumps(case), Case, editions=editions)
    yield from (told(verb, "x", Person, limits=odd) for verb in (from_dict, from_json, _rows_read) for odd in (None, 3))


def _rows_read(rows: Any, cls: Any, **given: Any) -> list[object]:
    """What rows stand for, all of them."""
    return list(from_rows(rows, cls, **given))


def _in_rows() -> Iterator[str]:
    yield from (f"{row}\n{row!r}" for row in from_rows(ROWS, Application))
    yield told(_rows_read, to_rows([CASE]), Case)
    yield from (told(next, from_rows([dict.fromkeys(ROWS[0], "\0")], cls)) for cls in (Application, Judgement, Case))
    for cls, value in samples().items():
        known: Any = cls
        yield from (told(to_rows, [value]), told(to_rows, [value, CASE]), told(_rows_read, [], known))
        yield told(_again_in_rows, value)
    others: tuple[Any, ...] = (*ODD, "x", CASE, [], [3], [CASE, evolve(CASE, id="\0")])
    yield from (told(to_rows, odd) for odd in others)
    others = (3, None, "x", {}, b"x")
    yield from (told(_rows_read, odd, Application) for odd in others)
    formula = evolve(APPLICATION, hub="=1+1", lead_teacher_statement=" @x")
    yield from (told(to_rows, (formula, APPLICATION), defuse=defuse) for defuse in (True, False))


def _again_in_rows(value: Any) -> bool:
    """Whether a value is the same after it went out as a row."""
    return _rows_read(to_rows([value]), type(value)) == [value]


def _described() -> Iterator[str]:
    for cls in (*samples(), Assessment, int, None, "Person", list):
        known: Any = cls
        yield told(json_schema, known)
    yield str(CODES)


def _of_hosts() -> Iterator[str]:
    yield told(register, CONVERTER)
    for cls, value in samples().items():
        yield told(CONVERTER.unstructure, value)
        if not isinstance(value, Assessment | type(PROGRAMME)):
            yield told(CONVERTER.structure, to_dict(value), cls)
            yield from (told(CONVERTER.structure, strange, cls) for strange in STRANGE[::6])
    yield from (told(register, odd) for odd in (None, 3, "converter", Converter))


def _refused() -> Iterator[str]:
    for document in ({"nmae": 1, "email": "x"}, {str(number): number for number in range(150)}, 3):
        try:
            from_dict(document, Person)
        except InvalidDocument as error:
            yield f"{error.to_records()} {error.more} {error!r}\n{error}"
            yield from (f"{problem!r} {problem}" for problem in error.problems)
    yield told(InvalidDocument, (), 3)
    yield str(issubclass(InvalidDocument, MasteryProgrammeError))
    yield told(to_rows, [JUDGEMENT])


PARTS: tuple[Callable[[], Iterator[str]], ...] = (
    *(_written, _read, _of_sums, _parsed, _in_rows, _described, _of_hosts, _refused),
)
"""Every answer of this part of the API to the same calls, a line or more each."""
