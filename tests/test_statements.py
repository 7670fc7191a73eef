"""A funding statement: totals by keys, texts, records and HTML."""

from decimal import Decimal
from pickle import dumps, loads

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    InvalidGrouping,
    InvalidYear,
    Money,
    Payee,
    Purpose,
    fund,
)
from tests.changed_editions import edition_with, optional_support

STATEMENT = fund(SECONDARY_COHORT_4)


class TestTotalFor:
    """The total of the lines that have given values."""

    @pytest.mark.parametrize(
        ("keys", "known"),
        [
            pytest.param({}, 15250, id="no keys, all lines"),
            pytest.param({"academic_year": AcademicYear(2019)}, 3000, id="a year"),
            pytest.param({"academic_year": "2019/20"}, 3000, id="a year as text"),
            pytest.param({"academic_year": "2019-2020"}, 3000, id="a year as another text"),
            pytest.param({"academic_year": "2030/31"}, 0, id="a year in which nothing is due"),
            pytest.param({"payee": Payee.LEAD_SCHOOL}, 11250, id="a payee"),
            pytest.param({"payee": "lead-school", "purpose": "release"}, 11250, id="two keys as text"),
            pytest.param({"purpose": Purpose.TRAVEL}, 0, id="nothing of it is published"),
            pytest.param({"activity": "residentials"}, 1500, id="an activity in two years"),
            pytest.param({"activity": "wider-work"}, 0, id="an activity of which it is open whether it is due"),
            pytest.param({"activity": None}, 800, id="the line of the open route"),
        ],
    )
    def test_lines_are_picked_by_any_keys(self, keys: dict[str, object], known: int) -> None:
        """As values or as their text."""
        assert Money(known) == STATEMENT.total_for(**keys).known  # type: ignore[arg-type]  # keys of a table of cases

    def test_a_line_of_an_open_route_counts_for_each_alternative_as_what_may_not_be_due(self) -> None:
        """So nothing that may be due is an exact nothing."""
        for activity in ("pd-lead-programme", "wider-work"):
            total = STATEMENT.total_for(activity=activity, purpose="release")
            assert (Money(0), Money(800)) == (total.known, total.at_most)

    def test_an_alternative_is_picked_by_its_activity_alone(self) -> None:
        """Also where an activity has the name of a purpose."""
        changed_name = edition_with(2, "wider-work", id="release")
        with_name = fund(changed_name)
        assert Money(0) == with_name.total_for(purpose="travel").known
        assert with_name.total_for(purpose="release").known == STATEMENT.total_for(purpose="release").known
        travelling = fund(edition_with(2, "wider-work", id="lead-school"))
        assert travelling.total_for(payee="lead-school", purpose="travel").at_most is None
        assert Money(800) == travelling.total_for(activity="lead-school", purpose="release").at_most
        assert () == travelling.total_for(payee="supported-department").unpublished
        named = fund(edition_with(2, "wider-work", id="supported-department"))
        assert Money(4000) == named.total_for(payee="supported-department").at_most

    @pytest.mark.parametrize(
        ("keys", "nearest"),
        [
            pytest.param({"payees": "lead-school"}, "payee", id="a key misspelt"),
            pytest.param({"payee": "lead-schol"}, "lead-school", id="a payee misspelt"),
            pytest.param({"payee": None}, None, id="no payee"),
            pytest.param({"payee": "release"}, None, id="a purpose is no payee"),
            pytest.param({"purpose": "realease"}, "release", id="a purpose misspelt"),
            pytest.param({"activity": "residential"}, "residentials", id="an activity misspelt"),
            pytest.param({"activity": ["support"]}, None, id="a list"),
        ],
    )
    def test_a_mistake_is_never_a_total_of_nothing(self, keys: dict[str, object], nearest: str | None) -> None:
        """It is refused, naming the nearest thing."""
        with pytest.raises(InvalidGrouping) as caught:
            STATEMENT.total_for(**keys)  # type: ignore[arg-type]  # the point of the test
        assert nearest in {None, caught.value.nearest}

    @pytest.mark.parametrize("year", ["2019/21", "2019", None, 2019])
    def test_a_year_that_is_none_is_refused(self, year: object) -> None:
        """As everywhere."""
        with pytest.raises(InvalidYear):
            STATEMENT.total_for(academic_year=year)  # type: ignore[arg-type]  # the point of the test


class TestBy:
    """Totals by any grouping."""

    def test_groups_come_in_the_order_of_the_lines(self) -> None:
        """With a tuple of values for each."""
        groups = [group for (group,) in STATEMENT.by("activity")]
        assert ["residentials", "personal-development", "development", None, "pd-lead-programme", "support"] == groups

    def test_no_keys_make_one_group(self) -> None:
        """Of everything."""
        assert {(): STATEMENT.total} == STATEMENT.by()

    @pytest.mark.parametrize("key", ["year", "amount", "", None, 7, ["payee"]])
    def test_another_key_is_refused(self, key: object) -> None:
        """Lines are not grouped by just anything."""
        with pytest.raises(InvalidGrouping):
            STATEMENT.by(key)  # type: ignore[arg-type]  # the point of the test


class TestShowing:
    """A statement as text, as records, as HTML."""

    def test_the_text_is_a_table_the_total_and_what_is_open(self) -> None:
        """Aligned, with a remark where an amount is not all that it seems."""
        text = str(STATEMENT)
        assert text.startswith(
            "Secondary Mastery Specialist Programme, Cohort 4 (2019/20 to 2021/22): funding\n\nYear "
        )
        assert "-  not published, if due  FUN-3\n" in text
        assert "Grant for each supported department (x 2)" in text
        assert text.endswith(STATEMENT.questions[0])
        assert f"Total: {STATEMENT.total}\n" in text

    def test_amounts_that_may_not_be_due_and_estimates_say_so(self) -> None:
        """In the remarks."""
        assert "£4,000.00  if due" in str(fund(optional_support()))
        assert "£180.00  estimated" in str(fund(SECONDARY_COHORT_4, estimates={"travel": Money(180)}))

    def test_the_html_is_a_table_with_a_caption_and_notes(self) -> None:
        """With every text escaped."""
        programme = edition_with(1, "residentials", title="<script>alert('x')</script>")
        html = fund(programme)._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert html.startswith("<table><caption>Secondary Mastery Specialist Programme, Cohort 4")
        assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in html
        assert "<script" not in html
        assert "<p>Total: at least " in html

    def test_a_record_holds_all_that_a_line_does(self) -> None:
        """As flat values, None where there is nothing to say."""
        assert {
            "edition": "secondary-2019",
            "academic_year": "2019/20",
            "financial_year": None,
            "on": None,
            "item": "residentials",
            "title": "central residentials",
            "activity": "residentials",
            "alternatives": None,
            "purpose": "release",
            "payee": "lead-school",
            "recipient": None,
            "departments": None,
            "days": Decimal("4.5"),
            "days_at_least": Decimal("4.5"),
            "days_at_most": Decimal("4.5"),
            "rate": Decimal("200.00"),
            "amount": Decimal("900.00"),
            "amount_pence": 90000,
            "at_least": Decimal("900.00"),
            "at_most": Decimal("900.00"),
            "published": True,
            "estimated": False,
            "certain": True,
            "actual": False,
            "recovery": False,
            "event": None,
            "clause": "PAR-3",
            "rate_clause": "PAR-2",
        } == STATEMENT.to_records()[0]

    def test_records_are_of_plain_types_and_alike(self) -> None:
        """No enum and no value of ours is left in them."""
        records = STATEMENT.to_records()
        assert 1 == len({tuple(record) for record in records})
        assert {str, Decimal, int, bool, type(None)} == {type(value) for record in records for value in record.values()}

    def test_records_are_new_each_time(self) -> None:
        """Changing them changes no statement."""
        STATEMENT.to_records()[0]["amount"] = None
        assert Decimal("900.00") == STATEMENT.to_records()[0]["amount"]


class TestKeeping:
    """A statement made is a statement kept."""

    def test_it_does_not_change_when_the_edition_is_corrected(self) -> None:
        """Its lines hold days, rate, amount, clause and edition."""
        before = loads(dumps(STATEMENT))
        corrected = edition_with(1, "residentials", rate=Money(300))
        assert Money(15700) == fund(corrected).total.known
        assert (before, Money(15250)) == (STATEMENT, STATEMENT.total.known)
        assert ("secondary-2019", "changed") == (STATEMENT.lines[0].edition, fund(corrected).lines[0].edition)
