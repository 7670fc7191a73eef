"""Which schools Cohort 4 takes for state-funded middle or secondary schools: every type in every phase."""

from datetime import date

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Assessment,
    EstablishmentType,
    Judgement,
    Phase,
    School,
    Status,
    assess,
)

assert SECONDARY_COHORT_4.form is not None
LINES = SECONDARY_COHORT_4.form.establishments

MAINSTREAM = {"01", "02", "03", "05", "06", "28", "34", "35", "40", "41"}
SPECIAL_OR_ALTERNATIVE = {"07", "08", "12", "14", "33", "36", "38", "42", "43", "44"}
SIXTEEN_TO_NINETEEN = {"18", "31", "32", "39", "45", "46"}
NEITHER_FUNDED_NOR_IN_ENGLAND = {"10", "11", "25", "29", "30", "37"}
"""The lines of the table, by the codes of the register."""

READING: dict[str, tuple[set[str], dict[str | None, Status]]] = {
    "mainstream, state-funded": (
        MAINSTREAM,
        {
            "0": Status.UNKNOWN,
            "1": Status.NOT_MET,
            "2": Status.NOT_MET,
            "3": Status.UNKNOWN,
            "4": Status.MET,
            "5": Status.MET,
            "6": Status.UNKNOWN,
            "7": Status.MET,
            None: Status.UNKNOWN,
        },
    ),
    "state-funded special schools and alternative provision": (
        SPECIAL_OR_ALTERNATIVE,
        dict.fromkeys(["0", "1", "2", "3", "4", "5", "6", "7", None], Status.UNKNOWN),
    ),
    "state-funded, 16 to 19": (
        SIXTEEN_TO_NINETEEN,
        dict.fromkeys(["0", "1", "2", "3", "4", "5", "6", "7", None], Status.UNKNOWN),
    ),
    "not state-funded, or not in England": (
        NEITHER_FUNDED_NOR_IN_ENGLAND,
        dict.fromkeys(["0", "1", "2", "3", "4", "5", "6", "7", None], Status.NOT_MET),
    ),
}
"""For each line the types, and what comes of each phase; any other type, and none, is for the hub to say."""

TYPES: tuple[EstablishmentType | None, ...] = (*EstablishmentType, None)
PHASES: tuple[Phase | None, ...] = (*Phase, None)
EVERY_TYPE = pytest.mark.parametrize("kind", [pytest.param(kind, id=str(kind)) for kind in TYPES])


def expected(kind: EstablishmentType | None, phase: Phase | None) -> Status:
    """What comes of a school by the table above."""
    code = None if kind is None else kind.code
    for types, statuses in READING.values():
        if code in types:
            return statuses[None if phase is None else phase.code]
    return Status.UNKNOWN


def assessed(
    kind: EstablishmentType | None, phase: Phase | None, judgements: dict[str, bool | str] | None = None
) -> Assessment:
    """A teacher at a school of a type and a phase, with what the hub says of it."""
    form = Application("secondary-2019", School("Example", None, phase, kind))
    given = [Judgement(fact, holds, "A. Hub", date(2019, 5, 1)) for fact, holds in (judgements or {}).items()]
    return assess(SECONDARY_COHORT_4, form, {"employed_as_teacher": True}, given)


class TestEverySchool:
    """What the register says of a school, and what the hub has to say."""

    @EVERY_TYPE
    def test_a_school_counts_or_not_or_is_for_the_hub_to_say(self, kind: EstablishmentType | None) -> None:
        """By its type and its phase, both in the register's own terms."""
        statuses = {phase: assessed(kind, phase).finding("ELI-E2").status for phase in PHASES}

        assert {phase: expected(kind, phase) for phase in PHASES} == statuses

    @EVERY_TYPE
    def test_what_the_hub_has_to_say_settles_it(self, kind: EstablishmentType | None) -> None:
        """A judgement on just what is missing, and nothing else, makes it met or not met."""
        good: dict[str, bool | str] = {"state_funded": True, "phase": "middle"}
        bad: dict[str, bool | str] = {"state_funded": False, "phase": "16 plus"}
        for phase in PHASES:
            missing = assessed(kind, phase).finding("ELI-E2").missing
            judged = assessed(kind, phase, {name: good[name] for name in missing}).finding("ELI-E2")
            settled = Status.MET if missing else expected(kind, phase)

            assert (expected(kind, phase) is Status.UNKNOWN) == bool(missing)
            assert (settled, ()) == (judged.status, judged.missing)
            for name in missing:
                judged = assessed(kind, phase, {name: bad[name]}).finding("ELI-E2")
                assert (Status.NOT_MET, ()) == (judged.status, judged.missing)

    @pytest.mark.parametrize(
        ("kind", "phase", "missing"),
        [
            pytest.param("34", "3", ("phase",), id="a middle school deemed primary"),
            pytest.param("34", "6", ("phase",), id="a mainstream school of 16 plus"),
            pytest.param("34", None, ("phase",), id="a mainstream school of a phase not stated"),
            pytest.param("36", "4", ("state_funded", "phase"), id="a special school"),
            pytest.param("31", "6", ("state_funded", "phase"), id="a sixth form centre"),
            pytest.param("24", "4", ("state_funded", "phase"), id="a secure unit, of none of the lines"),
            pytest.param(None, "4", ("state_funded", "phase"), id="a type not stated"),
            pytest.param(None, None, ("state_funded", "phase"), id="nothing stated"),
            pytest.param("34", "4", (), id="a secondary academy"),
            pytest.param("34", "2", (), id="a primary academy"),
            pytest.param("11", "4", (), id="an independent school"),
            pytest.param("11", None, (), id="an independent school of a phase not stated"),
        ],
    )
    def test_only_what_the_register_leaves_open_is_asked(
        self, kind: str | None, phase: str | None, missing: tuple[str, ...]
    ) -> None:
        """Nothing that could change no answer."""
        type_ = None if kind is None else EstablishmentType.parse(kind)
        assert missing == assessed(type_, None if phase is None else Phase.parse(phase)).finding("ELI-E2").missing

    @EVERY_TYPE
    def test_the_hub_can_always_say_otherwise(self, kind: EstablishmentType | None) -> None:
        """Its judgement wins over the register, both ways."""
        for phase in PHASES:
            for funded, of_phase, status in (
                (True, "secondary", Status.MET),
                (True, "all-through", Status.MET),
                (True, "primary", Status.NOT_MET),
                (False, "secondary", Status.NOT_MET),
            ):
                judged = assessed(kind, phase, {"state_funded": funded, "phase": of_phase})
                assert status == judged.finding("ELI-E2").status


class TestTable:
    """The table of establishments of Cohort 4."""

    def test_its_lines_are_those_of_the_reading(self) -> None:
        """Each line has its types, each type stands in one line, and all cite the clause that is read."""
        lines = {line.id: {kind.code for kind in line.types} for line in LINES}

        assert {name: types for name, (types, _) in READING.items()} == lines
        assert len(set().union(*lines.values())) == sum(len(line.types) for line in LINES) == 32
        assert {SECONDARY_COHORT_4.clause("ELI-E2")} == {line.source for line in LINES}

    def test_what_is_state_funded_is_said_of_two_lines_alone(self) -> None:
        """Of the others it is for the hub to say."""
        assert [True, None, None, False] == [line.state_funded for line in LINES]

    def test_phases_are_read_for_mainstream_schools_alone(self) -> None:
        """A middle school is one that the register deems secondary."""
        mainstream, *others = LINES
        assert {
            Phase.NURSERY: "nursery",
            Phase.PRIMARY: "primary",
            Phase.SECONDARY: "secondary",
            Phase.MIDDLE_DEEMED_SECONDARY: "middle",
            Phase.ALL_THROUGH: "all-through",
        } == mainstream.phases
        assert [{}, {}, {}] == [line.phases for line in others]
