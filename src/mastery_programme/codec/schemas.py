"""JSON Schemas, made of the same kinds by which documents are read."""

from typing import Any, Final

from mastery_programme.assessments import Assessment
from mastery_programme.codec.catalogue import OUT_ONLY, known_kind
from mastery_programme.codec.leaves import Schema
from mastery_programme.codec.objects import Object
from mastery_programme.codec.reports import FORMAT

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(cls: type[Any]) -> Schema:
    """The JSON Schema (draft 2020-12) of the documents of a class.

    Every document that is read validates. What a schema cannot say, such as that a post ends after it began, is
    checked by reading alone.

    Args:
        cls: any public class; of `Assessment`, which only goes out, the schema of what goes out.

    Returns:
        A schema that is the caller's own.

    Raises:
        InvalidArgument: if it is no such class.

    >>> from mastery_programme import Award
    >>> json_schema(Award)["required"]
    ['title']
    """
    kind = OUT_ONLY if cls is Assessment else known_kind(cls)
    shared: dict[str, Schema] = {}
    if isinstance(kind, Object):
        own = kind.own_schema(shared)
        schema = {**own, "properties": {"format": {"const": FORMAT}, **own["properties"]}}
    else:
        schema = kind.schema(shared)
    head = {"$schema": DIALECT, "$id": f"urn:mastery-programme:format-{FORMAT}:{cls.__name__}"}
    return {**head, **schema, "title": cls.__name__, **({"$defs": shared} if shared else {})}
