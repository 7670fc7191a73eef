"""Every flaw of an application form, each one change away from the form of Cohort 4."""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    ApplicationForm,
    EstablishmentGroup,
    FormField,
    FormReading,
    FrozenMapping,
    Phase,
    Reads,
)
from mastery_programme import EstablishmentType as Type
from tests.changed_editions import APPLY_BY, CLAUSE, NOTIFY_BY, changed, flaws_of

assert SECONDARY_COHORT_4.form is not None
FORM: ApplicationForm = SECONDARY_COHORT_4.form
MAINSTREAM = FORM.establishments[0]

ALLOWED = {
    "qts": "True or False",
    "phase": "one of 'nursery', 'primary', 'middle', 'secondary', 'all-through', '16 plus'",
    "years_teaching_mathematics": "a whole number from 0 to 100 (years)",
    "subject_leader": "True or False",
    "good_teaching": "True or False",
}
"""What those facts can be, in words."""


def flaws(**values: object) -> tuple[str, ...]:
    """What is told to be wrong with Cohort 4 when some fields of its form have other values."""
    return flaws_of(form=changed(FORM, **values))


def with_reading(id: str, /, **values: object) -> tuple[FormReading, ...]:
    """The readings of Cohort 4, with other values in one of them."""
    return tuple(changed(one, **values) if one.id == id else one for one in FORM.readings)


def line(id: str, *types: Type, **phases: str) -> EstablishmentGroup:
    """A line of establishments of these types, with values for phases by the names that these have in code."""
    return EstablishmentGroup(
        id, types, True, FrozenMapping({Phase[name]: value for name, value in phases.items()}), CLAUSE
    )


class TestParts:
    """What a form is made of: fields, readings, establishments, milestones."""

    @pytest.mark.parametrize(
        ("values", "flaw"),
        [
            pytest.param(
                {"fields": (*FORM.fields, changed(FORM.fields[0], label="another"))},
                "the form field 'school.name' stands 2 times",
                id="a field twice",
            ),
            pytest.param(
                {"readings": (*FORM.readings, FORM.readings[0], FORM.readings[0])},
                "the reading of 'qts' stands 3 times",
                id="a reading three times",
            ),
            pytest.param(
                {"establishments": (*FORM.establishments, line(MAINSTREAM.id))},
                "the line of establishments 'mainstream, state-funded' stands 2 times",
                id="a line twice",
            ),
            pytest.param(
                {"establishments": (*FORM.establishments, line("more", Type.WELSH))},
                "the type of establishment 'Welsh establishment' stands 2 times",
                id="a type in two lines",
            ),
            pytest.param(
                {"establishments": (line("more", Type.WELSH, Type.OFFSHORE, Type.WELSH),)},
                "the type of establishment 'Welsh establishment' stands 2 times",
                id="a type twice in one line",
            ),
            pytest.param(
                {"fields": (FormField("school.email", "e-mail of the school", CLAUSE),)},
                "form field 'school.email': an application has no such place",
                id="a field that no part has",
            ),
            pytest.param(
                {"fields": (FormField("lead_teacher", "lead teacher", CLAUSE, required=False),)},
                "form field 'lead_teacher': an application has no such place",
                id="a part as a field",
            ),
            pytest.param(
                {"apply_by": "apply-bye"},
                "form, apply-by: there is no milestone 'apply-bye'; the nearest is 'apply-by'",
                id="an unknown milestone by which to apply",
            ),
            pytest.param(
                {"notify_by": "notify_bye"},
                "form, notify-by: there is no milestone 'notify_bye'; the nearest is 'notify-by'",
                id="an unknown milestone by which to tell",
            ),
            pytest.param(
                {"apply_by": "notify-by"},
                "form, apply-by: the milestone 'notify-by' has to be a moment",
                id="a day by which to apply",
            ),
            pytest.param(
                {"establishments": (line("more", Type.WELSH, NURSERY="infant"),)},
                f"form, establishments 'more': Nursery cannot be 'infant', only {ALLOWED['phase']}",
                id="a phase that the fact cannot be",
            ),
        ],
    )
    def test_each_flaw_is_told_alone(self, values: dict[str, object], flaw: str) -> None:
        """In a sentence that says where it is."""
        assert (flaw,) == flaws(**values)

    def test_a_form_without_milestones_has_no_deadline(self) -> None:
        """None is near where there is none; what is sent by it cannot be read either."""
        assert (
            "form, apply-by: there is no milestone 'apply-by'",
            "form, notify-by: there is no milestone 'notify-by'",
            "form, reading of 'submitted_in_time': 'apply-by' is no milestone that is a moment",
        ) == flaws_of(milestones=())

    def test_a_deadline_that_has_no_date_is_none(self) -> None:
        """It is told beside the flaw of the milestone itself."""
        told = flaws_of(milestones=(changed(APPLY_BY, at=None), NOTIFY_BY))

        assert "form, apply-by: the milestone 'apply-by' has to be a moment" in told
        assert "form, reading of 'submitted_in_time': 'apply-by' is no milestone that is a moment" in told

    def test_every_flaw_is_told_at_once(self) -> None:
        """In the order of the form."""
        field, reading = FormField("x", "x", CLAUSE), FormReading("x", Reads.BLANKS, CLAUSE, ("x",))
        told = flaws(
            fields=(field, field),
            readings=(*FORM.readings, reading, reading),
            establishments=(line("x", Type.WELSH, NURSERY="x", PRIMARY="y"), line("x", Type.WELSH)),
            apply_by="x",
            notify_by="y",
        )

        assert [
            *("the form field 'x' stands 2 times", "the reading of 'x' stands 2 times"),
            "the line of establishments 'x' stands 2 times",
            "the type of establishment 'Welsh establishment' stands 2 times",
            *["form field 'x': an application has no such place"] * 2,
            *("form, apply-by: there is no milestone 'x'", "form, notify-by: there is no milestone 'y'"),
            *["form, reading of 'x': there is no such fact", "form, reading of 'x': 'blanks' is read of nothing"] * 2,
            f"form, establishments 'x': Nursery cannot be 'x', only {ALLOWED['phase']}",
            f"form, establishments 'x': Primary cannot be 'y', only {ALLOWED['phase']}",
        ] == [sentence.partition("; the nearest is ")[0] for sentence in told]


class TestPhases:
    """Phases of the table of establishments, held against the fact that is read by them."""

    def test_without_a_reading_any_value_will_do(self) -> None:
        """And so it will with a reading of a fact that there is not, which is told by itself."""
        establishments = (line("more", Type.WELSH, NURSERY="infant"),)
        readings = tuple(one for one in FORM.readings if one.reads is not Reads.PHASE)
        sound = changed(FORM, readings=readings, establishments=establishments)

        assert sound == changed(SECONDARY_COHORT_4, form=sound).form
        assert ("form, reading of 'phaze': there is no such fact; the nearest is 'phase'",) == flaws(
            readings=with_reading("phase", id="phaze"), establishments=establishments
        )

    def test_every_phase_of_every_line_is_looked_at(self) -> None:
        """With the value of each."""
        establishments = (
            line("one", Type.WELSH, NURSERY="nursery", PRIMARY="junior"),
            line("two", Type.OFFSHORE, ALL_THROUGH="all", SIXTEEN_PLUS="16 plus"),
        )
        assert (
            f"form, establishments 'one': Primary cannot be 'junior', only {ALLOWED['phase']}",
            f"form, establishments 'two': All-through cannot be 'all', only {ALLOWED['phase']}",
        ) == flaws(establishments=establishments)
