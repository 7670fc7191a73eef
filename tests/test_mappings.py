"""The immutable mapping that values hold, and the bounded memory that they may keep."""

import pickle
from collections import ChainMap, OrderedDict, UserDict
from collections.abc import Callable, Mapping
from copy import deepcopy
from itertools import permutations
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import FrozenMapping, Money
from mastery_programme.mappings import Memo
from tests.oddities import copies, evaluated

ITEMS = {"qts": True, "phase": "secondary", "years": 3}

DICTS = st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.booleans(), st.text(max_size=5)), max_size=6)


def empty_slots(mapping: Any) -> None:
    """Empty whatever a mapping holds."""
    for slot in type(mapping).__slots__:
        getattr(mapping, slot).clear()


WAYS_IN: dict[str, Callable[[Any], object]] = {
    "setting": lambda mapping: mapping.__setitem__("qts", False),
    "deleting": lambda mapping: mapping.__delitem__("qts"),
    "updating": lambda mapping: mapping.update({"qts": False}),
    "taking out": lambda mapping: mapping.pop("qts"),
    "emptying": lambda mapping: mapping.clear(),
    "adding": lambda mapping: mapping.setdefault("sle", 1),
    "another attribute": lambda mapping: setattr(mapping, "_items", {}),
    "a new attribute": lambda mapping: setattr(mapping, "anything", 1),
    "no attribute": lambda mapping: delattr(mapping, "_items"),
    "its dict": vars,
    "what its keys view": lambda mapping: mapping.keys().mapping.clear(),
    "what its items view": lambda mapping: mapping.items().mapping.clear(),
    "its slots": empty_slots,
}


class TestReading:
    """A frozen mapping is read as a dict is."""

    @given(DICTS)
    def test_it_is_what_a_dict_of_the_same_items_is(self, items: dict[str, Any]) -> None:
        """Keys, values, items, length and look-ups agree, in order."""
        mapping = FrozenMapping(items)

        assert list(items) == list(mapping) == list(mapping.keys())
        assert (list(items.values()), list(items.items())) == (list(mapping.values()), list(mapping.items()))
        assert len(items) == len(mapping)
        assert bool(items) is bool(mapping)
        assert all(items[key] == mapping[key] == mapping.get(key) for key in items)
        assert items == {**mapping}

    def test_what_it_does_not_hold_is_missing(self) -> None:
        """An unknown key raises, and `get` and `in` say so in peace."""
        mapping = FrozenMapping(ITEMS)

        assert (None, 7) == (mapping.get("sle"), mapping.get("sle", 7))
        assert ("qts" in mapping, "sle" in mapping, None in mapping) == (True, False, False)
        with pytest.raises(KeyError):
            mapping["sle"]

    @pytest.mark.parametrize(
        "items",
        [
            pytest.param(ITEMS, id="a dict"),
            pytest.param(tuple(ITEMS.items()), id="pairs"),
            pytest.param(FrozenMapping(ITEMS), id="a frozen mapping"),
            pytest.param(MappingProxyType(ITEMS), id="a view of a dict"),
            pytest.param(UserDict(ITEMS), id="a mapping that is no dict"),
        ],
    )
    def test_it_is_made_from_mappings_and_pairs(self, items: Any) -> None:
        """The order is that of what is given."""
        assert list(ITEMS.items()) == list(FrozenMapping(items).items())

    def test_it_is_empty_if_nothing_is_given(self) -> None:
        """No items make an empty one, which is false."""
        assert {} == FrozenMapping()
        assert not FrozenMapping()


class TestComparing:
    """Equality is that of a dict, and equal ones have one hash."""

    @given(DICTS, DICTS)
    def test_two_are_equal_as_dicts_are(self, items: dict[str, Any], others: dict[str, Any]) -> None:
        """Against a frozen one or a dict, from either side."""
        same = items == others

        assert same is (FrozenMapping(items) == FrozenMapping(others))
        assert same is (FrozenMapping(items) == others)
        assert same is (items == FrozenMapping(others))
        assert same is not (FrozenMapping(items) != FrozenMapping(others))

    @pytest.mark.parametrize("kind", [OrderedDict, UserDict, ChainMap, MappingProxyType])
    def test_it_equals_every_mapping_of_the_same_items(self, kind: Callable[[Mapping[str, Any]], Any]) -> None:
        """Mappings that are no dicts are equal too, from either side."""
        assert FrozenMapping(ITEMS) == kind(ITEMS)
        assert kind(ITEMS) == FrozenMapping(ITEMS)
        assert FrozenMapping(ITEMS) != kind({"qts": True})

    @pytest.mark.parametrize("other", [tuple(ITEMS.items()), list(ITEMS), None, "qts", 3], ids=type)
    def test_it_equals_nothing_else(self, other: object) -> None:
        """Pairs and keys are no mapping."""
        assert FrozenMapping(ITEMS) != other
        assert other != FrozenMapping(ITEMS)

    def test_the_order_changes_neither_equality_nor_hash(self) -> None:
        """All orders of the same items are one key."""
        assert 1 == len({FrozenMapping(tuple(order)) for order in permutations(ITEMS.items())})

    def test_what_differs_is_another_key(self) -> None:
        """Other values and other keys make other mappings."""
        assert 3 == len({FrozenMapping({"a": 1}), FrozenMapping({"a": 2}), FrozenMapping({"b": 1})})

    def test_it_is_hashable_as_far_as_its_values_are(self) -> None:
        """A list in it can change, and so it has no hash."""
        with pytest.raises(TypeError, match="unhashable"):
            hash(FrozenMapping({"a": [1]}))


class TestNeverChanging:
    """Nothing changes a frozen mapping."""

    def test_what_it_was_made_from_may_change(self) -> None:
        """The items are copied."""
        items = dict(ITEMS)
        mapping = FrozenMapping(items)
        items["sle"] = True
        del items["qts"]

        assert ITEMS == mapping

    @pytest.mark.parametrize("change", [pytest.param(change, id=id) for id, change in WAYS_IN.items()])
    def test_there_is_no_way_in(self, change: Callable[[Any], object]) -> None:
        """Every way to change a dict or an object fails, and changes nothing."""
        mapping = FrozenMapping(ITEMS)
        with pytest.raises((AttributeError, TypeError)):
            change(mapping)

        assert list(ITEMS.items()) == list(mapping.items())

    def test_an_error_says_that_it_does_not_change(self) -> None:
        """The error names what could not be set or deleted."""
        mapping: Any = FrozenMapping(ITEMS)
        with pytest.raises(AttributeError, match="does not change: colour cannot be set"):
            mapping.colour = "red"
        with pytest.raises(AttributeError, match="does not change: colour cannot be deleted"):
            del mapping.colour

    def test_who_compares_with_it_does_not_get_hold_of_it(self) -> None:
        """A mapping of somebody else's, asked whether it is equal, is handed a copy."""

        class Meddler(UserDict[str, Any]):
            __hash__ = None  # type: ignore[assignment]  # a mapping that changes has no hash

            def __eq__(self, other: object) -> bool:
                if isinstance(other, dict):
                    other.clear()
                return False

        mapping = FrozenMapping(ITEMS)

        assert mapping != Meddler(ITEMS)
        assert ITEMS == mapping


class TestTravelling:
    """A frozen mapping comes back as it was."""

    @given(DICTS)
    def test_it_comes_back_from_repr_pickle_and_copy(self, items: dict[str, Any]) -> None:
        """Equal, frozen and in the same order."""
        for back in (evaluated(repr(FrozenMapping(items))), *copies(FrozenMapping(items))):
            assert isinstance(back, FrozenMapping)
            assert list(items.items()) == list(back.items())

    def test_the_repr_shows_a_dict(self) -> None:
        """What it holds is told as its own repr."""
        assert "FrozenMapping({'fee': Money('1.00')})" == repr(FrozenMapping({"fee": Money(1)}))

    def test_a_copy_of_what_never_changes_is_itself(self) -> None:
        """Copying needs no time and no room."""
        mapping = FrozenMapping(ITEMS)

        assert mapping is deepcopy(mapping)


class TestMemo:
    """The bounded memory of answers."""

    def test_it_gives_back_what_it_was_told_to_keep(self) -> None:
        """An answer is returned when kept and when asked for; nothing is None."""
        memo = Memo(2)

        assert ("answer", "answer", None) == (memo.keep("key", "answer"), memo.get("key"), memo.get("other"))

    def test_it_never_holds_more_than_its_limit(self) -> None:
        """When full it is emptied, and the newest answer is kept all the same."""
        memo = Memo(2)
        for number in (1, 2):
            memo.keep(number, f"answer {number}")

        assert ["answer 1", "answer 2"] == [memo.get(1), memo.get(2)]
        memo.keep(3, "answer 3")
        assert [None, None, "answer 3"] == [memo.get(1), memo.get(2), memo.get(3)]

    def test_a_copy_or_a_pickle_of_it_is_empty_and_apart(self) -> None:
        """What is remembered does not travel, and two memories do not mix; the limit stays."""
        memo = Memo(1)
        memo.keep(1, "answer 1")
        for back in (deepcopy(memo), pickle.loads(pickle.dumps(memo))):
            assert back.get(1) is None
            back.keep(2, "answer 2")
            back.keep(3, "answer 3")
            assert (None, "answer 3") == (back.get(2), back.get(3))

        assert ("answer 1", None) == (memo.get(1), memo.get(3))
