"""The clauses of the Cohort 4 document of 2019/20, in our words.

A constant such as `ELI` is the printed heading over the clauses whose names start with it.
"""

from mastery_programme.sources import Document, Source

DOC = "secondary-2019"

INT = "Secondary Mastery Specialist Programme"
PAR = "What will participation in the programme involve?"
BEN = "What are the benefits of participating in the programme?"
ELI = "Who can apply?"
EXP = "What are the expectations of participating schools?"
FUN = "What is the funding for the programme?"
APP = "How do schools apply to take part?"
FRM = "Application to participate in Secondary Mastery Specialist Programme"
HUB = "Appendix: Names of Maths Hubs and lead schools/colleges"

INT_1 = Source(
    DOC,
    "INT-1",
    INT,
    "Secondary schools each nominate a lead teacher for three years, to be a Secondary Mastery Specialist.",
)
INT_2 = Source(
    DOC,
    "INT-2",
    INT,
    "The school commits itself to teaching for mastery in that teacher's classroom, next in the "
    "department, and in time at a small number of further secondary schools in the hub's area.",
)

PAR_1 = Source(DOC, "PAR-1", PAR, "The three years start in autumn term 2019 and are 2019/20, 2020/21 and 2021/22.")
PAR_2 = Source(DOC, "PAR-2", PAR, "Year 1 takes 15 days of the lead teacher's time, each of them funded at £200.")
PAR_3 = Source(DOC, "PAR-3", PAR, "Of year 1's 15 days, 4.5 go on 3 central residentials; when and where is to follow.")
PAR_4 = Source(
    DOC,
    "PAR-4",
    PAR,
    "The other 10.5 days of year 1 are personal development, which has to take in the teacher's own "
    "classroom practice, meetings with the Secondary Teaching for Mastery Lead and team of the hub, "
    "visits to primary and/or secondary classrooms and, where possible, Shanghai Showcase events.",
)
PAR_5 = Source(
    DOC,
    "PAR-5",
    PAR,
    "The head teacher or a senior leader joins the lead teacher's first residential for a half-day launch.",
)
PAR_6 = Source(DOC, "PAR-6", PAR, "Year 2 takes 15 days too, at £200 a day, and turns to the department as a whole.")
PAR_7 = Source(DOC, "PAR-7", PAR, "Of year 2's days, 3 go on two residentials; when and where is to follow.")
PAR_8 = Source(
    DOC,
    "PAR-8",
    PAR,
    "A further 8 days of year 2 are development, which includes work in the teacher's own department, "
    "contact with the lead and team of the hub, classroom visits and Shanghai showcase events.",
)
PAR_9 = Source(DOC, "PAR-9", PAR, "Year 2's other 4 days earn accreditation on the NCETM Accredited PD Lead programme.")
PAR_10 = Source(
    DOC,
    "PAR-10",
    PAR,
    "Someone who is an NCETM accredited secondary PD Lead already gives 4 days of year 2 to wider "
    "work on teaching for mastery instead, under the direction of the Secondary Mastery Lead.",
)
PAR_11 = Source(
    DOC,
    "PAR-11",
    PAR,
    "A lead teacher who is PD Lead in another phase must raise it with the NCETM central team in year 1.",
)
PAR_12 = Source(
    DOC,
    "PAR-12",
    PAR,
    "In year 3 the specialist helps colleagues at two other schools embed the approach in each department.",
)

BEN_1 = Source(
    DOC,
    "BEN-1",
    BEN,
    "Schools can expect six gains: in knowledge, in practice, in leading professional development, "
    "in departmental policies and systems, in the use of materials and in pupils' understanding.",
)
BEN_2 = Source(DOC, "BEN-2", BEN, "Those not yet PD Leads can be accredited by completing the programme successfully.")

ELI_0 = Source(
    DOC,
    "ELI-0",
    ELI,
    "Form and statements, from lead teacher and head teacher or senior leader, must address the criteria.",
)
ELI_E1 = Source(DOC, "ELI-E1", ELI, "The teacher must hold Qualified Teacher Status.")
ELI_E2 = Source(
    DOC, "ELI-E2", ELI, "The teacher must be employed to teach in a state-funded middle or secondary school."
)
ELI_E3 = Source(DOC, "ELI-E3", ELI, "Observation (internal, external, Ofsted) must show good teaching of mathematics.")
ELI_E4 = Source(DOC, "ELI-E4", ELI, "The teacher must bring passion and enthusiasm to teaching for mastery.")
ELI_E5 = Source(DOC, "ELI-E5", ELI, "The teacher must be someone who can work collaboratively.")
ELI_E6 = Source(DOC, "ELI-E6", ELI, "The teacher must have worked well with other professionals in their own school.")
ELI_E7 = Source(DOC, "ELI-E7", ELI, "The teacher's communication and interpersonal skills must be excellent.")
ELI_E8 = Source(
    DOC, "ELI-E8", ELI, "The teacher must know and confidently convey what effective mathematics learning is."
)
ELI_D1 = Source(
    DOC,
    "ELI-D1",
    ELI,
    "A further status is desirable, such as Lead Practitioner, mathematics SLE or NCETM accredited PD Lead.",
)
ELI_D2 = Source(DOC, "ELI-D2", ELI, "It is desirable that the teacher leads the subject of mathematics.")
ELI_D3 = Source(DOC, "ELI-D3", ELI, "It is desirable to have taught mathematics for at least 2 years.")
ELI_D4 = Source(DOC, "ELI-D4", ELI, "It is desirable to have worked well with professionals across a group of schools.")
ELI_D5 = Source(DOC, "ELI-D5", ELI, "It is desirable to be able to grow the capacity of others to lead.")
ELI_D6 = Source(
    DOC,
    "ELI-D6",
    ELI,
    "Taking part already in the China-England exchange and/or hub work on teaching for mastery is desirable.",
)

EXP_1 = Source(DOC, "EXP-1", EXP, "The lead teacher takes a full part, and grows in understanding and in practice.")
EXP_2 = Source(
    DOC,
    "EXP-2",
    EXP,
    "With the subject leader (form: head of department), the lead teacher helps the department develop.",
)
EXP_3 = Source(
    DOC,
    "EXP-3",
    EXP,
    "The lead teacher joins the hub in its wider work, above all in year 3; on "
    "the form, by working with teachers from a small number of other schools.",
)
EXP_4 = Source(
    DOC, "EXP-4", EXP, "Senior leaders back the department, give release time and attend the half-day launch."
)

FUN_1 = Source(DOC, "FUN-1", FUN, "For 2019/20 the hub pays for 15 days' release, in all £3,000 for each school.")
FUN_2 = Source(DOC, "FUN-2", FUN, "For 2020/21 the hub pays for a further 15 days' release, which makes £3,000.")
FUN_3 = Source(
    DOC,
    "FUN-3",
    FUN,
    "For 2020/21 the hub also pays, with no amount given, for the lead teacher to "
    "enrol and take part in the programme for NCETM Accredited Secondary PD Leads.",
)
FUN_4 = Source(DOC, "FUN-4", FUN, "Travel to every training residential is paid for; no amount is given.")
FUN_5 = Source(
    DOC,
    "FUN-5",
    FUN,
    "For 2021/22 the hub pays 15 days' release at £350 a day, £5,250, to support two other departments.",
)
FUN_6 = Source(DOC, "FUN-6", FUN, "Every department that the specialist works with receives £2,000.")

APP_1 = Source(
    DOC,
    "APP-1",
    APP,
    "The last moment to e-mail the form to the NCETM, at mathshubs@ncetm.org.uk, "
    "is 5pm on Friday 26 April 2019 (British Summer Time: 16:00 UTC).",
)
APP_2 = Source(DOC, "APP-2", APP, "A copy of every application goes to the head teacher of the applicant.")
APP_3 = Source(DOC, "APP-3", APP, "It is the Maths Hub that chooses among the applicants.")
APP_4 = Source(DOC, "APP-4", FRM, "Applicants hear the outcome by 10 June 2019.")
APP_5 = Source(DOC, "APP-5", FRM, "All who sign are copied in, and that counts as their electronic signatures.")

FRM_1 = Source(DOC, "FRM-1", FRM, "The form takes the school's name and URN and, if known, the Maths Hub.")
FRM_2 = Source(DOC, "FRM-2", FRM, "The form takes the nominated teacher's name, e-mail and NCETM username.")
FRM_3 = Source(
    DOC,
    "FRM-3",
    FRM,
    "The form names the head of department and the nominating head teacher or senior leader, with e-mails.",
)
FRM_4 = Source(
    DOC,
    "FRM-4",
    FRM,
    "The form asks about QTS (yes or no), number of years teaching, likely teaching groups in 2019/20, "
    "current role, and other mathematics awards and roles (such as SLE or PD Lead) with the date awarded.",
)
FRM_5 = Source(
    DOC, "FRM-5", FRM, "The form lists the posts held, latest first: period of employment, school, position."
)
FRM_6 = Source(
    DOC, "FRM-6", FRM, "Relevant mathematics professional development is listed: year, activity or programme."
)
FRM_7 = Source(DOC, "FRM-7", FRM, "The applicant's statement has at most 300 words.")
FRM_8 = Source(DOC, "FRM-8", FRM, "The nominating head teacher's or senior leader's statement has at most 300 words.")
FRM_9 = Source(
    DOC,
    "FRM-9",
    FRM,
    "Three people sign the commitments: head teacher or senior leader, head of department, lead teacher.",
)

HUB_1 = Source(
    DOC,
    "HUB-1",
    HUB,
    "The appendix lists 35 Maths Hubs by their 9 regions and says who leads each: a "
    "school, college, trust or alliance, at times more than one, at times with the town.",
)

DOCUMENT = Document(
    id=DOC,
    title="Secondary Mastery Specialist Programme, 2019/20 Cohort 4: information and application",
    clauses=(
        INT_1,
        INT_2,
        PAR_1,
        PAR_2,
        PAR_3,
        PAR_4,
        PAR_5,
        PAR_6,
        PAR_7,
        PAR_8,
        PAR_9,
        PAR_10,
        PAR_11,
        PAR_12,
        BEN_1,
        BEN_2,
        ELI_0,
        ELI_E1,
        ELI_E2,
        ELI_E3,
        ELI_E4,
        ELI_E5,
        ELI_E6,
        ELI_E7,
        ELI_E8,
        ELI_D1,
        ELI_D2,
        ELI_D3,
        ELI_D4,
        ELI_D5,
        ELI_D6,
        EXP_1,
        EXP_2,
        EXP_3,
        EXP_4,
        FUN_1,
        FUN_2,
        FUN_3,
        FUN_4,
        FUN_5,
        FUN_6,
        APP_1,
        APP_2,
        APP_3,
        APP_4,
        APP_5,
        FRM_1,
        FRM_2,
        FRM_3,
        FRM_4,
        FRM_5,
        FRM_6,
        FRM_7,
        FRM_8,
        FRM_9,
        HUB_1,
    ),
)
