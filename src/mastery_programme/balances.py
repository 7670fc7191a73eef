"""What is left of funding once supply is paid for: between a least and a most, in halves of a penny until the end."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import field, frozen

from mastery_programme.days import DayRange, Days
from mastery_programme.errors import InvalidMoney
from mastery_programme.funding_lines import FundingLine, total_of
from mastery_programme.money import NOTHING, Money, Total
from mastery_programme.options import DaySpan, sum_days
from mastery_programme.records import Record


class Ends(NamedTuple):
    """The least and the most that a sum can be, in halves of a penny or of a day; None where nobody can say."""

    least: int | None
    most: int | None


@frozen(eq=False, repr=False)
class Balance(Record):
    """What years of a school share with all of them together.

    Attributes:
        days: the release days that are funded; a range where it is open how many, None where they are not published.
        taken_back: the days of which the funding is taken back, so that they do not cost the school anything.
        funding: their funding.
        cost_at_least: the least that their supply costs; None where days that are taken back are not known.
        cost_at_most: the most; None where the days are not published.
        net_at_least: the least that is left of the funding, below nothing for a shortfall; None where nobody can say.
        net_at_most: the most.
    """

    days: Days | DayRange | None = field(init=False, eq=False)
    taken_back: Days | DayRange | None = field(init=False, eq=False)
    funding: Total = field(init=False, eq=False)
    cost_at_least: Money | None = field(init=False, eq=False)
    cost_at_most: Money | None = field(init=False, eq=False)
    net_at_least: Money | None = field(init=False, eq=False)
    net_at_most: Money | None = field(init=False, eq=False)

    @property
    def cost(self) -> Money | None:
        """What supply costs, if that is one amount; else None."""
        return self.cost_at_least if self.cost_at_least == self.cost_at_most else None

    @property
    def net(self) -> Money | None:
        """What is left of the funding, if that is one amount, below nothing for a shortfall; else None."""
        return self.net_at_least if self.net_at_least == self.net_at_most else None

    def _put_in(self, lines: Sequence[FundingLine], cost: Ends, net: Ends) -> None:
        """Put in what lines come to, with the ends of their cost and of what is left."""
        values = {
            "days": _days_given(lines).days,
            "taken_back": _days_taken(lines).days,
            "funding": total_of(lines),
            "cost_at_least": _money(cost.least),
            "cost_at_most": _money(cost.most),
            "net_at_least": _money(net.least),
            "net_at_most": _money(net.most),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)


def cost_of(lines: Sequence[FundingLine], supply_cost: Money) -> Ends:
    """What supply for the days of some lines costs, in half-pence."""
    return _times(_days_left(lines), supply_cost)


def net_of(lines: Sequence[FundingLine], supply_cost: Money) -> Ends:
    """What is left of the funding of some lines once supply is paid for, in half-pence."""
    return sum_of_ends(_net_of_line(line, supply_cost) for line in lines)


def _days_given(lines: Iterable[FundingLine]) -> DaySpan:
    """The days that lines pay for; those of what may not be due may be none."""
    return sum_days(_due(line) for line in lines if not line.recovery)


def _days_taken(lines: Iterable[FundingLine]) -> DaySpan:
    """The days whose funding lines take back."""
    return sum_days(line.days for line in lines if line.recovery)


def _due(line: FundingLine) -> Days | DayRange | None:
    """The days of a line, which may be none if it may not be due."""
    if line.certain or not line.days:
        return line.days
    return DayRange(Days(0), line.days.high if isinstance(line.days, DayRange) else line.days)


def _days_left(lines: Sequence[FundingLine]) -> Ends:
    """The half-days that lines pay for, less those whose funding they take back."""
    given, taken = _days_given(lines), _days_taken(lines)
    return Ends(
        None if taken.most is None else given.least.half_days - taken.most.half_days,
        None if given.most is None else given.most.half_days - taken.least.half_days,
    )


def _times(half_days: Ends, rate: Money) -> Ends:
    """What half-days come to at a rate a day, in half-pence; at nothing a day, nothing."""
    least, most = (None if end is None and rate else (end or 0) * rate.in_pence for end in half_days)
    return Ends(least, most) if rate >= NOTHING else Ends(most, least)


def _net_of_line(line: FundingLine, supply_cost: Money) -> Ends:
    """What is left of the funding of a line once supply is paid for, in half-pence."""
    half_days = _days_left((line,))
    if line.rate is not None and line.days is not None:  # each day brings the one and costs the other
        return _times(half_days, line.rate - supply_cost)
    return sum_of_ends((ends_of(line.at_least, line.at_most), _times(half_days, -supply_cost)))


def ends_of(least: Money | None, most: Money | None) -> Ends:
    """Amounts in half-pence."""
    return Ends(*(None if end is None else 2 * end.in_pence for end in (least, most)))


def sum_of_ends(parts: Iterable[Ends]) -> Ends:
    """The least and the most of a sum; None where that of a part is."""
    least, most = zip(Ends(0, 0), *parts, strict=True)
    return Ends(*(None if None in ends else sum(ends) for ends in (least, most)))


def _money(half_pence: int | None) -> Money | None:
    """Half-pence as money; raises `InvalidMoney` if they are no whole pence."""
    if half_pence is None:
        return None
    pence, odd = divmod(half_pence, 2)
    if odd:
        raise InvalidMoney("half a day at an odd number of pence", f"{half_pence} halves of a penny", "pence are whole")
    return Money.pence(pence)
