"""How the library's own values stand in documents: days and money as text, values of facts, conditions on them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from mastery_programme.codec.branches import DISTINCT, entries, is_object, listed
from mastery_programme.codec.leaves import Flag, Kind, Schema, Text, Whole
from mastery_programme.codec.objects import Given, Member, Object
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import BAD, Report, misfit
from mastery_programme.codec.unions import ByType, Labelled
from mastery_programme.codec.written import MONTH_PATTERN, Written
from mastery_programme.conditions import Is
from mastery_programme.days import DayRange, Days
from mastery_programme.facts import Value
from mastery_programme.money import Money
from mastery_programme.months import YearMonth
from mastery_programme.numerals import LONGEST as LONGEST_NUMERAL
from mastery_programme.schools import URN
from mastery_programme.years import AcademicYear, FinancialYear

_NUMERAL = r"[0-9]+(?:\.[05]0*)?"
_ALLOWED = "whole half-days, from 0 to 10,000 days"
_YEAR_BEGUN = "[0-9]{4}"


def _days_or_range(text: str) -> Days | DayRange:
    """The days or the range in a text."""
    return DayRange.parse(text) if " to " in text else Days.parse(text)


def _days_told(days: Days | DayRange) -> str:
    """Days or a range as their parsers take them."""
    if isinstance(days, DayRange):
        return f"{days.low.as_decimal} to {days.high.as_decimal}"
    return str(days.as_decimal)


DAYS = Written(
    Days,
    "days",
    _NUMERAL,
    f"a number of days as text, such as '4.5': {_ALLOWED}",
    Days.parse,
    _days_told,
    LONGEST_NUMERAL,
)
DAY_RANGE = Written(
    DayRange,
    "days",
    f"{_NUMERAL} to {_NUMERAL}",
    f"a range of days as text, such as '12 to 37', the least first: {_ALLOWED}",
    DayRange.parse,
    _days_told,
    2 * LONGEST_NUMERAL + len(" to "),
)
DAYS_OR_RANGE = Written(
    (Days, DayRange),
    "days",
    f"{_NUMERAL}(?: to {_NUMERAL})?",
    f"a number of days as text, such as '4.5' or '12 to 37', the least first: {_ALLOWED}",
    _days_or_range,
    _days_told,
    2 * LONGEST_NUMERAL + len(" to "),
)
MONEY = Written(
    Money,
    "money",
    r"-?[0-9]+(?:\.[0-9]{1,2})?",
    "an amount of pounds as text, such as '200.50', with at most two places, up to a million million either way",
    Money.parse,
    lambda money: str(money.as_decimal),
    LONGEST_NUMERAL,
)
DAYS_OR_MONEY = Labelled({"days": (Days, DAYS), "money": (Money, MONEY)})
ACADEMIC_YEAR = Written(
    AcademicYear,
    "year",
    f"{_YEAR_BEGUN}/[0-9]{{2}}",
    "an academic year, written 2019/20",
    AcademicYear.parse,
    str,
    len("2019/20"),
)
FINANCIAL_YEAR = Written(
    FinancialYear,
    "year",
    f"{_YEAR_BEGUN}-[0-9]{{2}}",
    "a financial year, written 2019-20",
    FinancialYear.parse,
    str,
    len("2019-20"),
)
MONTH = Written(YearMonth, "date", MONTH_PATTERN, "a month, written 2019-04", YearMonth.parse, str, len("2019-04"))
REFERENCE_NUMBER = Written(
    URN, "urn", "[1-9][0-9]{5}", "a URN: six digits as text, the first of them not 0", URN.parse, str, len("123456")
)
PLAIN: Final[Mapping[type, Kind]] = {bool: Flag(), int: Whole(), str: Text()}
"""Values that stand in a document as they are, by their types."""

VALUE: Final = ByType(PLAIN)
"""What a fact can be known to be: true, false, a whole number or text."""


@frozen(eq=False)
class Values:
    """Values of one fact, in order; whole numbers in a row as the first and the last of them.

    Args:
        distinct: whether there is at least one, and none twice, as the class says of which they are a part.
    """

    distinct: bool = False

    def read(self, raw: object, at: At, report: Report) -> Any:  # noqa: ANN401 - a tuple or `BAD`
        """The values."""
        read: list[object] = []
        before = report.number
        for place, item in enumerate(listed(raw, at, report)):
            read.extend(self._some(item, (at, place), report))
        return tuple(read) if report.number == before else BAD

    def _some(self, raw: object, at: At, report: Report) -> Iterable[Value]:
        """The value or the numbers in a row that an item stands for."""
        if not is_object(raw):
            return (VALUE.read(raw, at, report),)
        ends = entries(raw, at, report) or {}
        if ends.keys() != {"from", "to"}:
            report.refuse_value(at, "type", raw, "a value, or numbers in a row as an object of 'from' and 'to'")
            return ()
        low, high = (PLAIN[int].read(ends[key], (at, key), report) for key in ("from", "to"))
        if low is BAD or high is BAD:
            return ()
        if low > high:
            report.refuse(at, "range", f"{low:,} is more than {high:,}, to which the numbers go")
            return ()
        row = range(low, high + 1)
        if not report.allows(len(row)):
            report.refuse(at, "too-many", "these are more numbers than the limit of values allows")
            return ()
        return row

    def write(self, value: object) -> object:
        """The values, numbers in a row as an object."""
        if type(value) is not tuple:
            return misfit(value)
        return [item for row in _rows(value) for item in ([{"from": row[0], "to": row[-1]}] if len(row) > 2 else row)]

    def schema(self, shared: dict[str, Schema]) -> Schema:
        """A list of values, and of objects for numbers in a row."""
        row = {
            "type": "object",
            "properties": {"from": PLAIN[int].schema(shared), "to": PLAIN[int].schema(shared)},
            "required": ["from", "to"],
            "additionalProperties": False,
        }
        return {"type": "array", "items": {"anyOf": [VALUE.schema(shared), row]}, **(DISTINCT if self.distinct else {})}


def _rows(values: tuple[Value, ...]) -> Iterator[list[Value]]:
    """Values, those that are whole numbers in a row together."""
    row: list[Value] = []
    for value in values:
        before = row[-1] if row else None
        follows = type(value) is int and type(before) is int and value == before + 1
        if row and not follows:
            yield row
            row = []
        row.append(value)
    if row:
        yield row


def _condition(given: Given, at: At, report: Report) -> Any:  # noqa: ANN401 - a condition or `BAD`
    """The condition that was read."""
    values, bounds = given.get("one_of"), {key: given[key] for key in ("at_least", "at_most") if key in given}
    if (values is None) is (not bounds):
        return report.refuse(at, "value", "a condition has 'one_of', or else 'at_least', 'at_most' or both")
    if values is not None:
        condition = Is.one_of(*values)
        twice = len(condition.values) < len(values)
        return report.refuse((at, "one_of"), "value", "a value stands there twice") if twice else condition
    if len(bounds) > 1:
        return Is.between(bounds["at_least"], bounds["at_most"])
    return Is.at_least(bounds["at_least"]) if "at_least" in bounds else Is.at_most(bounds["at_most"])


_VALUES = Values(distinct=True)


def _condition_told(condition: Is) -> dict[str, object]:
    """A condition as an object."""
    if condition.values:
        return {"one_of": _VALUES.write(condition.values)}
    bounds = (("at_least", condition.low), ("at_most", condition.high))
    return {key: bound for key, bound in bounds if bound is not None}


CONDITION = Object(
    Is,
    (
        Member("one_of", _VALUES, required=False),
        Member("at_least", PLAIN[int], required=False),
        Member("at_most", PLAIN[int], required=False),
    ),
    _condition_told,
    _condition,
    just_one=(("one_of",), ("at_least", "at_most")),
)
