"""Which characters documents may have in names and identifiers, and which in prose."""

from typing import Any

import pytest

from mastery_programme import Application, Evidence, Judgement, LeadTeacher, Person, Post, School, Step, Waiver
from mastery_programme.codec import from_dict, from_json, to_dict, to_json
from mastery_programme.codec.texts import odd_in_line
from tests.document_reading import message, problems

FORM = {"programme": "secondary-2019"}
JUDGEMENT = {"fact": "passion", "holds": True, "by": "Bea Example", "on": "2019-05-20"}
AT = "2019-04-26T17:00:00+01:00"
WAIVER = {"criterion": "APP-1", "by": "Bea Example", "at": AT, "reason": "The post was late."}
STEP = {"stage": "submitted", "by": "Bea Example", "at": AT}
EVIDENCE = {"fact": "qts", "value": True, "origin": "form"}

LINES = [
    pytest.param(Person, {}, "name", id="a name"),
    pytest.param(School, {"urn": None}, "name", id="the name of a school"),
    pytest.param(LeadTeacher, {}, "teaching_groups", id="groups"),
    pytest.param(Post, {}, "position", id="a position"),
    pytest.param(Application, {}, "programme", id="the id of an edition"),
    pytest.param(Application, FORM, "hub", id="the name of a hub"),
    pytest.param(Judgement, JUDGEMENT, "fact", id="the name of a fact"),
    pytest.param(Judgement, JUDGEMENT, "holds", id="the value of a fact"),
    pytest.param(Judgement, JUDGEMENT, "by", id="the name of a judge"),
    pytest.param(Waiver, WAIVER, "criterion", id="the id of a criterion"),
    pytest.param(Waiver, WAIVER, "by", id="the name of who waives"),
    pytest.param(Step, STEP, "by", id="the name of who took a step"),
]
PROSE = [
    pytest.param(Application, FORM, "lead_teacher_statement", id="a statement"),
    pytest.param(Application, FORM, "nominator_statement", id="the other statement"),
    pytest.param(Judgement, JUDGEMENT, "note", id="a note"),
    pytest.param(Waiver, WAIVER, "reason", id="a reason"),
    pytest.param(Step, STEP, "reason", id="the reason of a step"),
    pytest.param(Evidence, EVIDENCE, "note", id="a note on where it comes from"),
]

NOWHERE = [
    pytest.param("\0", id="a zero byte"),
    pytest.param("\x07", id="a bell"),
    pytest.param("\x08", id="a step back"),
    pytest.param("\x0b", id="a vertical tab"),
    pytest.param("\x0c", id="a form feed"),
    pytest.param("\x0e", id="a shift"),
    pytest.param("\x1b", id="an escape"),
    pytest.param("\x1f", id="the last control character"),
    pytest.param("\x7f", id="DEL"),
    pytest.param("\x80", id="the first control character of C1"),
    pytest.param("\x85", id="next line, of C1"),
    pytest.param("\x9b", id="the introducer of a sequence, of C1"),
    pytest.param("\x9f", id="the last control character of C1"),
    pytest.param("\ud800", id="the first half of a character"),
    pytest.param("\udbff", id="the last first half"),
    pytest.param("\udc00", id="a second half of a character"),
    pytest.param("\udfff", id="the last half"),
    pytest.param("\udcff", id="a byte that was no text"),
    pytest.param("\u202d", id="an override to the right"),
    pytest.param("\u202e", id="an override to the left"),
    pytest.param("\ufdd0", id="the first noncharacter"),
    pytest.param("\ufdef", id="the last noncharacter of its row"),
    pytest.param("\ufffe", id="a byte-order mark the wrong way round"),
    pytest.param("\uffff", id="the last of the first plane"),
    pytest.param("\U0001fffe", id="a noncharacter of the second plane"),
    pytest.param("\U0010ffff", id="the last of all"),
]
"""What may stand in no text."""

NOT_IN_LINES = [
    pytest.param("\n", id="a line's end"),
    pytest.param("\r\n", id="a line's end of Windows"),
    pytest.param("\t", id="a tab"),
    pytest.param("\u2028", id="a line separator"),
    pytest.param("\u2029", id="a paragraph separator"),
    pytest.param("\N{NO-BREAK SPACE}", id="a no-break space"),
    pytest.param("\N{NARROW NO-BREAK SPACE}", id="a narrow no-break space"),
    pytest.param("\N{OGHAM SPACE MARK}", id="a space of Ogham"),
    pytest.param("\N{EN QUAD}", id="the first of the spaces of typography"),
    pytest.param("\N{THIN SPACE}", id="a thin space"),
    pytest.param("\N{HAIR SPACE}", id="a hair space"),
    pytest.param("\N{MEDIUM MATHEMATICAL SPACE}", id="a space of formulas"),
    pytest.param("\N{ZERO WIDTH SPACE}", id="a space without width"),
    pytest.param("\N{WORD JOINER}", id="a joiner of words"),
    pytest.param("\N{SOFT HYPHEN}", id="a soft hyphen"),
    pytest.param("\N{COMBINING GRAPHEME JOINER}", id="a joiner of graphemes"),
    pytest.param("\N{LEFT-TO-RIGHT MARK}", id="a mark to the right"),
    pytest.param("\N{RIGHT-TO-LEFT MARK}", id="a mark to the left"),
    pytest.param("\N{ARABIC LETTER MARK}", id="a mark as Arabic has it"),
    pytest.param("\N{LEFT-TO-RIGHT EMBEDDING}", id="an embedding"),
    pytest.param("\N{POP DIRECTIONAL FORMATTING}", id="the end of an embedding"),
    pytest.param("\N{LEFT-TO-RIGHT ISOLATE}", id="an isolate"),
    pytest.param("\N{POP DIRECTIONAL ISOLATE}", id="the end of an isolate"),
    pytest.param("\N{INVISIBLE TIMES}", id="an invisible sign"),
    pytest.param("\N{NOMINAL DIGIT SHAPES}", id="a sign out of use"),
    pytest.param("\N{HANGUL CHOSEONG FILLER}", id="a filler of Hangul"),
    pytest.param("\N{HANGUL JUNGSEONG FILLER}", id="another filler of Hangul"),
    pytest.param("\N{HANGUL FILLER}", id="a third filler of Hangul"),
    pytest.param("\N{HALFWIDTH HANGUL FILLER}", id="a narrow filler of Hangul"),
    pytest.param("\N{KHMER VOWEL INHERENT AQ}", id="a vowel that is not seen"),
    pytest.param("\N{MONGOLIAN VOWEL SEPARATOR}", id="a separator of vowels"),
    pytest.param("\N{BRAILLE PATTERN BLANK}", id="an empty pattern of Braille"),
    pytest.param("\N{ZERO WIDTH NO-BREAK SPACE}", id="a byte-order mark"),
    pytest.param("\N{INTERLINEAR ANNOTATION ANCHOR}", id="an annotation"),
    pytest.param("\N{SHORTHAND FORMAT LETTER OVERLAP}", id="a sign of shorthand"),
    pytest.param("\N{MUSICAL SYMBOL BEGIN BEAM}", id="a beam of music"),
    pytest.param("\N{TAG LATIN SMALL LETTER A}", id="a tag"),
    pytest.param("\U000e01f0", id="behind the variants"),
    pytest.param("\N{ZERO WIDTH JOINER}", id="a joiner between Latin letters"),
    pytest.param("\N{ZERO WIDTH NON-JOINER}", id="a non-joiner between Latin letters"),
    pytest.param("\N{VARIATION SELECTOR-16}", id="a variant of a Latin letter"),
]
"""What may stand in prose, and not in a name."""

TAKEN = [
    pytest.param("Zoë Brontë", id="accents in one with their letters"),
    pytest.param("Zoe\u0308 Bronte\u0308", id="accents behind their letters"),
    pytest.param("Nguyễn Thị Ánh Tuyết", id="two accents on a letter"),
    pytest.param("O'Neil", id="a straight apostrophe"),
    pytest.param("O’Neil", id="a curved apostrophe"),
    pytest.param("O‘Neil", id="an apostrophe the wrong way"),
    pytest.param("Oʼahu", id="an apostrophe that is a letter"),
    pytest.param("Hawai\u02bbi", id="an okina"),
    pytest.param("O`Neil and O´Neil", id="accents in the place of apostrophes"),
    pytest.param("Smith-Jones", id="a hyphen"),
    pytest.param("Smith\u2010Jones", id="a hyphen of typography"),
    pytest.param("Smith\u2011Jones", id="a hyphen that does not break"),
    pytest.param("Smith–Jones — Brown", id="dashes"),
    pytest.param("Łukasz Wójcik, Ñuñez & Søn (Ms)", id="letters of Europe, and signs"),
    pytest.param("İpek ß ﬁ", id="letters that change their number in capitals"),
    pytest.param("Щербак Юлия", id="Cyrillic"),
    pytest.param("Ελένη", id="Greek"),
    pytest.param("محمد", id="Arabic"),
    pytest.param("יעל", id="Hebrew"),
    pytest.param("علی\u200cرضا", id="Persian with a non-joiner"),  # noqa: RUF001 - an alef is no l
    pytest.param("ශ්\u200dරී ලාල්", id="Sinhala with a joiner"),
    pytest.param("क्\u200dष", id="Hindi with a joiner"),
    pytest.param("王小明", id="Chinese"),
    pytest.param("𠮷田", id="a character beyond the first plane"),
    pytest.param("葛\U000e0100城", id="Japanese with a variant"),
    pytest.param("山田\u3000太郎", id="Japanese with a wide space"),
    pytest.param("김민수", id="Hangul"),
    pytest.param("\u1112\u1161\u11ab", id="Hangul in parts"),
    pytest.param("ᠠ\u180bᠨ", id="Mongolian with a variant"),
    pytest.param("Ada 🙂", id="an emoji"),
    pytest.param("👩\u200d🏫", id="an emoji of two"),
    pytest.param("❤\ufe0f\u200d🔥", id="an emoji of two, the first a variant"),
    pytest.param("\u0600\u0661", id="a sign of numbers in Arabic, which is seen"),
    pytest.param("\ue000", id="a private character"),
    pytest.param("  Ada  Example ", id="spaces before, between and behind"),
    pytest.param("", id="nothing"),
    pytest.param('~!"#$%&/()=?\\<b>{{x}}', id="every sign of a keyboard"),
]
"""What may stand everywhere, and stays as it is."""


def put(cls: type[Any], base: dict[str, Any], key: str, text: str) -> Any:
    """The text that is read where this one is sent."""
    return getattr(from_dict({**base, key: text}, cls), key)


class TestLines:
    """Names, identifiers and other texts of one line."""

    @pytest.mark.parametrize(("cls", "base", "key"), LINES)
    def test_every_name_and_identifier_is_a_text_of_one_line(
        self, cls: type[Any], base: dict[str, Any], key: str
    ) -> None:
        """It has no line's end and no character that is not seen; what is seen stays."""
        assert [(f"/{key}", "character")] * 2 == [
            *problems({**base, key: "Ada\nExample"}, cls),
            *problems({**base, key: "Ada\u200bExample"}, cls),
        ]
        assert "Zoë O’Neil" == put(cls, base, key, "Zoë O’Neil")

    @pytest.mark.parametrize("odd", [*NOWHERE, *NOT_IN_LINES])
    def test_what_is_not_seen_or_not_there_is_refused_wherever_it_stands(self, odd: str) -> None:
        """First, between others and last."""
        for text in (f"{odd}Ada", f"Ada{odd}Example", f"Ada{odd}"):
            assert [("/name", "character")] == problems({"name": text}, Person)

    @pytest.mark.parametrize("text", TAKEN)
    def test_ordinary_names_are_kept_as_sent(self, text: str) -> None:
        """Nothing is normalised, trimmed or replaced, on the way in or out, as a dict or as JSON text."""
        person = Person(text)
        assert person == from_dict({"name": text}, Person)
        assert text == to_dict(person)["name"]
        assert person == from_json(to_json(person), Person)

    def test_a_refusal_says_which_character_stands_where(self) -> None:
        """The first that may not, by its code point, since it cannot be seen."""
        told = "U+200B, at place 3, may not stand in a text of one line"
        assert told == message({"name": "Ada\u200b\u200e\0"}, Person)
        assert "U+E0001, at place 0, may not stand in a text of one line" == message({"name": "\U000e0001"}, Person)

    def test_the_name_of_a_statement_is_a_line(self) -> None:
        """Though what it names is prose."""
        wrong = {**FORM, "other_statements": {"the\nhub": "Two\nlines."}}
        assert [("/other_statements/the\\nhub", "character")] == problems(wrong, Application)


class TestJoiners:
    """Characters without which some names are not written, and which are seen in no other."""

    @pytest.mark.parametrize("joiner", ["\u200c", "\u200d"], ids=["non-joiner", "joiner"])
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param("a", "b", id="two ASCII letters"),
            pytest.param("é", "b", id="an ASCII letter behind"),
            pytest.param("a", "é", id="an ASCII letter before"),
            pytest.param("", "ی", id="nothing before"),
            pytest.param("ی", "", id="nothing behind"),
            pytest.param(" ", "ی", id="a space before"),
            pytest.param("ی", " ", id="a space behind"),
            pytest.param("ی\u200c", "ی", id="a non-joiner before"),
            pytest.param("ی\u200d", "ی", id="a joiner before"),
            pytest.param("ی", "\u200dی", id="a joiner behind"),
        ],
    )
    def test_a_joiner_stands_between_two_letters_that_are_not_ascii(self, before: str, joiner: str, after: str) -> None:
        """Where it joins nothing it would make two names that look alike."""
        assert [("/name", "character")] == problems({"name": f"{before}{joiner}{after}"}, Person)
        assert None is odd_in_line(f"ی{joiner}ی")

    @pytest.mark.parametrize(
        "variant", ["\u180b", "\u180d", "\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef"], ids=lambda one: f"{ord(one):X}"
    )
    def test_a_variant_is_one_of_the_character_before_it(self, variant: str) -> None:
        """Which is not ASCII: no letter of English has variants."""
        assert None is odd_in_line(f"葛{variant}")
        assert [0, 1, 2] == [odd_in_line(text) for text in (variant, f"a{variant}", f"葛 {variant}")]


class TestProse:
    """Statements, notes and reasons."""

    @pytest.mark.parametrize(("cls", "base", "key"), PROSE)
    def test_every_statement_note_and_reason_can_have_lines(
        self, cls: type[Any], base: dict[str, Any], key: str
    ) -> None:
        """They are kept with every line's end, and still hold no control characters."""
        text = "First.\n\nSecond.\r\n\t- third\r"
        assert text == put(cls, base, key, text)
        assert [(f"/{key}", "character")] == problems({**base, key: "a\0b"}, cls)

    @pytest.mark.parametrize("odd", NOWHERE)
    def test_what_is_no_text_at_all_is_refused(self, odd: str) -> None:
        """Control characters, halves of characters, overrides of direction, noncharacters."""
        for text in (f"{odd}I teach.", f"I\n{odd}teach.", f"I teach.{odd}"):
            assert [("/note", "character")] == problems({**JUDGEMENT, "note": text}, Judgement)

    @pytest.mark.parametrize("text", [*NOT_IN_LINES, *TAKEN])
    def test_what_people_write_and_paste_is_kept_as_sent(self, text: str) -> None:
        """Spaces of typography, marks of direction and joiners come along with pasted text."""
        for statement in (text, f"I{text}teach.\n"):
            form = Application("secondary-2019", lead_teacher_statement=statement)
            assert form == from_dict({**FORM, "lead_teacher_statement": statement}, Application)
            assert form == from_json(to_json(form), Application)

    def test_a_refusal_says_which_character_stands_where(self) -> None:
        """Lines count as the characters that end them."""
        told = message({**JUDGEMENT, "note": "I\nteach.\x1b[2J"}, Judgement)
        assert "U+001B, at place 8, may not stand in prose" == told
