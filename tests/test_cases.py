"""A case's stages: which can follow which, who and when, and a history that only ever grows."""

import datetime as dates
import re
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Case, IllegalStep, Stage, Step
from tests.oddities import Hostile, copies
from tests.sample_cases import BEGUN, BST, EDITION, MOMENT, NO_MOMENTS, WAYS, at_stage, blank, drafted, moved

FOLLOWING: dict[Stage, set[Stage]] = {
    Stage.DRAFTED: {Stage.SUBMITTED, Stage.WITHDRAWN},
    Stage.SUBMITTED: {Stage.UNDER_REVIEW, Stage.WITHDRAWN},
    Stage.UNDER_REVIEW: {Stage.SELECTED, Stage.RESERVE, Stage.NOT_SELECTED, Stage.WITHDRAWN},
    Stage.SELECTED: {Stage.DECLINED, Stage.WITHDRAWN},
    Stage.RESERVE: {Stage.SELECTED, Stage.NOT_SELECTED, Stage.DECLINED, Stage.WITHDRAWN},
    Stage.NOT_SELECTED: set(),
    Stage.DECLINED: set(),
    Stage.WITHDRAWN: set(),
}
"""What can follow each stage, written down once more."""

LONDON = ZoneInfo("Europe/London")
NEPAL = timezone(timedelta(hours=5, minutes=45))
HAWAII = timezone(timedelta(hours=-10))

PAIRS = [pytest.param(one, other, id=f"{one} to {other}") for one in Stage for other in Stage]
LEGAL, ILLEGAL = (
    [pair for pair in PAIRS if (pair.values[1] in FOLLOWING[Stage(str(pair.values[0]))]) is legal]
    for legal in (True, False)
)
ENDS = [pytest.param(stage, id=stage) for stage in (Stage.NOT_SELECTED, Stage.DECLINED, Stage.WITHDRAWN)]


def step(stage: Any = Stage.SUBMITTED, by: Any = "Ada Example", at: Any = BEGUN, reason: Any = "") -> Step:
    """A step, of things of any type."""
    return Step(stage, by, at, reason)


def by_hand(*steps: Step) -> Case:
    """A case with a history written by hand."""
    return Case("case-1", EDITION, blank(), steps)


class TestStages:
    """Which stage can follow which, for each of the 64 pairs."""

    def test_the_pairs_are_all_there(self) -> None:
        """Fourteen are legal, and fifty are not."""
        assert (8, 14, 50) == (len(Stage), len(LEGAL), len(ILLEGAL))

    @pytest.mark.parametrize(("stage", "to"), LEGAL)
    def test_a_legal_step_leads_where_it_says(self, stage: Stage, to: Stage) -> None:
        """Also in a history written by hand."""
        before = at_stage(stage)
        after = moved(before, [to])
        assert (to, stage) == (after.stage, before.stage)
        assert after.history == by_hand(*before.history, after.history[-1]).history

    @pytest.mark.parametrize(("stage", "to"), ILLEGAL)
    def test_an_illegal_step_is_refused_and_names_those_that_are_legal(self, stage: Stage, to: Stage) -> None:
        """Where there is none it says that this is an end; and by hand there is no way about it."""
        case = at_stage(stage)
        for attempt in (partial(moved, case, [to]), partial(by_hand, *case.history, step(to, at=case.history[-1].at))):
            with pytest.raises(IllegalStep, match=f"'{stage.value}'") as caught:
                attempt()
            assert FOLLOWING[stage] == set(re.findall(r"'(.*?)'", caught.value.allowed))
            assert ("an end" in caught.value.allowed) is (not FOLLOWING[stage])

    @pytest.mark.parametrize(("stage", "to"), ILLEGAL)
    def test_an_illegal_step_is_refused_by_the_name_of_where_it_leads(self, stage: Stage, to: Stage) -> None:
        """Whoever reads the error sees what was asked for."""
        with pytest.raises(IllegalStep, match=f"'{to.value}'") as caught:
            moved(at_stage(stage), [to])
        assert to.value == caught.value.value

    @pytest.mark.parametrize("stage", Stage)
    def test_a_stage_tells_what_can_follow_it(self, stage: Stage) -> None:
        """Each once, in the order of the stages."""
        assert [one for one in Stage if one in FOLLOWING[stage]] == sorted(stage.following, key=list(Stage).index)

    def test_every_stage_can_be_reached_from_a_draft(self) -> None:
        """Searched step by step."""
        reached = {Stage.DRAFTED: drafted()}
        ahead = list(reached.values())
        while ahead:
            case = ahead.pop()
            for stage in set(case.stage.following) - reached.keys():
                reached[stage] = moved(case, [stage])
                ahead.append(reached[stage])
        assert {stage: stage for stage in Stage} == {stage: case.stage for stage, case in reached.items()}

    @pytest.mark.parametrize("stage", ENDS)
    def test_an_end_has_no_exit(self, stage: Stage) -> None:
        """Not even to itself."""
        assert () == stage.following
        for to in Stage:
            with pytest.raises(IllegalStep, match="an end"):
                moved(at_stage(stage), [to])

    def test_every_other_stage_can_be_withdrawn_from(self) -> None:
        """Nobody is held."""
        assert {stage for stage in Stage if stage.following} == {
            stage for stage in Stage if Stage.WITHDRAWN in stage.following
        }


class TestSteps:
    """Who took a step, and when."""

    @pytest.mark.parametrize(
        ("given", "problem"),
        [
            pytest.param({"stage": "submited"}, "no stage", id="a stage misspelt"),
            pytest.param({"stage": None}, "no stage", id="no stage"),
            pytest.param({"stage": Stage}, "no stage", id="all stages"),
            pytest.param({"stage": Hostile()}, "no stage", id="a stage that breaks when it is shown"),
            pytest.param({"by": None}, "without the name", id="nobody"),
            pytest.param({"by": ""}, "without the name", id="an empty name"),
            pytest.param({"by": " \t\n\N{NO-BREAK SPACE}"}, "without the name", id="a blank name"),
            pytest.param({"by": b"Ada"}, "without the name", id="a name in bytes"),
            pytest.param({"by": Hostile()}, "without the name", id="a name that breaks when it is shown"),
            pytest.param({"reason": None}, "not a reason", id="nothing for a reason"),
            pytest.param({"reason": 7}, "not a reason", id="a number for a reason"),
        ],
    )
    def test_a_step_says_where_to_and_who(self, given: dict[str, Any], problem: str) -> None:
        """Made by itself or taken by a case."""
        all_given: dict[str, Any] = {"stage": Stage.SUBMITTED, "by": "Ada Example", "at": BEGUN, **given}
        for attempt in (Step, drafted().move):
            with pytest.raises(IllegalStep, match=problem):
                attempt(**all_given)

    @pytest.mark.parametrize("at", NO_MOMENTS)
    def test_a_step_says_when(self, at: Any) -> None:
        """As a moment that is one in every time zone."""
        for attempt in (
            partial(step, at=at),
            partial(drafted().move, Stage.SUBMITTED, by="Ada Example", at=at),
            partial(Case.draft, "case-1", EDITION, blank(), by="Ada Example", at=at),
        ):
            with pytest.raises(IllegalStep, match="without a moment"):
                attempt()

    def test_a_text_for_a_stage_is_told_what_there_is(self) -> None:
        """All stages by name."""
        with pytest.raises(IllegalStep) as caught:
            step("select")
        assert all(stage.value in caught.value.allowed for stage in Stage)

    def test_a_moment_of_a_finer_kind_is_one_for_every_step(self) -> None:
        """Such as pandas has."""
        at = pd.Timestamp("2019-04-26 17:00", tz="Europe/London")
        case = drafted()
        for stage in WAYS[Stage.DECLINED]:
            case = case.move(stage, by="Ada Example", at=at, reason="It is a moment.")
        assert (Stage.DECLINED, at) == (case.stage, case.application.submitted_at)
        assert {datetime} == {type(one.at) for one in case.history}

    def test_it_reads_as_a_line(self) -> None:
        """With its reason, if it has one."""
        assert "submitted by Ada Example at 2019-04-01 09:00:00+01:00" == str(step())
        assert "reserve by Ada Example at 2019-04-01 09:00:00+01:00: full" == str(step(Stage.RESERVE, reason="full"))

    def test_a_case_reads_as_its_steps(self) -> None:
        """Its name and where it stands, and a line for each."""
        case = moved(drafted(), [Stage.WITHDRAWN])
        lines = ["case-1: withdrawn", *(f"- {one}" for one in case.history)]
        assert lines == str(case).splitlines()

    def test_it_is_a_value(self) -> None:
        """Equal by all that it says, and back from its repr and from every copy."""
        made = step(reason="full")
        assert {made} == set(copies(made)) == {step(reason="full"), step(at=BEGUN.astimezone(UTC), reason="full")}
        assert made == eval(repr(made), {"Step": Step, "Stage": Stage, "datetime": dates})
        others = {step(Stage.RESERVE, reason="full"), step(by="Cy"), step(at=BEGUN + MOMENT), step()}
        assert 5 == len({made, *others})


class TestTime:
    """Time does not run backwards."""

    @pytest.mark.parametrize(
        "at",
        [
            pytest.param(BEGUN, id="the same moment"),
            pytest.param(BEGUN.astimezone(UTC), id="the same moment, an hour less on the clock"),
            pytest.param(BEGUN.astimezone(HAWAII), id="the same moment, the day before on the calendar"),
            pytest.param(BEGUN.astimezone(NEPAL), id="the same moment in Nepal"),
            pytest.param(BEGUN.astimezone(LONDON), id="the same moment in a zone with a summer time"),
            pytest.param(BEGUN + MOMENT, id="the next moment"),
            pytest.param((BEGUN + MOMENT).astimezone(HAWAII), id="the next moment in Hawaii"),
        ],
    )
    def test_a_step_may_be_at_the_moment_of_the_one_before_or_later(self, at: datetime) -> None:
        """In whichever zone, and as it is told."""
        case = drafted().move(Stage.SUBMITTED, by="Ada Example", at=at)
        assert (Stage.SUBMITTED, at.isoformat()) == (case.stage, case.history[-1].at.isoformat())

    @pytest.mark.parametrize("zone", [BST, UTC, HAWAII, NEPAL, LONDON], ids=str)
    def test_a_moment_earlier_is_refused(self, zone: dates.tzinfo) -> None:
        """However late it is on the clocks there; by hand too."""
        begun = BEGUN + 7 * MOMENT
        at = (begun - MOMENT).astimezone(zone)
        with pytest.raises(IllegalStep, match="earlier") as caught:
            Case.draft("case-1", EDITION, blank(), by="Ada Example", at=begun).move(Stage.SUBMITTED, by="Cy", at=at)
        assert (at.isoformat(), True) == (caught.value.value, str(begun) in caught.value.allowed)
        with pytest.raises(IllegalStep, match="earlier"):
            by_hand(step(Stage.DRAFTED, at=begun), step(at=at))

    def test_the_hour_that_comes_twice_comes_twice(self) -> None:
        """When clocks go back, a later moment is one, whatever they show; and an earlier one is refused."""
        first = datetime(2019, 10, 27, 1, 30, tzinfo=LONDON)
        later = datetime(2019, 10, 27, 1, 10, tzinfo=LONDON, fold=1)
        assert timedelta(minutes=40) == later.astimezone(UTC) - first.astimezone(UTC)
        assert Stage.SUBMITTED is by_hand(step(Stage.DRAFTED, at=first), step(at=later)).stage
        with pytest.raises(IllegalStep, match="earlier"):
            by_hand(step(Stage.DRAFTED, at=later), step(at=first + timedelta(minutes=15)))

    def test_moments_that_a_clock_shows_alike_are_two(self) -> None:
        """A step at the one is not a step at the other."""
        first = datetime(2019, 10, 27, 1, 30, tzinfo=LONDON)
        assert step(at=first) != step(at=first.replace(fold=1))


class TestHistory:
    """What a history is, and that nothing in it is ever lost."""

    @pytest.mark.parametrize(
        "history",
        [
            pytest.param((), id="no steps"),
            pytest.param([], id="no steps in a list"),
            pytest.param(None, id="nothing"),
            pytest.param(step(Stage.DRAFTED), id="one step by itself"),
            pytest.param("drafted", id="a text"),
            pytest.param({step(Stage.DRAFTED)}, id="a set, which has no order"),
            pytest.param((Stage.DRAFTED,), id="stages for steps"),
            pytest.param((step(Stage.DRAFTED), None), id="nothing for a step"),
            pytest.param((step(Stage.SUBMITTED),), id="it begins with another stage"),
            pytest.param((step(Stage.DRAFTED), step(Stage.DRAFTED)), id="it begins twice"),
            pytest.param((step(Stage.DRAFTED), step(Stage.SELECTED)), id="it leaves out stages"),
            pytest.param((step(Stage.DRAFTED), step(Stage.WITHDRAWN), step(Stage.SUBMITTED)), id="it goes on"),
        ],
    )
    def test_a_history_that_cannot_be_is_refused(self, history: Any) -> None:
        """When a case is built by hand."""
        with pytest.raises(IllegalStep):
            Case("case-1", EDITION, blank(), history)

    def test_a_list_of_steps_is_taken_as_a_tuple(self) -> None:
        """What becomes of the list does not matter any more."""
        steps: Any = [step(Stage.DRAFTED), step()]
        case = Case("case-1", EDITION, blank(), steps)
        steps.clear()
        assert (step(Stage.DRAFTED), step()) == case.history

    @given(
        st.lists(
            st.tuples(
                st.integers(0, 3),
                st.timedeltas(timedelta(0), timedelta(days=9)),
                st.sampled_from([BST, UTC, HAWAII, NEPAL]),
                st.sampled_from(["Ada Example", "Bea Example"]),
            ),
            max_size=8,
        )
    )
    def test_whatever_way_it_goes_every_earlier_step_is_kept(self, way: list[tuple[int, timedelta, Any, str]]) -> None:
        """And no earlier case changes."""
        cases = [drafted()]
        histories = [cases[0].history]
        for choice, later, zone, by in way:
            old = cases[-1]
            if old.stage.following:
                to = old.stage.following[choice % len(old.stage.following)]
                at = (old.history[-1].at + later).astimezone(zone)
                cases.append(old.move(to, by=by, at=at, reason="So it goes."))
                histories.append((*old.history, Step(to, by, at, "So it goes.")))
        assert histories == [case.history for case in cases]
        assert all(new.history[:-1] == old.history for old, new in pairwise(cases))

    def test_nothing_in_it_can_be_taken_away(self) -> None:
        """Neither the history nor a step of it can be set."""
        case: Any = moved(drafted(), [Stage.SUBMITTED])
        first: Any = case.history[0]
        with pytest.raises(AttributeError):
            case.history = ()
        with pytest.raises(AttributeError):
            first.by = "somebody else"
        assert (2, "Ada Example") == (len(case.history), first.by)
