"""What is written as JSON text, and the version of the format that it names."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    URN,
    Application,
    Case,
    Days,
    FrozenMapping,
    Judgement,
    LeadTeacher,
    Level,
    Money,
    Person,
    Post,
    YearMonth,
    fund,
)
from mastery_programme.codec import InvalidDocument, from_dict, from_json, to_dict, to_json
from tests.document_reading import json_problems, problems, refused_json
from tests.sample_cases import COMPLETE
from tests.samples import CASE

LINES = st.text(st.characters(codec="utf-8", categories=("L", "N", "Po")), max_size=20)
PEOPLE = st.builds(Person, st.none() | LINES, st.sampled_from([None, "", "a@b.c"]))


def keys(document: Any, cls: Any) -> bool:
    """Whether the keys of a document are in the order of the attributes of its class."""
    order = ["format", *(field.name for field in cls.__attrs_attrs__)]
    return list(document) == [name for name in order if name in document]


def values(document: Any) -> Iterator[object]:
    """Every value in a document."""
    yield document
    for item in document.values() if isinstance(document, dict) else document if isinstance(document, list) else ():
        yield from values(item)


class TestOut:
    """What is written."""

    def test_a_record_is_written_a_line_for_each_value(self) -> None:
        """So that what changes is seen line by line, with no spaces at the ends, and no line's end behind."""
        form = Application("secondary-2019", nominator=Person("Zoë O’Neil"), copied_to_head_teacher=False)
        assert (
            '{\n "format": 1,\n "programme": "secondary-2019",\n "nominator": {\n  "name": "Zoë O’Neil"\n },\n'
            ' "copied_to_head_teacher": false\n}'
        ) == to_json(form)

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            pytest.param(Days("4.5"), '"4.5"', id="days"),
            pytest.param(Money(-3), '"-3.00"', id="money"),
            pytest.param(URN("123456"), '"123456"', id="a reference number"),
            pytest.param(YearMonth(2019, 4), '"2019-04"', id="a month"),
            pytest.param(Level.FORM, '"form"', id="a term"),
            pytest.param(FrozenMapping({"qts": True, "years": 3}), '{\n "qts": true,\n "years": 3\n}', id="a mapping"),
            pytest.param(Person(), '{\n "format": 1\n}', id="a person of whom nothing is told"),
        ],
    )
    def test_a_plain_value_is_its_text(self, value: object, text: str) -> None:
        """Which has no version; it is read again."""
        assert text == to_json(value)
        assert value == from_json(text, type(value))

    @pytest.mark.parametrize("name", ["Zoë", "O’Neil", "王小明", "🙂", "علي", "a\u0301"])
    def test_letters_stand_as_they_are(self, name: str) -> None:
        """Not as escapes, so that people can read them; they are UTF-8 once they are encoded."""
        text = to_json(Person(name))
        assert name in text
        assert Person(name) == from_json(text.encode(), Person)

    def test_quotes_escapes_and_lines_are_escaped(self) -> None:
        """As JSON has it, in prose."""
        said = 'A "quote", a \\ and\r\n\ttwo lines, \u2028 and \u2029.'
        form = Application("x", lead_teacher_statement=said)
        assert '"A \\"quote\\", a \\\\ and\\r\\n\\ttwo lines, \u2028 and \u2029."' in to_json(form)
        assert form == from_json(to_json(form), Application)

    def test_keys_stand_in_the_order_of_the_class(self) -> None:
        """The version first, in the whole document and in its parts."""
        document = json.loads(to_json(COMPLETE))
        assert keys(document, Application)
        assert keys(document["lead_teacher"], LeadTeacher)
        assert keys(document["lead_teacher"]["teaching_history"][0], Post)
        assert keys(json.loads(to_json(CASE)), Case)
        assert "format" == next(iter(document))

    def test_defaults_are_left_out(self) -> None:
        """And read again; what is told though it is nothing, such as no items, is not left out."""
        assert {"format": 1, "programme": "x"} == to_dict(Application("x"))
        assert {"format": 1, "awards": [], "name": ""} == to_dict(LeadTeacher("", awards=()))
        assert LeadTeacher("", awards=()) == from_dict(to_dict(LeadTeacher("", awards=())), LeadTeacher)

    def test_what_has_to_be_there_is_written_though_it_is_null(self) -> None:
        """So it can be read."""
        post = {"title": None}
        form = from_dict({"awards": [post]}, LeadTeacher)
        assert {"format": 1, "awards": [post]} == to_dict(form)

    def test_a_dict_and_json_text_say_the_same(self) -> None:
        """Of values as large as an edition."""
        for value in (COMPLETE, CASE, SECONDARY_COHORT_4, fund(SECONDARY_COHORT_4)):
            assert to_dict(value) == json.loads(to_json(value))
            assert {dict, list, str, int, bool, type(None)} >= {type(one) for one in values(to_dict(value))}

    def test_no_number_is_a_float(self) -> None:
        """Money and days are text."""
        statement = to_dict(fund(SECONDARY_COHORT_4))
        assert "15250.00" == statement["total"]["known"]
        assert float not in {type(one) for one in values(statement)}

    def test_an_edition_cites_its_clauses_in_short(self) -> None:
        """Their words stand once, among its documents."""
        edition = to_dict(SECONDARY_COHORT_4)
        clauses = [clause for document in edition["documents"] for clause in document["clauses"]]
        assert {"document", "clause"} == edition["years"][0]["activities"][0]["source"].keys()
        assert clauses == [clause for clause in values(edition) if isinstance(clause, dict) and "heading" in clause]
        assert SECONDARY_COHORT_4 == from_dict(edition, type(SECONDARY_COHORT_4))

    def test_a_document_is_the_callers_own(self) -> None:
        """To change it changes no value, and no other document."""
        document = to_dict(CASE)
        document["application"]["lead_teacher"]["awards"].clear()
        document["facts"].clear()
        assert CASE == from_dict(to_dict(CASE), Case)
        assert document != to_dict(CASE)

    @given(PEOPLE, PEOPLE)
    def test_equal_values_give_equal_text_and_others_give_other(self, one: Person, other: Person) -> None:
        """So texts can be compared in the place of values."""
        assert (one == other) is (to_json(one) == to_json(other))

    def test_what_looks_alike_is_told_apart(self) -> None:
        """Yes and 1, and no signatures and none told of."""
        judged = [Judgement("years", number, "Bea", date(2019, 5, 1)) for number in (1, True)]
        assert to_json(judged[0]) != to_json(judged[1])
        one, other = Application("x", signatures=()), Application("x", signatures=None)
        assert to_json(one) != to_json(other)

    def test_a_value_that_breaks_when_it_is_written_is_refused(self) -> None:
        """Such as one that a program derived from ours."""

        class Broken(Days):
            @property
            def as_decimal(self) -> Decimal:
                raise RuntimeError

        with pytest.raises(InvalidDocument) as refusal:
            to_dict(evolve(SECONDARY_COHORT_4.years[0].activities[0], days=Broken(4)))
        (problem,) = refusal.value.problems
        told = "<mastery_programme.parts.Activity> holds something that no document can hold"
        assert ("", "value", told) == (problem.path, problem.code, problem.message)

    def test_a_value_that_no_document_can_hold_is_not_written(self) -> None:
        """A program can make one, with what may stand in no text."""
        for odd in (Person("Ada\n"), Person("\ud800"), Application("x", hub="\u202e")):
            with pytest.raises(InvalidDocument) as refusal:
                to_json(odd)
            assert ["character"] == [problem.code for problem in refusal.value.problems]


class TestFormat:
    """The version of the format."""

    def test_it_may_be_left_out(self) -> None:
        """What is sent without it is in the first."""
        assert Person("Ada") == from_json('{"name": "Ada"}', Person)
        assert Person("Ada") == from_json('{"name": "Ada", "format": 1}', Person)
        assert Person("Ada") == from_dict({"format": 1, "name": "Ada"}, Person)

    @pytest.mark.parametrize("version", [True, False, 1.0, "1", "", 0, 2, -1, 10**50, None, [], [1], {}], ids=repr)
    def test_no_other_version_is_read(self, version: object) -> None:
        """The rest of the document is read all the same, for its problems."""
        wrong = {"format": version, "name": 7}
        assert [("/format", "format"), ("/name", "type")] == problems(wrong, Person)
        assert [("/format", "format"), ("/name", "type")] == json_problems(json.dumps(wrong), Person)

    def test_a_refusal_says_which_is_read(self) -> None:
        """With the version that was given."""
        (problem,) = refused_json('{"format": 2}', Person).problems
        assert "2 is not the version of the format, which is 1" == problem.message

    def test_only_a_whole_document_has_one(self) -> None:
        """No part of it, and no document that is a plain text; the document given is not changed."""
        given = {"format": 1, "programme": "x", "nominator": {"format": 1}}
        assert [("/nominator/format", "unknown-key")] == problems(given, Application)
        assert {"format", "programme", "nominator"} == given.keys()
        assert [("", "type")] == problems({"format": 1}, Money)

    def test_it_is_one_beside_keys_that_stand_twice(self) -> None:
        """Nor is it unknown if it stands twice itself."""
        assert [("/name", "duplicate-key")] == json_problems('{"format": 1, "name": "A", "name": "B"}', Person)
        assert [("/format", "duplicate-key")] == json_problems('{"format": 1, "name": "A", "format": 1}', Person)
        assert ("/format", "format") in json_problems('{"name": "A", "name": "B", "format": 2}', Person)
