"""Plain values in documents: each is of one type of JSON, and nothing is made into another."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mastery_programme import (
    URN,
    AcademicYear,
    Application,
    Award,
    Choice,
    Count,
    DayRange,
    Days,
    Development,
    FinancialYear,
    Judgement,
    LeadTeacher,
    Money,
    Person,
    Phase,
    Role,
    School,
    Signature,
    YearMonth,
    YesNo,
)
from mastery_programme.codec import InvalidDocument, from_dict
from tests.document_reading import message, problems
from tests.oddities import HUGE, NO_NUMBERS, Hostile

Reading = Callable[[Any], Any]


class Texts(str):
    """A subclass of text."""

    __slots__ = ()


class Numbers(int):
    """A subclass of whole numbers."""

    __slots__ = ()


class Terms(StrEnum):
    """Terms of a program that embeds the library."""

    SECONDARY = "Secondary"


class Ones(IntEnum):
    """Numbers of such a program."""

    ONE = 1


class Lists(list[object]):
    """A subclass of lists."""

    __slots__ = ()


def within(cls: type[Any], key: str, **base: object) -> tuple[Reading, str]:
    """How the value under a key of an object is read, and where that is."""
    return lambda raw: getattr(from_dict({**base, key: raw}, cls), key), f"/{key}"


def alone(cls: type[Any]) -> tuple[Reading, str]:
    """How a document that is one plain value is read, and where that is."""
    return lambda raw: from_dict(raw, cls), ""


SCHOOL = {"name": None, "urn": None}
COUNT = {"kind": "count", "ask": "How many?", "high": 10**9}
JUDGEMENT = {"fact": "passion", "by": "Bea", "on": "2019-05-20"}

TEXTUAL = [
    pytest.param(*within(Person, "name"), "Ada", "Ada", id="a name"),
    pytest.param(*within(Application, "nominator_statement", programme="x"), "Ada\n", "Ada\n", id="prose"),
    pytest.param(*within(Application, "programme"), "x", "x", id="a text that has to be there"),
    pytest.param(*within(Person, "email"), "a@b.c", "a@b.c", id="an e-mail address"),
    pytest.param(*within(School, "phase", **SCHOOL), "Secondary", Phase.SECONDARY, id="a term"),
    pytest.param(*within(Signature, "role", name=None), "nominator", Role.NOMINATOR, id="a term that has to be there"),
    pytest.param(
        *within(Signature, "signed_on", role="nominator", name=None), "2019-04-26", date(2019, 4, 26), id="day"
    ),
    pytest.param(*within(Award, "awarded_on", title=None), "2019-04", YearMonth(2019, 4), id="a day or a month"),
    pytest.param(
        *within(Application, "submitted_at", programme="x"),
        "2019-04-26T17:00:00Z",
        datetime(2019, 4, 26, 17, tzinfo=UTC),
        id="a moment",
    ),
    pytest.param(*within(School, "urn", name=None), "123456", URN("123456"), id="a reference number"),
    pytest.param(*alone(URN), "123456", URN("123456"), id="a reference number by itself"),
    pytest.param(*alone(Phase), "Secondary", Phase.SECONDARY, id="a term by itself"),
    pytest.param(*alone(Days), "4.5", Days("4.5"), id="days"),
    pytest.param(*alone(DayRange), "12 to 37", DayRange(12, 37), id="a range of days"),
    pytest.param(*alone(Money), "200.50", Money("200.50"), id="money"),
    pytest.param(*alone(AcademicYear), "2019/20", AcademicYear(2019), id="an academic year"),
    pytest.param(*alone(FinancialYear), "2019-20", FinancialYear(2019), id="a financial year"),
    pytest.param(*alone(YearMonth), "2019-04", YearMonth(2019, 4), id="a month"),
]
"""What is written as text: how it is read, where, a text, and what it stands for."""

FLAGS = [
    pytest.param(*within(LeadTeacher, "qts"), id="an answer"),
    pytest.param(*within(YesNo, "judged", kind="yes-no", ask="Is it?"), id="a mark"),
]
WHOLES = [
    pytest.param(*within(LeadTeacher, "years_teaching"), 0, 100, id="years of teaching"),
    pytest.param(*within(Count, "low", **COUNT), 10**9 - 99_999, 10**9, id="a bound that is near the greatest"),
    pytest.param(
        *within(Count, "high", kind="count", ask="How many?", low=-(10**9)), -(10**9), -(10**9) + 99_999, id="low"
    ),
    pytest.param(*within(Development, "year", activity=None), 1, 9999, id="a calendar year"),
    pytest.param(*within(Judgement, "holds", **JUDGEMENT), -(10**9), 10**9, id="the value of a fact"),
]

NOT_OF_JSON = [
    pytest.param((1,), id="a tuple"),
    pytest.param({1}, id="a set"),
    pytest.param(b"Ada", id="bytes"),
    pytest.param(1.0, id="a float that is whole"),
    pytest.param(float("nan"), id="a float that is no number"),
    pytest.param(float("inf"), id="an endless float"),
    pytest.param(Decimal(1), id="a Decimal"),
    pytest.param(Decimal("1E+999999"), id="a Decimal of a million digits"),
    pytest.param(date(2019, 4, 26), id="a date"),
    pytest.param(datetime(2019, 4, 26, 17, tzinfo=UTC), id="a datetime"),
    pytest.param(Days("4.5"), id="days"),
    pytest.param(URN("123456"), id="a reference number"),
    pytest.param(Phase.SECONDARY, id="a term of ours, which is equal to its text"),
    pytest.param(Terms.SECONDARY, id="a term of another program"),
    pytest.param(Texts("Secondary"), id="a subclass of text"),
    pytest.param(Numbers(1), id="a subclass of whole numbers"),
    pytest.param(Ones.ONE, id="a term that is a number"),
    pytest.param(Lists(), id="a subclass of lists"),
    pytest.param(OrderedDict(a=1), id="a subclass of dicts"),
    pytest.param(np.str_("Secondary"), id="a text of numpy"),
    pytest.param(np.int64(1), id="a number of numpy"),
    pytest.param(np.True_, id="the yes of numpy"),
    pytest.param(pd.Timestamp("2019-04-26T17:00:00Z"), id="a moment of pandas"),
    pytest.param(pd.NA, id="the missing value of pandas"),
    pytest.param(pd.NaT, id="the missing moment of pandas"),
    pytest.param(Person, id="a class"),
    pytest.param(Person("Ada"), id="a value of ours"),
    pytest.param(Hostile(), id="what breaks when it is shown"),
]
"""What no JSON holds, though much of it is equal to what JSON holds."""

NO_TEXT = [
    pytest.param(True, id="yes"),
    pytest.param(0, id="nought"),
    pytest.param(123_456, id="a number"),
    pytest.param(20_190_426, id="a day as a number"),
    pytest.param(HUGE, id="a million digits"),
    pytest.param([], id="no items"),
    pytest.param(["Secondary"], id="a list of a text"),
    pytest.param({"value": "Secondary"}, id="an object"),
]
NEARLY_TRUE: tuple[object, ...] = (0, 1, "", "true", "True", "yes", "no", "1", [], [True], {})
NEARLY_WHOLE: tuple[object, ...] = (True, False, "", "1", "4", "one", [], [1], {})
NO_FLAG = [pytest.param(one, id=repr(one)) for one in NEARLY_TRUE]
NO_WHOLE = [
    *(pytest.param(one, id=repr(one)) for one in NEARLY_WHOLE),
    *(one for one in NO_NUMBERS if one.values[0] is not None and type(one.values[0]) is not int),
]


def refusal(read: Reading, raw: object) -> tuple[str, str, str]:
    """The only problem with a value: where, of which code, and in which words."""
    with pytest.raises(InvalidDocument) as error:
        read(raw)
    (problem,) = error.value.problems
    return problem.path, problem.code, problem.message


@pytest.mark.parametrize(("read", "path", "text", "value"), TEXTUAL)
class TestText:
    """Whatever is written as text."""

    def test_a_text_is_read(self, read: Reading, path: str, text: str, value: object) -> None:
        """As a value of its own type."""
        assert (value, type(value)) == (read(text), type(read(text)))

    @pytest.mark.parametrize("raw", [*NO_TEXT, *NOT_OF_JSON])
    def test_nothing_but_text_is_read(self, read: Reading, path: str, text: str, value: object, raw: object) -> None:
        """Not even what would be equal to a text, or what a text stands for."""
        where, code, told = refusal(read, raw)
        assert (path, "type", True) == (where, code, told.endswith(" is not text"))
        assert len(told) <= 120


class TestFlags:
    """What is true or false."""

    @pytest.mark.parametrize(("read", "path"), FLAGS)
    def test_true_and_false_are_read(self, read: Reading, path: str) -> None:
        """As they are."""
        assert [True, False] == [read(True), read(False)]

    @pytest.mark.parametrize("raw", [*NO_FLAG, *NOT_OF_JSON])
    @pytest.mark.parametrize(("read", "path"), FLAGS)
    def test_nothing_is_taken_for_true_or_false(self, read: Reading, path: str, raw: object) -> None:
        """No number, no word, no emptiness."""
        where, code, told = refusal(read, raw)
        assert (path, "type", True) == (where, code, told.endswith(" is not true or false"))


class TestWholes:
    """Whole numbers."""

    @pytest.mark.parametrize(("read", "path", "least", "most"), WHOLES)
    def test_both_bounds_are_read(self, read: Reading, path: str, least: int, most: int) -> None:
        """And are ints."""
        assert [(least, int), (most, int)] == [(read(one), type(read(one))) for one in (least, most)]

    @pytest.mark.parametrize(
        ("read", "path", "least", "most"),
        [one for one in WHOLES if one.id not in {"low", "a bound that is near the greatest"}],
    )
    def test_beyond_the_bounds_is_out_of_range(self, read: Reading, path: str, least: int, most: int) -> None:
        """However far, and however long the number would be if it were written out."""
        for raw in (least - 1, most + 1, -(10**39), 10**400, HUGE, -HUGE):
            where, code, told = refusal(read, raw)
            assert (path, "range", True) == (where, code, told.endswith(f" is not from {least:,} to {most:,}"))
            assert len(told) <= 150

    @pytest.mark.parametrize("raw", [10**9 + 1, -(10**9) - 1, HUGE], ids=["just more", "just less", "far more"])
    def test_no_number_is_further_than_a_thousand_million_from_nothing(self, raw: int) -> None:
        """That is so of every number that has no narrower bounds."""
        assert [("/low", "range")] == problems({**COUNT, "low": raw}, Count)

    @pytest.mark.parametrize("raw", [*NO_WHOLE, *NOT_OF_JSON])
    @pytest.mark.parametrize("cls", [LeadTeacher, Count])
    def test_nothing_is_taken_for_a_whole_number(self, cls: type[Any], raw: object) -> None:
        """No yes or no, no text of digits, no float that is whole."""
        read, path = within(LeadTeacher, "years_teaching") if cls is LeadTeacher else within(Count, "low", **COUNT)
        where, code, told = refusal(read, raw)
        assert (path, "type", True) == (where, code, told.endswith(" is not a whole number"))

    def test_a_year_is_text_as_written_or_a_number(self) -> None:
        """Each stays what it is, and nothing else is either."""
        read, path = within(Development, "year", activity=None)
        assert ["2018", 2018, "", None] == [read(raw) for raw in ("2018", 2018, "", None)]
        assert (path, "type", "<set> is not text or a whole number") == refusal(read, {1})
        assert "type" == refusal(read, True)[1]


class TestFacts:
    """Values of facts, which can be of three types."""

    @pytest.mark.parametrize("raw", [True, False, 1, 0, "", "yes", "1"], ids=repr)
    def test_each_keeps_its_type(self, raw: Any) -> None:
        """Yes is not 1, and 1 is no text."""
        judged = from_dict({**JUDGEMENT, "holds": raw}, Judgement)
        assert (raw, type(raw)) == (judged.holds, type(judged.holds))

    @pytest.mark.parametrize("raw", [*NOT_OF_JSON, None, [], {}])
    def test_nothing_else_is_one(self, raw: object) -> None:
        """What is told says which types are."""
        told = message({**JUDGEMENT, "holds": raw}, Judgement)
        assert told.endswith(" is not true or false or a whole number or text")


class TestNothing:
    """Null, which stands for what nobody told."""

    def test_null_is_none_where_nobody_need_tell(self) -> None:
        """It is not an empty text, nor no."""
        assert LeadTeacher() == from_dict(
            dict.fromkeys(("name", "email", "qts", "years_teaching", "awards")), LeadTeacher
        )

    @pytest.mark.parametrize(
        ("cls", "base", "key"),
        [
            pytest.param(Application, {}, "programme", id="a text"),
            pytest.param(Judgement, {**JUDGEMENT, "holds": True}, "note", id="a text with a default"),
            pytest.param(YesNo, {"kind": "yes-no", "ask": "Is it?"}, "judged", id="true or false"),
            pytest.param(Count, COUNT, "low", id="a whole number"),
            pytest.param(Signature, {"name": None}, "role", id="a term"),
            pytest.param(Judgement, {**JUDGEMENT, "holds": True}, "on", id="a day"),
            pytest.param(Choice, {"kind": "choice", "ask": "Which?"}, "options", id="a list"),
        ],
    )
    def test_null_is_nothing_where_somebody_has_to_tell(self, cls: type[Any], base: dict[str, Any], key: str) -> None:
        """Nor does it stand for a default."""
        assert [(f"/{key}", "type")] == problems({**base, key: None}, cls)
