"""How large documents may be: each limit at its bound and one above."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Application, Flaw, FrozenMapping, Person
from mastery_programme.codec import InvalidDocument, Limits, from_dict, from_json
from tests.document_reading import json_problems, problems

WIDE = Limits(length=10**9, depth=100, width=10**9, values=10**9)


def nested(depth: int, *, lists: bool = False) -> Any:
    """A document of so many containers within each other."""
    document: Any = [] if lists else {}
    for _ in range(depth - 1):
        document = [document] if lists else {"name": document}
    return document


GATE = {"too-deep", "too-wide", "too-many"}


def gate(read: Callable[[], object]) -> bool:
    """Whether a document is within the limits, whatever else is wrong with it."""
    try:
        read()
    except InvalidDocument as error:
        return not {one.code for one in error.problems} & GATE
    return True


def said_of(read: Callable[[], object]) -> list[tuple[str, str, str]]:
    """Everything that is said of a document that is refused."""
    with pytest.raises(InvalidDocument) as refusal:
        read()
    return [(one.path, one.code, one.message) for one in refusal.value.problems]


class TestLength:
    """The characters of JSON text, the bytes where bytes are given, and the size of a dict."""

    @pytest.mark.parametrize("length", [262_144, 300, 20])
    def test_text_is_as_long_as_the_limit(self, length: int) -> None:
        """Spaces too."""
        limits = Limits(length=length)
        text = '{"name": "é"}'.ljust(length)
        assert Person("é") == from_json(text, Person, limits=limits)
        told = f"{length + 1:,} characters are more than {length:,}"
        assert [("", "too-long", told)] == said_of(lambda: from_json(f"{text} ", Person, limits=limits))

    @pytest.mark.parametrize("kind", [bytes, bytearray])
    @pytest.mark.parametrize("length", [262_144, 20])
    def test_bytes_are_counted_as_such(self, length: int, kind: type[bytes] | type[bytearray]) -> None:
        """Before they are decoded: a letter can have two."""
        limits = Limits(length=length)
        text = kind('{"name": "é"}'.encode().ljust(length))
        assert Person("é") == from_json(text, Person, limits=limits)
        told = f"{length + 1:,} bytes are more than {length:,}"
        assert [("", "too-long", told)] == said_of(lambda: from_json(text + b"\xff", Person, limits=limits))

    @pytest.mark.parametrize(
        ("document", "length"),
        [
            pytest.param({}, 1, id="nothing in it"),
            pytest.param({"name": None}, 1 + 4 + 1, id="a key and no value"),
            pytest.param({"name": "Ada"}, 1 + 4 + 4, id="a key and a text"),
            pytest.param({"name": "", "email": ""}, 1 + 5 + 6, id="two keys and empty texts"),
            pytest.param({"name": "é" * 500}, 1 + 4 + 501, id="a text of letters of two bytes"),
        ],
    )
    def test_of_a_dict_keys_and_texts_count_and_one_for_each_value(self, document: Any, length: int) -> None:
        """The same for each way to give it."""
        assert isinstance(from_dict(document, Person, limits=Limits(length=length)), Person)
        if length > 1:
            told = f"keys and texts have more than {length - 1:,} characters"
            limits = Limits(length=length - 1)
            assert [("", "too-long", told)] == said_of(lambda: from_dict(document, Person, limits=limits))

    def test_text_of_json_counts_before_it_is_parsed(self) -> None:
        """Were it no JSON, or too deep."""
        for text in ("[" * 301, "x" * 301, '"' + "[" * 300):
            assert [("", "too-long")] == json_problems(text, Person, Limits(length=300))


class TestDepth:
    """How deep objects and lists stand within each other."""

    @pytest.mark.parametrize("depth", [1, 2, 7, 32, 100])
    @pytest.mark.parametrize("lists", [False, True], ids=["objects", "lists"])
    def test_the_limit_is_reached_and_not_passed(self, depth: int, lists: bool) -> None:
        """By lists and objects, as a dict and as JSON text."""
        limits = Limits(depth=depth)
        at, above = nested(depth, lists=lists), nested(depth + 1, lists=lists)
        path = ("/0" if lists else "/name") * depth
        told = f"objects and lists are nested deeper than {depth}"
        assert within(at, limits)
        assert [(path, "too-deep", told)] == said_of(lambda: from_dict(above, Person, limits=limits))
        assert [("", "too-deep", told)] == said_of(lambda: from_json(json.dumps(above), Person, limits=limits))

    def test_usually_it_is_32(self) -> None:
        """Of which the largest of our documents needs less than half."""
        assert [("/name" * 32, "too-deep")] == problems(nested(33), Person)
        assert [("", "too-deep")] == json_problems(json.dumps(nested(33)), Person)
        assert [("/name", "type")] == problems(nested(32), Person)

    def test_beside_each_other_is_not_within_each_other(self) -> None:
        """However many there are."""
        document = {"name": [[], {}] * 100, "email": {"a": {}, "b": {}}}
        text = json.dumps(document)
        assert [("/name", "type"), ("/email", "type")] == problems(document, Person, Limits(depth=3))
        assert [("/name", "type"), ("/email", "type")] == json_problems(text, Person, Limits(depth=3))
        assert [("/email/b", "too-deep")] == problems(document, Person, Limits(depth=2))
        assert [("", "too-deep")] == json_problems(text, Person, Limits(depth=2))

    def test_what_stands_in_a_text_is_not_deep(self) -> None:
        """Brackets, quotes that are escaped, and escapes."""
        for said in (
            "[" * 500,
            "{" * 500,
            '"[{' * 50,
            '\\"[' * 50,
            "\\",
            '\\\\"[[[',
            "]]]}}}" * 50,
            "[[\n{{" * 9,
            "\u2028[" * 50,
        ):
            form = {"programme": "x", "lead_teacher_statement": said}
            for text in (json.dumps(form), json.dumps(form, ensure_ascii=False)):
                assert said == from_json(text, Application, limits=Limits(depth=1, width=2)).lead_teacher_statement


def within(document: object, limits: Limits) -> bool:
    """Whether a document is within the limits as a dict and as JSON text, whatever else is wrong with it."""
    text = json.dumps(document)
    return gate(lambda: from_dict(document, Person, limits=limits)) and gate(
        lambda: from_json(text, Person, limits=limits)
    )


def several(item: object, number: int, *, listed: bool) -> object:
    """So many of one thing, in a list or by name."""
    return [item] * number if listed else {f"k{place}": item for place in range(number)}


class TestWidth:
    """How many items a list or an object has."""

    @pytest.mark.parametrize("width", [1, 2, 1000])
    def test_the_limit_is_reached_and_not_passed(self, width: int) -> None:
        """By an object at the top, and by a list and an object within it."""
        limits = Limits(width=width)
        told = f"{width + 1:,} items are more than {width:,}"
        at, above = ({f"k{place}": 1 for place in range(number)} for number in (width, width + 1))
        for one, other, path in (
            (at, above, ""),
            ({"name": [1] * width}, {"name": [1] * (width + 1)}, "/name"),
            ({"name": [at]}, {"name": [above]}, "/name/0"),
        ):
            assert within(one, limits)
            assert [(path, "too-wide", told)] == said_of(partial(from_dict, other, Person, limits=limits))

    @pytest.mark.parametrize("width", [2, 50, 1000])
    def test_of_json_text_too(self, width: int) -> None:
        """By what is to be a list, and by what is to be a mapping."""
        limits = Limits(width=width)
        for key, item in (("signatures", {"role": "nominator", "name": None}), ("other_statements", "x")):
            at, above = (several(item, number, listed=key == "signatures") for number in (width, width + 1))
            form, wrong = ({"programme": "x", key: some} for some in (at, above))
            assert width == len(getattr(from_json(json.dumps(form), Application, limits=limits), key))
            said = [(f"/{key}", "too-wide", f"{width + 1:,} items are more than {width:,}")]
            assert said == said_of(partial(from_json, json.dumps(wrong), Application, limits=limits))
            assert said == said_of(partial(from_dict, wrong, Application, limits=limits))

    def test_what_stands_in_a_text_is_not_wide(self) -> None:
        """Commas."""
        said = "," * 5000
        form = {"programme": "x", "lead_teacher_statement": said}
        assert said == from_json(json.dumps(form), Application, limits=Limits(width=2)).lead_teacher_statement


class TestValues:
    """How many values there are in all."""

    @pytest.mark.parametrize("values", [2, 3, 50, 10_000])
    def test_the_limit_is_reached_and_not_passed(self, values: int) -> None:
        """The object itself counts, each list, and each of their items."""
        limits = Limits(values=values, width=10_000)
        told = f"there are more than {values:,} values"
        document: Any = {f"k{number}": None for number in range(values - 1)}
        assert within(document, limits)
        document["another"] = None
        assert [("", "too-many", told)] == said_of(lambda: from_dict(document, Person, limits=limits))
        assert [("", "too-many", told)] == said_of(lambda: from_json(json.dumps(document), Person, limits=limits))

    def test_values_of_lists_and_objects_count_together(self) -> None:
        """An object of one list of ten lists of ten numbers each: 112 values."""
        document = {"name": [[0] * 10] * 10}
        assert within(document, Limits(values=112))
        for limits in (Limits(values=111), Limits(values=12), Limits(values=1)):
            assert [("", "too-many")] == problems(document, Person, limits)
            assert [("", "too-many")] == json_problems(json.dumps(document), Person, limits)

    def test_what_stands_in_a_text_is_no_value(self) -> None:
        """Commas and brackets."""
        said = "[,{" * 5000
        form = {"programme": "x", "lead_teacher_statement": said}
        assert said == from_json(json.dumps(form), Application, limits=Limits(values=3)).lead_teacher_statement

    def test_numbers_in_a_row_count_though_they_are_told_by_two(self) -> None:
        """All that a document tells together."""
        for last, taken in ((50, True), (51, False)):
            rows = [{"from": 1, "to": 20}, {"from": 21, "to": last}]
            flaw = {"kind": "gap", "facts": {"n": rows}, "rules": []}
            assert taken is gate(partial(from_dict, flaw, Flaw, limits=Limits(values=50)))
            assert gate(partial(from_dict, flaw, Flaw, limits=Limits(values=51)))

    def test_a_caller_can_allow_more(self) -> None:
        """A mapping of twenty thousand facts, and a statement of a million characters."""
        facts = {f"fact-{number}": True for number in range(20_000)}
        assert [("", "too-wide")] == problems(facts, FrozenMapping)
        assert facts == from_dict(facts, FrozenMapping, limits=WIDE)
        assert facts == from_json(json.dumps(facts), FrozenMapping, limits=WIDE)
        form = {"programme": "x", "lead_teacher_statement": "x" * 10**6}
        assert Application("x", lead_teacher_statement="x" * 10**6) == from_json(
            json.dumps(form), Application, limits=WIDE
        )


TREES = st.recursive(
    st.none() | st.text(st.sampled_from('[]{},"\\ é\n'), max_size=5),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.text(st.sampled_from('[]{},"\\'), max_size=3), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
SMALL = st.builds(Limits, depth=st.integers(1, 6), width=st.integers(1, 6), values=st.integers(1, 20))


@given(TREES, SMALL, st.sampled_from([None, 1]), st.booleans())
def test_a_dict_and_its_json_text_are_within_the_same_limits(
    document: object, limits: Limits, indent: int | None, ascii_only: bool
) -> None:
    """Whatever they hold, where no list or object is empty, and however the text is laid out."""
    inner = {"x": document}
    text = json.dumps(inner, indent=indent, ensure_ascii=ascii_only)
    read: Any = FrozenMapping
    of_dict = gate(partial(from_dict, inner, read, limits=limits))
    assert of_dict is gate(partial(from_json, text, read, limits=limits))
