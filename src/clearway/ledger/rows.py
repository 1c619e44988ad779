"""Records to rows and back: canonical JSON beside the columns that are looked for."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from clearway.errors import LedgerError, UsageError
from clearway.kinds.priority import priority_of
from clearway.ledger.protocol import Reading
from clearway.model import Claim, Passage, Report, from_json, from_plain, identify, to_json, to_plain
from clearway.places.folding import fold

Row = dict[str, Any]
_DECODER: msgspec.json.Decoder[dict[str, Any]] = msgspec.json.Decoder()
"""Of records to plain values: one that is asked for dictionaries takes twice as long."""


def moment(at: datetime) -> str:
    """A moment in UTC, written so that later ones sort later; raises `UsageError` when it has no time zone."""
    if at.utcoffset() is None:
        raise UsageError(str(at), rule="a moment in a ledger has a time zone", remedy="pass one, as datetime.now(UTC)")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def report_row(report: Report) -> Row:
    """A report as its row; raises `LedgerError` when its id is not that of what it says."""
    plain = to_plain(report)
    body = plain.pop("text")
    record = _json(plain, f"report {report.id}")
    if from_plain({**plain, "id": "", "text": body}, Report) != report:
        rule = "a report's id is the hash of what it says, and its JSON gives it back"
        raise LedgerError(f"report {report.id}", rule=rule, remedy="make it anew instead of changing a copy")
    return {
        "id": report.id,
        "text_id": hashlib.sha256(body.encode()).hexdigest(),
        "sha256": report.sha256,
        "ordinal": report.ordinal,
        "url": report.url,
        "published": report.published,
        "record": record,
    }


def report_of(record: str, body: str) -> Report:
    """The report that a row and its text hold."""
    return from_plain({**_DECODER.decode(record), "text": body}, Report)


def claim_record(claim: Claim, report: Report) -> str:
    """A claim as canonical JSON; raises `LedgerError` when it could not be trusted to come back as it is."""
    for passage in (claim.passage, claim.sentence):
        if passage.report != report.id or not _cuts(passage, report.text):
            rule = f"characters {passage.start} to {passage.end} do not cut its words out of report {report.id}"
            raise LedgerError(f"claim {claim.id}", rule=rule, remedy="read the report anew")
    if claim.id != identify("claim", *claim.said()):
        rule = "a claim's id is the hash of what it says"
        raise LedgerError(f"claim {claim.id}", rule=rule, remedy="make it anew instead of changing a copy")
    record = _json(claim, f"claim {claim.id}")
    if from_json(record, Claim) != claim:
        rule = "its JSON does not give it back"
        raise LedgerError(f"claim {claim.id}", rule=rule, remedy="use numbers that JSON can write")
    return record


def reading_id(reading: Reading, report: str) -> str:
    """The hash of what a reading of a report says."""
    particulars = (reading.extractor, reading.version, reading.gazetteer)
    return identify("reading", report, *particulars, moment(reading.at), reading.turn)


def reading_of(row: Any) -> Reading:
    """The reading that a row holds."""
    plain = {**row, "report": row["report_id"], "at": datetime.fromisoformat(row["at"])}
    del plain["report_id"]
    return Reading(**plain)


def finder_row(claim: Claim, publisher: str | None, published: date | None) -> Row:
    """What a claim is looked for by, but for its reading."""
    voices = [source.name for source in claim.attribution.chain]
    if publisher:
        voices.append(publisher)
    return {
        "claim_id": claim.id,
        "report_id": claim.report,
        "kind": claim.kind,
        "published": published,
        "day": published or date.max,
        "start": claim.passage.start,
        "first": claim.period.first if claim.period else published,
        "last": claim.period.last if claim.period else published,
        "priority": -priority_of(claim).score,  # the first in line is the least, as an index goes
        "voices": "\n".join(fold(voice) for voice in voices),
    }


def whereabouts_of(claim: Claim) -> Iterator[tuple[str, bool]]:
    """The names of a claim's places and of the areas around them, folded, and their codes."""
    for place in claim.places:
        yield fold(place.name), False
        for candidate in (place.resolved, place.within):
            if candidate is None:
                continue
            for name in (candidate.name, candidate.adm2, candidate.adm1):
                if name:
                    yield fold(name), False
            ids = (candidate.id, candidate.pcode, candidate.adm2_code, candidate.adm1_code, candidate.country)
            yield from ((code.casefold(), True) for code in ids if code)
            if candidate.geonames is not None:
                yield str(candidate.geonames), True
                yield f"geonames:{candidate.geonames}", True


def _cuts(passage: Passage, text: str) -> bool:
    """Whether the passage lies inside the text, is not empty, and cuts its words out."""
    return 0 <= passage.start < passage.end <= len(text) and passage.cuts(text)


def _json(record: Any, name: str) -> str:
    """Canonical JSON; raises `LedgerError` for half a surrogate pair, as file names that are not UTF-8 have."""
    try:
        return to_json(record).decode()
    except UnicodeEncodeError as error:
        rule = f"{error.object!r} is no text"
        raise LedgerError(name, rule=rule, remedy="rename the file, or decode it anew") from error
