"""How long somebody has taught, by the posts that they list."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from mastery_programme.application import Post
from mastery_programme.errors import InvalidAnswer
from mastery_programme.months import first_day, last_day
from mastery_programme.series import series_of
from mastery_programme.words import folded

MONTHS = 12

Stretch = tuple[date, date]
"""A time from its first day up to, and without, another day."""


def years_taught(posts: Iterable[Post], before: date, subjects: Iterable[str] | None = None) -> tuple[int, int | None]:
    """The completed years of the posts, as the least and the most that they can be.

    They differ where the day of a date, the beginning of a post or its subject is not stated. Time that two posts
    share counts once. A month is complete when the day of the month on which it began comes round, or, in a month
    without that day, on the first of the next; the months of stretches with a gap between them are added up, days that
    make no month are left out, and twelve months are a year. A post is held on its first and last day, and one
    without a last day is held still.

    Args:
        posts: the posts, in any order.
        before: the day before which they are counted, such as the first of a programme.
        subjects: names of a subject; then only posts that say just so count for the least. None for every subject.

    Returns:
        The least and the most; None for the most if a post began nobody knows when.

    Raises:
        InvalidAnswer: for anything but posts, a day and names of a subject.

    Source:
        FRM-4, FRM-5 and ELI-D3 of Cohort 4, and how it reads OPEN-6.

    >>> from mastery_programme import YearMonth
    >>> years_taught([Post("Example School", "Teacher", YearMonth(2015, 9), None, "mathematics")], date(2019, 9, 1))
    (3, 4)
    """
    if not isinstance(before, date) or isinstance(before, datetime):
        raise InvalidAnswer("not a day", before, "a datetime.date")
    listed = series_of(posts, Post, "posts", InvalidAnswer)
    named = None if subjects is None else series_of(subjects, str, "names of a subject", InvalidAnswer)
    wanted = None if named is None else {folded(subject) for subject in named}
    shortest: list[Stretch] = []
    longest: list[Stretch] = []
    endless = False
    for post in listed:
        ends = _ends(post, before)
        if post.started_on is None:
            endless = True
            continue
        longest.append((first_day(post.started_on), ends[1]))
        if wanted is None or (post.subject is not None and folded(post.subject) in wanted):
            shortest.append((last_day(post.started_on), ends[0]))
    return _years(shortest), None if endless else _years(longest)


def _ends(post: Post, before: date) -> Stretch:
    """The first and the last day on which a post can have been over."""
    if post.ended_on is None:
        return before, before
    return _next(first_day(post.ended_on), before), _next(last_day(post.ended_on), before)


def _next(day: date, before: date) -> date:
    """The day after a day, or the one before which all is counted if that is earlier."""
    return day + timedelta(days=1) if day < before else before


def _years(stretches: Iterable[Stretch]) -> int:
    """The completed years of some stretches, what they share once."""
    months = 0
    start = until = date.min
    for begin, end in sorted(stretches):
        if begin > until:
            months += completed_months(start, until)
            start, until = begin, end
        else:
            until = max(until, end)
    return (months + completed_months(start, until)) // MONTHS


def completed_months(start: date, until: date) -> int:
    """The whole months from a day up to another one; none if that is not later.

    The month is complete on the same day of a later month, or, if that has no such day, on the first of the next.

    >>> completed_months(date(2019, 1, 31), date(2019, 2, 28)), completed_months(date(2019, 1, 31), date(2019, 3, 1))
    (0, 1)
    """
    months = (until.year - start.year) * MONTHS + until.month - start.month
    return max(0, months - (until.day < start.day))
