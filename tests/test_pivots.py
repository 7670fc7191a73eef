"""Tables of totals: one grouping down, another one across."""

from decimal import Decimal
from pickle import dumps, loads

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mastery_programme import (
    SECONDARY_COHORT_4,
    ByTerms,
    EvenlyByMonth,
    Money,
    OnOneDay,
    Pivot,
    Profile,
    Total,
    Unscheduled,
    budget,
)
from mastery_programme.pivots import _names  # pyright: ignore[reportPrivateUsage]  # names that no budget gives
from mastery_programme.sums import Sum, total_of_totals
from tests.budgeting import COHORTS, PROFILES, estimates_for
from tests.changed_editions import changed, optional_support
from tests.histories import FIRST_YEAR
from tests.spreading import BASES, TERMS
from tests.test_budgets import KEYS, added

BUDGET = budget([Profile(one, "Jurassic") for one in COHORTS[:2]], basis=OnOneDay(3, 31))
TABLE = BUDGET.pivot("edition", "financial_year")
UNLISTED = changed(SECONDARY_COHORT_4, id="unlisted", hubs=())


class TestPivot:
    """What stands in it."""

    def test_each_cell_has_the_total_of_its_row_and_column(self) -> None:
        """None where there is nothing."""
        assert (("edition",), ("financial_year",)) == (TABLE.rows, TABLE.columns)
        assert (("secondary-2019",), ("secondary-2020",)) == TABLE.row_labels
        assert (("2019-20",), ("2020-21",), ("2021-22",), ("2022-23",)) == TABLE.column_labels
        known = [[None if cell is None else str(cell.known) for cell in row] for row in TABLE.cells]
        assert [
            ["£3,000.00", "£3,000.00", "£9,250.00", None],
            [None, "£3,000.00", "£3,000.00", "£9,250.00"],
        ] == known

    def test_rows_columns_and_all_have_totals(self) -> None:
        """Each of them the same in the end."""
        assert [Money(15250), Money(15250)] == [total.known for total in TABLE.row_totals]
        assert [3000, 6000, 12250, 9250] == [total.known.in_pence // 100 for total in TABLE.column_totals]
        assert (Money(30500), BUDGET.total.unpublished) == (TABLE.total.known, TABLE.total.unpublished)

    def test_several_keys_make_tuples(self) -> None:
        """Down and across."""
        table = BUDGET.pivot(["hub", "edition"], ("academic_year", "purpose"))
        assert ("Jurassic Maths Hub", "secondary-2019") == table.row_labels[0]
        assert ("2019/20", "release") == table.column_labels[0]
        assert ("2019/20", "department-support") not in table.column_labels

    def test_columns_stand_in_the_order_of_their_key_whatever_the_rows(self) -> None:
        """Also where a row that has no such column comes first; what has no day stands last."""
        given = [Profile(COHORTS[2], COHORTS[0].hubs[0].name), Profile(COHORTS[0], COHORTS[0].hubs[1].name)]
        years = [
            label for (label,) in budget(given, basis=EvenlyByMonth()).pivot("hub", "financial_year").column_labels
        ]
        assert ["2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25"] == years
        terms = budget(given, basis=ByTerms(TERMS)).pivot("hub", "financial_year")
        assert (("2019-20",), ("2020-21",), ("unscheduled",)) == terms.column_labels

    def test_what_is_earned_and_what_has_no_region_is_in_words(self) -> None:
        """Not True and None, nor unscheduled."""
        made = budget([FIRST_YEAR, Profile(UNLISTED, "A hub")], basis=Unscheduled()).pivot("region", "earned")
        assert (("East of England",), ("no region",)) == made.row_labels
        assert (("earned",), ("planned",)) == made.column_labels

    def test_it_is_a_value(self) -> None:
        """Equal to its copy, hashable, picklable."""
        again = loads(dumps(TABLE))
        assert (TABLE, hash(TABLE)) == (again, hash(again))

    def test_of_no_places_it_is_empty(self) -> None:
        """With a total of nothing."""
        table = budget((), basis=Unscheduled()).pivot("hub", "payee")
        assert ((), (), (), (), total_of_totals(())) == (
            table.cells,
            table.row_totals,
            table.column_totals,
            table.row_labels,
            table.total,
        )
        assert [] == table.to_records()
        assert "Hub by payee\n\nHub    All\n---  -----\nAll  £0.00\n\nTotal: £0.00" == str(table)

    @given(PROFILES, BASES, st.permutations(KEYS), st.integers(1, 3), st.integers(1, 3))
    @settings(derandomize=True, database=None, deadline=None, max_examples=60)
    def test_rows_and_columns_add_up_to_the_same(
        self, places: list[Profile], basis: EvenlyByMonth, keys: list[str], down: int, across: int
    ) -> None:
        """By any keys: to the total of the budget."""
        made = budget(places, basis=basis, estimates=estimates_for(places, 100))
        table = made.pivot(keys[:down], keys[down : down + across])
        whole = added([made.total])
        assert whole == added(list(table.row_totals)) == added(list(table.column_totals)) == added([table.total])
        cells = [cell for row in table.cells for cell in row if cell is not None]
        assert len(made.by(*keys[: down + across])) == len(cells)


class TestShowing:
    """As text, HTML and records."""

    def test_the_text_is_a_table_with_totals(self) -> None:
        """A star where it is not all, a dash where there is nothing."""
        assert str(TABLE).splitlines() == [
            "Edition by financial year",
            "",
            "Edition            2019-20     2020-21      2021-22    2022-23          All",
            "--------------  ----------  ----------  -----------  ---------  -----------",
            "secondary-2019  £3,000.00*  £3,000.00*    £9,250.00          -  £15,250.00*",
            "secondary-2020           -  £3,000.00*   £3,000.00*  £9,250.00  £15,250.00*",
            "All             £3,000.00*  £6,000.00*  £12,250.00*  £9,250.00  £30,500.00*",
            "",
            "* or more: not all of it is published and certain",
            "",
            "Total: at least £30,500.00, plus travel and PD Lead enrolment (amounts not published)",
        ]

    def test_without_anything_open_there_is_no_star(self) -> None:
        """Nor a note on it."""
        plain = changed(SECONDARY_COHORT_4, covered_costs=())
        text = str(budget([Profile(plain, "Jurassic")], basis=Unscheduled()).pivot(("hub", "edition"), "payee"))
        assert "*" not in text
        assert ["All", "£11,250.00", "£4,000.00", "£15,250.00"] == text.splitlines()[5].split()
        assert text.startswith("Hub, edition by payee\n")
        assert text.endswith("\n\nTotal: £15,250.00")

    @pytest.mark.parametrize("amount", [0, 180])
    def test_what_is_estimated_has_a_star(self, amount: int) -> None:
        """Also at nothing: it is not published."""
        only_travel = changed(SECONDARY_COHORT_4, covered_costs=SECONDARY_COHORT_4.covered_costs[:1])
        made = budget([Profile(only_travel, "Jurassic")], basis=Unscheduled(), estimates={"travel": Money(amount)})
        assert " £0.00*" in str(made.pivot("payee", "purpose"))

    def test_what_may_be_due_has_a_star(self) -> None:
        """Though it is published."""
        made = budget([Profile(optional_support(), "Jurassic")], basis=Unscheduled())
        assert "£0.00*" in str(made.pivot("payee", "purpose")).splitlines()[5]

    def test_the_html_is_the_same_table_escaped(self) -> None:
        """With its notes."""
        made = budget([Profile(UNLISTED, "<b>A hub</b>")], basis=Unscheduled()).pivot("hub", "payee")
        html = made._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert html.startswith("<table><caption>Hub by payee</caption>")
        assert "&lt;b&gt;A hub&lt;/b&gt;" in html
        assert "<p>* or more: not all of it is published and certain</p><p>Total: at least £15,250.00" in html

    def test_records_have_the_keys_of_the_row_and_a_column_for_each_of_the_table(self) -> None:
        """With what is known as Decimal."""
        assert {
            "edition": "secondary-2020",
            "2019-20": None,
            "2020-21": Decimal("3000.00"),
            "2021-22": Decimal("3000.00"),
            "2022-23": Decimal("9250.00"),
            "known": Decimal("15250.00"),
        } == TABLE.to_records()[1]

    def test_columns_of_one_name_are_told_apart(self) -> None:
        """A hub may be named as a key is, or as two values side by side."""
        hubs = ("edition", "known", "known (2)", "A hub")
        made = budget([Profile(UNLISTED, hub) for hub in hubs], basis=Unscheduled()).pivot("edition", "hub")
        (record,) = made.to_records()
        assert ["edition", "A hub", "edition (2)", "known (2)", "known (2) (2)", "known"] == list(record)
        assert Decimal("61000.00") == record["known"]
        assert ["a, b, c", "a, b, c (2)", "a, b, c (3)"] == _names(
            ["hub"], [("a, b", "c"), ("a", "b, c"), ("a, b", "c")]
        )


class TestSums:
    """Totals added up."""

    ONE = Total(Money(1), Money(3), Money(2), ("a",), ("A",), ("e",), Money(1))
    OPEN = Total(Money(1), None, Money(0), ("b", "a"), ("B", "A"), ("d",))

    def test_of_nothing_it_is_nothing(self) -> None:
        """Known and at most."""
        assert Total(Money(0), Money(0), Money(0)) == Sum().total()

    def test_each_figure_adds_up_and_each_item_is_named_once(self) -> None:
        """So many times; without a most for one of them there is none."""
        sum_ = Sum()
        sum_.add(self.ONE, 3)
        assert Total(Money(3), Money(9), Money(6), ("a",), ("A",), ("e",), Money(3)) == sum_.total()
        sum_.add(self.OPEN)
        sum_.add(self.ONE)
        assert Total(Money(5), None, Money(8), ("a", "b"), ("A", "B"), ("e", "d"), Money(4)) == sum_.total()

    def test_no_times_add_nothing(self) -> None:
        """Not a name either."""
        sum_ = Sum()
        sum_.add(self.OPEN, 0)
        assert Total(Money(0), Money(0), Money(0)) == sum_.total()

    def test_items_stand_in_a_stated_order(self) -> None:
        """Those that it does not have last, by name; each with its own label."""
        sum_ = Sum()
        sum_.add(self.OPEN)
        sum_.add(self.ONE)
        total = sum_.total({"a": 0, "e": 1})
        assert (("a", "b"), ("A", "B"), ("e", "d")) == (total.unpublished, total.labels, total.estimated_items)
        assert ("b", "a") == sum_.total({"b": 0}).unpublished

    def test_a_pivot_made_by_hand_adds_up_too(self) -> None:
        """Cell by cell."""
        made = Pivot(("a",), ("b",), (("x",),), (("y",), ("z",)), ((self.ONE, None),))
        assert (self.ONE, (self.ONE, total_of_totals(()))) == (made.total, made.column_totals)
