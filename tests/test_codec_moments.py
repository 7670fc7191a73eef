"""Moments in documents: RFC 3339 with an offset from UTC, and the same instant out and in again."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mastery_programme import Application, Milestone, Source, Stage, Step, Waiver
from mastery_programme.codec import InvalidDocument, from_dict, from_json, json_schema, to_dict, to_json
from tests.document_reading import message, problems

LONDON = ZoneInfo("Europe/London")
MILESTONE = Milestone("apply-by", "The last moment", Source("x", "1", "", ""))
FORM = {"programme": "secondary-2019"}
SAID = "a moment with its offset from UTC, written 2019-04-26T17:00:00+01:00"


def zone(hours: int = 0, minutes: int = 0, seconds: int = 0, microseconds: int = 0) -> timezone:
    """A zone with a fixed offset from UTC."""
    return timezone(timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds))


def read(text: Any) -> datetime:
    """The moment in a text."""
    at = from_dict({**FORM, "submitted_at": text}, Application).submitted_at
    assert at is not None
    return at


def written(at: datetime) -> str:
    """The text of a moment."""
    text: str = to_dict(Application("secondary-2019", submitted_at=at))["submitted_at"]
    return text


TAKEN = [
    pytest.param("2019-04-26T17:00:00+01:00", datetime(2019, 4, 26, 17, tzinfo=zone(1)), id="summer time"),
    pytest.param("2019-04-26T17:00:00Z", datetime(2019, 4, 26, 17, tzinfo=UTC), id="UTC as a letter"),
    pytest.param("2019-04-26T17:00:00+00:00", datetime(2019, 4, 26, 17, tzinfo=UTC), id="UTC as an offset"),
    pytest.param("2019-04-26T17:00:00-00:00", datetime(2019, 4, 26, 17, tzinfo=UTC), id="UTC of a place not told"),
    pytest.param("2019-04-26T23:59:59-05:30", datetime(2019, 4, 26, 23, 59, 59, tzinfo=zone(-5, -30)), id="behind UTC"),
    pytest.param("2019-04-26T00:00:00+23:59", datetime(2019, 4, 26, tzinfo=zone(23, 59)), id="the largest offset"),
    pytest.param("2019-04-26T00:00:00-23:59", datetime(2019, 4, 26, tzinfo=zone(-23, -59)), id="the least offset"),
    pytest.param("2019-04-26T17:00:00.5Z", datetime(2019, 4, 26, 17, 0, 0, 500_000, UTC), id="a place of seconds"),
    pytest.param("2019-04-26T17:00:00.12Z", datetime(2019, 4, 26, 17, 0, 0, 120_000, UTC), id="two places"),
    pytest.param("2019-04-26T17:00:00.1234Z", datetime(2019, 4, 26, 17, 0, 0, 123_400, UTC), id="four places"),
    pytest.param("2019-04-26T17:00:00.000001Z", datetime(2019, 4, 26, 17, 0, 0, 1, UTC), id="six places"),
    pytest.param(
        "2019-04-26T17:00:00.999999+01:00", datetime(2019, 4, 26, 17, 0, 0, 999_999, zone(1)), id="the longest text"
    ),
    pytest.param("2020-02-29T00:00:00Z", datetime(2020, 2, 29, tzinfo=UTC), id="a leap day"),
    pytest.param("0002-01-01T00:00:00Z", datetime(2, 1, 1, tzinfo=UTC), id="the first year"),
    pytest.param("0002-01-01T00:00:00+23:59", datetime(2, 1, 1, tzinfo=zone(23, 59)), id="before it elsewhere"),
    pytest.param("9998-12-31T23:59:59Z", datetime(9998, 12, 31, 23, 59, 59, tzinfo=UTC), id="the last year"),
    pytest.param(
        "9998-12-31T23:59:59-23:59", datetime(9998, 12, 31, 23, 59, 59, tzinfo=zone(-23, -59)), id="after it elsewhere"
    ),
]

REFUSED = [
    pytest.param("", id="empty"),
    pytest.param("2019-04-26", id="a day"),
    pytest.param("17:00:00+01:00", id="a time of day"),
    pytest.param("2019-04-26T17:00:00", id="no offset"),
    pytest.param("2019-04-26 17:00:00+01:00", id="a space for the T"),
    pytest.param("2019-04-26t17:00:00+01:00", id="a small t"),
    pytest.param("2019-04-26T17:00:00z", id="a small z"),
    pytest.param("2019-04-26_17:00:00Z", id="an underscore for the T"),
    pytest.param("2019-04-26T17:00Z", id="no seconds"),
    pytest.param("2019-04-26T17Z", id="no minutes"),
    pytest.param("20190426T170000Z", id="the basic format"),
    pytest.param("20190426T17:00:00Z", id="half the basic format"),
    pytest.param("2019-04-26T170000Z", id="the other half"),
    pytest.param("2019-W17-5T17:00:00Z", id="a day of a week"),
    pytest.param("2019-116T17:00:00Z", id="a day of the year"),
    pytest.param("2019-04-26T17:00:00+0100", id="an offset without a colon"),
    pytest.param("2019-04-26T17:00:00+01", id="an offset of hours"),
    pytest.param("2019-04-26T17:00:00+1:00", id="an offset of one digit"),
    pytest.param("2019-04-26T17:00:00+01:00:00", id="an offset with seconds"),
    pytest.param("2019-04-26T17:00:00+24:00", id="an offset of a day"),
    pytest.param("2019-04-26T17:00:00+01:60", id="an offset of sixty minutes"),
    pytest.param("2019-04-26T17:00:00 +01:00", id="a space before the offset"),
    pytest.param("2019-04-26T17:00:00\N{MINUS SIGN}01:00", id="a minus of typography"),
    pytest.param("2019-04-26T17:00:00+01:00[Europe/London]", id="a zone by name"),
    pytest.param("2019-04-26T17:00:00 BST", id="a zone in letters"),
    pytest.param("2019-04-26T17:00:00ZZ", id="two letters"),
    pytest.param("2019-04-26T17:00:60Z", id="a leap second"),
    pytest.param("2019-04-26T17:60:00Z", id="sixty minutes"),
    pytest.param("2019-04-26T24:00:00Z", id="hour 24"),
    pytest.param("2019-04-26T5:00:00Z", id="an hour of one digit"),
    pytest.param("2019-04-26T5:00:00 PM+01:00", id="hours twice a day"),
    pytest.param("2019-02-29T17:00:00Z", id="no leap year"),
    pytest.param("2019-13-01T17:00:00Z", id="month 13"),
    pytest.param("2019-00-01T17:00:00Z", id="month 0"),
    pytest.param("2019-04-26T17:00:00.Z", id="a point without places"),
    pytest.param("2019-04-26T17:00:00,5Z", id="a comma"),
    pytest.param("2019-04-26T17:00:00.1234567Z", id="seven places"),
    pytest.param("2019-04-26T17:00:00.1234567+01:00", id="seven places and an offset"),
    pytest.param("0000-04-26T17:00:00Z", id="year 0"),
    pytest.param("0001-12-31T23:59:59Z", id="year 1, which is year 0 elsewhere"),
    pytest.param("9999-01-01T00:00:00Z", id="year 9999, which ends elsewhere after all years"),
    pytest.param("12019-04-26T17:00:00Z", id="a year of five digits"),
    pytest.param("-019-04-26T17:00:00Z", id="a sign"),
    pytest.param("2019-04-26T17:00:0\N{ARABIC-INDIC DIGIT ZERO}Z", id="an Arabic-Indic digit"),
    pytest.param("\N{FULLWIDTH DIGIT TWO}019-04-26T17:00:00Z", id="a wide digit"),
    pytest.param("2019-04-26T17:00:00Z\n", id="a line's end"),
    pytest.param(" 2019-04-26T17:00:00Z", id="a space before"),
    pytest.param("2019-04-26T17:00:00Z ", id="a space behind"),
    pytest.param("1556294400", id="seconds"),
    pytest.param("Fri, 26 Apr 2019 17:00:00 +0100", id="as in a mail"),
    pytest.param("5pm on Friday 26 April 2019", id="words"),
    pytest.param("now", id="a word"),
    pytest.param("2019-04-26T17:00:00Z" * 5_000, id="a hundred thousand characters"),
]


class TestIn:
    """Which texts are moments."""

    @pytest.mark.parametrize(("text", "at"), TAKEN)
    def test_a_moment_is_read_with_its_offset(self, text: str, at: datetime) -> None:
        """As a plain datetime, whose clock shows what was sent."""
        found = read(text)
        assert (at, at.replace(tzinfo=None), at.utcoffset()) == (found, found.replace(tzinfo=None), found.utcoffset())
        assert (datetime, timezone) == (type(found), type(found.tzinfo))

    @pytest.mark.parametrize("text", REFUSED)
    def test_nothing_else_is_a_moment(self, text: str) -> None:
        """A clock without an offset, another format, or what is in no calendar."""
        wrong = {**FORM, "submitted_at": text}
        assert [("/submitted_at", "moment")] == problems(wrong, Application)
        shown = text if len(text) <= 80 else f"{text[:77]}..."
        assert f"{shown!r} is not {SAID}" == message(wrong, Application)

    def test_a_schema_lets_every_moment_pass(self) -> None:
        """And of other texts only those that are written as moments, and are in no calendar."""
        (kind, _) = json_schema(Application)["properties"]["submitted_at"]["anyOf"]
        schema = Draft202012Validator(kind)
        passing = {str(one.id) for one in REFUSED if schema.is_valid(str(one.values[0]))}
        calendar = {"no leap year", "year 0"}
        ends = {"year 1, which is year 0 elsewhere", "year 9999, which ends elsewhere after all years"}
        assert calendar | ends == passing
        assert all(schema.is_valid(str(one.values[0])) for one in TAKEN)


OUT = [
    pytest.param(datetime(2019, 4, 26, 17, tzinfo=zone(1)), "2019-04-26T17:00:00+01:00", id="a fixed offset"),
    pytest.param(datetime(2019, 4, 26, 17, tzinfo=UTC), "2019-04-26T17:00:00+00:00", id="UTC"),
    pytest.param(datetime(2019, 4, 26, 17, tzinfo=zone(-3, -30)), "2019-04-26T17:00:00-03:30", id="behind UTC"),
    pytest.param(datetime(2019, 4, 26, 17, 0, 0, 1, UTC), "2019-04-26T17:00:00.000001+00:00", id="a millionth"),
    pytest.param(datetime(2019, 4, 26, 17, tzinfo=LONDON), "2019-04-26T17:00:00+01:00", id="a place in summer"),
    pytest.param(datetime(2019, 1, 26, 17, tzinfo=LONDON), "2019-01-26T17:00:00+00:00", id="a place in winter"),
    pytest.param(
        datetime(2019, 10, 27, 1, 30, tzinfo=LONDON), "2019-10-27T01:30:00+01:00", id="the first of an hour shown twice"
    ),
    pytest.param(
        datetime(2019, 10, 27, 1, 30, tzinfo=LONDON, fold=1),
        "2019-10-27T01:30:00+00:00",
        id="the second of it",
    ),
    pytest.param(datetime(2019, 3, 31, 1, 30, tzinfo=LONDON), "2019-03-31T01:30:00+00:00", id="an hour never shown"),
    pytest.param(
        datetime(2019, 3, 31, 1, 30, tzinfo=LONDON, fold=1), "2019-03-31T01:30:00+01:00", id="the same, the other way"
    ),
    pytest.param(
        datetime(1840, 1, 1, 12, tzinfo=LONDON), "1840-01-01T12:01:15+00:00", id="a place before there were zones"
    ),
    pytest.param(
        datetime(2019, 4, 26, 17, tzinfo=zone(seconds=1)), "2019-04-26T16:59:59+00:00", id="an offset with seconds"
    ),
    pytest.param(
        datetime(2019, 4, 26, 17, tzinfo=zone(1, 0, -30)), "2019-04-26T16:00:30+00:00", id="seconds short of an hour"
    ),
    pytest.param(
        datetime(2019, 4, 26, 17, tzinfo=zone(microseconds=1)),
        "2019-04-26T16:59:59.999999+00:00",
        id="an offset of a millionth",
    ),
    pytest.param(
        pd.Timestamp("2019-04-26T17:00:00", tz="Europe/London"), "2019-04-26T17:00:00+01:00", id="a moment of pandas"
    ),
]


class TestOut:
    """How moments are written."""

    @pytest.mark.parametrize(("at", "text"), OUT)
    def test_a_moment_is_written_with_the_offset_of_its_place(self, at: datetime, text: str) -> None:
        """Where that is one of whole minutes, as RFC 3339 has it; else the same instant in UTC."""
        assert text == written(at)

    @pytest.mark.parametrize(("at", "text"), OUT)
    def test_it_is_the_same_instant_when_it_is_read(self, at: datetime, text: str) -> None:
        """Wherever moments stand: in a form, a waiver, and the history of a case."""
        values: tuple[Any, ...] = (
            Application("secondary-2019", submitted_at=at),
            Waiver("APP-1", "Bea", at, "It was late."),
            Step(Stage.SUBMITTED, "Bea", at),
        )
        for value in values:
            assert value == from_dict(to_dict(value), type(value))
            assert value == from_json(to_json(value), type(value))
        assert at.astimezone(UTC) == read(text).astimezone(UTC)

    def test_two_hours_that_a_clock_shows_alike_stay_apart(self) -> None:
        """When the clocks go back, half past one is twice."""
        first, second = (datetime(2019, 10, 27, 1, 30, tzinfo=LONDON, fold=fold) for fold in (0, 1))
        assert timedelta(hours=1) == read(written(second)) - read(written(first))

    @given(
        st.datetimes(datetime(2, 1, 2), datetime(9998, 12, 30)),  # noqa: DTZ001
        st.timedeltas(timedelta(hours=-23, minutes=-59), timedelta(hours=23, minutes=59)),
    )
    def test_every_moment_comes_back(self, clock: datetime, offset: timedelta) -> None:
        """To the millionth of a second, whatever its offset."""
        form = Application("secondary-2019", submitted_at=clock.replace(tzinfo=timezone(offset)))
        assert form == from_dict(to_dict(form), Application)

    def test_a_milestone_keeps_its_moment(self) -> None:
        """It is written as any other."""
        milestone = Milestone(
            "apply-by", "The last moment", Source("x", "1", "", ""), at=datetime(2019, 4, 26, tzinfo=LONDON)
        )
        assert "2019-04-26T00:00:00+01:00" == to_dict(milestone)["at"]
        assert milestone == from_dict(to_dict(milestone), Milestone)

    @pytest.mark.parametrize(
        "odd",
        [
            pytest.param(datetime(2019, 4, 26, 17), id="no offset"),  # noqa: DTZ001
            pytest.param(datetime(1, 1, 1, tzinfo=UTC), id="year 1"),
            pytest.param(datetime(9999, 12, 31, tzinfo=UTC), id="year 9999"),
            pytest.param(date(2019, 4, 26), id="a day"),
            pytest.param("2019-04-26", id="a day as text"),
            pytest.param(1556294400, id="seconds"),
        ],
    )
    def test_what_is_no_moment_is_not_written(self, odd: Any) -> None:
        """A milestone is not checked when it is made by hand, and is when it is written."""
        with pytest.raises(InvalidDocument) as refusal:
            to_dict(evolve(MILESTONE, at=odd))
        (problem,) = refusal.value.problems
        assert problem.code in {"moment", "type", "value"}
