"""Terms of a school: between which days they are, and what is none."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mastery_programme import InvalidPeriod, SchoolTerm
from mastery_programme.terms import terms_of

AUTUMN = SchoolTerm("Autumn 2019", date(2019, 9, 3), date(2019, 12, 20))
SPRING = SchoolTerm("Spring 2020", date(2020, 1, 6), date(2020, 4, 3))


class TestSchoolTerm:
    """A term by itself."""

    @pytest.mark.parametrize(
        ("day", "within"),
        [
            pytest.param(date(2019, 9, 2), False, id="the day before"),
            pytest.param(date(2019, 9, 3), True, id="its first day"),
            pytest.param(date(2019, 12, 20), True, id="its last day"),
            pytest.param(date(2019, 12, 21), False, id="the day after"),
        ],
    )
    def test_its_first_and_last_day_are_in_it(self, day: date, within: bool) -> None:
        """The days between them too."""
        assert within is (day in AUTUMN)

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            pytest.param(("", date(2019, 9, 3), date(2019, 9, 4)), "a term without a name", id="no name"),
            pytest.param((3, date(2019, 9, 3), date(2019, 9, 4)), "a term without a name", id="a number for a name"),
            pytest.param(("A", "2019-09-03", date(2019, 9, 4)), "not the first day", id="text for a day"),
            pytest.param(("A", date(2019, 9, 3), None), "not the last day", id="no last day"),
            pytest.param(
                ("A", datetime(2019, 9, 3, tzinfo=UTC), date(2019, 9, 4)), "not the first day", id="a moment for a day"
            ),
            pytest.param(("A", date(1, 1, 1), date(2019, 9, 4)), "not the first day", id="a day of no financial year"),
            pytest.param(("A", date(2019, 9, 4), date(2019, 9, 3)), "ends before it begins", id="the wrong way round"),
        ],
    )
    def test_what_is_no_term_is_refused(self, given: tuple[Any, ...], said: str) -> None:
        """Saying what is wrong."""
        with pytest.raises(InvalidPeriod, match=said):
            SchoolTerm(*given)

    def test_a_term_of_one_day_is_one(self) -> None:
        """Its first day is its last."""
        assert date(2019, 9, 3) in SchoolTerm("A", date(2019, 9, 3), date(2019, 9, 3))


class TestTerms:
    """Several terms."""

    def test_they_are_put_in_order(self) -> None:
        """Of time."""
        assert (AUTUMN, SPRING) == terms_of([SPRING, AUTUMN])

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            pytest.param((), "no terms", id="none"),
            pytest.param(AUTUMN, "not a series of terms", id="one by itself"),
            pytest.param([AUTUMN, None], "not one of the terms", id="nothing among them"),
            pytest.param([AUTUMN, AUTUMN], "terms that overlap", id="one twice"),
            pytest.param(
                [AUTUMN, SchoolTerm("B", date(2019, 12, 20), date(2020, 1, 1))], "terms that overlap", id="a day in two"
            ),
        ],
    )
    def test_what_is_no_series_of_terms_is_refused(self, given: Iterable[SchoolTerm], said: str) -> None:
        """Saying what is wrong."""
        with pytest.raises(InvalidPeriod, match=said):
            terms_of(given)
