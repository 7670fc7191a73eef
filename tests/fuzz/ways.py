"""The ways in which a document is changed and checked, each with how many documents of a hundred are for it."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from mastery_programme import SECONDARY_COHORT_4, Assessment, InvalidArgument, InvalidDocument, Programme
from mastery_programme.codec import Limits, UnreadRow, from_dict, from_json, to_json, to_rows
from mastery_programme.codec.catalogue import KINDS
from tests.fuzz.mutations import FINE_TEXTS, mutated, mutated_text, places, pointers
from tests.fuzz.oracle import (
    BrokenError,
    check_all_told,
    check_document,
    check_kept,
    check_limits,
    check_row,
    check_taken,
    check_text,
)
from tests.fuzz.row_mutations import mutated_row
from tests.samples import samples

CORPUS = Path(__file__).parent / "corpus"

FREE = frozenset(
    {
        *("name", "title", "school", "position", "activity", "teaching_groups", "current_role", "subject", "note"),
        *("hub", "ncetm_username", "lead_teacher_statement", "nominator_statement"),
    }
)
"""Keys in an application, and in judgements and waivers, under which any fine text can stand."""
OF_PEOPLE = frozenset({"Application", "School", "Person", "LeadTeacher", "Award", "Post", "Signature", "Judgement"})


class Base(NamedTuple):
    """A valid document: its class, its text, and the value that it stands for."""

    cls: type[Any]
    text: str
    value: Any


Check = Callable[[], InvalidDocument | UnreadRow | None]
"""What has to hold of a document; raises `BrokenError`."""


@cache
def bases() -> tuple[Base, ...]:
    """Valid documents: of each public class a sample, and those of the corpus that can be read, as all should be."""
    values = {cls: value for cls, value in samples().items() if cls not in {Assessment, Programme}}
    made = [Base(cls, to_json(value), value) for cls, value in values.items()]
    for cls, text in corpus("valid"):
        with suppress(InvalidDocument):
            made.append(Base(cls, text, from_json(text, cls)))
    return tuple(made)


@cache
def corpus(folder: str) -> tuple[tuple[type[Any], str], ...]:
    """The texts of a folder of the corpus, each with its class, after which its file is named."""
    classes: dict[str, type[Any]] = {cls.__name__: cls for cls in KINDS}
    files = sorted((CORPUS / folder).glob("*.json"))
    return tuple((classes[path.name.partition("-")[0]], path.read_text(encoding="utf-8")) for path in files)


@cache
def rows() -> tuple[tuple[type[Any], dict[str, str]], ...]:
    """Rows of all values that can be told in one."""
    found: list[tuple[type[Any], dict[str, str]]] = []
    for base in bases():
        try:
            (row,) = to_rows([base.value])
        except (InvalidArgument, InvalidDocument):
            continue
        found.append((base.cls, row))
    return tuple(found)


@cache
def edition() -> Base:
    """The document of an edition."""
    return Base(Programme, to_json(SECONDARY_COHORT_4), SECONDARY_COHORT_4)


@cache
def donors() -> tuple[Any, ...]:
    """Documents of which parts are put into others."""
    return tuple(document for base in bases() if isinstance(document := json.loads(base.text), dict))


def as_text(random: Random, base: Base) -> tuple[Any, Check]:
    """JSON text, changed as text."""
    text = mutated_text(random, base.text)
    return text, partial(check_text, text, base.cls)


def as_dict(random: Random, base: Base) -> tuple[Any, Check]:
    """A document, changed in its structure and values."""
    document = mutated(random, json.loads(base.text), donors())
    return document, partial(check_document, document, base.cls)


def kept(random: Random, base: Base) -> tuple[Any, Check]:
    """The same, and it stays as it was."""
    document = mutated(random, json.loads(base.text), donors())
    return document, partial(check_kept, document, base.cls)


def within_limits(random: Random, base: Base) -> tuple[Any, Check]:
    """A document beside limits that it may keep or not."""
    document = mutated(random, json.loads(base.text), donors())
    length, depth, width, values = (random.randrange(1, most) for most in (10_000, 12, 30, 600))
    limits = Limits(length=length, depth=depth, width=width, values=values)
    return document, partial(check_limits, document, base.cls, limits)


def in_another_order(random: Random, base: Base) -> tuple[Any, Check]:
    """A document with the keys of its objects in another order, which tells nothing."""
    document = shuffled(random, json.loads(base.text))

    def check() -> None:
        if from_dict(document, base.cls) != base.value:
            raise BrokenError("another order of keys makes another value")

    return document, check


def shuffled(random: Random, document: Any) -> Any:
    """A document with the keys of its objects in another order."""
    if type(document) is list:
        return [shuffled(random, item) for item in document]
    if type(document) is not dict:
        return document
    keys = random.sample(list(document), len(document))
    return {key: shuffled(random, document[key]) for key in keys}


def in_two_places(random: Random, base: Base) -> tuple[Any, Check]:
    """A document with what is impossible in two places, neither of which is within the other."""
    document = json.loads(base.text)
    # What stands under a tag says how the rest is read.
    found = [one for one in pointers(document) if one.key != "kind"]
    chosen = random.sample(found, min(2, len(found)))
    paths = [one.path for one in chosen if not any(one.path.startswith(f"{other.path}/") for other in chosen)]
    for one in chosen:
        if one.path in paths:
            one.container[one.key] = {"seven": [7.5]}
    return document, partial(check_all_told, document, base.cls, paths)


def still_fine(random: Random, base: Base) -> tuple[Any, Check]:
    """A document with another fine text where any can stand."""
    document = json.loads(base.text)
    free = [(one, key) for one, key in places(document) if key in FREE and type(one[key]) is str]
    if base.cls.__name__ in OF_PEOPLE and free:
        container, key = random.choice(free)
        text, fine = container[key], random.choice(FINE_TEXTS)
        container[key] = random.choice((fine + text, text + fine))
    return document, partial(check_taken, document, base.cls)


def as_row(random: Random, base: Base) -> tuple[Any, Check]:
    """A row of a table."""
    cls, row = random.choice(rows())
    changed = mutated_row(random, dict(row))
    return changed, partial(check_row, changed, cls)


WAYS: dict[Callable[[Random, Base], tuple[Any, Check]], int] = {
    as_dict: 70,
    as_text: 10,
    as_row: 6,
    in_two_places: 5,
    still_fine: 3,
    within_limits: 2,
    kept: 2,
    in_another_order: 2,
}
