"""What is read off a form: who signed in which role; and what is odd about it, which changes no answer."""

from datetime import date

import pytest

from mastery_programme import Award, Person, Post, Role, Signature, Status, YearMonth, assess
from tests.applications import COMPLETE, ELSEWHERE, JUDGEMENTS, PROGRAMME, finding, form, of_teacher, stated

FACTS = {
    Role.LEAD_TEACHER: ("signed_by_lead_teacher", "FRM-9-lead-teacher"),
    Role.HEAD_OF_DEPARTMENT: ("signed_by_head_of_department", "FRM-9-head-of-department"),
    Role.NOMINATOR: ("signed_by_nominator", "FRM-9-nominator"),
}


def by(*names: str | None, role: Role = Role.LEAD_TEACHER) -> tuple[Signature, ...]:
    """A signature in one role for each of some names."""
    return tuple(Signature(role, name) for name in names)


class TestSignatures:
    """Signatures by role."""

    @pytest.mark.parametrize(
        ("signatures", "status"),
        [
            pytest.param(None, Status.UNKNOWN, id="nobody has told"),
            pytest.param((), Status.NOT_MET, id="nobody has signed"),
            pytest.param(by("Alex Example"), Status.MET, id="signed"),
            pytest.param(by("Somebody Else"), Status.MET, id="signed in another name"),
            pytest.param(by("Hadley Head", role=Role.NOMINATOR), Status.NOT_MET, id="signed in another role"),
            pytest.param(by(None), Status.UNKNOWN, id="listed without a name"),
            pytest.param(by(""), Status.NOT_MET, id="listed with an empty name"),
            pytest.param(by(" \t"), Status.NOT_MET, id="listed with a blank"),
            pytest.param(by("", None), Status.UNKNOWN, id="listed with an empty name and without one"),
            pytest.param(by(None, "", "Alex Example"), Status.MET, id="listed three times, and signed once"),
            pytest.param((*by(None, role=Role.NOMINATOR), *by("")), Status.NOT_MET, id="another role without a name"),
        ],
    )
    def test_a_role_has_signed_has_not_or_nobody_knows(
        self, signatures: tuple[Signature, ...] | None, status: Status
    ) -> None:
        """A list that is given names all who signed."""
        found = finding(form(signatures=signatures), "FRM-9-lead-teacher")
        missing = ("signed_by_lead_teacher",) if status is Status.UNKNOWN else ()
        assert (status, missing) == (found.status, found.missing)

    @pytest.mark.parametrize("role", [pytest.param(role, id=role.value) for role in Role])
    def test_each_role_is_one_fact(self, role: Role) -> None:
        """Signed by the one, and by neither of the others."""
        assessment = assess(PROGRAMME, form(signatures=by("Alex Example", role=role)))
        signed = {one: assessment.finding(criterion).status for one, (_, criterion) in FACTS.items()}
        assert {one: Status.MET if one is role else Status.NOT_MET for one in Role} == signed
        fact, criterion = FACTS[role]
        assert {fact: True} == dict(assessment.finding(criterion).known)

    def test_who_holds_several_roles_signs_in_each(self) -> None:
        """One signature is of one role."""
        one = form(signatures=by("Hadley Head", role=Role.HEAD_OF_DEPARTMENT))
        both = form(
            signatures=(*by("Hadley Head", role=Role.HEAD_OF_DEPARTMENT), *by("Hadley Head", role=Role.NOMINATOR))
        )
        assert [Status.NOT_MET, Status.MET] == [finding(each, "FRM-9-nominator").status for each in (one, both)]

    def test_the_ground_names_all_who_signed(self) -> None:
        """Or says that nobody did."""
        notes = [
            evidence.note
            for signatures in (by("Alex Example", "", "A. Example"), ())
            for evidence in [stated(form(signatures=signatures), "signed_by_lead_teacher")]
            if evidence is not None
        ]
        assert ["signed by Alex Example and A. Example", "no signature"] == notes


class TestRemarks:
    """What is odd about a form."""

    def test_a_complete_form_has_nothing_odd(self) -> None:
        """Nor has an empty one."""
        assert [(), ()] == [assess(PROGRAMME, one).remarks for one in (COMPLETE, form(hub=None, signatures=None))]

    @pytest.mark.parametrize(
        "hub",
        [
            pytest.param(None, id="no hub"),
            pytest.param(" ", id="a blank"),
            pytest.param("jurassic", id="a hub by its short name"),
        ],
    )
    def test_a_hub_that_is_known_or_not_given_is_not_odd(self, hub: str | None) -> None:
        """It is asked for if known."""
        assert () == assess(PROGRAMME, form(hub=hub)).remarks

    def test_an_unknown_hub_is_odd(self) -> None:
        """The remark names the nearest."""
        (remark,) = assess(PROGRAMME, form(hub="Jurasic")).remarks
        assert "On the hub: no such hub: 'Jurasic'; the nearest is 'Jurassic Maths Hub'." == remark

    @pytest.mark.parametrize(
        ("named", "signed", "remarks"),
        [
            pytest.param("Alex Example", "alex  EXAMPLE ", 0, id="spelt otherwise"),
            pytest.param("Alex Example", "A. Example", 1, id="abbreviated"),
            pytest.param(None, "A. Example", 0, id="named nowhere"),
            pytest.param("", "A. Example", 0, id="named with an empty text"),
            pytest.param("Alex Example", None, 0, id="without a name"),
            pytest.param("Alex Example", "", 0, id="with an empty name"),
        ],
    )
    def test_another_name_than_the_forms_is_odd(self, named: str | None, signed: str | None, remarks: int) -> None:
        """Where both are there to be compared."""
        odd = assess(PROGRAMME, form(lead_teacher=of_teacher(name=named).lead_teacher, signatures=by(signed))).remarks
        told = "The lead teacher signed as 'A. Example', and is named as 'Alex Example'."
        assert (told,) * remarks == odd

    @pytest.mark.parametrize("role", [pytest.param(role, id=role.value) for role in Role])
    def test_each_role_is_compared_with_its_own_person(self, role: Role) -> None:
        """And nobody with somebody that the form does not name."""
        signed = form(signatures=by("Xenia X", role=role))
        (remark,) = assess(PROGRAMME, signed).remarks
        assert remark.startswith(f"The {role.replace('-', ' ')} signed as 'Xenia X', and is named as ")
        nobody = form(lead_teacher=None, head_of_department=None, nominator=Person(), signatures=by("X", role=role))
        assert () == assess(PROGRAMME, nobody).remarks

    @pytest.mark.parametrize(
        ("kind", "odd"),
        [
            pytest.param(None, False, id="no kind"),
            pytest.param("mathematics-sle", False, id="a kind of the edition"),
            pytest.param("Mathematics SLE", False, id="spelt otherwise"),
            pytest.param("mathematics-sli", True, id="misspelt"),
        ],
    )
    def test_a_kind_of_award_that_the_edition_does_not_know_is_odd(self, kind: str | None, odd: bool) -> None:
        """It may have been misspelt: the remark names the nearest."""
        told = assess(PROGRAMME, of_teacher(awards=(Award("SLE", None, kind),))).remarks
        remark = "The edition knows no awards of the kind 'mathematics-sli'; the nearest is 'mathematics-sle'."
        assert ((remark,) if odd else ()) == told

    @pytest.mark.parametrize("kind", ["nominator", "maths", "apply-by"])
    def test_what_is_read_of_something_else_is_no_kind_of_award(self, kind: str) -> None:
        """A role, a subject, a milestone."""
        (remark,) = assess(PROGRAMME, of_teacher(awards=(Award("SLE", None, kind),))).remarks
        assert f"The edition knows no awards of the kind {kind!r}" in remark

    @pytest.mark.parametrize(
        ("posts", "remarks"),
        [
            pytest.param((Post(started_on=date(2010, 1, 1)),), (), id="one held still"),
            pytest.param((Post(), Post()), (), id="two of which nothing is said"),
            pytest.param(
                (Post(started_on=date(2010, 1, 1)), Post(started_on=YearMonth(2012, 1))),
                ("2 posts have no end, and are counted as held still.",),
                id="two held still",
            ),
            pytest.param(
                (Post(started_on=date(2010, 1, 1)), Post(None, None, date(2011, 1, 1), date(2012, 1, 1))),
                (),
                id="one ended",
            ),
            pytest.param((Post(started_on=YearMonth(1919, 1)),), (), id="a hundred years ago"),
            pytest.param(
                (Post(started_on=YearMonth(1918, 12)),), ("A post began in the year 1918.",), id="more than that"
            ),
        ],
    )
    def test_posts_that_cannot_well_be_are_odd(self, posts: tuple[Post, ...], remarks: tuple[str, ...]) -> None:
        """Several held at once, and one of another century."""
        assert remarks == assess(PROGRAMME, of_teacher(teaching_history=posts)).remarks

    def test_remarks_change_no_answer(self) -> None:
        """They stand at the end of what is shown."""
        odd = form(hub="Nowhere", signatures=tuple(Signature(role, "Xenia X") for role in Role))
        assessment = assess(PROGRAMME, odd, ELSEWHERE, JUDGEMENTS)
        assert ("meets", True, 4) == (assessment.verdict, assessment.in_order, len(assessment.remarks))
        assert str(assessment).endswith("\n\nAlso noticed\n" + "\n".join(f"- {one}" for one in assessment.remarks))
        assert "<p>The nominator signed as &#x27;Xenia X&#x27;" in assessment._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does
