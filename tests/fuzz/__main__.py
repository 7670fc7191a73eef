"""Fuzz the codec: `python -m tests.fuzz --seconds 60`; ends with status 1 if something does not hold of a document."""

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from time import monotonic

from tests.fuzz.oracle import BrokenError
from tests.fuzz.running import Run, check, run


def parser() -> argparse.ArgumentParser:
    """What can be asked on the command line."""
    asked = argparse.ArgumentParser(
        description="Read documents that are changed at random, and check what has to hold."
    )
    asked.add_argument("--seconds", type=float, default=60, help="for how long at most (60)")
    asked.add_argument("--documents", type=int, default=10**9, help="how many at most")
    asked.add_argument("--seed", type=int, default=1, help="another number gives other documents (1)")
    asked.add_argument("--processes", type=int, default=1, help="how many at once (1)")
    asked.add_argument("--number", type=int, help="only this document, again, as it was told to be broken")
    asked.add_argument("--broken", type=int, default=20, help="after so many broken documents it stops (20)")
    return asked


def again(seed: int, number: int) -> int:
    """Check one document of a run, print it, and give 1 if it is broken."""
    try:
        base, document, codes = check(seed, number)
    except BrokenError as error:
        sys.stdout.write(f"BROKEN: {error.args[0]}\n{error.args[2]!r}\n")
        return 1
    sys.stdout.write(f"{base.cls.__name__}: {', '.join(codes) or 'read'}\n{document!r}\n")
    return 0


def main() -> None:
    """Run, print what came of it, and tell by the status whether all held."""
    asked = parser().parse_args()
    if asked.number is not None:
        sys.exit(again(asked.seed, asked.number))
    began = monotonic()
    with ProcessPoolExecutor(asked.processes) as pool:
        parts = [
            pool.submit(
                run,
                asked.seed,
                asked.documents,
                asked.seconds,
                first=first,
                step=asked.processes,
                most_broken=asked.broken,
            )
            for first in range(asked.processes)
        ]
        runs: list[Run] = [part.result() for part in parts]
    codes = sum((one.codes for one in runs), Counter[str]())
    number = sum(one.documents for one in runs)
    read = codes.pop("", 0)
    sys.stdout.write(
        f"seed {asked.seed}: {number:,} documents in {monotonic() - began:,.0f} s, {read:,} of them read\n"
    )
    sys.stdout.write(f"{', '.join(f'{code} {times:,}' for code, times in codes.most_common())}\n")
    broken = [one for part in runs for one in part.broken]
    for one in broken:
        sys.stdout.write(
            f"BROKEN, seed {asked.seed}, number {one.number}, {one.cls}: {one.problem}\n  {one.document}\n"
        )
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
