"""The shapes of answers: what becomes what, e-mail addresses, posts, roles and years."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from mastery_programme import (
    URN,
    Application,
    Award,
    Development,
    EstablishmentType,
    FrozenMapping,
    InvalidAnswer,
    InvalidURN,
    LeadTeacher,
    Person,
    Phase,
    Post,
    Role,
    School,
    Signature,
    YearMonth,
)
from tests.test_application_answers import Number, made
from tests.test_callers import Shifting


class TestConversions:
    """What becomes something else when it is taken: the same, in the type in which it is held."""

    @pytest.mark.parametrize(
        ("kind", "name", "given", "held"),
        [
            pytest.param(School, "urn", "123456", URN("123456"), id="digits become a reference number"),
            pytest.param(School, "phase", "4", Phase.SECONDARY, id="a code becomes a phase"),
            pytest.param(School, "phase", " ALL through", Phase.ALL_THROUGH, id="a name becomes a phase"),
            pytest.param(School, "establishment_type", "35", EstablishmentType.FREE_SCHOOL, id="a code becomes a type"),
            pytest.param(
                School, "establishment_type", "free SCHOOL", EstablishmentType.FREE_SCHOOL, id="a name becomes a type"
            ),
            pytest.param(Signature, "role", "lead-teacher", Role.LEAD_TEACHER, id="a text becomes a role"),
            pytest.param(LeadTeacher, "years_teaching", np.int64(6), 6, id="a number of numpy becomes a number"),
            pytest.param(Development, "year", Number.SIX, 6, id="a named number becomes a number"),
            pytest.param(Development, "year", "2019", "2019", id="a year that is text stays text"),
            pytest.param(LeadTeacher, "awards", [Award("word")], (Award("word"),), id="a list becomes a tuple"),
            pytest.param(
                LeadTeacher, "teaching_history", {1: Post()}.values(), (Post(),), id="what a dict holds becomes a tuple"
            ),
            pytest.param(LeadTeacher, "professional_development", [], (), id="an empty list becomes an empty tuple"),
            pytest.param(
                Application,
                "signatures",
                [Signature(Role.NOMINATOR, None)],
                (Signature(Role.NOMINATOR, None),),
                id="a list of signatures becomes a tuple",
            ),
            pytest.param(
                Application,
                "other_statements",
                {"a": ""},
                FrozenMapping({"a": ""}),
                id="a dict becomes a FrozenMapping",
            ),
        ],
    )
    def test_it_is_held_in_the_type_of_the_place(self, kind: type[Any], name: str, given: Any, held: Any) -> None:
        """Equal to what it should be, and of its type."""
        value = made(kind, name, given)

        assert (held, type(held)) == (value, type(value))

    @pytest.mark.parametrize(
        "shifting",
        [
            pytest.param(Shifting("a", first="text", then=5), id="text, then a number"),
            pytest.param(Shifting("a", first=5, then="text"), id="a number, then text"),
        ],
    )
    def test_other_statements_are_read_once(self, shifting: Any) -> None:
        """Of a mapping that changes while it is read, nothing is held that was not looked at."""
        try:
            held = list(Application("secondary-2019", other_statements=shifting).other_statements.values())
        except InvalidAnswer:
            held = []

        assert held in [[], ["text"]]


class TestEmails:
    """The shape of an e-mail address."""

    @pytest.mark.parametrize(
        "email",
        [
            pytest.param("a.teacher@school.example", id="an address"),
            pytest.param("a@b.c", id="a short one"),
            pytest.param("A.Teacher@School.Example", id="capitals"),
            pytest.param("o'brien+hub_1-2@maths.school.example", id="signs before the at sign"),
            pytest.param("a-b@a-b.sch.uk", id="hyphens"),
            pytest.param("123@456.789", id="digits"),
            pytest.param(
                "ren\N{LATIN SMALL LETTER E WITH ACUTE}e@\N{LATIN SMALL LETTER E WITH ACUTE}cole.example", id="é"
            ),
            pytest.param("a" * 240 + "@school.exampl", id="254 characters"),
            pytest.param("", id="an empty text, which somebody gave"),
        ],
    )
    def test_what_has_the_shape_of_one_is_kept_as_written(self, email: str) -> None:
        """Of a person and of the lead teacher."""
        assert (email, email) == (Person(email=email).email, LeadTeacher(email=email).email)

    @pytest.mark.parametrize(
        "email",
        [
            pytest.param("a.teacher", id="no at sign"),
            pytest.param("school.example", id="a domain alone"),
            pytest.param("@", id="an at sign alone"),
            pytest.param("@school.example", id="nothing before the at sign"),
            pytest.param("a.teacher@", id="nothing after it"),
            pytest.param("a@b@school.example", id="two at signs"),
            pytest.param("a@@school.example", id="two at signs in a row"),
            pytest.param("@a@school.example", id="an at sign first"),
            pytest.param("a@school", id="no point in the domain"),
            pytest.param("a@.", id="a point alone"),
            pytest.param("a@.example", id="a point first in the domain"),
            pytest.param("a@school.", id="a point last"),
            pytest.param("a@school..example", id="two points in a row"),
            pytest.param(" ", id="a space"),
            pytest.param(" a@school.example", id="a space before"),
            pytest.param("a@school.example ", id="a space after"),
            pytest.param("a teacher@school.example", id="a space between"),
            pytest.param("a@school .example", id="a space in the domain"),
            pytest.param("a@school.example\n", id="a line's end"),
            pytest.param("a\t@school.example", id="a tab"),
            pytest.param("a\0@school.example", id="a zero byte"),
            pytest.param("a\N{NO-BREAK SPACE}@school.example", id="a space that keeps words together"),
            pytest.param("a\N{ZERO WIDTH SPACE}@school.example", id="a space without width"),
            pytest.param("a\N{RIGHT-TO-LEFT OVERRIDE}@school.example", id="a turn of direction"),
            pytest.param("a\ud800@school.example", id="half a character"),
            pytest.param("a@school.example, b@school.example", id="two addresses"),
            pytest.param("A Teacher <a@school.example>", id="a name with it"),
            pytest.param("a" * 241 + "@school.exampl", id="255 characters"),
            pytest.param("a" * 10_000_000 + "@school.example", id="ten million characters"),
        ],
    )
    @pytest.mark.parametrize("kind", [Person, LeadTeacher])
    def test_anything_else_is_refused(self, kind: type[Person] | type[LeadTeacher], email: str) -> None:
        """With an example, in few words."""
        with pytest.raises(InvalidAnswer) as refusal:
            kind(email=email)

        told = str(refusal.value)
        assert told.startswith(f"{kind.__name__}.email cannot be this: ")
        assert told.endswith("; an address such as a.teacher@school.example")
        assert len(told) < 300


class TestPosts:
    """When a post was held."""

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            pytest.param(date(2018, 9, 1), date(2019, 8, 31), id="a year"),
            pytest.param(date(2019, 9, 1), date(2019, 9, 1), id="one day"),
            pytest.param(YearMonth(2019, 9), YearMonth(2019, 9), id="one month"),
            pytest.param(YearMonth(2019, 9), date(2019, 9, 1), id="the first day of the month"),
            pytest.param(date(2019, 9, 30), YearMonth(2019, 9), id="the last day of the month"),
            pytest.param(None, date(1, 1, 1), id="nobody knows since when"),
            pytest.param(date(9999, 12, 31), None, id="still held"),
        ],
    )
    def test_an_end_that_can_be_after_the_beginning_is_taken(
        self, start: date | YearMonth | None, end: date | YearMonth | None
    ) -> None:
        """On one day, and wherever a month leaves it open."""
        post = Post(started_on=start, ended_on=end)

        assert (start, end) == (post.started_on, post.ended_on)

    @pytest.mark.parametrize(
        ("start", "end", "told"),
        [
            pytest.param(
                date(2019, 9, 2), date(2019, 9, 1), "'2019-09-01'; not before it began, 2019-09-02", id="days"
            ),
            pytest.param(
                YearMonth(2019, 9), YearMonth(2019, 8), "'2019-08'; not before it began, 2019-09", id="months"
            ),
            pytest.param(
                YearMonth(2019, 9), date(2019, 8, 31), "'2019-08-31'; not before it began, 2019-09", id="a month, a day"
            ),
            pytest.param(
                date(2019, 10, 1), YearMonth(2019, 9), "'2019-09'; not before it began, 2019-10-01", id="a day, a month"
            ),
        ],
    )
    def test_an_end_before_the_beginning_is_refused(
        self, start: date | YearMonth, end: date | YearMonth, told: str
    ) -> None:
        """With both."""
        with pytest.raises(InvalidAnswer) as refusal:
            Post(started_on=start, ended_on=end)

        assert f"Post.ended_on cannot be this: {told}" == str(refusal.value)


class TestBounds:
    """What has bounds, or a vocabulary."""

    def test_years_of_teaching_are_those_of_a_life(self) -> None:
        """From none to a hundred."""
        assert [0, 100] == [LeadTeacher(years_teaching=years).years_teaching for years in (0, 100)]
        for years in (-1, 101, 10**1000):
            with pytest.raises(InvalidAnswer, match=r"^LeadTeacher\.years_teaching cannot be this: .*; from 0 to 100$"):
                LeadTeacher(years_teaching=years)

    def test_a_number_for_a_year_is_one_of_the_calendar(self) -> None:
        """A text is not looked at."""
        years: list[int | str] = [1, 2019, 9999, "9999/10", "0", "-1"]
        assert years == [Development(year, None).year for year in years]
        for number in (0, -1, 10_000, 10**6000):
            with pytest.raises(
                InvalidAnswer, match=r"^Development\.year cannot be this: .*; text, or a calendar year$"
            ):
                Development(number, None)

    def test_a_role_is_one_of_three(self) -> None:
        """By its text, just so."""
        texts = ("lead-teacher", "head-of-department", "nominator")
        assert list(Role) == [Signature(text, None).role for text in texts]
        for text in ("Nominator", "lead teacher", "NOMINATOR", "", "teacher", None):
            role: Any = text
            with pytest.raises(InvalidAnswer, match=r"; one of lead-teacher, head-of-department, nominator(;|$)"):
                Signature(role, None)
        with pytest.raises(InvalidAnswer, match=r"^nobody signs in this role: 'nominater'; .* nearest is 'nominator'$"):
            Signature("nominater", None)

    def test_a_text_that_names_nothing_of_the_register_is_refused(self) -> None:
        """A number that is none, a phase and a type that there is not."""
        with pytest.raises(InvalidURN, match="not a URN: '12345'"):
            School(None, "12345")
        with pytest.raises(InvalidAnswer, match="the nearest is 'Secondary'"):
            School(None, None, phase="Secundary")
        with pytest.raises(InvalidAnswer, match="the nearest is 'Free schools'"):
            School(None, None, establishment_type="Fre school")
