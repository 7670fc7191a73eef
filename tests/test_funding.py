"""Who is paid what."""

from decimal import Decimal

import pandas
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    DayRange,
    FundingStatement,
    InvalidCount,
    InvalidEstimate,
    InvalidFact,
    Money,
    Payee,
    Purpose,
    UnknownFact,
    fund,
)
from tests.changed_editions import edition_with, optional_support

NOTHING = Money(0)
NAMES = ("pd_lead_secondary", "pd_lead_other_phase", "qts", "passion", "subject_leader")  # two that routes turn on
FACTS = st.fixed_dictionaries({}, optional={name: st.sampled_from([True, False, None]) for name in NAMES})
ESTIMATES = st.dictionaries(
    st.sampled_from(["travel", "pd-lead-enrolment"]), st.integers(0, 10**7).map(Money.pence), max_size=2
)


def rows(statement: FundingStatement) -> list[tuple[str, str, str, str]]:
    """Year, item, payee and amount of every line."""
    return [(str(line.academic_year), line.item, str(line.payee), str(line.amount)) for line in statement.lines]


class TestCohort4:
    """The funding of Cohort 4."""

    def test_every_payment_of_the_document_is_a_line(self) -> None:
        """In the order of the years, those without a published amount too."""
        facts = {"pd_lead_secondary": False, "pd_lead_other_phase": False}
        assert [
            ("2019/20", "residentials", "lead-school", "£900.00"),
            ("2019/20", "personal-development", "lead-school", "£2,100.00"),
            ("2019/20", "travel", "lead-school", "None"),
            ("2020/21", "residentials", "lead-school", "£600.00"),
            ("2020/21", "development", "lead-school", "£1,600.00"),
            ("2020/21", "pd-lead-programme", "lead-school", "£800.00"),
            ("2020/21", "travel", "lead-school", "None"),
            ("2020/21", "pd-lead-enrolment", "pd-lead-provider", "None"),
            ("2021/22", "support", "lead-school", "£5,250.00"),
            ("2021/22", "department-grant", "supported-department", "£4,000.00"),
        ] == rows(fund(SECONDARY_COHORT_4, facts))

    @pytest.mark.parametrize(
        ("secondary", "item", "certain"),
        [
            pytest.param(False, "pd-lead-programme", [True], id="enrolment is due"),
            pytest.param(True, "wider-work", [], id="nothing to enrol in, by OPEN-1"),
            pytest.param(None, "pd-lead-programme or wider-work", [False], id="it is not known"),
        ],
    )
    def test_accreditation_decides_the_enrolment_and_no_published_amount(
        self, *, secondary: bool | None, item: str, certain: list[bool]
    ) -> None:
        """The four days are paid alike."""
        statement = fund(SECONDARY_COHORT_4, {"pd_lead_secondary": secondary})
        enrolments = [line.certain for line in statement.lines if line.purpose == Purpose.PD_LEAD_ENROLMENT]
        assert (certain, Money(15250)) == (enrolments, statement.total.known)
        assert (item, Money(800)) == (statement.lines[5].item, statement.lines[5].amount)

    def test_what_is_missing_is_only_what_changes_a_payment(self) -> None:
        """The talk with the NCETM is a duty, and no money."""
        assert ("pd_lead_secondary",) == fund(SECONDARY_COHORT_4).missing
        assert () == fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True}).missing

    @pytest.mark.parametrize("departments", range(21))
    def test_each_supported_department_gets_its_grant(self, departments: int) -> None:
        """And the days of year 3 are due whatever their number, by OPEN-15."""
        statement = fund(SECONDARY_COHORT_4, supported_departments=departments)
        assert Money(2000) * departments == statement.total_for(payee=Payee.SUPPORTED_DEPARTMENT).known
        assert Money(5250) == statement.total_for(academic_year="2021/22", purpose="release").known
        assert departments == statement.lines[-1].departments

    @pytest.mark.parametrize("departments", [-1, 21, 10**30, True, 2.0, "2", Decimal(2), [2]])
    def test_no_other_number_of_departments_is_taken(self, departments: object) -> None:
        """Nor anything that is no number."""
        with pytest.raises(InvalidCount):
            fund(SECONDARY_COHORT_4, supported_departments=departments)  # type: ignore[arg-type]  # the point

    def test_facts_are_checked(self) -> None:
        """A typing mistake is never ignored, also where an answer is remembered."""
        fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True})
        with pytest.raises(InvalidFact):
            fund(SECONDARY_COHORT_4, {"pd_lead_secondary": 1})
        with pytest.raises(UnknownFact):
            fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True, "pd_lead": True})

    def test_the_same_profile_gives_the_same_value(self) -> None:
        """Remembered, also with estimates in another order."""
        one = fund(SECONDARY_COHORT_4, estimates={"travel": Money(1), "pd-lead-enrolment": Money(2)})
        other = fund(SECONDARY_COHORT_4, estimates={"pd-lead-enrolment": Money(2), "travel": Money(1)})
        assert one is other


class TestEstimates:
    """What the caller reckons with where nothing is published."""

    def test_an_estimate_is_for_each_year_in_which_the_item_falls(self) -> None:
        """And stays apart from what is published."""
        total = fund(SECONDARY_COHORT_4, estimates={"travel": Money(180)}).total
        assert (Money(15250), Money(360), ("pd-lead-enrolment",)) == (total.known, total.estimated, total.unpublished)
        assert "at least £15,250.00, plus £360.00 estimated, plus PD Lead enrolment (amount not published)" == str(
            total
        )

    def test_with_everything_estimated_there_is_a_most(self) -> None:
        """If the estimates hold."""
        total = fund(SECONDARY_COHORT_4, estimates={"travel": Money(180), "pd-lead-enrolment": Money(500)}).total
        assert (Money(15250), Money(860), Money(16110), ()) == (
            total.known,
            total.estimated,
            total.at_most,
            total.unpublished,
        )

    def test_an_estimated_line_says_so(self) -> None:
        """It is not published, and its amount is the estimate."""
        line = fund(SECONDARY_COHORT_4, estimates={"travel": Money(180)}).lines[2]
        assert (Money(180), NOTHING, False, True) == (line.amount, line.at_least, line.published, line.estimated)

    def test_an_estimate_of_what_is_not_due_adds_nothing(self) -> None:
        """Somebody accredited already does not enrol."""
        total = fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True}, estimates={"pd-lead-enrolment": Money(500)}).total
        assert (NOTHING, ("travel",)) == (total.estimated, total.unpublished)

    def test_an_estimate_of_what_may_not_be_due_may_not_be_due(self) -> None:
        """The total says between what and what the estimates add."""
        total = fund(SECONDARY_COHORT_4, estimates={"travel": Money(180), "pd-lead-enrolment": Money(500)}).total
        assert (Money(860), Money(500)) == (total.estimated, total.estimated_if_due)
        assert "£15,250.00, plus between £360.00 and £860.00 estimated" == str(total)

    def test_an_estimate_of_nothing_is_an_estimate(self) -> None:
        """The total does not read as if all of it were published."""
        total = fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True}, estimates={"travel": Money(0)}).total
        assert (("travel",), "£15,250.00, plus £0.00 estimated") == (total.estimated_items, str(total))

    def test_an_estimate_that_is_not_needed_is_told(self) -> None:
        """It is not dropped silently."""
        statement = fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True}, estimates={"pd-lead-enrolment": Money(500)})
        assert ("pd-lead-enrolment",) == statement.not_due
        assert "Estimated, but not due: pd-lead-enrolment" in str(statement)
        assert () == fund(SECONDARY_COHORT_4, estimates={"pd-lead-enrolment": Money(500)}).not_due

    @pytest.mark.parametrize(
        ("estimates", "nearest"),
        [
            pytest.param({"travels": Money(1)}, "travel", id="a typing mistake"),
            pytest.param({"residentials": Money(1)}, None, id="what is published is not estimated"),
            pytest.param({"department-grant": Money(1)}, None, id="nor is a published grant"),
            pytest.param({"travel": 180}, None, id="a number is no money"),
            pytest.param({"travel": Money(-1)}, None, id="less than nothing"),
            pytest.param({7: Money(1)}, None, id="no name"),
            pytest.param([("travel", Money(1))], None, id="no mapping"),
        ],
    )
    def test_other_estimates_are_refused(self, estimates: dict[str, Money], nearest: str | None) -> None:
        """Naming the nearest item."""
        with pytest.raises(InvalidEstimate) as caught:
            fund(SECONDARY_COHORT_4, estimates=estimates)
        assert nearest == caught.value.nearest


class TestOtherShapes:
    """Editions that differ from Cohort 4 in shape."""

    def test_a_rate_that_is_not_published_is_no_rate_of_nothing(self) -> None:
        """The total is a least, and says what is not in it."""
        programme = edition_with(3, "support", rate=None, rate_source=None)
        total = fund(programme, {"pd_lead_secondary": True}).total
        assert (Money(10000), None, ("travel", "support")) == (total.known, total.at_most, total.unpublished)
        assert str(total).endswith("plus travel and support for other departments (amounts not published)")

    def test_a_range_of_days_gives_a_range_of_money(self) -> None:
        """Between the fewest days and the most."""
        programme = edition_with(3, "support", days=DayRange("12", "37"))
        total = fund(programme).total_for(academic_year=AcademicYear(2021), purpose="release")
        assert (Money(4200), Money(12950)) == (total.known, total.at_most)
        assert "between £4,200.00 and £12,950.00" == str(total)
        assert "£4,200.00 to £12,950.00" in str(fund(programme))

    def test_an_open_route_between_different_amounts_gives_both_ends(self) -> None:
        """Until it is settled."""
        programme = edition_with(2, "wider-work", rate=Money(350))
        line = fund(programme).lines[5]
        assert (None, None, Money(800), Money(1400)) == (line.rate, line.amount, line.at_least, line.at_most)
        assert Money(1400) == fund(programme, {"pd_lead_secondary": True}).lines[5].amount

    def test_an_alternative_without_a_rate_leaves_the_most_open(self) -> None:
        """The least is nothing, for that alternative may come to nothing; it can be estimated."""
        programme = edition_with(2, "wider-work", rate=None, rate_source=None)
        line = fund(programme).lines[5]
        assert (NOTHING, None, (("wider-work", "wider work"),)) == (line.at_least, line.at_most, line.unpublished)
        reckoned = fund(programme, estimates={"wider-work": Money(1000)}).lines[5]
        assert (None, NOTHING, Money(1000), True) == (
            reckoned.amount,
            reckoned.at_least,
            reckoned.at_most,
            reckoned.estimated,
        )

    def test_only_what_is_estimated_is_told_as_estimated(self) -> None:
        """What the other alternative publishes is not."""
        programme = edition_with(2, "wider-work", rate=None, rate_source=None)
        total = fund(programme, estimates={"wider-work": Money(100)}).total_for(activity=None)
        assert (NOTHING, Money(100), Money(800)) == (total.known, total.estimated, total.at_most)
        assert "between £0.00 and £700.00, plus between £0.00 and £100.00 estimated" == str(total)

    def test_no_department_needs_no_grant_whatever_its_amount(self) -> None:
        """Not even one that is not published."""
        (grant,) = SECONDARY_COHORT_4.grants
        programme = evolve(SECONDARY_COHORT_4, grants=(evolve(grant, amount=None),))
        total = fund(programme, supported_departments=0).total_for(payee="supported-department")
        assert (NOTHING, NOTHING, ()) == (total.known, total.at_most, total.unpublished)

    def test_a_flat_amount_is_paid_once_whatever_the_number_of_departments(self) -> None:
        """To whom the edition says."""
        (grant,) = SECONDARY_COHORT_4.grants
        flat = evolve(grant, departments=None, payee=Payee.LEAD_SCHOOL)
        statement = fund(evolve(SECONDARY_COHORT_4, grants=(flat,)), supported_departments=5)
        assert (Money(2000), None) == (statement.lines[-1].amount, statement.lines[-1].departments)
        assert Money(13250) == statement.total_for(payee="lead-school").known

    def test_release_days_are_paid_to_whom_the_edition_says(self) -> None:
        """Not to whom the code does."""
        programme = edition_with(3, "support", payee=Payee.SUPPORTED_DEPARTMENT)
        assert Money(9250) == fund(programme).total_for(payee="supported-department").known

    def test_a_grant_that_is_not_published_can_be_estimated_for_each_department(self) -> None:
        """As every grant is for each of them."""
        (grant,) = SECONDARY_COHORT_4.grants
        programme = evolve(SECONDARY_COHORT_4, grants=(evolve(grant, amount=None),))
        assert "department-grant" in fund(programme).total.unpublished
        reckoned = fund(programme, supported_departments=3, estimates={"department-grant": Money(100)})
        assert Money(300) == reckoned.total.estimated

    def test_what_may_not_be_due_is_in_the_most_and_not_in_the_least(self) -> None:
        """For days and for grants."""
        total = fund(optional_support(), {"pd_lead_secondary": True}).total_for(academic_year="2021/22")
        assert (NOTHING, Money(9250)) == (total.known, total.at_most)
        settled = fund(optional_support(), {"works_with_others": True}).total_for(academic_year="2021/22")
        assert Money(9250) == settled.known
        assert () == fund(optional_support(), {"works_with_others": False}).by("academic_year").get(
            (AcademicYear(2021),), ()
        )


class TestTotals:
    """Totals by any grouping."""

    @given(
        FACTS,
        st.integers(0, 20),
        ESTIMATES,
        st.lists(st.sampled_from(["academic_year", "payee", "purpose", "activity"]), unique=True),
    )
    def test_every_grouping_adds_up_to_the_whole(
        self, facts: dict[str, bool | None], departments: int, estimates: dict[str, Money], keys: list[str]
    ) -> None:
        """To the penny, and with the same items not published."""
        statement = fund(SECONDARY_COHORT_4, facts, supported_departments=departments, estimates=estimates)
        groups = statement.by(*keys)
        assert statement.total.known == sum((total.known for total in groups.values()), NOTHING)
        assert statement.total.estimated == sum((total.estimated for total in groups.values()), NOTHING)
        unpublished = {item for total in groups.values() for item in total.unpublished}
        assert set(statement.total.unpublished) == unpublished

    @given(FACTS, ESTIMATES)
    def test_the_known_never_exceeds_the_most(self, facts: dict[str, bool | None], estimates: dict[str, Money]) -> None:
        """And settling a fact never lowers it."""
        total = fund(SECONDARY_COHORT_4, facts, estimates=estimates).total
        assert total.at_most is None or total.known + total.estimated <= total.at_most
        for name in NAMES:
            for value in (True, False):
                if facts.get(name) is None:
                    settled = fund(SECONDARY_COHORT_4, {**facts, name: value}, estimates=estimates).total
                    assert total.known <= settled.known

    def test_records_go_into_pandas_as_they_are(self) -> None:
        """And their pence add up to the statement's."""
        frame = pandas.DataFrame(fund(SECONDARY_COHORT_4).to_records())
        assert 1525000 == frame["amount_pence"].sum()
        assert {"2019/20": 300000, "2020/21": 300000, "2021/22": 925000} == frame.groupby("academic_year")[
            "amount_pence"
        ].sum().to_dict()
