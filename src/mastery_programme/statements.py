"""What a funding statement is: lines, and totals of them by any grouping."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypedDict, Unpack

from attrs import field, frozen

from mastery_programme.errors import InvalidGrouping
from mastery_programme.funding_lines import FundingLine, as_alternative, total_of
from mastery_programme.hints import nearest
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money, Total, in_a_row
from mastery_programme.parts import Payee, Purpose
from mastery_programme.records import Record
from mastery_programme.tables import (
    Column,
    Row,
    as_html,
    as_text,
    capitalised,
    days_recorded,
    days_said,
    still_open,
)
from mastery_programme.years import AcademicYear, FinancialYear


class LineKeys(TypedDict, total=False):
    """What lines can be picked by: a value, or its text."""

    academic_year: AcademicYear | str
    financial_year: FinancialYear | str | None
    payee: Payee | str
    purpose: Purpose | str
    activity: str | None


_KEYS = ("academic_year", "financial_year", "payee", "purpose", "activity")
_YEARS: dict[str, type[AcademicYear | FinancialYear]] = {
    "academic_year": AcademicYear,
    "financial_year": FinancialYear,
}


@frozen(eq=False, repr=False)
class FundingStatement(Record):
    """Who is paid what under an edition, for one school.

    Attributes:
        edition: the edition's id.
        title: its name for people.
        lines: the payments, in the order of the years.
        missing: the unknown facts that would settle what is open, in the order of the programme's facts.
        questions: for each of these the question to ask.
        activities: the ids of all activities of the edition, whether they are paid for here or not.
        not_due: the ids of items that the caller estimated although nothing is due for them here.
        total: the total of all lines.
    """

    edition: str
    title: str
    lines: tuple[FundingLine, ...]
    missing: tuple[str, ...]
    questions: tuple[str, ...]
    activities: tuple[str, ...]
    not_due: tuple[str, ...]
    total: Total = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "total", total_of(self.lines))

    def total_for(self, **keys: Unpack[LineKeys]) -> Total:
        """The total of the lines that have all these values.

        A line of which an open route leaves the choice counts for each of its alternatives as what may not be due.

        Args:
            **keys: any of `academic_year`, `financial_year` (None for what no day is known of), `payee`, `purpose` and
                `activity`, as a value or as its text.

        Raises:
            InvalidGrouping: for another key, or a value that no line of the edition could have.
            InvalidYear: for a text that is no academic or financial year.
        """
        wanted = {key: self._value(key, value) for key, value in keys.items()}
        lines: Iterable[FundingLine] = self.lines
        if "activity" in wanted:
            activity = wanted.pop("activity")
            open_lines = [as_alternative(line) if activity in line.alternatives else line for line in lines]
            lines = [line for line in open_lines if activity in (line.activity, *line.alternatives)]
        return total_of(line for line in lines if all(getattr(line, key) == wanted[key] for key in wanted))

    def by(self, *keys: str) -> FrozenMapping[tuple[object, ...], Total]:
        """Totals by any grouping, in the order of the lines.

        Args:
            *keys: any of ``"academic_year"``, ``"financial_year"``, ``"payee"``, ``"purpose"`` and ``"activity"``.

        Returns:
            A mapping from tuples of values, one for each key, to the total of their lines. The totals add up to the
            whole, whatever the grouping.

        Raises:
            InvalidGrouping: for another key.
        """
        for key in keys:
            _check_key(key)
        groups: dict[tuple[object, ...], list[FundingLine]] = {}
        for line in self.lines:
            groups.setdefault(tuple(getattr(line, key) for key in keys), []).append(line)
        return FrozenMapping({group: total_of(lines) for group, lines in groups.items()})

    def _value(self, key: str, value: object) -> object:
        """A value of a key as lines hold it."""
        _check_key(key)
        if key == "financial_year" and value is None:
            return None
        if key in _YEARS:
            year = _YEARS[key]
            return value if isinstance(value, year) else year.parse(value)  # type: ignore[arg-type]  # what is no text is refused
        among = {"payee": tuple(Payee), "purpose": tuple(Purpose), "activity": (None, *self.activities)}[key]
        if not (value is None or isinstance(value, str)) or value not in among:
            near = nearest(value, [str(one) for one in among if one is not None])
            raise InvalidGrouping(f"no such {key}", value, nearest=near)
        return value

    def to_records(self) -> list[Row]:
        """A flat dict a line, all with the same keys in the same order, as pandas and polars take them.

        ``rate``, ``amount``, ``at_least`` and ``at_most`` are pounds as `Decimal` with two places, ``amount_pence`` is
        an int, the days are `Decimal`, ``departments`` is an int, ``on`` is a date, the flags are bools, the rest is
        text; None where there is nothing to say. The amounts and days of a recovery are below nothing.
        """
        return [_record(line) for line in self.lines]

    def __str__(self) -> str:
        return "\n\n".join((f"{self.title}: funding", as_text(*_table(self.lines)), *self._notes()))

    def _repr_html_(self) -> str:
        return as_html(f"{self.title}: funding", *_table(self.lines), self._notes())

    def _notes(self) -> tuple[str, ...]:
        """What stands below the table."""
        not_due = (f"Estimated, but not due: {in_a_row(self.not_due)}",) if self.not_due else ()
        return (f"Total: {self.total}", *not_due, *still_open(self.questions))


def _check_key(key: str) -> None:
    """Raise `InvalidGrouping` unless lines can be grouped by this key."""
    if not isinstance(key, str) or key not in _KEYS:
        raise InvalidGrouping("lines have no such key", key, f"one of {', '.join(_KEYS)}", nearest(key, _KEYS))


_COLUMNS = (
    Column("Year"),
    Column("On"),
    Column("For"),
    Column("Paid to"),
    Column("Days", numeric=True),
    Column("Rate", numeric=True),
    Column("Amount", numeric=True),
    Column("Remark"),
    Column("Clauses"),
)


def _table(lines: Sequence[FundingLine]) -> tuple[tuple[Column, ...], list[tuple[str, ...]]]:
    """The columns and the rows of a table of lines; the column of days on which they fall due only where one is."""
    rows: list[tuple[str, ...]] = [
        (
            str(line.academic_year),
            "" if line.on is None else line.on.isoformat(),
            _title(line),
            line.payee.label if line.recipient is None else line.recipient,
            "" if line.days is None else f"{'-' if line.recovery else ''}{days_said(line.days)}",
            "" if line.rate is None else str(line.rate),
            _amount(line),
            ", ".join(_remarks(line)),
            ", ".join(dict.fromkeys((*line.clauses, *line.rate_clauses))),
        )
        for line in lines
    ]
    if any(line.on is not None for line in lines):
        return _COLUMNS, rows
    return _COLUMNS[:1] + _COLUMNS[2:], [row[:1] + row[2:] for row in rows]


def _title(line: FundingLine) -> str:
    """What a line is for, as it stands at the beginning of a cell."""
    times = "" if line.departments is None else f" (x {line.departments})"
    return f"{capitalised(line.title)}{times}"


def _amount(line: FundingLine) -> str:
    """The amount of a line: exact, between bounds, or a dash."""
    if line.amount is not None:
        return str(line.amount)
    return "-" if line.at_most is None else f"{line.at_least} to {line.at_most}"


def _remarks(line: FundingLine) -> Iterable[str]:
    """What to know about the amount of a line."""
    if line.recovery:
        yield "taken back"
    if line.actual:
        yield "actual"
    if line.unpublished:
        yield "not published"
    if line.estimated:
        yield "estimated"
    if not line.certain:
        yield "if due"


def _record(line: FundingLine) -> Row:
    """A line as a flat dict."""
    return {
        "edition": line.edition,
        "academic_year": str(line.academic_year),
        "financial_year": None if line.financial_year is None else str(line.financial_year),
        "on": line.on,
        "item": line.item,
        "title": line.title,
        "activity": line.activity,
        "alternatives": " or ".join(line.alternatives) or None,
        "purpose": line.purpose.value,
        "payee": line.payee.value,
        "recipient": line.recipient,
        "departments": line.departments,
        **_days(line),
        "rate": _pounds(line.rate),
        "amount": _pounds(line.amount),
        "amount_pence": None if line.amount is None else line.amount.in_pence,
        "at_least": _pounds(line.at_least),
        "at_most": _pounds(line.at_most),
        "published": line.published,
        "estimated": line.estimated,
        "certain": line.certain,
        "actual": line.actual,
        "recovery": line.recovery,
        "event": line.event,
        "clause": line.clause,
        "rate_clause": line.rate_clause,
    }


def _days(line: FundingLine) -> Row:
    """The days of a line as the fields of a record; those taken back are below nothing, so that they add up."""
    days = days_recorded(line.days)
    if not line.recovery:
        return days
    return {key: value.copy_negate() if isinstance(value, Decimal) else value for key, value in days.items()}


def _pounds(money: Money | None) -> Decimal | None:
    """Money as a Decimal, if there is any."""
    return None if money is None else money.as_decimal
