"""Documents made to do harm: round in circles, very deep, very large once unfolded, with keys that misbehave."""

import inspect
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from types import FrameType
from typing import Any, NoReturn

import pytest

from mastery_programme import (
    Application,
    Case,
    FrozenMapping,
    Is,
    LeadTeacher,
    Money,
    Person,
    Phase,
    Programme,
    Ruleset,
)
from mastery_programme.codec import InvalidDocument, Limits, from_dict, from_json
from tests.document_reading import json_problems, problems, refused
from tests.oddities import HUGE, Hostile

DEEP = 100_000
ROOTS: tuple[Any, ...] = (Person, LeadTeacher, Application, Case, Ruleset, Programme, FrozenMapping, Is, Money, Phase)


def circle_of_dicts() -> dict[str, Any]:
    """A dict that holds itself."""
    circle: dict[str, Any] = {}
    circle["name"] = circle
    return circle


def circle_of_lists() -> list[Any]:
    """A list that holds itself, a thousand times."""
    circle: list[Any] = []
    circle.extend([circle] * 1000)
    return circle


def circle_of_both() -> dict[str, Any]:
    """A dict whose list holds it."""
    circle: dict[str, Any] = {}
    circle["name"] = [[circle]]
    return circle


def laughs(width: int = 10, depth: int = 30) -> list[Any]:
    """A list of a list, again and again, each many times: small, and endless once unfolded."""
    laugh: list[Any] = ["ha"]
    for _ in range(depth):
        laugh = [laugh] * width
    return laugh


def deep(lists: bool) -> Any:
    """A hundred thousand containers within each other."""
    document: Any = [] if lists else {}
    for _ in range(DEEP):
        document = [document] if lists else {"name": document}
    return document


class Changing:
    """A key whose hash is another each time, and which is equal to nothing, not to itself."""

    def __init__(self) -> None:
        self.number = 0

    def __hash__(self) -> int:
        self.number += 1
        return self.number

    def __eq__(self, other: object) -> bool:
        return False


class Breaking:
    """A key that breaks whoever looks at it, once it is in its dict."""

    is_armed = False

    def __hash__(self) -> int:
        return self._broken() if self.is_armed else 7

    def __eq__(self, other: object) -> bool:
        return self._broken() if self.is_armed else self is other

    def __repr__(self) -> str:
        return self._broken()

    __str__ = __len__ = __bool__ = __lt__ = __iter__ = __repr__

    def _broken(self) -> NoReturn:
        raise AssertionError("nobody may ask this")


def armed() -> dict[Any, Any]:
    """A dict with such a key."""
    key = Breaking()
    held = {key: 1}
    key.is_armed = True
    return held


class TestCircles:
    """Containers that hold themselves, or each other very often."""

    @pytest.mark.parametrize(
        ("document", "code"),
        [
            pytest.param(circle_of_dicts(), "too-deep", id="a dict in itself"),
            pytest.param(circle_of_lists(), "too-many", id="a list in itself, many times"),
            pytest.param(circle_of_both(), "too-deep", id="a dict in its list"),
            pytest.param({"name": circle_of_lists()[:1]}, "too-many", id="a list that leads into a circle"),
            pytest.param(laughs(), "too-many", id="ten to the thirtieth values"),
            pytest.param(laughs(1000, 3), "too-many", id="a thousand million values"),
            pytest.param({"name": laughs(1, 500)}, "too-deep", id="one in one"),
        ],
    )
    @pytest.mark.parametrize("cls", ROOTS, ids=lambda cls: cls.__name__)
    def test_what_never_ends_is_refused_once(self, document: Any, code: str, cls: Any) -> None:
        """Whatever it was to be."""
        assert [code] == [found_code for _, found_code in problems(document, cls)]

    def test_what_stands_several_times_is_no_circle(self) -> None:
        """One list of awards for two teachers is just two lists."""
        award = {"title": "Chartered"}
        teacher = from_dict({"awards": [award] * 1000}, LeadTeacher)
        assert 1000 == len(teacher.awards or ())


class TestDepth:
    """A hundred thousand levels."""

    @pytest.mark.parametrize("lists", [True, False], ids=["lists", "objects"])
    def test_a_deep_dict_is_refused_at_the_limit(self, lists: bool) -> None:
        """It is not walked to its end."""
        for limits in (Limits(), Limits(10**9, 100, 10**9, 10**9)):
            (problem,) = refused(deep(lists), Person, limits).problems
            assert ("/0" if lists else "/name") * limits.depth == problem.path
            assert "too-deep" == problem.code

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("[" * DEEP, id="lists without an end"),
            pytest.param("[" * DEEP + "]" * DEEP, id="lists"),
            pytest.param('{"":' * DEEP, id="objects without an end"),
            pytest.param('{"a":' * DEEP + "1" + "}" * DEEP, id="objects"),
            pytest.param('[{"a":' * (DEEP // 2), id="both in turn"),
            pytest.param("]" * DEEP + "[" * DEEP, id="ends before beginnings, which is no JSON"),
        ],
    )
    def test_deep_text_is_refused_before_it_is_parsed(self, text: str) -> None:
        """By the number of values, or by the depth where a caller allows so many."""
        wide = Limits(length=10**9, depth=100, width=10**9, values=10**9)
        usual = Limits(length=10**9)
        assert [("", "too-many")] == json_problems(text, Person, usual)
        assert json_problems(text, Person, wide) in ([("", "too-deep")], [("", "json")])
        assert [("", "too-long")] == json_problems(text * 3, Person)

    def test_brackets_in_a_text_without_an_end_are_no_depth(self) -> None:
        """It is no JSON."""
        for text in (
            '"' + "[" * DEEP,
            '{"name": "' + "{[," * 50_000,
            '["\\"' + "[" * DEEP,
            '"' + "\\" * DEEP,
            '"\\\n' + "[" * 99,
        ):
            assert [("", "json")] == json_problems(text, Person)

    def test_to_refuse_takes_few_calls_within_each_other(self) -> None:
        """So it works at the end of a host's stack."""
        documents = [deep(lists) for lists in (True, False)]
        texts = ["[" * DEEP, '{"a":' * DEEP]
        wide = Limits(length=10**9, depth=100, width=10**9, values=10**9)
        usual = sys.getrecursionlimit()
        here = len(list(frames()))
        codes: list[str] = []
        try:
            sys.setrecursionlimit(here + 30)
            for document in documents:
                codes += code_of(partial(from_dict, document, Person, limits=wide))
            for text in texts:
                codes += code_of(partial(from_json, text, Person, limits=wide))
        finally:
            sys.setrecursionlimit(usual)
        assert ["too-deep"] * 4 == codes


def frames() -> Iterator[object]:
    """The calls that are under way."""
    frame: FrameType | None = inspect.currentframe()
    while frame is not None:
        yield frame
        frame = frame.f_back


def code_of(read: Callable[[], object]) -> list[str]:
    """The codes of what is wrong with a document."""
    try:
        read()
    except InvalidDocument as error:
        return [problem.code for problem in error.problems]
    return []


class TestKeys:
    """Keys that are no text."""

    @pytest.mark.parametrize(
        ("key", "said"),
        [
            pytest.param(None, "null", id="nothing"),
            pytest.param(1, "1", id="a number"),
            pytest.param(True, "true", id="yes"),
            pytest.param(HUGE, "<a whole number of 3321929 bits>", id="a million digits"),
            pytest.param(Decimal(1), "Decimal('1')", id="a Decimal"),
            pytest.param(("name",), "<tuple>", id="a tuple"),
            pytest.param(b"name", "<bytes>", id="bytes"),
            pytest.param(Phase.SECONDARY, "<mastery_programme.schools.Phase>", id="a term, which is equal to its text"),
            pytest.param(Hostile(), "<tests.oddities.Hostile>", id="what breaks when it is shown"),
            pytest.param(Changing(), "<tests.test_codec_hostile.Changing>", id="another hash each time"),
            pytest.param(Person, "<type>", id="a class"),
        ],
    )
    def test_a_key_that_is_no_text_is_refused_where_it_stands(self, key: Any, said: str) -> None:
        """At the top and further down, without its being asked for anything."""
        (top,) = refused({"name": "Ada", key: 1}, Person).problems
        (below,) = refused({"programme": "x", "school": {key: "A"}}, Application).problems
        told = f"{said} is no key of JSON, which is text"
        assert [("", "type", told), ("/school", "type", told)] == [
            (problem.path, problem.code, problem.message) for problem in (top, below)
        ]

    @pytest.mark.parametrize("cls", ROOTS, ids=lambda cls: cls.__name__)
    def test_a_key_that_breaks_is_not_asked(self, cls: Any) -> None:
        """Neither for its hash nor whether it is equal to another."""
        assert [("", "type")] == problems(armed(), cls)
        assert [("/name/0", "type")] == problems({"name": [armed()]}, cls)

    def test_a_number_is_a_place_in_a_list_alone(self) -> None:
        """Not a key of an object."""
        assert [("", "type")] == problems({0: {"title": "A"}}, LeadTeacher)
        assert [("/awards/0/title", "type")] == problems({"awards": [{"title": 0}]}, LeadTeacher)


LONG = "x" * 200_000
MEMORY: list[Any] = [
    pytest.param("[" * 262_144, id="brackets"),
    pytest.param("[" * 9 + '"' * 200_000, id="quotes"),
    pytest.param('"' + "\\" * 262_000, id="escapes"),
    pytest.param("[" + "[]," * 80_000 + "[]]", id="empty lists"),
    pytest.param("{" + ",".join(f'"k{number}":1' for number in range(900)) + "}", id="unknown keys"),
    pytest.param('{"a":1,' * 1 + '"a":1,' * 9_000 + '"a":1}', id="one key again and again"),
    pytest.param("{" + ",".join(f'"{LONG[:200]}{number}":1' for number in range(900)) + "}", id="long keys"),
    pytest.param(f'{{"{LONG}": 1}}', id="a very long key"),
    pytest.param(f'{{"name": {"9" * 260_000}}}', id="a very long number"),
    pytest.param(f'{{"name": "{LONG}\\u0000"}}', id="a long text with an odd character"),
    pytest.param('{"name": "' + "\\u200b" * 40_000 + '"}', id="many odd characters"),
    pytest.param('{"name": "' + "\U0001f642" * 100_000 + '\\u0000"}', id="wide characters"),
    pytest.param('{"other_statements": {' + ",".join(f'"{n}":{n}' for n in range(999)) + "}}", id="many problems"),
    pytest.param('{"lead_teacher": {"awards": [' + ",".join(["{}"] * 999) + "]}}", id="many things lacking"),
    pytest.param("x" * 10**8, id="a hundred million characters"),
    pytest.param(b"[" * 10**8, id="a hundred million bytes"),
    pytest.param(circle_of_lists(), id="a circle"),
    pytest.param(laughs(), id="ten to the thirtieth values"),
    pytest.param({"name": "x" * 10**8}, id="a text of a hundred million characters in a dict"),
    pytest.param({"x" * 10**7: 1}, id="a key of ten million characters in a dict"),
    pytest.param({"name": HUGE, "email": [HUGE], "school": Decimal("9" * 10**6)}, id="very large numbers in a dict"),
    pytest.param({"name": b"x" * 10**8}, id="a hundred million bytes in a dict"),
    pytest.param([1] * 10**6, id="a million items in a list"),
]


class TestMemory:
    """How much a refusal takes."""

    @pytest.mark.parametrize("document", MEMORY)
    def test_a_refusal_takes_less_than_twenty_megabytes(self, document: Any) -> None:
        """Beside what the caller holds already."""
        read = from_json if isinstance(document, str | bytes) else from_dict
        tracemalloc.start()
        try:
            with pytest.raises(InvalidDocument) as refusal:
                read(document, Application)
            assert len(str(refusal.value).encode("utf-8", "replace")) <= 10_000
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 20 * 10**6
