"""Flaws of an edition's activities, grants, costs, duties and hubs."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Activity,
    Days,
    Duty,
    Grant,
    Money,
    Payee,
    PublishedTotal,
    Purpose,
)
from tests.changed_editions import CLAUSE, GRANT, TRAVEL, changed, flaws_of, with_activity, with_year

COHORT = SECONDARY_COHORT_4
GLOW = COHORT.hub("GLOW")
NO_YEAR = "grant 'department-grant': there is no year"


class TestActivities:
    @pytest.mark.parametrize(
        ("values", "flaw"),
        [
            pytest.param(
                {"rate": Money("-200")},
                "the rate -£200.00 is below nothing",
                id="negative",
            ),
            pytest.param(
                {"rate": Money("200.01")},
                "the rate £200.01 is not an even number of pence, as half a day needs",
                id="half of it is no whole number of pence",
            ),
            pytest.param({"rate": None}, "a rate and the source of the rate go together", id="a source and no rate"),
            pytest.param(
                {"rate_source": None}, "a rate and the source of the rate go together", id="a rate and no source"
            ),
            pytest.param({"sessions": 0}, "0 sessions", id="in no sessions"),
            pytest.param({"sessions": -1}, "-1 sessions", id="in less than none"),
        ],
    )
    def test_an_activity_ill_defined_is_named(self, values: dict[str, object], flaw: str) -> None:
        """Its rate can be paid and is cited, and its sessions are some."""
        flaws = flaws_of(years=with_activity(3, "support", **values), published_totals=())
        assert (f"year 3, activity 'support': {flaw}",) == flaws

    def test_a_rate_of_nothing_and_one_of_two_pence_are_rates(self) -> None:
        """The bounds themselves are allowed."""
        for rate in (Money(0), Money("0.02")):
            changed(COHORT, years=with_activity(1, "residentials", rate=rate), published_totals=())

    def test_a_rate_for_half_a_day_is_told_beside_the_total(self) -> None:
        """A rate that cannot be halved is a flaw of the edition, also where a published total is checked against it."""
        (flaw, *_) = flaws_of(years=with_activity(1, "residentials", rate=Money("200.01")))
        assert (
            flaw
            == "year 1, activity 'residentials': the rate £200.01 is not an even number of pence, as half a day needs"
        )

    @pytest.mark.parametrize(
        "years",
        [
            pytest.param(with_activity(1, "residentials", days=Days(10_000)), id="more days than Days can hold"),
            pytest.param(with_activity(1, "residentials", rate=Money(10**12)), id="more money than Money can hold"),
            pytest.param(with_year(1, academic_year=AcademicYear(9998)), id="no academic year can follow"),
        ],
    )
    def test_sums_out_of_bounds_are_flaws_too(self, years: object) -> None:
        """An edition that cannot be added up is refused as one."""
        assert flaws_of(years=years)

    @pytest.mark.parametrize(
        "values",
        [
            pytest.param({"days": Days(10_000)}, id="days that cannot be added up"),
            pytest.param({"rate": Money("200.01")}, id="a rate that cannot be halved"),
            pytest.param({"sessions": 0}, id="what has nothing to do with a sum"),
        ],
    )
    def test_a_flaw_of_one_year_hides_no_total_of_another(self, values: dict[str, object]) -> None:
        """Every flaw is told at once, so that nobody finds the next only after mending the first."""
        wrong = PublishedTotal("year-3-days", 3, Days(14), CLAUSE)
        flaws = flaws_of(years=with_activity(1, "residentials", **values), published_totals=(wrong,))
        assert any(flaw.startswith("published total 'year-3-days': ") for flaw in flaws)
        assert any(not flaw.startswith("published total ") for flaw in flaws)


class TestReferences:
    @pytest.mark.parametrize(
        ("field", "parts", "flaw"),
        [
            pytest.param("grants", (changed(GRANT, year=4),), f"{NO_YEAR} 4", id="a grant in a year that is not there"),
            pytest.param("grants", (changed(GRANT, year=0),), f"{NO_YEAR} 0", id="a grant in year 0"),
            pytest.param(
                "covered_costs",
                (changed(TRAVEL, years=(1, 5)),),
                "covered cost 'travel': there is no year 5",
                id="a cost",
            ),
            pytest.param(
                "duties",
                (*COHORT.duties, Duty("extra", "Something", "somebody", CLAUSE, year=4)),
                "duty 'extra': there is no year 4",
                id="a duty",
            ),
            pytest.param(
                "covered_costs", (changed(TRAVEL, years=()),), "covered cost 'travel': falls in no year", id="never"
            ),
            pytest.param(
                "grants",
                (changed(GRANT, year=2),),
                "grant 'department-grant': year 2 has no activity 'support'",
                id="a grant in a year without its activity",
            ),
            pytest.param(
                "covered_costs",
                (changed(TRAVEL, years=(1, 2, 3)),),
                "covered cost 'travel': year 3 has no activity 'residentials'",
                id="a cost in a year without its activity",
            ),
            pytest.param(
                "grants", (changed(GRANT, departments=-1),), "grant 'department-grant': -1 departments", id="too few"
            ),
            pytest.param(
                "grants", (changed(GRANT, departments=21),), "grant 'department-grant': 21 departments", id="too many"
            ),
            pytest.param(
                "grants",
                (changed(GRANT, amount=Money("-0.01")),),
                "grant 'department-grant': -£0.01, paid up to 20 times, is out of bounds",
                id="a negative amount",
            ),
            pytest.param(
                "published_totals",
                (PublishedTotal("late", 4, Days(15), CLAUSE),),
                "published total 'late': there is no year 4",
                id="a total",
            ),
            pytest.param(
                "hubs", (changed(GLOW, leads=()),), "hub 'GLOW Maths Hub': nobody leads it", id="a hub without leads"
            ),
        ],
    )
    def test_what_refers_to_nothing_is_named(self, field: str, parts: object, flaw: str) -> None:
        """Parts speak of years and activities that are there, and of amounts that can be."""
        assert (flaw,) == flaws_of(**{field: parts})

    @pytest.mark.parametrize("name", ["’", "''", "x" * 201], ids=["an apostrophe", "apostrophes", "a very long name"])
    def test_a_hub_that_nobody_can_ask_for_is_named(self, name: str) -> None:
        """What is left of its name is nothing, so that it would answer to anything that is no name."""
        assert (f"hub {name!r}: nobody could ask for it by this name",) == flaws_of(hubs=(changed(GLOW, name=name),))

    def test_the_bounds_of_a_grant_are_allowed(self) -> None:
        """No department, twenty, a flat amount, and an amount of nothing."""
        for values in (
            *({"departments": 0}, {"departments": 20}, {"departments": None}),
            *({"amount": Money(0)}, {"amount": None}),
        ):
            (grant,) = changed(COHORT, grants=(changed(GRANT, **values),)).grants
            assert values.items() <= {"departments": grant.departments, "amount": grant.amount}.items()

    def test_a_flat_amount_that_is_negative_is_named(self) -> None:
        """What is paid once is checked as what is paid for each department is."""
        (flaw,) = flaws_of(grants=(changed(GRANT, departments=None, amount=Money("-0.01")),))
        assert flaw.startswith("grant 'department-grant': -£0.01, paid once")

    def test_what_is_paid_for_says_to_whom_and_what_for(self) -> None:
        """Nobody is paid by default, and these are given by name."""
        with pytest.raises(TypeError, match="payee"):
            Activity("a", "a", "visit", Days(1), CLAUSE)  # type: ignore[call-arg]  # as nobody may
        with pytest.raises(TypeError, match="payee"):
            Grant("a", "a", None, 2, 3, CLAUSE, purpose=Purpose.TRAVEL)  # type: ignore[call-arg]  # as nobody may
        with pytest.raises(TypeError, match="purpose"):
            Grant("a", "a", None, 2, 3, CLAUSE, payee=Payee.LEAD_SCHOOL)  # type: ignore[call-arg]  # as nobody may
