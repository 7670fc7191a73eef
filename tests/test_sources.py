"""Sources: the clause on which every number and every rule rests."""

from typing import Any

import pytest

from mastery_programme import Document, InvalidText, Source
from tests.oddities import HUGE, Hostile, copies, evaluated

CLAUSE = Source("secondary-2019", "PAR-3", "What will the days be?", "Fifteen days.")

NO_TEXTS = [
    pytest.param(None, id="nothing at all"),
    pytest.param(3, id="a number"),
    pytest.param(HUGE, id="a million digits"),
    pytest.param(True, id="yes"),
    pytest.param(b"PAR-3", id="bytes"),
    pytest.param(["PAR-3"], id="a list"),
    pytest.param(Hostile(), id="what breaks when it is shown"),
]
BLANK = [pytest.param("", id="empty"), pytest.param(" \t\n", id="blank")]


class TestBuilding:
    """A clause says where it stands."""

    def test_document_and_clause_are_enough(self) -> None:
        """Heading and words may be left out, and are empty then."""
        source = Source("secondary-2019", "PAR-3")

        assert ("secondary-2019", "PAR-3", "", "") == (source.document, source.clause, source.heading, source.text)

    @pytest.mark.parametrize("value", [*NO_TEXTS, *BLANK])
    def test_without_a_document_or_a_clause_it_is_refused(self, value: Any) -> None:
        """Both ids say something, or the source cites nothing."""
        with pytest.raises(InvalidText, match="document or clause"):
            Source(value, "PAR-3")
        with pytest.raises(InvalidText, match="document or clause"):
            Source("secondary-2019", value)

    @pytest.mark.parametrize("value", NO_TEXTS)
    def test_heading_and_words_are_text(self, value: Any) -> None:
        """What is no text is no heading and no words."""
        with pytest.raises(InvalidText, match="words of a clause"):
            Source("secondary-2019", "PAR-3", value)
        with pytest.raises(InvalidText, match="words of a clause"):
            Source("secondary-2019", "PAR-3", "", value)


class TestValue:
    """Sources and documents are values."""

    def test_a_source_reads_as_its_clause_and_heading(self) -> None:
        """The heading follows where there is one."""
        assert ["PAR-3, What will the days be?", "PAR-3"] == [str(CLAUSE), str(Source("secondary-2019", "PAR-3"))]

    def test_a_document_reads_as_its_title(self) -> None:
        """Its clauses are told apart."""
        assert "The call" == str(Document("secondary-2019", "The call", (CLAUSE,)))

    @pytest.mark.parametrize("value", [CLAUSE, Source("a", "b"), Document("a", "A", (CLAUSE,))], ids=str)
    def test_it_comes_back_from_repr_pickle_and_copy(self, value: Any) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        assert value == evaluated(repr(value))
        assert {value} == set(copies(value))

    def test_the_repr_leaves_out_what_is_not_stated(self) -> None:
        """A heading that is not given is not told."""
        assert "Source(document='a', clause='b')" == repr(Source("a", "b"))
        assert "Source(document='a', clause='b', text='c')" == repr(Source("a", "b", text="c"))

    def test_every_part_of_it_counts(self) -> None:
        """Sources that differ in one part differ."""
        assert 5 == len(
            {Source("a", "b"), Source("b", "b"), Source("a", "a"), Source("a", "b", "c"), Source("a", "b", "", "c")}
        )

    @pytest.mark.parametrize("name", ["document", "text", "anything"])
    def test_it_never_changes(self, name: str) -> None:
        """No attribute of a source can be set, deleted or added."""
        source = Source("a", "b")
        with pytest.raises(AttributeError):
            setattr(source, name, "z")
        with pytest.raises(AttributeError):
            delattr(source, name)

        assert Source("a", "b") == source
