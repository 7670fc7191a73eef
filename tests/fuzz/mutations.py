"""Documents changed at random: in their structure, in their values, and in the text that they are written in."""

import math
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

Place = tuple[Any, Any]
"""A container, and the key or the place in it."""

MOST_PLACES = 20_000

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 100, 101, 2019, 10**9, 10**9 + 1, 10**20, -(10**20), 0.0, 1.0, 4.5),
    *(math.nan, math.inf, "", " ", "x", "yes", "No", "true", "null", "None", "0", "1", "-1", "4.5", "4.25", "4.50"),
    *("12 to 37", "37 to 12", "200", "200.5", "200.505", "-0.01", "1e3", "1,000", "2019/20", "2019/21", "2019-20"),
    *("2019-04", "2019-13", "2019-04-26", "2019-02-30", "20190426", "2019-W17-5", "2019-04-26T17:00:00"),
    *("2019-04-26T17:00:00+01:00", "2019-04-26T17:00:00Z", "2019-04-26 17:00:00+01:00", "2019-04-26T24:00:00Z"),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "123456", "012345", "a@b.example", "a@b", "Secondary"),
    *("secondary-2019", "secondary-2020", "lead-teacher", "drafted", "met", "yes-no", "count", "a\nb", "a\tb", "a\0b"),
    *("\u202eabc", "a\u200bb", "a\xa0b", "\ufeffa", "\ud800", "علی\u200cرضا", "Zoë O’Neill-Ünal", "葛\U000e0100城"),  # noqa: RUF001 - names as people have them
    *([], {}, [[]], [{}], {"": None}, {"format": 1}, ["x"], [1, 2, 3], {"from": 1, "to": 9}, {"from": 1, "to": 10**9}),
    *({"days": "15"}, {"money": "3000.00"}, {"days": "15", "money": "1"}, {"one_of": []}, {"at_least": 2}),
    *({"document": "a", "clause": "b"}, {"document": "secondary-2019", "clause": "PAR-3"}, {"kind": "yes-no"}),
    *({"name": None}, b"bytes", (1, 2), {1}, object(), {1: 2}, {None: 3}, {"a": {1: 1}}, 3j),
)
"""What may stand anywhere by mistake or malice; the last are no values of JSON."""

ODD_TEXTS = tuple("\0\n\t\x7f\x85\xa0\u200b\u200d\u202e\u2066\ud800\ufeff")
FINE_TEXTS = ("é", "’", "-", "ł", "e\u0301", "山田", "李", "Γ", "ж", "😀", "　")
ODD_KEYS = ("", "x", "naem", "format", "kind", "id", "__class__", "total", "a/b", "~", "\ud800", "k" * 300)


def odd(random: Random) -> Any:
    """Something odd, of which nobody else has a part."""
    value = random.choice(ODD_VALUES)
    return deepcopy(value) if type(value) in {dict, list} else value


def places(document: Any) -> list[Place]:
    """Every place in a document where a value stands, or many of them: lists that were multiplied can have millions."""
    found: list[Place] = []
    waiting = [document]
    while waiting and len(found) < MOST_PLACES:
        container = waiting.pop()
        items = container.items() if type(container) is dict else enumerate(container)
        for key, value in items:
            found.append((container, key))
            if type(value) is dict or type(value) is list:
                waiting.append(value)
    return found


class Pointer(NamedTuple):
    """A place in a document: where it is, as a JSON Pointer, what holds it, and its key or its place there."""

    path: str
    container: Any
    key: Any


def pointers(document: Any) -> list[Pointer]:
    """Every place in a document where a value stands, with where it is."""
    found: list[Pointer] = []
    waiting: list[tuple[str, Any]] = [("", document)] if type(document) in {dict, list} else []
    while waiting:
        path, container = waiting.pop()
        for key, value in container.items() if type(container) is dict else enumerate(container):
            token = str(key).replace("~", "~0").replace("/", "~1")
            found.append(Pointer(f"{path}/{token}", container, key))
            if type(value) is dict or type(value) is list:
                waiting.append((found[-1].path, value))
    return found


def replace(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Put something odd in a place."""
    container, key = random.choice(places(document))
    container[key] = odd(random)


def transplant(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Put something in a place that stands elsewhere, in this document or in another one."""
    container, key = random.choice(places(document))
    other, its_key = random.choice(places(random.choice([document, *donors])))
    container[key] = deepcopy(other[its_key])


def swap(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Swap what stands in two places, unless one is within the other."""
    (one, here), (other, there) = random.choice(places(document)), random.choice(places(document))
    if type(one[here]) not in {dict, list} and type(other[there]) not in {dict, list}:
        one[here], other[there] = other[there], one[here]


def drop(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Take something away."""
    container, key = random.choice(places(document))
    del container[key]


def add(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Add a key, or an item."""
    container, key = random.choice(places(document))
    if type(container) is dict:
        name = random.choice(ODD_KEYS) if random.random() < 1 / 2 else str(key)[:-1] + random.choice("abcxyz")
        container[name] = odd(random)
    else:
        container.insert(key, random.choice([container[key], odd(random)]))


def multiply(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Have a list very often over, or a text very long."""
    container, key = random.choice(places(document))
    value = container[key]
    if type(value) is list and value:
        container[key] = (value * random.choice((2, 1001)))[: random.choice((2, 5, 1000, 1001))]
    elif type(value) is str and value:
        length = random.choice((254, 1000, 1001, 1001, 10_000, 10_001, 262_144))
        container[key] = (value * (length // len(value) + 1))[:length]


def nest(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Put something deeper than it stands, now and then very deep."""
    container, key = random.choice(places(document))
    for _ in range(random.choice((1, 1, 1, 30, 200))):
        container[key] = [container[key]] if random.random() < 1 / 2 else {str(key): container[key]}


def spoil_text(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Put a character into a text, take one out, or change its case."""
    found = [(container, key) for container, key in places(document) if type(container[key]) is str and container[key]]
    if found:
        container, key = random.choice(found)
        text = container[key]
        at = random.randrange(len(text) + 1)
        put = random.choice((random.choice(ODD_TEXTS), random.choice(FINE_TEXTS), chr(random.randrange(0x110000)), ""))
        container[key] = random.choice(
            (text[:at] + put + text[at + random.randrange(2) :], text.swapcase(), text + put)
        )


def change_number(random: Random, document: Any, donors: Sequence[Any]) -> None:
    """Change a number, or a digit of a text, by a little."""
    found = [(container, key) for container, key in places(document) if type(container[key]) in {int, bool, str}]
    if found:
        container, key = random.choice(found)
        value = container[key]
        if type(value) is str:
            container[key] = "".join(random.choice("0123456789") if one.isdigit() else one for one in value)
        else:
            container[key] = value + random.choice((-1, 1, 0.5, -value, 10**9))


MUTATIONS: tuple[Callable[[Random, Any, Sequence[Any]], None], ...] = (
    *(replace, replace, transplant, swap, drop, add, multiply, nest),
    *(spoil_text, spoil_text, change_number, change_number),
)


def mutated(random: Random, document: Any, donors: Sequence[Any]) -> Any:
    """A document after one to four changes; it is changed itself."""
    whole = [document]
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        if type(whole[0]) in {dict, list} and whole[0]:
            random.choice(MUTATIONS)(random, whole[0] if random.random() < 0.97 else whole, donors)
        else:
            whole[0] = odd(random)
        whole = whole or [None]
    return whole[0]


TOKENS = (
    *('"', "\\", "{", "}", "[", "]", ",", ":", "null", "NaN", "-Infinity", "1e999", "9" * 400, "\\ud800", "\\u0000"),
    "\ufeff",
)


def mutated_text(random: Random, text: str) -> str:
    """JSON text after one to three changes."""
    for _ in range(random.choice((1, 1, 2, 3))):
        at = random.randrange(len(text) + 1)
        until = min(len(text), at + random.choice((0, 1, 1, 5, 50)))
        piece = text[at:until]
        text = (
            text[:at]
            + random.choice((random.choice(TOKENS), piece + piece, "", chr(random.randrange(0x110000))))
            + text[until:]
        )
    return text
