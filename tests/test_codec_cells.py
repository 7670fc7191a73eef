"""The cells of rows: what their text says."""

from datetime import date

import pytest

from mastery_programme import URN, Application, Development, Judgement, Person, Post, School, Signature, YearMonth
from tests.row_reading import BASE, application, problems, read

JUDGED = {"fact": "passion", "by": "the hub lead", "on": "2019-05-02"}


class TestCells:
    """What the text of a cell says."""

    @pytest.mark.parametrize(
        "blank",
        [
            pytest.param("", id="empty"),
            pytest.param(" ", id="a space"),
            pytest.param("\t \r\n", id="a tab, a space and a line's end"),
            pytest.param("\N{NO-BREAK SPACE}", id="a no-break space"),
        ],
    )
    def test_a_blank_cell_tells_nothing(self, blank: str) -> None:
        """Of a text, a number, a list, a part of an object: it is as if the column were not there."""
        names = ("hub", "school.urn", "lead_teacher.qts", "lead_teacher.years_teaching", "lead_teacher.awards")
        more = ("signatures.1.role", "other_statements", "other_statements.x", "submitted_at")
        assert Application("secondary-2019") == read(BASE | dict.fromkeys((*names, *more), blank))

    def test_the_blank_cell_of_what_has_to_be_there_is_a_missing_key(self) -> None:
        """It is refused as in a document."""
        assert [("/programme", "missing-key")] == problems(read({"programme": " ", "hub": "x"}))

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            *(pytest.param(cell, True, id=cell) for cell in ("yes", "Yes", "YES", "true", "True", "TRUE", " yes ")),
            *(pytest.param(cell, False, id=cell) for cell in ("no", "No", "NO", "false", "False", "FALSE", "no\t")),
        ],
    )
    def test_yes_and_no_are_read_in_any_case(self, cell: str, value: bool) -> None:
        """And true and false, as a spreadsheet writes them."""
        assert value is application(copied_to_head_teacher=cell).copied_to_head_teacher
        assert value is application(lead_teacher__qts=cell).lead_teacher.qts

    @pytest.mark.parametrize(
        ("cell", "holds"),
        [("7", 7), ("-7", -7), (" 7 ", 7), ("007", "007"), ("-0", "-0"), ("7.0", "7.0"), ("yes", True), ("n7", "n7")],
    )
    def test_where_a_text_can_stand_a_number_is_one_that_is_written_as_such(self, cell: str, holds: object) -> None:
        """A nought before it would be lost."""
        judgement = read(JUDGED | {"holds": cell}, Judgement)
        assert (type(holds), holds) == (type(judgement.holds), judgement.holds)

    @pytest.mark.parametrize("cell", ["y", "n", "1", "0", "yes.", "ja", "none", "t", "y e s", "ye\u017f"])
    def test_anything_else_is_neither_yes_nor_no(self, cell: str) -> None:
        """Nothing is guessed."""
        assert [("/copied_to_head_teacher", "type")] == problems(application(copied_to_head_teacher=cell))

    @pytest.mark.parametrize(
        ("cell", "number"),
        [
            pytest.param("0", 0, id="nothing"),
            pytest.param("7", 7, id="one digit"),
            pytest.param("100", 100, id="the most that it can be"),
            pytest.param("007", 7, id="noughts before it"),
            pytest.param(" 7 ", 7, id="spaces around it"),
            pytest.param("-0", 0, id="minus nothing"),
            pytest.param("0000000007", 7, id="ten digits"),
        ],
    )
    def test_a_whole_number_is_read(self, cell: str, number: int) -> None:
        """Digits, perhaps with a minus."""
        assert number == application(lead_teacher__years_teaching=cell).lead_teacher.years_teaching

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            pytest.param("101", "range", id="one too many"),
            pytest.param("-1", "range", id="one below nothing"),
            pytest.param("-1000000000", "range", id="ten digits below nothing"),
            pytest.param("00000000007", "type", id="eleven digits"),
            pytest.param("9" * 5000, "type", id="more digits than Python reads"),
            pytest.param("7.0", "type", id="a point"),
            pytest.param("7,0", "type", id="a comma"),
            pytest.param("+7", "type", id="a plus"),
            pytest.param("--7", "type", id="two minuses"),
            pytest.param("- 7", "type", id="a space after the minus"),
            pytest.param("-", "type", id="a lone minus"),
            pytest.param("1_0", "type", id="an underscore"),
            pytest.param("1 0", "type", id="a space between"),
            pytest.param("7 years", "type", id="a unit"),
            pytest.param("seven", "type", id="a word"),
            pytest.param("\N{ARABIC-INDIC DIGIT SEVEN}", "type", id="an Arabic-Indic digit"),
            pytest.param("\N{FULLWIDTH DIGIT SEVEN}", "type", id="a wide digit"),
            pytest.param("\N{SUPERSCRIPT TWO}", "type", id="a superscript"),
            pytest.param("yes", "type", id="yes"),
        ],
    )
    def test_anything_else_is_no_whole_number(self, cell: str, code: str) -> None:
        """Or one that cannot be, as in a document."""
        value = application(lead_teacher__years_teaching=cell)
        assert [("/lead_teacher/years_teaching", code)] == problems(value)

    def test_days_months_and_moments_are_read_as_in_a_document(self) -> None:
        """And a reference number, a phase, a role and an address."""
        value = application(
            school__urn="123456",
            school__phase="Secondary",
            lead_teacher__email="a@school.example",
            lead_teacher__teaching_history__1__started_on="2016-09",
            lead_teacher__teaching_history__1__ended_on="2017-08-31",
            signatures__1__role="nominator",
            signatures__1__signed_on="2019-04-20",
            submitted_at="2019-04-26T17:00:00+01:00",
        )
        assert School(None, URN("123456"), "Secondary") == value.school
        assert "a@school.example" == value.lead_teacher.email
        post = Post(None, None, YearMonth(2016, 9), date(2017, 8, 31))
        assert (post,) == value.lead_teacher.teaching_history
        assert (Signature("nominator", None, date(2019, 4, 20)),) == value.signatures
        assert "2019-04-26T17:00:00+01:00" == value.submitted_at.isoformat()

    @pytest.mark.parametrize(
        ("name", "cell", "path", "code"),
        [
            pytest.param("school.urn", "012345", "/school/urn", "urn", id="a reference number"),
            pytest.param("school.urn", "123456.0", "/school/urn", "urn", id="a number out of a spreadsheet"),
            pytest.param("school.phase", "secndary", "/school/phase", "option", id="a phase"),
            pytest.param("nominator.email", "a@b", "/nominator/email", "email", id="an address"),
            pytest.param("submitted_at", "2019-04-26T17:00:00", "/submitted_at", "moment", id="a naive moment"),
            pytest.param("submitted_at", "26/04/2019 17:00", "/submitted_at", "moment", id="a moment of a spreadsheet"),
            pytest.param("hub", "a\N{RIGHT-TO-LEFT OVERRIDE}b", "/hub", "character", id="a character not to be seen"),
            pytest.param("school", "A School", "/school", "type", id="a text for an object"),
            pytest.param("school", "none", "/school", "type", id="none, which is for lists"),
            pytest.param("lead_teacher.awards", "SLE", "/lead_teacher/awards", "type", id="a text for a list"),
            pytest.param("lead_teacher.awards.1", "SLE", "/lead_teacher/awards/0", "type", id="a text for a part"),
            pytest.param("other_statements", "We agree.", "/other_statements", "type", id="a text for a mapping"),
            pytest.param(
                "lead_teacher.awards.1.awarded_on", "1/9/2018", "/lead_teacher/awards/0/awarded_on", "date", id="a day"
            ),
        ],
    )
    def test_a_cell_is_refused_as_in_a_document(self, name: str, cell: str, path: str, code: str) -> None:
        """With where it is in the document that the row stands for, and the same code."""
        assert [(path, code)] == problems(read(BASE | {name: cell}))

    def test_prose_is_kept_as_it_was_sent(self) -> None:
        """Lines, spaces at its ends and words that mean something elsewhere."""
        for text in (" A line.\r\n\tAnother one. ", "none", "yes", "7", "=1+1", "'tis"):
            assert text == application(lead_teacher_statement=text).lead_teacher_statement

    def test_a_text_may_be_a_word_that_means_something_elsewhere(self) -> None:
        """A name too: only the column of a flag, a number or a list reads such words."""
        assert [Person("none"), Person("No"), Person("7")] == [
            read({"name": text}, Person) for text in ("none", "No", "7")
        ]

    def test_a_year_is_a_number_or_a_text(self) -> None:
        """Of what can be both, a number is one."""
        names = ("lead_teacher.professional_development.1.year", "lead_teacher.professional_development.1.activity")
        for cell, year in (("2018", 2018), ("2018/19", "2018/19"), ("last year", "last year"), ("yes", "yes")):
            value = read(BASE | dict(zip(names, (cell, "A course"), strict=True)))
            assert (Development(year, "A course"),) == value.lead_teacher.professional_development

    @pytest.mark.parametrize(
        ("cell", "holds"),
        [
            pytest.param("yes", True, id="yes"),
            pytest.param("FALSE", False, id="false in capitals"),
            pytest.param("3", 3, id="a number"),
            pytest.param("-3", -3, id="a number below nothing"),
            pytest.param("secondary", "secondary", id="a text"),
            pytest.param("none", "none", id="a text that means something in the column of a list"),
            pytest.param("3.0", "3.0", id="what is no whole number"),
            pytest.param("Yes, indeed", "Yes, indeed", id="more than yes"),
        ],
    )
    def test_what_a_fact_can_be_is_told_apart(self, cell: str, holds: object) -> None:
        """Yes or no, a number, and else text."""
        value = read(JUDGED | {"holds": cell}, Judgement)
        assert Judgement("passion", value.holds, "the hub lead", date(2019, 5, 2)) == value
        assert (type(holds), holds) == (type(value.holds), value.holds)
