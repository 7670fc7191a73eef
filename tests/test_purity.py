"""Purity: while the library makes every answer that it has, it reaches for nothing outside and leaves no trace."""

import decimal
import inspect
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import mastery_programme
from mastery_programme import codec, planner
from tests.whole_api import answers

ROOT = Path(__file__).parent.parent
PACKAGE = str(Path(mastery_programme.__file__).parent)
PARTS = [
    f".whole_api_of_{part}" for part in ("applications", "cases", "documents", "participations", "plans", "scenarios")
]
HELPERS = ["", ".histories", ".samples", ".telling", ".whole_api", *PARTS]
ONLY_FOR_COPIES = {"__reduce__", "__copy__", "__deepcopy__"}
ONLY_FOR_CLASSES = {"__attrs_init_subclass__", "__new__"}

IMPORT_ALL = """
import pkgutil, sys
from importlib import import_module
import mastery_programme
for module in pkgutil.walk_packages(mastery_programme.__path__, "mastery_programme."):
    import_module(module.name)
"""

WATCHED = """
from tests.whole_api import answers
seen, watching = [], False
def watch(event, args):
    if watching:
        seen.append(event)
def planted():
    {planted}
sys.addaudithook(watch)
watching = True
planted()
answers()
watching = False
print(*seen)
"""

USED = """
before = set(sys.modules)
from tests.whole_api import answers
answers()
print(*sorted(set(sys.modules) - before))
"""


def printed(code: str) -> list[str]:
    """What code prints in a new process in which every module of the package has been imported."""
    command = [sys.executable, "-c", IMPORT_ALL + code]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()


def events(planted: str) -> list[str]:
    """What the interpreter reports while something planted is done and then all answers are made."""
    return printed(WATCHED.format(planted=planted))


def public_code() -> Iterator[tuple[str, CodeType]]:
    """The code of every public function and of every method that a public class has of us, by name."""
    modules = (mastery_programme, codec, planner)
    named = [(name, getattr(module, name)) for module in modules for name in module.__all__]
    for name, value in named:
        bases = value.__mro__ if inspect.isclass(value) else ()  # the dir of an enum leaves out some of what is defined
        for member in [member for base in bases for member in vars(base).values()] or [value]:
            function: Any = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
            if inspect.isfunction(function) and function.__code__.co_filename.startswith(PACKAGE):
                yield f"{name}: {function.__qualname__}", function.__code__


class TestReach:
    """What the library reaches for; the interpreter reports to an audit hook what leaves pure reckoning."""

    def test_no_answer_causes_an_event(self) -> None:
        """No file, folder, process or socket is touched, and nothing is imported, compiled or executed."""
        assert [] == events("pass")

    def test_nothing_is_imported_at_its_first_use(self) -> None:
        """All that an answer can need is there once the package is; only the helpers of this test are added."""
        assert [f"tests{name}" for name in HELPERS] == printed(USED)

    @pytest.mark.parametrize(
        ("planted", "event"),
        [
            pytest.param("open(sys.executable, 'rb').close()", "open", id="a file"),
            pytest.param("import os; os.listdir('.')", "os.listdir", id="a folder"),
            pytest.param("import wave", "import", id="a module that was not imported before"),
            pytest.param("eval('1')", "compile", id="code made at run time"),
            pytest.param("import socket; socket.socket().close()", "socket.__new__", id="a socket"),
            pytest.param("import os; os.system('true')", "os.system", id="a process"),
        ],
    )
    def test_the_hook_sees_what_it_should(self, planted: str, event: str) -> None:
        """What is planted before the answers is reported."""
        assert event in events(planted)

    def test_every_public_function_and_method_is_asked(self) -> None:
        """What is watched here is the whole public API, but for what only serves copies, pickles and new classes."""
        called: set[CodeType] = set()

        def note(frame: FrameType, event: str, _: object) -> None:
            if event == "call":
                called.add(frame.f_code)

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            answers()
        finally:
            sys.setprofile(before)
        excused = ONLY_FOR_COPIES | ONLY_FOR_CLASSES
        assert [] == [name for name, code in public_code() if code not in called and code.co_name not in excused]


class TestTraces:
    """What the library leaves behind."""

    def test_nothing_is_printed_logged_or_warned_of(
        self, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
    ) -> None:
        """All that is to be said is in the answers."""
        answers()
        assert (("", ""), "", []) == (tuple(capfd.readouterr()), caplog.text, list(recwarn))

    def test_the_state_of_the_host_is_left_as_it_was(self) -> None:
        """No random number is drawn, no flag set in its decimal context, no variable in its environment."""
        before = (random.getstate(), dict(os.environ), sorted(sys.modules))
        with decimal.localcontext(decimal.Context(prec=3, traps=[])) as context:
            answers()
            flags = [flag for flag, is_set in context.flags.items() if is_set]
        assert ((random.getstate(), dict(os.environ), sorted(sys.modules)), []) == (before, flags)
