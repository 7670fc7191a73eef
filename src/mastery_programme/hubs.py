"""Maths Hubs: their names, regions and lead organisations."""

from attrs import frozen

from mastery_programme.errors import InvalidText
from mastery_programme.records import Record, Term
from mastery_programme.sources import Source

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_SUFFIX = " maths hub"
_LONGEST = 200  # no name is longer; longer text is no name of ours and is not read


class Region(Term):
    """A region of England, as the list of hubs names it."""

    SOUTH_WEST = "South West"
    WEST_MIDLANDS = "West Midlands"
    NORTH_WEST = "North West"
    NORTH_EAST = "North East"
    YORKSHIRE_AND_THE_HUMBER = "Yorkshire and the Humber"
    EAST_MIDLANDS = "East Midlands"
    EAST_OF_ENGLAND = "East of England"
    SOUTH_EAST = "South East"
    LONDON = "London"


@frozen(eq=False, repr=False)
class HubLead(Record):
    """An organisation that leads a hub.

    Args:
        organisation: the name of the school, college, trust or alliance.
        town: where it is, as printed, with the county where that is printed too; None if it is not printed.
    """

    organisation: str
    town: str | None = None

    def __str__(self) -> str:
        return f"{self.organisation}, {self.town}" if self.town else self.organisation


@frozen(eq=False, repr=False)
class Hub(Record):
    """A Maths Hub.

    Args:
        name: its full name, such as ``"North West Three Maths Hub"``.
        region: its region.
        leads: the organisations that lead it, in the order of the document.
        source: the clause that lists it.
    """

    name: str
    region: Region
    leads: tuple[HubLead, ...]
    source: Source

    @property
    def lead_organisations(self) -> tuple[str, ...]:
        """The names of the organisations that lead it."""
        return tuple(lead.organisation for lead in self.leads)

    def mentions(self, text: str) -> bool:
        """Whether a text is part of its name or region, or of a lead organisation's name or town.

        Raises:
            InvalidText: if it is no text.
        """
        if not isinstance(text, str):
            raise InvalidText("not text to look for", text)
        names = (self.name, self.region, *(str(lead) for lead in self.leads))
        return len(text) <= _LONGEST and any(_plain(text) in _plain(name) for name in names)

    def __str__(self) -> str:
        return self.name


def _plain(text: str) -> str:
    """A text without what people vary: case, apostrophes, runs of spaces, and the sign for "and"."""
    return " ".join(text.casefold().translate(_APOSTROPHES).replace("&", " and ").split())


def name_key(name: str) -> str:
    """What two spellings of one hub's name have in common: as plain text, without the words "Maths Hub" at its end.

    >>> name_key(" North West  three") == name_key("North West Three Maths Hub")
    True
    """
    return _plain(name[:_LONGEST]).removesuffix(_SUFFIX) if len(name) <= _LONGEST else ""
