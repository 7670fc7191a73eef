"""Values made by hand that no document can hold: `to_dict` refuses them, and says where, whatever is wrong."""

from datetime import UTC, date, datetime
from typing import Any, NamedTuple, NoReturn

import pytest
from attrs import fields_dict

from mastery_programme import (
    Activity,
    Assessment,
    Criterion,
    DayRange,
    Days,
    Difference,
    Evidence,
    Finding,
    Flaw,
    FrozenMapping,
    FundingLine,
    Grant,
    Hub,
    InvalidArgument,
    InvalidDocument,
    Milestone,
    Money,
    Phase,
    Problem,
    PublishedTotal,
    Question,
    Region,
    Rule,
    School,
    Source,
    Step,
    Total,
    Year,
    YearAllocation,
)
from mastery_programme.codec import Limits, from_dict, to_dict, to_json
from tests.changed_editions import changed
from tests.oddities import HUGE, Hostile
from tests.samples import CLAUSE, samples

SAMPLES = samples()
NOTHING_SHARED: FrozenMapping[str, Any] = FrozenMapping()


class Unequal:
    """Breaks whoever compares it, shows it or takes its hash."""

    def __eq__(self, other: object) -> NoReturn:
        raise RuntimeError("nobody may compare this")

    def __hash__(self) -> NoReturn:
        raise RuntimeError("nobody may take the hash of this")

    __repr__ = Hostile.__repr__


class Ordered(FrozenMapping[str, Any]):
    """A mapping of another class."""

    __slots__ = ()


class Both(NamedTuple):
    """A tuple of another class."""

    one: int
    other: int


class Named(str):
    """A text of another class."""

    __slots__ = ()


def with_(cls: type[Any], **values: object) -> Any:
    """The sample of a class with other values."""
    return changed(SAMPLES[cls], **values)


def difference(before: object) -> Difference:
    """A difference from something to nothing."""
    return Difference("anything", NOTHING_SHARED, before, None, (), ())


def nested(depth: int) -> tuple[Any, ...]:
    """A tuple in a tuple in a tuple."""
    found: tuple[Any, ...] = ()
    for _ in range(depth):
        found = (found,)
    return found


OF_ANOTHER_TYPE = [
    pytest.param(with_(Hub, name=None), "/name", "type", id="nothing for a text"),
    pytest.param(with_(Hub, name=3), "/name", "type", id="a number for a text"),
    pytest.param(with_(Hub, name=b"Hub"), "/name", "type", id="bytes for a text"),
    pytest.param(with_(Hub, name=Named("Hub")), "/name", "type", id="a text of another class"),
    pytest.param(with_(Hub, name=Region.LONDON), "/name", "type", id="a term for a text"),
    pytest.param(with_(Hub, region=Phase.PRIMARY), "/region", "type", id="a term of another vocabulary"),
    pytest.param(with_(Hub, region="Narnia"), "/region", "option", id="a text that is no term"),
    pytest.param(with_(Hub, region=("London",)), "/region", "type", id="a tuple for a term"),
    pytest.param(with_(Flaw, kind="doubt"), "/kind", "option", id="a text that is none of three"),
    pytest.param(with_(Year, number=True), "/number", "type", id="yes for a number"),
    pytest.param(with_(Year, number=1.0), "/number", "type", id="a float for a number"),
    pytest.param(with_(Year, number=10**9 + 1), "/number", "range", id="a number out of bounds"),
    pytest.param(with_(Year, number=HUGE), "/number", "range", id="a number that nobody can write"),
    pytest.param(with_(Question, judged=1), "/judged", "type", id="one for yes"),
    pytest.param(with_(Grant, amount=Days(1)), "/amount", "type", id="days for money"),
    pytest.param(with_(Grant, amount=2000), "/amount", "type", id="a number for money"),
    pytest.param(with_(Activity, days=Money(1)), "/days", "type", id="money for days"),
    pytest.param(with_(PublishedTotal, total=DayRange(1, 2)), "/total", "type", id="a range for days or money"),
    pytest.param(with_(Milestone, at=date(2019, 4, 26)), "/at", "type", id="a day for a moment"),
    pytest.param(with_(Milestone, at=datetime(2019, 4, 26)), "/at", "moment", id="without an offset"),  # noqa: DTZ001
    pytest.param(with_(Milestone, on=datetime(2019, 4, 26, tzinfo=UTC)), "/on", "date", id="a moment for a day"),
    pytest.param(with_(Year, academic_year="2019-20"), "/academic_year", "type", id="a text for a year"),
    pytest.param(with_(Year, activities=(SAMPLES[Grant],)), "/activities/0", "type", id="a grant for an activity"),
    pytest.param(with_(Year, activities=[SAMPLES[Activity]]), "/activities", "type", id="a list for a tuple"),
    pytest.param(with_(Year, activities=SAMPLES[Activity]), "/activities", "type", id="one for several"),
    pytest.param(with_(Criterion, ruleset=None), "/ruleset", "type", id="nothing for a ruleset"),
    pytest.param(with_(Criterion, ruleset={"id": 1}), "/ruleset", "type", id="a dict for a ruleset"),
    pytest.param(with_(Evidence, between=(1, 2, 3)), "/between", "type", id="three bounds"),
    pytest.param(with_(Evidence, between=(None, 2)), "/between/0", "type", id="no lower bound"),
    pytest.param(with_(FundingLine, unpublished=(("a",),)), "/unpublished/0", "type", id="one of a pair"),
    pytest.param(with_(Flaw, facts={"a": (1,)}), "/facts", "type", id="a dict for a mapping"),
    pytest.param(with_(Flaw, facts=FrozenMapping({1: (1,)})), "/facts/1", "type", id="a number for a name"),
    pytest.param(with_(Flaw, facts=FrozenMapping({"a": (1.5,)})), "/facts/a/0", "type", id="a float for a value"),
    pytest.param(with_(Flaw, rules=FrozenMapping()), "/rules", "type", id="a mapping for a tuple"),
    pytest.param(Rule("a", Ordered(), "b", CLAUSE), "/when", "type", id="a mapping of another class"),
    pytest.param(with_(Finding, known=Ordered()), "/known", "type", id="facts in a mapping of another class"),
    pytest.param(FrozenMapping({1: True}), "/1", "type", id="a mapping from numbers"),
    pytest.param(FrozenMapping({"a": 0.5}), "/a", "type", id="a mapping to floats"),
    pytest.param(FrozenMapping({"a": Days(1)}), "/a", "type", id="a mapping to days"),
    pytest.param(difference(1.5), "/before", "type", id="a difference from a float"),
    pytest.param(difference({1}), "/before", "type", id="a difference from a set"),
    pytest.param(difference((1, (None, b""))), "/before/1/1", "type", id="a difference from bytes"),
    pytest.param(difference(Both(1, 2)), "/before", "type", id="a difference from a tuple of another class"),
    pytest.param(with_(Evidence, between=Both(1, 2)), "/between", "type", id="bounds of another class"),
    pytest.param(difference({"a": 1}), "/before", "type", id="a difference from a dict"),
    pytest.param(difference([1]), "/before", "type", id="a difference from a list"),
    pytest.param(
        with_(Total, unpublished=["travel"]), "/unpublished", "type", id="a list of texts for a tuple of them"
    ),
    pytest.param(with_(Year, activities=[]), "/activities", "type", id="an empty list for an empty tuple"),
    pytest.param(with_(Flaw, facts=FrozenMapping({"a": [1]})), "/facts/a", "type", id="a list of values"),
    pytest.param(with_(FundingLine, unpublished=(["a", "b"],)), "/unpublished/0", "type", id="a list for a pair"),
    pytest.param(with_(Milestone, on="2019-04-26"), "/on", "type", id="the text of a day for a day"),
    pytest.param(with_(Grant, amount="2000.00"), "/amount", "type", id="the text of money for money"),
    pytest.param(with_(Finding, known={"qts": True}), "/known", "type", id="a dict of facts"),
]
"""Parts of another type than their annotations say, where they are, and as what they are refused."""

OF_ANOTHER_SORT = [
    pytest.param(with_(Hub, name="a\x07"), "/name", "character", id="a bell in a name"),
    pytest.param(with_(Hub, name="a\nb"), "/name", "character", id="a line's end in a name"),
    pytest.param(with_(Hub, name="a\u200b"), "/name", "character", id="a space that nobody sees in a name"),
    pytest.param(with_(Hub, name="a\u034fb"), "/name", "character", id="a mark that nobody sees in a name"),
    pytest.param(with_(Hub, name="\u2800"), "/name", "character", id="a sign that nobody sees for a name"),
    pytest.param(with_(Hub, name="a\ufe0f"), "/name", "character", id="another form of a plain letter"),
    pytest.param(with_(School, name="a\ud800"), "/name", "character", id="half a character in a name"),
    pytest.param(with_(Source, text="a\x00b"), "/text", "character", id="a nought in prose"),
    pytest.param(with_(Problem, message="\u202eabc"), "/message", "character", id="prose written backwards"),
    pytest.param(FrozenMapping({"a\tb": 1}), "/a\\tb", "character", id="a tab in a name of a mapping"),
    pytest.param(
        with_(FundingLine, days=Days(1), rate=Money(2), amount=Money(3)), "/amount", "total", id="a wrong sum"
    ),
    pytest.param(with_(YearAllocation, days=Days(3)), "/days", "total", id="days that are no sum"),
    pytest.param(with_(Year, number=-(10**9) - 1), "/number", "range", id="a number far below nothing"),
]
"""Parts of the right type that cannot be."""

THAT_CANNOT_BE_WRITTEN = [
    pytest.param(difference(nested(20_000)), id="a difference from what is nested without end"),
    pytest.param(with_(Total, labels=Unequal()), id="what breaks when it is held against a default"),
    pytest.param(FrozenMapping({(1,): True}), id="a mapping from tuples"),
]
"""Values that cannot even be written, so that there is no place to name."""


class TestRefusedValues:
    """Values that no document can hold."""

    @pytest.mark.parametrize(("value", "path", "code"), [*OF_ANOTHER_TYPE, *OF_ANOTHER_SORT])
    def test_it_is_refused_where_the_problem_is(self, value: Any, path: str, code: str) -> None:
        """As a document with the same problem would be when it is read; as JSON text it does not go out either."""
        for write in (to_dict, to_json):
            with pytest.raises(InvalidDocument) as refused:
                write(value)
            assert (path, code) in [(problem.path, problem.code) for problem in refused.value.problems]

    @pytest.mark.parametrize("value", [*THAT_CANNOT_BE_WRITTEN, changed(SAMPLES[Assessment], outlook=None)])
    def test_what_cannot_be_written_is_refused(self, value: Any) -> None:
        """Whatever it raises while it is written."""
        with pytest.raises(InvalidDocument) as refused:
            to_dict(value)
        (problem,) = refused.value.problems
        assert ("", "value") == (problem.path, problem.code)
        assert f"<{type(value).__module__}.{type(value).__name__}> holds something" in problem.message

    @pytest.mark.parametrize(
        "odd",
        [
            pytest.param(Unequal(), id="what breaks when it is compared"),
            pytest.param(Hostile(), id="what breaks when it is shown"),
            pytest.param(Hostile, id="a class"),
            pytest.param(object(), id="an object"),
            pytest.param(lambda: None, id="a function"),
            pytest.param(float("nan"), id="no number"),
        ],
    )
    @pytest.mark.parametrize("cls", [pytest.param(cls, id=cls.__name__) for cls in (Hub, Year, Total, Grant, Step)])
    def test_strange_objects_are_refused_wherever_they_are(self, cls: type[Any], odd: object) -> None:
        """In each attribute in turn, by itself and in a tuple, and never with an exception of their own."""
        for name in fields_dict(cls):
            for part in (odd, (odd,), FrozenMapping({"a": odd})):
                try:
                    value = with_(cls, **{name: part})
                except Exception:  # noqa: BLE001 - the class itself refuses it
                    continue
                with pytest.raises(InvalidDocument):
                    to_dict(value)

    def test_all_problems_are_told_at_once(self) -> None:
        """Not only the first."""
        with pytest.raises(InvalidDocument) as refused:
            to_dict(with_(Hub, name="\x00", region="Narnia", leads=(None, SAMPLES[Grant])))
        assert [
            ("/name", "character"),
            ("/region", "option"),
            ("/leads/0", "type"),
            ("/leads/1", "type"),
        ] == [(problem.path, problem.code) for problem in refused.value.problems]

    @pytest.mark.parametrize(
        "value",
        [
            pytest.param(None, id="nothing"),
            pytest.param("text", id="a text"),
            pytest.param(7, id="a number"),
            pytest.param({"id": 1}, id="a dict"),
            pytest.param([SAMPLES[Hub]], id="a list of values"),
            pytest.param(Hub, id="a class"),
            pytest.param(date(2019, 4, 26), id="a day"),
            pytest.param(Limits(), id="limits"),
            pytest.param(Unequal(), id="a strange object"),
        ],
    )
    def test_what_is_no_value_of_the_library_has_no_document(self, value: Any) -> None:
        """That is no problem of a document, but a mistake of the caller."""
        with pytest.raises(InvalidArgument):
            to_dict(value)

    @pytest.mark.parametrize(
        "cls",
        [
            pytest.param(type("Hub", (), {}), id="a class of the same name"),
            pytest.param(type("Hubb", (Hub,), {}), id="a class of a host that is derived from ours"),
            pytest.param(dict, id="a dict"),
            pytest.param(Limits, id="limits"),
        ],
    )
    def test_no_document_is_read_as_what_is_no_class_of_the_library(self, cls: Any) -> None:
        """No other class is near it."""
        with pytest.raises(InvalidArgument) as refused:
            from_dict({}, cls)
        told = (refused.value.problem, refused.value.value, refused.value.allowed, refused.value.nearest)
        said = "a public class of the library itself"
        assert ("no document is read as this", cls.__name__, said, None) == told
