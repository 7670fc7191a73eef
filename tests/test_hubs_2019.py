"""The 35 hubs of 2019, against the appendix as printed, and how they are looked up."""

from typing import Any

import pytest

from mastery_programme import (
    SECONDARY_COHORT_4,
    Hub,
    HubLead,
    InvalidText,
    Region,
    UnknownHub,
)
from tests.changed_editions import changed

HUB_CLAUSE = SECONDARY_COHORT_4.clause("HUB-1")

# What stands in the appendix: by region, each hub with its organisations and their towns.
PRINTED: dict[str, list[tuple[str, list[tuple[str, str | None]]]]] = {
    "South West": [
        ("Cornwall and West Devon", [("Truro and Penwith College", None)]),
        ("Jurassic", [("The Woodroffe School", "Lyme Regis")]),
        ("Boolean", [("Cabot Learning Federation", "Bristol"), ("Ashley Down Primary School", "Bristol")]),
        ("GLOW", [("Balcarras Teaching School", "Cheltenham")]),
    ],
    "West Midlands": [
        ("Central", [("Bishop Challoner Catholic College", "Birmingham")]),
        ("Salop and Herefordshire", [("The Priory School", "Shrewsbury")]),
        ("North Mids and Peaks", [("Painsley Catholic College", "Cheadle, Staffordshire")]),
    ],
    "North West": [
        ("North West One", [("Altrincham Grammar School for Girls", None)]),
        ("North West Two", [("Ashton on Mersey School", "Manchester")]),
        ("North West Three", [("St Helen’s Teaching School Alliance", None)]),
        ("North North West", [("Lancaster Royal Grammar School", None)]),
    ],
    "North East": [
        ("Great North", [("North Tyneside Learning Trust", None)]),
        ("Archimedes NE", [("Carmel College", "Darlington")]),
    ],
    "Yorkshire and the Humber": [
        ("Yorkshire Ridings", [("Harrogate Grammar School", None)]),
        ("West Yorkshire", [("Trinity Academy", "Halifax")]),
        ("Yorkshire and the Humber", [("Outwood Grange Academies Trust", "Wakefield")]),
        ("South Yorkshire", [("Notre Dame High School", "Sheffield")]),
    ],
    "East Midlands": [
        ("East Midlands West", [("George Spencer Academy & Technology College", "Stapleford, Nottinghamshire")]),
        ("East Midlands East", [("The Minster School", "Southwell, Nottinghamshire")]),
        ("East Midlands South", [("Beauchamp College", "Oadby, Leicestershire")]),
    ],
    "East of England": [
        ("Enigma", [("Denbigh School", "Milton Keynes")]),
        ("Cambridge", [("Comberton Village College", "Cambridge")]),
        (
            "Matrix Essex and Herts",
            [("The Hertfordshire and Essex High School & Science College", "Bishop’s Stortford")],
        ),
        ("Norfolk and Suffolk", [("Sir Isaac Newton Sixth Form", "Norwich"), ("Kesgrave High School", "Ipswich")]),
    ],
    "South East": [
        ("Bucks, Berks and Oxon", [("Wycombe High School", "High Wycombe")]),
        ("Surrey Plus", [("St John the Baptist Catholic Comprehensive School", "Woking")]),
        ("Solent", [("The Mary Rose Academy", "Portsmouth")]),
        ("Sussex", [("St Paul’s Catholic College", "Burgess Hill")]),
        ("Kent and Medway", [("Sir Joseph Williamson’s Mathematical School", "Rochester")]),
    ],
    "London": [
        ("London North East", [("Elmhurst Primary School", "Newham")]),
        ("London Central and NW", [("The St. Marylebone CE School", "Westminster")]),
        ("London Central and West", [("Fox Primary School", "Kensington & Chelsea")]),
        (
            "London South West",
            [("Belleville Primary School", "Wandsworth"), ("Chesterton Primary School", "Wandsworth")],
        ),
        ("London Thames", [("Harris Federation", "Croydon")]),
        ("London South East", [("Redriff Primary School", "Southwark"), ("City of London Academy", "Southwark")]),
    ],
}


def short(hubs: tuple[Hub, ...]) -> list[str]:
    """The names of hubs without the words that all of them have."""
    return [hub.name.removesuffix(" Maths Hub") for hub in hubs]


def made(*names: str) -> tuple[Hub, ...]:
    """Hubs of these names."""
    return tuple(Hub(name, Region.LONDON, (HubLead("A school"),), HUB_CLAUSE) for name in names)


class TestTheList:
    def test_it_is_the_appendix(self) -> None:
        """Every hub stands in its region, with its organisations and towns, in the order of the appendix."""
        printed = [(f"{name} Maths Hub", region, leads) for region, hubs in PRINTED.items() for name, leads in hubs]
        assert printed == [
            (hub.name, str(hub.region), [(lead.organisation, lead.town) for lead in hub.leads])
            for hub in SECONDARY_COHORT_4.hubs
        ]

    def test_there_are_35_hubs_in_9_regions(self) -> None:
        """The document says how many, and each cites it."""
        assert (35, 9) == (len(SECONDARY_COHORT_4.hubs), len({hub.region for hub in SECONDARY_COHORT_4.hubs}))
        assert {HUB_CLAUSE} == {hub.source for hub in SECONDARY_COHORT_4.hubs}

    def test_the_regions_are_those_of_the_document(self) -> None:
        """A region is a term, and its text is the document's name for it."""
        assert list(PRINTED) == [str(region) for region in Region]
        assert {Region} == {type(hub.region) for hub in SECONDARY_COHORT_4.hubs}

    def test_names_stay_apart_after_case_folding(self) -> None:
        """No two hubs can be taken for one another."""
        assert len({hub.name.casefold() for hub in SECONDARY_COHORT_4.hubs}) == 35

    def test_a_hub_reads_as_its_name_and_a_lead_with_its_town(self) -> None:
        """The text of a hub is its name; of a lead, what the document prints."""
        hub = SECONDARY_COHORT_4.hub("Norfolk and Suffolk")
        assert str(hub) == "Norfolk and Suffolk Maths Hub"
        assert ["Sir Isaac Newton Sixth Form, Norwich", "Kesgrave High School, Ipswich"] == list(map(str, hub.leads))
        assert ("Sir Isaac Newton Sixth Form", "Kesgrave High School") == hub.lead_organisations
        assert str(SECONDARY_COHORT_4.hub("Great North").leads[0]) == "North Tyneside Learning Trust"


class TestByName:
    @pytest.mark.parametrize("hub", SECONDARY_COHORT_4.hubs, ids=str)
    def test_each_hub_answers_to_its_name(self, hub: Hub) -> None:
        """With and without "Maths Hub", in any case, with spaces about."""
        name = hub.name.removesuffix(" Maths Hub")
        for spelling in (
            hub.name,
            name,
            name.upper(),
            f"  {name.lower()}\t maths\n hub ",
            name.replace(" and ", " & "),
        ):
            assert hub is SECONDARY_COHORT_4.hub(spelling)

    @pytest.mark.parametrize(
        ("spelling", "name"),
        [
            pytest.param(" north west  three", "North West Three", id="spaces and case"),
            pytest.param("Norfolk&Suffolk", "Norfolk and Suffolk", id="the sign for and, without spaces"),
            pytest.param("BUCKS, BERKS & OXON MATHS HUB", "Bucks, Berks and Oxon", id="the sign for and"),
            pytest.param("London Central & NW", "London Central and NW", id="one of two that are much alike"),
            pytest.param("London Central and West", "London Central and West", id="the other of the two"),
        ],
    )
    def test_what_people_vary_does_not_matter(self, spelling: str, name: str) -> None:
        """Case, spaces, the sign for "and" and the words "Maths Hub" are forgiven."""
        assert [name] == short((SECONDARY_COHORT_4.hub(spelling),))

    @pytest.mark.parametrize(
        "spelling", ["St Helens", "st helen's", "St Helen’s", "St Helen‘s", "St Helenʼs Maths Hub"]
    )
    def test_any_apostrophe_will_do(self, spelling: str) -> None:
        """Typewriter's, printer's, or none."""
        programme = changed(SECONDARY_COHORT_4, hubs=made("St Helen’s Maths Hub", "St Helena Maths Hub"))
        assert programme.hub(spelling).name == "St Helen’s Maths Hub"

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("North West", id="part of several names"),
            pytest.param("Yorkshire", id="part of a name"),
            pytest.param("North West Three Hub", id="not all of the ending"),
            pytest.param("North West Three Maths Hubs", id="another ending"),
            pytest.param("North West Three Maths Hub Maths Hub", id="the ending twice"),
            pytest.param("Maths Hub North West Three", id="the ending in front"),
            pytest.param("NorthWest Three", id="a space missing"),
            pytest.param("North-West Three", id="a hyphen"),
            pytest.param("London Central", id="what two hubs have in common"),
            pytest.param("Yorkshire & Humber", id="a word missing"),
            pytest.param("St Helen’s Teaching School Alliance", id="the lead, not the hub"),
            pytest.param("Maths Hub", id="the ending alone"),
            pytest.param("   ", id="only spaces"),
            pytest.param("'", id="only an apostrophe"),
        ],
    )
    def test_beyond_that_a_name_is_taken_exactly(self, name: str) -> None:
        """No hub is guessed."""
        with pytest.raises(UnknownHub):
            SECONDARY_COHORT_4.hub(name)


class TestByText:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            pytest.param("st helen's", ["North West Three"], id="a lead, with a typewriter's apostrophe"),
            pytest.param("St Helen’s", ["North West Three"], id="a lead, with a printer's apostrophe"),
            pytest.param("HARRIS FED", ["London Thames"], id="part of a lead's name"),
            pytest.param("ashley down", ["Boolean"], id="the second lead"),
            pytest.param("Newham", ["London North East"], id="a town"),
            pytest.param("ipswich", ["Norfolk and Suffolk"], id="the town of the second lead"),
            pytest.param("Nottinghamshire", ["East Midlands West", "East Midlands East"], id="a county as printed"),
            pytest.param("bishop's stortford", ["Matrix Essex and Herts"], id="a town with an apostrophe"),
            pytest.param("kensington and chelsea", ["London Central and West"], id="printed with the sign for and"),
            pytest.param("Truro & Penwith", ["Cornwall and West Devon"], id="printed with the word"),
            pytest.param("technology  college,\tstapleford", ["East Midlands West"], id="a lead with its town"),
            pytest.param("north north", ["North North West"], id="part of a hub's name"),
            pytest.param("nw maths hub", ["London Central and NW"], id="the end of a hub's name"),
            pytest.param(Region.NORTH_EAST, ["Great North", "Archimedes NE", "London North East"], id="a region"),
            pytest.param(
                "yorkshire & the humber",
                ["Yorkshire Ridings", "West Yorkshire", "Yorkshire and the Humber", "South Yorkshire"],
                id="a region with the sign for and",
            ),
            pytest.param("sthelens", [], id="a space missing"),
            pytest.param("Scotland", [], id="nowhere"),
            pytest.param("London" * 40, [], id="longer than any name"),
            pytest.param("x" * 10_000_000, [], id="ten million characters"),
        ],
    )
    def test_hubs_are_found_by_any_part_of_their_names(self, text: str, names: list[str]) -> None:
        """The name of a hub, of its region, of a lead or of its town will do; in the order of the appendix."""
        assert names == short(SECONDARY_COHORT_4.find_hubs(text))

    @pytest.mark.parametrize("region", PRINTED)
    def test_a_region_finds_all_its_hubs(self, region: str) -> None:
        """The hubs of a region are among those found by its name."""
        found = short(SECONDARY_COHORT_4.find_hubs(region.lower()))
        assert {name for name, _ in PRINTED[region]} <= set(found)
        assert found == [name for name in short(SECONDARY_COHORT_4.hubs) if name in found]

    @pytest.mark.parametrize("text", ["", " ", "\n\t"])
    def test_a_blank_text_finds_all(self, text: str) -> None:
        """Nothing asked, nothing left out."""
        assert SECONDARY_COHORT_4.hubs == SECONDARY_COHORT_4.find_hubs(text)

    @pytest.mark.parametrize("text", [None, 7, [], b"London", True])
    def test_what_is_no_text_is_refused(self, text: Any) -> None:
        """Only text can be looked for."""
        with pytest.raises(InvalidText):
            SECONDARY_COHORT_4.find_hubs(text)

    def test_what_is_no_text_is_refused_without_hubs_too(self) -> None:
        """Whether something can be looked for does not depend on what there is to look at."""
        number: Any = 7
        without = changed(SECONDARY_COHORT_4, hubs=())
        with pytest.raises(InvalidText):
            without.find_hubs(number)

    def test_what_is_found_is_a_tuple(self) -> None:
        """An answer does not change."""
        assert SECONDARY_COHORT_4.find_hubs("Jurassic") == (SECONDARY_COHORT_4.hub("Jurassic"),)
