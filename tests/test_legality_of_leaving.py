"""Who can withdraw, be replaced or complete, and when: every refusal with its reason."""

from datetime import date

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Completed,
    IllegalEvent,
    Participation,
    Replaced,
    School,
)
from mastery_programme.tenures import Happening
from tests.histories import FIRST_YEAR, JO, NEW, delivered, withdrew
from tests.participations import BACK, DONE, LEFT, refusal


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
                "a day on which nobody can take part or leave: '2022-09-01'; from 2018-09-01 to 2022-08-31",
                id="a replacement after the last year",
            ),
            pytest.param(
                NEW,
                withdrew(2018, 8, 31),
                "a day on which nobody can take part or leave: '2018-08-31'; from 2018-09-01 to 2022-08-31",
                id="a withdrawal long before the first year",
            ),
            pytest.param(
                NEW,
                withdrew(2022, 9, 1),
                "a day on which nobody can take part or leave: '2022-09-01'; from 2018-09-01 to 2022-08-31",
                id="a withdrawal after the last year",
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

    def test_the_last_day_is_a_day_of_taking_part(self) -> None:
        """What was delivered on it counts."""
        assert FIRST_YEAR.record(withdrew(2020, 6, 10)).events[-2] == FIRST_YEAR.events[-1]

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
