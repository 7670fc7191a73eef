"""The questions whose answers can still matter, for whoever builds a form."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from mastery_programme import (
    InvalidArgument,
    InvalidFact,
    Question,
    UnknownFact,
    Verdict,
    allocate,
    assess_facts,
    next_questions,
)
from mastery_programme.facts import Value
from tests.applications import ESSENTIAL_FACTS, KNOWN, MET_FACTS, PROGRAMME
from tests.changed_editions import CRITERION, changed, optional_support, small_edition

STATUSES = ("lead_practitioner", "mathematics_sle", "pd_lead_accredited", "other_additional_status")
ROUTED = {"pd_lead_secondary": "pd-lead-days", "pd_lead_other_phase": "ncetm-talk"}
SOME: dict[str, Value] = {name: fact.values[0] for name, fact in PROGRAMME.facts.items()} | {"phase": "middle"}
"""An answer to each question; those to the essential ones are in favour."""

OF_THE_FORM = (
    "submitted_in_time",
    "lead_teacher_statement_words",
    "nominator_statement_words",
    "signed_by_lead_teacher",
    "signed_by_head_of_department",
    "signed_by_nominator",
    "required_fields_missing",
)


def asked(facts: Mapping[str, object] | None = None) -> dict[str, Question]:
    """The questions by fact, in their order."""
    return {question.fact: question for question in next_questions(PROGRAMME, facts)}


class TestOrder:
    """Which questions are asked, and in which order."""

    def test_at_first_every_fact_is_asked_in_the_order_of_the_programme(self) -> None:
        """All thirty of them, each once."""
        assert tuple(PROGRAMME.facts) == tuple(asked())
        assert 30 == len(next_questions(PROGRAMME))
        assert next_questions(PROGRAMME) == next_questions(PROGRAMME, {}) == next_questions(PROGRAMME, {"qts": None})

    @pytest.mark.parametrize("fact", PROGRAMME.facts)
    def test_a_fact_that_is_known_is_not_asked_again(self, fact: str) -> None:
        """Nor is another one forgotten, unless its answer no longer matters."""
        facts = asked({fact: SOME[fact]})
        assert fact not in facts
        assert [name for name in PROGRAMME.facts if name in facts] == list(facts)
        assert set(ESSENTIAL_FACTS) - {fact} <= set(facts)

    def test_once_everything_is_known_nothing_is_asked(self) -> None:
        """Whatever the answers are."""
        assert () == next_questions(PROGRAMME, SOME)


class TestWhatNoLongerMatters:
    """Questions that disappear."""

    @pytest.mark.parametrize(
        ("fact", "value"),
        [pytest.param(name, "primary" if name == "phase" else False, id=name) for name in ESSENTIAL_FACTS],
    )
    def test_nothing_is_asked_once_the_essential_criteria_cannot_be_met(self, fact: str, value: Value) -> None:
        """One answer is enough, whatever else is known."""
        assert () == next_questions(PROGRAMME, {fact: value})
        assert () == next_questions(PROGRAMME, {**MET_FACTS, fact: value})

    def test_the_desirable_ones_and_the_form_are_asked_once_they_are_met(self) -> None:
        """All that is left."""
        assert tuple(name for name in PROGRAMME.facts if name not in ESSENTIAL_FACTS) == tuple(asked(MET_FACTS))

    @pytest.mark.parametrize("known", [*STATUSES, *ROUTED])
    def test_one_status_is_enough(self, known: str) -> None:
        """Of the others, two still decide routes, and that is all they decide."""
        before, after = asked(), asked({known: True})
        gone = (set(STATUSES) | set(ROUTED)) - {name for name in ROUTED if name != known}
        assert gone == set(before) - set(after)
        for name, route in ROUTED.items():
            assert ("ELI-D1", route) == before[name].decides
            assert name == known or (route,) == after[name].decides

    def test_a_status_that_is_denied_leaves_the_others(self) -> None:
        """They decide as before."""
        after = asked({"lead_practitioner": False})
        assert {"lead_practitioner"} == set(asked()) - set(after)
        assert {("ELI-D1",)} == {after[name].decides for name in STATUSES[1:]}

    def test_either_engagement_is_enough(self) -> None:
        """The other one is not asked any more."""
        assert "china_england_exchange" not in asked({"engaged_with_hub": True})
        assert "china_england_exchange" in asked({"engaged_with_hub": False})

    @given(KNOWN)
    def test_a_question_is_asked_just_if_it_is_missing_somewhere(self, known: dict[str, Value]) -> None:
        """For a finding or for what falls to the teacher; and its `decides` names those criteria and routes."""
        assessment = assess_facts(PROGRAMME, known)
        for_findings = {one.criterion: one.missing for one in assessment.findings}
        for_routes = allocate(PROGRAMME, known).missing
        for question in next_questions(PROGRAMME, known):
            routes = [ROUTED[question.fact]] if question.fact in for_routes else []
            criteria = [id for id, missing in for_findings.items() if question.fact in missing]
            assert (*criteria, *routes) == question.decides
            assert question.fact not in known
        needed = {name for missing in for_findings.values() for name in missing} | set(for_routes)
        hopeless = assessment.verdict is Verdict.FALLS_SHORT
        assert (set() if hopeless else needed) == {one.fact for one in next_questions(PROGRAMME, known)}


class TestQuestion:
    """What a question says."""

    @pytest.mark.parametrize(
        ("fact", "kind", "options", "limits", "judged", "answered_by", "decides"),
        [
            pytest.param("qts", "yes-no", (), (None, None, ""), False, "applicant", ("ELI-E1",), id="yes or no"),
            pytest.param("state_funded", "yes-no", (), (None, None, ""), False, "hub", ("ELI-E2",), id="of the hub"),
            pytest.param(
                "phase",
                "choice",
                ("nursery", "primary", "middle", "secondary", "all-through", "16 plus"),
                (None, None, ""),
                False,
                "hub",
                ("ELI-E2",),
                id="one of a few",
            ),
            pytest.param("passion", "yes-no", (), (None, None, ""), True, "hub", ("ELI-E4",), id="a judgement"),
            pytest.param(
                "years_teaching_mathematics",
                "count",
                (),
                (0, 100, "years"),
                False,
                "applicant",
                ("ELI-D3",),
                id="a number",
            ),
            pytest.param(
                "lead_teacher_statement_words",
                "count",
                (),
                (0, 10_000, "words"),
                False,
                "form",
                ("FRM-7",),
                id="read off the form",
            ),
        ],
    )
    def test_it_has_all_that_somebody_needs_to_ask_it(
        self,
        fact: str,
        kind: str,
        options: tuple[str, ...],
        limits: tuple[int | None, int | None, str],
        judged: bool,
        answered_by: str,
        decides: tuple[str, ...],
    ) -> None:
        """Its kind, options and limits, whose it is to answer, and what it decides; also as a flat record."""
        one = asked()[fact]
        assert (fact, PROGRAMME.facts[fact].ask, kind, options) == (one.fact, one.ask, one.kind, one.options)
        assert (limits, judged, answered_by) == ((one.low, one.high, one.unit), one.judged, one.answered_by)
        assert decides == one.decides
        low, high, unit = limits
        assert {
            "fact": fact,
            "ask": one.ask,
            "kind": kind,
            "options": ", ".join(options) or None,
            "low": low,
            "high": high,
            "unit": unit or None,
            "judged": judged,
            "answered_by": answered_by,
            "decides": decides[0],
        } == one.to_record()

    def test_its_records_are_alike(self) -> None:
        """The same keys in the same order, and what is read off the form is marked as such."""
        questions = next_questions(PROGRAMME)
        assert 1 == len({tuple(one.to_record()) for one in questions})
        assert OF_THE_FORM == tuple(one.fact for one in questions if one.answered_by == "form")
        assert "ELI-D1, pd-lead-days" == asked()["pd_lead_secondary"].to_record()["decides"]

    def test_as_text_it_says_who_answers(self) -> None:
        """And whether by a judgement."""
        asks = PROGRAMME.facts
        assert [f"{asks['qts'].ask} (applicant)", f"{asks['passion'].ask} (a judgement of the hub)"] == [
            str(asked()[name]) for name in ("qts", "passion")
        ]


class TestErrors:
    """What is refused."""

    @pytest.mark.parametrize(
        ("programme", "facts", "error"),
        [
            pytest.param("secondary-2019", {}, InvalidArgument, id="the id of an edition"),
            pytest.param(None, None, InvalidArgument, id="no edition"),
            pytest.param(PROGRAMME, {"qtss": True}, UnknownFact, id="a fact misspelt"),
            pytest.param(PROGRAMME, {"qts": "yes"}, InvalidFact, id="a word for yes"),
            pytest.param(PROGRAMME, [("qts", True)], InvalidFact, id="pairs"),
            pytest.param(PROGRAMME, "", InvalidFact, id="a text"),
        ],
    )
    def test_a_mistake_is_never_a_shorter_list(self, programme: Any, facts: Any, error: type[Exception]) -> None:
        """It is refused, as everywhere."""
        with pytest.raises(error):
            next_questions(programme, facts)


class TestOtherEditions:
    """Editions with other criteria and routes."""

    def test_without_essential_criteria_all_the_rest_is_asked(self) -> None:
        """They cannot fail to be met."""
        programme = changed(PROGRAMME, criteria=(CRITERION,), form=None)
        assert ["made_up", *ROUTED] == [one.fact for one in next_questions(programme)]
        assert list(ROUTED) == [one.fact for one in next_questions(programme, {"made_up": False})]

    def test_another_route_asks_another_question(self) -> None:
        """After those of the criteria."""
        last = next_questions(optional_support())[-1]
        assert ("works_with_others", ("other-schools",)) == (last.fact, last.decides)

    def test_an_edition_that_asks_nothing_asks_nothing(self) -> None:
        """Without criteria and routes."""
        assert () == next_questions(small_edition(form=None))
