"""Rows out and in again: every application that a row can tell comes back equal, through a table as text."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    URN,
    Application,
    Award,
    Development,
    EstablishmentType,
    LeadTeacher,
    Person,
    Phase,
    Post,
    Role,
    School,
    Signature,
    YearMonth,
)
from mastery_programme.codec import from_rows, to_rows
from tests.row_reading import reread

T = TypeVar("T")

UNHURRIED = settings(deadline=None)
SIGNS = "abyesnotruflABYES ÁßıΩŁ中の\N{IDEOGRAPHIC SPACE}نमि0123456789.,;:'’\"-–=+@&<>/%_()"
"""Letters of several scripts, the digits, spaces, and what means something in a table or to a spreadsheet."""


def said(text: str) -> bool:
    """Whether a text says something; a blank one is a blank cell, which tells nothing."""
    return bool(text.strip())


def no_number(text: str) -> bool:
    """Whether a text is not read as a whole number, as the year of a development is where it can be."""
    return not text.strip().removeprefix("-").isdecimal()


def told(part: Any) -> bool:
    """Whether anything in a part is told; of one in which all is None nothing stands in a row, not even the part."""
    return any(getattr(part, name) is not None for name in part.__slots__ if not name.startswith("__"))


def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Values, or None."""
    return st.none() | strategy


TEXTS = st.text(SIGNS, min_size=1, max_size=12).filter(said)
PROSE = st.text(f"{SIGNS}\n\r\t", min_size=1, max_size=40).filter(said)
NAMES = TEXTS.map(lambda text: text.replace(".", "").strip()).filter(said)
"""Of statements: a point would lead further, and spaces around a name are stray ones."""

LINES = some(TEXTS)
EMAILS = some(st.sampled_from(["a@school.example", "=a+b@school.example", "é@schule.example"]))
MONTHS = st.builds(YearMonth, st.integers(1950, 2050), st.integers(1, 12))
DAYS = st.dates(date(1950, 1, 1), date(2050, 1, 1))
DATES = some(DAYS | MONTHS)
ZONES = st.sampled_from([UTC, *(timezone(timedelta(minutes=minutes)) for minutes in (60, -330, 1439))])
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2050, 1, 1), timezones=ZONES)  # noqa: DTZ001 - bounds of clocks


@st.composite
def posts(draw: st.DrawFn) -> Post:
    """Posts that end after they began."""
    first, second = sorted((draw(DAYS), draw(DAYS)))
    began = draw(st.sampled_from([None, first, YearMonth(first.year, first.month)]))
    ended = draw(st.sampled_from([None, second, YearMonth(second.year, second.month)]))
    return Post(draw(LINES), draw(LINES), began, ended, draw(LINES))


def series(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...] | None]:
    """None, or up to three parts in which something is told."""
    return some(st.lists(items.filter(told), max_size=3).map(tuple))


PEOPLE = some(st.builds(Person, LINES, EMAILS).filter(told))
NUMBERS = st.integers(100_000, 999_999).map(lambda number: URN(str(number)))
PHASES, TYPES = st.sampled_from(Phase), st.sampled_from(EstablishmentType)
SCHOOLS = st.builds(School, LINES, some(NUMBERS), some(PHASES), some(TYPES))
TEACHERS = st.builds(
    LeadTeacher,
    *(LINES, EMAILS, LINES, some(st.booleans()), some(st.integers(0, 100)), LINES, LINES),
    series(st.builds(Award, LINES, DATES, LINES)),
    series(posts()),
    series(st.builds(Development, some(TEXTS.filter(no_number) | st.integers(1, 9999)), LINES)),
)
APPLICATIONS = st.builds(
    Application,
    *(TEXTS, some(SCHOOLS.filter(told)), LINES, some(TEACHERS.filter(told)), PEOPLE, PEOPLE, some(PROSE), some(PROSE)),
    series(st.builds(Signature, st.sampled_from(Role), LINES, some(DAYS))),
    *(some(st.booleans()), some(MOMENTS)),
    other_statements=st.dictionaries(NAMES, PROSE, max_size=3),
)
"""Applications that a row can tell: without texts that say nothing, years of developments that are digits as text,
parts in which all is None, and names of statements with points or with spaces around them."""


class TestApplications:
    """Applications of all sorts, with few answers and with many."""

    @UNHURRIED
    @given(st.lists(APPLICATIONS, min_size=1, max_size=3))
    def test_what_is_written_to_a_table_comes_back_equal(self, applications: list[Application]) -> None:
        """Whatever columns the others need."""
        assert applications == reread(applications)

    @UNHURRIED
    @given(APPLICATIONS)
    def test_the_order_of_the_columns_does_not_matter(self, application: Application) -> None:
        """Somebody may have moved them."""
        (row,) = to_rows([application])
        assert [application] == list(from_rows([dict(reversed(row.items()))], Application))

    @UNHURRIED
    @given(APPLICATIONS)
    def test_rows_written_twice_are_the_same(self, application: Application) -> None:
        """And so are those of what was read from them."""
        first = to_rows([application])
        assert first == to_rows([application]) == to_rows(from_rows(first, Application))
