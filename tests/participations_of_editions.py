"""Participations in editions that differ from Cohort 4."""

from attrs import evolve

from mastery_programme import Participation, Programme
from tests.histories import NEW, NOT_ACCREDITED


def joining(programme: Programme, **known: bool) -> Participation:
    """A participation in an edition, of which nothing is recorded yet, in the first of its hubs if it lists any."""
    facts = {name: value for name, value in {**NOT_ACCREDITED, **known}.items() if name in programme.facts}
    hub = programme.hubs[0].name if programme.hubs else "a hub"
    return evolve(NEW, programme=programme, hub=hub, facts=facts)
