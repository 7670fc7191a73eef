"""Editions of other shapes that are sound: they build, and every answer follows from their data alone."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Activity,
    DayRange,
    Days,
    Duty,
    FundingStatement,
    Is,
    Money,
    Payee,
    Programme,
    PublishedTotal,
    Rule,
    Ruleset,
    YesNo,
    allocate,
    fund,
)
from tests.changed_editions import (
    CLAUSE,
    GRANT,
    TRAVEL,
    changed,
    small_edition,
    with_activity,
    with_year,
    yes_no_ruleset,
)

COHORT = SECONDARY_COHORT_4
RATE = Money(200)


def activity(id: str, days: Days | DayRange | None, rate: Money | None = RATE, route: str | None = None) -> Activity:
    """An activity of these days at this rate."""
    return Activity(
        id,
        id,
        "development",
        days,
        CLAUSE,
        payee=Payee.LEAD_SCHOOL,
        rate=rate,
        rate_source=CLAUSE if rate is not None else None,
        route=route,
    )


def days_of(programme: Programme, **facts: bool) -> list[str]:
    """The days of every year, as text."""
    return [str(year.days) for year in allocate(programme, facts).years]


def by_year(statement: FundingStatement) -> dict[str, str]:
    """What is paid in each year, as text."""
    return {str(year): str(total.known) for (year,), total in statement.by("academic_year").items()}


class TestARateWithItsTotal:
    def test_every_total_that_depends_on_it_changes(self) -> None:
        """A rate and the total printed of it are two numbers of the data; all sums follow, and no others change."""
        first = COHORT.years[0]
        programme = changed(
            COHORT,
            years=with_year(1, activities=tuple(changed(one, rate=Money(210)) for one in first.activities)),
            published_totals=tuple(
                changed(one, total=Money(3150)) if one.id == "year-1-release" else one
                for one in COHORT.published_totals
            ),
        )
        before, after = fund(COHORT), fund(programme)
        assert {"2019/20": "£3,150.00", "2020/21": "£3,000.00", "2021/22": "£9,250.00"} == by_year(after)
        assert (Money(15400), Money(11400)) == (
            after.total.known,
            after.total_for(payee=Payee.LEAD_SCHOOL, purpose="release").known,
        )
        assert before.total_for(payee="supported-department") == after.total_for(payee="supported-department")
        assert before.lines[2:] == after.lines[2:]
        assert [Money(945), Money(2205)] == [line.amount for line in after.lines[:2]]

    def test_one_activity_may_have_another_rate_than_the_rest(self) -> None:
        """Fewer pounds for one activity and more for another leave the published total as it is."""
        years = with_activity(2, "residentials", rate=Money(360))
        cheaper = changed(years[1].activities[1], rate=Money(140))
        activities = tuple(cheaper if one.id == "development" else one for one in years[1].activities)
        programme = changed(COHORT, years=with_year(2, activities=activities))
        assert "£3,000.00" == str(fund(programme).total_for(academic_year="2020/21", purpose="release"))

    def test_more_departments_change_the_grants_alone(self) -> None:
        """How many departments an edition speaks of is a number of its data."""
        programme = changed(COHORT, grants=(changed(GRANT, departments=4, amount=Money(500)),))
        assert Money(2000) == fund(programme).total_for(payee="supported-department").known
        assert Money(13250) == fund(programme).total.known


class TestOtherShapes:
    def test_one_year_alone(self) -> None:
        """An edition may have one year, without routes, grants or costs."""
        programme = small_edition(activity("days", Days(5)))
        assert ["5 days"] == days_of(programme)
        assert ("£1,000.00", ()) == (str(fund(programme).total), fund(programme).missing)
        assert {} == dict(programme.facts)

    def test_a_year_without_activities(self) -> None:
        """A year in which nothing is asked for has no days and no money."""
        programme = small_edition(published_totals=(PublishedTotal("none", 1, Days(0), CLAUSE),))
        assert (["0 days"], "£0.00") == (days_of(programme), str(fund(programme).total))

    def test_no_milestones_no_hubs_and_no_open_questions(self) -> None:
        """What an edition does not have, it does not need."""
        programme = small_edition(activity("days", Days(5)), milestones=(), hubs=(), open_questions=())
        assert ((), ()) == (programme.find_hubs("London"), programme.milestones)

    def test_days_given_as_a_range(self) -> None:
        """12 to 37 days stay a range, and so does their money, beside a total that lies within."""
        programme = small_edition(
            activity("days", DayRange(12, 37)), published_totals=(PublishedTotal("all", 1, Days(20), CLAUSE),)
        )
        assert ["12 to 37 days"] == days_of(programme)
        total = fund(programme).total
        assert (Money(2400), Money(7400), ()) == (total.known, total.at_most, total.unpublished)

    @pytest.mark.parametrize(
        "unpublished",
        [
            pytest.param(activity("other", Days(4), None), id="no rate"),
            pytest.param(activity("other", None), id="no days"),
            pytest.param(activity("other", None, None), id="neither"),
        ],
    )
    def test_an_activity_that_is_not_published_whole(self, unpublished: Activity) -> None:
        """Its money is unknown, and not nothing."""
        total = fund(small_edition(activity("days", Days(5)), unpublished)).total
        assert (Money(1000), None, ("other",)) == (total.known, total.at_most, total.unpublished)

    def test_two_activities_of_one_year_at_two_rates(self) -> None:
        """£350 for days with other schools and £200 for hub days, in one year."""
        programme = changed(
            COHORT,
            years=with_year(
                3, activities=(activity("support", Days(10), Money(350)), activity("hub-days", Days(5), Money(200)))
            ),
            published_totals=(
                PublishedTotal("days", 3, Days(15), CLAUSE),
                PublishedTotal("release", 3, Money(4500), CLAUSE),
            ),
        )
        assert ["15 days", "15 days", "15 days"] == days_of(programme)
        assert Money(4500) == fund(programme).total_for(academic_year="2021/22", purpose="release").known

    def test_five_and_ten_days_in_the_first_year(self) -> None:
        """The same 15 days and £3,000 may be divided otherwise."""
        activities = (
            changed(COHORT.years[0].activities[0], days=Days(5)),
            changed(COHORT.years[0].activities[1], days=Days(10)),
        )
        programme = changed(COHORT, years=with_year(1, activities=activities))
        assert ["15 days", "15 days", "15 days"] == days_of(programme)
        assert [Money(1000), Money(2000)] == [line.amount for line in fund(programme).lines[:2]]
        assert fund(COHORT).total == fund(programme).total

    @pytest.mark.parametrize(
        ("facts", "days", "known", "at_most"),
        [
            pytest.param({}, "5 to 9 days", 1000, 1800, id="not known"),
            pytest.param({"chosen": True}, "9 days", 1800, 1800, id="chosen"),
            pytest.param({"chosen": False}, "5 days", 1000, 1000, id="not chosen"),
        ],
    )
    def test_an_optional_activity(self, facts: dict[str, bool], days: str, known: int, at_most: int) -> None:
        """Under the outcome "none" nothing happens, and no part is needed."""
        programme = small_edition(
            activity("days", Days(5)),
            activity("optional", Days(4), route="optional"),
            routes=(yes_no_ruleset("choice", "chosen", "optional", "none"),),
        )
        assert [days] == days_of(programme, **facts)
        assert (Money(known), Money(at_most)) == (
            fund(programme, facts).total.known,
            fund(programme, facts).total.at_most,
        )

    def test_several_routes_may_lead_to_nothing(self) -> None:
        """The outcome "none" is no outcome that two routes share."""
        routes = tuple(yes_no_ruleset(f"choice-{name}", name, f"do-{name}", "none") for name in ("a", "b"))
        programme = small_edition(
            *(activity(f"do-{name}", Days(1), route=f"do-{name}") for name in "ab"), routes=routes
        )
        assert ["1 day"] == days_of(programme, a=True, b=False)

    def test_an_outcome_may_lead_to_several_activities_or_to_a_duty(self) -> None:
        """What an outcome needs is something to do."""
        programme = small_edition(
            activity("first", Days(2), route="days"),
            activity("second", Days(3), route="days"),
            routes=(yes_no_ruleset("choice", "chosen", "days", "talk"),),
            duties=(Duty("talk", "Talk", "somebody", CLAUSE, route="talk"),),
        )
        assert (["5 days"], ["0 days"]) == (days_of(programme, chosen=True), days_of(programme, chosen=False))
        assert ["talk"] == [duty.id for duty in allocate(programme, {"chosen": False}).duties]

    def test_two_routes_that_turn_on_one_fact(self) -> None:
        """A published total has to hold for the ways that can be taken together, and for no others."""
        programme = small_edition(
            *(activity(id, Days(number), route=id) for id, number in (("a", 4), ("b", 5), ("c", 5), ("d", 4))),
            routes=(yes_no_ruleset("first", "so", "a", "b"), yes_no_ruleset("second", "so", "c", "d")),
            published_totals=(
                PublishedTotal("days", 1, Days(9), CLAUSE),
                PublishedTotal("release", 1, Money(1800), CLAUSE),
            ),
        )
        assert (["9 days"], ["9 days"]) == (days_of(programme, so=True), days_of(programme, so=False))

    def test_a_route_of_three_ways_with_an_exception(self) -> None:
        """A route may have any number of outcomes, and rules that override others."""
        facts = {"far": YesNo("Is it far?"), "new": YesNo("Is the teacher new?")}
        route = Ruleset(
            "place",
            "Where does it happen?",
            facts,
            (
                Rule("general", {}, "school", CLAUSE),
                Rule("far", {"far": Is.one_of(True)}, "online", CLAUSE, overrides=("general",)),
                Rule("new", {"new": Is.one_of(True)}, "hub", CLAUSE, overrides=("general", "far")),
            ),
        )
        programme = small_edition(
            *(activity(id, Days(2), route=id) for id in ("school", "online", "hub")),
            routes=(route,),
            published_totals=(PublishedTotal("days", 1, Days(2), CLAUSE),),
        )
        assert ["2 days"] == days_of(programme)
        assert "hub" == allocate(programme, {"far": True, "new": True}).years[0].lines[0].activity

    def test_a_cost_without_an_activity(self) -> None:
        """A cost may fall in any year, and belong to no activity."""
        programme = changed(COHORT, covered_costs=(changed(TRAVEL, id="books", years=(1, 2, 3), activity=None),))
        assert ("books",) == fund(programme).total.unpublished
