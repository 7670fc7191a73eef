"""What always holds of a plan, over random terms, needs, requests, closed days and limits."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import Days, SchoolTerm
from mastery_programme.planner import FixedDate, Plan, PlannedDay, Weekday, WeeklyPattern, Why, plan
from mastery_programme.planner.calendars import dates_of
from tests.planning import HALF, WHOLE, days_of

OFTEN = settings(derandomize=True, database=None, deadline=None, max_examples=150)
FIRST = date(2019, 9, 2)
ACTIVITIES = ("a", "b", "c")
SOME_DAY = st.integers(-5, 90).map(lambda number: FIRST + timedelta(days=number))
HALVES = st.integers(0, 30).map(Days.of_half_days)
EACH = st.sampled_from([HALF, WHOLE])
ACTIVITY = st.sampled_from(ACTIVITIES)
PATTERN = st.builds(
    WeeklyPattern,
    ACTIVITY,
    st.sampled_from(Weekday),
    days=EACH,
    every=st.integers(1, 3),
    start=st.none() | SOME_DAY,
)


@st.composite
def terms(draw: st.DrawFn) -> list[SchoolTerm]:
    """Some terms with gaps between them, or none."""
    lengths = draw(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 15)), min_size=1, max_size=3))
    made: list[SchoolTerm] = []
    start = FIRST
    for length, gap in lengths:
        made.append(SchoolTerm(f"term {len(made)}", start, start + timedelta(days=length)))
        start += timedelta(days=length + gap)
    return made


ASKED = st.fixed_dictionaries(
    {
        "needs": st.dictionaries(st.sampled_from(ACTIVITIES[:2]), HALVES),
        "terms": terms(),
        "key": st.just("p-7"),
        "fixed": st.lists(st.builds(FixedDate, ACTIVITY, SOME_DAY, EACH), max_size=8),
        "patterns": st.lists(PATTERN, max_size=4),
        "closed": st.frozensets(SOME_DAY, max_size=20),
        "most_a_week": st.none() | st.integers(0, 6).map(Days.of_half_days),
        "most_a_term": st.none() | st.integers(0, 20).map(Days.of_half_days),
    }
)


def planned_as(asked: dict[str, Any], **changed: Any) -> Plan:
    """The plan of a request of which something is changed."""
    return plan(**(asked | changed))


def used(made: Plan, place: Callable[[PlannedDay], Any]) -> Counter[Any]:
    """The half-days planned in each place."""
    counted: Counter[Any] = Counter()
    for event in made.events:
        counted[place(event)] += event.days.half_days
    return counted


def term_of(on: date, asked: dict[str, Any]) -> str | None:
    """The name of the term in which a date is."""
    return next((term.name for term in asked["terms"] if on in term), None)


class TestEveryPlan:
    """Whatever is asked for."""

    @OFTEN
    @given(asked=ASKED)
    def test_planned_and_unplaced_days_are_the_needs(self, asked: dict[str, Any]) -> None:
        """For each activity, in its order."""
        made = plan(**asked)
        planned = used(made, lambda event: event.activity)
        assert list(asked["needs"]) == list(made.unplaced)
        assert asked["needs"] == {
            activity: Days.of_half_days(planned[activity]) + days for activity, days in made.unplaced.items()
        }
        assert set(planned) <= set(asked["needs"])

    @OFTEN
    @given(asked=ASKED)
    def test_nothing_is_planned_where_nothing_can_be(self, asked: dict[str, Any]) -> None:
        """On no closed day, outside no term, above no limit, and on no date that nobody asked for."""
        made = plan(**asked)
        days = {event.on for event in made.events}
        in_terms = {day for term in asked["terms"] for day in days_of(term)}
        assert set() == days & asked["closed"]
        assert days <= in_terms
        for counted, most in (
            (used(made, lambda event: event.on), WHOLE),
            (used(made, lambda event: event.on.isocalendar()[:2]), asked["most_a_week"]),
            (used(made, lambda event: term_of(event.on, asked)), asked["most_a_term"]),
        ):
            assert most is None or all(half_days <= most.half_days for half_days in counted.values())

    @OFTEN
    @given(asked=ASKED)
    def test_every_date_asked_for_is_accounted_for(self, asked: dict[str, Any]) -> None:
        """For each date and activity, what is planned and what was left out are what was asked for."""
        made = plan(**asked)
        wanted: Counter[tuple[date, str]] = Counter()
        for one in asked["fixed"]:
            wanted[one.on, one.activity] += one.days.half_days
        ends = asked["terms"][0].start, asked["terms"][-1].end
        for one in asked["patterns"]:
            every = list(dates_of(one, *ends))
            for on in [on for on in every if term_of(on, asked)] or every[:1]:
                wanted[on, one.activity] += one.days.half_days
        told = used(made, lambda event: (event.on, event.activity))
        for skipped in made.skipped:
            told[skipped.on, skipped.activity] += skipped.days.half_days
        assert wanted == told

    @OFTEN
    @given(asked=ASKED)
    def test_every_reason_is_so(self, asked: dict[str, Any]) -> None:
        """And there is at least one, none twice."""
        for one in plan(**asked).skipped:
            assert 0 < len(set(one.why)) == len(one.why)
            assert (Why.OUTSIDE_TERMS in one.why) == (term_of(one.on, asked) is None)
            assert (Why.CLOSED in one.why) == (one.on in asked["closed"] and term_of(one.on, asked) is not None)
            assert (Why.NOT_NEEDED in one.why) == (one.activity not in asked["needs"])
            assert Why.WEEK_FULL not in one.why or asked["most_a_week"] is not None
            assert Why.TERM_FULL not in one.why or asked["most_a_term"] is not None

    @OFTEN
    @given(asked=ASKED)
    def test_events_are_in_order_each_with_its_own_id(self, asked: dict[str, Any]) -> None:
        """And what was left out is in order of date too."""
        made = plan(**asked)
        keys = [(event.on, list(asked["needs"]).index(event.activity)) for event in made.events]
        assert sorted(set(keys)) == keys
        assert len(keys) == len({event.id for event in made.events})
        assert sorted(one.on for one in made.skipped) == [one.on for one in made.skipped]

    @OFTEN
    @given(asked=ASKED)
    def test_the_same_request_gives_the_same_plan(self, asked: dict[str, Any]) -> None:
        """Also from other containers, and with the terms in another order."""
        again = planned_as(asked, terms=asked["terms"][::-1], closed=sorted(asked["closed"]), fixed=(*asked["fixed"],))
        assert plan(**asked) == again

    @OFTEN
    @given(asked=ASKED)
    def test_closing_a_date_changes_no_other_id(self, asked: dict[str, Any]) -> None:
        """An event that stays on its date keeps its id; the closed one is gone."""
        made = plan(**asked)
        if not made.events:
            return
        gone = made.events[0].on
        closed = planned_as(asked, closed=asked["closed"] | {gone})
        before = {(event.on, event.activity): event.id for event in made.events}
        after = {(event.on, event.activity): event.id for event in closed.events}
        assert gone not in {on for on, _ in after}
        assert {place: before[place] for place in before.keys() & after} == {
            place: after[place] for place in before.keys() & after
        }

    @OFTEN
    @given(asked=ASKED)
    def test_another_pattern_changes_no_id_of_a_fixed_date(self, asked: dict[str, Any]) -> None:
        """Fixed dates come first, and so stay as they are, but for a half that is added to one."""
        without = planned_as(asked, patterns=())
        fuller = planned_as(asked, patterns=[*asked["patterns"], WeeklyPattern("a", "Friday", days=WHOLE)])
        assert {event.id for event in without.events} <= {event.id for event in fuller.events}

    @OFTEN
    @given(asked=ASKED)
    def test_no_limit_is_the_same_as_one_that_is_never_reached(self, asked: dict[str, Any]) -> None:
        """A thousand days a week."""
        limits = {"most_a_week": Days(1000), "most_a_term": Days(1000)}
        assert planned_as(asked, most_a_week=None, most_a_term=None) == planned_as(asked, **limits)

    @OFTEN
    @given(asked=ASKED)
    def test_another_key_changes_the_ids_alone(self, asked: dict[str, Any]) -> None:
        """Dates and days stay."""
        made, other = plan(**asked), planned_as(asked, key="P-7")
        assert set() == {event.id for event in made.events} & {event.id for event in other.events}
        assert evolve(made, events=()) == evolve(other, events=())
        assert [evolve(event, id="") for event in made.events] == [evolve(event, id="") for event in other.events]
