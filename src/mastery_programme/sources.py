"""Where a statement comes from: a document, and a clause of it in our own words."""

from attrs import frozen


@frozen
class Source:
    """One clause of a document, as every number, rule, duty and hub cites it.

    Args:
        document: the id of the document, such as ``"secondary-2019"``.
        clause: the id of the clause within it, such as ``"PAR-3"``.
        heading: the document's own heading over the clause.
        text: what the clause says, in our words.
    """

    document: str
    clause: str
    heading: str = ""
    text: str = ""

    def __str__(self) -> str:
        return f"{self.clause}, {self.heading}" if self.heading else self.clause


@frozen
class Document:
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
