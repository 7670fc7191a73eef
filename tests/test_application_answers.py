"""The types of answers: which each place of an application takes, for every place and every kind of value."""

import enum
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pytest
from attrs import NOTHING, fields

from mastery_programme import (
    URN,
    Application,
    Award,
    Development,
    EstablishmentType,
    FrozenMapping,
    InvalidAnswer,
    InvalidURN,
    LeadTeacher,
    MasteryProgrammeError,
    Person,
    Phase,
    Post,
    Role,
    School,
    Signature,
    YearMonth,
)
from tests.oddities import HUGE, Hostile


class Kind(enum.StrEnum):
    """Texts of another vocabulary."""

    WORD = "word"


class Number(enum.IntEnum):
    """Whole numbers with names."""

    SIX = 6


class Words(str):
    """A text of a class of its own."""

    __slots__ = ()


class Day(date):
    """A day of a class of its own."""


class Medal(Award):
    """An award of a class of its own."""

    __slots__ = ()


POOL: dict[str, Any] = {
    "None": None,
    "text": "word",
    "empty text": "",
    "name of a phase": "secondary",
    "name of a type": "free school",
    "digits of a reference number": "123456",
    "text of a role": "nominator",
    "text of a class of its own": Words("word"),
    "text of another vocabulary": Kind.WORD,
    "text of numpy": np.str_("word"),
    "bytes": b"word",
    "yes": True,
    "no": False,
    "yes of numpy": np.True_,
    "no years": 0,
    "whole number": 6,
    "number of numpy": np.int64(6),
    "number of a vocabulary": Number.SIX,
    "number below 0": -1,
    "number too large": HUGE,
    "float": 6.0,
    "float that is no number": float("nan"),
    "Decimal": Decimal(6),
    "missing value of pandas": pd.NA,
    "missing moment of pandas": pd.NaT,
    "day": date(2019, 4, 1),
    "day of a class of its own": Day(2019, 4, 1),
    "month": YearMonth(2019, 4),
    "moment": datetime(2019, 4, 1, tzinfo=UTC),
    "moment without an offset": datetime(2019, 4, 1),  # noqa: DTZ001 - what is refused
    "moment of pandas": pd.Timestamp("2019-04-01", tz="UTC"),
    "reference number": URN("123456"),
    "phase": Phase.SECONDARY,
    "type": EstablishmentType.FREE_SCHOOL,
    "role": Role.NOMINATOR,
    "school": School("word", None),
    "person": Person("word"),
    "lead teacher": LeadTeacher("word"),
    "award": Award("word"),
    "awards": (Award("word"),),
    "list of awards": [Award("word")],
    "posts": (Post("word"),),
    "developments": (Development(2019, "word"),),
    "signatures": (Signature(Role.NOMINATOR, "word"),),
    "awards of a class of their own": (Medal("word"),),
    "awards and None": (Award("word"), None),
    "awards and a post": (Award("word"), Post("word")),
    "texts": ("word", "word"),
    "list of texts": ["word"],
    "letters": ("w", "o"),
    "no things": (),
    "no things in a list": [],
    "no texts by name": {},
    "texts by name": {"word": "word"},
    "texts by name that are frozen": FrozenMapping({"word": "word"}),
    "texts by name that only look frozen": MappingProxyType({"word": "word"}),
    "texts by number": {1: "word"},
    "numbers by name": {"word": 1},
    "None by name": {"word": None},
    "texts of numpy by name": {"word": np.str_("word")},
    "pairs": (("word", "word"),),
    "array": np.array([1, 2]),
    "array of texts": np.array(["word"]),
    "what breaks when it is shown": Hostile(),
    "class": date,
    "thing": object(),
}
"""One value of every kind that comes to mind, by name."""

TEXT = {"None", "text", "empty text", "name of a phase", "name of a type", "digits of a reference number"} | {
    "text of a role"
}
NUMBER = {"whole number", "number of numpy", "number of a vocabulary"}
DAY = {"None", "day"}
MONTH_OR_DAY = {*DAY, "month"}
YES_NO = {"None", "yes", "no"}
NO_THINGS = {"None", "no things", "no things in a list"}
TEXTS_BY_NAME = {
    *("no texts by name", "texts by name", "texts by name that are frozen", "texts by name that only look frozen"),
}

TAKEN: dict[type[Any], dict[str, set[str]]] = {
    School: {
        "name": TEXT,
        "urn": {"None", "reference number", "digits of a reference number"},
        "phase": {"None", "phase", "name of a phase"},
        "establishment_type": {"None", "type", "name of a type"},
    },
    Person: {"name": TEXT, "email": {"None", "empty text"}},
    Award: {"title": TEXT, "awarded_on": MONTH_OR_DAY, "kind": TEXT},
    Post: {
        "school": TEXT,
        "position": TEXT,
        "started_on": MONTH_OR_DAY,
        "ended_on": MONTH_OR_DAY,
        "subject": TEXT,
    },
    Development: {
        "year": TEXT | NUMBER,
        "activity": TEXT,
    },
    Signature: {"role": {"role", "text of a role"}, "name": TEXT, "signed_on": DAY},
    LeadTeacher: {
        "name": TEXT,
        "email": {"None", "empty text"},
        "ncetm_username": TEXT,
        "qts": YES_NO,
        "years_teaching": NUMBER | {"None", "no years"},
        "teaching_groups": TEXT,
        "current_role": TEXT,
        "awards": NO_THINGS | {"awards", "list of awards"},
        "teaching_history": NO_THINGS | {"posts"},
        "professional_development": NO_THINGS | {"developments"},
    },
    Application: {
        "programme": TEXT - {"None"},
        "school": {"None", "school"},
        "hub": TEXT,
        "lead_teacher": {"None", "lead teacher"},
        "head_of_department": {"None", "person"},
        "nominator": {"None", "person"},
        "lead_teacher_statement": TEXT,
        "nominator_statement": TEXT,
        "signatures": NO_THINGS | {"signatures"},
        "copied_to_head_teacher": YES_NO,
        "submitted_at": {"None", "moment", "moment of pandas"},
        "other_statements": TEXTS_BY_NAME,
    },
}
"""What of the pool each place takes; everything else is to be refused."""

NEEDED: dict[type[Any], dict[str, Any]] = {
    School: {"name": None, "urn": None},
    Award: {"title": None},
    Development: {"year": None, "activity": None},
    Signature: {"role": Role.NOMINATOR, "name": None},
    Application: {"programme": "secondary-2019"},
}
"""What has to be given, as far as anything has."""

EVERY_CLASS = pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.__name__) for kind in TAKEN])
EVERY_PLACE = pytest.mark.parametrize(
    ("kind", "name"),
    [pytest.param(kind, name, id=f"{kind.__name__}.{name}") for kind, names in TAKEN.items() for name in names],
)


def made(kind: type[Any], name: str, value: object) -> Any:
    """What one place holds when it was given a value."""
    return getattr(kind(**{**NEEDED.get(kind, {}), name: value}), name)


def refusal_of(kind: type[Any], name: str, value: object) -> MasteryProgrammeError | None:
    """The error with which a place refuses a value; None if it takes it."""
    try:
        made(kind, name, value)
    except (InvalidAnswer, InvalidURN) as error:
        return error
    return None


class TestTypes:
    """Which types an answer can be of."""

    @EVERY_CLASS
    def test_every_place_is_looked_at(self, kind: type[Any]) -> None:
        """The table has every field of the class, in its order."""
        assert list(TAKEN[kind]) == [field.name for field in fields(kind)]

    @EVERY_CLASS
    def test_what_has_to_be_given_has_to_be(self, kind: type[Any]) -> None:
        """Everything else is None if it is not given, but for texts by name, of which there are none."""
        defaults = {field.name: field.default for field in fields(kind)}
        others: dict[str, object] = {"other_statements": {}}

        assert {name: NOTHING if name in NEEDED.get(kind, {}) else others.get(name) for name in TAKEN[kind]} == defaults

    @EVERY_PLACE
    def test_a_place_takes_what_it_can_hold_and_nothing_else(self, kind: type[Any], name: str) -> None:
        """Of values of every kind; a bool is no number, a number is no bool, and a moment is no day."""
        assert TAKEN[kind][name] == {what for what, value in POOL.items() if refusal_of(kind, name, value) is None}

    @EVERY_PLACE
    def test_a_refusal_names_the_class_and_the_place(self, kind: type[Any], name: str) -> None:
        """In few words; what is no role, and a text that names nothing of the register, is refused as that."""
        told = {what: str(refusal_of(kind, name, POOL[what])) for what in POOL.keys() - TAKEN[kind][name]}
        of_register = kind is School and name != "name"
        as_that = {what for what in told if name == "role" or (of_register and isinstance(POOL[what], str))}
        named = {what for what in told if f"{kind.__name__}.{name} cannot be this: " in told[what]}

        assert told.keys() - as_that == named
        assert max(map(len, told.values())) < 300

    @EVERY_PLACE
    def test_none_stays_none_and_empty_stays_empty(self, kind: type[Any], name: str) -> None:
        """What nobody answered is not an empty text, not no, not 0 and not a list of nothing."""
        empty = {
            what: POOL[what]
            for what in ("None", "empty text", "no", "no years", "no things")
            if what in TAKEN[kind][name]
        }
        held = {what: made(kind, name, value) for what, value in empty.items()}

        assert {what: (value, type(value)) for what, value in empty.items()} == {
            what: (value, type(value)) for what, value in held.items()
        }
        assert len(held) == len(set(map(repr, held.values())))
