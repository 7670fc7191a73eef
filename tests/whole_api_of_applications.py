"""The part of the whole API that is about applications, every refusal included: schools, forms, and who may apply."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from attrs import evolve, fields

from mastery_programme import (
    URN,
    Application,
    Assessment,
    Award,
    Choice,
    Count,
    Criterion,
    Development,
    EstablishmentType,
    FormField,
    FormReading,
    FrozenMapping,
    Is,
    Judgement,
    LeadTeacher,
    Level,
    Origin,
    Person,
    Phase,
    Post,
    Reads,
    Role,
    School,
    Shared,
    Signature,
    Stage,
    Status,
    Verdict,
    YearMonth,
    assess,
    assess_facts,
    compare,
    count_words,
    next_questions,
    read_form,
    years_taught,
)
from tests.samples import APPLICATION, AT, CLAUSE, FACTS, JUDGEMENT, NO, PROGRAMME, TALK, TEACHER, WAIVER, YES
from tests.telling import ODD, told

VOCABULARIES: tuple[type[StrEnum], ...] = (
    *(Phase, EstablishmentType, Role, Reads, Origin, Status, Verdict, Stage, Shared),
)
ESSENTIAL = {name: True for one in PROGRAMME.criteria if one.level is Level.ESSENTIAL for name in one.ruleset.facts}
MEETS = {**ESSENTIAL, "phase": "secondary"}
JUDGED = tuple(name for name in ESSENTIAL if PROGRAMME.facts[name].judged)
JUDGEMENTS = tuple(Judgement(name, True, "the hub", date(2019, 5, 2)) for name in JUDGED)
BLANK = Application("secondary-2019")
BARE = evolve(PROGRAMME, criteria=(), form=None)

TEXTS: tuple[Any, ...] = (
    *("123456", "012345", "12345", "\u0661\u0662\u0663\u0664\u0665\u0666", "2019-09", "2019-13", "0000-01", "9998-12"),
    *("secondary", "Middle-deemed  PRIMARY", "4", "04", "34", "free school", "Free schools", "SECURE UNIT", "Acadmy"),
    *("\u0130stanbul", "Welsh establishment", "well-read", "and/or -- two", "\u2013 \u2022 -", "ELI-E1", "eli-e1"),
)
ANSWERS: tuple[Any, ...] = (
    *(None, True, 0, 101, 1.5, "", "  ", "a@b.example", "a@b", "a b@c.example", b"4", "x" * 300, {"hub": "x"}, {1: 2}),
    *(date(2019, 9, 1), YearMonth(2019, 9), AT, AT.replace(tzinfo=None), datetime(1, 1, 1, tzinfo=UTC), ("x",)),
    *(Person(), School(None, None), TEACHER, Role.NOMINATOR, "nominator", [Award(None)], (Post(), Development(1, "x"))),
)


def school(phase: str, kind: str | None = None) -> School:
    """A school of a phase and a type."""
    return School("A school", None, phase, kind)


def teacher(**answers: Any) -> Application:
    """An application with these answers about the lead teacher."""
    return evolve(BLANK, lead_teacher=LeadTeacher(**answers))


FORMS: tuple[Any, ...] = (
    *(BLANK, APPLICATION, Application("primary-2019"), None, "secondary-2019"),
    evolve(APPLICATION, submitted_at=AT - timedelta(seconds=1), hub="Jurasic", school=school("7", "34")),
    evolve(APPLICATION, submitted_at=AT + timedelta(days=1, hours=1), signatures=(), school=school("4", "11")),
    evolve(APPLICATION, submitted_at=None, signatures=(Signature(Role.LEAD_TEACHER, None),), school=school("5")),
    evolve(BLANK, nominator_statement="word " * 301, school=school("6", "Miscellaneous")),
    teacher(awards=(Award("PD Lead", None, "PD lead"), Award("SLE", date(2030, 1, 1), "mathematics_sle"))),
    teacher(teaching_history=(Post("A school", "Teacher"),), name=" "),
)
KNOWN: tuple[Any, ...] = (
    *({}, None, {"qts": False}, {"qts": None}, {"qtss": True}, {"qts": "yes"}, {"phase": "primary"}, {"phase": "all"}),
    *({"employed_as_teacher": True, "state_funded": True, "phase": "middle"}, {"years_teaching_mathematics": 101}),
    *({"years_teaching_mathematics": 1, "lead_teacher_statement_words": 301}, {"passion": False}, MEETS, [("qts", 1)]),
)
SAID: tuple[tuple[Any, Any], ...] = (
    (JUDGEMENTS, ()),
    ((JUDGEMENT, evolve(JUDGEMENT, by="another", holds=False)), (WAIVER,)),
    ((JUDGEMENT, evolve(JUDGEMENT, on=date(2019, 5, 3), holds=False)), (WAIVER, evolve(WAIVER, reason="again"))),
    ((JUDGEMENT, evolve(JUDGEMENT, by="The  HUB <lead>")), ()),
    ((evolve(JUDGEMENT, fact="pasion"),), ()),
    ((evolve(JUDGEMENT, fact="qts", holds="yes"),), ()),
    ((), (evolve(WAIVER, criterion="ELI-E1"),)),
    ((), (evolve(WAIVER, criterion="APP-9"),)),
    *((JUDGEMENT, ()), ((), WAIVER), (("x",), ()), ((), ("x",)), (3, ()), ((), 3)),
)


def _read() -> Iterator[str]:
    readers: tuple[Callable[..., object], ...] = (URN, URN.parse, YearMonth.parse, count_words)
    yield from (told(read, given) for read in readers for given in (*ODD, *TEXTS))
    finders: tuple[Callable[..., object], ...] = (Phase.parse, EstablishmentType.parse, PROGRAMME.criterion)
    yield from (told(find, given) for find in finders for given in (*ODD[:14], *TEXTS))
    months = ((2019, 12), (9998, 12), (9999, 1), (2019, 0), ("2019", 1), (1, True))
    yield from (told(YearMonth, *month) for month in months)
    yield from (f"{term!r} {term.code}" for register in (Phase, EstablishmentType) for term in register)
    yield from (f"{stage}: {stage.following}" for stage in Stage)


def _answered() -> Iterator[str]:
    base: dict[type[Any], dict[str, object]] = {
        School: {"name": "A", "urn": None},
        Person: {},
        Award: {"title": "A"},
        Post: {"started_on": date(2019, 9, 1)},
        Development: {"year": 2019, "activity": "A"},
        Signature: {"role": "nominator", "name": "A"},
        LeadTeacher: {},
        Application: {"programme": "secondary-2019"},
    }
    for cls, given in base.items():
        names = [field.name for field in fields(cls)]
        yield from (told(cls, **{**given, name: answer}) for name in names for answer in ANSWERS)


def _taught() -> Iterator[str]:
    short = Post(started_on=date(2019, 1, 31), ended_on=YearMonth(2019, 2))
    long = Post(started_on=YearMonth(2016, 2), subject="Maths ")
    other = Post(started_on=date(2017, 1, 1), ended_on=date(2020, 1, 1), subject="Art")
    lists: tuple[Any, ...] = ((), TEACHER.teaching_history, (Post(),), (short,), (long, other), (short, other), None, 3)
    for before in (date(2019, 9, 1), date(2016, 2, 29), date(1, 1, 1)):
        for posts in lists:
            yield from (told(years_taught, posts, before, *subjects) for subjects in ((), (("maths",),), ((),)))


def _read_off() -> Iterator[str]:
    yield from (told(read_form, PROGRAMME, application) for application in FORMS)
    yield from (told(read_form, other, BLANK) for other in (BARE, None, "secondary-2019", TALK))


def _assessed() -> Iterator[str]:
    for facts in KNOWN:
        yield told(_in_words, assess_facts, PROGRAMME, facts)
        yield told(next_questions, PROGRAMME, facts)
        yield told(_in_short, assess, PROGRAMME, BLANK, facts)
    yield from (told(_in_words, assess, PROGRAMME, application) for application in FORMS)
    yield from (told(_in_short, assess_facts, PROGRAMME, {**MEETS, "qts": False}, *said) for said in SAID)
    yield from (told(_in_words, assess, PROGRAMME, APPLICATION, {"subject_leader": True}, *said) for said in SAID[:8])
    verbs: tuple[Callable[..., object], ...] = (assess_facts, next_questions)
    for verb in verbs:
        yield from (told(verb, other, {}) for other in (BARE, None, TALK))
    yield told(assess, BARE, BLANK)


def _in_short(verb: Callable[..., Assessment], *given: object) -> str:
    """What an assessment comes to."""
    made = verb(*given)
    return f"{made.verdict} {made.in_order} {made.missing} {made.known}"


def _in_words(verb: Callable[..., Assessment], *given: object) -> str:
    """All that an assessment says."""
    made: Any = verb(*given)
    forms = (made, made._repr_html_(), made.to_records(), made.in_order, made.known, made.still_open)
    return "\n".join(map(str, forms))


def _asked_of_one() -> Iterator[str]:
    for made in (assess(PROGRAMME, APPLICATION), assess_facts(PROGRAMME, {"qts": False, "phase": "primary"})):
        yield from (told(finding.changes) for finding in made.findings)
        yield from (told(made.finding, id) for id in ("ELI-D3", "ELI-D9", None))
        yield from (told(made.changes, fixed) for fixed in ((), ("qts",), ["phase", "passion"], ("subject_leader",), 3))
        yield from (told(question.to_record) for question in made.missing)


def _formed() -> Iterator[str]:
    form: Any = PROGRAMME.form
    field, reading, line = form.fields[0], form.readings[0], form.establishments[0]
    readings = [FormReading(reading.id, reads, CLAUSE, of) for reads in Reads for of in ((), ("x",), ("apply-by", "y"))]
    odd_keys = FrozenMapping({Phase.PRIMARY: "x", "4": "secondary"})
    flawed: tuple[dict[str, object], ...] = (
        {"fields": (field, field, FormField("scool.name", "", CLAUSE)), "apply_by": "aply-by", "notify_by": "x"},
        {"readings": readings, "source": CLAUSE},
        {"readings": tuple(readings), "source": CLAUSE},
        {"readings": (evolve(reading, id="passion"), evolve(reading, id="qst"), reading), "apply_by": "notify-by"},
        {"establishments": (evolve(line, id="odd", phases=odd_keys),)},
        {"establishments": (evolve(line, phases={}), evolve(line, types=("x",)))},
        {"establishments": (line, evolve(line, phases=FrozenMapping({Phase.NURSERY: "infant"})))},
    )
    yield from (told(evolve, PROGRAMME, form=evolve(form, **values)) for values in flawed)
    other = evolve(PROGRAMME, form=evolve(form, decided_by="the NCETM", fields=form.fields[1:]))
    yield from (told(compare, PROGRAMME, later) for later in (other, evolve(PROGRAMME, form=None)))


def _met() -> Iterator[str]:
    both = {"trained": YES, "years": Is.at_least(2)}
    made: tuple[tuple[Mapping[str, Any], Any], ...] = (
        *((FACTS, ({"trained": YES},)), (FACTS, (both, {"phase": Is.one_of("primary")})), (FACTS, ()), ({}, None)),
        *((FACTS, ({"trainde": YES}, {"phase": NO})), ({"a": Choice("?", ("x",))}, ({"a": 3},)), ({}, ({},))),
        ({"a": Count("?", 0, 10**4)}, ({"a": Is.at_most(3)},)),
    )
    yield from (told(Criterion.met_when, "c", Level.FORM, "C", *given, CLAUSE) for given in made)


PARTS: tuple[Callable[[], Iterator[str]], ...] = (
    *(_read, _answered, _taught, _read_off, _assessed, _asked_of_one, _formed, _met),
)
"""Every answer of this part of the API to the same calls, a line or more each."""
