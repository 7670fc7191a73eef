"""A host's own converter, once it is taught: values of the library within the host's classes, in every format."""

from collections.abc import Callable
from typing import Any

import pytest
from cattrs.errors import ClassValidationError

from mastery_programme import Application, FrozenMapping, Person
from mastery_programme.codec import InvalidDocument, to_dict
from mastery_programme.codec.catalogue import KINDS
from tests.a_host import EVERY, FORMATS, VISIT, Known, Small, Visit, each, problems, taught
from tests.samples import APPLICATION, CASE, JUDGEMENT, samples


class TestValues:
    """Values that go out and come back."""

    @each(EVERY)
    @pytest.mark.parametrize("detailed", [True, False], ids=["all errors", "the first error"])
    def test_a_hosts_class_comes_back_equal(self, make: Callable[..., Any], detailed: bool) -> None:
        """With everything of the library that it holds."""
        converter = taught(make, detailed_validation=detailed)
        assert VISIT == converter.structure(converter.unstructure(VISIT), Visit)

    @each(FORMATS)
    @pytest.mark.parametrize("detailed", [True, False], ids=["all errors", "the first error"])
    def test_a_hosts_class_comes_back_equal_through_text(self, make: Callable[..., Any], detailed: bool) -> None:
        """Of the format that the converter is for."""
        converter = taught(make, detailed_validation=detailed)
        text = converter.dumps(VISIT)
        assert isinstance(text, str | bytes)
        assert VISIT == converter.loads(text, Visit)

    @each(FORMATS)
    def test_what_is_known_comes_back_equal(self, make: Callable[..., Any]) -> None:
        """As the immutable mapping that it was, with true and 1 told apart."""
        converter = taught(make)
        known: dict[str, bool | int | str] = {"qts": True, "years": 1, "phase": "other"}
        read = converter.loads(converter.dumps(Known(FrozenMapping(known))), Known)
        assert (FrozenMapping, known) == (type(read.known), read.known)
        assert bool is type(read.known["qts"])

    @each(EVERY)
    def test_every_public_value_is_written_as_its_document(self, make: Callable[..., Any]) -> None:
        """And read from it."""
        converter = taught(make)
        for cls, value in samples().items():
            assert to_dict(value) == converter.unstructure(value)
            if cls in KINDS:
                assert value == converter.structure(to_dict(value), cls)

    def test_the_attributes_of_a_host_are_written_as_documents(self) -> None:
        """Within what the host's converter makes of its own class."""
        written = taught().unstructure(VISIT)
        expected = {
            "note": {"text": "seen", "stars": 3},
            "paid": "-200.50",
            "days": "4.5",
            "nights": None,
            "phase": "Middle deemed primary",
            "years": {"first": "2019/20", "second": "2020/21"},
            "judgement": to_dict(JUDGEMENT),
        }
        assert expected == {name: written[name] for name in expected}

    @each(EVERY)
    def test_an_assessment_goes_out(self, make: Callable[..., Any]) -> None:
        """As `to_dict` tells it."""
        assessment = CASE.assess()
        assert to_dict(assessment) == taught(make).unstructure(assessment)

    def test_a_value_that_no_document_can_hold_is_refused(self) -> None:
        """As `to_dict` does."""
        with pytest.raises(InvalidDocument):
            taught().unstructure(Small(Person("\0")))


class TestRefusals:
    """Documents that are refused."""

    @each(EVERY)
    def test_the_problems_of_a_value_are_told_as_its_own(self, make: Callable[..., Any]) -> None:
        """All of them, with where they are in its document."""
        with pytest.raises(InvalidDocument) as caught:
            taught(make).structure({"nmae": "x", "email": 3}, Person)
        assert [("/nmae", "unknown-key"), ("/email", "type")] == problems(caught.value)

    @each(EVERY)
    def test_within_a_hosts_class_the_error_is_as_it_is_if_the_first_is_told(self, make: Callable[..., Any]) -> None:
        """Nothing is wrapped where the host asked for that."""
        with pytest.raises(InvalidDocument) as caught:
            taught(make, detailed_validation=False).structure({"person": {"name": 3}}, Small)
        assert [("/name", "type")] == problems(caught.value)

    @each(dict(list(EVERY.items())[:2]) | FORMATS)
    def test_within_a_hosts_class_the_error_is_in_the_group_of_all(self, make: Callable[..., Any]) -> None:
        """Beside those of the host's other attributes, wherever in it they are."""
        document = taught(make).unstructure(VISIT)
        document |= {"note": {"text": "x", "stars": "x"}, "paid": "1.234", "people": [{"name": 3}, {"name": "x"}, 7]}
        with pytest.raises(ClassValidationError) as caught:
            taught(make, detailed_validation=True).structure(document, Visit)
        found = caught.value.split(InvalidDocument)[0]
        assert found is not None
        assert [("", "money"), ("/name", "type"), ("", "type")] == problems(found)

    def test_documents_are_read_as_strictly_as_by_from_dict(self) -> None:
        """No number becomes a text, and no text a flag."""
        document = to_dict(APPLICATION)
        document["lead_teacher"]["qts"] = "No"
        document["school"]["urn"] = 123456.9
        document["hub"] = None
        document["copied_to_head_teacher"] = 1
        with pytest.raises(InvalidDocument) as caught:
            taught().structure(document, Application)
        paths = ["/school/urn", "/lead_teacher/qts", "/copied_to_head_teacher"]
        assert [(path, "type") for path in paths] == problems(caught.value)
