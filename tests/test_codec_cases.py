"""Cases, whose edition is known by its id; and assessments, which follow from their cases and only go out."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Application,
    Assessment,
    Case,
    Count,
    Criterion,
    InvalidArgument,
    InvalidDocument,
    Is,
    Judgement,
    LeadTeacher,
    Level,
    Programme,
    Stage,
    Waiver,
    YesNo,
    assess_facts,
)
from mastery_programme.codec import from_dict, from_json, from_rows, to_dict, to_json
from mastery_programme.facts import Fact, Value
from tests.changed_editions import CLAUSE, changed, small_edition
from tests.samples import AT, CASE, JUDGEMENT


def criterion(id: str, level: Level, label: str, facts: dict[str, Fact], **ways: Is) -> Criterion:
    """A criterion that is met where any one of some facts is as it should be."""
    return Criterion.met_when(id, level, label, facts, [{name: way} for name, way in ways.items()], CLAUSE)


YES = Is.one_of(True)
TRAINED = criterion(
    "E1",
    Level.ESSENTIAL,
    "Is trained",
    {"trained": YesNo("Is the teacher trained?"), "years": Count("For how many years?", 0, 40, "years")},
    trained=YES,
    years=Is.at_least(5),
)
KEEN = criterion(
    "E2",
    Level.ESSENTIAL,
    "Is keen",
    {"keen": YesNo("Is the teacher keen?", judged=True, answered_by="hub")},
    keen=YES,
)
SIGNED = criterion("F1", Level.FORM, "Is signed", {"signed": YesNo("Is the form signed?")}, signed=YES)
EDITION: Programme = small_edition(id="small-2019", title="A small edition", criteria=(TRAINED, KEEN, SIGNED))
OTHER: Programme = changed(EDITION, id="small-2020", cohort=5)

DRAFT = Case.draft(
    "case-1", EDITION, Application("small-2019", lead_teacher=LeadTeacher("Ada Example")), by="Ada", at=AT
)
SMALL_CASE = (
    DRAFT.know({"trained": False, "years": 3})
    .judge(Judgement("keen", True, "Bea", JUDGEMENT.on, "seen"))
    .waive(Waiver("F1", "Bea", AT, "The post was late"))
)

JUDGED = {"fact": "keen", "holds": True, "by": "Bea", "on": "2019-05-02", "note": "seen"}
WAIVED = {"criterion": "F1", "by": "Bea", "at": "2019-04-26T17:00:01+01:00", "reason": "The post was late"}
ASSESSED = {
    "format": 1,
    "edition": "small-2019",
    "title": "A small edition, Cohort 4 (2019/20)",
    "applicant": "Ada Example",
    "verdict": "falls short",
    "in_order": True,
    "findings": [
        {
            "criterion": "E1",
            "level": "essential",
            "label": "Is trained",
            "status": "not met",
            "reason": "Is the teacher trained? No. (known from elsewhere) For how many years? 3 years. (known from "
            "elsewhere) Needed, any one of these: Is the teacher trained? Yes; For how many years? At least 5.",
            "missing": [],
            "known": {"trained": False, "years": 3},
            "evidence": [
                {"fact": "trained", "value": False, "origin": "elsewhere"},
                {"fact": "years", "value": 3, "origin": "elsewhere"},
            ],
            "clause": "PAR-2",
        },
        {
            "criterion": "E2",
            "level": "essential",
            "label": "Is keen",
            "status": "met",
            "reason": "Is the teacher keen? Yes. (judged: by Bea on 2019-05-02: seen)",
            "missing": [],
            "known": {"keen": True},
            "evidence": [{"fact": "keen", "value": True, "origin": "judgement", "note": "by Bea on 2019-05-02: seen"}],
            "clause": "PAR-2",
        },
        {
            "criterion": "F1",
            "level": "form",
            "label": "Is signed",
            "status": "met",
            "reason": "Waived by Bea at 2019-04-26 17:00:01+01:00: The post was late. "
            "Still to be answered: Is the form signed?",
            "missing": [],
            "known": {},
            "waiver": WAIVED,
            "clause": "PAR-2",
        },
    ],
    "missing": [],
    "still_open": [],
    "changes": [{"trained": [True]}, {"years": [{"from": 5, "to": 40}]}],
    "judgements": [JUDGED],
    "waivers": [WAIVED],
}


class TestAssessments:
    """Assessments, which only go out."""

    def test_one_is_told_in_full(self) -> None:
        """Each finding with its reason and clause, and what would have to change."""
        document = to_dict(SMALL_CASE.assess())
        assert ASSESSED == document
        assert list(ASSESSED) == list(document)

    def test_what_is_still_open_is_told_as_questions(self) -> None:
        """With all that somebody needs to ask them; changes are told only where something falls short."""
        document = to_dict(changed(DRAFT, facts={"years": 3}).assess())
        asked = {
            "fact": "trained",
            "ask": "Is the teacher trained?",
            "kind": "yes-no",
            "options": [],
            "low": None,
            "high": None,
            "unit": "",
            "judged": False,
            "answered_by": "applicant",
            "decides": ["E1"],
        }
        assert ("undecided", None, []) == (document["verdict"], document["in_order"], document["changes"])
        assert asked == document["missing"][0]
        assert ["trained", "keen"] == [question["fact"] for question in document["missing"]]
        assert ["trained", "keen", "signed"] == [question["fact"] for question in document["still_open"]]
        assert [["trained"], ["keen"], ["signed"]] == [finding["missing"] for finding in document["findings"]]
        assert {"judgements", "waivers", "remarks"}.isdisjoint(document)

    @pytest.mark.parametrize(
        ("known", "verdict", "changes"),
        [
            pytest.param({"trained": True, "keen": True}, "meets", 0, id="it meets them: nothing has to change"),
            pytest.param({"keen": False}, "falls short", 2, id="it falls short: what would have to change"),
            pytest.param({"keen": True}, "undecided", 0, id="it is undecided: what would have to be known is asked"),
        ],
    )
    def test_changes_are_told_where_something_has_to_change(
        self, known: dict[str, Value], verdict: str, changes: int
    ) -> None:
        """An answer that is still to be given is a question, not a change."""
        document = to_dict(assess_facts(EDITION, known))
        assert (verdict, changes) == (document["verdict"], len(document["changes"]))

    def test_remarks_are_told(self) -> None:
        """Where the form has something odd."""
        assessment = changed(SMALL_CASE.assess(), remarks=("The form names two schools.",))
        assert ["The form names two schools."] == to_dict(assessment)["remarks"]

    def test_none_comes_back(self) -> None:
        """It follows from its case, which comes back."""
        reads: list[Callable[[], object]] = [
            lambda: from_dict(ASSESSED, Assessment),
            lambda: from_json(to_json(SMALL_CASE.assess()), Assessment),
        ]
        for read in reads:
            with pytest.raises(InvalidArgument) as refused:
                read()
            assert ("Assessment", "its case comes back") == (refused.value.value, refused.value.allowed)
        again = from_dict(to_dict(SMALL_CASE), Case, editions=(EDITION,))
        assert SMALL_CASE.assess() == again.assess()

    def test_one_of_the_whole_form_goes_out(self) -> None:
        """Every criterion of Cohort 4, by its level and clause."""
        document = to_dict(CASE.assess())
        told = [(one["criterion"], one["level"], one["label"], one["clause"]) for one in document["findings"]]
        assert [(one.id, one.level, one.label, one.source.clause) for one in SECONDARY_COHORT_4.criteria] == told


class TestEditionsOfCases:
    """The edition that a case names."""

    @pytest.mark.parametrize(
        "case",
        [
            pytest.param(DRAFT, id="a draft"),
            pytest.param(SMALL_CASE, id="a draft of which something is known, judged and waived"),
            pytest.param(SMALL_CASE.move(Stage.SUBMITTED, by="Ada", at=AT), id="a case that was submitted"),
        ],
    )
    def test_a_case_of_an_edition_of_ones_own_comes_back(self, case: Case) -> None:
        """Where the edition is given; it is that very edition."""
        for again in (
            from_dict(to_dict(case), Case, editions=(OTHER, EDITION)),
            from_json(to_json(case), Case, editions=[EDITION, SECONDARY_COHORT_4]),
        ):
            assert (case, str(case), hash(case)) == (again, str(again), hash(again))
            assert again.programme is EDITION

    @pytest.mark.parametrize(
        ("editions", "said"),
        [
            pytest.param(None, "; the nearest is 'secondary-2019'", id="none is given: the library's own"),
            pytest.param((OTHER, SECONDARY_COHORT_4), "; the nearest is 'small-2020'", id="another is nearer"),
            pytest.param((), "", id="none at all"),
        ],
    )
    def test_a_case_of_an_edition_that_is_not_given_is_refused(self, editions: Any, said: str) -> None:
        """With the id of the nearest that is."""
        given = {} if editions is None else {"editions": editions}
        with pytest.raises(InvalidDocument) as refused:
            from_dict(to_dict(SMALL_CASE), Case, **given)
        (problem,) = refused.value.problems
        assert ("/programme", "edition") == (problem.path, problem.code)
        assert f"there is no edition 'small-2019' among those given{said}" == problem.message

    def test_editions_of_one_id_are_no_editions(self) -> None:
        """Which of them a case is of could not be told."""
        later = changed(SECONDARY_COHORT_4, cohort=5)
        for way in (partial(from_dict, {}), partial(from_json, "{}"), partial(from_rows, [])):
            with pytest.raises(InvalidArgument, match="each with an id of its own"):
                way(Case, editions=(SECONDARY_COHORT_4, later))

    @pytest.mark.parametrize(
        ("id", "code"),
        [
            pytest.param(7, "type", id="a number"),
            pytest.param(" ", "empty", id="a blank"),
            pytest.param(None, "type", id="nothing"),
            pytest.param("small-2019\n", "character", id="a line's end"),
            pytest.param({"id": "small-2019"}, "type", id="an edition in full"),
        ],
    )
    def test_what_is_no_id_is_refused(self, id: Any, code: str) -> None:
        """An edition is named by its text, never told within a case."""
        with pytest.raises(InvalidDocument) as refused:
            from_dict({**to_dict(SMALL_CASE), "programme": id}, Case, editions=(EDITION,))
        assert [("/programme", code)] == [(problem.path, problem.code) for problem in refused.value.problems]

    @pytest.mark.parametrize(
        "editions",
        [
            pytest.param(EDITION, id="one by itself"),
            pytest.param(None, id="none"),
            pytest.param("small-2019", id="an id"),
            pytest.param((EDITION, "small-2019"), id="an id among them"),
            pytest.param({"small-2019": EDITION}, id="a dict"),
        ],
    )
    def test_what_are_no_editions_is_refused(self, editions: Any) -> None:
        """That is a mistake of the caller, and not of the document."""
        with pytest.raises(InvalidArgument):
            from_dict(to_dict(SMALL_CASE), Case, editions=editions)

    def test_what_the_edition_refuses_is_a_problem(self) -> None:
        """A case that cannot be assessed cannot be read."""
        document = to_dict(SMALL_CASE) | {"facts": {"trained": "yes"}}
        with pytest.raises(InvalidDocument) as refused:
            from_dict(document, Case, editions=(EDITION,))
        assert [("/facts/trained", "value")] == [(problem.path, problem.code) for problem in refused.value.problems]
        assert "trained" in refused.value.problems[0].message
