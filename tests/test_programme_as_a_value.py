"""What a programme does as a value: it never changes, and a copy of it is the same one."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from mastery_programme import (
    EDITIONS,
    SECONDARY_COHORT_4,
    MasteryProgrammeError,
    Programme,
    allocate,
    assess_facts,
    fund,
)
from tests.changed_editions import changed


def pickled(programme: Programme) -> Programme:
    """The programme as another process gets it."""
    again: Programme = pickle.loads(pickle.dumps(programme))
    return again


class TestAsAValue:
    def test_it_does_not_change(self) -> None:
        """No field can be set or deleted, and no new one added."""
        programme: Any = SECONDARY_COHORT_4
        for name in ("id", "years", "memo"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(programme, name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(programme, name)
        with pytest.raises(AttributeError):
            programme.note = "something new"

    @pytest.mark.parametrize(
        "copied",
        [
            pytest.param(pickled, id="pickled and read again"),
            pytest.param(copy.copy, id="copied"),
            pytest.param(copy.deepcopy, id="copied to the ground"),
            pytest.param(attrs.evolve, id="built again from its fields"),
        ],
    )
    def test_a_copy_is_equal_and_answers_alike(self, copied: Callable[[Programme], Programme]) -> None:
        """A copy is the same value in every way."""
        allocate(SECONDARY_COHORT_4)
        programme = copied(SECONDARY_COHORT_4)
        assert (SECONDARY_COHORT_4, hash(SECONDARY_COHORT_4)) == (programme, hash(programme))
        assert SECONDARY_COHORT_4.hub("Jurassic") == programme.hub("Jurassic")
        assert SECONDARY_COHORT_4.facts == programme.facts
        assert allocate(SECONDARY_COHORT_4) == allocate(programme)
        assert fund(SECONDARY_COHORT_4) == fund(programme)
        assert assess_facts(SECONDARY_COHORT_4, {"qts": True}) == assess_facts(programme, {"qts": True})

    def test_what_it_remembers_is_not_pickled(self) -> None:
        """A pickle holds what the edition publishes, and no answers."""
        assert SECONDARY_COHORT_4.facts is SECONDARY_COHORT_4.memo.get("facts")
        assert pickle.loads(pickle.dumps(SECONDARY_COHORT_4)).memo.get("facts") is None

    def test_another_edition_is_another_value(self) -> None:
        """An edition made of this one is equal to it only if nothing differs, and remembers none of its answers."""
        another = changed(SECONDARY_COHORT_4, cohort=5)
        assert another != SECONDARY_COHORT_4
        assert another not in EDITIONS
        assert another.memo is not SECONDARY_COHORT_4.memo
        assert str(another) == "Secondary Mastery Specialist Programme, Cohort 5 (2019/20 to 2021/22)"

    def test_an_edition_that_differs_in_one_part_is_another_key(self) -> None:
        """Also where the id, the title and the cohort are the same."""
        without_a_form = changed(SECONDARY_COHORT_4, form=None)
        assert without_a_form != SECONDARY_COHORT_4
        assert [1, 2] == list({SECONDARY_COHORT_4: 1, without_a_form: 2}.values())

    def test_what_is_made_of_it_is_validated(self) -> None:
        """`attrs.evolve` builds a programme, and so checks it."""
        with pytest.raises(MasteryProgrammeError):
            attrs.evolve(SECONDARY_COHORT_4, years=())
