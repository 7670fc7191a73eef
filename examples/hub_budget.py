"""Print what three cohorts cost at the 35 Maths Hubs, by academic and by financial year. The places are invented."""

import argparse
import csv
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NoReturn

from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Budget,
    ByTerms,
    EvenlyByMonth,
    InvalidMoney,
    MasteryProgrammeError,
    Money,
    OnOneDay,
    Profile,
    Programme,
    SchoolTerm,
    Unscheduled,
    budget,
)

INVENTED = """\
The numbers of places are invented, and so are the two later cohorts: each is Cohort 4 as published, a year later."""

BASES = {
    "month": (EvenlyByMonth, "a twelfth of each amount on the first of each month"),
    "terms": (lambda: ByTerms(terms()), "by the days of invented terms"),
    "day": (lambda: OnOneDay(3, 31), "all on 31 March"),
    "none": (Unscheduled, "on no day, and so in no financial year"),
}


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())} (--help lists what can be asked)\n")


def parser() -> Parser:
    """What can be asked on the command line."""
    asked = Parser(
        description="What three overlapping cohorts of the Secondary Mastery Specialist Programme cost at the Maths "
        f"Hubs, by academic and by financial year. {INVENTED}",
        epilog="Amounts are pounds, such as 180 or 180.50. What the programme's document does not publish is named as "
        "such unless you give an estimate, and estimates are kept apart from what is published.",
        allow_abbrev=False,
    )
    asked.add_argument("--hub", metavar="NAME", help="only this Maths Hub, such as 'North West Three'")
    asked.add_argument(
        "--places",
        metavar="N",
        type=number,
        help="so many places at each hub in each cohort, in place of the invented numbers",
    )
    asked.add_argument(
        "--basis",
        choices=BASES,
        default="month",
        help="how the amounts of an academic year are spread over its days, since no document says it: "
        + "; ".join(f"{name}: {told}" for name, (_, told) in BASES.items()),
    )
    asked.add_argument(
        "--travel",
        metavar="AMOUNT",
        type=pounds,
        help="your estimate of one place's travel to the residentials of a year",
    )
    asked.add_argument(
        "--pd-lead-fee", metavar="AMOUNT", type=pounds, help="your estimate of one place's fee of the PD Lead programme"
    )
    asked.add_argument(
        "--by",
        metavar="KEYS",
        help="only one table, by these keys with commas between, the last of them across: hub, region, edition, "
        "academic-year, financial-year, purpose, payee; such as region,financial-year",
    )
    asked.add_argument("--csv", action="store_true", help="print records: every row of the budget, or those of --by")
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


def cohorts() -> list[Programme]:
    """Cohort 4, and two made of it that begin one and two years later."""
    return [SECONDARY_COHORT_4, *(later(years) for years in (1, 2))]


def later(years: int) -> Programme:
    """Cohort 4 so many years later, made up for this example."""
    shifted = tuple(evolve(year, academic_year=year.academic_year + years) for year in SECONDARY_COHORT_4.years)
    return evolve(SECONDARY_COHORT_4, id=f"invented-{2019 + years}", cohort=4 + years, years=shifted)


def terms() -> list[SchoolTerm]:
    """Terms of all academic years in which a cohort takes part, made up for this example."""
    return [
        term
        for first in range(2019, 2024)
        for term in (
            SchoolTerm(f"Autumn {first}", date(first, 9, 3), date(first, 12, 20)),
            SchoolTerm(f"Spring {first + 1}", date(first + 1, 1, 6), date(first + 1, 4, 3)),
            SchoolTerm(f"Summer {first + 1}", date(first + 1, 4, 20), date(first + 1, 7, 17)),
        )
    ]


def hubs_of(name: str | None) -> list[str]:
    """The names of all hubs; of one, if its name is given, or a text that it alone has in it."""
    programme = SECONDARY_COHORT_4
    if name is None:
        return [hub.name for hub in programme.hubs]
    found = programme.find_hubs(name)
    return [found[0].name if len(found) == 1 else programme.hub(name).name]


def places(hubs: Iterable[str], given: int | None) -> list[Profile]:
    """The places of each hub in each cohort; invented numbers from 2 to 6 if none is given."""
    numbers = {hub.name: 2 + place * 7 % 5 for place, hub in enumerate(SECONDARY_COHORT_4.hubs)}
    return [Profile(one, hub, numbers[hub] if given is None else given) for one in cohorts() for hub in hubs]


def page(made: Budget, basis: str) -> str:
    """Everything, for people to read."""
    tables = (
        made.pivot("edition", "academic_year"),
        made.pivot("region", "financial_year"),
        made.pivot("hub", "financial_year"),
    )
    about = f"What is paid for an academic year is spread over it: {BASES[basis][1]}."
    without_totals = (str(one).rpartition("\n\n")[0] for one in (*tables, made))
    return "\n\n".join((INVENTED, about, *without_totals, notes(made)))


def notes(made: Budget) -> str:
    """The total, and what is not in it, one by one."""
    total = made.total
    lines = [f"{made.places} {'place' if made.places == 1 else 'places'}", f"Published: {total.known}"]
    if total.estimated_items:
        lines.append(f"Estimated, beside it: {total.estimated} ({', '.join(total.estimated_items)})")
    lines += [f"Not published, and so in no sum: {label}" for label in total.labels]
    return "\n".join([*lines, ""])


def groups(made: Budget, keys: Sequence[str]) -> list[dict[str, Any]]:
    """A record for each group, with the keys as they are typed."""
    return [
        {
            **{key: "" if value is None else str(value) for key, value in zip(keys, group, strict=True)},
            "known": total.known.as_decimal,
            "estimated": total.estimated.as_decimal,
            "at_most": None if total.at_most is None else total.at_most.as_decimal,
            "unpublished": ", ".join(total.unpublished),
        }
        for group, total in made.by(*keys).items()
    ]


def table(made: Budget, keys: Sequence[str]) -> str:
    """One table by some keys, the last of them across; by one key, a line for each of its values."""
    if len(keys) > 1:
        return f"{INVENTED}\n\n{made.pivot(keys[:-1], keys[-1])}\n"
    found = made.by(*keys).items()
    lines = [f"{'unscheduled' if value is None else value}: {total}" for (value,), total in found]
    return "\n".join([INVENTED, "", *lines, f"All: {made.total}", ""])


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer what is asked on the command line."""
    reader = parser()
    asked = reader.parse_args(arguments)
    given = {"travel": asked.travel, "pd-lead-enrolment": asked.pd_lead_fee}
    estimates = {item: amount for item, amount in given.items() if amount is not None}
    keys = [] if asked.by is None else [key.strip().replace("-", "_") for key in asked.by.split(",")]
    try:
        basis = BASES[asked.basis][0]()
        made = budget(places(hubs_of(asked.hub), asked.places), basis=basis, estimates=estimates)
        if asked.csv:
            write_csv(groups(made, keys) if keys else made.to_records())
        else:
            sys.stdout.write(table(made, keys) if keys else page(made, asked.basis))
    except MasteryProgrammeError as error:
        reader.error(str(error))


def write_csv(records: Sequence[dict[str, Any]]) -> None:
    """Write records with a heading; there is always one, since each hub has rows."""
    writer = csv.DictWriter(sys.stdout, list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal or pipe, whose locale may be C
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
