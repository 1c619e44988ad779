"""The process in which a desk reads: documents to reports, reports to claims, sentences to names; confined.

Run as `python -m clearway.crisis.apart_child BYTES PARENT`: the memory it may take, and the process for which it works.
It knows no ledger.
"""

import io
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from clearway.crisis.reading import claims_of_each
from clearway.errors import ClearwayError, GazetteerError, RefusedDocument, SkipError
from clearway.model import Claim, Report, from_json
from clearway.sources.child import allow_seconds, answer_all, answer_to
from clearway.sources.language import language_of
from clearway.sources.wire import Answer, Refusal, Task

if TYPE_CHECKING:
    from clearway.claims import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked: a document, whose bytes follow, or reports to be read, or the names in a sentence.

    `places` is the file of the user's own places, `gazetteer` the hash of all places that whoever asks knows, `version`
    its reader's version, `seconds` the processor time that it may take.
    """

    seconds: float
    version: str = ""
    document: Task | None = None
    reports: tuple[Report, ...] = ()
    sentence: str | None = None
    places: str | None = None
    gazetteer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is read in one report, or why nothing is."""

    claims: tuple[Claim, ...] = ()
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of it; `unable` is why nothing can be read just now. `last` says that the child must not go on."""

    document: Answer | None = None
    read: tuple[Read, ...] = ()
    names: tuple[str, ...] = ()
    unable: Refusal | None = None
    last: bool = False


def main(arguments: Sequence[str]) -> None:
    """Answer one question after another until the pipe closes."""
    # the child has no disk, and the model that tells languages is unpacked into a temporary file
    tempfile.TemporaryFile = lambda *_, **__: io.BytesIO()  # type: ignore[assignment]
    answer_all(arguments, lambda line, rest: told(from_json(line, Ask), rest))


def told(ask: Ask, rest: BinaryIO) -> Told:
    """The answer to a question."""
    from clearway.claims import Reader

    if ask.version not in ("", Reader.version):  # what is read would be kept as read by the other
        rule = f"Clearway was installed anew since this was opened (it reads by {ask.version}, now by {Reader.version})"
        return Told(unable=Refusal(subject="reading", rule=rule, remedy="end the desk, and start it again"), last=True)
    if ask.document is not None:
        answer = answer_to(ask.document, rest, tell=language_of)
        return Told(document=answer, last=answer.last)
    allow_seconds(ask.seconds)
    try:
        reader, gazetteer = reader_with(ask.places)
        if ask.gazetteer not in ("", gazetteer):  # what is read would be kept as read with the other
            rule = "places were added to it since this was opened"
            raise GazetteerError(
                ask.places or "gazetteer", rule=rule, remedy="open it again (end the desk, and start it)"
            )
        if ask.sentence is not None:
            return Told(names=reader.names(ask.sentence))
        return _read(claims_of_each(reader, ask.reports))
    except ClearwayError as error:
        return Told(unable=Refusal.of(error))


@cache
def reader_with(places: str | None) -> "tuple[Reader, str]":
    """What reads claims and the hash of the places it knows, made when there is something to read."""
    from clearway.claims import Reader
    from clearway.places import Gazetteer

    gazetteer = Gazetteer.open(user=Path(places) if places else None)
    return Reader(gazetteer), gazetteer.sha256


def _read(found: Sequence[tuple[Claim, ...] | SkipError]) -> Told:
    """What was found in each report; a child whose memory ran out over one must not go on."""
    read = tuple(
        Read(refused=Refusal.of(_plainly(each))) if isinstance(each, SkipError) else Read(claims=each) for each in found
    )
    return Told(read=read, last=any(isinstance(getattr(each, "__cause__", None), MemoryError) for each in found))


def _plainly(error: SkipError) -> SkipError:
    if isinstance(error.__cause__, MemoryError):
        rule = "reading its claims takes more memory than a report may take"
        return RefusedDocument(error.subject, rule=rule, remedy="cut it into parts")
    return error


if __name__ == "__main__":
    main(sys.argv[1:])
