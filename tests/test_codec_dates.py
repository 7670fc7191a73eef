"""Days of the calendar in documents, and months where a day need not be known."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mastery_programme import Award, Post, Signature, YearMonth
from mastery_programme.codec import InvalidDocument, from_dict, json_schema, to_dict
from tests.document_reading import message

SIGNATURE = {"role": "nominator", "name": None}
READINGS: dict[str, Callable[[Any], Any]] = {
    "day": lambda raw: from_dict({**SIGNATURE, "signed_on": raw}, Signature).signed_on,
    "day or month": lambda raw: from_dict({"title": None, "awarded_on": raw}, Award).awarded_on,
}


class TestCalendar:
    """Days of the calendar, and months where a day need not be known."""

    @pytest.mark.parametrize("read", READINGS.values(), ids=READINGS)
    @pytest.mark.parametrize("text", ["2019-04-26", "2020-02-29", "0001-01-01", "9999-12-31"])
    def test_days_are_read(self, read: Callable[[Any], Any], text: str) -> None:
        """The first and the last of the calendar too, as plain dates."""
        assert (date.fromisoformat(text), date) == (read(text), type(read(text)))

    @pytest.mark.parametrize("read", READINGS.values(), ids=READINGS)
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("", id="empty"),
            pytest.param("2019-02-29", id="no leap year"),
            pytest.param("2019-04-31", id="a day too many"),
            pytest.param("2019-04-00", id="day 0"),
            pytest.param("2019-13-01", id="month 13"),
            pytest.param("0000-01-01", id="year 0"),
            pytest.param("10000-01-01", id="a year of five digits"),
            pytest.param("2019-4-26", id="a month of one digit"),
            pytest.param("20190426", id="the basic format"),
            pytest.param("2019-W17-5", id="a day of a week"),
            pytest.param("2019W175", id="a day of a week in the basic format"),
            pytest.param("2019-116", id="a day of the year"),
            pytest.param("2019-W17", id="a week"),
            pytest.param("26/04/2019", id="the English order"),
            pytest.param("26-04-2019", id="the English order with dashes"),
            pytest.param("2019-04-26T00:00:00", id="a moment"),
            pytest.param("2019-04-26 ", id="a space behind"),
            pytest.param(" 2019-04-26", id="a space before"),
            pytest.param("2019-04-26\n", id="a line's end"),
            pytest.param("2019\u201304\u201326", id="dashes of typography"),
            pytest.param("2019-04-2\N{FULLWIDTH DIGIT SIX}", id="a wide digit"),
            pytest.param("-019-04-26", id="a sign"),
            pytest.param("26 April 2019", id="words"),
            pytest.param("2019-00", id="month 0"),
            pytest.param("2019-4", id="a short month"),
            pytest.param("9999-12", id="a month after the last"),
            pytest.param("today", id="a word"),
        ],
    )
    def test_nothing_else_is_a_day_or_a_month(self, read: Callable[[Any], Any], text: str) -> None:
        """Written in another way, or not in the calendar."""
        with pytest.raises(InvalidDocument) as refusal:
            read(text)
        assert "date" == refusal.value.problems[0].code

    def test_a_month_is_read_where_a_day_need_not_be_known(self) -> None:
        """And is not a day, where one has to be."""
        post = from_dict({"started_on": "2016-09", "ended_on": "2017-08-31"}, Post)
        assert (YearMonth(2016, 9), date(2017, 8, 31)) == (post.started_on, post.ended_on)
        assert {"format": 1, "started_on": "2016-09", "ended_on": "2017-08-31"} == to_dict(post)
        assert "'2016-09' is not a day, written 2019-04-26" == message({**SIGNATURE, "signed_on": "2016-09"}, Signature)
        both = "'2016' is not a day, written 2019-04-26, or a month, written 2019-04"
        assert both == message({"title": None, "awarded_on": "2016"}, Award)

    @given(st.dates())
    def test_all_days_come_back(self, day: date) -> None:
        """From the first to the last of the calendar."""
        award = Award("x", day)
        assert award == from_dict(to_dict(award), Award)

    def test_a_schema_tells_how_they_are_written(self) -> None:
        """It does not know the calendar."""
        properties = json_schema(Award)["properties"]["awarded_on"], json_schema(Signature)["properties"]["signed_on"]
        either, day = (Draft202012Validator(one["anyOf"][0]) for one in properties)
        texts = ("2019-04-26", "2019-04", "2019-4", "2019-004", "2019-4-26", "2019-04-26\n", "2019-04\n", "2019-04-260")
        assert [True, True, *[False] * 6] == [either.is_valid(text) for text in texts]
        assert [True, *[False] * 7] == [day.is_valid(text) for text in texts]
