"""Plan year 1 of an invented lead teacher, and write it as an iCalendar file that calendar programs read."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from icalendar import Calendar, Event

from mastery_programme import (
    SECONDARY_COHORT_4,
    Days,
    InvalidDays,
    LeadTeacher,
    MasteryProgrammeError,
    Participation,
    School,
    SchoolTerm,
    progress,
)
from mastery_programme.planner import FixedDate, Plan, PlannedDay, WeeklyPattern, plan

HALF, WHOLE = Days("0.5"), Days(1)

HALF_TERMS = (
    SchoolTerm("Autumn 1", date(2019, 9, 3), date(2019, 10, 18)),
    SchoolTerm("Autumn 2", date(2019, 10, 28), date(2019, 12, 20)),
    SchoolTerm("Spring 1", date(2020, 1, 6), date(2020, 2, 14)),
    SchoolTerm("Spring 2", date(2020, 2, 24), date(2020, 4, 3)),
    SchoolTerm("Summer 1", date(2020, 4, 20), date(2020, 5, 22)),
    SchoolTerm("Summer 2", date(2020, 6, 1), date(2020, 7, 17)),
)
BANK_HOLIDAYS = (date(2020, 4, 10), date(2020, 4, 13), date(2020, 5, 8), date(2020, 5, 25))
TRAINING_DAYS = (date(2019, 9, 3), date(2019, 10, 28), date(2020, 1, 6))
RESIDENTIALS = (date(2019, 10, 10), date(2020, 1, 16), date(2020, 6, 18))
"""The first days of the three residentials; each goes on for half a day."""

FIXED = tuple(
    FixedDate("residentials", first + timedelta(days=number), days)
    for first in RESIDENTIALS
    for number, days in enumerate((WHOLE, HALF))
)
PATTERNS = (
    WeeklyPattern("personal-development", "Thursday", days=WHOLE, every=2),
    WeeklyPattern("personal-development", "Tuesday", days=HALF),
)
SCHOOL = School("Example School", "123456")
PARTICIPATION = Participation("example-1", SECONDARY_COHORT_4, LeadTeacher("Sam Example"), SCHOOL, "Jurassic")
NEEDS = progress(PARTICIPATION).remaining("2019/20")  # all its days, since none was delivered yet
TITLES = {activity.id: activity.title for activity in SECONDARY_COHORT_4.years[0].activities}


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())} (--help lists what can be asked)\n")


def parser() -> Parser:
    """What can be asked on the command line."""
    asked = Parser(
        description="Plan the 15 release days of year 1 of Cohort 4 for an invented lead teacher: three residentials "
        "on dates of their own, personal development on alternate Thursdays and Tuesday half-days.",
        epilog="The same arguments give the same file, to the byte. An event keeps its UID as long as it stays on its "
        "date, so a calendar that reads a new file changes what has changed.",
        allow_abbrev=False,
    )
    asked.add_argument(
        "--stamp",
        metavar="MOMENT",
        type=moment,
        required=True,
        help="when the calendar was made, with its offset, such as 2019-07-01T09:00:00+01:00; no clock is read",
    )
    asked.add_argument(
        "--key", default="lead-teacher-7", help="what tells this teacher's events from all others (lead-teacher-7)"
    )
    asked.add_argument(
        "--domain", type=domain, default="example.org", help="the domain at the end of each UID (example.org)"
    )
    asked.add_argument(
        "--closed", metavar="DAY", type=day, action="append", default=[], help="one more closed day, such as 2019-11-05"
    )
    asked.add_argument(
        "--most-a-week", metavar="DAYS", type=days_typed, help="the most days in a week; left out: no limit"
    )
    asked.add_argument(
        "--most-a-half-term", metavar="DAYS", type=days_typed, default=Days("2.5"), help="the most in a half-term (2.5)"
    )
    asked.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help="write the calendar to this file, and print the plan; left out: print the calendar alone",
    )
    return asked


def moment(text: str) -> datetime:
    """A moment as typed, in UTC."""
    try:
        typed = datetime.fromisoformat(text)
        if typed.tzinfo is not None:
            return typed.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a moment with its offset, such as 2019-07-01T09:00:00Z")


def day(text: str) -> date:
    """A day as typed."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2019-11-05") from None


def days_typed(text: str) -> Days:
    """A number of days as typed."""
    try:
        return Days.parse(text)
    except InvalidDays:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days such as 2 or 2.5") from None


def domain(text: str) -> str:
    """A domain as typed."""
    label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
    if len(text) > 253 or not re.fullmatch(rf"{label}(\.{label})*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a domain such as example.org")
    return text


def event_of(planned: PlannedDay, stamp: datetime, at: str) -> Event:
    """A planned day as an event of a calendar: all day long, a half-day said so in its summary."""
    title = TITLES[planned.activity]
    event = Event()
    event.add("uid", f"{planned.id}@{at}")
    event.add("dtstamp", stamp)
    event.add("dtstart", planned.on)
    event.add("dtend", planned.on + timedelta(days=1))
    event.add("summary", f"{title[0].upper()}{title[1:]}{' (half-day)' if planned.days == HALF else ''}")
    return event


def calendar_of(made: Plan, stamp: datetime, at: str) -> bytes:
    """A plan as an iCalendar file."""
    calendar = Calendar()
    calendar.add("prodid", "-//mastery_programme//plan_a_year//EN")
    calendar.add("version", "2.0")
    for planned in made.events:
        calendar.add_component(event_of(planned, stamp, at))
    written: bytes = calendar.to_ical()
    return written


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer what is asked on the command line."""
    reader = parser()
    asked = reader.parse_args(arguments)
    try:
        made = plan(
            NEEDS,
            HALF_TERMS,
            key=asked.key,
            fixed=FIXED,
            patterns=PATTERNS,
            closed={*BANK_HOLIDAYS, *TRAINING_DAYS, *asked.closed},
            most_a_week=asked.most_a_week,
            most_a_term=asked.most_a_half_term,
        )
    except MasteryProgrammeError as error:
        reader.error(str(error))
    written = calendar_of(made, asked.stamp, asked.domain)
    if asked.output is None:
        sys.stdout.buffer.write(written)
        sys.stderr.writelines(f"{activity}: {days} found no date\n" for activity, days in made.unplaced.items() if days)
        return
    try:
        asked.output.write_bytes(written)
    except OSError as error:
        reader.error(f"{asked.output}: {error.strerror}")
    sys.stdout.write(f"{made}\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal or pipe, whose locale may be C
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
