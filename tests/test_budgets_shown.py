"""A budget as text, as HTML, as records, and as a value."""

from decimal import Decimal
from pickle import dumps, loads

import pandas as pd
import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Budget,
    BudgetRow,
    ByTerms,
    EvenlyByMonth,
    FinancialYear,
    Money,
    Payee,
    Profile,
    Purpose,
    Region,
    Total,
    Unscheduled,
    budget,
)
from tests.budgeting import COHORTS
from tests.changed_editions import changed, edition_with, optional_support
from tests.histories import FIRST_YEAR
from tests.spreading import TERMS

PROFILE = Profile(SECONDARY_COHORT_4, "Jurassic", 2, leaving={1: 1})
BUDGET = budget([PROFILE], basis=EvenlyByMonth(), estimates={"travel": Money(180)})
NOTHING = Total(Money(0), Money(0), Money(0))


class TestText:
    """What a person reads."""

    def test_it_is_a_table_by_edition_and_financial_year_with_the_total_and_what_is_free(self) -> None:
        """To the letter."""
        assert str(BUDGET).splitlines() == [
            "Budget by edition and financial year",
            "",
            "Edition         Financial year       Known  Estimated    At most  Not published",
            "--------------  --------------  ----------  ---------  ---------  -----------------",
            "secondary-2019  2019-20          £3,500.00    £210.00  £3,710.00",
            "secondary-2019  2020-21          £4,250.00    £255.00          -  PD Lead enrolment",
            "secondary-2019  2021-22          £6,645.83     £75.00          -  PD Lead enrolment",
            "secondary-2019  2022-23          £3,854.17          -  £3,854.17",
            "All                             £18,250.00    £540.00          -  PD Lead enrolment",
            "",
            "2 places: at least £18,250.00, plus £540.00 estimated, plus PD Lead enrolment (amount not published)",
            "",
            "Free: £12,250.00",
        ]

    def test_years_and_editions_stand_in_time(self) -> None:
        """Also where the first hub has places in the last cohort alone, and the unscheduled comes last."""
        given = [Profile(one, hub.name) for one, hub in zip(COHORTS, reversed(COHORTS[0].hubs[:3]), strict=True)]
        lines = str(budget(given, basis=ByTerms(TERMS))).splitlines()[4:9]
        assert [
            ["secondary-2019", "2019-20"],
            ["secondary-2019", "2020-21"],
            ["secondary-2019", "unscheduled"],
            ["secondary-2020", "unscheduled"],
            ["secondary-2021", "unscheduled"],
        ] == [line.split()[:2] for line in lines]

    def test_nothing_is_told_apart_from_what_is_not_known(self) -> None:
        """The most that a hub without places costs is nothing."""
        assert "secondary-2019  unscheduled     £0.00          -    £0.00\n" in str(
            budget([evolve(PROFILE, count=0, leaving={})], basis=Unscheduled())
        )

    def test_an_estimate_of_nothing_is_one(self) -> None:
        """Not a dash."""
        text = str(budget([PROFILE], basis=Unscheduled(), estimates={"travel": Money(0)}))
        last = next(line for line in text.splitlines() if line.startswith("All"))
        assert ["All", "£18,250.00", "£0.00", "-", "PD", "Lead", "enrolment"] == last.split()

    def test_one_place_is_not_several(self) -> None:
        """And nothing is free without anybody leaving."""
        text = str(budget([evolve(PROFILE, count=1, leaving={})], basis=Unscheduled()))
        assert "\n1 place: at least £15,250.00, plus travel" in text
        assert "Free" not in text

    def test_what_may_fall_free_is_told_too(self) -> None:
        """Though nothing of it is certain."""
        made = budget([Profile(optional_support(), "Jurassic", leaving={2: 1})], basis=Unscheduled())
        assert str(made).endswith("Free: between £0.00 and £9,250.00")

    def test_the_html_is_the_same_table_escaped(self) -> None:
        """With its notes."""
        odd = changed(SECONDARY_COHORT_4, id="<b>odd</b>")
        html = budget([Profile(odd, "Jurassic", leaving={2: 1})], basis=Unscheduled())._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert html.startswith("<table><caption>Budget by edition and financial year</caption>")
        assert '<th scope="row">&lt;b&gt;odd&lt;/b&gt;</th>' in html
        assert "<p>1 place: at least £6,000.00" in html
        assert html.endswith("<p>Free: £9,250.00</p>")


class TestRecords:
    """What pandas and polars take."""

    def test_a_record_holds_all_that_a_row_does(self) -> None:
        """As flat values."""
        assert {
            "hub": "Jurassic Maths Hub",
            "region": "South West",
            "edition": "secondary-2019",
            "academic_year": "2019/20",
            "financial_year": "2019-20",
            "purpose": "release",
            "payee": "lead-school",
            "earned": False,
            "known": Decimal("3500.00"),
            "known_pence": 350000,
            "estimated": Decimal("0.00"),
            "at_most": Decimal("3500.00"),
            "unpublished": None,
        } == BUDGET.to_records()[0]

    def test_there_is_a_record_for_each_row_with_the_same_keys(self) -> None:
        """Of plain types alone."""
        records = budget([PROFILE, FIRST_YEAR], basis=ByTerms(TERMS)).to_records()
        assert 1 == len({tuple(record) for record in records})
        assert {str, Decimal, int, bool, type(None)} == {type(value) for record in records for value in record.values()}

    def test_what_there_is_none_of_is_none(self) -> None:
        """No region, no financial year, no most; and what is not published is named."""
        unlisted = changed(edition_with(3, "support", rate=None, rate_source=None), hubs=())
        records = budget([Profile(unlisted, "A hub")], basis=Unscheduled()).to_records()
        last = next(
            record for record in records if (record["academic_year"], record["purpose"]) == ("2021/22", "release")
        )
        assert (None, None, None, "support") == tuple(
            last[key] for key in ("region", "financial_year", "at_most", "unpublished")
        )

    def test_pandas_adds_them_up_to_the_total(self) -> None:
        """By pence."""
        frame = pd.DataFrame(BUDGET.to_records())
        assert BUDGET.total.known.in_pence == int(frame["known_pence"].sum())
        assert [350000, 425000, 664583, 385417] == list(frame.groupby("financial_year")["known_pence"].sum())


class TestValue:
    """A budget is a value."""

    def test_it_is_equal_hashable_and_picklable(self) -> None:
        """With its rows."""
        again = loads(dumps(BUDGET))
        assert (BUDGET, hash(BUDGET), BUDGET.total) == (again, hash(again), again.total)

    def test_its_total_is_that_of_its_rows(self) -> None:
        """Also of rows made by hand."""
        row = BudgetRow(
            hub="A hub",
            region=Region.LONDON,
            edition="an edition",
            academic_year=AcademicYear(2019),
            financial_year=FinancialYear(2019),
            purpose=Purpose.RELEASE,
            payee=Payee.LEAD_SCHOOL,
            earned=True,
            total=Total(Money(1), Money(2), Money(0)),
        )
        made = Budget(2, (row, row), NOTHING)
        assert Total(Money(2), Money(4), Money(0)) == made.total == made.by()[()]


class TestBy:
    """The order of groups."""

    def test_what_was_earned_comes_first(self) -> None:
        """Then what is planned."""
        assert [True, False] == [earned for (earned,) in budget([FIRST_YEAR], basis=EvenlyByMonth()).by("earned")]

    @pytest.mark.parametrize(
        ("key", "values"),
        [
            ("academic_year", [AcademicYear(2019), AcademicYear(2020), AcademicYear(2021)]),
            ("purpose", [Purpose.RELEASE, Purpose.DEPARTMENT_SUPPORT, Purpose.TRAVEL, Purpose.PD_LEAD_ENROLMENT]),
            ("payee", [Payee.LEAD_SCHOOL, Payee.SUPPORTED_DEPARTMENT, Payee.PD_LEAD_PROVIDER]),
        ],
    )
    def test_years_and_vocabularies_keep_their_order(self, key: str, values: list[object]) -> None:
        """In time, and as they are stated."""
        assert values == [group for (group,) in BUDGET.by(key)]
