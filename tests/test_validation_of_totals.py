"""Flaws of an edition's published totals: what the document prints is the sum of its parts, whatever the route."""

import pytest

from mastery_programme import SECONDARY_COHORT_4, Activity, DayRange, Days, Money, Payee, PublishedTotal, YesNo
from tests.changed_editions import CLAUSE, changed, flaws_of, with_activity, with_year, yes_no_ruleset

COHORT = SECONDARY_COHORT_4


def release(year: int, pounds: int | str) -> PublishedTotal:
    """A published total of the funding for release in a year."""
    return PublishedTotal("release", year, Money(pounds), CLAUSE)


def days(year: int, number: int | str) -> PublishedTotal:
    """A published total of the release days of a year."""
    return PublishedTotal("days", year, Days(number), CLAUSE)


RANGE = with_activity(3, "support", days=DayRange(12, 37))
NO_RATE = with_activity(1, "residentials", rate=None, rate_source=None)
NO_DAYS = with_activity(1, "residentials", days=None)


class TestPublishedTotals:
    @pytest.mark.parametrize(
        ("year", "activity", "values", "flaws"),
        [
            pytest.param(
                1,
                "personal-development",
                {"rate": Money(210)},
                [("release", "£3,000.00", "residentials, personal-development", "£3,105.00")],
                id="a rate alone",
            ),
            pytest.param(
                3,
                "support",
                {"days": Days("14.5")},
                [("days", "15 days", "support", "14.5 days"), ("release", "£5,250.00", "support", "£5,075.00")],
                id="half a day alone",
            ),
            pytest.param(
                2,
                "wider-work",
                {"days": Days(5)},
                [
                    ("days", "15 days", "residentials, development, wider-work", "16 days"),
                    ("release", "£3,000.00", "residentials, development, wider-work", "£3,200.00"),
                ],
                id="days under one route only",
            ),
            pytest.param(
                2,
                "pd-lead-programme",
                {"rate": Money(199)},
                [("release", "£3,000.00", "residentials, development, pd-lead-programme", "£2,996.00")],
                id="a rate under the other route only",
            ),
        ],
    )
    def test_a_total_that_does_not_add_up_is_named(
        self, year: int, activity: str, values: dict[str, object], flaws: list[tuple[str, str, str, str]]
    ) -> None:
        """What the document prints is the sum of its parts, under every route."""
        assert [
            f"published total 'year-{year}-{what}': the document prints {total}, its parts ({parts}) come to {sum_}"
            for what, total, parts, sum_ in flaws
        ] == list(flaws_of(years=with_activity(year, activity, **values)))

    @pytest.mark.parametrize(
        ("values", "total"),
        [
            pytest.param(RANGE, days(3, 12), id="the fewest days of a range"),
            pytest.param(RANGE, days(3, "20.5"), id="days between"),
            pytest.param(RANGE, days(3, 37), id="the most days of a range"),
            pytest.param(RANGE, release(3, 4200), id="the least money of a range"),
            pytest.param(RANGE, release(3, 5250), id="money between"),
            pytest.param(RANGE, release(3, 12950), id="the most money of a range"),
            pytest.param(NO_RATE, release(1, 2100), id="what has no rate is worth nothing"),
            pytest.param(NO_RATE, release(1, 9999), id="what has no rate is worth something"),
            pytest.param(NO_RATE, days(1, 15), id="what has no rate has its days"),
            pytest.param(NO_DAYS, release(1, 2100), id="no days, and so no money"),
            pytest.param(NO_DAYS, release(1, 9999), id="some days, and so some money"),
            pytest.param(NO_DAYS, days(1, "10.5"), id="the rest is no days"),
            pytest.param(NO_DAYS, days(1, 15), id="the rest is some days"),
        ],
    )
    def test_a_total_may_be_any_that_its_parts_can_come_to(self, values: object, total: PublishedTotal) -> None:
        """Where a part is a range, or not published, there are several."""
        assert (total,) == changed(COHORT, years=values, published_totals=(total,)).published_totals

    @pytest.mark.parametrize(
        ("values", "total", "parts"),
        [
            pytest.param(RANGE, days(3, "11.5"), "(support) come to between 12 days and 37 days", id="too few days"),
            pytest.param(RANGE, days(3, "37.5"), "(support) come to between 12 days and 37 days", id="too many days"),
            pytest.param(
                RANGE,
                release(3, "4199.99"),
                "(support) come to between £4,200.00 and £12,950.00",
                id="a penny less than the least",
            ),
            pytest.param(
                RANGE,
                release(3, "12950.01"),
                "(support) come to between £4,200.00 and £12,950.00",
                id="a penny more than the most",
            ),
            pytest.param(
                NO_RATE,
                release(1, "2099.99"),
                "(residentials, personal-development) come to at least £2,100.00",
                id="less than is published",
            ),
            pytest.param(
                NO_DAYS,
                release(1, "2099.99"),
                "(residentials, personal-development) come to at least £2,100.00",
                id="less than the money for the other days",
            ),
            pytest.param(
                NO_DAYS,
                days(1, 10),
                "(residentials, personal-development) come to at least 10.5 days",
                id="fewer days than are published",
            ),
        ],
    )
    def test_a_total_that_its_parts_cannot_come_to_is_named(
        self, values: object, total: PublishedTotal, parts: str
    ) -> None:
        """With the least and the most that they can come to."""
        assert (f"published total {total.id!r}: the document prints {total.total}, its parts {parts}",) == flaws_of(
            years=values, published_totals=(total,)
        )

    @pytest.mark.parametrize(("fact", "sound"), [("extra", True), ("another", False)])
    def test_only_ways_that_can_be_taken_count(self, fact: str, sound: bool) -> None:
        """Two routes that turn on one fact take two ways together, and two that do not take four."""
        routes = (
            yes_no_ruleset("first", "extra", "a", "b"),
            changed(yes_no_ruleset("second", fact, "c", "d"), facts={fact: YesNo(f"Is it so: {fact}?")}),
        )
        activities = tuple(
            Activity(id, id, "development", Days(number), CLAUSE, payee=Payee.LEAD_SCHOOL, route=id)
            for id, number in (("a", 4), ("b", 5), ("c", 11), ("d", 10))
        )
        values: dict[str, object] = {
            "years": with_year(2, activities=activities),
            "routes": routes,
            "covered_costs": (),
            "duties": (),
            "published_totals": (days(2, 15),),
        }
        if sound:
            assert routes == changed(COHORT, **values).routes
        else:
            assert (
                "published total 'days': the document prints 15 days, its parts (a, d) come to 14 days",
                "published total 'days': the document prints 15 days, its parts (b, c) come to 16 days",
            ) == flaws_of(**values)
