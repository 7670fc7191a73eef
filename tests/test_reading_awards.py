"""What is read off a form: awards by their kind and date, and years of teaching by the posts."""

from datetime import UTC, date, datetime

import pytest

from mastery_programme import Award, Evidence, Finding, Origin, Post, Programme, Status, YearMonth
from tests.applications import PROGRAMME, SENT, finding, form, of_teacher, stated
from tests.changed_editions import changed

KINDS = {
    "lead-practitioner": "lead_practitioner",
    "mathematics-sle": "mathematics_sle",
    "pd-lead": "pd_lead_accredited",
    "pd-lead-secondary": "pd_lead_secondary",
    "pd-lead-other-phase": "pd_lead_other_phase",
}
OTHER = "other_additional_status"


def listed(*awards: Award, fact: str = "mathematics_sle", sent: datetime | None = SENT) -> Evidence | None:
    """What a form with these awards, sent at a moment, says of one fact."""
    return stated(changed(of_teacher(awards=awards), submitted_at=sent), fact)


class TestKinds:
    """An award of a kind that the edition knows."""

    @pytest.mark.parametrize(("kind", "fact"), [pytest.param(*item, id=item[0]) for item in KINDS.items()])
    def test_each_kind_is_one_fact(self, kind: str, fact: str) -> None:
        """Listed is yes, with its title as the ground; what is not listed stays unknown, and is never no."""
        application = of_teacher(awards=(Award("What I hold", date(2018, 7, 1), kind),))
        read = {name: stated(application, name) for name in (*KINDS.values(), OTHER)}
        assert {fact: (True, "What I hold, 2018-07-01")} == {
            name: (one.value, one.note) for name, one in read.items() if one is not None
        }
        found = finding(application, "ELI-D1")
        assert (Status.MET, {fact: True}) == (found.status, dict(found.known))

    @pytest.mark.parametrize(
        "kind",
        [
            pytest.param("mathematics-sle", id="as the edition writes it"),
            pytest.param("Mathematics SLE", id="with capitals and a space"),
            pytest.param("MATHEMATICS_SLE", id="with an underscore"),
            pytest.param("  mathematics -  sle ", id="with spaces all over"),
            pytest.param("mathematics__sle", id="with two underscores"),
        ],
    )
    def test_case_spaces_and_underscores_do_not_matter(self, kind: str) -> None:
        """People vary them."""
        evidence = listed(Award("SLE", None, kind))
        assert evidence is not None
        assert (True, "SLE") == (evidence.value, evidence.note)

    @pytest.mark.parametrize(
        "award",
        [
            pytest.param(Award("Mathematics SLE"), id="a title without a kind"),
            pytest.param(Award("Mathematics SLE", None, ""), id="an empty kind"),
            pytest.param(Award("Mathematics SLE", None, "english-sle"), id="another kind"),
            pytest.param(Award("Mathematics SLE", None, "mathematicssle"), id="a kind run together"),
            pytest.param(Award("Mathematics SLE", None, "mathematics-sle-lead"), id="a kind that goes on"),
        ],
    )
    def test_a_title_settles_nothing(self, award: Award) -> None:
        """It is shown as another status, for the hub to judge."""
        assert listed(award) is None
        assert listed(award, fact=OTHER) == Evidence(OTHER, None, Origin.FORM, "lists Mathematics SLE", "FRM-4")

    def test_several_of_a_kind_are_all_told(self) -> None:
        """One of them would do."""
        evidence = listed(Award("SLE", YearMonth(2017, 9), "mathematics-sle"), Award("", None, "Mathematics-SLE"))
        assert evidence is not None
        assert (True, "SLE, 2017-09; an award without a title") == (evidence.value, evidence.note)

    def test_others_are_shown_and_settle_nothing(self) -> None:
        """By their title, or else by their kind; the awards that the edition knows are not among them."""
        application = of_teacher(
            awards=(
                Award("SLE for English", date(2016, 1, 2), "english-sle"),
                Award("SLE", None, "mathematics-sle"),
                Award(None, YearMonth(2015, 6), "chartered"),
                Award(None),
            )
        )
        evidence = stated(application, OTHER)
        assert evidence is not None
        assert "lists SLE for English, 2016-01-02; chartered, 2015-06; an award without a title" == evidence.note
        found = finding(application, "ELI-D1")
        assert evidence in found.evidence
        assert OTHER not in found.known

    def test_an_award_of_another_kind_leaves_the_criterion_open(self) -> None:
        """Its reason shows what is listed where it asks for the judgement."""
        found = finding(of_teacher(awards=(Award("SLE for English", None, "english-sle"),)), "ELI-D1")
        assert (Status.UNKNOWN, (*KINDS.values(), OTHER)) == (found.status, found.missing)
        assert found.reason.endswith(
            "Still to be judged: Does the lead teacher hold another status of this kind? "
            "(the form, FRM-4: lists SLE for English)"
        )

    @pytest.mark.parametrize("awards", [pytest.param(None, id="not answered"), pytest.param((), id="none listed")])
    def test_without_awards_nothing_is_known(self, awards: tuple[Award, ...] | None) -> None:
        """An empty list is no denial."""
        application = of_teacher(awards=awards)
        assert {None} == {stated(application, name) for name in (*KINDS.values(), OTHER)}
        assert Status.UNKNOWN is finding(application, "ELI-D1").status

    def test_without_a_teacher_nothing_is_known(self) -> None:
        """Nobody's awards are listed."""
        application = form(lead_teacher=None)
        facts = (*KINDS.values(), OTHER, "years_teaching_mathematics")
        assert {None} == {stated(application, name) for name in facts}


class TestDates:
    """When an award was awarded."""

    @pytest.mark.parametrize(
        ("awarded_on", "sent", "held"),
        [
            pytest.param(None, SENT, True, id="on no stated day"),
            pytest.param(date(2019, 4, 9), SENT, True, id="the day before"),
            pytest.param(date(2019, 4, 10), SENT, True, id="the day on which the form was sent"),
            pytest.param(date(2019, 4, 11), SENT, False, id="the day after"),
            pytest.param(YearMonth(2019, 4), SENT, True, id="the month in which the form was sent"),
            pytest.param(YearMonth(2019, 5), SENT, False, id="the month after"),
            pytest.param(date(2019, 4, 11), datetime(2019, 4, 10, 23, 30, tzinfo=UTC), True, id="that day in London"),
            pytest.param(date(2019, 4, 10), datetime(2019, 4, 9, 22, 59, tzinfo=UTC), False, id="not yet in London"),
            pytest.param(date(2019, 9, 1), None, True, id="not sent: the day on which the programme begins"),
            pytest.param(date(2019, 9, 2), None, False, id="not sent: the day after that"),
            pytest.param(YearMonth(2019, 9), None, True, id="not sent: the month in which the programme begins"),
            pytest.param(YearMonth(2019, 10), None, False, id="not sent: the month after that"),
            pytest.param(date(1, 1, 1), SENT, True, id="the first day there is"),
            pytest.param(date(9999, 12, 31), SENT, False, id="the last day there is"),
        ],
    )
    def test_an_award_to_come_settles_nothing(
        self, awarded_on: date | YearMonth | None, sent: datetime | None, held: bool
    ) -> None:
        """It is shown as such; one of the same day or month counts."""
        evidence = listed(Award("SLE", awarded_on, "mathematics-sle"), sent=sent)
        assert evidence is not None
        assert held is (evidence.value is True)
        told = "SLE" if awarded_on is None else f"SLE, {awarded_on}"
        event = "the programme began" if sent is None else "the form was sent"
        assert (told if held else f"{told}: dated after {event}") == evidence.note

    def test_one_that_is_held_stands_beside_one_to_come(self) -> None:
        """Whichever is listed first, only the one that is held is the ground."""
        come, held = (Award(name, YearMonth(year, 5), "pd-lead") for name, year in (("New", 2019), ("Old", 2018)))
        for awards in ((come, held), (held, come)):
            evidence = listed(*awards, fact="pd_lead_accredited")
            assert evidence is not None
            assert (True, "Old, 2018-05") == (evidence.value, evidence.note)

    def test_one_to_come_leaves_the_criterion_open(self) -> None:
        """It is not held, and not denied."""
        found = finding(of_teacher(awards=(Award("SLE", YearMonth(2019, 5), "mathematics-sle"),)), "ELI-D1")
        assert (Status.UNKNOWN, True) == (found.status, "mathematics_sle" in found.missing)
        assert "(the form, FRM-4: SLE, 2019-05: dated after the form was sent)" in found.reason


def taught(*posts: Post, programme: Programme = PROGRAMME) -> Finding:
    """What is found of the years of teaching mathematics."""
    return finding(of_teacher(teaching_history=posts), "ELI-D3", programme)


def maths(start: date | YearMonth | None, end: date | YearMonth | None = None, subject: str | None = "maths") -> Post:
    """A post in mathematics, or another subject."""
    return Post("Example Academy", "Teacher", start, end, subject)


class TestPosts:
    """Completed years in the posts of a subject, before 1 September 2019."""

    @pytest.mark.parametrize(
        ("post", "status", "told"),
        [
            pytest.param(maths(date(2017, 9, 1)), Status.MET, "2 years.", id="just 2 years"),
            pytest.param(maths(date(2017, 9, 2)), Status.NOT_MET, "; needed: at least 2, so 1 too few.", id="less"),
            pytest.param(
                maths(date(2019, 6, 1)), Status.NOT_MET, "0 years; needed: at least 2, so 2 too few.", id="none"
            ),
            pytest.param(
                maths(date(2020, 6, 1)), Status.NOT_MET, "0 years; needed: at least 2, so 2 too few.", id="later"
            ),
            pytest.param(maths(YearMonth(2015, 9)), Status.MET, "3 to 4 years.", id="3 or 4"),
            pytest.param(maths(YearMonth(2016, 9)), Status.MET, "2 to 3 years.", id="2 or 3"),
            pytest.param(maths(YearMonth(2018, 9)), Status.NOT_MET, "0 to 1 years; needed: at least 2.", id="0 or 1"),
            pytest.param(maths(YearMonth(2017, 9)), Status.UNKNOWN, "FRM-5: 1 to 2, completed years", id="1 or 2"),
            pytest.param(maths(None), Status.UNKNOWN, "at least 0, completed years", id="nobody knows since when"),
            pytest.param(maths(date(2010, 9, 1), None, None), Status.UNKNOWN, "0 to 9,", id="subject not stated"),
            pytest.param(
                maths(date(2018, 10, 1), None, None), Status.NOT_MET, "0 years;", id="too short in any subject"
            ),
            pytest.param(maths(date(2018, 9, 1), None, "art"), Status.NOT_MET, "0 to 1 years;", id="art for a year"),
            pytest.param(
                maths(date(2010, 9, 1), None, " MATHS "), Status.MET, "9 years.", id="subject spelt otherwise"
            ),
            pytest.param(maths(date(1919, 9, 1)), Status.MET, "100 years.", id="as many as the fact can have"),
            pytest.param(maths(date(1900, 9, 1)), Status.MET, "119 years.", id="more than that"),
            pytest.param(maths(YearMonth(1919, 9)), Status.MET, "99 to 100 years.", id="up to the most"),
            pytest.param(maths(YearMonth(1918, 9)), Status.MET, "100 to 101 years.", id="beyond the most"),
            pytest.param(maths(YearMonth(1900, 9)), Status.MET, "118 to 119 years.", id="all beyond the most"),
        ],
    )
    def test_an_interval_settles_what_both_its_ends_agree_on(self, post: Post, status: Status, told: str) -> None:
        """And the reason tells the interval."""
        found = taught(post)
        assert status is found.status
        assert told in found.reason
        assert (("years_teaching_mathematics",) if status is Status.UNKNOWN else ()) == found.missing

    def test_what_is_exact_is_told_as_such(self) -> None:
        """With the day before which it is counted, and no more doubt than there is."""
        evidence = stated(of_teacher(), "years_teaching_mathematics")
        assert evidence is not None
        assert "the form, FRM-5: 7, completed years in the posts listed, before 2019-09-01" == str(evidence)
        open_ = stated(of_teacher(teaching_history=(maths(YearMonth(2017, 9)),)), "years_teaching_mathematics")
        assert open_ is not None
        assert (None, (1, 2)) == (open_.value, open_.between)
        assert open_.note.endswith(", before 2019-09-01, as far as their dates and subjects are stated")

    @pytest.mark.parametrize("posts", [pytest.param((), id="none listed"), pytest.param(None, id="not answered")])
    def test_without_posts_nothing_is_known(self, posts: tuple[Post, ...] | None) -> None:
        """The years of teaching that the form asks for do not answer it."""
        application = of_teacher(teaching_history=posts, years_teaching=20)
        assert stated(application, "years_teaching_mathematics") is None
        assert Status.UNKNOWN is finding(application, "ELI-D3").status

    def test_an_open_end_is_not_below_the_least(self) -> None:
        """A post that began nobody knows when adds to a very long one, and takes nothing away."""
        found = taught(maths(date(1900, 9, 1)), maths(None))
        assert Status.MET is found.status
        (evidence,) = found.evidence
        assert (119, None) == evidence.between
