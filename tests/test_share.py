"""Sharing money out by weight: to the penny, by the largest remainder."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product, repeat
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import InvalidShare, Money, share
from tests.oddities import HUGE, NO_NUMBERS, Hostile

PENCE = st.integers(-100 * 10**12, 100 * 10**12)
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)


def pence(parts: tuple[Money, ...]) -> list[int]:
    """The pence of each part."""
    return [part.in_pence for part in parts]


def exact(amount: int, weights: list[int]) -> list[Fraction]:
    """Each part as it would be if pence could be cut."""
    return [Fraction(amount * weight, sum(weights)) for weight in weights]


class TestCases:
    """Figures on which other systems came out pence short or over."""

    @pytest.mark.parametrize(
        ("amount", "weights", "parts"),
        [
            pytest.param("100", [1, 1, 1], [3334, 3333, 3333], id="a hundred pounds in three"),
            pytest.param("0.01", [1, 1], [1, 0], id="a penny in two"),
            pytest.param("23040", [1] * 19, [121_264] * 3 + [121_263] * 16, id="23,040 pounds in 19"),
            pytest.param("31500", [1] * 29, [108_621] * 20 + [108_620] * 9, id="31,500 pounds in 29"),
            pytest.param("-100", [1, 1, 1], [-3334, -3333, -3333], id="a hundred pounds owed, in three"),
            pytest.param("-0.01", [1, 1], [-1, 0], id="a penny owed, in two"),
            pytest.param("0", [1, 2], [0, 0], id="nothing"),
            pytest.param("5", [7], [500], id="one part"),
            pytest.param("0.05", [0, 1, 0, 1], [0, 3, 0, 2], id="weights of nothing, first and between"),
            pytest.param("0.01", [0, 0, 1], [0, 0, 1], id="weights of nothing, and one penny"),
            pytest.param("10", [1, 2, 3, 4], [100, 200, 300, 400], id="no remainder"),
            pytest.param("0.10", [5, 3, 1], [6, 3, 1], id="the largest remainder comes first of the weights"),
            pytest.param("0.10", [1, 3, 5], [1, 3, 6], id="the largest remainder comes last of the weights"),
            pytest.param("0.05", [1, 1, 2], [1, 1, 3], id="the largest remainder before the earliest part"),
            pytest.param("0.03", [1, 1, 1, 1], [1, 1, 1, 0], id="ties to the earliest"),
            pytest.param("1", [HUGE, HUGE], [50, 50], id="weights that nobody can write"),
            pytest.param("0.03", [HUGE, 1], [3, 0], id="a weight that nobody can write, and a small one"),
        ],
    )
    def test_the_parts_come_in_the_order_of_their_weights(
        self, amount: str, weights: list[int], parts: list[int]
    ) -> None:
        """Each part is as stated, and they sum to the whole."""
        found = share(Money(amount), weights)

        assert parts == pence(found)
        assert Money(amount) == sum(found, Money(0))

    @pytest.mark.parametrize(
        "weights",
        [
            pytest.param((1, 2), id="a tuple"),
            pytest.param(range(1, 3), id="a range"),
            pytest.param(np.array([1, 2]), id="an array of numpy"),
            pytest.param([np.int8(1), np.uint64(2)], id="integers of numpy"),
            pytest.param(pd.Series([1, 2], index=["b", "a"]), id="a series of pandas"),
        ],
    )
    def test_weights_come_in_any_sequence(self, weights: Any) -> None:
        """One and two parts in three, however they are listed."""
        assert (Money(100), Money(200)) == share(Money(300), weights)

    def test_weights_are_left_as_they_were(self) -> None:
        """Sharing changes no list of the caller's."""
        weights = [3, 1, 2]
        share(Money(1), weights)

        assert [3, 1, 2] == weights


class TestAlways:
    """What holds whatever is shared out."""

    @given(amount=PENCE, weights=WEIGHTS)
    def test_no_penny_is_lost_or_made(self, amount: int, weights: list[int]) -> None:
        """The parts are as many as the weights, and add up to the whole."""
        parts = pence(share(Money.pence(amount), weights))

        assert (len(weights), amount) == (len(parts), sum(parts))

    @given(amount=PENCE, weights=WEIGHTS)
    def test_each_part_is_within_a_penny_of_exact(self, amount: int, weights: list[int]) -> None:
        """No part differs by a whole penny from what it would be if pence could be cut; no weight gets nothing."""
        parts = pence(share(Money.pence(amount), weights))
        for part, fair, weight in zip(parts, exact(amount, weights), weights, strict=True):
            assert abs(part - fair) < 1
            assert weight or not part

    @given(amount=PENCE.map(abs), weights=WEIGHTS)
    def test_left_over_pence_go_to_who_lost_most(self, amount: int, weights: list[int]) -> None:
        """Whoever got a penny more than the whole pence of their part lost more than who got none, or came earlier."""
        parts = pence(share(Money.pence(amount), weights))
        lost = [(fair % 1, part - fair // 1) for part, fair in zip(parts, exact(amount, weights), strict=True)]
        for (first, more), (second, later_more) in combinations(lost, 2):
            assert not (more < later_more and first >= second)
            assert not (more > later_more and first < second)

    @given(amount=PENCE, count=st.integers(1, 50), weight=st.integers(1, 10**6))
    def test_equal_weights_get_equal_parts_but_for_the_last_pence(self, amount: int, count: int, weight: int) -> None:
        """Equal parts differ by a penny at most, the larger ones first."""
        parts = [abs(part) for part in pence(share(Money.pence(amount), [weight] * count))]

        assert parts == sorted(parts, reverse=True)
        assert parts[0] - parts[-1] <= 1

    @given(amount=PENCE, weights=WEIGHTS)
    def test_money_owed_is_shared_as_money_given(self, amount: int, weights: list[int]) -> None:
        """The parts of a negative amount are those of the positive one, turned round."""
        assert tuple(-part for part in share(Money.pence(amount), weights)) == share(Money.pence(-amount), weights)

    @given(amount=PENCE, weights=WEIGHTS, times=st.integers(1, 1000))
    def test_weights_matter_only_beside_each_other(self, amount: int, weights: list[int], times: int) -> None:
        """Weights all so many times as large share out the same."""
        money = Money.pence(amount)

        assert share(money, weights) == share(money, [weight * times for weight in weights])

    def test_every_small_case_is_fair(self) -> None:
        """All amounts from 12p owed to 12p, by all weights from 0 to 3, in up to four parts."""
        for count in range(1, 5):
            for weights in product(range(4), repeat=count):
                if not any(weights):
                    continue
                for amount in range(-12, 13):
                    parts = pence(share(Money.pence(amount), weights))
                    assert amount == sum(parts)
                    fairly = exact(amount, list(weights))
                    assert all(abs(part - fair) < 1 for part, fair in zip(parts, fairly, strict=True))


class TestRefusing:
    """Weights by which nothing can be shared out."""

    @pytest.mark.parametrize("weight", [*NO_NUMBERS[:3], *NO_NUMBERS[5:], -1, "1", np.int64(-1), Money(1)])
    def test_a_weight_is_a_whole_number_of_at_least_0(self, weight: Any) -> None:
        """One odd weight among others refuses them all, in few words."""
        with pytest.raises(InvalidShare) as refusal:
            share(Money(1), [1, weight, 1])

        assert len(str(refusal.value)) < 300

    @pytest.mark.parametrize(
        "weights",
        [
            pytest.param([], id="none"),
            pytest.param([0], id="nothing"),
            pytest.param([0] * 1000, id="nothing, often"),
            pytest.param(None, id="nothing at all"),
            pytest.param(3, id="a number"),
            pytest.param("12", id="text"),
            pytest.param("1" * 10_000_000, id="ten million digits"),
            pytest.param([-HUGE], id="a number that nobody can write"),
            pytest.param([[1]], id="a list in a list"),
            pytest.param(np.array(3), id="an array that is no list"),
            pytest.param({3, 1}, id="a set, which has no order"),
            pytest.param({3: 1}, id="a mapping"),
            pytest.param(b"ab", id="bytes"),
            pytest.param(repeat(1), id="weights without an end"),
            pytest.param(np.array([0.5, 0.5]), id="floats of numpy"),
            pytest.param(pd.Series([True, False]), id="yes and no of pandas"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_weights_are_a_series_of_such_numbers_not_all_0(self, weights: Any) -> None:
        """What has no weights in it, or none that counts, shares nothing out."""
        with pytest.raises(InvalidShare) as refusal:
            share(Money(1), weights)

        assert len(str(refusal.value)) < 300

    def test_weights_are_read_no_further_than_to_the_first_odd_one(self) -> None:
        """However many weights there are, an odd one is refused where it stands."""

        def endless() -> Iterator[int]:
            yield -1
            pytest.fail("read on after a weight below nothing")

        weights: Any = endless()
        with pytest.raises(InvalidShare):
            share(Money(1), weights)

    @pytest.mark.parametrize("amount", [100, "100", None, 1.0, True, Hostile()], ids=type)
    def test_what_is_shared_out_is_money(self, amount: Any) -> None:
        """A number or a text is no money."""
        with pytest.raises(InvalidShare):
            share(amount, [1])
