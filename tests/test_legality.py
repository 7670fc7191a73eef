"""Which events can follow on which: every refusal with its reason, and what is allowed beside it."""

from datetime import date

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Completed,
    CostIncurred,
    Delivered,
    DepartmentStarted,
    DutyMet,
    IllegalEvent,
    Money,
    Participation,
    Replaced,
    School,
)
from mastery_programme.tenures import Happening
from tests.changed_editions import changed
from tests.histories import FIRST_YEAR, JO, NEW, delivered, department, travel, voided, withdrew
from tests.participations_of_editions import joining

ACCREDITED = NEW.know({"pd_lead_secondary": True})
UNKNOWN = NEW.know({"pd_lead_secondary": None, "pd_lead_other_phase": None})
LEFT = FIRST_YEAR.record(withdrew(2020, 7, 1))
BACK = LEFT.record(Replaced(JO, on=date(2020, 9, 7), facts={"pd_lead_secondary": False}))
DONE = NEW.record(Completed(on=date(2022, 7, 8)))
SUPPORTING = NEW.record(department("s1", "B School", "222222", 2021, 10, 1))


def refusal(participation: Participation, event: Happening) -> IllegalEvent:
    """Why an event cannot follow."""
    with pytest.raises(IllegalEvent) as caught:
        participation.record(event)
    return caught.value


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
                voided("d4", 2020, 6, 9), "voided before it was: '2020-06-09'; not before 2020-06-10", id="too early"
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


class TestDepartments:
    """Departments of other schools."""

    @pytest.mark.parametrize(
        ("event", "said"),
        [
            pytest.param(
                department("s", "Another name", "123456", 2021, 10, 1),
                "the lead teacher's own school: 'Another name'; departments of other schools",
                id="the own school by its number",
            ),
            pytest.param(
                department("s", "EXAMPLE  school", None, 2021, 10, 1),
                "the lead teacher's own school: 'EXAMPLE  school'; departments of other schools",
                id="the own school by its name",
            ),
            pytest.param(
                department("s", None, "222222", 2021, 11, 1),
                "this department is supported already: '222222'; since 2021-10-01",
                id="the same department by its number",
            ),
            pytest.param(
                department("s", "b school", None, 2021, 11, 1),
                "this department is supported already: 'b school'; since 2021-10-01",
                id="the same department by its name",
            ),
            pytest.param(
                department("s", "C", None, 2021, 8, 31),
                "departments are not supported yet in this year: '2021-08-31'; from 2021-09-01 on",
                id="before the year of the grant",
            ),
        ],
    )
    def test_a_department_that_cannot_start_is_refused(self, event: Happening, said: str) -> None:
        """With the reason."""
        assert said == str(refusal(SUPPORTING, event))

    def test_two_schools_of_one_name_are_two_if_their_numbers_say_so(self) -> None:
        """There are many of the name of St Mary's."""
        assert SUPPORTING.record(department("s2", "B School", "333333", 2021, 10, 1)).events

    def test_more_than_twenty_are_refused(self) -> None:
        """As everywhere else."""
        twenty = NEW.record(*(department(f"s{one}", f"School {one}", None, 2021, 10, 1) for one in range(20)))
        assert "too many departments: 's20'; at most 20" == str(
            refusal(twenty, department("s20", "Z", None, 2021, 10, 1))
        )

    def test_a_department_whose_number_or_name_alone_is_known_is_no_other_one(self) -> None:
        """One told by its number and one told by its name are two, as far as anybody knows."""
        history = NEW.record(department("s1", None, "222222", 2021, 10, 1), department("s2", "B", None, 2021, 10, 1))
        assert 2 == len(history.events)

    def test_where_no_grant_is_for_departments_they_can_start_at_any_time(self) -> None:
        """Nothing is paid for them."""
        programme = changed(SECONDARY_COHORT_4, grants=())
        assert joining(programme).record(department("s", "B", None, 2019, 10, 1)).events


class TestCosts:
    """What something came to."""

    @pytest.mark.parametrize(
        ("event", "said"),
        [
            pytest.param(
                CostIncurred("c", "travl", Money(1), on=date(2019, 10, 1)),
                "no such item: 'travl'; costs are of travel, pd-lead-enrolment; the nearest is 'travel'",
                id="a typing mistake",
            ),
            pytest.param(
                CostIncurred("c", "department-grant", Money(2000), on=date(2021, 10, 1)),
                "this is due when a department starts: 'department-grant'; costs are of travel, pd-lead-enrolment; "
                "the nearest is 'pd-lead-enrolment'",
                id="what is due for each department",
            ),
            pytest.param(
                travel("c", 1, 2021, 10, 1),
                "travel does not fall in 2021/22: '2021-10-01'; in 2019/20, 2020/21",
                id="a year without residentials",
            ),
            pytest.param(
                CostIncurred("c", "pd-lead-enrolment", Money(1), on=date(2020, 10, 1)),
                "a cost that is not on the lead teacher's route: 'pd-lead-enrolment'",
                id="enrolment of somebody who is accredited",
            ),
        ],
    )
    def test_a_cost_that_cannot_have_been_is_refused(self, event: Happening, said: str) -> None:
        """With the reason."""
        assert said == str(refusal(ACCREDITED, event))


class TestDuties:
    """Duties that were met."""

    @pytest.mark.parametrize(
        ("duty", "on", "said"),
        [
            pytest.param("lunch", date(2019, 10, 1), "the nearest is 'launch'", id="a typing mistake"),
            pytest.param("launch", date(2019, 10, 4), "met already: 'launch'; on 2019-10-03, as m1 says", id="twice"),
            pytest.param("other-schools", date(2021, 8, 31), "met before its year", id="before its year"),
            pytest.param("full-part", date(2019, 8, 31), "met before its year", id="before the first year"),
            pytest.param("ncetm-talk", date(2019, 10, 1), "not on the lead teacher's route", id="of another route"),
        ],
    )
    def test_a_duty_that_cannot_have_been_met_is_refused(self, duty: str, on: date, said: str) -> None:
        """With the reason."""
        assert said in str(refusal(FIRST_YEAR, DutyMet("m", duty, "the hub", on=on)))

    def test_a_duty_met_late_is_taken(self) -> None:
        """Its day tells that it was."""
        assert NEW.record(DutyMet("m", "launch", "the hub", on=date(2020, 11, 1))).events


class TestLeaving:
    """Who takes part, and until when."""

    @pytest.mark.parametrize(
        ("before", "event", "said"),
        [
            pytest.param(
                FIRST_YEAR,
                withdrew(2020, 6, 9),
                "something that counts is later: '2020-06-09'; on or after 2020-06-10, or d4 voided first",
                id="a delivery after the withdrawal",
            ),
            pytest.param(
                LEFT,
                withdrew(2020, 8, 1),
                "nobody takes part any more: withdrawn: '2020-08-01'; only a replacement follows",
                id="a second withdrawal",
            ),
            pytest.param(
                DONE,
                withdrew(2022, 8, 1),
                "nobody takes part any more: completed: '2022-08-01'; nothing follows",
                id="a withdrawal after completion",
            ),
            pytest.param(
                DONE,
                Replaced(JO, on=date(2022, 8, 1)),
                "nobody is replaced after completion: '2022-08-01'; nothing follows",
                id="a replacement after completion",
            ),
            pytest.param(
                LEFT,
                Replaced(JO, on=date(2020, 7, 1)),
                "a lead teacher before the former's time is over: '2020-07-01'; after 2020-07-01",
                id="a replacement on the last day of the former",
            ),
            pytest.param(
                BACK,
                Replaced(JO, on=date(2020, 9, 7)),
                "a lead teacher before the former's time is over: '2020-09-07'; after 2020-09-07",
                id="a replacement on the first day of the former",
            ),
            pytest.param(
                FIRST_YEAR,
                Replaced(JO, on=date(2020, 6, 10)),
                "something that counts is later: '2020-06-10'; after 2020-06-10, or d4 voided first",
                id="a replacement on a day of a delivery",
            ),
            pytest.param(
                NEW,
                Replaced(JO, on=date(2022, 9, 1)),
                "replaced after the last year of the programme: '2022-09-01'; up to 2022-08-31",
                id="a replacement after the last year",
            ),
            pytest.param(
                BACK,
                withdrew(2020, 9, 6),
                "a lead teacher's time ends before it begins: '2020-09-06'; not before 2020-09-07",
                id="a withdrawal before the replacement began",
            ),
            pytest.param(
                NEW,
                Completed(on=date(2021, 8, 31)),
                "completed before the last year: '2021-08-31'; from 2021-09-01 on",
                id="completion before the last year",
            ),
            pytest.param(
                LEFT,
                Completed(on=date(2022, 7, 1)),
                "nobody takes part any more: withdrawn: '2022-07-01'; only a replacement follows",
                id="completion after a withdrawal",
            ),
        ],
    )
    def test_a_step_that_cannot_be_taken_is_refused(self, before: Participation, event: Happening, said: str) -> None:
        """Naming what can."""
        assert said == str(refusal(before, event))

    def test_a_replacement_needs_no_withdrawal(self) -> None:
        """The former's last day is the day before."""
        replaced = FIRST_YEAR.record(Replaced(JO, on=date(2020, 9, 1)))
        assert "up to 2020-08-31" not in str(replaced)
        assert replaced.record(delivered("d", "residentials", 1, 2020, 8, 31)).current_teacher == JO

    def test_somebody_can_withdraw_before_the_first_day(self) -> None:
        """Between being selected and September."""
        assert "withdrawn" == NEW.record(withdrew(2019, 7, 1)).standing

    def test_many_events_are_refused(self) -> None:
        """There are not as many half-days in three years."""
        many = [delivered(f"d{one}", "residentials", 1, 2019, 10, 1) for one in range(1001)]
        with pytest.raises(IllegalEvent, match="too many events: 1001; at most 1,000"):
            NEW.record(*many)

    def test_the_school_of_a_participation_has_a_name_or_a_number(self) -> None:
        """Else nobody could tell whether a department is another one."""
        school = School("Example School", None)
        assert Participation("p", SECONDARY_COHORT_4, JO, school, "Jurassic").school == school
