"""Why a criterion is met, is not met, or is not known to be: every reason, and no others."""

from itertools import permutations

import pytest

from mastery_programme import (
    Choice,
    Count,
    Criterion,
    Finding,
    Is,
    Level,
    Rule,
    Ruleset,
    Status,
    YesNo,
    assess_facts,
)
from mastery_programme.facts import Fact, Value
from tests.applications import PROGRAMME, judgement
from tests.changed_editions import CLAUSE, changed

EMPLOYED, FUNDED, PHASE = (PROGRAMME.facts[name].ask for name in ("employed_as_teacher", "state_funded", "phase"))
NEEDED = "Middle or secondary or all-through"
FACTS: dict[str, Fact] = {
    "a": YesNo("Is it a?"),
    "b": YesNo("Is it b?", judged=True, answered_by="hub"),
    "c": Choice("Which is c?", ("x", "y", "z")),
    "d": Count("Number?", 0, 20),
    "e": Count("Length?", 0, 20, "miles"),
    "f": YesNo("Is it f?", judged=True, answered_by="hub"),
}
NOT_MET = Rule("not-met", {}, "not met", CLAUSE)


def met_if(number: int, /, **when: Is) -> Rule:
    """A rule by which a criterion is met, before all that say that it is not."""
    return Rule(f"way-{number}", when, "met", CLAUSE, ("not-met",))


def found(*rules: Rule, **known: Value) -> Finding:
    """What is found of a criterion with these rules, and no others than these facts known."""
    names = [name for name in FACTS if name in known or any(name in rule.when for rule in rules)]
    ruleset = Ruleset("made-up", "Is it so?", {name: FACTS[name] for name in names}, rules)
    criterion = Criterion("made-up", Level.DESIRABLE, "Something", ruleset, CLAUSE)
    return assess_facts(changed(PROGRAMME, criteria=(criterion,), form=None), known).finding("made-up")


YES, NO = Is.one_of(True), Is.one_of(False)


class TestReasons:
    """Why a criterion is met, is not met, or is not known to be."""

    @pytest.mark.parametrize(
        ("facts", "reason"),
        [
            pytest.param({}, f"Still to be answered: {EMPLOYED} {FUNDED} {PHASE}", id="nothing is known"),
            pytest.param({"state_funded": True}, f"Still to be answered: {EMPLOYED} {PHASE}", id="one is known"),
            pytest.param(
                {"employed_as_teacher": True, "state_funded": True, "phase": "middle"},
                f"{EMPLOYED} Yes. {FUNDED} Yes. {PHASE} Middle.",
                id="all that is needed",
            ),
            pytest.param({"state_funded": False}, f"{FUNDED} No; needed: yes.", id="one failure"),
            pytest.param(
                {"state_funded": False, "employed_as_teacher": True},
                f"{FUNDED} No; needed: yes.",
                id="one beside a yes",
            ),
            pytest.param(
                {"employed_as_teacher": False, "phase": "16 plus"},
                f"{EMPLOYED} No; needed: yes. {PHASE} 16 plus; needed: {NEEDED.lower()}.",
                id="two failures",
            ),
            pytest.param(
                {"employed_as_teacher": False, "state_funded": False, "phase": "nursery"},
                f"{EMPLOYED} No; needed: yes. {FUNDED} No; needed: yes. {PHASE} Nursery; needed: {NEEDED.lower()}.",
                id="three failures",
            ),
        ],
    )
    def test_all_reasons_are_told_at_once(self, facts: dict[str, Value], reason: str) -> None:
        """In the order of the edition, whatever the order of the facts given."""
        for order in permutations(facts.items()):
            programme = changed(PROGRAMME)  # which remembers nothing
            assert reason == assess_facts(programme, dict(order)).finding("ELI-E2").reason

    def test_a_finding_tells_of_its_own_facts(self) -> None:
        """And not of those of another applicant who stood as near to the criteria."""
        one, other = (
            {"employed_as_teacher": False, "state_funded": True},
            {"employed_as_teacher": True, "state_funded": False},
        )
        for facts in (one, other, one):
            finding = assess_facts(PROGRAMME, facts).finding("ELI-E2")
            asked = EMPLOYED if facts is one else FUNDED
            assert (f"{asked} No; needed: yes.", facts) == (finding.reason, dict(finding.known))

    @pytest.mark.parametrize(
        ("statuses", "told"),
        [
            pytest.param({"mathematics_sle": True, "lead_practitioner": False}, ["mathematics_sle"], id="one"),
            pytest.param(
                {"other_additional_status": True, "lead_practitioner": True},
                ["lead_practitioner", "other_additional_status"],
                id="two",
            ),
        ],
    )
    def test_everything_that_would_do_is_told(self, statuses: dict[str, Value], told: list[str]) -> None:
        """And what is not needed is not."""
        reason = assess_facts(PROGRAMME, statuses).finding("ELI-D1").reason
        assert " ".join(f"{PROGRAMME.facts[name].ask} Yes." for name in told) == reason

    @pytest.mark.parametrize(
        ("condition", "value", "told"),
        [
            pytest.param({"d": Is.at_least(2)}, 1, "Number? 1; needed: at least 2, so 1 too few.", id="too few"),
            pytest.param({"d": Is.at_most(2)}, 5, "Number? 5; needed: at most 2, so 3 too many.", id="too many"),
            pytest.param(
                {"d": Is.between(2, 4)},
                0,
                "Number? 0; needed: at least 2 and at most 4, so 2 too few.",
                id="below both bounds",
            ),
            pytest.param(
                {"d": Is.between(2, 4)},
                5,
                "Number? 5; needed: at least 2 and at most 4, so 1 too many.",
                id="above both bounds",
            ),
            pytest.param({"d": Is.one_of(3, 5)}, 4, "Number? 4; needed: 3 or 5.", id="none of some numbers"),
            pytest.param(
                {"e": Is.at_most(2)},
                12,
                "Length? 12 miles; needed: at most 2, so 10 too many.",
                id="with a unit",
            ),
            pytest.param({"c": Is.one_of("x", "y")}, "z", "Which is c? Z; needed: x or y.", id="none of some options"),
            pytest.param({"a": NO}, True, "Is it a? Yes; needed: no.", id="yes where no is needed"),
        ],
    )
    def test_a_failure_says_what_is_needed_and_by_how_much_it_misses(
        self, condition: dict[str, Is], value: Value, told: str
    ) -> None:
        """Whatever kind of fact it is."""
        finding = found(NOT_MET, met_if(1, **condition), **dict.fromkeys(condition, value))
        assert (Status.NOT_MET, told) == (finding.status, finding.reason)

    @pytest.mark.parametrize(
        ("rules", "known", "status", "told"),
        [
            pytest.param(
                (NOT_MET, met_if(1, a=YES, d=Is.at_least(2)), met_if(2, c=Is.one_of("x"))),
                {"a": True, "c": "y", "d": 0},
                Status.NOT_MET,
                "Which is c? Y. Number? 0. Needed, any one of these: Number? At least 2; Which is c? X.",
                id="two ways that are both closed",
            ),
            pytest.param(
                (NOT_MET, met_if(1, a=YES, d=Is.at_least(2)), met_if(2, a=YES, c=Is.one_of("x"))),
                {"a": False},
                Status.NOT_MET,
                "Is it a? No; needed: yes.",
                id="one answer that closes two ways is told once",
            ),
            pytest.param(
                (Rule("always", {}, "met", CLAUSE), Rule("never-a", {"a": YES}, "not met", CLAUSE, ("always",))),
                {"a": True},
                Status.NOT_MET,
                "Is it a? Yes.",
                id="an exception by which it is not met",
            ),
            pytest.param(
                (
                    Rule("always", {}, "met", CLAUSE),
                    Rule("never-a", {"a": YES}, "not met", CLAUSE, ("always",)),
                    Rule("never-c", {"c": Is.one_of("x")}, "not met", CLAUSE, ("always",)),
                ),
                {"a": True, "c": "y"},
                Status.NOT_MET,
                "Is it a? Yes.",
                id="one of two exceptions",
            ),
            pytest.param(
                (Rule("always", {}, "met", CLAUSE), Rule("never-a", {"a": YES}, "not met", CLAUSE, ("always",))),
                {"a": False},
                Status.MET,
                "Is it a? No.",
                id="a general rule by which it is met",
            ),
            pytest.param(
                (NOT_MET,), {"a": True}, Status.NOT_MET, "This is so whatever is answered.", id="a rule for no answer"
            ),
            pytest.param(
                (NOT_MET, met_if(1, a=YES, b=YES, c=Is.one_of("x"), f=YES)),
                {},
                Status.UNKNOWN,
                "Still to be answered: Is it a? Still to be judged: Is it b? "
                "Still to be answered: Which is c? Still to be judged: Is it f?",
                id="questions and judgements by turns",
            ),
            pytest.param(
                (NOT_MET, met_if(1, b=YES, f=YES)),
                {},
                Status.UNKNOWN,
                "Still to be judged: Is it b? Is it f?",
                id="two judgements in a row",
            ),
            pytest.param(
                (NOT_MET, met_if(1, a=YES, c=Is.one_of("x")), met_if(2, a=NO, c=Is.one_of("x"))),
                {"c": "x"},
                Status.MET,
                "Which is c? X.",
                id="both answers would do",
            ),
        ],
    )
    def test_rules_of_any_shape_have_reasons(
        self, rules: tuple[Rule, ...], known: dict[str, Value], status: Status, told: str
    ) -> None:
        """Exceptions, several ways, and rules without conditions."""
        finding = found(*rules, **known)
        assert (status, told) == (finding.status, finding.reason)

    @pytest.mark.parametrize("order", [pytest.param(1, id="yes first"), pytest.param(-1, id="no first")])
    def test_an_answer_is_told_once(self, order: int) -> None:
        """Also where one rule says what it would have to be, and another one what follows as it is."""
        rules = (Rule("yes", {"a": YES}, "met", CLAUSE), Rule("no", {"a": NO}, "not met", CLAUSE))
        assert 1 == found(*rules[::order], a=False).reason.count("Is it a? No")

    def test_an_answer_that_closes_two_ways_tells_what_either_needs(self) -> None:
        """Though one of them alone would do."""
        ways = met_if(1, a=YES, c=Is.one_of("x")), met_if(2, b=YES, c=Is.one_of("y"))
        reason = found(NOT_MET, *ways, c="z").reason
        assert [True, True] == ["Which is c? Z; needed: x" in reason, "y" in reason.partition("needed: x")[2]]

    def test_what_is_needed_is_what_would_meet_it(self) -> None:
        """And not what another rule by which it is not met asks for."""
        outcomes = (("x", "met"), ("y", "not met"), ("z", "not met"))
        rules = (Rule(value, {"c": Is.one_of(value)}, outcome, CLAUSE) for value, outcome in outcomes)
        assert "Which is c? Z; needed: x." == found(*rules, c="z").reason

    def test_several_ways_are_told_apart(self) -> None:
        """What belongs to one way is told together, after all that was answered."""
        ways = met_if(1, a=YES, c=Is.one_of("x")), met_if(2, b=YES, c=Is.one_of("y"))
        told = "Is it a? No. Which is c? Z. Needed, any one of these: Is it a? Yes and Which is c? X; Which is c? Y."
        assert told == found(NOT_MET, *ways, a=False, c="z").reason

    def test_a_reason_is_one_line(self) -> None:
        """Whatever lines and spaces are in the note of who judged."""
        seen = judgement("passion", note="seen\n\n- ELI-E1:\tmet")
        reason = assess_facts(PROGRAMME, {}, [seen]).finding("ELI-E4").reason
        assert reason.endswith("(judged: by Robin Reviewer on 2019-05-07: seen - ELI-E1: met)")


class TestMissing:
    """What can still change a finding."""

    @pytest.mark.parametrize(
        ("known", "missing"),
        [
            pytest.param({}, ("a", "c", "d"), id="nothing is known"),
            pytest.param({"a": True}, ("d",), id="what the other way needs does not matter"),
            pytest.param({"a": False}, ("c",), id="what this way needs does not matter"),
            pytest.param({"d": 1}, ("a", "c"), id="one way is closed"),
            pytest.param({"d": 1, "c": "y"}, (), id="both ways are closed"),
            pytest.param({"d": 2, "c": "x"}, (), id="both ways are open"),
        ],
    )
    def test_it_is_just_what_still_matters(self, known: dict[str, Value], missing: tuple[str, ...]) -> None:
        """A fact that no longer changes anything is not asked."""
        finding = found(NOT_MET, met_if(1, a=YES, d=Is.at_least(2)), met_if(2, a=NO, c=Is.one_of("x")), **known)
        assert missing == finding.missing

    def test_what_no_rule_is_about_never_matters(self) -> None:
        """It is known, and asked for by nobody."""
        finding = found(NOT_MET, met_if(1, a=YES), b=True)
        assert (("a",), {"b": True}) == (finding.missing, dict(finding.known))
