"""Documents of participations and of what follows from them: every problem at once, each at its place."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    ActivityProgress,
    Budget,
    Claimed,
    Forecast,
    FundingLine,
    InvalidDocument,
    Participation,
    Pivot,
    Profile,
    Progress,
    earned,
    forecast,
    progress,
)
from mastery_programme.codec import from_dict, to_dict
from tests.histories import FIRST_YEAR, claimed, voided
from tests.samples import BUDGET, HISTORY

Change = Callable[[Any], object]
RECOVERED = claimed(FIRST_YEAR, "C1", date(2020, 8, 31)).record(voided("d2", 2020, 9, 1))


def put(*where: str | int, **values: object) -> Change:
    """A change: other values in an object that stands somewhere in a document."""

    def change(document: Any) -> None:
        for key in where:
            document = document[key]
        document.update(values)

    return change


def call(verb: str, *where: str | int, given: tuple[object, ...]) -> Change:
    """A change: something taken out of what stands somewhere in a document, or put into it."""

    def change(document: Any) -> None:
        for key in where:
            document = document[key]
        getattr(document, verb)(*given)

    return change


def problems(document: Any, cls: type[Any]) -> list[tuple[str, str]]:
    """Where a document has what problem."""
    with pytest.raises(InvalidDocument) as caught:
        from_dict(document, cls)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def after(value: Any, change: Change) -> list[tuple[str, str]]:
    """Where the document of a value has what problem after a change."""
    document = to_dict(value)
    change(document)
    return problems(document, type(value))


class TestParticipations:
    """A participation, with its events by kind."""

    def test_an_event_is_told_by_its_kind(self) -> None:
        """Under a key that none of them has for itself."""
        kinds = [event["kind"] for event in to_dict(HISTORY)["events"]]
        assert [
            *("delivered", "cost-incurred", "duty-met", "delivered", "delivered", "delivered", "claimed", "voided"),
            *("withdrew", "replaced", "department-started", "completed"),
        ] == kinds

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            pytest.param(put(hub="Jurasic"), [("/hub", "value")], id="an unknown hub"),
            pytest.param(put(hub="jurassic"), [("/hub", "value")], id="a hub not named in full"),
            pytest.param(put(programme="secondary-2018"), [("/programme", "edition")], id="an edition"),
            pytest.param(put("facts", qts=3), [("/facts/qts", "value")], id="a value of no fact"),
            pytest.param(put("facts", qst=True), [("/facts/qst", "value")], id="an unknown fact"),
            pytest.param(put(supported_departments=21), [("/supported_departments", "range")], id="21"),
            pytest.param(put("school", name=None, urn=None), [("", "value")], id="no school"),
            pytest.param(put("events", 0, kind="done"), [("/events/0/kind", "option")], id="a kind"),
            pytest.param(call("pop", "events", 0, given=("kind",)), [("/events/0/kind", "missing-key")], id="no kind"),
            pytest.param(put("events", 0, days="0"), [("/events/0", "value")], id="no days"),
            pytest.param(put("events", 0, days=1.5), [("/events/0/days", "type")], id="days as a float"),
            pytest.param(put("events", 9, facts={"qst": True}), [("/events/9/facts/qst", "value")], id="facts"),
        ],
    )
    def test_a_problem_is_told_where_it_stands(self, change: Change, expected: list[tuple[str, str]]) -> None:
        """Alone."""
        assert expected == after(HISTORY, change)

    def test_all_events_that_cannot_be_are_told(self) -> None:
        """Each for itself, with those before it that can."""

        def change(document: Any) -> None:
            document["events"][3]["activity"] = "support"
            document["events"][5]["on"] = "2018-06-10"
            document["events"].append({"kind": "voided", "event": "d9", "reason": "a mistake", "on": "2022-07-08"})
            document["hub"] = "Jurasic"

        expected = ["/hub", "/events/3", "/events/5", "/events/6", "/events/12"]
        assert expected == [path for path, _ in after(HISTORY, change)]

    def test_events_are_not_looked_at_without_facts(self) -> None:
        """Nobody could say which of them can be."""

        def change(document: Any) -> None:
            document["facts"]["qst"] = True
            document["events"][3]["activity"] = "support"

        assert [("/facts/qst", "value")] == after(HISTORY, change)

    def test_a_claim_holds_its_lines(self) -> None:
        """Which are checked as those of statements."""
        claim = next(event for event in HISTORY.events if isinstance(event, Claimed))

        def change(document: Any) -> None:
            document["lines"][0]["amount"] = "300.01"

        assert [("/lines/0/amount", "total")] == after(claim, change)

    def test_an_edition_of_ones_own_is_given_apart(self) -> None:
        """As for a case."""
        assert HISTORY == from_dict(to_dict(HISTORY), Participation, editions=[SECONDARY_COHORT_4])
        with pytest.raises(InvalidDocument, match="there is no edition 'secondary-2019'"):
            from_dict(to_dict(HISTORY), Participation, editions=[])


class TestProfiles:
    """A number of places that are alike."""

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            pytest.param(put(hub="jurassic"), [("/hub", "value")], id="a hub not named in full"),
            pytest.param(put(count=-1), [("/count", "range")], id="fewer than none"),
            pytest.param(
                call("append", "leaving", given=({"year": 2, "places": 9},)), [("", "value")], id="too many leave"
            ),
            pytest.param(
                call("append", "leaving", given=({"year": 1, "places": 1},)),
                [("/leaving/1/year", "duplicate-key")],
                id="twice",
            ),
            pytest.param(
                call("append", "leaving", given=({"year": 4, "places": 1},)), [("", "value")], id="no such year"
            ),
        ],
    )
    def test_a_problem_is_told_where_it_stands(self, change: Change, expected: list[tuple[str, str]]) -> None:
        """Alone."""
        assert expected == after(Profile(SECONDARY_COHORT_4, "Jurassic", 5, leaving={1: 1}), change)


class TestLines:
    """Lines that are dated, actual, or taken back."""

    @pytest.mark.parametrize(
        ("item", "changes", "expected"),
        [
            pytest.param("residentials", {"on": "9999-01-01"}, "on", id="a day of no financial year"),
            pytest.param("residentials", {"actual": True}, "published", id="both published and actual"),
            pytest.param("travel", {"amount": "1.00"}, "amount", id="another amount than the least"),
            pytest.param("travel", {"reckoned": "1.00"}, "actual", id="both actual and reckoned"),
            pytest.param("travel", {"recovery": True}, "recovery", id="taken back above nothing"),
            pytest.param(
                "personal-development", {"recovery": False}, "amount", id="days that come to less than nothing"
            ),
            pytest.param(
                "personal-development", {"at_most": "-1100.00"}, "at_most", id="less taken back than it came to"
            ),
            pytest.param("personal-development", {"certain": False}, "recovery", id="taken back perhaps"),
        ],
    )
    def test_figures_that_do_not_agree_are_refused(self, item: str, changes: dict[str, object], expected: str) -> None:
        """At the figure."""
        line: FundingLine = next(one for one in reversed(earned(RECOVERED).lines) if one.item == item)
        assert expected in {
            path.removeprefix("/") for path, _ in after(line, lambda document: document.update(changes))
        }


class TestWhatFollows:
    """Progress, forecasts, budgets and pivots."""

    @pytest.mark.parametrize(
        ("value", "change", "expected"),
        [
            pytest.param(
                progress(FIRST_YEAR),
                put("activities", 0, delivered="5"),
                "/activities/0/remaining",
                id="delivered days that are neither allowed nor in excess",
            ),
            pytest.param(
                progress(FIRST_YEAR),
                put("activities", 0, remaining=None),
                "/activities/0/remaining",
                id="an allowance of which nobody knows what remains",
            ),
            pytest.param(
                forecast(FIRST_YEAR),
                put("total", known="1.00"),
                "/total",
                id="a total that does not follow",
            ),
            pytest.param(forecast(FIRST_YEAR), put(edition="other"), "/earned/edition", id="another edition"),
            pytest.param(BUDGET, put("total", known="1.00"), "/total", id="a sum that does not follow"),
            pytest.param(
                BUDGET.pivot("hub", "payee"), call("pop", "cells", given=()), "/cells", id="a row without its cells"
            ),
            pytest.param(
                BUDGET.pivot("hub", "payee"),
                call("append", "row_labels", 0, given=("x",)),
                "/row_labels",
                id="a label too many",
            ),
            pytest.param(
                BUDGET.pivot("hub", "payee"),
                call("clear", "column_labels", 0, given=()),
                "/column_labels",
                id="no label",
            ),
        ],
    )
    def test_what_does_not_follow_is_refused(
        self, value: Progress | Forecast | Budget | Pivot, change: Change, expected: str
    ) -> None:
        """Where it stands."""
        assert (expected, "total") in after(value, change)

    def test_an_activity_without_published_days_comes_back(self) -> None:
        """Neither its allowance nor what remains is known."""
        line = progress(FIRST_YEAR).activities[0]
        document = {**to_dict(line), "allowance": None, "remaining": None}
        assert (None, None) == (
            from_dict(document, ActivityProgress).allowance,
            from_dict(document, ActivityProgress).remaining,
        )
