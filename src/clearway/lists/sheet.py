"""A CSV file as headings and rows, strictly."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clearway.errors import RefusedDocument

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
SEPARATORS = ",;\t|"
MOST_BYTES = 512 * 1024 * 1024
LONGEST_CELL = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a CSV file holds: headings, rows as long as these, and the line where each row begins, the first being 1."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    def lines(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each row with the line where it begins."""
        return zip(self.starts, self.rows, strict=True)


def read_sheet(path: Path) -> Sheet:
    """The sheet in a file; raises `RefusedDocument` where it is no table in UTF-8 (or UTF-16 with its mark)."""
    try:
        if path.stat().st_size > MOST_BYTES:
            rule = f"it is larger than {MOST_BYTES // 1024**2:,} MB"
            raise RefusedDocument(str(path), rule=rule, remedy="split it, or leave columns out")
        data = path.read_bytes()
    except OSError as error:
        rule = f"it cannot be read ({error.strerror or error})"
        raise RefusedDocument(str(path), rule=rule, remedy="name a CSV file") from error
    return parse_sheet(path.name, data)


def parse_sheet(name: str, data: bytes) -> Sheet:
    """The sheet in bytes; blank rows are left out, short ones filled up."""
    text = _text(name, data)
    csv.field_size_limit(LONGEST_CELL)
    first = text.lstrip().split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((begins, [cell.strip() for cell in row]))
            begins = reader.line_num + 1
    except csv.Error as error:
        rule = f"line {begins} is no CSV ({error})"
        raise RefusedDocument(name, rule=rule, remedy="save it anew as CSV") from error
    if not found:
        raise RefusedDocument(name, rule="it is empty", remedy="give a CSV with headings and rows")
    headings = _headings(name, found[0][1])
    rows = [_filled(name, line, row, len(headings)) for line, row in found[1:]]
    if not rows:
        raise RefusedDocument(name, rule="it has headings and no rows", remedy="give the rows too")
    starts = tuple(line for line, _ in found[1:])
    return Sheet(name=name, headings=headings, rows=tuple(rows), starts=starts)


def _text(name: str, data: bytes) -> str:
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    data = data[len(mark) :]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        rule = f"line {line} is not {encoding.upper()} (byte {error.start:,})"
        raise RefusedDocument(name, rule=rule, remedy="save it as CSV UTF-8") from error
    if "\x00" in text:
        raise RefusedDocument(name, rule="it is no text", remedy="save the table as CSV UTF-8")
    return text


def _headings(name: str, cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    for heading in cells:
        if not heading:
            raise RefusedDocument(name, rule="a column has no heading", remedy="give each column a heading")
        if cells.count(heading) > 1:
            raise RefusedDocument(name, rule=f"two columns are called {heading}", remedy="rename one of them")
    return tuple(cells)


def _filled(name: str, line: int, row: list[str], width: int) -> tuple[str, ...]:
    if any(row[width:]):
        rule = f"line {line} has {len(row)} cells under {width} headings"
        raise RefusedDocument(name, rule=rule, remedy="quote cells that hold the separator")
    return tuple(row[:width] + [""] * (width - len(row)))
