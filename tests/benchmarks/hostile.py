"""Documents that are meant to take long or much, each with what it is read as."""

from typing import Any

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Case,
    Difference,
    EstablishmentGroup,
    FormReading,
    Programme,
    Ruleset,
)
from mastery_programme.codec import to_dict

CITED = {"document": "secondary-2019", "clause": "ELI-D2"}
YES_NO = {"kind": "yes-no", "ask": "q"}
RULE = {"when": [], "then": "met", "source": CITED}

Documents = dict[str, tuple[Any, type[Any]]]


def hostile() -> Documents:
    """Documents of all sorts."""
    ruleset = {"id": "x", "question": "x", "facts": []}
    circle = [{"id": f"r{number}", **RULE, "overrides": [f"r{(number + 1) % 200}"]} for number in range(200)]
    unknown = [{"id": f"r{number}", **RULE, "overrides": [f"q{number}"]} for number in range(200)]
    alike = [
        {"id": f"{number:03}{'z' * 900}", **RULE, "overrides": [f"{number:03}{'y' * 100}"]} for number in range(200)
    ]
    awards = {"programme": "x", "lead_teacher": {"awards": [{"tilte": 1, "awardedon": 2, "knd": 3}] * 900}}
    posts = {"programme": "x", "lead_teacher": {"teaching_history": [{}] * 1000}, "x": 1}
    odd = {"kind": "choice", "ask": "q", "options": [f"{number:03}{chr(0xF0000) * 990}" for number in range(190)]}
    misfit = [{"id": f"r{number}", **RULE, "when": _when(f={"one_of": [1]})} for number in range(200)]
    unseen = {"id": "x", "question": "x", "facts": [{"name": "f", "fact": odd}], "rules": misfit}
    text = {"id": "é" * 260_000 + "\u202e"}
    types = {"id": "x", "types": ["Academy convertr"] * 900, "state_funded": None, "phases": {}, "source": CITED}
    return {
        "100 MB of text": ("x" * 100_000_000, Application),
        "131,000 lists in each other": ("[" * 131_000 + "]" * 131_000, Application),
        "a quote that never ends": ('"\\' * 131_000, Application),
        "262,000 digits": ("9" * 262_000, Application),
        "as many after a point": (f"0.{'9' * 262_000}", Application),
        "131,000 numbers": (f"[{'0,' * 131_000}0]", Application),
        "a text of 262,000 characters, the last one odd": (text, FormReading),
        "900 awards with three wrong keys each": (awards, Application),
        "1,000 posts without an answer, and one wrong key": (posts, Application),
        "900 terms that are nearly right": (types, EstablishmentGroup),
        "200 rules in a circle": ({**ruleset, "rules": circle}, Ruleset),
        "200 rules that override unknown ones": ({**ruleset, "rules": unknown}, Ruleset),
        "200 conditions that do not fit 190 long options": (unseen, Ruleset),
        "200 rules with long names that are much alike": ({**ruleset, "rules": alike}, Ruleset),
    }


def _facts(number: int, fact: dict[str, Any]) -> list[dict[str, Any]]:
    """So many facts, all alike but for their names."""
    return [{"name": f"f{place}", "fact": fact} for place in range(number)]


def _when(**conditions: object) -> list[dict[str, Any]]:
    """Conditions by the names of facts."""
    return [{"fact": name, "is": condition} for name, condition in conditions.items()]


def hostile_editions() -> Documents:
    """An edition, and rules made to be looked through for ever: many ways, many flaws, or many values of a fact."""
    cohort_4 = to_dict(SECONDARY_COHORT_4)
    case = {
        "id": "x",
        "programme": "secondary-2019",
        "application": {"programme": "secondary-2019"},
        "history": [7] * 990,
    }
    count = {"kind": "count", "ask": "q", "low": 0, "high": 60, "unit": ""}
    choice = {"kind": "choice", "ask": "q", "options": [f"o{place}" for place in range(200)]}
    ways = [
        {
            **RULE,
            "when": _when(
                **{f"f{place * 7 % 60}": {"at_least": 1 + place % 60}, f"f{place * 11 % 60}": {"at_most": 9}}
            ),
        }
        for place in range(200)
    ]
    chain = [{**RULE, "overrides": [f"r{place + 1}"] if place < 199 else []} for place in range(200)]
    apart = [{**RULE, "when": _when(**{f"f{place % 20}": {"one_of": [f"o{place}"]}})} for place in range(200)]
    rulesets: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {
        "60 counts in 200 rules": (_facts(60, count), ways),
        "a chain of 200 exceptions": ([], chain),
        "20 choices of 200 options": (_facts(20, choice), apart),
        "200 rules with one outcome": (_facts(1, YES_NO), [RULE] * 200),
    }
    first = cohort_4["years"][0]
    walks = [{**first["activities"][0], "id": f"a{place}", "route": None} for place in range(300)]
    totals = [{**cohort_4["published_totals"][0], "id": f"t{place}"} for place in range(400)]
    year = {**first, "activities": walks}
    walking = {**cohort_4, "years": [year], "published_totals": totals, "criteria": [], "hubs": [], "routes": []}
    made: Documents = {
        "400 totals of 300 activities": (walking, Programme),
        "an edition that is sound but for one total": (_with_total(cohort_4, "15.5"), Programme),
        "a case with 990 steps that are none": (case, Case),
        "a difference of 900 things that are none": (
            {"where": "x", "before": [{"x": 1}] * 900, "after": None},
            Difference,
        ),
    }
    for name, (facts, rules) in rulesets.items():
        numbered = [{**rule, "id": f"r{place}"} for place, rule in enumerate(rules)]
        ruleset = {"id": "zz", "question": "q", "facts": facts, "rules": numbered}
        criterion = {"id": "zz", "level": "essential", "label": "z", "ruleset": ruleset, "source": CITED}
        made[f"{name}, in a criterion"] = {**cohort_4, "criteria": [criterion]}, Programme
        made[f"{name}, in a route"] = {**cohort_4, "criteria": [], "hubs": [], "routes": [ruleset]}, Programme
    return made


def _with_total(edition: dict[str, Any], days: str) -> dict[str, Any]:
    """The document of an edition with other days printed for its first year."""
    first, *others = edition["published_totals"]
    return {**edition, "published_totals": [{**first, "total": {"days": days}}, *others]}
