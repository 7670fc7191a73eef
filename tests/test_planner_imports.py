"""The planner from outside: its names, what it brings along, and that it is described."""

import inspect
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any, assert_type

import pytest

import mastery_programme
from mastery_programme import Days, FrozenMapping, planner
from mastery_programme.planner import Plan, PlannedDay, Skipped, Weekday, WeeklyPattern, Why, plan
from tests.planning import HALF, HALF_TERMS
from tests.test_public_api import described

ROOT = Path(__file__).parent.parent
PUBLIC: dict[str, Any] = {name: getattr(planner, name) for name in planner.__all__}
TAKING = {name: value for name, value in PUBLIC.items() if not (inspect.isclass(value) and issubclass(value, StrEnum))}


def loaded(code: str) -> set[str]:
    """The modules that there are after some code in a new process, by their first names."""
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split())


class TestNames:
    """What can be imported from the planner."""

    def test_the_list_of_names_is_sorted_and_complete(self) -> None:
        """It has just the public names, each once."""
        imported = {name for name, value in vars(planner).items() if name[0] != "_" and not inspect.ismodule(value)}
        assert sorted(imported, key=lambda name: (not name[0].isupper(), name)) == planner.__all__

    def test_none_of_them_is_a_name_of_the_package(self) -> None:
        """So there is one way to import each."""
        assert set() == set(planner.__all__) & set(mastery_programme.__all__)

    @pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in TAKING])
    def test_each_argument_is_described(self, name: str) -> None:
        """Under "Args", or, of an answer, under "Attributes"."""
        taken = set(inspect.signature(TAKING[name]).parameters)
        assert taken == described(TAKING[name].__doc__, "Args", "Attributes")

    @pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in TAKING])
    def test_each_error_that_is_promised_can_be_imported(self, name: str) -> None:
        """From the package."""
        assert described(TAKING[name].__doc__, "Raises") <= set(mastery_programme.__all__)


class TestImports:
    """What is imported with what."""

    def test_the_package_brings_no_dateutil(self) -> None:
        """Who plans nothing does not wait for it."""
        assert set() == loaded("import mastery_programme") & {"dateutil", "six"}

    def test_the_planner_brings_dateutil_and_no_other_edge(self) -> None:
        """No converter, no locale, no calendar format, no data of time zones."""
        brought = loaded("import mastery_programme.planner")
        assert "dateutil" in brought
        assert set() == brought & {"cattrs", "babel", "icalendar", "zoneinfo", "pytz", "json", "pandas"}


class TestTypes:
    """The types of what is taken and given: mypy and pyright check each `assert_type`, and pytest runs it."""

    def test_a_plan_is_typed(self) -> None:
        """To its parts."""
        made = plan({"a": HALF}, HALF_TERMS, key="p", patterns=[WeeklyPattern("a", "Monday", days=HALF)])
        assert_type(made, Plan)
        assert_type(made.events, tuple[PlannedDay, ...])
        assert_type(made.skipped[0], Skipped)
        assert_type(made.skipped[0].why, tuple[Why, ...])
        assert_type(made.unplaced, FrozenMapping[str, Days])
        assert_type(WeeklyPattern("a", "Monday", days=HALF).weekday, Weekday)

    def test_closed_days_may_be_of_many_types(self) -> None:
        """Whatever can be asked with `in`."""
        for closed in (set[Any](), HALF_TERMS[0], {HALF_TERMS[0].start: "training"}):
            assert isinstance(plan({}, HALF_TERMS, key="p", closed=closed), Plan)
