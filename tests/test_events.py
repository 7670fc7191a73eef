"""Events: what each of them has to say by itself, and how it reads."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from mastery_programme import (
    Claimed,
    Completed,
    CostIncurred,
    Days,
    Delivered,
    DepartmentStarted,
    DutyMet,
    FrozenMapping,
    IllegalEvent,
    InvalidArgument,
    LeadTeacher,
    Money,
    Replaced,
    School,
    Voided,
    Withdrew,
)
from tests.histories import FIRST_YEAR, JO
from tests.samples import HISTORY

ON = date(2019, 10, 3)
SCHOOL = School("Another School", "654321")
MAKERS: dict[str, Callable[[Any], object]] = {
    "delivered": lambda on: Delivered("d1", "residentials", Days(1), on=on),
    "voided": lambda on: Voided("d1", "a mistake", on=on),
    "department started": lambda on: DepartmentStarted("s1", SCHOOL, on=on),
    "cost incurred": lambda on: CostIncurred("t1", "travel", Money("86.40"), on=on),
    "duty met": lambda on: DutyMet("m1", "launch", "the hub lead", on=on),
    "claimed": lambda on: Claimed("C1", HISTORY.events[6].lines, on=on),  # type: ignore[union-attr]  # the claim of the sample
    "withdrew": lambda on: Withdrew("a post elsewhere", on=on),
    "replaced": lambda on: Replaced(JO, on=on),
    "completed": lambda on: Completed(on=on),
}


class TestDay:
    """Every event has a day."""

    @pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in MAKERS.items()])
    @pytest.mark.parametrize(
        "on",
        [
            pytest.param(None, id="no day"),
            pytest.param("2019-10-03", id="text"),
            pytest.param(datetime(2019, 10, 3, tzinfo=UTC), id="a moment, whose day depends on the time zone"),
            pytest.param(date(1, 1, 1), id="a day of no financial year"),
            pytest.param(date.max, id="a day after the last year"),
        ],
    )
    def test_what_is_no_day_is_refused(self, make: Any, on: object) -> None:
        """By every kind of event."""
        with pytest.raises(IllegalEvent, match=r"^an event without a day: .*; a datetime\.date"):
            make(on)

    def test_the_day_is_a_keyword(self) -> None:
        """So that nobody takes it for another argument."""
        with pytest.raises(TypeError):
            Withdrew("a post elsewhere", ON)  # type: ignore[call-arg]  # the point of the test


class TestWhatIsSaid:
    """What else an event has to say."""

    @pytest.mark.parametrize(
        ("make", "said"),
        [
            pytest.param(lambda: Delivered("", "residentials", Days(1), on=ON), "without an id", id="no id"),
            pytest.param(lambda: Delivered("x" * 5001, "a", Days(1), on=ON), "without an id", id="an id too long"),
            pytest.param(lambda: Delivered("d", " ", Days(1), on=ON), "without an activity", id="no activity"),
            pytest.param(lambda: Delivered("d", "a", Days(0), on=ON), "without days: '0 days'", id="no days"),
            pytest.param(lambda: Delivered("d", "a", 1, on=ON), "without days: 1", id="a number for days"),  # type: ignore[arg-type]  # the point of the test
            pytest.param(lambda: CostIncurred("c", "", Money(1), on=ON), "a cost without its item", id="no item"),
            pytest.param(lambda: CostIncurred("c", "travel", Money(0), on=ON), "'£0.00'", id="a cost of no amount"),
            pytest.param(lambda: CostIncurred("c", "travel", Money(-1), on=ON), "a mistake is voided", id="less"),
            pytest.param(lambda: CostIncurred("c", "travel", Decimal(1), on=ON), "not what a cost", id="no Money"),  # type: ignore[arg-type]  # the point of the test
            pytest.param(lambda: DutyMet("m", "", "the hub", on=ON), "a duty met without its id", id="no duty"),
            pytest.param(lambda: DutyMet("m", "launch", "", on=ON), "who says so", id="nobody who says so"),
            pytest.param(lambda: DepartmentStarted("s", School(" ", None), on=ON), "of no school", id="nameless"),
            pytest.param(lambda: DepartmentStarted("s", "B", on=ON), "of no school", id="text for a school"),  # type: ignore[arg-type]  # the point of the test
            pytest.param(lambda: Claimed("C", (), on=ON), "a claim of nothing", id="no lines"),
            pytest.param(lambda: Claimed("C", "lines", on=ON), "not a series of lines", id="text for lines"),  # type: ignore[arg-type]  # the point of the test
            pytest.param(lambda: Voided("", "a mistake", on=ON), "a voiding that names no event", id="nothing voided"),
            pytest.param(lambda: Voided("d1", "", on=ON), "without a reason", id="voided for no reason"),
            pytest.param(lambda: Withdrew("  ", on=ON), "without a reason", id="withdrawn for no reason"),
            pytest.param(lambda: Replaced(None, on=ON), "not a lead teacher", id="replaced by nobody"),  # type: ignore[arg-type]  # the point of the test
        ],
    )
    def test_an_event_that_does_not_say_what_it_has_to_is_refused(self, make: Any, said: str) -> None:
        """With what is wrong."""
        with pytest.raises(IllegalEvent) as caught:
            make()
        assert said in str(caught.value)

    def test_facts_of_a_replacement_are_given_by_name(self) -> None:
        """As everywhere."""
        with pytest.raises(InvalidArgument, match="not facts by name"):
            Replaced(JO, on=ON, facts=3)  # type: ignore[arg-type]  # the point of the test

    def test_a_school_may_be_told_by_its_number_alone(self) -> None:
        """As some registers do."""
        assert "support for 654321 began" in str(DepartmentStarted("s1", School(None, "654321"), on=ON))

    def test_lines_and_facts_are_kept_as_they_cannot_change(self) -> None:
        """However they were given."""
        lines = list(HISTORY.events[6].lines)  # type: ignore[union-attr]  # the claim of the sample
        assert Claimed("C1", lines, on=ON).lines == tuple(lines)  # type: ignore[arg-type]  # a list is taken, too
        assert FrozenMapping({"qts": True}) == Replaced(JO, on=ON, facts={"qts": True}).facts


class TestText:
    """How events read."""

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            pytest.param("delivered", "2019-10-03: d1: 1 day of residentials", id="a delivery"),
            pytest.param("voided", "2019-10-03: d1 voided: a mistake", id="a voiding"),
            pytest.param("department started", "2019-10-03: s1: support for Another School began", id="a start"),
            pytest.param("cost incurred", "2019-10-03: t1: travel came to £86.40", id="a cost"),
            pytest.param("duty met", "2019-10-03: m1: launch met, says the hub lead", id="a duty"),
            pytest.param("claimed", "2019-10-03: C1: claim of 5 lines", id="a claim"),
            pytest.param("withdrew", "2019-10-03: withdrew: a post elsewhere", id="a withdrawal"),
            pytest.param("replaced", "2019-10-03: replaced by Jo Example", id="a replacement"),
            pytest.param("completed", "2019-10-03: completed", id="completion"),
        ],
    )
    def test_an_event_reads_as_a_line(self, name: str, text: str) -> None:
        """With its day first."""
        assert text == str(MAKERS[name](ON))

    def test_a_claim_of_one_line_says_so(self) -> None:
        """In the singular."""
        lines = HISTORY.events[6].lines[:1]  # type: ignore[union-attr]  # the claim of the sample
        assert str(Claimed("C1", lines, on=ON)).endswith("claim of 1 line")

    def test_a_teacher_without_a_name_is_told_as_such(self) -> None:
        """Not as None."""
        assert str(Replaced(LeadTeacher(), on=ON)).endswith("a lead teacher whose name is not told")

    def test_a_participation_reads_as_its_events(self) -> None:
        """Under who takes part."""
        assert str(FIRST_YEAR).startswith(
            "p-1, Sam Example of Example School (Norfolk and Suffolk Maths Hub): taking part\n"
            "- 2019-10-03: d1: 1.5 days of residentials\n"
        )
