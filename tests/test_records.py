"""What holds for every public class: a value never changes, is equal to its copies, and is code for itself."""

import datetime
from collections.abc import Hashable, Iterator
from copy import copy, deepcopy
from decimal import Decimal
from enum import StrEnum
from inspect import isclass
from pickle import HIGHEST_PROTOCOL, dumps, loads
from types import NoneType
from typing import Any

import pytest
from attrs import evolve, fields, has

import mastery_programme
from mastery_programme import (
    Assessment,
    Case,
    FrozenMapping,
    MasteryProgrammeError,
    Outlook,
    Participation,
    Profile,
    Programme,
    Ruleset,
    allocate,
    assess_facts,
    audit,
    changes,
    decide,
    fund,
)
from mastery_programme.balances import Balance
from tests.samples import CASE, PROGRAMME, TALK, samples

SAMPLES: dict[type[Any], Any] = samples()
TERMS = {cls: value for cls, value in SAMPLES.items() if issubclass(cls, StrEnum)}
RECORDS = {cls: value for cls, value in SAMPLES.items() if cls not in TERMS and cls is not FrozenMapping}
NAMES = {name: getattr(mastery_programme, name) for name in mastery_programme.__all__} | {"datetime": datetime}

SHORT = {Programme, Case, Participation, Profile}
"""Whose repr is no code: a whole edition would be too much to show, and the others hold one."""

OUTLOOK = assess_facts(PROGRAMME, {}).outlook
Remembering = Ruleset | Programme | Outlook

LEAVES = (str, int, bool, Decimal, datetime.date, datetime.datetime, NoneType, *TERMS)
"""The plain types of which all values are made, by way of records, tuples and FrozenMappings."""


def each(classes: dict[type[Any], Any]) -> pytest.MarkDecorator:
    """A test once for each class, with a value of it."""
    return pytest.mark.parametrize("value", [pytest.param(value, id=cls.__name__) for cls, value in classes.items()])


def within(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Everything in a value that is neither record, tuple nor FrozenMapping, and where it is."""
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from within(item, f"{path}[{place}]")
    elif isinstance(value, FrozenMapping):
        for key, item in value.items():
            yield from within(key, f"{path} key {key!r}")
            yield from within(item, f"{path}[{key!r}]")
    elif has(type(value)):
        record: type[Any] = type(value)
        for field in fields(record):
            if field.name != "memo":
                yield from within(getattr(value, field.name), f"{path}.{field.name}")
    else:
        yield path, value


class TestSamples:
    """The values on which all this is shown."""

    def test_there_is_a_sample_of_every_public_class(self) -> None:
        """A class that is made public needs a sample."""
        classes = {value for value in NAMES.values() if isclass(value) and not issubclass(value, MasteryProgrammeError)}
        assert classes == SAMPLES.keys()


class TestRecords:
    """Every public class but the errors, the vocabularies and FrozenMapping."""

    @each(RECORDS)
    def test_it_is_a_record_of_attrs_with_slots(self, value: Any) -> None:
        """There is no dict in which something could be put."""
        assert has(type(value))
        assert not hasattr(value, "__dict__")

    @each(RECORDS)
    def test_nothing_of_it_can_be_set_or_deleted(self, value: Any) -> None:
        """Neither its fields nor anything new."""
        record: type[Any] = type(value)
        for name in (*(field.name for field in fields(record)), "anything"):
            with pytest.raises(AttributeError):
                setattr(value, name, None)
            with pytest.raises(AttributeError):
                delattr(value, name)

    @each(RECORDS)
    def test_nothing_in_it_can_change(self, value: Any) -> None:
        """It is made of plain values, records, tuples and FrozenMappings, however deep one looks."""
        assert {} == {path: inner for path, inner in within(value, "it") if type(inner) not in LEAVES}


class TestEveryValue:
    """Every public class but the errors."""

    @each(SAMPLES)
    def test_it_is_hashable(self, value: Any) -> None:
        """It can stand in a set, or be the key of a dict."""
        assert isinstance(value, Hashable)
        assert {value: 1}[value] == 1

    @each(SAMPLES)
    @pytest.mark.parametrize("protocol", range(2, HIGHEST_PROTOCOL + 1))
    def test_it_can_be_pickled(self, value: Any, protocol: int) -> None:
        """What comes back is equal, has the same hash, and the same repr."""
        again = loads(dumps(value, protocol))
        assert (value, hash(value), repr(value), type(value)) == (again, hash(again), repr(again), type(again))

    @each(SAMPLES)
    def test_it_can_be_copied(self, value: Any) -> None:
        """A copy, shallow or deep, is equal to it."""
        assert (value, value) == (copy(value), deepcopy(value))

    @each({cls: value for cls, value in SAMPLES.items() if cls not in SHORT})
    def test_its_repr_is_code_for_it(self, value: Any) -> None:
        """With the public names, and datetime, at hand."""
        again = eval(repr(value), dict(NAMES))
        assert (value, hash(value), repr(value), type(value)) == (again, hash(again), repr(again), type(again))

    @each(SAMPLES)
    def test_it_is_no_other_kind_of_value(self, value: Any) -> None:
        """It equals no value of another class."""
        assert [] == [other for cls, other in SAMPLES.items() if cls is not type(value) and other == value]

    def test_the_repr_of_a_programme_is_short(self) -> None:
        """A whole edition is too much to show."""
        said = "<Programme 'secondary-2019': Secondary Mastery Specialist Programme, Cohort 4 (2019/20 to 2021/22)>"
        assert said == repr(PROGRAMME)

    def test_the_repr_of_a_case_is_code_but_for_its_programme(self) -> None:
        """With the programme put in its place it evaluates to the case."""
        code = repr(CASE).replace(repr(PROGRAMME), "SECONDARY_COHORT_4")
        assert (CASE, repr(CASE)) == (eval(code, dict(NAMES)), repr(eval(code, dict(NAMES))))


class TestTerms:
    """Every public vocabulary."""

    @each(TERMS)
    def test_every_term_is_text_and_code_for_itself(self, value: Any) -> None:
        """It is equal to its text, and its repr evaluates to the term itself."""
        cls: type[StrEnum] = type(value)
        for term in cls:
            assert (term.value, term.value) == (term, str(term))
            assert eval(repr(term), dict(NAMES)) is term
            assert loads(dumps(term)) is term


class TestFrozenMapping:
    """The mapping that values hold."""

    def test_nothing_of_it_can_be_set_or_deleted(self) -> None:
        """Neither what it holds, by any name, nor anything new."""
        mapping: Any = FrozenMapping({"qts": True})
        for name in ("_items", "qts", "anything"):
            with pytest.raises(AttributeError):
                setattr(mapping, name, {})
            with pytest.raises(AttributeError):
                delattr(mapping, name)
        with pytest.raises(TypeError):
            mapping["qts"] = False
        assert not hasattr(mapping, "__dict__")
        assert {"qts": True} == mapping

    def test_it_is_independent_of_what_it_was_made_of(self) -> None:
        """The dict that it was made of may change."""
        given = {"qts": True}
        mapping = FrozenMapping(given)
        given["qts"] = False
        assert mapping == {"qts": True}


class TestMemo:
    """What rulesets and programmes remember is no part of them."""

    @pytest.mark.parametrize(
        "value",
        [
            pytest.param(TALK, id="a ruleset remembers its table and its rulings"),
            pytest.param(PROGRAMME, id="a programme remembers its allocations and statements"),
            pytest.param(OUTLOOK, id="an outlook remembers the findings made of it"),
        ],
    )
    def test_a_value_that_has_been_asked_is_the_same_as_one_that_has_not(self, value: Remembering) -> None:
        """They are equal, and have one hash, one repr and one pickle."""
        fresh = deepcopy(value)
        before = (hash(fresh), repr(fresh), dumps(fresh))
        if isinstance(fresh, Ruleset):
            asked = [decide(fresh, {}), audit(fresh), changes(fresh, {}, "yes")]
        elif isinstance(fresh, Programme):
            asked = [allocate(fresh), fund(fresh), (fresh.facts, assess_facts(fresh, {}).findings)]
        else:
            assessment = Assessment(fresh, FrozenMapping())
            asked = [assessment.findings, assessment.desirable, assessment.still_open]
        assert before == (hash(fresh), repr(fresh), dumps(fresh))
        assert fresh == value
        assert len(asked) == 3

    @pytest.mark.parametrize(
        ("value", "key"),
        [
            pytest.param(TALK, "table", id="a ruleset"),
            pytest.param(PROGRAMME, "routes", id="a programme"),
            pytest.param(PROGRAMME, "outlooks", id="a programme that was asked who may apply"),
            pytest.param(OUTLOOK, (), id="an outlook"),
        ],
    )
    def test_what_is_remembered_is_neither_pickled_nor_copied(self, value: Remembering, key: object) -> None:
        """A copy begins with nothing in mind."""
        decide(TALK, {})
        allocate(PROGRAMME)
        assert assess_facts(PROGRAMME, {}).findings
        assert value.memo.get(key) is not None
        assert [None, None] == [again.memo.get(key) for again in (loads(dumps(value)), deepcopy(value))]

    def test_the_only_fields_that_are_left_out_are_memos_and_what_follows(self) -> None:
        """Of all others equality takes account, and hash but for a programme's; sums follow from the lines."""
        left_out = {(cls.__name__, field.name) for cls in RECORDS for field in fields(cls) if not field.eq}
        memos = {(name, "memo") for name in ("Ruleset", "Programme", "Outlook")}
        sums = {(name, field.name) for name in ("NetYear", "NetPosition") for field in fields(Balance)}
        totals = {(name, "total") for name in ("FundingStatement", "Forecast", "Budget")}
        states = {(name, "state") for name in ("Participation", "Profile")}
        assert {*memos, *sums, *totals, *states} == left_out

    def test_a_total_follows_from_the_lines(self) -> None:
        """So it is one and the same in equal statements, and another one with other lines."""
        statement = fund(PROGRAMME)
        fewer = evolve(statement, lines=statement.lines[:1])
        assert (statement.lines[0].amount, statement.total) == (fewer.total.known, fund(PROGRAMME).total)
        assert fewer.total != statement.total
