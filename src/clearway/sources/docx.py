"""DOCX: paragraphs and tables in their order."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from clearway.errors import RefusedDocument
from clearway.model import Document
from clearway.sources.format import Details, Draft, Format
from clearway.sources.front import property_title
from clearway.sources.limits import Limits, megabytes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "\u2011"}
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_SMALL = 1_000_000
_SAVE = "open it in a word processor and save it again as DOCX or PDF"


def read(document: Document, limits: Limits) -> Iterator[Draft]:
    """Yield the document's text; raises `RefusedDocument` for bombs, DTDs, encrypted and broken ones."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    _check(document, limits)
    try:
        opened = docx.Document(io.BytesIO(document.data))
        title = property_title(opened.core_properties.title)
        text = "\n\n".join(_blocks(opened.element.body))
    except etree.XMLSyntaxError as error:
        raise _unparsed(document.name, error) from error
    except (OpcError, etree.LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise RefusedDocument(document.name, rule=f"it is a broken DOCX ({error})"[:200], remedy=_SAVE) from error
    if not text.strip():
        raise RefusedDocument(document.name, rule="it holds no text", remedy="if it holds pictures of text, run OCR")
    yield Draft(text=text, fallback=(Details(origin="DOCX properties", title=title),))


def _unparsed(name: str, error: Exception) -> RefusedDocument:
    """The refusal of a part that is no XML, or is nested deeper than libxml2 follows (256)."""
    if "xcessive depth" in str(error):
        return RefusedDocument(
            name, rule="it is nested deeper than 256 levels, which no word processor writes", remedy=_SAVE
        )
    return RefusedDocument(name, rule=f"it is a broken DOCX ({error})"[:200], remedy=_SAVE)


def _check(document: Document, limits: Limits) -> None:
    """Raise `RefusedDocument` before anything is unpacked that would not be safe to unpack."""
    name = document.name
    if document.data.startswith(_OLE):
        rule = "it is encrypted, or in Word's format of before 2007"
        raise RefusedDocument(name, rule=rule, remedy="save it as DOCX without a password")
    try:
        archive = zipfile.ZipFile(io.BytesIO(document.data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise RefusedDocument(name, rule="it is broken or no DOCX", remedy=_SAVE) from error
    with archive:
        entries = archive.infolist()
        _check_sizes(name, entries, limits)
        for entry in entries:
            if entry.filename.lower().endswith((".xml", ".rels")):
                _check_part(name, archive, entry)


def _check_sizes(name: str, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise `RefusedDocument` for an archive that would unpack to more than the limits allow."""
    size = sum(entry.file_size for entry in entries)
    bomb = next((e for e in entries if e.file_size > max(_SMALL, limits.ratio * e.compress_size)), None)
    if len(entries) > limits.entries:
        rule = f"it is an archive of {len(entries):,} entries, more than the limit of {limits.entries:,}"
    elif size > limits.unpacked_bytes:
        rule = f"it unpacks to {megabytes(size)}, more than the limit of {megabytes(limits.unpacked_bytes)}"
    elif bomb:
        rule = f"it unpacks more than {limits.ratio}-fold ({bomb.filename[:60]}), as a zip bomb does"
    elif any(entry.flag_bits & 1 for entry in entries):
        rule = "it is encrypted"
    else:
        return
    raise RefusedDocument(name, rule=rule, remedy=_SAVE)


def _check_part(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Raise `RefusedDocument` for a part with a DTD, in one or two bytes a character, or that cannot be unpacked."""
    import zlib

    try:
        part = archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise RefusedDocument(name, rule=f"its part {entry.filename[:60]} is broken", remedy=_SAVE) from error
    if _DTD.search(part.replace(b"\0", b"")):
        rule = f"its part {entry.filename[:60]} has a DTD, which no word processor writes"
        raise RefusedDocument(name, rule=rule, remedy=_SAVE)


def _blocks(parent: Any) -> Iterator[str]:
    """The text of paragraphs and tables, also inside content controls and tracked insertions, without deletions."""
    for element in parent:
        if element.tag == _W + "p":
            if text := _text(element).strip("\n"):
                yield text
        elif element.tag == _W + "tbl":
            rows = (_row(row) for row in element.iter(_W + "tr") if _nearest(row, "tbl") is element)
            yield "\n".join(row for row in rows if row.strip(" |"))
        elif element.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "smartTag"):
            yield from _blocks(element)


def _row(row: Any) -> str:
    """The cells of a table's row, a table inside a cell on the same line."""
    cells = (cell for cell in row.iter(_W + "tc") if _nearest(cell, "tr") is row)
    return " | ".join(" ".join(filter(None, (_text(p).strip() for p in cell.iter(_W + "p")))) for cell in cells)


def _nearest(element: Any, tag: str) -> Any:
    """The nearest element of that tag around this one."""
    return next(element.iterancestors(_W + tag), None)


def _text(paragraph: Any) -> str:
    """A paragraph's words with its tabs and breaks; text that was deleted under tracking is no `w:t`."""
    pieces = []
    for element in paragraph.iter(_W + "t", *_SIGNS):
        if _nearest(element, "p") is not paragraph or next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        if element.getparent().tag != _W + "r":  # w:tab also stands in a paragraph's properties, as a tab stop
            continue
        pieces.append(_SIGNS.get(element.tag) or element.text or "")
    return "".join(pieces)


def recognises(data: bytes) -> bool:
    """Whether the bytes are an archive that has Word's main part: entry names are stored uncompressed."""
    return data.startswith(b"PK\x03\x04") and b"word/document.xml" in data


DOCX = Format(
    name="docx",
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    extensions=(".docx",),
    read=read,
    recognises=recognises,
)
