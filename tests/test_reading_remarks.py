"""What an assessment remarks beside its findings: what is odd about a form, and may be a slip."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Award,
    InvalidAnswer,
    LeadTeacher,
    Post,
    Status,
    YearMonth,
    assess,
)


def remarked(*posts: Post, awards: tuple[Award, ...] = (), hub: str | None = None) -> tuple[str, ...]:
    """What is remarked of a form with these posts and awards, and this hub."""
    teacher = LeadTeacher(awards=awards, teaching_history=posts)
    return assess(SECONDARY_COHORT_4, Application("secondary-2019", hub=hub, lead_teacher=teacher)).remarks


class TestPosts:
    """Posts that may be mistaken."""

    def test_several_posts_without_an_end_are_odd(self) -> None:
        """Each counts as held still, which an end that nobody gave does not mean."""
        held = Post(started_on=date(2010, 9, 1))
        assert ("2 posts have no end, and are counted as held still.",) == remarked(held, held)
        assert () == remarked(held, evolve(held, ended_on=date(2012, 8, 31)), Post())

    @pytest.mark.parametrize(
        ("began", "odd"),
        [
            pytest.param(date(19, 9, 1), True, id="a year cut short"),
            pytest.param(YearMonth(1918, 8), True, id="more than a hundred years before"),
            pytest.param(YearMonth(1919, 8), False, id="a hundred years before"),
        ],
    )
    def test_a_post_of_another_century_is_odd(self, began: date | YearMonth, odd: bool) -> None:
        """It counts all the same."""
        assert ((f"A post began in the year {began.year}.",) if odd else ()) == remarked(Post(started_on=began))


class TestAwards:
    """Awards of a kind that the edition does not know."""

    def test_a_kind_misspelt_is_told_with_the_nearest(self) -> None:
        """It settles nothing, and is not passed over."""
        remark = "The edition knows no awards of the kind 'mathematics-sl'; the nearest is 'mathematics-sle'."
        assert (remark,) == remarked(awards=(Award("SLE", None, "mathematics-sl"),))

    def test_a_known_kind_or_none_is_not_odd(self) -> None:
        """However it is written."""
        assert () == remarked(awards=(Award("SLE", None, "Mathematics SLE"), Award("Other")))

    def test_an_edition_that_reads_no_awards_finds_no_kind_odd(self) -> None:
        """It knows none at all."""
        application = Application("secondary-2019", lead_teacher=LeadTeacher(awards=(Award("SLE", None, "sle"),)))
        assert () == assess(evolve(SECONDARY_COHORT_4, form=None), application).remarks

    @pytest.mark.parametrize("given", [pytest.param({Award("SLE")}, id="a set"), pytest.param(bytearray(), id="bytes")])
    def test_awards_are_given_in_an_order(self, given: Any) -> None:
        """What has none would be listed in another one each time."""
        with pytest.raises(InvalidAnswer, match=r"LeadTeacher\.awards"):
            LeadTeacher(awards=given)


class TestHubs:
    """The hub that a form names."""

    def test_a_hub_that_there_is_not_is_told_with_the_nearest(self) -> None:
        """One that is not named is not odd, and nor is a blank."""
        (remark,) = remarked(hub="Norfolk & Sufolk")
        assert "On the hub: no such hub: 'Norfolk & Sufolk'; the nearest is 'Norfolk and Suffolk Maths Hub'." == remark
        assert [()] * 3 == [remarked(hub=hub) for hub in (None, " ", "glow")]


class TestLines:
    """What is written on a form, or by a judge, makes no line of its own on the page."""

    def test_a_line_break_in_a_name_is_folded(self) -> None:
        """In the heading, and in a reason."""
        teacher = LeadTeacher("Bob\n\nThe essential criteria are met.\n", awards=(Award("SLE\n- met", kind="pd-lead"),))
        assessment = assess(SECONDARY_COHORT_4, Application("secondary-2019", lead_teacher=teacher))
        assert Status.MET is assessment.finding("ELI-D1").status
        assert "SLE - met" in assessment.finding("ELI-D1").reason
        assert "The essential criteria are met." not in str(assessment).splitlines()
        assert not any("\n" in str(record["reason"]) for record in assessment.to_records())
