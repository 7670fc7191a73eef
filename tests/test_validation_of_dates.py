"""Flaws of an edition's milestones."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mastery_programme import SECONDARY_COHORT_4, Milestone
from tests.changed_editions import APPLY_BY, CLAUSE, NOTIFY_BY, changed, flaws_of

COHORT = SECONDARY_COHORT_4


def day(id: str, on: date, weekday: str | None = None) -> Milestone:
    """A milestone that is a day."""
    return Milestone(id, "Something", CLAUSE, on=on, weekday=weekday)


def moment(id: str, at: datetime, weekday: str | None = None) -> Milestone:
    """A milestone that is a moment."""
    return Milestone(id, "Something", CLAUSE, at=at, weekday=weekday)


class TestMilestones:
    @pytest.mark.parametrize(
        ("milestones", "flaw"),
        [
            pytest.param(
                (NOTIFY_BY, APPLY_BY),
                "milestone 'apply-by': 2019-04-26T17:00:00+01:00 comes before 'notify-by', 2019-06-10",
                id="notified before the deadline",
            ),
            pytest.param(
                (APPLY_BY, changed(NOTIFY_BY, on=date(2019, 4, 25))),
                "milestone 'notify-by': 2019-04-25 comes before 'apply-by', 2019-04-26T17:00:00+01:00",
                id="a day before the deadline",
            ),
            pytest.param(
                (day("june", date(2020, 6, 1), "Friday"),),
                "milestone 'june': 2020-06-01 is a Monday, not a Friday",
                id="Friday 1 June 2020 was a Monday",
            ),
            pytest.param(
                (changed(APPLY_BY, weekday="friday"),),
                "milestone 'apply-by': 2019-04-26 is a Friday, not a friday",
                id="a weekday is written with a capital",
            ),
            pytest.param(
                (moment("late", datetime(2019, 4, 26, 23, 30, tzinfo=UTC), "Saturday"),),
                "milestone 'late': 2019-04-26 is a Friday, not a Saturday",
                id="the day of a moment is that of its own offset",
            ),
            pytest.param(
                (changed(APPLY_BY, at=datetime(2019, 4, 26, 17)),),  # noqa: DTZ001 - what is refused
                "milestone 'apply-by': 2019-04-26T17:00:00 has no offset from UTC, or is out of all bounds",
                id="a naive deadline",
            ),
            pytest.param(
                (APPLY_BY, changed(APPLY_BY, id="again", at=datetime(2019, 4, 26, 9))),  # noqa: DTZ001 - what is refused
                "milestone 'again': 2019-04-26T09:00:00 has no offset from UTC, or is out of all bounds",
                id="a naive moment, of which nobody knows whether it is earlier",
            ),
            pytest.param(
                (changed(NOTIFY_BY, on=None),),
                "milestone 'notify-by': has either a day or a moment",
                id="no date at all",
            ),
            pytest.param(
                (changed(NOTIFY_BY, at=APPLY_BY.at),),
                "milestone 'notify-by': has either a day or a moment",
                id="a day and a moment",
            ),
        ],
    )
    def test_a_milestone_misdated_is_named(self, milestones: object, flaw: str) -> None:
        """Each has one date, on the weekday stated, and they come in order."""
        assert (flaw,) == flaws_of(form=None, milestones=milestones)

    @pytest.mark.parametrize(
        "milestones",
        [
            pytest.param(
                (
                    moment("five", datetime(2019, 4, 26, 17, tzinfo=UTC)),
                    moment("nine", datetime(2019, 4, 26, 9, tzinfo=UTC)),
                ),
                id="nine o'clock after five",
            ),
            pytest.param(
                (
                    moment("here", datetime(2019, 4, 26, 12, tzinfo=UTC)),
                    moment("east", datetime(2019, 4, 26, 12, tzinfo=timezone(timedelta(hours=2)))),
                ),
                id="noon further east is earlier",
            ),
        ],
    )
    def test_moments_of_one_day_come_in_order_too(self, milestones: object) -> None:
        """Two moments are compared as moments."""
        assert flaws_of(form=None, milestones=milestones)

    def test_a_day_is_no_moment(self) -> None:
        """A moment given as a day is refused as a flaw, beside a milestone of either kind."""
        wrong = changed(NOTIFY_BY, on=datetime(2019, 6, 10, 12, tzinfo=UTC))
        for milestones in ((wrong,), (APPLY_BY, wrong), (day("may", date(2019, 5, 1)), wrong)):
            assert flaws_of(form=None, milestones=milestones)

    @pytest.mark.parametrize(
        "milestones",
        [
            pytest.param((), id="no milestones"),
            pytest.param((day("a", date(2019, 4, 26)), day("b", date(2019, 4, 26))), id="two on one day"),
            pytest.param((APPLY_BY, day("b", date(2019, 4, 26))), id="a moment and its day"),
            pytest.param(
                (
                    moment("a", datetime(2019, 4, 26, 12, tzinfo=timezone(timedelta(hours=2)))),
                    moment("b", datetime(2019, 4, 26, 12, tzinfo=UTC)),
                ),
                id="noon in two places, the eastern one first",
            ),
            pytest.param(
                tuple(
                    day(name, date(2020, 6, number), name)
                    for number, name in enumerate(
                        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), 1
                    )
                ),
                id="the seven days of a week from Monday 1 June 2020 on",
            ),
        ],
    )
    def test_dates_in_order_are_no_flaw(self, milestones: tuple[Milestone, ...]) -> None:
        """What is in order, and on its weekday, builds."""
        assert milestones == changed(COHORT, form=None, milestones=milestones).milestones

    def test_a_milestone_reads_as_its_date(self) -> None:
        """A day, a moment with its offset, or nothing yet."""
        assert ["2019-04-26T17:00:00+01:00", "2019-06-10", "no date"] == [
            str(one) for one in (APPLY_BY, NOTIFY_BY, changed(NOTIFY_BY, on=None))
        ]

    def test_a_milestone_knows_its_day(self) -> None:
        """The day of a moment is the one where it happens; without a date there is none."""
        late = moment("late", datetime(2019, 4, 26, 23, 30, tzinfo=timezone(timedelta(hours=1))))
        assert [date(2019, 4, 26), date(2019, 6, 10), date(2019, 4, 26), None] == [
            one.day for one in (APPLY_BY, NOTIFY_BY, late, changed(NOTIFY_BY, on=None))
        ]
