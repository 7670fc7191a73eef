"""Who may apply: from an application, or from facts, to an assessment that gives every reason."""

from collections.abc import Iterable, Mapping

from mastery_programme.application import Application
from mastery_programme.assessments import Assessment
from mastery_programme.changing import goal_of, just
from mastery_programme.compiled import Table, bits
from mastery_programme.criteria import MET, Level
from mastery_programme.errors import InvalidJudgement, JudgementRequired
from mastery_programme.evidence import Judgement, Waiver
from mastery_programme.facts import Value
from mastery_programme.findings import Question, questions_for, status_of
from mastery_programme.mappings import FrozenMapping, Memo, around
from mastery_programme.outlooks import OUTLOOKS_KEPT, Outlook, Verdict
from mastery_programme.programme import Programme, check_programme
from mastery_programme.reading import read_form, remarks
from mastery_programme.regions import Diagram
from mastery_programme.routing import route_rulings
from mastery_programme.series import series_of
from mastery_programme.weighing import Weighed, weigh

_CRITERIA, _ESSENTIAL = "criteria", "essential criteria"  # where a programme's memo keeps them, compiled as one
_OUTLOOKS = "outlooks"
_NO_FACTS: FrozenMapping[str, object] = FrozenMapping()

NOTHING: tuple[()] = ()
"""No judgements, or no waivers."""


def assess_facts(
    programme: Programme,
    facts: Mapping[str, object],
    judgements: Iterable[Judgement] = NOTHING,
    waivers: Iterable[Waiver] = NOTHING,
) -> Assessment:
    """What is known of an applicant, checked against every criterion of an edition.

    Args:
        programme: the edition.
        facts: values of facts by name, judged ones too; one left out or None is unknown.
        judgements: judgements, which win over the facts.
        waivers: waivers of criteria about the form.

    Returns:
        The verdict from the essential criteria alone, a finding for every criterion, and what is missing.

    Raises:
        InvalidArgument: if it is no `Programme` that is asked.
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.
        InvalidJudgement: for two judgements of one fact by one person on one day, or a waiver of another criterion
            than one about the form.
        UnknownCriterion: for a waiver of a criterion that the programme does not have.

    Source:
        ELI-0 to ELI-E8, ELI-D1 to ELI-D6, APP-1 to APP-3 and FRM-1 to FRM-9 of Cohort 4.

    >>> from mastery_programme import SECONDARY_COHORT_4, assess_facts
    >>> assessment = assess_facts(SECONDARY_COHORT_4, {"qts": False})
    >>> assessment.verdict, assessment.finding("ELI-E1").reason
    (Verdict.FALLS_SHORT, 'Does the lead teacher hold Qualified Teacher Status (QTS)? No; needed: yes.')
    """
    table = _table(programme)
    if judgements is NOTHING and waivers is NOTHING:
        known, state = _taken(table, facts)
        return Assessment(_outlook(programme, known, state), around(known))
    given = series_of(judgements, Judgement, "judgements", InvalidJudgement)
    told, judged = table.read(facts), {judgement.fact for judgement in given}
    # Values that are only told need no evidence: it would say no more than they do.
    weighed = weigh(table, (), {name: value for name, value in told.items() if name in judged}, given)
    known = {name: value for name, value in told.items() if name not in judged} | weighed.known
    return _assessment(programme, Weighed(known, weighed.evidence), given, waivers)


def assess(
    programme: Programme,
    application: Application,
    facts: Mapping[str, object] | None = None,
    judgements: Iterable[Judgement] = (),
    waivers: Iterable[Waiver] = (),
) -> Assessment:
    """An application checked against every criterion of an edition.

    Args:
        programme: the edition.
        application: the application, as far as it is filled in.
        facts: what is known from elsewhere; it wins over the form, and the finding shows both.
        judgements: judgements, on judged facts and wherever the hub has to say; the latest on a fact wins over all
            else, and people who differ on one day leave it unknown.
        waivers: waivers of criteria about the form.

    Returns:
        The verdict from the essential criteria alone, a finding for every criterion, and what is missing.

    Raises:
        InvalidArgument: if these are no programme and application.
        WrongEdition: if the application is to another edition.
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.
        JudgementRequired: for a judged fact among `facts`.
        InvalidJudgement: for two judgements of one fact by one person on one day, or a waiver of another criterion
            than one about the form.
        UnknownCriterion: for a waiver of a criterion that the programme does not have.

    Source:
        ELI-0 to ELI-E8, ELI-D1 to ELI-D6, APP-1 to APP-5 and FRM-1 to FRM-9 of Cohort 4.

    >>> from mastery_programme import SECONDARY_COHORT_4, Application, LeadTeacher, assess
    >>> form = Application("secondary-2019", lead_teacher=LeadTeacher(qts=True))
    >>> assessment = assess(SECONDARY_COHORT_4, form, facts={"phase": "secondary"})
    >>> assessment.verdict, assessment.finding("ELI-E1").status
    (Verdict.UNDECIDED, Status.MET)
    """
    stated, known = read_form(programme, application), read_elsewhere(programme, facts)
    given = series_of(judgements, Judgement, "judgements", InvalidJudgement)
    weighed = weigh(_table(programme), stated, known, given)
    return _assessment(programme, weighed, given, waivers, _applicant(application), remarks(programme, application))


def read_elsewhere(programme: Programme, facts: Mapping[str, object] | None) -> dict[str, Value]:
    """What is known from elsewhere than the form, in the facts' own types; raises as `assess` does."""
    table = _table(programme)
    known = table.read(_NO_FACTS if facts is None else facts)
    for name, value in known.items():
        if table.facts[name].judged:
            raise JudgementRequired(
                f"{name} is a person's judgement",
                value,
                "a Judgement, which says who judged and when",
                None,
                name,
                programme.id,
                tuple(dict.fromkeys(one.source.clause for one in programme.criteria if name in one.ruleset.facts)),
            )
    return known


def check_judgement(programme: Programme, judgement: Judgement) -> None:
    """Raise `UnknownFact` or `InvalidFact` unless a judgement is on a fact of the programme, and one of its values."""
    _table(programme).read({judgement.fact: judgement.holds})


def check_waiver(programme: Programme, waiver: Waiver) -> None:
    """Raise `UnknownCriterion` or `InvalidJudgement` unless a waiver is of a criterion about the form."""
    if programme.criterion(waiver.criterion).level is not Level.FORM:
        raise InvalidJudgement("not to be waived", waiver.criterion, "only a criterion about the form can be")


def _applicant(application: Application) -> str:
    """Who applies, in words."""
    people = (application.lead_teacher, application.school)
    return ", ".join(one.name for one in people if one is not None and one.name and one.name.strip())


def _table(programme: Programme) -> Table:
    """The criteria of a programme compiled as one, with all its facts."""
    check_programme(programme)
    table: Table | None = programme.memo.get(_CRITERIA)
    if table is None:
        rulesets = [criterion.ruleset for criterion in programme.criteria]
        table = programme.memo.keep(_CRITERIA, Table(programme.id, rulesets, programme.facts))
    return table


def _taken(table: Table, facts: Mapping[str, object]) -> tuple[dict[str, Value], int]:
    """Facts that are known, and the state that they make, as far as any criterion can see it."""
    try:  # the short way, for plain values
        if type(facts) is not dict and not isinstance(facts, Mapping):
            raise TypeError(facts)
        known: dict[str, Value] = dict(facts)  # type: ignore[arg-type]  # each value is checked below
        state, columns = table.nothing_known, table.columns
        for name, value in known.items():
            kind, states = columns[name]
            if type(value) is not kind:
                raise KeyError(value)
            state &= states[value]
    except (KeyError, TypeError, ValueError):  # the careful way, which says what is wrong if anything is
        known = table.read(facts)
        state = table.state(known)
    return known, state & table.relevant


def _assessment(
    programme: Programme,
    weighed: Weighed,
    judgements: tuple[Judgement, ...],
    waivers: Iterable[Waiver],
    applicant: str = "",
    odd: tuple[str, ...] = (),
) -> Assessment:
    """The assessment that follows from what was weighed."""
    waived = series_of(waivers, Waiver, "waivers", InvalidJudgement)
    for waiver in waived:
        check_waiver(programme, waiver)
    table = _table(programme)
    state = table.state(weighed.known) & table.relevant
    outlook = _outlook(programme, weighed.known, state)
    known, evidence = FrozenMapping(weighed.known), FrozenMapping(weighed.evidence)
    return Assessment(outlook, known, evidence, judgements, waived, applicant, odd)


def _outlook(programme: Programme, known: Mapping[str, Value], state: int) -> Outlook:
    """What the criteria come to in a state of knowledge, made once and kept."""
    outlooks: Memo | None = programme.memo.get(_OUTLOOKS)
    if outlooks is None:
        outlooks = programme.memo.keep(_OUTLOOKS, Memo(OUTLOOKS_KEPT))
    kept: Outlook | None = outlooks.kept.get(state)
    return outlooks.keep(state, _new_outlook(programme, known)) if kept is None else kept


def _new_outlook(programme: Programme, known: Mapping[str, Value]) -> Outlook:
    """What the criteria come to, made anew."""
    verdict, missing = _verdict(programme, known)
    found = [(criterion, *status_of(criterion, known)) for criterion in programme.criteria]
    essential = [(one.id, names) for one, _, names in found if one.level is Level.ESSENTIAL]
    form, facts = programme.form, programme.facts
    return Outlook(
        edition=programme.id,
        title=str(programme),
        decided_by="" if form is None else form.decided_by,
        decided_by_clause=None if form is None else form.decided_by_source.clause,
        criteria=programme.criteria,
        statuses=tuple(status for _, status, _ in found),
        verdict=verdict,
        missing=questions_for(facts, ((id, [name for name in names if name in missing]) for id, names in essential)),
    )


def _verdict(programme: Programme, known: Mapping[str, Value]) -> tuple[Verdict, tuple[str, ...]]:
    """What the essential criteria come to, and exactly the facts that can still change it."""
    table: Table | None = programme.memo.get(_ESSENTIAL)
    if table is None:
        rulesets = [one.ruleset for one in programme.criteria if one.level is Level.ESSENTIAL]
        table = programme.memo.keep(_ESSENTIAL, Table(programme.id, rulesets, programme.facts))
    goal, criteria = goal_of(table, MET), sum(one.level is Level.ESSENTIAL for one in programme.criteria)
    if goal.bit_count() < criteria:  # one of them cannot be met at all
        return Verdict.FALLS_SHORT, ()
    diagram = Diagram(table, just(table, goal), *table.apart(table.state(known)))
    if len(diagram.answers) > 1:
        return Verdict.UNDECIDED, tuple(table.names[place] for place in bits(diagram.facts))
    return (Verdict.MEETS if diagram.answers == (goal,) else Verdict.FALLS_SHORT), ()


def next_questions(programme: Programme, facts: Mapping[str, object] | None = None) -> tuple[Question, ...]:
    """The questions whose answers can still matter, for whoever builds a form.

    Args:
        programme: the edition.
        facts: what is known, by name.

    Returns:
        In the order of the edition's facts, each fact that can still change a criterion or a route, with its type,
        options and limits; none once the essential criteria cannot be met any more.

    Raises:
        InvalidArgument: if it is no `Programme` that is asked.
        UnknownFact: for a name that the programme does not have.
        InvalidFact: for a value that the fact cannot have.

    Source:
        ELI-0, FRM-1 to FRM-9, PAR-10 and PAR-11 of Cohort 4.

    >>> from mastery_programme import SECONDARY_COHORT_4, next_questions
    >>> [question.fact for question in next_questions(SECONDARY_COHORT_4, {"qts": True})][:3]
    ['employed_as_teacher', 'state_funded', 'phase']
    """
    known = _table(programme).read(_NO_FACTS if facts is None else facts)
    if _verdict(programme, known)[0] is Verdict.FALLS_SHORT:
        return ()
    routes = zip(programme.routes, route_rulings(programme, known), strict=True)
    return questions_for(
        programme.facts,
        [
            *((criterion.id, status_of(criterion, known)[1]) for criterion in programme.criteria),
            *((route.id, ruling.missing) for route, ruling in routes),
        ],
    )
