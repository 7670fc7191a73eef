"""Citations within the document of an edition: in short, since the words of each clause stand among the documents."""

from collections.abc import Mapping
from typing import Any

Clauses = Mapping[tuple[str, str], dict[str, Any]]
"""Clauses as they stand among the documents of an edition, by document and id."""


def in_short(edition: Mapping[str, Any]) -> dict[str, Any]:
    """The document of an edition, as it was written, with every citation of one of its clauses in short."""
    every = [clause for document in edition["documents"] for clause in document["clauses"]]
    clauses = {(clause["document"], clause["clause"]): clause for clause in every}
    return {key: value if key == "documents" else _shortened(value, clauses) for key, value in edition.items()}


def _shortened(value: Any, clauses: Clauses) -> Any:  # noqa: ANN401 - a part of a document
    """A part of a document with its citations in short."""
    if isinstance(value, list):
        return [_shortened(item, clauses) for item in value]
    if not isinstance(value, dict):
        return value
    if "clause" in value and value == clauses.get((value["document"], value["clause"])):
        return {key: value[key] for key in ("document", "clause")}
    return {key: _shortened(item, clauses) for key, item in value.items()}
