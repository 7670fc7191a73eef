"""How long somebody has taught: the completed years of posts, at least and at most."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from mastery_programme import Post, YearMonth, years_taught

BEGIN = date(2019, 9, 1)
DAY = timedelta(days=1)

Dated = date | YearMonth | None


def post(start: Dated, end: Dated = None, subject: str | None = "mathematics") -> Post:
    """A post of which only dates and subject are stated."""
    return Post(started_on=start, ended_on=end, subject=subject)


def day(text: str) -> date:
    """A day, as text."""
    return date.fromisoformat(text)


class TestOnePost:
    """The completed years of one post."""

    @pytest.mark.parametrize(
        ("start", "end", "years"),
        [
            pytest.param("2017-09-01", None, 2, id="two years to the day"),
            pytest.param("2017-09-02", None, 1, id="a day less"),
            pytest.param("2017-08-31", None, 2, id="a day more"),
            pytest.param("2017-09-01", "2019-08-31", 2, id="ended on the day before"),
            pytest.param("2017-09-01", "2019-08-30", 1, id="ended two days before"),
            pytest.param("2017-09-01", "2018-08-31", 1, id="a year, its last day counted"),
            pytest.param("2017-09-01", "2018-08-30", 0, id="a day less than a year"),
            pytest.param("2017-09-01", "2019-09-01", 2, id="ended on the day of counting"),
            pytest.param("2017-09-02", "2019-09-01", 1, id="ended on the day of counting, a day less"),
            pytest.param("2017-09-01", "2030-01-01", 2, id="ending long after"),
            pytest.param("2019-08-31", None, 0, id="begun on the day before"),
            pytest.param("2019-09-01", None, 0, id="begun on the day of counting"),
            pytest.param("2019-09-02", None, 0, id="begun after"),
            pytest.param("2030-01-01", None, 0, id="begun long after"),
            pytest.param("2030-01-01", "2040-01-01", 0, id="begun and ended long after"),
            pytest.param("2019-01-01", "2019-01-01", 0, id="one day"),
            pytest.param("0001-01-01", "9999-12-31", 2018, id="all days that there are"),
        ],
    )
    def test_the_first_and_the_last_day_count(self, start: str, end: str | None, years: int) -> None:
        """What is exactly dated has one number of years; nothing counts from the day of counting on."""
        assert (years, years) == years_taught([post(day(start), None if end is None else day(end))], BEGIN)

    @pytest.mark.parametrize(
        ("start", "end", "before", "years"),
        [
            pytest.param("2016-02-29", "2017-02-28", "2019-09-01", 1, id="from a leap day, over on 1 March"),
            pytest.param("2016-02-29", "2017-02-27", "2019-09-01", 0, id="from a leap day, over on 28 February"),
            pytest.param("2016-02-29", None, "2020-02-29", 4, id="from one leap day to the next"),
            pytest.param("2016-02-29", None, "2020-02-28", 3, id="from one leap day to the day before the next"),
            pytest.param("2015-03-01", "2016-02-28", "2019-09-01", 0, id="over on a leap day"),
            pytest.param("2015-03-01", "2016-02-29", "2019-09-01", 1, id="over the day after a leap day"),
        ],
    )
    def test_a_leap_day_comes_round_on_the_first_of_march(
        self, start: str, end: str | None, before: str, years: int
    ) -> None:
        """In a year that has none."""
        held = post(day(start), None if end is None else day(end))

        assert (years, years) == years_taught([held], day(before))

    @pytest.mark.parametrize(
        ("start", "end", "least", "most"),
        [
            pytest.param("2017-09", None, 1, 2, id="begun some day in September"),
            pytest.param("2017-08", None, 2, 2, id="begun some day in August"),
            pytest.param("2017-10", None, 1, 1, id="begun some day in October"),
            pytest.param("2019-09", None, 0, 0, id="begun in the month of counting"),
            pytest.param("2017-09", "2018-09", 0, 1, id="a year, from a month to a month"),
            pytest.param("2017-09", "2018-10", 1, 1, id="a year and a month, from a month to a month"),
            pytest.param("2017-09", "2018-08", 0, 1, id="a year at most"),
            pytest.param("2017-09", "2018-07", 0, 0, id="less than a year"),
            pytest.param("2017-09", "2017-09", 0, 0, id="within one month"),
            pytest.param("2017-09", "2019-09", 1, 2, id="ended in the month of counting"),
            pytest.param("2017-09", "2025-01", 1, 2, id="ending long after"),
        ],
    )
    def test_a_month_can_be_any_of_its_days(self, start: str, end: str | None, least: int, most: int) -> None:
        """The least is from its last day to the first of the end, the most the other way round."""
        held = post(YearMonth.parse(start), None if end is None else YearMonth.parse(end))

        assert (least, most) == years_taught([held], BEGIN)

    def test_a_day_and_a_month_go_together(self) -> None:
        """Only the one that is no day leaves anything open."""
        assert [(1, 2), (0, 1), (1, 1)] == [
            years_taught([one], BEGIN)
            for one in (
                post(YearMonth(2017, 8), date(2019, 8, 15)),
                post(date(2017, 9, 15), YearMonth(2018, 9)),
                post(date(2017, 9, 1), YearMonth(2018, 9)),
            )
        ]


class TestSeveralPosts:
    """The completed years of several posts together."""

    @pytest.mark.parametrize(
        ("posts", "years"),
        [
            pytest.param([], 0, id="none"),
            pytest.param([("2017-09-01", "2019-08-31")] * 5, 2, id="the same, five times"),
            pytest.param([("2017-09-01", "2018-12-31"), ("2018-01-01", "2019-08-31")], 2, id="overlapping"),
            pytest.param([("2015-09-01", "2019-08-31"), ("2016-01-01", "2016-12-31")], 4, id="one within another"),
            pytest.param(
                [("2015-09-01", "2019-08-31"), ("2016-01-01", "2016-12-31"), ("2017-01-01", "2017-12-31")],
                4,
                id="two within another",
            ),
            pytest.param([("2015-09-01", "2016-08-31"), ("2015-09-01", "2017-08-31")], 2, id="begun on one day"),
            pytest.param([("2017-09-15", "2018-02-28"), ("2018-03-01", "2018-09-14")], 1, id="one after another"),
            pytest.param([("2017-09-15", "2018-02-28"), ("2018-03-02", "2018-09-14")], 0, id="a day between"),
            pytest.param([("2017-09-15", "2018-02-28"), ("2018-02-28", "2018-09-14")], 1, id="a day shared"),
            pytest.param([("2015-01-01", "2015-06-30"), ("2017-01-01", "2017-06-30")], 1, id="two halves of a year"),
            pytest.param([("2015-01-01", "2015-06-30"), ("2017-01-01", "2017-06-29")], 0, id="and a day less"),
            pytest.param([("2015-01-01", "2015-07-20"), ("2017-01-01", "2017-06-10")], 0, id="days add up to no month"),
            pytest.param([(f"{year}-01-01", f"{year}-04-30") for year in range(2010, 2016)], 2, id="six times four"),
            pytest.param([(f"{year}-01-01", f"{year}-01-30") for year in range(1900, 2019)], 0, id="30 days each"),
            pytest.param([("2018-09-01", None), ("2017-09-01", "2018-08-31")], 2, id="one held still"),
            pytest.param([("2018-09-01", None), ("2020-01-01", None)], 1, id="one that is to come"),
            pytest.param([("2018-09-01", "2025-01-01"), ("2019-09-02", "2020-08-31")], 1, id="both going on after"),
        ],
    )
    def test_time_that_posts_share_counts_once(self, posts: list[tuple[str, str | None]], years: int) -> None:
        """In whichever order they stand, and however they are handed over."""
        held = [post(day(start), None if end is None else day(end)) for start, end in posts]

        assert {(years, years)} == {
            years_taught(held, BEGIN),
            years_taught(reversed(held), BEGIN),
            years_taught(tuple(held * 2), BEGIN),
        }

    @pytest.mark.parametrize(
        ("posts", "least", "most"),
        [
            pytest.param([("2016-09", "2017-08"), ("2017-09", "2018-08")], 1, 2, id="adjoining at most"),
            pytest.param([("2016-09", "2017-02"), ("2017-03", "2017-09")], 0, 1, id="adjoining at most, within a year"),
            pytest.param([("2016-09", "2017-09"), ("2017-09", "2018-09")], 1, 2, id="meeting in one month"),
            pytest.param([("2016-09", "2017-10"), ("2017-09", "2018-10")], 2, 2, id="overlapping for certain"),
            pytest.param([("2017-03", "2017-03"), ("2016-03", None)], 3, 3, id="a month within a post"),
            pytest.param([("2018-09", "2018-09"), ("2018-09", None)], 0, 1, id="a month at the beginning of a post"),
        ],
    )
    def test_months_that_meet_leave_open_whether_there_was_a_gap(
        self, posts: list[tuple[str, str | None]], least: int, most: int
    ) -> None:
        """The least has every gap that there can have been, and the most has none."""
        held = [post(YearMonth.parse(start), None if end is None else YearMonth.parse(end)) for start, end in posts]

        assert {(least, most)} == {years_taught(held, BEGIN), years_taught(held[::-1], BEGIN)}


class TestWhatIsNotStated:
    """Posts without a beginning, or without a subject."""

    def test_a_beginning_that_nobody_knows_leaves_the_most_open(self) -> None:
        """Whatever else is stated; for the least such a post counts nothing."""
        certain = post(date(2016, 9, 1), date(2018, 8, 31))
        for unknown in (Post(), post(None), post(None, date(2010, 1, 1)), post(None, YearMonth(2018, 8))):
            assert [(0, None), (2, None), (2, None)] == [
                years_taught(posts, BEGIN) for posts in ([unknown], [unknown, certain], [certain, unknown])
            ]
            assert (2, None) == years_taught([certain, unknown], BEGIN, ["mathematics"])

    @pytest.mark.parametrize(
        "subject",
        [
            "mathematics",
            "Mathematics",
            "MATHS",
            " maths ",
            "\tMaths\n",
            "further  Maths",
            "FURTHER\N{NO-BREAK SPACE}maths",
        ],
    )
    def test_a_subject_is_read_without_its_case_and_spaces(self, subject: str) -> None:
        """Then the post counts for certain."""
        wanted = ["mathematics", " Maths", "further maths"]

        assert (2, 2) == years_taught([post(date(2017, 9, 1), None, subject)], BEGIN, wanted)

    def test_a_letter_with_a_sign_is_one_however_it_is_typed(self) -> None:
        """As one character or as two, in the post and in the name asked for."""
        one, two = "math\N{LATIN SMALL LETTER E WITH ACUTE}", "mathe\N{COMBINING ACUTE ACCENT}"
        spellings = [one, two, one.upper(), two.upper()]
        for written in spellings:
            for wanted in spellings:
                assert (2, 2) == years_taught([post(date(2017, 9, 1), None, written)], BEGIN, [wanted])

    @pytest.mark.parametrize(
        "subject",
        [
            pytest.param(None, id="not stated"),
            pytest.param("", id="an empty text"),
            pytest.param(" ", id="a space"),
            pytest.param("science", id="another"),
            pytest.param("mathematics and science", id="it and another"),
            pytest.param("mathematics (key stage 3)", id="it and a remark"),
            pytest.param("math", id="a part of it"),
            pytest.param("further-maths", id="a hyphen"),
            pytest.param("m a t h s", id="spaces within"),
            pytest.param("mathematic\N{CYRILLIC SMALL LETTER ES}", id="a letter that looks like one of it"),
        ],
    )
    def test_another_subject_or_none_counts_for_the_most_alone(self, subject: str | None) -> None:
        """What was taught in such a post is not guessed."""
        posts = [post(date(2017, 9, 1), None, subject), post(date(2016, 9, 1), date(2017, 8, 31), "maths")]
        wanted = ["mathematics", "maths", "further maths"]

        assert [(0, 2), (1, 3)] == [years_taught(posts[:1], BEGIN, wanted), years_taught(posts, BEGIN, wanted)]

    @pytest.mark.parametrize("subject", [None, "", "science", "mathematics"])
    def test_every_subject_counts_where_none_is_asked_for(self, subject: str | None) -> None:
        """And none counts for certain where the list of names is empty."""
        held = post(date(2017, 9, 1), None, subject)

        assert [(2, 2), (0, 2)] == [years_taught([held], BEGIN), years_taught([held], BEGIN, ())]

    def test_posts_and_subjects_are_gone_through_once(self) -> None:
        """So that whatever yields them will do."""

        def posts() -> Iterator[Post]:
            yield post(date(2015, 9, 1), date(2016, 8, 31), "maths")
            yield post(date(2017, 9, 1), None, "Mathematics")

        wanted: Any = iter(["mathematics", "maths"])
        assert (3, 3) == years_taught(posts(), BEGIN, wanted)
