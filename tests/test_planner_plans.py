"""A plan as a value: how it is shown, its records, and the ids of its events."""

import pickle
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import Days, FrozenMapping
from mastery_programme.planner import FixedDate, Plan, PlannedDay, Skipped, Weekday, WeeklyPattern, Why
from mastery_programme.planner.ids import event_id
from tests.planning import AUTUMN, HALF, MEETING, RESIDENTIALS, WHOLE, planned

ON = date(2019, 10, 10)
MADE = planned(
    {RESIDENTIALS: Days("1.5"), "visits": Days("1.5"), "<b>": Days(2)},
    [AUTUMN],
    fixed=[*MEETING, FixedDate(RESIDENTIALS, date(2019, 10, 16), WHOLE)],
    patterns=[WeeklyPattern("visits", "Thursday", days=WHOLE), WeeklyPattern("talks", "Monday", days=HALF)],
    closed={date(2019, 9, 12)},
    most_a_week=Days(1),
)
SHOWN = """\
Plan: 3 days

Date        Day        Activity          Days
----------  ---------  ------------  --------
2019-09-05  Thursday   visits           1 day
2019-09-19  Thursday   visits        0.5 days
2019-10-10  Thursday   residentials     1 day
2019-10-16  Wednesday  residentials  0.5 days

<b>: 2 days found no date
talks: 6 dates from 2019-09-09 to 2019-10-14 left out (not among the needs)
visits: 2019-09-12 left out (closed)
visits: 2019-09-19, 2019-09-26, 2019-10-03, 2019-10-10, 2019-10-17 left out (nothing left to place)
residentials: 2019-10-11 left out (week full)
residentials: 2019-10-16 left out (nothing left to place)"""
QUICK = settings(derandomize=True, database=None, deadline=None)
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=9)


class TestShown:
    """What a person reads."""

    def test_it_is_a_table_by_date_with_what_was_left_out_below(self) -> None:
        """Days that found no date, and each date left out, in a line for each reason."""
        assert SHOWN == str(MADE)

    def test_a_plan_in_which_all_fits_has_nothing_below(self) -> None:
        """Nor has one of nothing."""
        made = planned({"a": HALF}, fixed=[FixedDate("a", ON, HALF)])
        assert str(made).endswith("\n2019-10-10  Thursday  a         0.5 days")
        assert "Plan: 0 days\n\nDate  Day  Activity  Days\n----  ---  --------  ----" == str(planned({}))

    def test_the_html_is_the_same_and_escaped(self) -> None:
        """Whatever an activity is called."""
        html = MADE._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert "<b>" not in html
        assert "<caption>Plan: 3 days</caption>" in html
        assert '<th scope="row">2019-09-05</th><td style="text-align: left">Thursday</td>' in html
        assert "<p>&lt;b&gt;: 2 days found no date</p>" in html
        assert html.endswith("<p>residentials: 2019-10-16 left out (nothing left to place)</p>")

    def test_every_reason_has_words(self) -> None:
        """Each its own."""
        assert len(Why) == len({why.label for why in Why})
        assert "week full" == Why.WEEK_FULL.label


class TestRecords:
    """What a program reads."""

    def test_each_has_the_same_keys(self) -> None:
        """In the same order, so that they make a table."""
        assert {("kind", "id", "activity", "on", "days", "why")} == {tuple(record) for record in MADE.to_records()}

    def test_planned_and_unplaced_days_add_up_to_the_needs(self) -> None:
        """What was left out stands apart."""
        frame = pd.DataFrame(MADE.to_records())
        days = frame.groupby("kind")["days"].sum()
        assert Decimal(5) == days["planned"] + days["unplaced"]
        assert len(MADE.skipped) == sum(frame["kind"] == "skipped")

    def test_a_record_of_each_kind(self) -> None:
        """With None where there is nothing to say."""
        made = planned({"a": Days(2)}, [AUTUMN], fixed=[FixedDate("a", ON, WHOLE), FixedDate("b", ON, WHOLE)])
        assert [
            {"kind": "planned", "id": "p-7.a.2019-10-10", "activity": "a", "on": ON, "days": Decimal(1), "why": None},
            {
                "kind": "skipped",
                "id": None,
                "activity": "b",
                "on": ON,
                "days": Decimal(1),
                "why": "not-needed",
            },
            {"kind": "unplaced", "id": None, "activity": "a", "on": None, "days": Decimal(1), "why": None},
        ] == made.to_records()

    def test_where_all_is_placed_no_record_says_otherwise(self) -> None:
        """An activity of which nothing is left has none of its own."""
        made = planned({"a": HALF, "b": Days(0)}, [AUTUMN], fixed=[FixedDate("a", ON, HALF)])
        assert ["planned"] == [record["kind"] for record in made.to_records()]

    def test_several_reasons_are_parted(self) -> None:
        """By a semicolon."""
        made = planned({"a": Days(1)}, [AUTUMN], fixed=[FixedDate("a", ON, WHOLE)], closed={ON}, most_a_week=HALF)
        assert "closed; week-full" == made.to_records()[0]["why"]


class TestValue:
    """A plan is a value."""

    def test_it_survives_a_pickle(self) -> None:
        """With the same hash."""
        again = pickle.loads(pickle.dumps(MADE))
        assert (MADE, hash(MADE)) == (again, hash(again))

    def test_its_code_gives_it_back(self) -> None:
        """With the names that one imports."""
        ours = (Plan, PlannedDay, Skipped, Why, Weekday, Days, FrozenMapping)
        names = {cls.__name__: cls for cls in ours} | {"datetime": __import__("datetime")}
        assert MADE == eval(repr(MADE), names)


class TestIds:
    """The ids of events."""

    @pytest.mark.parametrize(
        ("key", "activity", "id"),
        [
            pytest.param("p-7", "wider-work", "p-7.wider-work.2019-10-10", id="plain texts as they are"),
            pytest.param("P7", "a", "_507.a.2019-10-10", id="a capital"),
            pytest.param("a.b", "c", "a_2eb.c.2019-10-10", id="a point"),
            pytest.param("a_2eb", "c", "a_5f2eb.c.2019-10-10", id="an underscore"),
            pytest.param("é", " \n", "_c3_a9._20_0a.2019-10-10", id="what is no plain character"),
            pytest.param("\ud83d\ude00", "a", "_ed_a0_bd_ed_b8_80.a.2019-10-10", id="two halves of a character"),
            pytest.param("\U0001f600", "a", "_f0_9f_98_80.a.2019-10-10", id="the whole of it"),
        ],
    )
    def test_an_id_is_made_of_key_activity_and_date(self, key: str, activity: str, id: str) -> None:
        """In small letters of ASCII, digits, hyphens, underscores and points."""
        assert id == event_id(key, activity, ON)

    @QUICK
    @given(one=st.tuples(ANY_TEXT, ANY_TEXT, st.dates()), other=st.tuples(ANY_TEXT, ANY_TEXT, st.dates()))
    def test_two_things_never_have_one_id(self, one: tuple[str, str, date], other: tuple[str, str, date]) -> None:
        """Also where case is not told apart."""
        assert (one == other) == (event_id(*one) == event_id(*other).casefold())

    @QUICK
    @given(key=ANY_TEXT, activity=ANY_TEXT)
    def test_an_id_can_be_read_back(self, key: str, activity: str) -> None:
        """So nothing of a key is lost in it."""
        parts = event_id(key, activity, ON).split(".")
        assert 3 == len(parts)
        assert [key, activity] == [read(part) for part in parts[:2]]


def read(part: str) -> str:
    """The text of which a part of an id was made."""
    first, *rest = part.split("_")
    data = first.encode() + b"".join(bytes.fromhex(one[:2]) + one[2:].encode() for one in rest)
    return data.decode("utf-8", "surrogatepass")
