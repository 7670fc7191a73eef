"""The 35 Maths Hubs of 2019, in the order of the Cohort 4 document's appendix.

Names are as printed, and so are towns, with the county where one follows. Where two organisations share one
town, printed after the second, both leads carry it.
"""

from mastery_programme.editions.secondary_2019_clauses import HUB_1
from mastery_programme.hubs import Hub, HubLead, Region

HUBS: tuple[Hub, ...] = (
    # South West
    Hub("Cornwall and West Devon Maths Hub", Region.SOUTH_WEST, (HubLead("Truro and Penwith College"),), HUB_1),
    Hub("Jurassic Maths Hub", Region.SOUTH_WEST, (HubLead("The Woodroffe School", "Lyme Regis"),), HUB_1),
    Hub(
        "Boolean Maths Hub",
        Region.SOUTH_WEST,
        (HubLead("Cabot Learning Federation", "Bristol"), HubLead("Ashley Down Primary School", "Bristol")),
        HUB_1,
    ),
    Hub("GLOW Maths Hub", Region.SOUTH_WEST, (HubLead("Balcarras Teaching School", "Cheltenham"),), HUB_1),
    # West Midlands
    Hub(
        "Central Maths Hub",
        Region.WEST_MIDLANDS,
        (HubLead("Bishop Challoner Catholic College", "Birmingham"),),
        HUB_1,
    ),
    Hub(
        "Salop and Herefordshire Maths Hub",
        Region.WEST_MIDLANDS,
        (HubLead("The Priory School", "Shrewsbury"),),
        HUB_1,
    ),
    Hub(
        "North Mids and Peaks Maths Hub",
        Region.WEST_MIDLANDS,
        (HubLead("Painsley Catholic College", "Cheadle, Staffordshire"),),
        HUB_1,
    ),
    # North West
    Hub(
        "North West One Maths Hub",
        Region.NORTH_WEST,
        (HubLead("Altrincham Grammar School for Girls"),),
        HUB_1,
    ),
    Hub(
        "North West Two Maths Hub",
        Region.NORTH_WEST,
        (HubLead("Ashton on Mersey School", "Manchester"),),
        HUB_1,
    ),
    Hub(
        "North West Three Maths Hub",
        Region.NORTH_WEST,
        (HubLead("St Helen’s Teaching School Alliance"),),
        HUB_1,
    ),
    Hub("North North West Maths Hub", Region.NORTH_WEST, (HubLead("Lancaster Royal Grammar School"),), HUB_1),
    # North East
    Hub("Great North Maths Hub", Region.NORTH_EAST, (HubLead("North Tyneside Learning Trust"),), HUB_1),
    Hub("Archimedes NE Maths Hub", Region.NORTH_EAST, (HubLead("Carmel College", "Darlington"),), HUB_1),
    # Yorkshire and the Humber
    Hub(
        "Yorkshire Ridings Maths Hub",
        Region.YORKSHIRE_AND_THE_HUMBER,
        (HubLead("Harrogate Grammar School"),),
        HUB_1,
    ),
    Hub(
        "West Yorkshire Maths Hub",
        Region.YORKSHIRE_AND_THE_HUMBER,
        (HubLead("Trinity Academy", "Halifax"),),
        HUB_1,
    ),
    Hub(
        "Yorkshire and the Humber Maths Hub",
        Region.YORKSHIRE_AND_THE_HUMBER,
        (HubLead("Outwood Grange Academies Trust", "Wakefield"),),
        HUB_1,
    ),
    Hub(
        "South Yorkshire Maths Hub",
        Region.YORKSHIRE_AND_THE_HUMBER,
        (HubLead("Notre Dame High School", "Sheffield"),),
        HUB_1,
    ),
    # East Midlands
    Hub(
        "East Midlands West Maths Hub",
        Region.EAST_MIDLANDS,
        (HubLead("George Spencer Academy & Technology College", "Stapleford, Nottinghamshire"),),
        HUB_1,
    ),
    Hub(
        "East Midlands East Maths Hub",
        Region.EAST_MIDLANDS,
        (HubLead("The Minster School", "Southwell, Nottinghamshire"),),
        HUB_1,
    ),
    Hub(
        "East Midlands South Maths Hub",
        Region.EAST_MIDLANDS,
        (HubLead("Beauchamp College", "Oadby, Leicestershire"),),
        HUB_1,
    ),
    # East of England
    Hub("Enigma Maths Hub", Region.EAST_OF_ENGLAND, (HubLead("Denbigh School", "Milton Keynes"),), HUB_1),
    Hub(
        "Cambridge Maths Hub",
        Region.EAST_OF_ENGLAND,
        (HubLead("Comberton Village College", "Cambridge"),),
        HUB_1,
    ),
    Hub(
        "Matrix Essex and Herts Maths Hub",
        Region.EAST_OF_ENGLAND,
        (HubLead("The Hertfordshire and Essex High School & Science College", "Bishop’s Stortford"),),
        HUB_1,
    ),
    Hub(
        "Norfolk and Suffolk Maths Hub",
        Region.EAST_OF_ENGLAND,
        (HubLead("Sir Isaac Newton Sixth Form", "Norwich"), HubLead("Kesgrave High School", "Ipswich")),
        HUB_1,
    ),
    # South East
    Hub(
        "Bucks, Berks and Oxon Maths Hub",
        Region.SOUTH_EAST,
        (HubLead("Wycombe High School", "High Wycombe"),),
        HUB_1,
    ),
    Hub(
        "Surrey Plus Maths Hub",
        Region.SOUTH_EAST,
        (HubLead("St John the Baptist Catholic Comprehensive School", "Woking"),),
        HUB_1,
    ),
    Hub("Solent Maths Hub", Region.SOUTH_EAST, (HubLead("The Mary Rose Academy", "Portsmouth"),), HUB_1),
    Hub("Sussex Maths Hub", Region.SOUTH_EAST, (HubLead("St Paul’s Catholic College", "Burgess Hill"),), HUB_1),
    Hub(
        "Kent and Medway Maths Hub",
        Region.SOUTH_EAST,
        (HubLead("Sir Joseph Williamson’s Mathematical School", "Rochester"),),
        HUB_1,
    ),
    # London
    Hub("London North East Maths Hub", Region.LONDON, (HubLead("Elmhurst Primary School", "Newham"),), HUB_1),
    Hub(
        "London Central and NW Maths Hub",
        Region.LONDON,
        (HubLead("The St. Marylebone CE School", "Westminster"),),
        HUB_1,
    ),
    Hub(
        "London Central and West Maths Hub",
        Region.LONDON,
        (HubLead("Fox Primary School", "Kensington & Chelsea"),),
        HUB_1,
    ),
    Hub(
        "London South West Maths Hub",
        Region.LONDON,
        (
            HubLead("Belleville Primary School", "Wandsworth"),
            HubLead("Chesterton Primary School", "Wandsworth"),
        ),
        HUB_1,
    ),
    Hub("London Thames Maths Hub", Region.LONDON, (HubLead("Harris Federation", "Croydon"),), HUB_1),
    Hub(
        "London South East Maths Hub",
        Region.LONDON,
        (HubLead("Redriff Primary School", "Southwark"), HubLead("City of London Academy", "Southwark")),
        HUB_1,
    ),
)
