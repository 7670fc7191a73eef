"""One application's way from draft to decision: its judgements, its waivers, and every step with who and when."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Self

from attrs import evolve, field, frozen

from mastery_programme.application import Application
from mastery_programme.assessments import Assessment
from mastery_programme.eligibility import assess, read_elsewhere
from mastery_programme.errors import IllegalStep, InvalidArgument, InvalidJudgement
from mastery_programme.evidence import Judgement, Waiver
from mastery_programme.mappings import FrozenMapping
from mastery_programme.moments import LAST_YEAR, has_offset, instant
from mastery_programme.outlooks import Verdict
from mastery_programme.programme import Programme
from mastery_programme.reading import check_edition, deadline
from mastery_programme.records import Record
from mastery_programme.routing import facts_by_name
from mastery_programme.series import series_of
from mastery_programme.steps import Stage, Step, check_follows, history_of

_UNTOLD = frozenset({Stage.SUBMITTED, Stage.UNDER_REVIEW})
"""The stages in which an applicant waits to be told."""


@frozen(eq=False, repr=False)
class Case(Record):
    """An application with everything that was said and done about it. Each change gives a new value.

    Args:
        id: its name, different for each case.
        programme: the edition.
        application: the application.
        history: the steps that it took, the first of them `Stage.DRAFTED`; `draft` begins one. Steps given by hand are
            checked for their order alone.
        facts: what is known from elsewhere, by name.
        judgements: all judgements, in the order given.
        waivers: all waivers, in the order given.

    Raises:
        InvalidArgument: if an argument is of another kind.
        IllegalStep: if the steps cannot follow on one another.
        MasteryProgrammeError: whatever `assess` refuses, so that every case can be assessed.

    Source:
        APP-1, APP-3, APP-4 and how Cohort 4 reads OPEN-9.
    """

    id: str
    programme: Programme
    application: Application
    history: tuple[Step, ...] = field(converter=history_of)
    facts: FrozenMapping[str, Any] = field(default=FrozenMapping(), converter=facts_by_name, kw_only=True)
    judgements: tuple[Judgement, ...] = field(default=(), kw_only=True)
    waivers: tuple[Waiver, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id.strip():
            raise InvalidArgument("not the id of a case", self.id, "text that says something")
        check_edition(self.programme, self.application)
        object.__setattr__(self, "facts", FrozenMapping(read_elsewhere(self.programme, self.facts)))
        for name, kind in (("judgements", Judgement), ("waivers", Waiver)):
            object.__setattr__(self, name, series_of(getattr(self, name), kind, name, InvalidJudgement))
        self.assess()

    @classmethod
    def draft(cls, id: str, programme: Programme, application: Application, *, by: str, at: datetime) -> Self:
        """A new case, drafted by somebody at a moment."""
        return cls(id, programme, application, (Step(Stage.DRAFTED, by, at),))

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self.history[-1].stage

    def assess(self) -> Assessment:
        """The application checked against every criterion, with all that is known and judged."""
        return assess(self.programme, self.application, self.facts, self.judgements, self.waivers)

    def redraft(self, application: Application) -> Self:
        """The same case with another version of its application, in place of the one it had.

        Args:
            application: the other version.

        Raises:
            IllegalStep: once the case is submitted.
            WrongEdition: if the application is to another edition.
        """
        if self.stage is not Stage.DRAFTED:
            raise IllegalStep("an application cannot change any more", self.stage.value, "only while it is drafted")
        return evolve(self, application=application)

    def know(self, facts: Mapping[str, object]) -> Self:
        """The same case with more known from elsewhere; a fact known before has its new value, and None changes none.

        Args:
            facts: values of facts by name.

        Raises:
            MasteryProgrammeError: for facts that `assess` refuses.
        """
        return evolve(self, facts={**self.facts, **read_elsewhere(self.programme, facts_by_name(facts))})

    def judge(self, *judgements: Judgement) -> Self:
        """The same case with more judgements; those it had stay.

        Args:
            judgements: the judgements.

        Raises:
            MasteryProgrammeError: for judgements that `assess` refuses, or that cannot stand beside the others.
        """
        return evolve(self, judgements=(*self.judgements, *judgements))

    def waive(self, *waivers: Waiver) -> Self:
        """The same case with more waivers; those it had stay.

        Args:
            waivers: the waivers.

        Raises:
            MasteryProgrammeError: for waivers that `assess` refuses.
        """
        return evolve(self, waivers=(*self.waivers, *waivers))

    def move(self, stage: Stage, *, by: str, at: datetime, reason: str = "") -> Self:
        """The same case one step further.

        A form that does not say when it was sent is sent at the moment at which the case is submitted. Selecting an
        applicant who does not meet the essential criteria, or whose form is not in order, needs a reason.

        Args:
            stage: where to, also as its text.
            by: who takes the step.
            at: the moment, with its offset from UTC; not before the step before.
            reason: why.

        Raises:
            IllegalStep: if the case cannot take the step, naming those that it can; if it is earlier than the one
                before, or submits a form before the form says that it was sent; if it does not say who or when; or if
                it needs a reason and has none.

        Source:
            APP-3 and how Cohort 4 reads OPEN-9 and OPEN-13.
        """
        step = Step(stage, by, at, reason)
        check_follows(self.history[-1], step)
        application = self._sent(step) if step.stage is Stage.SUBMITTED else self.application
        if step.stage is Stage.SELECTED and not step.reason.strip():
            self._check_selectable()
        return evolve(self, application=application, history=(*self.history, step))

    def _sent(self, step: Step) -> Application:
        """The application as it is submitted in a step."""
        sent = self.application.submitted_at
        if sent is None:
            return evolve(self.application, submitted_at=step.at)
        if instant(step.at) < instant(sent):
            raise IllegalStep("submitted before the form was sent", step.at.isoformat(), f"not before {sent}")
        return self.application

    def _check_selectable(self) -> None:
        """Raise `IllegalStep` unless the applicant can be selected without a reason."""
        assessment = self.assess()
        if assessment.verdict is not Verdict.MEETS or assessment.in_order is not True:
            order = {True: "yes", False: "no", None: "not known"}[assessment.in_order]
            raise IllegalStep(
                "selecting this applicant needs a reason",
                f"verdict: {assessment.verdict}; form in order: {order}",
                "text that says it",
            )

    @property
    def tell_before(self) -> datetime | None:
        """The moment by which the applicant has to be told: the end of the day that the edition names.

        The day ends by the clock in which the edition states its deadline. None if the edition has no form, or if the
        day has no end because it is of the last year that there is.
        """
        form = self.programme.form
        if form is None:
            return None
        told = self.programme.milestone(form.notify_by)
        if told.on is None or told.on.year > LAST_YEAR:
            return told.at
        zone = deadline(self.programme, form.apply_by).tzinfo
        return datetime(told.on.year, told.on.month, told.on.day, tzinfo=zone) + timedelta(days=1)

    def overdue(self, at: datetime) -> bool:
        """Whether at a moment the applicant ought to have been told, and had not been.

        Args:
            at: the moment, such as now, with its offset from UTC.

        Raises:
            InvalidArgument: if it has no offset.

        Source:
            APP-4 of Cohort 4.
        """
        if not isinstance(at, datetime) or not has_offset(at):
            raise InvalidArgument("not a moment", at, "a datetime.datetime with its offset from UTC")
        last = self.tell_before
        taken = [step.stage for step in self.history if instant(step.at) <= instant(at)]
        return last is not None and instant(at) >= instant(last) and bool(taken) and taken[-1] in _UNTOLD

    def __str__(self) -> str:
        return "\n".join((f"{self.id}: {self.stage}", *(f"- {step}" for step in self.history)))


def cases_of(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Cases in the order given; raises `InvalidArgument` for anything else."""
    return series_of(cases, Case, "cases", InvalidArgument)
