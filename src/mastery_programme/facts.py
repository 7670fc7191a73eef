"""Facts: questions with finite domains of answers."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, ClassVar

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


def whole_bound(number: object) -> int:
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


@frozen(eq=False, repr=False)
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


@frozen(eq=False, repr=False)
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
        found = isinstance(value, str) and value in self.options
        return self.options[self.options.index(value)] if found else None


@frozen(eq=False, repr=False)
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
    low: int = field(converter=whole_bound)
    high: int = field(converter=whole_bound)
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

    def nearest(self, number: int) -> int:
        """The value of its own that is nearest to a number: itself, or a bound."""
        return min(max(number, self.low), self.high)


Fact = YesNo | Choice | Count
"""A question with a finite domain of answers."""
