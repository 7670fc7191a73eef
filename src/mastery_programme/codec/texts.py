"""Which characters may stand in a text of a document: what people can see, and in prose what they need to write it."""

import re
from collections.abc import Iterable
from typing import Final

Range = tuple[int, int]
"""Characters from the first code point to the last."""

_CONTROLS: tuple[Range, ...] = ((0x00, 0x1F), (0x7F, 0x9F))
_CONTROLS_BUT_LINES: tuple[Range, ...] = ((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F))
_SURROGATES: tuple[Range, ...] = ((0xD800, 0xDFFF),)
_NONCHARACTERS: tuple[Range, ...] = (
    (0xFDD0, 0xFDEF),
    *((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17)),
)
_OVERRIDES: tuple[Range, ...] = ((0x202D, 0x202E),)
_SPACES: tuple[Range, ...] = ((0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200B), (0x2028, 0x202F), (0x205F, 0x205F))
"""Spaces that look like the ordinary one or like none, and all marks of direction beside them. The wide space, in use
in Chinese and Japanese names, is not one of them."""
_UNSEEN: tuple[Range, ...] = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180E, 0x180E)),
    *((0x200E, 0x200F), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0)),
    *((0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF)),
)
_JOINERS = "\u200c\u200d"
_VARIANTS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_PICTURES = "\u2190-\u21ff\u231a-\u23ff\u2600-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
"""Arrows, signs and emoji."""
_JOINED = f"\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdcf\ufe70-\ufefc{_PICTURES}"
"""Names in Persian, Sinhala, Khmer and other languages are not written without a joiner between two of these, and some
emoji are made of several."""
_ENDING = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
"""Marks of the scripts of India and Sri Lanka after which a joiner may end a word."""
_HAN = "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_VARIED = f"\u1000-\u109f\u1800-\u18af\ua840-\ua87f{_HAN}{_PICTURES}"
"""After one of these a variant chooses among its forms, as in names in Chinese, Japanese and Mongolian."""

OUT_OF_LINE: Final = (*_CONTROLS, *_SPACES, *_OVERRIDES, *_UNSEEN, *_NONCHARACTERS)
"""What may not stand in a name or another text of one line; nor may half a character, a lone surrogate."""

OUT_OF_PROSE: Final = (*_CONTROLS_BUT_LINES, *_OVERRIDES, *_NONCHARACTERS)
"""What may not stand in prose: in statements, and in the notes and reasons that people write; nor may a surrogate."""


def _class(ranges: Iterable[Range]) -> str:
    """Characters as a class of a regular expression."""
    return f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in ranges)}]"


_LINE = re.compile(
    f"{_class((*OUT_OF_LINE, *_SURROGATES))}"
    f"|(?<![{_JOINED}{_VARIANTS}])[{_JOINERS}]|(?<![{_ENDING}])[{_JOINERS}](?![{_JOINED}])"
    f"|(?<![{_VARIED}])[{_VARIANTS}]"
)
_PROSE = re.compile(_class((*OUT_OF_PROSE, *_SURROGATES)))


def odd_in_line(text: str) -> int | None:
    """Where in a text of one line the first character stands that may not stand there; None if there is none."""
    if text.isascii() and text.isprintable():
        return None
    found = _LINE.search(text)
    return None if found is None else found.start()


def odd_in_prose(text: str) -> int | None:
    """Where in prose the first character stands that may not stand there; None if there is none."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return None
    found = _PROSE.search(text)
    return None if found is None else found.start()


def pattern(ranges: Iterable[Range]) -> str:
    """A pattern of text without some characters, as JSON Schema takes it; of those beyond U+FFFF it says nothing."""
    odd = "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in ranges if last <= 0xFFFF)
    return f"^[^{odd}]*(?![\\s\\S])"
