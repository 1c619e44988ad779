"""One document to its reports, in this process."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from clearway.errors import ClearwayError, RefusedDocument
from clearway.model import Document, Report
from clearway.sources.complete import Teller, complete
from clearway.sources.format import Details, Draft, Enclosed
from clearway.sources.formats import format_of
from clearway.sources.language import language_of
from clearway.sources.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a document: its reports, and the parts of it that were refused (records, attachments)."""

    reports: tuple[Report, ...]
    refused: tuple[ClearwayError, ...] = ()

    def or_refuse(self, name: str) -> tuple[Report, ...]:
        """The reports, the first of them with a warning for each refused part; raises where there is no report."""
        if not self.reports:
            first = self.refused[0] if self.refused else None
            rule = first.rule if first else "it holds no report"
            raise RefusedDocument(
                first.subject if first else name, rule=rule, remedy=first.remedy if first else "give another document"
            )
        warnings = [f"warning: left out {error}" for error in self.refused]
        first_report = replace(self.reports[0], notes=(*self.reports[0].notes, *warnings))
        return (first_report, *self.reports[1:])


def read_here(document: Document, *, retrieved: date | None, limits: Limits, tell: Teller = language_of) -> Reading:
    """Read a document in this process; raises `RefusedDocument` where nothing of it can be read."""
    reports: list[Report] = []
    refused: list[ClearwayError] = []
    for found in _found(document, limits, depth=0):
        if isinstance(found, ClearwayError):
            refused.append(found)
            continue
        draft, source, format_name = found
        try:
            made = complete(
                draft,
                source,
                format_name=format_name,
                ordinal=len(reports),
                retrieved=retrieved,
                limits=limits,
                tell=tell,
            )
        except RefusedDocument as error:
            refused.append(error)
        else:
            reports.append(made)
    if not reports and len(refused) == 1:
        raise refused[0]
    return Reading(reports=tuple(reports), refused=tuple(refused))


def _found(
    document: Document, limits: Limits, *, depth: int, brought: tuple[Details, ...] = ()
) -> Iterator[tuple[Draft, Document, str] | ClearwayError]:
    """Every draft in a document and in the documents that it encloses, with the document and format it came from."""
    known = format_of(document)
    for found in known.read(document, limits):
        if isinstance(found, Draft):
            yield replace(found, fallback=(*found.fallback, *brought)), document, known.name
        elif isinstance(found, Enclosed):
            yield from _enclosed(found, limits, depth=depth + 1)
        else:
            yield found


def _enclosed(found: Enclosed, limits: Limits, *, depth: int) -> Iterator[tuple[Draft, Document, str] | ClearwayError]:
    """The drafts of an enclosed document; where it is refused, that error, and the enclosing one is read on."""
    name = found.document.name
    if depth > limits.enclosed:
        rule = f"it lies deeper than {limits.enclosed} attachments within each other"
        yield RefusedDocument(name, rule=rule, remedy="save it and give it itself")
        return
    try:
        yield from _found(found.document, limits, depth=depth, brought=(found.details,))
    except RefusedDocument as error:
        yield error
