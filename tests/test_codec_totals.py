"""Statements and allocations as documents: every figure that follows from others is held against them."""

from copy import deepcopy
from itertools import product
from typing import Any

import pytest
from attrs import fields

from mastery_programme import (
    SECONDARY_COHORT_4,
    Allocation,
    DayRange,
    Days,
    FundingLine,
    FundingStatement,
    InvalidDocument,
    Money,
    Programme,
    Total,
    allocate,
    fund,
)
from mastery_programme.codec import from_dict, to_dict
from mastery_programme.facts import Value
from tests.changed_editions import changed, edition_with
from tests.codec_editions import EDITIONS_OF_ALL_KINDS

ROUTE_FACTS = ("pd_lead_secondary", "pd_lead_other_phase")
PROFILES = [
    {name: value for name, value in zip(ROUTE_FACTS, values, strict=True) if value is not None}
    for values in product((None, True, False), repeat=2)
]
ESTIMATED = fund(SECONDARY_COHORT_4, estimates={"travel": Money("180.50"), "pd-lead-enrolment": Money(90)})
OPEN = fund(SECONDARY_COHORT_4)
SETTLED = fund(SECONDARY_COHORT_4, {"pd_lead_secondary": True})
BOUNDED = fund(edition_with(3, "support", days=DayRange("12", "37")))

OTHER_FIGURES: dict[str, tuple[Any, ...]] = {
    "known": ("0.01", "-1.00", "99999.00"),
    "at_most": ("0.01", None, "99999.00"),
    "estimated": ("0.01", "1.00"),
    "unpublished": (["meals"], [], ["travel"]),
    "labels": (["Meals"], [], ["travel"]),
    "estimated_items": (["meals"], ["travel"]),
    "estimated_if_due": ("0.01", "5.00"),
}
"""For each figure of a total others that it could be."""


def problems_of(document: Any, cls: type[Any]) -> list[tuple[str, str, str]]:
    """The problems for which a document is refused."""
    with pytest.raises(InvalidDocument) as refused:
        from_dict(document, cls)
    return [(problem.path, problem.code, problem.message) for problem in refused.value.problems]


class TestTotalsOfStatements:
    """The total of a statement, which follows from its lines."""

    def test_every_figure_of_a_total_is_tried(self) -> None:
        """A new one needs its place here."""
        assert {one.name for one in fields(Total)} == OTHER_FIGURES.keys()

    @pytest.mark.parametrize(
        "statement",
        [
            pytest.param(SETTLED, id="settled"),
            pytest.param(OPEN, id="with an open route"),
            pytest.param(ESTIMATED, id="with estimates"),
            pytest.param(BOUNDED, id="with a range"),
            pytest.param(fund(SECONDARY_COHORT_4, supported_departments=0), id="without departments"),
        ],
    )
    @pytest.mark.parametrize("figure", [pytest.param(name, id=name) for name in OTHER_FIGURES])
    def test_no_other_figure_is_taken(self, statement: FundingStatement, figure: str) -> None:
        """The problem tells what follows from the lines."""
        document = to_dict(statement)
        now = to_dict(statement.total).get(figure)
        for other in OTHER_FIGURES[figure]:
            if other != now and not (now is None and not other):
                told = problems_of({**document, "total": {**document["total"], figure: other}}, FundingStatement)
                assert [("/total", "total", f"this is not what follows from the rest: {statement.total}")] == told

    @pytest.mark.parametrize("figure", ["known", "at_most", "estimated"])
    def test_no_figure_may_lack(self, figure: str) -> None:
        """Nor the whole total."""
        document = to_dict(OPEN)
        total = {key: value for key, value in document["total"].items() if key != figure}
        assert (f"/total/{figure}", "missing-key") == problems_of({**document, "total": total}, FundingStatement)[0][:2]
        del document["total"]
        assert [("/total", "missing-key")] == [told[:2] for told in problems_of(document, FundingStatement)]

    @pytest.mark.parametrize("figure", ["at_least", "at_most", "reckoned"])
    @pytest.mark.parametrize("place", range(len(ESTIMATED.lines)))
    def test_no_line_has_another_figure_under_the_same_total(self, place: int, figure: str) -> None:
        """Each of them goes into the total, where everything is published or estimated; or the line itself is odd."""
        document = to_dict(ESTIMATED)
        document["lines"][place][figure] = "0.01"
        (path,) = [path for path, code, _ in problems_of(document, FundingStatement) if code == "total"]
        assert path in {"/total", f"/lines/{place}/amount", f"/lines/{place}/at_least", f"/lines/{place}/{figure}"}

    def test_no_line_with_an_amount_may_lack_or_stand_twice(self) -> None:
        """The total tells."""
        places = [place for place, line in enumerate(OPEN.lines) if line.amount is not None]
        assert len(places) > 5
        for place in places:
            for lines in (OPEN.lines[:place] + OPEN.lines[place + 1 :], (*OPEN.lines, OPEN.lines[place])):
                document = {**to_dict(changed(OPEN, lines=lines)), "total": to_dict(OPEN)["total"]}
                assert [("/total", "total")] == [told[:2] for told in problems_of(document, FundingStatement)]

    def test_sums_beyond_all_bounds_are_a_problem(self) -> None:
        """Each line is possible, and their sum is more than any money."""
        document = to_dict(OPEN)
        most = "1000000000000.00"
        for line in (line for line in document["lines"] if line["certain"] and line["published"]):
            line |= {"days": None, "rate": None, "amount": most, "at_least": most, "at_most": most}
        assert ("", "value") == problems_of(document, FundingStatement)[0][:2]


class TestAmounts:
    """The amount of a line, which is days times rate where both are told."""

    @pytest.mark.parametrize(
        "place",
        [
            pytest.param(place, id=line.item)
            for place, line in enumerate(OPEN.lines)
            if isinstance(line.days, Days) and line.rate is not None and line.amount is not None
        ],
    )
    def test_no_other_amount_is_taken(self, place: int) -> None:
        """With the figures that do not agree."""
        line = OPEN.lines[place]
        for other in ("0.00", "900.01", "-900.00", "4.00"):
            document = {**to_dict(line), "amount": other}
            said = f"{line.days} at {line.rate} come to {line.amount}, not {Money(other)}"
            assert [("/amount", "total", said)] == problems_of(document, FundingLine)
        document = to_dict(OPEN)
        document["lines"][place]["amount"] = "1.00"
        assert [f"/lines/{place}/amount"] == [path for path, _, _ in problems_of(document, FundingStatement)]

    @pytest.mark.parametrize(("figure", "other"), [("days", "5"), ("rate", "200.02")])
    def test_no_other_days_or_rate_are_taken(self, figure: str, other: str) -> None:
        """They are what the amount is for."""
        told = problems_of({**to_dict(OPEN.lines[0]), figure: other}, FundingLine)
        assert [(f"/{key}", "total") for key in ("amount", "at_least", "at_most")] == [one[:2] for one in told]

    @pytest.mark.parametrize(
        ("days", "rate"),
        [
            pytest.param("0.5", "0.01", id="half a penny"),
            pytest.param("10000", "1000000000000.00", id="more than any money"),
        ],
    )
    def test_days_and_a_rate_that_come_to_no_amount_are_a_problem(self, days: str, rate: str) -> None:
        """Whatever amount is told."""
        document = {**to_dict(OPEN.lines[0]), "days": days, "rate": rate, "amount": "0.00"}
        assert [("", "value")] == [told[:2] for told in problems_of(document, FundingLine)]


class TestConsistentDocuments:
    """What adds up is read."""

    @pytest.mark.parametrize("known", [pytest.param(known, id=str(known)) for known in PROFILES])
    def test_every_statement_and_allocation_of_cohort_4_comes_back(self, known: dict[str, Value]) -> None:
        """For every number of departments."""
        allocation = allocate(SECONDARY_COHORT_4, known)
        assert allocation == from_dict(to_dict(allocation), Allocation)
        for departments in range(21):
            statement = fund(SECONDARY_COHORT_4, known, supported_departments=departments)
            again = from_dict(to_dict(statement), FundingStatement)
            assert (statement, statement.total, statement.by("payee")) == (again, again.total, again.by("payee"))

    @pytest.mark.parametrize(
        "programme",
        [pytest.param(edition, id=f"edition {place}") for place, edition in enumerate(EDITIONS_OF_ALL_KINDS)],
    )
    def test_those_of_other_editions_come_back(self, programme: Programme) -> None:
        """With ranges, unpublished days and rates, and optional work."""
        for known in ({}, *({name: value} for name, fact in programme.facts.items() for value in fact.values[:2])):
            facts: dict[str, Any] = deepcopy(known)
            for value in (allocate(programme, facts), fund(programme, facts, supported_departments=3)):
                assert value == from_dict(to_dict(value), type(value))


class TestWhole:
    """What holds of a statement and of an allocation as a whole."""

    def test_all_lines_are_of_the_edition_of_the_statement(self) -> None:
        """A line of another one has to be told in a statement of its own."""
        document = to_dict(OPEN)
        document["lines"][3]["edition"] = "secondary-2020"
        said = "this line is not of 'secondary-2019', as the statement is"
        assert [("/lines/3/edition", "total", said)] == problems_of(document, FundingStatement)

    @pytest.mark.parametrize(
        ("order", "places"),
        [
            pytest.param((1, 0, 2), [0, 1, 2], id="the second year first"),
            pytest.param((0, 0, 1), [1, 2], id="one twice"),
            pytest.param((0, 2), [1], id="one left out"),
            pytest.param((2,), [0], id="the last one alone"),
        ],
    )
    def test_the_years_of_an_allocation_follow_one_another(self, order: tuple[int, ...], places: list[int]) -> None:
        """From the first on, each once; every one that does not is told."""
        document = to_dict(allocate(SECONDARY_COHORT_4))
        document["years"] = [document["years"][one] for one in order]
        said = "the years do not follow one another"
        told = [one for one in problems_of(document, Allocation) if one[0].endswith("number")]
        assert [(f"/years/{place}/number", "total", said) for place in places] == told

    def test_an_academic_year_that_is_left_out_is_refused(self) -> None:
        """Though the numbers follow one another."""
        document = to_dict(allocate(SECONDARY_COHORT_4))
        year = document["years"][2]
        for part in (year, *year["lines"]):
            part["academic_year"] = "2022/23"
        assert [("/years/2/number", "total")] == [told[:2] for told in problems_of(document, Allocation)]

    @pytest.mark.parametrize("place", range(len(OPEN.lines)), ids=[line.item for line in OPEN.lines])
    def test_what_is_published_is_neither_estimated_nor_unpublished(self, place: int) -> None:
        """And what is neither is published."""
        line = to_dict(OPEN.lines[place])
        told = problems_of({**line, "published": not line["published"]}, FundingLine)
        assert ("/published", "total") == told[0][:2]

    def test_of_what_is_not_certain_nothing_is_the_least(self) -> None:
        """It may never be due."""
        line = next(to_dict(line) for line in OPEN.lines if not line.certain)
        told = problems_of({**line, "at_least": "1.00"}, FundingLine)
        assert [("/at_least", "total", "of what is not certain, nothing is the least")] == told

    @pytest.mark.parametrize(
        ("figures", "path"),
        [
            pytest.param({"reckoned": "5.00"}, "/reckoned", id="published and reckoned with"),
            pytest.param({"alternatives": ["a", "b"]}, "/activity", id="open and settled"),
            pytest.param({"days": None}, "/days", id="a rate for no days"),
            pytest.param({"rate": None}, "/days", id="days without a rate"),
            pytest.param({"days": "1 to 2", "amount": None}, "/at_least", id="bounds that are not those of a range"),
            pytest.param({"amount": None}, "/amount", id="no amount"),
            pytest.param({"certain": False, "at_least": "0.00", "at_most": "1.00"}, "/at_most", id="a most below it"),
        ],
    )
    def test_a_line_that_contradicts_itself_is_refused(self, figures: dict[str, Any], path: str) -> None:
        """Where it does."""
        document = {**to_dict(SETTLED.lines[0]), **figures}
        assert (path, "total") in [told[:2] for told in problems_of(document, FundingLine)]

    def test_the_least_is_not_more_than_the_most(self) -> None:
        """Of what is estimated, too."""
        travel = next(to_dict(line) for line in ESTIMATED.lines if line.item == "travel")
        told = problems_of({**travel, "at_least": "180.51"}, FundingLine)
        assert [("/at_least", "total", "the least is more than the most, £180.50")] == told

    def test_an_amount_is_not_more_than_the_most(self) -> None:
        """Of what is not for days, too."""
        grant = next(to_dict(line) for line in SETTLED.lines if line.departments is not None)
        told = problems_of({**grant, "amount": "4000.01"}, FundingLine)
        assert [("/amount", "total", "the amount is more than the most, £4,000.00")] == told

    def test_all_that_is_wrong_with_a_statement_is_told(self) -> None:
        """An activity that the edition has not, another edition, and a question too many."""
        document = to_dict(SETTLED) | {"questions": ["Why?"]}
        document["lines"][0]["edition"] = "x"
        document["lines"][1]["activity"] = "y"
        told = [one[0] for one in problems_of(document, FundingStatement)]
        assert ["/lines/0/edition", "/lines/1/activity", "/questions"] == told

    def test_a_duty_is_either_certain_or_open(self) -> None:
        """Not both."""
        document = to_dict(allocate(SECONDARY_COHORT_4))
        document["open_duties"] = document["duties"][:1]
        told = ("/open_duties/0", "total", "this duty is told as certain, too")
        assert [told] == problems_of(document, Allocation)

    def test_a_duty_is_of_a_year_of_the_allocation(self) -> None:
        """Or of none."""
        document = to_dict(allocate(SECONDARY_COHORT_4))
        document["duties"][0]["year"] = 9
        assert [("/duties/0/year", "total", "there is no year 9")] == problems_of(document, Allocation)
