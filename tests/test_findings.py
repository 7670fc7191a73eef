"""What is found of a criterion: its status, every reason for it, and what would have to change."""

import pickle

import pytest

from mastery_programme import (
    FrozenMapping,
    Status,
    assess_facts,
)
from mastery_programme.facts import Value
from tests.applications import MET_FACTS, PASSION, PROGRAMME, assessed, judgement, waiver
from tests.test_findings_reasons import NOT_MET, found


class TestChanges:
    """What would have to change for a criterion to be met."""

    @pytest.mark.parametrize(
        ("criterion", "facts", "changes"),
        [
            pytest.param("ELI-E1", {"qts": False}, [{"qts": (True,)}], id="one answer"),
            pytest.param(
                "ELI-E2",
                {"phase": "primary", "state_funded": True},
                [{"employed_as_teacher": (True,), "phase": ("middle", "secondary", "all-through")}],
                id="two answers, one of them in three ways",
            ),
            pytest.param(
                "ELI-D6",
                {"engaged_with_hub": False},
                [{"engaged_with_hub": (True,)}, {"china_england_exchange": (True,)}],
                id="either of two",
            ),
            pytest.param(
                "FRM-1", {"required_fields_missing": 4}, [{"required_fields_missing": (0,)}], id="none of a number"
            ),
            pytest.param("ELI-E1", {"qts": True}, [{}], id="nothing"),
        ],
    )
    def test_they_are_the_smallest(
        self, criterion: str, facts: dict[str, Value], changes: list[dict[str, tuple[Value, ...]]]
    ) -> None:
        """Stating what is not known is a change, too."""
        assert changes == [dict(one) for one in assess_facts(PROGRAMME, facts).finding(criterion).changes()]

    def test_there_may_be_none(self) -> None:
        """Where nothing would do."""
        assert () == found(NOT_MET).changes()


class TestValue:
    """A finding as a value."""

    def test_it_stands_on_its_criterion(self) -> None:
        """Its id, level, label and clause are the criterion's."""
        finding = assess_facts(PROGRAMME, MET_FACTS).finding("ELI-E2")
        criterion = PROGRAMME.criterion("ELI-E2")
        assert ("ELI-E2", criterion, criterion.level, criterion.label, criterion.source) == (
            finding.criterion,
            finding.about,
            finding.level,
            finding.label,
            finding.source,
        )
        assert ("ELI-E2", FrozenMapping({name: MET_FACTS[name] for name in criterion.ruleset.facts})) == (
            finding.source.clause,
            finding.known,
        )
        assert ((), None) == (finding.evidence, finding.waiver)

    def test_its_text_is_a_line(self) -> None:
        """With the status and every reason."""
        finding = assess_facts(PROGRAMME, {}, [judgement("passion", False)]).finding("ELI-E4")
        assert (
            "ELI-E4, Passion for teaching for mastery: not met. "
            f"{PASSION} No; needed: yes. (judged: by Robin Reviewer on 2019-05-07)"
        ) == str(finding)

    def test_it_can_be_kept_and_compared(self) -> None:
        """Pickled, hashed, and equal to one found again; another one is different."""
        for finding in assessed().findings:
            assert finding == pickle.loads(pickle.dumps(finding))
            assert 1 == len({finding, assessed().finding(finding.criterion)})
        assert assessed().finding("ELI-E1") != assess_facts(PROGRAMME, MET_FACTS).finding("ELI-E1")
        assert len(assessed().findings) == len(set(assessed().findings))

    def test_it_does_not_change(self) -> None:
        """Nor does what is known in it."""
        finding = assess_facts(PROGRAMME, MET_FACTS, waivers=[waiver()]).finding("APP-1")
        with pytest.raises(AttributeError):
            finding.status = Status.NOT_MET  # type: ignore[misc]  # the point of the test
        with pytest.raises(TypeError):
            finding.known["qts"] = False  # type: ignore[index]  # the point of the test
