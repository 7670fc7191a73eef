"""Which deliveries can be recorded, and what can be voided: every refusal with its reason."""

from datetime import date

import pytest

from mastery_programme import (
    CostIncurred,
    Delivered,
    DepartmentStarted,
    DutyMet,
    IllegalEvent,
    Participation,
)
from mastery_programme.tenures import Happening
from tests.histories import FIRST_YEAR, NEW, delivered, department, travel, voided
from tests.participations import ACCREDITED, BACK, DONE, LEFT, UNKNOWN, refusal


class TestDeliveries:
    """Days that were delivered."""

    @pytest.mark.parametrize(
        ("before", "event", "said"),
        [
            pytest.param(
                NEW,
                delivered("d", "residentials", 1, 2019, 8, 31),
                "a day before the first year of the programme: '2019-08-31'; from 2019-09-01 to 2022-08-31",
                id="the day before the first year",
            ),
            pytest.param(
                NEW,
                delivered("d", "support", 1, 2022, 9, 1),
                "a day after the last year of the programme: '2022-09-01'; from 2019-09-01 to 2022-08-31",
                id="the day after the last year",
            ),
            pytest.param(
                NEW,
                delivered("d", "support", 1, 2019, 10, 1),
                "an activity of 2021/22: 'support'; in 2019/20: residentials, personal-development",
                id="an activity of another year",
            ),
            pytest.param(
                NEW,
                delivered("d", "residentals", 1, 2019, 10, 1),
                "no such activity: 'residentals'; in 2019/20: residentials, personal-development; "
                "the nearest is 'residentials'",
                id="a typing mistake",
            ),
            pytest.param(
                NEW,
                delivered("d", "wider-work", 1, 2020, 10, 1),
                "an activity that is not on the lead teacher's route: 'wider-work'; in 2020/21: residentials, "
                "development, pd-lead-programme",
                id="wider work of somebody who is not accredited",
            ),
            pytest.param(
                ACCREDITED,
                delivered("d", "pd-lead-programme", 1, 2020, 10, 1),
                "an activity that is not on the lead teacher's route: 'pd-lead-programme'; in 2020/21: residentials, "
                "development, wider-work",
                id="the PD Lead programme of somebody who is accredited",
            ),
            pytest.param(
                UNKNOWN.record(delivered("d1", "pd-lead-programme", 1, 2020, 10, 1)),
                delivered("d", "wider-work", 1, 2020, 11, 1),
                "an activity that is not on the lead teacher's route: 'wider-work'; in 2020/21: residentials, "
                "development, pd-lead-programme",
                id="both ways of a route that is open",
            ),
            pytest.param(
                LEFT,
                delivered("d", "residentials", 1, 2020, 7, 2),
                "a day after the lead teacher had withdrawn: '2020-07-02'; up to 2020-07-01",
                id="the day after a withdrawal",
            ),
            pytest.param(
                BACK,
                delivered("d", "residentials", 1, 2020, 9, 6),
                "a day after the lead teacher had withdrawn: '2020-09-06'; up to 2020-07-01, and from 2020-09-07 on",
                id="a day on which nobody took part",
            ),
            pytest.param(
                DONE,
                delivered("d", "support", 1, 2022, 7, 9),
                "a day after the programme was completed: '2022-07-09'; up to 2022-07-08",
                id="the day after completion",
            ),
            pytest.param(
                FIRST_YEAR,
                delivered("d1", "residentials", 1, 2019, 10, 1),
                "two events of one id: 'd1'; an id that no other event has",
                id="an id for the second time",
            ),
        ],
    )
    def test_a_delivery_that_cannot_have_been_is_refused(
        self, before: Participation, event: Happening, said: str
    ) -> None:
        """With the reason and what is allowed."""
        assert said == str(refusal(before, event))

    @pytest.mark.parametrize(
        ("before", "event"),
        [
            pytest.param(NEW, delivered("d", "residentials", 1, 2019, 9, 1), id="the first day of the first year"),
            pytest.param(NEW, delivered("d", "support", 1, 2022, 8, 31), id="the last day of the last year"),
            pytest.param(LEFT, delivered("d", "residentials", 1, 2020, 7, 1), id="the last day of taking part"),
            pytest.param(BACK, delivered("d", "residentials", 1, 2020, 9, 7), id="the first day of a replacement"),
            pytest.param(BACK, delivered("d", "residentials", 1, 2020, 1, 7), id="a day of the former, recorded late"),
            pytest.param(UNKNOWN, delivered("d", "wider-work", 1, 2020, 10, 1), id="one way of a route that is open"),
            pytest.param(NEW, delivered("d", "residentials", 100, 2019, 9, 1), id="far more days than are allowed"),
            pytest.param(DONE, delivered("d", "support", 1, 2022, 7, 8), id="a day up to completion, recorded late"),
            pytest.param(
                UNKNOWN.record(delivered("d1", "pd-lead-programme", 1, 2020, 10, 1), voided("d1", 2020, 10, 2)),
                delivered("d", "wider-work", 1, 2020, 11, 1),
                id="the other way, once the first was voided",
            ),
        ],
    )
    def test_a_delivery_that_can_have_been_is_taken(self, before: Participation, event: Happening) -> None:
        """As it is, in the order of recording."""
        assert event == before.record(event).events[-1]

    def test_facts_that_contradict_what_was_delivered_are_refused(self) -> None:
        """A delivery goes one way, and no fact takes it back."""
        with pytest.raises(IllegalEvent, match="not on the lead teacher's route: 'wider-work'"):
            UNKNOWN.record(delivered("d", "wider-work", 1, 2020, 10, 1)).know({"pd_lead_secondary": False})


class TestVoiding:
    """What is taken back."""

    @pytest.mark.parametrize(
        ("event", "said"),
        [
            pytest.param(
                voided("d9", 2020, 7, 1),
                "no such event to void: 'd9'; the id of a delivery, a start, a cost or a duty; the nearest is 'd4'",
                id="what was never recorded",
            ),
            pytest.param(
                voided("d4", 2020, 6, 9),
                "voided before the day of the event: '2020-06-09'; not before 2020-06-10",
                id="too early",
            ),
            pytest.param(voided("d3", 2020, 7, 1), "voided already: 'd3'; on 2020-03-02", id="what is voided"),
        ],
    )
    def test_what_cannot_be_voided_is_refused(self, event: Happening, said: str) -> None:
        """With the reason."""
        assert said == str(refusal(FIRST_YEAR.record(voided("d3", 2020, 3, 2)), event))

    @pytest.mark.parametrize("id", [pytest.param(id, id=id) for id in ("d1", "t1", "m1", "s1")])
    def test_a_delivery_a_cost_a_duty_and_a_start_can_be_voided(self, id: str) -> None:
        """And be recorded anew, under another id."""
        history = FIRST_YEAR.record(department("s1", "B", None, 2021, 10, 1)).record(voided(id, 2021, 10, 1))
        again: dict[str, Delivered | CostIncurred | DutyMet | DepartmentStarted] = {
            "d1": delivered("x", "residentials", 1, 2019, 10, 3),
            "t1": travel("x", "86.40", 2019, 10, 3),
            "m1": DutyMet("x", "launch", "the hub", on=date(2019, 10, 4)),
            "s1": department("x", "B", None, 2021, 10, 2),
        }
        assert again[id] == history.record(again[id]).events[-1]

    def test_an_id_is_never_used_again(self) -> None:
        """Also if it was voided: a history would not say which is meant."""
        history = FIRST_YEAR.record(voided("d1", 2020, 1, 1))
        assert "two events of one id" in str(refusal(history, delivered("d1", "residentials", 1, 2020, 1, 2)))
