"""The formats there are, and which of them a document is in."""

import re
from functools import cache
from pathlib import PurePath

from clearway.errors import RefusedDocument
from clearway.model import Document
from clearway.registry import Registry
from clearway.sources.docx import DOCX
from clearway.sources.email import EMAIL
from clearway.sources.format import Format
from clearway.sources.html import HTML
from clearway.sources.markdown import MARKDOWN
from clearway.sources.pdf import PDF
from clearway.sources.plain import PLAIN
from clearway.sources.reliefweb import RELIEFWEB

BUILT_IN = (PDF, DOCX, HTML, RELIEFWEB, EMAIL, MARKDOWN, PLAIN)
"""Every built-in format, in the order in which they are asked whether they recognise a document's bytes."""

_UNREAD = (
    (
        rb"PK\x03\x04|PK\x05\x06",
        "an archive, or an office format that is not read",
        "unpack it, or save it as DOCX or PDF",
    ),
    (
        rb"\xd0\xcf\x11\xe0",
        "in an office format of before 2007, or encrypted",
        "save it as DOCX or PDF without a password",
    ),
    (rb"\{\\rtf", "in RTF", "save it as DOCX or PDF"),
    (rb"\x1f\x8b|BZh\d|7z\xbc\xaf|Rar!|\xfd7zXZ|\x28\xb5\x2f\xfd", "a compressed archive", "unpack it first"),
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF....WEBP",
        "a picture",
        "run OCR on it and read what comes out",
    ),
    (rb"\s*<\?xml.{0,4000}?<!DOCTYPE|\s*<!DOCTYPE", "XML with a DTD, which is never read", "save it as text or HTML"),
    (rb"\s*<\?xml", "XML of a kind that is not read", "save it as text or HTML"),
)
"""Opening bytes of what is often given and not read: what it is, and what to do."""


@cache
def formats() -> Registry[Format]:
    """All formats by name: the built-in ones and those of the entry point `clearway.formats`."""
    return Registry("clearway.formats", BUILT_IN)


def format_of(document: Document) -> Format:
    """The format of a document, by its content first, then by its name; what looks like neither is plain text.

    Raises `RefusedDocument` for what is clearly something that is not read.
    """
    for known in formats().values():
        if known.recognises(document.data):
            return known
    named = format_named(document.name)
    if named and not named.in_process:
        return named
    head = document.data[:8_192].removeprefix(b"\xef\xbb\xbf")
    for opening, what, remedy in _UNREAD:
        if re.match(opening, head, re.DOTALL | re.IGNORECASE):
            raise RefusedDocument(document.name, rule=f"it is {what}", remedy=remedy)
    return named or PLAIN


def format_named(name: str) -> Format | None:
    """The format whose extension a file's name has, if any."""
    extension = PurePath(name).suffix.lower()
    return next((known for known in formats().values() if extension in known.extensions), None)
