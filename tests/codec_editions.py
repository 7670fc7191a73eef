"""Hypothesis strategies for wholes: rulesets, editions, cases, and the answers that follow from them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    Activity,
    Application,
    Case,
    Choice,
    Count,
    Criterion,
    DayRange,
    Days,
    FundingStatement,
    Hub,
    HubLead,
    Is,
    Judgement,
    Level,
    Money,
    Payee,
    Programme,
    Region,
    Rule,
    Ruleset,
    Source,
    Stage,
    Step,
    Waiver,
    allocate,
    fund,
)
from mastery_programme.facts import Value
from tests.changed_editions import CLAUSE, CRITERION, changed, edition_with, optional_support, small_edition
from tests.codec_texts import FILLED, FILLED_PROSE, LINES, MOMENTS, PROSE, Strategy, among, maybe
from tests.kernel_reference import random_ruleset
from tests.samples import FLAWED, TALK

_WALK = Activity(
    "walk", "a walk", "walk", Days("2.5"), CLAUSE, payee=Payee.LEAD_SCHOOL, rate=Money("200.50"), rate_source=CLAUSE
)
_RUN = evolve(_WALK, id="run", days=DayRange(1, 3), rate=Money(200), sessions=2, includes=("x",))
_REST = evolve(_WALK, id="rest", days=None, rate=None, rate_source=None, attended_by=("a", "b"))
_LEADS = (HubLead("A School"), HubLead("Another School", "Ipswich"))


def made_up_criterion() -> Criterion:
    """A criterion with facts of every kind, and several ways to meet it."""
    facts: dict[str, Choice | Count] = {
        "in_phase": Choice("In which phase?", ("primary", "secondary"), answered_by="hub"),
        "classes": Count("How many classes?", -2, 30, "classes", judged=True),
    }
    ways = ({"in_phase": Is.one_of("secondary")}, {"classes": Is.between(2, 5)}, {"classes": Is.one_of(9, 10, 12)})
    return Criterion.met_when("made-up-2", Level.ESSENTIAL, "Something else", facts, ways, CLAUSE)


def small(*activities: Activity, **values: object) -> Programme:
    """A small edition, with one hub and two criteria."""
    hubs = (Hub("Small Maths Hub", Region.LONDON, _LEADS, CLAUSE),)
    criteria = (CRITERION, made_up_criterion())
    return small_edition(
        *activities, **{"id": "small", "hubs": hubs, "criteria": criteria, "open_questions": (), **values}
    )


EDITIONS_OF_ALL_KINDS: Final = (
    SECONDARY_COHORT_4,
    optional_support(),
    edition_with(1, "residentials", days=DayRange(3, 6)),
    edition_with(2, "wider-work", days=None),
    edition_with(2, "pd-lead-programme", rate=None, rate_source=None),
    edition_with(3, "support", days=DayRange("12", "37")),
    small(_WALK),
    small(_WALK, _RUN, _REST, milestones=()),
    small(id="nothing", documents=(evolve(SECONDARY_COHORT_4.documents[0], title="Ein Titel – 標題"),)),
)
"""Cohort 4, and editions that differ from it in every way that shows in a statement."""


def _renamed(edition: Programme, values: dict[str, Any]) -> Programme:
    """An edition with other words."""
    return changed(edition, **values)


EDITIONS: Final[st.SearchStrategy[Programme]] = st.builds(
    _renamed,
    among(EDITIONS_OF_ALL_KINDS),
    st.fixed_dictionaries(
        {}, optional={"id": FILLED, "title": FILLED, "phase": FILLED, "cohort": st.integers(1, 10**9)}
    ),
)

SOURCES: Final[st.SearchStrategy[Source]] = st.builds(Source, FILLED, FILLED, LINES, PROSE) | st.sampled_from(
    (CLAUSE, Source("d", "c"), Source("d", "c", text="a\nb"))
)

_RANDOM: Strategy = st.integers(0, 10**6).map(lambda seed: random_ruleset(Random(seed)))


def _asking(ruleset: Ruleset, id: str, question: str) -> Ruleset:
    """A ruleset by another name."""
    return evolve(ruleset, id=id, question=question)


RULESETS: Final[st.SearchStrategy[Ruleset]] = st.one_of(
    among((TALK, FLAWED, *SECONDARY_COHORT_4.routes, made_up_criterion().ruleset)),
    st.builds(_asking, _RANDOM, FILLED, FILLED),
)
RULES: Final[st.SearchStrategy[Rule]] = RULESETS.flatmap(lambda ruleset: among(ruleset.rules)) | st.builds(
    Rule,
    FILLED,
    st.dictionaries(FILLED, st.sampled_from((Is.one_of(True, 1, "1"), Is.at_most(3), Is.between(-1, 1))), max_size=3),
    FILLED,
    SOURCES,
    st.lists(LINES, max_size=2).map(tuple),
)


def known_of(edition: Programme) -> st.SearchStrategy[dict[str, Value]]:
    """What may be known of the routes of an edition."""
    facts = {name: fact for route in edition.routes for name, fact in route.facts.items()}
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(fact.values) for name, fact in facts.items()})


def asked(ask: Callable[[Programme, dict[str, Value]], Any]) -> Strategy:
    """Answers to a question that is asked of all kinds of editions."""
    return among(EDITIONS_OF_ALL_KINDS).flatmap(
        lambda edition: known_of(edition).map(lambda known: ask(edition, known))
    )


ALLOCATIONS: Final = asked(allocate)


@st.composite
def _statements(draw: st.DrawFn) -> FundingStatement:
    """A statement of an edition, with some estimates."""
    edition = draw(among(EDITIONS_OF_ALL_KINDS))
    known, departments = draw(known_of(edition)), draw(maybe(st.integers(0, 20)))
    open_items = dict.fromkeys(name for line in fund(edition).lines for name, _ in line.unpublished)
    pence = st.integers(0, 10**9).map(Money.pence)
    estimates = draw(st.fixed_dictionaries({}, optional=dict.fromkeys(open_items, pence)))
    return fund(edition, known, supported_departments=departments, estimates=estimates)


STATEMENTS: Final[st.SearchStrategy[FundingStatement]] = _statements()

_ELSEWHERE = {name: fact for name, fact in SECONDARY_COHORT_4.facts.items() if not fact.judged}
_FORM = [one.id for one in SECONDARY_COHORT_4.criteria if one.level is Level.FORM]
_FACT_AND_VALUE = st.sampled_from(list(SECONDARY_COHORT_4.facts)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(list(SECONDARY_COHORT_4.facts[name].values)))
)
_DAY = st.dates(date(2019, 1, 1), date(2020, 12, 31))


def _judgement(judged: tuple[str, Value], by: str, on: date, note: str) -> Judgement:
    """A judgement of a value that its fact can have."""
    return Judgement(judged[0], judged[1], by, on, note)


JUDGED: Final = st.builds(_judgement, _FACT_AND_VALUE, FILLED, _DAY, PROSE)
WAIVED: Final = st.builds(
    Waiver,
    st.sampled_from(_FORM),
    FILLED,
    MOMENTS,
    FILLED_PROSE,
)


def steps_from(random: Random, at: datetime) -> tuple[Step, ...]:
    """The steps of a case from a moment on, as far as chance takes it."""
    steps = [Step(Stage.DRAFTED, "Sam", at)]
    while steps[-1].stage.following and random.random() < 0.7:
        at += timedelta(minutes=random.randint(0, 10_000))
        by, reason = random.choice(("Sam", "Zoë O’Brien")), random.choice(("", "All is said.\nAnd done."))
        steps.append(Step(random.choice(steps[-1].stage.following), by, at, reason))
    return tuple(steps)


def _case(id: str, application: Application, seed: int, **given: Any) -> Case:
    """A case anywhere on its way."""
    form = evolve(application, programme=SECONDARY_COHORT_4.id)
    return Case(id, SECONDARY_COHORT_4, form, steps_from(Random(seed), _BEGUN), **given)


_BEGUN = datetime.fromisoformat("2019-04-01T09:00:00.25+01:00")


def cases_of(applications: st.SearchStrategy[Application]) -> st.SearchStrategy[Case]:
    """Cases of Cohort 4, each anywhere on its way."""
    elsewhere = {name: st.sampled_from(fact.values) for name, fact in _ELSEWHERE.items()}
    return st.builds(
        _case,
        FILLED,
        applications,
        st.integers(0, 10**6),
        facts=st.fixed_dictionaries({}, optional=elsewhere),
        judgements=st.lists(JUDGED, max_size=3, unique_by=lambda one: (one.fact, one.by.casefold(), one.on)).map(tuple),
        waivers=st.lists(WAIVED, max_size=2).map(tuple),
    )
