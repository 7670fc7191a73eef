"""Random histories of participations, made of whatever events are legal."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from attrs import evolve

from mastery_programme import (
    SECONDARY_COHORT_4,
    Completed,
    CostIncurred,
    Days,
    Delivered,
    DepartmentStarted,
    IllegalEvent,
    Money,
    Participation,
    Programme,
    Replaced,
    Voided,
    Withdrew,
)
from mastery_programme.tenures import Happening
from tests.histories import FIRST, JO, LAST, NEW, NOT_ACCREDITED, claimed, department


def random_history(
    seed: int, programme: Programme = SECONDARY_COHORT_4, *, length: int = 40, claims: bool = True
) -> Participation:
    """A participation with whatever of many random events was legal when it came, in any order of their days."""
    random = Random(seed)
    asked = [name for name in NOT_ACCREDITED if name in programme.facts and random.random() < 0.6]
    facts = {name: random.choice((True, False)) for name in asked}
    agreed = random.choice((None, 0, 1, 2, 3))
    hub = random.choice(programme.hubs).name if programme.hubs else "a hub"
    made = evolve(NEW, programme=programme, hub=hub, facts=facts, supported_departments=agreed)
    for number in range(length):
        try:
            if claims and random.random() < 0.12:
                made = claimed(made, f"C{number}", *_period(random))
            else:
                made = made.record(_event(random, number, made))
        except IllegalEvent:
            continue
    return made


def _period(random: Random) -> tuple[date, date | None]:
    """The last and the first day of a period, the first often left out."""
    until = _day(random)
    return until, random.choice((None, until - timedelta(days=random.randint(0, 200))))


def _day(random: Random) -> date:
    """A day within the three years, or a little before or after."""
    return FIRST + timedelta(days=random.randint(-10, (LAST - FIRST).days + 10))


def _event(random: Random, number: int, made: Participation) -> Happening:
    """An event of any kind, legal or not."""
    on, id = _day(random), f"e{number}"
    years = made.programme.years
    year = next((one for one in years if on in one.academic_year), years[0])
    activities = [one.id for one in year.activities]
    known = [event.id for event in made.events if isinstance(event, Delivered | DepartmentStarted | CostIncurred)]
    items = [item.id for item in made.programme.items]
    kinds: dict[Callable[[], Happening], int] = {
        lambda: Delivered(id, random.choice(activities), Days.of_half_days(random.randint(1, 9)), on=on): 55,
        lambda: Voided(random.choice(known or [id]), "a mistake", on=on): 15,
        lambda: department(id, random.choice("ABCD"), None, 2022, random.randint(1, 8), 1): 10,
        lambda: CostIncurred(id, random.choice(items), Money.pence(random.randint(1, 30_000)), on=on): 10,
        lambda: Withdrew("a post elsewhere", on=on): 3,
        lambda: Replaced(JO, on=on, facts={name: random.choice((True, False)) for name in made.facts}): 3,
        lambda: Completed(on=on): 2,
    }
    return random.choices(list(kinds), list(kinds.values()))[0]()
