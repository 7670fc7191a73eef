"""The shape of documents, shown by one of each family: forms, judgements, facts, rules, cases, differences."""

from typing import Any

import pytest

from mastery_programme import (
    Application,
    Choice,
    Count,
    Days,
    Difference,
    Flaw,
    FrozenMapping,
    Is,
    Money,
    Payee,
    Phase,
    PublishedTotal,
    YesNo,
)
from mastery_programme.codec import from_dict, to_dict
from tests.changed_editions import changed
from tests.samples import APPLICATION, CASE, CLAUSE, JUDGEMENT, TALK, WAIVER, samples

SAMPLES = samples()
CITED = {"document": "invented", "clause": "INV-1", "heading": "Invented & made up", "text": "A clause <for> tests."}

FORM = {
    "programme": "secondary-2019",
    "school": {
        "name": "Example & <School>",
        "urn": "123456",
        "phase": "Secondary",
        "establishment_type": "Academy converter",
    },
    "hub": "Norfolk and Suffolk",
    "lead_teacher": {
        "name": "Sam <Example>",
        "email": "sam@school.example",
        "ncetm_username": "sam.example",
        "qts": True,
        "years_teaching": 4,
        "teaching_groups": "Years 7 & 8",
        "current_role": "Teacher",
        "awards": [
            {"title": "Specialist Leader", "awarded_on": "2018-09", "kind": "mathematics-sle"},
            {"title": "Chartered", "awarded_on": "2019-01-07"},
        ],
        "teaching_history": [
            {"school": "Example School", "position": "Teacher", "started_on": "2017-09-01", "subject": "Maths"},
            {
                "school": "Another <School>",
                "position": "Teacher",
                "started_on": "2016-09",
                "ended_on": "2017-08-31",
                "subject": "science & maths",
            },
        ],
        "professional_development": [
            {"year": 2018, "activity": "Algebra <for> all"},
            {"year": "last year", "activity": None},
        ],
    },
    "head_of_department": {"name": "Robin Head", "email": "robin@school.example"},
    "nominator": {"name": "Jo Leader", "email": "jo@school.example"},
    "lead_teacher_statement": "A well-read teacher.",
    "nominator_statement": "A teacher – and/or a leader.",
    "signatures": [
        {"role": "lead-teacher", "name": "Sam"},
        {"role": "nominator", "name": "Jo Leader", "signed_on": "2019-04-20"},
    ],
    "copied_to_head_teacher": True,
    "submitted_at": "2019-04-26T17:00:01+01:00",
    "other_statements": {"hub": "A statement of the hub."},
}
JUDGED = {"fact": "passion", "holds": True, "by": "the hub <lead>", "on": "2019-05-02", "note": "seen in lessons"}
WAIVED = {
    "criterion": "APP-1",
    "by": "the hub lead",
    "at": "2019-05-03T17:00:01+01:00",
    "reason": "the school's <network> was down",
}
RULESET = {
    "id": "talk",
    "question": "May the teacher lead a talk?",
    "facts": [
        {"name": "trained", "fact": {"kind": "yes-no", "ask": "Is the teacher trained?"}},
        {
            "name": "phase",
            "fact": {
                "kind": "choice",
                "ask": "In which phase?",
                "options": ["primary", "secondary", "other"],
                "answered_by": "hub",
            },
        },
        {
            "name": "years",
            "fact": {
                "kind": "count",
                "ask": "For how many years?",
                "low": 0,
                "high": 40,
                "unit": "years",
                "judged": True,
            },
        },
    ],
    "rules": [
        {"id": "general", "when": [], "then": "no", "source": CITED},
        {
            "id": "trained",
            "when": [{"fact": "trained", "is": {"one_of": [True]}}, {"fact": "years", "is": {"at_least": 2}}],
            "then": "yes",
            "source": CITED,
            "overrides": ["general"],
        },
        {
            "id": "not-here",
            "when": [{"fact": "phase", "is": {"one_of": ["other"]}}],
            "then": "no",
            "source": CITED,
            "overrides": ["trained"],
        },
    ],
}

SHAPES: list[Any] = [
    pytest.param(APPLICATION, FORM, id="an application"),
    pytest.param(Application("x"), {"programme": "x"}, id="a form without an answer"),
    pytest.param(
        changed(Application("x"), signatures=()), {"programme": "x", "signatures": []}, id="a form that nobody signed"
    ),
    pytest.param(JUDGEMENT, JUDGED, id="a judgement"),
    pytest.param(changed(JUDGEMENT, note="", holds=3), {**JUDGED, "holds": 3} | {"note": None}, id="one of a number"),
    pytest.param(WAIVER, WAIVED, id="a waiver"),
    pytest.param(YesNo("So?", judged=True), {"kind": "yes-no", "ask": "So?", "judged": True}, id="yes or no"),
    pytest.param(Choice("Which?", ("b", "a")), {"kind": "choice", "ask": "Which?", "options": ["b", "a"]}, id="choice"),
    pytest.param(Count("How?", -1, 2), {"kind": "count", "ask": "How?", "low": -1, "high": 2}, id="a count"),
    pytest.param(Is.one_of(True, 1, "1"), {"one_of": [True, 1, "1"]}, id="one of several values"),
    pytest.param(Is.one_of(1, 2, 3, 5), {"one_of": [{"from": 1, "to": 3}, 5]}, id="one of numbers in a row"),
    pytest.param(Is.at_least(0), {"at_least": 0}, id="at least nothing"),
    pytest.param(Is.at_most(-3), {"at_most": -3}, id="at most"),
    pytest.param(Is.between(0, 0), {"at_least": 0, "at_most": 0}, id="between"),
    pytest.param(TALK.rules[1], RULESET["rules"][1], id="a rule"),
    pytest.param(TALK, RULESET, id="a ruleset"),
    pytest.param(
        CASE,
        {
            "id": "case-1",
            "programme": "secondary-2019",
            "application": FORM,
            "history": [
                {"stage": "drafted", "by": "Sam", "at": "2019-03-27T17:00:01+01:00"},
                {"stage": "submitted", "by": "Sam", "at": "2019-04-26T17:00:01+01:00", "reason": "all is said"},
            ],
            "facts": {"employed_as_teacher": True, "years_teaching_mathematics": 3},
            "judgements": [JUDGED],
            "waivers": [WAIVED],
        },
        id="a case",
    ),
    pytest.param(
        PublishedTotal("days", 1, Days("4.5"), CLAUSE),
        {"id": "days", "year": 1, "total": {"days": "4.5"}, "source": CITED},
        id="a published total of days",
    ),
    pytest.param(
        PublishedTotal("money", 1, Money("-4.5"), CLAUSE),
        {"id": "money", "year": 1, "total": {"money": "-4.50"}, "source": CITED},
        id="a published total of money",
    ),
    pytest.param(
        SAMPLES[Difference],
        {
            "subject": "talk",
            "facts": {"trained": [True], "phase": ["other"], "years": [{"from": 2, "to": 40}]},
            "before": ["no"],
            "after": ["yes"],
            "clauses_before": ["INV-1"],
            "clauses_after": ["INV-1"],
        },
        id="a difference between rulesets",
    ),
    pytest.param(
        Flaw("gap", FrozenMapping({"n": (1, 2, 4, 5, 6, 0, True, 2, "7", 8, 7)}), ("a", "b")),
        {"kind": "gap", "facts": {"n": [1, 2, {"from": 4, "to": 6}, 0, True, 2, "7", 8, 7]}, "rules": ["a", "b"]},
        id="a flaw where numbers stand in a row",
    ),
    pytest.param(
        Flaw("gap", FrozenMapping({"n": ()}), ()), {"kind": "gap", "facts": {"n": []}, "rules": []}, id="without values"
    ),
]


def told(expected: dict[str, Any]) -> dict[str, Any]:
    """A document as it is expected, under its version and without the keys that are to lack."""
    return {"format": 1, **{key: value for key, value in expected.items() if value is not None}}


class TestShapes:
    """One document of each family."""

    @pytest.mark.parametrize(("value", "expected"), SHAPES)
    def test_a_value_has_this_document(self, value: Any, expected: dict[str, Any]) -> None:
        """With these keys in this order; and it is read of that, also where the keys stand the other way round."""
        document = to_dict(value)
        assert told(expected) == document
        assert list(told(expected)) == list(document)
        assert value == from_dict(document, type(value)) == from_dict(dict(reversed(document.items())), type(value))

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            pytest.param(None, None, id="nothing"),
            pytest.param(True, True, id="yes"),
            pytest.param(1, 1, id="one"),
            pytest.param("4.5", "4.5", id="a text"),
            pytest.param((), [], id="no values"),
            pytest.param(("a", (1, None)), ["a", [1, None]], id="values within values"),
            pytest.param(Days("4.5"), {"Days": "4.5"}, id="days"),
            pytest.param(Payee.LEAD_SCHOOL, {"Payee": "lead-school"}, id="a term"),
            pytest.param(APPLICATION.submitted_at, {"moment": "2019-04-26T17:00:01+01:00"}, id="a moment"),
            pytest.param(JUDGEMENT.on, {"date": "2019-05-02"}, id="a day"),
            pytest.param(YesNo("So?"), {"YesNo": {"kind": "yes-no", "ask": "So?"}}, id="a fact"),
            pytest.param(
                FrozenMapping({Phase.PRIMARY: ("a",), 2: None}),
                {"FrozenMapping": [{"key": {"Phase": "Primary"}, "item": ["a"]}, {"key": 2, "item": None}]},
                id="a mapping, in its order",
            ),
        ],
    )
    def test_a_difference_tells_what_it_tells_under_its_class(self, value: Any, expected: Any) -> None:
        """Plain values stand as they are, others under the name of their class."""
        difference = Difference("x", FrozenMapping(), value, None, (), ())
        document = to_dict(difference)
        assert expected == document["before"]
        again = from_dict(document, Difference)
        assert (difference, type(value)) == (again, type(again.before))
