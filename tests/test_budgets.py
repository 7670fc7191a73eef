"""Budgets of profiles: by hand for Cohort 4, and what holds for whatever places."""

from collections import Counter
from random import Random
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Activity,
    Budget,
    EvenlyByMonth,
    FinancialYear,
    Money,
    OnOneDay,
    Profile,
    Purpose,
    Region,
    Total,
    Unscheduled,
    budget,
    fund,
    places_by_hub,
)
from mastery_programme.sums import total_of_totals
from tests.budgeting import COHORTS, EDITIONS, PROFILES, estimates_for, figures, one_by_one
from tests.changed_editions import changed, with_year
from tests.histories import NEW
from tests.spreading import BASES

PROGRAMME = SECONDARY_COHORT_4
MONTHLY = EvenlyByMonth()
STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=60)
KEYS = ("hub", "region", "edition", "academic_year", "financial_year", "purpose", "payee", "earned")


def jurassic(count: int = 1, **given: Any) -> Profile:
    """A profile of Cohort 4 at one hub."""
    return Profile(PROGRAMME, "Jurassic", count, **given)


def _unpriced(activity: Activity) -> Activity:
    """An activity without its rate, if a route leads to it."""
    return activity if activity.route is None else evolve(activity, rate=None, rate_source=None)


def known_by(made: Budget, *keys: str) -> dict[object, str]:
    """What is known by some keys, in words."""
    return {
        str(group[0]) if len(group) == 1 else tuple(map(str, group)): str(total.known)
        for group, total in made.by(*keys).items()
    }


class TestByHand:
    """The figures of Cohort 4, worked out by hand."""

    def test_one_place_by_financial_year(self) -> None:
        """Evenly by month."""
        made = budget([jurassic()], basis=MONTHLY)
        assert {
            "2019-20": "£1,750.00",
            "2020-21": "£3,000.00",
            "2021-22": "£6,645.83",
            "2022-23": "£3,854.17",
        } == known_by(made, "financial_year")
        assert (1, Money(15250)) == (made.places, made.total.known)

    def test_three_cohorts_that_overlap(self) -> None:
        """Two places in the first, one in the second, three in the third: 12 times 3,000 and 6 times 9,250."""
        counts = zip(COHORTS, (2, 1, 3), strict=True)
        made = budget([Profile(one, "Jurassic", count) for one, count in counts], basis=OnOneDay(3, 31))
        assert {
            "2019-20": "£6,000.00",  # 2 in their first year
            "2020-21": "£9,000.00",  # 2 in their second, 1 in its first
            "2021-22": "£30,500.00",  # 2 x 9,250, 1 x 3,000, 3 x 3,000
            "2022-23": "£18,250.00",  # 9,250 and 3 x 3,000
            "2023-24": "£27,750.00",  # 3 x 9,250
        } == known_by(made, "financial_year")
        assert {"secondary-2019": "£30,500.00", "secondary-2020": "£15,250.00", "secondary-2021": "£45,750.00"} == (
            known_by(made, "edition")
        )

    def test_those_who_leave_cost_nothing_after_and_what_they_would_have_cost_is_free(self) -> None:
        """Of 10 places, 2 are given up after year 1, and 1 after year 2."""
        made = budget([jurassic(10, leaving={1: 2, 2: 1})], basis=Unscheduled())
        assert {"2019/20": "£30,000.00", "2020/21": "£24,000.00", "2021/22": "£64,750.00"} == (
            known_by(made, "academic_year")
        )
        assert Money(2 * 12250 + 9250) == made.free.known
        assert () == made.free.unpublished  # nothing is set aside for what is paid as it arises
        assert (10, Money(152_500)) == (made.places, made.total.known + made.free.known)

    def test_departments_and_accreditation_count(self) -> None:
        """3 departments are a grant more; who is accredited needs no enrolment."""
        known = {"pd_lead_secondary": True}
        made = budget([jurassic(facts=known, supported_departments=3)], basis=Unscheduled())
        assert (Money(17250), ("travel",)) == (made.total.known, made.total.unpublished)
        assert {"lead-school": "£11,250.00", "supported-department": "£6,000.00"} == known_by(made, "payee")

    def test_estimates_stand_apart(self) -> None:
        """Each for every place and year in which it falls."""
        estimates = {"travel": Money("180.50"), "pd-lead-enrolment": Money(500)}
        facts = {"pd_lead_secondary": False}
        made = budget([jurassic(4, facts=facts)], basis=MONTHLY, estimates=estimates)
        assert "£61,000.00, plus £3,444.00 estimated" == str(made.total)  # 4 x (2 x 180.50 + 500)
        by_purpose = {purpose: total.estimated for (purpose,), total in made.by("purpose").items() if total.estimated}
        assert {Purpose.TRAVEL: Money(1444), Purpose.PD_LEAD_ENROLMENT: Money(2000)} == by_purpose

    def test_every_hub_in_one_call(self) -> None:
        """35 hubs in 9 regions, each with as many places as its place in the list."""
        numbers = {hub.name: place for place, hub in enumerate(PROGRAMME.hubs, 1)}
        made = budget(places_by_hub(PROGRAMME, numbers), basis=MONTHLY)
        assert (630, Money(15250) * 630) == (made.places, made.total.known)
        by_hub = {hub: total.known for (hub,), total in made.by("hub").items()}
        assert list(numbers) == list(by_hub)
        assert all(Money(15250) * number == by_hub[hub] for hub, number in numbers.items())
        assert [region for region in Region if region in {hub.region for hub in PROGRAMME.hubs}] == [
            region for (region,) in made.by("region")
        ]


class TestRows:
    """What stands in rows, and in which order."""

    def test_they_stand_by_hub_edition_years_purpose_and_payee(self) -> None:
        """Hubs in the order of the documents, editions in time, whatever the order given."""
        names = [hub.name for hub in PROGRAMME.hubs]
        given = [Profile(edition, names[place]) for edition in reversed(COHORTS) for place in (34, 0, 7)]
        made = budget(given, basis=MONTHLY)
        places = [(names.index(row.hub), row.edition, row.academic_year) for row in made.rows]
        assert sorted(places) == places
        purposes = [
            row.purpose for row in made.rows if (row.hub, row.financial_year) == (names[0], FinancialYear(2021))
        ]
        assert 3 < len(purposes)
        assert made == budget(reversed(given), basis=MONTHLY)

    def test_a_hub_that_the_edition_does_not_list_has_no_region(self) -> None:
        """Also where another edition lists one of that name."""
        unlisted = changed(PROGRAMME, id="unlisted", hubs=())
        given = [Profile(unlisted, "Jurassic Maths Hub"), Profile(unlisted, "A hub"), jurassic()]
        made = budget(given, basis=Unscheduled())
        regions = {(row.hub, row.edition): row.region for row in made.rows}
        assert {
            ("Jurassic Maths Hub", "secondary-2019"): Region.SOUTH_WEST,
            ("Jurassic Maths Hub", "unlisted"): None,
            ("A hub", "unlisted"): None,
        } == regions
        assert [Region.SOUTH_WEST, None] == [region for (region,) in made.by("region")]

    def test_what_is_not_published_stands_in_the_order_of_the_document(self) -> None:
        """In each row and in what is free, whichever place came first."""
        years = with_year(2, activities=tuple(_unpriced(one) for one in PROGRAMME.years[1].activities))
        unpriced = changed(PROGRAMME, years=years, published_totals=())
        places = [Profile(unpriced, "Jurassic", facts={"pd_lead_secondary": known}) for known in (True, False)]
        for order in (places, places[::-1]):
            free = budget([evolve(one, leaving={1: 1}) for one in order], basis=Unscheduled()).free
            made = budget(order, basis=Unscheduled())
            row = next(row for row in made.rows if len(row.total.unpublished) > 1)
            assert ("pd-lead-programme", "wider-work") == row.total.unpublished
            assert ("pd-lead-programme", "wider-work") == free.unpublished

    def test_a_hub_without_places_is_there_with_nothing(self) -> None:
        """Nobody who was asked for is dropped."""
        made = budget(places_by_hub(PROGRAMME, {"Jurassic": 0}), basis=MONTHLY)
        assert {("Jurassic Maths Hub",): total_of_totals(())} == made.by("hub")
        assert (0, Money(0)) == (made.places, made.total.at_most)

    def test_no_places_come_to_nothing(self) -> None:
        """And nothing is wrong with that, whatever is estimated."""
        made = budget((), basis=MONTHLY, estimates={"travel": Money(180)})
        assert (0, (), Money(0)) == (made.places, made.rows, made.total.at_most)
        assert {} == made.by("hub")

    def test_a_participation_of_which_nothing_is_recorded_is_a_place_like_others(self) -> None:
        """Costed as the profile is that knows as much."""
        profile = Profile(PROGRAMME, NEW.hub, facts=NEW.facts)
        assert budget([profile], basis=MONTHLY) == budget([NEW], basis=MONTHLY)
        assert budget([evolve(profile, count=2)], basis=MONTHLY) == budget([NEW, profile], basis=MONTHLY)


def parts_of(profile: Profile, random: Random) -> list[Profile]:
    """The places of a profile in two profiles, split at random."""
    leaving = {year: random.randint(0, number) for year, number in profile.leaving.items()}
    rest = {year: number - leaving[year] for year, number in profile.leaving.items()}
    staying = profile.count - sum(profile.leaving.values())
    stay = random.randint(0, staying)
    return [
        evolve(profile, count=stay + sum(leaving.values()), leaving=leaving),
        evolve(profile, count=staying - stay + sum(rest.values()), leaving=rest),
    ]


def added(totals: list[Total]) -> tuple[int, int, int | None, frozenset[str]]:
    """The figures of some totals added up."""
    highs = [total.at_most for total in totals]
    return (
        sum(total.known.in_pence for total in totals),
        sum(total.estimated.in_pence for total in totals),
        None if None in highs else sum(high.in_pence for high in highs if high is not None),
        frozenset(id for total in totals for id in total.unpublished),
    )


class TestWhateverThePlaces:
    """What holds for places of editions of all kinds, by any basis."""

    @given(PROFILES, BASES, st.integers(0, 10**6))
    @STEADY
    def test_a_budget_is_the_sum_of_its_places(self, places: list[Profile], basis: Any, amount: int) -> None:
        """Each costed by itself: places that are alike are multiplied, and no row is lost."""
        estimates = estimates_for(places, amount)
        made = budget(places, basis=basis, estimates=estimates)
        empty = [0, 0, 0, frozenset()]
        rows = figures(made)
        alone = one_by_one(places, basis, estimates)
        assert alone == {key: row for key, row in rows.items() if row != empty or key in alone}
        assert sum(one.count for one in places) == made.places

    @given(PROFILES, BASES, st.randoms(use_true_random=False))
    @STEADY
    def test_the_order_of_places_and_their_split_do_not_matter(
        self, places: list[Profile], basis: Any, random: Random
    ) -> None:
        """Budgets are equal, text and records too."""
        made = budget(places, basis=basis)
        split = [part for one in places for part in parts_of(one, random)]
        random.shuffle(split)
        again = budget(iter(split), basis=basis)
        assert (made, str(made), made.to_records()) == (again, str(again), again.to_records())

    @given(PROFILES, BASES, st.lists(st.sampled_from(KEYS), max_size=4, unique=True), st.integers(0, 10**6))
    @STEADY
    def test_every_grouping_adds_up_to_the_whole(
        self, places: list[Profile], basis: Any, keys: list[str], amount: int
    ) -> None:
        """To the penny, estimates and what is not published too."""
        made = budget(places, basis=basis, estimates=estimates_for(places, amount))
        assert added([made.total]) == added(list(made.by(*keys).values()))
        assert added([made.total]) == added([row.total for row in made.rows])

    @given(PROFILES, BASES)
    @STEADY
    def test_what_is_given_up_is_free(self, places: list[Profile], basis: Any) -> None:
        """With it everything comes to what it would if nobody left."""
        made = budget(places, basis=basis)
        nobody = budget([evolve(one, leaving={}) for one in places], basis=basis)
        assert nobody.total.known == made.total.known + made.free.known
        if not any(one.leaving for one in places):
            assert total_of_totals(()) == made.free

    @given(PROFILES, BASES, BASES)
    @STEADY
    def test_the_basis_moves_money_and_changes_none(self, places: list[Profile], basis: Any, other: Any) -> None:
        """By academic year it is the same."""
        one, two = (budget(places, basis=each).by("hub", "edition", "academic_year") for each in (basis, other))
        assert {key: added([total]) for key, total in one.items()} == {
            key: added([total]) for key, total in two.items()
        }


class TestAlike:
    """Places that are alike are costed once."""

    def test_many_are_what_one_is_so_many_times(self) -> None:
        """Row by row."""
        one = budget([jurassic()], basis=MONTHLY)
        many = budget([jurassic(1000)], basis=MONTHLY)
        assert [row.total.known * 1000 for row in one.rows] == [row.total.known for row in many.rows]

    def test_a_place_that_is_given_twice_counts_twice(self) -> None:
        """There is nothing by which to tell whether it was meant."""
        assert 2 * budget([NEW], basis=MONTHLY).total.known == budget([NEW, NEW], basis=MONTHLY).total.known

    def test_equal_editions_are_one(self) -> None:
        """Also where each place brings its own."""
        own = [evolve(jurassic(), programme=evolve(PROGRAMME)) for _ in range(3)]
        assert budget([jurassic(3)], basis=MONTHLY) == budget(own, basis=MONTHLY)

    def test_each_edition_is_costed_by_its_own_figures(self) -> None:
        """However alike the places are otherwise."""
        given = [Profile(one, one.hubs[0].name if one.hubs else "a hub") for one in EDITIONS]
        made = budget(given, basis=Unscheduled())
        expected = Counter({one.id: fund(one).total.known.in_pence for one in EDITIONS})
        assert expected == Counter({id: total.known.in_pence for (id,), total in made.by("edition").items()})
        assert AcademicYear(2023) == max(row.academic_year for row in made.rows)
