"""An assessment as a value: kept, copied, compared, and independent of what it was made from."""

import copy
import pickle
from enum import StrEnum
from typing import Any

import pytest

from mastery_programme import (
    Assessment,
    LeadTeacher,
    School,
    Waiver,
    assess,
    assess_facts,
)
from tests.applications import (
    COMPLETE,
    ELSEWHERE,
    EMPTY,
    HALF_FILLED_IN,
    JUDGEMENTS,
    MET_FACTS,
    PROGRAMME,
    assessed,
    form,
    judgement,
    waiver,
)
from tests.changed_editions import changed


def every_kind() -> list[Assessment]:
    """Assessments of every kind."""
    return [
        assess_facts(PROGRAMME, {}),
        assess_facts(PROGRAMME, MET_FACTS),
        assess(PROGRAMME, HALF_FILLED_IN, {"phase": "middle"}, [judgement("passion", False)], [waiver("FRM-7")]),
        assessed(),
    ]


class TestValue:
    """An assessment is a value."""

    def test_it_can_be_kept_copied_and_compared(self) -> None:
        """Pickled, copied and made again it is equal, with equal findings, and hashes as the same."""
        for one, again in zip(every_kind(), every_kind(), strict=True):
            for other in (again, pickle.loads(pickle.dumps(one)), copy.deepcopy(one), copy.copy(one)):
                assert (one, one.findings, str(one)) == (other, other.findings, str(other))
                assert 1 == len({one, other})
        assert len(every_kind()) == len(set(every_kind()))

    def test_it_holds_nothing_of_a_callers_own(self) -> None:
        """Names and values of a caller's enum become plain text, so that it can be read where that enum is not."""
        own: Any = StrEnum("own", {"fact": "phase", "value": "middle"})
        asked = (assess_facts(PROGRAMME, {own.fact: own.value}), assess(PROGRAMME, EMPTY, {own.fact: own.value}))
        for assessment in (*asked, assess(PROGRAMME, EMPTY, judgements=[judgement(own.fact, own.value)])):
            assert "phase" in assessment.known
            assert assessment == pickle.loads(pickle.dumps(assessment))

    def test_a_pickle_is_the_same_whatever_was_asked_before(self) -> None:
        """What is remembered is no part of it."""
        fresh, used = (assess_facts(changed(PROGRAMME), {"qts": True}) for _ in range(2))
        assert used.findings
        assert pickle.dumps(fresh) == pickle.dumps(used)

    def test_it_does_not_change(self) -> None:
        """Nor does anything in it."""
        assessment: Any = assessed()
        for name in ("applicant", "known", "outlook", "anything"):
            with pytest.raises(AttributeError):
                setattr(assessment, name, None)
        with pytest.raises(TypeError):
            assessment.known["qts"] = False

    def test_it_never_sees_what_becomes_of_what_it_was_made_from(self) -> None:
        """The facts, judgements and waivers are those that were given."""
        facts: dict[str, object] = {"employed_as_teacher": True}
        judgements, waivers = list(JUDGEMENTS), [waiver()]
        plain, full = assess_facts(PROGRAMME, facts), assess(PROGRAMME, COMPLETE, facts, judgements, waivers)
        before = [(one, one.verdict, one.findings, str(one)) for one in (copy.deepcopy(plain), copy.deepcopy(full))]
        facts["employed_as_teacher"] = facts["qts"] = False
        judgements[0] = judgement("good_teaching", False)
        del judgements[1:], waivers[:]
        assert before == [(one, one.verdict, one.findings, str(one)) for one in (plain, full)]
        assert (JUDGEMENTS, (waiver(),)) == (full.judgements, full.waivers)

    def test_it_holds_the_id_of_its_edition_and_who_applies(self) -> None:
        """By the names on the form, as far as they are given."""
        assert ["secondary-2019"] * 4 == [one.edition for one in every_kind()]
        assert "Alex Example, Example Academy" == assessed().applicant
        blank = {"lead_teacher": LeadTeacher(" "), "school": School("", None)}
        missing: list[dict[str, object]] = [{"school": None}, {"lead_teacher": None}, {**blank}]
        names = [assess(PROGRAMME, form(**values)).applicant for values in missing]
        assert ["Alex Example", "Example Academy", "", ""] == [*names, assess(PROGRAMME, EMPTY).applicant]

    def test_it_keeps_what_it_was_given(self) -> None:
        """What is known, by name, and every judgement and waiver."""
        given: list[Waiver] = [waiver(), waiver(day=9)]
        assessment = assess(PROGRAMME, COMPLETE, ELSEWHERE, JUDGEMENTS, given)
        assert (JUDGEMENTS, tuple(given)) == (assessment.judgements, assessment.waivers)
        assert MET_FACTS == {name: assessment.known[name] for name in MET_FACTS}
        assert set(assessment.evidence) == set(assessment.known)
