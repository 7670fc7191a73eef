"""JSON text in and out: what is no JSON of ours, numbers, keys that stand twice, and what is written."""

import json
import sys
from collections.abc import Iterator

import pytest

from mastery_programme import (
    Application,
    LeadTeacher,
    Person,
    Phase,
    Ruleset,
)
from mastery_programme.codec import Limits, from_json, to_dict
from tests.document_reading import found, json_problems, problems, refused_json
from tests.oddities import Hostile
from tests.samples import TALK

LARGE = Limits(length=10**7, values=10**6, width=10**5)

NO_JSON = [
    pytest.param("", id="empty"),
    pytest.param(" \n", id="blank"),
    pytest.param("{", id="an object without an end"),
    pytest.param('{"name"', id="a key alone"),
    pytest.param('{"name":}', id="a key without a value"),
    pytest.param('{"name": "Ada",}', id="a comma too many"),
    pytest.param('{"name": "Ada"}}', id="a bracket too many"),
    pytest.param('{"name": "Ada"} {}', id="two objects"),
    pytest.param('{"name": "Ada"}x', id="a letter behind"),
    pytest.param("{'name': 'Ada'}", id="single quotes"),
    pytest.param('{name: "Ada"}', id="a key without quotes"),
    pytest.param('{"name": "Ada}', id="a text without an end"),
    pytest.param('{"name": "A\nda"}', id="a line's end within a text"),
    pytest.param('{"name": "A\0da"}', id="a zero byte within a text"),
    pytest.param('{"name": "\\x41da"}', id="an escape of other languages"),
    pytest.param('{"name": "\\u12"}', id="half an escape"),
    pytest.param('{"name": None}', id="nothing, as Python has it"),
    pytest.param('{"name": "Ada" // a name\n}', id="a remark"),
    pytest.param('{"name": 01}', id="a nought before a number"),
    pytest.param('{"name": +1}', id="a plus before a number"),
    pytest.param('{"name": 0x1}', id="a number in sixteens"),
    pytest.param('{"name": .5}', id="a point first"),
    pytest.param('{"name": 1.}', id="a point last"),
    pytest.param('{"name": \u0661}', id="an Arabic-Indic digit"),
    pytest.param('{"name":\u00a0"Ada"}', id="a no-break space between"),
    pytest.param('[{"name": "Ada"}', id="a list without an end"),
    pytest.param("]", id="an end without a list"),
    pytest.param("nan", id="no number in small letters"),
    pytest.param("<p>", id="another format"),
    pytest.param("name: Ada", id="YAML"),
    pytest.param('"' + "\\" * 9, id="a text that ends in an escape"),
]
"""Text that is no JSON."""


class TestText:
    """What is JSON text, and what is not."""

    def test_text_and_its_bytes_in_utf_8_are_read(self) -> None:
        """With escapes, and spaces around."""
        for text in ('{"name":"Zoë 🙂 A"}', ' \t\r\n{"name" : "Zo\\u00eb \\uD83D\\ude42 \\u0041"}\n'):
            for given in (text, text.encode(), bytearray(text.encode())):
                assert Person("Zoë 🙂 A") == from_json(given, Person)

    @pytest.mark.parametrize("text", NO_JSON)
    def test_what_is_no_json_is_one_problem(self, text: str) -> None:
        """As text and as bytes."""
        assert [("", "json")] == json_problems(text, Person)
        assert [("", "json")] == json_problems(text.encode(), Person)

    def test_it_is_said_where_it_is_none(self) -> None:
        """By line and column."""
        (problem,) = refused_json('{"name": "Ada",\n "email" "a@b.c"}', Person).problems
        assert "this is not JSON, from line 2, column 10 on" == problem.message

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            pytest.param(b"\xff", "these are not bytes of UTF-8, from byte 0 on", id="no UTF-8"),
            pytest.param(b'{"name": "Zo\xeb"}', "these are not bytes of UTF-8, from byte 12 on", id="Latin-1"),
            pytest.param(b'"\xed\xa0\x80"', "these are not bytes of UTF-8, from byte 1 on", id="half a character"),
            pytest.param(b'"\xc0\x80"', "these are not bytes of UTF-8, from byte 1 on", id="a zero byte in two"),
            pytest.param(b'"\xf4\x90\x80\x80"', "these are not bytes of UTF-8, from byte 1 on", id="beyond all"),
            pytest.param("{}".encode("utf-16"), "these are not bytes of UTF-8, from byte 0 on", id="UTF-16"),
            pytest.param("{}".encode("utf-32"), "these are not bytes of UTF-8, from byte 0 on", id="UTF-32"),
            pytest.param(b"\xef\xbb\xbf{}", "a byte-order mark stands before the text", id="a byte-order mark"),
            pytest.param("\ufeff{}", "a byte-order mark stands before the text", id="a byte-order mark in text"),
            pytest.param("\ufeff", "a byte-order mark stands before the text", id="a byte-order mark alone"),
        ],
    )
    def test_what_is_in_another_encoding_is_one_problem(self, data: str | bytes, said: str) -> None:
        """Nothing guesses which it is."""
        (problem,) = refused_json(data, Person).problems
        assert ("", "encoding", said) == (problem.path, problem.code, problem.message)

    def test_utf_16_without_a_mark_is_no_json(self) -> None:
        """Its bytes are UTF-8 with zeros between, so it is read as that."""
        assert [("", "json")] == json_problems('{"name": "Ada"}'.encode("utf-16-le"), Person)

    @pytest.mark.parametrize(
        "odd",
        [
            *(
                None,
                7,
                {"name": "Ada"},
                ["{}"],
                memoryview(b"{}"),
                Hostile(),
                type("Text", (str,), {})("{}"),
                Phase.SECONDARY,
            ),
        ],
        ids=lambda odd: type(odd).__name__,
    )
    def test_what_is_no_text_is_refused(self, odd: object) -> None:
        """A dict too: that is for `from_dict`."""
        (problem,) = refused_json(odd, Person).problems
        assert ("", "type", True) == (
            problem.path,
            problem.code,
            problem.message.endswith(" is not JSON text, or its bytes"),
        )

    @pytest.mark.parametrize(
        "escape", ["\\n", "\\t", "\\b", "\\u0000", "\\u007f", "\\u00a0", "\\u200b", "\\u202e", "\\ufeff"]
    )
    def test_what_an_escape_stands_for_is_looked_at(self, escape: str) -> None:
        """Though the text itself is of plain characters, however short or long it is."""
        for text in (f'{{"name": "A{escape}da"}}', f'{{"email": null, "name": "A{escape}da"}}'.ljust(20_000)):
            assert [("/name", "character")] == json_problems(text, Person)
            assert [("/name", "character")] == json_problems(text.encode(), Person)

    def test_halves_of_characters_are_refused_where_they_stand(self) -> None:
        """JSON can name them, and text cannot hold them."""
        assert [("/name", "character")] == json_problems('{"name": "\\ud83d"}', Person)
        assert [("/name", "character")] == json_problems('{"name": "\ud83d"}', Person)
        assert [("/\\ud83d", "unknown-key")] == json_problems('{"\\ud83d": 1}', Person)


FRACTIONS = [
    "1.0",
    "0.5",
    "-0.0",
    "1e0",
    "1E+2",
    "1e400",
    "-1e400",
    "1e-400",
    "0." + "1" * 5000,
    "1" * 5000 + ".5",
    "NaN",
]
ENDLESS = ["Infinity", "-Infinity", "1e999999999"]


@pytest.fixture(params=["as usual", "any number of digits", "few digits"])
def digits(request: pytest.FixtureRequest) -> Iterator[None]:
    """However many digits of a number Python reads, as its host has set it."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits({"as usual": before, "any number of digits": 0, "few digits": 640}[request.param])
    yield
    sys.set_int_max_str_digits(before)


@pytest.mark.usefixtures("digits")
class TestNumbers:
    """Numbers, which are whole."""

    @pytest.mark.parametrize("number", [*FRACTIONS, *ENDLESS], ids=lambda number: number[:12])
    def test_what_is_not_whole_is_no_number_of_ours(self, number: str) -> None:
        """However it is written, it is told in few words, and the rest of the document is read."""
        error = refused_json(f'{{"years_teaching": {number}, "qts": 1}}', LeadTeacher)
        assert [("/years_teaching", "type"), ("/qts", "type")] == found(error)
        assert f"<the number {number[:80]}> is not a whole number" == error.problems[0].message

    @pytest.mark.parametrize("sign", ["", "-"])
    @pytest.mark.parametrize("length", [41, 639, 641, 4300, 4301, 100_000])
    def test_a_number_of_very_many_digits_is_not_read(self, sign: str, length: int) -> None:
        """Nor is it written out."""
        error = refused_json(f'{{"years_teaching": {sign}{"9" * length}}}', LeadTeacher)
        assert 1 == len(error.problems)
        assert len(str(error)) < 200

    def test_a_number_within_its_bounds_is_read(self) -> None:
        """And one of forty digits is out of them."""
        assert LeadTeacher(years_teaching=100) == from_json('{"years_teaching": 100}', LeadTeacher)
        for number in ("101", "-1", "9" * 40, f"-{'9' * 39}"):
            (problem,) = refused_json(f'{{"years_teaching": {number}}}', LeadTeacher).problems
            assert ("range", f"{number} is not from 0 to 100") == (problem.code, problem.message)


class TestTwice:
    """Keys that stand twice, of which a reader would take the first or the last."""

    def test_a_key_that_stands_twice_is_a_problem(self) -> None:
        """Were its values equal; it is named once, however often it stands."""
        for text in ('{"name": "Ada", "name": "Ada"}', '{"name": "Ada", "name": "", "name": null}'):
            (problem,) = refused_json(text, Person).problems
            assert ("/name", "duplicate-key") == (problem.path, problem.code)
            assert problem.message.startswith("the key 'name' stands ")

    def test_a_key_is_what_its_escapes_say(self) -> None:
        """Two spellings are one key."""
        assert [("/name", "duplicate-key")] == json_problems('{"name": "Ada", "\\u006eame": "Ada"}', Person)

    def test_keys_are_found_at_every_depth_beside_the_other_problems(self) -> None:
        """In objects, in lists of objects, and among names."""
        text = """{
            "programme": "secondary-2019", "hub": "", "hub": "A hub",
            "school": {"name": "A", "name": "B", "urn": "x"},
            "lead_teacher": {"awards": [{"title": "A"}, {"title": "", "title": "A", "kind": 5}]},
            "other_statements": {"hub": "a", "hub": "b", "": "c"},
            "signed": true
        }"""
        wrong = [
            ("/hub", "duplicate-key"),
            ("/school/name", "duplicate-key"),
            ("/school/urn", "urn"),
            ("/lead_teacher/awards/1/title", "duplicate-key"),
            ("/lead_teacher/awards/1/kind", "type"),
            ("/other_statements/hub", "duplicate-key"),
            ("/other_statements/", "empty"),
            ("/signed", "unknown-key"),
        ]
        assert sorted(wrong) == sorted(json_problems(text, Application))

    def test_several_keys_are_each_named(self) -> None:
        """With unknown ones among them."""
        text = '{"name": "A", "nmae": 1, "email": "", "nmae": 2, "name": "B"}'
        wrong = {("/name", "duplicate-key"), ("/nmae", "duplicate-key"), ("/nmae", "unknown-key")}
        assert wrong == set(json_problems(text, Person))

    def test_a_name_in_a_list_of_named_things_stands_once(self) -> None:
        """Which a dict can hold as well."""
        document = to_dict(TALK)
        document["facts"].append(document["facts"][0])
        assert [("/facts/3/name", "duplicate-key")] == problems(document, Ruleset)
        assert [("/facts/3/name", "duplicate-key")] == json_problems(json.dumps(document), Ruleset)
