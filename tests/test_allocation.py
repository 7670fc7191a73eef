"""Which days a lead teacher has in which year."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Allocation,
    DayRange,
    Days,
    InvalidFact,
    UnknownFact,
    allocate,
)
from tests.changed_editions import edition_with, optional_support

BOTH = ("pd-lead-programme", "wider-work")


def lines(allocation: Allocation) -> list[tuple[str, str, str]]:
    """Year, activity (or alternatives) and days of every line."""
    return [
        (str(line.academic_year), line.activity or " or ".join(line.alternatives), str(line.days))
        for year in allocation.years
        for line in year.lines
    ]


class TestCohort4:
    """The days of Cohort 4."""

    def test_an_unaccredited_lead_teacher_has_the_days_that_the_document_gives(self) -> None:
        """4.5 and 10.5; 3, 8 and 4; 15."""
        facts = {"pd_lead_secondary": False, "pd_lead_other_phase": False}
        assert [
            ("2019/20", "residentials", "4.5 days"),
            ("2019/20", "personal-development", "10.5 days"),
            ("2020/21", "residentials", "3 days"),
            ("2020/21", "development", "8 days"),
            ("2020/21", "pd-lead-programme", "4 days"),
            ("2021/22", "support", "15 days"),
        ] == lines(allocate(SECONDARY_COHORT_4, facts))

    @pytest.mark.parametrize(
        ("secondary", "other", "activity", "talk", "missing"),
        [
            pytest.param(False, False, "pd-lead-programme", False, (), id="accredited nowhere"),
            pytest.param(True, False, "wider-work", False, (), id="accredited in secondary"),
            pytest.param(False, True, "pd-lead-programme", True, (), id="accredited in another phase"),
            pytest.param(True, True, "wider-work", True, (), id="accredited in both"),
            pytest.param(True, None, "wider-work", None, ("pd_lead_other_phase",), id="another phase not known"),
            pytest.param(None, True, None, True, ("pd_lead_secondary",), id="secondary not known"),
            pytest.param(None, None, None, None, ("pd_lead_secondary", "pd_lead_other_phase"), id="nothing is known"),
        ],
    )
    def test_accreditation_decides_four_days_and_one_duty(
        self,
        *,
        secondary: bool | None,
        other: bool | None,
        activity: str | None,
        talk: bool | None,
        missing: tuple[str, ...],
    ) -> None:
        """And whatever it is, every year has 15 days."""
        allocation = allocate(SECONDARY_COHORT_4, {"pd_lead_secondary": secondary, "pd_lead_other_phase": other})
        line = allocation.years[1].lines[2]
        due = {True: (["ncetm-talk"], []), False: ([], []), None: ([], ["ncetm-talk"])}[talk]
        talks, open_talks = (
            [duty.id for duty in duties if duty.id == "ncetm-talk"]
            for duties in (allocation.duties, allocation.open_duties)
        )
        assert (activity, () if activity else BOTH, Days(4), True) == (
            line.activity,
            line.alternatives,
            line.days,
            line.certain,
        )
        assert due == (talks, open_talks)
        assert missing == allocation.missing
        assert [Days(15)] * 3 == [year.days for year in allocation.years]

    def test_an_open_line_cites_the_clauses_of_all_its_alternatives(self) -> None:
        """In the order of the document."""
        assert "PAR-9, PAR-10" == allocate(SECONDARY_COHORT_4).years[1].lines[2].clause

    def test_all_duties_are_there(self) -> None:
        """The launch of a senior leader, the school's commitment and the four expectations among them."""
        duties = allocate(SECONDARY_COHORT_4).duties
        assert ["INT-2", "PAR-5", "PAR-12", "EXP-1", "EXP-2", "EXP-3", "EXP-4"] == [
            duty.source.clause for duty in duties
        ]

    def test_the_questions_stand_beside_what_is_missing(self) -> None:
        """As the programme's facts ask them."""
        allocation = allocate(SECONDARY_COHORT_4)
        assert tuple(SECONDARY_COHORT_4.facts[name].ask for name in allocation.missing) == allocation.questions

    @pytest.mark.parametrize(
        ("facts", "error"),
        [
            pytest.param({"pd_lead_secundary": True}, UnknownFact, id="a name that is no fact"),
            pytest.param({"pd_lead_secondary": "yes"}, InvalidFact, id="a word for True"),
            pytest.param({"pd_lead_secondary": 1}, InvalidFact, id="a number for True"),
            pytest.param([], InvalidFact, id="a list of facts"),
        ],
    )
    def test_facts_are_checked(self, facts: Mapping[str, object], error: type[Exception]) -> None:
        """A typing mistake is never ignored."""
        with pytest.raises(error):
            allocate(SECONDARY_COHORT_4, facts)

    def test_the_same_knowledge_gives_the_same_value(self) -> None:
        """None is not known, and no facts are no facts."""
        assert allocate(SECONDARY_COHORT_4) is allocate(SECONDARY_COHORT_4, {"pd_lead_secondary": None})


class TestOtherShapes:
    """Editions that differ from Cohort 4 in shape."""

    def test_days_can_be_a_range(self) -> None:
        """Then the year's days are one, too."""
        programme = edition_with(3, "support", days=DayRange("12", "37"))
        assert DayRange("12", "37") == allocate(programme).years[2].days

    def test_days_that_are_not_published_make_the_years_days_unknown(self) -> None:
        """Nothing is guessed."""
        programme = edition_with(1, "residentials", days=None)
        year = allocate(programme).years[0]
        assert (None, None, Days("10.5")) == (year.days, year.lines[0].days, year.lines[1].days)
        assert "not published" in str(allocate(programme))

    def test_alternatives_of_different_length_are_a_range(self) -> None:
        """Until the route is settled."""
        programme = edition_with(2, "wider-work", days=Days("2.5"))
        assert "13.5 to 15 days" == str(allocate(programme).years[1].days)
        assert Days("13.5") == allocate(programme, {"pd_lead_secondary": True}).years[1].days

    def test_an_alternative_without_published_days_leaves_them_open(self) -> None:
        """The other one's days are not taken for its own."""
        programme = edition_with(2, "wider-work", days=None)
        assert allocate(programme).years[1].lines[2].days is None

    def test_days_that_may_not_come_are_shown_as_such(self) -> None:
        """The line says how many if so, and the year's days begin at nothing."""
        year = allocate(optional_support()).years[2]
        (line,) = year.lines
        assert (None, ("support",), Days(15), False) == (line.activity, line.alternatives, line.days, line.certain)
        assert DayRange(Days(0), Days(15)) == year.days

    def test_a_range_that_may_not_come_begins_at_nothing_too(self) -> None:
        """And days that are not published stay so."""
        programme = optional_support()
        (support,) = programme.years[2].activities
        for days, expected in ((DayRange("2", "5"), DayRange("0", "5")), (None, None)):
            changed = evolve(
                programme,
                years=(
                    *programme.years[:2],
                    evolve(programme.years[2], activities=(evolve(support, days=days),)),
                ),
            )
            assert expected == allocate(changed).years[2].days

    def test_days_that_are_ruled_out_are_not_there(self) -> None:
        """A year can come to nothing."""
        year = allocate(optional_support(), {"works_with_others": False}).years[2]
        assert ((), Days(0)) == (year.lines, year.days)


class TestShowing:
    """An allocation as text, as records, as HTML."""

    def test_the_text_is_a_table_of_days_a_table_of_duties_and_what_is_open(self) -> None:
        """Aligned, with a sum for each year."""
        text = str(allocate(SECONDARY_COHORT_4))
        assert "2020/21  PD Lead programme or wider work     4 days  PAR-9, PAR-10\n" in text
        assert "2020/21  All days                           15 days\n" in text
        assert "2019/20     The head teacher or a senior leader  Join the lead teacher for the launch" in text
        assert "in another phase (not certain yet)" in text
        assert text.endswith("Still open: " + " ".join(allocate(SECONDARY_COHORT_4).questions))

    def test_a_settled_allocation_says_nothing_of_open_questions(self) -> None:
        """And of nothing that is not certain."""
        text = str(allocate(SECONDARY_COHORT_4, {"pd_lead_secondary": True, "pd_lead_other_phase": True}))
        assert "open" not in text
        assert "not certain" not in text

    def test_days_that_may_not_come_say_so(self) -> None:
        """In their own row."""
        assert "Support for other departments (not certain yet)" in str(allocate(optional_support()))

    def test_records_are_flat_and_alike(self) -> None:
        """A dict for each line of days and for each duty, with the same keys in the same order."""
        records = allocate(SECONDARY_COHORT_4).to_records()
        keys = {tuple(record) for record in records}
        assert (1, 15) == (len(keys), len(records))
        assert {
            "edition": "secondary-2019",
            "kind": "days",
            "academic_year": "2020/21",
            "activity": None,
            "alternatives": "pd-lead-programme or wider-work",
            "title": "PD Lead programme or wider work",
            "by": None,
            "days": Decimal(4),
            "days_at_least": Decimal(4),
            "days_at_most": Decimal(4),
            "certain": True,
            "clause": "PAR-9, PAR-10",
        } == records[4]
        assert [False] == [record["certain"] for record in records if record["clause"] == "PAR-11"]

    def test_the_html_is_two_tables_with_captions(self) -> None:
        """With every text escaped."""
        programme = edition_with(1, "residentials", title="<b>Days & nights</b>")
        html = allocate(programme)._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert (2, 2) == (html.count("<table>"), html.count("<caption>"))
        assert "&lt;b&gt;Days &amp; nights&lt;/b&gt;" in html
        assert "<b>" not in html
