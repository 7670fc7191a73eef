"""A net position as text, as records, as HTML, as a value, and as a document."""

import re
from decimal import Decimal
from pickle import dumps, loads
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    DayRange,
    Days,
    InvalidDocument,
    Money,
    NetPosition,
    NetYear,
    fund,
    net_position,
    scenario,
)
from mastery_programme.codec import from_dict, from_json, to_dict, to_json
from tests.changed_editions import changed
from tests.oddities import evaluated

COHORT = SECONDARY_COHORT_4
STATEMENT = fund(COHORT, {"pd_lead_secondary": True})
POSITION = net_position(STATEMENT, {"2019/20": Money(190), "2020/21": Money(210), "2021/22": Money("195.50")})
OPEN = net_position(
    fund(
        scenario(
            COHORT,
            label="less <known>",
            days={(1, "residentials"): DayRange(4, 5), "development": None},
            rates={"support": None, "development": None},
        ),
        estimates={"development": Money(100)},
    ),
    Money(190),
)
FIRST = STATEMENT.lines[0]
RECOVERY = changed(FIRST, days=Days(2), amount=Money(-400), at_least=Money(-400), at_most=Money(-400), recovery=True)
RECOVERED = net_position(changed(STATEMENT, lines=(FIRST, RECOVERY)), Money(210))


def problems_of(document: Any, cls: Any = NetPosition) -> list[tuple[str, str]]:
    """The problems for which a document is refused."""
    with pytest.raises(InvalidDocument) as refused:
        from_dict(document, cls)
    return [(problem.path, problem.message) for problem in refused.value.problems]


class TestText:
    """As people read it."""

    def test_it_is_a_table_of_years_and_of_all(self) -> None:
        """A shortfall has its sign before the pound."""
        assert """\
Secondary Mastery Specialist Programme, Cohort 4 (2019/20 to 2021/22): net position of the school

Year          Days  Supply a day     Funding     Supply        Net
---------  -------  ------------  ----------  ---------  ---------
2019/20    15 days       £190.00   £3,000.00  £2,850.00    £150.00
2020/21    15 days       £210.00   £3,000.00  £3,150.00   -£150.00
2021/22    15 days       £195.50   £5,250.00  £2,932.50  £2,317.50
All years  45 days                £11,250.00  £8,932.50  £2,317.50

Net position: £2,317.50""" == str(POSITION)

    def test_what_is_not_exact_or_not_published_says_so(self) -> None:
        """And what is not in the funding stands below the table."""
        rows = [re.split(" {2,}", line)[1:] for line in str(OPEN).split("\n")[4:8]]
        assert [
            [
                *("14.5 to 15.5 days", "£190.00", "between £2,900.00 and £3,100.00"),
                *("between £2,755.00 and £2,945.00", "between £145.00 and £155.00"),
            ],
            [
                *("not published", "£190.00", "between £1,400.00 and £1,500.00"),
                *("at least £1,330.00", "at most £170.00"),
            ],
            ["15 days", "£190.00", "at least £0.00", "£2,850.00", "at least -£2,850.00"],
            ["not published", "at least £4,300.00", "at least £6,935.00", "not published"],
        ] == rows
        assert str(OPEN).endswith(f"\n\nFunding: {OPEN.funding}\n\nNet position: not published")
        assert "plus £100.00 estimated, plus support for other departments (amount not published)" in str(OPEN)

    def test_an_estimate_alone_says_so(self) -> None:
        """Below the table; what is all published has no such line."""
        silent = scenario(COHORT, label="x", rates={"support": None})
        estimated = net_position(fund(silent, estimates={"support": Money(4000)}), Money(190))
        assert "\n\nFunding: £6,000.00, plus £4,000.00 estimated\n\n" in str(estimated)
        assert "Funding:" not in str(POSITION)

    def test_days_taken_back_have_a_column_where_there_are_some(self) -> None:
        """And the net position of what is left."""
        assert "Taken back" not in str(POSITION)
        assert ["Year", "Days", "Taken back", "Supply a day", "Funding", "Supply", "Net"] == [
            cell.strip() for cell in str(RECOVERED).split("\n")[2].split("  ") if cell
        ]
        assert "2019/20    4.5 days      2 days       £210.00  £500.00  £525.00  -£25.00" in str(RECOVERED)

    def test_a_year_reads_as_a_sentence(self) -> None:
        """With what is not in it."""
        assert "2020/21: £3,000.00, less £3,150.00 for supply: -£150.00" == str(POSITION.years[1])
        assert (
            "2021/22: at least £0.00, plus support for other departments (amount not published), "
            "less £2,850.00 for supply: at least -£2,850.00"
        ) == str(OPEN.years[2])

    def test_the_html_is_the_same_table_escaped(self) -> None:
        """As a notebook shows it."""
        html = OPEN._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
        assert html.startswith("<table><caption>Secondary Mastery Specialist Programme (what if: less &lt;known&gt;)")
        assert '<th scope="row">All years</th>' in html
        assert "<p>Net position: not published</p>" in html
        assert "<known>" not in html


class TestRecords:
    """As pandas and polars take it."""

    def test_a_record_holds_a_year(self) -> None:
        """As flat values."""
        assert {
            "edition": "secondary-2019",
            "academic_year": "2020/21",
            "days": Decimal(15),
            "days_at_least": Decimal(15),
            "days_at_most": Decimal(15),
            "days_taken_back": Decimal(0),
            "supply_cost": Decimal("210.00"),
            "funding": Decimal("3000.00"),
            "funding_at_least": Decimal("3000.00"),
            "funding_at_most": Decimal("3000.00"),
            "cost": Decimal("3150.00"),
            "cost_at_least": Decimal("3150.00"),
            "cost_at_most": Decimal("3150.00"),
            "net": Decimal("-150.00"),
            "net_at_least": Decimal("-150.00"),
            "net_at_most": Decimal("-150.00"),
            "net_pence": -15000,
            "unpublished": None,
        } == POSITION.to_records()[1]

    def test_what_is_not_exact_is_none_with_its_ends(self) -> None:
        """And what is not published is named."""
        first, second, third = OPEN.to_records()
        assert (None, Decimal("145.00"), Decimal("155.00"), None) == tuple(
            first[key] for key in ("net", "net_at_least", "net_at_most", "net_pence")
        )
        assert (None, None, Decimal("170.00")) == (second["days"], second["net_at_least"], second["net_at_most"])
        assert (Decimal("-2850.00"), None) == (third["net_at_least"], third["net_at_most"])
        assert "support for other departments" == third["unpublished"]
        assert 1 == len({tuple(record) for record in (first, second, third, *RECOVERED.to_records())})

    def test_days_taken_back_are_told(self) -> None:
        """None where nobody knows them."""
        assert Decimal(2) == RECOVERED.to_records()[0]["days_taken_back"]
        unknown = changed(STATEMENT, lines=(FIRST, changed(RECOVERY, days=None, rate=None)))
        assert None is net_position(unknown, Money(190)).to_records()[0]["days_taken_back"]


class TestValues:
    """Kept, copied and compared."""

    @pytest.mark.parametrize("made", [POSITION, OPEN, RECOVERED], ids=["exact", "open", "with a recovery"])
    def test_it_comes_back_from_a_pickle_a_document_and_its_repr(self, made: NetPosition) -> None:
        """With all that follows."""
        by_document, by_text = from_dict(to_dict(made), NetPosition), from_json(to_json(made), NetPosition)
        again: Any
        for again in (loads(dumps(made)), by_document, by_text, evaluated(repr(made))):
            assert (made, hash(made), str(made)) == (again, hash(again), str(again))
            assert made.to_records() == again.to_records()
        for year in made.years:
            assert year == from_dict(to_dict(year), NetYear) == loads(dumps(year))

    def test_another_cost_is_another_position(self) -> None:
        """Also where it comes to the same."""
        assert net_position(STATEMENT, Money(190)) != net_position(STATEMENT, Money(191))
        empty = changed(STATEMENT, lines=())
        assert net_position(empty, Money(190)) == net_position(empty, Money(191))


class TestDocuments:
    """What no document can say."""

    def test_a_line_stands_in_its_year_and_pays_the_school_for_release(self) -> None:
        """Whatever does not is told with its place."""
        document = to_dict(POSITION)
        document["years"][1]["lines"][0] |= {"academic_year": "2019/20"}
        document["years"][2]["lines"][0] |= {"payee": "pd-lead-provider"}
        assert [
            ("/years/1/lines/0/academic_year", "this line is not of 2020/21, the year that it stands in"),
            ("/years/2/lines/0", "this line does not pay the school for release days"),
        ] == problems_of(document)
        year = to_dict(POSITION.years[0])
        year["lines"][0] |= {"purpose": "travel"}
        assert [("/lines/0", "this line does not pay the school for release days")] == problems_of(year, NetYear)

    def test_years_are_in_order_and_of_one_edition(self) -> None:
        """Each once."""
        document = to_dict(POSITION)
        backwards = {**document, "years": document["years"][::-1]}
        assert [(f"/years/{place}/academic_year", "the years are not in order") for place in (1, 2)] == problems_of(
            backwards
        )
        twice = {**document, "years": document["years"][:1] * 2}
        assert [("/years/1/academic_year", "the years are not in order")] == problems_of(twice)
        document["edition"] = "another"
        told = "not all of these lines are of 'another', as the position is"
        assert [(f"/years/{place}/lines", told) for place in range(3)] == problems_of(document)

    @pytest.mark.parametrize(("cost", "path"), [("-1.00", "/years/0"), ("190.01", ""), (190, "/years/0/supply_cost")])
    def test_a_cost_that_is_none_is_refused(self, cost: Any, path: str) -> None:
        """Below nothing, no text, or with half a penny left."""
        document = to_dict(net_position(changed(STATEMENT, lines=(FIRST,)), Money(190)))
        document["years"][0]["supply_cost"] = cost
        assert path in problems_of(document)[0][0]
