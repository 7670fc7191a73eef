"""The surroundings: whatever the host has set, and however many threads ask at once, every answer is the same."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.whole_api import answers

ROOT = Path(__file__).parent.parent
OF_THE_HOST = ("LANG", "LANGUAGE", "TZ", "PYTHONHASHSEED", "PYTHONOPTIMIZE", "PYTHONUTF8", "PYTHONWARNINGS")

ASK = """
from tests.whole_api import answers
sys.stdout.buffer.write(answers().encode())
"""

ASK_IN_THREADS = """
import threading
from tests.whole_api import PARTS
sys.setswitchinterval(1e-4)
barrier, texts = threading.Barrier(32), [[] for _ in PARTS]
def ask(number):
    barrier.wait()
    for place in range(number % 4, len(PARTS), 4):
        texts[place].append("\\n".join(PARTS[place]()))
threads = [threading.Thread(target=ask, args=(number,)) for number in range(32)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for part, told in zip(PARTS, texts):
    if len(told) < 8 or len(set(told)) > 1:
        sys.exit(f"{part}: {len(told)} of 8 threads have an answer, {len(set(told))} different ones")
sys.stdout.buffer.write("\\n".join(told[0] for told in texts).encode())
"""

TURKISH = {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}
ASCII = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
SET_LOCALE = """
import contextlib, locale
for name in ("", "de_DE.UTF-8", "tr_TR", "tr_TR.UTF-8"):
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, name)
"""
COARSE = """
import decimal
for context in (decimal.getcontext(), decimal.DefaultContext):
    context.prec, context.rounding, context.Emax = 3, decimal.ROUND_UP, 3
    context.traps = dict.fromkeys(context.traps, False)
"""
STRICT = "import decimal\ndecimal.getcontext().traps = dict.fromkeys(decimal.getcontext().traps, True)"
UNCHECKED = "import attrs\nattrs.validators.set_disabled(True)"


def lines(*flags: str, before: str = "", ask: str = ASK, environment: dict[str, str] | None = None) -> list[str]:
    """The lines of all answers in a process of its own, with flags of Python, after something else has been done."""
    kept = {name: value for name, value in os.environ.items() if name not in OF_THE_HOST and not name.startswith("LC_")}
    command = [sys.executable, *flags, "-c", f"import sys\n{before}\n{ask}"]
    run = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=kept | (environment or {}))
    assert (0, "") == (run.returncode, run.stderr.decode())
    return run.stdout.decode().split("\n")


@cache
def usual() -> list[str]:
    """The lines of all answers in a process in which nothing is set."""
    return lines()


class TestProcesses:
    """The same calls in processes with other surroundings."""

    @pytest.mark.parametrize(
        ("flags", "before", "environment"),
        [
            pytest.param(["-O"], "", {}, id="without assertions"),
            pytest.param(["-OO"], "", {}, id="without docstrings"),
            pytest.param(["-W", "error", "-X", "dev"], "", {}, id="every warning is an error"),
            pytest.param(["-X", "int_max_str_digits=640"], "", {}, id="long numbers cannot be written"),
            pytest.param([], "", {"PYTHONHASHSEED": "0"}, id="texts are hashed in one way"),
            pytest.param([], "", {"PYTHONHASHSEED": "1"}, id="texts are hashed in another way"),
            pytest.param([], SET_LOCALE, TURKISH, id="a locale with another lower case of I"),
            pytest.param([], SET_LOCALE, ASCII, id="a locale without a pound sign"),
            pytest.param([], "", {"TZ": "Pacific/Kiritimati"}, id="a time zone in which it is tomorrow"),
            pytest.param([], COARSE, {}, id="decimals are rounded to three digits and never complain"),
            pytest.param([], STRICT, {}, id="decimals complain of everything"),
            pytest.param([], UNCHECKED, {}, id="the validators of attrs are disabled"),
        ],
    )
    def test_every_answer_is_the_same(self, flags: list[str], before: str, environment: dict[str, str]) -> None:
        """No answer depends on what a host may have set."""
        assert usual() == lines(*flags, before=before, environment=environment)

    def test_there_are_answers(self) -> None:
        """What is compared is not nothing."""
        assert len(usual()) > 1000


class TestMemory:
    """What is remembered changes no answer."""

    def test_32_threads_that_ask_at_once_have_the_same_answers(self) -> None:
        """They begin together where nothing was asked before, eight of them with the same questions at a time."""
        assert usual() == lines(ask=ASK_IN_THREADS)

    def test_asking_again_gives_the_same_answers(self) -> None:
        """In this process, in which other tests have asked before."""
        first, second = answers().split("\n"), answers().split("\n")
        assert usual() == first
        assert usual() == second
