"""Which schools count as state-funded middle or secondary schools: our reading of a clause that does not define them.

The types and phases are those of the register of schools of the Department for Education. Its services read
"state-funded" in several ways, so what is not plain is for the hub to say.
"""

from mastery_programme.editions.secondary_2019_clauses import ELI_E2
from mastery_programme.forms import EstablishmentGroup
from mastery_programme.mappings import FrozenMapping
from mastery_programme.schools import EstablishmentType as Type
from mastery_programme.schools import Phase

PHASES = ("nursery", "primary", "middle", "secondary", "all-through", "16 plus")
"""The phases of the fact. A middle school that the register deems primary has none of them until the hub says."""

PHASES_OF_MAINSTREAM = FrozenMapping(
    {
        Phase.NURSERY: "nursery",
        Phase.PRIMARY: "primary",
        Phase.SECONDARY: "secondary",
        Phase.MIDDLE_DEEMED_SECONDARY: "middle",
        Phase.ALL_THROUGH: "all-through",
    }
)
FOR_THE_HUB: FrozenMapping[Phase, str] = FrozenMapping()

ESTABLISHMENTS = (
    EstablishmentGroup(
        "mainstream, state-funded",
        (
            Type.COMMUNITY,
            Type.VOLUNTARY_AIDED,
            Type.VOLUNTARY_CONTROLLED,
            Type.FOUNDATION,
            Type.CITY_TECHNOLOGY_COLLEGE,
            Type.ACADEMY_SPONSOR_LED,
            Type.ACADEMY_CONVERTER,
            Type.FREE_SCHOOL,
            Type.UNIVERSITY_TECHNICAL_COLLEGE,
            Type.STUDIO_SCHOOL,
        ),
        True,
        PHASES_OF_MAINSTREAM,
        ELI_E2,
    ),
    EstablishmentGroup(
        "state-funded special schools and alternative provision",
        (
            Type.COMMUNITY_SPECIAL,
            Type.NON_MAINTAINED_SPECIAL,
            Type.FOUNDATION_SPECIAL,
            Type.PUPIL_REFERRAL_UNIT,
            Type.ACADEMY_SPECIAL_SPONSOR_LED,
            Type.FREE_SCHOOL_SPECIAL,
            Type.FREE_SCHOOL_ALTERNATIVE_PROVISION,
            Type.ACADEMY_ALTERNATIVE_PROVISION_CONVERTER,
            Type.ACADEMY_ALTERNATIVE_PROVISION_SPONSOR_LED,
            Type.ACADEMY_SPECIAL_CONVERTER,
        ),
        None,
        FOR_THE_HUB,
        ELI_E2,
    ),
    EstablishmentGroup(
        "state-funded, 16 to 19",
        (
            Type.FURTHER_EDUCATION,
            Type.SIXTH_FORM_CENTRE,
            Type.SPECIAL_POST_16,
            Type.FREE_SCHOOL_16_TO_19,
            Type.ACADEMY_16_TO_19_CONVERTER,
            Type.ACADEMY_16_TO_19_SPONSOR_LED,
        ),
        None,
        FOR_THE_HUB,
        ELI_E2,
    ),
    EstablishmentGroup(
        "not state-funded, or not in England",
        (
            Type.OTHER_INDEPENDENT_SPECIAL,
            Type.OTHER_INDEPENDENT,
            Type.OFFSHORE,
            Type.HIGHER_EDUCATION,
            Type.WELSH,
            Type.BRITISH_OVERSEAS,
        ),
        False,
        FOR_THE_HUB,
        ELI_E2,
    ),
)
