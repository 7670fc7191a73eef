"""Editions and rulesets as documents: clauses are cited in short, and every flaw is a problem of its own."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import permutations
from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Criterion,
    Days,
    Document,
    FlawedProgramme,
    InvalidDocument,
    Programme,
    Ruleset,
    Source,
)
from mastery_programme.codec import Limits, from_dict, from_json, to_dict, to_json
from tests.changed_editions import changed, small_edition
from tests.samples import TALK

COHORT_4: dict[str, Any] = to_dict(SECONDARY_COHORT_4)
CLAUSES = {clause["clause"]: clause for clause in COHORT_4["documents"][0]["clauses"]}
ASKED = {"kind": "yes-no", "ask": "So?"}
SMALL = small_edition(hubs=(), open_questions=(), milestones=(), documents=SECONDARY_COHORT_4.documents)


def citations(document: Any) -> Iterator[dict[str, Any]]:
    """Every citation in a part of a document."""
    if isinstance(document, dict):
        if "clause" in document:
            yield document
        for part in document.values():
            yield from citations(part)
    elif isinstance(document, list):
        for part in document:
            yield from citations(part)


def in_full(document: Any) -> Any:
    """A part of a document with each citation in full."""
    if isinstance(document, list):
        return [in_full(part) for part in document]
    if not isinstance(document, dict):
        return document
    if "clause" in document:
        return dict(CLAUSES[document["clause"]])
    return {key: in_full(part) for key, part in document.items()}


def with_citation(**words: str) -> dict[str, Any]:
    """The document of Cohort 4 with another citation of what the programme is."""
    document = deepcopy(COHORT_4)
    document["source"] |= words
    return document


def problems_of(read: Callable[[], object]) -> list[tuple[str, str, str]]:
    """The problems for which a document is refused."""
    with pytest.raises(InvalidDocument) as refused:
        read()
    assert 0 == refused.value.more
    return [(problem.path, problem.code, problem.message) for problem in refused.value.problems]


class TestCitations:
    """Clauses, whose words stand once in a document."""

    def test_they_are_cited_in_short(self) -> None:
        """Everywhere but among the documents, where each stands with its words."""
        cited = list(citations({key: part for key, part in COHORT_4.items() if key != "documents"}))
        assert len(SECONDARY_COHORT_4.citations()) == len(cited)
        assert {("document", "clause")} == {tuple(citation) for citation in cited}
        assert {"document": "secondary-2019", "clause": "INT-1"} == COHORT_4["source"]
        clauses = SECONDARY_COHORT_4.documents[0].clauses
        assert [(one.clause, one.heading, one.text) for one in clauses] == [
            (clause["clause"], clause["heading"], clause["text"]) for clause in CLAUSES.values()
        ]

    def test_they_come_back_with_their_words(self) -> None:
        """As the edition's own documents have them."""
        again = from_dict(COHORT_4, Programme)
        assert SECONDARY_COHORT_4.citations() == again.citations()
        assert SECONDARY_COHORT_4.source == again.source

    @pytest.mark.parametrize(
        "keys", [pytest.param(keys, id=" before ".join(keys)) for keys in permutations(("documents", "source", "hubs"))]
    )
    def test_the_order_of_the_keys_does_not_matter(self, keys: tuple[str, ...]) -> None:
        """The documents may come after what cites them."""
        document = {key: COHORT_4[key] for key in (*keys, *(key for key in COHORT_4 if key not in keys))}
        assert SECONDARY_COHORT_4 == from_dict(document, Programme)

    def test_they_may_be_told_in_full(self) -> None:
        """All of them, or some."""
        assert SECONDARY_COHORT_4 == from_dict(in_full(COHORT_4), Programme)
        mixed = {**COHORT_4, "hubs": in_full(COHORT_4["hubs"]), "form": in_full(COHORT_4["form"])}
        assert SECONDARY_COHORT_4 == from_dict(mixed, Programme)

    @pytest.mark.parametrize(
        ("words", "held"),
        [
            pytest.param({"text": "Other words."}, "holds in other words", id="another text"),
            pytest.param({"heading": CLAUSES["INT-1"]["heading"]}, "holds in other words", id="a heading alone"),
            pytest.param({"heading": "", "text": ""}, "holds in other words", id="no words, said to be none"),
            pytest.param({"clause": "INT-99"}, "does not hold", id="a clause that there is not"),
            pytest.param({"document": "primary-2019"}, "does not hold", id="a document that there is not"),
        ],
    )
    def test_one_that_contradicts_the_documents_is_a_flaw(self, words: dict[str, str], held: str) -> None:
        """It is not set right silently."""
        ((path, code, message),) = problems_of(lambda: from_dict(with_citation(**words), Programme))
        assert ("", "flaw") == (path, code)
        assert message.startswith("programme: cites ")
        assert message.endswith(held)

    def test_nothing_is_linked_outside_an_edition(self) -> None:
        """A clause by itself, or in a part by itself, has the words that it is told with; and no other document's."""
        document = {"document": "secondary-2019", "clause": "INT-1"}
        assert Source("secondary-2019", "INT-1") == from_dict(document, Source)
        whole = Document("d", "A title", (Source("secondary-2019", "INT-1", "A heading"),))
        clauses = [{**document, "heading": "A heading"}]
        assert whole == from_dict({"id": "d", "title": "A title", "clauses": clauses}, Document)
        assert Source("secondary-2019", "INT-1") == from_dict(document, Source)

    def test_a_part_by_itself_cites_in_full(self) -> None:
        """Nobody else could know the words."""
        assert CLAUSES["ELI-E1"] == to_dict(SECONDARY_COHORT_4.criterion("ELI-E1"))["source"]
        assert CLAUSES["ELI-E1"] in list(citations(to_dict(SECONDARY_COHORT_4.criteria[0].ruleset)))


class TestFlaws:
    """What contradicts itself."""

    def test_each_flaw_of_an_edition_is_a_problem(self) -> None:
        """In the words and the order in which the edition would refuse to be built."""
        document = deepcopy(COHORT_4)
        document["years"][0]["number"] = 7
        document["cohort"] = 0
        document["published_totals"][0]["total"] = {"days": "14"}
        year = changed(SECONDARY_COHORT_4.years[0], number=7)
        total = changed(SECONDARY_COHORT_4.published_totals[0], total=Days(14))
        with pytest.raises(FlawedProgramme) as refused:
            changed(
                SECONDARY_COHORT_4,
                cohort=0,
                years=(year, *SECONDARY_COHORT_4.years[1:]),
                published_totals=(total, *SECONDARY_COHORT_4.published_totals[1:]),
            )
        told = problems_of(lambda: from_dict(document, Programme))
        assert len(told) > 3
        assert [("", "flaw", flaw) for flaw in refused.value.flaws] == told

    def test_a_flaw_is_looked_for_only_in_what_could_be_read(self) -> None:
        """An edition with a part that is none tells that part, and no contradiction that may come of it."""
        document = {**deepcopy(COHORT_4), "cohort": 0, "title": 7}
        assert [("/title", "type", "7 is not text")] == problems_of(lambda: from_dict(document, Programme))

    def test_each_flaw_of_a_ruleset_is_a_problem(self) -> None:
        """Where the ruleset stands."""
        document = to_dict(TALK)
        document["rules"][1]["when"][0]["fact"] = "trane"
        document["rules"][1]["overrides"] = ["gen"]
        document["rules"][2]["id"] = "general"
        flaws = (
            "the rule id 'general' stands 2 times",
            "rule 'trained' is about an unknown fact 'trane'; the nearest is 'trained'",
            "rule 'trained' overrides an unknown rule 'gen'; the nearest is 'general'",
        )
        assert [("", "flaw", flaw) for flaw in flaws] == problems_of(lambda: from_dict(document, Ruleset))
        criterion = to_dict(SECONDARY_COHORT_4.criteria[0]) | {"ruleset": document}
        del document["format"]
        assert [("/ruleset", "flaw", flaw) for flaw in flaws] == problems_of(lambda: from_dict(criterion, Criterion))

    def test_a_ruleset_of_more_rules_than_anything_has_is_refused(self) -> None:
        """Whatever limits the caller sets."""
        rule = {"id": "a", "when": [], "then": "b", "source": {"document": "d", "clause": "c"}}
        many = Limits(length=10**9, width=10**6, values=10**9)
        some, more = ({**to_dict(TALK), "facts": [], "rules": [rule] * number} for number in (201, 100_001))
        assert [("", "flaw", "more than 100 facts or 200 rules")] == problems_of(
            lambda: from_dict(some, Ruleset, limits=many)
        )
        assert [("", "flaw", "more than 100 facts or 200 rules")] == problems_of(
            lambda: from_dict(more, Ruleset, limits=many)
        )

    @pytest.mark.parametrize(
        ("place", "path"),
        [
            pytest.param("facts", "/facts/3/name", id="a fact of a ruleset"),
            pytest.param("rules", "/rules/1/when/2/fact", id="a condition of a rule"),
        ],
    )
    def test_a_name_that_stands_twice_in_a_list_of_named_things_is_refused(self, place: str, path: str) -> None:
        """Neither of them wins."""
        document = to_dict(TALK)
        pairs = document["facts"] if place == "facts" else document["rules"][1]["when"]
        pairs.append(pairs[0])
        told = problems_of(lambda: from_dict(document, Ruleset))
        assert [(path, "duplicate-key", "the name 'trained' stands twice")] == told

    @pytest.mark.parametrize(
        ("pair", "path", "code"),
        [
            pytest.param({"name": "new"}, "/facts/0/fact", "missing-key", id="no fact"),
            pytest.param({"fact": ASKED}, "/facts/0/name", "missing-key", id="no name"),
            pytest.param(
                {"name": "a", "fact": {"kind": "yes-no", "ask": "b"}, "is": 1},
                "/facts/0/is",
                "unknown-key",
                id="a key more",
            ),
            pytest.param(
                {"name": "", "fact": {"kind": "yes-no", "ask": "b"}}, "/facts/0/name", "empty", id="an empty name"
            ),
            pytest.param(["new", ASKED], "/facts/0", "type", id="a list for a pair"),
        ],
    )
    def test_a_pair_that_is_none_is_refused(self, pair: Any, path: str, code: str) -> None:
        """With the place of what is wrong, and no flaw that may come of it."""
        document = {**to_dict(TALK), "facts": [pair], "rules": []}
        ((at, why, _),) = problems_of(lambda: from_dict(document, Ruleset))
        assert (path, code) == (at, why)


class TestWholeEditions:
    """Editions from end to end."""

    def test_cohort_4_comes_back_under_the_usual_limits(self) -> None:
        """As text, with everything in it."""
        text = to_json(SECONDARY_COHORT_4)
        again = from_json(text, Programme)
        assert len(text.encode()) < Limits().length // 2
        assert (SECONDARY_COHORT_4, SECONDARY_COHORT_4.facts, SECONDARY_COHORT_4.hubs) == (
            again,
            again.facts,
            again.hubs,
        )

    def test_an_edition_without_a_form_or_hubs_comes_back(self) -> None:
        """What has its default is left out."""
        document = to_dict(SMALL)
        assert "form" not in document
        assert [] == document["hubs"]
        assert SMALL == from_dict(document, Programme)
