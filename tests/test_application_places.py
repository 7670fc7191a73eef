"""The places of an application form: where an answer stands, and what stands there."""

from datetime import datetime
from typing import Any

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    URN,
    Application,
    EstablishmentType,
    LeadTeacher,
    Person,
    Phase,
    School,
)
from mastery_programme.places import answer_at, types_at
from tests.test_application import FULL, LEAD_TEACHER, STATEMENT

ANSWERS = {
    "school.name": "Example School",
    "school.urn": URN("123456"),
    "hub": "Norfolk and Suffolk",
    "lead_teacher.name": "Sam Example",
    "lead_teacher.email": "s.example@school.example",
    "lead_teacher.ncetm_username": "sexample",
    "head_of_department.name": "Alex Example",
    "head_of_department.email": "a.example@school.example",
    "nominator.name": "Kim Example",
    "nominator.email": "k.example@school.example",
    "lead_teacher.qts": True,
    "lead_teacher.years_teaching": 6,
    "lead_teacher.teaching_groups": "7x, 9y and 11z",
    "lead_teacher.current_role": "second in department",
    "lead_teacher.awards": LEAD_TEACHER.awards,
    "lead_teacher.teaching_history": LEAD_TEACHER.teaching_history,
    "lead_teacher.professional_development": LEAD_TEACHER.professional_development,
    "lead_teacher_statement": STATEMENT,
    "nominator_statement": "We nominate.",
}
"""What stands in the full application in each place of Cohort 4's form, in the form's order."""

PART_NAMES = {"school", "lead_teacher", "head_of_department", "nominator"}
"""The parts of an application that are records of their own."""


class TestPlaces:
    """Where an answer stands."""

    def test_every_field_of_cohort_4_is_found(self) -> None:
        """The form's fields, in their order, with what stands in each."""
        form = SECONDARY_COHORT_4.form
        assert form is not None
        assert list(ANSWERS.items()) == [(one.id, answer_at(FULL, one.id)) for one in form.fields]
        assert all(types_at(one.id) for one in form.fields)

    @pytest.mark.parametrize("path", ANSWERS)
    @pytest.mark.parametrize(
        "form",
        [
            pytest.param(Application("secondary-2019"), id="nothing filled in"),
            pytest.param(
                Application("secondary-2019", School(None, None), None, LeadTeacher(), Person(), Person()),
                id="nothing filled in, in any part",
            ),
        ],
    )
    def test_what_nobody_answered_is_none(self, form: Application, path: str) -> None:
        """Whether or not the part is there in which it would stand."""
        assert answer_at(form, path) is None

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            pytest.param("name", "", id="an empty text"),
            pytest.param("qts", False, id="no"),
            pytest.param("years_teaching", 0, id="no years"),
            pytest.param("awards", (), id="no awards"),
        ],
    )
    def test_an_empty_answer_is_an_answer(self, name: str, value: Any) -> None:
        """It is found as itself, and is not None."""
        found = answer_at(
            Application("secondary-2019", lead_teacher=LeadTeacher(**{name: value})), f"lead_teacher.{name}"
        )

        assert (value, type(value)) == (found, type(found))

    def test_other_statements_are_found_by_name(self) -> None:
        """One that nobody wrote is none."""
        assert ["We agree.", None, None] == [
            answer_at(FULL, "other_statements.governors"),
            answer_at(FULL, "other_statements.parents"),
            answer_at(Application("secondary-2019"), "other_statements.governors"),
        ]

    @given(name=st.text(min_size=1), others=st.dictionaries(st.text(min_size=1), st.text()))
    def test_a_statement_is_found_wherever_it_has_a_place(self, name: str, others: dict[str, str]) -> None:
        """Whatever its name is, and whatever the others are called."""
        form = Application("secondary-2019", other_statements={**others, name: "Found."})
        place = f"other_statements.{name}"

        assert not types_at(place) or answer_at(form, place) == "Found."

    @pytest.mark.parametrize(
        ("statements", "answer"),
        [
            pytest.param({"head.teacher": "Found."}, "Found.", id="a name with a point"),
            pytest.param({"head": "Another."}, None, id="a name that is the part before the point"),
            pytest.param({"head": "Another.", "head.teacher": "Found."}, "Found.", id="both"),
        ],
    )
    def test_a_point_in_the_name_of_a_statement_leads_nowhere_else(
        self, statements: dict[str, str], answer: str | None
    ) -> None:
        """If there is such a place, then the statement of just this name stands in it."""
        form = Application("secondary-2019", other_statements=statements)
        place = "other_statements.head.teacher"

        assert not types_at(place) or answer_at(form, place) == answer

    def test_every_answer_of_an_application_has_a_place(self) -> None:
        """Each field of it, and each of the parts that are records."""
        of_parts = {
            "school": School,
            "lead_teacher": LeadTeacher,
            "head_of_department": Person,
            "nominator": Person,
        }
        names = {one.name for one in fields(Application)} - of_parts.keys() - {"other_statements"}
        inner = {f"{part}.{one.name}" for part, kind in of_parts.items() for one in fields(kind)}
        places = names | inner | {"other_statements.governors"}

        assert places == {place for place in places if types_at(place)}
        assert places == {place for place in places if answer_at(FULL, place) is not None}

    @pytest.mark.parametrize(
        "path",
        [
            *(pytest.param(name, id=f"the whole of {name}") for name in sorted(PART_NAMES | {"other_statements"})),
            *(pytest.param(f"{name}.", id=f"nothing in {name}") for name in sorted(PART_NAMES | {"other_statements"})),
            *(pytest.param(f"{name}.{name}", id=f"{name} in itself") for name in sorted(PART_NAMES)),
            pytest.param("", id="nothing"),
            pytest.param(".", id="a point"),
            pytest.param(".name", id="nowhere"),
            pytest.param("name", id="a field of a part by itself"),
            pytest.param("teacher", id="an unknown name"),
            pytest.param("lead-teacher.name", id="a hyphen"),
            pytest.param("Hub", id="a capital"),
            pytest.param("school.email", id="a field of another part"),
            pytest.param("head_of_department.qts", id="a field of the lead teacher"),
            pytest.param("nominator.qts", id="another field of the lead teacher"),
            pytest.param("hub.name", id="a field of a text"),
            pytest.param("hub.hub", id="a text in itself"),
            pytest.param("hub.", id="nothing in a text"),
            pytest.param("school.name.hub", id="three names"),
            pytest.param("lead_teacher.awards.title", id="a field of one of many"),
            pytest.param("lead_teacher.check", id="a method"),
            pytest.param("check", id="a method of the whole"),
            pytest.param("school.__class__", id="something of Python's own"),
            pytest.param(" hub", id="a space"),
        ],
    )
    def test_nothing_else_is_a_place(self, path: str) -> None:
        """A part as a whole is none, and so is what no part has."""
        assert not types_at(path)


TYPES: dict[frozenset[type], set[str]] = {
    frozenset({str}): {
        *("programme", "hub", "lead_teacher_statement", "nominator_statement", "other_statements.governors"),
        *("school.name", "head_of_department.name", "head_of_department.email", "nominator.name", "nominator.email"),
        *("lead_teacher.name", "lead_teacher.email", "lead_teacher.ncetm_username", "lead_teacher.teaching_groups"),
        "lead_teacher.current_role",
    },
    frozenset({bool}): {"copied_to_head_teacher", "lead_teacher.qts"},
    frozenset({int}): {"lead_teacher.years_teaching"},
    frozenset({tuple}): {
        *("signatures", "lead_teacher.awards", "lead_teacher.teaching_history"),
        "lead_teacher.professional_development",
    },
    frozenset({datetime}): {"submitted_at"},
    frozenset({URN}): {"school.urn"},
    frozenset({Phase}): {"school.phase"},
    frozenset({EstablishmentType}): {"school.establishment_type"},
}
"""The places by the types of their answers, but for None."""


class TestTypes:
    """Of which types an answer can be."""

    @pytest.mark.parametrize(
        ("place", "types"),
        [pytest.param(place, types, id=place) for types, names in TYPES.items() for place in sorted(names)],
    )
    def test_a_place_knows_the_types_of_its_answers(self, place: str, types: frozenset[type]) -> None:
        """What stands there is of one of them."""
        assert types == types_at(place)
        assert isinstance(answer_at(FULL, place), tuple(types))
