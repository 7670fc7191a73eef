"""The benchmark stays honest: its two ways answer alike, and its figures are ratios of one run."""

from tests.benchmarks.answers import check_funding, check_rulings
from tests.benchmarks.budgets import check_budgets
from tests.benchmarks.documents import check_documents
from tests.benchmarks.eligibility import check_eligibility
from tests.benchmarks.timing import Figure, compare


class TestTheBenchmark:
    """What the figures rest on; how large they are is not tested."""

    def test_both_ways_rule_alike(self) -> None:
        """For every combination of values and unknowns; anything else would stop the program."""
        check_rulings()

    def test_both_ways_pay_alike(self) -> None:
        """For every accreditation, number of departments, and with estimates."""
        check_funding()

    def test_both_ways_assess_alike(self) -> None:
        """For facts and applications of all sorts."""
        check_eligibility()

    def test_all_ways_read_and_write_alike(self) -> None:
        """Ours, the constructors, and the libraries that are set beside them."""
        check_documents()

    def test_all_ways_budget_alike(self) -> None:
        """Ours, a plain loop, and pandas: row by row, for random places in three cohorts."""
        check_budgets(500)

    def test_a_figure_is_a_ratio_and_says_whether_it_is_kept(self) -> None:
        """Of the medians."""
        assert 1.25 == Figure("twice", 10.0, 8.0, 2.0).ratio
        assert str(Figure("kept", 10.0, 8.0, 2.0)).endswith("1.25     2.00  yes")
        assert str(Figure("missed", 30.0, 8.0, 2.0)).endswith("3.75     2.00  NO")
        assert str(Figure("told", 30.0, 8.0, None)).endswith("3.75        -")

    def test_each_way_is_run_as_often_as_the_other(self) -> None:
        """In turn."""
        ran: list[str] = []
        compare("turns", lambda: ran.append("ours"), lambda: ran.append("theirs"), 1, 1)
        assert ["ours", "theirs"] * (len(ran) // 2) == ran
