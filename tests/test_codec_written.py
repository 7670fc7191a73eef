"""Values that documents write as text in one stated way: days, money, years, months, reference numbers, dates."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mastery_programme import (
    URN,
    AcademicYear,
    Activity,
    DayRange,
    Days,
    FinancialYear,
    Money,
    YearMonth,
)
from mastery_programme.codec import from_dict, json_schema, to_dict
from tests.document_reading import message, problems
from tests.oddities import NO_NUMERALS

SOURCE = {"document": "x", "clause": "1", "heading": "", "text": ""}
ACTIVITY = {"id": "a", "title": "A", "kind": "k", "payee": "lead-school", "source": SOURCE}

READ = [
    pytest.param("0", Days(0), id="no days"),
    pytest.param("1", Days(1), id="a day"),
    pytest.param("4.5", Days("4.5"), id="a half"),
    pytest.param("4.50", Days("4.5"), id="a half with a nought"),
    pytest.param("4.0", Days(4), id="days with a place"),
    pytest.param("0004", Days(4), id="days with noughts before"),
    pytest.param("10000", Days(10_000), id="the most days"),
    pytest.param("12 to 37", DayRange(12, 37), id="a range"),
    pytest.param("0 to 0.5", DayRange(0, "0.5"), id="the first range"),
    pytest.param("4.5 to 10000", DayRange("4.5", 10_000), id="a range to the most"),
    pytest.param("0", Money(0), id="no money"),
    pytest.param("-0.00", Money(0), id="no money below nothing"),
    pytest.param("200", Money(200), id="pounds"),
    pytest.param("200.5", Money("200.50"), id="tens of pence"),
    pytest.param("200.05", Money("200.05"), id="pence"),
    pytest.param("-1.50", Money("-1.50"), id="an amount below nothing"),
    pytest.param("1000000000000", Money(10**12), id="the largest amount"),
    pytest.param("-1000000000000.00", Money(-(10**12)), id="the least amount"),
    pytest.param("2019/20", AcademicYear(2019), id="an academic year"),
    pytest.param("1999/00", AcademicYear(1999), id="the last of a century"),
    pytest.param("0001/02", AcademicYear(1), id="the first year"),
    pytest.param("9998/99", AcademicYear(9998), id="the last year"),
    pytest.param("2019-20", FinancialYear(2019), id="a financial year"),
    pytest.param("0001-02", FinancialYear(1), id="the first financial year"),
    pytest.param("9998-99", FinancialYear(9998), id="the last financial year"),
    pytest.param("2019-04", YearMonth(2019, 4), id="a month"),
    pytest.param("0001-01", YearMonth(1, 1), id="the first month"),
    pytest.param("9998-12", YearMonth(9998, 12), id="the last month"),
    pytest.param("123456", URN("123456"), id="a reference number"),
    pytest.param("100000", URN("100000"), id="the first reference number"),
    pytest.param("999999", URN("999999"), id="the last reference number"),
]
"""Texts by themselves, and what they stand for."""

BOUNDS = "whole half-days, from 0 to 10,000 days"
OF_MONEY = "with at most two places, up to a million million either way"
CODES: dict[type[Any], tuple[str, str]] = {
    Days: ("days", "a number of days as text, such as '4.5': whole half-days, from 0 to 10,000 days"),
    DayRange: (
        "days",
        "a range of days as text, such as '12 to 37', the least first: whole half-days, from 0 to 10,000 days",
    ),
    Money: (
        "money",
        "an amount of pounds as text, such as '200.50', with at most two places, up to a million million either way",
    ),
    AcademicYear: ("year", "an academic year, written 2019/20"),
    FinancialYear: ("year", "a financial year, written 2019-20"),
    YearMonth: ("date", "a month, written 2019-04"),
    URN: ("urn", "a URN: six digits as text, the first of them not 0"),
}

REFUSED: dict[type[Any], tuple[str, ...]] = {
    Days: (
        "4.25",
        "4.",
        ".5",
        "-1",
        "-0",
        "10000.5",
        "10001",
        "1" * 40,
        "4 days",
        "4,5",
        "12 to 37",
        "0" * 41,
        "4.5.0",
    ),
    DayRange: (
        *("37 to 12", "12 to 12", "12", "12-37", "12  to 37", "12 to", " to 37", "12 to 37 to 40", "12 to 37 days"),
        *("12 to 37.25", "-12 to 37", "12 to 10001", "12 TO 37", "0" * 40 + " to " + "1" * 38),
    ),
    Money: (
        *("200.505", "£200", "200.", ".50", "1e3", "--1", "+1", "1,000", "1000000000000.01", "-1000000000000.01"),
        *("200 ", "2 00", "- 1", "0" * 41, "200.50 GBP"),
    ),
    AcademicYear: (
        *("2019-20", "2019/2020", "2019 to 2020", "2019/21", "2019/19", "0000/01", "9999/00", "2019", "19/20"),
        *("2019/020", "02019/20", "2019//20", "2019/20/"),
    ),
    FinancialYear: (
        "2019/20",
        "2019-2020",
        "2019 to 2020",
        "2019-21",
        "0000-01",
        "9999-00",
        "2019",
        "19-20",
        "2019--20",
    ),
    YearMonth: (
        *("2019-4", "2019-00", "2019-13", "0000-01", "9999-12", "2019", "2019-04-26", "2019/04", "04-2019", "201904"),
        *("April 2019", "-019-04", "2019-004"),
    ),
    URN: ("12345", "1234567", "012345", "12345a", "-12345", "12 456", "123456.0", "000000"),
}
"""Texts that are near, and are none."""


class TestWritten:
    """Values that are a text by themselves."""

    @pytest.mark.parametrize(("text", "value"), READ)
    def test_a_text_is_read_and_what_is_written_is_read_again(self, text: str, value: Any) -> None:
        """As the same value."""
        assert value == from_dict(text, type(value))
        assert value == from_dict(to_dict(value), type(value))

    @pytest.mark.parametrize(
        ("cls", "text"),
        [pytest.param(cls, text, id=f"{cls.__name__} {text[:20]}") for cls in REFUSED for text in REFUSED[cls]],
    )
    def test_what_is_written_otherwise_is_refused(self, cls: type[Any], text: str) -> None:
        """With how it is written."""
        code, said = CODES[cls]
        shown = text if len(text) <= 80 else f"{text[:77]}..."
        assert [("", code)] == problems(text, cls)
        assert f"{shown!r} is not {said}" == message(text, cls)

    @pytest.mark.parametrize("cls", CODES, ids=lambda cls: cls.__name__)
    @pytest.mark.parametrize("text", NO_NUMERALS)
    def test_what_is_no_numeral_is_none_of_them(self, cls: type[Any], text: str) -> None:
        """Nor is there any of ten million digits; the refusal is short."""
        whole = text if len(text) < 100_000 else text[:100_000]
        assert [("", CODES[cls][0])] == problems(whole, cls)
        assert len(message(whole, cls)) < 200

    @pytest.mark.parametrize(("text", "value"), READ)
    def test_nothing_stands_around_a_text(self, text: str, value: Any) -> None:
        """No space, no line's end, no other digits than those of ASCII."""
        wide = re.sub("[0-9]", lambda found: chr(0xFF10 + int(found.group())), text)
        arabic = re.sub("[0-9]", lambda found: chr(0x660 + int(found.group())), text)
        code = CODES[type(value)][0]
        for odd in (f" {text}", f"{text} ", f"{text}\n", f"\n{text}", f"{text}\0", f"\ufeff{text}", wide, arabic):
            assert [("", code)] == problems(odd, type(value))

    @pytest.mark.parametrize(("text", "value"), READ)
    def test_a_schema_lets_it_pass(self, text: str, value: Any) -> None:
        """And is not passed by a line's end behind it."""
        schema = Draft202012Validator(json_schema(type(value)))
        assert (True, False, False) == tuple(map(schema.is_valid, (text, f"{text}\n", f"{text}x")))
        assert not schema.is_valid(7)


class TestOut:
    """How each is written."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            pytest.param(Days("4.50"), "4.5", id="days without a nought at the end"),
            pytest.param(Days(15), "15", id="whole days"),
            pytest.param(DayRange(12, "37.5"), "12 to 37.5", id="a range"),
            pytest.param(Money(200), "200.00", id="money with its pence"),
            pytest.param(Money("-1234567.5"), "-1234567.50", id="money without commas"),
            pytest.param(AcademicYear(1999), "1999/00", id="an academic year"),
            pytest.param(FinancialYear(7), "0007-08", id="a financial year"),
            pytest.param(YearMonth(7, 9), "0007-09", id="a month"),
            pytest.param(URN("123456"), "123456", id="a reference number"),
        ],
    )
    def test_each_is_written_in_one_way(self, value: object, text: str) -> None:
        """As plain text."""
        assert (text, str) == (to_dict(value), type(to_dict(value)))

    @given(st.integers(0, 20_000))
    def test_all_days_come_back(self, half_days: int) -> None:
        """To the half-day."""
        days = Days.of_half_days(half_days)
        assert days == from_dict(to_dict(days), Days)

    @given(st.integers(-(10**14), 10**14))
    def test_all_money_comes_back(self, pence: int) -> None:
        """To the penny, in one spelling."""
        money = Money.pence(pence)
        assert money == from_dict(to_dict(money), Money)
        assert re.fullmatch(r"-?[0-9]+\.[0-9]{2}", to_dict(money))

    @given(st.integers(1, 9998), st.integers(1, 12))
    def test_all_years_and_months_come_back(self, year: int, month: int) -> None:
        """Each as its own kind."""
        values: tuple[Any, ...] = (AcademicYear(year), FinancialYear(year), YearMonth(year, month))
        assert list(values) == [from_dict(to_dict(value), type(value)) for value in values]


class TestDaysOrRanges:
    """What can be days, a range of days, or not published."""

    @pytest.mark.parametrize(
        ("raw", "days"),
        [("4.5", Days("4.5")), ("12 to 37", DayRange(12, 37)), (None, None)],
        ids=["days", "a range", "not published"],
    )
    def test_each_is_told_by_its_text(self, raw: Any, days: Any) -> None:
        """And written so."""
        activity = from_dict({**ACTIVITY, "days": raw}, Activity)
        assert days == activity.days
        assert raw == to_dict(activity)["days"]

    @pytest.mark.parametrize("raw", ["4.25", "37 to 12", "4.5 to", "4.5 to x", "", "12 to 37 to 40", "0" * 84])
    def test_nothing_else_is(self, raw: str) -> None:
        """The refusal shows both."""
        assert [("/days", "days")] == problems({**ACTIVITY, "days": raw}, Activity)
        allowed = "whole half-days, from 0 to 10,000 days"
        said = f"is not a number of days as text, such as '4.5' or '12 to 37', the least first: {allowed}"
        assert message({**ACTIVITY, "days": raw}, Activity).endswith(said)
