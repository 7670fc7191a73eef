"""Fuzz the codec guided by coverage: `python -m tests.fuzz.guided --seconds 60`, with atheris.

Half of the changes are those of `tests.fuzz.mutations`, where what is there is JSON; the rest are libFuzzer's own.
"""

import argparse
import json
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import atheris  # type: ignore[import-untyped]  # it comes without types

with atheris.instrument_imports(include=["mastery_programme"]):  # pyright: ignore[reportAttributeAccessIssue]  # it is there
    from tests.fuzz.mutations import mutated
    from tests.fuzz.oracle import check_text
    from tests.fuzz.ways import bases, corpus, donors

LONGEST = 4000


def check(data: bytes) -> None:
    """Read the text after the first byte, which says what it is read as."""
    if data:
        check_text(data[1:], bases()[data[0] % len(bases())].cls)


def written(document: Any, most: int) -> str:
    """The JSON text of a document, as far as it is not longer; lists that were multiplied can come to gigabytes."""
    text = ""
    for piece in json.JSONEncoder(ensure_ascii=False, default=str).iterencode(document):
        text += piece
        if len(text) > most:
            break
    return text


def change(data: bytes, most: int, seed: int) -> bytes:
    """Data changed: in its structure, if it is JSON, or anyhow."""
    random = Random(seed)
    if random.random() < 1 / 2:
        try:
            text = written(mutated(random, json.loads(data[1:]), donors()), most)
            changed = data[:1] + text.encode("utf-8", "surrogatepass")
        except (ValueError, TypeError, RecursionError):
            changed = b""
        if 0 < len(changed) <= most:
            return changed
    return bytes(atheris.Mutate(data, most))


def main() -> None:
    """Fuzz from the valid documents on; stops at the first that breaks a property."""
    asked = argparse.ArgumentParser(description="Fuzz the codec, guided by coverage.")
    asked.add_argument("--seconds", type=int, default=60, help="for how long (60)")
    asked.add_argument("--seed", type=int, default=1, help="another number gives other documents (1)")
    asked.add_argument("--corpus", help="a folder in which what reaches new code is kept, for the next run (none)")
    given = asked.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(given.corpus or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        seeds = [*((base.cls, base.text) for base in bases()), *corpus("refused")]
        for number, (cls, text) in enumerate(seeds):
            places = [place for place, base in enumerate(bases()) if base.cls is cls]
            data = bytes(places[:1]) + text.encode()
            if places and len(data) <= LONGEST:
                (folder / f"seed-{number}").write_bytes(data)
        options = [f"-max_total_time={given.seconds}", f"-seed={given.seed}", f"-max_len={LONGEST}", "-verbosity=1"]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/", f"{folder}"], check, custom_mutator=change)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
