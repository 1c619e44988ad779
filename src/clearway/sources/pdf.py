"""PDF, by pdfium."""

import re
import unicodedata
from collections.abc import Iterator
from statistics import median
from typing import Any

from clearway.errors import RefusedDocument
from clearway.model import Document
from clearway.sources.format import Details, Draft, Format
from clearway.sources.front import property_title
from clearway.sources.layout import Line, paragraphs, without_furniture
from clearway.sources.limits import Limits

_PASSWORD, _SECURITY = 4, 5
_LEAST_LETTERS = 20
_MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_MAGIC_WITHIN = 1_024
_OCR = "run OCR on it (for example: ocrmypdf in.pdf out.pdf) and read what comes out"


def read(document: Document, limits: Limits) -> Iterator[Draft]:
    """Yield the document's text in paragraphs; raises `RefusedDocument` for encrypted, broken and scanned ones."""
    import pypdfium2

    name = document.name
    try:
        pdf = pypdfium2.PdfDocument(document.data)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error
    try:
        pages, silent = _pages(pdf, name, limits)
        properties = pdf.get_metadata_dict()
    finally:
        pdf.close()
    letters = sum(map(str.isalpha, "".join(line.text for page in pages for line in page)))
    if letters < _LEAST_LETTERS:
        raise RefusedDocument(name, rule=f"its {len(pages)} pages hold no text, as in a scan", remedy=_OCR)
    kept, furniture = without_furniture(pages)
    notes = [f"left out what is repeated on the pages: {text!r}" for text in furniture]
    if silent:
        numbers = ", ".join(map(str, silent[:10])) + (", ..." if len(silent) > 10 else "")
        notes.append(f"warning: no text on page {numbers}; if these are scanned, {_OCR}")
    if made := _MADE.match(properties.get("CreationDate", "")):
        notes.append(f"its properties say it was made on {'-'.join(made.groups())}")
    fallback = Details(origin="PDF properties", title=property_title(properties.get("Title", "")))
    yield Draft(text=paragraphs(kept), fallback=(fallback,), notes=tuple(notes))


def _refused(name: str, error: Any) -> RefusedDocument:
    """What pdfium's error means for the person who gave the document."""
    code = getattr(error, "err_code", None)
    if code in (_PASSWORD, _SECURITY):
        return RefusedDocument(name, rule="it is encrypted", remedy="open it with its password and save it without one")
    return RefusedDocument(name, rule="it is broken or no PDF", remedy="download it again, or print it to a new PDF")


def _pages(pdf: Any, name: str, limits: Limits) -> tuple[list[list[Line]], list[int]]:
    """The lines of every page, and the numbers of the pages that have none."""
    import pypdfium2

    pages: list[list[Line]] = []
    size = 0
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            pages.append([])
            continue
        pages.append(_lines(text_page))
        text_page.close()
        page.close()
        size += sum(len(line.text) for line in pages[-1])
        if size > limits.characters:
            rule = f"it has more text than the limit of {limits.characters:,} characters"
            raise RefusedDocument(name, rule=rule, remedy="cut it into parts")
    return pages, [number for number, page in enumerate(pages, start=1) if not page]


def _lines(text_page: Any) -> list[Line]:
    """The lines of one page, with where they stand."""
    text: str = text_page.get_text_range()
    placed = len(text) == text_page.count_chars()
    lines = []
    for match in re.finditer(r"[^\r\n\x02\ufffe]*[^\s]", text):
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        first = re.match(r"\S+", words)
        if placed and first:
            lines.append(_line(text_page, words, start, first.end()))
        else:
            lines.append(Line(text=words, start=0, end=len(words), top=-len(lines) * 10.0, height=10, first_word=8))
    return lines


def _line(text_page: Any, words: str, start: int, first: int) -> Line:
    """One line, measured by the boxes of its first and last sign, of the end of its first word and of five between.

    Its top and height are the median of these, since a bullet or a word in another fount has its own.
    """
    last = len(words) - 1
    at = sorted({0, first - 1, last, *(last * part // 6 for part in range(1, 6))})
    boxes = {place: text_page.get_charbox(start + place, loose=True) for place in at if not words[place].isspace()}
    head, cut, tail = boxes[0], boxes[first - 1], boxes[last]
    left, right = min(head[0], tail[0]), max(head[2], tail[2])
    if sum(unicodedata.bidirectional(sign) in ("R", "AL") for sign in words) * 2 > len(words):
        left, right = -right, -left
    return Line(
        text=words,
        start=left,
        end=right,
        top=median(box[3] for box in boxes.values()),
        height=max(1.0, median(box[3] - box[1] for box in boxes.values())),
        first_word=max(head[2], cut[2]) - min(head[0], cut[0]),
    )


def recognises(data: bytes) -> bool:
    """Whether the bytes have PDF's mark where Acrobat looks for it, in the first 1,024 bytes."""
    return b"%PDF-" in data[:_MAGIC_WITHIN] and data.lstrip()[:1] != b"<"


PDF = Format(name="pdf", media_types=("application/pdf",), extensions=(".pdf",), read=read, recognises=recognises)
