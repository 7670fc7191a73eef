"""One run of the fuzzer: many documents, each changed in a way that its number and the seed alone decide."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from random import Random
from time import monotonic
from typing import Any, NamedTuple

from attrs import frozen

from tests.fuzz.oracle import BrokenError, check_text
from tests.fuzz.ways import WAYS, Base, bases, corpus, edition

USUAL = 1500
"""Documents of at most so many characters are taken equally often."""

RARELY = 3000
"""One document in so many is an edition, which takes a hundred times as long as any other."""


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
def weights() -> tuple[float, ...]:
    """For each of the bases how often it is taken, added up: a long one as rarely as it takes longer than others."""
    return tuple(accumulate(min(1.0, USUAL / len(base.text)) for base in bases()))


def check(seed: int, number: int) -> tuple[Base, Any, tuple[str, ...]]:
    """Check the document of a number: which it was changed from, what it was, and the codes of its problems.

    Raises:
        BrokenError: if something does not hold of it; its other arguments are the base and the document.
    """
    random = Random(seed << 40 | number)
    base = edition() if random.randrange(RARELY) == 0 else random.choices(bases(), cum_weights=weights())[0]
    (way,) = random.choices(tuple(WAYS), tuple(WAYS.values()))
    document, holds = way(random, base)
    try:
        found = holds()
    except BrokenError as broken:
        raise BrokenError(f"{way.__name__}: {broken}", base, document) from broken
    return base, document, () if found is None else tuple(problem.code for problem in found.problems)


def check_corpus() -> Iterator[Broken]:
    """The documents of the corpus of which something does not hold, such as that they are read or refused."""
    for folder, read in (("valid", True), ("refused", False)):
        for cls, text in corpus(folder):
            try:
                if (check_text(text, cls) is None) is not read:
                    raise BrokenError(f"is not {'read' if read else 'refused'}")
            except BrokenError as error:
                yield Broken(0, cls.__name__, text, f"corpus, {folder}: {error}")


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
    broken = list(check_corpus()) if first == 0 else []
    checked = 0
    for number in numbers(first, step, most, seconds):
        checked += 1
        try:
            _, _, found = check(seed, number)
        except BrokenError as error:
            told, base, document = error.args
            broken.append(Broken(number, base.cls.__name__, repr(document)[:2000], str(told)))
            if len(broken) >= most_broken:
                break
        else:
            codes.update(set(found) or {""})
    return Run(checked, codes, tuple(broken))
