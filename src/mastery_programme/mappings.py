"""The small immutable mapping that our values hold, and the bounded memory that they may keep."""

from collections.abc import Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from types import MappingProxyType
from typing import Any, Self, TypeVar

K = TypeVar("K", bound=Hashable)
V_co = TypeVar("V_co", covariant=True)
V = TypeVar("V")
T = TypeVar("T")


class FrozenMapping(Mapping[K, V_co]):
    """A mapping that keeps its order and never changes: hashable, picklable, equal to a dict with the same items.

    Args:
        items: a mapping, or pairs of key and value; copied.

    >>> FrozenMapping({"qts": True})
    FrozenMapping({'qts': True})
    >>> FrozenMapping({"qts": True}) == {"qts": True}
    True
    """

    __slots__ = ("_items",)
    _items: MappingProxyType[K, V_co]

    def __init__(self, items: Mapping[K, V_co] | tuple[tuple[K, V_co], ...] = ()) -> None:
        object.__setattr__(self, "_items", MappingProxyType(dict(items)))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a FrozenMapping does not change: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a FrozenMapping does not change: {name} cannot be deleted")

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def keys(self) -> KeysView[K]:
        """The keys, in order."""
        return self._items.keys()

    def values(self) -> ValuesView[V_co]:
        """The values, in the order of their keys."""
        return self._items.values()

    def items(self) -> ItemsView[K, V_co]:
        """The pairs of key and value, in order."""
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMapping):
            return dict(self._items) == dict(other._items)
        return dict(self._items) == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMapping({dict(self._items)!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[dict[K, V_co]]]:
        return type(self), (dict(self._items),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def around(items: dict[K, V]) -> FrozenMapping[K, V]:
    """An immutable mapping of these very items, for those who have just made them and keep them to nobody else."""
    made: FrozenMapping[K, V] = FrozenMapping.__new__(FrozenMapping)
    object.__setattr__(made, "_items", MappingProxyType(items))
    return made


class Memo:
    """A bounded memory of answers, kept by the value that they follow from and no part of it.

    It holds immutable answers only, so that losing one costs time and never changes an answer: when full it forgets
    all but those under a text, which are made once. Each step is one operation of a dict, so threads can share it. A
    copy of it is empty.

    Args:
        limit: how many answers it holds.

    Attributes:
        kept: the answers by key; to be read only.
    """

    __slots__ = ("_limit", "kept")

    def __init__(self, limit: int) -> None:
        self.kept: dict[Hashable, Any] = {}
        self._limit = limit

    def get(self, key: Hashable) -> Any:  # noqa: ANN401 - a memo holds answers of every kind
        """The answer kept under a key, or None."""
        return self.kept.get(key)

    def keep(self, key: Hashable, answer: T) -> T:
        """Keep an answer, and return it."""
        if len(self.kept) >= self._limit:
            for old in [old for old in list(self.kept) if not isinstance(old, str)]:
                self.kept.pop(old, None)
        self.kept[key] = answer
        return answer

    def __reduce__(self) -> tuple[type[Self], tuple[int]]:
        return type(self), (self._limit,)
