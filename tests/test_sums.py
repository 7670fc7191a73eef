"""Totals added up."""

from mastery_programme import Money, Total
from mastery_programme.sums import total_of_totals

ONE = Money(1)


class TestLabels:
    """The words for what is not published."""

    def test_what_has_no_words_is_called_by_its_id(self) -> None:
        """A total made by hand need not have them, or not for each."""
        for labels in ((), ("Travel",)):
            made = total_of_totals([Total(ONE, None, Money(0), ("travel", "meals"), labels)] * 2)
            assert ("travel", "meals") == made.unpublished == made.labels
            assert Money(2) == made.known

    def test_words_are_kept(self) -> None:
        """As they are."""
        made = total_of_totals([Total(ONE, None, Money(0), ("travel",), ("Travel",))])
        assert ("at least £1.00, plus Travel (amount not published)", ("Travel",)) == (str(made), made.labels)
