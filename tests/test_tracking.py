"""How far a participation has come: allowance, delivered, remaining and excess days, duties and departments."""

from datetime import date
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    DayRange,
    Days,
    DutyMet,
    InvalidArgument,
    InvalidYear,
    LeadTeacher,
    Participation,
    Progress,
    Replaced,
    Standing,
    progress,
)
from tests.changed_editions import changed, edition_with, optional_support, with_year
from tests.histories import FIRST_YEAR, JO, NEW, delivered, department, voided, withdrew
from tests.participations import ACCREDITED, UNKNOWN, joining

Figures = tuple[str | None, str, str, str, str]


def figures(made: Progress, year: int) -> list[Figures]:
    """Of each line of a year the activity and its allowance, delivered, remaining and excess days."""
    lines = [line for line in made.activities if line.academic_year == AcademicYear(year)]
    return [
        (line.activity, str(line.allowance), str(line.delivered), str(line.remaining), str(line.excess))
        for line in lines
    ]


def replaced(participation: Participation, **facts: bool) -> Participation:
    """A participation that goes on with another lead teacher in January 2021."""
    return participation.record(withdrew(2020, 12, 31), Replaced(JO, on=date(2021, 1, 4), facts=facts))


class TestDays:
    """Days by year and activity."""

    def test_nothing_delivered_leaves_the_whole_allowance(self) -> None:
        """In the order of the document; what is on no route of the lead teacher is not there."""
        made = progress(NEW)
        assert [
            ("residentials", "3 days", "0 days", "3 days", "0 days"),
            ("development", "8 days", "0 days", "8 days", "0 days"),
            ("pd-lead-programme", "4 days", "0 days", "4 days", "0 days"),
        ] == figures(made, 2020)
        assert ["support"] == [line.activity for line in made.activities[5:]]

    def test_days_at_the_allowance_leave_nothing_and_days_beyond_it_are_in_excess(self) -> None:
        """They are never clipped."""
        assert [
            ("residentials", "4.5 days", "4.5 days", "0 days", "0 days"),
            ("personal-development", "10.5 days", "11 days", "0 days", "0.5 days"),
        ] == figures(progress(FIRST_YEAR), 2019)

    @pytest.mark.parametrize("half_days", [pytest.param(number, id=f"{number / 2}") for number in range(1, 41)])
    def test_delivered_and_remaining_add_up_for_every_half_day(self, half_days: int) -> None:
        """To fifteen, as long as there is no excess."""
        days = Days.of_half_days(half_days)
        history = NEW.record(delivered("d1", "support", str(days).split()[0], 2021, 10, 1))
        (line,) = (one for one in progress(history).activities if one.activity == "support")
        assert (Days(15), days) == (line.allowance, line.delivered)
        assert isinstance(line.remaining, Days)
        assert line.delivered + line.remaining == Days(15) + line.excess
        assert not (line.remaining and line.excess)

    def test_voided_days_return_to_the_allowance(self) -> None:
        """And what was in excess of it is not any more."""
        history = FIRST_YEAR.record(voided("d2", 2020, 9, 1))
        assert ("personal-development", "10.5 days", "5 days", "5.5 days", "0 days") == figures(
            progress(history), 2019
        )[1]

    def test_an_open_route_is_one_line_for_its_alternatives(self) -> None:
        """Until a delivery, or a fact, settles it."""
        assert (None, "4 days", "0 days", "4 days", "0 days") == figures(progress(UNKNOWN), 2020)[2]
        assert ("pd-lead-programme", "wider-work") == progress(UNKNOWN).activities[4].alternatives
        history = UNKNOWN.record(delivered("d1", "wider-work", 1, 2020, 10, 1))
        assert ("wider-work", "4 days", "1 day", "3 days", "0 days") == figures(progress(history), 2020)[2]
        assert "wider-work" == figures(progress(ACCREDITED), 2020)[2][0]

    def test_what_may_not_be_due_says_so(self) -> None:
        """In words."""
        made = progress(joining(optional_support()))
        assert "not certain yet" in made.activities[-1].title

    def test_ranges_and_unpublished_days_stay_what_they_are(self) -> None:
        """Of a range, delivered days come off both its ends; where nothing is published, nothing is left over."""
        history = joining(edition_with(3, "support", days=DayRange(12, 37)))
        for days, allowance, remaining, excess in (
            ("5", "12 to 37 days", "7 to 32 days", "0 days"),
            ("20", "12 to 37 days", "0 to 17 days", "0 days"),
            ("40", "37 days", "0 days", "3 days"),
        ):
            made = progress(history.record(delivered("d1", "support", days, 2021, 10, 1)))
            (line,) = figures(made, 2021)
            assert (remaining, excess) == line[3:], allowance
        unpublished = joining(edition_with(3, "support", days=None))
        made = progress(unpublished.record(delivered("d1", "support", 40, 2021, 10, 1)))
        assert [("support", "None", "40 days", "None", "0 days")] == figures(made, 2021)
        assert "not published" in str(made)

    @pytest.mark.parametrize("odd", [pytest.param(odd, id=repr(odd)) for odd in (None, "p-1", SECONDARY_COHORT_4)])
    def test_what_is_no_participation_is_refused(self, odd: Any) -> None:
        """With what was expected."""
        with pytest.raises(InvalidArgument, match="not a participation"):
            progress(odd)


class TestReplacement:
    """Another lead teacher takes over what is left of the year."""

    def test_what_was_used_stays_used(self) -> None:
        """The new one has the rest."""
        used = NEW.record(delivered("d1", "development", 5, 2020, 10, 1))
        made = progress(replaced(used, pd_lead_secondary=False).record(delivered("d2", "development", 4, 2021, 3, 1)))
        assert ("development", "8 days", "9 days", "0 days", "1 day") == figures(made, 2020)[1]

    def test_facts_are_the_new_teachers(self) -> None:
        """Who is accredited does wider work, and has of it what the former left of the four days."""
        used = NEW.record(delivered("d1", "pd-lead-programme", "1.5", 2020, 10, 1))
        made = progress(replaced(used, pd_lead_secondary=True))
        assert [
            ("pd-lead-programme", "1.5 days", "1.5 days", "0 days", "0 days"),
            ("wider-work", "2.5 days", "0 days", "2.5 days", "0 days"),
        ] == figures(made, 2020)[2:]
        beyond = progress(replaced(used, pd_lead_secondary=True).record(delivered("d2", "wider-work", 3, 2021, 3, 1)))
        assert ("wider-work", "2.5 days", "3 days", "0 days", "0.5 days") == figures(beyond, 2020)[3]

    def test_nothing_is_known_of_a_new_teacher_unless_it_is_told(self) -> None:
        """The former one's accreditation says nothing."""
        used = NEW.record(delivered("d1", "pd-lead-programme", 1, 2020, 10, 1))
        made = progress(replaced(used))
        assert [
            ("pd-lead-programme", "1 day", "1 day", "0 days", "0 days"),
            (None, "3 days", "0 days", "3 days", "0 days"),
        ] == figures(made, 2020)[2:]

    def test_more_can_be_known_of_the_new_teacher_later(self) -> None:
        """It is not known of the former."""
        history = replaced(NEW).know({"pd_lead_secondary": True})
        assert ("wider-work", {"pd_lead_secondary": False, "pd_lead_other_phase": False}) == (
            *(figures(progress(history), 2020)[2][0], dict(history.facts)),
        )

    def test_what_was_known_of_the_new_teacher_stays_known(self) -> None:
        """What is learnt later is added to it."""
        history = replaced(NEW, pd_lead_other_phase=True).know({"pd_lead_secondary": True})
        assert isinstance(history.events[-1], Replaced)
        assert {"pd_lead_other_phase": True, "pd_lead_secondary": True} == history.events[-1].facts

    def test_what_several_activities_of_a_way_have_left_is_what_the_way_has(self) -> None:
        """What the former used of another way comes off the first of them first."""
        work = SECONDARY_COHORT_4.years[1].activities[3]
        halves = (changed(work, days=Days(2)), changed(work, id="coaching", title="coaching", days=Days(2)))
        activities = (*SECONDARY_COHORT_4.years[1].activities[:3], *halves)
        edition = changed(SECONDARY_COHORT_4, years=with_year(2, activities=activities), published_totals=())
        used = joining(edition).record(delivered("d1", "pd-lead-programme", 3, 2020, 10, 1))
        assert [
            ("wider-work", "0 days", "0 days", "0 days", "0 days"),
            ("coaching", "1 day", "0 days", "1 day", "0 days"),
        ] == figures(progress(replaced(used, pd_lead_secondary=True)), 2020)[3:]

    def test_the_current_teacher_is_the_last_one(self) -> None:
        """Also after leaving."""
        assert (LeadTeacher("Sam Example"), JO) == (NEW.current_teacher, replaced(NEW).current_teacher)


class TestDuties:
    """Duties that are met, and those that are open."""

    def test_a_duty_is_open_until_somebody_says_that_it_is_met(self) -> None:
        """With the day, and who says so."""
        by_id = {one.duty.id: one for one in progress(FIRST_YEAR).duties}
        launch, support = by_id["launch"], by_id["senior-support"]
        assert (date(2019, 10, 3), "the hub lead") == (launch.met_on, launch.by)
        assert (None, None, True) == (support.met_on, support.by, support.certain)

    def test_a_duty_of_another_route_is_not_there_and_one_of_an_open_route_is_not_certain(self) -> None:
        """It may turn out not to be due."""
        assert "ncetm-talk" not in {one.duty.id for one in progress(NEW).duties}
        by_id = {one.duty.id: one.certain for one in progress(UNKNOWN).duties}
        assert (False, False, True) == (by_id["ncetm-talk"], by_id["accreditation"], by_id["launch"])

    def test_a_duty_that_hangs_on_a_route_is_each_teachers_own(self) -> None:
        """The others are the school's, whoever met them."""
        met = NEW.know({"pd_lead_other_phase": True}).record(
            DutyMet("m1", "ncetm-talk", "the NCETM", on=date(2020, 1, 7)),
            DutyMet("m2", "launch", "the hub", on=date(2019, 10, 3)),
        )
        assert {"ncetm-talk", "launch"} == {one.duty.id for one in progress(met).duties if one.met_on}
        after = progress(replaced(met, pd_lead_other_phase=True))
        assert {"launch"} == {one.duty.id for one in after.duties if one.met_on}


class TestDepartments:
    """Departments that are supported."""

    def test_they_are_counted_against_what_is_agreed(self) -> None:
        """More of them are reported, and not paid."""
        names = ("A", "B", "C")
        starts = [department(f"s{name}", name, None, 2021, 10, 1) for name in names]
        made = progress(NEW.record(*starts))
        assert (names, 2, 1) == (made.departments, made.departments_agreed, made.departments_excess)
        assert "Departments supported: 3 of 2 agreed, 1 more than agreed and not paid (A, B, C)" in str(made)

    def test_fewer_than_are_agreed_are_not_less_than_none_in_excess(self) -> None:
        """The others can still start."""
        assert (2, 0) == (progress(NEW).departments_agreed, progress(NEW).departments_excess)

    def test_an_edition_need_not_speak_of_them(self) -> None:
        """Then none is one too many."""
        made = progress(joining(changed(SECONDARY_COHORT_4, grants=())).record(department("s", "A", None, 2021, 9, 1)))
        assert (None, 0) == (made.departments_agreed, made.departments_excess)
        assert "Departments supported: 1 (A)" in str(made)


class TestLeaving:
    """What falls free."""

    def test_nothing_is_free_as_long_as_somebody_takes_part(self) -> None:
        """However much is left."""
        assert (Days(0), Standing.TAKING_PART) == (progress(FIRST_YEAR).free, progress(FIRST_YEAR).standing)

    def test_after_a_withdrawal_all_that_is_left_is_free(self) -> None:
        """And the table says so."""
        made = progress(FIRST_YEAR.record(withdrew(2020, 7, 1)))
        assert (Days(30), Standing.WITHDRAWN) == (made.free, made.standing)
        assert str(made).endswith("Free for others: 30 days")
        assert Days(0) == progress(replaced(FIRST_YEAR)).free


class TestShowing:
    """Progress as text, HTML and records."""

    def test_the_days_left_of_a_year_are_what_a_plan_needs(self) -> None:
        """By activity, without those of which nothing is left, or nobody knows which."""
        assert {"residentials": Days(3), "development": Days(8)} == progress(UNKNOWN).remaining("2020/21")
        assert {"support": Days(37)} == progress(joining(edition_with(3, "support", days=DayRange(12, 37)))).remaining(
            AcademicYear(2021)
        )
        with pytest.raises(
            InvalidArgument, match="no year of the edition: '2030/31'; one of 2019/20, 2020/21, 2021/22"
        ):
            progress(NEW).remaining("2030/31")
        with pytest.raises(InvalidYear):
            progress(NEW).remaining("2019/21")

    def test_it_reads_at_a_glance(self) -> None:
        """A dash where there is nothing, and a sum for each year."""
        text = str(progress(FIRST_YEAR))
        assert "2019/20  Personal development           10.5 days    11 days          -  0.5 days  PAR-4\n" in text
        assert "2019/20  All days                         15 days  15.5 days          -  0.5 days\n" in text
        assert "met on 2019-10-03, says the hub lead  PAR-5" in text

    def test_the_html_is_escaped(self) -> None:
        """Whatever anybody is called."""
        history = joining(edition_with(1, "residentials", title="<b>"))
        html = progress(history)._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert ("&lt;b&gt;" in html, "<b>" in html, html.count("<table>")) == (True, False, 2)

    def test_an_edition_without_duties_has_no_table_of_them(self) -> None:
        """But for the notes, all is as always."""
        made = progress(joining(changed(SECONDARY_COHORT_4, duties=(), routes=SECONDARY_COHORT_4.routes[:1])))
        html = made._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert (1, True, False) == (html.count("<table>"), "Departments supported" in html, "Duty" in str(made))

    def test_a_record_holds_all_that_a_line_does(self) -> None:
        """As flat values."""
        record = progress(FIRST_YEAR).to_records()[1]
        assert [
            *("p-1", "secondary-2019", "2019/20", "personal-development", None, "personal development"),
            *("10.5", "11", "0", "0.5", "PAR-4"),
        ] == [None if value is None else str(value) for value in record.values()]
