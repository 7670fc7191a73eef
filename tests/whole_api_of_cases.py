"""The part of the whole API that is about cases, every refusal included: what is said of them, steps, and lists."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from attrs import evolve, fields

from mastery_programme import Case, Stage, Step, assess_all, conflicts, missing_by_hub, shortlist
from tests.samples import APPLICATION, CASE, JUDGEMENT, PROGRAMME, WAIVER
from tests.telling import told
from tests.whole_api_of_applications import BLANK, FORMS, JUDGEMENTS, KNOWN, SAID

NOON = datetime(2019, 5, 1, 12, tzinfo=UTC)
WITHOUT_FORM = evolve(PROGRAMME, form=None)

DRAFTED = Case.draft("case-2", PROGRAMME, BLANK, by="Jo", at=NOON)
SUBMITTED = DRAFTED.move(Stage.SUBMITTED, by="Jo", at=NOON)
REVIEWED = SUBMITTED.move(Stage.UNDER_REVIEW, by="the hub", at=NOON.astimezone(timezone(timedelta(hours=-5))))
GOOD = CASE.judge(*JUDGEMENTS[2:]).move(Stage.UNDER_REVIEW, by="the hub", at=NOON + timedelta(days=1))
TWIN = evolve(CASE, id=" CASE-1 ", application=evolve(APPLICATION, hub="a hub"))


def _said() -> Iterator[str]:
    odd: tuple[Any, ...] = (
        *(None, "", " ", "x" * 10_001, 3, True, "yes", [1], date(2019, 5, 2), NOON, NOON.replace(tzinfo=None)),
    )
    for said in (JUDGEMENT, WAIVER, CASE.history[0]):
        names = [field.name for field in fields(type(said))]
        yield from (told(evolve, said, **{name: value}) for name in names for value in odd)
    yield from (f"{one} {one.ground}" for finding in CASE.assess().findings for one in finding.evidence)


def _made() -> Iterator[str]:
    yield from (told(Case.draft, id, PROGRAMME, BLANK, by="Jo", at=at) for id in ("case-2", "") for at in (NOON, None))
    yield told(Step, "selected", "x", NOON)
    steps = REVIEWED.history
    histories: tuple[Any, ...] = ((), None, steps[1:], steps[::-1], [*steps, 1], [*steps], "history")
    yield from (told(Case, "case-3", PROGRAMME, BLANK, history) for history in histories)
    yield from (told(Case, id, PROGRAMME, BLANK, steps) for id in (None, "", 3))
    of_others: tuple[tuple[Any, Any], ...] = ((None, BLANK), (PROGRAMME, None), (PROGRAMME, FORMS[2]))
    yield from (told(Case, "case-4", *other, steps) for other in of_others)
    beside: tuple[dict[str, Any], ...] = ({"facts": 3}, {"facts": {"qts": 3}}, {"judgements": 3}, {"waivers": WAIVER})
    yield from (told(Case, "case-5", PROGRAMME, BLANK, steps, **more) for more in beside)


def _handled() -> Iterator[str]:
    moments: tuple[Any, ...] = (NOON, datetime(2019, 6, 10, 23, tzinfo=UTC), None, date(2019, 6, 11))
    for case in (DRAFTED, SUBMITTED, REVIEWED, GOOD, Case("case-6", WITHOUT_FORM, BLANK, DRAFTED.history)):
        for stage in Stage:
            yield told(case.move, stage, by="the hub", at=NOON + timedelta(days=2))
            yield told(case.move, stage, by="the hub", at=NOON, reason="it is so")
        yield from (told(case.overdue, moment) for moment in moments)
        yield from (told(case.know, facts) for facts in KNOWN)
        yield from (told(case.redraft, form) for form in FORMS[:3])
        yield from (told(verb, *said) for said, _ in SAID[:6] for verb in (case.judge, case.waive))
        yield from (told(case.waive, one) for one in (WAIVER, evolve(WAIVER, criterion="ELI-E1")))
        yield str(case.tell_before)


def _listed() -> Iterator[str]:
    yield from (str(answer) for answer in assess_all(PROGRAMME, FORMS))
    groups: tuple[Any, ...] = ((), (CASE,), (REVIEWED, CASE, GOOD, TWIN, DRAFTED), CASE, (None,), "cases", 3)
    listing: tuple[Callable[[Iterable[Case]], object], ...] = (shortlist, conflicts, missing_by_hub)
    for cases in groups:
        yield from (told(verb, cases) for verb in listing)
    yield str([conflict.across for conflict in conflicts(groups[2])])


PARTS: tuple[Callable[[], Iterator[str]], ...] = (_said, _made, _handled, _listed)
"""Every answer of this part of the API to the same calls, a line or more each."""
