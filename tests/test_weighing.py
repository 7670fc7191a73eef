"""What stands when a form, people who know, and people who judge have all had their say."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest

from mastery_programme import (
    Count,
    Criterion,
    Is,
    Judgement,
    Level,
    Origin,
    Post,
    Status,
    YearMonth,
    assess,
    assess_facts,
)
from mastery_programme.facts import Value
from tests.applications import (
    COMPLETE,
    ELSEWHERE,
    EMPTY,
    PASSION,
    PROGRAMME,
    TAUGHT,
    assessed,
    judged,
    judgement,
    of_teacher,
)
from tests.changed_editions import CLAUSE, changed

YEARS_OF_NUMPY: Any = np.int64(3)


class TestWhoWins:
    """A judgement before what is known from elsewhere, and that before the form."""

    @pytest.mark.parametrize(
        ("facts", "judgements", "status", "told"),
        [
            pytest.param({}, [], Status.MET, "Yes. (the form, FRM-4)", id="the form alone"),
            pytest.param(
                {"qts": False},
                [],
                Status.NOT_MET,
                "No; needed: yes. (the form, FRM-4: yes; known from elsewhere: no)",
                id="elsewhere before the form",
            ),
            pytest.param(
                {"qts": True},
                [],
                Status.MET,
                "Yes. (the form, FRM-4: yes; known from elsewhere: yes)",
                id="both of one mind",
            ),
            pytest.param(
                {"qts": None}, [], Status.MET, "Yes. (the form, FRM-4)", id="nothing from elsewhere takes nothing away"
            ),
            pytest.param(
                {},
                [judgement("qts", False, note="not in the register")],
                Status.NOT_MET,
                "No; needed: yes. (the form, FRM-4: yes; judged: no, by Robin Reviewer on 2019-05-07: "
                "not in the register)",
                id="a judgement before the form",
            ),
            pytest.param(
                {"qts": False},
                [judgement("qts")],
                Status.MET,
                "Yes. (the form, FRM-4: yes; known from elsewhere: no; judged: yes, by Robin Reviewer on 2019-05-07)",
                id="a judgement before both",
            ),
        ],
    )
    def test_the_finding_shows_everything_that_was_said(
        self, facts: dict[str, object], judgements: Sequence[Judgement], status: Status, told: str
    ) -> None:
        """What stands is told last."""
        found = judged(*judgements, facts=facts).finding("ELI-E1")
        assert (status, f"Does the lead teacher hold Qualified Teacher Status (QTS)? {told}") == (
            found.status,
            found.reason,
        )

    def test_the_value_that_stands_is_known(self) -> None:
        """In the type of the fact, whoever says it."""
        assessment = judged(judgement(TAUGHT, YEARS_OF_NUMPY), facts={"phase": "middle"})
        assert (3, int, "middle") == (
            assessment.known[TAUGHT],
            type(assessment.known[TAUGHT]),
            assessment.known["phase"],
        )
        assert int is type(assessment.finding("ELI-D3").evidence[0].value)

    def test_without_a_form_facts_need_no_origin(self) -> None:
        """A judged fact is a plain value there, and a judgement wins over it."""
        plain = assess_facts(PROGRAMME, {"passion": True})
        assert f"{PASSION} Yes." == plain.finding("ELI-E4").reason
        over = assess_facts(PROGRAMME, {"passion": True}, [judgement("passion", False)])
        assert Status.NOT_MET is over.finding("ELI-E4").status
        assert [Origin.ELSEWHERE, Origin.JUDGEMENT] == [one.origin for one in over.finding("ELI-E4").evidence]

    def test_a_judgement_can_be_on_any_fact(self) -> None:
        """On what the hub has to say, and on what a form would state."""
        said = [judgement(fact, value) for fact, value in (("phase", "middle"), ("state_funded", True), (TAUGHT, 2))]
        assessment = assess(PROGRAMME, EMPTY, ELSEWHERE, said)
        assert [Status.MET] * 2 == [assessment.finding(id).status for id in ("ELI-E2", "ELI-D3")]


class TestNumbers:
    """Numbers that a form leaves open, and numbers out of bounds."""

    @pytest.mark.parametrize(
        ("bounds", "known"),
        [
            pytest.param((1,), 1, id="both above the bound"),
            pytest.param((2,), None, id="the bound between them"),
            pytest.param((3,), 1, id="both below the bound"),
            pytest.param((1, 3), 1, id="both between two bounds"),
            pytest.param((3, 2), None, id="one of two bounds between them"),
        ],
    )
    def test_an_interval_settles_a_number_if_no_criterion_tells_its_ends_apart(
        self, bounds: tuple[int, ...], known: int | None
    ) -> None:
        """Of 1 or 2 years, whether there are at least so many; the least stands for both."""
        years = Count("How many years?", 0, 100)
        criteria = tuple(
            Criterion.met_when(
                f"at-least-{low}", Level.ESSENTIAL, "Years", {TAUGHT: years}, ({TAUGHT: Is.at_least(low)},), CLAUSE
            )
            for low in bounds
        )
        assert PROGRAMME.form is not None
        readings = tuple(one for one in PROGRAMME.form.readings if one.id == TAUGHT)
        programme = changed(PROGRAMME, criteria=criteria, form=changed(PROGRAMME.form, readings=readings))
        post = Post("Example Academy", "Teacher", YearMonth(2017, 9), None, "maths")
        assessment = assess(programme, of_teacher(teaching_history=(post,)))
        expected: dict[str, Value] = {} if known is None else {TAUGHT: known}
        assert expected == dict(assessment.known)

    def test_a_number_between_the_ends_counts_too(self) -> None:
        """Of 0 to 2 years, whether there is just 1: both ends say no, and still nobody knows."""
        years = Count("How many years?", 0, 100)
        just = Criterion.met_when(
            "just-1", Level.ESSENTIAL, "Years", {TAUGHT: years}, ({TAUGHT: Is.one_of(1)},), CLAUSE
        )
        assert PROGRAMME.form is not None
        readings = tuple(one for one in PROGRAMME.form.readings if one.id == TAUGHT)
        programme = changed(PROGRAMME, criteria=(just,), form=changed(PROGRAMME.form, readings=readings))
        post = Post("Example Academy", "Teacher", date(2017, 9, 1), None, None)
        found = assess(programme, of_teacher(teaching_history=(post,))).finding("just-1")
        assert [(0, 2)] == [one.between for one in found.evidence]
        assert Status.UNKNOWN is found.status

    @pytest.mark.parametrize(
        ("low", "high", "stands"),
        [
            pytest.param(0, 3, 3, id="more than the most"),
            pytest.param(8, 20, 8, id="less than the least"),
            pytest.param(0, 7, 7, id="just the most"),
            pytest.param(7, 20, 7, id="just the least"),
        ],
    )
    def test_a_count_out_of_bounds_is_its_bound(self, low: int, high: int, stands: int) -> None:
        """For the rules; people are told the number itself."""
        years = Count("How many years?", low, high, "years")
        only = Criterion.met_when("few", Level.FORM, "Few", {TAUGHT: years}, ({TAUGHT: Is.at_most(low)},), CLAUSE)
        assert PROGRAMME.form is not None
        readings = tuple(one for one in PROGRAMME.form.readings if one.id == TAUGHT)
        programme = changed(PROGRAMME, criteria=(only,), form=changed(PROGRAMME.form, readings=readings))
        found = assess(programme, COMPLETE).finding("few")
        assert {TAUGHT: stands} == dict(found.known)
        assert "How many years? 7 years" in found.reason

    def test_what_is_known_from_elsewhere_settles_an_open_number(self) -> None:
        """And is what people are told."""
        post = Post("Example Academy", "Teacher", YearMonth(2017, 9), None, "maths")
        found = assess(PROGRAMME, of_teacher(teaching_history=(post,)), {TAUGHT: 2}).finding("ELI-D3")
        assert Status.MET is found.status
        assert "mathematics? 2 years. (the form, FRM-5: 1 to 2, completed" in found.reason
        assert found.reason.endswith("known from elsewhere: 2)")


class TestEvidence:
    """What an assessment keeps of all that was said."""

    def test_it_is_kept_by_fact(self) -> None:
        """With the form first, and nothing for facts of which nothing was said."""
        evidence = assessed().evidence
        assert [Origin.FORM] == [one.origin for one in evidence["qts"]]
        assert [Origin.ELSEWHERE] == [one.origin for one in evidence["employed_as_teacher"]]
        assert [Origin.JUDGEMENT] == [one.origin for one in evidence["passion"]]
        assert "subject_leader" not in evidence
