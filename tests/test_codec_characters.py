"""Every character there is, against a plain definition of those that may stand in a line and in prose."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme.codec.texts import OUT_OF_LINE, OUT_OF_PROSE, odd_in_line, odd_in_prose, pattern

EVERY = range(0x110000)
JOINERS = "\u200c\u200d"
VARIANTS = {*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
SPACES_TAKEN = {0x20, 0x3000}
FORMATS_SEEN = {
    *(*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2),  # signs over or under numbers in Arabic and Syriac
    *(0x110BD, 0x110CD),  # the same in Kaithi
    *range(0x13430, 0x13440),  # how hieroglyphs stand to each other
}
UNSEEN = {
    *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0),  # letters, marks and a sign that show nothing
    *(0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000)),  # kept for signs that would show nothing
} - VARIANTS
LINES_ENDS = {0x09, 0x0A, 0x0D}
OVERRIDES = {0x202D, 0x202E}

CATEGORIES = [unicodedata.category(chr(code)) for code in EVERY]
NO_TEXT = {
    *(code for code in EVERY if CATEGORIES[code] in {"Cc", "Cs"}),
    *(code for code in EVERY if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF),
}
"""Control characters, halves of characters, and what is for ever no character."""

NOT_IN_PROSE = (NO_TEXT | OVERRIDES) - LINES_ENDS
SEPARATORS = {code for code in EVERY if CATEGORIES[code] in {"Zs", "Zl", "Zp"}} - SPACES_TAKEN
FORMATS = {code for code in EVERY if CATEGORIES[code] == "Cf"} - FORMATS_SEEN - set(map(ord, JOINERS))
NOT_IN_LINES = NO_TEXT | SEPARATORS | FORMATS | UNSEEN


def differing(odd: Callable[[str], int | None], expected: set[int], before: str, after: str) -> list[str]:
    """The characters that are taken and should not be, or the other way round, between two others."""
    places = {code: odd(f"{before}{chr(code)}{after}") for code in EVERY}
    return [f"{code:X}" for code, place in places.items() if place != (len(before) if code in expected else None)]


class TestEveryCharacter:
    """All 1,114,112 of them, each by itself between two letters."""

    @pytest.mark.parametrize(("before", "after"), [("a", "b"), ("é", "я"), ("a", "ب"), ("\u058f", "א")], ids=ascii)
    def test_in_a_line_after_a_letter_of_europe(self, before: str, after: str) -> None:
        """No joiner and no variant has a place there."""
        assert [] == differing(odd_in_line, NOT_IN_LINES | VARIANTS | set(map(ord, JOINERS)), before, after)

    @pytest.mark.parametrize(
        ("before", "after", "taken"),
        [
            pytest.param("ع", "ب", "joiners", id="Arabic"),
            pytest.param("\u0dca", "ර", "joiners", id="Sinhala"),
            pytest.param("葛", "城", "variants", id="Chinese"),
            pytest.param("\u182e", "\u1823", "both", id="Mongolian"),
            pytest.param("👩", "🏫", "both", id="emoji"),
            pytest.param("א", "ב", "neither", id="Hebrew"),
            pytest.param("ე", "ო", "neither", id="Georgian"),
            pytest.param("\u2019", "\u1ec5", "neither", id="an apostrophe and a letter of Vietnamese"),
        ],
    )
    def test_in_a_line_between_other_letters(self, before: str, after: str, taken: str) -> None:
        """In the scripts that need them joiners or variants have a place, and in no others."""
        joiners = set() if taken in {"joiners", "both"} else set(map(ord, JOINERS))
        variants = set() if taken in {"variants", "both"} else VARIANTS
        assert [] == differing(odd_in_line, NOT_IN_LINES | joiners | variants, before, after)

    def test_a_joiner_joins_nothing_to_a_letter_of_europe(self) -> None:
        """Nor to the end of the text; a variant needs nothing after it."""
        assert [1, 1, 1] == [odd_in_line(f"ب{JOINERS[0]}{after}") for after in ("a", "é", "")]
        assert [None, None] == [odd_in_line(f"葛\ufe00{after}") for after in ("a", "")]

    def test_no_variant_of_a_variant_and_no_joiner_of_a_joiner(self) -> None:
        """A run of them would be a message that nobody sees."""
        assert 2 == odd_in_line("葛\ufe00\ufe01城")
        assert [1, 1] == [odd_in_line(f"ع{run}ب") for run in ("\u200c\u200d", "\u200d\u200d")]

    @pytest.mark.parametrize("joiner", JOINERS, ids=ascii)
    def test_after_a_mark_that_ends_a_syllable_a_joiner_ends_a_word(self, joiner: str) -> None:
        """As in names in Malayalam; but not twice, nor where the mark stands before another letter."""
        assert [None] * 3 == [odd_in_line(f"\u0d28\u0d4d{joiner}{after}") for after in ("", " ", " \u0d28")]
        assert 3 == odd_in_line(f"\u0d28\u0d4d{joiner}{joiner}")
        assert 3 == odd_in_line(f"\u0d4d\u0d28\u0d28{joiner}")

    @pytest.mark.parametrize(("before", "after"), [("a", "b"), ("é", "я"), ("\n", "\t")], ids=repr)
    def test_in_prose(self, before: str, after: str) -> None:
        """It is the same beside whatever else."""
        assert [] == differing(odd_in_prose, NOT_IN_PROSE, before, after)

    def test_what_may_not_stand_in_prose_may_not_stand_in_a_line(self) -> None:
        """The definitions above agree in that, and so do the ranges of the library."""
        assert set() == NOT_IN_PROSE - NOT_IN_LINES
        lines, prose = ({code for one, last in some for code in range(one, last + 1)} for some in RANGES)
        assert (NOT_IN_LINES, NOT_IN_PROSE) == (lines | HALVES, prose | HALVES)


RANGES = OUT_OF_LINE, OUT_OF_PROSE
HALVES = set(range(0xD800, 0xE000))

LETTERS = st.sampled_from("aé ящ\u4e00\u0627\u0639'-")
ODD = st.sampled_from("\0\n\t\x7f\xa0\u200b\u200e\u202e\u2067\ufeff\ud800\ufffe")


def odd_by_hand(text: str) -> list[int]:
    """The places of the characters that may not stand in a line of letters, joiners and others."""
    return [
        place
        for place, one in enumerate(text)
        if (ord(one) in NOT_IN_LINES)
        or (one in JOINERS and not (is_joined(text[:place][-1:]) and is_joined(text[place + 1 :][:1])))
    ]


def is_joined(beside: str) -> bool:
    """Whether a character beside a joiner is one that it can join."""
    return beside in set("\u0627\u0639")


class TestTexts:
    """Texts of several characters."""

    @given(st.text(LETTERS | ODD, max_size=8))
    def test_the_first_that_may_not_stand_there_is_found(self, text: str) -> None:
        """In a line and in prose, and none in a text that has none."""
        lines, prose = ([place for place, one in enumerate(text) if ord(one) in some] for some in NOT_ALLOWED)
        assert (next(iter(lines), None), next(iter(prose), None)) == (odd_in_line(text), odd_in_prose(text))

    @given(st.text(LETTERS | st.sampled_from(JOINERS), max_size=8))
    def test_a_joiner_joins_two_letters_that_are_not_of_europe(self, text: str) -> None:
        """Whatever stands around them."""
        assert (not odd_by_hand(text)) is (odd_in_line(text) is None)

    @given(st.text(max_size=20))
    def test_no_text_raises(self, text: str) -> None:
        """Each has a place of the first odd character, or none."""
        for odd in (odd_in_line(text), odd_in_prose(text)):
            assert odd is None or 0 <= odd < len(text)


NOT_ALLOWED = NOT_IN_LINES, NOT_IN_PROSE


class TestPatterns:
    """The same as JSON Schema says it."""

    @pytest.mark.parametrize(
        ("ranges", "expected"),
        [pytest.param(OUT_OF_LINE, NOT_IN_LINES, id="a line"), pytest.param(OUT_OF_PROSE, NOT_IN_PROSE, id="prose")],
    )
    def test_a_pattern_tells_them_apart_as_far_as_every_dialect_can(
        self, ranges: tuple[tuple[int, int], ...], expected: set[int]
    ) -> None:
        """Up to U+FFFF, halves of characters apart, which validators of other languages never see by themselves."""
        matches = re.compile(pattern(ranges)).search
        plane = [code for code in range(0x10000) if code not in HALVES]
        assert [code for code in plane if code in expected] == [code for code in plane if not matches(f"a{chr(code)}b")]
        assert all(matches(text) for text in ("", "Zoë\u3000", "\U0001f642"))

    def test_a_pattern_is_ascii_and_takes_in_the_whole_text(self) -> None:
        """So a line's end behind it is seen too."""
        assert pattern(OUT_OF_LINE).isascii()
        assert "^[^\\u0000-\\u001f\\u007f-\\uffff]*(?![\\s\\S])" == pattern(
            ((0, 0x1F), (0x7F, 0xFFFF), (0x10000, 0x10FFFF))
        )
        assert None is re.search(pattern(OUT_OF_LINE), "Ada\n")
