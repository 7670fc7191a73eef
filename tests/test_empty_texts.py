"""Texts of an edition that say nothing: each is named with its place, beside all other flaws."""

import pytest

from mastery_programme import SECONDARY_COHORT_4
from tests.changed_editions import APPLY_BY, ENROLMENT, NOTIFY_BY, changed, flaws_of, with_activity

COHORT = SECONDARY_COHORT_4
(DOCUMENT,) = COHORT.documents
LAUNCH = COHORT.duties[1]
QUESTION = COHORT.open_questions[0]
SUPPORT = "years[2].activities[0]"
EXTRA = f"duties[{len(COHORT.duties)}].by"


def one(part: object, **values: object) -> tuple[object, ...]:
    """A series of this one part, with other values in it."""
    return (changed(part, **values),)


def support(**values: object) -> object:
    """The years of Cohort 4 with other values in the support of year 3."""
    return with_activity(3, "support", **values)


class TestEmptyTexts:
    @pytest.mark.parametrize(
        ("field", "value", "where"),
        [
            pytest.param("id", "", "id", id="the id of the edition"),
            pytest.param("title", "  ", "title", id="a title of spaces"),
            pytest.param("years", support(title="\n"), f"{SUPPORT}.title", id="the title of an activity"),
            pytest.param("years", support(attended_by=("",)), f"{SUPPORT}.attended_by[0]", id="one of several texts"),
            pytest.param(
                "years", support(includes=("visits", "\t")), f"{SUPPORT}.includes[1]", id="one text among others"
            ),
            pytest.param("covered_costs", one(ENROLMENT, id=""), "covered_costs[0].id", id="the id of a cost"),
            pytest.param(
                "milestones", (APPLY_BY, changed(NOTIFY_BY, title="")), "milestones[1].title", id="a milestone's title"
            ),
            pytest.param("duties", (*COHORT.duties, changed(LAUNCH, id="x", by=" ")), EXTRA, id="who has a duty"),
            pytest.param("open_questions", one(QUESTION, reading=""), "open_questions[0].reading", id="a reading"),
            pytest.param("documents", one(DOCUMENT, title=""), "documents[0].title", id="the title of a document"),
        ],
    )
    def test_an_empty_text_is_named(self, field: str, value: object, where: str) -> None:
        """Text that says nothing is no text."""
        assert (f"{where} is an empty text",) == flaws_of(**{field: value})

    @pytest.mark.parametrize(
        ("values", "flaws"),
        [
            pytest.param(
                {"hubs": one(COHORT.hubs[0], name="")},
                ("hubs[0].name is an empty text", "hub '': nobody could ask for it by this name"),
                id="the name of a hub",
            ),
            pytest.param(
                {"years": support(route=""), "published_totals": ()},
                (
                    f"{SUPPORT}.route is an empty text",
                    "year 3, activity 'support': '' is no outcome of a route; the nearest is 'wider-work'",
                ),
                id="a text that may be None",
            ),
            pytest.param(
                {"title": "", "milestones": (NOTIFY_BY, APPLY_BY)},
                (
                    "title is an empty text",
                    "milestone 'apply-by': 2019-04-26T17:00:00+01:00 comes before 'notify-by', 2019-06-10",
                ),
                id="a title, and dates out of order",
            ),
        ],
    )
    def test_an_empty_text_hides_no_other_flaw(self, values: dict[str, object], flaws: tuple[str, ...]) -> None:
        """It is told first, and everything else beside it."""
        assert flaws == flaws_of(**values)
