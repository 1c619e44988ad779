"""One published document, as Clearway keeps it, and the bytes it came from."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clearway.model.identity import identify


class MayRedistribute(StrEnum):
    """What of a report may be given to others.

    `none`: nothing that comes from it. `derived`: figures and codes, not its words. `quote`: these and
    short quotes with attribution. `full`: its whole text.
    """

    NONE = "none"
    DERIVED = "derived"
    QUOTE = "quote"
    FULL = "full"

    @property
    def allows_quotes(self) -> bool:
        """Whether its words may be quoted."""
        return self in (MayRedistribute.QUOTE, MayRedistribute.FULL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the user says of a document, used where the document itself is silent."""

    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    licence: str | None = None
    may_redistribute: MayRedistribute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's or stream's bytes before anybody has looked into them."""

    name: str
    data: bytes
    hints: Hints = Hints()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published document: its text as published, and where, when and by whom.

    `text` is taken out of the document's bytes once and never changes; passages count its characters.
    `sha256` is that of the document's bytes, in full. `published` is `None` where nobody knows the day.
    """

    id: str = ""
    text: str
    document: str
    sha256: str
    ordinal: int = 0
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    retrieved: date | None = None
    language: str | None = None
    format: str = "plain"
    licence: str | None = None
    may_redistribute: MayRedistribute = MayRedistribute.DERIVED
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.id:
            said = (self.publisher, self.title, self.url, self.published, self.text)
            object.__setattr__(self, "id", identify("report", *said))
