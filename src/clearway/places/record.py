"""One place as a user's file gives it, and the checks that every such file passes."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clearway.errors import RefusedDocument

MOST_BYTES = 256 * 1024 * 1024
"""Larger files are refused: the largest country dump of GeoNames unpacks to about as much."""
LONGEST_NAME = 200
MOST_NAMES = 400

Rings = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """An area that a record says it lies in."""

    level: str
    code: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A place of a user's file: `ref` is its id, `country` ISO 3166-1 alpha-2, `rings` (longitude, latitude)."""

    ref: str
    names: tuple[str, ...]
    level: str
    country: str | None = None
    above: tuple[Above, ...] = ()
    code: str | None = None
    pcode: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    population: int | None = None
    rings: Rings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a file holds: its records and what is wrong with the others, by line."""

    records: tuple[Record, ...]
    warnings: tuple[str, ...]


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises `RefusedDocument` when it is no ordinary file, empty, or too large."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise RefusedDocument(str(path), rule="this is not a file", remedy="give one file at a time")
        if size > MOST_BYTES:
            raise refused_size(str(path), size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise RefusedDocument(
            str(path), rule=f"the file cannot be read ({reason})", remedy="check its name and rights"
        ) from error
    if len(data) > MOST_BYTES:
        raise refused_size(str(path), len(data))
    if not data.strip():
        raise RefusedDocument(str(path), rule="the file is empty", remedy="fetch it again")
    return data


def refused_size(name: str, size: int) -> RefusedDocument:
    """The error for a file beyond the limit."""
    rule = f"{size // 2**20} MB is more than the {MOST_BYTES // 2**20} MB that a gazetteer file may have"
    return RefusedDocument(name, rule=rule, remedy="add one country at a time")


def point(latitude: object, longitude: object) -> tuple[float, float] | None:
    """Degrees as numbers when both are on the globe, else nothing."""
    try:
        north, east = float(str(latitude)), float(str(longitude))
    except ValueError:
        return None
    return (north, east) if -90 <= north <= 90 and -180 <= east <= 180 else None


def kept_names(names: Sequence[object]) -> tuple[str, ...]:
    """The usable names among values, each once: text, not too long, no control characters, no broken bytes."""
    usable = []
    for name in names[:MOST_NAMES]:
        if (
            isinstance(name, str)
            and 0 < len(name.strip()) <= LONGEST_NAME
            and name.isprintable()
            and not is_damaged(name)
        ):
            usable.append(name.strip())
    return tuple(dict.fromkeys(usable))


def is_damaged(text: str) -> bool:
    """Whether text that was decoded with surrogateescape holds bytes that were no UTF-8."""
    return any("\udc80" <= letter <= "\udcff" for letter in text)


def damaged_lines(data: bytes) -> dict[int, bytes]:
    """The lines that are not UTF-8, by number from 1."""
    damaged = {}
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            line.decode()
        except UnicodeDecodeError:
            damaged[number] = line
    return damaged
