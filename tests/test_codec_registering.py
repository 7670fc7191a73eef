"""What a host gives to `register`, what its own hooks still do, and what is reached for afterwards."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from cattrs import Converter

from mastery_programme import SECONDARY_COHORT_4, Case, InvalidArgument, Person
from mastery_programme.codec import InvalidDocument, Limits, from_dict, register, to_dict
from tests.a_host import EVERY, VISIT, Note, Small, Visit, each, problems, taught
from tests.samples import APPLICATION, CASE

ROOT = Path(__file__).parent.parent

WATCHED = """
import pkgutil, sys
from importlib import import_module
import mastery_programme
for module in pkgutil.walk_packages(mastery_programme.__path__, "mastery_programme."):
    import_module(module.name)
from cattrs.preconf.json import make_converter
from mastery_programme.codec import InvalidDocument, register
from mastery_programme.codec.catalogue import KINDS
from tests.samples import samples
converter = make_converter()
values = samples()
register(converter)
seen, watching = [], False
def watch(event, args):
    if watching:
        seen.append(event)
sys.addaudithook(watch)
watching = True
{planted}
for cls, value in values.items():
    document = converter.unstructure(value)
    if cls in KINDS:
        if converter.structure(document, cls) != value:
            sys.exit(f"{{value}} has changed")
        try:
            converter.structure([None], cls)
        except InvalidDocument as error:
            str(error)
watching = False
print(*seen)
"""


class TestRegistering:
    """What is given to `register`."""

    def test_limits_hold(self) -> None:
        """For the document of each value by itself."""
        converter = Converter(detailed_validation=False)
        register(converter, limits=Limits(length=20))
        assert Small(Person("x" * 10)) == converter.structure({"person": {"name": "x" * 10}}, Small)
        with pytest.raises(InvalidDocument) as caught:
            converter.structure({"person": {"name": "x" * 20}}, Small)
        assert [("", "too-long")] == problems(caught.value)
        assert Person("x" * 20) == taught().structure({"name": "x" * 20}, Person)

    @pytest.mark.parametrize("series", [tuple, list, iter], ids=lambda series: series.__name__)
    def test_editions_hold(self, series: Callable[[Any], Any]) -> None:
        """Also if they are given as an iterator, for every case that is read; no others are known."""
        other = evolve(SECONDARY_COHORT_4, id="secondary-2020")
        case = evolve(CASE, programme=other, application=evolve(APPLICATION, programme="secondary-2020"))
        converter = Converter()
        register(converter, editions=series([other]))
        for _ in range(2):
            assert case == converter.structure(to_dict(case), Case)
        with pytest.raises(InvalidDocument) as caught:
            converter.structure(to_dict(CASE), Case)
        assert [("/programme", "edition")] == problems(caught.value)

    @pytest.mark.parametrize(
        "converter",
        [
            pytest.param(None, id="nothing"),
            pytest.param(Converter, id="the class of converters"),
            pytest.param(7, id="a number"),
            pytest.param("converter", id="a text"),
            pytest.param(object(), id="an object"),
            pytest.param(from_dict, id="a function"),
        ],
    )
    def test_what_is_no_converter_is_refused(self, converter: Any) -> None:
        """With what would be one."""
        with pytest.raises(InvalidArgument, match=r"not a converter: .*; a Converter of cattrs"):
            register(converter)

    @each(EVERY)
    def test_to_register_twice_is_harmless(self, make: Callable[..., Any]) -> None:
        """The second one's limits hold."""
        converter = taught(make)
        register(converter)
        assert VISIT == converter.structure(converter.unstructure(VISIT), Visit)
        register(converter, limits=Limits(values=1))
        with pytest.raises(InvalidDocument):
            converter.structure({"name": "x"}, Person)

    def test_one_converter_is_taught_and_no_other(self) -> None:
        """Nothing is changed for the rest of the process."""
        other = Converter()
        taught()
        assert {"name": "x", "email": None} == other.unstructure(Person("x"))
        assert "format" in taught().unstructure(Person("x"))

    def test_a_copy_of_the_converter_is_taught_too(self) -> None:
        """As cattrs copies hooks."""
        assert Person("x") == taught().copy().structure({"name": "x"}, Person)


def read_note(text: str, _: type[Note]) -> Note:
    """A note of a host in the host's own way."""
    return Note(text.partition(":")[0], 5)


def write_note(note: Note) -> str:
    """The text of a note in the host's own way."""
    return f"{note.text}:{note.stars}"


class TestHooksOfTheHost:
    """What a host has taught its converter itself."""

    @pytest.mark.parametrize("first", [True, False], ids=["before ours", "after ours"])
    @each(EVERY)
    def test_hooks_for_the_hosts_own_classes_still_work(self, make: Callable[..., Any], first: bool) -> None:
        """Whoever comes first."""
        converter = make()
        if not first:
            register(converter)
        converter.register_structure_hook(Note, read_note)
        converter.register_unstructure_hook(Note, write_note)
        if first:
            register(converter)
        written = converter.unstructure(VISIT)
        assert "seen:3" == written["note"]
        assert evolve(VISIT, note=Note("seen", 5)) == converter.structure(written, Visit)

    def test_plain_types_are_read_as_the_host_reads_them(self) -> None:
        """Its numbers and texts are its own affair."""
        assert Note("3", 4) == taught().structure({"text": 3, "stars": "4"}, Note)


def events(planted: str) -> list[str]:
    """What the interpreter reports while something planted is done, and then values are written and read."""
    command = [sys.executable, "-c", WATCHED.format(planted=planted)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()


class TestReach:
    """What is reached for once `register` has returned."""

    def test_nothing_is_compiled_opened_or_read(self) -> None:
        """Whatever value of the library is written, read or refused."""
        assert [] == events("pass")

    def test_the_hook_sees_what_it_should(self) -> None:
        """What is planted before is reported."""
        assert ["compile", "exec"] == events("eval('1')")
