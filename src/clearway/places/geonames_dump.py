"""Reads a GeoNames country dump (XX.txt or XX.zip; columns as in its readme.txt)."""

import io
import zipfile
from pathlib import Path

from clearway.errors import RefusedDocument
from clearway.places.record import MOST_BYTES, Above, Parsed, Record, is_damaged, kept_names, point, refused_size

COLUMNS = 19
LEVELS = {"ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm3"}
SPOTS = frozenset(
    "AIRB AIRF AIRP BDG BDGQ CMP CMPRF CTRM DAM HSP HSPC HSPD HSPL MKT MSQE PRN PRT RFNR SCH UNIV CSTM PSTB".split()
)
"""Feature codes of buildings and sites that reports name."""
MOST_WARNINGS = 50


def looks_like(data: bytes) -> bool:
    """Whether the first line has a dump's columns."""
    fields = data.split(b"\n", 1)[0].split(b"\t")
    return len(fields) == COLUMNS and fields[0].isdigit()


def unzipped(data: bytes, name: str) -> bytes:
    """The dump inside a zip; raises `RefusedDocument` when there is none or it is too large."""
    remedy = "fetch the country's zip again from download.geonames.org/export/dump"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = [
                entry
                for entry in archive.infolist()
                if entry.filename.lower().endswith(".txt") and "readme" not in entry.filename.lower()
            ]
            if len(inside) != 1:
                raise RefusedDocument(name, rule="the zip does not hold exactly one country file", remedy=remedy)
            if inside[0].file_size > MOST_BYTES:
                raise refused_size(name, inside[0].file_size)
            with archive.open(inside[0]) as file:
                text = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise RefusedDocument(name, rule="the zip is broken or encrypted", remedy=remedy) from error
    if len(text) > MOST_BYTES:
        raise refused_size(name, len(text))
    return text


def parse(data: bytes, path: Path) -> Parsed:
    """The places and areas of a dump."""
    records: list[Record] = []
    warnings: list[str] = []
    numbers: dict[tuple[str, ...], int] = {}
    lines = data.split(b"\n")
    rows = [
        (number, line.decode(errors="surrogateescape").rstrip("\r").split("\t"))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    for _, row in rows:
        if len(row) == COLUMNS and row[7] in LEVELS and row[0].isdigit():
            depth = int(row[7][-1])
            numbers[(row[8], *row[10 : 10 + depth])] = int(row[0])
    for number, row in rows:
        problem = _problem(row)
        if problem:
            warnings.append(f"{path.name}, line {number}: {problem}; the line is left out")
            continue
        if any(is_damaged(value) for value in row):
            warnings.append(
                f"{path.name}, line {number}: a name is not UTF-8; that name is left out, the place is kept"
            )
        if record := _record(row, numbers):
            records.append(record)
    if not records:
        raise RefusedDocument(
            str(path), rule="no line holds a place", remedy="give a country dump of GeoNames (XX.txt or XX.zip)"
        )
    return Parsed(records=tuple(records), warnings=_shortened(warnings))


def _problem(row: list[str]) -> str | None:
    """What makes a line unusable."""
    if len(row) != COLUMNS:
        return f"{len(row)} columns where a dump has {COLUMNS}"
    if not row[0].isdigit() or len(row[0]) > 12:
        return "the GeoNames id is not a number"
    if point(row[4], row[5]) is None:
        return "the coordinates are not on the globe"
    return None if kept_names([row[1], row[2]]) else "the name cannot be read"


def _record(row: list[str], numbers: dict[tuple[str, ...], int]) -> Record | None:
    level = LEVELS.get(row[7]) or ("settlement" if row[6] == "P" else "facility" if row[7] in SPOTS else None)
    if level is None:
        return None
    place = point(row[4], row[5])
    depth = int(level[-1]) if level.startswith("adm") else 3
    above = []
    for size in (1, 2):
        number = numbers.get((row[8], *row[10 : 10 + size]))
        if size < depth and number and row[9 + size]:
            above.append(Above(level=f"adm{size}", code=f"geonames:{number}"))
    return Record(
        ref=f"geonames:{row[0]}", names=kept_names([row[1], row[2], *row[3].split(",")]), level=level,
        country=row[8] or None, above=tuple(above), geonames=int(row[0]),
        code=".".join(row[8:9] + row[10 : 10 + depth]) if level.startswith("adm") else None,
        latitude=place[0] if place else None, longitude=place[1] if place else None,
        population=int(row[14]) if row[14].isdigit() and len(row[14]) < 12 and row[14] != "0" else None,
    )  # fmt: skip


def _shortened(warnings: list[str]) -> tuple[str, ...]:
    more = len(warnings) - MOST_WARNINGS
    return (*warnings[:MOST_WARNINGS], f"and {more} lines more") if more > 0 else tuple(warnings)
