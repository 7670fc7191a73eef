"""What each step of a case asks for and does: drafting, redrafting, submitting, selecting; and what is judged later."""

from collections.abc import Callable
from datetime import UTC, timedelta
from typing import Any

import numpy as np
import pytest
from attrs import evolve

from mastery_programme import (
    Application,
    Case,
    FrozenMapping,
    IllegalStep,
    InvalidArgument,
    InvalidJudgement,
    Stage,
    Status,
    Step,
    Verdict,
    WrongEdition,
)
from tests.oddities import Hostile, copies
from tests.sample_cases import (
    BEGUN,
    COMPLETE,
    DEADLINE,
    EDITION,
    HUB_LEAD,
    JUDGED_ON,
    LATE,
    MOMENT,
    NO_FACTS,
    NOT_TO_BE_ADDED,
    OTHER_EDITION,
    UNSIGNED,
    UNTOLD,
    WAYS,
    WITH_REASON,
    WITHOUT_REASON,
    at_stage,
    blank,
    drafted,
    judgements,
    meeting,
    moved,
    waiver,
)

EVERY_STAGE = pytest.mark.parametrize("stage", Stage)


def under_review(case: Case) -> Case:
    """A draft that has come to be reviewed."""
    return at_stage(Stage.UNDER_REVIEW, case)


def selected(case: Case, reason: str = "") -> Case:
    """A case that is selected at the next moment."""
    return case.move(Stage.SELECTED, by=HUB_LEAD, at=case.history[-1].at, reason=reason)


class TestDrafting:
    """How a case begins."""

    def test_a_draft_has_one_step(self) -> None:
        """And holds what it was given, and nothing else."""
        case = Case.draft("case-1", EDITION, COMPLETE, by="Ada Example", at=BEGUN)
        assert Case("case-1", EDITION, COMPLETE, (Step(Stage.DRAFTED, "Ada Example", BEGUN),)) == case
        assert (Stage.DRAFTED, FrozenMapping(), (), ()) == (case.stage, case.facts, case.judgements, case.waivers)

    @pytest.mark.parametrize("id", [None, "", " \n", 7, b"case", Hostile()])
    def test_a_case_has_an_id_that_says_something(self, id: Any) -> None:
        """Text that is not blank."""
        with pytest.raises(InvalidArgument, match="id of a case"):
            drafted(id)

    @pytest.mark.parametrize(
        ("programme", "form", "error"),
        [
            pytest.param(EDITION, blank(OTHER_EDITION), WrongEdition, id="a form of another edition"),
            pytest.param(OTHER_EDITION, COMPLETE, WrongEdition, id="a form for another edition"),
            pytest.param("secondary-2019", COMPLETE, InvalidArgument, id="the id of an edition"),
            pytest.param(EDITION, None, InvalidArgument, id="no form"),
            pytest.param(EDITION, {"programme": "secondary-2019"}, InvalidArgument, id="a dict"),
        ],
    )
    def test_a_case_is_of_one_edition(self, programme: Any, form: Any, error: type[Exception]) -> None:
        """Its application is to that."""
        with pytest.raises(error):
            Case.draft("case-1", programme, form, by="Ada Example", at=BEGUN)

    @pytest.mark.parametrize("name", ["judgements", "waivers"])
    @pytest.mark.parametrize("given", [None, 7, "text", ("text",), waiver("APP-1"), judgements("passion")[0]])
    def test_judgements_and_waivers_are_series_of_them(self, name: str, given: Any) -> None:
        """One by itself is none, and nothing else is in them."""
        anything: dict[str, Any] = {name: given}
        with pytest.raises(InvalidJudgement):
            Case("case-1", EDITION, COMPLETE, drafted().history, **anything)


class TestRedrafting:
    """Another version of the application."""

    def test_a_draft_can_be_redrafted(self) -> None:
        """The case is otherwise the same, and the old one too."""
        case = drafted().know({"qts": True}).judge(*judgements("passion"))
        again = case.redraft(COMPLETE)
        assert (COMPLETE, blank()) == (again.application, case.application)
        assert (case.history, case.facts, case.judgements) == (again.history, again.facts, again.judgements)

    @pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.DRAFTED])
    def test_nothing_else_can(self, stage: Stage) -> None:
        """What was sent stays what was sent."""
        with pytest.raises(IllegalStep, match=f"'{stage.value}'.*drafted"):
            at_stage(stage).redraft(COMPLETE)

    def test_the_other_version_is_one_of_the_same_edition(self) -> None:
        """As when it was drafted."""
        nothing: Any = None
        with pytest.raises(WrongEdition):
            drafted().redraft(blank(OTHER_EDITION))
        with pytest.raises(InvalidArgument):
            drafted().redraft(nothing)


class TestSubmitting:
    """When a form counts as sent."""

    @pytest.mark.parametrize(
        ("form", "sent"),
        [
            pytest.param(COMPLETE, DEADLINE.astimezone(UTC), id="a form that does not say it"),
            pytest.param(LATE, DEADLINE + MOMENT, id="a form that says it"),
        ],
    )
    def test_a_form_is_sent_when_it_says_or_else_when_it_is_submitted(self, form: Application, sent: Any) -> None:
        """What the form says is not written over."""
        case = drafted(form=form).move(Stage.SUBMITTED, by="Ada Example", at=sent)
        assert evolve(form, submitted_at=sent) == case.application

    def test_a_form_is_not_submitted_before_it_says_that_it_was_sent(self) -> None:
        """Then one of the two is wrong; later is fine, as a form sent on Friday is taken in on Monday."""
        with pytest.raises(IllegalStep, match=r"^submitted before the form was sent: '2019-04-26T17:00:00\+01:00'"):
            drafted(form=LATE).move(Stage.SUBMITTED, by="Ada Example", at=DEADLINE)
        taken_in = drafted(form=LATE).move(Stage.SUBMITTED, by="Ada Example", at=DEADLINE + timedelta(days=3))
        assert LATE == taken_in.application

    @pytest.mark.parametrize("stage", [stage for stage in Stage if Stage.SUBMITTED not in WAYS[stage]])
    def test_a_case_that_is_not_submitted_is_not_sent(self, stage: Stage) -> None:
        """No other step fills it in, nor does a later one move it."""
        assert at_stage(stage).application.submitted_at is None
        declined = at_stage(Stage.DECLINED)
        assert declined.history[1].at == declined.application.submitted_at

    def test_the_deadline_is_the_last_moment_for_it(self) -> None:
        """A moment later the form is not in order."""
        for lapse, in_order in ((timedelta(0), True), (MOMENT, False)):
            case = meeting().move(Stage.SUBMITTED, by="Ada Example", at=DEADLINE + lapse)
            assert in_order is case.assess().in_order


class TestSelecting:
    """When somebody can be selected without a reason, and when not."""

    @pytest.mark.parametrize("case", WITHOUT_REASON)
    def test_no_reason_is_needed_where_all_is_met_and_in_order(self, case: Callable[[], Case]) -> None:
        """Be it by waiver; from the reserve too; and one that is given is recorded."""
        reviewed = under_review(case())
        assert "The best." == selected(reviewed, "The best.").history[-1].reason
        assert Step(Stage.SELECTED, HUB_LEAD, reviewed.history[-1].at) == selected(reviewed).history[-1]
        assert Stage.SELECTED is selected(moved(reviewed, [Stage.RESERVE])).stage

    @pytest.mark.parametrize("reason", ["", " \t\n"])
    @pytest.mark.parametrize("case", WITH_REASON)
    def test_a_reason_is_needed_otherwise(self, case: Callable[[], Case], reason: str) -> None:
        """A blank one is none; from the reserve too; and with one it is recorded."""
        reviewed = under_review(case())
        for ready in (reviewed, moved(reviewed, [Stage.RESERVE])):
            with pytest.raises(IllegalStep, match="reason"):
                selected(ready, reason)
            assert "A good reason." == selected(ready, "A good reason.").history[-1].reason
            assert ready.stage is not Stage.SELECTED

    def test_the_error_says_what_stands_against_it(self) -> None:
        """The verdict, and whether the form is in order."""
        for case, verdict, order in (
            (meeting(form=LATE), Verdict.MEETS, "no"),
            (drafted(form=UNTOLD), Verdict.UNDECIDED, "not known"),
            (meeting().know({"qts": False}), Verdict.FALLS_SHORT, "yes"),
        ):
            with pytest.raises(IllegalStep, match=rf"\b{verdict}\b.*\border: {order}\b"):
                selected(under_review(case))

    def test_no_other_step_needs_a_reason(self) -> None:
        """Nobody has said anything of this applicant, and still."""
        for case in map(at_stage, Stage):
            for stage in set(case.stage.following) - {Stage.SELECTED}:
                assert stage is case.move(stage, by=HUB_LEAD, at=case.history[-1].at).stage

    @pytest.mark.parametrize("stage", [Stage.DRAFTED, Stage.SUBMITTED, Stage.DECLINED])
    def test_a_reason_does_not_make_an_illegal_step_legal(self, stage: Stage) -> None:
        """Nor does all being in order."""
        with pytest.raises(IllegalStep, match="cannot become"):
            selected(at_stage(stage, meeting()), "A good reason.")


class TestKnowing:
    """What is judged, waived and known later."""

    @EVERY_STAGE
    def test_all_that_is_added_is_kept_and_no_earlier_case_changes(self, stage: Stage) -> None:
        """In the order in which it is added, at whatever stage, also if it counts no more."""
        cases = [at_stage(stage, drafted(form=UNSIGNED))]
        later = judgements("passion", holds=False, on=JUDGED_ON + timedelta(days=1))
        for one, other in ((judgements("passion"), waiver("APP-1")), (later, waiver("APP-1", reason="So be it."))):
            cases.append(cases[-1].judge(*one).waive(other))
        assert [(), judgements("passion"), judgements("passion") + later] == [case.judgements for case in cases]
        assert [0, 1, 2] == [len(case.waivers) for case in cases]
        assert {cases[0].history} == {case.history for case in cases}
        finding = cases[2].assess().finding("ELI-E4")
        assert (Status.NOT_MET, True) == (finding.status, "superseded" in finding.reason)

    def test_several_can_be_added_at_once(self) -> None:
        """Or none, which changes nothing; and what nobody knows is none."""
        case = drafted()
        assert case == case.judge() == case.waive() == case.know({}) == case.know({"qts": None})
        one, other = judgements("passion"), judgements("collaborates")
        assert case.judge(*one, *other) == case.judge(*one).judge(*other)
        assert 2 == len(case.waive(waiver("APP-1"), waiver("APP-2")).waivers)

    def test_facts_are_added_to_those_that_are_known(self) -> None:
        """Of each the latest value, and the earlier case knows what it knew."""
        facts = {"qts": True}
        first = drafted().know(facts)
        facts["qts"] = False
        later = first.know(FrozenMapping({"employed_as_teacher": True})).know({"employed_as_teacher": False})
        assert int is type(first.know({"years_teaching_mathematics": np.int64(2)}).facts["years_teaching_mathematics"])
        assert ({"qts": True}, {"qts": True, "employed_as_teacher": False}) == (dict(first.facts), dict(later.facts))
        assert (Verdict.UNDECIDED, Verdict.FALLS_SHORT) == (first.assess().verdict, later.assess().verdict)

    @pytest.mark.parametrize(("facts", "error"), NO_FACTS)
    def test_facts_that_cannot_be_are_refused_at_once(self, facts: Any, error: type[Exception]) -> None:
        """By hand too; and the case is what it was."""
        case = drafted()
        with pytest.raises(error):
            case.know(facts)
        with pytest.raises(error):
            Case("case-1", EDITION, blank(), case.history, facts=facts)
        assert drafted() == case

    @pytest.mark.parametrize(("name", "given", "error"), NOT_TO_BE_ADDED)
    def test_what_cannot_stand_beside_the_others_is_refused_at_once(
        self, name: str, given: tuple[Any, ...], error: type[Exception]
    ) -> None:
        """And the case is what it was."""
        case = drafted().judge(*judgements("passion"))
        with pytest.raises(error):
            getattr(case, name)(*given)
        assert drafted().judge(*judgements("passion")) == case

    def test_who_judges_twice_in_one_day_is_named(self) -> None:
        """And not somebody else who judged the same."""
        twice = judgements("passion", by="Cy") + judgements("passion", holds=False, by="Cy")
        with pytest.raises(InvalidJudgement, match="'Cy'"):
            drafted().judge(*judgements("passion"), *twice)

    def test_a_case_is_assessed_with_all_that_is_known_and_judged(self) -> None:
        """The form, the facts, the judgements and the waivers."""
        case = meeting(form=LATE)
        waived = case.waive(waiver("APP-1"))
        assert (Verdict.MEETS, False) == (case.assess().verdict, case.assess().in_order)
        assert (True, (waiver("APP-1"),)) == (waived.assess().in_order, waived.assess().waivers)
        assert "Ada Example, Example School" == waived.assess().applicant


class TestValue:
    """A case is a value."""

    def test_it_is_equal_by_all_that_it_holds(self) -> None:
        """And hashable."""
        case = meeting()
        others = {meeting("case-2"), meeting(form=LATE), drafted(), drafted(programme=OTHER_EDITION)}
        later = {case.know({"subject_leader": True}), case.waive(waiver("APP-1")), moved(case, [Stage.WITHDRAWN])}
        assert {meeting()} == {case}
        assert 9 == len({case, case.judge(*judgements("passion", by="Cy"))} | others | later)

    @EVERY_STAGE
    def test_it_comes_back_from_every_copy(self, stage: Stage) -> None:
        """With its history, and it can go on."""
        case = at_stage(stage, meeting().waive(waiver("APP-1")))
        assert {case} == set(copies(case))
        for copied in copies(case):
            assert (case.stage, case.history, case.assess()) == (copied.stage, copied.history, copied.assess())
            for to in stage.following:
                assert moved(case, [to]) == moved(copied, [to])
