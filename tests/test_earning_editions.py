"""What is earned under editions of other shapes, and in the corners of Cohort 4."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Days,
    IllegalEvent,
    Money,
    Programme,
    Replaced,
    claim,
    earned,
    forecast,
    progress,
)
from tests.changed_editions import GRANT, changed, edition_with, with_activity, with_year
from tests.histories import FIRST_YEAR, JO, NEW, claimed, delivered, department, travel, withdrew
from tests.participations import joining

EARLY = changed(GRANT, id="early-grant", amount=Money(500), year=2, activity=None)
TWO_GRANTS = changed(SECONDARY_COHORT_4, grants=(EARLY, GRANT))
"""An edition with a grant for departments in the second year, and another one in the third."""


def other(programme: Programme, number: int, id: str, **values: Any) -> Programme:
    """An edition with other values in an activity of Cohort 4, and no totals that it would contradict."""
    return changed(programme, years=with_activity(number, id, **values), published_totals=())


class TestGrantsOfSeveralYears:
    """Departments that are paid for in more than one year."""

    def test_a_department_that_goes_on_has_the_grant_of_the_next_year_on_its_first_day(self) -> None:
        """And that of its own year on the day on which it started."""
        history = joining(TWO_GRANTS).record(department("s1", "B", None, 2021, 3, 1))
        assert [(date(2021, 3, 1), Money(500)), (date(2021, 9, 1), Money(2000))] == [
            (line.on, line.amount) for line in earned(history).lines
        ]
        assert ["2020/21", "2021/22"] == [str(line.academic_year) for line in earned(history).lines]

    def test_a_department_that_starts_later_has_no_grant_of_an_earlier_year(self) -> None:
        """It was not supported then."""
        history = joining(TWO_GRANTS).record(department("s1", "B", None, 2021, 10, 1))
        assert ["department-grant"] == [line.item for line in earned(history).lines]
        assert 2 == next(line.departments for line in forecast(history).planned.lines if line.item == "early-grant")

    def test_nothing_is_paid_for_a_year_in_which_nobody_takes_part(self) -> None:
        """Though the department had started."""
        started = joining(TWO_GRANTS).record(department("s1", "B", None, 2021, 3, 1))
        assert ["early-grant"] == [line.item for line in earned(started.record(withdrew(2021, 8, 31))).lines]
        assert ["early-grant", "department-grant"] == [
            line.item for line in earned(started.record(withdrew(2021, 9, 1))).lines
        ]


class TestDays:
    """Days in the corners."""

    def test_lines_of_one_day_stand_in_the_order_of_recording(self) -> None:
        """Whatever they are for, and whether they were claimed."""
        history = NEW.record(
            travel("z", 10, 2019, 10, 1),
            delivered("y", "residentials", 1, 2019, 10, 1),
            travel("x", 20, 2019, 10, 1),
            delivered("w", "personal-development", 1, 2019, 10, 1),
        )
        assert ["z", "y", "x", "w"] == [line.event for line in earned(history).lines]

    def test_a_claim_beyond_what_a_corrected_edition_allows_stays(self) -> None:
        """And the rest is in excess: nothing is paid below nothing."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 1, 31))
        corrected = evolve(history, programme=other(SECONDARY_COHORT_4, 1, "personal-development", days=Days(4)))
        amounts = {line.event: line.amount for line in earned(corrected).lines if line.item == "personal-development"}
        assert {"d2": Money(1200)} == amounts
        (line,) = (one for one in progress(corrected).activities if one.activity == "personal-development")
        assert (Days(6), Days(11), Days(0), Days(5)) == (line.allowance, line.delivered, line.remaining, line.excess)
        assert ["d4"] == [line.event for line in claim(corrected, date(2020, 8, 31)).lines]

    def test_one_activity_of_a_way_may_be_published_and_another_one_not(self) -> None:
        """The one is counted by itself, of the other nobody could say what is too much."""
        work = SECONDARY_COHORT_4.years[1].activities[3]
        more = changed(work, id="coaching", title="coaching", days=None)
        years = with_year(2, activities=(*SECONDARY_COHORT_4.years[1].activities, more))
        history = joining(changed(SECONDARY_COHORT_4, years=years, published_totals=()), pd_lead_secondary=True)
        both = delivered("d1", "wider-work", 5, 2020, 10, 1), delivered("d2", "coaching", 9, 2020, 10, 1)
        assert [Money(800), Money(1800)] == [line.amount for line in earned(history.record(*both)).lines]

    def test_a_replacement_counts_from_its_first_day(self) -> None:
        """Of the day before, the former one's facts count."""
        history = NEW.record(Replaced(JO, on=date(2021, 1, 4), facts={"pd_lead_secondary": True}))
        assert history.record(delivered("d1", "wider-work", 1, 2021, 1, 4)).events
        assert history.record(delivered("d1", "pd-lead-programme", 1, 2021, 1, 3)).events
        for wrong in (
            delivered("d1", "pd-lead-programme", 1, 2021, 1, 4),
            delivered("d1", "wider-work", 1, 2021, 1, 3),
        ):
            with pytest.raises(IllegalEvent, match="not on the lead teacher's route"):
                history.record(wrong)

    def test_a_rate_of_nothing_is_earned_and_never_claimed(self) -> None:
        """There is nothing to pay."""
        history = joining(edition_with(1, "residentials", rate=Money(0)))
        history = history.record(delivered("d1", "residentials", 1, 2019, 10, 1))
        assert ([Money(0)], ()) == (
            [line.amount for line in earned(history).lines],
            claim(history, date(2023, 1, 1)).lines,
        )
