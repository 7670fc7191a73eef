"""Participations at every turn, and in editions that differ from Cohort 4; and why an event cannot follow on one."""

from datetime import date

import pytest
from attrs import evolve

from mastery_programme import Completed, IllegalEvent, Participation, Programme, Replaced
from mastery_programme.tenures import Happening
from tests.histories import FIRST_YEAR, JO, NEW, NOT_ACCREDITED, department, withdrew

ACCREDITED = NEW.know({"pd_lead_secondary": True})
UNKNOWN = NEW.know({"pd_lead_secondary": None, "pd_lead_other_phase": None})
LEFT = FIRST_YEAR.record(withdrew(2020, 7, 1))
BACK = LEFT.record(Replaced(JO, on=date(2020, 9, 7), facts={"pd_lead_secondary": False}))
DONE = NEW.record(Completed(on=date(2022, 7, 8)))
SUPPORTING = NEW.record(department("s1", "B School", "222222", 2021, 10, 1))


def refusal(participation: Participation, event: Happening) -> IllegalEvent:
    """Why an event cannot follow."""
    with pytest.raises(IllegalEvent) as caught:
        participation.record(event)
    return caught.value


def joining(programme: Programme, **known: bool) -> Participation:
    """A participation in an edition, of which nothing is recorded yet, in the first of its hubs if it lists any."""
    facts = {name: value for name, value in {**NOT_ACCREDITED, **known}.items() if name in programme.facts}
    hub = programme.hubs[0].name if programme.hubs else "a hub"
    return evolve(NEW, programme=programme, hub=hub, facts=facts)
