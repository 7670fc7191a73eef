"""Every clause of the Cohort 4 document: held in order, in our words, and either in effect or accounted for."""

import pytest

from mastery_programme import SECONDARY_COHORT_4, Document, Source

PROGRAMME = SECONDARY_COHORT_4
(DOCUMENT,) = PROGRAMME.documents

CLAUSES = (
    *("INT-1", "INT-2"),
    *("PAR-1", "PAR-2", "PAR-3", "PAR-4", "PAR-5", "PAR-6", "PAR-7", "PAR-8", "PAR-9", "PAR-10", "PAR-11", "PAR-12"),
    *("BEN-1", "BEN-2"),
    *("ELI-0", "ELI-E1", "ELI-E2", "ELI-E3", "ELI-E4", "ELI-E5", "ELI-E6", "ELI-E7", "ELI-E8"),
    *("ELI-D1", "ELI-D2", "ELI-D3", "ELI-D4", "ELI-D5", "ELI-D6"),
    *("EXP-1", "EXP-2", "EXP-3", "EXP-4"),
    *("FUN-1", "FUN-2", "FUN-3", "FUN-4", "FUN-5", "FUN-6"),
    *("APP-1", "APP-2", "APP-3", "APP-4", "APP-5"),
    *("FRM-1", "FRM-2", "FRM-3", "FRM-4", "FRM-5", "FRM-6", "FRM-7", "FRM-8", "FRM-9"),
    "HUB-1",
)
"""Every statement of the document that carries a rule, a number, a date, a duty or a name, in its order."""

INFORMATION_ONLY = frozenset({"BEN-1"})
"""Clauses that state nothing to be applied: what a school can expect."""

HEADINGS = {
    "INT": "Secondary Mastery Specialist Programme",
    "PAR": "What will participation in the programme involve?",
    "BEN": "What are the benefits of participating in the programme?",
    "ELI": "Who can apply?",
    "EXP": "What are the expectations of participating schools?",
    "FUN": "What is the funding for the programme?",
    "APP": "How do schools apply to take part?",
    "FRM": "Application to participate in Secondary Mastery Specialist Programme",
    "HUB": "Appendix: Names of Maths Hubs and lead schools/colleges",
}
"""The printed heading over the clauses of each name; two of the clauses about applying stand on the form itself."""

ON_THE_FORM = frozenset({"APP-4", "APP-5"})

OPEN_QUESTIONS = {
    "OPEN-1": ("FUN-3", "PAR-10"),
    "OPEN-2": ("FUN-4",),
    "OPEN-3": ("PAR-5",),
    "OPEN-4": ("PAR-12", "EXP-3", "FUN-5", "FUN-6"),
    "OPEN-5": ("FUN-5",),
    "OPEN-6": ("FRM-4", "ELI-D3"),
    "OPEN-7": ("ELI-E2",),
    "OPEN-8": ("PAR-10", "PAR-11"),
    "OPEN-9": ("APP-1", "APP-3"),
    "OPEN-10": ("ELI-D1", "ELI-D2", "ELI-D3", "ELI-D4", "ELI-D5", "ELI-D6"),
    "OPEN-11": ("INT-1",),
    "OPEN-12": ("ELI-D3",),
    "OPEN-13": ("APP-1",),
    "OPEN-14": ("PAR-11",),
    "OPEN-15": ("FUN-5",),
    "OPEN-16": ("FUN-6",),
    "OPEN-17": ("ELI-D1", "FRM-4"),
}
"""The doubts that the document leaves, each with the clauses that leave it."""


def in_effect() -> set[str]:
    """The clauses cited by something that has an effect; an open question has none."""
    return {source.clause for where, source in PROGRAMME.citations() if not where.startswith("open question ")}


class TestTheDocument:
    def test_it_holds_every_clause_in_order(self) -> None:
        """The ids are the vocabulary of all citations."""
        assert CLAUSES == tuple(one.clause for one in DOCUMENT.clauses)

    def test_it_is_one_document_with_a_title(self) -> None:
        """Every clause says of which document it is."""
        assert {"secondary-2019"} == {DOCUMENT.id, *(one.document for one in DOCUMENT.clauses)}
        title = "Secondary Mastery Specialist Programme, 2019/20 Cohort 4: information and application"
        assert (title, title) == (DOCUMENT.title, str(DOCUMENT))

    @pytest.mark.parametrize("source", DOCUMENT.clauses, ids=lambda source: source.clause)
    def test_a_clause_has_the_printed_heading_and_a_text_of_our_own(self, source: Source) -> None:
        """The heading is the document's, and the text says something, as a sentence."""
        form = source.clause in ON_THE_FORM
        assert HEADINGS["FRM" if form else source.clause[:3]] == source.heading
        assert len(source.text.split()) > 4
        assert source.text.endswith(".")
        assert f"{source.clause}, {source.heading}" == str(source)

    def test_no_two_clauses_say_the_same(self) -> None:
        """Each statement is one clause."""
        assert len(CLAUSES) == len({source.text for source in DOCUMENT.clauses})

    def test_a_clause_without_a_heading_reads_as_its_id(self) -> None:
        """The text of a source needs no heading."""
        assert ("PAR-2", "A guide") == (str(Source("guide", "PAR-2")), str(Document("guide", "A guide", ())))


class TestCoverage:
    @pytest.mark.parametrize("clause", [one for one in CLAUSES if one not in INFORMATION_ONLY])
    def test_a_clause_is_in_effect(self, clause: str) -> None:
        """Nothing that the document states is forgotten."""
        assert clause in in_effect()

    def test_what_is_information_only_has_no_effect(self) -> None:
        """It is there to be read, and nothing claims to rest on it."""
        assert not INFORMATION_ONLY & in_effect()
        assert set(CLAUSES) >= INFORMATION_ONLY

    def test_nothing_is_cited_that_is_no_clause(self) -> None:
        """Every citation leads to the document."""
        assert in_effect() <= set(CLAUSES)


class TestOpenQuestions:
    def test_every_doubt_stands_in_order_with_its_clauses(self) -> None:
        """All 17 of them, each with the clauses that leave the doubt."""
        assert OPEN_QUESTIONS == {
            one.id: tuple(source.clause for source in one.sources) for one in PROGRAMME.open_questions
        }
        assert [f"OPEN-{number}" for number in range(1, 18)] == [one.id for one in PROGRAMME.open_questions]

    @pytest.mark.parametrize("id", OPEN_QUESTIONS)
    def test_a_doubt_has_a_question_and_a_reading(self, id: str) -> None:
        """What is open is asked, and how this edition reads it is stated."""
        (one,) = (one for one in PROGRAMME.open_questions if one.id == id)
        assert one.question.endswith("?")
        assert one.reading.endswith(".")
        assert one.sources
