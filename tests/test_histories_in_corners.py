"""Histories in the corners: late papers, gaps, corrections, mistakes, and what is too much."""

from collections.abc import Iterator
from datetime import date
from itertools import repeat
from typing import Any

import numpy as np
import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Claimed,
    CostIncurred,
    DayRange,
    Days,
    Delivered,
    DutyMet,
    FundingStatement,
    IllegalEvent,
    InvalidArgument,
    MasteryProgrammeError,
    Money,
    Replaced,
    claim,
    earned,
    forecast,
    progress,
)
from mastery_programme.codec import from_dict, to_dict
from mastery_programme.tenures import Happening
from tests.changed_editions import GRANT, changed, edition_with
from tests.histories import (
    FIRST_YEAR,
    JO,
    NEW,
    NOT_ACCREDITED,
    claimed,
    delivered,
    department,
    travel,
    voided,
    withdrew,
)
from tests.participations import UNKNOWN, joining, refusal

EARLY = changed(GRANT, id="early-grant", amount=Money(500), year=2, activity=None)
TWO_GRANTS = changed(SECONDARY_COHORT_4, grants=(EARLY, GRANT))
STARTED = joining(TWO_GRANTS).record(department("s1", "B School", "222222", 2020, 10, 1))
OF_JO = Replaced(JO, on=date(2021, 9, 7), facts=NOT_ACCREDITED)


class TestLatePapers:
    """What is known late."""

    def test_nobody_can_have_withdrawn_before_something_that_was_claimed(self) -> None:
        """Also if no event is later: a grant falls due on the first day of its year."""
        history = claimed(STARTED, "C1", date(2021, 12, 1))
        assert "something later was claimed already: '2021-07-01'; department-grant of 2021-09-01, by s1" == str(
            refusal(history, withdrew(2021, 7, 1))
        )
        assert history.record(withdrew(2021, 9, 1)).events

    def test_a_grant_waits_for_who_comes_next(self) -> None:
        """If the first day of its year falls between two lead teachers."""
        handed_on = STARTED.record(withdrew(2021, 7, 1), OF_JO)
        assert [date(2020, 10, 1), date(2021, 9, 7)] == [line.on for line in earned(handed_on).lines]
        planned = [line for line in forecast(handed_on).planned.lines if line.item == "department-grant"]
        assert [1] == [line.departments for line in planned]

    def test_departments_that_were_claimed_count_first(self) -> None:
        """Whatever became of their teacher: no more are paid than are agreed."""
        agreed = evolve(STARTED, supported_departments=1)
        history = claimed(agreed, "C1", date(2021, 9, 30)).record(department("s2", "C School", None, 2021, 10, 1))
        assert Money(2500) == earned(history).total.known
        seen = forecast(history)
        assert [] == [line for line in seen.planned.lines if line.item.endswith("grant")]

    def test_a_mistake_that_was_voided_says_nothing_of_a_route(self) -> None:
        """So that a fact that contradicts it can be known."""
        wrong = UNKNOWN.record(
            delivered("w", "wider-work", 1, 2020, 10, 1),
            voided("w", 2020, 10, 2),
            DutyMet("m", "ncetm-talk", "the NCETM", on=date(2020, 10, 3)),
            voided("m", 2020, 10, 4),
        )
        known = wrong.know({"pd_lead_secondary": False, "pd_lead_other_phase": False})
        assert known.record(delivered("p", "pd-lead-programme", 1, 2020, 10, 1)).events
        enrolled = UNKNOWN.record(
            CostIncurred("c", "pd-lead-enrolment", Money(1), on=date(2020, 10, 1)), voided("c", 2020, 10, 2)
        )
        assert enrolled.know({"pd_lead_secondary": True}).events


class TestCorrections:
    """Editions that were corrected."""

    def test_what_was_claimed_under_another_edition_comes_back_from_its_document(self) -> None:
        """A statement can hold lines of several editions."""
        history = claimed(FIRST_YEAR, "C1", date(2020, 3, 31))
        corrected = evolve(history, programme=edition_with(1, "residentials", rate=Money(210)))
        for made in (earned(corrected), forecast(corrected)):
            assert made == from_dict(to_dict(made), type(made))
        assert {"secondary-2019", "changed"} == {line.edition for line in earned(corrected).lines}
        assert isinstance(earned(corrected), FundingStatement)

    def test_a_range_stays_as_it_is_published(self) -> None:
        """However many days of it were delivered."""
        history = joining(edition_with(3, "support", days=DayRange(8, 12)))
        for days, remaining in (("10", "0 to 2 days"), ("12", "0 days")):
            (line,) = (
                one
                for one in progress(history.record(delivered("d", "support", days, 2021, 10, 1))).activities
                if one.activity == "support"
            )
            assert ("8 to 12 days", remaining) == (str(line.allowance), str(line.remaining))


class TestTooMuch:
    """What nobody could add up, read or wait for."""

    def test_more_days_than_can_be_added_up_are_refused(self) -> None:
        """When they are recorded, not when they are asked for."""
        much = NEW.record(delivered("d1", "residentials", 10_000, 2019, 10, 1))
        assert "more days than there can be" in str(refusal(much, delivered("d2", "residentials", "0.5", 2019, 10, 1)))
        assert much.record(voided("d1", 2019, 10, 1), delivered("d2", "residentials", 1, 2019, 10, 1)).events

    def test_a_cost_that_nobody_could_pay_is_refused(self) -> None:
        """So that a thousand of them can be added up."""
        with pytest.raises(IllegalEvent, match="at most £1,000,000,000"):
            travel("t", 10**9 + 1, 2019, 10, 1)

    def test_a_few_of_many_events_are_named(self) -> None:
        """And the others counted."""
        many = NEW.record(*(delivered(f"{'d' * 90}{one}", "residentials", 1, 2020, 6, 1) for one in range(9)))
        said = str(refusal(many, withdrew(2020, 1, 1)))
        assert ("and 4 more voided first" in said, len(said) < 600) == (True, True)

    def test_the_nearest_is_named_as_long_as_little_is_compared(self) -> None:
        """Very many mistakes could take very long."""
        many = NEW.record(*(delivered(f"{one:04}{'xyzw' * 17}", "residentials", 1, 2020, 6, 1) for one in range(99)))
        assert refusal(many, voided("xyzw" * 17, 2020, 6, 1)).nearest is None
        assert "d4" == refusal(FIRST_YEAR, voided("d5", 2020, 6, 10)).nearest

    def test_what_never_ends_is_refused(self) -> None:
        """Series of events and of lines."""
        event = delivered("d", "residentials", 1, 2019, 10, 1)
        endless: Iterator[Happening] = repeat(event)
        with pytest.raises(IllegalEvent, match="too many events"):
            evolve(NEW, events=endless)


class TestKinds:
    """Values of another kind than they look."""

    @pytest.mark.parametrize(
        "make",
        [
            pytest.param(
                lambda: Delivered(np.str_("d"), "residentials", Days(1), on=date(2019, 10, 1)), id="numpy text"
            ),
            pytest.param(lambda: delivered("d\ud800", "residentials", 1, 2019, 10, 1), id="half a character"),
            pytest.param(lambda: delivered("d\nx", "residentials", 1, 2019, 10, 1), id="two lines"),
            pytest.param(lambda: delivered("d\x00", "residentials", 1, 2019, 10, 1), id="a control character"),
            pytest.param(lambda: evolve(NEW, id="p" * 5001), id="an id too long"),
            pytest.param(lambda: evolve(NEW, id="p\n"), id="an id on two lines"),
            pytest.param(lambda: Replaced(JO, on=date(2020, 1, 1), facts={"a": []}), id="a list for a fact"),
        ],
    )
    def test_what_no_document_could_hold_is_refused(self, make: Any) -> None:
        """Where it is made."""
        with pytest.raises(MasteryProgrammeError):
            make()

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            pytest.param("amount", 5, id="a number for an amount"),
            pytest.param("amount", "5.00", id="text for an amount"),
            pytest.param("event", ["d1"], id="a list for an event"),
            pytest.param("event", None, id="no event"),
            pytest.param("certain", 1, id="a number for yes"),
            pytest.param("academic_year", 2019, id="a number for a year"),
        ],
    )
    def test_lines_of_a_claim_hold_what_they_have_to(self, name: str, value: Any) -> None:
        """Each of its own type."""
        line = claim(FIRST_YEAR, date(2020, 8, 31)).lines[0]
        odd: Any = {name: value}
        with pytest.raises(IllegalEvent, match=f"a line whose {name} cannot be this"):
            Claimed("C", (evolve(line, **odd),), on=date(2020, 9, 1))

    def test_a_duty_is_met_while_the_programme_runs(self) -> None:
        """Not in another decade."""
        late = DutyMet("m", "launch", "the hub", on=date(2099, 1, 1))
        assert "a day on which nobody can take part or leave" in str(refusal(NEW, late))

    def test_the_id_of_a_participation_is_text_of_its_own_type(self) -> None:
        """As everywhere."""
        with pytest.raises(InvalidArgument, match="not the id of a participation"):
            evolve(NEW, id=np.str_("p"))
