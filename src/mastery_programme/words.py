"""How words are counted, by one published definition."""

from unicodedata import normalize

from mastery_programme.errors import InvalidAnswer

# slashes (also the mathematical and the wide one), dashes of every length, and the zero-width space
_BETWEEN_WORDS = str.maketrans(
    dict.fromkeys("/\\\u2215\uff0f\u2012\u2013\u2014\u2015\u2e3a\u2e3b\u2053\u301c\ufe58\u200b", " ")
)


def count_words(text: str | None) -> int:
    """How many words a text has.

    A word is a run of characters with at least one letter or digit in it. Words are separated by white space of any
    kind and length, slashes, dashes (also two hyphens in a row) and zero-width spaces. Hyphens and apostrophes join:
    "well-read" is one word, "and/or" is two, a bullet or a dash by itself is none.

    Args:
        text: the text; None, for a statement that nobody wrote, has no words.

    Raises:
        InvalidAnswer: if it is neither.

    Source:
        FRM-7 and FRM-8 of Cohort 4, which set a limit and no definition.

    >>> count_words("A well-read teacher – and/or two more.")
    7
    """
    if text is None:
        return 0
    if not isinstance(text, str):
        raise InvalidAnswer("no text whose words could be counted", text, "text, or None for none")
    parts = text.replace("--", " ").translate(_BETWEEN_WORDS).split()
    return sum(part.isalnum() or any(map(str.isalnum, part)) for part in parts)


def folded(name: str) -> str:
    """A name without what people and machines vary: case, how many spaces, and how an accent is encoded."""
    return " ".join(normalize("NFC", name.casefold()).split())
