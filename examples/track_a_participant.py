"""Follow one lead teacher through three years: what was delivered, earned, claimed and taken back, and what is left.

Everybody in it is invented. With a file, a participation is read from that instead: a JSON document, as
`mastery_programme.codec.to_json` writes it.
"""

import argparse
import codecs
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from mastery_programme import (
    SECONDARY_COHORT_4,
    Claimed,
    CostIncurred,
    Days,
    Delivered,
    DepartmentStarted,
    DutyMet,
    LeadTeacher,
    MasteryProgrammeError,
    Money,
    Participation,
    Replaced,
    School,
    Voided,
    Withdrew,
    claim,
    earned,
    forecast,
    progress,
)
from mastery_programme.codec import from_json, to_json


def first_year() -> Participation:
    """The first year: three residentials and the launch, personal development, travel, and two claims."""
    participation = Participation(
        "example-1",
        SECONDARY_COHORT_4,
        LeadTeacher("Sam Example"),
        School("Example School", "123456"),
        "North West Three",
        facts={"pd_lead_secondary": False, "pd_lead_other_phase": False},
    ).record(
        Delivered("res-1", "residentials", Days("1.5"), on=date(2019, 10, 3)),
        DutyMet("launch", "launch", "the hub lead", on=date(2019, 10, 3)),
        CostIncurred("travel-1", "travel", Money("86.40"), on=date(2019, 10, 3)),
        Delivered("own-1", "personal-development", Days(4), on=date(2019, 11, 12)),
    )
    participation = claimed(participation, "claim-1", date(2019, 12, 31))
    participation = participation.record(
        Delivered("res-2", "residentials", Days("1.5"), on=date(2020, 1, 23)),
        CostIncurred("travel-2", "travel", Money("91.20"), on=date(2020, 1, 23)),
        Delivered("own-2", "personal-development", Days(5), on=date(2020, 2, 25)),
        Delivered("own-3", "personal-development", Days(2), on=date(2020, 5, 5)),  # half a day more than there is
        Delivered("res-3", "residentials", Days("1.5"), on=date(2020, 6, 18)),
    )
    return claimed(participation, "claim-2", date(2020, 8, 31))


def second_year(participation: Participation) -> Participation:
    """The second year: a mistake put right, a withdrawal at Christmas, and somebody else from January."""
    participation = participation.record(
        Voided("own-1", "two of these days were a school's own training", on=date(2020, 9, 15)),
        Delivered("own-4", "personal-development", Days(2), on=date(2019, 11, 12)),  # what it should have been
        Delivered("res-4", "residentials", Days("1.5"), on=date(2020, 10, 8)),
        Delivered("dev-1", "development", Days(3), on=date(2020, 11, 17)),
        Delivered("pd-1", "pd-lead-programme", Days(1), on=date(2020, 12, 1)),
        Withdrew("a post at another school", on=date(2020, 12, 31)),
        Replaced(LeadTeacher("Jo Example"), on=date(2021, 1, 4), facts={"pd_lead_secondary": True}),
        Delivered("dev-2", "development", Days(5), on=date(2021, 2, 23)),
        Delivered("wider-1", "wider-work", Days(3), on=date(2021, 4, 20)),  # what is left of the four days
        Delivered("res-5", "residentials", Days("1.5"), on=date(2021, 6, 17)),
    )
    return claimed(participation, "claim-3", date(2021, 8, 31))


def third_year(participation: Participation) -> Participation:
    """The third year, as far as the spring: two departments of other schools are supported."""
    return participation.record(
        DepartmentStarted("dept-1", School("Second School", "234567"), on=date(2021, 9, 20)),
        DepartmentStarted("dept-2", School("Third School", "345678"), on=date(2021, 9, 27)),
        Delivered("support-1", "support", Days("4.5"), on=date(2021, 10, 12)),
        Delivered("support-2", "support", Days(3), on=date(2022, 1, 18)),
    )


def claimed(participation: Participation, id: str, until: date) -> Participation:
    """A participation with all claimed that was earned up to a day, and was not before."""
    return participation.record(Claimed(id, claim(participation, until).lines, on=until))


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())} (--help lists what can be asked)\n")


def parser() -> Parser:
    """What can be asked on the command line."""
    asked = Parser(
        description="Days used, money earned and claimed, and what is left, of one lead teacher in Cohort 4 of the "
        "Secondary Mastery Specialist Programme. Without a file, of an invented one.",
        allow_abbrev=False,
    )
    asked.add_argument(
        "file", nargs="?", type=Path, help="a participation as a JSON document; left out: an invented one"
    )
    asked.add_argument(
        "--on",
        metavar="DATE",
        type=day,
        default=date(2022, 3, 31),
        help="the day to look from; left out: 2022-03-31, in the third year of the invented one",
    )
    asked.add_argument(
        "--travel", metavar="AMOUNT", type=pounds, help="what you reckon that travel comes to in each year"
    )
    asked.add_argument("--json", action="store_true", help="print the participation itself as a JSON document")
    return asked


def pounds(text: str) -> Money:
    """An amount as typed."""
    try:
        return Money.parse(text)
    except MasteryProgrammeError:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount such as 180 or 180.50") from None


def day(text: str) -> date:
    """A day as typed."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2022-03-31") from None


def page(participation: Participation, on: date, travel: Money | None) -> str:
    """Everything, for people to read."""
    estimates = {} if travel is None else {"travel": travel}
    statement = earned(participation, on)
    by_year = [f"  {year or 'no day'}: {total}" for (year,), total in statement.by("financial_year").items()]
    due = claim(participation, on)
    parts = (
        f"What was recorded\n\n{participation}",
        str(progress(participation)),
        str(statement),
        "\n".join(["By financial year", *by_year]),
        f"To be claimed on {on}: {due.total}" if due.lines else f"Nothing to be claimed on {on}",
        str(forecast(participation, on, estimates=estimates)),
    )
    return "\n\n\n".join(parts) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer what is asked on the command line."""
    reader = parser()
    asked = reader.parse_args(arguments)
    try:
        if asked.file is None:
            participation = third_year(second_year(first_year()))
        else:
            participation = from_json(asked.file.read_bytes().removeprefix(codecs.BOM_UTF8), Participation)
        told = f"{to_json(participation)}\n" if asked.json else page(participation, asked.on, asked.travel)
    except OSError as error:
        reader.error(f"{asked.file}: {error.strerror}")
    except MasteryProgrammeError as error:
        reader.error(str(error))
    sys.stdout.write(told)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a terminal or pipe, whose locale may be C
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
