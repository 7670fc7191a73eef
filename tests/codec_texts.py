"""Hypothesis strategies for what documents are made of: texts, plain values, and records by their annotations."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

from attrs import NOTHING, fields
from hypothesis import strategies as st

from mastery_programme import (
    URN,
    AcademicYear,
    DayRange,
    Days,
    FinancialYear,
    FrozenMapping,
    Is,
    Money,
    YearMonth,
)
from mastery_programme.facts import Value
from mastery_programme.months import first_day

T = TypeVar("T")
Strategy = st.SearchStrategy[Any]

UNSEEN: Final = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0" + "".join(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Letters, marks and signs that nobody sees."""

NAMES: Final = (
    *("Zoë O’Brien-Smith", "D'Arcy", "Þórdís Ólafsdóttir", "Nguyễn Văn A", "山田　太郎", "עֲבְרִית", "محمد بن علي"),
    *("می‌خواهم", "ශ්‍රී", "葛󠄀城", "👩 and 👨", "Łukasz", "e\N{COMBINING ACUTE ACCENT}lan", "a/b~c", "<b>&amp;", "=1+1"),
)
"""Names and words as people write them, also with what joins letters and chooses among their forms."""

_SEEN = st.characters(categories=("L", "M", "N", "P", "S"), include_characters=" \u3000", exclude_characters=UNSEEN)
LINES: Final[st.SearchStrategy[str]] = st.sampled_from(("", *NAMES)) | st.text(_SEEN, max_size=8)
FILLED: Final[st.SearchStrategy[str]] = st.sampled_from(NAMES) | st.text(_SEEN, min_size=1, max_size=8).filter(
    lambda text: any(one.isprintable() and one != " " for one in text)
)
PROSE: Final[st.SearchStrategy[str]] = LINES | st.lists(
    st.sampled_from(("\n", "\r\n", "\t", "\u00a0", "\u200b", "\u2029", "A line.", *NAMES)), max_size=4
).map("".join)
FILLED_PROSE: Final = PROSE.filter(lambda text: any(one.isprintable() and one != " " for one in text))
EMAILS: Final = st.sampled_from(("", "a.teacher@school.example", "ž@škola.example", "a+b@x.y", "'=1+1'@x.example"))

WHOLE: Final = st.integers(-(10**9), 10**9) | st.sampled_from((0, 1, -(10**9), 10**9))
VALUES: Final[st.SearchStrategy[Value]] = st.booleans() | WHOLE | LINES
DATES: Final = st.dates()
MONTHS: Final = st.builds(YearMonth, st.integers(1, 9998), st.integers(1, 12))
DAYS: Final = st.integers(0, 20_000).map(Days.of_half_days)
RANGES: Final = st.tuples(DAYS, DAYS).filter(lambda ends: ends[0] != ends[1]).map(lambda ends: DayRange(*sorted(ends)))
MONEY: Final = (st.integers(-(10**12), 10**12) | st.integers(-100, 100)).map(Money.pence)
MOMENTS: Final = st.builds(
    datetime.replace,
    st.datetimes(datetime(2, 1, 3), datetime(9998, 12, 29)),  # noqa: DTZ001 - the zone is put in below
    fold=st.just(0),
    tzinfo=st.integers(-24 * 60 + 1, 24 * 60 - 1).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)

CONDITIONS: Final = st.one_of(
    st.lists(VALUES, min_size=1, max_size=4).map(lambda values: Is.one_of(*values)),
    WHOLE.map(Is.at_least),
    WHOLE.map(Is.at_most),
    st.tuples(WHOLE, WHOLE).map(lambda ends: Is.between(*sorted(ends))),
)
SOME_VALUES: Final = st.one_of(
    st.lists(VALUES, max_size=4).map(tuple),
    st.tuples(st.integers(-5, 5), st.integers(0, 9)).map(lambda row: tuple(range(row[0], row[0] + row[1]))),
    st.lists(st.integers(0, 3) | st.booleans(), max_size=9).map(tuple),
)
"""Values of a fact, also whole numbers in a row, and some that are not in a row with others."""
SOME_VALUES_AT_LEAST_ONE: Final = SOME_VALUES.filter(bool)

KNOWN: Final[dict[Any, Strategy]] = {
    str: LINES,
    int: WHOLE,
    bool: st.booleans(),
    NoneType: st.none(),
    date: DATES,
    datetime: MOMENTS,
    YearMonth: MONTHS,
    Days: DAYS,
    DayRange: RANGES,
    Money: MONEY,
    URN: st.integers(100_000, 999_999).map(lambda number: URN(str(number))),
    AcademicYear: st.builds(AcademicYear, st.integers(1, 9998)),
    FinancialYear: st.builds(FinancialYear, st.integers(1, 9998)),
    Is: CONDITIONS,
    tuple[Value, ...]: SOME_VALUES,
}
"""The strategies of classes and annotations; those of records are put in as they are made."""


def values_of(annotation: Any) -> Strategy:
    """Values of an annotation."""
    if annotation in KNOWN:
        return KNOWN[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is UnionType:
        return st.one_of(*map(values_of, arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        several = arguments[1:] == (...,)
        return several_of(values_of(arguments[0])) if several else st.tuples(*map(values_of, arguments))
    if origin is FrozenMapping:
        return mappings_of(*map(values_of, arguments))
    return KNOWN.setdefault(annotation, terms_of(annotation))


def terms_of(cls: type[Enum]) -> Strategy:
    """The terms of a vocabulary."""
    return st.sampled_from(list(cls))


def among(things: Sequence[T]) -> st.SearchStrategy[T]:
    """One of some large things, whose strategy is not as large to show as they are."""
    return st.integers(0, len(things) - 1).map(lambda place: things[place])


def several_of(values: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """Some values in order."""
    return st.lists(values, max_size=most).map(tuple)


def mappings_of(keys: Strategy, values: Strategy) -> Strategy:
    """Mappings with some keys, in any order."""
    return st.dictionaries(keys, values, max_size=3).map(FrozenMapping)


def records_of(cls: type[Any], **own: Strategy) -> Strategy:
    """Records of a class: each attribute as is told here, or else as its annotation says; one with a default may lack.

    Args:
        cls: the class.
        **own: the strategies of attributes of which more is asked than their annotations say.
    """
    taken = [one for one in fields(cls) if one.init]
    parts = {one.name: own[one.name] if one.name in own else values_of(one.type) for one in taken}
    needed = {one.name: parts[one.name] for one in taken if one.default is NOTHING}
    others = {one.name: parts[one.name] for one in taken if one.default is not NOTHING}
    return KNOWN.setdefault(cls, st.fixed_dictionaries(needed, optional=others).map(lambda given: cls(**given)))


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value, or none."""
    return st.none() | values


def spans() -> st.SearchStrategy[tuple[date | YearMonth | None, date | YearMonth | None]]:
    """The beginning and the end of a post, in order, each a day, a month or not known."""
    ends = st.lists(DATES.filter(lambda day: day.year < 9999) | MONTHS, min_size=2, max_size=2)
    in_order: Strategy = ends.map(lambda given: tuple(sorted(given, key=first_day)))
    return in_order.flatmap(lambda pair: st.sampled_from([pair, (pair[0], None), (None, pair[1]), (None, None)]))
