"""Where cases share what each should have alone; reported with all who share it, and never resolved."""

from itertools import combinations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Case, Conflict, InvalidArgument, Programme, Shared, Stage, conflicts
from tests.oddities import Hostile, copies, evaluated
from tests.sample_cases import (
    COMPLETE,
    OTHER_EDITION,
    WITHOUT_FORM,
    at_stage,
    blank,
    drafted,
    known_as,
)

ADA = known_as("a", "ada@school.example", "ada", "999901")


def of(case: Case, programme: Programme) -> Case:
    """The same draft in another edition."""
    return drafted(case.id, evolve(case.application, programme=programme.id), programme)


def told(*cases: Case) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each conflict what is shared, its value, and by whom."""
    return [(conflict.shared.name, conflict.value, conflict.cases) for conflict in conflicts(cases)]


class TestKinds:
    """What cases can share."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            pytest.param(known_as("a"), known_as("a"), ("ID", "a"), id="an id"),
            pytest.param(known_as("Case 7"), known_as(" case 7 "), ("ID", "Case 7"), id="an id, spelled otherwise"),
            pytest.param(
                known_as("a", urn="999901"), known_as("b", urn="999901"), ("URN", "999901"), id="two of one school"
            ),
            pytest.param(
                known_as("a", "ada@school.example"),
                known_as("b", "ada@school.example"),
                ("EMAIL", "ada@school.example"),
                id="an e-mail address",
            ),
            pytest.param(
                known_as("a", "Ada@School.example"),
                known_as("b", "aDA@sCHOOL.EXAMPLE"),
                ("EMAIL", "Ada@School.example"),
                id="an e-mail address in other case",
            ),
            pytest.param(
                known_as("a", username="ada"), known_as("b", username="ada"), ("NCETM_USERNAME", "ada"), id="a username"
            ),
            pytest.param(
                known_as("a", username="\tADA "),
                known_as("b", username="ada"),
                ("NCETM_USERNAME", "\tADA "),
                id="a username with spaces about it, told as it was written first",
            ),
            pytest.param(
                known_as("a", username="Straße"),
                known_as("b", username="STRASSE"),
                ("NCETM_USERNAME", "Straße"),
                id="a username whose capitals are other letters",
            ),
        ],
    )
    def test_what_is_shared_is_told_with_both_ids(self, one: Case, other: Case, expected: tuple[str, str]) -> None:
        """And nothing else."""
        assert [(*expected, (one.id, other.id))] == told(one, other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            pytest.param(known_as("a"), known_as("b"), id="no answers"),
            pytest.param(drafted("a"), drafted("b"), id="neither a teacher nor a school"),
            pytest.param(known_as("a", "", ""), known_as("b", "", ""), id="empty answers"),
            pytest.param(known_as("a", username=" \t"), known_as("b", username=" \t"), id="blank answers"),
            pytest.param(ADA, drafted("b"), id="answers and none"),
            pytest.param(known_as("a", "a@x.example"), known_as("b", "a@y.example"), id="another address"),
            pytest.param(known_as("a", urn="999901"), known_as("b", urn="999902"), id="another school"),
            pytest.param(known_as("a", username="999901"), known_as("b", urn="999901"), id="a username like a URN"),
            pytest.param(known_as("a", username="ada"), known_as("ada"), id="a username like an id"),
            pytest.param(known_as("a", username="a da"), known_as("b", username="ada"), id="a space within"),
            pytest.param(
                drafted("a", evolve(COMPLETE, lead_teacher=None, school=None)),
                drafted("b", evolve(COMPLETE, lead_teacher=None, school=None)),
                id="the same head of department and nominator",
            ),
        ],
    )
    def test_what_is_not_shared_is_no_conflict(self, one: Case, other: Case) -> None:
        """None and blank are nothing that could be."""
        assert [] == told(one, other) == told(other, one)

    def test_no_case_is_in_conflict_with_itself(self) -> None:
        """Nor are no cases."""
        assert () == conflicts([ADA]) == conflicts([])

    def test_a_case_that_is_given_twice_is_in_conflict(self) -> None:
        """Somebody entered it twice."""
        assert ["ID", "URN", "EMAIL", "NCETM_USERNAME"] == [shared for shared, *_ in told(ADA, ADA)]


class TestHolders:
    """Who is in a conflict."""

    def test_the_same_teacher_twice_in_one_cohort(self) -> None:
        """By address, by username and by school."""
        assert [
            ("URN", "999901", ("a", "b")),
            ("EMAIL", "ada@school.example", ("a", "b")),
            ("NCETM_USERNAME", "ada", ("a", "b")),
        ] == told(ADA, evolve(ADA, id="b"))

    def test_two_teachers_of_one_school(self) -> None:
        """By the school alone."""
        assert [("URN", "999901", ("a", "b"))] == told(ADA, known_as("b", "bea@school.example", "bea", "999901"))

    @pytest.mark.parametrize("stage", Stage)
    def test_a_case_at_whatever_stage_is_told_with_its_stage(self, stage: Stage) -> None:
        """Withdrawn ones too: who looks decides whether that matters."""
        (conflict,) = conflicts([known_as("a", urn="999901"), at_stage(stage, known_as("b", urn="999901"))])
        assert (("a", "b"), (Stage.DRAFTED, stage)) == (conflict.cases, conflict.stages)

    def test_three_are_in_one_conflict(self) -> None:
        """In the order given, whoever stands between."""
        a, b, c, d = (known_as(id, username=name) for id, name in zip("abcd", ("x", "X", "y", " x"), strict=True))
        assert [("NCETM_USERNAME", "x", ("a", "b", "d"))] == told(a, b, c, d)
        assert [("NCETM_USERNAME", " x", ("d", "b", "a"))] == told(d, c, b, a)

    @pytest.mark.parametrize(
        ("programmes", "across"),
        [
            pytest.param((OTHER_EDITION, OTHER_EDITION), False, id="one edition"),
            pytest.param((OTHER_EDITION, WITHOUT_FORM), True, id="two editions"),
            pytest.param((OTHER_EDITION, OTHER_EDITION, WITHOUT_FORM), True, id="two of one edition, one of another"),
        ],
    )
    def test_editions_are_looked_at_together(self, programmes: tuple[Programme, ...], across: bool) -> None:
        """And a conflict says whether it is across them."""
        cases = [of(known_as(str(place), urn="999901"), programme) for place, programme in enumerate(programmes)]
        (conflict,) = conflicts(cases)
        assert (tuple(programme.id for programme in programmes), across) == (conflict.editions, conflict.across)


class TestOrder:
    """In which order conflicts are told."""

    def test_they_are_told_by_kind_and_then_in_the_order_of_the_cases(self) -> None:
        """Ids, URNs, e-mails, usernames; each where the first who shares it stands."""
        cases = (
            known_as("a", "x@school.example", "x", "999901"),
            known_as("b", "y@school.example", "y", "999902"),
            known_as("c", "y@school.example", "y", "999902"),
            known_as("B", "x@school.example", "x", "999901"),
        )
        assert [
            ("ID", "b", ("b", "B")),
            ("URN", "999901", ("a", "B")),
            ("URN", "999902", ("b", "c")),
            ("EMAIL", "x@school.example", ("a", "B")),
            ("EMAIL", "y@school.example", ("b", "c")),
            ("NCETM_USERNAME", "x", ("a", "B")),
            ("NCETM_USERNAME", "y", ("b", "c")),
        ] == told(*cases)
        assert list(Shared) == sorted({conflict.shared for conflict in conflicts(cases)}, key=list(Shared).index)

    @given(
        st.lists(
            st.tuples(
                st.sampled_from("abcdeABC"),
                st.sampled_from([None, "", "x@school.example", "X@school.example", "y@school.example"]),
                st.sampled_from([None, " ", "x", " X", "y"]),
                st.sampled_from([None, "999901", "999902"]),
            ),
            max_size=6,
        )
    )
    def test_two_cases_are_in_a_conflict_if_and_only_if_they_share_something(self, given: list[Any]) -> None:
        """Searched pair by pair."""
        cases = [known_as(*one) for one in given]
        shared = [
            {
                ("id", id.strip().casefold()),
                ("urn", urn or ""),
                ("email", (email or "").casefold()),
                ("ncetm-username", (username or "").strip().casefold()),
            }
            for id, email, username, urn in given
        ]
        found = conflicts(iter(cases))
        pairs = sorted(kind for one, other in combinations(shared, 2) for kind, value in one & other if value)
        assert pairs == sorted(str(conflict.shared) for conflict in found for _ in combinations(conflict.cases, 2))
        assert found == conflicts(cases)


class TestRefusals:
    """What has no conflicts."""

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param(ADA, id="one case by itself"),
            pytest.param(None, id="nothing"),
            pytest.param(7, id="a number"),
            pytest.param("cases", id="a text"),
            pytest.param("", id="an empty text"),
            pytest.param([ADA, None], id="nothing among cases"),
            pytest.param([COMPLETE], id="applications"),
            pytest.param([Hostile()], id="what breaks when it is shown"),
        ],
    )
    def test_anything_but_cases_is_refused(self, given: Any) -> None:
        """It is not taken for cases without conflicts."""
        with pytest.raises(InvalidArgument, match="cases"):
            conflicts(given)


class TestValue:
    """A conflict is a value."""

    def test_it_reads_as_a_line(self) -> None:
        """What is shared, and who shares it, in which edition, and where that stands."""
        one, other = (
            known_as("a", urn="999901"),
            at_stage(Stage.WITHDRAWN, of(known_as("b", urn="999901"), WITHOUT_FORM)),
        )
        (conflict,) = conflicts((one, other))
        assert "same urn '999901': a (secondary-2019, drafted); b (secondary-2021, withdrawn)" == str(conflict)

    def test_it_is_equal_by_what_it_says(self) -> None:
        """And comes back from its repr and from every copy."""
        (conflict,) = conflicts((known_as("a", urn="999901"), known_as("b", urn="999901")))
        assert {conflict} == set(copies(conflict)) == {evaluated(repr(conflict))}
        others = {evolve(conflict, shared=Shared.ID), evolve(conflict, value="999902"), evolve(conflict, cases=("c",))}
        assert 4 == len({conflict, *others})
        assert isinstance(conflict, Conflict)

    def test_nothing_is_resolved(self) -> None:
        """The cases are what they were."""
        cases = [ADA, evolve(ADA, id="b")]
        conflicts(cases)
        assert [ADA, evolve(ADA, id="b")] == cases
        assert blank() == drafted().application
