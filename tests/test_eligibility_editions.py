"""Assessments under other editions: without a form, with another limit, and with other essential criteria."""

import pytest

from mastery_programme import (
    Count,
    Criterion,
    Finding,
    Is,
    Level,
    Programme,
    Rule,
    Ruleset,
    Status,
    Verdict,
    YesNo,
    assess,
    assess_facts,
)
from mastery_programme.facts import Fact
from tests.applications import COMPLETE, ELSEWHERE, JUDGEMENTS, MET_FACTS, PROGRAMME, form, waiver, words
from tests.changed_editions import CLAUSE, CRITERION, changed

YES, NO = Is.one_of(True), Is.one_of(False)
NOT_MET = Rule("not-met", {}, "not met", CLAUSE)
FACTS: dict[str, Fact] = {"a": YesNo("Is it a?"), "b": YesNo("Is it b?"), "c": Count("How many?", 0, 9)}


def essential(id: str, *rules: Rule) -> Criterion:
    """An essential criterion of a few facts with these rules."""
    names = [name for name in FACTS if any(name in rule.when for rule in rules)] or ["a"]
    ruleset = Ruleset(id, "Is it so?", {name: FACTS[name] for name in names}, rules)
    return Criterion(id, Level.ESSENTIAL, "Something", ruleset, CLAUSE)


def needing(id: str, **when: Is) -> Criterion:
    """An essential criterion that is met if these conditions hold."""
    return essential(id, NOT_MET, Rule("met", when, "met", CLAUSE, ("not-met",)))


def of(*criteria: Criterion) -> Programme:
    """An edition with these criteria and no form."""
    return changed(PROGRAMME, criteria=criteria, form=None)


class TestWithoutForm:
    """An edition that publishes no form."""

    def test_nothing_is_read_off_an_application(self) -> None:
        """Facts, judgements and waivers still count."""
        programme = changed(PROGRAMME, form=None)
        assessment = assess(programme, COMPLETE)
        assert (Verdict.UNDECIDED, {}, {}) == (assessment.verdict, dict(assessment.known), dict(assessment.evidence))
        assert {Status.UNKNOWN} == {one.status for one in assessment.findings}
        facts = {**ELSEWHERE, "qts": True, "state_funded": True, "phase": "middle"}
        full = assess(programme, COMPLETE, facts, JUDGEMENTS, [waiver()])
        assert (Verdict.MEETS, Status.MET) == (full.verdict, full.finding("APP-1").status)

    def test_facts_are_assessed_as_ever(self) -> None:
        """But nobody is named who decides."""
        assessment = assess_facts(changed(PROGRAMME, form=None), MET_FACTS)
        assert (Verdict.MEETS, "", None) == (
            assessment.verdict,
            assessment.outlook.decided_by,
            assessment.outlook.decided_by_clause,
        )
        assert ("the Maths Hub", "APP-3") == (
            assess_facts(PROGRAMME, {}).outlook.decided_by,
            assess_facts(PROGRAMME, {}).outlook.decided_by_clause,
        )
        assert "This is not a decision" not in str(assessment)


class TestAnotherLimit:
    """An edition with another limit of words."""

    @pytest.mark.parametrize(
        ("number", "limit", "status"),
        [
            pytest.param(500, 500, Status.MET, id="as many as there may be"),
            pytest.param(501, 500, Status.NOT_MET, id="one more"),
            pytest.param(301, 300, Status.NOT_MET, id="one more than in Cohort 4"),
            pytest.param(301, 500, Status.MET, id="as many as Cohort 4 refuses"),
        ],
    )
    def test_it_is_the_editions_own(self, number: int, limit: int, status: Status) -> None:
        """And stands in the reason."""
        found = _with_limit(limit, words(number))
        assert status is found.status
        assert (f"needed: at most {limit}, so 1 too many" in found.reason) is (status is Status.NOT_MET)


def _with_limit(limit: int, statement: str) -> Finding:
    name = "lead_teacher_statement_words"
    longer = Criterion.met_when(
        "FRM-7", Level.FORM, "Length", {name: PROGRAMME.facts[name]}, ({name: Is.at_most(limit)},), CLAUSE
    )
    criteria = tuple(longer if one.id == "FRM-7" else one for one in PROGRAMME.criteria)
    return assess(changed(PROGRAMME, criteria=criteria), form(lead_teacher_statement=statement)).finding("FRM-7")


class TestEssential:
    """Editions with other essential criteria, or none."""

    def test_without_essential_criteria_nothing_can_fail(self) -> None:
        """Nothing is missing, and nothing has to change; the desirable ones are found as ever."""
        assessment = assess_facts(of(CRITERION), {"made_up": False})
        assert (Verdict.MEETS, (), ()) == (assessment.verdict, assessment.missing, assessment.essential)
        assert [{}] == [dict(one) for one in assessment.changes()]
        assert Status.NOT_MET is assessment.finding("made-up").status

    def test_without_any_criteria_there_is_nothing_to_find(self) -> None:
        """Not even a form that could be out of order."""
        assessment = assess_facts(of(), {"pd_lead_secondary": True})
        assert (Verdict.MEETS, (), True, []) == (
            assessment.verdict,
            assessment.findings,
            assessment.in_order,
            assessment.to_records(),
        )

    @pytest.mark.parametrize(
        "others", [pytest.param((), id="alone"), pytest.param((needing("a", a=YES),), id="beside another one")]
    )
    def test_a_criterion_that_nobody_can_meet_is_met_by_nobody(self, others: tuple[Criterion, ...]) -> None:
        """Whatever is known; and no change helps."""
        programme = of(essential("never", NOT_MET), *others)
        for known in ({}, {"a": True}, {"a": False}):
            assessment = assess_facts(programme, known)
            assert (Verdict.FALLS_SHORT, (), ()) == (assessment.verdict, assessment.missing, assessment.changes())
            assert Status.NOT_MET is assessment.finding("never").status

    def test_a_criterion_that_everybody_meets_asks_for_nothing(self) -> None:
        """The verdict turns on the others alone."""
        programme = of(essential("always", Rule("always", {}, "met", CLAUSE)), needing("b", b=YES))
        assessment = assess_facts(programme, {})
        assert (Verdict.UNDECIDED, ["b"]) == (assessment.verdict, [one.fact for one in assessment.missing])
        assert Verdict.MEETS is assess_facts(programme, {"b": True}).verdict

    def test_criteria_that_contradict_each_other_are_met_by_nobody(self) -> None:
        """Though each of them alone may still be met: no answer is needed any more."""
        assessment = assess_facts(of(needing("yes", a=YES), needing("no", a=NO)), {})
        assert (Verdict.FALLS_SHORT, (), ()) == (assessment.verdict, assessment.missing, assessment.changes())
        assert {Status.UNKNOWN} == {one.status for one in assessment.essential}
        assert () == assessment.still_open

    def test_a_fact_that_two_criteria_need_is_asked_once(self) -> None:
        """For both; and not for one that another has closed to it."""
        programme = of(needing("first", a=YES, b=YES), needing("second", b=YES, c=Is.at_least(3)))
        assert {"a": ("first",), "b": ("first", "second"), "c": ("second",)} == {
            one.fact: one.decides for one in assess_facts(programme, {}).missing
        }

    def test_what_one_criterion_settles_is_not_asked_for_another_one(self) -> None:
        """If there have to be 5 or more, it no longer matters whether there are 3."""
        either = essential(
            "either",
            NOT_MET,
            Rule("many", {"c": Is.at_least(3)}, "met", CLAUSE, ("not-met",)),
            Rule("b", {"b": YES}, "met", CLAUSE, ("not-met",)),
        )
        assessment = assess_facts(of(either, needing("most", c=Is.at_least(5))), {})
        assert {"c": ("either", "most")} == {one.fact: one.decides for one in assessment.missing}
        assert ("b", "c") == assessment.finding("either").missing

    @pytest.mark.parametrize("known", [pytest.param(True, id="yes"), pytest.param(False, id="no"), None])
    def test_a_fact_that_no_rule_is_about_is_told_as_it_is(self, known: bool | None) -> None:
        """It matters to nothing, and to no other assessment."""
        rules = (NOT_MET, Rule("met", {"a": YES}, "met", CLAUSE, ("not-met",)))
        idle = Criterion(
            "idle", Level.ESSENTIAL, "Idle", Ruleset("idle", "Is it?", {n: FACTS[n] for n in "ab"}, rules), CLAUSE
        )
        programme = of(idle)
        for other in (True, False, None):
            assert assess_facts(programme, {"a": True, "b": other}).findings
        expected = {"a": True} if known is None else {"a": True, "b": known}
        assert expected == dict(assess_facts(programme, {"a": True, "b": known}).finding("idle").known)
