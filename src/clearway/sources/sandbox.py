"""Documents from strangers, parsed in a child process that can be lost."""

from dataclasses import replace
from datetime import date
from types import TracebackType
from typing import Self

from clearway.model import Document, Report, to_json
from clearway.sources.confined import Confined
from clearway.sources.formats import format_of
from clearway.sources.language import UNTOLD, language_of
from clearway.sources.limits import LIMITS, Limits
from clearway.sources.reading import Reading, read_here
from clearway.sources.wire import Answer, Task, refuse_unread

LONGEST_ANSWER = 4
"""So many times as large as the largest file may an answer be."""


def read(document: Document, *, retrieved: date | None = None, limits: Limits = LIMITS) -> tuple[Report, ...]:
    """The reports in one document; raises `RefusedDocument`. For many documents, keep one `Sandbox` open."""
    with Sandbox(limits) as sandbox:
        return sandbox.read(document, retrieved=retrieved)


class Sandbox:
    """Reads documents one after another, in one child process that is started when needed and replaced when lost.

    Formats that call no foreign parser are read in this process. Use as a context manager, from one thread.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._confined = Confined(
            "clearway.sources.child",
            memory_bytes=limits.memory_bytes,
            most_bytes=LONGEST_ANSWER * limits.file_bytes,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, document: Document, *, retrieved: date | None = None) -> tuple[Report, ...]:
        """The reports in a document, parts left out as warnings on the first; raises `RefusedDocument` for none."""
        return self.reading(document, retrieved=retrieved).or_refuse(document.name)

    def reading(self, document: Document, *, retrieved: date | None = None) -> Reading:
        """The reports in a document and the parts that were refused; raises `RefusedDocument` for the whole."""
        refuse_unread(document, self.limits)
        if format_of(document).in_process:
            return read_here(document, retrieved=retrieved, limits=self.limits)
        reading = self._ask(document, retrieved).or_refuse()
        return replace(reading, reports=tuple(map(_told, reading.reports)))

    def close(self) -> None:
        """End the child, if there is one."""
        self._confined.close()

    def _ask(self, document: Document, retrieved: date | None) -> Answer:
        """The child's answer about a document."""
        parts = [to_json(Task.of(document, retrieved, self.limits)) + b"\n", document.data]
        return self._confined.ask(document.name, parts, Answer, seconds=self.limits.seconds)


def _told(report: Report) -> Report:
    """The report with the language of its text, where the child could not tell it."""
    return replace(report, language=language_of(report.text)) if report.language == UNTOLD else report
