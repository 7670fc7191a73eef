"""What the Cohort 4 document leaves open, and how this library reads it."""

from mastery_programme.editions import secondary_2019_clauses as clauses
from mastery_programme.parts import OpenQuestion

OPEN_QUESTIONS = (
    OpenQuestion(
        "OPEN-1",
        "Is enrolment on the PD Lead programme paid for somebody who is accredited already?",
        "Such a teacher does not enrol, so nothing is due.",
        (clauses.FUN_3, clauses.PAR_10),
    ),
    OpenQuestion(
        "OPEN-2",
        "How much travel is covered, in which years, and to whom is it paid?",
        "What it costs, which is not published: one item a year with residentials, to the lead teacher's school.",
        (clauses.FUN_4,),
    ),
    OpenQuestion(
        "OPEN-3",
        "Is the half-day launch one of the lead teacher's 15 days, and is it funded?",
        "Neither: a senior leader attends it, and no funding is stated.",
        (clauses.PAR_5,),
    ),
    OpenQuestion(
        "OPEN-4",
        "How many departments does a specialist support, and is the £2,000 for each of them?",
        "Two, unless the caller gives another number; and £2,000 for each.",
        (clauses.PAR_12, clauses.EXP_3, clauses.FUN_5, clauses.FUN_6),
    ),
    OpenQuestion(
        "OPEN-5",
        "How do the 15 days of year 3 divide, and who is paid for them?",
        "They are 15 in all with no published division, paid to the specialist's school.",
        (clauses.FUN_5,),
    ),
    OpenQuestion(
        "OPEN-6",
        "Do the years of teaching on the form answer the criterion about years of teaching mathematics?",
        "No: they are two facts, unless a post on the form or the reviewer says that they are one.",
        (clauses.FRM_4, clauses.ELI_D3),
    ),
    OpenQuestion(
        "OPEN-7",
        "Which schools are state-funded middle or secondary schools?",
        "A table by type and phase answers yes, no, or that the hub has to say; a caller can replace it.",
        (clauses.ELI_E2,),
    ),
    OpenQuestion(
        "OPEN-8",
        "What holds for a teacher accredited both in secondary and in another phase?",
        "Both clauses: the days go to wider work, and the talk with the NCETM is due.",
        (clauses.PAR_10, clauses.PAR_11),
    ),
    OpenQuestion(
        "OPEN-9",
        "What happens to a form that comes late?",
        "Lateness is reported; the hub can still select, and records who waived it, when and why.",
        (clauses.APP_1, clauses.APP_3),
    ),
    OpenQuestion(
        "OPEN-10",
        "What do the desirable criteria weigh?",
        "Nothing: they are counted and shown, never scored, and change no verdict.",
        (clauses.ELI_D1, clauses.ELI_D2, clauses.ELI_D3, clauses.ELI_D4, clauses.ELI_D5, clauses.ELI_D6),
    ),
    OpenQuestion(
        "OPEN-11",
        "Can a school nominate more than one teacher?",
        "Two nominations with one URN are reported as a conflict, and not refused.",
        (clauses.INT_1,),
    ),
    OpenQuestion(
        "OPEN-12",
        "Are two years of teaching mathematics essential or desirable?",
        "Desirable, as the table's rows have it; to make them essential would wrongly exclude people.",
        (clauses.ELI_D3,),
    ),
    OpenQuestion(
        "OPEN-13",
        "Does the deadline mean that a form is sent by then, or received?",
        "Sent: what counts is the moment at which it was e-mailed.",
        (clauses.APP_1,),
    ),
    OpenQuestion(
        "OPEN-14",
        "What can follow from the talk with the NCETM?",
        "Nothing is assumed: it is a duty of year 1, and days and money stay as they are.",
        (clauses.PAR_11,),
    ),
    OpenQuestion(
        "OPEN-15",
        "Are the days of year 3 due with fewer or more than two departments?",
        "Yes, all 15 of them.",
        (clauses.FUN_5,),
    ),
    OpenQuestion(
        "OPEN-16",
        "In which year is the £2,000 paid, and does the specialist's own department get it?",
        "In 2021/22, and no: it is for the two other departments.",
        (clauses.FUN_6,),
    ),
    OpenQuestion(
        "OPEN-17",
        "Which additional statuses count, and in which phase is a PD Lead on the form accredited?",
        "Each named status is a fact, a PD Lead of unstated phase is one, and any other status is judged.",
        (clauses.ELI_D1, clauses.FRM_4),
    ),
)
