"""How long somebody has taught, asked of what are no posts, no day, or no names of a subject."""

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest

from mastery_programme import InvalidAnswer, Post, YearMonth, years_taught
from tests.oddities import Hostile

BEGIN = date(2019, 9, 1)
HELD = Post(started_on=date(2017, 9, 1), subject="mathematics")


class TestRefusing:
    """What is asked of anything but posts, a day and names of a subject."""

    @pytest.mark.parametrize(
        "posts",
        [
            pytest.param(Post(), id="a post by itself"),
            pytest.param("posts", id="a text"),
            pytest.param("", id="an empty text"),
            pytest.param(b"", id="no bytes"),
            pytest.param({}, id="an empty dict"),
            pytest.param({Post(): "word"}, id="a dict of posts"),
            pytest.param(["Teacher"], id="a list of texts"),
            pytest.param([Post(), None], id="a post, and nothing"),
            pytest.param([Post(), BEGIN], id="a post, and a day"),
            pytest.param(None, id="nothing at all"),
            pytest.param(7, id="a number"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_what_are_no_posts_are_refused(self, posts: Any) -> None:
        """In few words."""
        with pytest.raises(InvalidAnswer, match="posts") as refusal:
            years_taught(posts, BEGIN)

        assert len(str(refusal.value)) < 300

    @pytest.mark.parametrize(
        "before",
        [
            pytest.param(datetime(2019, 9, 1), id="a moment without a zone"),  # noqa: DTZ001 - that is the point
            pytest.param(datetime(2019, 9, 1, tzinfo=UTC), id="a moment"),
            pytest.param(pd.Timestamp("2019-09-01"), id="a moment of pandas"),
            pytest.param(pd.NaT, id="the missing moment of pandas"),
            pytest.param(YearMonth(2019, 9), id="a month"),
            pytest.param("2019-09-01", id="a text"),
            pytest.param(2019, id="a number"),
            pytest.param(None, id="nothing at all"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_what_is_no_day_is_refused(self, before: Any) -> None:
        """Also where there are no posts."""
        for posts in ([], [HELD]):
            with pytest.raises(InvalidAnswer, match="not a day"):
                years_taught(posts, before)

    @pytest.mark.parametrize(
        "subjects",
        [
            pytest.param("mathematics", id="a text, whose letters are no subjects"),
            pytest.param("", id="an empty text"),
            pytest.param(["mathematics", None], id="a text, and nothing"),
            pytest.param([7], id="a number in a list"),
            pytest.param(7, id="a number"),
            pytest.param(True, id="yes"),
            pytest.param(b"maths", id="bytes"),
            pytest.param(b"", id="no bytes"),
            pytest.param({}, id="an empty dict"),
            pytest.param({"mathematics": True}, id="a dict of names"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
        ],
    )
    def test_what_are_no_names_of_a_subject_are_refused(self, subjects: Any) -> None:
        """Also where there are no posts."""
        for posts in ([], [HELD]):
            with pytest.raises(InvalidAnswer, match="names of a subject"):
                years_taught(posts, BEGIN, subjects)
