"""Where, and from what to what, two funding statements pay differently: line by line, and in all."""

from collections.abc import Iterable, Iterator, Mapping

from mastery_programme.differences import Clauses, Difference
from mastery_programme.facts import Value
from mastery_programme.funding_lines import FundingLine
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import NOTHING
from mastery_programme.statements import FundingStatement
from mastery_programme.years import AcademicYear

Facts = FrozenMapping[str, tuple[Value, ...]]
"""For whom something is paid: for each fact that is known its value."""

_Key = tuple[AcademicYear, str, str, str | None, int]  # the last tells lines apart that share all others

_FOLLOWING = ("at_least", "at_most", "reckoned")
"""What follows from the amount of a line, unless that is open."""

_TOLD = ("days", "rate", "departments", "amount", *_FOLLOWING, "published", "estimated", "certain", "actual")
_TOLD_TOO = ("recovery", "purpose", "activity", "on", "recipient")

_NO_CLAUSES: Clauses = ((), ())


def differences_of_pay(before: FundingStatement, after: FundingStatement, facts: Facts) -> Iterator[Difference]:
    """Where two statements pay differently.

    Args:
        before: a statement.
        after: another one.
        facts: for whom both are.

    Returns:
        Every difference: of the lines by year, in the order of the first; of what is open; of the total.
    """
    were, are = _by_key(before.lines), _by_key(after.lines)
    for key in sorted(dict.fromkeys((*were, *are)), key=lambda key: key[0]):
        yield from _lines(_path(key), were.get(key), are.get(key), facts)
    for name in ("missing", "not_due", "total"):
        was, became = getattr(before, name), getattr(after, name)
        if was != became:
            yield Difference(name, facts, was, became, *_NO_CLAUSES)


def _by_key(lines: Iterable[FundingLine]) -> Mapping[_Key, FundingLine]:
    """Lines by what they are matched by: the year, the item, the payee, the event, and how many came before alike."""
    found: dict[_Key, FundingLine] = {}
    times: dict[tuple[object, ...], int] = {}
    for line in lines:
        shared = (line.academic_year, line.item, line.payee.value, line.event)
        times[shared] = times.get(shared, 0) + 1
        found[*shared, times[shared]] = line
    return found


def _path(key: _Key) -> str:
    """Where a line is, such as ``"2021/22.support"``."""
    year, item, _, event, time = key
    parts = [str(year), item, *([] if event is None else [event]), *([] if time == 1 else [str(time)])]
    return ".".join(parts)


def _lines(path: str, was: FundingLine | None, became: FundingLine | None, facts: Facts) -> Iterator[Difference]:
    """Where two lines of one payment differ, or the one that only one side has."""
    if was is None or became is None:
        yield Difference(path, facts, was, became, _cited(was), _cited(became))
        return
    for name in (*_TOLD, *_TOLD_TOO):
        value, other = getattr(was, name), getattr(became, name)
        if value != other and not (name in _FOLLOWING and _follows(was, value) and _follows(became, other)):
            yield Difference(f"{path}.{name}", facts, value, other, _cited(was, name), _cited(became, name))


def _follows(line: FundingLine, value: object) -> bool:
    """Whether a figure of a line says no more than its amount does."""
    return value in (line.amount, NOTHING)


def _cited(line: FundingLine | None, name: str = "") -> tuple[str, ...]:
    """The clauses on which a line, or a figure of it, rests."""
    if line is None:
        return ()
    if name == "days":
        return line.clauses
    if name == "rate":
        return line.rate_clauses or line.clauses
    return tuple(dict.fromkeys((*line.clauses, *line.rate_clauses)))
