"""Documents read where the calls of the program leave little room for more."""

import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from mastery_programme import Application, InvalidDocument
from mastery_programme.codec import Limits, from_dict, from_json

LIMITS = Limits(depth=100)


def deep(levels: int) -> dict[str, Any]:
    """A document of so many objects within each other, in which nothing is right."""
    inner = deep(levels - 1) if levels else {}
    return {"programme": "x", "lead_teacher": inner, "school": [[[7]]]}


def codes(way: Callable[..., Any], given: object, calls: int) -> set[str]:
    """The codes for which a document is refused, so many calls deep in the program."""
    if calls:
        return codes(way, given, calls - 1)
    try:
        way(given, Application, limits=LIMITS)
    except InvalidDocument as error:
        return {problem.code for problem in error.problems}
    return set()


class TestRecursion:
    """Calls of the program that leave little room for more."""

    @pytest.mark.parametrize("way", [from_json, from_dict], ids=["text", "a dict"])
    def test_a_document_that_there_is_no_room_to_read_is_too_deep(self, way: Callable[..., Any]) -> None:
        """However near to Python's own limit a caller is, a refusal comes of it as long as there is room for one."""
        given = json.dumps(deep(90)) if way is from_json else deep(90)
        came: list[set[str]] = []
        for calls in range(sys.getrecursionlimit()):
            try:
                came.append(codes(way, given, calls))
            except RecursionError:  # there was no room to begin, or to refuse
                break
        assert {"unknown-key", "type"} == came[0]
        assert {"too-deep"} == came[-1]
