"""Every flaw that keeps an edition from being built: one change of Cohort 4 each, and what is told of it.

Here are ids, years, and how flaws are told; beside this file stand those of parts, dates, citations and routes, of
parts of a wrong type (`test_shapes`), empty texts, and editions that are not flawed.
"""

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    AcademicYear,
    Activity,
    Days,
    Document,
    Duty,
    FlawedProgramme,
    MasteryProgrammeError,
    Money,
    OpenQuestion,
    Payee,
    Programme,
    PublishedTotal,
    Source,
)
from tests.changed_editions import (
    APPLY_BY,
    CLAUSE,
    CRITERION,
    ENROLMENT,
    GRANT,
    NOTIFY_BY,
    TRAVEL,
    changed,
    flaws_of,
    small_edition,
    with_year,
    yes_no_ruleset,
)

COHORT = SECONDARY_COHORT_4
(DOCUMENT,) = COHORT.documents
FIRST, _, THIRD = COHORT.years
JURASSIC = COHORT.hub("Jurassic")
UNHEARD_OF = Source("secondary-2019", "XYZ-1", "A heading", "A text.")
IN_ALL = Activity("in-all", "all in one", "development", Days(15), CLAUSE, payee=Payee.LEAD_SCHOOL)
UNHELD = "cites 'XYZ-1' of 'secondary-2019', which the edition does not hold"


class TestIdsTwice:
    @pytest.mark.parametrize(
        ("field", "parts", "flaw"),
        [
            pytest.param(
                "criteria",
                (CRITERION, changed(CRITERION, ruleset=yes_no_ruleset("other", "made_up", "met", "not met"))),
                "the criterion id 'made-up' stands 2 times",
                id="two criteria",
            ),
            pytest.param(
                "criteria",
                (CRITERION, changed(CRITERION, id="other")),
                "the ruleset id 'made-up' stands 2 times",
                id="one ruleset in two criteria",
            ),
            pytest.param(
                "criteria",
                (changed(CRITERION, ruleset=changed(CRITERION.ruleset, id="ncetm-talk")),),
                "the ruleset id 'ncetm-talk' stands 2 times",
                id="a criterion's ruleset and a route",
            ),
            pytest.param("grants", (GRANT, GRANT, GRANT), "the item id 'department-grant' stands 3 times", id="grants"),
            pytest.param(
                "grants", (changed(GRANT, id="travel"),), "the item id 'travel' stands 2 times", id="a grant and a cost"
            ),
            pytest.param(
                "milestones",
                (APPLY_BY, changed(NOTIFY_BY, id="apply-by")),
                "the milestone id 'apply-by' stands 2 times",
                id="two milestones",
            ),
            pytest.param(
                "duties",
                (*COHORT.duties, Duty("launch", "Another launch", "somebody", CLAUSE)),
                "the duty id 'launch' stands 2 times",
                id="two duties",
            ),
            pytest.param(
                "published_totals",
                (*COHORT.published_totals, PublishedTotal("year-1-days", 2, Days(15), CLAUSE)),
                "the published total id 'year-1-days' stands 2 times",
                id="two published totals",
            ),
            pytest.param(
                "open_questions",
                (*COHORT.open_questions, OpenQuestion("OPEN-1", "Is it?", "It is.", (CLAUSE,))),
                "the open question id 'OPEN-1' stands 2 times",
                id="two open questions",
            ),
            pytest.param(
                "documents",
                (DOCUMENT, Document("secondary-2019", "Another", ())),
                "the document id 'secondary-2019' stands 2 times",
                id="two documents",
            ),
            pytest.param(
                "documents",
                (changed(DOCUMENT, clauses=(*DOCUMENT.clauses, CLAUSE)),),
                "the clause id 'PAR-2' stands 2 times",
                id="two clauses of one document",
            ),
            pytest.param(
                "hubs",
                (JURASSIC, changed(JURASSIC, name="JURASSIC  maths hub")),
                "the hub name 'jurassic' stands 2 times",
                id="two hubs that nobody can tell apart",
            ),
            pytest.param(
                "years",
                with_year(1, activities=(*FIRST.activities, changed(FIRST.activities[0], days=Days(0)))),
                "year 1: the activity id 'residentials' stands 2 times",
                id="two activities of one year",
            ),
            pytest.param(
                "covered_costs",
                (changed(TRAVEL, years=(1, 2, 1)),),
                "covered cost 'travel': the year 1 stands 2 times",
                id="one year of a cost",
            ),
        ],
    )
    def test_an_id_that_stands_twice_is_named(self, field: str, parts: object, flaw: str) -> None:
        """Where ids tell parts apart, each stands once; a form would only miss the parts that are left out."""
        assert (flaw,) == flaws_of(form=None, **{field: parts})

    def test_one_activity_in_two_years_is_no_flaw(self) -> None:
        """An activity has the same id in every year in which it happens."""
        assert ["residentials", "residentials"] == [year.activities[0].id for year in COHORT.years[:2]]

    def test_an_item_is_not_named_as_an_activity(self) -> None:
        """Nobody could tell which of the two is not published."""
        assert ("item 'residentials': an activity has this id too",) == flaws_of(
            covered_costs=(changed(TRAVEL, id="residentials"), ENROLMENT)
        )
        assert ("item 'wider-work': an activity has this id too",) == flaws_of(
            grants=(changed(GRANT, id="wider-work"),)
        )


class TestYears:
    def test_an_edition_has_years(self) -> None:
        """Without any there is nothing to take part in."""
        flaws = flaws_of(years=(), duties=(), grants=(), covered_costs=(), routes=(), published_totals=())
        assert ("years: an edition has at least one year",) == flaws

    def test_a_year_left_out_is_named(self) -> None:
        """Its neighbours do not follow on from one another, and what refers to it has nothing to refer to."""
        flaws = flaws_of(years=(FIRST, THIRD))
        assert "year 3: stands where year 2 is expected" in flaws
        assert "year 3: 2021/22 does not follow on from 2019/20, the academic year of year 1" in flaws
        assert "covered cost 'travel': there is no year 2" in flaws
        assert "published total 'year-2-days': there is no year 2" in flaws
        assert not any("year-3" in flaw or "year-1" in flaw for flaw in flaws)

    @pytest.mark.parametrize(
        ("years", "expected"),
        [
            pytest.param(
                with_year(3, academic_year=AcademicYear(2022)),
                ("year 3: 2022/23 does not follow on from 2020/21, the academic year of year 2",),
                id="a year between",
            ),
            pytest.param(
                with_year(2, academic_year=AcademicYear(2019)),
                (
                    "year 2: 2019/20 does not follow on from 2019/20, the academic year of year 1",
                    "year 3: 2021/22 does not follow on from 2019/20, the academic year of year 2",
                ),
                id="two years in one",
            ),
        ],
    )
    def test_years_follow_on_from_one_another(self, years: object, expected: tuple[str, ...]) -> None:
        """The academic years of an edition leave none out and none stands twice."""
        assert expected == flaws_of(years=years)

    def test_years_are_numbered_from_one(self) -> None:
        """The first year of taking part is year 1, whatever the academic year."""
        years = tuple(changed(year, number=year.number - 1) for year in COHORT.years)
        assert (
            "year 0: stands where year 1 is expected",
            "year 1: stands where year 2 is expected",
            "year 2: stands where year 3 is expected",
        ) == flaws_of(
            years=years, duties=COHORT.duties[:1], grants=(), covered_costs=(), published_totals=(), routes=()
        )[:3]


class TestTheRest:
    def test_a_cohort_has_a_number(self) -> None:
        """From 1."""
        assert ("cohort: 0 is the number of no cohort",) == flaws_of(cohort=0)

    def test_an_open_question_is_about_a_clause(self) -> None:
        """A doubt that no clause leaves is none of the document's."""
        question, *_ = SECONDARY_COHORT_4.open_questions
        flaws = flaws_of(open_questions=(changed(question, sources=()),))
        assert ("open question 'OPEN-1': no clause leaves it open",) == flaws

    def test_a_clause_id_is_of_one_document(self) -> None:
        """Else nobody could tell which one is meant by it."""
        other = Document("other", "Another document", (Source("other", "PAR-2"),))
        flaws = flaws_of(documents=(*SECONDARY_COHORT_4.documents, other))
        assert ("the clause id 'PAR-2' stands 2 times",) == flaws

    def test_a_grant_can_be_paid_to_as_many_departments_as_there_may_be(self) -> None:
        """An edition that could not answer for them is refused."""
        (flaw,) = flaws_of(grants=(changed(GRANT, amount=Money(10**12)),))
        assert flaw.endswith("paid up to 20 times, is out of bounds")

    def test_an_edition_of_one_year_is_named_by_it(self) -> None:
        """And not from it to itself."""
        assert str(small_edition()).endswith("Cohort 4 (2019/20)")


class TestTheError:
    def test_flaws_of_every_kind_are_told_at_once(self) -> None:
        """Somebody who writes an edition sees all that is wrong with it, not the first only."""
        flaws = flaws_of(
            criteria=(changed(CRITERION, ruleset=yes_no_ruleset("made-up", "made_up", "met", "perhaps")),),
            grants=(changed(GRANT, year=4),),
            milestones=(NOTIFY_BY, APPLY_BY),
            years=with_year(1, activities=(IN_ALL,)),
            covered_costs=(),
            published_totals=(PublishedTotal("year-1-days", 1, Days(14), CLAUSE),),
            hubs=(*COHORT.hubs, COHORT.hubs[0]),
            form=changed(COHORT.form, readings=(), notify_by="notified-by"),
            source=UNHEARD_OF,
        )
        assert (
            "criterion 'made-up': the outcome 'perhaps' is neither 'met' nor 'not met'",
            "grant 'department-grant': there is no year 4",
            "published total 'year-1-days': the document prints 14 days, its parts (in-all) come to 15 days",
            "form, notify-by: there is no milestone 'notified-by'; the nearest is 'notify-by'",
            "milestone 'apply-by': 2019-04-26T17:00:00+01:00 comes before 'notify-by', 2019-06-10",
            f"programme: {UNHELD}",
            "the hub name 'cornwall and west devon' stands 2 times",
        ) == flaws

    def test_it_names_the_edition_and_holds_the_flaws(self) -> None:
        """The error reads as a list, and a program finds the same in its attributes."""
        with pytest.raises(FlawedProgramme) as refused:
            changed(COHORT, id="another", source=UNHEARD_OF, milestones=(NOTIFY_BY, APPLY_BY))
        assert ("another", 2) == (refused.value.programme, len(refused.value.flaws))
        assert ["this edition contradicts itself: 'another'", *(f"- {flaw}" for flaw in refused.value.flaws)] == str(
            refused.value
        ).splitlines()
        assert isinstance(refused.value, ValueError)
        assert isinstance(refused.value, MasteryProgrammeError)

    def test_a_programme_takes_its_parts_by_name_only(self) -> None:
        """Nobody can mistake one series of parts for another."""
        with pytest.raises(TypeError):
            Programme("another", "Another")  # type: ignore[call-arg]  # as nobody may
