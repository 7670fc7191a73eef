"""The application form as values: what a school sends, as it sent it.

Every answer can be None, which means that nobody gave it. That is neither "no" nor an empty text, and stays so.
"""

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import SupportsIndex

from attrs import field, frozen
from attrs.converters import optional

from mastery_programme.answers import Answers, is_email, number, series
from mastery_programme.errors import InvalidAnswer
from mastery_programme.hints import nearest
from mastery_programme.mappings import FrozenMapping
from mastery_programme.moments import comparable, has_offset, moment
from mastery_programme.months import YearMonth, first_day, last_day
from mastery_programme.records import Term
from mastery_programme.schools import URN, EstablishmentType, Phase

_AN_ADDRESS = "an address such as a.teacher@school.example"

MOST_YEARS = 100
"""Nobody has taught for longer."""


class Role(Term):
    """In which role somebody signs an application."""

    LEAD_TEACHER = "lead-teacher"
    HEAD_OF_DEPARTMENT = "head-of-department"
    NOMINATOR = "nominator"


def _urn(given: URN | str | None) -> URN | None:
    """A reference number, also given as its text; what is neither stays as it is, to be refused."""
    return URN(given) if isinstance(given, str) else given


def _phase(given: Phase | str | None) -> Phase | None:
    """A phase, also given as its name or code; what is neither stays as it is, to be refused."""
    return given if isinstance(given, Phase) or not isinstance(given, str) else Phase.parse(given)


def _type(given: EstablishmentType | str | None) -> EstablishmentType | None:
    """A type of establishment, also given as its name or code; what is neither stays as it is, to be refused."""
    if isinstance(given, EstablishmentType) or not isinstance(given, str):
        return given
    return EstablishmentType.parse(given)


def _role(given: Role | str) -> Role:
    """A role, also given as its text; raises `InvalidAnswer` for anything else."""
    if isinstance(given, Role):
        return given
    found = next((role for role in Role if isinstance(given, str) and role == given), None)
    if found is None:
        allowed = f"one of {', '.join(map(str, Role))}"
        raise InvalidAnswer("nobody signs in this role", given, allowed, nearest(given, map(str, Role)))
    return found


@frozen(eq=False, repr=False)
class School(Answers):
    """The school that nominates.

    Args:
        name: its name.
        urn: its reference number, also as text; None if it is not given, as a school may be without one.
        phase: its phase in the register, also as the register's name or code.
        establishment_type: its type in the register, also as the register's name or code.

    Raises:
        InvalidAnswer: for an answer of another type, or a phase or type that the register does not have.
        InvalidURN: for a text that is no reference number.

    Source:
        FRM-1 of Cohort 4.

    >>> School("Example School", "123456", phase="4", establishment_type="Academy converter").phase
    Phase.SECONDARY
    """

    name: str | None
    urn: URN | None = field(converter=_urn)
    phase: Phase | None = field(default=None, converter=_phase)
    establishment_type: EstablishmentType | None = field(default=None, converter=_type)


@frozen(eq=False, repr=False)
class Person(Answers):
    """Somebody whom the form names; FRM-3 of Cohort 4.

    Args:
        name: the name.
        email: the e-mail address, of which only the shape is checked.

    Raises:
        InvalidAnswer: for an answer of another type, or of another shape than an address has.
    """

    name: str | None = None
    email: str | None = None

    def _check(self) -> None:
        """Raise `InvalidAnswer` for an e-mail address of another shape."""
        if self.email and not is_email(self.email):
            raise self._refused("email", self.email, _AN_ADDRESS)


@frozen(eq=False, repr=False)
class Award(Answers):
    """An award or a role beside the current one; FRM-4 of Cohort 4.

    Args:
        title: its name, as written.
        awarded_on: when it was awarded, as far as that is known.
        kind: which of the kinds that the edition knows it is, such as ``"mathematics-sle"``; None if nobody said.

    Raises:
        InvalidAnswer: for an answer of another type.
    """

    title: str | None
    awarded_on: date | YearMonth | None = None
    kind: str | None = None


@frozen(eq=False, repr=False)
class Post(Answers):
    """A post that somebody held or holds; FRM-5 of Cohort 4.

    Args:
        school: where.
        position: the position, as written.
        started_on: its first day or month.
        ended_on: its last day or month; None for a post that is held still.
        subject: what was taught, as written.

    Raises:
        InvalidAnswer: for an answer of another type, or an end before the beginning.
    """

    school: str | None = None
    position: str | None = None
    started_on: date | YearMonth | None = None
    ended_on: date | YearMonth | None = None
    subject: str | None = None

    def _check(self) -> None:
        """Raise `InvalidAnswer` for an end before the beginning."""
        if self.started_on is not None and self.ended_on is not None:
            start, end = first_day(self.started_on), last_day(self.ended_on)
            if end < start:
                raise self._refused("ended_on", str(self.ended_on), f"not before it began, {self.started_on}")


def _written(given: str | SupportsIndex | None) -> str | int | None:
    """A year as text, or as a whole number in Python's own type."""
    return given if isinstance(given, str) else number(given)


@frozen(eq=False, repr=False)
class Development(Answers):
    """Professional development in mathematics; FRM-6 of Cohort 4.

    Args:
        year: when, as written; a calendar year may be a whole number.
        activity: the activity or programme.

    Raises:
        InvalidAnswer: for an answer of another type, or a number that is no calendar year.
    """

    year: str | int | None = field(converter=_written)
    activity: str | None

    def _check(self) -> None:
        """Raise `InvalidAnswer` for a number that is no calendar year."""
        if isinstance(self.year, int) and not MINYEAR <= self.year <= MAXYEAR:
            raise self._refused("year", self.year, "text, or a calendar year")


@frozen(eq=False, repr=False)
class Signature(Answers):
    """Somebody's signature in one role; FRM-9 of Cohort 4.

    Args:
        role: the role; who holds several signs in each.
        name: the name signed.
        signed_on: the day, if it is given.

    Raises:
        InvalidAnswer: for an answer of another type, or an unknown role.
    """

    role: Role = field(converter=_role)
    name: str | None
    signed_on: date | None = None


@frozen(eq=False, repr=False)
class LeadTeacher(Answers):
    """The nominated teacher; FRM-2 and FRM-4 to FRM-6 of Cohort 4.

    Args:
        name: the name.
        email: the e-mail address, of which only the shape is checked.
        ncetm_username: the name of the account with the NCETM.
        qts: whether the teacher holds Qualified Teacher Status.
        years_teaching: how many years of teaching, of any subject, the form says; from 0 to 100.
        teaching_groups: the likely teaching groups, as written.
        current_role: the current role, as written.
        awards: other awards and roles.
        teaching_history: the posts, the most recent first.
        professional_development: professional development in mathematics.

    Raises:
        InvalidAnswer: for an answer of another type, or out of bounds.
    """

    name: str | None = None
    email: str | None = None
    ncetm_username: str | None = None
    qts: bool | None = None
    years_teaching: int | None = field(default=None, converter=number)
    teaching_groups: str | None = None
    current_role: str | None = None
    awards: tuple[Award, ...] | None = field(default=None, converter=series)
    teaching_history: tuple[Post, ...] | None = field(default=None, converter=series)
    professional_development: tuple[Development, ...] | None = field(default=None, converter=series)

    def _check(self) -> None:
        """Raise `InvalidAnswer` for an e-mail address of another shape, and for years out of bounds."""
        if self.email and not is_email(self.email):
            raise self._refused("email", self.email, _AN_ADDRESS)
        if self.years_teaching is not None and not 0 <= self.years_teaching <= MOST_YEARS:
            raise self._refused("years_teaching", self.years_teaching, f"from 0 to {MOST_YEARS}")


_NO_STATEMENTS: FrozenMapping[str, str] = FrozenMapping()


def _texts(given: Mapping[str, str]) -> FrozenMapping[str, str]:
    """Texts by name as an immutable mapping."""
    if given is _NO_STATEMENTS:
        return _NO_STATEMENTS
    statements = FrozenMapping(given if isinstance(given, Mapping) else {"": given})
    if not all(name and type(name) is type(text) is str for name, text in statements.items()):
        raise InvalidAnswer("Application.other_statements cannot be this", given, "texts by the names of statements")
    return statements


@frozen(eq=False, repr=False)
class Application(Answers):
    """One application, as a school sent it or as far as it has filled it in.

    Args:
        programme: the id of the edition that it is for.
        school: the school.
        hub: the name of the Maths Hub, if known.
        lead_teacher: the nominated teacher.
        head_of_department: the head of department.
        nominator: the head teacher or senior leader who nominates.
        lead_teacher_statement: the teacher's statement, as written.
        nominator_statement: the nominator's statement, as written.
        signatures: all signatures; whoever is not among them has not signed. None if nobody has told.
        copied_to_head_teacher: whether the application was copied to the head teacher.
        submitted_at: the moment at which it was sent, with its offset from UTC.
        other_statements: further statements by name, for editions that ask for more than these two.

    Raises:
        InvalidAnswer: for an answer of another type, or a moment without an offset.

    Source:
        FRM-1 to FRM-9, APP-1 and APP-2 of Cohort 4.
    """

    programme: str
    school: School | None = None
    hub: str | None = None
    lead_teacher: LeadTeacher | None = None
    head_of_department: Person | None = None
    nominator: Person | None = None
    lead_teacher_statement: str | None = None
    nominator_statement: str | None = None
    signatures: tuple[Signature, ...] | None = field(default=None, converter=series)
    copied_to_head_teacher: bool | None = None
    submitted_at: datetime | None = field(default=None, converter=optional(moment), eq=comparable)
    other_statements: FrozenMapping[str, str] = field(default=_NO_STATEMENTS, converter=_texts, kw_only=True)

    def _check(self) -> None:
        """Raise `InvalidAnswer` for a moment without an offset."""
        if self.submitted_at is not None and not has_offset(self.submitted_at):
            clock = self.submitted_at.replace(tzinfo=None).isoformat()
            raise self._refused("submitted_at", clock, "a moment with its offset from UTC")
