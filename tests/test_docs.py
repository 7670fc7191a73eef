"""Every example that people can read is run: in the README, the changelog, the docs, the contract and docstrings."""

import doctest
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest
from sybil import Document, Example
from sybil.parsers.markdown import PythonCodeBlockParser

import mastery_programme

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [
    page
    for pattern in ("README.md", "CHANGELOG.md", "docs/**/*.md", "tests/contract/*.md")
    for page in sorted(ROOT.glob(pattern))
    if "_build" not in page.parts
]
MODULES = [
    import_module(found.name) for found in walk_packages(mastery_programme.__path__, f"{mastery_programme.__name__}.")
]
EXACTLY = doctest.register_optionflag("KEEP_TRAILING_WHITESPACE")
"""Sybil 10 forgives spaces at the end of a line unless told not to, and Sybil 9 does not."""


def examples(page: Path) -> list[Example]:
    """The examples of a page, in order, all in one namespace."""
    parser = PythonCodeBlockParser(doctest_optionflags=EXACTLY)
    return list(Document.parse(str(page), parser).examples())


def prompts(text: str) -> int:
    """How many statements of a text stand behind a prompt, within a block of any kind or outside."""
    return len(re.findall(r"^\s*>>>(?! *(#|$))", text, re.MULTILINE))


def docstring_examples(module: ModuleType) -> list[doctest.DocTest]:
    """The docstrings of a module that have examples."""
    return [test for test in doctest.DocTestFinder().find(module) if test.examples]


def told(module: ModuleType) -> str:
    """The text of a module."""
    return Path(str(module.__file__)).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in PAGES])
class TestPages:
    """The examples of each page, one after the other."""

    def test_each_example_gives_what_the_page_says(self, page: Path) -> None:
        """To the letter; a later example may use what an earlier one has made."""
        for example in examples(page):
            example.evaluate()

    def test_no_example_is_passed_over(self, page: Path) -> None:
        """All stand in blocks that are marked as python, and so are found."""
        text = page.read_text(encoding="utf-8")
        sessions = [example for example in examples(page) if isinstance(example.parsed, doctest.Example)]
        languages = set(re.findall(r"^\s*(?:```|~~~)[ {]*([Pp]y\w*|i[Pp]y\w*|doctest)", text, re.MULTILINE))
        assert prompts(text) == len(sessions)
        assert set() == languages - {"python"}


class TestReadme:
    """The page that everybody reads."""

    def test_it_has_an_example(self) -> None:
        """Whoever reads it sees the library at work."""
        assert [] != examples(README)


class TestDocstrings:
    """The examples in docstrings."""

    @pytest.mark.parametrize(
        "module",
        [pytest.param(module, id=module.__name__) for module in MODULES if prompts(told(module))],
    )
    def test_each_example_gives_what_the_docstring_says(self, module: ModuleType) -> None:
        """To the letter, and none of them is passed over."""
        failures: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        found = docstring_examples(module)
        for test in found:
            runner.run(test, out=failures.append)
        assert [] == failures
        assert prompts(told(module)) == sum(len(test.examples) for test in found)
