"""A programme: one immutable value that holds everything one edition publishes."""

from collections.abc import Iterator

from attrs import field, fields, frozen

from mastery_programme import form_validation, validation
from mastery_programme.criteria import Criterion
from mastery_programme.errors import (
    FlawedProgramme,
    InvalidArgument,
    InvalidRuleset,
    InvalidText,
    UnknownClause,
    UnknownCriterion,
    UnknownHub,
    UnknownMilestone,
    cut,
)
from mastery_programme.facts import Fact
from mastery_programme.forms import ApplicationForm
from mastery_programme.hints import nearest
from mastery_programme.hubs import Hub, name_key
from mastery_programme.mappings import FrozenMapping, Memo
from mastery_programme.options import ways_of
from mastery_programme.parts import (
    Activity,
    CoveredCost,
    Duty,
    Grant,
    Milestone,
    OpenQuestion,
    PublishedTotal,
    Year,
)
from mastery_programme.regions import Looks
from mastery_programme.rules import Ruleset
from mastery_programme.shapes import Misfit, misfits
from mastery_programme.sources import Document, Source

MOST_LOOKS = 60_000
"""So many rules are looked at for the flaws of an edition, over and over, and no more; Cohort 4 needs about 6,500."""

ANSWERS_KEPT = 4096
"""How many answers a programme remembers."""


@frozen(kw_only=True, repr=False)
class Programme:
    """One edition of the programme.

    Args:
        id: its name, such as ``"secondary-2019"``.
        title: its name for people.
        phase: the phase of education it is for.
        cohort: the number of its cohort.
        years: its years, in order.
        criteria: what an application has to show, in the order of the document.
        routes: questions whose outcomes decide which activities and duties fall to a lead teacher.
        grants: flat amounts for supported departments.
        covered_costs: costs that are covered at what they are.
        milestones: its dates, in order.
        duties: what somebody has to do that is neither days nor money.
        hubs: the Maths Hubs, in the order of the document.
        published_totals: totals that the document prints; checked against the parts.
        open_questions: doubts that the document leaves, and how the edition reads them.
        documents: the documents that it rests on, with every clause.
        source: the clause that says what the programme is.
        form: its application form; None where the edition publishes none.

    Attributes:
        memo: what it remembers of its answers; no part of its value.

    Raises:
        FlawedProgramme: if it contradicts itself, with every flaw; if something is of another type than it has to be,
            with all that is.
    """

    id: str
    title: str
    phase: str
    cohort: int
    years: tuple[Year, ...]
    criteria: tuple[Criterion, ...]
    routes: tuple[Ruleset, ...]
    grants: tuple[Grant, ...]
    covered_costs: tuple[CoveredCost, ...]
    milestones: tuple[Milestone, ...]
    duties: tuple[Duty, ...]
    hubs: tuple[Hub, ...]
    published_totals: tuple[PublishedTotal, ...]
    open_questions: tuple[OpenQuestion, ...]
    documents: tuple[Document, ...]
    source: Source
    form: ApplicationForm | None = None
    memo: Memo = field(init=False, eq=False, repr=False, factory=lambda: Memo(ANSWERS_KEPT))

    def __attrs_post_init__(self) -> None:
        misfits = tuple(_misfits(self))
        flaws = [misfit.told for misfit in misfits]
        if not any(misfit.of_another_type for misfit in misfits):  # else nothing else could be looked at
            flaws.extend(_flaws_found(self))
        if flaws:
            raise FlawedProgramme(self.id, tuple(flaws))

    @property
    def facts(self) -> FrozenMapping[str, Fact]:
        """Every fact that a criterion or a route turns on, by name: with its question and what it can be."""
        facts: FrozenMapping[str, Fact] | None = self.memo.get("facts")
        return self.memo.keep("facts", _facts(self)) if facts is None else facts

    @property
    def items(self) -> tuple[Grant | CoveredCost, ...]:
        """What is paid for beside release days: its grants, then the costs that it covers."""
        grants: tuple[Grant | CoveredCost, ...] = self.grants
        return grants + self.covered_costs

    def clause(self, id: str) -> Source:
        """The clause of the edition's documents with this id, such as ``"FUN-6"``; raises `UnknownClause`."""
        clauses = {clause.clause: clause for document in self.documents for clause in document.clauses}
        if not isinstance(id, str) or id not in clauses:
            raise UnknownClause("no such clause", id, nearest=nearest(id, clauses))
        return clauses[id]

    def milestone(self, id: str) -> Milestone:
        """The milestone with this id, such as ``"apply-by"``; raises `UnknownMilestone`."""
        milestones = {milestone.id: milestone for milestone in self.milestones}
        if not isinstance(id, str) or id not in milestones:
            raise UnknownMilestone("no such milestone", id, nearest=nearest(id, milestones))
        return milestones[id]

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id, such as ``"ELI-E1"``; raises `UnknownCriterion`."""
        criteria = {criterion.id: criterion for criterion in self.criteria}
        if not isinstance(id, str) or id not in criteria:
            raise UnknownCriterion("no such criterion", id, nearest=nearest(id, criteria))
        return criteria[id]

    def hub(self, name: str) -> Hub:
        """The hub of this name; case, apostrophes, spaces, "Maths Hub" and the sign for "and" do not matter.

        Raises:
            UnknownHub: if no hub has the name, naming the nearest.
        """
        kept: dict[str, Hub] | None = self.memo.get("hubs")
        hubs = self.memo.keep("hubs", {name_key(hub.name): hub for hub in self.hubs}) if kept is None else kept
        key = name_key(name) if isinstance(name, str) else None
        if key not in hubs:
            near = nearest(key, hubs) if key else None
            raise UnknownHub("no such hub", name, nearest=None if near is None else hubs[near].name)
        return hubs[key]

    def find_hubs(self, text: str) -> tuple[Hub, ...]:
        """The hubs with this text in their name or region, or in a lead organisation's name or town; of a blank, all.

        Raises:
            InvalidText: if it is no text.
        """
        if not isinstance(text, str):
            raise InvalidText("not text to look for", text)
        return tuple(hub for hub in self.hubs if hub.mentions(text))

    def citations(self) -> tuple[tuple[str, Source], ...]:
        """What in the edition cites which clause: pairs of where, such as ``"milestone apply-by"``, and the source."""
        return tuple(_citations(self))

    def __hash__(self) -> int:
        return hash((type(self), self.id, self.title, self.cohort))  # enough to tell editions apart, and at once

    def __str__(self) -> str:
        first, last = str(self.years[0].academic_year), str(self.years[-1].academic_year)
        return f"{self.title}, Cohort {self.cohort} ({first if first == last else f'{first} to {last}'})"

    def __repr__(self) -> str:
        return f"<Programme {self.id!r}: {self}>"


def check_programme(programme: object) -> None:
    """Raise `InvalidArgument` unless this is a programme."""
    if not isinstance(programme, Programme):
        raise InvalidArgument("not an edition", programme, "a Programme; edition(id) gives the one with an id")


def _citations(programme: Programme) -> Iterator[tuple[str, Source]]:
    """What in an edition cites which clause."""
    yield "programme", programme.source
    for year in programme.years:
        yield f"year {year.number}", year.source
        for activity in year.activities:
            yield f"year {year.number}, activity {activity.id}", activity.source
            if activity.rate_source is not None:
                yield f"year {year.number}, rate of {activity.id}", activity.rate_source
    for ruleset in _rulesets(programme):
        for rule in ruleset.rules:
            yield f"ruleset {ruleset.id}, rule {rule.id}", rule.source
    for question in programme.open_questions:
        for source in question.sources:
            yield f"open question {question.id}", source
    for what, parts in (
        ("criterion", programme.criteria),
        ("grant", programme.grants),
        ("covered cost", programme.covered_costs),
        ("milestone", programme.milestones),
        ("duty", programme.duties),
        ("published total", programme.published_totals),
    ):
        for part in parts:
            yield f"{what} {part.id}", part.source
    if programme.form is not None:
        yield from _form_citations(programme.form)
    for hub in programme.hubs:
        yield f"hub {hub.name}", hub.source


def _form_citations(form: ApplicationForm) -> Iterator[tuple[str, Source]]:
    """What in an application form cites which clause."""
    yield "form", form.source
    yield "form, who decides", form.decided_by_source
    for what, parts in (("field", form.fields), ("reading", form.readings), ("establishments", form.establishments)):
        for part in parts:
            yield f"form, {what} {part.id}", part.source


def _misfits(programme: Programme) -> Iterator[Misfit]:
    """Fields and parts that are not of the type they are annotated with, and empty texts."""
    for attribute in fields(Programme):
        if attribute.init:
            yield from misfits(getattr(programme, attribute.name), attribute.type, attribute.name)


def _flaws_found(programme: Programme) -> list[str]:
    """Everything in which an edition contradicts itself, as far as there are not too many ways through its rules."""
    found: list[str] = []
    try:
        for flaw in map(cut, _flaws(programme, Looks(MOST_LOOKS))):
            found.append(flaw)  # noqa: PERF402 - those before an error are kept
    except InvalidRuleset as error:
        found.append(f"ruleset {error.ruleset!r}: {error.flaws[0]}")
    return found


def _flaws(programme: Programme, looks: Looks) -> Iterator[str]:
    """Everything in which an edition contradicts itself."""
    years, routes, duties = programme.years, programme.routes, programme.duties
    if programme.cohort < 1:
        yield f"cohort: {programme.cohort} is the number of no cohort"
    activities = [
        (f"year {year.number}, activity {activity.id!r}", activity) for year in years for activity in year.activities
    ]
    for what, ids in (
        ("criterion", [criterion.id for criterion in programme.criteria]),
        ("ruleset", [ruleset.id for ruleset in _rulesets(programme)]),
        ("item", [item.id for item in programme.items]),
        ("milestone", [milestone.id for milestone in programme.milestones]),
        ("duty", [duty.id for duty in duties]),
        ("published total", [total.id for total in programme.published_totals]),
        ("open question", [question.id for question in programme.open_questions]),
        ("document", [document.id for document in programme.documents]),
    ):
        yield from validation.repeated(f"the {what} id", ids)
    yield from validation.items_named_as_activities(programme.items, years)
    yield from validation.years_out_of_order(years)
    yield from validation.activities_ill_defined(years)
    yield from validation.rulesets_flawed(_rulesets(programme), looks)
    yield from validation.criteria_undecided(programme.criteria)
    yield from validation.facts_redefined(_rulesets(programme))
    routed: list[tuple[str, Activity | Duty | Grant | CoveredCost]] = [*activities]
    routed += [(f"duty {duty.id!r}", duty) for duty in duties]
    routed += [(f"item {item.id!r}", item) for item in programme.items]
    yield from validation.routes_not_covered(routes, routed)
    yield from validation.references_unknown(years, programme.grants, programme.covered_costs, duties)
    yield from validation.payees_of_alternatives(years, routes)
    if not any(validation.facts_redefined(routes)):  # else nobody could tell which ways there are through them
        ways = ways_of(years, routes, looks)
        yield from validation.sums_impossible(years, ways)
        yield from validation.totals_not_met(programme.published_totals, years, ways)
    if programme.form is not None:
        yield from form_validation.form_flaws(programme.form, _facts(programme), programme.milestones)
    yield from validation.milestones_misdated(programme.milestones)
    yield from validation.sources_unknown(programme.documents, programme.citations())
    yield from validation.questions_about_nothing(programme.open_questions)
    yield from validation.hubs_alike(programme.hubs)


def _facts(programme: Programme) -> FrozenMapping[str, Fact]:
    """Every fact of an edition by name."""
    return FrozenMapping(tuple(item for ruleset in _rulesets(programme) for item in ruleset.facts.items()))


def _rulesets(programme: Programme) -> tuple[Ruleset, ...]:
    """The rulesets of an edition: its criteria's, then its routes."""
    return (*(criterion.ruleset for criterion in programme.criteria), *programme.routes)
