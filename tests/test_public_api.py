"""The public API: its names and signatures, that each is described, and that importing it is light.

The names and signatures are kept in `snapshots/public-api.txt`. After a change that is meant, renew them with
`python -m tests.test_public_api`, and say in the changelog what has changed.
"""

import inspect
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Unpack, get_args, get_origin

import pytest
from attrs import fields, frozen, has

import mastery_programme
from mastery_programme import MasteryProgrammeError

SNAPSHOT = Path(__file__).parent / "snapshots" / "public-api.txt"
PUBLIC: dict[str, Any] = {name: getattr(mastery_programme, name) for name in mastery_programme.__all__}
EDGE_LIBRARIES = ("cattrs", "babel", "dateutil")
FUNCTIONS = {name: value for name, value in PUBLIC.items() if inspect.isfunction(value)}
ERRORS = {name for name, value in PUBLIC.items() if inspect.isclass(value) and issubclass(value, MasteryProgrammeError)}
VALUES = {
    name: value
    for name, value in PUBLIC.items()
    if inspect.isclass(value) and not issubclass(value, MasteryProgrammeError | StrEnum)
}


@frozen
class Plain:
    """A type as it stands in the source: without the modules of its names."""

    annotation: Any

    def __repr__(self) -> str:
        if get_origin(self.annotation) is Unpack:
            return f"Unpack[{', '.join(get_args(self.annotation)[0].__annotations__)}]"
        is_class = inspect.isclass(self.annotation) and not get_args(self.annotation)
        text = self.annotation.__name__ if is_class else str(self.annotation)
        return re.sub(r"(\w+\.)+(?=\w)|~|\+(?=[A-Z])", "", text).replace("NoneType", "None")


def public_api() -> str:
    """Every public name with its signature or what it is, and below each class its public members, as text."""
    lines: list[str] = []
    for name, value in PUBLIC.items():
        lines.append(f"{name}{form_of(value)}")
        if name not in ERRORS and inspect.isclass(value):
            lines += [f"    {member}{form}" for member, form in members(value)]
    return "".join(f"{line}\n" for line in lines)


def form_of(value: Any) -> str:
    """What stands after the name of a public thing: its signature, its bases, its terms, or its type."""
    if inspect.isfunction(value):
        return signature(value)
    if not inspect.isclass(value):
        return f": {type(value).__name__}"
    if issubclass(value, MasteryProgrammeError):
        return f"({', '.join(base.__name__ for base in value.__bases__)})"
    if issubclass(value, StrEnum):
        return f": {' | '.join(repr(term.value) for term in value)}"
    return signature(value)


def members(cls: type[Any]) -> Iterator[tuple[str, str]]:
    """The public fields that a class is not built from, and its methods and properties: name and signature."""
    if has(cls):
        taken = inspect.signature(cls).parameters
        yield from ((one.name, f": {Plain(one.type)!r}") for one in fields(cls) if one.name not in taken)
    named = {name for base in cls.__mro__ for name in vars(base)}  # the dir of an enum would leave out some
    for name in sorted(name for name in named if not name.startswith("_")):
        member = inspect.getattr_static(cls, name)
        function = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
        if inspect.isfunction(function) and function.__module__.startswith(mastery_programme.__name__):
            result = Plain(inspect.signature(function).return_annotation)
            yield name, f": {result!r}" if isinstance(member, property) else signature(getattr(cls, name))


def signature(function: Callable[..., Any]) -> str:
    """The signature of a function, or of a class without its result."""
    taken = inspect.signature(function)
    plain = [one.replace(annotation=Plain(one.annotation)) for one in taken.parameters.values() if one.name != "self"]
    text = str(taken.replace(parameters=plain, return_annotation=inspect.Signature.empty))
    return text if inspect.isclass(function) else f"{text} -> {Plain(taken.return_annotation)!r}"


def described(docstring: str | None, *sections: str) -> set[str]:
    """What sections of a docstring describe by name."""
    found: set[str] = set()
    for section in re.split(r"\n(?=\w+:\n)", inspect.cleandoc(docstring or "")):
        heading, _, body = section.partition(":\n")
        found |= set(re.findall(r"^    \*{0,2}(\w+):", body, re.MULTILINE)) if heading in sections else set()
    return found


def docstrings() -> Iterator[tuple[str, str]]:
    """The docstring of every public function and class, and of every public member of a class, by name."""
    for name, value in (FUNCTIONS | VALUES).items():
        yield name, value.__doc__ or ""
        for member, _ in members(VALUES[name]) if name in VALUES else ():
            yield f"{name}.{member}", inspect.getattr_static(value, member).__doc__ or ""


class TestNames:
    """What can be imported from the package."""

    def test_the_public_api_is_as_stored(self) -> None:
        """Nothing public is added, changed or lost by accident; the module's docstring says how to renew the list."""
        assert SNAPSHOT.read_text(encoding="utf-8") == public_api()

    def test_the_names_are_sorted(self) -> None:
        """Constants, then classes, then all else, each from A to Z: as ruff sorts them."""
        names = mastery_programme.__all__
        assert sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name)) == names

    def test_every_name_is_public_once(self) -> None:
        """All that the package imports for others is public, and it is nothing twice."""
        bound = {name for name, value in vars(mastery_programme).items() if not inspect.ismodule(value)}
        assert {name for name in bound if not name.startswith("__")} | {"__version__"} == set(mastery_programme.__all__)
        assert len(set(mastery_programme.__all__)) == len(mastery_programme.__all__)


class TestDescriptions:
    """What the docstrings say."""

    @pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in FUNCTIONS])
    def test_a_function_describes_each_argument(self, name: str) -> None:
        """Each parameter has its line under "Args"."""
        assert set(inspect.signature(FUNCTIONS[name]).parameters) == described(FUNCTIONS[name].__doc__, "Args")

    @pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in VALUES])
    def test_a_class_describes_what_it_is_built_from(self, name: str) -> None:
        """Each parameter has its line under "Args", or, of an answer, under "Attributes"."""
        taken = set(inspect.signature(VALUES[name]).parameters)
        assert set() == taken - described(VALUES[name].__doc__, "Args", "Attributes")

    def test_an_error_that_is_promised_can_be_imported(self) -> None:
        """Every name under "Raises", and every error named in a sentence, is public."""
        promised = {
            f"{name}: {error}"
            for name, text in docstrings()
            for error in described(text, "Raises") | set(re.findall(r"raises `(\w+)`", text))
            if error not in ERRORS
        }
        assert set() == promised


class TestImport:
    """What importing the package costs."""

    def test_the_libraries_of_the_edges_are_left_alone(self) -> None:
        """They are imported with their own modules only."""
        code = "import sys, mastery_programme; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        loaded = run.stdout.split()
        assert "mastery_programme" in loaded
        assert [] == [library for library in EDGE_LIBRARIES if library in loaded]


if __name__ == "__main__":
    SNAPSHOT.write_text(public_api(), encoding="utf-8")
