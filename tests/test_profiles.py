"""Profiles: places that are alike, and places by hub."""

from pickle import dumps, loads
from typing import Any

import numpy as np
import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    FrozenMapping,
    InvalidArgument,
    InvalidCount,
    InvalidFact,
    MasteryProgrammeError,
    Profile,
    UnknownFact,
    UnknownHub,
    places_by_hub,
)
from tests.changed_editions import changed
from tests.oddities import HUGE, NO_NUMBERS

PROGRAMME = SECONDARY_COHORT_4
NO_HUBS = changed(PROGRAMME, id="without-hubs", hubs=())


def _of(**given: Any) -> Profile:
    """A profile of five places, with other arguments for some."""
    arguments: dict[str, Any] = {"programme": PROGRAMME, "hub": "Jurassic", "count": 5, **given}
    return Profile(**arguments)


class TestProfile:
    """A number of places that are alike."""

    def test_it_is_one_place_of_which_nothing_is_known_unless_more_is_said(self) -> None:
        """At a hub that has to be named."""
        profile = Profile(PROGRAMME, "Jurassic")
        nothing: FrozenMapping[Any, Any] = FrozenMapping()
        assert (1, nothing, None, nothing) == (
            profile.count,
            profile.facts,
            profile.supported_departments,
            profile.leaving,
        )

    @pytest.mark.parametrize("name", ["Jurassic Maths Hub", "jurassic", "  JURASSIC  maths hub"])
    def test_its_hub_has_its_full_name(self, name: str) -> None:
        """However it was written."""
        assert "Jurassic Maths Hub" == Profile(PROGRAMME, name).hub

    def test_who_leaves_stands_in_the_order_of_the_years_and_nobody_is_left_out(self) -> None:
        """So profiles that say the same are equal."""
        profile = Profile(PROGRAMME, "Jurassic", 9, leaving={3: 1, 2: 0, 1: 2})
        assert [(1, 2), (3, 1)] == list(profile.leaving.items())
        assert profile == Profile(PROGRAMME, "jurassic", 9, leaving={1: 2, 3: 1})

    def test_all_can_leave(self) -> None:
        """At the end of any years."""
        assert {1: 2, 2: 3} == Profile(PROGRAMME, "Jurassic", 5, leaving={1: 2, 2: 3}).leaving

    def test_facts_that_are_not_known_are_left_out(self) -> None:
        """As everywhere."""
        facts = {"pd_lead_secondary": None, "qts": True}
        assert {"qts": True} == Profile(PROGRAMME, "Jurassic", facts=facts).facts

    def test_facts_on_which_no_route_turns_make_no_other_state(self) -> None:
        """But are a part of its value."""
        plain, told = Profile(PROGRAMME, "Jurassic"), Profile(PROGRAMME, "Jurassic", facts={"qts": True})
        settled = Profile(PROGRAMME, "Jurassic", facts={"pd_lead_secondary": True})
        assert plain.state == told.state != settled.state
        assert plain != told

    def test_whole_numbers_of_numpy_are_numbers(self) -> None:
        """And become plain ones."""
        five: Any = np.int64(5)
        one: Any = np.int64(1)
        nothing: Any = np.int64(0)
        profile = Profile(PROGRAMME, "Jurassic", five, supported_departments=nothing, leaving={one: five})
        assert (5, 0, FrozenMapping({1: 5})) == (profile.count, profile.supported_departments, profile.leaving)
        numbers = (profile.count, profile.supported_departments, *profile.leaving, *profile.leaving.values())
        assert {int} == set(map(type, numbers))

    @pytest.mark.parametrize(
        ("leaving", "text"),
        [
            ({}, "12 x secondary-2019 at Jurassic Maths Hub"),
            ({1: 1, 2: 3}, "12 x secondary-2019 at Jurassic Maths Hub, 1 leaves after year 1, 3 leave after year 2"),
        ],
    )
    def test_its_text_says_how_many_of_what_and_where(self, leaving: dict[int, int], text: str) -> None:
        """And who leaves."""
        assert text == str(Profile(PROGRAMME, "Jurassic", 12, leaving=leaving))

    def test_it_is_a_value(self) -> None:
        """Hashable, picklable, equal to its copy, its mappings its own."""
        leaving = {1: 2}
        profile = Profile(PROGRAMME, "Jurassic", 5, facts={"qts": True}, leaving=leaving)
        leaving[2] = 3
        assert FrozenMapping({1: 2}) == profile.leaving
        assert (profile, hash(profile)) == (loads(dumps(profile)), hash(loads(dumps(profile))))
        assert profile.state == loads(dumps(profile)).state

    @pytest.mark.parametrize(
        ("given", "error", "said"),
        [
            pytest.param({"programme": "secondary-2019"}, InvalidArgument, "Programme", id="an id for an edition"),
            pytest.param({"hub": "Jurasic"}, UnknownHub, "Jurassic Maths Hub", id="a hub misspelt"),
            pytest.param({"hub": None}, InvalidArgument, "not the name of a hub", id="no hub"),
            pytest.param({"hub": PROGRAMME.hubs[0]}, InvalidArgument, "not the name of a hub", id="a Hub for its name"),
            pytest.param({"count": -1}, InvalidCount, "from 0 to 1,000,000", id="less than no places"),
            pytest.param({"count": 1_000_001}, InvalidCount, "from 0 to 1,000,000", id="too many places"),
            pytest.param({"count": True}, InvalidCount, "True", id="a bool"),
            pytest.param({"count": 2.0}, InvalidCount, "2.0", id="a float"),
            pytest.param({"count": "2"}, InvalidCount, "'2'", id="text"),
            pytest.param({"count": HUGE}, InvalidCount, "bits", id="a very large number"),
            pytest.param({"facts": {"pd_led": True}}, UnknownFact, "pd_led", id="a fact misspelt"),
            pytest.param({"facts": {"pd_lead_secondary": 1}}, InvalidFact, "pd_lead_secondary", id="1 for true"),
            pytest.param({"facts": [("qts", True)]}, InvalidArgument, "not facts by name", id="pairs"),
            pytest.param({"supported_departments": 21}, InvalidCount, "from 0 to 20", id="too many departments"),
            pytest.param({"leaving": [1, 2]}, InvalidArgument, "not numbers by year", id="a list"),
            pytest.param({"leaving": None}, InvalidArgument, "not numbers by year", id="nothing"),
            pytest.param({"leaving": {4: 1}}, InvalidCount, "from 1 to 3", id="a year that is none"),
            pytest.param({"leaving": {0: 1}}, InvalidCount, "from 1 to 3", id="a year before the first"),
            pytest.param({"leaving": {2020: 1}}, InvalidCount, "from 1 to 3", id="a calendar year"),
            pytest.param({"leaving": {"1": 1}}, InvalidCount, "'1'", id="text for a year"),
            pytest.param({"leaving": {True: 1}}, InvalidCount, "True", id="a bool for a year"),
            pytest.param({"leaving": {1: None}}, InvalidCount, "None", id="an open number"),
            pytest.param({"leaving": {1: False}}, InvalidCount, "False", id="a bool for nobody"),
            pytest.param({"leaving": {1: -1, 2: 1}}, InvalidCount, "-1", id="less than nobody"),
            pytest.param({"leaving": {1: 3, 2: 3}}, InvalidCount, "more leave than there are: 6; at most 5", id="more"),
        ],
    )
    def test_what_is_none_is_refused(
        self, given: dict[str, Any], error: type[MasteryProgrammeError], said: str
    ) -> None:
        """Saying what is allowed."""
        with pytest.raises(error, match=said):
            _of(**given)

    @pytest.mark.parametrize("given", NO_NUMBERS)
    def test_what_is_no_number_is_no_number_of_places(self, given: Any) -> None:
        """Nor of those who leave, nor of a year, unless it is no key at all."""
        with pytest.raises(InvalidCount):
            Profile(PROGRAMME, "Jurassic", given)
        with pytest.raises(InvalidCount):
            Profile(PROGRAMME, "Jurassic", 5, leaving={1: given})

    @pytest.mark.parametrize("name", ["", "  ", "\t\n", None, 3])
    def test_a_hub_has_a_name_also_where_the_edition_lists_none(self, name: Any) -> None:
        """Any that says something."""
        with pytest.raises(InvalidArgument, match="not the name of a hub"):
            Profile(NO_HUBS, name)
        assert "Jurasic" == Profile(NO_HUBS, "Jurasic").hub


class TestPlacesByHub:
    """A profile for each hub."""

    def test_each_hub_has_its_number(self) -> None:
        """In the order given, with what is known of all of them."""
        given: dict[str, Any] = {"great north": 1, "Jurassic": np.int64(2), "Boolean": 0}
        made = places_by_hub(PROGRAMME, given, facts={"qts": True}, supported_departments=3)
        assert (
            Profile(PROGRAMME, "Great North", 1, facts={"qts": True}, supported_departments=3),
            Profile(PROGRAMME, "Jurassic", 2, facts={"qts": True}, supported_departments=3),
            Profile(PROGRAMME, "Boolean", 0, facts={"qts": True}, supported_departments=3),
        ) == made

    def test_no_hubs_are_no_places(self) -> None:
        """And nothing wrong."""
        assert () == places_by_hub(PROGRAMME, {})

    def test_very_many_hubs_that_no_edition_lists_take_no_time(self) -> None:
        """Each name is looked up once."""
        assert 20_000 == len(places_by_hub(NO_HUBS, {f"hub {number}": 1 for number in range(20_000)}))

    @pytest.mark.parametrize(
        ("numbers", "error", "said"),
        [
            pytest.param({"Jurassic": 1, "jurassic maths hub": 2}, InvalidArgument, "two names of one hub", id="twice"),
            pytest.param({"Jurasic": 1}, UnknownHub, "Jurassic Maths Hub", id="a hub misspelt"),
            pytest.param({3: 1}, InvalidArgument, "not the name of a hub", id="a number for a hub"),
            pytest.param({"Jurassic": None}, InvalidCount, "None", id="an open number"),
            pytest.param({"Jurassic": -1}, InvalidCount, "-1", id="less than nothing"),
            pytest.param([("Jurassic", 1)], InvalidArgument, "not numbers by hub", id="pairs"),
            pytest.param("Jurassic", InvalidArgument, "not numbers by hub", id="a hub by itself"),
            pytest.param(None, InvalidArgument, "not numbers by hub", id="nothing"),
        ],
    )
    def test_what_are_no_places_is_refused(self, numbers: Any, error: type[MasteryProgrammeError], said: str) -> None:
        """Saying what is allowed."""
        with pytest.raises(error, match=said):
            places_by_hub(PROGRAMME, numbers)

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            pytest.param({"facts": {"pd_led": True}}, UnknownFact, id="a fact misspelt"),
            pytest.param({"facts": {"qts": 1}}, InvalidFact, id="1 for true"),
            pytest.param({"supported_departments": 21}, InvalidCount, id="too many departments"),
        ],
    )
    def test_what_holds_for_all_is_checked_also_where_there_are_no_hubs(
        self, given: dict[str, Any], error: type[MasteryProgrammeError]
    ) -> None:
        """Or a mistake would show only later."""
        with pytest.raises(error):
            places_by_hub(PROGRAMME, {}, **given)

    def test_what_is_no_edition_is_refused(self) -> None:
        """Its id too."""
        with pytest.raises(InvalidArgument):
            places_by_hub("secondary-2019", {"Jurassic": 1})  # type: ignore[arg-type]  # the point of the test
