"""Whether the form is in order, and what of it is waived."""

from itertools import permutations

import pytest

from mastery_programme import (
    InvalidJudgement,
    Level,
    Status,
    assess,
    assess_facts,
)
from tests.applications import (
    COMPLETE,
    MET_FACTS,
    PROGRAMME,
    form,
    waiver,
    words,
)

FORM = tuple(one.id for one in PROGRAMME.criteria if one.level is Level.FORM)
ESSENTIAL = tuple(f"ELI-E{number}" for number in range(1, 9))
DESIRABLE = tuple(f"ELI-D{number}" for number in range(1, 7))


class TestInOrder:
    """Whether the form is in order."""

    @pytest.mark.parametrize(
        ("values", "in_order"),
        [
            pytest.param({}, True, id="a complete form"),
            pytest.param({"copied_to_head_teacher": None}, None, id="one answer open"),
            pytest.param({"copied_to_head_teacher": False}, False, id="one failure"),
            pytest.param(
                {"copied_to_head_teacher": None, "lead_teacher_statement": words(301)},
                False,
                id="one open, one failed",
            ),
            pytest.param({"submitted_at": None, "signatures": None}, None, id="not sent yet"),
        ],
    )
    def test_it_is_not_in_order_or_nobody_knows(self, values: dict[str, object], in_order: bool | None) -> None:
        """One failure is enough; else one answer that is open leaves it open."""
        assert in_order is assess(PROGRAMME, form(**values)).in_order

    @pytest.mark.parametrize(
        ("values", "waived", "in_order"),
        [
            pytest.param({"copied_to_head_teacher": False}, ["APP-2"], True, id="what failed"),
            pytest.param({"copied_to_head_teacher": None}, ["APP-2"], True, id="what is open"),
            pytest.param({"copied_to_head_teacher": False}, ["APP-1"], False, id="something else"),
            pytest.param({"copied_to_head_teacher": False, "signatures": ()}, ["APP-2"], False, id="one of several"),
            pytest.param({"copied_to_head_teacher": False, "signatures": None}, ["APP-2"], None, id="all but one open"),
            pytest.param({}, ["APP-2"], True, id="what is met"),
            pytest.param({"lead_teacher": None, "signatures": ()}, FORM, True, id="everything"),
        ],
    )
    def test_a_waiver_puts_in_order(self, values: dict[str, object], waived: list[str], in_order: bool | None) -> None:
        """What it is of, and nothing else."""
        assert in_order is assess(PROGRAMME, form(**values), waivers=[waiver(id) for id in waived]).in_order


class TestWaivers:
    """Criteria of the form that the hub does without."""

    def test_what_is_waived_counts_as_met(self) -> None:
        """With who waived it and why before the reasons for which it was needed; nothing is missing for it."""
        late = form(copied_to_head_teacher=None)
        plain, found = (assess(PROGRAMME, late, waivers=given).finding("APP-2") for given in ((), [waiver("APP-2")]))
        assert (Status.MET, (), waiver("APP-2")) == (found.status, found.missing, found.waiver)
        assert f"Waived by Lee Lead at 2019-05-08 12:00:00+01:00: The post was late. {plain.reason}" == found.reason
        assert (Status.UNKNOWN, ("copied_to_head_teacher",), None) == (plain.status, plain.missing, plain.waiver)

    def test_what_is_met_needs_no_waiver(self) -> None:
        """It is kept, and the finding stands as it is."""
        with_waiver = assess(PROGRAMME, COMPLETE, waivers=[waiver()])
        assert with_waiver.finding("APP-1") == assess(PROGRAMME, COMPLETE).finding("APP-1")
        assert (waiver(),) == with_waiver.waivers

    def test_a_later_one_supersedes(self) -> None:
        """By its moment; all are kept in the order given."""
        late, three = (
            form(submitted_at=None),
            [waiver(day=9, reason="Better"), waiver(), waiver("FRM-7", reason="Other")],
        )
        for given in permutations(three):
            assessment = assess(PROGRAMME, late, waivers=given)
            assert ("Better", given) == (
                getattr(assessment.finding("APP-1").waiver, "reason", None),
                assessment.waivers,
            )

    @pytest.mark.parametrize("criterion", [*ESSENTIAL, *DESIRABLE])
    def test_only_the_form_can_be_waived(self, criterion: str) -> None:
        """Nobody can do without what is essential, nor waive what is only desirable."""
        with pytest.raises(InvalidJudgement, match=f"not to be waived: '{criterion}'"):
            assess(PROGRAMME, COMPLETE, waivers=[waiver(criterion)])
        with pytest.raises(InvalidJudgement, match=f"not to be waived: '{criterion}'"):
            assess_facts(PROGRAMME, MET_FACTS, waivers=[waiver(), waiver(criterion)])

    def test_they_change_no_verdict(self) -> None:
        """Nor what is missing for one."""
        waivers = [waiver(id) for id in FORM]
        for known in ({}, MET_FACTS, {"qts": False}):
            plain, waived = assess_facts(PROGRAMME, known), assess_facts(PROGRAMME, known, waivers=waivers)
            assert (plain.verdict, plain.missing) == (waived.verdict, waived.missing)
            assert ({Status.MET}, True) == ({one.status for one in waived.form}, waived.in_order)
