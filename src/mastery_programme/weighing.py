"""What is known of each fact when a form, people who know, and people who judge have all had their say."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mastery_programme.compiled import Table
from mastery_programme.evidence import Evidence, Judgement, Origin, check_apart
from mastery_programme.facts import Count, Value


class Weighed(NamedTuple):
    """The values that stand, by fact, and for each fact everything that was said of it, what stands last."""

    known: dict[str, Value]
    evidence: dict[str, tuple[Evidence, ...]]


def weigh(
    table: Table, stated: Iterable[Evidence], facts: Mapping[str, Value], judgements: tuple[Judgement, ...]
) -> Weighed:
    """What stands: a judgement before a fact known from elsewhere, and that before the form.

    Of several judgements on a fact the latest stands. Where people differ on one day the fact is unknown.

    Args:
        table: the criteria of an edition, with its facts.
        stated: what the form says.
        facts: what is known from elsewhere, in the facts' own types.
        judgements: the judgements.

    Raises:
        UnknownFact: for a judgement on a fact that there is not.
        InvalidFact: for a judgement that is no value of its fact.
        InvalidJudgement: for two judgements of one fact by one person on one day.
    """
    check_apart(judgements)
    known: dict[str, Value] = {}
    evidence: dict[str, list[Evidence]] = {}
    for one in stated:
        evidence[one.fact] = [one]
        value = _settled(table, one)
        if value is not None:
            known[one.fact] = value
    for name, value in facts.items():
        evidence.setdefault(name, []).append(Evidence(name, value, Origin.ELSEWHERE))
        known[name] = value
    for name in dict.fromkeys(judgement.fact for judgement in judgements):
        value = _judged(table, [one for one in judgements if one.fact == name], evidence.setdefault(name, []))
        known.pop(name, None)
        if value is not None:
            known[name] = value
    return Weighed(known, {name: tuple(said) for name, said in evidence.items()})


def _settled(table: Table, evidence: Evidence) -> Value | None:
    """The value that a form settles.

    A count beyond its bounds is its bound. One that is known between two bounds is the least that it can be, if no
    criterion tells apart the values between them, and unknown otherwise.
    """
    fact = table.facts[evidence.fact]
    if not isinstance(fact, Count):
        return evidence.value
    if evidence.between is None:
        return None if type(evidence.value) is not int else fact.nearest(evidence.value)
    least, most = evidence.between
    low, high = fact.nearest(least), fact.high if most is None else fact.nearest(most)
    states = {table.state({evidence.fact: value}) for value in range(low, high + 1)}
    return low if len(states) == 1 else None


def _judged(table: Table, judgements: Iterable[Judgement], evidence: list[Evidence]) -> Value | None:
    """The value on which the latest judgements of a fact agree, if they do; and all of them as evidence."""
    in_order = sorted(judgements, key=lambda judgement: judgement.on)
    latest = in_order[-1].on
    values = [table.read({one.fact: one.holds})[one.fact] for one in in_order]
    standing = {value for one, value in zip(in_order, values, strict=True) if one.on == latest}
    for one, value in zip(in_order, values, strict=True):
        remark = " (superseded)" if one.on < latest else " (disputed)" if len(standing) > 1 else ""
        evidence.append(Evidence(one.fact, value, Origin.JUDGEMENT, f"{one.told}{remark}"))
    return values[-1] if len(standing) == 1 else None
