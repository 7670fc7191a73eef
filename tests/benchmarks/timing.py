"""Two ways of doing one thing, timed in turn within one run, and the ratio of their medians."""

import sys
from collections.abc import Callable, Sequence
from statistics import median
from subprocess import run
from time import perf_counter_ns
from typing import NamedTuple

ROUNDS = 41


class Figure(NamedTuple):
    """How long the library takes, how long the other way takes, both in nanoseconds, and the ratio aimed at, if any."""

    name: str
    ours: float
    theirs: float
    at_most: float | None

    @property
    def ratio(self) -> float:
        """How many times as long the library takes."""
        return self.ours / self.theirs

    @property
    def is_kept(self) -> bool:
        """Whether the ratio is not more than aimed at."""
        return self.at_most is None or self.ratio <= self.at_most

    def __str__(self) -> str:
        told = f"{self.name:48} {self.ours:14,.0f} {self.theirs:14,.0f} {self.ratio:8.2f}"
        if self.at_most is None:
            return f"{told} {'-':>8}"
        return f"{told} {self.at_most:8.2f}  {'yes' if self.is_kept else 'NO'}"


HEADING = f"{'figure':48} {'library, ns':>14} {'other way, ns':>14} {'ratio':>8} {'at most':>8}  kept"


def compare(
    name: str,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    at_most: float | None,
    times: int,
    *,
    rounds: int = ROUNDS,
) -> Figure:
    """A figure from many rounds of each way in turn, each round running it so many times."""
    spent: tuple[list[float], list[float]] = ([], [])
    for number in range(2 * rounds):
        way = theirs if number % 2 else ours
        began = perf_counter_ns()
        for _ in range(times):
            way()
        spent[number % 2].append((perf_counter_ns() - began) / times)
    return Figure(name, median(spent[0]), median(spent[1]), at_most)


def compare_imports(name: str, ours: str, theirs: str, at_most: float) -> Figure:
    """A figure from imports in fresh processes, each in turn; the first of each, which may compile, is not counted."""
    spent: dict[str, list[float]] = {ours: [], theirs: []}
    for _ in range(ROUNDS):
        for module, times in spent.items():
            times.append(_import(module))
    return Figure(name, median(spent[ours][1:]), median(spent[theirs][1:]), at_most)


def _import(module: str) -> float:
    """How long one import takes in a fresh process, with compiled files written and read."""
    code = f"from time import perf_counter_ns as now; began = now(); import {module}; print(now() - began)"
    command: Sequence[str] = (sys.executable, "-c", f"import sys; sys.dont_write_bytecode = False; {code}")
    return float(run(command, capture_output=True, check=True, text=True).stdout)
