"""Facts with finite domains, and the conditions that rules put on them."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, ClassVar, Self, SupportsIndex

from attrs import field, frozen

from mastery_programme.errors import InvalidRule
from mastery_programme.numerals import whole
from mastery_programme.records import Record

Value = bool | int | str
"""What a fact can be known to be."""

MOST_VALUES = 100_000
"""A count has no more values than this: enough for words and years, few enough to list those that would do."""

LONGEST = 1000
"""No text in a fact or a rule is longer."""

FURTHEST = 10**9
"""No whole number in a fact or a condition is further from nothing."""


def check_text(value: object, what: str) -> None:
    """Raise `InvalidRule` unless this is text that says something, and not too much."""
    if not isinstance(value, str) or len(value) > LONGEST or not value.strip():
        raise InvalidRule(f"not {what}", value, "text that says something in at most 1000 characters")


def series(given: Iterable[Any]) -> tuple[Any, ...]:
    """Things given in order, as a tuple; raises `InvalidRule` for a text and for what has no things in it."""
    try:
        taken = None if isinstance(given, str) else tuple(islice(given, MOST_VALUES + 1))
    except TypeError:
        taken = None
    if taken is None or len(taken) > MOST_VALUES:
        raise InvalidRule("not a series", given, "a tuple, of at most 100,000 things")
    return taken


def _bound(number: object) -> int:
    """A whole number as a bound; raises `InvalidRule`."""
    bound = whole(number)
    if bound is None or abs(bound) > FURTHEST:
        raise InvalidRule("not a bound", number, "a whole number up to a thousand million either way")
    return bound


def _options(given: Iterable[str]) -> tuple[str, ...]:
    """Options, each as just a text, were it a member of an enum."""
    return tuple(str.__str__(option) if isinstance(option, str) else option for option in series(given))


def _check_asked(fact: "YesNo | Choice | Count") -> None:
    """Raise `InvalidRule` unless a fact says what to ask, of whom, and whether it is judged."""
    check_text(fact.ask, "a question")
    check_text(fact.answered_by, "somebody who answers")
    if type(fact.judged) is not bool:
        raise InvalidRule("neither judged nor not", fact.judged, "True or False")


def plain(value: object) -> Value | None:
    """A bool, whole number or text as just that, were it a member of an enum or an integer of numpy; else None."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    number = whole(value)
    return number if number is not None and abs(number) <= FURTHEST else None


def _typed(values: tuple[Value, ...]) -> tuple[tuple[type, Value], ...]:
    """Values that are equal only if their types are too: True is not 1."""
    return tuple((type(value), value) for value in values)


@frozen(repr=False)
class YesNo(Record):
    """A fact that is true or false.

    Args:
        ask: the question to ask for it.
        judged: whether it is a person's judgement, never computed.
        answered_by: who can answer.

    Raises:
        InvalidRule: if the question or who answers it is no text.
    """

    ask: str
    judged: bool = field(default=False, kw_only=True)
    answered_by: str = field(default="applicant", kw_only=True)

    kind: ClassVar[type] = bool
    allowed: ClassVar[str] = "True or False"

    def __attrs_post_init__(self) -> None:
        _check_asked(self)

    @property
    def values(self) -> tuple[bool, ...]:
        """Every value it can have."""
        return (True, False)

    def taken(self, value: object) -> bool | None:
        """A given value as one of its own; None if it cannot be that."""
        return value if isinstance(value, bool) else None


@frozen(repr=False)
class Choice(Record):
    """A fact that is one of a few stated options.

    Args:
        ask: the question to ask for it.
        options: the options, different texts.
        judged: whether it is a person's judgement, never computed.
        answered_by: who can answer.

    Raises:
        InvalidRule: if the options are not different texts, at least one.
    """

    ask: str
    options: tuple[str, ...] = field(converter=_options)
    judged: bool = field(default=False, kw_only=True)
    answered_by: str = field(default="applicant", kw_only=True)

    kind: ClassVar[type] = str

    def __attrs_post_init__(self) -> None:
        _check_asked(self)
        for option in self.options:
            check_text(option, "an option")
        if not self.options or len(set(self.options)) < len(self.options):
            raise InvalidRule("not options", self.options, "at least one text, each once")

    @property
    def allowed(self) -> str:
        """What it can be, in words."""
        return f"one of {', '.join(map(repr, self.options))}"

    @property
    def values(self) -> tuple[str, ...]:
        """Every value it can have."""
        return self.options

    def taken(self, value: object) -> str | None:
        """A given value as one of its own; None if it cannot be that."""
        return next((option for option in self.options if isinstance(value, str) and option == value), None)


@frozen(repr=False)
class Count(Record):
    """A fact that is a whole number within stated bounds.

    Args:
        ask: the question to ask for it.
        low: the least it can be.
        high: the most it can be; at most 100,000 different values.
        unit: what is counted, such as ``"years"``.
        judged: whether it is a person's judgement, never computed.
        answered_by: who can answer.

    Raises:
        InvalidRule: if the bounds are not whole numbers in order, or too far apart.
    """

    ask: str
    low: int = field(converter=_bound)
    high: int = field(converter=_bound)
    unit: str = ""
    judged: bool = field(default=False, kw_only=True)
    answered_by: str = field(default="applicant", kw_only=True)

    kind: ClassVar[type] = int

    def __attrs_post_init__(self) -> None:
        _check_asked(self)
        if not isinstance(self.unit, str):
            raise InvalidRule("not a unit", self.unit, "text, or an empty text for none")
        if not 0 <= self.high - self.low < MOST_VALUES:
            raise InvalidRule("not bounds of a count", self.low, "the least, then the most, at most 100,000 values")

    @property
    def allowed(self) -> str:
        """What it can be, in words."""
        return f"a whole number from {self.low} to {self.high}{f' ({self.unit})' if self.unit else ''}"

    @property
    def values(self) -> range:
        """Every value it can have."""
        return range(self.low, self.high + 1)

    def taken(self, value: object) -> int | None:
        """A given value as one of its own; None if it cannot be that."""
        number = whole(value)
        return number if number is not None and self.low <= number <= self.high else None


Fact = YesNo | Choice | Count
"""A question with a finite domain of answers."""


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
        return cls._of((), _bound(low), None)

    @classmethod
    def at_most(cls, high: SupportsIndex) -> Self:
        """The fact is this number or less; raises `InvalidRule` if it is no whole number."""
        return cls._of((), None, _bound(high))

    @classmethod
    def between(cls, low: SupportsIndex, high: SupportsIndex) -> Self:
        """The fact is one of these numbers or lies between them; raises `InvalidRule` if they are not in order."""
        if _bound(low) > _bound(high):
            raise InvalidRule("more than the bound that follows", low, "the least, then the most")
        return cls._of((), _bound(low), _bound(high))

    def holds(self, value: Value) -> bool:
        """Whether a value of the fact fulfils the condition."""
        if self.values:
            return any(type(value) is type(one) and value == one for one in self.values)
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
