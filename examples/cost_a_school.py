"""Print what taking part means for one school: which days, who is paid what, and on which clause each line rests."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from mastery_programme import (
    SECONDARY_COHORT_4,
    Allocation,
    Duty,
    FundingLine,
    FundingStatement,
    Hub,
    InvalidMoney,
    MasteryProgrammeError,
    Money,
    Payee,
    Programme,
    Total,
    allocate,
    fund,
)

PD_LEAD = {
    "secondary": {"pd_lead_secondary": True, "pd_lead_other_phase": False},
    "other": {"pd_lead_secondary": False, "pd_lead_other_phase": True},
    "both": {"pd_lead_secondary": True, "pd_lead_other_phase": True},
    "none": {"pd_lead_secondary": False, "pd_lead_other_phase": False},
}

WORDS = """\
Words used here
  lead teacher      the teacher whom the school nominates, and who becomes the Mastery Specialist
  release day       a day on which the lead teacher is freed from teaching; the funding is towards the cover
  residential       a meeting of several days, away from school
  PD Lead           a teacher accredited to lead professional development (PD) of other teachers
  NCETM             the National Centre for Excellence in the Teaching of Mathematics
  PAR-3, FUN-6 ...  the clause of the programme's document on which a line rests
"""


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())} (--help lists what can be asked)\n")


def parser() -> Parser:
    """What can be asked on the command line."""
    asked = Parser(
        description="What Cohort 4 of the Secondary Mastery Specialist Programme means for one school: the lead "
        "teacher's release days in each of the three years, and who is paid what.",
        epilog="Amounts are pounds, such as 180 or 180.50. What the programme's document does not publish is shown "
        "as not published unless you give an estimate, and estimates are kept apart from what is published.",
        allow_abbrev=False,
    )
    asked.add_argument(
        "--pd-lead",
        choices=PD_LEAD,
        help="in which phase the lead teacher is accredited as a PD Lead already: secondary, other (another phase), "
        "both, or none; left out: not known, and what depends on it is shown as open",
    )
    asked.add_argument(
        "--departments",
        metavar="N",
        type=number,
        help="how many departments of other schools are supported in year 3, from 0 to 20; left out: as published",
    )
    asked.add_argument(
        "--travel", metavar="AMOUNT", type=pounds, help="your estimate of the travel to the residentials of one year"
    )
    asked.add_argument(
        "--pd-lead-fee", metavar="AMOUNT", type=pounds, help="your estimate of the fee of the PD Lead programme"
    )
    asked.add_argument("--hub", metavar="NAME", help="the school's Maths Hub, such as 'North West Three'")
    asked.add_argument("--json", action="store_true", help="print the same as JSON, amounts as text")
    return asked


def pounds(text: str) -> Money:
    """An amount as typed."""
    try:
        amount = Money.parse(text)
    except InvalidMoney:
        amount = Money(-1)
    if amount < Money(0):
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount such as 180 or 180.50")
    return amount


def number(text: str) -> int | str:
    """A number as typed; what is none is left for the library to refuse."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


def heading(year: str, allocation: Allocation, statement: FundingStatement) -> str:
    """The line over a year: its days and its total."""
    days = next(one.days for one in allocation.years if str(one.academic_year) == year)
    return f"{year}: {days}; {statement.total_for(academic_year=year)}"


def cells(line: FundingLine) -> tuple[str, str, str, str, str]:
    """One payment as the cells of a row."""
    reckoning = f"{line.days} at {line.rate}" if line.rate is not None else ""
    if line.departments is not None:
        reckoning = f"{line.departments} department{'' if line.departments == 1 else 's'}"
    amount = "not published" if line.amount is None else str(line.amount)
    remarks = [word for word, there in (("estimate", line.estimated), ("if due", not line.certain)) if there]
    told = f"{amount} ({', '.join(remarks)})" if remarks else amount
    clauses = ", ".join(dict.fromkeys((*line.clauses, *line.rate_clauses)))
    return f"{line.title[0].upper()}{line.title[1:]}", reckoning, told, line.payee.label, clauses


def aligned(rows: Sequence[Sequence[str]], right: Sequence[int]) -> list[str]:
    """Rows as lines, the columns aligned; those numbered in `right` at the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  "
        + "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def duty_cells(programme: Programme, duty: Duty, remark: str) -> tuple[str, str, str, str]:
    """One duty as the cells of a row."""
    year = next((str(year.academic_year) for year in programme.years if year.number == duty.year), "always")
    return year, duty.by, f"{duty.title}{remark}", duty.source.clause


def hub_of(programme: Programme, name: str) -> Hub:
    """The hub of a name, or the only one that has the text in its name, its region, its leads or their towns."""
    found = programme.find_hubs(name)
    return found[0] if len(found) == 1 else programme.hub(name)


def totals(statement: FundingStatement) -> list[str]:
    """The known totals by payee and year, as lines."""
    years = [year for (year,) in statement.by("academic_year")]
    rows = [["Published, by payee", *(str(year) for year in years), "All years"]]
    for (payee,) in statement.by("payee"):
        by_year = [statement.total_for(academic_year=str(year), payee=str(payee)) for year in years]
        rows.append(
            [Payee(str(payee)).label, *(starred(total) for total in (*by_year, statement.total_for(payee=str(payee))))]
        )
    all_years = [*(statement.total_for(academic_year=str(year)) for year in years), statement.total]
    rows.append(["All", *map(starred, all_years)])
    return aligned(rows, range(1, len(years) + 2))


def starred(total: Total) -> str:
    """What is known of a total, with a star where something is not in it."""
    return f"{total.known}*" if total.unpublished or total.estimated else f"{total.known} "


def page(programme: Programme, allocation: Allocation, statement: FundingStatement, hub: Hub | None) -> str:
    """Everything, for people to read."""
    lines = [str(programme), "What taking part means for one school"]
    if hub is not None:
        lines.append(f"{hub} ({hub.region}), led by {' and '.join(map(str, hub.leads))}")
    rows = aligned([cells(line) for line in statement.lines], right=(2,))
    for year in (str(one.academic_year) for one in allocation.years):
        lines += ["", heading(year, allocation, statement)]
        lines += [row for row, line in zip(rows, statement.lines, strict=True) if str(line.academic_year) == year]
    lines += ["", f"All years: {statement.total}", *totals(statement)]
    if statement.total.unpublished or statement.total.estimated:
        lines.append("  * plus what is not published, or estimated only, as told above")
    lines += ["", "Also asked of the school"]
    lines += aligned([duty_cells(programme, duty, "") for duty in allocation.duties], right=())
    if allocation.open_duties:
        lines += aligned([duty_cells(programme, duty, " (if that is so)") for duty in allocation.open_duties], right=())
    if statement.not_due:
        lines += ["", f"Estimated, but not due here: {', '.join(statement.not_due)}"]
    if allocation.questions:
        lines += ["", "Still open, and what would settle it (say so with --pd-lead)"]
        lines += [f"  {question}" for question in allocation.questions]
    return "\n".join([*lines, "", WORDS])


def as_json(programme: Programme, allocation: Allocation, statement: FundingStatement, hub: Hub | None) -> str:
    """Everything, for programs to read."""
    total = statement.total
    told = {
        "edition": programme.id,
        "hub": None if hub is None else hub.name,
        "days_and_duties": allocation.to_records(),
        "payments": statement.to_records(),
        "total": {
            "known": total.known.as_decimal,
            "estimated": total.estimated.as_decimal,
            "unpublished": total.unpublished,
            "estimated_but_not_due": statement.not_due,
            "text": str(total),
        },
        "still_open": dict(zip(allocation.missing, allocation.questions, strict=True)),
    }
    return json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer what is asked on the command line."""
    reader = parser()
    asked = reader.parse_args(arguments)
    programme = SECONDARY_COHORT_4
    try:
        facts = PD_LEAD.get(asked.pd_lead)
        hub = None if asked.hub is None else hub_of(programme, asked.hub)
        given = {"travel": asked.travel, "pd-lead-enrolment": asked.pd_lead_fee}
        estimates = {item: amount for item, amount in given.items() if amount is not None}
        statement = fund(programme, facts, supported_departments=asked.departments, estimates=estimates)
    except MasteryProgrammeError as error:
        reader.error(str(error))
    answer = as_json if asked.json else page
    sys.stdout.write(answer(programme, allocate(programme, facts), statement, hub))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal or pipe, whose locale may be C
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
