"""The house: its layers, what it may import and call, and that everything in it is annotated, described and short."""

import ast
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import mastery_programme
from tests.layers import LAYERS

STANDARD = {
    "bisect",
    "collections",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "itertools",
    "operator",
    "types",
    "typing",
    "unicodedata",
}
"""What of the standard library the package may import."""

EDGES = {"codec": {"cattrs", "contextlib", "functools", "json", "re"}, "text": {"babel"}, "planner": {"dateutil"}}
"""The edges, each a module or a folder of them, and what each of them alone may import besides."""

BANNED_MODULES = {
    *("os", "sys", "io", "pathlib", "tempfile", "shutil", "random", "secrets", "uuid", "time", "zoneinfo", "locale"),
    *("logging", "warnings", "socket", "ssl", "urllib", "http", "subprocess", "ctypes", "importlib"),
}
BANNED_NAMES = {"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint", "globals", "__file__"}
BANNED_ATTRIBUTES = {"now", "today", "utcnow", "fromtimestamp", "getenv", "environ", "open", "read_text", "write_text"}

MOST_LINES = 300

PACKAGE = Path(mastery_programme.__file__).parent
HERE = Path(__file__).parent
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".") or PACKAGE.name: path
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
BESIDE = sorted(path for folder in (HERE, HERE.parent / "examples") for path in folder.rglob("*.py"))

WORDS_OF_HASTE = re.compile(rf"\b({'|'.join(('TO' + 'DO', 'FIX' + 'ME', 'X' * 3, 'HA' + 'CK'))})\b")
EXCUSED = {
    "pragma:": "(?!)",
    "(noqa|ruff:)": r"# noqa: [A-Z]+\d+(, [A-Z]+\d+)*( - \S.*)?",
    "(type: *ignore|mypy:)": r"# type: ignore\[[a-z-]+(, [a-z-]+)*\]  # \S.*",
    "pyright:": r"# pyright: ignore\[\w+(, \w+)*\]  # \S.*",
}
"""What in a comment excuses a line from a check, and how it has to stand: with a code, and for types with a reason."""

EXCUSED_IN_PACKAGE = EXCUSED | {"(noqa|ruff:)": r"# noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S.*"}

Described = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def every_module() -> pytest.MarkDecorator:
    """A test once for each module of the package."""
    return pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in MODULES])


def imported(tree: ast.AST) -> Iterator[str]:
    """The full name of every module that a module imports, wherever in it; relative ones begin with a point."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{origin}.{alias.name}".removeprefix(f"{PACKAGE.name}.")
                yield f"{PACKAGE.name}.{inner}" if inner in MODULES else origin


def named(node: ast.AST) -> str:
    """Where a node is, for a message."""
    return f"line {getattr(node, 'lineno', 1)}"


class TestLayers:
    """The order of the modules."""

    def test_the_list_of_layers_has_every_module_once(self) -> None:
        """A new module has to be given its place."""
        assert sorted(MODULES) == sorted(LAYERS)

    @every_module()
    def test_a_module_imports_only_from_modules_above_it(self, name: str) -> None:
        """So nothing can go round in a circle; an import within a function, or for types only, counts too."""
        above = {f"{PACKAGE.name}.{layer}" for layer in LAYERS[: LAYERS.index(name)]}
        ours = {module for module in imported(TREES[name]) if module.split(".")[0] in {PACKAGE.name, ""}}
        assert set() == ours - above

    def test_the_package_itself_only_passes_names_on(self) -> None:
        """It holds its docstring, imports, the public names and the version, and no logic."""
        first, *rest = TREES[PACKAGE.name].body
        assigned = [ast.unparse(node.targets[0]) for node in rest if isinstance(node, ast.Assign)]
        others = [named(node) for node in rest if not isinstance(node, ast.ImportFrom | ast.Assign)]
        assert isinstance(first, ast.Expr)
        assert (["__all__", "__version__"], []) == (assigned, others)


class TestImports:
    """What the package imports from elsewhere."""

    @every_module()
    def test_the_core_needs_attrs_alone(self, name: str) -> None:
        """Beside attrs and a stated part of the standard library, a library is imported in its edge module only."""
        roots = {module.split(".")[0] for module in imported(TREES[name])}
        assert set() == roots - {PACKAGE.name, "attrs"} - STANDARD - EDGES.get(name.partition(".")[0], set())

    @every_module()
    def test_nothing_is_imported_that_reaches_out(self, name: str) -> None:
        """No files, clock, environment, chance, network, log or locale: at the edges neither."""
        assert set() == {module.split(".")[0] for module in imported(TREES[name])} & BANNED_MODULES

    @every_module()
    def test_names_are_imported_one_by_one(self, name: str) -> None:
        """No star import."""
        froms = (node for node in ast.walk(TREES[name]) if isinstance(node, ast.ImportFrom))
        assert [] == [named(node) for node in froms for alias in node.names if alias.name == "*"]

    def test_the_allowed_modules_are_of_the_standard_library(self) -> None:
        """The list lets in nothing that has to be installed, and nothing that is banned."""
        assert STANDARD <= sys.stdlib_module_names
        assert set() == STANDARD & BANNED_MODULES


class TestCalls:
    """What the package never does."""

    @every_module()
    def test_nothing_is_named_that_reaches_out(self, name: str) -> None:
        """No file, clock, environment, console or code made at run time; to pass such a function on counts too."""
        nodes = list(ast.walk(TREES[name]))
        names = {node.id for node in nodes if isinstance(node, ast.Name)}
        attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        assert (set(), set()) == (names & BANNED_NAMES, attributes & BANNED_ATTRIBUTES)

    @every_module()
    def test_no_number_is_made_a_float(self, name: str) -> None:
        """All reckoning is in whole numbers."""
        calls = [node for node in ast.walk(TREES[name]) if isinstance(node, ast.Call)]
        assert [] == [named(node) for node in calls if isinstance(node.func, ast.Name) and node.func.id == "float"]

    @every_module()
    def test_nothing_is_asserted(self, name: str) -> None:
        """An assertion is gone under `python -O`; a check is an `if` that raises."""
        assert [] == [named(node) for node in ast.walk(TREES[name]) if isinstance(node, ast.Assert)]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id="/".join(path.parts[-2:])) for path in (*MODULES.values(), *BESIDE)]
)
class TestFiles:
    """Every file of the package, the tests and the examples."""

    def test_a_file_has_no_more_lines_than_are_read_at_once(self, path: Path) -> None:
        """A longer one is two files."""
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= MOST_LINES

    def test_nothing_is_put_off(self, path: Path) -> None:
        """No word says that something is still to be done."""
        text = path.read_text(encoding="utf-8")
        assert [] == [found.group() for found in WORDS_OF_HASTE.finditer(text)]

    def test_a_line_is_excused_from_a_check_by_its_code_and_with_a_reason(self, path: Path) -> None:
        """A type check always, a lint in the package; and no line is excused from being covered."""
        with path.open("rb") as file:
            comments = [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
        forms = EXCUSED_IN_PACKAGE if path.is_relative_to(PACKAGE) else EXCUSED
        marked = [(comment, form) for comment in comments for mark, form in forms.items() if re.search(mark, comment)]
        assert [] == [comment for comment, form in marked if not re.fullmatch(form, comment)]


class TestDescriptions:
    """Annotations and docstrings."""

    @every_module()
    def test_everything_is_annotated(self, name: str) -> None:
        """Every parameter and result of every function and method, public or private."""
        functions = [node for node in ast.walk(TREES[name]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        missing = [f"{function.name}() result" for function in functions if function.returns is None]
        for function in functions:
            given = function.args
            every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
            bare = [one.arg for one in every if one is not None and one.annotation is None]
            missing += [f"{function.name}({one})" for one in bare if one not in {"self", "cls"}]
        assert [] == missing

    @every_module()
    def test_everything_public_is_described(self, name: str) -> None:
        """The docstring of every module, class, function, method and property begins with a sentence."""
        wrong = [
            getattr(node, "name", name)
            for node in public(TREES[name])
            if not (ast.get_docstring(node) or "").partition("\n")[0].endswith(".")
        ]
        assert [] == wrong


def public(node: Described) -> Iterator[Described]:
    """A module, class or function, and everything public that is defined directly in a module or class."""
    yield node
    for inner in () if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else node.body:
        if isinstance(inner, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith("_"):
            yield from public(inner)
