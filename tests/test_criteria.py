"""Criteria: met in any of the ways stated and in no other, and those of Cohort 4 as its document has them."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Choice,
    Count,
    Criterion,
    InvalidRule,
    InvalidRuleset,
    Is,
    Level,
    Source,
    YesNo,
    audit,
    decide,
)
from mastery_programme.criteria import MET, NOT_MET
from mastery_programme.facts import Fact

COHORT = SECONDARY_COHORT_4
CLAUSE = Source("invented", "INV-1", "Invented & made up", "A clause <for> tests.")
YES = Is.one_of(True)

IsMet = Callable[[tuple[Any, ...]], bool]

ESSENTIAL = {
    "ELI-E1": "Qualified Teacher Status",
    "ELI-E2": "A teacher at a state-funded middle or secondary school",
    "ELI-E3": "Good teaching of mathematics",
    "ELI-E4": "Passion for teaching for mastery",
    "ELI-E5": "Collaboration",
    "ELI-E6": "Track record in their own school",
    "ELI-E7": "Communication",
    "ELI-E8": "Understanding of effective learning",
}
DESIRABLE = {
    "ELI-D1": "Additional status",
    "ELI-D2": "Mathematics subject leader",
    "ELI-D3": "At least 2 years of teaching mathematics",
    "ELI-D4": "Track record across schools",
    "ELI-D5": "Growing leadership in others",
    "ELI-D6": "Engaged already",
}
ABOUT_THE_FORM = {
    "APP-1": "Sent in time",
    "FRM-7": "Length of the lead teacher's statement",
    "FRM-8": "Length of the nominator's statement",
    "FRM-9-lead-teacher": "Signature of the lead teacher",
    "FRM-9-head-of-department": "Signature of the head of department",
    "FRM-9-nominator": "Signature of the nominating head teacher or senior leader",
    "APP-2": "Copy to the head teacher",
    "FRM-1": "Every required field has an answer",
}
"""The criteria of Cohort 4 by level, in the order of its document, with what people call them."""

WHEN: dict[str, tuple[tuple[str, ...], IsMet]] = {
    "ELI-E1": (("qts",), any),
    "ELI-E2": (
        ("employed_as_teacher", "state_funded", "phase"),
        lambda known: known[0] and known[1] and known[2] in {"middle", "secondary", "all-through"},
    ),
    "ELI-E3": (("good_teaching",), any),
    "ELI-E4": (("passion",), any),
    "ELI-E5": (("collaborates",), any),
    "ELI-E6": (("track_record_own_school",), any),
    "ELI-E7": (("communication",), any),
    "ELI-E8": (("understands_learning",), any),
    "ELI-D1": (
        (
            *("lead_practitioner", "mathematics_sle", "pd_lead_accredited", "pd_lead_secondary"),
            *("pd_lead_other_phase", "other_additional_status"),
        ),
        any,
    ),
    "ELI-D2": (("subject_leader",), any),
    "ELI-D3": (("years_teaching_mathematics",), lambda known: known[0] >= 2),
    "ELI-D4": (("track_record_other_schools",), any),
    "ELI-D5": (("grows_leadership",), any),
    "ELI-D6": (("engaged_with_hub", "china_england_exchange"), any),
    "APP-1": (("submitted_in_time",), any),
    "FRM-7": (("lead_teacher_statement_words",), lambda known: known[0] <= 300),
    "FRM-8": (("nominator_statement_words",), lambda known: known[0] <= 300),
    "FRM-9-lead-teacher": (("signed_by_lead_teacher",), any),
    "FRM-9-head-of-department": (("signed_by_head_of_department",), any),
    "FRM-9-nominator": (("signed_by_nominator",), any),
    "APP-2": (("copied_to_head_teacher",), any),
    "FRM-1": (("required_fields_missing",), lambda known: known[0] == 0),
}
"""The facts of each criterion in the order in which they are asked, and when their values meet it."""

JUDGED = {
    *("good_teaching", "passion", "collaborates", "track_record_own_school", "communication", "understands_learning"),
    *("other_additional_status", "track_record_other_schools", "grows_leadership"),
}
OF_THE_HUB = JUDGED | {"state_funded", "phase"}
OF_THE_FORM = {
    *("submitted_in_time", "lead_teacher_statement_words", "nominator_statement_words", "required_fields_missing"),
    *("signed_by_lead_teacher", "signed_by_head_of_department", "signed_by_nominator"),
}
"""Which facts are a judgement, which the hub answers, and which are read off the form alone."""

BOUNDS = {
    "years_teaching_mathematics": (0, 100, "years"),
    "lead_teacher_statement_words": (0, 10_000, "words"),
    "nominator_statement_words": (0, 10_000, "words"),
    "required_fields_missing": (0, 100, "fields"),
}

EVERY = pytest.mark.parametrize("criterion", [pytest.param(one, id=one.id) for one in COHORT.criteria])


def states(criterion: Criterion) -> Iterator[dict[str, Any]]:
    """Every combination of values of a criterion's facts."""
    facts = criterion.ruleset.facts
    for values in product(*(fact.values for fact in facts.values())):
        yield dict(zip(facts, values, strict=True))


class TestCohort4:
    """The criteria of Cohort 4."""

    def test_they_stand_in_the_order_of_the_document(self) -> None:
        """Essential, desirable, and about the form; each with its name for people."""
        expected = [
            (level, id, label)
            for level, labels in zip(Level, (ESSENTIAL, DESIRABLE, ABOUT_THE_FORM), strict=True)
            for id, label in labels.items()
        ]
        assert expected == [(one.level, one.id, one.label) for one in COHORT.criteria]

    @EVERY
    def test_each_cites_the_clause_of_its_name(self, criterion: Criterion) -> None:
        """In itself and in each of its rules."""
        clause = COHORT.clause("FRM-9" if criterion.id.startswith("FRM-9-") else criterion.id)

        assert [clause] * (1 + len(criterion.ruleset.rules)) == [
            criterion.source,
            *(rule.source for rule in criterion.ruleset.rules),
        ]

    @EVERY
    def test_each_asks_for_its_facts_in_order(self, criterion: Criterion) -> None:
        """And is named as its ruleset is."""
        ruleset = criterion.ruleset

        assert (WHEN[criterion.id][0], criterion.id) == (tuple(ruleset.facts), ruleset.id)
        assert f"Is {criterion.id} met: {criterion.label}?" == ruleset.question

    @EVERY
    def test_each_is_met_in_the_cases_stated_and_in_no_other(self, criterion: Criterion) -> None:
        """In every state of its facts, the longest statements among them."""
        names, is_met = WHEN[criterion.id]
        expected: list[str] = []
        found: list[str | None] = []
        for facts in states(criterion):
            expected.append(MET if is_met(tuple(facts[name] for name in names)) else NOT_MET)
            found.append(decide(criterion.ruleset, facts).outcome)

        assert expected == found

    @pytest.mark.parametrize("id", ["ELI-E2", "ELI-D1", "ELI-D6"])
    def test_each_is_settled_as_soon_as_nothing_can_change_it(self, id: str) -> None:
        """With any facts unknown, the answer is the one that all ways to know them share, if they share one."""
        names, is_met = WHEN[id]
        ruleset = COHORT.criterion(id).ruleset
        for values in product(*((None, *ruleset.facts[name].values) for name in names)):
            filled = product(
                *(ruleset.facts[name].values if one is None else [one] for name, one in zip(names, values, strict=True))
            )
            outcomes = {MET if is_met(one) else NOT_MET for one in filled}
            known = {name: one for name, one in zip(names, values, strict=True) if one is not None}
            assert (outcomes.pop() if len(outcomes) == 1 else None) == decide(ruleset, known).outcome

    @EVERY
    def test_none_has_a_flaw(self, criterion: Criterion) -> None:
        """No conflict, no gap, no dead rule."""
        assert () == audit(criterion.ruleset)

    def test_the_facts_say_who_answers_and_what_is_judged(self) -> None:
        """Whatever is no form's and no hub's is the applicant's."""
        facts = {name: fact for one in COHORT.criteria for name, fact in one.ruleset.facts.items()}
        answered_by = {
            name: "hub" if name in OF_THE_HUB else "form" if name in OF_THE_FORM else "applicant" for name in facts
        }

        assert JUDGED == {name for name, fact in facts.items() if fact.judged}
        assert answered_by == {name: fact.answered_by for name, fact in facts.items()}

    def test_the_facts_have_their_kinds_and_bounds(self) -> None:
        """Counts with their units, one choice, and yes or no else."""
        facts = {name: fact for one in COHORT.criteria for name, fact in one.ruleset.facts.items()}
        counts = {name: (fact.low, fact.high, fact.unit) for name, fact in facts.items() if isinstance(fact, Count)}
        choices = {name: fact.options for name, fact in facts.items() if isinstance(fact, Choice)}

        assert BOUNDS == counts
        assert {"phase": ("nursery", "primary", "middle", "secondary", "all-through", "16 plus")} == choices

    def test_every_question_is_asked_in_words_of_its_own(self) -> None:
        """So that nobody answers one for another."""
        asks = {name: fact.ask for one in COHORT.criteria for name, fact in one.ruleset.facts.items()}

        assert asks.keys() == {name for names, _ in WHEN.values() for name in names}
        assert len(asks) == len(set(asks.values()))
        assert [] == [ask for ask in asks.values() if not ask.endswith("?")]


FACTS: dict[str, Fact] = {
    "qts": YesNo("Is the teacher qualified?"),
    "phase": Choice("In which phase?", ("primary", "secondary")),
    "years": Count("For how many years?", 0, 9, "years"),
}
SECONDARY, PRIMARY = Is.one_of("secondary"), Is.one_of("primary")
TWO, FIVE = Is.at_least(2), Is.at_least(5)
WAYS: dict[str, tuple[list[Mapping[str, Is]], IsMet]] = {
    "no way": ([], lambda known: False),
    "in any case": ([{}], lambda known: True),
    "one condition": ([{"qts": YES}], lambda known: known[0]),
    "two conditions": ([{"qts": YES, "years": TWO}], lambda known: known[0] and known[2] >= 2),
    "either of two": ([{"qts": YES}, {"years": TWO}], lambda known: known[0] or known[2] >= 2),
    "either of two pairs": (
        [{"qts": YES, "years": TWO}, {"phase": SECONDARY, "years": FIVE}],
        lambda known: (known[0] and known[2] >= 2) or (known[1] == "secondary" and known[2] >= 5),
    ),
    "either of two pairs of conditions on the same facts": (
        [{"phase": SECONDARY, "years": TWO}, {"phase": PRIMARY, "years": FIVE}],
        lambda known: known[2] >= (2 if known[1] == "secondary" else 5),
    ),
}


class TestMetWhen:
    """A criterion that is met in some ways."""

    @pytest.mark.parametrize(("ways", "is_met"), [pytest.param(*way, id=what) for what, way in WAYS.items()])
    def test_it_is_met_when_all_conditions_of_one_way_hold(self, ways: list[Mapping[str, Is]], is_met: IsMet) -> None:
        """In every state of the facts, and never in another."""
        criterion = Criterion.met_when("made-up", Level.DESIRABLE, "Something", FACTS, ways, CLAUSE)
        every = list(states(criterion))

        assert len(every) == 2 * 2 * 10
        assert [MET if is_met(tuple(facts.values())) else NOT_MET for facts in every] == [
            decide(criterion.ruleset, facts).outcome for facts in every
        ]

    def test_it_says_what_it_was_given(self) -> None:
        """A rule for each way, named after its facts, that overrides the one for all else."""
        ways = ({"qts": YES, "years": TWO}, {"phase": PRIMARY})
        criterion = Criterion.met_when("made-up", Level.FORM, "Something", FACTS, ways, CLAUSE)
        told = (criterion.id, criterion.level, criterion.label, criterion.source, list(criterion.ruleset.facts.items()))

        assert ("made-up", Level.FORM, "Something", CLAUSE, list(FACTS.items())) == told
        assert ("made-up", "Is made-up met: Something?") == (criterion.ruleset.id, criterion.ruleset.question)
        assert [
            "not-met: not met [INV-1]",
            "met-by-qts-and-years: met when qts is yes and years is at least 2 [INV-1]",
            "met-by-phase: met when phase is primary [INV-1]",
        ] == list(map(str, criterion.ruleset.rules))
        assert [(), ("not-met",), ("not-met",)] == [rule.overrides for rule in criterion.ruleset.rules]

    @pytest.mark.parametrize(
        ("way", "told"),
        [
            pytest.param({"qtz": YES}, "is about an unknown fact 'qtz'; the nearest is 'qts'", id="an unknown fact"),
            pytest.param({"phase": YES}, "yes does not fit 'phase'", id="a condition of another kind"),
            pytest.param({"years": Is.at_least(10)}, "at least 10 does not fit 'years'", id="a bound out of bounds"),
        ],
    )
    def test_a_condition_about_nothing_is_refused(self, way: Mapping[str, Is], told: str) -> None:
        """As in any ruleset."""
        with pytest.raises(InvalidRuleset, match=told):
            Criterion.met_when("made-up", Level.DESIRABLE, "Something", FACTS, (way,), CLAUSE)

    def test_what_is_no_condition_is_refused(self) -> None:
        """A plain value too."""
        way: Any = {"qts": True}
        with pytest.raises(InvalidRule, match="not a condition: True"):
            Criterion.met_when("made-up", Level.DESIRABLE, "Something", FACTS, (way,), CLAUSE)

    def test_the_names_of_its_rules_never_clash(self) -> None:
        """Whatever the facts are called."""
        facts: dict[str, Fact] = {name: YesNo(f"Is it so: {name}?") for name in ("a", "b", "a-and-b", "a-2", "a-1")}
        ways = [{"a": YES}, {"a": Is.one_of(False)}, {"a-2": YES}, {"a-1": YES}, {"a-and-b": YES}, {"a": YES, "b": YES}]
        criterion = Criterion.met_when("made-up", Level.DESIRABLE, "Something", facts, ways, CLAUSE)

        assert len(ways) + 1 == len({rule.id for rule in criterion.ruleset.rules})

    @pytest.mark.parametrize("ways", [None, 7, "qts", [None], ["qts"], [7], {"qts": YES}, [[("qts", YES)]]], ids=repr)
    def test_what_are_no_ways_is_refused(self, ways: Any) -> None:
        """One way by itself too."""
        with pytest.raises(InvalidRule):
            Criterion.met_when("made-up", Level.DESIRABLE, "Something", FACTS, ways, CLAUSE)
