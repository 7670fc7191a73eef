"""Many applications at once: one by one as they are asked for, and none that fails stops the others."""

from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    URN,
    Application,
    Assessment,
    InvalidArgument,
    InvalidURN,
    MasteryProgrammeError,
    Unassessed,
    Verdict,
    WrongEdition,
    assess,
    assess_all,
)
from tests.oddities import Hostile, copies, evaluated
from tests.sample_cases import COMPLETE, EDITION, LATE, OTHER_EDITION, UNSIGNED, UNTOLD, WITHOUT_FORM, blank

FAILING: list[tuple[Any, type[MasteryProgrammeError]]] = [
    (blank(OTHER_EDITION), WrongEdition),
    (blank(WITHOUT_FORM), WrongEdition),
    (None, InvalidArgument),
    ("secondary-2019", InvalidArgument),
    (7, InvalidArgument),
    ({"programme": "secondary-2019"}, InvalidArgument),
    (Application, InvalidArgument),
    (Hostile(), InvalidArgument),
]
"""What cannot be assessed, and what keeps it from that."""

SOUND = [blank(), COMPLETE, LATE, UNTOLD, UNSIGNED]
TEACHER = evolve(COMPLETE.lead_teacher, qts=False) if COMPLETE.lead_teacher is not None else None


class Endless:
    """Applications without an end, of which every second one is none; they count how many of them were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __iter__(self) -> Iterator[Any]:
        for number in count(1):
            assert number < 1000, "nobody needs so many, and somebody asks for all"
            self.asked = number
            yield COMPLETE if number % 2 else None


def placed(answers: Iterator[Assessment | Unassessed]) -> list[int | None]:
    """For each answer its position if it is a failure, and None for an assessment."""
    return [answer.position if isinstance(answer, Unassessed) else None for answer in answers]


class TestLaziness:
    """Nothing is done before it is asked for."""

    def test_nothing_is_asked_for_before_an_answer_is(self) -> None:
        """And no more than for each answer one."""
        applications = Endless()
        answers = assess_all(EDITION, applications)
        asked = [applications.asked]
        for _ in range(3):
            next(answers)
            asked.append(applications.asked)
        assert [0, 1, 2, 3] == asked

    def test_a_series_may_have_no_end(self) -> None:
        """As many answers as one takes, of failures too."""
        assert [None, 1, None, 3, None] == placed(islice(assess_all(EDITION, Endless()), 5))

    def test_it_can_be_left_off(self) -> None:
        """What was not asked for stays where it is."""
        applications = iter([COMPLETE, LATE, blank()])
        next(assess_all(EDITION, applications))
        assert [LATE, blank()] == list(applications)

    def test_of_nothing_there_is_nothing(self) -> None:
        """An empty series has no answers."""
        assert [] == list(assess_all(EDITION, ()))

    @pytest.mark.parametrize(
        ("programme", "applications"),
        [
            pytest.param(EDITION, COMPLETE, id="one application by itself"),
            pytest.param(EDITION, None, id="nothing"),
            pytest.param(EDITION, 7, id="a number"),
            pytest.param(EDITION, Hostile(), id="what breaks when it is shown"),
            pytest.param("secondary-2019", [COMPLETE], id="the id of an edition"),
            pytest.param(None, [COMPLETE], id="no edition"),
        ],
    )
    def test_what_is_no_edition_or_no_series_is_refused_at_once(self, programme: Any, applications: Any) -> None:
        """Before any answer is asked for."""
        with pytest.raises(InvalidArgument):
            assess_all(programme, applications)


class TestAnswers:
    """An answer for each, in its place."""

    def test_each_is_assessed_as_by_itself(self) -> None:
        """In the order given, whatever series they are in."""
        expected = [assess(EDITION, application) for application in SOUND]
        for applications in (SOUND, tuple(SOUND), iter(SOUND), dict.fromkeys(SOUND)):
            assert expected == list(assess_all(EDITION, applications))

    def test_one_is_not_like_another(self) -> None:
        """Each has the verdict that is its own."""
        without_qts = evolve(COMPLETE, lead_teacher=TEACHER)
        verdicts = [
            answer.verdict if isinstance(answer, Assessment) else None
            for answer in assess_all(EDITION, [COMPLETE, without_qts, COMPLETE])
        ]
        assert [Verdict.UNDECIDED, Verdict.FALLS_SHORT, Verdict.UNDECIDED] == verdicts

    @pytest.mark.parametrize(
        ("failing", "error"), [pytest.param(*pair, id=f"{place}") for place, pair in enumerate(FAILING)]
    )
    def test_a_failure_is_a_value_in_its_place(self, failing: Any, error: type[MasteryProgrammeError]) -> None:
        """With the name and the words of the error; those before and after are assessed."""
        first, failed, last = assess_all(EDITION, [COMPLETE, failing, LATE])
        with pytest.raises(error) as caught:
            assess(EDITION, failing)
        assert (assess(EDITION, COMPLETE), assess(EDITION, LATE)) == (first, last)
        assert Unassessed(1, error.__name__, str(caught.value)) == failed

    def test_another_edition_takes_its_own(self) -> None:
        """Also one that publishes no form."""
        forms = [blank(), blank(OTHER_EDITION), blank(WITHOUT_FORM)]
        for programme, places in (
            (EDITION, [None, 1, 2]),
            (OTHER_EDITION, [0, None, 2]),
            (WITHOUT_FORM, [0, 1, None]),
        ):
            assert places == placed(assess_all(programme, forms))

    def test_a_failure_to_make_an_application_is_not_one_to_assess_it(self) -> None:
        """It comes from the series, and ends it."""

        def rows() -> Iterator[Application]:
            yield COMPLETE
            URN("no number")

        answers = assess_all(EDITION, rows())
        assert assess(EDITION, COMPLETE) == next(answers)
        with pytest.raises(InvalidURN):
            next(answers)

    @given(st.lists(st.sampled_from([*SOUND, *(failing for failing, _ in FAILING)]), max_size=12))
    def test_however_they_are_mixed_each_position_is_right(self, mixed: list[Any]) -> None:
        """As many answers as applications, and no failure stops the rest."""
        failing = {id(one) for one, _ in FAILING}
        expected = [place if id(one) in failing else None for place, one in enumerate(mixed)]
        assert expected == placed(assess_all(EDITION, mixed))


class TestUnassessed:
    """A failure is a value."""

    def test_it_reads_as_a_line(self) -> None:
        """The position, the error and what it says."""
        assert "number 3: WrongEdition: to another edition" == str(Unassessed(3, "WrongEdition", "to another edition"))

    def test_it_is_equal_by_what_it_says(self) -> None:
        """And comes back from its repr and from every copy."""
        failed = Unassessed(3, "WrongEdition", "to another edition")
        assert {failed} == set(copies(failed)) == {evaluated(repr(failed))}
        others = {evolve(failed, position=2), evolve(failed, error="InvalidArgument"), evolve(failed, problem="other")}
        assert 4 == len({failed, *others})
