"""Totals added up, and multiplied for places that are alike."""

from collections.abc import Callable, Iterable, Mapping

from mastery_programme.money import Money, Total


class Sum:
    """A total that grows, in pence: each figure adds up, and what is not published is told once."""

    __slots__ = ("_estimated", "_if_due", "_items", "_known", "_most", "_unpublished")

    def __init__(self) -> None:
        self._known = self._estimated = self._if_due = 0
        self._most: int | None = 0
        self._unpublished: dict[str, str] = {}
        self._items: dict[str, None] = {}

    def add(self, total: Total, times: int = 1) -> None:
        """Add a total so many times."""
        if not times:
            return
        self._known += total.known.in_pence * times
        self._estimated += total.estimated.in_pence * times
        self._if_due += total.estimated_if_due.in_pence * times
        if self._most is not None:
            self._most = None if total.at_most is None else self._most + total.at_most.in_pence * times
        if total.unpublished:
            labels = total.labels if len(total.labels) == len(total.unpublished) else total.unpublished
            self._unpublished.update(zip(total.unpublished, labels, strict=True))
        if total.estimated_items:
            self._items.update(dict.fromkeys(total.estimated_items))

    def total(self, order: Mapping[str, int] | None = None) -> Total:
        """What it has come to.

        Args:
            order: the place of each item that may not be published, so that it does not matter in which order totals
                were added; if left out, items stand in the order in which they came.
        """
        unpublished, estimated = list(self._unpublished), list(self._items)
        if order is not None:
            unpublished, estimated = (sorted(ids, key=_placed(order)) for ids in (unpublished, estimated))
        return Total(
            known=Money.pence(self._known),
            at_most=None if self._most is None else Money.pence(self._most),
            estimated=Money.pence(self._estimated),
            unpublished=tuple(unpublished),
            labels=tuple(self._unpublished[id] for id in unpublished),
            estimated_items=tuple(estimated),
            estimated_if_due=Money.pence(self._if_due),
        )


def _placed(order: Mapping[str, int]) -> Callable[[str], tuple[int, str]]:
    """What puts items in a stated order, those that it does not have last, by their ids."""
    return lambda id: (order.get(id, len(order)), id)


def total_of_totals(totals: Iterable[Total]) -> Total:
    """The sum of some totals."""
    in_all = Sum()
    for total in totals:
        in_all.add(total)
    return in_all.total()
