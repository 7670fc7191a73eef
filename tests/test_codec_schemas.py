"""JSON Schemas: what is read validates, and what a schema can refuse is refused by both.

The schemas that hosts ask for most are stored in the documentation. Where a change of them is meant, renew them from
the root of the project, and read the difference before it goes in:

    python -m tests.test_codec_schemas
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from mastery_programme import (
    SECONDARY_COHORT_4,
    Allocation,
    Application,
    ApplicationForm,
    Assessment,
    Case,
    Evidence,
    FrozenMapping,
    FundingStatement,
    InvalidArgument,
    InvalidDocument,
    Judgement,
    Outlook,
    Outstanding,
    Programme,
    PublishedTotal,
    Ruleset,
    Waiver,
    YesNo,
    allocate,
    assess_facts,
    fund,
)
from mastery_programme.codec import Limits, from_dict, json_schema, to_dict
from tests.changed_editions import CRITERION, changed
from tests.codec_editions import EDITIONS_OF_ALL_KINDS, made_up_criterion, small
from tests.codec_mutations import Mutation, impossible_everywhere, mutations_of
from tests.codec_strategies import STRATEGIES
from tests.samples import samples
from tests.test_codec_cases import SMALL_CASE
from tests.test_codec_round_trip import STEADY

STORED = Path(__file__).parent.parent / "docs" / "schemas"
STORED_CLASSES = (
    *(Application, Judgement, Waiver, Case, Programme, Ruleset, Allocation, FundingStatement, Assessment),
)
"""The classes whose schemas stand in the documentation."""

SAMPLES: dict[type[Any], Any] = samples()
EXCEPT_ASSESSMENTS = [cls for cls in STRATEGIES if cls is not Assessment]

_FORM = SECONDARY_COHORT_4.form
assert _FORM is not None
_WALKS = EDITIONS_OF_ALL_KINDS[7]
SMALL: dict[type[Any], Any] = {
    Programme: changed(small(*_WALKS.years[0].activities, id="s", criteria=(made_up_criterion(),)), milestones=()),
    ApplicationForm: changed(
        _FORM, fields=_FORM.fields[:2], readings=_FORM.readings[:2], establishments=_FORM.establishments[:1]
    ),
    Allocation: allocate(_WALKS),
    FundingStatement: fund(_WALKS),
    Outlook: assess_facts(small(id="s", criteria=(CRITERION,)), {}).outlook,
    Outstanding: changed(SAMPLES[Outstanding], form=SAMPLES[Outstanding].form[:1]),
    Assessment: SMALL_CASE.assess(),
}
"""Smaller values for those of the samples of which the documents are large, and much alike in many places."""

KINDS_OF_MUTATIONS = {
    *("type", "enum", "const", "pattern", "maxLength", "required", "additionalProperties"),
    *("propertyNames", "minProperties", "maxProperties", "items", "minItems", "maxItems", "minimum", "maximum"),
    *("uniqueItems", "oneOf"),
}

REFUSED: Counter[str] = Counter()
"""How many changes of each kind were tried and refused by the schema."""


def each_class(classes: Any) -> pytest.MarkDecorator:
    """A test once for each class."""
    return pytest.mark.parametrize("cls", [pytest.param(cls, id=cls.__name__) for cls in classes])


_VALIDATORS: dict[type[Any], Draft202012Validator] = {}


def validator(cls: type[Any]) -> Draft202012Validator:
    """What validates documents of a class."""
    if cls not in _VALIDATORS:
        _VALIDATORS[cls] = Draft202012Validator(json_schema(cls))
    return _VALIDATORS[cls]


def references(schema: Any) -> list[str]:
    """Every reference in a schema."""
    if isinstance(schema, list):
        return [found for part in schema for found in references(part)]
    if not isinstance(schema, dict):
        return []
    inner = [found for part in schema.values() for found in references(part)]
    return [schema["$ref"], *inner] if isinstance(schema.get("$ref"), str) else inner


def is_read(document: Any, cls: type[Any]) -> bool:
    """Whether a document is read, under the edition of the samples."""
    try:
        from_dict(document, cls, limits=Limits(length=10**6, width=20_000, values=10**5))
    except InvalidDocument:
        return False
    return True


def as_text(cls: type[Any]) -> str:
    """The schema of a class as it is stored."""
    return json.dumps(json_schema(cls), ensure_ascii=True, indent=1) + "\n"


def renew(folder: Path) -> None:
    """Store the schemas in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for cls in STORED_CLASSES:
        (folder / f"{cls.__name__}.json").write_text(as_text(cls), encoding="utf-8")


class TestSchemas:
    """The schema of every public class."""

    @each_class(STRATEGIES)
    def test_it_is_a_schema_of_the_draft(self, cls: type[Any]) -> None:
        """It names the draft, and itself by class and version of the format."""
        schema = json_schema(cls)
        Draft202012Validator.check_schema(schema)
        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
        assert f"urn:mastery-programme:format-1:{cls.__name__}" == schema["$id"]

    @each_class(EXCEPT_ASSESSMENTS)
    def test_its_title_is_the_name_of_the_class(self, cls: type[Any]) -> None:
        """As people look for it."""
        assert cls.__name__ == json_schema(cls)["title"]

    @each_class(STRATEGIES)
    def test_every_reference_leads_somewhere_and_nothing_is_shared_in_vain(self, cls: type[Any]) -> None:
        """All that is referred to stands in the schema itself, so that nothing is fetched."""
        schema = json_schema(cls)
        shared = {f"#/$defs/{name}" for name in schema.get("$defs", {})}
        assert shared == set(references(schema))
        assert {} not in schema.get("$defs", {}).values()

    @each_class(STRATEGIES)
    def test_every_document_validates(self, cls: type[Any]) -> None:
        """Whatever the value."""

        @settings(STEADY, max_examples=10)
        @given(value=STRATEGIES[cls])
        def validates(value: Any) -> None:
            validator(cls).validate(to_dict(value))

        validates()

    @each_class(SAMPLES)
    def test_every_sample_validates(self, cls: type[Any]) -> None:
        """Also the largest; and with the version left out."""
        document = to_dict(SAMPLES[cls])
        validator(cls).validate(document)
        if isinstance(document, dict) and cls is not FrozenMapping:
            validator(cls).validate({key: value for key, value in document.items() if key != "format"})

    def test_a_schema_is_the_callers_own(self) -> None:
        """Whatever the caller does with it changes no other."""
        schema, before = json_schema(Application), json.dumps(json_schema(Application))
        schema["$defs"].clear()
        schema["properties"].clear()
        schema["required"].append("anything")
        assert before == json.dumps(json_schema(Application))

    @pytest.mark.parametrize(
        "cls",
        [
            pytest.param(None, id="nothing"),
            pytest.param("Application", id="a name"),
            pytest.param(dict, id="a class of Python"),
            pytest.param(Limits, id="limits"),
        ],
    )
    def test_there_is_none_of_what_is_no_public_class(self, cls: Any) -> None:
        """That is a mistake of the caller."""
        with pytest.raises(InvalidArgument):
            json_schema(cls)

    def test_it_is_closed_and_in_order(self) -> None:
        """The keys stand as in the class, after the version; no other is allowed."""
        schema = json_schema(Judgement)
        assert ["format", "fact", "holds", "by", "on", "note"] == list(schema["properties"])
        assert (["fact", "holds", "by", "on"], False) == (schema["required"], schema["additionalProperties"])
        assert {"const": 1} == schema["properties"]["format"]

    def test_the_kind_of_a_fact_is_stated(self) -> None:
        """So that facts can be told apart by the schema too."""
        assert {"enum": ["yes-no"]} == json_schema(YesNo)["properties"]["kind"]
        assert ["kind", "ask"] == json_schema(YesNo)["required"]


class TestMutations:
    """Documents with one thing changed."""

    @each_class(EXCEPT_ASSESSMENTS)
    def test_what_the_schema_refuses_is_refused_and_what_is_read_validates(self, cls: type[Any]) -> None:
        """So the two agree in whatever a schema can say."""
        document = to_dict(SMALL[cls] if cls in SMALL else SAMPLES[cls] if cls in SAMPLES else _one_of(cls))
        assert is_read(document, cls)
        disagree: list[Mutation] = []
        found = 0
        for mutation in mutations_of(json_schema(cls), document):
            found += 1
            if not validator(cls).is_valid(mutation.document):
                REFUSED[mutation.kind] += 1
                if is_read(mutation.document, cls):
                    disagree.append(mutation)
        assert [] == [(one.kind, one.path) for one in disagree]
        assert found > 5

    @each_class(EXCEPT_ASSESSMENTS)
    def test_what_can_stand_nowhere_is_refused_by_both(self, cls: type[Any]) -> None:
        """Nothing of this is taken from the schema, which could have forgotten to say it."""
        document = to_dict(SMALL[cls] if cls in SMALL else SAMPLES[cls] if cls in SAMPLES else _one_of(cls))
        found = {
            (mutation.kind, mutation.path, by)
            for mutation in impossible_everywhere(document)
            for by, taken in (
                ("schema", validator(cls).is_valid(mutation.document)),
                ("codec", is_read(mutation.document, cls)),
            )
            if taken
        }
        assert set() == found

    def test_every_kind_of_change_was_refused(self) -> None:
        """Else the test above would hold by trying nothing."""
        if len(REFUSED) < len(KINDS_OF_MUTATIONS):  # this test is run by itself
            for cls in (Application, Ruleset, FrozenMapping, Programme, PublishedTotal, Case, Evidence):
                self.test_what_the_schema_refuses_is_refused_and_what_is_read_validates(cls)
        assert KINDS_OF_MUTATIONS == REFUSED.keys()

    def test_assessments_are_described_as_strictly(self) -> None:
        """They are not read, but whoever receives one can check it."""
        document = to_dict(SMALL[Assessment])
        kinds = {
            mutation.kind
            for mutation in mutations_of(json_schema(Assessment), document)
            if not validator(Assessment).is_valid(mutation.document)
        }
        assert {"type", "enum", "const", "pattern", "required", "additionalProperties"} <= kinds


def _one_of(cls: type[Any]) -> Any:
    """Any value of a class of which there is no sample."""
    found: list[Any] = []

    @settings(STEADY, max_examples=20)
    @given(value=STRATEGIES[cls])
    def one(value: Any) -> None:
        found.append(value)

    one()
    return found[-1]


class TestStoredSchemas:
    """The schemas in the documentation."""

    @each_class(STORED_CLASSES)
    def test_it_is_what_the_library_says(self, cls: type[Any]) -> None:
        """To the letter."""
        stored = (STORED / f"{cls.__name__}.json").read_text(encoding="utf-8")
        assert as_text(cls) == stored, "if the schema should change, run: python -m tests.test_codec_schemas"

    def test_no_others_are_stored(self) -> None:
        """One that is not compared would grow old."""
        assert {f"{cls.__name__}.json" for cls in STORED_CLASSES} == {path.name for path in STORED.iterdir()}

    def test_renewing_stores_what_is_compared(self, tmp_path: Path) -> None:
        """The files that the command writes are those that are read."""
        renew(tmp_path / "schemas")
        assert {cls.__name__: as_text(cls) for cls in STORED_CLASSES} == {
            path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "schemas").iterdir()
        }


if __name__ == "__main__":
    renew(STORED)
