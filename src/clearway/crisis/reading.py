"""From documents to reports in the ledger: some are read together, and kept together."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from clearway.crisis.outcomes import Outcome
from clearway.errors import ClearwayError, LedgerLost, ModelError, RefusedDocument, SkipError, StopError
from clearway.model import Claim, Document, Query, Report

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.sources.reading import Reading

TOGETHER = 240_000
"""Characters from which reports are read without waiting for more: some two seconds of work."""
MOST_TOGETHER = 32
"""How many reports are read together at most."""


class DocumentReader(Protocol):
    """What takes documents apart (`clearway.sources.Sandbox`)."""

    def reading(self, document: Document, *, retrieved: date | None = None) -> "Reading":
        """The reports in a document and the parts that were refused; raises `RefusedDocument` for the whole."""
        ...


class ClaimReader(Protocol):
    """What reads claims out of a report (`clearway.claims.Reader`)."""

    extractor: str
    version: str

    def read_each(self, reports: Iterable[Report]) -> Iterator[tuple[Claim, ...]]:
        """Every claim in each report, in the order of its text; raises `RefusedDocument` where one cannot be read."""
        ...

    def names(self, sentence: str) -> tuple[str, ...]:
        """Every run of words in a sentence that can be a person's name."""
        ...


@runtime_checkable
class ReaderOfMany(Protocol):
    """What says of each report by itself why it cannot be read (`clearway.crisis.apart`)."""

    def read_or_refused(self, reports: Iterable[Report]) -> "list[tuple[Claim, ...] | SkipError]":
        """What is read in each report, or why nothing is; raises `RefusedDocument` where all cannot be read at once."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How reports come into a ledger: by what they are read, with which gazetteer (its hash), by whose clock."""

    ledger: "Ledger"
    reader: Callable[[], ClaimReader]
    gazetteer: str
    now: Callable[[], datetime]

    def found(self, document: Document | RefusedDocument, sandbox: DocumentReader) -> Iterator[Report | ClearwayError]:
        """The reports in a document, then the parts that are refused."""
        if isinstance(document, RefusedDocument):
            yield document
            return
        try:
            found = sandbox.reading(document, retrieved=self.now().date())
        except SkipError as refused:
            yield refused
        else:
            yield from found.reports
            yield from found.refused

    def keep_each(self, found: Sequence[Report | ClearwayError]) -> Iterator[Outcome]:
        """Read reports together and add them to the ledger, in order; not those that were read in just this way.

        They are added in one transaction: a run that is killed loses those that were read together, and no more.
        """
        new = {each.id: each for each in found if isinstance(each, Report) and not self._holds(each)}
        read: dict[str, tuple[Claim, ...] | SkipError | None] = {}
        read.update(zip(new, self._claims_of(tuple(new.values())), strict=True))
        try:
            outcomes = self._kept_together(found, read, together=bool(new))
        except LedgerLost:  # what was read is still here
            outcomes = self._kept_together(found, read, together=bool(new))
        yield from outcomes

    def _kept_together(
        self,
        found: Sequence[Report | ClearwayError],
        read: Mapping[str, tuple[Claim, ...] | SkipError | None],
        *,
        together: bool,
    ) -> list[Outcome]:
        with self.ledger.together() if together else nullcontext():
            return [*self._outcomes(found, dict(read))]

    def _outcomes(
        self, found: Sequence[Report | ClearwayError], read: dict[str, tuple[Claim, ...] | SkipError | None]
    ) -> Iterator[Outcome]:
        """Add what was read, and say of each report what came of it."""
        for each in found:
            if not isinstance(each, Report):
                yield Outcome(document=each.subject, refused=each)
            elif isinstance(claims := read.get(each.id), SkipError):
                yield Outcome(document=each.document, refused=claims)
            else:
                yield self._kept(each, claims)
                read[each.id] = None

    def _way(self) -> dict[str, str]:
        from clearway.claims import Reader

        return {"extractor": Reader.extractor, "version": Reader.version, "gazetteer": self.gazetteer}

    def _holds(self, report: Report) -> bool:
        return self.ledger.holds(report.id, **self._way())

    def _kept(self, report: Report, claims: tuple[Claim, ...] | None) -> Outcome:
        """Add a report with its claims; `None` where the ledger has both."""
        if claims is None:
            held = tuple(self.ledger.claims(Query(report=report.id)))
            return Outcome(document=report.document, report=report, claims=held, known=True)
        added = self.ledger.add(report, claims, **self._way(), at=self.now())
        return Outcome(document=report.document, report=report, claims=claims, supersedes=added.supersedes)

    def _claims_of(self, reports: Sequence[Report]) -> list[tuple[Claim, ...] | SkipError]:
        return claims_of_each(self.reader(), reports) if reports else []


def claims_of_each(reader: ClaimReader, reports: Sequence[Report]) -> list[tuple[Claim, ...] | SkipError]:
    """What is read in each report; where one cannot be read, the others are. Raises `StopError` where none can be."""
    try:
        return reader.read_or_refused(reports) if isinstance(reader, ReaderOfMany) else [*reader.read_each(reports)]
    except StopError:  # nothing can be read just now
        raise
    except Exception as error:
        if len(reports) > 1:
            return [claims for report in reports for claims in claims_of_each(reader, [report])]
        if isinstance(error, SkipError):
            return [error]
        if _is_the_machines(error):
            rule = f"this machine failed while reports were read ({type(error).__name__}: {error})"
            raise ModelError("reading", rule=rule, remedy="free memory, disk and open files, and try again") from error
        # a fault of ours over one report must not keep the others from being read
        rule = f"reading its claims failed ({type(error).__name__}: {error})"
        refused = RefusedDocument(reports[0].document, rule=rule, remedy="tell Clearway's maintainers")
        refused.__cause__ = error
        return [refused]


def _is_the_machines(error: Exception) -> bool:
    """Whether files or the gazetteer could not be read, which no report is to blame for."""
    if isinstance(error, PermissionError):  # a reader did what it must not, by a fault of ours
        return False
    return isinstance(error, OSError | sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


def some_of(found: Iterator[Report | ClearwayError]) -> list[Report | ClearwayError]:
    """As many of the next reports as are read together: at least one, where there are any."""
    some: list[Report | ClearwayError] = []
    characters = 0
    while characters < TOGETHER and len(some) < MOST_TOGETHER and (each := next(found, None)) is not None:
        some.append(each)
        characters += len(each.text) if isinstance(each, Report) else 0
    return some
