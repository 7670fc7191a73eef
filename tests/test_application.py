"""Applications as values: as sent, and equal to nothing else."""

import datetime as the_datetime
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

import mastery_programme
from mastery_programme import (
    URN,
    Application,
    Award,
    Development,
    EstablishmentType,
    FrozenMapping,
    InvalidAnswer,
    LeadTeacher,
    Person,
    Phase,
    Post,
    Role,
    School,
    Signature,
    YearMonth,
)
from tests.oddities import copies

STATEMENT = "  I teach\tfor mastery.\r\n\r\n\N{BULLET} Well\N{HYPHEN}read \N{EN DASH} and/or  not.\N{NO-BREAK SPACE}\n"
"""A statement as people paste it."""

SENT = datetime(2019, 4, 26, 17, tzinfo=timezone(timedelta(hours=1)))
SCHOOL = School("Example School", URN("123456"), Phase.SECONDARY, EstablishmentType.ACADEMY_CONVERTER)
LEAD_TEACHER = LeadTeacher(
    name="Sam Example",
    email="s.example@school.example",
    ncetm_username="sexample",
    qts=True,
    years_teaching=6,
    teaching_groups="7x, 9y and 11z",
    current_role="second in department",
    awards=(Award("SLE", YearMonth(2018, 9), "mathematics-sle"), Award("Prize", date(2017, 7, 1)), Award("Badge")),
    teaching_history=(
        Post("Example School", "Teacher", YearMonth(2016, 9), None, "mathematics"),
        Post("Other School", "Teacher", date(2013, 9, 1), date(2016, 8, 31), "science"),
        Post(),
    ),
    professional_development=(Development("2017/18", "a work group"), Development(2016, "a course")),
)
HEAD = Person("Alex Example", "a.example@school.example")
NOMINATOR = Person("Kim Example", "k.example@school.example")
FULL = Application(
    "secondary-2019",
    school=SCHOOL,
    hub="Norfolk and Suffolk",
    lead_teacher=LEAD_TEACHER,
    head_of_department=HEAD,
    nominator=NOMINATOR,
    lead_teacher_statement=STATEMENT,
    nominator_statement="We nominate.",
    signatures=(
        Signature(Role.LEAD_TEACHER, "Sam Example", date(2019, 4, 1)),
        Signature(Role.HEAD_OF_DEPARTMENT, "Alex Example"),
        Signature(Role.NOMINATOR, None),
    ),
    copied_to_head_teacher=True,
    submitted_at=SENT,
    other_statements={"governors": "We agree."},
)
"""An application with an answer in every place."""

EVERY_PART = pytest.mark.parametrize(
    "part",
    [
        pytest.param(part, id=type(part).__name__)
        for part in (
            *(FULL, SCHOOL, LEAD_TEACHER, HEAD),
            *(Award("SLE", YearMonth(2018, 9), "mathematics-sle"), Post("Example School", None, date(2016, 9, 1))),
            *(Development(2016, "a course"), Signature(Role.NOMINATOR, "Kim Example", date(2019, 4, 1))),
        )
    ],
)


class TestValues:
    """Every part of an application is a value."""

    @EVERY_PART
    def test_it_is_its_copies_and_its_repr(self, part: Any) -> None:
        """Hashable, picklable, copyable, and equal to what its repr evaluates to."""
        known = {**vars(mastery_programme), "datetime": the_datetime}

        assert {part} == {eval(repr(part), known), *copies(part), evolve(part)}

    @EVERY_PART
    def test_it_differs_where_one_answer_does(self, part: Any) -> None:
        """Every answer counts, and an answer that nobody gave is another answer."""
        kind: Any = type(part)
        given = [one.name for one in fields(kind) if getattr(part, one.name) and one.name not in {"role", "programme"}]
        empty: dict[str, object] = {"other_statements": {}}

        assert given
        assert part not in [evolve(part, **{name: empty.get(name)}) for name in given]

    @EVERY_PART
    def test_it_never_changes(self, part: Any) -> None:
        """No answer of it can be set, deleted or added."""
        kind: Any = type(part)
        for name in (*(one.name for one in fields(kind)), "anything"):
            with pytest.raises(AttributeError):
                setattr(part, name, None)
            with pytest.raises(AttributeError):
                delattr(part, name)

        assert not hasattr(part, "__dict__")

    def test_the_repr_leaves_out_what_nobody_said(self) -> None:
        """And names what was said."""
        assert "Application(programme='secondary-2019', lead_teacher=LeadTeacher(qts=False))" == repr(
            Application("secondary-2019", lead_teacher=LeadTeacher(qts=False))
        )
        assert "School(name=None, urn=URN('123456'))" == repr(School(None, "123456"))


class TestStatements:
    """Statements are kept as they were written."""

    @given(st.text(st.characters(categories=None)))
    def test_no_character_is_changed(self, text: str) -> None:
        """Neither a space nor a line's end."""
        form = Application("secondary-2019", lead_teacher_statement=text, nominator_statement=text)

        assert (text, text) == (form.lead_teacher_statement, form.nominator_statement)

    @given(
        st.dictionaries(st.text(st.characters(categories=None), min_size=1), st.text(st.characters(categories=None)))
    )
    def test_other_statements_are_kept_by_name(self, texts: dict[str, str]) -> None:
        """In the order given, and out of reach of whoever gave them."""
        form = Application("secondary-2019", other_statements=texts)
        before = dict(texts)
        texts["another"] = "Added later."

        assert (list(before.items()), FrozenMapping) == (
            list(form.other_statements.items()),
            type(form.other_statements),
        )

    def test_there_are_none_if_nobody_wrote_any(self) -> None:
        """Then there is no name by which one could be asked for."""
        assert {} == Application("secondary-2019").other_statements

    @pytest.mark.parametrize(
        "statements",
        [
            pytest.param({"": "word"}, id="a text without a name"),
            pytest.param({1: "word"}, id="a number as a name"),
            pytest.param({None: "word"}, id="no name"),
            pytest.param({"governors": None}, id="a name without a text"),
            pytest.param({"governors": 1}, id="a number as a text"),
            pytest.param({"governors": "word", "parents": b"word"}, id="bytes, beside a text"),
            pytest.param([("governors", "word")], id="pairs"),
            pytest.param(["governors"], id="names alone"),
            pytest.param("governors", id="a text"),
            pytest.param(None, id="nothing at all"),
        ],
    )
    def test_what_are_no_texts_by_name_is_refused(self, statements: Any) -> None:
        """With what would be taken."""
        with pytest.raises(InvalidAnswer) as refusal:
            Application("secondary-2019", other_statements=statements)

        told = str(refusal.value)
        assert told.startswith("Application.other_statements cannot be this: ")
        assert told.endswith("; texts by the names of statements")
