"""Which claims can be recorded: what counts, once, as it was earned; and taken back, once."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from mastery_programme import (
    AcademicYear,
    Claimed,
    Days,
    FundingLine,
    IllegalEvent,
    Money,
    Participation,
    claim,
    earned,
)
from tests.changed_editions import optional_support
from tests.histories import FIRST_YEAR, NEW, claimed, delivered, department, voided
from tests.participations import joining

ON = date(2020, 8, 31)
LINES = claim(FIRST_YEAR, ON).lines
RESIDENTIAL, TRAVEL, DEVELOPMENT, *_ = LINES
CLAIMED = claimed(FIRST_YEAR, "C1", ON)
VOIDED = CLAIMED.record(voided("d2", 2020, 9, 1))
(RECOVERY,) = (line for line in claim(VOIDED, date(2020, 9, 30)).lines if line.recovery)
SUPPORTED = NEW.record(department("s1", "B School", "222222", 2021, 10, 1))
(GRANT,) = claim(SUPPORTED, date(2022, 1, 1)).lines


def of(*lines: FundingLine) -> Claimed:
    """A claim of some lines."""
    return Claimed("C2", lines, on=max(date(2020, 9, 30), *(line.on or date.min for line in lines), date.min))


def other(line: FundingLine, **values: Any) -> FundingLine:
    """A line that is otherwise."""
    return evolve(line, **values)


class TestRecording:
    """Claims that are recorded anew."""

    @pytest.mark.parametrize(
        ("before", "lines"),
        [
            pytest.param(FIRST_YEAR, (other(RESIDENTIAL, rate=Money(300), amount=Money(450)),), id="at another rate"),
            pytest.param(FIRST_YEAR, (other(RESIDENTIAL, academic_year=AcademicYear(2020)),), id="of another year"),
            pytest.param(FIRST_YEAR, (other(RESIDENTIAL, recipient="B School"),), id="for another school"),
            pytest.param(FIRST_YEAR, (RESIDENTIAL, RESIDENTIAL), id="one line twice"),
            pytest.param(CLAIMED, (RESIDENTIAL,), id="what was claimed before"),
            pytest.param(FIRST_YEAR.record(voided("d1", 2020, 7, 1)), (RESIDENTIAL,), id="what is voided"),
            pytest.param(NEW, (RESIDENTIAL,), id="what is not recorded"),
            pytest.param(CLAIMED, (RECOVERY,), id="a recovery of what is not voided"),
            pytest.param(VOIDED, (RECOVERY, RECOVERY), id="a recovery twice in one claim"),
            pytest.param(VOIDED.record(of(RECOVERY)), (RECOVERY,), id="a recovery twice in two claims"),
        ],
    )
    def test_a_claim_of_anything_else_than_was_earned_is_refused(
        self, before: Participation, lines: tuple[FundingLine, ...]
    ) -> None:
        """Whatever it is."""
        with pytest.raises(IllegalEvent):
            before.record(evolve(of(*lines), id="C9"))

    def test_days_in_excess_are_not_claimed_by_claiming_others_twice(self) -> None:
        """Though as many were delivered."""
        history = NEW.record(delivered("d1", "residentials", 9, 2019, 10, 1))
        (line,) = claim(history, ON).lines
        with pytest.raises(IllegalEvent, match="not as it was earned"):
            history.record(of(line, line))

    def test_a_part_of_what_can_be_claimed_can_be(self) -> None:
        """The rest waits."""
        history = FIRST_YEAR.record(of(TRAVEL))
        assert {line for line in LINES if line != TRAVEL} == set(claim(history, ON).lines)

    def test_each_voiding_is_taken_back_by_lines_as_they_were_claimed(self) -> None:
        """Days, rate and clauses are the same, the amounts are negated."""
        negated: dict[str, Any] = dict.fromkeys(("amount", "at_least", "at_most"), Money(-1200))
        assert evolve(DEVELOPMENT, **negated, on=date(2020, 9, 1), recovery=True) == RECOVERY

    def test_what_is_not_certain_is_not_claimed(self) -> None:
        """A grant that hangs on an open route is told as such until it is settled."""
        history = joining(optional_support())
        assert history.programme.grants[0].route is not None
        started = history.record(department("s1", "B", None, 2021, 10, 1))
        (line,) = earned(started).lines
        assert (False, Money(0), ()) == (line.certain, line.at_least, claim(started, date(2022, 8, 31)).lines)


class TestReplaying:
    """Claims that were recorded, perhaps under an edition that has been corrected since."""

    @pytest.mark.parametrize(
        ("before", "line", "said"),
        [
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, event="d9"), "not recorded, or voided", id="no such event"),
            pytest.param(CLAIMED, other(RESIDENTIAL, event="C1"), "not recorded, or voided", id="a claim of a claim"),
            pytest.param(
                FIRST_YEAR,
                other(RESIDENTIAL, academic_year=AcademicYear(2020)),
                "not paid so, or not then",
                id="another year",
            ),
            pytest.param(
                SUPPORTED,
                other(GRANT, academic_year=AcademicYear(2020)),
                "not paid so, or not then",
                id="a grant before its start",
            ),
            pytest.param(FIRST_YEAR, other(TRAVEL, on=date(2019, 10, 4)), "not paid so, or not then", id="another day"),
            pytest.param(FIRST_YEAR, other(TRAVEL, payee="pd-lead-provider"), "not paid so", id="another payee"),
            pytest.param(FIRST_YEAR, other(TRAVEL, purpose="release"), "not paid so", id="another purpose"),
            pytest.param(SUPPORTED, other(GRANT, item="travel"), "not what the event is for", id="no grant"),
            pytest.param(SUPPORTED, other(GRANT, on=date(2021, 9, 30)), "not paid so, or not then", id="too early"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, on=None), "a claim before the day", id="on no day"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, amount=None), "no amount that is due", id="no amount"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, amount=Money(0)), "no amount that is due", id="nothing"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, amount=Money(-1)), "no amount that is due", id="below nothing"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, certain=False), "no amount that is due", id="not certain"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, item="travel"), "not what the event is for", id="another item"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, days=None), "not what was delivered", id="no days"),
            pytest.param(FIRST_YEAR, other(RESIDENTIAL, rate=None), "not what was delivered", id="no rate"),
            pytest.param(
                FIRST_YEAR, other(RESIDENTIAL, amount=Money(1)), "not what the days come to: ", id="too little"
            ),
            pytest.param(
                FIRST_YEAR, other(RESIDENTIAL, days=Days(2), amount=Money(400)), "more days than were", id="more days"
            ),
            pytest.param(FIRST_YEAR, other(TRAVEL, amount=Money(99)), "not what the cost came to", id="another cost"),
            pytest.param(
                FIRST_YEAR, other(TRAVEL, item="meals"), "not what the event is for", id="another item of cost"
            ),
            pytest.param(FIRST_YEAR, other(TRAVEL, event="m1"), "not what the event is for", id="a duty"),
            pytest.param(CLAIMED, TRAVEL, "claimed before", id="a cost for the second time"),
            pytest.param(VOIDED, other(RECOVERY, rate=Money(1)), "but not claimed before", id="at another rate"),
            pytest.param(SUPPORTED.record(evolve(of(GRANT), id="C1")), GRANT, "claimed before", id="a grant twice"),
        ],
    )
    def test_a_claim_that_cannot_have_been_is_refused(
        self, before: Participation, line: FundingLine, said: str
    ) -> None:
        """In a history that comes from elsewhere, too."""
        with pytest.raises(IllegalEvent, match=said):
            evolve(before, events=(*before.events, of(line)))

    @pytest.mark.parametrize(
        ("before", "lines", "said"),
        [
            pytest.param(VOIDED, (RECOVERY, RECOVERY), "but not claimed before", id="a recovery twice in one claim"),
            pytest.param(
                VOIDED.record(of(RECOVERY)), (RECOVERY,), "but not claimed before", id="a recovery twice in two claims"
            ),
            pytest.param(FIRST_YEAR, (RESIDENTIAL, RESIDENTIAL), "more days than were", id="days twice in one claim"),
            pytest.param(CLAIMED, (RESIDENTIAL,), "more days than were", id="days twice in two claims"),
            pytest.param(FIRST_YEAR, (TRAVEL, TRAVEL), "claimed before", id="a cost twice in one claim"),
            pytest.param(
                FIRST_YEAR.record(voided("d1", 2020, 7, 1)), (RESIDENTIAL,), "recorded, or voided", id="what is voided"
            ),
        ],
    )
    def test_nothing_is_claimed_or_taken_back_twice(
        self, before: Participation, lines: tuple[FundingLine, ...], said: str
    ) -> None:
        """In a history that comes from elsewhere, too."""
        with pytest.raises(IllegalEvent, match=said):
            evolve(before, events=(*before.events, evolve(of(*lines), id="C9")))

    def test_nothing_is_claimed_before_its_day(self) -> None:
        """The day of the claim is not before that of any of its lines."""
        early = Claimed("C2", (RESIDENTIAL,), on=date(2019, 10, 2))
        with pytest.raises(
            IllegalEvent, match="a claim before the day of what it claims: '2019-10-02'; not before 2019-10-03"
        ):
            FIRST_YEAR.record(early)
        assert FIRST_YEAR.record(evolve(early, on=date(2019, 10, 3))).events

    def test_a_claim_at_a_former_rate_is_taken(self) -> None:
        """The edition may have been corrected since."""
        former = other(RESIDENTIAL, rate=Money(180), amount=Money(270), at_least=Money(270), at_most=Money(270))
        assert former in earned(evolve(FIRST_YEAR, events=(*FIRST_YEAR.events, of(former)))).lines

    def test_days_that_were_claimed_come_first(self) -> None:
        """A day recorded late, and earlier, does not push out what was paid."""
        history = claimed(NEW.record(delivered("d1", "residentials", 4, 2020, 3, 1)), "C1", ON)
        late = history.record(delivered("d0", "residentials", 2, 2019, 10, 1))
        assert [("d0", Money(100)), ("d1", Money(800))] == [(line.event, line.amount) for line in earned(late).lines]
