"""Hubs: their names as people spell them, and what they are found by."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import Hub, HubLead, InvalidText, Region, Source
from mastery_programme.hubs import name_key
from tests.oddities import copies, evaluated

CLAUSE = Source("invented", "HUB-1")
HUB = Hub(
    "Norfolk and Suffolk Maths Hub",
    Region.EAST_OF_ENGLAND,
    (
        HubLead("St Anne’s College & School", "Norwich"),
        HubLead("Kesgrave High School", "Ipswich, Suffolk"),
        HubLead("Sea Trust"),
    ),
    CLAUSE,
)


class TestNames:
    """What two spellings of one name have in common."""

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("Norfolk and Suffolk Maths Hub", id="the name"),
            pytest.param("Norfolk and Suffolk", id="without the words at its end"),
            pytest.param("NORFOLK AND SUFFOLK maths HUB", id="another case"),
            pytest.param("  Norfolk   and\tSuffolk \n", id="other spaces"),
            pytest.param("Norfolk\N{NO-BREAK SPACE}and Suffolk", id="a space that keeps words together"),
            pytest.param("Norfolk & Suffolk Maths Hub", id="the sign for and"),
            pytest.param("Norfolk&Suffolk", id="the sign for and without spaces"),
            pytest.param("Nor'folk and Suffolk", id="an apostrophe"),
        ],
    )
    def test_case_spaces_apostrophes_and_the_sign_for_and_do_not_matter(self, name: str) -> None:
        """Every such spelling is the same name."""
        assert name_key(HUB.name) == name_key(name)

    @pytest.mark.parametrize("sign", ["'", "’", "‘", "ʼ", "`", "´"])
    def test_every_apostrophe_is_forgiven(self, sign: str) -> None:
        """Typed, curly, modifier or accent, it is left out."""
        assert name_key("St Helens") == name_key(f"St Helen{sign}s")

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("Norfolk", id="a part"),
            pytest.param("Norfolk and Suffolk Hub", id="other words at its end"),
            pytest.param("Norfolk and Suffolk Maths Hub 2", id="more words after its end"),
            pytest.param("Maths Hub Norfolk and Suffolk", id="the words at its beginning"),
            pytest.param("Suffolk and Norfolk", id="another order"),
            pytest.param("NorfolkandSuffolk", id="no spaces"),
            pytest.param("Norfolk, Suffolk", id="a comma"),
            pytest.param("", id="empty"),
            pytest.param("Maths Hub", id="the words at its end alone"),
        ],
    )
    def test_anything_else_does_matter(self, name: str) -> None:
        """A name is otherwise taken exactly."""
        assert name_key(HUB.name) != name_key(name)

    def test_names_that_differ_in_a_word_stay_distinct(self) -> None:
        """Two hubs of one city are two."""
        assert name_key("London Central and NW") != name_key("London Central and West")

    @given(st.text(max_size=40))
    def test_the_key_of_a_key_is_itself(self, name: str) -> None:
        """A name made plain is plain, unless it ends in the words that fall away once more."""
        key = name_key(name)

        assert key == name_key(key) or key.endswith("maths hub")

    @pytest.mark.parametrize("length", [201, 10_000_000])
    def test_a_longer_name_than_any_is_no_name(self, length: int) -> None:
        """What is too long to be a name is not read."""
        assert ("x" * 200, "") == (name_key("x" * 200), name_key("x" * length))


class TestFinding:
    """What a hub is found by."""

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("suffolk maths", id="its name"),
            pytest.param("folk & suff", id="across the sign for and"),
            pytest.param("EAST OF", id="its region"),
            pytest.param("st annes college and", id="an organisation"),
            pytest.param("kesgrave", id="the second organisation"),
            pytest.param("sea trust", id="an organisation without a town"),
            pytest.param("norwich", id="a town"),
            pytest.param("ipswich, suffolk", id="a town with its county"),
            pytest.param("  Norwich ", id="spaces about it"),
        ],
    )
    def test_any_part_of_a_name_finds_it(self, text: str) -> None:
        """Hub, region, organisation or town, as people spell them."""
        assert HUB.mentions(text)

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("london", id="another region"),
            pytest.param("norwich ipswich", id="two towns in one"),
            pytest.param("suffolk hub", id="words that stand apart"),
            pytest.param("None", id="a town that is not printed"),
            pytest.param("HUB-1", id="a clause"),
            pytest.param("norwich" * 2_000_000, id="ten million characters"),
        ],
    )
    def test_nothing_else_does(self, text: str) -> None:
        """What stands in none of its names does not find it."""
        assert not HUB.mentions(text)

    @pytest.mark.parametrize("text", [None, 3, b"North", ["North"]])
    def test_what_is_no_text_is_refused(self, text: Any) -> None:
        """It is not taken for a text that nothing mentions."""
        with pytest.raises(InvalidText):
            HUB.mentions(text)


class TestValue:
    """Hubs, their leads and regions are values."""

    def test_it_reads_as_its_name(self) -> None:
        """A hub is its name, a lead its organisation and town, a region what the document calls it."""
        assert "Norfolk and Suffolk Maths Hub" == str(HUB)
        assert ["St Anne’s College & School, Norwich", "Sea Trust"] == [str(HUB.leads[0]), str(HUB.leads[2])]
        assert ("East of England", "Region.EAST_OF_ENGLAND") == (str(HUB.region), repr(HUB.region))
        assert HUB.region == "East of England"

    def test_it_names_its_lead_organisations_in_order(self) -> None:
        """The organisations stand as the document lists them."""
        assert ("St Anne’s College & School", "Kesgrave High School", "Sea Trust") == HUB.lead_organisations

    @pytest.mark.parametrize("value", [HUB, *HUB.leads, *Region], ids=str)
    def test_it_comes_back_from_repr_pickle_and_copy(self, value: Any) -> None:
        """The repr evaluates back, and a pickle or a copy is equal."""
        assert value == evaluated(repr(value))
        assert {value} == set(copies(value))

    def test_a_town_that_is_not_printed_is_not_in_the_repr(self) -> None:
        """The repr leaves out what is not stated."""
        assert "HubLead(organisation='Sea Trust')" == repr(HubLead("Sea Trust"))
