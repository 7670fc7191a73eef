"""Parts of a wrong type: each is named with its place, and with what belongs there."""

from datetime import date
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Days,
    FlawedProgramme,
    Hub,
    HubLead,
    Milestone,
    Money,
    Payee,
    PublishedTotal,
    Region,
    Source,
)
from tests.changed_editions import (
    APPLY_BY,
    CLAUSE,
    CRITERION,
    GRANT,
    NOTIFY_BY,
    TRAVEL,
    changed,
    flaws_of,
    with_activity,
    with_year,
)

COHORT = SECONDARY_COHORT_4
(DOCUMENT,) = COHORT.documents
LAUNCH = COHORT.duties[1]
QUESTION = COHORT.open_questions[0]
SUPPORT = "years[2].activities[0]"


class AsInt(int):
    """A number of another type."""


def one(part: object, **values: object) -> tuple[object, ...]:
    """A series of this one part, with other values in it."""
    return (changed(part, **values),)


def support(**values: object) -> object:
    """The years of Cohort 4 with other values in the support of year 3."""
    return with_activity(3, "support", **values)


class TestTypes:
    @pytest.mark.parametrize(
        ("field", "value", "flaw"),
        [
            pytest.param("id", None, "id is None, and has to be str", id="None where text belongs"),
            pytest.param("title", 7, "title is 7, and has to be str", id="a number where text belongs"),
            pytest.param("phase", b"secondary", "phase is <bytes>, and has to be str", id="bytes where text belongs"),
            pytest.param("cohort", True, "cohort is True, and has to be int", id="True where a whole number belongs"),
            pytest.param("cohort", 4.0, "cohort is 4.0, and has to be int", id="a float where a whole number belongs"),
            pytest.param(
                "cohort",
                AsInt(4),
                "cohort is <tests.test_shapes.AsInt>, and has to be int",
                id="a number of another type",
            ),
            pytest.param("cohort", "4", "cohort is '4', and has to be int", id="text where a whole number belongs"),
            pytest.param("source", "INT-1", "source is 'INT-1', and has to be Source", id="the id of a clause"),
            pytest.param("years", None, "years is None, and has to be a tuple", id="None where a series belongs"),
            pytest.param("years", list(COHORT.years), "years is <list>, and has to be a tuple", id="a list of years"),
            pytest.param("years", (2019,), "years[0] is 2019, and has to be Year", id="a number where a year belongs"),
            pytest.param(
                "years",
                with_year(2, academic_year=2020),
                "years[1].academic_year is 2020, and has to be AcademicYear",
                id="a number where an academic year belongs",
            ),
            pytest.param(
                "years", with_year(1, number=True), "years[0].number is True, and has to be int", id="True as a number"
            ),
            pytest.param(
                "years",
                with_year(3, activities=[*COHORT.years[2].activities]),
                "years[2].activities is <list>, and has to be a tuple",
                id="a list of activities",
            ),
            pytest.param(
                "years",
                support(days=15),
                f"{SUPPORT}.days is 15, and has to be Days or DayRange or None",
                id="15 as days",
            ),
            pytest.param(
                "years",
                support(rate=Days(2)),
                f"{SUPPORT}.rate is <mastery_programme.days.Days>, and has to be Money or None",
                id="days where a rate belongs",
            ),
            pytest.param(
                "years",
                support(sessions=1.5),
                f"{SUPPORT}.sessions is 1.5, and has to be int or None",
                id="1.5 sessions",
            ),
            pytest.param(
                "years",
                support(sessions=True),
                f"{SUPPORT}.sessions is True, and has to be int or None",
                id="True times",
            ),
            pytest.param(
                "years",
                support(attended_by="lead teacher"),
                f"{SUPPORT}.attended_by is 'lead teacher', and has to be a tuple",
                id="a text where texts belong",
            ),
            pytest.param(
                "years",
                support(includes=("visits", 3)),
                f"{SUPPORT}.includes[1] is 3, and has to be str",
                id="a number among texts",
            ),
            pytest.param(
                "years", support(route=7), f"{SUPPORT}.route is 7, and has to be str or None", id="a number as a route"
            ),
            pytest.param(
                "routes", ("pd-lead",), "routes[0] is 'pd-lead', and has to be Ruleset", id="the id of a ruleset"
            ),
            pytest.param(
                "criteria",
                one(CRITERION, level="desirable"),
                "criteria[0].level is 'desirable', and has to be Level",
                id="text where a level belongs",
            ),
            pytest.param(
                "criteria",
                one(CRITERION, ruleset=None),
                "criteria[0].ruleset is None, and has to be Ruleset",
                id="a criterion without rules",
            ),
            pytest.param(
                "grants",
                one(GRANT, amount=2000),
                "grants[0].amount is 2000, and has to be Money or None",
                id="2000 as money",
            ),
            pytest.param(
                "grants",
                one(GRANT, departments="2"),
                "grants[0].departments is '2', and has to be int or None",
                id="text as departments",
            ),
            pytest.param(
                "grants",
                one(GRANT, year=(3,)),
                "grants[0].year is <tuple>, and has to be int",
                id="a tuple as a year",
            ),
            pytest.param(
                "grants",
                one(GRANT, payee="lead-school"),
                "grants[0].payee is 'lead-school', and has to be Payee",
                id="text where a payee belongs",
            ),
            pytest.param(
                "grants",
                one(GRANT, purpose=Payee.LEAD_SCHOOL),
                "grants[0].purpose is <mastery_programme.parts.Payee>, and has to be Purpose",
                id="a payee where a purpose belongs",
            ),
            pytest.param(
                "covered_costs",
                one(TRAVEL, years=[1, 2]),
                "covered_costs[0].years is <list>, and has to be a tuple",
                id="a list of years of a cost",
            ),
            pytest.param(
                "covered_costs",
                one(TRAVEL, years=(1, "2")),
                "covered_costs[0].years[1] is '2', and has to be int",
                id="text among numbers",
            ),
            pytest.param(
                "covered_costs",
                (GRANT,),
                "covered_costs[0] is <mastery_programme.parts.Grant>, and has to be CoveredCost",
                id="a grant",
            ),
            pytest.param(
                "milestones",
                one(NOTIFY_BY, on="2019-06-10"),
                "milestones[0].on is '2019-06-10', and has to be date or None",
                id="text where a day belongs",
            ),
            pytest.param(
                "milestones",
                one(APPLY_BY, at=date(2019, 4, 26)),
                "milestones[0].at is <datetime.date>, and has to be datetime or None",
                id="a day where a moment belongs",
            ),
            pytest.param(
                "milestones",
                one(NOTIFY_BY, on=APPLY_BY.at),
                "milestones[0].on is <datetime.datetime>, and has to be date or None",
                id="a moment where a day belongs",
            ),
            pytest.param(
                "duties", one(LAUNCH, by=None), "duties[0].by is None, and has to be str", id="nobody has the duty"
            ),
            pytest.param(
                "published_totals",
                (PublishedTotal("days", 1, 15, CLAUSE),),  # type: ignore[arg-type]  # what is refused
                "published_totals[0].total is 15, and has to be Days or Money",
                id="15 as a total",
            ),
            pytest.param(
                "open_questions",
                one(QUESTION, sources=CLAUSE),
                "open_questions[0].sources is <mastery_programme.sources.Source>, and has to be a tuple",
                id="a source where sources belong",
            ),
            pytest.param(
                "documents",
                one(DOCUMENT, clauses=list(DOCUMENT.clauses)),
                "documents[0].clauses is <list>, and has to be a tuple",
                id="a list of clauses",
            ),
            pytest.param("hubs", ("GLOW",), "hubs[0] is 'GLOW', and has to be Hub", id="the name of a hub"),
            pytest.param(
                "hubs",
                one(COHORT.hubs[0], region="London"),
                "hubs[0].region is 'London', and has to be Region",
                id="a region",
            ),
            pytest.param(
                "hubs",
                (Hub("A hub", Region.LONDON, (HubLead("A school", 7),), CLAUSE),),  # type: ignore[arg-type]  # what is refused
                "hubs[0].leads[0].town is 7, and has to be str or None",
                id="a number as a town",
            ),
        ],
    )
    def test_a_part_of_a_wrong_type_is_named(self, field: str, value: object, flaw: str) -> None:
        """The place, the value and what belongs there: nothing of another type gets into an edition."""
        assert (flaw,) == flaws_of(**{field: value})

    def test_a_long_value_is_cut(self) -> None:
        """A flaw is a sentence, whatever the value."""
        (flaw,) = flaws_of(cohort="x" * 1_000_000)
        assert len(flaw) < 200

    @pytest.mark.parametrize(("longer", "flaws"), [(0, ()), (1, ("title has 5,001 characters, and may have 5,000",))])
    def test_a_text_is_not_too_long(self, longer: int, flaws: tuple[str, ...]) -> None:
        """Each flaw names a part, and there can be very many."""
        title = "x" * (5000 + longer)
        assert flaws == (flaws_of(title=title) if longer else ())
        assert longer or title == changed(COHORT, title=title).title

    def test_all_of_them_are_told_at_once(self) -> None:
        """Parts of a wrong type and empty texts are all told; a wrong type keeps anything from being made of them."""
        assert (
            "title is an empty text",
            "cohort is '4', and has to be int",
            f"{SUPPORT}.days is 15, and has to be Days or DayRange or None",
            f"{SUPPORT}.rate is 350, and has to be Money or None",
            "grants is <list>, and has to be a tuple",
        ) == flaws_of(
            title="", cohort="4", years=support(days=15, rate=350), grants=[GRANT], milestones=(NOTIFY_BY, APPLY_BY)
        )

    def test_an_edition_of_a_wrong_id_still_says_what_is_wrong(self) -> None:
        """The error holds a text about the id, whatever it is."""
        anything: Any = ["secondary-2019"]
        with pytest.raises(FlawedProgramme) as refused:
            changed(COHORT, id=anything)
        assert ("<list>", ("id is <list>, and has to be str",)) == (str(refused.value.programme), refused.value.flaws)


class TestWhatFits:
    def test_none_fits_where_something_may_be_missing(self) -> None:
        """What the edition does not publish is None."""
        changed(COHORT, years=support(days=None, rate=None, rate_source=None), published_totals=())
        changed(COHORT, grants=one(GRANT, amount=None, departments=None, activity=None))

    def test_clauses_are_read_as_they_are(self) -> None:
        """A clause may have no heading and no text; it was checked when it was made."""
        bare = Source("secondary-2019", "BARE-1")
        programme = changed(
            COHORT,
            documents=one(DOCUMENT, clauses=(*DOCUMENT.clauses, bare)),
            milestones=(*COHORT.milestones, Milestone("later", "Something", bare, on=date(2019, 6, 10))),
        )
        assert programme.clause("BARE-1") is bare

    def test_money_and_days_fit_in_every_size(self) -> None:
        """Nothing and half a day are values like others."""
        changed(COHORT, years=support(days=Days("0.5"), rate=Money(0)), published_totals=())
