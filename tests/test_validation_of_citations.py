"""Flaws of an edition's citations: every clause that is cited is one that a document of the edition holds."""

import pytest

from mastery_programme import SECONDARY_COHORT_4, Document, Duty, OpenQuestion, Source
from tests.changed_editions import (
    APPLY_BY,
    CLAUSE,
    CRITERION,
    ENROLMENT,
    GRANT,
    NCETM_TALK,
    NOTIFY_BY,
    PD_LEAD_DAYS,
    changed,
    flaws_of,
    with_activity,
    with_year,
)

COHORT = SECONDARY_COHORT_4
(DOCUMENT,) = COHORT.documents
NO_TALK, TALK = NCETM_TALK.rules
UNHEARD_OF = Source("secondary-2019", "XYZ-1", "A heading", "A text.")
UNHELD = "cites 'XYZ-1' of 'secondary-2019', which the edition does not hold"


def with_form(series: str) -> object:
    """The form of Cohort 4, in which the first part of one series cites a clause unheard of."""
    first, *others = getattr(COHORT.form, series)
    return changed(COHORT.form, **{series: (changed(first, source=UNHEARD_OF), *others)})


class TestCitations:
    @pytest.mark.parametrize(
        ("values", "where"),
        [
            pytest.param({"source": UNHEARD_OF}, "programme", id="the programme"),
            pytest.param({"years": with_year(1, source=UNHEARD_OF)}, "year 1", id="a year"),
            pytest.param(
                {"years": with_activity(1, "residentials", source=UNHEARD_OF)},
                "year 1, activity residentials",
                id="the days of an activity",
            ),
            pytest.param(
                {"years": with_activity(3, "support", rate_source=UNHEARD_OF)},
                "year 3, rate of support",
                id="the rate of an activity",
            ),
            pytest.param(
                {
                    "routes": (
                        PD_LEAD_DAYS,
                        changed(
                            NCETM_TALK, rules=(changed(NCETM_TALK.rules[0], source=UNHEARD_OF), NCETM_TALK.rules[1])
                        ),
                    )
                },
                "ruleset ncetm-talk, rule no-talk",
                id="a rule of a route",
            ),
            pytest.param(
                {"criteria": (*COHORT.criteria, changed(CRITERION, source=UNHEARD_OF))},
                "criterion made-up",
                id="a criterion",
            ),
            pytest.param({"grants": (changed(GRANT, source=UNHEARD_OF),)}, "grant department-grant", id="a grant"),
            pytest.param(
                {"covered_costs": (changed(ENROLMENT, source=UNHEARD_OF),)},
                "covered cost pd-lead-enrolment",
                id="a cost",
            ),
            pytest.param(
                {"milestones": (changed(APPLY_BY, source=UNHEARD_OF), NOTIFY_BY)}, "milestone apply-by", id="a date"
            ),
            pytest.param(
                {"duties": (*COHORT.duties, Duty("extra", "Something", "somebody", UNHEARD_OF))},
                "duty extra",
                id="a duty",
            ),
            pytest.param(
                {"published_totals": (changed(COHORT.published_totals[0], source=UNHEARD_OF),)},
                "published total year-1-days",
                id="a published total",
            ),
            pytest.param(
                {"open_questions": (OpenQuestion("OPEN-1", "Is it?", "It is.", (CLAUSE, UNHEARD_OF)),)},
                "open question OPEN-1",
                id="an open question",
            ),
            pytest.param(
                {"hubs": (changed(COHORT.hubs[0], source=UNHEARD_OF),)},
                "hub Cornwall and West Devon Maths Hub",
                id="a hub",
            ),
            pytest.param({"form": changed(COHORT.form, source=UNHEARD_OF)}, "form", id="the form"),
            pytest.param(
                {"form": changed(COHORT.form, decided_by_source=UNHEARD_OF)}, "form, who decides", id="who decides"
            ),
            pytest.param({"form": with_form("fields")}, "form, field school.name", id="a field of the form"),
            pytest.param({"form": with_form("readings")}, "form, reading qts", id="what is read off the form"),
            pytest.param(
                {"form": with_form("establishments")},
                "form, establishments mainstream, state-funded",
                id="how types of school are read",
            ),
        ],
    )
    def test_a_clause_that_is_not_there_is_named_wherever_it_is_cited(
        self, values: dict[str, object], where: str
    ) -> None:
        """Every part of an edition that cites is checked."""
        assert (f"{where}: {UNHELD}",) == flaws_of(**values)

    @pytest.mark.parametrize(
        ("source", "said"),
        [
            pytest.param(
                changed(CLAUSE, text="Something else."),
                "'PAR-2' of 'secondary-2019', which the edition holds in other words",
                id="another text",
            ),
            pytest.param(
                changed(CLAUSE, heading="A heading"),
                "'PAR-2' of 'secondary-2019', which the edition holds in other words",
                id="another heading",
            ),
            pytest.param(
                changed(CLAUSE, document="primary-2019"),
                "'PAR-2' of 'primary-2019', which the edition does not hold",
                id="another document",
            ),
        ],
    )
    def test_a_clause_is_cited_as_the_document_has_it(self, source: Source, said: str) -> None:
        """The id alone does not make the clause, and a slip in its words is told apart from a clause unheard of."""
        assert (f"programme: cites {said}",) == flaws_of(source=source)

    def test_a_clause_of_another_document_is_named(self) -> None:
        """A document holds its own clauses only."""
        strange = Source("primary-2019", "P-1", "A heading", "A text.")
        assert ("document 'secondary-2019': clause 'P-1' says that it is of 'primary-2019'",) == flaws_of(
            documents=(changed(DOCUMENT, clauses=(*DOCUMENT.clauses, strange)),)
        )

    def test_an_edition_may_rest_on_two_documents(self) -> None:
        """Clauses of a second document can be cited, whatever their ids are in the first."""
        guide = Document("guide", "A guide", (Source("guide", "G-1", "Money", "Each department gets something."),))
        programme = changed(COHORT, documents=(DOCUMENT, guide), grants=(changed(GRANT, source=guide.clauses[0]),))
        assert ("grant department-grant", guide.clauses[0]) in programme.citations()
        assert programme.clause("G-1") is guide.clauses[0]
        assert programme.clause("PAR-2") is CLAUSE
