"""What tells apart the values that can stand in one place, and what stands in a document twice; documents as text."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mastery_programme import (
    Application,
    Case,
    Difference,
    Evidence,
    Flaw,
    FrozenMapping,
    InvalidDocument,
    Is,
    Judgement,
    Person,
    Ruleset,
    YesNo,
)
from mastery_programme.codec import Limits, from_dict, from_json, to_dict, to_json
from tests.samples import TALK, samples

SAMPLES = samples()
TOLD: dict[str, Any] = to_dict(TALK)
UNTOLD: dict[str, Any] = {
    "subject": "a",
    "facts": {},
    "before": None,
    "after": None,
    "clauses_before": [],
    "clauses_after": [],
}
SAID = {"fact": "a", "value": None, "origin": "form"}


def row(item: Any) -> dict[str, Any]:
    """The document of a flaw whose only fact has one item among its values."""
    return {"kind": "gap", "facts": {"n": [item]}, "rules": []}


class TestUnions:
    """What tells apart the values that can stand in one place."""

    @pytest.mark.parametrize(
        ("document", "cls", "path", "code"),
        [
            pytest.param({"ask": "So?"}, YesNo, "/kind", "missing-key", id="a fact without its kind"),
            pytest.param({"kind": "choice", "ask": "So?"}, YesNo, "/kind", "option", id="a fact of another kind"),
            pytest.param({"kind": True, "ask": "So?"}, YesNo, "/kind", "type", id="a kind that is no text"),
            pytest.param(
                {"a": {"ask": "So?"}}, FrozenMapping, "/a/kind", "missing-key", id="any fact without its kind"
            ),
            pytest.param({"a": {"kind": "yes"}}, FrozenMapping, "/a/kind", "option", id="a fact of no kind"),
            pytest.param({"a": {"kind": 1}}, FrozenMapping, "/a/kind", "type", id="any kind that is no text"),
            pytest.param({"a": None}, FrozenMapping, "/a", "type", id="null for a value"),
            pytest.param({}, Is, "", "value", id="a condition without anything"),
            pytest.param({"one_of": [1], "at_most": 1}, Is, "", "value", id="a condition of two kinds"),
            pytest.param({"one_of": []}, Is, "", "value", id="one of no values"),
            pytest.param({"one_of": [1, 2, 1]}, Is, "/one_of", "value", id="a value twice"),
            pytest.param({"at_least": 2, "at_most": 1}, Is, "", "value", id="bounds out of order"),
            pytest.param(row({"from": 1}), Flaw, "/facts/n/0", "type", id="a row of numbers without an end"),
            pytest.param(row({"from": 1, "to": 2, "by": 1}), Flaw, "/facts/n/0", "type", id="a row with steps"),
            pytest.param(row({"from": "1", "to": 2}), Flaw, "/facts/n/0/from", "type", id="a row from a text"),
            pytest.param(row({"from": 1, "to": 10**9 + 1}), Flaw, "/facts/n/0/to", "range", id="a row too far"),
            pytest.param(row({"from": 0, "to": 10**9}), Flaw, "/facts/n/0", "too-many", id="a row without end"),
            pytest.param(row({"from": 5, "to": 1}), Flaw, "/facts/n/0", "range", id="a row that goes down"),
            pytest.param(row(None), Flaw, "/facts/n/0", "type", id="null among values"),
            pytest.param({**UNTOLD, "before": {"Days": 1}}, Difference, "/before/Days", "type", id="days as a number"),
            pytest.param({**UNTOLD, "before": {"Day": "1"}}, Difference, "/before/Day", "unknown-key", id="no class"),
            pytest.param({**UNTOLD, "before": {}}, Difference, "/before", "value", id="under no class"),
            pytest.param({**UNTOLD, "before": ["a", {"date": 1}]}, Difference, "/before/1/date", "type", id="no day"),
            pytest.param(row(7)["facts"]["n"], Flaw, "", "type", id="a list for an object"),
        ],
    )
    def test_what_cannot_be_told_apart_is_refused(self, document: Any, cls: type[Any], path: str, code: str) -> None:
        """With the place of what should tell."""
        with pytest.raises(InvalidDocument) as refused:
            from_dict(document, cls)
        assert [(path, code)] == [(problem.path, problem.code) for problem in refused.value.problems]


class TestExactTypes:
    """What looks like JSON, and is none."""

    @pytest.mark.parametrize(
        ("document", "cls", "path"),
        [
            pytest.param({"kind": "gap", "facts": {}, "rules": ("a",)}, Flaw, "/rules", id="a tuple for a list"),
            pytest.param({"kind": "gap", "facts": {"n": (1,)}, "rules": []}, Flaw, "/facts/n", id="a tuple of values"),
            pytest.param({"one_of": {1, 2}}, Is, "/one_of", id="a set for a list"),
            pytest.param({"kind": "gap", "facts": [], "rules": []}, Flaw, "/facts", id="a list for an object"),
            pytest.param((("a", 1),), FrozenMapping, "", id="pairs for an object"),
            pytest.param(FrozenMapping({"a": 1}), FrozenMapping, "", id="a value for its document"),
            pytest.param({**TOLD, "rules": tuple(TOLD["rules"])}, Ruleset, "/rules", id="a tuple of rules"),
            pytest.param({**TOLD, "facts": TOLD["facts"][0]}, Ruleset, "/facts", id="one for several"),
            pytest.param({**SAID, "between": (1, 2)}, Evidence, "/between", id="a tuple for a pair"),
            pytest.param({"format": 1.0, "at_least": 1}, Is, "/format", id="a version that is a float"),
            pytest.param({"format": True, "at_least": 1}, Is, "/format", id="a version that is true"),
            pytest.param({"format": 2, "at_least": 1}, Is, "/format", id="another version"),
            pytest.param(
                {"facts": {}, "kind": "gap", "rules": [], "format": None}, Flaw, "/format", id="a version that is null"
            ),
        ],
    )
    def test_nothing_is_taken_for_what_it_is_not(self, document: Any, cls: type[Any], path: str) -> None:
        """Types are taken exactly."""
        with pytest.raises(InvalidDocument) as refused:
            from_dict(document, cls)
        assert [path] == [problem.path for problem in refused.value.problems]

    def test_the_version_stands_at_the_top_alone(self) -> None:
        """Within a document it is a key as any other."""
        document = {**TOLD, "rules": [{"format": 1, **TOLD["rules"][0]}]}
        with pytest.raises(InvalidDocument) as refused:
            from_dict(document, Ruleset)
        assert [("/rules/0/format", "unknown-key")] == [(one.path, one.code) for one in refused.value.problems]


class TestText:
    """Documents as JSON text."""

    def test_it_has_a_line_for_each_value(self) -> None:
        """So that a difference of two can be read, and letters stand as they are."""
        lines = ["{", ' "format": 1,', ' "kind": "yes-no",', ' "ask": "Wer heißt 太郎?"', "}"]
        assert lines == to_json(YesNo("Wer heißt 太郎?")).splitlines()

    @pytest.mark.parametrize("cls", [pytest.param(one, id=one.__name__) for one in (Application, Case, Ruleset)])
    def test_bytes_are_read_too(self, cls: type[Any]) -> None:
        """In UTF-8, as files and requests have them."""
        text = to_json(SAMPLES[cls]).encode()
        assert SAMPLES[cls] == from_json(text, cls) == from_json(bytearray(text), cls)

    @pytest.mark.parametrize(
        ("text", "cls", "path"),
        [
            pytest.param('{"kind": "yes-no", "ask": "a", "ask": "a"}', YesNo, "/ask", id="in a record"),
            pytest.param('{"a": 1, "b": 2, "a": 3}', FrozenMapping, "/a", id="in a mapping"),
            pytest.param('{"at_least": 1, "at_least": 1}', Is, "/at_least", id="in a condition"),
            pytest.param(
                '{"kind": "gap", "facts": {"n": [{"from": 1, "from": 1, "to": 2}]}, "rules": []}',
                Flaw,
                "/facts/n/0/from",
                id="in a row of numbers",
            ),
        ],
    )
    def test_a_key_that_stands_twice_is_refused(self, text: str, cls: type[Any], path: str) -> None:
        """Neither of them wins, even if they say the same."""
        with pytest.raises(InvalidDocument) as refused:
            from_json(text, cls)
        assert (path, "duplicate-key") in [(problem.path, problem.code) for problem in refused.value.problems]

    @pytest.mark.parametrize(
        ("document", "cls", "path"),
        [
            pytest.param({"a": 1, "b": 2, "c": 3, "d": 4}, FrozenMapping, "", id="a mapping"),
            pytest.param({"kind": "gap", "facts": {}, "rules": ["a", "b", "c", "d"]}, Flaw, "/rules", id="a list"),
            pytest.param({"one_of": [1, 2, 3, 4]}, Is, "/one_of", id="a list of values"),
            pytest.param({"kind": "yes-no", "ask": "a", "judged": True, "answered_by": "b"}, YesNo, "", id="a record"),
        ],
    )
    def test_what_is_wider_than_the_caller_allows_is_refused(self, document: Any, cls: type[Any], path: str) -> None:
        """However it is given; just as many as are allowed are read."""
        text = json.dumps(document)
        assert from_json(text, cls, limits=Limits(width=4)) == from_dict(document, cls, limits=Limits(width=4))
        reads: list[Callable[[], object]] = [
            lambda: from_json(text, cls, limits=Limits(width=3)),
            lambda: from_dict(document, cls, limits=Limits(width=3)),
        ]
        for read in reads:
            with pytest.raises(InvalidDocument) as refused:
                read()
            assert [(path, "too-wide")] == [(problem.path, problem.code) for problem in refused.value.problems]

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(r'{"name": "a\u0007b"}', id="a bell that is told by its number"),
            pytest.param(r'{"name": "a\nb"}', id="a line's end that is told by a letter"),
            pytest.param(r'{"name": "a\ud800b"}', id="half a character"),
            pytest.param('{"name": "a\x7fb"}', id="a character that deletes"),
            pytest.param('{"name": "a\u200bb"}', id="a space that nobody sees"),
            pytest.param('{"name": "a\u034fb"}', id="a mark that nobody sees"),
        ],
    )
    def test_what_may_not_stand_in_a_text_is_refused_however_it_is_written(self, text: str) -> None:
        """As it is, or told by its number; of text that is all plain letters too."""
        for given in (text, text.encode()):
            with pytest.raises(InvalidDocument) as refused:
                from_json(given, Person)
            assert [("/name", "character")] == [(problem.path, problem.code) for problem in refused.value.problems]

    @pytest.mark.parametrize("digits", [11, 40, 41, 400, 5000])
    def test_a_number_that_is_far_too_large_is_out_of_range_however_it_is_given(self, digits: int) -> None:
        """Where a number or a text can stand, too."""
        told = '{"fact": "years", "by": "B", "on": "2019-05-20", "holds": %s}' % ("9" * digits)
        reads: list[Callable[[], object]] = [lambda: from_json(told, Judgement)]
        if digits < 4300:  # Python reads no longer ones
            reads.append(lambda: from_dict(json.loads(told), Judgement))
        for read in reads:
            with pytest.raises(InvalidDocument) as refused:
                read()
            assert [("/holds", "range")] == [(problem.path, problem.code) for problem in refused.value.problems]
