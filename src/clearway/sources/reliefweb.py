"""ReliefWeb's JSON: an answer of its API, one report of it, a list of them, or one a line.

Fields as https://apidoc.reliefweb.int/fields-tables lists them for reports.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from clearway.errors import RefusedDocument, RefusedRecord
from clearway.model import Document
from clearway.sources.complete import refuse_size
from clearway.sources.days import day_in
from clearway.sources.decode import decode
from clearway.sources.format import Details, Draft, Format, Found
from clearway.sources.front import rule_of
from clearway.sources.limits import Limits
from clearway.sources.markdown import without_marks

_REMEDY = "give what ReliefWeb's API answers for reports, with the fields title, body, date, source and url"


def read(document: Document, limits: Limits) -> Iterator[Found]:
    """Yield each report; a record without text is yielded as the error that says so."""
    refuse_size(document.name, len(document.data), limits.file_bytes)
    text, notes = decode(document.name, document.data)
    records = list(_records(document.name, text))
    if not records:
        raise RefusedDocument(document.name, rule="it holds no ReliefWeb reports", remedy=_REMEDY)
    for number, record in enumerate(records, start=1):
        yield record if isinstance(record, RefusedRecord) else _draft(f"{document.name} record {number}", record, notes)


def _records(name: str, text: str) -> Iterator[Any]:
    """The records in the text; a line of JSON lines that is no JSON is an error."""
    try:
        yield from _listed(msgspec.json.decode(text))
        return
    except msgspec.DecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not _is_json(lines[0]):
            raise RefusedDocument(name, rule=f"it is broken JSON: {error}", remedy=_REMEDY) from error
    for number, line in enumerate(lines, start=1):
        try:
            yield from _listed(msgspec.json.decode(line))
        except msgspec.DecodeError as error:
            yield RefusedRecord(f"{name} line {number}", rule=f"it is broken JSON: {error}", remedy=_REMEDY)


def _is_json(line: str) -> bool:
    """Whether the line alone is JSON."""
    try:
        msgspec.json.decode(line)
    except msgspec.DecodeError:
        return False
    return True


def _listed(value: Any) -> Iterator[Any]:
    """The records in an answer, a list or a record."""
    if isinstance(value, dict) and isinstance(value.get("data"), list):
        yield from value["data"]
    elif isinstance(value, list):
        yield from value
    elif isinstance(value, dict) and ("fields" in value or "body" in value or "body-html" in value):
        yield value


def _draft(name: str, record: Any, notes: tuple[str, ...]) -> Draft | RefusedRecord:
    """The report of a record: its Markdown body, else its HTML."""
    fields = record.get("fields", record) if isinstance(record, dict) else None
    if not isinstance(fields, dict):
        return RefusedRecord(name, rule="it has no fields", remedy=_REMEDY)
    body, page = fields.get("body"), fields.get("body-html")
    if isinstance(body, str) and body.strip():
        text = without_marks(body)
    elif isinstance(page, str) and page.strip():
        from clearway.sources.html import block_text, parse

        try:
            text = block_text(parse(page, name))
        except RefusedDocument as error:
            return RefusedRecord(name, rule=error.rule, remedy=error.remedy)
    else:
        return RefusedRecord(name, rule="it has no body", remedy="give the document that ReliefWeb links to")
    return Draft(text=text, details=(_details(fields),), notes=notes)


def _details(fields: dict[str, Any]) -> Details:
    """What the record's fields tell."""
    dates = fields.get("date") if isinstance(fields.get("date"), dict) else {}
    days = (day_in(str(dates[key])) for key in ("original", "created") if dates and key in dates)
    languages = [entry.get("code") for entry in _entries(fields.get("language"))]
    names = [str(entry.get("name") or entry.get("shortname") or "") for entry in _entries(fields.get("source"))]
    stated = fields.get("may_redistribute")
    rule, warnings = rule_of(stated) if isinstance(stated, str) else (None, ())
    return Details(
        origin="ReliefWeb fields",
        publisher="; ".join(filter(None, names)) or None,
        title=_words(fields.get("title")),
        url=_words(fields.get("url")) or _words(fields.get("url_alias")),
        published=next((day for day in days if day), None),
        language=next((code for code in languages if isinstance(code, str)), None),
        may_redistribute=rule,
        warnings=warnings,
    )


def _entries(value: Any) -> list[dict[str, Any]]:
    """A field of one or more entries, as a list."""
    values = value if isinstance(value, list) else [value]
    return [entry for entry in values if isinstance(entry, dict)]


def _words(value: Any) -> str | None:
    """A field's words, where it has any."""
    return value.strip() or None if isinstance(value, str) else None


def recognises(data: bytes) -> bool:
    """Whether the bytes open as JSON and have a record's fields."""
    head = data[:4_096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] in (b"{", b"[") and b'"fields"' in data


RELIEFWEB = Format(
    name="reliefweb",
    media_types=("application/json", "application/x-ndjson"),
    extensions=(".json", ".jsonl", ".ndjson"),
    read=read,
    recognises=recognises,
)
