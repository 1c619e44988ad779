"""`roads add`: which format a file has, what memory it takes, and into which file its roads go."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clearway.corridors.roads import geojson, osm, tables
from clearway.corridors.roads.joining import joined
from clearway.corridors.roads.keeping import load, save
from clearway.corridors.roads.lines import Lines
from clearway.corridors.roads.network import Network
from clearway.corridors.roads.osm import OnProgress, Size, tell_nobody
from clearway.corridors.roads.simplifying import network_of
from clearway.corridors.roads.standing import placed
from clearway.errors import RefusedDocument, RoadError

BYTES_A_POINT, BYTES_A_ROAD, BYTES_AT_LEAST = 270, 600, 90 * 1024**2
BYTES_OF_FILE = {".osm": 0.2, ".geojson": 12.0, ".json": 12.0, ".csv": 20.0}
BYTES_OF_PACKED_FILE = 2.5
"""What reading takes in memory; `benchmarks/roads.py` measures how far this is off. A packed file of OpenStreetMap's
has a point in some 8 bytes, and 16 are kept for each while its roads are read, whether or not a road runs over it."""
TIMES_KNOWN = 3
"""How often what was there before stands in memory: as it was, in parts, and joined."""
BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding a file; the counts are of the whole network afterwards."""

    network: Network
    already: bool
    nodes: int
    legs: int
    notes: tuple[str, ...] = ()


def megabytes_for(path: Path) -> int:
    """About how many megabytes of memory adding a file takes; raises `RefusedDocument` where it cannot be read."""
    size = _size(path)
    return _megabytes(path, size)


def add(
    path: Path,
    roads: Path,
    *,
    on_progress: OnProgress = tell_nobody,
    on_needed: Callable[[int], None] | None = None,
    most_megabytes: int | None = None,
) -> Added:
    """Add the roads of a file to the network in the file `roads`, which is made if need be.

    `on_needed` is told about how many megabytes of memory this takes, before it starts.
    Raises `RefusedDocument` for a file that cannot be used, `RoadError` where `roads` is none of ours or reading takes
    more than `most_megabytes`.
    """
    known = load(roads) if roads.exists() else None
    sha256 = _sha256(path)
    if known and any(source.sha256 == sha256 for source in known.sources):
        return Added(network=known, already=True, nodes=len(known.nodes), legs=len(known.legs))
    size = _size(path)
    needed = _megabytes(path, size) + (TIMES_KNOWN * roads.stat().st_size // 1024**2 if known else 0)
    if on_needed:
        on_needed(needed)
    if most_megabytes is not None and needed > most_megabytes:
        rule = f"about {needed:,} MB of memory will be needed, and {most_megabytes:,} MB are free"
        raise RoadError(str(path), rule=rule, remedy="cut out the area that you need, or close other programs")
    network, notes = _grown(known, path, sha256, size, on_progress)
    on_progress("writing", 1.0)
    save(network, roads)
    return Added(network=network, already=False, nodes=len(network.nodes), legs=len(network.legs), notes=notes)


def _grown(
    known: Network | None, path: Path, sha256: str, size: Size, on_progress: OnProgress
) -> tuple[Network, tuple[str, ...]]:
    """The network that was known with what the file has, and notes."""
    if tables.is_points(path):
        if known is None:
            remedy = "add roads first, or name the table of towns towns.csv, with links.csv beside it"
            raise RefusedDocument(str(path), rule="it has points, and there are no roads to put them on", remedy=remedy)
        points, source, unused = tables.read_points(path, sha256=sha256)
        network, notes = placed(known, points, source)
        return network, (*unused, *notes)
    lines = _read(path, sha256, size, on_progress)
    network = network_of(lines)
    return (joined(known, network) if known else network), lines.notes


def _read(path: Path, sha256: str, size: Size, on_progress: OnProgress) -> Lines:
    if _is_osm(path):
        return osm.read_osm(path, sha256=sha256, size=size, on_progress=on_progress)
    if path.name.casefold().endswith(geojson.ENDINGS):
        return geojson.read_geojson(path, sha256=sha256)
    return tables.read_tables(path, sha256=sha256)


def _is_osm(path: Path) -> bool:
    return path.name.casefold().endswith(osm.ENDINGS)


def _files(path: Path) -> tuple[Path, ...]:
    """The files that a path stands for; raises `RefusedDocument` where they are missing, empty or of no known form."""
    try:
        is_table = path.is_dir() or path.suffix.casefold() == ".csv"
        if not is_table and not path.name.casefold().endswith((*osm.ENDINGS, *geojson.ENDINGS)):
            rule = "its name ends like no format of roads"
            remedy = "give .osm.pbf, .osm, .geojson, or a folder with towns.csv and links.csv"
            path.stat()
            raise RefusedDocument(str(path), rule=rule, remedy=remedy)
        files = tables.pair_of(path) if is_table and not tables.is_points(path) else (path,)
        for file in files:
            if file.stat().st_size == 0:
                raise RefusedDocument(str(file), rule="it is empty", remedy="fetch it again, whole")
    except OSError as error:
        rule = f"it cannot be read ({error.strerror or error})"
        raise RefusedDocument(str(path), rule=rule, remedy="name a file of roads") from error
    return files


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for name in _files(path):
        with name.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()


def _size(path: Path) -> Size:
    files = _files(path)
    if _is_osm(path):
        return osm.size_of(path)
    return Size(bytes=sum(file.stat().st_size for file in files), roads=0, points=0)


def _megabytes(path: Path, size: Size) -> int:
    suffix = ".csv" if path.is_dir() else path.suffix.casefold()
    of_file = size.bytes * BYTES_OF_FILE.get(suffix, BYTES_OF_PACKED_FILE)
    return int(BYTES_AT_LEAST + size.points * BYTES_A_POINT + size.roads * BYTES_A_ROAD + of_file) // 1024**2
