"""Criteria: what an application has to show, or may, each a ruleset that answers met or not met."""

from collections.abc import Mapping, Sequence
from typing import Self

from attrs import frozen

from mastery_programme.conditions import Is
from mastery_programme.facts import Fact, series
from mastery_programme.mappings import FrozenMapping
from mastery_programme.records import Record, Term
from mastery_programme.rules import Rule, Ruleset
from mastery_programme.sources import Source

MET, NOT_MET = "met", "not met"
"""The outcomes of a criterion's ruleset."""

_ALWAYS: FrozenMapping[str, Is] = FrozenMapping()


class Level(Term):
    """What a criterion is to an application: essential, desirable, or about the form itself."""

    ESSENTIAL = "essential"
    DESIRABLE = "desirable"
    FORM = "form"


@frozen(eq=False, repr=False)
class Criterion(Record):
    """Something that an application has to show, or may.

    Args:
        id: its name, such as ``"ELI-E1"``.
        level: essential, desirable, or about the form.
        label: its name for people.
        ruleset: when it is ``"met"`` and when ``"not met"``.
        source: the clause that states it.
    """

    id: str
    level: Level
    label: str
    ruleset: Ruleset
    source: Source

    @classmethod
    def met_when(
        cls,
        id: str,
        level: Level,
        label: str,
        facts: Mapping[str, Fact],
        ways: Sequence[Mapping[str, Is]],
        source: Source,
    ) -> Self:
        """A criterion that is met when all conditions of one of these ways hold, and not met otherwise.

        Args:
            id: its name, which its ruleset has too.
            level: essential, desirable, or about the form.
            label: its name for people.
            facts: the facts by name, in the order in which they are asked.
            ways: for each way to meet it the conditions, by the names of the facts.
            source: the clause that states it.

        Raises:
            InvalidRule: if an argument is not of the right kind.
            InvalidRuleset: if a condition is about no fact of it, or does not fit the fact.
        """
        otherwise = Rule("not-met", _ALWAYS, NOT_MET, source)
        taken = series(ways)
        ids = [f"met-by-{'-and-'.join(map(str, way))}" if isinstance(way, Mapping) else "met" for way in taken]
        if len(set(ids)) < len(ids):
            ids = [f"met-{place}" for place, _ in enumerate(taken, 1)]
        met = (Rule(name, way, MET, source, ("not-met",)) for name, way in zip(ids, taken, strict=True))
        return cls(id, level, label, Ruleset(id, f"Is {id} met: {label}?", facts, (otherwise, *met)), source)
