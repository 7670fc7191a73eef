"""The errors we raise: one base class, a handful of kinds, each with its data as attributes."""

from decimal import Decimal
from typing import Any

SHOWN = 80
"""How many characters of a refused value an error shows."""

LONGEST_FLAW = 1000
"""No flaw of a ruleset or an edition is told in more characters; names can be long, and there can be very many."""


def cut(text: str, length: int = LONGEST_FLAW) -> str:
    """A text, cut if it is longer."""
    return text if len(text) <= length else f"{text[: length - 3]}..."


class About(str):
    """A text about a refused value, kept in its place; unlike a text that was refused, it shows without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


Shown = int | float | str | bool | Decimal | None
"""What an error keeps of a refused value: a plain value as it is if it is short, else a text about it."""


def shown(value: object) -> Shown:
    """What an error keeps of a refused value: short, picklable, and made without running any code of the value."""
    if issubclass(type(value), About):  # told before; the class is asked, since a value may say that it has another one
        return value  # type: ignore[return-value]  # the line above says so
    if type(value) is str:
        return value if len(value) <= SHOWN else value[: SHOWN - 3] + "..."
    if value is None or type(value) is bool or type(value) is float:
        return value
    if type(value) is int:
        return value if value.bit_length() <= SHOWN * 3 else About(f"<a whole number of {value.bit_length()} bits>")
    if type(value) is Decimal:
        return value if value.__sizeof__() <= SHOWN * 3 else About("<a Decimal of very many digits>")
    return About(f"<{_told(type(value))}"[:SHOWN] + ">")


def _told(kind: type[object]) -> str:
    """The name of a class, which may be anybody's, with its module if that is not Python's own."""
    name = str(type.__dict__["__name__"].__get__(kind))
    try:
        module = type.__dict__["__module__"].__get__(kind)
    except AttributeError:  # a class made by hand may have none
        module = None
    told = f"{module}.{name}" if type(module) is str and module != "builtins" else name
    return told if told.isprintable() else ascii(told)[1:-1]


class MasteryProgrammeError(Exception):
    """Any refusal by this library.

    Attributes:
        problem: what is wrong, in a few words.
        value: the value refused (anything long or unusual as a short text about it).
        allowed: what would have been taken, or an empty text.
        nearest: the nearest thing that would have been taken, if one is near.
    """

    problem: str
    value: Shown
    allowed: str
    nearest: str | None

    def __init__(self, problem: str, value: object = None, allowed: str = "", nearest: str | None = None) -> None:
        self.problem = problem
        self.value = shown(value)
        self.allowed = allowed
        self.nearest = nearest
        super().__init__(problem, self.value, allowed, nearest)

    def __str__(self) -> str:
        allowed = f"; {self.allowed}" if self.allowed else ""
        near = f"; the nearest is {self.nearest!r}" if self.nearest is not None else ""
        return f"{self.problem}: {self.value!r}{allowed}{near}"


class InvalidDays(MasteryProgrammeError, ValueError):
    """Not a number of whole half-days from 0 to 10,000."""


class InvalidMoney(MasteryProgrammeError, ValueError):
    """Not an amount of whole pence, up to a million million pounds either way."""


class InvalidShare(MasteryProgrammeError, ValueError):
    """Weights by which nothing can be shared out."""


class InvalidYear(MasteryProgrammeError, ValueError):
    """Not an academic or financial year, not a day in one, or not a month of a year."""


class InvalidCount(MasteryProgrammeError, ValueError):
    """Not a whole number in the stated range."""


class InvalidEstimate(MasteryProgrammeError, ValueError):
    """An estimate of something that is published or is no item, or of no amount; a cost of supply that is none."""


class InvalidGrouping(MasteryProgrammeError, ValueError):
    """A key, or a value of a key, by which the lines of a statement cannot be grouped."""


class InvalidText(MasteryProgrammeError, ValueError):
    """Text that says nothing, where something has to be said."""


class InvalidComparison(MasteryProgrammeError, ValueError):
    """Two things that cannot be compared."""


class InvalidURN(MasteryProgrammeError, ValueError):
    """Not the unique reference number of a school."""


class InvalidAnswer(MasteryProgrammeError, ValueError):
    """Something in a field of the application form that no such field can hold."""


class InvalidJudgement(MasteryProgrammeError, ValueError):
    """A judgement or a waiver without what makes it one, or one that cannot stand beside the others."""


class WrongEdition(MasteryProgrammeError, ValueError):
    """An application to another edition than the one that was asked."""


class IllegalStep(MasteryProgrammeError, ValueError):
    """A step that a case cannot take, or not now, or not without a reason."""


class IllegalEvent(MasteryProgrammeError, ValueError):
    """Something that cannot have happened in a participation, or not then, or not after what is recorded already."""


class InvalidPeriod(MasteryProgrammeError, ValueError):
    """Terms, days or a way to spread over them by which nothing can be placed in time."""


class InvalidScenario(MasteryProgrammeError, ValueError):
    """A change to an edition that cannot be made, or that does not say what it is."""


class UnknownCriterion(MasteryProgrammeError, LookupError):
    """An id that no criterion of the edition has."""


class UnknownHub(MasteryProgrammeError, LookupError):
    """A name that no hub of the edition has."""


class UnknownEdition(MasteryProgrammeError, LookupError):
    """An id that no edition has."""


class UnknownClause(MasteryProgrammeError, LookupError):
    """An id that no clause of the edition's documents has."""


class UnknownMilestone(MasteryProgrammeError, LookupError):
    """An id that no milestone of the edition has."""


class InvalidRule(MasteryProgrammeError, ValueError):
    """A fact, a condition or a rule that cannot be."""


class InvalidRuleset(MasteryProgrammeError, ValueError):
    """A ruleset that cannot be built.

    Attributes:
        ruleset: its id.
        flaws: everything that is wrong with it, a sentence each.
    """

    ruleset: Shown
    flaws: tuple[str, ...]

    def __init__(self, ruleset: object, flaws: tuple[str, ...]) -> None:
        super().__init__("this ruleset cannot be built", ruleset, "; ".join(flaws))
        self.ruleset = self.value
        self.flaws = flaws
        self.args: tuple[Any, ...] = (self.ruleset, flaws)


class _FactError(MasteryProgrammeError):
    """A refusal of a fact that somebody gave.

    Attributes:
        fact: the name of the fact; None if there is no such fact.
        ruleset: the id of the ruleset (or programme) that was asked.
        clauses: the clauses of the rules that use the fact (of an unknown fact: the nearest one).
    """

    def __init__(
        self,
        problem: str,
        value: object,
        allowed: str,
        nearest: str | None,
        fact: str | None,
        ruleset: str,
        clauses: tuple[str, ...],
    ) -> None:
        super().__init__(problem, value, allowed, nearest)
        self.fact = fact
        self.ruleset = ruleset
        self.clauses = clauses
        self.args: tuple[Any, ...] = (problem, self.value, allowed, nearest, fact, ruleset, clauses)

    def __str__(self) -> str:
        cited = f" ({', '.join(self.clauses)})" if self.clauses else ""
        return f"{super().__str__()} [{self.ruleset}{cited}]"


class InvalidArgument(MasteryProgrammeError, TypeError):
    """Something other than the edition or the ruleset that was to be asked."""


class UnknownFact(_FactError, LookupError):
    """A name that no fact of the ruleset or programme has."""


class InvalidFact(_FactError, ValueError):
    """A value outside the domain of its fact, or of another type."""


class JudgementRequired(_FactError, ValueError):
    """A judged fact given as a plain value beside an application: it takes a `Judgement`, with who and when."""


class FlawedProgramme(MasteryProgrammeError, ValueError):
    """An edition that contradicts itself and so is not built.

    Attributes:
        programme: the edition's id.
        flaws: every flaw found, a sentence each, beginning with where it is.
    """

    programme: Shown
    flaws: tuple[str, ...]

    def __init__(self, programme: object, flaws: tuple[str, ...]) -> None:
        super().__init__("this edition contradicts itself", programme, "; ".join(flaws))
        self.programme = self.value
        self.flaws = flaws
        self.args: tuple[Any, ...] = (self.programme, flaws)

    def __str__(self) -> str:
        return "\n".join((f"{self.problem}: {self.value!r}", *(f"- {flaw}" for flaw in self.flaws)))
