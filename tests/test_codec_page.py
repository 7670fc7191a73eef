"""The page on documents says of the codes what the library says."""

import builtins
import re
from dis import get_instructions
from pathlib import Path
from types import CodeType

import pytest

from mastery_programme.codec import CODES, Limits

PAGE = (Path(__file__).parent.parent / "docs" / "documents.md").read_text(encoding="utf-8")


class TestPage:
    """Tables that stand on the page and in the code."""

    def test_its_codes_are_those_of_the_library(self) -> None:
        """Each with the same words, in the same order."""
        told = re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", PAGE.partition("## Codes")[2], re.MULTILINE)
        assert list(CODES.items()) == told

    def test_the_codes_cannot_be_changed(self) -> None:
        """They are everybody's."""
        with pytest.raises(TypeError):
            CODES["json"] = "another"  # type: ignore[index]  # the point of the test

    def test_its_limits_are_those_of_the_library(self) -> None:
        """By default."""
        told = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", PAGE, re.MULTILINE))
        assert {name: f"{getattr(Limits(), name):,}" for name in ("length", "depth", "width", "values")} == told


class TestRecipes:
    """How to embed the library, as somebody would copy it."""

    @pytest.mark.parametrize("framework", ["FastAPI", "Django"])
    def test_a_recipe_stands_by_itself(self, framework: str) -> None:
        """Everything that it uses is imported in it."""
        section = PAGE.partition(f"## With {framework}\n")[2].partition("\n## ")[0]
        (recipe,) = [block for block in re.findall(r"```python\n(.*?)```", section, re.DOTALL) if ">>>" not in block]
        codes = [compile(recipe, framework, "exec")]
        for code in codes:  # it grows
            codes += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
        steps = [step for code in codes for step in get_instructions(code)]
        made = {step.argval for step in steps if step.opname == "STORE_NAME"}
        used = {step.argval for step in steps if step.opname in {"LOAD_NAME", "LOAD_GLOBAL"}}
        assert set() == used - made - set(dir(builtins))
        assert {"Application", "from_json", "to_dict"} <= used
