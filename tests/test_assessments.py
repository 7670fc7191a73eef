"""An assessment: its verdict and findings, what is still open, and what would have to change."""

from typing import Any

import pytest

from mastery_programme import (
    Assessment,
    InvalidRule,
    Level,
    Status,
    UnknownCriterion,
    UnknownFact,
    Verdict,
    YesNo,
    assess,
    assess_facts,
)
from mastery_programme.facts import Value
from tests.applications import (
    COMPLETE,
    EMPTY,
    ESSENTIAL_FACTS,
    HALF_FILLED_IN,
    JUDGED,
    MET_FACTS,
    PROGRAMME,
    assessed,
    waiver,
)

FORM = tuple(one.id for one in PROGRAMME.criteria if one.level is Level.FORM)
ESSENTIAL = tuple(f"ELI-E{number}" for number in range(1, 9))
DESIRABLE = tuple(f"ELI-D{number}" for number in range(1, 7))


def asked(assessment: Assessment) -> list[str]:
    """The names of the facts that are missing."""
    return [question.fact for question in assessment.missing]


class TestVerdict:
    """What the essential criteria come to."""

    def test_a_complete_application_that_is_judged_well_meets_them(self) -> None:
        """Nothing is missing for the verdict, and the form is in order."""
        assessment = assessed()
        assert (Verdict.MEETS, (), True) == (assessment.verdict, assessment.missing, assessment.in_order)
        assert {Status.MET} == {one.status for one in (*assessment.essential, *assessment.form)}

    def test_a_form_alone_never_decides(self) -> None:
        """What is judged, and what no form says, is missing."""
        assessment = assess(PROGRAMME, COMPLETE)
        assert (Verdict.UNDECIDED, ["employed_as_teacher", *JUDGED]) == (assessment.verdict, asked(assessment))

    def test_a_form_half_filled_in_leaves_more_open(self) -> None:
        """All that it does not settle."""
        assessment = assess(PROGRAMME, HALF_FILLED_IN)
        assert (Verdict.UNDECIDED, list(ESSENTIAL_FACTS[1:])) == (assessment.verdict, asked(assessment))

    def test_without_any_answer_everything_is_missing(self) -> None:
        """And nothing is met."""
        for assessment in (assess_facts(PROGRAMME, {}), assess_facts(PROGRAMME, dict.fromkeys(PROGRAMME.facts))):
            assert (Verdict.UNDECIDED, list(ESSENTIAL_FACTS), None) == (
                assessment.verdict,
                asked(assessment),
                assessment.in_order,
            )
            assert {Status.UNKNOWN} == {one.status for one in assessment.findings}

    @pytest.mark.parametrize(
        ("fact", "value"),
        [pytest.param(name, "primary" if name == "phase" else False, id=name) for name in ESSENTIAL_FACTS],
    )
    def test_one_no_settles_it(self, fact: str, value: Value) -> None:
        """Nothing is asked any more, and every finding stays visible."""
        for known in ({fact: value}, {**MET_FACTS, fact: value}):
            assessment = assess_facts(PROGRAMME, known)
            assert (Verdict.FALLS_SHORT, (), ()) == (assessment.verdict, assessment.missing, assessment.still_open)
            assert (22, 1) == (
                len(assessment.findings),
                sum(one.status is Status.NOT_MET for one in assessment.findings),
            )

    @pytest.mark.parametrize("fact", ESSENTIAL_FACTS)
    def test_one_unknown_leaves_it_undecided(self, fact: str) -> None:
        """It alone is missing."""
        known = {name: value for name, value in MET_FACTS.items() if name != fact}
        for facts in (known, {**known, fact: None}):
            assessment = assess_facts(PROGRAMME, facts)
            assert (Verdict.UNDECIDED, [fact]) == (assessment.verdict, asked(assessment))

    @pytest.mark.parametrize("known", [pytest.param(True, id="shown"), pytest.param(False, id="denied")])
    def test_desirable_criteria_and_the_form_change_nothing(self, known: bool) -> None:
        """They carry no weight."""
        others = {name: known for name in PROGRAMME.facts if name not in ESSENTIAL_FACTS and _is_yes_no(name)}
        for facts, verdict in ((MET_FACTS, "meets"), ({}, "undecided"), ({"qts": False}, "falls short")):
            assert verdict == assess_facts(PROGRAMME, {**others, **facts}).verdict

    def test_a_verdict_is_one_of_three(self) -> None:
        """None of them says that anybody is accepted."""
        assert ["meets", "falls short", "undecided"] == list(Verdict)


def _is_yes_no(name: str) -> bool:
    return isinstance(PROGRAMME.facts[name], YesNo)


class TestFindings:
    """A finding for every criterion."""

    def test_they_stand_in_the_order_of_the_edition(self) -> None:
        """All together, and by level."""
        assessment = assess(PROGRAMME, EMPTY)
        levels = (assessment.essential, assessment.desirable, assessment.form)
        assert (ESSENTIAL, DESIRABLE, FORM) == tuple(tuple(one.criterion for one in level) for level in levels)
        assert tuple(one for level in levels for one in level) == assessment.findings
        assert tuple(one.id for one in PROGRAMME.criteria) == tuple(one.criterion for one in assessment.findings)
        assert list(Level) == [level[0].level for level in levels]

    def test_they_are_as_the_outlook_has_them(self) -> None:
        """Which knows of no waivers."""
        assessment = assess(PROGRAMME, HALF_FILLED_IN, waivers=[waiver("FRM-1")])
        statuses = assess(PROGRAMME, HALF_FILLED_IN).outlook.statuses
        assert statuses == assessment.outlook.statuses
        assert statuses == tuple(one.status for one in assess(PROGRAMME, HALF_FILLED_IN).findings)
        assert statuses != tuple(one.status for one in assessment.findings)

    @pytest.mark.parametrize("criterion", [one.id for one in PROGRAMME.criteria])
    def test_each_is_found_by_the_id_of_its_criterion(self, criterion: str) -> None:
        """As the edition writes it."""
        assert criterion == assessed().finding(criterion).criterion

    @pytest.mark.parametrize(
        ("criterion", "nearest"),
        [
            pytest.param("ELI-E9", "ELI-E8", id="a criterion that there is not"),
            pytest.param("eli_e1", "ELI-E1", id="spelt otherwise"),
            pytest.param(None, None, id="None"),
            pytest.param(1, None, id="a number"),
            pytest.param(["ELI-E1"], None, id="a list"),
        ],
    )
    def test_another_id_is_refused(self, criterion: Any, nearest: str | None) -> None:
        """Naming the nearest."""
        with pytest.raises(UnknownCriterion) as refused:
            assessed().finding(criterion)
        assert nearest in {None, refused.value.nearest}


class TestStillOpen:
    """What can still change any finding."""

    def test_it_asks_for_all_levels_in_the_order_of_the_edition(self) -> None:
        """Each fact once, with all that it decides."""
        assert tuple(PROGRAMME.facts) == tuple(one.fact for one in assess_facts(PROGRAMME, {}).still_open)
        assert ("ELI-D1",) == next(
            one.decides for one in assess_facts(PROGRAMME, {}).still_open if one.fact == "pd_lead_secondary"
        )

    def test_the_verdict_needs_a_part_of_it(self) -> None:
        """The same questions, word for word."""
        assessment = assess(PROGRAMME, HALF_FILLED_IN)
        assert assessment.missing == assessment.still_open[: len(assessment.missing)]
        assert "subject_leader" in [one.fact for one in assessment.still_open]

    def test_what_is_waived_asks_for_nothing(self) -> None:
        """The rest of the form does."""
        before, after = (
            {one.fact for one in assess_facts(PROGRAMME, {}, waivers=given).still_open}
            for given in ((), [waiver("APP-2")])
        )
        assert {"copied_to_head_teacher"} == before - after

    def test_it_is_not_asked_of_those_who_fall_short(self) -> None:
        """They have been told enough."""
        assert () == assess(PROGRAMME, EMPTY, {"qts": False}).still_open


class TestChanges:
    """What would have to change for the essential criteria to be met."""

    def test_nothing_has_to_change_where_they_are_met(self) -> None:
        """One empty set of changes."""
        assert [{}] == [dict(one) for one in assessed().changes()]

    def test_every_no_has_to_change_and_every_unknown_to_be_stated(self) -> None:
        """In the order of the edition."""
        (change,) = assess_facts(PROGRAMME, {**MET_FACTS, "qts": False, "phase": None, "passion": False}).changes()
        expected = {"qts": (True,), "phase": ("middle", "secondary", "all-through"), "passion": (True,)}
        assert list(expected.items()) == list(change.items())

    def test_what_is_fixed_stays(self) -> None:
        """Then there may be no way; a fact that is as it has to be can be fixed."""
        short = assess_facts(PROGRAMME, {**MET_FACTS, "qts": False})
        assert ((), short.changes()) == (short.changes(["qts"]), short.changes(iter(["phase"])))
        assert () == assess_facts(PROGRAMME, {}).changes(fixed=("passion",))

    @pytest.mark.parametrize(
        ("fixed", "error"),
        [
            pytest.param(["qtss"], UnknownFact, id="a fact misspelt"),
            pytest.param(["subject_leader"], UnknownFact, id="a fact of no essential criterion"),
            pytest.param([None], UnknownFact, id="None among them"),
            pytest.param("qts", InvalidRule, id="a text"),
            pytest.param(None, InvalidRule, id="None"),
        ],
    )
    def test_what_is_fixed_is_a_series_of_essential_facts(self, fixed: Any, error: type[Exception]) -> None:
        """Whatever else is known beside them."""
        with pytest.raises(error):
            assess_facts(PROGRAMME, {"subject_leader": True}).changes(fixed)
