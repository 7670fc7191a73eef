"""Verdicts, findings and changes against a slow, plain reading: every way to answer what is open is tried."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

import pytest

from mastery_programme import (
    Assessment,
    Status,
    Verdict,
    assess_facts,
)
from mastery_programme.facts import Value
from tests.applications import ESSENTIAL_FACTS, PROGRAMME

Point = Mapping[str, Value]
Change = frozenset[tuple[str, Value]]

PHASES = ("nursery", "primary", "middle", "secondary", "all-through", "16 plus")
DOMAINS: dict[str, tuple[Value, ...]] = {name: PHASES if name == "phase" else (True, False) for name in ESSENTIAL_FACTS}

COHORT_4: dict[str, Callable[[Point], bool]] = {
    "ELI-E1": lambda point: point["qts"] is True,
    "ELI-E2": lambda point: (
        point["employed_as_teacher"] is True
        and point["state_funded"] is True
        and point["phase"] in {"middle", "secondary", "all-through"}
    ),
    "ELI-E3": lambda point: point["good_teaching"] is True,
    "ELI-E4": lambda point: point["passion"] is True,
    "ELI-E5": lambda point: point["collaborates"] is True,
    "ELI-E6": lambda point: point["track_record_own_school"] is True,
    "ELI-E7": lambda point: point["communication"] is True,
    "ELI-E8": lambda point: point["understands_learning"] is True,
}


class Space:
    """Every complete way to answer some questions, one by one; a set of such ways is a number with a bit for each."""

    def __init__(self, domains: Mapping[str, Sequence[Value]], met: Mapping[str, Callable[[Point], bool]]) -> None:
        self.domains = domains
        self.points = [dict(zip(domains, values, strict=True)) for values in product(*domains.values())]
        self.met = {id: self._where(holds) for id, holds in met.items()}
        self.all_met = self._where(lambda point: all(holds(point) for holds in met.values()))
        self.turning = {id: self._turning(where) for id, where in [*self.met.items(), ("", self.all_met)]}
        self.having = {
            name: {value: self._where(lambda point, name=name, value=value: point[name] == value) for value in values}  # type: ignore[misc]  # bound at once
            for name, values in domains.items()
        }

    def _where(self, holds: Callable[[Point], bool]) -> int:
        return sum(1 << number for number, point in enumerate(self.points) if holds(point))

    def _turning(self, where: int) -> dict[str, int]:
        """For each fact the ways to answer in which another answer to it alone would change whether something holds."""
        holds = {tuple(point.values()): bool(where >> number & 1) for number, point in enumerate(self.points)}
        return {
            name: self._where(
                lambda point, name=name, values=values: (  # type: ignore[misc]  # bound at once
                    1 < len({holds[tuple({**point, name: value}.values())] for value in values})
                )
            )
            for name, values in self.domains.items()
        }

    def left(self, known: Point) -> int:
        """The ways to answer that agree with what is known."""
        left = (1 << len(self.points)) - 1
        for name, value in known.items():
            left &= self.having[name][value]
        return left

    def status(self, id: str, left: int) -> Status:
        """Whether a criterion is met in all of these ways, in none, or in some."""
        where = self.met[id]
        return Status.MET if not left & ~where else Status.UNKNOWN if left & where else Status.NOT_MET

    def verdict(self, left: int) -> Verdict:
        """Whether all criteria are met in all of these ways, in none, or in some."""
        if not left & ~self.all_met:
            return Verdict.MEETS
        return Verdict.UNDECIDED if left & self.all_met else Verdict.FALLS_SHORT

    def missing(self, known: Point, id: str = "") -> tuple[str, ...]:
        """The unknown facts that can still change a criterion, or the verdict, in some way to answer."""
        left = self.left(known)
        return tuple(name for name, there in self.turning[id].items() if name not in known and left & there)

    def changes(self, known: Point, fixed: Collection[str], where: int) -> set[Change]:
        """Every smallest set of facts with values after which something holds for certain."""
        free = [name for name in self.domains if name not in fixed]
        for size in range(len(free) + 1):
            found = {
                frozenset(zip(names, values, strict=True))
                for names in combinations(free, size)
                for values in product(*(self.domains[name] for name in names))
                if not self.left({**known, **dict(zip(names, values, strict=True))}) & ~where
            }
            if found:
                return found
        return set()


@cache
def cohort_4() -> Space:
    """The essential facts and criteria of Cohort 4."""
    return Space(DOMAINS, COHORT_4)


def combos(**fixed: Sequence[Value | None]) -> Iterator[dict[str, Value]]:
    """What can be known of the essential facts: each of its values, or nothing."""
    options = [fixed.get(name, (*values, None)) for name, values in DOMAINS.items()]
    for values in product(*options):
        yield {name: value for name, value in zip(DOMAINS, values, strict=True) if value is not None}


def asked(assessment: Assessment) -> tuple[str, ...]:
    """The names of the facts that are missing."""
    return tuple(question.fact for question in assessment.missing)


class TestEssential:
    """All combinations of what can be known of the ten essential facts: 78,732."""

    @pytest.mark.parametrize("phase", [None, "primary", "middle", "secondary"])
    def test_every_combination_has_the_verdict_that_trying_all_answers_gives(self, phase: str | None) -> None:
        """And the statuses of its essential criteria, and exactly the facts that can still change the verdict."""
        space, seen = cohort_4(), set[Verdict]()
        every = list(combos(phase=(phase,)))
        for known in every:
            left, assessment = space.left(known), assess_facts(PROGRAMME, known)
            assert (
                space.verdict(left),
                tuple(space.status(id, left) for id in COHORT_4),
                space.missing(known),
            ) == (assessment.verdict, assessment.outlook.statuses[:8], asked(assessment)), known
            seen.add(assessment.verdict)
        assert 3**9 == len(every)
        assert {None: 2, "primary": 1}.get(phase, 3) == len(seen)

    @pytest.mark.long
    @pytest.mark.parametrize("phase", [None, *PHASES])
    def test_so_have_its_findings(self, phase: str | None) -> None:
        """Each with its status and exactly the facts that can still change it, in all phases; None is not known."""
        space = cohort_4()
        for known in combos(phase=(phase,)):
            left, assessment = space.left(known), assess_facts(PROGRAMME, {**dict.fromkeys(DOMAINS), **known})
            assert [(id, space.status(id, left), space.missing(known, id)) for id in COHORT_4] == [
                (one.criterion, one.status, one.missing) for one in assessment.essential
            ], known
            assert (space.verdict(left), space.missing(known)) == (assessment.verdict, asked(assessment)), known

    @pytest.mark.parametrize("phase", [None, *PHASES])
    def test_a_school_is_of_its_kind_in_every_phase(self, phase: str | None) -> None:
        """All that can be known of employment, funding and phase; and the reason tells what decides, and nothing else.

        It is told of the facts that were given, whatever was asked before.
        """
        space = cohort_4()
        judged = {name: (True,) for name in DOMAINS if name not in {"employed_as_teacher", "state_funded"}}
        for known in combos(**{**judged, "phase": (phase,)}):
            found, left = assess_facts(PROGRAMME, known).finding("ELI-E2"), space.left(known)
            assert (space.status("ELI-E2", left), space.missing(known, "ELI-E2")) == (found.status, found.missing)
            assert {name: value for name, value in known.items() if name in SCHOOL} == dict(found.known)
            told = {name for name, ask in SCHOOL.items() if ask in found.reason}
            failed = {name for name in SCHOOL if name in known and not space.left({name: known[name]}) & space.all_met}
            assert {Status.MET: set(SCHOOL), Status.NOT_MET: failed}.get(found.status, set(found.missing)) == told


SCHOOL = {name: PROGRAMME.facts[name].ask for name in ("employed_as_teacher", "state_funded", "phase")}
SINGLE = {
    "ELI-D2": "subject_leader",
    "ELI-D4": "track_record_other_schools",
    "ELI-D5": "grows_leadership",
    "APP-1": "submitted_in_time",
    "FRM-9-lead-teacher": "signed_by_lead_teacher",
    "FRM-9-head-of-department": "signed_by_head_of_department",
    "FRM-9-nominator": "signed_by_nominator",
    "APP-2": "copied_to_head_teacher",
}
STATUSES = (
    "lead_practitioner",
    "mathematics_sle",
    "pd_lead_accredited",
    "pd_lead_secondary",
    "pd_lead_other_phase",
    "other_additional_status",
)


class TestOtherCriteria:
    """All combinations of what can be known of the facts of each other criterion."""

    @pytest.mark.parametrize(
        ("criterion", "facts"),
        [
            pytest.param("ELI-D1", STATUSES, id="six statuses, any of which will do"),
            pytest.param("ELI-D6", ("engaged_with_hub", "china_england_exchange"), id="either engagement"),
            *(pytest.param(criterion, (fact,), id=criterion) for criterion, fact in SINGLE.items()),
        ],
    )
    def test_any_one_will_do(self, criterion: str, facts: tuple[str, ...]) -> None:
        """Met once one is true, not met once all are false."""
        space = Space(dict.fromkeys(facts, (True, False)), {criterion: lambda point: any(point.values())})
        for values in product((True, False, None), repeat=len(facts)):
            known = {name: value for name, value in zip(facts, values, strict=True) if value is not None}
            assessment = assess_facts(PROGRAMME, known)
            found = assessment.finding(criterion)
            status = space.status(criterion, space.left(known))
            assert (status, space.missing(known, criterion)) == (found.status, found.missing)
            assert (Verdict.UNDECIDED, ESSENTIAL_FACTS) == (assessment.verdict, asked(assessment))

    @pytest.mark.parametrize(
        ("criterion", "fact", "met", "not_met"),
        [
            pytest.param("ELI-D3", "years_teaching_mathematics", (2, 3, 100), (0, 1), id="years"),
            pytest.param("FRM-7", "lead_teacher_statement_words", (0, 1, 300), (301, 10_000), id="words"),
            pytest.param("FRM-8", "nominator_statement_words", (0, 1, 300), (301, 10_000), id="a nominator's words"),
            pytest.param("FRM-1", "required_fields_missing", (0,), (1, 15, 100), id="blanks"),
        ],
    )
    def test_a_number_has_its_bound(
        self, criterion: str, fact: str, met: tuple[int, ...], not_met: tuple[int, ...]
    ) -> None:
        """On both sides of it."""
        expected = [*((value, Status.MET, ()) for value in met), *((value, Status.NOT_MET, ()) for value in not_met)]
        for value, status, missing in [*expected, (None, Status.UNKNOWN, (fact,))]:
            found = assess_facts(PROGRAMME, {fact: value}).finding(criterion)
            assert (status, missing) == (found.status, found.missing), value
