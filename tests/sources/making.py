"""Documents made for the tests, byte by byte where no library makes them."""

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence

from clearway.model import Document, Hints
from clearway.sources.format import Draft
from clearway.sources.limits import LIMITS

NO_HINTS = Hints()


def document(data: bytes | str, *, name: str = "report.txt", hints: Hints = NO_HINTS) -> Document:
    """A document of these bytes or, in UTF-8, this text."""
    return Document(name=name, data=data.encode() if isinstance(data, str) else data, hints=hints)


def drafts(format_read: Callable[..., object], given: Document) -> list[Draft]:
    """The drafts that a format's reader finds."""
    return [found for found in format_read(given, LIMITS) if isinstance(found, Draft)]  # type: ignore[attr-defined]


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], *, trailer: str = "", info: str = "") -> bytes:
    """A PDF of pages of lines: each its left, its height on the page and its size in points, and its text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        shown = [f"BT /F1 {size} Tf {left} {top} Td ({text}) Tj ET" for left, top, size, text in page]
        content = "\n".join(shown)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R"
            f" /Resources << /Font {font} >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< {info} >>")
    return _assembled(objects, f"{trailer} /Info {len(objects)} 0 R")


def encrypted_pdf() -> bytes:
    """A PDF under a password that nobody knows: its check values fit no password."""
    known = "<" + "5a" * 32 + ">"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O {known} /U {known} >> /ID [<00> <00>]"
    return pdf([[(50, 700, 11, "Nobody may read this.")]], trailer=encrypt)


def _assembled(objects: Sequence[str], trailer: str) -> bytes:
    """The objects with their table and trailer."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def docx(*paragraphs: str, table: Sequence[Sequence[str]] = ()) -> bytes:
    """A DOCX of these paragraphs, then a table."""
    import docx as library

    made = library.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if table:
        rows = made.add_table(len(table), len(table[0]))
        for row, cells in zip(rows.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def docx_body(body: str) -> bytes:
    """A DOCX whose body is this XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    return changed(docx("x"), "word/document.xml", lambda _: part.encode())


def changed(archive: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == part else data)
    return out.getvalue()


def gzipped(data: bytes) -> bytes:
    """The bytes under gzip."""
    packer = zlib.compressobj(wbits=31)
    return packer.compress(data) + packer.flush()
