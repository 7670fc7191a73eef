"""A hypothesis strategy for the values of every public class, with texts such as documents allow."""

from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    Activity,
    Allocation,
    AllocationLine,
    Application,
    ApplicationForm,
    Assessment,
    Award,
    Case,
    Choice,
    Conflict,
    Count,
    CoveredCost,
    Criterion,
    Days,
    Development,
    Difference,
    Document,
    Duty,
    EstablishmentGroup,
    EstablishmentType,
    Evidence,
    FinancialYear,
    Finding,
    Flaw,
    FormField,
    FormReading,
    FrozenMapping,
    FundingLine,
    FundingStatement,
    Grant,
    Hub,
    HubLead,
    Judgement,
    LeadTeacher,
    Milestone,
    Money,
    NetPosition,
    NetYear,
    OpenQuestion,
    Outlook,
    Outstanding,
    Person,
    Phase,
    Post,
    Problem,
    Programme,
    PublishedTotal,
    Question,
    Reason,
    Rule,
    Ruleset,
    Ruling,
    School,
    Shared,
    Shortlist,
    Shortlisted,
    Signature,
    Source,
    Stage,
    Step,
    Total,
    Unassessed,
    Waiver,
    Year,
    YearAllocation,
    YesNo,
    assess_facts,
    compare,
    net_position,
)
from mastery_programme.codec import UnreadRow
from mastery_programme.facts import Value
from tests.applications import KNOWN as FACTS_OF_COHORT_4
from tests.changed_editions import CRITERION
from tests.codec_editions import (
    ALLOCATIONS,
    EDITIONS,
    EDITIONS_OF_ALL_KINDS,
    RULES,
    RULESETS,
    SOURCES,
    STATEMENTS,
    cases_of,
    made_up_criterion,
)
from tests.codec_histories import define
from tests.codec_texts import (
    CONDITIONS,
    DATES,
    DAYS,
    EMAILS,
    FILLED,
    FILLED_PROSE,
    KNOWN,
    LINES,
    MOMENTS,
    PROSE,
    SOME_VALUES_AT_LEAST_ONE,
    VALUES,
    WHOLE,
    Strategy,
    among,
    mappings_of,
    maybe,
    records_of,
    several_of,
    spans,
    values_of,
)

_BOUNDS = st.tuples(st.integers(-(10**9), 10**9 - 100_000), st.integers(0, 99_999)).map(lambda b: (b[0], sum(b)))
_OPTIONS = st.lists(FILLED, min_size=1, max_size=4, unique=True).map(tuple)
_PENCE = st.integers(0, 10**9).map(lambda pence: Money.pence(2 * pence))


def _count(low_and_high: tuple[int, int], **given: Any) -> Count:
    """A count from its bounds."""
    return Count(low=low_and_high[0], high=low_and_high[1], **given)


def _post(span: tuple[Any, Any], **given: Any) -> Post:
    """A post from its beginning and end."""
    return Post(started_on=span[0], ended_on=span[1], **given)


def _line(line: FundingLine, texts: FundingLine) -> FundingLine:
    """A line of a real statement, with other texts."""
    told = {name: getattr(texts, name) for name in ("edition", "academic_year", "item", "title", "purpose", "payee")}
    return evolve(line, **told, clauses=texts.clauses, rate_clauses=texts.rate_clauses)


_OF_WHOLES: dict[Any, Strategy] = {
    Source: SOURCES,
    Rule: RULES,
    Ruleset: RULESETS,
    Programme: EDITIONS,
    Allocation: ALLOCATIONS,
    YearAllocation: ALLOCATIONS.flatmap(lambda allocation: among(allocation.years)),
    FundingStatement: STATEMENTS,
}
KNOWN.update(_OF_WHOLES)
records_of(YesNo, ask=FILLED, answered_by=FILLED)
records_of(Choice, ask=FILLED, answered_by=FILLED, options=_OPTIONS)
KNOWN[Count] = st.builds(
    _count,
    _BOUNDS,
    ask=FILLED,
    unit=LINES,
    judged=st.booleans(),
    answered_by=st.sampled_from(("applicant", "hub")),
)
_FACTS: Strategy = st.one_of(KNOWN[YesNo], KNOWN[Choice], KNOWN[Count])
for _part in (
    Document,
    HubLead,
    Hub,
    Activity,
    Year,
    Grant,
    CoveredCost,
    Milestone,
    Duty,
    PublishedTotal,
    OpenQuestion,
):
    records_of(_part)
for _cls in (FormField, FormReading, EstablishmentGroup, ApplicationForm, AllocationLine, Criterion, Total, Question):
    records_of(_cls)
_WITH_LINES: Strategy = STATEMENTS.filter(lambda made: bool(made.lines))
KNOWN[NetPosition] = st.builds(
    net_position, STATEMENTS, st.integers(0, 10**5).map(lambda pence: Money.pence(2 * pence))
)
KNOWN[NetYear] = KNOWN[NetPosition].filter(lambda made: bool(made.years)).flatmap(lambda made: among(made.years))
KNOWN[FundingLine] = st.builds(_line, _WITH_LINES.flatmap(lambda made: among(made.lines)), records_of(FundingLine))
records_of(School)
records_of(Person, email=maybe(EMAILS))
records_of(Award)
KNOWN[Post] = st.builds(_post, spans(), school=maybe(LINES), position=maybe(LINES), subject=maybe(LINES))
records_of(Development, year=maybe(LINES | st.integers(1, 9999)))
records_of(LeadTeacher, email=maybe(EMAILS), years_teaching=maybe(st.integers(0, 100)))
records_of(Signature)
KNOWN[Application] = records_of(
    Application,
    lead_teacher_statement=maybe(PROSE),
    nominator_statement=maybe(PROSE),
    other_statements=mappings_of(FILLED, PROSE),
) | st.builds(Application, st.just("secondary-2019"), lead_teacher=KNOWN[LeadTeacher])
records_of(Evidence, note=PROSE)
records_of(Judgement, fact=FILLED, by=FILLED, note=PROSE)
records_of(Waiver, criterion=FILLED, by=FILLED, reason=FILLED_PROSE)
records_of(Finding, reason=PROSE, known=mappings_of(LINES, VALUES))
records_of(Step, by=FILLED, reason=PROSE)
records_of(Unassessed, problem=PROSE)
records_of(Problem, path=PROSE, message=PROSE)
records_of(UnreadRow)
values_of(Shared)
KNOWN[Conflict] = st.lists(st.tuples(FILLED, values_of(Stage), FILLED), max_size=3).flatmap(
    lambda held: st.builds(
        Conflict, values_of(Shared), LINES, *(st.just(tuple(one[place] for one in held)) for place in range(3))
    )
)
for _answer in (Ruling, Shortlisted, Shortlist, Outstanding):
    records_of(_answer)
records_of(Reason, text=PROSE)
records_of(Flaw, facts=mappings_of(LINES, SOME_VALUES_AT_LEAST_ONE))

_ASSESSED = st.one_of(
    FACTS_OF_COHORT_4.map(lambda known: assess_facts(SECONDARY_COHORT_4, known)),
    among(EDITIONS_OF_ALL_KINDS).map(lambda edition: assess_facts(edition, {})),
)
KNOWN[Assessment] = _ASSESSED
KNOWN[Outlook] = _ASSESSED.map(lambda assessment: assessment.outlook) | records_of(
    Outlook,
    criteria=several_of(among((CRITERION, made_up_criterion()))),
)
KNOWN[Case] = cases_of(KNOWN[Application])
KNOWN[FrozenMapping] = mappings_of(LINES, VALUES | _FACTS)

define()

_PLAIN: st.SearchStrategy[Value | None] = st.none() | VALUES
_WHOLES = [KNOWN[cls] for cls in (Grant, YesNo, Days, Money, Phase, EstablishmentType, Milestone, FinancialYear, Rule)]
TOLD: Final[Strategy] = st.recursive(
    st.one_of(_PLAIN, DATES, MOMENTS, DAYS, CONDITIONS, *_WHOLES),
    lambda told: several_of(told) | st.dictionaries(LINES | WHOLE, told, max_size=2).map(FrozenMapping),
    max_leaves=5,
)
"""Whatever a difference can tell: a plain value, any value of ours, several, or a mapping."""


def _apart(first: Programme | Ruleset, second: Programme | Ruleset) -> st.SearchStrategy[Difference]:
    """One of the differences between two editions or two rulesets, if there are any."""
    return among([*compare(first, second), _ALIKE])


def _with_one_outcome(ruleset: Ruleset) -> Ruleset:
    """A ruleset that always comes to the same."""
    return evolve(ruleset, rules=tuple(evolve(rule, then="south") for rule in ruleset.rules))


_ALIKE = Difference("alike", FrozenMapping(), None, None, (), ())
_COMPARED = st.one_of(
    RULESETS.flatmap(lambda ruleset: _apart(ruleset, _with_one_outcome(ruleset))),
    st.tuples(*[among(EDITIONS_OF_ALL_KINDS)] * 2).flatmap(lambda two: _apart(*two)),
)
KNOWN[Difference] = _COMPARED | records_of(
    Difference, facts=mappings_of(LINES, SOME_VALUES_AT_LEAST_ONE), before=TOLD, after=TOLD
)

STRATEGIES: Final[dict[type[Any], Strategy]] = {
    cls: strategy for cls, strategy in KNOWN.items() if isinstance(cls, type) and cls.__module__.startswith("mastery")
}
"""For each public class its values."""
