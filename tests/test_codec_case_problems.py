"""What cannot be in the document of a case: each part for itself, with its place."""

import pytest

from mastery_programme import Case, InvalidDocument
from mastery_programme.codec import from_dict, to_dict
from tests.samples import CASE
from tests.test_codec_cases import EDITION, SMALL_CASE


class TestCases:
    """Cases with parts that cannot be."""

    def test_every_part_that_cannot_be_is_a_problem_of_its_own(self) -> None:
        """Steps, facts, judgements and waivers, each in its place, with the nearest name where one is mistyped."""
        first, *_ = to_dict(SMALL_CASE)["history"]
        judged = {"holds": 3, "by": "B", "on": "2019-05-20"}
        waived = {"by": "B", "at": "2019-05-20T09:00:00Z", "reason": "Away"}
        document = to_dict(CASE) | {
            "application": to_dict(CASE.application) | {"programme": "secondary-2020"},
            "history": [first, {**first, "stage": "selected"}, {**first, "stage": "drafted"}],
            "facts": {"qst": True, "qts": "yes", "passion": True},
            "judgements": [{"fact": "pasion", **judged}, {"fact": "passion", **judged}],
            "waivers": [{"criterion": "ELI-F9", **waived}, {"criterion": "ELI-E1", **waived}],
        }
        del document["application"]["format"]
        with pytest.raises(InvalidDocument) as refused:
            from_dict(document, Case)
        assert [
            "/application/programme",
            "/history/1",
            "/history/2",
            "/facts/qst",
            "/facts/qts",
            "/facts/passion",
            "/judgements/0/fact",
            "/judgements/1/holds",
            "/waivers/0/criterion",
            "/waivers/1/criterion",
        ] == [problem.path for problem in refused.value.problems]
        told = {problem.path: problem.message for problem in refused.value.problems}
        assert "the edition has no fact 'qst'; the nearest is 'qts'" == told["/facts/qst"]
        assert {"value"} == {problem.code for problem in refused.value.problems}

    def test_a_history_begins_with_a_draft(self) -> None:
        """Whatever follows."""
        for steps in ([], [{**to_dict(SMALL_CASE)["history"][0], "stage": "submitted"}]):
            with pytest.raises(InvalidDocument) as refused:
                from_dict(to_dict(SMALL_CASE) | {"history": steps}, Case, editions=(EDITION,))
            told = [(problem.path, problem.message) for problem in refused.value.problems]
            assert [("/history", "the first step of a case is 'drafted'")] == told

    def test_parts_that_cannot_stand_together_are_told_as_the_library_tells_it(self) -> None:
        """Two judgements of one fact by one person on one day."""
        judged = {"fact": "passion", "holds": True, "by": "B", "on": "2019-05-20"}
        with pytest.raises(InvalidDocument, match="passion is judged 2 times on 2019-05-20 by one person"):
            from_dict(to_dict(CASE) | {"judgements": [judged, judged]}, Case)
