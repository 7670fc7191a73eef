"""The fuzzer itself: a short run finds nothing, it can be repeated, and it sees what is planted."""

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from mastery_programme import Application, InvalidDocument, Person, Problem, Programme
from mastery_programme.codec import Limits, to_dict
from mastery_programme.codec.catalogue import KINDS
from tests.fuzz import oracle, running
from tests.fuzz.mutations import MUTATIONS, mutated, places
from tests.fuzz.oracle import (
    BrokenError,
    check_all_told,
    check_document,
    check_kept,
    check_limits,
    check_row,
    check_taken,
    check_text,
)
from tests.fuzz.planted import DEFECTS, PACKAGE
from tests.fuzz.running import check, check_corpus, run
from tests.fuzz.ways import WAYS, bases, corpus
from tests.samples import APPLICATION, JUDGEMENT


class TestRuns:
    """Runs of the fuzzer."""

    def test_a_short_run_breaks_nothing(self) -> None:
        """Some are read, and most are refused, for many different reasons."""
        found = run(7, 3000, 600)
        assert () == found.broken
        assert 3000 == found.documents
        assert found.codes[""] > 200
        assert len(found.codes) > 15

    def test_a_document_can_be_made_again(self) -> None:
        """By its seed and its number."""
        first, again = check(3, 44), check(3, 44)
        assert repr(first[1:]) == repr(again[1:])

    def test_another_seed_gives_other_documents(self) -> None:
        """For the most part."""
        same = sum(repr(check(1, number)[1]) == repr(check(2, number)[1]) for number in range(50))
        assert same < 10

    def test_parts_of_a_run_are_the_whole(self) -> None:
        """As several processes share it."""
        parts = [run(5, 400, 600, first=first, step=2) for first in (0, 1)]
        assert run(5, 400, 600).codes == sum((part.codes for part in parts), Counter[str]())

    def test_a_run_ends_when_its_time_is_over(self) -> None:
        """At once, if it has none."""
        assert run(1, 10**9, 0).documents <= 64

    def test_every_public_class_is_among_the_documents(self) -> None:
        """But an edition, which is taken by itself."""
        assert {Programme} == KINDS.keys() - {base.cls for base in bases()}

    @pytest.mark.parametrize("way", [pytest.param(way, id=way.__name__) for way in WAYS])
    def test_no_way_breaks_anything(self, way: Any) -> None:
        """Each is tried on each class, and gives documents that differ."""
        made = [way(Random(number), base) for number, base in enumerate(bases())]
        assert all(found is None or found.problems for found in (holds() for _, holds in made))
        assert len({repr(document) for document, _ in made}) > len(made) / 2


class TestCorpus:
    """Documents that are kept, since they are rare or once broke something."""

    def test_nothing_of_it_is_broken(self) -> None:
        """The valid ones are read, and the others refused."""
        assert [] == list(check_corpus())
        assert len(corpus("refused")) > 10

    def test_what_is_read_otherwise_than_it_should_be_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Of either folder."""
        monkeypatch.setattr(running, "check_text", giving(None))
        assert len(corpus("refused")) == len(list(check_corpus()))
        monkeypatch.setattr(running, "check_text", giving(REFUSAL))
        assert {"corpus, valid: is not read"} == {one.problem for one in check_corpus()}
        assert len(corpus("valid")) == len(list(check_corpus()))


class TestMutations:
    """How documents are changed."""

    @pytest.mark.parametrize("mutate", [pytest.param(one, id=one.__name__) for one in dict.fromkeys(MUTATIONS)])
    def test_each_change_changes_something(self, mutate: Callable[..., None]) -> None:
        """In many of sixty times."""
        changed = 0
        for seed in range(60):
            document = to_dict(APPLICATION)
            mutate(Random(seed), document, [to_dict(JUDGEMENT)])
            changed += document != to_dict(APPLICATION)
        assert changed > 10

    def test_every_place_of_a_document_is_found(self) -> None:
        """Of objects and of lists."""
        found = [one[key] for one, key in places({"a": 1, "b": [2, {"c": 3}]})]
        assert [1, [2, {"c": 3}], 2, {"c": 3}, 3] == found

    def test_the_whole_can_become_anything(self) -> None:
        """Also what is no object."""
        kinds = {type(mutated(Random(seed), to_dict(JUDGEMENT), [])) for seed in range(2000)}
        assert {dict, list} < kinds


def giving(value: object) -> Callable[..., object]:
    """A function that gives a value, whatever it is asked."""

    def give(*_: object, **__: object) -> object:
        return value

    return give


def raising(error: Exception) -> Callable[..., object]:
    """A function that raises an error, whatever it is asked."""

    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


REFUSAL = InvalidDocument([Problem("", "type", "x")])


class TestOracle:
    """What the fuzzer would tell if something were wrong."""

    def test_a_coercion_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The schema says otherwise."""
        monkeypatch.setattr(oracle, "from_dict", giving(APPLICATION))
        with pytest.raises(BrokenError, match="its schema refuses it"):
            check_document({**to_dict(APPLICATION), "copied_to_head_teacher": "no"}, Application)

    def test_a_loss_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What was sent does not come back."""
        monkeypatch.setattr(oracle, "from_dict", giving(Person("Zoë")))
        with pytest.raises(BrokenError, match="/name is not in what comes back"):
            check_document({"name": "Zoë Example"}, Person)

    def test_an_exception_that_escapes_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever it is."""

        def fail(*_: Any) -> None:
            raise KeyError("x")

        monkeypatch.setattr(oracle, "from_dict", fail)
        monkeypatch.setattr(oracle, "from_json", fail)
        with pytest.raises(BrokenError, match="KeyError escaped"):
            check_document({}, Person)
        with pytest.raises(BrokenError, match="KeyError escaped"):
            check_text("{}", Person)

    def test_a_problem_that_hides_another_one_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Both places have to be named."""
        assert check_all_told({"name": 7, "email": 7}, Person, ["/name", "/email"])
        monkeypatch.setattr(oracle, "from_dict", raising(InvalidDocument([Problem("/name", "type", "x")])))
        with pytest.raises(BrokenError, match="what stands in '/email' is not refused"):
            check_all_told({"name": 7, "email": 7}, Person, ["/name", "/email"])

    def test_a_fine_text_that_is_refused_is_told(self) -> None:
        """With its problem."""
        with pytest.raises(BrokenError, match="is refused, though it is fine: /email"):
            check_taken({"email": "x"}, Person)

    def test_a_document_that_is_changed_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is the caller's."""

        def spoil(document: Any, *_: Any, **__: Any) -> Person:
            document["name"] = "x"
            return Person("x")

        monkeypatch.setattr(oracle, "from_dict", spoil)
        with pytest.raises(BrokenError, match="has changed it"):
            check_kept({"name": "Ada"}, Person)

    def test_what_is_read_otherwise_within_limits_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """They only refuse."""

        def read(*_: object, limits: Limits | None = None) -> Person:
            return Person("y" if limits is None else "x")

        monkeypatch.setattr(oracle, "from_dict", read)
        with pytest.raises(BrokenError, match="otherwise within Limits"):
            check_limits({"name": "y"}, Person, Limits(depth=3))

    def test_another_refusal_of_text_than_of_a_dict_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """By places and codes."""
        monkeypatch.setattr(oracle, "from_json", raising(InvalidDocument([Problem("/name", "empty", "x")])))
        with pytest.raises(BrokenError, match="refused otherwise as text than as a dict"):
            check_text('{"name": 7}', Person)

    @pytest.mark.parametrize(
        ("path", "code"), [("/name", "missing-key"), ("/nmae", "unknown-key"), ("/x/y", "type"), ("/name/x", "type")]
    )
    def test_a_place_that_there_is_not_is_told(self, path: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nor is what is missing there, or what is unknown not."""
        monkeypatch.setattr(oracle, "from_dict", raising(InvalidDocument([Problem(path, code, "x")])))
        with pytest.raises(BrokenError, match="no such place"):
            check_document({"name": "Ada"}, Person)

    def test_a_cell_that_is_dropped_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is read of a row tells as much as the row."""
        row = {"programme": "secondary-2019", "hub": "x"}
        assert check_row(row, Application) is None
        monkeypatch.setattr(oracle, "to_rows", giving([{"programme": "secondary-2019", "hub": ""}]))
        with pytest.raises(BrokenError, match="1 cells more than come back"):
            check_row(row, Application)

    @pytest.mark.parametrize("defect", [pytest.param(one, id=one.wrong) for one in DEFECTS])
    def test_what_is_planted_stands_in_the_codec(self, defect: Any) -> None:
        """Just once, so that `python -m tests.fuzz.planted` can plant it."""
        text = (PACKAGE / "codec" / defect.file).read_text(encoding="utf-8")
        assert 1 == text.count(defect.before)
        assert text != text.replace(defect.before, defect.after)
