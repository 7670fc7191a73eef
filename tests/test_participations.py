"""Participations: what they are made of, how one begins, and that they are values."""

import pickle
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Case,
    Days,
    Delivered,
    FrozenMapping,
    IllegalStep,
    InvalidArgument,
    InvalidCount,
    InvalidFact,
    MasteryProgrammeError,
    Participation,
    School,
    Stage,
    UnknownFact,
    UnknownHub,
    enrol,
    progress,
)
from tests.changed_editions import changed, small_edition
from tests.histories import FIRST_YEAR, JO, NEW, SCHOOL, delivered
from tests.samples import APPLICATION, AT, CASE, HISTORY

SELECTED = CASE.move(Stage.UNDER_REVIEW, by="the hub", at=AT).move(
    Stage.SELECTED, by="the hub", at=AT, reason="judged in person"
)


def other(**values: Any) -> Participation:
    """A participation that is otherwise."""
    return evolve(NEW, **values)


class TestMaking:
    """What a participation is made of."""

    def test_the_hub_is_found_as_everywhere_and_kept_in_full(self) -> None:
        """However it was spelt."""
        assert "Norfolk and Suffolk Maths Hub" == other(hub=" norfolk & SUFFOLK").hub

    def test_where_no_hubs_are_listed_any_name_will_do(self) -> None:
        """But for none."""
        edition = changed(SECONDARY_COHORT_4, hubs=())
        assert "A hub" == other(programme=edition, hub="A hub").hub
        with pytest.raises(InvalidArgument, match="not the name of a hub"):
            other(programme=edition, hub=" ")

    @pytest.mark.parametrize(
        ("values", "error", "said"),
        [
            pytest.param({"id": ""}, InvalidArgument, "not the id of a participation", id="no id"),
            pytest.param({"id": 3}, InvalidArgument, "not the id of a participation", id="a number for an id"),
            pytest.param({"programme": "secondary-2019"}, InvalidArgument, "not an edition", id="text for an edition"),
            pytest.param({"lead_teacher": "Sam"}, InvalidArgument, "not a lead teacher", id="text for a lead teacher"),
            pytest.param({"school": None}, InvalidArgument, "not the lead teacher's school", id="no school"),
            pytest.param({"school": School("", None)}, InvalidArgument, "a name or a URN", id="a nameless school"),
            pytest.param({"hub": "Jurasic"}, UnknownHub, "the nearest is 'Jurassic Maths Hub'", id="an unknown hub"),
            pytest.param({"hub": None}, InvalidArgument, "not the name of a hub", id="no hub"),
            pytest.param({"facts": 3}, InvalidArgument, "not facts by name", id="a number for facts"),
            pytest.param({"facts": {"qst": True}}, UnknownFact, "the nearest is 'qts'", id="an unknown fact"),
            pytest.param({"facts": {"qts": "yes"}}, InvalidFact, "qts cannot be this", id="text for yes or no"),
            pytest.param({"supported_departments": 21}, InvalidCount, "from 0 to 20", id="too many departments"),
            pytest.param({"supported_departments": True}, InvalidCount, "from 0 to 20", id="a bool for a number"),
            pytest.param({"events": 3}, MasteryProgrammeError, "not a series of events", id="a number for events"),
            pytest.param({"events": [3]}, MasteryProgrammeError, "not one of the events", id="a number for an event"),
        ],
    )
    def test_what_cannot_be_is_refused(self, values: dict[str, Any], error: type[Exception], said: str) -> None:
        """With what was expected."""
        with pytest.raises(error) as caught:
            other(**values)
        assert said in str(caught.value)

    def test_an_event_of_anothers_making_is_refused(self) -> None:
        """Nobody could say what it means."""

        class Half(Delivered):
            """A delivery of another kind."""

        with pytest.raises(MasteryProgrammeError, match="no event of ours"):
            NEW.record(Half("d", "residentials", Days("0.5"), on=date(2019, 10, 1)))

    def test_facts_on_which_nothing_turns_are_kept(self) -> None:
        """And one that is None is not known."""
        known = other(facts={"qts": True, "pd_lead_secondary": None})
        assert (FrozenMapping({"qts": True}), known.facts) == (known.facts, other(facts={"qts": True}).facts)

    def test_more_can_be_known_and_taken_back(self) -> None:
        """By name."""
        assert True is NEW.know({"qts": True}).facts["qts"]
        assert "pd_lead_secondary" not in NEW.know({"pd_lead_secondary": None}).facts
        with pytest.raises(InvalidArgument, match="not facts by name"):
            NEW.know("qts")  # type: ignore[arg-type]  # the point of the test


class TestValue:
    """A participation is a value."""

    @pytest.mark.parametrize("copy", [pytest.param(pickle.loads, id="pickle"), pytest.param(None, id="deepcopy")])
    def test_copies_are_equal(self, copy: Any) -> None:
        """And hash alike."""
        copied = deepcopy(HISTORY) if copy is None else copy(pickle.dumps(HISTORY))
        assert (HISTORY, hash(HISTORY), progress(HISTORY)) == (copied, hash(copied), progress(copied))

    def test_recording_leaves_the_former_value_as_it_was(self) -> None:
        """It gives another one."""
        more = FIRST_YEAR.record(delivered("d5", "residentials", 1, 2020, 10, 1))
        assert (6, 7) == (len(FIRST_YEAR.events), len(more.events))
        assert FIRST_YEAR == FIRST_YEAR.record()

    def test_what_is_recorded_is_no_part_of_what_the_routes_see(self) -> None:
        """Two participations in one state are costed as one."""
        assert NEW.state == FIRST_YEAR.state != NEW.know({"pd_lead_secondary": True}).state

    def test_an_edition_without_routes_or_hubs_or_grants_will_do(self) -> None:
        """Whatever its shape."""
        activity = SECONDARY_COHORT_4.years[0].activities[0]
        small = Participation("p", small_edition(activity, hubs=()), JO, SCHOOL, "a hub")
        made = progress(small.record(delivered("d", "residentials", 5, 2019, 10, 1)))
        assert ("4.5 days", "0.5 days") == (str(made.activities[0].allowance), str(made.activities[0].excess))


class TestEnrolling:
    """From an application that was selected to taking part."""

    def test_what_is_known_of_an_applicant_is_known_of_the_lead_teacher(self) -> None:
        """As far as a route turns on it."""
        knowing = SELECTED.know({"pd_lead_secondary": True, "employed_as_teacher": True})
        made = enrol(knowing, supported_departments=3)
        assert ("case-1", "Norfolk and Suffolk Maths Hub", 3) == (made.id, made.hub, made.supported_departments)
        assert {"pd_lead_secondary": True} == made.facts
        assert (APPLICATION.lead_teacher, APPLICATION.school) == (made.lead_teacher, made.school)

    def test_another_hub_can_be_named(self) -> None:
        """The applicant need not know which."""
        assert "Jurassic Maths Hub" == enrol(SELECTED, hub="jurassic").hub

    @pytest.mark.parametrize(
        ("case", "error"),
        [
            pytest.param(CASE, IllegalStep, id="an applicant who was not selected"),
            pytest.param(None, InvalidArgument, id="no case"),
            pytest.param(
                evolve(SELECTED, application=evolve(APPLICATION, lead_teacher=None)), InvalidArgument, id="nobody"
            ),
            pytest.param(evolve(SELECTED, application=evolve(APPLICATION, hub=None)), InvalidArgument, id="no hub"),
            pytest.param(
                evolve(SELECTED, application=evolve(APPLICATION, school=None)), InvalidArgument, id="no school"
            ),
        ],
    )
    def test_who_cannot_take_part_is_refused(self, case: Case, error: type[Exception]) -> None:
        """With the reason."""
        with pytest.raises(error):
            enrol(case)
