"""Every flaw of an application form: what it asks for, what is read off it, and the table of establishments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mastery_programme.application import Role
from mastery_programme.facts import Choice, Count, Fact, YesNo
from mastery_programme.forms import ApplicationForm, EstablishmentGroup, FormReading, Reads
from mastery_programme.hints import Hints
from mastery_programme.parts import Milestone
from mastery_programme.places import types_at
from mastery_programme.validation import repeated

_KINDS: dict[Reads, tuple[type, ...]] = {
    Reads.ANSWER: (YesNo, Choice, Count),
    Reads.AWARD: (YesNo,),
    Reads.OTHER_AWARDS: (YesNo,),
    Reads.YEARS_TAUGHT: (Count,),
    Reads.WORDS: (Count,),
    Reads.SENT_BY: (YesNo,),
    Reads.SIGNED_BY: (YesNo,),
    Reads.BLANKS: (Count,),
    Reads.STATE_FUNDED: (YesNo,),
    Reads.PHASE: (Choice,),
}
"""Of which kinds the facts are that are read in each way."""

_TYPES: dict[type, type] = {YesNo: bool, Choice: str, Count: int}
"""Of which type an answer is that a fact of each kind takes as it stands."""

_OF_ONE = {Reads.ANSWER, Reads.WORDS, Reads.SENT_BY, Reads.SIGNED_BY}
_OF_SOME = {Reads.AWARD, Reads.OTHER_AWARDS, Reads.YEARS_TAUGHT}
_OF_NONE = {Reads.BLANKS, Reads.STATE_FUNDED, Reads.PHASE}


def form_flaws(form: ApplicationForm, facts: Mapping[str, Fact], milestones: Sequence[Milestone]) -> Iterator[str]:
    """Everything in which a form contradicts itself or the edition that it is of."""
    yield from repeated("the form field", (field.id for field in form.fields))
    yield from repeated("the reading of", (reading.id for reading in form.readings))
    yield from repeated("the line of establishments", (line.id for line in form.establishments))
    yield from repeated("the type of establishment", (str(kind) for line in form.establishments for kind in line.types))
    for field in form.fields:
        if not types_at(field.id):
            yield f"form field {field.id!r}: an application has no such place"
    dated, hints = {milestone.id: milestone for milestone in milestones}, Hints()
    for what, id in (("apply-by", form.apply_by), ("notify-by", form.notify_by)):
        if id not in dated:
            yield f"form, {what}: there is no milestone {id!r}{hints.said(id, dated)}"
    if form.apply_by in dated and dated[form.apply_by].at is None:
        yield f"form, apply-by: the milestone {form.apply_by!r} has to be a moment"
    for reading in form.readings:
        yield from _reading_flaws(reading, facts, dated, hints)
    yield from _phases_unknown(form.readings, form.establishments, facts)


def _reading_flaws(
    reading: FormReading, facts: Mapping[str, Fact], milestones: Mapping[str, Milestone], hints: Hints
) -> Iterator[str]:
    """What is wrong with one reading."""
    where = f"form, reading of {reading.id!r}"
    fact = facts.get(reading.id)
    if fact is None:
        yield f"{where}: there is no such fact{hints.said(reading.id, facts)}"
    elif not isinstance(fact, _KINDS[reading.reads]):
        yield f"{where}: a fact that is {fact.allowed} cannot be read as {reading.reads.value!r}"
    elif fact.judged and reading.reads is not Reads.OTHER_AWARDS:
        yield f"{where}: a judged fact is never read off a form"
    number = next((words for words, fits in _numbers(reading) if not fits), None)
    if number is not None:
        yield f"{where}: {reading.reads.value!r} is read of {number}"
        return
    for of in reading.of:
        yield from _of_nothing(where, reading.reads, of, milestones, hints)
        if reading.reads is Reads.ANSWER and fact is not None and types_at(of) - {_TYPES[type(fact)]}:
            yield f"{where}: what is answered in {of!r} is not {fact.allowed}"


def _numbers(reading: FormReading) -> Iterator[tuple[str, bool]]:
    """Of how many things its way of reading reads, in words, and whether this one does."""
    yield "one thing", reading.reads not in _OF_ONE or len(reading.of) == 1
    yield "at least one thing", reading.reads not in _OF_SOME or len(reading.of) > 0
    yield "nothing", reading.reads not in _OF_NONE or not reading.of


def _of_nothing(where: str, reads: Reads, of: str, milestones: Mapping[str, Milestone], hints: Hints) -> Iterator[str]:
    """What is read of a place, a role or a milestone that there is not."""
    if reads in {Reads.ANSWER, Reads.WORDS} and not types_at(of):
        yield f"{where}: an application has no place {of!r}"
    elif reads is Reads.WORDS and types_at(of) != frozenset({str}):
        yield f"{where}: {of!r} is no place for a text"
    if reads is Reads.SIGNED_BY and of not in set(Role):
        yield f"{where}: nobody signs as {of!r}{hints.said(of, tuple(map(str, Role)))}"
    if reads is Reads.SENT_BY and (of not in milestones or milestones[of].at is None):
        yield f"{where}: {of!r} is no milestone that is a moment"


def _phases_unknown(
    readings: Iterable[FormReading], lines: Iterable[EstablishmentGroup], facts: Mapping[str, Fact]
) -> Iterator[str]:
    """Phases in the table of establishments that the fact cannot be."""
    read = [facts[reading.id] for reading in readings if reading.reads is Reads.PHASE and reading.id in facts]
    told = [(line.id, phase, value) for line in lines for phase, value in line.phases.items()]
    for id, phase, value in told:
        for fact in read:
            if fact.taken(value) is None:
                yield f"form, establishments {id!r}: {phase} cannot be {value!r}, only {fact.allowed}"
