"""One application form, and how it is read by hand: by the constructors, which check what they are given."""

import json
from datetime import date, datetime
from typing import Any

from attrs import asdict

from mastery_programme import (
    URN,
    Application,
    Award,
    Development,
    LeadTeacher,
    Person,
    Post,
    School,
    Signature,
    YearMonth,
)

_WORDS = (
    "I plan every lesson with two colleagues, and we watch each other teach; the department's aim is that all pupils "
    "see why a method works. "
)
STATEMENT = _WORDS * 11
DOCUMENT: dict[str, Any] = {
    "programme": "secondary-2019",
    "school": {
        "name": "Example Academy",
        "urn": "999901",
        "phase": "Secondary",
        "establishment_type": "Academy converter",
    },
    "hub": "North West Three",
    "lead_teacher": {
        "name": "Ama Osei-Jones",
        "email": "a.osei-jones@academy.example",
        "ncetm_username": "aosei-jones",
        "qts": True,
        "years_teaching": 9,
        "teaching_groups": "Year 7 set 2, Year 9 set 1, Year 10 higher",
        "current_role": "Second in the mathematics department",
        "awards": [
            {"title": "Specialist Leader of Education", "awarded_on": "2017-09-01", "kind": "mathematics-sle"},
            {"title": "PD Lead", "awarded_on": "2018-03-02", "kind": "pd-lead-other-phase"},
        ],
        "teaching_history": [
            {"school": "Example Academy", "position": "Second", "started_on": "2014-09-01", "subject": "Mathematics"},
            {"school": "Invented High", "position": "Teacher", "started_on": "2010-09-01", "ended_on": "2014-08-31"},
            {"school": "Invented High", "position": "Teacher", "started_on": "2009-09-01", "ended_on": "2010-08-31"},
        ],
        "professional_development": [
            {"year": "2017-18", "activity": "Work Group on teaching for mastery"},
            {"year": "2016", "activity": "Subject knowledge course"},
        ],
    },
    "head_of_department": {"name": "Bryn Example", "email": "b.example@academy.example"},
    "nominator": {"name": "Chidi Sample", "email": "head@academy.example"},
    "lead_teacher_statement": STATEMENT,
    "nominator_statement": STATEMENT,
    "signatures": [
        {"role": "nominator", "name": "Chidi Sample", "signed_on": "2019-04-24"},
        {"role": "head-of-department", "name": "Bryn Example", "signed_on": "2019-04-24"},
        {"role": "lead-teacher", "name": "Ama Osei-Jones", "signed_on": "2019-04-23"},
    ],
    "copied_to_head_teacher": True,
    "submitted_at": "2019-04-26T16:59:00+01:00",
}
TEXT = json.dumps(DOCUMENT, ensure_ascii=False)
"""The form as JSON text, of about 5 kB."""


def _day(text: str | None) -> date | YearMonth | None:
    """A day or a month."""
    if text is None:
        return None
    return YearMonth.parse(text) if len(text) == len("2019-04") else date.fromisoformat(text)


def by_hand(text: str) -> Application:
    """The application, by its constructors alone."""
    told = json.loads(text)
    school, teacher = told["school"], told["lead_teacher"]
    return Application(
        told["programme"],
        School(school["name"], school["urn"], school.get("phase"), school.get("establishment_type")),
        told.get("hub"),
        LeadTeacher(
            **{name: value for name, value in teacher.items() if not isinstance(value, list)},
            awards=tuple(Award(one["title"], _day(one["awarded_on"]), one["kind"]) for one in teacher["awards"]),
            teaching_history=tuple(
                Post(
                    one["school"],
                    one["position"],
                    _day(one.get("started_on")),
                    _day(one.get("ended_on")),
                    one.get("subject"),
                )
                for one in teacher["teaching_history"]
            ),
            professional_development=tuple(
                Development(one["year"], one["activity"]) for one in teacher["professional_development"]
            ),
        ),
        Person(**told["head_of_department"]),
        Person(**told["nominator"]),
        told["lead_teacher_statement"],
        told["nominator_statement"],
        tuple(Signature(one["role"], one["name"], date.fromisoformat(one["signed_on"])) for one in told["signatures"]),
        told["copied_to_head_teacher"],
        datetime.fromisoformat(told["submitted_at"]),
    )


def _plain(_: object, __: object, value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, URN | YearMonth) else value


def written_by_hand(application: Application) -> str:
    """The text of an application, by what attrs and json have, without a look at whether it can be read."""
    told = asdict(application, filter=lambda field, value: value != field.default, value_serializer=_plain)
    return json.dumps({"format": 1, **told}, ensure_ascii=False, indent=1)
