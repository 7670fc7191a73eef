"""The errors: one base class, a built-in beside it, and their data as attributes that travel."""

import pickle
from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NoReturn

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mastery_programme
from mastery_programme import (
    SECONDARY_COHORT_4,
    URN,
    AcademicYear,
    Application,
    Choice,
    Days,
    FlawedProgramme,
    InvalidArgument,
    InvalidDays,
    InvalidDocument,
    InvalidFact,
    InvalidRuleset,
    Judgement,
    JudgementRequired,
    MasteryProgrammeError,
    Money,
    Phase,
    Problem,
    Stage,
    Step,
    UnknownFact,
    UnknownHub,
    YearMonth,
    assess,
    share,
)
from mastery_programme.errors import shown
from mastery_programme.hints import nearest
from tests.oddities import HUGE, Hostile

PUBLIC: list[type[MasteryProgrammeError]] = [
    value
    for value in vars(mastery_programme).values()
    if isinstance(value, type) and issubclass(value, MasteryProgrammeError)
]
AboutAFact = UnknownFact | InvalidFact | JudgementRequired
ABOUT_A_FACT: tuple[type[AboutAFact], ...] = (UnknownFact, InvalidFact, JudgementRequired)
FACT = ("no such fact", "phse", "one of the facts", "phase", "phse", "phase", ("ELI-E3", "ELI-E4"))
FLAWS = ("the rule id 'a' stands twice", "overrides in a circle: 'b'")

MADE: list[MasteryProgrammeError] = [
    *(
        kind("no such hub", "Nrofolk", "one of 35", "Norfolk")
        for kind in PUBLIC
        if kind.__init__ is MasteryProgrammeError.__init__
    ),
    *(kind(*FACT) for kind in ABOUT_A_FACT),
    InvalidRuleset("phase", FLAWS),
    FlawedProgramme("secondary-2019", FLAWS),
    InvalidDocument([Problem("/school/urn", "urn", "'1' is not a URN")], 3),
]
NAMED = pytest.mark.parametrize("error", [pytest.param(error, id=type(error).__name__) for error in MADE])

RAISING: list[tuple[str, Callable[[], object]]] = [
    ("days", lambda: Days("4,5")),
    ("too many days", lambda: Days(9_999) + Days(2)),
    ("money", lambda: Money("£5")),
    ("half a day", lambda: Money("0.01") * Days("0.5")),
    ("a share", lambda: share(Money(1), [0])),
    ("a year", lambda: AcademicYear.parse("2019/21")),
    ("a fact", lambda: Choice("Which?", ())),
    ("a month", lambda: YearMonth(2019, 13)),
    ("a reference number", lambda: URN("012345")),
    ("an answer", lambda: Phase.parse("9")),
    ("a judgement", lambda: Judgement("qts", True, "", date(2019, 5, 1))),
    ("a judged fact", lambda: assess(SECONDARY_COHORT_4, Application("secondary-2019"), {"passion": True})),
    ("another edition", lambda: assess(SECONDARY_COHORT_4, Application("primary-2019"))),
    ("a step", lambda: Step(Stage.SELECTED, "", datetime(2019, 5, 1, tzinfo=UTC))),
    ("a criterion", lambda: SECONDARY_COHORT_4.criterion("ELI-E9")),
]


def data(error: MasteryProgrammeError) -> tuple[object, ...]:
    """Everything that an error says."""
    return type(error), str(error), error.args, vars(error)


class TestKinds:
    """What each error is."""

    def test_every_public_error_is_ours(self) -> None:
        """The package exports no error of another origin, and all that it exports are tested here."""
        exported = (value for value in vars(mastery_programme).values() if isinstance(value, type))

        assert set(PUBLIC) == {kind for kind in exported if issubclass(kind, BaseException)}
        assert set(PUBLIC) == {type(error) for error in MADE}

    @NAMED
    def test_one_base_class_and_a_built_in_beside_it(self, error: MasteryProgrammeError) -> None:
        """An error can be caught as ours, and as what Python calls it: unknown names are look-ups, the rest values.

        Only what is asked of something that cannot be asked at all is, as in Python, an error of type.
        """
        if type(error) is MasteryProgrammeError:
            return
        built_in: type[Exception] = LookupError if type(error).__name__.startswith("Unknown") else ValueError
        if type(error) is InvalidArgument:
            built_in = TypeError

        assert isinstance(error, MasteryProgrammeError)
        assert not isinstance(error, KeyError)
        assert [built_in] == [kind for kind in (LookupError, TypeError, ValueError) if isinstance(error, kind)]

    @NAMED
    def test_each_says_what_it_means(self, error: MasteryProgrammeError) -> None:
        """Every error has a sentence of its own, and none but the base is raised bare."""
        assert (type(error).__doc__ or "").partition("\n")[0].endswith(".")


class TestData:
    """What an error carries."""

    def test_the_data_are_attributes(self) -> None:
        """What is wrong, the value, what is allowed, and the nearest."""
        error = UnknownHub("no such hub", "Nrofolk", "one of 35", "Norfolk")

        assert ("no such hub", "Nrofolk", "one of 35", "Norfolk") == (
            error.problem,
            error.value,
            error.allowed,
            error.nearest,
        )
        assert "no such hub: 'Nrofolk'; one of 35; the nearest is 'Norfolk'" == str(error)

    def test_what_is_not_known_is_not_told(self) -> None:
        """An error without more to say says what is wrong, and with what."""
        assert "no such hub: None" == str(UnknownHub("no such hub"))

    @pytest.mark.parametrize("kind", ABOUT_A_FACT)
    def test_a_fact_is_told_with_its_ruleset_and_clauses(self, kind: type[AboutAFact]) -> None:
        """Who reads the error finds the question and the clauses."""
        error = kind(*FACT)

        assert ("phse", "phase", ("ELI-E3", "ELI-E4")) == (error.fact, error.ruleset, error.clauses)
        assert str(error).startswith("no such fact: 'phse'; one of the facts; the nearest is 'phase'")
        assert str(error).endswith("[phase (ELI-E3, ELI-E4)]")
        assert str(kind(*FACT[:-1], ())).endswith("[phase]")

    @pytest.mark.parametrize(
        ("error", "id"),
        [(InvalidRuleset("phase", FLAWS), "ruleset"), (FlawedProgramme("phase", FLAWS), "programme")],
        ids=["a ruleset", "a programme"],
    )
    def test_flaws_are_all_told(self, error: InvalidRuleset | FlawedProgramme, id: str) -> None:
        """Every flaw is in the attribute and in the text."""
        assert ("phase", FLAWS) == (getattr(error, id), error.flaws)
        assert all(flaw in str(error) for flaw in ("'phase'", *FLAWS))

    def test_a_programme_has_a_line_for_each_flaw(self) -> None:
        """An edition may have many flaws."""
        lines = str(FlawedProgramme("secondary-2019", FLAWS)).splitlines()

        assert ["this edition contradicts itself: 'secondary-2019'", *(f"- {flaw}" for flaw in FLAWS)] == lines


class TestTravelling:
    """An error crosses processes whole."""

    @NAMED
    def test_it_comes_back_from_pickle_and_copy(self, error: MasteryProgrammeError) -> None:
        """Kind, text, arguments and every attribute are equal."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert data(error) == data(pickle.loads(pickle.dumps(error, protocol)))
        assert data(error) == data(copy(error))

    @pytest.mark.parametrize("act", [pytest.param(act, id=id) for id, act in RAISING])
    def test_what_is_raised_can_travel(self, act: Callable[[], object]) -> None:
        """Errors as they come up carry nothing that cannot be pickled."""
        with pytest.raises(MasteryProgrammeError) as raised:
            act()

        assert data(raised.value) == data(pickle.loads(pickle.dumps(raised.value)))

    @pytest.mark.parametrize(
        "value", [Hostile(), Hostile, lambda: None, [1], np.int64(-1), HUGE, Decimal("4" * 1_000_000)], ids=type
    )
    def test_a_value_that_cannot_travel_stays_behind(self, value: Any) -> None:
        """What is odd is kept as a text about it."""
        error = InvalidDays("not a number of days", value)

        assert isinstance(error.value, str)
        assert data(error) == data(pickle.loads(pickle.dumps(error)))


class TestShowing:
    """How much of a refused value an error shows."""

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            pytest.param("x" * 80, "x" * 80, id="80 characters"),
            pytest.param("x" * 81, "x" * 77 + "...", id="81 characters"),
            pytest.param("x" * 10_000_000, "x" * 77 + "...", id="ten million characters"),
            pytest.param("", "", id="an empty text"),
            pytest.param(None, None, id="nothing"),
            pytest.param(True, True, id="yes"),
            pytest.param(4.25, 4.25, id="a float"),
            pytest.param(-(10**20), -(10**20), id="a number"),
            pytest.param(HUGE, "<a whole number of 3321929 bits>", id="a million digits"),
            pytest.param(Decimal("1.50"), Decimal("1.50"), id="a Decimal"),
            pytest.param(Decimal("1E+999999999"), Decimal("1E+999999999"), id="a Decimal with a large exponent"),
            pytest.param(
                Decimal("4" * 1_000_000), "<a Decimal of very many digits>", id="a million digits, as a Decimal"
            ),
            pytest.param([1], "<list>", id="a list"),
            pytest.param(np.float64(1), "<numpy.float64>", id="a float of numpy"),
            pytest.param(Hostile(), "<tests.oddities.Hostile>", id="what breaks when it is shown"),
            pytest.param(type("C" * 1000, (), {})(), f"<tests.test_errors.{'C' * 61}>", id="a class with a long name"),
            pytest.param(eval('type("C", (), {})()', {}), "<C>", id="a class of no module"),
        ],
    )
    def test_a_plain_short_value_is_kept_and_any_other_is_described(self, value: object, kept: object) -> None:
        """The attribute is short, and what it shows is never made by the value."""
        assert kept == shown(value)

    @given(st.one_of(st.text(), st.integers(), st.floats(), st.decimals(), st.binary(), st.none()))
    def test_the_text_of_an_error_is_short(self, value: object) -> None:
        """Whatever is refused, the error is some words about it."""
        assert len(str(InvalidDays("not days", value, "such as 4"))) < 30 + 80 * len(r"\U0001f600")

    def test_a_text_about_a_value_is_shown_as_it_is(self) -> None:
        """Nobody takes it for a text that was refused, also after a journey."""
        error = InvalidDays("not days", Hostile())

        assert "not days: <tests.oddities.Hostile>" == str(error) == str(pickle.loads(pickle.dumps(error)))
        assert "not days: <numpy.int64>; such as 4" == str(InvalidDays("not days", np.int64(-1), "such as 4"))

    @pytest.mark.parametrize("value", ["<numpy.int64>", "<list>", "<", "<\nall is well", "it's"])
    def test_text_is_shown_as_text(self, value: str) -> None:
        """A text that looks like a description is told apart from one, and makes no line of its own."""
        assert f"not days: {value!r}" == str(InvalidDays("not days", value))


class TestNearest:
    """The nearest known name."""

    @pytest.mark.parametrize(
        ("name", "near"),
        [
            pytest.param("phse", "phase", id="a slip"),
            pytest.param("phase", "phase", id="the name itself"),
            pytest.param("years", "years_teaching", id="the beginning"),
            pytest.param(None, None, id="no text"),
            pytest.param(3, None, id="a number"),
            pytest.param(Hostile(), None, id="what breaks when it is shown"),
        ],
    )
    def test_it_is_the_one_most_like_it(self, name: object, near: str | None) -> None:
        """A name is compared with all known ones; what is no name is near none."""
        assert near == nearest(name, ("qts", "years_teaching", "phase"))

    def test_it_is_none_where_nothing_is_known(self) -> None:
        """Without names there is no nearest one."""
        assert nearest("phase", ()) is None

    def test_only_the_beginning_of_a_long_name_is_compared(self) -> None:
        """A name of ten million characters is cut before it is read."""

        class Long(str):
            __slots__ = ()

            def __iter__(self) -> NoReturn:
                pytest.fail("read beyond its beginning")

        assert "phase" == nearest(Long("phase" * 2_000_000), ["qts", "phase"])
