"""Flaws of an edition's published totals: what the document prints is the sum of its parts, whatever the route."""

import pytest

from mastery_programme import SECONDARY_COHORT_4, Activity, DayRange, Days, Money, PublishedTotal, YesNo
from tests.changed_editions import CLAUSE, changed, flaws_of, with_activity, with_year, yes_no_ruleset

COHORT = SECONDARY_COHORT_4


def release(year: int, pounds: int | str) -> PublishedTotal:
    """A published total of the funding for release in a year."""
    return PublishedTotal("release", year, Money(pounds), CLAUSE)


def days(year: int, number: int | str) -> PublishedTotal:
    """A published total of the release days of a year."""
    return PublishedTotal("days", year, Days(number), CLAUSE)


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

    def is_refused(self, total: PublishedTotal, values: dict[str, object]) -> None:
        """The total is the one flaw of an edition."""
        (flaw,) = flaws_of(**values)
        assert flaw.startswith(f"published total {total.id!r}: the document prints {total.total}, ")

    @pytest.mark.parametrize(
        ("total", "sound"),
        [
            pytest.param(days(3, 12), True, id="the fewest days"),
            pytest.param(days(3, "20.5"), True, id="days between"),
            pytest.param(days(3, 37), True, id="the most days"),
            pytest.param(days(3, "11.5"), False, id="too few days"),
            pytest.param(days(3, "37.5"), False, id="too many days"),
            pytest.param(release(3, 4200), True, id="the least money"),
            pytest.param(release(3, 5250), True, id="money between"),
            pytest.param(release(3, 12950), True, id="the most money"),
            pytest.param(release(3, "4199.99"), False, id="too little money"),
            pytest.param(release(3, "12950.01"), False, id="too much money"),
        ],
    )
    def test_a_total_lies_within_a_range(self, total: PublishedTotal, sound: bool) -> None:
        """Where the document gives 12 to 37 days, its total is one that they can come to."""
        values: dict[str, object] = {
            "years": with_activity(3, "support", days=DayRange(12, 37)),
            "published_totals": (total,),
        }
        if sound:
            assert (total,) == changed(COHORT, **values).published_totals
        else:
            self.is_refused(total, values)

    @pytest.mark.parametrize(
        ("values", "total", "sound"),
        [
            pytest.param({"rate": None, "rate_source": None}, release(1, 2100), True, id="the rest is worth nothing"),
            pytest.param({"rate": None, "rate_source": None}, release(1, 9999), True, id="the rest is worth something"),
            pytest.param({"rate": None, "rate_source": None}, release(1, 2099), False, id="less than is published"),
            pytest.param({"days": None}, release(1, 2100), True, id="no days, and so no money"),
            pytest.param({"days": None}, release(1, 2099), False, id="no days, and less money than the other days"),
            pytest.param({"days": None}, days(1, "10.5"), True, id="the rest is no days"),
            pytest.param({"days": None}, days(1, 15), True, id="the rest is some days"),
            pytest.param({"days": None}, days(1, 10), False, id="fewer days than those that are published"),
        ],
    )
    def test_a_total_is_at_least_what_is_published(
        self, values: dict[str, object], total: PublishedTotal, sound: bool
    ) -> None:
        """Where a part is not published, the total may be more than the rest, and never less."""
        changes: dict[str, object] = {
            "years": with_activity(1, "residentials", **values),
            "published_totals": (total,),
        }
        if sound:
            assert (total,) == changed(COHORT, **changes).published_totals
        else:
            self.is_refused(total, changes)

    @pytest.mark.parametrize(("fact", "sound"), [("extra", True), ("pd_lead_secondary", False)])
    def test_only_ways_that_can_be_taken_count(self, fact: str, sound: bool) -> None:
        """Two routes that turn on one fact take two ways together, and two that do not take four."""
        routes = (
            yes_no_ruleset("first", "extra", "a", "b"),
            changed(yes_no_ruleset("second", fact, "c", "d"), facts={fact: YesNo(f"Is it so: {fact}?")}),
        )
        activities = tuple(
            Activity(id, id, "development", Days(number), CLAUSE, route=id)
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
