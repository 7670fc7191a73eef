"""What an edition says of its application form: what it asks for, which facts can be read off it, and who decides."""

from attrs import frozen

from mastery_programme.mappings import FrozenMapping
from mastery_programme.records import Record, Term
from mastery_programme.schools import EstablishmentType, Phase
from mastery_programme.sources import Source


class Reads(Term):
    """How a fact is read off a form.

    `ANSWER` takes the answer in a field as it stands. `AWARD` is yes if an award of one of some kinds is listed, and
    `OTHER_AWARDS` settles nothing but shows those of other kinds. `YEARS_TAUGHT` counts the posts in a subject, and
    `WORDS` the words of a statement. `SENT_BY` holds the moment of sending against a milestone, `SIGNED_BY` looks for a
    role among the signatures, `BLANKS` counts the required fields without an answer. `STATE_FUNDED` and `PHASE` look
    the school up in the edition's table of establishments.
    """

    ANSWER = "answer"
    AWARD = "award"
    OTHER_AWARDS = "other-awards"
    YEARS_TAUGHT = "years-taught"
    WORDS = "words"
    SENT_BY = "sent-by"
    SIGNED_BY = "signed-by"
    BLANKS = "blanks"
    STATE_FUNDED = "state-funded"
    PHASE = "phase"


@frozen(eq=False, repr=False)
class FormField(Record):
    """Something that the form asks for.

    Args:
        id: where it stands in an `Application`, such as ``"lead_teacher.name"``.
        label: its name for people.
        source: the clause that asks for it.
        required: whether a form without it is incomplete.
    """

    id: str
    label: str
    source: Source
    required: bool = True


@frozen(eq=False, repr=False)
class FormReading(Record):
    """How one fact is read off the form.

    Args:
        id: the name of the fact.
        reads: how it is read.
        source: the clause that puts on the form what is read.
        of: what it is read of: the field or statement, the kinds of awards, the names of the subject, the milestone,
            or the role; empty where nothing has to be said.
    """

    id: str
    reads: Reads
    source: Source
    of: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class EstablishmentGroup(Record):
    """Types of establishment that are alike in how they are funded: one line of the table of establishments.

    Args:
        id: what they have in common.
        types: the types.
        state_funded: whether they are state-funded; None where it is for the hub to say.
        phases: for each phase of the register the value of the edition's fact; a phase that is not in it is for the
            hub to say.
        source: the clause that is read in this way.
    """

    id: str
    types: tuple[EstablishmentType, ...]
    state_funded: bool | None
    phases: FrozenMapping[Phase, str]
    source: Source


@frozen(eq=False, repr=False)
class ApplicationForm(Record):
    """The application form of an edition, and what becomes of it.

    Args:
        fields: what it asks for, in its order.
        readings: which facts can be read off it, in the order of the facts.
        establishments: how types and phases of schools are read; a type in none of them is for the hub to say.
        apply_by: the id of the milestone by which it is sent.
        notify_by: the id of the milestone by which applicants are told.
        decided_by: who selects.
        decided_by_source: the clause that says so.
        source: the clause that says what form and statements have to address.
    """

    fields: tuple[FormField, ...]
    readings: tuple[FormReading, ...]
    establishments: tuple[EstablishmentGroup, ...]
    apply_by: str
    notify_by: str
    decided_by: str
    decided_by_source: Source
    source: Source
