"""The page on documents says of the codes what the library says."""

import re
from pathlib import Path

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
