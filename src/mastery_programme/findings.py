"""What an assessment finds of each criterion, and the questions that it leaves to be asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from mastery_programme.changing import changes
from mastery_programme.conditions import Is, said
from mastery_programme.criteria import MET, NOT_MET, Criterion, Level
from mastery_programme.evidence import Evidence, Waiver
from mastery_programme.facts import Choice, Count, Fact, Value
from mastery_programme.mappings import FrozenMapping
from mastery_programme.reasoning import Effect, decide, explain
from mastery_programme.records import Record, Term
from mastery_programme.sources import Source
from mastery_programme.tables import Row, capitalised


class Status(Term):
    """What can be said of one criterion."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


@frozen(eq=False, repr=False)
class Question(Record):
    """A fact or a judgement that is still needed, with all that somebody needs to ask for it.

    Attributes:
        fact: the name of the fact.
        ask: the question.
        kind: ``"yes-no"``, ``"choice"`` or ``"count"``.
        options: what can be chosen; empty for another kind.
        low: the least of a count; None for another kind.
        high: the most of a count; None for another kind.
        unit: what is counted; empty for another kind.
        judged: whether it takes a `Judgement`.
        answered_by: who can answer, such as ``"applicant"``, ``"hub"``, or ``"form"`` for what is read off the form.
        decides: the ids of the criteria and routes that it can still decide, in the order of the edition.
    """

    fact: str
    ask: str
    kind: str
    options: tuple[str, ...]
    low: int | None
    high: int | None
    unit: str
    judged: bool
    answered_by: str
    decides: tuple[str, ...]

    def to_record(self) -> Row:
        """The same as a flat dict of text, whole numbers and bools."""
        return {
            "fact": self.fact,
            "ask": self.ask,
            "kind": self.kind,
            "options": ", ".join(self.options) or None,
            "low": self.low,
            "high": self.high,
            "unit": self.unit or None,
            "judged": self.judged,
            "answered_by": self.answered_by,
            "decides": ", ".join(self.decides),
        }

    def __str__(self) -> str:
        return f"{self.ask} ({'a judgement of the ' if self.judged else ''}{self.answered_by})"


def question_of(name: str, fact: Fact, decides: tuple[str, ...]) -> Question:
    """The question for a fact."""
    low, high = (fact.low, fact.high) if isinstance(fact, Count) else (None, None)
    return Question(
        fact=name,
        ask=fact.ask,
        kind="count" if isinstance(fact, Count) else "choice" if isinstance(fact, Choice) else "yes-no",
        options=fact.options if isinstance(fact, Choice) else (),
        low=low,
        high=high,
        unit=fact.unit if isinstance(fact, Count) else "",
        judged=fact.judged,
        answered_by=fact.answered_by,
        decides=decides,
    )


def questions_for(facts: Mapping[str, Fact], missing: Iterable[tuple[str, Iterable[str]]]) -> tuple[Question, ...]:
    """The questions for facts that are missing for each of some criteria and routes, in the order of the facts."""
    decides: dict[str, list[str]] = {}
    for id, names in missing:
        for name in names:
            decides.setdefault(name, []).append(id)
    return tuple(question_of(name, fact, tuple(decides[name])) for name, fact in facts.items() if name in decides)


@frozen(eq=False, repr=False)
class Finding(Record):
    """What an assessment finds of one criterion.

    Attributes:
        about: the criterion.
        status: met, not met, or unknown; a criterion that is waived is met.
        reason: why, in words: the questions that decide it with their answers, what would be needed, and who says so.
        missing: the names of the facts that can still change it; none once it is settled or waived.
        known: the facts of the criterion that are known, by name.
        evidence: what speaks for them, where there is more to say than their values.
        waiver: the waiver by which it counts as met; None if it does not need one, or has none.
    """

    about: Criterion
    status: Status
    reason: str
    missing: tuple[str, ...]
    known: FrozenMapping[str, Value]
    evidence: tuple[Evidence, ...] = ()
    waiver: Waiver | None = None

    @property
    def criterion(self) -> str:
        """The id of the criterion, such as ``"ELI-E1"``."""
        return self.about.id

    @property
    def level(self) -> Level:
        """Essential, desirable, or about the form."""
        return self.about.level

    @property
    def label(self) -> str:
        """The criterion's name for people."""
        return self.about.label

    @property
    def source(self) -> Source:
        """The clause that states the criterion."""
        return self.about.source

    def changes(self) -> tuple[FrozenMapping[str, tuple[Value, ...]], ...]:
        """The smallest sets of changes after which the criterion is met, as `changes` of its ruleset gives them."""
        return changes(self.about.ruleset, self.known, MET)

    @property
    def said(self) -> str:
        """The status in words, and whether it is so by waiver."""
        return f"{self.status}, by waiver" if self.waiver is not None else str(self.status)

    def __str__(self) -> str:
        return f"{self.criterion}, {self.label}: {self.said}. {self.reason}"


class Grounds(NamedTuple):
    """What follows for a criterion from what is known, and for each fact on which that rests a sentence."""

    status: Status
    missing: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]

    def said(self, evidence: Mapping[str, tuple[Evidence, ...]]) -> str:
        """The sentences, each with what speaks for it."""
        parts = [f"{sentence}{_supported(evidence.get(name, ()))}" for name, sentence in self.sentences]
        return " ".join(" ".join(parts).split()) or "This is so whatever is answered."


def _supported(evidence: tuple[Evidence, ...]) -> str:
    """What speaks for a fact, in brackets after the sentence that tells it."""
    if len(evidence) == 1 and evidence[0].value is not None:
        return f" ({evidence[0].ground})"
    return f" ({'; '.join(map(str, evidence))})" if evidence else ""


_STATUSES = {MET: Status.MET, NOT_MET: Status.NOT_MET, None: Status.UNKNOWN}


def status_of(criterion: Criterion, known: Mapping[str, Value]) -> tuple[Status, tuple[str, ...]]:
    """Whether a criterion is met, and the facts that can still change it."""
    facts = criterion.ruleset.facts
    ruling = decide(criterion.ruleset, {name: known[name] for name in facts if name in known})
    return _STATUSES[ruling.outcome], ruling.missing


def grounds(criterion: Criterion, known: Mapping[str, Value], told: Mapping[str, Value]) -> Grounds:
    """What follows for a criterion, and why.

    Args:
        criterion: the criterion.
        known: the known facts, as its rules take them.
        told: the same as they are told to people: a count that is out of its bounds, or known between bounds.
    """
    memo = criterion.ruleset.memo
    key = ("grounds", *((known.get(name), told.get(name)) for name in criterion.ruleset.facts))
    kept: Grounds | None = memo.get(key)
    return memo.keep(key, _grounds(criterion, known, told)) if kept is None else kept


def _grounds(criterion: Criterion, known: Mapping[str, Value], told: Mapping[str, Value]) -> Grounds:
    """What follows for a criterion, and why, made anew."""
    status, missing = status_of(criterion, known)
    facts = criterion.ruleset.facts
    if status is Status.UNKNOWN:
        return Grounds(status, missing, tuple(_asked(facts, missing)))
    ways = _failed_ways(criterion, known) if status is Status.NOT_MET else ()
    # One way, or several on one fact: what would be needed is told with the answer. Otherwise it is told after them.
    apart = len(ways) > 1 and len({name for way in ways for name in way}) > 1
    needed = {} if apart else {name: tuple(dict.fromkeys(way[name] for way in ways)) for way in ways for name in way}
    names = _decisive(criterion, known, status)
    settled = [(name, _answered(facts[name], told[name], needed.get(name, ()))) for name in names]
    return Grounds(status, missing, tuple([*settled, ("", _any_of(facts, ways))] if apart else settled))


def _failed_ways(criterion: Criterion, known: Mapping[str, Value]) -> tuple[dict[str, Is], ...]:
    """For each rule by which a criterion could be met and is not, the conditions that what is known fails."""
    rules = (rule for rule in criterion.ruleset.rules if rule.then == MET)
    ways = (
        {name: rule.when[name] for name in criterion.ruleset.facts if _fails(rule.when.get(name), known.get(name))}
        for rule in rules
    )
    return tuple(way for way in ways if way)


def _fails(condition: Is | None, value: Value | None) -> bool:
    """Whether a value is known, and is not what a condition asks for."""
    return condition is not None and value is not None and not condition.holds(value)


def _any_of(facts: Mapping[str, Fact], ways: Iterable[Mapping[str, Is]]) -> str:
    """What would be needed where there are several ways, in words."""
    told = (
        " and ".join(f"{facts[name].ask} {capitalised(str(needed))}" for name, needed in way.items()) for way in ways
    )
    return f"Needed, any one of these: {'; '.join(told)}."


def _decisive(criterion: Criterion, known: Mapping[str, Value], status: Status) -> tuple[str, ...]:
    """The known facts that settle a criterion, in its order.

    They are those by which a rule applies or fails, or else those without each of which it would not be settled, or
    else all; none if it is settled whatever is answered.
    """
    ruleset = criterion.ruleset
    given = {name: known[name] for name in ruleset.facts if name in known}
    by_rules = {
        name
        for reason in explain(ruleset, given)
        for name in reason.facts
        if (reason.effect is Effect.APPLIES and reason.rule.then == status.value)
        or (status is Status.NOT_MET and reason.effect is Effect.DOES_NOT_APPLY and reason.rule.then == MET)
    }
    if by_rules:
        return tuple(name for name in given if name in by_rules)
    if decide(ruleset, {}).outcome == status.value:
        return ()
    alone = [
        name for name in given if decide(ruleset, {one: given[one] for one in given if one != name}).outcome is None
    ]
    return tuple(alone or given)


def _asked(facts: Mapping[str, Fact], missing: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Facts that are not known, in words, beginning anew where some are judged and others are not."""
    before = None
    for name in missing:
        judged = facts[name].judged
        begin = "" if judged is before else f"Still to be {'judged' if judged else 'answered'}: "
        yield name, f"{begin}{facts[name].ask}"
        before = judged


def _answered(fact: Fact, value: Value, needed: Sequence[Is]) -> str:
    """A fact that is known, in words, with what would be needed where it is not that."""
    unit = fact.unit if isinstance(fact, Count) else ""
    counted = f" {unit.removesuffix('s') if value == 1 else unit}" if unit else ""
    answer = f"{fact.ask} {capitalised(said(value))}{counted}"
    apart = _apart(value, needed[0]) if len(needed) == 1 else ""
    return f"{answer}; needed: {' or '.join(map(str, needed))}{apart}." if needed else f"{answer}."


def _apart(value: Value, needed: Is) -> str:
    """By how much a count misses its bound, in words."""
    if type(value) is not int:
        return ""
    if needed.high is not None and value > needed.high:
        return f", so {value - needed.high} too many"
    return f", so {needed.low - value} too few" if needed.low is not None and value < needed.low else ""
