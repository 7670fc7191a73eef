"""How long the codec takes: to read a form against the ways beside it, and to refuse what is meant to take long."""

import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter_ns
from typing import NamedTuple

from mastery_programme import Application, InvalidDocument
from mastery_programme.codec import from_dict, from_json, to_json
from tests.benchmarks import documents_elsewhere as elsewhere
from tests.benchmarks.documents_by_hand import DOCUMENT, TEXT, by_hand, written_by_hand
from tests.benchmarks.hostile import hostile, hostile_editions
from tests.benchmarks.timing import Figure, compare


def check_documents() -> None:
    """Stop unless all ways read alike."""
    application = by_hand(TEXT)
    ways = {
        "from_json": from_json(TEXT, Application),
        "from_dict": from_dict(DOCUMENT, Application),
        "dacite": elsewhere.by_dacite_into_ours(),
        "marshmallow": elsewhere.by_marshmallow_into_ours(),
    }
    wrong = [name for name, read in ways.items() if read != application]
    forms = [elsewhere.by_dacite(), elsewhere.by_marshmallow(), elsewhere.by_pydantic(), elsewhere.by_msgspec()]
    if json.loads(written_by_hand(application)) != json.loads(to_json(application)):
        sys.exit("not the same document")
    if wrong or any(form != forms[0] for form in forms):
        sys.exit(f"not the same application: {wrong or forms}")


def documents() -> Iterator[Figure]:
    """What reading a form takes, against the constructors by hand and against other libraries; and writing it."""
    ours, application = partial(from_json, TEXT, Application), by_hand(TEXT)
    yield compare("form read, against the constructors", ours, partial(by_hand, TEXT), 1.6, 200)
    yield compare("  dacite, into our values, texts checked", ours, elsewhere.by_dacite_into_ours, 0.25, 200)
    yield compare("  marshmallow, into our values, all checked", ours, elsewhere.by_marshmallow_into_ours, 0.25, 200)
    yield compare("  dacite, into unchecked dataclasses", ours, elsewhere.by_dacite, None, 200)
    yield compare("  marshmallow, the same", ours, elsewhere.by_marshmallow, None, 200)
    yield compare("  pydantic, the same", ours, elsewhere.by_pydantic, None, 200)
    yield compare("  msgspec, the same", ours, elsewhere.by_msgspec, None, 200)
    written = partial(written_by_hand, application)
    yield compare("form written and read back, against attrs.asdict", partial(to_json, application), written, None, 50)


class Refusal(NamedTuple):
    """What it takes to refuse a document: milliseconds, the median of some, and megabytes at the most."""

    name: str
    milliseconds: float
    megabytes: float
    at_most: float

    @property
    def is_kept(self) -> bool:
        """Whether it takes no longer than aimed at, and not too much."""
        return self.milliseconds <= self.at_most and self.megabytes <= MOST_MEGABYTES

    def __str__(self) -> str:
        kept = "yes" if self.is_kept else "NO"
        return f"{self.name:48} {self.milliseconds:14.2f} {self.megabytes:14.2f} {'':8} {self.at_most:8.0f}  {kept}"


MOST_MEGABYTES = 20
REFUSALS = f"{'refusal':48} {'milliseconds':>14} {'megabytes':>14} {'':8} {'at most':>8}  kept"


def refusals() -> Iterator[Refusal]:
    """What it takes to refuse documents that are meant to take long, as text where they are long, else as dicts too."""
    for name, (document, cls) in {**hostile(), **hostile_editions()}.items():
        text = document if isinstance(document, str) else json.dumps(document)
        yield _refusal(name, partial(from_json, text, cls), 100 if len(text) > 10**8 - 1 else 50)
        if not isinstance(document, str):
            yield _refusal("  the same as a dict", partial(from_dict, document, cls), 50)


def _refusal(name: str, way: Callable[[], object], at_most: float) -> Refusal:
    """What it takes to refuse one document in one way."""
    spent = []
    for _ in range(9):
        began = perf_counter_ns()
        _refused(name, way)
        spent.append(perf_counter_ns() - began)
    tracemalloc.start()
    _refused(name, way)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Refusal(name, median(spent) / 10**6, peak / 10**6, at_most)


def _refused(name: str, way: Callable[[], object]) -> None:
    """Refuse a document, and put into words why; stop if it is taken, or told at length."""
    try:
        way()
    except InvalidDocument as error:
        if len(str(error).encode()) > 10_000:
            sys.exit(f"{name}: the message is too long")
    else:
        sys.exit(f"{name}: this is not refused")
