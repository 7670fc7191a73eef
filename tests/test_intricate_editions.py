"""Editions whose rules hang together in very many ways: they are given up in time, and sound ones are not."""

from itertools import islice

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Criterion,
    InvalidRuleset,
    Level,
    Ruleset,
    YesNo,
    audit,
    decide,
)
from mastery_programme.programme import MOST_LOOKS
from mastery_programme.reasoning import flaws, table_of
from mastery_programme.regions import Looks
from tests.changed_editions import changed, flaws_of
from tests.samples import CLAUSE, FLAWED, YES

CITED = SECONDARY_COHORT_4.clause("ELI-E1")


def far_pairs(number: int) -> Ruleset:
    """A ruleset that is met if both facts of a pair are true, the second ones listed after all of the first ones."""
    facts = {f"{side}-{place}": YesNo(f"{side} {place}?") for side in ("first", "second") for place in range(number)}
    ways = [{f"first-{place}": YES, f"second-{place}": YES} for place in range(number)]
    return Criterion.met_when("FAR", Level.DESIRABLE, "Pairs that stand far apart", facts, ways, CITED).ruleset


def with_pairs(number: int) -> tuple[Criterion, ...]:
    """The criteria of Cohort 4 and one of so many pairs."""
    criterion = Criterion("FAR", Level.DESIRABLE, "Pairs that stand far apart", far_pairs(number), CITED)
    return (*SECONDARY_COHORT_4.criteria, criterion)


class TestEditions:
    """Editions with a criterion of pairs that stand far apart."""

    @pytest.mark.parametrize("number", [1, 5, 7])
    def test_one_that_can_be_looked_through_is_built(self, number: int) -> None:
        """It takes two to the number of pairs."""
        assert with_pairs(number) == changed(SECONDARY_COHORT_4, criteria=with_pairs(number)).criteria

    @pytest.mark.parametrize("number", [14, 30, 50])
    def test_one_that_cannot_be_looked_through_is_refused(self, number: int) -> None:
        """At once, however many ways there are, and naming the ruleset."""
        told = flaws_of(criteria=with_pairs(number))
        assert ("ruleset 'FAR': its facts hang together in more ways than can be looked through",) == told

    def test_the_flaws_found_before_are_told_too(self) -> None:
        """What was found stays found."""
        first, last = flaws_of(cohort=0, criteria=with_pairs(30))
        assert "cohort: 0 is the number of no cohort" == first
        assert last.startswith("ruleset 'FAR': its facts hang together")

    def test_cohort_4_needs_a_small_part_of_what_is_allowed(self) -> None:
        """So that other editions have room."""
        looks = Looks(MOST_LOOKS // 9)
        rulesets = (*(criterion.ruleset for criterion in SECONDARY_COHORT_4.criteria), *SECONDARY_COHORT_4.routes)
        assert [] == [flaw for ruleset in rulesets for flaw in flaws(ruleset, looks)]


class TestLooks:
    """How much may still be looked at."""

    def test_the_last_look_is_taken_and_no_further_one(self) -> None:
        """One, two, and no third: each is at all rules, and takes as long as twenty more of them."""
        table = table_of(FLAWED)
        for left in (2 * (len(FLAWED.rules) + 20), 3 * (len(FLAWED.rules) + 20) - 1):
            looks = Looks(left)
            looks.take(table)
            looks.take(table)
            with pytest.raises(InvalidRuleset, match=FLAWED.id):
                looks.take(table)

    def test_flaws_are_found_as_without_a_bound(self) -> None:
        """If there are looks enough."""
        assert audit(FLAWED) == tuple(flaws(FLAWED, Looks(10_000)))

    def test_a_ruleset_can_be_asked_whatever_an_edition_would_say(self) -> None:
        """Only what is built of it is looked through."""
        assert "met" == decide(far_pairs(40), {"first-3": True, "second-3": True}).outcome


class TestSoundness:
    """What an audit walks."""

    def test_where_nothing_is_wrong_nothing_is_walked(self) -> None:
        """A sound ruleset of thirteen pairs has more than a million regions; there is no time for all of them."""
        assert () == audit(far_pairs(13))

    def test_one_flaw_among_very_many_regions_is_found(self) -> None:
        """Both outcomes stand where all facts of the last pair are true and the exception is not made."""
        sound = far_pairs(8)
        wrong = sound.rules[-1].__class__("wrong", sound.rules[-1].when, "not met", CLAUSE, ("not-met",))
        found = tuple(islice(flaws(Ruleset("x", "x?", sound.facts, (*sound.rules, wrong))), 3))
        assert {"conflict"} == {flaw.kind for flaw in found}
        assert all("wrong" in flaw.rules for flaw in found)
