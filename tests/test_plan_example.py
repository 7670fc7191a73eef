"""A planned year in a calendar: `examples/plan_a_year.py`, run as people run it, and its file read back."""

import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess, run
from typing import Any

import pytest
from icalendar import Calendar

SCRIPT = Path(__file__).parent.parent / "examples" / "plan_a_year.py"
STAMP = ("--stamp", "2019-07-01T10:00:00+01:00")


def made(*arguments: str, **environment: str) -> CompletedProcess[bytes]:
    """The script, run in a process of its own."""
    command = [sys.executable, str(SCRIPT), *arguments]
    return run(command, capture_output=True, check=False, env={**os.environ, **environment}, timeout=60)


def events(written: bytes) -> list[dict[str, Any]]:
    """The events of an iCalendar file, each with its properties as Python's own values."""
    calendar: Any = Calendar.from_ical(written)
    names = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY")
    return [{name: getattr(event[name], "dt", str(event[name])) for name in names} for event in calendar.walk("VEVENT")]


YEAR = made(*STAMP)


class TestTheCalendar:
    """What a calendar program reads."""

    def test_it_holds_the_fifteen_days_of_the_year(self) -> None:
        """Three residentials of a day and a half, the rest personal development; half-days are said."""
        found = events(YEAR.stdout)
        assert (0, b"") == (YEAR.returncode, YEAR.stderr)
        halves = [event["SUMMARY"].endswith("(half-day)") for event in found]
        assert 30 == sum(1 if half else 2 for half in halves)
        assert ["Central residentials", "Central residentials (half-day)"] * 3 == [
            event["SUMMARY"] for event in found if event["SUMMARY"].startswith("Central")
        ]

    def test_an_event_lasts_all_day(self) -> None:
        """It has dates and no times, and ends as the next day begins."""
        for event in events(YEAR.stdout):
            assert date is type(event["DTSTART"])
            assert timedelta(days=1) == event["DTEND"] - event["DTSTART"]

    def test_the_stamp_is_the_argument(self) -> None:
        """In UTC, and no clock is read."""
        assert {datetime(2019, 7, 1, 9, tzinfo=UTC)} == {event["DTSTAMP"] for event in events(YEAR.stdout)}

    def test_the_same_arguments_give_the_same_bytes(self) -> None:
        """Whatever the locale, the time zone and the seed of hashes."""
        again = made(*STAMP, LC_ALL="C", TZ="Asia/Tokyo", PYTHONHASHSEED="7", PYTHONUTF8="0")
        assert YEAR.stdout == again.stdout

    def test_lines_end_as_the_format_wants_it(self) -> None:
        """And none is longer than it allows."""
        assert YEAR.stdout.count(b"\n") == YEAR.stdout.count(b"\r\n")
        assert 75 >= max(map(len, YEAR.stdout.split(b"\r\n")))

    def test_an_event_that_stays_on_its_date_keeps_its_uid(self) -> None:
        """When another date is closed; the event of that one is gone."""
        before = {event["DTSTART"]: event["UID"] for event in events(YEAR.stdout)}
        after = {event["DTSTART"]: event["UID"] for event in events(made(*STAMP, "--closed", "2019-10-29").stdout)}
        assert date(2019, 10, 29) in before.keys() - after.keys()
        both = before.keys() & after.keys()
        assert 15 < len(both)
        assert {day: before[day] for day in both} == {day: after[day] for day in both}
        assert "lead-teacher-7.residentials.2019-10-10@example.org" == before[date(2019, 10, 10)]

    def test_key_and_domain_are_in_each_uid(self) -> None:
        """The key in plain characters, however long a line becomes."""
        found = events(made(*STAMP, "--key", "Zoë O’Neill", "--domain", "hub.example").stdout)
        assert all(event["UID"].startswith("_5ao_c3_ab_20_4f_e2_80_99_4eeill.") for event in found)
        assert all(event["UID"].endswith("@hub.example") for event in found)


class TestThePage:
    """What a person reads."""

    def test_the_plan_is_printed_when_the_calendar_goes_to_a_file(self, tmp_path: Path) -> None:
        """The file holds what would have been printed."""
        answer = made(*STAMP, "--output", str(tmp_path / "year.ics"))
        assert YEAR.stdout == (tmp_path / "year.ics").read_bytes()
        assert answer.stdout.decode().startswith("Plan: 15 days\n\nDate        Day ")

    def test_days_without_a_date_are_told_beside_the_calendar(self) -> None:
        """A limit of one day a week leaves no room for the residentials' second days."""
        answer = made(*STAMP, "--most-a-week", "1", "--most-a-half-term", "1")
        assert 0 == answer.returncode
        assert b"residentials: 1.5 days found no date" in answer.stderr

    def test_the_help_explains_every_option(self) -> None:
        """And that no clock is read."""
        text = made("--help").stdout.decode()
        options = ("--stamp", "--key", "--domain", "--closed", "--most-a-week", "--most-a-half-term", "--output")
        assert [] == [word for word in (*options, "no clock is read") if word not in text]


class TestMistakes:
    """One clear line on standard error, nothing on standard output, and exit status 2."""

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            pytest.param([], "--stamp", id="no stamp"),
            pytest.param(["--stamp", "now"], "such as 2019-07-01T09:00:00Z", id="a word for a stamp"),
            pytest.param(["--stamp", "2019-07-01T09:00:00"], "with its offset", id="a stamp without its offset"),
            pytest.param(["--stamp", "0001-01-01T00:00:00+01:00"], "with its offset", id="a stamp before all time"),
            pytest.param([*STAMP, "--key", " "], "not the key of a plan", id="a key that says nothing"),
            pytest.param([*STAMP, "--domain", "a b"], "such as example.org", id="no domain"),
            pytest.param([*STAMP, "--domain", "example.org\n"], "such as example.org", id="a line after the domain"),
            pytest.param([*STAMP, "--closed", "5 Nov"], "such as 2019-11-05", id="a day in words"),
            pytest.param([*STAMP, "--closed", "9999-12-31"], "not a closed day", id="a day at the end of time"),
            pytest.param([*STAMP, "--most-a-week", "0.3"], "such as 2 or 2.5", id="no half-days"),
            pytest.param([*STAMP, "--output", "."], ".: ", id="a folder for a file"),
            pytest.param([*STAMP, "--out", "x.ics"], "--out", id="an option cut short"),
            pytest.param([*STAMP, "extra"], "extra", id="a word too many"),
        ],
    )
    def test_a_mistake_is_told_in_one_line(self, arguments: list[str], told: str) -> None:
        """With what would have been taken."""
        answer = made(*arguments)
        assert (2, b"", 1) == (answer.returncode, answer.stdout, answer.stderr.count(b"\n"))
        assert told in answer.stderr.decode()
        assert b"Traceback" not in answer.stderr

    def test_a_reader_that_stops_early_is_no_mistake(self) -> None:
        """As `head` does."""
        reading, writing = os.pipe()
        os.close(reading)
        answer = run([sys.executable, str(SCRIPT), *STAMP], stdout=writing, stderr=-1, check=False, timeout=60)
        os.close(writing)
        assert b"" == answer.stderr
