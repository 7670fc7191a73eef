"""The words of a statement, by the definition that we publish."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import InvalidAnswer, count_words
from tests.oddities import NO_NUMBERS

SEPARATORS = {
    " ": "a space",
    "\t": "a tab",
    "\n": "a line's end",
    "\r\n": "a line's end of another system",
    "\v": "a vertical tab",
    "\f": "a new page",
    "\N{NO-BREAK SPACE}": "a space that keeps words together",
    "\N{THIN SPACE}": "a thin space",
    "\N{IDEOGRAPHIC SPACE}": "a wide space",
    "\N{LINE SEPARATOR}": "a line separator",
    "\N{PARAGRAPH SEPARATOR}": "a paragraph separator",
    "\N{ZERO WIDTH SPACE}": "a space without width",
    "/": "a slash",
    "\\": "the other slash",
    "--": "two hyphens",
    "---": "three hyphens",
    "----": "four hyphens",
    "\N{FIGURE DASH}": "a figure dash",
    "\N{EN DASH}": "an en dash",
    "\N{EM DASH}": "an em dash",
    "\N{HORIZONTAL BAR}": "a horizontal bar",
    "\N{TWO-EM DASH}": "a two-em dash",
    "\N{THREE-EM DASH}": "a three-em dash",
    " \n\t \r\n ": "a run of spaces",
    " - ": "a hyphen by itself",
    " \N{BULLET} ": "a bullet by itself",
    " \N{EN DASH} ": "a dash by itself",
}
"""What separates words, with what it is."""

JOINERS = {
    "-": "a hyphen",
    "\N{HYPHEN}": "a hyphen of typography",
    "\N{NON-BREAKING HYPHEN}": "a hyphen that keeps words together",
    "'": "an apostrophe",
    "\N{RIGHT SINGLE QUOTATION MARK}": "a curly apostrophe",
    "\N{MODIFIER LETTER APOSTROPHE}": "an apostrophe that is a letter",
    ".": "a point",
    ",": "a comma",
    "@": "an at sign",
    "&": "the sign for and",
    "_": "an underscore",
    "\N{SOFT HYPHEN}": "a soft hyphen",
    "\N{WORD JOINER}": "a word joiner",
}
"""What joins the characters beside it in one word, with what it is."""

SEPARATOR = st.sampled_from(list(SEPARATORS))
TEXT = st.text(
    st.one_of(
        st.sampled_from([*"ab1 -/\\'\n", *(one for one in SEPARATORS if len(one) == 1), *JOINERS, "\N{BULLET}"]),
        st.characters(categories=None),  # lone surrogates too
    ),
    max_size=60,
)


def by_definition(text: str) -> int:
    """The words of a text, by the definition in one regular expression."""
    parts = re.split(r"[\s/\\\u2012-\u2015\u2e3a\u2e3b\u200b]|--", text)
    return len([part for part in parts if any(character.isalnum() for character in part)])


class TestCounting:
    """How many words a text has."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            pytest.param(None, 0, id="nobody wrote it"),
            pytest.param("", 0, id="empty"),
            pytest.param(" \n\t", 0, id="spaces alone"),
            pytest.param("word", 1, id="one"),
            pytest.param("  word\n", 1, id="one with spaces about it"),
            pytest.param("A well-read teacher \N{EN DASH} and/or two more.", 7, id="a sentence"),
            pytest.param("9 2019 \N{ROMAN NUMERAL FOUR} \N{VULGAR FRACTION ONE HALF}", 4, id="numbers"),
            pytest.param("1,000.5", 1, id="a number with signs in it"),
            pytest.param("2018/19", 2, id="two numbers with a slash"),
            pytest.param("2018\N{EN DASH}19", 2, id="two numbers with a dash"),
            pytest.param("2018-19", 1, id="two numbers with a hyphen"),
            pytest.param("fran\N{LATIN SMALL LETTER C WITH CEDILLA}ais", 1, id="a letter with a sign"),
            pytest.param("cafe\N{COMBINING ACUTE ACCENT}s", 1, id="a sign that combines with its letter"),
            pytest.param("\N{CJK UNIFIED IDEOGRAPH-6570}\N{CJK UNIFIED IDEOGRAPH-5B66}", 1, id="another script"),
            pytest.param("(word) \"word\" word! [word]; 'word'", 5, id="signs about words"),
            pytest.param("https://school.example/mathematics", 3, id="an address"),
            pytest.param("a.teacher@school.example", 1, id="an e-mail address"),
            pytest.param("rock 'n' roll", 3, id="apostrophes about a word"),
            pytest.param("word- -word -word-", 3, id="hyphens about words"),
            pytest.param("a\0b", 1, id="a zero byte"),
            pytest.param("a\ud800b \udfff", 1, id="halves of characters"),
        ],
    )
    def test_words_are_counted_by_the_definition(self, text: str | None, words: int) -> None:
        """Each case, as somebody would count it."""
        assert words == count_words(text)

    @pytest.mark.parametrize("words", [1, 2, 250, 251, 299, 300, 301, 10_000, 1_000_000])
    def test_words_are_counted_one_by_one(self, words: int) -> None:
        """However many there are, each word counts once."""
        assert words == count_words("word " * words) == count_words("\n".join(["word"] * words))

    @pytest.mark.parametrize("separator", [pytest.param(one, id=what) for one, what in SEPARATORS.items()])
    def test_what_separates_words_separates_once(self, separator: str) -> None:
        """Between words, in a run, and about a text; by itself it is no word."""
        assert [2, 2, 1, 0, 3] == [
            count_words(text.replace("|", separator)) for text in ("one|two", "one|||two", "|one|", "|", "a|b|c")
        ]

    @pytest.mark.parametrize("joiner", [pytest.param(one, id=what) for one, what in JOINERS.items()])
    def test_what_joins_makes_one_word(self, joiner: str) -> None:
        """Between letters or digits it is one word with them; it separates nothing."""
        assert [1, 1, 1, 2] == [
            count_words(text.replace("|", joiner)) for text in ("well|read", "1|2", "a|b|c", "one|1 two|2")
        ]

    @pytest.mark.parametrize(
        "sign",
        [
            pytest.param("-", id="a hyphen"),
            pytest.param("\N{HYPHEN}", id="a hyphen of typography"),
            pytest.param("\N{EN DASH}", id="an en dash"),
            pytest.param("\N{EM DASH}", id="an em dash"),
            pytest.param("\N{MINUS SIGN}", id="a minus sign"),
            pytest.param("\N{BULLET}", id="a bullet"),
            pytest.param("\N{MIDDLE DOT}", id="a middle dot"),
            pytest.param("\N{BLACK SQUARE}", id="a square"),
            pytest.param("\uf0b7", id="a bullet of a word processor"),
            pytest.param("*", id="an asterisk"),
            pytest.param("\N{HORIZONTAL ELLIPSIS}", id="an ellipsis"),
            pytest.param("&", id="the sign for and"),
            pytest.param("'", id="an apostrophe"),
            pytest.param("...", id="points"),
            pytest.param("(!?)", id="other signs"),
            pytest.param("\N{GRINNING FACE}", id="a face"),
        ],
    )
    def test_a_sign_by_itself_is_no_word(self, sign: str) -> None:
        """Before an item of a list, between words, or alone; right before a word it is no word more."""
        assert [0, 2, 2, 1] == [count_words(text) for text in (sign, f"{sign} a\n{sign} b", f"a {sign} b", f"{sign}a")]


class TestRefusing:
    """What is no text has no words that could be counted."""

    @pytest.mark.parametrize(
        "other",
        [
            *(one for one in NO_NUMBERS if one.values[0] is not None),
            pytest.param(0, id="nothing as a number"),
            pytest.param(300, id="a number"),
            pytest.param(b"", id="no bytes"),
            pytest.param([], id="a list of nothing"),
            pytest.param(["word"], id="a list of words"),
        ],
    )
    def test_it_is_refused_in_few_words(self, other: Any) -> None:
        """And not taken for a statement that nobody wrote."""
        with pytest.raises(InvalidAnswer, match="no text whose words could be counted") as refusal:
            count_words(other)

        assert len(str(refusal.value)) < 300


class TestProperties:
    """What holds for every text."""

    @given(TEXT)
    def test_it_is_the_definition_in_other_words(self, text: str) -> None:
        """A text cut at all that separates has as many parts with a letter or digit in them."""
        assert by_definition(text) == count_words(text)

    @given(st.text(st.characters(categories=None)))
    def test_no_text_is_too_odd_to_be_counted(self, text: str) -> None:
        """Halves of characters and control characters too; every second character can be a word at most."""
        assert 0 <= count_words(text) <= (len(text) + 1) // 2

    @given(text=TEXT, separator=SEPARATOR, word=st.text("ab1", min_size=1))
    def test_a_word_more_is_one_more(self, text: str, separator: str, word: str) -> None:
        """A separator and a word after a text, or before it, add just one."""
        assert {count_words(text) + 1} == {
            count_words(f"{text}{separator}{word}"),
            count_words(f"{word}{separator}{text}"),
        }

    @given(one=TEXT, other=TEXT, separator=SEPARATOR)
    def test_two_texts_have_the_words_of_both(self, one: str, other: str, separator: str) -> None:
        """With something between them that separates."""
        assert count_words(one) + count_words(other) == count_words(f"{one}{separator}{other}")

    @given(TEXT)
    def test_spaces_about_a_text_add_nothing(self, text: str) -> None:
        """However it was pasted."""
        assert count_words(text) == count_words(f"\n  {text}\t")
