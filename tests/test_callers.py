"""What callers hand over: read once, asked of the right thing, and never spoiling another caller's answer."""

from collections.abc import Callable, ItemsView, Iterator, Mapping
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    InvalidArgument,
    InvalidEstimate,
    Money,
    allocate,
    assess_facts,
    audit,
    changes,
    decide,
    explain,
    fund,
    next_questions,
)
from tests.changed_editions import PD_LEAD_DAYS


class Shifting(Mapping[str, object]):
    """A mapping that gives one value with its items, and another one when it is asked by name."""

    def __init__(self, name: str, first: object, then: object) -> None:
        self.name, self.first, self.then = name, first, then

    def __getitem__(self, name: str) -> object:
        return self.then

    def __iter__(self) -> Iterator[str]:
        yield self.name

    def __len__(self) -> int:
        return 1

    def items(self) -> ItemsView[str, object]:
        """Its one item, with the first value."""
        return {self.name: self.first}.items()


class TestReadingOnce:
    """A mapping that changes while it is read gives the answer to what was read first, and to nobody else."""

    def test_facts_are_read_once(self) -> None:
        """By `fund` and by `allocate`, and what they remember is the answer to what they read."""
        shifting = Shifting("pd_lead_secondary", first=True, then=False)
        honest = {"pd_lead_secondary": True}
        estimates = {"travel": Money("1.23")}  # a profile that nothing else has asked for
        answer = fund(SECONDARY_COHORT_4, shifting, estimates=estimates)
        assert () == answer.total.unpublished
        assert answer == fund(SECONDARY_COHORT_4, honest, estimates=estimates)
        assert allocate(SECONDARY_COHORT_4, shifting) == allocate(SECONDARY_COHORT_4, honest)

    def test_estimates_are_read_once(self) -> None:
        """What is checked is what is reckoned with."""
        shifting = Shifting("travel", first=Money(1), then=Money(-500))
        assert Money(2) == fund(SECONDARY_COHORT_4, estimates=shifting).total.estimated  # type: ignore[arg-type]  # on purpose

    def test_an_assessment_is_one_of_one_value(self) -> None:
        """By `assess_facts` too: what it takes as known is what the verdict rests on."""
        answers = [assess_facts(SECONDARY_COHORT_4, {"qts": value}) for value in (True, False)]
        assert assess_facts(SECONDARY_COHORT_4, Shifting("qts", first=True, then=False)) in answers
        assert assess_facts(SECONDARY_COHORT_4, Shifting("qts", first=True, then="nonsense")) in answers

    def test_reasons_are_given_for_what_was_read(self) -> None:
        """By `explain` too."""
        shifting = Shifting("pd_lead_secondary", first=True, then="nonsense")
        assert explain(PD_LEAD_DAYS, {"pd_lead_secondary": True}) == explain(PD_LEAD_DAYS, shifting)


class TestAskingTheWrongThing:
    """An id is no edition, and an edition is no ruleset."""

    @pytest.mark.parametrize("other", ["secondary-2019", None, PD_LEAD_DAYS, 7], ids=repr)
    @pytest.mark.parametrize("verb", [allocate, fund, next_questions], ids=["allocate", "fund", "next_questions"])
    def test_what_is_no_edition_is_refused(self, verb: Callable[[Any], object], other: object) -> None:
        """With a word on how to come by one."""
        with pytest.raises(InvalidArgument, match="edition"):
            verb(other)

    @pytest.mark.parametrize("other", ["pd-lead-days", None, SECONDARY_COHORT_4, 7], ids=repr)
    def test_what_is_no_ruleset_is_refused(self, other: object) -> None:
        """By every verb of the kernel."""
        ruleset: Any = other
        with pytest.raises(InvalidArgument, match="ruleset"):
            decide(ruleset, {})
        with pytest.raises(InvalidArgument, match="ruleset"):
            explain(ruleset, {})
        with pytest.raises(InvalidArgument, match="ruleset"):
            changes(ruleset, {}, "x")
        with pytest.raises(InvalidArgument, match="ruleset"):
            audit(ruleset)


class TestEstimatesOutOfBounds:
    """A statement that was made can be shown."""

    def test_an_estimate_has_a_most(self) -> None:
        """With the most that can be estimated, the total is still one."""
        most = Money(10**9)
        assert Money(2 * 10**9) == fund(SECONDARY_COHORT_4, estimates={"travel": most}).total.estimated
        with pytest.raises(InvalidEstimate):
            fund(SECONDARY_COHORT_4, estimates={"travel": most + Money("0.01")})
