"""What goes over the pipes between a sandbox and its child."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from clearway.errors import ClearwayError, RefusedDocument, RefusedRecord, SkipError
from clearway.model import Hints, Report
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
