"""The whole of Cohort 4 against a stored copy, so that no number, word or clause of it changes unseen.

Where a change is meant, renew the stored copy from the root of the project, and read its difference before it goes in:

    python -m tests.test_snapshot
"""

import json
from collections.abc import Mapping
from datetime import date
from difflib import unified_diff
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest

from mastery_programme import SECONDARY_COHORT_4, AcademicYear, Choice, Count, DayRange, Days, Is, Money, Programme
from tests.changed_editions import CRITERION, GRANT, changed, with_activity, yes_no_ruleset

STORED = Path(__file__).parent / "snapshots" / "secondary-2019.json"
WHOLE = (Days, DayRange, Money, AcademicYear)  # records that are one value, told as text


def told(value: object) -> object:
    """A value as JSON takes it: records as dicts of their class and all their fields, the rest as lists and texts.

    Raises:
        TypeError: for a value of a kind that an edition does not hold.
    """
    if value is None or type(value) in {bool, int, str}:
        return value
    if isinstance(value, (Enum, *WHOLE)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [told(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): told(item) for key, item in value.items()}
    cls: type[Any] = type(value)
    if not attrs.has(cls):
        raise TypeError(f"no edition holds a {cls.__name__}")
    named = {field.name: told(getattr(value, field.name)) for field in attrs.fields(cls) if field.init}
    return {"is": cls.__name__, **named}


def as_json(programme: Programme) -> str:
    """The whole of an edition as JSON text, a line for each value."""
    return json.dumps(told(programme), indent=1, ensure_ascii=False) + "\n"


def renew(path: Path = STORED) -> None:
    """Store Cohort 4 as it is now."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(as_json(SECONDARY_COHORT_4), encoding="utf-8", newline="\n")


class TestSnapshot:
    def test_cohort_4_is_as_it_was_stored(self) -> None:
        """Every field of every part is what it was; if it is not, the difference is shown line by line."""
        before, now = STORED.read_text(encoding="utf-8").splitlines(), as_json(SECONDARY_COHORT_4).splitlines()
        difference = "\n".join(unified_diff(before, now, "stored", "now", n=4, lineterm=""))
        assert not difference, f"Cohort 4 has changed; if it should, run: python -m tests.test_snapshot\n{difference}"

    def test_renewing_stores_what_is_compared(self, tmp_path: Path) -> None:
        """The file that the command writes is the one that the test reads."""
        renew(tmp_path / "new" / STORED.name)
        assert as_json(SECONDARY_COHORT_4) == (tmp_path / "new" / STORED.name).read_text(encoding="utf-8")


class TestWhatIsTold:
    def test_it_is_plain_json(self) -> None:
        """Nothing is lost on the way into the file and back."""
        assert json.loads(as_json(SECONDARY_COHORT_4)) == told(SECONDARY_COHORT_4)

    def test_every_field_of_a_record_is_told(self) -> None:
        """Fields with their defaults too, and the kind of the record."""
        grant = told(GRANT)
        assert isinstance(grant, dict)
        assert ["is", *(field.name for field in attrs.fields(type(GRANT)))] == list(grant)
        assert ("Grant", "£2,000.00", 2, 3, None, "supported-department") == tuple(
            grant[name] for name in ("is", "amount", "departments", "year", "route", "payee")
        )

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            pytest.param(Days("4.5"), "4.5 days", id="days"),
            pytest.param(DayRange(12, 37), "12 to 37 days", id="a range of days"),
            pytest.param(AcademicYear(2019), "2019/20", id="an academic year"),
            pytest.param(date(2019, 6, 10), "2019-06-10", id="a day"),
            pytest.param(SECONDARY_COHORT_4.milestones[0].at, "2019-04-26T17:00:00+01:00", id="a moment"),
            pytest.param(
                Choice("Which?", ("x", "y")),
                {"is": "Choice", "ask": "Which?", "options": ["x", "y"], "judged": False, "answered_by": "applicant"},
                id="a choice",
            ),
            pytest.param(Is.between(1, 2), {"is": "Is", "values": [], "low": 1, "high": 2}, id="a condition"),
            pytest.param(Is.one_of(True), {"is": "Is", "values": [True], "low": None, "high": None}, id="yes"),
        ],
    )
    def test_a_value_is_told_as_its_text(self, value: object, text: object) -> None:
        """Values are text, and conditions and facts are told whole."""
        assert text == told(value)

    @pytest.mark.parametrize(
        "values",
        [
            pytest.param({"cohort": 5}, id="a number of the edition"),
            pytest.param({"years": with_activity(1, "residentials", sessions=4)}, id="a number of an activity"),
            pytest.param({"years": with_activity(3, "support", includes=("visits",))}, id="a text of an activity"),
            pytest.param({"criteria": (*SECONDARY_COHORT_4.criteria, CRITERION)}, id="a criterion"),
            pytest.param({"form": changed(SECONDARY_COHORT_4.form, fields=())}, id="what the form asks for"),
            pytest.param({"routes": SECONDARY_COHORT_4.routes[::-1]}, id="the order of the routes"),
            pytest.param({"grants": ()}, id="a grant"),
            pytest.param({"hubs": SECONDARY_COHORT_4.hubs[1:]}, id="a hub"),
            pytest.param({"documents": (changed(SECONDARY_COHORT_4.documents[0], title="A title"),)}, id="a title"),
        ],
    )
    def test_a_change_is_told(self, values: dict[str, object]) -> None:
        """Whatever changes in an edition changes what is told of it."""
        assert told(SECONDARY_COHORT_4) != told(changed(SECONDARY_COHORT_4, **values))

    def test_rules_and_facts_are_told(self) -> None:
        """A condition, an exception and a question are part of the edition."""
        rules = yes_no_ruleset("a", "fact", "x", "y")
        first, second = rules.rules
        for other in (
            changed(rules, facts={"fact": Count("How many?", 0, 1)}, rules=()),
            changed(rules, rules=(changed(first, when={}), second)),
            changed(rules, rules=(changed(first, overrides=("no",)), second)),
            changed(rules, question="What else?"),
        ):
            assert told(rules) != told(other)

    @pytest.mark.parametrize("value", [[1], 1.5, {1, 2}, object()], ids=["a list", "a float", "a set", "an object"])
    def test_what_no_edition_holds_is_refused(self, value: object) -> None:
        """A kind of value that is new has to be thought about before it is told."""
        with pytest.raises(TypeError, match="no edition holds"):
            told(value)


if __name__ == "__main__":
    renew()
