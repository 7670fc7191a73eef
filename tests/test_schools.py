"""Schools as the register knows them: reference numbers, and the terms for phases and types."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import URN, EstablishmentType, InvalidAnswer, InvalidURN, Phase
from tests.oddities import NO_NUMBERS, Hostile, copies, evaluated

Kind = type[Phase] | type[EstablishmentType]

PHASES = {
    "0": "Not applicable",
    "1": "Nursery",
    "2": "Primary",
    "3": "Middle deemed primary",
    "4": "Secondary",
    "5": "Middle deemed secondary",
    "6": "16 plus",
    "7": "All-through",
}
TYPES = {
    "01": "Community school",
    "02": "Voluntary aided school",
    "03": "Voluntary controlled school",
    "05": "Foundation school",
    "06": "City technology college",
    "07": "Community special school",
    "08": "Non-maintained special school",
    "10": "Other independent special school",
    "11": "Other independent school",
    "12": "Foundation special school",
    "14": "Pupil referral unit",
    "15": "Local authority nursery school",
    "18": "Further education",
    "24": "Secure units",
    "25": "Offshore schools",
    "26": "Service children's education",
    "27": "Miscellaneous",
    "28": "Academy sponsor led",
    "29": "Higher education institutions",
    "30": "Welsh establishment",
    "31": "Sixth form centres",
    "32": "Special post 16 institution",
    "33": "Academy special sponsor led",
    "34": "Academy converter",
    "35": "Free schools",
    "36": "Free schools special",
    "37": "British schools overseas",
    "38": "Free schools alternative provision",
    "39": "Free schools 16 to 19",
    "40": "University technical college",
    "41": "Studio schools",
    "42": "Academy alternative provision converter",
    "43": "Academy alternative provision sponsor led",
    "44": "Academy special converter",
    "45": "Academy 16-19 converter",
    "46": "Academy 16 to 19 sponsor led",
    "49": "Online provider",
    "56": "Institution funded by other government department",
    "57": "Academy secure 16 to 19",
}
"""The register's own codes and names, as its public download has them."""

EVERY_TERM = pytest.mark.parametrize("term", [*Phase, *EstablishmentType], ids=repr)
EITHER = pytest.mark.parametrize("kind", [Phase, EstablishmentType])


class TestURN:
    """The reference number of a school."""

    @given(st.integers(100_000, 999_999))
    def test_six_digits_are_one(self, number: int) -> None:
        """Built or parsed, and told as these digits."""
        urn = URN(str(number))

        assert (str(number), urn) == (str(urn), URN.parse(str(number)))
        assert (urn, {urn}) == (evaluated(repr(urn)), set(copies(urn)))

    @pytest.mark.parametrize(
        "text",
        [
            *NO_NUMBERS,
            pytest.param(123_456, id="a number"),
            pytest.param(123_456.0, id="a float"),
            pytest.param("", id="empty"),
            pytest.param("12345", id="five digits"),
            pytest.param("1234567", id="seven digits"),
            pytest.param("023456", id="0 first"),
            pytest.param("000000", id="nothing but 0"),
            pytest.param("12345a", id="a letter"),
            pytest.param("a23456", id="a letter first"),
            pytest.param("-12345", id="a sign"),
            pytest.param("+12345", id="a plus"),
            pytest.param("1234.5", id="a point"),
            pytest.param("123,456", id="a comma"),
            pytest.param("123 456", id="a space between"),
            pytest.param("12 456", id="a space for a digit"),
            pytest.param(" 123456", id="a space before"),
            pytest.param("123456 ", id="a space after"),
            pytest.param(" 12345", id="a space and five digits"),
            pytest.param("123456\n", id="a line's end"),
            pytest.param("12345\n", id="five digits and a line's end"),
            pytest.param("12_456", id="an underscore"),
            pytest.param("".join(map(chr, range(0x661, 0x667))), id="Arabic-Indic digits"),
            pytest.param("12345\N{ARABIC-INDIC DIGIT SIX}", id="an Arabic-Indic digit last"),
            pytest.param("12345\N{FULLWIDTH DIGIT SIX}", id="a wide digit"),
            pytest.param("12345\N{SUPERSCRIPT TWO}", id="a superscript"),
            pytest.param("12345\ud800", id="half a character"),
            pytest.param("1" * 10_000_000, id="ten million digits"),
            pytest.param(b"123456", id="six bytes"),
            pytest.param(("1", "2", "3", "4", "5", "6"), id="a tuple of digits"),
            pytest.param(URN("123456"), id="a reference number"),
        ],
    )
    def test_anything_else_is_refused_in_few_words(self, text: Any) -> None:
        """Built and parsed alike."""
        for make in (URN, URN.parse):
            with pytest.raises(InvalidURN, match="not a URN") as refusal:
                make(text)
            assert len(str(refusal.value)) < 300

    def test_a_refusal_says_what_would_be_taken(self) -> None:
        """With what was given."""
        with pytest.raises(InvalidURN) as refusal:
            URN("12345")

        assert "not a URN: '12345'; six digits as text, the first of them not 0" == str(refusal.value)

    def test_it_is_a_value_and_no_text(self) -> None:
        """Equal to its like, ordered by its digits, formatted as text, and unchangeable."""
        others: list[object] = ["123456", 123_456, None, URN("123457")]
        assert [False] * 4 == [URN("123456") == other for other in others]
        assert [URN("100000"), URN("123456"), URN("900000")] == sorted(map(URN, ("900000", "123456", "100000")))
        assert "123456|  123456" == f"{URN('123456')}|{URN('123456'):>8}"
        with pytest.raises(AttributeError):
            setattr(URN("123456"), "text", "654321")  # noqa: B010 - a plain assignment is what the type checkers refuse


class TestTerms:
    """The terms of the register."""

    @pytest.mark.parametrize(("kind", "names"), [(Phase, PHASES), (EstablishmentType, TYPES)], ids=["phase", "type"])
    def test_they_are_the_registers_own(self, kind: Kind, names: dict[str, str]) -> None:
        """Each code once, in the order of the codes, with its name."""
        assert list(names.items()) == [(term.code, str(term)) for term in kind]

    @EVERY_TERM
    def test_a_term_is_its_name(self, term: Phase | EstablishmentType) -> None:
        """Equal to its text, formatted as it, and a value that is copied as itself."""
        assert (str(term), str(term), True) == (term.value, f"{term}", term == str(term))
        assert (term, {term}) == (evaluated(repr(term)), set(copies(term)))

    @EVERY_TERM
    def test_it_is_found_by_its_name_and_by_its_code(self, term: Phase | EstablishmentType) -> None:
        """And by itself."""
        found = [term.parse(given) for given in (str(term), term.code, term)]

        assert [term, term, term] == found
        assert {type(term)} == set(map(type, found))

    @EVERY_TERM
    def test_case_spaces_and_hyphens_do_not_matter(self, term: Phase | EstablishmentType) -> None:
        """Every such spelling finds it, and so does school for schools."""
        name = str(term)
        spellings = [
            *(name.upper(), name.lower(), name.title(), name.swapcase()),
            *(f"  {name}\n", f"\t{term.code} ", name.replace(" ", "   "), name.replace(" ", "\N{NO-BREAK SPACE}")),
            *(name.replace("-", " "), name.replace(" ", "-"), name.replace(" ", " - ")),
            *(name.replace("schools", "school"), name.replace("school ", "schools ")),
        ]

        assert dict.fromkeys(spellings, term) == {spelling: term.parse(spelling) for spelling in spellings}

    @pytest.mark.parametrize(
        ("kind", "text", "near"),
        [
            pytest.param(Phase, "Secundary", "Secondary", id="a letter wrong"),
            pytest.param(Phase, "middle deemed secundary", "Middle deemed secondary", id="a letter wrong of many"),
            pytest.param(EstablishmentType, "Academy convertor", "Academy converter", id="another ending"),
            pytest.param(EstablishmentType, "studio_school", "Studio schools", id="an underscore"),
            pytest.param(EstablishmentType, "1", "01", id="a code that lost its nought in a spreadsheet"),
            pytest.param(EstablishmentType, "8", "08", id="another such code"),
            pytest.param(EstablishmentType, "", None, id="an empty text, to which nothing is near"),
            pytest.param(Phase, " \n", None, id="spaces, to which nothing is near"),
        ],
    )
    def test_an_unknown_name_is_refused_with_the_nearest(self, kind: Kind, text: str, near: str | None) -> None:
        """As plain text, which would be taken."""
        with pytest.raises(InvalidAnswer) as refusal:
            kind.parse(text)

        assert (text, near, type(near)) == (refusal.value.value, refusal.value.nearest, type(refusal.value.nearest))

    def test_a_refusal_says_what_there_is_none_of(self) -> None:
        """A phase, or a type of establishment."""
        for kind, what in ((Phase, "phase"), (EstablishmentType, "establishment type")):
            with pytest.raises(InvalidAnswer) as refusal:
                kind.parse("Other independant")
            told = f"no {what} of the register: 'Other independant'; its name or its code, as text; the nearest is "
            assert str(refusal.value).startswith(told)

    @EITHER
    @pytest.mark.parametrize(
        "text",
        [
            *NO_NUMBERS,
            pytest.param(4, id="a number"),
            pytest.param(1, id="a number that could be a code"),
            pytest.param("", id="empty"),
            pytest.param(" ", id="a space"),
            pytest.param("-", id="a hyphen"),
            pytest.param("99", id="a code that there is not"),
            pytest.param("004", id="a code with more zeros"),
            pytest.param("\N{ARABIC-INDIC DIGIT FOUR}", id="Arabic-Indic digits"),
            pytest.param("school", id="a part of many"),
            pytest.param("Middle", id="a part of two"),
            pytest.param("Secondary school", id="more words"),
            pytest.param("xSecondary", id="a letter before"),
            pytest.param("Studio schoolsx", id="a letter after"),
            pytest.param("SECONDARY_", id="nearly the name in code"),
            pytest.param("\ud800", id="half a character"),
            pytest.param("x" * 10_000_000, id="ten million characters"),
            pytest.param("Secondary" + " " * 100 + "closed", id="a phase, and more words far behind it"),
            pytest.param("Academy converter" + "-" * 100 + "closed", id="a type, and more words far behind it"),
            pytest.param(b"4", id="a byte"),
            pytest.param(["Secondary"], id="a list"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_anything_else_is_refused_in_few_words(self, kind: Kind, text: Any) -> None:
        """What is neither a name nor a code, as text."""
        with pytest.raises(InvalidAnswer) as refusal:
            kind.parse(text)

        assert len(str(refusal.value)) < 300

    def test_a_longer_text_than_any_name_is_none(self) -> None:
        """It is not read, were it a name with very many spaces."""
        assert Phase.SECONDARY is Phase.parse("Secondary".ljust(100))
        for length in (101, 10_000_000):
            with pytest.raises(InvalidAnswer):
                Phase.parse("Secondary".ljust(length))

    def test_a_code_has_all_its_digits(self) -> None:
        """The code of a type has two, and that of a phase has one."""
        for kind, code in ((EstablishmentType, "1"), (EstablishmentType, "001"), (Phase, "04")):
            with pytest.raises(InvalidAnswer):
                kind.parse(code)

    def test_a_term_of_one_kind_is_none_of_the_other(self) -> None:
        """No name or code stands for both a phase and a type."""
        for kind, others in ((Phase, [*EstablishmentType, *TYPES]), (EstablishmentType, [*Phase, *PHASES])):
            for other in others:
                with pytest.raises(InvalidAnswer):
                    kind.parse(other)
