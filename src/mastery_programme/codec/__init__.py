"""Documents in and out: dicts, JSON text, rows of tables, JSON Schemas, and hooks for a host's own converter."""

from mastery_programme.codec.documents import from_dict, from_json, to_dict, to_json
from mastery_programme.codec.hosts import register
from mastery_programme.codec.limits import Limits
from mastery_programme.codec.reports import CODES
from mastery_programme.codec.rows import from_rows, to_rows
from mastery_programme.codec.schemas import json_schema
from mastery_programme.problems import InvalidDocument, Problem, UnreadRow

__all__ = [
    "CODES",
    "InvalidDocument",
    "Limits",
    "Problem",
    "UnreadRow",
    "from_dict",
    "from_json",
    "from_rows",
    "json_schema",
    "register",
    "to_dict",
    "to_json",
    "to_rows",
]
