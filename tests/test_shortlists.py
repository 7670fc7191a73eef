"""Cases listed for a hub to select from, with nobody ranked, and what is missing of them, hub by hub."""

import re
from itertools import permutations, product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import (
    Application,
    Case,
    FrozenMapping,
    InvalidArgument,
    LeadTeacher,
    Outstanding,
    Programme,
    Shortlist,
    Shortlisted,
    Stage,
    Verdict,
    missing_by_hub,
    shortlist,
)
from tests.changed_editions import changed
from tests.oddities import Hostile, copies, evaluated
from tests.sample_cases import (
    COMPLETE,
    DESIRABLE,
    EDITION,
    JUDGED_DESIRABLE,
    LATE,
    UNSIGNED,
    at_stage,
    blank,
    drafted,
    judgements,
    meeting,
    verdict_of,
    waiver,
)

VERDICTS = [Verdict.MEETS, Verdict.UNDECIDED, Verdict.FALLS_SHORT]
COMBINATIONS = list(product(VERDICTS, range(6, -1, -1)))
"""Every verdict with every number of desirable criteria shown, in the order in which they are listed."""

CASES = {(verdict, shown): verdict_of(f"{verdict}, {shown}", verdict, shown) for verdict, shown in COMBINATIONS}
NO_CASES = [
    pytest.param(drafted(), id="one case by itself"),
    pytest.param(None, id="nothing"),
    pytest.param("cases", id="a text"),
    pytest.param("", id="an empty text"),
    pytest.param([drafted(), None], id="nothing among cases"),
    pytest.param([COMPLETE], id="applications"),
    pytest.param([Hostile()], id="what breaks when it is shown"),
]
ODD = "<b>Ada & 'Bea'</b>"


def order(*cases: Case) -> list[str]:
    """The ids of cases as they are listed."""
    return [place.case for place in shortlist(cases).places]


def at_hub(id: str, hub: str | None) -> Case:
    """A draft that names a hub, and nothing else."""
    return drafted(id, evolve(blank(), hub=hub))


def asked(case: Case) -> list[str]:
    """The facts for which a hub still has to ask of one case."""
    (missing,) = missing_by_hub([case]).values()
    (outstanding,) = missing
    assert case.id == outstanding.case
    return [question.fact for question in outstanding.questions]


class TestOrder:
    """By verdict, then by desirable criteria, then as given."""

    def test_every_combination_has_its_place(self) -> None:
        """Were they given the other way round."""
        expected = [f"{verdict}, {shown}" for verdict, shown in COMBINATIONS]
        assert expected == order(*CASES.values()) == order(*reversed(CASES.values()))

    @pytest.mark.parametrize(
        ("verdict", "shown"), [pytest.param(*one, id=f"{one[0]}, {one[1]}") for one in COMBINATIONS]
    )
    def test_a_place_tells_what_the_order_rests_on(self, verdict: Verdict, shown: int) -> None:
        """The verdict, how many desirable criteria are shown, and how many are not known."""
        (place,) = shortlist([CASES[verdict, shown]]).places
        assert (verdict, shown, 6 - shown) == (place.verdict, place.desirable, place.open_desirable)

    def test_criteria_that_are_not_met_are_neither_shown_nor_open(self) -> None:
        """What is known not to be so is known."""
        case = drafted().know({"subject_leader": False, "years_teaching_mathematics": 1, "engaged_with_hub": True})
        (place,) = shortlist([case]).places
        assert (1, 3) == (place.desirable, place.open_desirable)

    def test_nothing_else_counts(self) -> None:
        """Not what is known not to be so, whether the form is in order, where a case stands, or how it is called."""
        alike = [meeting("z", LATE), meeting("b").know({"subject_leader": False}), meeting("a")]
        alike += [at_stage(Stage.WITHDRAWN, meeting("y")), at_stage(Stage.SUBMITTED, meeting("x"))]
        for ordered in permutations(alike):
            assert [case.id for case in ordered] == order(*ordered)

    def test_alike_cases_stay_in_the_order_given(self) -> None:
        """However they are given."""
        for ids in permutations("abcd"):
            assert list(ids) == order(*(drafted(id) for id in ids))

    @given(st.lists(st.sampled_from(COMBINATIONS), max_size=12))
    def test_nobody_is_left_out_and_ties_are_stable(self, given: list[tuple[Verdict, int]]) -> None:
        """Sorted by hand it is the same."""
        cases = [evolve(CASES[one], id=f"case-{place}") for place, one in enumerate(given)]
        expected = [
            f"case-{place}" for combination in COMBINATIONS for place, one in enumerate(given) if one == combination
        ]
        assert expected == order(*cases)

    @pytest.mark.parametrize("stage", Stage)
    def test_a_case_at_whatever_stage_is_listed_with_its_stage(self, stage: Stage) -> None:
        """Who has withdrawn too."""
        (place,) = shortlist([at_stage(stage)]).places
        assert stage is place.stage

    def test_cases_of_several_editions_are_listed_together(self) -> None:
        """Each held against its own."""
        lenient = changed(EDITION, id="lenient", criteria=EDITION.criteria[:1], form=None)
        cases = [drafted("a"), drafted("b", programme=lenient).know({"qts": True}), meeting("c")]
        assert ["b", "c", "a"] == order(*cases)
        assert [(0, 0), (0, 5), (0, 6)] == [
            (place.desirable, place.open_desirable) for place in shortlist(cases).places
        ]

    @pytest.mark.parametrize("given", NO_CASES)
    def test_anything_but_cases_is_refused(self, given: Any) -> None:
        """In a list of what is missing too."""
        for refused in (shortlist, missing_by_hub):
            with pytest.raises(InvalidArgument, match="cases"):
                refused(given)


class TestPlaces:
    """What a place tells."""

    def test_a_place_tells_who_applies_to_which_hub_and_whether_the_form_is_in_order(self) -> None:
        """The hub by its full name."""
        case = at_stage(Stage.SUBMITTED, meeting())
        who = ("case-1", "Ada Example, Example School", "Jurassic Maths Hub")
        assert (Shortlisted(*who, case.stage, Verdict.MEETS, True, 0, 5),) == shortlist([case]).places

    @pytest.mark.parametrize(
        ("case", "in_order"),
        [
            pytest.param(at_stage(Stage.SUBMITTED, meeting()), True, id="in order"),
            pytest.param(meeting(form=LATE).waive(waiver("APP-1")), True, id="by waiver"),
            pytest.param(meeting(form=LATE), False, id="late"),
            pytest.param(meeting(), None, id="not sent yet"),
        ],
    )
    def test_the_form_is_in_order_or_not_or_nobody_knows(self, case: Case, in_order: bool | None) -> None:
        """Three answers, in the record and in words."""
        listed = shortlist([case])
        told = {True: "yes", False: "no", None: "not known"}[in_order]
        assert (in_order, in_order) == (listed.places[0].in_order, listed.to_records()[0]["in_order"])
        assert str(listed).splitlines()[2].endswith(f"  {told}")


class TestShowing:
    """A shortlist as text, as records, as HTML."""

    LISTED = shortlist([verdict_of("case-2", Verdict.UNDECIDED, 2), at_stage(Stage.SUBMITTED, meeting())])

    def test_the_text_is_a_table_and_what_its_order_means(self) -> None:
        """A line for each, and the note below."""
        heading, rule, first, second, *below = str(self.LISTED).splitlines()
        assert [
            *("Case", "Applicant", "Hub", "Stage", "Essential criteria", "Desirable", "Not known", "Form in order"),
        ] == re.split("  +", heading)
        assert {"-", " "} == set(rule)
        assert [
            *("case-1", "Ada Example, Example School", "Jurassic Maths Hub", "submitted", "meets", "0", "5", "yes"),
        ] == re.split("  +", first)
        assert ["case-2", "not known", "drafted", "undecided", "2", "4", "no"] == re.split("  +", second)
        assert ["", self.LISTED.note] == below

    def test_the_note_says_plainly_that_nobody_is_ranked(self) -> None:
        """And what the order is, and that the hub is free; of no cases too."""
        for listed in (self.LISTED, shortlist([])):
            for words in ("ranks nobody", "no weight", "by verdict", "then as given", "free to choose"):
                assert words in listed.note
            assert listed.note in str(listed)
            assert listed.note in listed._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does

    def test_the_html_is_escaped(self) -> None:
        """Whatever somebody calls a case, a person or a hub."""
        form = evolve(blank(), hub=ODD, lead_teacher=LeadTeacher(name=ODD))
        html = shortlist([drafted(ODD, form)])._repr_html_()  # pyright: ignore[reportPrivateUsage]  # the same
        assert 3 == html.count("&lt;b&gt;Ada &amp; &#x27;Bea&#x27;&lt;/b&gt;")
        assert (0, 1, 2) == (html.count("<b>"), html.count("<table>"), html.count("<tr>"))
        assert "<caption>Shortlist</caption>" in html

    def test_records_are_flat_and_alike(self) -> None:
        """Of text, bools, whole numbers and None, with the same keys in the same order; new each time."""
        records = self.LISTED.to_records()
        assert {
            "case": "case-1",
            "applicant": "Ada Example, Example School",
            "hub": "Jurassic Maths Hub",
            "stage": "submitted",
            "verdict": "meets",
            "in_order": True,
            "desirable": 0,
            "open_desirable": 5,
        } == records[0]
        assert {"applicant": None, "hub": None, "in_order": False}.items() <= records[1].items()
        assert 1 == len({tuple(record) for record in records})
        assert {str, bool, int, type(None)} == {type(value) for record in records for value in record.values()}
        records[0]["case"] = "other"
        assert "case-1" == self.LISTED.to_records()[0]["case"]

    def test_it_is_a_value(self) -> None:
        """Equal by its places and its note, and back from its repr and from every copy."""
        listed = self.LISTED
        assert {listed} == set(copies(listed)) == {evaluated(repr(listed))}
        assert 3 == len({listed, evolve(listed, note="Another."), Shortlist(listed.places[:1])})
        assert set(listed.places) == {copied for place in listed.places for copied in copies(place)}


class TestMissing:
    """What is missing, hub by hub."""

    def test_cases_stand_under_the_full_name_of_their_hub(self) -> None:
        """However they spell it; one that the edition does not have as it is written; and none under None."""
        named = [
            "GLOW",
            None,
            "jurassic maths hub",
            "Nowhere Hub",
            " glow  MATHS hub",
            " \t",
            "Jurassic",
            "nowhere hub",
        ]
        cases = [at_hub(id, hub) for id, hub in zip("hgfedcba", named, strict=True)]
        found = missing_by_hub(iter(cases))
        assert [
            ("GLOW Maths Hub", ["h", "d"]),
            (None, ["g", "c"]),
            ("Jurassic Maths Hub", ["f", "b"]),
            ("Nowhere Hub", ["e"]),
            ("nowhere hub", ["a"]),
        ] == [(hub, [one.case for one in missing]) for hub, missing in found.items()]

    def test_a_hub_is_looked_up_in_the_edition_of_its_case(self) -> None:
        """Another edition may not have it."""
        without: Programme = changed(EDITION, id="without-hubs", hubs=())
        cases = [at_hub("a", "GLOW"), drafted("b", Application("without-hubs", hub="GLOW"), without)]
        assert ["GLOW Maths Hub", "GLOW"] == list(missing_by_hub(cases)) == [one.hub for one in shortlist(cases).places]

    def test_each_case_stands_there_with_all_that_is_still_open(self) -> None:
        """The facts and the judgements, for criteria of every level."""
        cases = [drafted("a"), meeting("b"), verdict_of("c", Verdict.UNDECIDED, 3), meeting("d", UNSIGNED)]
        found = [entry for missing in missing_by_hub(cases).values() for entry in missing]
        assert {(case.id, case.assess().still_open) for case in cases} == {(one.case, one.questions) for one in found}
        assert {"qts", "passion", "subject_leader", "submitted_in_time", "signed_by_nominator"} <= set(asked(cases[0]))

    def test_what_is_answered_is_not_asked(self) -> None:
        """Nor judged again; a form with nothing missing leaves the desirable criteria."""
        sent = at_stage(Stage.SUBMITTED, meeting())
        before, after = asked(sent), asked(sent.know({"subject_leader": False}))
        assert ["subject_leader"] == [fact for fact in before if fact not in after]
        assert not {"qts", "passion", "submitted_in_time"} & set(before)

    def test_a_case_of_which_nothing_is_missing_has_no_questions(self) -> None:
        """But it is there."""
        case = at_stage(Stage.SUBMITTED, meeting().know(DESIRABLE).judge(*judgements(*JUDGED_DESIRABLE)))
        assert {"Jurassic Maths Hub": (Outstanding("case-1", (), ()),)} == missing_by_hub([case])

    def test_nothing_is_asked_of_a_case_that_falls_short(self) -> None:
        """No answer could change that."""
        assert [] == asked(drafted().know({"qts": False}))

    def test_nothing_is_asked_for_what_is_waived(self) -> None:
        """Everything else is."""
        case = drafted()
        waived = case.waive(waiver("FRM-9-nominator"), waiver("APP-2"))
        assert {"signed_by_nominator", "copied_to_head_teacher"} == set(asked(case)) - set(asked(waived))
        assert set(asked(waived)) < set(asked(case))

    def test_it_is_a_value(self) -> None:
        """And back from every copy; of no cases it is empty."""
        cases = [at_hub("a", "GLOW"), at_hub("b", None)]
        found = missing_by_hub(cases)
        assert {found} == {missing_by_hub(cases), *copies(found)}
        assert FrozenMapping() == missing_by_hub([])
