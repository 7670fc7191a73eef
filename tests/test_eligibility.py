"""From an application, or from facts, to an assessment: what is taken, what is refused, and what never happens."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    Application,
    Assessment,
    InvalidArgument,
    InvalidFact,
    InvalidJudgement,
    JudgementRequired,
    Status,
    UnknownCriterion,
    UnknownFact,
    Verdict,
    WrongEdition,
    assess,
    assess_facts,
)
from mastery_programme.facts import Value
from tests.applications import (
    COMPLETE,
    ELSEWHERE,
    EMPTY,
    JUDGEMENTS,
    KNOWN,
    MET_FACTS,
    PROGRAMME,
    form,
    judgement,
    waiver,
    words,
)
from tests.changed_editions import changed

SETTLED = {Status.MET: Status.NOT_MET, Status.NOT_MET: Status.MET}
"""A status that is settled, and its opposite."""


class Phases(StrEnum):
    """A caller's own names for phases."""

    OURS = "secondary"


def with_facts(facts: Any) -> Assessment:
    """An assessment of facts alone."""
    return assess_facts(PROGRAMME, facts)


def beside_a_form(facts: Any) -> Assessment:
    """An assessment of facts beside a form that says nothing."""
    return assess(PROGRAMME, EMPTY, facts)


BOTH_WAYS = pytest.mark.parametrize(
    "ask", [pytest.param(with_facts, id="facts alone"), pytest.param(beside_a_form, id="beside an application")]
)
Ask = Callable[[Any], Assessment]


class TestFacts:
    """What is taken for a fact."""

    @BOTH_WAYS
    @pytest.mark.parametrize(
        ("fact", "given_", "taken"),
        [
            pytest.param("phase", Phases.OURS, "secondary", id="a member of an enum"),
            pytest.param("phase", np.str_("middle"), "middle", id="a text of numpy"),
            pytest.param("years_teaching_mathematics", np.int8(3), 3, id="an integer of numpy"),
            pytest.param("lead_teacher_statement_words", np.uint64(10_000), 10_000, id="the most, of numpy"),
            pytest.param("years_teaching_mathematics", 0, 0, id="none"),
            pytest.param("qts", False, False, id="no"),
        ],
    )
    def test_values_become_plain(self, ask: Ask, fact: str, given_: object, taken: Value) -> None:
        """In the fact's own type, and equal to what plain values give."""
        known = ask({fact: given_}).known[fact]
        assert (taken, type(taken)) == (known, type(known))
        assert ask({fact: taken}) == ask({fact: given_})

    @BOTH_WAYS
    @pytest.mark.parametrize(
        ("facts", "error"),
        [
            pytest.param({"qtss": True}, UnknownFact, id="a fact misspelt"),
            pytest.param({7: True}, UnknownFact, id="a number for a name"),
            pytest.param({"ELI-E1": True}, UnknownFact, id="a criterion for a fact"),
            pytest.param({"qts": "yes"}, InvalidFact, id="a word for yes"),
            pytest.param({"qts": 1}, InvalidFact, id="a number for yes"),
            pytest.param({"qts": np.True_}, InvalidFact, id="the yes of numpy"),
            pytest.param({"phase": "Secondary"}, InvalidFact, id="an option spelt otherwise"),
            pytest.param({"phase": True}, InvalidFact, id="yes for an option"),
            pytest.param({"years_teaching_mathematics": 2.0}, InvalidFact, id="a float"),
            pytest.param({"years_teaching_mathematics": True}, InvalidFact, id="yes for a number"),
            pytest.param({"years_teaching_mathematics": -1}, InvalidFact, id="less than none"),
            pytest.param({"lead_teacher_statement_words": 10_001}, InvalidFact, id="more than the most"),
            pytest.param({"qts": []}, InvalidFact, id="a list for an answer"),
            pytest.param({"qts": True, "phase": "moon"}, InvalidFact, id="one among good ones"),
            pytest.param([("qts", True)], InvalidFact, id="pairs"),
            pytest.param([], InvalidFact, id="an empty list"),
            pytest.param("", InvalidFact, id="an empty text"),
            pytest.param("qts", InvalidFact, id="a text"),
            pytest.param({"qts"}, InvalidFact, id="a set"),
        ],
    )
    def test_a_mistake_is_never_ignored(self, ask: Ask, facts: object, error: type[Exception]) -> None:
        """Nor taken for something that is not known."""
        with pytest.raises(error):
            ask(facts)

    def test_an_error_names_the_fact_the_edition_and_the_clauses(self) -> None:
        """And the nearest that would have been taken."""
        with pytest.raises(InvalidFact) as refused:
            assess_facts(PROGRAMME, {"phase": "secundary"})
        error = refused.value
        assert ("phase", "secondary-2019", ("ELI-E2",)) == (error.fact, error.ruleset, error.clauses)
        assert "secondary" == error.nearest

    def test_no_facts_can_be_left_out_beside_an_application(self) -> None:
        """And not where there is nothing else."""
        assert assess(PROGRAMME, COMPLETE) == assess(PROGRAMME, COMPLETE, None) == assess(PROGRAMME, COMPLETE, {})
        with pytest.raises(InvalidFact):
            with_facts(None)

    def test_none_is_not_known(self) -> None:
        """And false is not none."""
        none, no, nothing = (assess_facts(PROGRAMME, facts) for facts in ({"qts": None}, {"qts": False}, {}))
        assert (nothing, Verdict.UNDECIDED, Verdict.FALLS_SHORT) == (none, none.verdict, no.verdict)

    def test_a_judged_fact_is_a_plain_value_only_where_there_is_no_application(self) -> None:
        """There somebody judged, and says so."""
        assert Status.MET is assess_facts(PROGRAMME, {"passion": True}).finding("ELI-E4").status
        with pytest.raises(JudgementRequired):
            beside_a_form({"passion": True})
        with pytest.raises(JudgementRequired):
            beside_a_form({"passion": False})

    def test_the_form_is_no_longer_needed_where_all_is_known(self) -> None:
        """The same verdict from the facts as from the form."""
        one, other = assess_facts(PROGRAMME, MET_FACTS), assess(PROGRAMME, COMPLETE, ELSEWHERE, JUDGEMENTS)
        assert (one.verdict, one.missing) == (other.verdict, other.missing)
        assert [found.status for found in one.essential] == [found.status for found in other.essential]


class TestErrors:
    """What else is refused."""

    @pytest.mark.parametrize(
        ("programme", "application", "error"),
        [
            pytest.param("secondary-2019", COMPLETE, InvalidArgument, id="the id of an edition"),
            pytest.param(None, COMPLETE, InvalidArgument, id="no edition"),
            pytest.param(PROGRAMME, MET_FACTS, InvalidArgument, id="facts for an application"),
            pytest.param(PROGRAMME, None, InvalidArgument, id="no application"),
            pytest.param(PROGRAMME, Application("secondary-2018"), WrongEdition, id="of another edition"),
            pytest.param(changed(PROGRAMME, form=None), Application("x"), WrongEdition, id="also without a form"),
        ],
    )
    def test_an_edition_is_asked_of_an_application_to_it(
        self, programme: Any, application: Any, error: type[Exception]
    ) -> None:
        """And of nothing else."""
        with pytest.raises(error):
            assess(programme, application)
        if error is InvalidArgument and programme is not PROGRAMME:
            with pytest.raises(error):
                assess_facts(programme, {})

    def test_the_error_names_both_editions(self) -> None:
        """The one of the application and the one that was asked."""
        with pytest.raises(WrongEdition, match="'secondary-2018'; one to 'secondary-2019'"):
            assess(PROGRAMME, Application("secondary-2018"))

    @pytest.mark.parametrize("what", ["judgements", "waivers"])
    @pytest.mark.parametrize(
        "given_",
        [
            pytest.param(None, id="None"),
            pytest.param("passion", id="a text"),
            pytest.param("", id="an empty text"),
            pytest.param(judgement("passion"), id="one judgement"),
            pytest.param(waiver(), id="one waiver"),
            pytest.param([None], id="None in a list"),
            pytest.param([judgement("passion"), waiver()], id="one of each"),
            pytest.param(0, id="nought"),
            pytest.param(False, id="no"),
        ],
    )
    def test_judgements_and_waivers_come_in_series(self, what: str, given_: Any) -> None:
        """Each of its own kind, beside an application and without one."""
        with pytest.raises(InvalidJudgement):
            assess(PROGRAMME, COMPLETE, **{what: given_})
        with pytest.raises(InvalidJudgement):
            assess_facts(PROGRAMME, {}, **{what: given_})

    def test_a_waiver_of_an_unknown_criterion_is_refused(self) -> None:
        """Naming the nearest."""
        with pytest.raises(UnknownCriterion) as refused:
            assess(PROGRAMME, COMPLETE, waivers=[waiver("APP-3")])
        assert "APP-" in str(refused.value.nearest)
        with pytest.raises(UnknownCriterion):
            assess_facts(PROGRAMME, {}, waivers=[waiver("APP-3")])

    @pytest.mark.parametrize(
        "given_",
        [
            pytest.param((), id="a tuple"),
            pytest.param([], id="a list"),
            pytest.param(iter(()), id="an iterator"),
            pytest.param(np.array([], dtype=object), id="an array of numpy"),
        ],
    )
    def test_an_empty_series_of_any_kind_is_none(self, given_: Any) -> None:
        """The same assessment as without it."""
        assert assess_facts(PROGRAMME, {"qts": True}) == assess_facts(PROGRAMME, {"qts": True}, given_)
        assert assess(PROGRAMME, COMPLETE) == assess(PROGRAMME, COMPLETE, {}, given_)

    def test_a_series_may_be_an_array_of_numpy(self) -> None:
        """Or whatever else gives them one by one."""
        judgements: Any = np.array(JUDGEMENTS, dtype=object)
        assert assess_facts(PROGRAMME, ELSEWHERE, JUDGEMENTS) == assess_facts(PROGRAMME, ELSEWHERE, judgements)
        assert assess_facts(PROGRAMME, ELSEWHERE, JUDGEMENTS) == assess_facts(PROGRAMME, ELSEWHERE, iter(JUDGEMENTS))
        assert assess(PROGRAMME, COMPLETE, {}, JUDGEMENTS) == assess(PROGRAMME, COMPLETE, {}, judgements)


class TestReasons:
    """All reasons at once."""

    def test_two_failures_are_both_told(self) -> None:
        """In the order of the edition, whatever the order of the facts."""
        facts: dict[str, Value] = {"understands_learning": False, "phase": "primary", "qts": False}
        for given_ in (facts, dict(reversed(facts.items()))):
            failed = [one.criterion for one in assess_facts(PROGRAMME, given_).findings if one.status is Status.NOT_MET]
            assert ["ELI-E1", "ELI-E2", "ELI-E8"] == failed

    def test_everything_that_is_wrong_with_a_form_is_told(self) -> None:
        """Late, too long, not signed, and incomplete."""
        wrong = form(
            submitted_at=datetime(2019, 5, 1, tzinfo=UTC),
            lead_teacher_statement=words(301),
            signatures=(),
            nominator_statement=None,
        )
        statuses = {one.criterion: one.status.value for one in assess(PROGRAMME, wrong).form}
        assert {
            "APP-1": "not met",
            "FRM-7": "not met",
            "FRM-8": "unknown",
            "FRM-9-lead-teacher": "not met",
            "FRM-9-head-of-department": "not met",
            "FRM-9-nominator": "not met",
            "APP-2": "met",
            "FRM-1": "not met",
        } == statuses


def statuses(known: Mapping[str, Value]) -> dict[str, Status]:
    """The status of each criterion."""
    return {one.criterion: one.status for one in assess_facts(PROGRAMME, known).findings}


class TestMoreIsKnown:
    """What happens when more becomes known, or less."""

    @given(KNOWN, KNOWN)
    def test_it_never_changes_what_is_settled(self, some: dict[str, Value], more: dict[str, Value]) -> None:
        """Neither a status nor a verdict, and nothing is missing that was not missing before."""
        before, after = assess_facts(PROGRAMME, some), assess_facts(PROGRAMME, {**more, **some})
        for one, other in zip(before.findings, after.findings, strict=True):
            assert other.status in {one.status} | (set(Status) if one.status is Status.UNKNOWN else set[Status]())
        assert before.verdict in {Verdict.UNDECIDED, after.verdict}
        assert {one.fact for one in after.still_open} <= {one.fact for one in before.still_open}
        assert {one.fact for one in after.missing} <= {one.fact for one in before.missing}

    @given(KNOWN, st.sampled_from(list(PROGRAMME.facts)))
    def test_forgetting_an_answer_never_turns_a_status_round(self, known: dict[str, Value], forgotten: str) -> None:
        """What is not known counts neither as met nor as not met."""
        less = statuses({name: value for name, value in known.items() if name != forgotten})
        for criterion, status in statuses(known).items():
            assert less[criterion] is not SETTLED.get(status)

    @given(KNOWN)
    def test_an_assessment_follows_from_its_facts_alone(self, known: dict[str, Value]) -> None:
        """In whatever order they are given, and whatever was asked before."""
        fresh = changed(PROGRAMME)  # which remembers nothing
        one, other = assess_facts(PROGRAMME, known), assess_facts(fresh, dict(reversed(known.items())))
        assert (one, one.findings, str(one)) == (other, other.findings, str(other))
        told = chain.from_iterable(finding.known.items() for finding in one.findings)
        assert {name: value for name, value in known.items() if name in one.known} == dict(told)
