"""Schools as the Department for Education's register knows them: reference number, phase and type of establishment."""

from collections.abc import Mapping
from typing import Self

from attrs import frozen

from mastery_programme.errors import InvalidAnswer, InvalidURN
from mastery_programme.hints import nearest
from mastery_programme.records import Term

_LONGEST = 100


@frozen(init=False, order=True, repr=False)
class URN:
    """The unique reference number of a school in the register: six ASCII digits, the first of them not 0.

    Args:
        text: the digits, as text.

    Raises:
        InvalidURN: for anything else, a number too.

    Source:
        FRM-1 of Cohort 4.

    >>> URN("123456")
    URN('123456')
    """

    text: str

    def __init__(self, text: str) -> None:
        if type(text) is not str or len(text) != 6 or not (text.isascii() and text.isdigit()) or text[0] == "0":
            raise InvalidURN("not a URN", text, "six digits as text, the first of them not 0")
        object.__setattr__(self, "text", text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The reference number in a text of six digits; raises `InvalidURN`."""
        return cls(text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"URN({self.text!r})"

    def __format__(self, spec: str) -> str:
        return format(self.text, spec)


class _RegisterTerm(Term):
    """A term of the register, equal to its name, with the code that the register gives it."""

    code: str

    def __new__(cls, name: str, code: str) -> Self:
        """A term of this name and code."""
        term = str.__new__(cls, name)
        term._value_ = name
        term.code = code
        return term

    @classmethod
    def parse(cls, text: str) -> Self:
        """The term of a name or a code of the register; case, spaces and hyphens do not matter.

        Raises:
            InvalidAnswer: if the register has no such name or code, naming the nearest.
        """
        terms = {spelling: term for term in cls for spelling in (_plain(term), term.code)}
        found = terms.get(_plain(text)) if isinstance(text, str) and len(text) <= _LONGEST else None
        if found is None:
            kind = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).strip()
            allowed = "its name or its code, as text"
            raise InvalidAnswer(f"no {kind} of the register", text, allowed, _nearest(text, terms))
        return found


def _nearest(text: object, terms: Mapping[str, _RegisterTerm]) -> str | None:
    """What was meant by what is no term: a code of which a spreadsheet dropped the nought, or the nearest name."""
    if not isinstance(text, str) or not text.strip():
        return None
    code = terms.get(f"0{text}")
    return nearest(text, map(str, terms.values())) if code is None else code.code


def _plain(name: str) -> str:
    """A name without what people vary."""
    words = name.casefold().replace("-", " ").split()
    return " ".join("school" if word == "schools" else word for word in words)


class Phase(_RegisterTerm):
    """A phase of education, as the register of schools in England names it (Get Information About Schools)."""

    NOT_APPLICABLE = "Not applicable", "0"
    NURSERY = "Nursery", "1"
    PRIMARY = "Primary", "2"
    MIDDLE_DEEMED_PRIMARY = "Middle deemed primary", "3"
    SECONDARY = "Secondary", "4"
    MIDDLE_DEEMED_SECONDARY = "Middle deemed secondary", "5"
    SIXTEEN_PLUS = "16 plus", "6"
    ALL_THROUGH = "All-through", "7"


class EstablishmentType(_RegisterTerm):
    """A type of establishment, as the register of schools in England names it (Get Information About Schools).

    The codes are those of its public download.
    """

    COMMUNITY = "Community school", "01"
    VOLUNTARY_AIDED = "Voluntary aided school", "02"
    VOLUNTARY_CONTROLLED = "Voluntary controlled school", "03"
    FOUNDATION = "Foundation school", "05"
    CITY_TECHNOLOGY_COLLEGE = "City technology college", "06"
    COMMUNITY_SPECIAL = "Community special school", "07"
    NON_MAINTAINED_SPECIAL = "Non-maintained special school", "08"
    OTHER_INDEPENDENT_SPECIAL = "Other independent special school", "10"
    OTHER_INDEPENDENT = "Other independent school", "11"
    FOUNDATION_SPECIAL = "Foundation special school", "12"
    PUPIL_REFERRAL_UNIT = "Pupil referral unit", "14"
    LOCAL_AUTHORITY_NURSERY = "Local authority nursery school", "15"
    FURTHER_EDUCATION = "Further education", "18"
    SECURE_UNIT = "Secure units", "24"
    OFFSHORE = "Offshore schools", "25"
    SERVICE_CHILDRENS_EDUCATION = "Service children's education", "26"
    MISCELLANEOUS = "Miscellaneous", "27"
    ACADEMY_SPONSOR_LED = "Academy sponsor led", "28"
    HIGHER_EDUCATION = "Higher education institutions", "29"
    WELSH = "Welsh establishment", "30"
    SIXTH_FORM_CENTRE = "Sixth form centres", "31"
    SPECIAL_POST_16 = "Special post 16 institution", "32"
    ACADEMY_SPECIAL_SPONSOR_LED = "Academy special sponsor led", "33"
    ACADEMY_CONVERTER = "Academy converter", "34"
    FREE_SCHOOL = "Free schools", "35"
    FREE_SCHOOL_SPECIAL = "Free schools special", "36"
    BRITISH_OVERSEAS = "British schools overseas", "37"
    FREE_SCHOOL_ALTERNATIVE_PROVISION = "Free schools alternative provision", "38"
    FREE_SCHOOL_16_TO_19 = "Free schools 16 to 19", "39"
    UNIVERSITY_TECHNICAL_COLLEGE = "University technical college", "40"
    STUDIO_SCHOOL = "Studio schools", "41"
    ACADEMY_ALTERNATIVE_PROVISION_CONVERTER = "Academy alternative provision converter", "42"
    ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED = "Academy alternative provision sponsor led", "43"
    ACADEMY_SPECIAL_CONVERTER = "Academy special converter", "44"
    ACADEMY_16_TO_19_CONVERTER = "Academy 16-19 converter", "45"
    ACADEMY_16_TO_19_SPONSOR_LED = "Academy 16 to 19 sponsor led", "46"
    ONLINE_PROVIDER = "Online provider", "49"
    OTHER_GOVERNMENT_DEPARTMENT = "Institution funded by other government department", "56"
    ACADEMY_SECURE_16_TO_19 = "Academy secure 16 to 19", "57"
