"""What if: editions with other rates, days or grants."""

from pickle import dumps, loads
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    DayRange,
    Days,
    Document,
    FlawedProgramme,
    InvalidScenario,
    Money,
    Programme,
    Source,
    allocate,
    fund,
    scenario,
)
from mastery_programme.codec import from_dict, from_json, to_dict, to_json
from mastery_programme.scenarios import is_scenario, title_without_labels
from tests.changed_editions import changed, edition_with, optional_support, with_activity

COHORT = SECONDARY_COHORT_4
LOWER = scenario(COHORT, label="a lower rate", rates={"support": Money(300)})
STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=30)


def clauses_of(made: Programme) -> list[str]:
    """What the last document of a scenario says."""
    return [f"{clause.clause}: {clause.text}" for clause in made.documents[-1].clauses]


class TestOneChange:
    """A single number that is set."""

    def test_a_lower_rate_is_paid(self) -> None:
        """And all else as before."""
        assert Money(4500) == fund(LOWER).total_for(activity="support", purpose="release").known
        assert fund(COHORT).lines[:-2] == tuple(changed(line, edition=COHORT.id) for line in fund(LOWER).lines[:-2])

    def test_it_says_what_was_changed(self) -> None:
        """In its id, its title and a document of its own, whose clause the number cites; it claims no totals."""
        assert "secondary-2019, what if: a lower rate" == LOWER.id
        assert "Secondary Mastery Specialist Programme (what if: a lower rate), Cohort 4 (2019/20 to 2021/22)" == str(
            LOWER
        )
        clause = Source(
            "what-if",
            "WHAT-IF-1",
            "a lower rate",
            "rate of support in 2021/22: £300.00 in place of £350.00 (FUN-5)",
        )
        assert (*COHORT.documents, Document("what-if", "What if: a lower rate", (clause,))) == LOWER.documents
        (support,) = LOWER.years[2].activities
        assert (clause, COHORT.clause("FUN-5"), ()) == (support.rate_source, support.source, LOWER.published_totals)
        assert ("FUN-5", "WHAT-IF-1") == (fund(LOWER).lines[-2].clause, fund(LOWER).lines[-2].rate_clause)

    def test_nothing_else_is_changed(self) -> None:
        """Put back, it is the edition that it was made of."""
        back = changed(
            LOWER,
            id=COHORT.id,
            title=COHORT.title,
            years=COHORT.years,
            published_totals=COHORT.published_totals,
            documents=COHORT.documents,
        )
        assert back == COHORT

    @pytest.mark.parametrize(
        ("changes", "clauses"),
        [
            pytest.param(
                {"days": {"support": Days(12)}},
                ["WHAT-IF-1: days of support in 2021/22: 12 days in place of 15 days (FUN-5)"],
                id="days",
            ),
            pytest.param(
                {"days": {(3, "support"): DayRange(12, 37)}},
                ["WHAT-IF-1: days of support in 2021/22: 12 to 37 days in place of 15 days (FUN-5)"],
                id="a range of days",
            ),
            pytest.param(
                {"days": {"support": None}},
                ["WHAT-IF-1: days of support in 2021/22: none published in place of 15 days (FUN-5)"],
                id="days not published",
            ),
            pytest.param(
                {"rates": {"support": None}},
                ["WHAT-IF-1: rate of support in 2021/22: none published in place of £350.00 (FUN-5)"],
                id="a rate not published",
            ),
            pytest.param(
                {"rates": {"support": Money(350)}},
                ["WHAT-IF-1: rate of support in 2021/22: £350.00, as before (FUN-5)"],
                id="the rate that it was",
            ),
            pytest.param(
                {"rates": {"residentials": Money(210)}},
                [
                    "WHAT-IF-1: rate of residentials in 2019/20: £210.00 in place of £200.00 (PAR-2)",
                    "WHAT-IF-2: rate of residentials in 2020/21: £210.00 in place of £200.00 (PAR-6)",
                ],
                id="an activity in every year in which it stands",
            ),
            pytest.param(
                {"rates": {(2, "residentials"): Money(210)}},
                ["WHAT-IF-1: rate of residentials in 2020/21: £210.00 in place of £200.00 (PAR-6)"],
                id="an activity in one year alone",
            ),
            pytest.param(
                {"grants": {"department-grant": Money(2500)}},
                ["WHAT-IF-1: amount of department-grant in 2021/22: £2,500.00 in place of £2,000.00 (FUN-6)"],
                id="a grant",
            ),
            pytest.param(
                {
                    "grants": {"department-grant": None},
                    "rates": {"support": Money(0), "development": Money(2)},
                    "days": {"support": Days(0)},
                },
                [
                    "WHAT-IF-1: rate of development in 2020/21: £2.00 in place of £200.00 (PAR-6)",
                    "WHAT-IF-2: days of support in 2021/22: 0 days in place of 15 days (FUN-5)",
                    "WHAT-IF-3: rate of support in 2021/22: £0.00 in place of £350.00 (FUN-5)",
                    "WHAT-IF-4: amount of department-grant in 2021/22: none published in place of £2,000.00 (FUN-6)",
                ],
                id="several, in the order of the edition",
            ),
        ],
    )
    def test_each_number_has_a_clause(self, changes: dict[str, Any], clauses: list[str]) -> None:
        """Which says what it is, what it was, and on which clause that rested."""
        made = scenario(COHORT, label="x", **changes)
        assert clauses == clauses_of(made)
        assert made.documents[-1].clauses == tuple(made.clause(one.clause) for one in made.documents[-1].clauses)

    def test_days_and_grants_cite_their_clauses(self) -> None:
        """As rates do."""
        made = scenario(COHORT, label="x", days={"support": None}, grants={"department-grant": Money(1)})
        (support,) = made.years[2].activities
        assert (None, "WHAT-IF-1", "FUN-5") == (
            support.days,
            support.source.clause,
            getattr(support.rate_source, "clause", None),
        )
        assert (Money(1), "WHAT-IF-2") == (made.grants[0].amount, made.grants[0].source.clause)

    def test_a_rate_that_is_not_published_has_no_source_and_one_that_comes_has_one(self) -> None:
        """As an edition needs it."""
        silent = scenario(COHORT, label="silent", rates={"support": None})
        spoken = scenario(silent, label="spoken", rates={"support": Money(300)})
        assert (None, None) == (silent.years[2].activities[0].rate, silent.years[2].activities[0].rate_source)
        assert "WHAT-IF-2" == getattr(spoken.years[2].activities[0].rate_source, "clause", None)
        assert ["WHAT-IF-2: rate of support in 2021/22: £300.00 in place of none published"] == clauses_of(spoken)

    def test_the_same_changes_in_another_order_are_the_same_scenario(self) -> None:
        """Nothing turns on the order of a mapping."""
        rates = {"support": Money(300), "residentials": Money(210)}
        backwards = dict(reversed(rates.items()))
        assert scenario(COHORT, label="x", rates=rates) == scenario(COHORT, label="x", rates=backwards)


class TestScenariosOfScenarios:
    """A scenario is an edition, and so others can be made of it."""

    def test_each_has_a_document_of_its_own(self) -> None:
        """And clauses that no other document has; they say which scenario's number they replace."""
        third = scenario(
            scenario(LOWER, label="a lower rate", rates={"support": Money(280)}),
            label="more days",
            days={"support": Days(20)},
        )
        assert ["secondary-2019", "what-if", "what-if-2", "what-if-3"] == [one.id for one in third.documents]
        assert ["WHAT-IF-1", "WHAT-IF-2", "WHAT-IF-3"] == [one.clauses[0].clause for one in third.documents[1:]]
        assert "£280.00 in place of £300.00 (WHAT-IF-1)" in third.documents[2].clauses[0].text
        assert "secondary-2019, what if: a lower rate, what if: a lower rate, what if: more days" == third.id
        assert Money(5600) == fund(third).total_for(activity="support", purpose="release").known

    def test_ids_tell_scenarios_apart(self) -> None:
        """One label twice gives two ids, and no label can feign another scenario's id."""
        twice = scenario(LOWER, label="a lower rate", rates={"support": Money(300)})
        assert 3 == len({COHORT.id, LOWER.id, twice.id})
        with pytest.raises(InvalidScenario, match="without 'what if: '"):
            scenario(COHORT, label="a lower rate, what if: a lower rate", rates={"support": None})

    def test_ids_that_are_taken_are_passed_over(self) -> None:
        """Whoever made the edition may have used them for something else."""
        taken = Document("what-if-2", "Taken", (Source("what-if-2", "WHAT-IF-1"),))
        edition = changed(COHORT, documents=(*COHORT.documents, taken))
        first = scenario(edition, label="x", rates={"support": None})
        second = scenario(first, label="y", rates={"support": Money(2)})
        assert ("what-if", "WHAT-IF-2") == (first.documents[-1].id, first.documents[-1].clauses[0].clause)
        assert ("what-if-3", "WHAT-IF-3") == (second.documents[-1].id, second.documents[-1].clauses[0].clause)

    def test_it_is_known_by_its_document(self) -> None:
        """And its title without labels is that of the edition."""
        twice = scenario(LOWER, label="more", days={"support": Days(20)})
        assert (False, True, True) == tuple(map(is_scenario, (COHORT, LOWER, twice)))
        assert {COHORT.title} == set(map(title_without_labels, (COHORT, LOWER, twice)))
        named = changed(COHORT, title="A programme (what if: we had one)")
        assert named.title == title_without_labels(named)


class TestAnEditionLikeAnyOther:
    """What can be asked of an edition can be asked of a scenario."""

    @pytest.mark.parametrize(
        "made",
        [
            pytest.param(LOWER, id="a rate"),
            pytest.param(scenario(COHORT, label="x", days={"residentials": DayRange(2, 3)}), id="a range"),
            pytest.param(scenario(COHORT, label="x", days={"wider-work": None}), id="days not published"),
            pytest.param(
                scenario(COHORT, label="x & <y>", grants={"department-grant": None}, rates={"support": None}),
                id="nothing published of year 3",
            ),
            pytest.param(scenario(optional_support(), label="x", rates={"support": Money(2)}), id="of another edition"),
            pytest.param(scenario(LOWER, label="more", days={"support": Days(20)}), id="of a scenario"),
        ],
    )
    def test_its_answers_and_itself_come_back_from_documents(self, made: Programme) -> None:
        """Allocations, statements and the edition; and they can be pickled."""
        assert made == from_dict(to_dict(made), Programme) == from_json(to_json(made), Programme)
        assert (made, hash(made)) == (loads(dumps(made)), hash(loads(dumps(made))))
        for value in (allocate(made), fund(made), fund(made, supported_departments=3)):
            again: Any = from_dict(to_dict(value), type(value))
            assert (value, str(value)) == (again, str(again))
            assert {made.id} == {again.edition}

    def test_days_that_are_set_are_allocated(self) -> None:
        """Year by year."""
        made = scenario(COHORT, label="x", days={(1, "residentials"): Days(5), "support": DayRange(12, 37)})
        assert ["15.5 days", "15 days", "12 to 37 days"] == [str(year.days) for year in allocate(made).years]

    def test_what_is_not_published_any_more_can_be_estimated(self) -> None:
        """As in any edition."""
        made = scenario(COHORT, label="x", rates={"support": None})
        assert Money(5000) == fund(made, estimates={"support": Money(5000)}).total.estimated

    @STEADY
    @given(st.integers(0, 10**6).map(lambda pence: Money.pence(2 * pence)), st.integers(0, 40), st.integers(0, 10**6))
    def test_what_is_set_is_what_is_paid(self, rate: Money, half_days: int, grant: int) -> None:
        """For all rates, days and grants; and the rest of the money stays."""
        days, amount = Days.of_half_days(half_days), Money.pence(grant)
        made = scenario(
            COHORT,
            label="x",
            rates={"support": rate},
            days={(3, "support"): days},
            grants={"department-grant": amount},
        )
        assert days * rate + amount * 2 + Money(6000) == fund(made).total.known


class TestOtherEditions:
    """Editions that differ in shape."""

    def test_a_total_that_does_not_fit_is_no_longer_claimed(self) -> None:
        """Where an edition with other numbers would contradict itself."""
        with pytest.raises(FlawedProgramme):
            changed(COHORT, years=with_activity(3, "support", rate=Money(300)))
        assert () == LOWER.published_totals

    def test_what_was_a_range_can_be_exact(self) -> None:
        """And the other way round."""
        made = scenario(edition_with(3, "support", days=DayRange(12, 37)), label="x", days={"support": Days(20)})
        assert ["WHAT-IF-1: days of support in 2021/22: 20 days in place of 12 to 37 days (FUN-5)"] == clauses_of(made)
