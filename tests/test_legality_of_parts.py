"""Which departments, costs and duties can be recorded: every refusal with its reason."""

from datetime import date

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    CostIncurred,
    DutyMet,
    Money,
    earned,
)
from mastery_programme.tenures import Happening
from tests.changed_editions import GRANT, changed
from tests.histories import FIRST_YEAR, NEW, department, travel, withdrew
from tests.participations import ACCREDITED, SUPPORTING, joining, refusal


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

    def test_no_department_starts_when_nobody_takes_part(self) -> None:
        """After a withdrawal."""
        left = SUPPORTING.record(withdrew(2021, 12, 1))
        assert "a day after the lead teacher had withdrawn" in str(
            refusal(left, department("s", "C", None, 2021, 12, 2))
        )

    def test_a_grant_whose_amount_is_not_published_is_no_cost_either(self) -> None:
        """It is due when a department starts, and told as not published."""
        edition = changed(SECONDARY_COHORT_4, grants=(changed(GRANT, amount=None),))
        started = joining(edition).record(department("s", "B", None, 2021, 10, 1))
        cost = CostIncurred("c", "department-grant", Money(1500), on=date(2021, 10, 2))
        assert "due when a department starts" in str(refusal(started, cost))
        assert ("department-grant",) == earned(started).total.unpublished

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
                "this is due when a department starts: 'department-grant'; costs are of travel, pd-lead-enrolment",
                id="what is due for each department",
            ),
            pytest.param(
                travel("c", 1, 2021, 10, 1),
                "travel does not fall in 2021/22: '2021-10-01'; in 2019/20, 2020/21",
                id="a year without residentials",
            ),
            pytest.param(
                CostIncurred("c", "pd-lead-enrolment", Money(1), on=date(2020, 10, 1)),
                "a cost that is not on the lead teacher's route: 'pd-lead-enrolment'; costs are of travel",
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
