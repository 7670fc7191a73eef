"""From an application that was selected to taking part."""

from mastery_programme.cases import Case
from mastery_programme.errors import IllegalStep, InvalidArgument
from mastery_programme.participation import Participation
from mastery_programme.steps import Stage


def enrol(case: Case, *, hub: str | None = None, supported_departments: int | None = None) -> Participation:
    """The participation of an applicant who was selected, under the id of the case.

    Args:
        case: the case.
        hub: the name of the Maths Hub; the one that the application names if left out.
        supported_departments: how many other departments it is agreed to support; the edition's own number if left out.

    Returns:
        A participation of which nothing is recorded yet. What is known of the facts on which the routes of the
        edition turn is known of its lead teacher, too.

    Raises:
        InvalidArgument: if it is no case, or its application does not name the school, the lead teacher or the hub.
        IllegalStep: unless the applicant was selected.
        UnknownHub: if the edition lists hubs, and none of this name.
        InvalidCount: if the number of departments is not a whole number from 0 to 20.

    Source:
        FRM-1, FRM-2 and APP-3 of Cohort 4.
    """
    if not isinstance(case, Case):
        raise InvalidArgument("not a case", case, "a Case")
    if case.stage is not Stage.SELECTED:
        raise IllegalStep("nobody takes part who was not selected", case.stage.value, f"only {Stage.SELECTED.value!r}")
    application = case.application
    asked = {name for route in case.programme.routes for name in route.facts}
    known = case.assess().known
    return Participation(
        case.id,
        case.programme,
        application.lead_teacher,  # type: ignore[arg-type]  # without one it is refused
        application.school,  # type: ignore[arg-type]  # the same
        application.hub if hub is None else hub,  # type: ignore[arg-type]  # the same
        facts={name: value for name, value in known.items() if name in asked},
        supported_departments=supported_departments,
    )
