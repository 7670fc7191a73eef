"""How tests read documents that are refused, and what they look at."""

from typing import Any

import pytest

from mastery_programme.codec import InvalidDocument, Limits, from_dict, from_json

USUAL = Limits()


def refused(document: object, cls: type[Any], limits: Limits = USUAL) -> InvalidDocument:
    """The error for a document of plain values that is refused."""
    with pytest.raises(InvalidDocument) as refusal:
        from_dict(document, cls, limits=limits)
    return refusal.value


def refused_json(text: Any, cls: type[Any], limits: Limits = USUAL) -> InvalidDocument:
    """The error for JSON text that is refused."""
    with pytest.raises(InvalidDocument) as refusal:
        from_json(text, cls, limits=limits)
    return refusal.value


def found(error: InvalidDocument) -> list[tuple[str, str]]:
    """Where something is wrong, and the code of it, for each problem."""
    return [(problem.path, problem.code) for problem in error.problems]


def problems(document: object, cls: type[Any], limits: Limits = USUAL) -> list[tuple[str, str]]:
    """Where something is wrong with a document of plain values, and the codes."""
    return found(refused(document, cls, limits))


def json_problems(text: Any, cls: type[Any], limits: Limits = USUAL) -> list[tuple[str, str]]:
    """Where something is wrong with JSON text, and the codes."""
    return found(refused_json(text, cls, limits))


def message(document: object, cls: type[Any]) -> str:
    """What is said of the only problem of a document."""
    (problem,) = refused(document, cls).problems
    return problem.message
