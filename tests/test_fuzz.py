"""The fuzzer itself: a short run finds nothing, it can be repeated, and it sees what is planted."""

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from mastery_programme import Application, FundingStatement, Judgement, Money, Person
from mastery_programme.codec import to_dict
from tests.fuzz import oracle
from tests.fuzz.mutations import MUTATIONS, mutated, places
from tests.fuzz.oracle import BrokenError, check_document, check_text
from tests.fuzz.planted import DEFECTS, ROOT
from tests.fuzz.running import check, run
from tests.fuzz.ways import bases
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
        """But an assessment, which is not read, and an edition, which is taken by itself."""
        assert {Application, FundingStatement, Judgement, Money, Person} <= {base.cls for base in bases()}
        assert len(bases()) > 60


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

    @pytest.mark.parametrize("defect", [pytest.param(one, id=one.wrong) for one in DEFECTS])
    def test_what_is_planted_stands_in_the_codec(self, defect: Any) -> None:
        """Just once, so that `python -m tests.fuzz.planted` can plant it."""
        text = (ROOT / "src" / "mastery_programme" / "codec" / defect.file).read_text(encoding="utf-8")
        assert 1 == text.count(defect.before)
        assert text != text.replace(defect.before, defect.after)
