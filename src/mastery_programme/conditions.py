"""The conditions that rules put on facts."""

from collections.abc import Callable
from typing import Any, Self, SupportsIndex

from attrs import field, frozen

from mastery_programme.errors import InvalidRule
from mastery_programme.facts import Fact, Value, plain, whole_bound


def _typed(values: tuple[Value, ...]) -> tuple[tuple[type, Value], ...]:
    """Values that are equal only if their types are too: True is not 1."""
    return tuple((type(value), value) for value in values)


@frozen(init=False, repr=False)
class Is:
    """A condition on one fact; made by `one_of`, `at_least`, `at_most` or `between`.

    Attributes:
        values: the values that hold, or none if it is about bounds.
        low: the least that holds, if there is a least.
        high: the most that holds, if there is a most.
    """

    values: tuple[Value, ...] = field(eq=_typed)
    low: int | None
    high: int | None

    def __init__(self) -> None:
        raise InvalidRule("a condition of no kind", None, "Is.one_of(...), Is.at_least(n), Is.at_most(n) or Is.between")

    @classmethod
    def _of(cls, values: tuple[Value, ...], low: int | None, high: int | None) -> Self:
        made = object.__new__(cls)
        for name, value in (("values", values), ("low", low), ("high", high)):
            object.__setattr__(made, name, value)
        return made

    @classmethod
    def one_of(cls, *values: Value) -> Self:
        """The fact is one of these values.

        Raises:
            InvalidRule: if there are none, or one is no bool, int or text.
        """
        taken = tuple(one for one in map(plain, values) if one is not None)
        if not values or len(taken) < len(values):
            raise InvalidRule("not values of a fact", values, "at least one True, False, whole number or text")
        return cls._of(tuple(value for _, value in dict.fromkeys(_typed(taken))), None, None)

    @classmethod
    def at_least(cls, low: SupportsIndex) -> Self:
        """The fact is this number or more; raises `InvalidRule` if it is no whole number."""
        return cls._of((), whole_bound(low), None)

    @classmethod
    def at_most(cls, high: SupportsIndex) -> Self:
        """The fact is this number or less; raises `InvalidRule` if it is no whole number."""
        return cls._of((), None, whole_bound(high))

    @classmethod
    def between(cls, low: SupportsIndex, high: SupportsIndex) -> Self:
        """The fact is one of these numbers or lies between them; raises `InvalidRule` if they are not in order."""
        if whole_bound(low) > whole_bound(high):
            raise InvalidRule("more than the bound that follows", low, "the least, then the most")
        return cls._of((), whole_bound(low), whole_bound(high))

    def holds(self, value: Value) -> bool:
        """Whether a value of the fact fulfils the condition."""
        if self.values:
            return value in self.values and any(type(value) is type(one) and value == one for one in self.values)
        if type(value) is not int:
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def fits(self, fact: Fact) -> bool:
        """Whether every value and bound it names is one that the fact can have, in the fact's own type."""
        if self.values:
            return all(fact.taken(value) is not None for value in self.values)
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return all(fact.taken(bound) is not None for bound in bounds)

    def __str__(self) -> str:
        if self.values:
            return " or ".join(said(value) for value in self.values)
        bounds = (("at least", self.low), ("at most", self.high))
        return " and ".join(f"{words} {bound}" for words, bound in bounds if bound is not None)

    def __repr__(self) -> str:
        if self.values:
            return f"Is.one_of({', '.join(map(repr, self.values))})"
        if self.low is not None and self.high is not None:
            return f"Is.between({self.low}, {self.high})"
        return f"Is.at_least({self.low})" if self.high is None else f"Is.at_most({self.high})"

    def __reduce__(self) -> tuple[Callable[..., "Is"], tuple[Any, ...]]:
        return type(self)._of, (self.values, self.low, self.high)


def said(value: Value) -> str:
    """A value of a fact in words: yes and no for True and False."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def said_any(values: tuple[Value, ...]) -> str:
    """Values of one fact in words, whole numbers in a row as their ends: ``"yes or no"``, ``"0 to 300"``."""
    first, last = values[0], values[-1]
    if type(first) is int and type(last) is int and 1 < last - first == len(values) - 1:
        return f"{first} to {last}"
    return " or ".join(map(said, values))
