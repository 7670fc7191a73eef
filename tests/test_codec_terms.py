"""Terms of vocabularies, texts that have to say something or have a greatest length, and e-mail addresses."""

import re
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    Application,
    Choice,
    EstablishmentType,
    Hub,
    Judgement,
    LeadTeacher,
    Person,
    Phase,
    Reads,
    Region,
    Role,
    Rule,
    School,
    Source,
    Stage,
    Step,
    Waiver,
)
from mastery_programme.codec import InvalidDocument, from_dict, json_schema, to_dict
from mastery_programme.codec.leaves import Option
from mastery_programme.codec.reports import BAD, Report
from tests.document_reading import message, problems

SCHOOL = {"name": None, "urn": None}
FORM = {"programme": "secondary-2019"}
JUDGEMENT = {"fact": "passion", "holds": True, "by": "Bea", "on": "2019-05-20"}
WAIVER = {"criterion": "APP-1", "by": "Bea", "at": "2019-04-26T17:00:00Z", "reason": "It was late."}
STEP = {"stage": "submitted", "by": "Bea", "at": "2019-04-26T17:00:00Z"}
SOURCE = {"document": "x", "clause": "1", "heading": "", "text": ""}
RULE = {"id": "r", "when": [], "then": "yes", "source": SOURCE}

TERMS = [Phase, EstablishmentType, Role, Region, Stage, Reads]
EVERY_TERM = pytest.mark.parametrize("terms", TERMS, ids=lambda terms: terms.__name__)


class TestTerms:
    """Terms of stated vocabularies."""

    @EVERY_TERM
    def test_every_term_is_read_by_its_text_and_written_as_it(self, terms: Any) -> None:
        """By itself, and as a term of its own vocabulary."""
        assert list(terms) == [from_dict(term.value, terms) for term in terms]
        assert {terms} == {type(from_dict(term.value, terms)) for term in terms}
        assert [(term.value, str) for term in terms] == [(to_dict(term), type(to_dict(term))) for term in terms]

    @EVERY_TERM
    def test_nothing_near_a_term_is_one(self, terms: Any) -> None:
        """No other case, no spaces, no name in code, no other spelling."""
        for term in terms:
            text = str(term)
            odd = {text.swapcase(), f" {text}", f"{text} ", f"{text}\n", text[:-1], term.name, f"{text}\0"} - {*terms}
            assert {("", "option")} == {problem for one in odd for problem in problems(one, terms)}

    @pytest.mark.parametrize(
        ("raw", "near"),
        [
            pytest.param("Secondery", "Secondary", id="a letter wrong"),
            pytest.param("secondary", "Secondary", id="another case"),
            pytest.param("SECONDARY", "Secondary", id="the name in code"),
            pytest.param("All through", "All-through", id="a space for a hyphen"),
        ],
    )
    def test_a_refusal_names_the_nearest_term_and_the_others(self, raw: str, near: str) -> None:
        """All of a vocabulary that is short."""
        assert (
            f"{raw!r} is not one of 'Not applicable', 'Nursery', 'Primary', 'Middle deemed primary', 'Secondary', "
            f"'Middle deemed secondary', '16 plus', 'All-through'; the nearest is {near!r}"
        ) == message({**SCHOOL, "phase": raw}, School)

    def test_codes_of_the_register_are_no_terms(self) -> None:
        """Though a program that makes a `School` may give them."""
        codes = {"phase": "4", "establishment_type": "34"}
        assert [("/phase", "option"), ("/establishment_type", "option")] == problems({**SCHOOL, **codes}, School)

    def test_of_many_terms_ten_are_named(self) -> None:
        """And that there are more."""
        told = message("Academy convertor", EstablishmentType)
        assert told.startswith("'Academy convertor' is not one of 'Community school', 'Voluntary aided school', ")
        assert told.endswith(f", {list(EstablishmentType)[9].value!r} ...; the nearest is 'Academy converter'")

    @pytest.mark.parametrize("number", [1, 9, 10, 11, 12])
    def test_up_to_ten_terms_are_all_named(self, number: int) -> None:
        """Only where there are more it is said that there are."""
        report = Report(width=1000)
        assert BAD is Option({f"term-{place}": place for place in range(number)}).read("term-0x", None, report)
        (problem,) = report.error().problems
        listed = ", ".join(f"'term-{place}'" for place in range(min(number, 10)))
        assert (
            f"'term-0x' is not one of {listed}{' ...' if number > 10 else ''}; the nearest is 'term-0'"
            == problem.message
        )

    def test_a_long_text_is_cut(self) -> None:
        """To eighty characters."""
        told = message("x" * 100_000, Phase)
        assert told.startswith(f"{'x' * 77 + '...'!r} is not one of 'Not applicable'")

    def test_a_term_of_another_vocabulary_is_not_written(self) -> None:
        """A record that a program made by hand is not checked until it is written."""
        hub = Hub("A hub", Region.LONDON, (), Source("x", "1", "", ""))
        assert "London" == to_dict(hub)["region"]
        assert hub == from_dict(to_dict(hub), Hub)
        odds: tuple[Any, ...] = ("Atlantis", Phase.SECONDARY, 7, None, ["London"])
        for odd in odds:
            with pytest.raises(InvalidDocument) as refusal:
                to_dict(evolve(hub, region=odd))
            assert "/region" == refusal.value.problems[0].path

    def test_a_schema_lists_the_terms(self) -> None:
        """In their order."""
        assert [term.value for term in Stage] == json_schema(Stage)["enum"]


FILLED: list[Any] = [
    pytest.param(Judgement, JUDGEMENT, "fact", id="the name of a fact"),
    pytest.param(Judgement, JUDGEMENT, "by", id="the name of a judge"),
    pytest.param(Waiver, WAIVER, "criterion", id="the id of a criterion"),
    pytest.param(Waiver, WAIVER, "by", id="the name of who waives"),
    pytest.param(Waiver, WAIVER, "reason", id="the reason of a waiver"),
    pytest.param(Step, STEP, "by", id="the name of who took a step"),
    pytest.param(Source, SOURCE, "document", id="the id of a document"),
    pytest.param(Source, SOURCE, "clause", id="the id of a clause"),
    pytest.param(Rule, RULE, "id", id="the id of a rule"),
    pytest.param(Rule, RULE, "then", id="the outcome of a rule"),
    pytest.param(Choice, {"kind": "choice", "options": ["a"]}, "ask", id="a question"),
]
LONGEST = [
    pytest.param(Judgement, JUDGEMENT, "fact", 10_000, id="the name of a fact"),
    pytest.param(Judgement, JUDGEMENT, "note", 10_000, id="a note"),
    pytest.param(Waiver, WAIVER, "reason", 10_000, id="the reason of a waiver"),
    pytest.param(Rule, RULE, "then", 1000, id="the outcome of a rule"),
    pytest.param(Choice, {"kind": "choice", "options": ["a"]}, "ask", 1000, id="a question"),
]


class TestLengths:
    """Texts that have to say something, and that have a greatest length."""

    @pytest.mark.parametrize(("cls", "base", "key"), FILLED)
    @pytest.mark.parametrize("blank", ["", " ", "   ", "\u3000"], ids=["nothing", "a space", "spaces", "a wide space"])
    def test_where_something_has_to_be_said_blanks_are_empty(
        self, cls: type[Any], base: dict[str, Any], key: str, blank: str
    ) -> None:
        """Text of spaces alone says nothing."""
        assert [(f"/{key}", "empty")] == problems({**base, key: blank}, cls)
        assert f"{blank!r} is not text that says something" == message({**base, key: blank}, cls)

    def test_lines_alone_say_nothing(self) -> None:
        """In prose."""
        assert [("/reason", "empty")] == problems({**WAIVER, "reason": "\n \t\n"}, Waiver)

    def test_every_other_text_can_be_empty(self) -> None:
        """What somebody left empty stays so."""
        assert Person("", "") == from_dict({"name": "", "email": ""}, Person)
        judgement = from_dict({**JUDGEMENT, "note": "", "holds": " "}, Judgement)
        assert ("", " ") == (judgement.note, judgement.holds)

    @pytest.mark.parametrize(("cls", "base", "key", "longest"), LONGEST)
    def test_a_text_has_at_most_so_many_characters(
        self, cls: type[Any], base: dict[str, Any], key: str, longest: int
    ) -> None:
        """One more is refused, and the refusal says how many there are and can be."""
        for letter in "xé":
            taken = from_dict({**base, key: letter * longest}, cls)
            assert letter * longest == getattr(taken, key)
            wrong = {**base, key: letter * (longest + 1)}
            assert [(f"/{key}", "long-text")] == problems(wrong, cls)
            assert f"{longest + 1:,} characters are more than {longest:,}" == message(wrong, cls)

    def test_a_text_of_the_form_is_as_long_as_the_document(self) -> None:
        """There is no other bound on what applicants write."""
        text = "word " * 50_000
        assert text == from_dict({**FORM, "lead_teacher_statement": text}, Application).lead_teacher_statement

    def test_a_schema_says_both(self) -> None:
        """With a reference to which characters may stand there."""
        shown = json_schema(Waiver)
        reason = {"$ref": "#/$defs/prose", "pattern": r"[\S\ufeff]", "maxLength": 10_000}
        assert reason == shown["properties"]["reason"]
        assert {"$ref": "#/$defs/line"} == json_schema(Person)["properties"]["name"]["anyOf"][0]
        assert {"line", "prose"} == shown["$defs"].keys()

    @pytest.mark.parametrize("unseen", ["\u200b", "\u2060\u200b", "\xa0", "\n\t", "\ufeff"], ids=ascii)
    def test_prose_that_nobody_sees_says_nothing(self, unseen: str) -> None:
        """A waiver has a reason that can be read."""
        assert [("/reason", "empty")] == problems({**WAIVER, "reason": unseen}, Waiver)
        assert f"{unseen}x" == from_dict({**WAIVER, "reason": f"{unseen}x"}, Waiver).reason


class TestEmails:
    """E-mail addresses, of which only the shape is checked."""

    @pytest.mark.parametrize("cls", [Person, LeadTeacher])
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("a@b.c", id="short"),
            pytest.param("", id="empty, as the form was sent"),
            pytest.param("Ada.O'Neil+maths@School.Example", id="signs and capitals"),
            pytest.param("adä@schüle.example", id="letters that are not ASCII"),
            pytest.param("a" * 246 + "@b.c.de", id="just too short to be too long"),
            pytest.param("a" * 250 + "@b.c", id="as long as can be"),
        ],
    )
    def test_what_has_the_shape_is_kept_as_sent(self, cls: Any, text: str) -> None:
        """Nothing is put in small letters or trimmed."""
        assert text == from_dict({"email": text}, cls).email

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            pytest.param("a", "email", id="a word"),
            pytest.param("@", "email", id="the sign alone"),
            pytest.param("a@b", "email", id="no point"),
            pytest.param("@b.c", "email", id="nothing before the sign"),
            pytest.param("a@", "email", id="nothing behind it"),
            pytest.param("a@b@c.d", "email", id="two signs"),
            pytest.param("a@.c", "email", id="a point first"),
            pytest.param("a@b.", "email", id="a point last"),
            pytest.param("a@b..c", "email", id="two points"),
            pytest.param("a b@c.d", "email", id="a space"),
            pytest.param(" a@b.c", "email", id="a space before"),
            pytest.param("a@b.c ", "email", id="a space behind"),
            pytest.param(" ", "email", id="a space alone"),
            pytest.param("a" * 251 + "@b.c", "email", id="too long"),
            pytest.param("a@b.c" * 20_000, "email", id="far too long"),
            pytest.param("a@b.c\n", "character", id="a line's end"),
            pytest.param("a@b.c\u200b", "character", id="a space without width"),
            pytest.param("a\u202e@b.c", "character", id="an override"),
        ],
    )
    def test_what_has_not_is_refused(self, text: str, code: str) -> None:
        """Once: what has an odd character is not refused for its shape too."""
        assert [("/email", code)] == problems({"email": text}, Person)
        assert [("/email", code)] == problems({"email": text}, LeadTeacher)

    def test_a_refusal_says_what_an_address_is_like(self) -> None:
        """With the address, cut."""
        told = "'ada' is not an address such as a.teacher@school.example"
        assert told == message({"email": "ada"}, Person)
        assert told.replace("ada", f"{'a' * 77}...") == message({"email": "a" * 300}, Person)

    def test_a_schema_has_the_shape_and_the_greatest_length(self) -> None:
        """So it takes and refuses the same."""
        (email, nothing) = json_schema(Person)["properties"]["email"]["anyOf"]
        assert ({"type": "null"}, 254) == (nothing, email["maxLength"])
        taken = re.compile(email["pattern"]).search
        assert all(taken(text) for text in ("", "a.teacher@school.example", "a@b.c", "é@школа.example"))
        assert not any(taken(text) for text in ("ada", "a@b", "@b.c", "a@b..c", "a@b.c.", "a@b@c.d", " a@b.c"))
