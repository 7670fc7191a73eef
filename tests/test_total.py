"""Totals: sums that say what is not in them."""

from itertools import product

import pytest

from mastery_programme import Money, Total
from tests.oddities import copies, evaluated

TRAVEL = ("travel", "PD Lead enrolment", "meals")

SURE = [
    pytest.param(Money(100), Money(0), "£100.00", id="exact"),
    pytest.param(Money(150), Money(0), "between £100.00 and £150.00", id="between two amounts"),
    pytest.param(None, Money(0), "at least £100.00", id="at least"),
    pytest.param(Money(120), Money(20), "£100.00, plus £20.00 estimated", id="exact but for an estimate"),
    pytest.param(
        Money(170), Money(20), "between £100.00 and £150.00, plus £20.00 estimated", id="between, and an estimate"
    ),
    pytest.param(None, Money(20), "at least £100.00, plus £20.00 estimated", id="at least, and an estimate"),
]
NOT_PUBLISHED = [
    pytest.param((), "", id="all published"),
    pytest.param(TRAVEL[:1], ", plus travel (amount not published)", id="one item"),
    pytest.param(TRAVEL[:2], ", plus travel and PD Lead enrolment (amounts not published)", id="two items"),
    pytest.param(TRAVEL, ", plus travel, PD Lead enrolment and meals (amounts not published)", id="three items"),
]


class TestWords:
    """How a total is told."""

    @pytest.mark.parametrize(("labels", "more"), NOT_PUBLISHED)
    @pytest.mark.parametrize(("at_most", "estimated", "words"), SURE)
    def test_it_says_how_sure_it_is_and_what_is_not_in_it(
        self, at_most: Money | None, estimated: Money, words: str, labels: tuple[str, ...], more: str
    ) -> None:
        """Every combination of exact, bounded and open, estimated or not, with and without unpublished items."""
        assert words + more == str(Total(Money(100), at_most, estimated, labels, labels))

    def test_the_whole_statement_is_told_so(self) -> None:
        """The words of the Cohort 4 total."""
        total = Total(Money(15_250), None, Money(0), ("travel", "pd-lead-enrolment"), TRAVEL[:2])

        assert "at least £15,250.00, plus travel and PD Lead enrolment (amounts not published)" == str(total)

    @pytest.mark.parametrize(("known", "words"), [(Money(0), "£0.00"), (Money(-5), "-£5.00")], ids=["nothing", "owed"])
    def test_nothing_and_money_owed_are_amounts_too(self, known: Money, words: str) -> None:
        """A total of nothing is told as an amount, and so is one below it."""
        assert words == str(Total(known, known, Money(0)))

    def test_it_is_formatted_as_its_words(self) -> None:
        """A format spec sets the words as it sets text."""
        assert "  £1.00|£1.00  " == "{0:>7}|{0:7}".format(Total(Money(1), Money(1), Money(0)))


class TestValue:
    """A total is a value."""

    def test_it_comes_back_from_repr_pickle_and_copy(self) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        for at_most, estimated, labels in product((None, Money(9)), (Money(0), Money(2)), ((), TRAVEL)):
            total = Total(Money(3), at_most, estimated, labels, labels)
            assert total == evaluated(repr(total))
            assert {total} == set(copies(total))

    def test_every_part_of_it_counts(self) -> None:
        """Totals that differ in one part differ."""
        total = Total(Money(1), Money(3), Money(0), ("travel",), ("travel",))
        others = [
            Total(Money(2), Money(3), Money(0), ("travel",), ("travel",)),
            Total(Money(1), Money(4), Money(0), ("travel",), ("travel",)),
            Total(Money(1), None, Money(0), ("travel",), ("travel",)),
            Total(Money(1), Money(3), Money(1), ("travel",), ("travel",)),
            Total(Money(1), Money(3), Money(0), (), ("travel",)),
            Total(Money(1), Money(3), Money(0), ("travel",), ("meals",)),
        ]

        assert total == Total(Money(1), Money(3), Money(0), ("travel",), ("travel",))
        assert total not in others

    @pytest.mark.parametrize("name", ["known", "labels", "anything"])
    def test_it_never_changes(self, name: str) -> None:
        """No attribute of a total can be set, deleted or added."""
        total = Total(Money(1), None, Money(0))
        with pytest.raises(AttributeError):
            setattr(total, name, Money(5))
        with pytest.raises(AttributeError):
            delattr(total, name)

        assert Total(Money(1), None, Money(0)) == total
