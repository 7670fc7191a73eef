"""The deadline: the moment at which a form was sent, in whatever zone it is told, against the last moment to send."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mastery_programme import Finding, Programme, Status, assess
from tests.applications import DEADLINE, ELSEWHERE, JUDGEMENTS, PROGRAMME, form, stated, waiver
from tests.changed_editions import APPLY_BY, NOTIFY_BY, changed

LONDON = ZoneInfo("Europe/London")
MICROSECOND = timedelta(microseconds=1)
ZONES = sorted(available_timezones())
IN_TIME = "Was the form sent by the deadline? Yes. (the form, APP-1: sent {})"
LATE = "Was the form sent by the deadline? No; needed: yes. (the form, APP-1: sent {} after the deadline)"


def sent(at: datetime | None, programme: Programme = PROGRAMME) -> Finding:
    """What is found of a form that was sent at a moment."""
    return assess(programme, form(submitted_at=at)).finding("APP-1")


def due(at: datetime) -> Programme:
    """Cohort 4 with another deadline."""
    milestones = (changed(APPLY_BY, at=at, weekday=None), changed(NOTIFY_BY, on=date(2019, 12, 1)))
    return changed(PROGRAMME, milestones=milestones)


class TestTheMoment:
    """5pm on Friday 26 April 2019 in London."""

    @pytest.mark.parametrize(
        "at",
        [
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=LONDON), id="5pm in London"),
            pytest.param(datetime(2019, 4, 26, 16, 59, 59, 999999, tzinfo=LONDON), id="just before it"),
            pytest.param(datetime(2019, 4, 26, 15, 59, 59, tzinfo=UTC), id="a second before 4pm UTC"),
            pytest.param(datetime(2019, 4, 26, 16, tzinfo=UTC), id="4pm UTC"),
            pytest.param(datetime(2019, 4, 26, 12, tzinfo=ZoneInfo("America/New_York")), id="noon in New York"),
            pytest.param(datetime(2019, 4, 27, 1, tzinfo=ZoneInfo("Asia/Tokyo")), id="the next day in Tokyo"),
            pytest.param(datetime(2019, 4, 1, tzinfo=UTC), id="weeks before"),
        ],
    )
    def test_until_then_a_form_is_in_time(self, at: datetime) -> None:
        """The last moment itself is in time."""
        found = sent(at)
        assert (Status.MET, ()) == (found.status, found.missing)
        assert IN_TIME.format(at.astimezone(DEADLINE.tzinfo).isoformat(sep=" ")) == found.reason

    @pytest.mark.parametrize(
        ("at", "told"),
        [
            pytest.param(
                datetime(2019, 4, 26, 17, 0, 0, 1, tzinfo=LONDON),
                "2019-04-26 17:00:00.000001+01:00, less than a minute",
                id="a microsecond late",
            ),
            pytest.param(
                datetime(2019, 4, 26, 16, 0, 59, tzinfo=UTC),
                "2019-04-26 17:00:59+01:00, less than a minute",
                id="59 seconds late",
            ),
            pytest.param(
                datetime(2019, 4, 26, 16, 1, 59, tzinfo=UTC), "2019-04-26 17:01:59+01:00, 1 minute", id="a minute late"
            ),
            pytest.param(
                datetime(2019, 4, 26, 16, 30, tzinfo=UTC), "2019-04-26 17:30:00+01:00, 30 minutes", id="at 4.30pm UTC"
            ),
            pytest.param(
                datetime(2019, 4, 26, 17, tzinfo=UTC), "2019-04-26 18:00:00+01:00, 1 hour", id="at 5pm UTC, not BST"
            ),
            pytest.param(
                datetime(2019, 4, 28, 19, 2, tzinfo=LONDON),
                "2019-04-28 19:02:00+01:00, 2 days 2 hours 2 minutes",
                id="two days late",
            ),
            pytest.param(
                datetime(2019, 4, 27, 17, 0, 30, tzinfo=LONDON), "2019-04-27 17:00:30+01:00, 1 day", id="a day late"
            ),
        ],
    )
    def test_after_it_a_form_is_late_by_so_much(self, at: datetime, told: str) -> None:
        """In days, hours and minutes, with the moment as the clock of the deadline shows it."""
        found = sent(at)
        assert (Status.NOT_MET, ()) == (found.status, found.missing)
        assert LATE.format(told) == found.reason

    def test_a_form_that_was_not_sent_is_neither(self) -> None:
        """Nobody knows yet whether it will be in time."""
        found = sent(None)
        assert (Status.UNKNOWN, ("submitted_in_time",)) == (found.status, found.missing)
        assert "Still to be answered: Was the form sent by the deadline?" == found.reason

    @pytest.mark.parametrize(
        ("at", "status"),
        [
            pytest.param(datetime(2, 1, 1, tzinfo=UTC), Status.MET, id="the first moment there is"),
            pytest.param(
                datetime(2, 1, 1, tzinfo=timezone(timedelta(hours=23, minutes=59))), Status.MET, id="in the far east"
            ),
            pytest.param(datetime(9998, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), Status.NOT_MET, id="the last one"),
            pytest.param(
                datetime(9998, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-23, minutes=-59))),
                Status.NOT_MET,
                id="in the far west",
            ),
        ],
    )
    def test_extreme_moments_are_moments(self, at: datetime, status: Status) -> None:
        """However early or late, in whatever zone."""
        assert status is sent(at).status


class TestZones:
    """A moment is the same in every zone."""

    @given(
        lapse=st.timedeltas(min_value=timedelta(days=-3), max_value=timedelta(days=3)),
        zone=st.one_of(
            st.sampled_from(ZONES).map(ZoneInfo),
            st.timedeltas(min_value=timedelta(hours=-23, minutes=-59), max_value=timedelta(hours=23, minutes=59)).map(
                timezone
            ),
        ),
    )
    @example(lapse=timedelta(0), zone=ZoneInfo("Pacific/Kiritimati"))
    @example(lapse=MICROSECOND, zone=ZoneInfo("Africa/Monrovia"))
    def test_the_same_instant_in_any_zone_gives_the_same_answer(self, lapse: timedelta, zone: tzinfo) -> None:
        """And the same reason, to the letter."""
        instant = DEADLINE + lapse
        found, elsewhere = sent(instant), sent(instant.astimezone(zone))
        assert (Status.MET if lapse <= timedelta(0) else Status.NOT_MET) == found.status
        assert (found.status, found.reason) == (elsewhere.status, elsewhere.reason)

    @pytest.mark.parametrize(
        "deadline",
        [
            pytest.param(datetime(2019, 10, 27, 1, tzinfo=UTC), id="a deadline in UTC"),
            pytest.param(datetime(2019, 10, 27, 1, tzinfo=LONDON, fold=1), id="the same in London"),
        ],
    )
    @pytest.mark.parametrize(
        ("fold", "status"), [pytest.param(0, Status.MET, id="first"), pytest.param(1, Status.NOT_MET, id="second")]
    )
    def test_an_hour_that_comes_twice_is_told_apart(self, fold: int, status: Status, deadline: datetime) -> None:
        """Half past one comes twice when the clocks go back: once before 1am UTC, and once after."""
        at = datetime(2019, 10, 27, 1, 30, fold=fold, tzinfo=LONDON)
        assert status is sent(at, due(deadline)).status
        assert status is sent(at.astimezone(UTC), due(deadline)).status

    @pytest.mark.parametrize("zone", [pytest.param(LONDON, id="in London"), pytest.param(UTC, id="in UTC")])
    def test_a_day_on_which_the_clocks_go_forward_has_23_hours(self, zone: tzinfo) -> None:
        """Also where the deadline itself is in the zone of the moment."""
        programme = due(datetime(2019, 3, 30, 17, tzinfo=LONDON))
        found = sent(datetime(2019, 3, 31, 17, tzinfo=LONDON).astimezone(zone), programme)
        assert LATE.format("2019-03-31 17:00:00+01:00, 23 hours") == found.reason


class TestOtherDeadlines:
    """Whatever milestone an edition reads the moment against."""

    def test_another_deadline_decides_otherwise(self) -> None:
        """Of the same form, which tells its moment by the clock of that deadline."""
        at = datetime(2019, 4, 26, 16, 30, tzinfo=UTC)
        later = sent(at, due(datetime(2019, 4, 26, 16, 30, tzinfo=UTC)))
        assert (Status.NOT_MET, Status.MET) == (sent(at).status, later.status)
        assert IN_TIME.format("2019-04-26 16:30:00+00:00") == later.reason

    def test_it_is_the_milestone_that_the_reading_names(self) -> None:
        """And not just the one by which a form is to be sent."""
        assert PROGRAMME.form is not None
        second = changed(APPLY_BY, id="second-round", at=DEADLINE + timedelta(days=7), weekday=None)
        readings = tuple(
            changed(reading, of=("second-round",)) if reading.id == "submitted_in_time" else reading
            for reading in PROGRAMME.form.readings
        )
        programme = changed(
            PROGRAMME,
            milestones=(APPLY_BY, second, NOTIFY_BY),
            form=changed(PROGRAMME.form, readings=readings),
        )
        assert Status.MET is sent(DEADLINE + timedelta(days=7), programme).status
        assert Status.NOT_MET is sent(DEADLINE + timedelta(days=7) + MICROSECOND, programme).status


class TestLateness:
    """A form that is late."""

    def test_it_changes_no_verdict_and_can_be_waived(self) -> None:
        """Lateness is reported beside the verdict; the reason stays when it is waived."""
        late = form(submitted_at=DEADLINE + timedelta(minutes=30))
        assessment = assess(PROGRAMME, late, ELSEWHERE, JUDGEMENTS)
        waived = assess(PROGRAMME, late, ELSEWHERE, JUDGEMENTS, [waiver()])
        assert ("meets", False, True) == (assessment.verdict, assessment.in_order, waived.in_order)
        assert waived.finding("APP-1").reason.endswith(assessment.finding("APP-1").reason)
        assert "30 minutes after the deadline" in assessment.finding("APP-1").reason

    def test_what_is_known_from_elsewhere_wins(self) -> None:
        """The finding shows both."""
        late = form(submitted_at=DEADLINE + timedelta(minutes=30))
        found = assess(PROGRAMME, late, {"submitted_in_time": True}).finding("APP-1")
        assert Status.MET is found.status
        assert found.reason.endswith(
            "Yes. (the form, APP-1: no, sent 2019-04-26 17:30:00+01:00, 30 minutes after the deadline; "
            "known from elsewhere: yes)"
        )

    def test_the_form_says_so_by_the_clause_of_the_deadline(self) -> None:
        """As evidence for one fact."""
        evidence = stated(form(), "submitted_in_time")
        assert evidence is not None
        assert (True, "APP-1", "sent 2019-04-10 09:30:00+01:00") == (evidence.value, evidence.clause, evidence.note)
