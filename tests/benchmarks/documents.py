"""How long the codec takes: to read a form against the ways beside it, and to refuse what is meant to take long."""

import json
import sys
import tracemalloc
from collections.abc import Iterator
from functools import partial
from time import perf_counter_ns
from typing import Any

from mastery_programme import Application, EstablishmentGroup, InvalidDocument, Ruleset
from mastery_programme.codec import from_dict, from_json, to_json
from tests.benchmarks import documents_elsewhere as elsewhere
from tests.benchmarks.documents_by_hand import DOCUMENT, TEXT, by_hand
from tests.benchmarks.timing import Figure, compare


def check_documents() -> None:
    """Stop unless all ways read alike."""
    application = by_hand(TEXT)
    ways = {
        "from_json": from_json(TEXT, Application),
        "from_dict": from_dict(DOCUMENT, Application),
        "dacite": elsewhere.by_dacite_into_ours(),
        "marshmallow": elsewhere.by_marshmallow_into_ours(TEXT),
    }
    wrong = [name for name, read in ways.items() if read != application]
    forms = [elsewhere.by_dacite(), elsewhere.by_marshmallow(TEXT), elsewhere.by_pydantic(), elsewhere.by_msgspec()]
    if wrong or any(form != forms[0] for form in forms):
        sys.exit(f"not the same application: {wrong or forms}")


def documents() -> Iterator[Figure]:
    """What reading a form takes, against the constructors by hand and against other libraries."""
    ours = partial(from_json, TEXT, Application)
    yield compare("form read, against the constructors", ours, partial(by_hand, TEXT), 1.6, 50)
    yield compare("  dacite, into the same values", ours, elsewhere.by_dacite_into_ours, 0.25, 20)
    yield compare("  marshmallow, the same", ours, partial(elsewhere.by_marshmallow_into_ours, TEXT), 0.25, 20)
    yield compare("  dacite, into unchecked dataclasses", ours, elsewhere.by_dacite, 1, 20)
    yield compare("  marshmallow, the same", ours, partial(elsewhere.by_marshmallow, TEXT), 1, 20)
    yield compare("  pydantic, the same", ours, elsewhere.by_pydantic, 20, 50)
    yield compare("  msgspec, the same", ours, elsewhere.by_msgspec, 20, 50)
    yield compare(
        "form written, against the constructors", partial(to_json, by_hand(TEXT)), partial(by_hand, TEXT), 3, 50
    )
