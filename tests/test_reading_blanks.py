"""What is read off a form: its required fields without an answer, and the school in the table of establishments."""

from collections.abc import Iterator

import pytest

from mastery_programme import (
    Application,
    EstablishmentGroup,
    EstablishmentType,
    FormField,
    FrozenMapping,
    Phase,
    School,
    Status,
    assess,
)
from tests.applications import COMPLETE, EMPTY, PROGRAMME, finding, form, of_school, stated
from tests.changed_editions import CLAUSE, changed

REQUIRED = {
    "school.name": "name of the school",
    "lead_teacher.name": "name of the lead teacher",
    "lead_teacher.email": "e-mail of the lead teacher",
    "lead_teacher.ncetm_username": "NCETM username",
    "head_of_department.name": "name of the head of department",
    "head_of_department.email": "e-mail of the head of department",
    "nominator.name": "name of the nominator",
    "nominator.email": "e-mail of the nominator",
    "lead_teacher.qts": "QTS",
    "lead_teacher.years_teaching": "years of teaching",
    "lead_teacher.teaching_groups": "likely teaching groups",
    "lead_teacher.current_role": "current role",
    "lead_teacher.teaching_history": "teaching history",
    "lead_teacher_statement": "statement of the lead teacher",
    "nominator_statement": "statement of the nominator",
}
OPTIONAL = ("school.urn", "hub", "lead_teacher.awards", "lead_teacher.professional_development")
NO_TEXT = {"lead_teacher.qts", "lead_teacher.years_teaching"}
ONE_BLANK = "; needed: at most 0, so 1 too many. (the form, FRM-1: without an answer: {})"


def with_answer(path: str, answer: object) -> Application:
    """The complete application with another answer in one place."""
    part, dot, name = path.rpartition(".")
    return form(**{part: changed(getattr(COMPLETE, part), **{name: answer})}) if dot else form(**{name: answer})


def blank_answers() -> Iterator[object]:
    """For each required field each way to leave it blank."""
    for path, label in REQUIRED.items():
        blank = [] if path.endswith("email") else [" \n\t"]  # a blank is no address at all
        empty: list[object] = [()] if path.endswith("history") else [] if path in NO_TEXT else ["", *blank]
        for answer in (None, *empty):
            yield pytest.param(path, answer, label, id=f"{path} is {answer!r}")


class TestBlanks:
    """Required fields without an answer."""

    def test_a_complete_form_has_none(self) -> None:
        """Which is a count of nothing, and not unknown."""
        found = finding(COMPLETE, "FRM-1")
        assert (Status.MET, {"required_fields_missing": 0}) == (found.status, dict(found.known))
        assert "How many required fields of the form have no answer? 0 fields. (the form, FRM-1)" == found.reason

    @pytest.mark.parametrize(("path", "answer", "label"), list(blank_answers()))
    def test_each_required_field_counts(self, path: str, answer: object, label: str) -> None:
        """Without an answer, with an empty one, and with one that says nothing; and the reason names it."""
        found = finding(with_answer(path, answer), "FRM-1")
        assert (Status.NOT_MET, {"required_fields_missing": 1}) == (found.status, dict(found.known))
        assert found.reason.endswith(ONE_BLANK.format(label))

    @pytest.mark.parametrize("path", OPTIONAL)
    def test_other_fields_do_not_count(self, path: str) -> None:
        """A school without a reference number, and a teacher without awards, are complete."""
        assert Status.MET is finding(with_answer(path, None), "FRM-1").status

    @pytest.mark.parametrize(
        ("path", "answer"),
        [
            pytest.param("lead_teacher.qts", False, id="no QTS"),
            pytest.param("lead_teacher.years_teaching", 0, id="no years of teaching"),
            pytest.param("lead_teacher.current_role", "-", id="a dash"),
            pytest.param("lead_teacher.awards", (), id="no awards"),
        ],
    )
    def test_no_and_none_are_answers(self, path: str, answer: object) -> None:
        """What is false or nought was answered."""
        assert Status.MET is finding(with_answer(path, answer), "FRM-1").status

    def test_an_empty_form_lacks_them_all(self) -> None:
        """Each of them is named, in the order of the form."""
        found = finding(EMPTY, "FRM-1")
        assert f"15 too many. (the form, FRM-1: without an answer: {', '.join(REQUIRED.values())})" in found.reason

    def test_the_fields_are_those_of_the_edition(self) -> None:
        """The required ones of its form and no others."""
        assert PROGRAMME.form is not None
        assert (REQUIRED, OPTIONAL) == (
            {field.id: field.label for field in PROGRAMME.form.fields if field.required},
            tuple(field.id for field in PROGRAMME.form.fields if not field.required),
        )
        field = FormField("other_statements.why", "why", CLAUSE)
        programme = changed(PROGRAMME, form=changed(PROGRAMME.form, fields=(field,)))
        assert finding(EMPTY, "FRM-1", programme).reason.endswith(ONE_BLANK.format("why"))
        assert Status.MET is finding(form(other_statements={"why": "So"}), "FRM-1", programme).status


def school_read(school: School | None) -> tuple[tuple[object, str] | None, ...]:
    """What a form says of the funding and the phase of a school: value and note of each."""
    said = (stated(form(school=school), fact) for fact in ("state_funded", "phase"))
    return tuple(None if one is None else (one.value, one.note) for one in said)


class TestSchool:
    """The school by its type and phase in the register."""

    @pytest.mark.parametrize(
        ("type_", "phase", "state_funded", "read"),
        [
            pytest.param("Academy converter", "Secondary", True, "secondary", id="an academy"),
            pytest.param("Community school", "Middle deemed secondary", True, "middle", id="a middle school"),
            pytest.param("Free schools", "All-through", True, "all-through", id="an all-through school"),
            pytest.param("Community school", "Primary", True, "primary", id="a primary school"),
            pytest.param("Foundation school", "Nursery", True, "nursery", id="a nursery"),
            pytest.param("Community school", "Middle deemed primary", True, None, id="a middle school deemed primary"),
            pytest.param("Community school", "16 plus", True, None, id="a sixth form"),
            pytest.param("Community school", "Not applicable", True, None, id="no phase of the register"),
            pytest.param("Community special school", "Secondary", None, None, id="a special school"),
            pytest.param("Further education", "16 plus", None, None, id="a college"),
            pytest.param("Other independent school", "Secondary", False, None, id="an independent school"),
            pytest.param("Miscellaneous", "Secondary", None, None, id="a type of no line"),
        ],
    )
    def test_the_table_says_yes_no_or_that_the_hub_has_to(
        self, type_: str, phase: str, state_funded: bool | None, read: str | None
    ) -> None:
        """And the finding is no more certain than the table."""
        school = School("Example School", None, Phase.parse(phase), EstablishmentType.parse(type_))
        (funded, funded_note), (phase_read, phase_note) = (one for one in school_read(school) if one is not None)
        assert (state_funded, read) == (funded, phase_read)
        assert (state_funded is None, read is None) == (
            funded_note.endswith("; for the hub to say"),
            phase_note.endswith("; for the hub to say"),
        )
        assert funded_note.startswith(f"{type_}; {phase}: ")
        assert phase_note.startswith(f"{type_}; {phase}")

    def test_the_note_names_the_line_of_the_table(self) -> None:
        """Or says that there is none."""
        notes = [said[1] for kind in ("49", "34") for said in school_read(School("A", None, "4", kind))[:1] if said]
        assert [
            "Online provider; Secondary: a type that the table does not have; for the hub to say",
            "Academy converter; Secondary: mainstream, state-funded",
        ] == notes

    @pytest.mark.parametrize(
        ("school", "read"),
        [
            pytest.param(None, (None, None), id="no school"),
            pytest.param(School("Example School", "999902"), (None, None), id="neither type nor phase"),
            pytest.param(
                School("Example School", None, Phase.SECONDARY),
                (None, (None, "type not stated; Secondary; for the hub to say")),
                id="a phase without a type",
            ),
            pytest.param(
                School("Example School", None, None, EstablishmentType.ACADEMY_CONVERTER),
                ((True, "Academy converter; phase not stated: mainstream, state-funded"), None),
                id="a type without a phase",
            ),
        ],
    )
    def test_what_is_not_stated_is_not_read(self, school: School | None, read: tuple[object, ...]) -> None:
        """A phase means nothing as long as the type is not known."""
        assert read == school_read(school)

    def test_an_edition_can_have_another_table(self) -> None:
        """Then its lines hold."""
        assert PROGRAMME.form is not None
        line = EstablishmentGroup(
            "ours", (EstablishmentType.MISCELLANEOUS,), False, FrozenMapping({Phase.SECONDARY: "middle"}), CLAUSE
        )
        programme = changed(PROGRAMME, form=changed(PROGRAMME.form, establishments=(line,)))
        odd = of_school(establishment_type=EstablishmentType.MISCELLANEOUS)
        evidence = [stated(odd, fact, programme) for fact in ("state_funded", "phase")]
        assert [False, "middle"] == [one.value for one in evidence if one is not None]
        unlisted = [stated(COMPLETE, fact, programme) for fact in ("state_funded", "phase")]
        assert [None, None] == [one.value for one in unlisted if one is not None]

    def test_the_hub_says_what_the_table_leaves_open(self) -> None:
        """From elsewhere or by a judgement; the finding shows both."""
        special = of_school(establishment_type=EstablishmentType.COMMUNITY_SPECIAL)
        known = {"state_funded": True, "phase": "secondary", "employed_as_teacher": True}
        found = assess(PROGRAMME, special, known).finding("ELI-E2")
        assert Status.MET is found.status
        assert (
            "Of which phase is the school? Secondary. (the form, FRM-1: Community special school; Secondary; "
            "for the hub to say; known from elsewhere: secondary)"
        ) in found.reason
