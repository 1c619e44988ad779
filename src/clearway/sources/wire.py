"""What goes over the pipes between a sandbox and its child."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from clearway.errors import ClearwayError, RefusedDocument, RefusedRecord, SkipError
from clearway.model import Document, Hints, Report
from clearway.sources.complete import refuse_size
from clearway.sources.limits import Limits
from clearway.sources.names import printable
from clearway.sources.reading import Reading


class Answering(Protocol):
    """What a child answers: one line of JSON for each task."""

    @property
    def last(self) -> bool:
        """Whether the child must not be given another task."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The first line of a task; `size` bytes of document follow it."""

    name: str
    hints: Hints
    retrieved: date | None
    limits: Limits
    size: int

    @classmethod
    def of(cls, document: Document, retrieved: date | None, limits: Limits) -> "Task":
        """The task that a document is."""
        size = len(document.data)
        return cls(name=document.name, hints=document.hints, retrieved=retrieved, limits=limits, size=size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A refusal as data: what, by which rule, and what to do."""

    subject: str
    rule: str
    remedy: str
    record: bool = False

    @classmethod
    def of(cls, error: ClearwayError) -> "Refusal":
        """The refusal that an error stands for, on one line whatever of the document it quotes."""
        record = isinstance(error, RefusedRecord)
        return cls(
            subject=printable(error.subject),
            rule=printable(error.rule),
            remedy=printable(error.remedy),
            record=record,
        )

    def error(self) -> SkipError:
        """The error again."""
        kind = RefusedRecord if self.record else RefusedDocument
        return kind(self.subject, rule=self.rule, remedy=self.remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line of JSON for each task; `last` says that the child must not be given another."""

    reports: tuple[Report, ...] = ()
    refused: tuple[Refusal, ...] = ()
    last: bool = False

    def reading(self) -> Reading:
        """What came of the document."""
        return Reading(reports=self.reports, refused=tuple(refusal.error() for refusal in self.refused))

    def or_refuse(self) -> Reading:
        """The same; raises what the document was refused for as a whole."""
        if not self.reports and len(self.refused) == 1:
            raise self.refused[0].error()
        return self.reading()


def refuse_unread(document: Document, limits: Limits) -> None:
    """Raise `RefusedDocument` for what no child need be asked about: it is too large, or empty."""
    refuse_size(document.name, len(document.data), limits.file_bytes)
    if not document.data.strip():
        raise RefusedDocument(document.name, rule="it is empty", remedy="give the file that has the report")
