"""Which facts a form states: only what it says, and nothing of what is written in its texts."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple, cast

from mastery_programme.application import MOST_YEARS, Application, LeadTeacher, School
from mastery_programme.errors import InvalidArgument, UnknownHub, WrongEdition
from mastery_programme.evidence import Evidence, Origin
from mastery_programme.facts import Value
from mastery_programme.forms import ApplicationForm, EstablishmentGroup, FormField, FormReading, Reads
from mastery_programme.hints import nearest_said
from mastery_programme.moments import instant
from mastery_programme.months import YearMonth, first_day
from mastery_programme.places import answer_at
from mastery_programme.programme import Programme, check_programme
from mastery_programme.teaching import years_taught
from mastery_programme.words import count_words, folded

_NOBODY = LeadTeacher()
_UNITS = (("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1)))


class _Asked(NamedTuple):
    """What is read, of which form, for which edition."""

    programme: Programme
    form: ApplicationForm
    application: Application
    reading: FormReading

    @property
    def teacher(self) -> LeadTeacher:
        """The lead teacher, with no answers if nobody is named."""
        return self.application.lead_teacher or _NOBODY

    def says(self, value: Value | None, note: str = "", between: tuple[int, int | None] | None = None) -> Evidence:
        """What the form says: a value, or None where it leaves the fact open, and what else there is to say."""
        return Evidence(self.reading.id, value, Origin.FORM, note, self.reading.source.clause, between)


def read_form(programme: Programme, application: Application) -> tuple[Evidence, ...]:
    """What a form says of the facts of an edition, in the order of the form's readings.

    Args:
        programme: the edition.
        application: the form, as far as it is filled in.

    Returns:
        Evidence for each fact of which the form says anything; its value is None where the form does not settle it.

    Raises:
        InvalidArgument: if these are no programme and application.
        WrongEdition: if the application is to another edition.

    Source:
        FRM-1 to FRM-9, APP-1, APP-2, APP-5, and how Cohort 4 reads OPEN-6, OPEN-7, OPEN-13 and OPEN-17.

    >>> from mastery_programme import SECONDARY_COHORT_4, Application, LeadTeacher
    >>> form = Application("secondary-2019", lead_teacher=LeadTeacher(qts=True), lead_teacher_statement="Well-read.")
    >>> [str(evidence) for evidence in read_form(SECONDARY_COHORT_4, form)][:2]
    ['the form, FRM-4: yes', 'the form, FRM-7: 1, words by our count']
    """
    check_edition(programme, application)
    if programme.form is None:
        return ()
    asked = (_Asked(programme, programme.form, application, reading) for reading in programme.form.readings)
    said = (_READERS[one.reading.reads](one) for one in asked)
    return tuple(evidence for evidence in said if evidence is not None)


def check_edition(programme: Programme, application: Application) -> None:
    """Raise unless these are an edition and an application to it."""
    check_programme(programme)
    if not isinstance(application, Application):
        raise InvalidArgument("not an application", application, "an Application")
    if application.programme != programme.id:
        raise WrongEdition("an application to another edition", application.programme, f"one to {programme.id!r}")


def _answer(asked: _Asked) -> Evidence | None:
    """The answer in a field, if the fact can have it."""
    answer = answer_at(asked.application, asked.reading.of[0])
    if answer is None:
        return None
    fact = asked.programme.facts[asked.reading.id]
    value = fact.taken(answer)
    return asked.says(value, "" if value is not None else f"{answer!s:.80} is not {fact.allowed}")


def _kind(name: str) -> str:
    """A kind of award without what people vary."""
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _award(asked: _Asked) -> Evidence | None:
    """Yes if an award of these kinds is listed; one of a day to come settles nothing."""
    kinds = set(map(_kind, asked.reading.of))
    listed = [award for award in asked.teacher.awards or () if award.kind is not None and _kind(award.kind) in kinds]
    latest, event = _latest(asked)
    held = [award for award in listed if award.awarded_on is None or first_day(award.awarded_on) <= latest]
    if not listed:
        return None
    told = "; ".join(_award_said(award.title, award.awarded_on) for award in held or listed)
    return asked.says(True, told) if held else asked.says(None, f"{told}: dated after {event}")


def _award_said(title: str | None, awarded_on: date | YearMonth | None) -> str:
    """An award in words."""
    return f"{title or 'an award without a title'}{'' if awarded_on is None else f', {awarded_on}'}"


def _latest(asked: _Asked) -> tuple[date, str]:
    """The day after which an award is one to come, and what that day is."""
    sent = asked.application.submitted_at
    if sent is None:
        return asked.programme.years[0].academic_year.start, "the programme began"
    return sent.astimezone(deadline(asked.programme, asked.form.apply_by).tzinfo).date(), "the form was sent"


def deadline(programme: Programme, milestone: str) -> datetime:
    """The moment of a milestone by which a form is sent; the edition was checked to have one."""
    return cast("datetime", programme.milestone(milestone).at)


def _other_awards(asked: _Asked) -> Evidence | None:
    """Awards of other kinds, and of none: whether they count is not read off a form."""
    kinds = set(map(_kind, asked.reading.of))
    others = [award for award in asked.teacher.awards or () if award.kind is None or _kind(award.kind) not in kinds]
    told = "; ".join(_award_said(award.title or award.kind, award.awarded_on) for award in others)
    return asked.says(None, f"lists {told}") if others else None


def _years_taught(asked: _Asked) -> Evidence | None:
    """The completed years in posts of a subject, before the first day of the programme."""
    posts = asked.teacher.teaching_history
    if not posts:
        return None
    start = asked.programme.years[0].academic_year.start
    least, most = years_taught(posts, start, asked.reading.of)
    note = f"completed years in the posts listed, before {start.isoformat()}"
    if least == most:
        return asked.says(least, note)
    return asked.says(None, f"{note}, as far as their dates and subjects are stated", (least, most))


def _words(asked: _Asked) -> Evidence | None:
    """The words of a statement."""
    statement = answer_at(asked.application, asked.reading.of[0])
    return asked.says(count_words(statement), "words by our count") if isinstance(statement, str) else None


def _sent_by(asked: _Asked) -> Evidence | None:
    """Whether the form was sent by a milestone; the moment of the milestone is in time."""
    sent, last = asked.application.submitted_at, deadline(asked.programme, asked.reading.of[0])
    if sent is None:
        return None
    in_zone = sent.astimezone(last.tzinfo).isoformat(sep=" ")
    late = instant(sent) - instant(last)
    if late <= timedelta(0):
        return asked.says(True, f"sent {in_zone}")
    return asked.says(False, f"sent {in_zone}, {_lapse(late)} after the deadline")


def _lapse(lapse: timedelta) -> str:
    """A length of time in words, its parts below a minute as less than one."""
    parts: list[str] = []
    for unit, length in _UNITS:
        number, lapse = divmod(lapse, length)
        parts += [f"{number} {unit}{'' if number == 1 else 's'}"] if number else []
    return " ".join(parts) or "less than a minute"


def _signed_by(asked: _Asked) -> Evidence | None:
    """Whether a role is among the signatures."""
    if asked.application.signatures is None:
        return None
    names = [signature.name for signature in asked.application.signatures if signature.role == asked.reading.of[0]]
    signed = [name for name in names if name is not None and name.strip()]
    if signed:
        return asked.says(True, f"signed by {' and '.join(signed)}")
    return None if None in names else asked.says(False, "no signature")


def blanks(form: ApplicationForm, application: Application) -> tuple[FormField, ...]:
    """The required fields of a form that have no answer, or an empty one."""
    return tuple(field for field in form.fields if field.required and _blank(answer_at(application, field.id)))


def _blank(answer: object) -> bool:
    """Whether there is no answer, or one that says nothing."""
    return answer is None or answer == () or (isinstance(answer, str) and not answer.strip())


def _blanks(asked: _Asked) -> Evidence:
    """How many required fields have no answer."""
    missing = blanks(asked.form, asked.application)
    told = f"without an answer: {', '.join(field.label for field in missing)}" if missing else ""
    return asked.says(len(missing), told)


def _line_of(asked: _Asked, school: School) -> EstablishmentGroup | None:
    """The line of the table of establishments in which the school's type stands."""
    return next((line for line in asked.form.establishments if school.establishment_type in line.types), None)


def _registered(school: School) -> str:
    """What the form says of the school's type and phase, in words."""
    return f"{school.establishment_type or 'type not stated'}; {school.phase or 'phase not stated'}"


def _state_funded(asked: _Asked) -> Evidence | None:
    """Whether the school's type is state-funded."""
    school = asked.application.school
    if school is None or school.establishment_type is None:
        return None
    line = _line_of(asked, school)
    told = f"{_registered(school)}: {'a type that the table does not have' if line is None else line.id}"
    if line is None or line.state_funded is None:
        return asked.says(None, f"{told}; for the hub to say")
    return asked.says(line.state_funded, told)


def _phase(asked: _Asked) -> Evidence | None:
    """The school's phase, as the edition reads it for the school's type."""
    school = asked.application.school
    if school is None or school.phase is None:
        return None
    line = _line_of(asked, school)
    value = None if line is None else line.phases.get(school.phase)
    return asked.says(value, f"{_registered(school)}{'' if value is not None else '; for the hub to say'}")


_READERS: dict[Reads, Callable[[_Asked], Evidence | None]] = {
    Reads.ANSWER: _answer,
    Reads.AWARD: _award,
    Reads.OTHER_AWARDS: _other_awards,
    Reads.YEARS_TAUGHT: _years_taught,
    Reads.WORDS: _words,
    Reads.SENT_BY: _sent_by,
    Reads.SIGNED_BY: _signed_by,
    Reads.BLANKS: _blanks,
    Reads.STATE_FUNDED: _state_funded,
    Reads.PHASE: _phase,
}


def remarks(programme: Programme, application: Application) -> tuple[str, ...]:
    """What is odd about a form and changes no answer: a hub unknown by its name, a signature in another name."""
    told: list[str] = []
    if application.hub is not None and application.hub.strip():
        try:
            programme.hub(application.hub)
        except UnknownHub as error:
            told.append(f"On the hub: {error}.")
    people = {
        "lead-teacher": application.lead_teacher,
        "head-of-department": application.head_of_department,
        "nominator": application.nominator,
    }
    for signature in application.signatures or ():
        person = people[signature.role]
        named = None if person is None else person.name
        if named and signature.name and folded(named) != folded(signature.name):
            told.append(
                f"The {signature.role.replace('-', ' ')} signed as {signature.name!r}, and is named as {named!r}."
            )
    return (*told, *_unknown_kinds(programme, application), *_odd_posts(programme, application))


def _unknown_kinds(programme: Programme, application: Application) -> Iterator[str]:
    """Awards of a kind that the edition does not know, and so may have been misspelt."""
    readings = () if programme.form is None else programme.form.readings
    kinds = {_kind(kind): kind for one in readings if one.reads is Reads.AWARD for kind in one.of}
    for award in (application.lead_teacher or _NOBODY).awards or ():
        if kinds and award.kind is not None and _kind(award.kind) not in kinds:
            near = nearest_said(award.kind, kinds.values())
            yield f"The edition knows no awards of the kind {award.kind!r:.90}{near}."


def _odd_posts(programme: Programme, application: Application) -> Iterator[str]:
    """Several posts that are held still, and posts of another century."""
    posts = (application.lead_teacher or _NOBODY).teaching_history or ()
    held = sum(post.started_on is not None and post.ended_on is None for post in posts)
    if held > 1:
        yield f"{held} posts have no end, and are counted as held still."
    began = programme.years[0].academic_year.first
    for post in posts:
        if post.started_on is not None and began - post.started_on.year > MOST_YEARS:
            yield f"A post began in the year {post.started_on.year}."
