"""A case as it was at a moment, and what hands that are not ours may write."""

import unicodedata
from datetime import timedelta
from typing import Any

import pytest

from mastery_programme import (
    Application,
    EstablishmentType,
    InvalidAnswer,
    InvalidJudgement,
    LeadTeacher,
    Phase,
    Stage,
    Verdict,
    conflicts,
    shortlist,
)
from tests.sample_cases import at_stage, drafted, judgements, meeting, waiver

DAY = timedelta(days=1)


class TestStages:
    """Stages given as their text."""

    @pytest.mark.parametrize("stage", Stage)
    def test_a_stage_can_be_given_as_its_text(self, stage: Stage) -> None:
        """As an error lists it."""
        case = drafted()
        for step in at_stage(stage).history[1:]:
            case = case.move(step.stage.value, by=step.by, at=step.at, reason=step.reason)  # type: ignore[arg-type]  # text
        assert (stage, Stage) == (case.stage, type(case.stage))


class TestOverdue:
    """Whether somebody was overdue at a moment that is past."""

    def test_it_is_asked_of_the_case_as_it_was(self) -> None:
        """Selected on 20 June, one had not been told on 12 June, and has been on the 21st."""
        reviewed = at_stage(Stage.UNDER_REVIEW, meeting())
        last = reviewed.tell_before
        assert last is not None
        told = reviewed.move(Stage.SELECTED, by="Lee Lead", at=last + 10 * DAY, reason="They are good.")
        assert [True, True, False] == [told.overdue(last + days * DAY) for days in (0, 9, 10)]
        assert not told.overdue(reviewed.history[0].at - DAY)


class TestKnowing:
    """Facts that are known later."""

    def test_none_changes_no_fact_and_a_new_value_does(self) -> None:
        """Not known is no news."""
        case = drafted().know({"qts": True, "phase": "middle"})
        assert {"qts": True, "phase": "middle"} == case.know({"qts": None}).facts
        assert {"qts": False, "phase": "middle"} == case.know({"qts": False}).facts

    def test_no_case_is_made_that_could_not_be_assessed(self) -> None:
        """So one of them never keeps a whole list from being made."""
        wrongs: tuple[dict[str, Any], ...] = (
            {"judgements": judgements("passion") * 2},
            {"waivers": (waiver("ELI-E1"),)},
        )
        for wrong in wrongs:
            with pytest.raises(InvalidJudgement):
                type(drafted())("a", drafted().programme, drafted().application, drafted().history, **wrong)
        assert [Verdict.UNDECIDED] == [one.verdict for one in shortlist([drafted()]).places]


class TestSpelling:
    """Spellings that differ in what people and machines vary."""

    def test_an_accent_encoded_in_another_way_is_the_same_name(self) -> None:
        """Of one sign, or of two."""
        names = [unicodedata.normalize(form, "José") for form in ("NFC", "NFD")]
        cases = [
            drafted(id, Application("secondary-2019", lead_teacher=LeadTeacher(ncetm_username=name)))
            for id, name in zip("ab", names, strict=True)
        ]
        assert ("a", "b") == conflicts(cases)[0].cases

    def test_a_code_whose_nought_a_spreadsheet_dropped_is_told(self) -> None:
        """And nothing is near a blank."""
        for text, near in (("1", "01"), ("7", "07"), (" ", None)):
            with pytest.raises(InvalidAnswer) as refused:
                EstablishmentType.parse(text)
            assert near == refused.value.nearest
        assert Phase.SECONDARY is Phase.parse("4")
