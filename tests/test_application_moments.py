"""The moment at which a form was sent: one that says its offset from UTC, in Python's own type."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from mastery_programme import Application, InvalidAnswer
from mastery_programme.moments import instant

LONDON = ZoneInfo("Europe/London")


class Moment(datetime):
    """A moment of a class of its own."""


class Odd(tzinfo):
    """A time zone that tells no offset."""

    def __init__(self, offset: Any) -> None:
        self.offset = offset

    def utcoffset(self, dt: datetime | None) -> Any:
        """What it was given, or an error that it was given."""
        if isinstance(self.offset, Exception):
            raise self.offset
        return self.offset

    def tzname(self, dt: datetime | None) -> str:
        """Its name."""
        return "odd"

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Nothing."""
        return None


class TestMoments:
    """When a form was sent."""

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=UTC), id="Greenwich"),
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=timezone(timedelta(hours=1))), id="British summer"),
            pytest.param(datetime(2, 1, 1, tzinfo=UTC), id="very early"),
            pytest.param(datetime(9998, 12, 31, 23, 59, tzinfo=UTC), id="very late"),
            pytest.param(datetime(2019, 4, 26, tzinfo=Odd(timedelta(0))), id="a zone of somebody's own"),
        ],
    )
    def test_a_moment_with_an_offset_is_kept(self, moment: datetime) -> None:
        """As it is, with its offset."""
        sent = Application("secondary-2019", submitted_at=moment).submitted_at

        assert sent is moment

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param(Moment(2019, 4, 26, 17, 0, 1, 234_567, tzinfo=UTC), id="of a class of its own"),
            pytest.param(pd.Timestamp("2019-04-26T17:00:01.234567+01:00"), id="of pandas"),
            pytest.param(pd.Timestamp("2019-10-27T00:30", tz="UTC").tz_convert(LONDON), id="the first of two hours"),
            pytest.param(pd.Timestamp("2019-10-27T01:30", tz="UTC").tz_convert(LONDON), id="the second of two hours"),
            pytest.param(Moment(2019, 10, 27, 1, 30, tzinfo=LONDON), id="the first of two hours, of its own class"),
            pytest.param(Moment(2019, 10, 27, 1, 30, tzinfo=LONDON, fold=1), id="the second, of its own class"),
        ],
    )
    def test_one_of_another_class_is_held_in_pythons_own(self, given: datetime) -> None:
        """The same moment, with the same offset, to the microsecond."""
        sent = Application("secondary-2019", submitted_at=given).submitted_at

        assert sent is not None
        assert (datetime, given.isoformat(), given.astimezone(UTC)) == (
            type(sent),
            sent.isoformat(),
            sent.astimezone(UTC),
        )

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param(datetime(2019, 4, 26, 17), id="naive"),  # noqa: DTZ001 - what is refused
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=Odd(None)), id="a zone without an offset"),
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=Odd(RuntimeError("odd"))), id="a zone that raises"),
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=Odd("+01:00")), id="a zone with a text"),
            pytest.param(datetime(2019, 4, 26, 17, tzinfo=Odd(timedelta(days=2))), id="a zone two days away"),
            pytest.param(Moment(2019, 4, 26, 17), id="naive, of a class of its own"),
            pytest.param(pd.Timestamp("2019-04-26T17:00"), id="naive, of pandas"),
            pytest.param(datetime(1, 12, 31, tzinfo=UTC), id="too early to be one in every zone"),
            pytest.param(datetime(9999, 1, 1, tzinfo=UTC), id="too late to be one in every zone"),
        ],
    )
    def test_one_without_an_offset_is_refused(self, moment: datetime) -> None:
        """Nobody knows when that is."""
        with pytest.raises(InvalidAnswer, match=r"^Application\.submitted_at cannot be this: .*offset from UTC$"):
            Application("secondary-2019", submitted_at=moment)

    @pytest.mark.parametrize("given", [pd.NaT, pd.NA, "2019-04-26T17:00:00+01:00", 1_556_294_400], ids=repr)
    def test_what_is_no_moment_is_refused(self, given: Any) -> None:
        """The missing moment of pandas too, which it takes for one."""
        with pytest.raises(InvalidAnswer, match=r"^Application\.submitted_at cannot be this: "):
            Application("secondary-2019", submitted_at=given)

    def test_moments_of_one_zone_are_compared_as_utc_has_them(self) -> None:
        """Where the clocks go back, a later moment can have an earlier time."""
        first = datetime(2019, 10, 27, 1, 45, tzinfo=LONDON)
        second = datetime(2019, 10, 27, 1, 15, tzinfo=LONDON, fold=1)

        assert (True, True) == (first > second, instant(first) < instant(second))
        assert [datetime(2019, 10, 27, 0, 45, tzinfo=UTC), UTC] == [instant(first), instant(first).tzinfo]

    def test_forms_sent_at_one_moment_are_equal_and_others_are_not(self) -> None:
        """Whatever the clocks show: the same moment elsewhere is the same, the same hour again is another."""
        first = datetime(2019, 10, 27, 1, 30, tzinfo=LONDON)
        moments = [first, first.astimezone(UTC), first.replace(fold=1), first.replace(fold=1).astimezone(UTC)]
        one, one_in_utc, other, other_in_utc = [Application("secondary-2019", submitted_at=at) for at in moments]

        assert (True, True, False) == (one == one_in_utc, other == other_in_utc, one == other)
        assert 2 == len({one, one_in_utc, other, other_in_utc})
        assert Application("secondary-2019") not in {one, other}
