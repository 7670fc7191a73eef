"""Where a statement comes from: a document, and a clause of it in our own words."""

from attrs import frozen

from mastery_programme.errors import InvalidText
from mastery_programme.records import Record


@frozen(eq=False, repr=False)
class Source(Record):
    """One clause of a document, as every number, rule, duty and hub cites it.

    Args:
        document: the id of the document, such as ``"secondary-2019"``.
        clause: the id of the clause within it, such as ``"PAR-3"``.
        heading: the document's own heading over the clause.
        text: what the clause says, in our words.

    Raises:
        InvalidText: if one of these is no text, or if the document or the clause is an empty one.
    """

    document: str
    clause: str
    heading: str = ""
    text: str = ""

    def __attrs_post_init__(self) -> None:
        for name in (self.document, self.clause):
            if not isinstance(name, str) or not name.strip():
                raise InvalidText("not the id of a document or clause", name, "text that says something")
        for words in (self.heading, self.text):
            if not isinstance(words, str):
                raise InvalidText("not the words of a clause", words, "text")

    def __str__(self) -> str:
        return f"{self.clause}, {self.heading}" if self.heading else self.clause


@frozen(eq=False, repr=False)
class Document(Record):
    """A published document and every clause of it that carries a statement.

    Args:
        id: the id that its clauses name, such as ``"secondary-2019"``.
        title: the document's own title.
        clauses: its clauses in the document's order, each a `Source`.
    """

    id: str
    title: str
    clauses: tuple[Source, ...]

    def __str__(self) -> str:
        return self.title
