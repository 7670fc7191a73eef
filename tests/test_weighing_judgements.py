"""What stands of several judgements on one fact."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from mastery_programme import (
    InvalidFact,
    InvalidJudgement,
    Judgement,
    JudgementRequired,
    Status,
    UnknownFact,
    Verdict,
    assess,
    assess_facts,
)
from tests.applications import (
    COMPLETE,
    ELSEWHERE,
    JUDGEMENTS,
    PASSION,
    PROGRAMME,
    TAUGHT,
    judged,
    judgement,
)


class TestJudgements:
    """Several judgements on one fact."""

    def test_the_latest_stands(self) -> None:
        """In whatever order they are given, and all are shown in the order of their days."""
        three = (judgement("passion", day=5), judgement("passion", False, day=6), judgement("passion", day=7))
        for given in permutations(three):
            found = judged(*given).finding("ELI-E4")
            assert Status.MET is found.status
            assert (
                f"{PASSION} Yes. ("
                + "; ".join(
                    (
                        "judged: yes, by Robin Reviewer on 2019-05-05 (superseded)",
                        "judged: no, by Robin Reviewer on 2019-05-06 (superseded)",
                        "judged: yes, by Robin Reviewer on 2019-05-07)",
                    )
                )
                == found.reason
            )

    def test_all_are_kept_as_given(self) -> None:
        """Those that were superseded, too."""
        given = (judgement("passion", day=8), judgement("passion", False, day=6))
        assert given == judged(*given).judgements

    @pytest.mark.parametrize(
        ("judgements", "status"),
        [
            pytest.param([judgement("passion"), judgement("passion", by="Kim Kind")], Status.MET, id="of one mind"),
            pytest.param(
                [judgement("passion"), judgement("passion", False, by="Kim Kind")], Status.UNKNOWN, id="of two minds"
            ),
            pytest.param(
                [
                    judgement("passion"),
                    judgement("passion", False, by="Kim Kind"),
                    judgement("passion", False, by="Lou Loud"),
                ],
                Status.UNKNOWN,
                id="two against one",
            ),
            pytest.param(
                [judgement("passion", day=6), judgement("passion"), judgement("passion", False, by="Kim Kind")],
                Status.UNKNOWN,
                id="of two minds after a judgement",
            ),
            pytest.param(
                [judgement("passion"), judgement("passion", False, by="Kim Kind"), judgement("passion", day=8)],
                Status.MET,
                id="of two minds before a judgement",
            ),
        ],
    )
    def test_people_who_differ_on_one_day_leave_it_unknown(
        self, judgements: Sequence[Judgement], status: Status
    ) -> None:
        """Nobody outvotes anybody; a later day settles it."""
        for given in permutations(judgements):
            found = judged(*given).finding("ELI-E4")
            assert (status, ("passion",) if status is Status.UNKNOWN else ()) == (found.status, found.missing)
            assert len(judgements) == len(found.evidence)

    def test_a_dispute_shows_both(self) -> None:
        """And asks for the judgement again."""
        found = judged(judgement("passion"), judgement("passion", False, by="Kim Kind", note="unsure")).finding(
            "ELI-E4"
        )
        assert (
            f"Still to be judged: {PASSION} (judged: yes, by Robin Reviewer on 2019-05-07 (disputed); "
            "judged: no, by Kim Kind on 2019-05-07: unsure (disputed))"
        ) == found.reason

    def test_a_dispute_takes_away_what_was_known(self) -> None:
        """From the form, and from elsewhere: people who know disagree, so nobody knows."""
        two = (judgement("qts"), judgement("qts", False, by="Kim Kind"))
        assessment = judged(*two, facts={"qts": True})
        assert Status.UNKNOWN is assessment.finding("ELI-E1").status
        assert "qts" not in assessment.known
        assert "qts" in [question.fact for question in assessment.missing]
        assert 4 == len(assessment.finding("ELI-E1").evidence)

    def test_a_dispute_takes_away_what_was_told_without_a_form(self) -> None:
        """And leaves the facts on which nobody judged."""
        two = (judgement("passion"), judgement("passion", False, by="Kim Kind"))
        assessment = assess_facts(PROGRAMME, {"passion": True, "qts": True}, two)
        assert {"qts": True} == dict(assessment.known)
        assert [Status.MET, Status.UNKNOWN] == [assessment.finding(id).status for id in ("ELI-E1", "ELI-E4")]

    def test_a_dispute_of_one_fact_leaves_the_others(self) -> None:
        """Each fact is judged by itself."""
        dispute = judgement("passion", False, by="Kim Kind")
        assessment = assess(PROGRAMME, COMPLETE, ELSEWHERE, (*JUDGEMENTS, dispute))
        assert (Verdict.UNDECIDED, ["passion"]) == (assessment.verdict, [one.fact for one in assessment.missing])
        assert [Status.UNKNOWN] == [one.status for one in assessment.essential if one.status is not Status.MET]

    @pytest.mark.parametrize("holds", [pytest.param(True, id="the same"), pytest.param(False, id="the opposite")])
    def test_one_person_judges_one_fact_once_a_day(self, holds: bool) -> None:
        """Beside an application and beside facts."""
        twice = [judgement("passion"), judgement("passion", holds, by="robin reviewer")]
        with pytest.raises(InvalidJudgement, match="2 times on 2019-05-07"):
            judged(*twice)
        with pytest.raises(InvalidJudgement, match="2 times on 2019-05-07"):
            assess_facts(PROGRAMME, {}, twice)

    @pytest.mark.parametrize(
        ("one", "error"),
        [
            pytest.param(judgement("pasion"), UnknownFact, id="a fact misspelt"),
            pytest.param(judgement("passion", 1), InvalidFact, id="a number for yes"),
            pytest.param(judgement("passion", "yes"), InvalidFact, id="a word for yes"),
            pytest.param(judgement("phase", "infant"), InvalidFact, id="no option"),
            pytest.param(judgement(TAUGHT, 101), InvalidFact, id="out of bounds"),
            pytest.param(judgement(TAUGHT, True), InvalidFact, id="yes for a number"),
        ],
    )
    def test_a_judgement_is_of_a_value_that_the_fact_can_have(self, one: Judgement, error: type[Exception]) -> None:
        """Also one that a later judgement supersedes."""
        with pytest.raises(error):
            judged(one)
        with pytest.raises(error):
            assess_facts(PROGRAMME, {}, [one, judgement(one.fact, day=8)])

    @pytest.mark.parametrize(
        "fact", [pytest.param("passion", id="essential"), pytest.param("grows_leadership", id="not")]
    )
    def test_beside_an_application_a_judged_fact_takes_a_judgement(self, fact: str) -> None:
        """A plain value does not say who judged; the error names the fact, its clauses and the edition."""
        with pytest.raises(JudgementRequired) as refused:
            judged(facts={"qts": True, fact: True})
        clauses = {"passion": ("ELI-E4",), "grows_leadership": ("ELI-D5",)}[fact]
        error = refused.value
        assert (fact, PROGRAMME.id, clauses, True) == (error.fact, error.ruleset, error.clauses, error.value)

    def test_a_judged_fact_that_is_not_known_needs_none(self) -> None:
        """None is not a judgement."""
        assert judged() == judged(facts={"passion": None})
