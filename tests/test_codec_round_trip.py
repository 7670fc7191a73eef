"""Every public value goes out as a document and comes back the same, and what no document can hold does not go out."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from enum import Enum
from inspect import isclass
from typing import Any, get_args

import pytest
from attrs import NOTHING, fields, has
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mastery_programme
from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Assessment,
    Budget,
    Case,
    Days,
    Forecast,
    FrozenMapping,
    FundingStatement,
    MasteryProgrammeError,
    Money,
    Programme,
    YesNo,
)
from mastery_programme.codec import Limits, UnreadRow, from_dict, from_json, to_dict, to_json
from mastery_programme.tenures import Happening
from tests.codec_strategies import STRATEGIES
from tests.samples import samples

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=10, suppress_health_check=_SLOW)
"""The same examples each time, however long each takes."""

SAMPLES = samples()
BACK = {cls: strategy for cls, strategy in STRATEGIES.items() if cls is not Assessment}
"""What comes back."""

RECORDS = {cls for cls, value in SAMPLES.items() if isinstance(to_dict(value), dict)} - {FrozenMapping}
"""What is told as an object, under the version of the format."""

EVENT_CLASSES = {event.__name__ for event in get_args(Happening)}
FACT_CLASSES = {"YesNo": "yes-no", "Choice": "choice", "Count": "count"}


def each_class(classes: Any = BACK) -> pytest.MarkDecorator:
    """A test once for each class."""
    return pytest.mark.parametrize(
        "cls", [pytest.param(cls, id=cls.__name__) for cls in sorted(classes, key=lambda cls: cls.__name__)]
    )


def for_values(cls: type[Any], check: Callable[[Any], None], strategy: Any = None) -> None:
    """Hold a check against values of a class."""

    @STEADY
    @given(value=STRATEGIES[cls] if strategy is None else strategy)
    def checked(value: Any) -> None:
        check(value)

    checked()


def within(document: Any) -> Iterator[Any]:
    """A document and everything in it."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, dict):
            waiting.extend(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def emptied(document: Any) -> None:
    """Empty a document and all lists and objects in it."""
    for value in list(within(document)):
        if isinstance(value, dict | list):
            value.clear()


def told_keys(value: Any) -> list[str]:
    """The keys that a record is told by: its attributes in their order, without those that have their defaults."""
    cls: type[Any] = type(value)
    tags = {**FACT_CLASSES, **dict.fromkeys(EVENT_CLASSES)}
    before = ["format", *(["kind"] if cls.__name__ in tags else [])]
    after = ["total"] if cls in {FundingStatement, Forecast, Budget} else []
    names = [one.name for one in fields(cls) if one.init]
    if cls.__name__ == "Is":
        told = {"one_of": value.values or None, "at_least": value.low, "at_most": value.high}
        return [*before, *(name for name, part in told.items() if part is not None)]
    defaults = {one.name: one.default for one in fields(cls)}
    kept = [name for name in names if defaults[name] is NOTHING or getattr(value, name) != defaults[name]]
    return [*before, *kept, *after]


class TestStrategies:
    """The values on which all this is shown."""

    def test_there_are_values_of_every_public_class(self) -> None:
        """But of the errors; a class that is made public needs a strategy."""
        public = {getattr(mastery_programme, name) for name in mastery_programme.__all__}
        classes = {one for one in public if isclass(one) and not issubclass(one, MasteryProgrammeError)}
        assert classes | {UnreadRow} == STRATEGIES.keys() - {Limits}

    def test_values_are_of_their_class(self) -> None:
        """No strategy makes values of another."""
        for cls in STRATEGIES:
            kinds: set[type] = set()
            for_values(cls, lambda value, kinds=kinds: kinds.add(type(value)))  # type: ignore[misc]  # of a default
            assert {cls} == kinds


class TestThereAndBack:
    """A value, its document, and the value that is read of that."""

    @each_class()
    def test_the_same_comes_back(self, cls: type[Any]) -> None:
        """Equal, of the same class, with the same hash and the same words, also by way of JSON text."""

        def check(value: Any) -> None:
            document = to_dict(value)
            again, by_text = from_dict(document, cls), from_json(to_json(value), cls)
            assert (value, cls, hash(value), str(value)) == (again, type(again), hash(again), str(again))
            assert (value, cls, hash(value), str(value)) == (by_text, type(by_text), hash(by_text), str(by_text))
            assert repr(value) == repr(again)

        for_values(cls, check)

    @each_class()
    def test_the_same_document_goes_out_again(self, cls: type[Any]) -> None:
        """To the letter, in the same order; as text it is that document too."""

        def check(value: Any) -> None:
            document = to_dict(value)
            again = to_dict(from_dict(document, cls))
            assert json.dumps(document) == json.dumps(again) == json.dumps(json.loads(to_json(value)))

        for_values(cls, check)

    @each_class(SAMPLES.keys() - {Assessment})
    def test_samples_come_back(self, cls: type[Any]) -> None:
        """Also those that are too large to be made at random, such as the whole of Cohort 4."""
        value = SAMPLES[cls]
        again = from_json(to_json(value), cls)
        assert (value, cls, hash(value), str(value)) == (again, type(again), hash(again), str(again))

    @pytest.mark.parametrize(
        "term",
        [
            pytest.param(term, id=f"{cls.__name__}.{term.name}")
            for cls in SAMPLES
            if issubclass(cls, Enum)
            for term in cls
        ],
    )
    def test_every_term_of_every_vocabulary_comes_back(self, term: Any) -> None:
        """As itself, not as its text; it goes out as just that text."""
        document = to_dict(term)
        assert (str, str(term)) == (type(document), document)
        assert from_dict(document, type(term)) is term


class TestDocuments:
    """What every document is."""

    @each_class(STRATEGIES)
    def test_a_document_is_the_callers_own(self, cls: type[Any]) -> None:
        """Whatever the caller does with it changes no value, and no document that is asked for later."""

        def check(value: Any) -> None:
            document = to_dict(value)
            kept = deepcopy(document)
            emptied(document)
            assert kept == to_dict(value)

        for_values(cls, check)

    @each_class()
    def test_reading_leaves_a_document_as_it_is(self, cls: type[Any]) -> None:
        """Also the order of its keys; and what becomes of it later does not change the value that was read."""

        def check(value: Any) -> None:
            document = to_dict(value)
            before = json.dumps(document)
            again = from_dict(document, cls)
            assert before == json.dumps(document)
            emptied(document)
            assert value == again

        for_values(cls, check)

    @each_class(STRATEGIES)
    def test_a_document_is_plain_json(self, cls: type[Any]) -> None:
        """Of dicts, lists, text, whole numbers, true, false and null alone: no float, no subclass of these."""

        def check(value: Any) -> None:
            types = {type(part) for part in within(to_dict(value))}
            assert types <= {dict, list, str, int, bool, type(None)}

        for_values(cls, check)

    @each_class(RECORDS - {Assessment})
    def test_a_record_is_told_in_its_order_without_its_defaults(self, cls: type[Any]) -> None:
        """The version of the format first, then the attributes of the class."""

        def check(value: Any) -> None:
            document = to_dict(value)
            assert (1, told_keys(value)) == (document["format"], list(document))

        for_values(cls, check)

    def test_values_that_are_one_text_are_told_as_that(self) -> None:
        """All classes but the records and mappings; they have no version."""
        others = {cls: to_dict(value) for cls, value in SAMPLES.items() if cls not in RECORDS | {FrozenMapping}}
        assert {str} == {type(document) for document in others.values()}
        assert set() == {cls for cls in RECORDS if not has(cls)}

    @each_class(RECORDS - {Assessment})
    def test_the_version_can_be_left_out(self, cls: type[Any]) -> None:
        """A document without one is of this version."""
        document = {key: part for key, part in to_dict(SAMPLES[cls]).items() if key != "format"}
        assert SAMPLES[cls] == from_dict(document, cls)


class TestMappings:
    """A mapping by itself."""

    def test_it_is_told_as_an_object_without_a_version(self) -> None:
        """Since every key of it is the caller's, "format" too."""
        mapping = FrozenMapping({"format": 1, "qts": True, "fact": YesNo("Is it so?")})
        document = {"format": 1, "qts": True, "fact": {"kind": "yes-no", "ask": "Is it so?"}}
        assert document == to_dict(mapping)
        assert mapping == from_dict(document, FrozenMapping)

    @STEADY
    @given(st.dictionaries(st.text("ab"), st.integers(0, 1) | st.booleans()))
    def test_true_and_one_stay_apart(self, items: dict[str, int]) -> None:
        """They are equal to Python, and not to a rule."""
        again = from_dict(to_dict(FrozenMapping(items)), FrozenMapping)
        assert [(key, type(value), value) for key, value in items.items()] == [
            (key, type(value), value) for key, value in again.items()
        ]


class TestClasses:
    """What is asked for."""

    @pytest.mark.parametrize(
        ("value", "cls"),
        [
            pytest.param(Days(1), Money, id="days for money"),
            pytest.param(AcademicYear(2019), Programme, id="a year for an edition"),
            pytest.param(SECONDARY_COHORT_4, Case, id="an edition for a case"),
        ],
    )
    def test_a_document_of_another_class_is_refused_or_read_as_what_is_asked_for(self, value: Any, cls: Any) -> None:
        """A document does not say its class: the caller does."""
        document = to_dict(value)
        if cls is Money:
            assert Money(1) == from_dict(document, cls)
        else:
            with pytest.raises(mastery_programme.InvalidDocument):
                from_dict(document, cls)
