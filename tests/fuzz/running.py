"""One run of the fuzzer: many documents, each changed in a way that its number and the seed alone decide."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, NamedTuple

from attrs import frozen

from mastery_programme import SECONDARY_COHORT_4, Assessment, Programme
from mastery_programme.codec import from_dict, from_json, to_json
from tests.fuzz.mutations import mutated, mutated_text
from tests.fuzz.oracle import BrokenError, check_document, check_text
from tests.samples import samples

CORPUS = Path(__file__).parent / "corpus"
USUAL = 1500
"""Documents of at most so many characters are taken equally often."""

RARELY = 3000
"""One document in so many is an edition, which takes a hundred times as long as any other."""


class Base(NamedTuple):
    """A valid document: its class, its text, and the value that it stands for."""

    cls: type[Any]
    text: str
    value: Any


class Broken(NamedTuple):
    """A document of which something does not hold."""

    number: int
    cls: str
    document: str
    problem: str


@frozen
class Run:
    """What a run came to.

    Attributes:
        documents: how many documents were checked.
        codes: how often each code arose; under an empty text how many documents were read.
        broken: the documents of which something does not hold.
    """

    documents: int
    codes: Counter[str]
    broken: tuple[Broken, ...]


@cache
def bases() -> tuple[Base, ...]:
    """Valid documents: of each public class a sample, and those of the corpus, named after their classes."""
    values = {cls: value for cls, value in samples().items() if cls not in {Assessment, Programme}}
    made = [Base(cls, to_json(value), value) for cls, value in values.items()]
    classes: dict[str, type[Any]] = {cls.__name__: cls for cls in values}
    for path in sorted(CORPUS.glob("*.json")):
        cls = classes[path.name.partition("-")[0]]
        text = path.read_text(encoding="utf-8")
        made.append(Base(cls, text, from_json(text, cls)))
    return tuple(made)


@cache
def weights() -> tuple[float, ...]:
    """For each of these how often it is taken, added up: a long one as rarely as it takes longer than others."""
    return tuple(accumulate(min(1.0, USUAL / len(base.text)) for base in bases()))


@cache
def edition() -> Base:
    """The document of an edition."""
    return Base(Programme, to_json(SECONDARY_COHORT_4), SECONDARY_COHORT_4)


@cache
def donors() -> tuple[Any, ...]:
    """Documents of which parts are put into others."""
    return tuple(document for base in bases() if isinstance(document := json.loads(base.text), dict))


def shuffled(random: Random, document: Any) -> Any:
    """A document with the keys of its objects in another order, which tells nothing."""
    if type(document) is list:
        return [shuffled(random, item) for item in document]
    if type(document) is not dict:
        return document
    keys = random.sample(list(document), len(document))
    return {key: shuffled(random, document[key]) for key in keys}


def check(seed: int, number: int) -> tuple[Base, Any, tuple[str, ...]]:
    """Check the document of a number: which it was changed from, what it was, and the codes of its problems.

    Raises:
        BrokenError: if something does not hold of it; its document is the second argument.
    """
    random = Random(seed << 40 | number)
    base = edition() if random.randrange(RARELY) == 0 else random.choices(bases(), cum_weights=weights())[0]
    way = random.random()
    if way < 0.1:
        text = mutated_text(random, base.text)
        return base, text, _codes(check_text, text, base)
    if way < 0.12:
        document = shuffled(random, json.loads(base.text))
        if from_dict(document, base.cls) != base.value:
            raise BrokenError("another order of keys makes another value", document)
        return base, document, ()
    document = mutated(random, json.loads(base.text), donors())
    return base, document, _codes(check_document, document, base)


def _codes(way: Any, document: Any, base: Base) -> tuple[str, ...]:
    """The codes of the problems of a document."""
    try:
        error = way(document, base.cls)
    except BrokenError as broken:
        raise BrokenError(broken.args[0], document) from broken
    return () if error is None else tuple(problem.code for problem in error.problems)


def numbers(first: int, step: int, most: int, seconds: float) -> Iterator[int]:
    """Numbers of documents, until there are so many or the time is over."""
    until = monotonic() + seconds
    for number in range(first, most, step):
        if number % 64 < step and monotonic() > until:
            return
        yield number


def run(seed: int, most: int, seconds: float, *, first: int = 0, step: int = 1, most_broken: int = 20) -> Run:
    """Check documents until there are so many, or the time is over, or so many are broken."""
    codes: Counter[str] = Counter()
    broken: list[Broken] = []
    checked = 0
    for number in numbers(first, step, most, seconds):
        checked += 1
        try:
            _, _, found = check(seed, number)
        except BrokenError as error:
            told, document = error.args
            broken.append(Broken(number, "", repr(document)[:2000], str(told)))
            if len(broken) >= most_broken:
                break
        else:
            codes.update(set(found) or {""})
    return Run(checked, codes, tuple(broken))
