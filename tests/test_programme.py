"""What a programme answers about itself: its parts, its hubs and its clauses."""

import datetime
import pickle
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mastery_programme import (
    EDITIONS,
    SECONDARY_COHORT_4,
    FrozenMapping,
    MasteryProgrammeError,
    UnknownClause,
    UnknownCriterion,
    UnknownEdition,
    UnknownHub,
    UnknownMilestone,
    YesNo,
    edition,
)
from tests.changed_editions import CRITERION, changed, with_activity

FACTS = """
qts employed_as_teacher state_funded phase good_teaching* passion* collaborates* track_record_own_school* communication*
understands_learning* lead_practitioner mathematics_sle pd_lead_accredited pd_lead_secondary pd_lead_other_phase
other_additional_status* subject_leader years_teaching_mathematics track_record_other_schools* grows_leadership*
engaged_with_hub china_england_exchange submitted_in_time lead_teacher_statement_words nominator_statement_words
signed_by_lead_teacher signed_by_head_of_department signed_by_nominator copied_to_head_teacher required_fields_missing
"""
"""The facts of Cohort 4; those with a star are judged."""

NO_NAMES = [
    pytest.param(None, id="nothing at all"),
    pytest.param(7, id="a number"),
    pytest.param([], id="a list, which has no hash"),
    pytest.param(b"APP-1", id="bytes are no text"),
    pytest.param(True, id="a bool"),
    pytest.param("", id="an empty text"),
    pytest.param("x" * 10_000_000, id="a text of ten million characters"),
    pytest.param(np.array(["a", "b"]), id="an array, whose equality is no bool"),
]


class EqualToAll:
    """Something that says it is equal to whatever it is compared with."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]  # as a class has it that cannot be hashed


class TestWhatItIs:
    def test_an_edition_has_an_id_a_cohort_and_a_phase(self) -> None:
        """Cohort 4 is named, and so is the phase that it is for."""
        programme = SECONDARY_COHORT_4
        assert ("secondary-2019", 4, "secondary") == (programme.id, programme.cohort, programme.phase)
        assert programme.title == "Secondary Mastery Specialist Programme"

    def test_its_years_follow_one_another(self) -> None:
        """The three years of the programme are three academic years in a row."""
        assert [1, 2, 3] == [year.number for year in SECONDARY_COHORT_4.years]
        assert ["2019/20", "2020/21", "2021/22"] == [str(year.academic_year) for year in SECONDARY_COHORT_4.years]

    def test_activities_state_their_days_and_rates(self) -> None:
        """An activity holds its own days and its own rate."""
        first, second, third = SECONDARY_COHORT_4.years
        assert [("residentials", "4.5 days", "£200.00"), ("personal-development", "10.5 days", "£200.00")] == [
            (one.id, str(one.days), str(one.rate)) for one in first.activities
        ]
        assert ["residentials", "development", "pd-lead-programme", "wider-work"] == [
            one.id for one in second.activities
        ]
        assert [("support", "15 days", "£350.00")] == [
            (one.id, str(one.days), str(one.rate)) for one in third.activities
        ]

    def test_an_activity_cites_its_days_and_its_rate_apart(self) -> None:
        """The clause of the days is not the clause of the rate."""
        first = SECONDARY_COHORT_4.years[0].activities[0]
        assert (3, "PAR-3", "PAR-2") == (
            first.sessions,
            first.source.clause,
            first.rate_source and first.rate_source.clause,
        )

    def test_its_items_are_the_grants_and_then_the_costs(self) -> None:
        """What is paid for beside release days stands in one row."""
        assert ["department-grant", "travel", "pd-lead-enrolment"] == [one.id for one in SECONDARY_COHORT_4.items]

    def test_it_lists_every_fact_with_its_question_and_domain(self) -> None:
        """The facts are those of its criteria and its routes, each once."""
        programme = changed(SECONDARY_COHORT_4, criteria=(CRITERION,), form=None)
        assert ["made_up", "pd_lead_secondary", "pd_lead_other_phase"] == list(programme.facts)
        for fact in programme.facts.values():
            assert isinstance(fact, YesNo)
            assert fact.ask.endswith("?")
            assert fact.values == (True, False)

    def test_the_facts_of_cohort_4_stand_in_the_order_of_its_document(self) -> None:
        """Each asks a question, and those that are judged say so."""
        facts = SECONDARY_COHORT_4.facts
        assert FACTS.split() == [f"{name}*" if fact.judged else name for name, fact in facts.items()]
        assert all(fact.ask.endswith("?") for fact in facts.values())

    def test_its_facts_cannot_be_changed(self) -> None:
        """The mapping of facts is a frozen one, and the same one each time."""
        assert isinstance(SECONDARY_COHORT_4.facts, FrozenMapping)
        assert SECONDARY_COHORT_4.facts is SECONDARY_COHORT_4.facts

    def test_its_text_names_the_cohort_and_the_years(self) -> None:
        """A programme reads as its title, its cohort and its first and last year."""
        assert str(SECONDARY_COHORT_4) == "Secondary Mastery Specialist Programme, Cohort 4 (2019/20 to 2021/22)"

    def test_its_repr_is_short(self) -> None:
        """A programme shows its id and its text, not its 35 hubs."""
        assert repr(SECONDARY_COHORT_4) == f"<Programme 'secondary-2019': {SECONDARY_COHORT_4}>"


class TestEditions:
    def test_an_edition_is_found_by_its_id(self) -> None:
        """The id gives the very programme."""
        assert edition("secondary-2019") is SECONDARY_COHORT_4

    def test_the_editions_are_a_tuple(self) -> None:
        """All editions are listed, and the list cannot be changed."""
        assert type(EDITIONS) is tuple
        assert SECONDARY_COHORT_4 in EDITIONS
        assert len({programme.id for programme in EDITIONS}) == len(EDITIONS)

    def test_an_unknown_id_names_the_nearest(self) -> None:
        """A slip of the keyboard gets the id that was meant."""
        with pytest.raises(UnknownEdition, match="'secondary-2019'") as refused:
            edition("secondry-2019")
        assert ("secondry-2019", "secondary-2019") == (refused.value.value, refused.value.nearest)
        assert isinstance(refused.value, LookupError)

    @pytest.mark.parametrize("id", [*NO_NAMES, pytest.param(EqualToAll(), id="something equal to everything")])
    def test_what_is_no_id_is_refused(self, id: Any) -> None:
        """Whatever is no id of an edition is refused by our own error."""
        with pytest.raises(UnknownEdition):
            edition(id)


class TestLookups:
    def test_a_milestone_is_found_by_its_id(self) -> None:
        """A milestone has a moment, or else a day."""
        apply_by, notify_by = (SECONDARY_COHORT_4.milestone(id) for id in ("apply-by", "notify-by"))
        assert apply_by.at is not None
        assert apply_by.at.isoformat() == "2019-04-26T17:00:00+01:00"
        assert notify_by.on == datetime.date(2019, 6, 10)
        assert (apply_by.on, notify_by.at) == (None, None)

    def test_a_criterion_is_found_by_its_id(self) -> None:
        """The id gives the very criterion, of whichever level."""
        for criterion in SECONDARY_COHORT_4.criteria:
            assert SECONDARY_COHORT_4.criterion(criterion.id) is criterion

    def test_a_clause_is_found_by_its_id(self) -> None:
        """A clause carries the document's heading over it."""
        clause = SECONDARY_COHORT_4.clause("FUN-6")
        assert ("FUN-6", "What is the funding for the programme?") == (clause.clause, clause.heading)

    @pytest.mark.parametrize(
        ("lookup", "name", "error", "nearest"),
        [
            pytest.param("clause", "FUN-66", UnknownClause, "FUN-6", id="a digit too many"),
            pytest.param("clause", "fun-6", UnknownClause, None, id="clauses are taken exactly"),
            pytest.param("milestone", "aply-by", UnknownMilestone, "apply-by", id="a letter missing"),
            pytest.param("criterion", "ELI-E11", UnknownCriterion, "ELI-E1", id="a criterion that there is not"),
            pytest.param("hub", "North West Tree", UnknownHub, "North West Three Maths Hub", id="a hub misspelt"),
            pytest.param("hub", "Jurasic Maths Hub", UnknownHub, "Jurassic Maths Hub", id="a hub's full name misspelt"),
        ],
    )
    def test_an_unknown_name_is_refused_with_the_nearest(
        self, lookup: str, name: str, error: type[MasteryProgrammeError], nearest: str | None
    ) -> None:
        """The error holds what was asked for and the nearest name there is."""
        with pytest.raises(error) as refused:
            getattr(SECONDARY_COHORT_4, lookup)(name)
        assert name == refused.value.value
        assert nearest is None or nearest == refused.value.nearest
        assert f"the nearest is {refused.value.nearest!r}" in str(refused.value)
        assert isinstance(refused.value, LookupError)

    @pytest.mark.parametrize("lookup", ["hub", "clause", "milestone", "criterion"])
    @pytest.mark.parametrize("name", NO_NAMES)
    def test_what_is_no_name_is_refused_at_once(self, lookup: str, name: Any) -> None:
        """However large or odd the name is, the answer is our own error, and it comes at once."""
        start = time.perf_counter()
        with pytest.raises(MasteryProgrammeError) as refused:
            getattr(SECONDARY_COHORT_4, lookup)(name)
        assert time.perf_counter() - start < 1
        assert len(str(refused.value)) < 200

    @pytest.mark.parametrize(
        "ask",
        [
            pytest.param(lambda: SECONDARY_COHORT_4.hub("Nowhere"), id="a hub"),
            pytest.param(lambda: SECONDARY_COHORT_4.clause("Nowhere"), id="a clause"),
            pytest.param(lambda: SECONDARY_COHORT_4.milestone("Nowhere"), id="a milestone"),
            pytest.param(lambda: SECONDARY_COHORT_4.criterion("Nowhere"), id="a criterion"),
            pytest.param(lambda: edition("Nowhere"), id="an edition"),
            pytest.param(lambda: changed(SECONDARY_COHORT_4, title=7), id="a flawed edition"),
        ],
    )
    def test_an_error_survives_pickling(self, ask: Callable[[], object]) -> None:
        """An error that comes from another process tells the same."""
        with pytest.raises(MasteryProgrammeError) as refused:
            ask()
        again = pickle.loads(pickle.dumps(refused.value))
        assert type(refused.value) is type(again)
        assert (str(refused.value), vars(refused.value)) == (str(again), vars(again))


class TestCitations:
    def test_they_name_the_part_and_its_clause(self) -> None:
        """A reader sees which part rests on which clause."""
        programme = changed(SECONDARY_COHORT_4, criteria=(*SECONDARY_COHORT_4.criteria, CRITERION))
        told = {(where, source.clause) for where, source in programme.citations()}
        assert told >= {
            ("programme", "INT-1"),
            ("year 1", "PAR-1"),
            ("year 1, activity residentials", "PAR-3"),
            ("year 1, rate of residentials", "PAR-2"),
            ("ruleset made-up, rule yes", "PAR-2"),
            ("ruleset pd-lead-days, rule already-accredited", "PAR-10"),
            ("criterion made-up", "PAR-2"),
            ("grant department-grant", "FUN-6"),
            ("covered cost travel", "FUN-4"),
            ("milestone apply-by", "APP-1"),
            ("duty launch", "PAR-5"),
            ("published total year-3-release", "FUN-5"),
            ("open question OPEN-1", "FUN-3"),
            ("open question OPEN-1", "PAR-10"),
            ("hub Jurassic Maths Hub", "HUB-1"),
            ("form", "ELI-0"),
            ("form, who decides", "APP-3"),
            ("form, field lead_teacher.qts", "FRM-4"),
            ("form, reading submitted_in_time", "APP-1"),
            ("form, establishments mainstream, state-funded", "ELI-E2"),
        }

    def test_a_rate_that_is_not_published_cites_nothing(self) -> None:
        """Where there is no rate, there is no clause of a rate."""
        years = with_activity(1, "residentials", rate=None, rate_source=None)
        told = [where for where, _ in changed(SECONDARY_COHORT_4, years=years).citations()]
        assert "year 1, activity residentials" in told
        assert "year 1, rate of residentials" not in told

    def test_each_is_a_clause_that_the_edition_holds(self) -> None:
        """What is cited can be looked up."""
        for _, source in SECONDARY_COHORT_4.citations():
            assert SECONDARY_COHORT_4.clause(source.clause) is source
