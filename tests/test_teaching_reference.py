"""How long somebody has taught, held against slow references: months by the calendar, and posts day by day."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import Post, YearMonth, years_taught
from mastery_programme.teaching import completed_months

DAY = timedelta(days=1)
FIRST, BEFORE = date(2014, 11, 1), date(2020, 3, 1)

DAYS = st.dates(FIRST, BEFORE + DAY * 60)
MONTHS = DAYS.map(lambda day: YearMonth(day.year, day.month))
SUBJECTS = st.sampled_from([None, "", "science", "Maths", " mathematics"])
WANTED = ("mathematics", "maths")

UNHURRIED = settings(deadline=None)
"""The references are slow on purpose: how long they take says nothing of what they are held against."""


def days_between(first: date, last: date) -> list[date]:
    """Every day from one up to another, both included."""
    return [first + DAY * number for number in range((last - first).days + 1)]


def anniversary(start: date, months: int) -> date:
    """The day on which so many months are complete: the same day of the month, or the first of the month after."""
    there = start + relativedelta(months=months)
    return there + DAY if there.day < start.day else there


@cache
def anniversaries(start: date) -> list[date]:
    """The days on which one month more is complete, for longer than is looked at here."""
    return [anniversary(start, months) for months in range(1, 12 * 8)]


def slow_months(start: date, until: date) -> int:
    """How many anniversaries there have been."""
    return bisect_right(anniversaries(start), until)


def slow_years(posts: list[Post], before: date) -> int:
    """The completed years of posts whose days are all known, looked at day by day."""
    held: set[date] = set()
    for post in posts:
        start, end = post.started_on, post.ended_on or before
        assert isinstance(start, date)
        assert isinstance(end, date)
        held.update(day for day in days_between(start, end) if day < before)
    starts = sorted(day for day in held if day - DAY not in held)
    ends = sorted(day + DAY for day in held if day + DAY not in held)
    return sum(slow_months(start, until) for start, until in zip(starts, ends, strict=True)) // 12


class TestMonths:
    """The whole months from a day to another one."""

    @pytest.mark.parametrize(
        ("start", "until", "months"),
        [
            pytest.param("2019-01-31", "2019-02-28", 0, id="the last of January, the last of February"),
            pytest.param("2019-01-31", "2019-03-01", 1, id="the last of January, the first of March"),
            pytest.param("2019-01-31", "2019-03-30", 1, id="a day before it comes round"),
            pytest.param("2019-01-31", "2019-03-31", 2, id="the day on which it comes round"),
            pytest.param("2019-01-28", "2019-02-28", 1, id="a day that every month has"),
            pytest.param("2019-01-29", "2019-02-28", 0, id="a day that a short month lacks"),
            pytest.param("2020-01-29", "2020-02-29", 1, id="a day that it has in a leap year"),
            pytest.param("2020-01-30", "2020-02-29", 0, id="a day that it lacks in a leap year too"),
            pytest.param("2020-02-29", "2021-02-28", 11, id="a leap day, a day before the year is out"),
            pytest.param("2020-02-29", "2021-03-01", 12, id="a leap day, a year on"),
            pytest.param("2019-05-31", "2019-06-30", 0, id="the last of May, the last of June"),
            pytest.param("2019-06-30", "2019-07-30", 1, id="the last of June, a day before the last of July"),
            pytest.param("2018-12-15", "2019-01-15", 1, id="over the end of a year"),
            pytest.param("2018-12-15", "2019-01-14", 0, id="over the end of a year, a day less"),
            pytest.param("2019-01-15", "2019-01-15", 0, id="the same day"),
            pytest.param("2019-03-31", "2019-02-28", 0, id="a month earlier"),
            pytest.param("2019-03-01", "2001-01-01", 0, id="many years earlier"),
            pytest.param("0001-01-01", "9999-12-31", 119_987, id="all that there are"),
        ],
    )
    def test_a_month_is_complete_when_its_day_comes_round(self, start: str, until: str, months: int) -> None:
        """Or, where that month has no such day, on the first of the next."""
        assert months == completed_months(date.fromisoformat(start), date.fromisoformat(until))

    def test_all_days_of_four_years_have_as_many_as_they_have_had_anniversaries(self) -> None:
        """Every pair of them, two million, those in the wrong order too; one of the years is a leap year."""
        days = days_between(date(2015, 1, 1), date(2018, 12, 31))
        for start in days:
            expected = [0] * len(days)
            for day in anniversaries(start):
                place = (day - days[0]).days
                if place < len(days):
                    expected[place] = 1
            total = 0
            expected = [total := total + one for one in expected]
            assert expected == [completed_months(start, until) for until in days]

    def test_relativedelta_differs_at_the_ends_of_months_alone(self) -> None:
        """It holds a month complete on the last day of a shorter one, and we on the day after."""
        days = days_between(date(2019, 1, 1), date(2020, 12, 31))
        differing: set[tuple[date, date]] = set()
        short: set[tuple[date, date]] = set()
        for place, start in enumerate(days):
            for until in days[place:]:
                plain = relativedelta(until, start)
                months = completed_months(start, until)
                if plain.years * 12 + plain.months != months:
                    assert plain.years * 12 + plain.months == months + 1
                    differing.add((start, until))
                if start.day > until.day and (until + DAY).day == 1:
                    short.add((start, until))

        assert (date(2019, 1, 31), date(2019, 2, 28)) in differing
        assert short == differing


@st.composite
def dated_posts(draw: st.DrawFn, dates: st.SearchStrategy[date | YearMonth], most: int = 5) -> list[Post]:
    """Posts whose beginning is known, some of them held still, and ending when they can."""
    posts: list[Post] = []
    for _ in range(draw(st.integers(0, most))):
        start, other, subject = draw(dates), draw(st.none() | dates), draw(SUBJECTS)
        first = start.first if isinstance(start, YearMonth) else start
        last = other.last if isinstance(other, YearMonth) else other
        one, two = (other, start) if last is not None and last < first else (start, other)
        posts.append(Post(None, None, one, two, subject))
    return posts


def on_days(draw: st.DrawFn, post: Post) -> Post:
    """The same post on some days on which it can have begun and ended."""
    start, end = post.started_on, post.ended_on
    assert start is not None
    first = draw(st.dates(start.first, start.last)) if isinstance(start, YearMonth) else start
    if isinstance(end, YearMonth):
        end = draw(st.dates(min(max(end.first, first), end.last), end.last))
    if end is not None and end < first:  # the day of the beginning was drawn too late
        first = end
    return Post(None, None, first, end, post.subject)


@st.composite
def posts_and_days(draw: st.DrawFn) -> tuple[list[Post], list[Post]]:
    """Posts by days or months, and the same posts on days on which they can have been held."""
    posts = draw(dated_posts(DAYS | MONTHS))
    return posts, [on_days(draw, post) for post in posts]


class TestPosts:
    """The years of posts."""

    @UNHURRIED
    @given(dated_posts(DAYS))
    def test_posts_of_known_days_have_the_years_of_their_days(self, posts: list[Post]) -> None:
        """Each day counts once, and days in a row make months."""
        years = slow_years(posts, BEFORE)

        assert (years, years) == years_taught(posts, BEFORE)

    @UNHURRIED
    @given(posts_and_days())
    def test_whatever_the_days_were_the_years_are_between_the_least_and_the_most(
        self, drawn: tuple[list[Post], list[Post]]
    ) -> None:
        """For days by the calendar within the months."""
        posts, actual = drawn
        least, most = years_taught(posts, BEFORE)

        assert most is not None
        assert least <= slow_years(actual, BEFORE) <= most

    @UNHURRIED
    @given(drawn=posts_and_days(), counted=st.lists(st.booleans(), min_size=5, max_size=5))
    def test_whatever_was_taught_the_years_are_between_the_least_and_the_most(
        self, drawn: tuple[list[Post], list[Post]], counted: list[bool]
    ) -> None:
        """In posts of the subject always, and in any of the others or not."""
        posts, actual = drawn
        least, most = years_taught(posts, BEFORE, WANTED)
        taught = [
            post
            for post, counts in zip(actual, counted, strict=False)
            if counts or (post.subject or "").strip().lower() in WANTED
        ]

        assert most is not None
        assert least <= slow_years(taught, BEFORE) <= most

    @UNHURRIED
    @given(dated_posts(DAYS | MONTHS))
    def test_the_least_and_the_most_can_be(self, posts: list[Post]) -> None:
        """The most if each post began and ended at its widest, the least if at its narrowest."""
        wide: list[Post] = []
        narrow: list[Post] = []
        for post in posts:
            start, end = post.started_on, post.ended_on
            assert start is not None
            first, late = (start.first, start.last) if isinstance(start, YearMonth) else (start, start)
            early, last = (end.first, end.last) if isinstance(end, YearMonth) else (end, end)
            wide.append(Post(None, None, first, last))
            if early is None or late <= early:
                narrow.append(Post(None, None, late, early))

        least, most = years_taught(posts, BEFORE)
        assert (slow_years(narrow, BEFORE), slow_years(wide, BEFORE)) == (least, most)

    @UNHURRIED
    @given(posts=dated_posts(DAYS | MONTHS), more=dated_posts(DAYS | MONTHS, most=1))
    def test_a_post_more_is_never_less(self, posts: list[Post], more: list[Post]) -> None:
        """And neither is another name for the subject."""
        least, most = years_taught(posts, BEFORE, WANTED)
        then_least, then_most = years_taught(posts + more, BEFORE, (*WANTED, "science"))

        assert most is not None
        assert then_most is not None
        assert least <= then_least <= then_most
        assert most <= then_most
