"""Judgements, waivers and evidence: who says so, when, and on what ground."""

import pickle
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum

import numpy as np
import pandas as pd
import pytest

from mastery_programme import Evidence, InvalidArgument, InvalidJudgement, Judgement, Origin, Waiver
from mastery_programme.evidence import check_apart, latest_waivers
from mastery_programme.facts import Value
from mastery_programme.series import series_of
from tests.applications import judgement, waiver
from tests.changed_editions import changed

LONGEST = 10_000
ON = date(2019, 5, 7)
AT = datetime(2019, 5, 7, 9, 30, tzinfo=UTC)


class _NoOffset(tzinfo):
    """A time zone that says nothing."""

    def utcoffset(self, dt: datetime | None, /) -> timedelta | None:
        return None

    def dst(self, dt: datetime | None, /) -> timedelta | None:
        return None

    def tzname(self, dt: datetime | None, /) -> str | None:
        return None


class _Ours(StrEnum):
    """A caller's own name for a phase."""

    MIDDLE = "middle"


class TestJudgement:
    """What makes a judgement."""

    def test_it_keeps_all_that_was_said(self) -> None:
        """And shows it in one line, with its ground if it has one."""
        bare = Judgement("passion", True, "J Smith", ON)
        full = Judgement("years_teaching_mathematics", 3, by="J Smith", on=ON, note="by the school's records")
        assert ("passion", True, "J Smith", ON, "") == (bare.fact, bare.holds, bare.by, bare.on, bare.note)
        assert "passion: yes, by J Smith on 2019-05-07" == str(bare)
        assert "years_teaching_mathematics: 3, by J Smith on 2019-05-07: by the school's records" == str(full)

    @pytest.mark.parametrize(
        ("value", "plain"),
        [
            pytest.param(True, True, id="yes"),
            pytest.param(False, False, id="no"),
            pytest.param(0, 0, id="a count of none"),
            pytest.param("middle", "middle", id="an option"),
            pytest.param(_Ours.MIDDLE, "middle", id="a member of an enum"),
            pytest.param(np.int64(3), 3, id="an integer of numpy"),
        ],
    )
    def test_it_says_whatever_a_fact_can_be(self, value: Value, plain: Value) -> None:
        """No is an answer, and so is none; each as a plain value, equal to no value of another type."""
        made = judgement("a_fact", value)
        assert (plain, type(plain), judgement("a_fact", plain)) == (made.holds, type(made.holds), made)
        assert judgement("a_fact", True) != judgement("a_fact", 1)

    @pytest.mark.parametrize(
        ("values", "problem"),
        [
            pytest.param({"fact": ""}, "without a fact", id="of no fact"),
            pytest.param({"fact": None}, "without a fact", id="of None"),
            pytest.param({"by": ""}, "without the name of who judges", id="by nobody"),
            pytest.param({"by": " \n"}, "without the name of who judges", id="by a blank"),
            pytest.param({"by": None}, "without the name of who judges", id="by None"),
            pytest.param({"by": "J" * (LONGEST + 1)}, "without the name of who judges", id="by a name without end"),
            pytest.param({"note": None}, "without a note", id="a note of None"),
            pytest.param({"note": "n" * (LONGEST + 1)}, "without a note", id="a note without end"),
            pytest.param({"holds": None}, "without what is judged", id="nothing judged"),
            pytest.param({"holds": np.True_}, "without what is judged", id="the yes of numpy"),
            pytest.param({"holds": 0.5}, "without what is judged", id="half of it"),
            pytest.param({"on": None}, "without a day", id="on no day"),
            pytest.param({"on": "2019-05-07"}, "without a day", id="a day as text"),
            pytest.param({"on": AT}, "without a day", id="a moment for a day"),
        ],
    )
    def test_without_who_when_or_what_it_is_none(self, values: dict[str, object], problem: str) -> None:
        """A judgement is somebody's, of some day."""
        with pytest.raises(InvalidJudgement) as refused:
            changed(judgement("passion"), **values)
        assert problem == refused.value.problem

    def test_the_longest_texts_are_taken(self) -> None:
        """And an empty note."""
        longest = "n" * LONGEST
        assert longest == Judgement("passion", True, longest, ON, longest).note


class TestWaiver:
    """What makes a waiver."""

    def test_it_says_who_waived_what_when_and_why(self) -> None:
        """In one line."""
        made = Waiver("APP-1", "Lee Lead", AT, "a storm")
        assert "Waived by Lee Lead at 2019-05-07 09:30:00+00:00: a storm" == made.told
        assert f"APP-1: {made.told}" == str(made)

    @pytest.mark.parametrize(
        ("values", "problem"),
        [
            pytest.param({"criterion": ""}, "without a criterion", id="of no criterion"),
            pytest.param({"criterion": 7}, "without a criterion", id="of a number"),
            pytest.param({"by": ""}, "without the name of who waives", id="by nobody"),
            pytest.param({"by": None}, "without the name of who waives", id="by None"),
            pytest.param({"reason": ""}, "without a reason", id="for no reason"),
            pytest.param({"reason": "\t"}, "without a reason", id="for a blank"),
            pytest.param({"reason": "r" * (LONGEST + 1)}, "without a reason", id="for a reason without end"),
            pytest.param({"at": None}, "without a moment", id="at no moment"),
            pytest.param({"at": ON}, "without a moment", id="a day for a moment"),
            pytest.param({"at": datetime(2019, 5, 7, 9, 30)}, "without a moment", id="a naive moment"),  # noqa: DTZ001
            pytest.param({"at": AT.replace(tzinfo=_NoOffset())}, "without a moment", id="in a zone without offsets"),
        ],
    )
    def test_without_what_who_when_or_why_it_is_none(self, values: dict[str, object], problem: str) -> None:
        """A waiver is recorded in full or not at all."""
        with pytest.raises(InvalidJudgement) as refused:
            changed(waiver(), **values)
        assert problem == refused.value.problem

    def test_a_moment_of_pandas_becomes_a_plain_one(self) -> None:
        """Of the same instant; one that is none is refused."""
        made = changed(waiver(), at=pd.Timestamp("2019-05-07 09:30", tz="UTC"))
        assert (datetime, changed(waiver(), at=AT)) == (type(made.at), made)
        with pytest.raises(InvalidJudgement):
            changed(waiver(), at=pd.NaT)

    def test_the_latest_of_each_criterion_stands(self) -> None:
        """By its moment and not by its place; of two at one moment, in whatever zone, the one given later."""
        early, late = waiver(day=8), waiver(day=9)
        same = changed(late, at=late.at.astimezone(timezone(timedelta(hours=-5))), reason="Another reason")
        other = waiver("FRM-7", day=1)
        assert {"APP-1": late, "FRM-7": other} == latest_waivers([late, other, early])
        assert {"APP-1": late} == latest_waivers([early, late])
        assert ["Another reason", "The post was late"] == [
            latest_waivers(both)["APP-1"].reason for both in ([late, same], [same, late])
        ]


class TestEvidence:
    """Evidence in words."""

    @pytest.mark.parametrize(
        ("evidence", "told", "ground"),
        [
            pytest.param(
                Evidence("qts", True, Origin.FORM, clause="FRM-4"),
                "the form, FRM-4: yes",
                "the form, FRM-4",
                id="a plain answer",
            ),
            pytest.param(
                Evidence("qts", False, Origin.ELSEWHERE),
                "known from elsewhere: no",
                "known from elsewhere",
                id="from elsewhere",
            ),
            pytest.param(
                Evidence("phase", "middle", Origin.JUDGEMENT, "by J Smith"),
                "judged: middle, by J Smith",
                "judged: by J Smith",
                id="a judgement",
            ),
            pytest.param(
                Evidence("phase", None, Origin.FORM, "for the hub", "FRM-1"),
                "the form, FRM-1: for the hub",
                "the form, FRM-1: for the hub",
                id="nothing settled",
            ),
            pytest.param(
                Evidence("years", None, Origin.FORM, "as stated", "FRM-5", (1, 2)),
                "the form, FRM-5: 1 to 2, as stated",
                "the form, FRM-5: as stated",
                id="between two numbers",
            ),
            pytest.param(
                Evidence("years", None, Origin.FORM, "as stated", "FRM-5", (1, None)),
                "the form, FRM-5: at least 1, as stated",
                "the form, FRM-5: as stated",
                id="without a most",
            ),
        ],
    )
    def test_it_says_who_says_what_and_on_what_ground(self, evidence: Evidence, told: str, ground: str) -> None:
        """With its value and without."""
        assert (told, ground) == (str(evidence), evidence.ground)

    def test_yes_is_not_one(self) -> None:
        """Evidence of a number is no evidence of yes."""
        assert Evidence("passion", True, Origin.ELSEWHERE) != Evidence("passion", 1, Origin.ELSEWHERE)

    @pytest.mark.parametrize(
        "record",
        [
            pytest.param(Evidence("years", None, Origin.FORM, "as stated", "FRM-5", (1, 2)), id="evidence"),
            pytest.param(judgement("passion", note="seen"), id="a judgement"),
            pytest.param(waiver(), id="a waiver"),
        ],
    )
    def test_records_are_values(self, record: Evidence | Judgement | Waiver) -> None:
        """They come back from a pickle, can be hashed, and do not change."""
        assert record == pickle.loads(pickle.dumps(record))
        assert 1 == len({record, changed(record)})
        with pytest.raises(AttributeError):
            record.note = "another"  # type: ignore[union-attr, misc]  # the point of the test


class TestOnePersonOneDay:
    """One person judges one fact once a day."""

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param(judgement("passion", True), id="the same again"),
            pytest.param(judgement("passion", False), id="the opposite"),
            pytest.param(judgement("passion", by="ROBIN  reviewer "), id="the name spelt otherwise"),
        ],
    )
    def test_two_of_one_fact_by_one_person_on_one_day_are_refused(self, other: Judgement) -> None:
        """Nobody could tell which of them stands."""
        with pytest.raises(InvalidJudgement, match="passion is judged 2 times on 2019-05-07 by one person"):
            check_apart([judgement("passion"), other])

    def test_the_error_names_who_judged_twice(self) -> None:
        """And not somebody else who judged on that day."""
        with pytest.raises(InvalidJudgement) as refused:
            check_apart([judgement("passion", by="Kim Kind"), *[judgement("passion", by="Lou Loud")] * 2])
        assert "Lou Loud" == refused.value.value

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param(judgement("passion", day=8), id="another day"),
            pytest.param(judgement("passion", by="Kim Kind"), id="another person"),
            pytest.param(judgement("communication"), id="another fact"),
        ],
    )
    def test_whatever_differs_stands_beside_it(self, other: Judgement) -> None:
        """Another day, person or fact is another judgement."""
        check_apart([judgement("passion"), other])


class TestSeries:
    """Things given in order."""

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param([waiver(), waiver("FRM-7")], id="a list"),
            pytest.param((waiver(), waiver("FRM-7")), id="a tuple"),
            pytest.param(iter([waiver(), waiver("FRM-7")]), id="an iterator"),
        ],
    )
    def test_any_series_is_taken_in_its_order(self, given: Iterable[Waiver]) -> None:
        """Read once, as a tuple."""
        assert (waiver(), waiver("FRM-7")) == series_of(given, Waiver, "waivers", InvalidJudgement)

    @pytest.mark.parametrize(
        ("given", "problem"),
        [
            pytest.param(None, "not a series of waivers", id="None"),
            pytest.param(waiver(), "not a series of waivers", id="one by itself"),
            pytest.param(7, "not a series of waivers", id="a number"),
            pytest.param("APP-1", None, id="a text"),
            pytest.param("", None, id="an empty text"),
            pytest.param([waiver(), None], "not one of the waivers", id="None among them"),
            pytest.param([judgement("passion")], "not one of the waivers", id="something else"),
            pytest.param([Waiver], "not one of the waivers", id="the class"),
        ],
    )
    def test_anything_else_is_refused(self, given: Iterable[Waiver], problem: str | None) -> None:
        """With the error that the caller's caller knows."""
        with pytest.raises(InvalidJudgement) as refused:
            series_of(given, Waiver, "waivers", InvalidJudgement)
        assert problem in {None, refused.value.problem}
        with pytest.raises(InvalidArgument):
            series_of(given, Waiver, "waivers", InvalidArgument)
