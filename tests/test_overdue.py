"""Whether an applicant ought to have been told by now: from the end of a day on, as an instant."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import InvalidArgument, Programme, Stage
from tests.changed_editions import APPLY_BY, NOTIFY_BY, changed
from tests.sample_cases import BST, EDITION, MOMENT, NO_MOMENTS, WITHOUT_FORM, at_stage, drafted

END_OF_DAY = datetime(2019, 6, 11, tzinfo=BST)
LAST_OF_ALL = datetime(9998, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
KATHMANDU = timezone(timedelta(hours=5, minutes=45))
WAITING = {Stage.SUBMITTED, Stage.UNDER_REVIEW}
EVERY_STAGE = pytest.mark.parametrize("stage", Stage)


def told_by(**values: object) -> Programme:
    """The edition, with another day or moment by which applicants are told."""
    return changed(EDITION, milestones=(APPLY_BY, changed(NOTIFY_BY, **values)))


def overdue(programme: Programme, at: datetime, stage: Stage = Stage.SUBMITTED) -> bool:
    """Whether a case of an edition is overdue at a moment."""
    return at_stage(stage, drafted(programme=programme)).overdue(at)


class TestCohort4:
    """Who applied for Cohort 4 hears by 10 June 2019."""

    @pytest.mark.parametrize(
        ("at", "expected"),
        [
            pytest.param("2019-06-09T12:00:00+01:00", False, id="the day before"),
            pytest.param("2019-06-10T00:00:00+01:00", False, id="as the day begins"),
            pytest.param("2019-06-10T23:59:59.999999+01:00", False, id="the last moment of the day"),
            pytest.param("2019-06-11T00:00:00+01:00", True, id="as the next day begins"),
            pytest.param("2019-06-12T12:00:00+01:00", True, id="the day after that"),
            pytest.param("2019-06-10T22:59:59.999999+00:00", False, id="the last moment in UTC"),
            pytest.param("2019-06-10T23:00:00+00:00", True, id="the next moment in UTC, still on the day"),
            pytest.param("2019-06-11T07:59:59.999999+09:00", False, id="the last moment in Tokyo, on the day after"),
            pytest.param("2019-06-11T08:00:00+09:00", True, id="the next moment in Tokyo"),
            pytest.param("2019-06-10T18:59:59.999999-04:00", False, id="the last moment in New York"),
            pytest.param("2019-06-10T19:00:00-04:00", True, id="the next moment in New York, on the afternoon"),
            pytest.param("2019-06-11T12:59:59.999999+14:00", False, id="the last moment on the Line Islands"),
            pytest.param("2019-06-10T11:00:00-12:00", True, id="the next moment where it is the morning"),
        ],
    )
    def test_it_is_overdue_from_the_end_of_that_day_in_british_summer_time(self, at: str, expected: bool) -> None:
        """Whatever the zone in which somebody asks."""
        assert expected is overdue(EDITION, datetime.fromisoformat(at))

    def test_a_zone_with_a_summer_time_of_its_own_changes_nothing(self) -> None:
        """London's clocks show what the document says; and pandas has moments too."""
        at = datetime(2019, 6, 11, tzinfo=LONDON)
        assert (True, False) == (overdue(EDITION, at), overdue(EDITION, at - MOMENT))
        assert (True, False) == (
            overdue(EDITION, pd.Timestamp(at)),
            overdue(EDITION, pd.Timestamp(at) - pd.Timedelta(1, "us")),
        )

    def test_the_moment_is_told(self) -> None:
        """As an instant, with the offset in which the edition states its deadline."""
        last = drafted().tell_before
        assert "2019-06-11T00:00:00+01:00" == str(last and last.isoformat())

    @EVERY_STAGE
    def test_only_who_waits_to_be_told_is_told_too_late(self, stage: Stage) -> None:
        """Not who has not applied yet, who has been told, or who has withdrawn."""
        answers = [overdue(EDITION, at, stage) for at in (END_OF_DAY - MOMENT, END_OF_DAY, LAST_OF_ALL)]
        assert [False, stage in WAITING, stage in WAITING] == answers

    @given(
        st.datetimes(datetime(2019, 6, 8), datetime(2019, 6, 13)),  # noqa: DTZ001 - Hypothesis takes them so
        st.integers(-14 * 60, 14 * 60),
    )
    def test_the_same_instant_has_one_answer(self, moment: datetime, minutes: int) -> None:
        """In every zone."""
        at = moment.replace(tzinfo=UTC)
        elsewhere = at.astimezone(timezone(timedelta(minutes=minutes)))
        case = at_stage(Stage.UNDER_REVIEW)
        assert (at >= END_OF_DAY) is case.overdue(at) is case.overdue(elsewhere)

    @pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.SELECTED])
    @pytest.mark.parametrize("at", NO_MOMENTS)
    def test_what_is_no_moment_is_refused(self, at: Any, stage: Stage) -> None:
        """Nobody knows when that is; whether somebody waits or not."""
        with pytest.raises(InvalidArgument, match="moment"):
            at_stage(stage).overdue(at)


class TestOtherEditions:
    """Editions that name another day, a moment, or none."""

    def test_another_day_ends_later(self) -> None:
        """The last of a month too."""
        for day, end in (
            (date(2019, 6, 30), datetime(2019, 7, 1, tzinfo=BST)),
            (date(2019, 12, 31), datetime(2020, 1, 1, tzinfo=BST)),
            (date(2020, 2, 28), datetime(2020, 2, 29, tzinfo=BST)),
        ):
            programme = told_by(on=day)
            assert (False, True) == (overdue(programme, end - MOMENT), overdue(programme, end))

    def test_a_day_ends_in_the_zone_of_the_deadline(self) -> None:
        """Were it Nepal's."""
        apply_by = changed(APPLY_BY, at=datetime(2019, 4, 26, 17, tzinfo=KATHMANDU))
        programme = changed(EDITION, milestones=(apply_by, NOTIFY_BY))
        end = datetime(2019, 6, 10, 18, 15, tzinfo=UTC)
        assert (False, True) == (overdue(programme, end - MOMENT), overdue(programme, end))

    @pytest.mark.parametrize("zone", [UTC, BST, KATHMANDU, ZoneInfo("Pacific/Apia")], ids=str)
    def test_a_moment_is_taken_as_it_is(self, zone: Any) -> None:
        """Without the rest of its day."""
        at = datetime(2019, 6, 7, 12, 30, tzinfo=UTC)
        programme = told_by(on=None, at=at)
        assert at == drafted(programme=programme).tell_before
        assert (False, True) == (
            overdue(programme, (at - MOMENT).astimezone(zone)),
            overdue(programme, at.astimezone(zone)),
        )

    def test_a_moment_of_an_hour_that_comes_twice_comes_once(self) -> None:
        """Later is later, whatever the clocks show."""
        at = datetime(2019, 10, 27, 1, 30, tzinfo=LONDON)
        programme = told_by(on=None, at=at)
        assert (False, True) == (overdue(programme, at - MOMENT), overdue(programme, at.replace(minute=10, fold=1)))

    def test_a_day_of_the_last_year_never_ends(self) -> None:
        """It has no morrow that were a day in every zone, and so nobody is ever overdue; the year before has one."""
        assert drafted(programme=told_by(on=date.max)).tell_before is None
        assert not overdue(told_by(on=date.max), LAST_OF_ALL)
        programme = told_by(on=date(9998, 12, 31))
        west = LAST_OF_ALL.replace(tzinfo=timezone(timedelta(hours=-10)))
        assert (False, True) == (overdue(programme, END_OF_DAY), overdue(programme, west))

    @EVERY_STAGE
    def test_without_a_form_nobody_is_ever_overdue(self, stage: Stage) -> None:
        """The edition does not say by when to tell anybody."""
        case = at_stage(stage, drafted(programme=WITHOUT_FORM))
        assert (None, stage) == (case.tell_before, case.stage)
        assert not case.overdue(LAST_OF_ALL)

    @pytest.mark.parametrize("at", NO_MOMENTS)
    def test_without_a_form_what_is_no_moment_is_refused_too(self, at: Any) -> None:
        """A mistake is one everywhere."""
        with pytest.raises(InvalidArgument, match="moment"):
            drafted(programme=WITHOUT_FORM).overdue(at)
