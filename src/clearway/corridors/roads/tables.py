"""Towns and the links between them, as two tables: Clearway's own plain one and FLEE's.

FLEE's shape is `locations.csv` and `routes.csv` (https://flee.readthedocs.io), with a "#" before the headings.
"""

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.lengths import Degrees, lengths_m
from clearway.corridors.roads.lines import Lines, NodeFacts, RoadFacts
from clearway.corridors.roads.network import KINDS, STATUSES, RoadSource
from clearway.corridors.roads.standing import Standing
from clearway.corridors.roads.tagging import road_of
from clearway.errors import RefusedDocument
from clearway.places.folding import fold

PAIRS = (("towns.csv", "links.csv"), ("locations.csv", "routes.csv"))
"""The two files of a folder."""
ABOUT = "about.json"
SEPARATORS = ",;\t"
ABOUT_KEYS = ("attribution", "licence", "as_of", "caution")

TOWNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "long", "longitude"),
    "kind": ("kind", "location_type"),
    "hours": ("hours", "opening_hours"),
    "status": ("status",),
}
LINKS: Mapping[str, tuple[str, ...]] = {
    "from": ("from", "name1"),
    "to": ("to", "name2"),
    "km": ("length_km", "distance_km", "distance"),
    "class": ("class", "highway"),
    "ref": ("ref", "road"),
    "name": ("road_name",),
    "oneway": ("oneway",),
    "lanes": ("lanes",),
    "maxspeed": ("maxspeed", "maxspeed_kmh"),
    "surface": ("surface",),
    "bridge": ("bridge",),
    "maxwidth": ("maxwidth", "width_m"),
    "maxheight": ("maxheight", "height_m"),
    "maxweight": ("maxweight", "weight_t"),
    "access": ("access",),
}
NEEDED_OF_TOWNS, NEEDED_OF_LINKS = ("name", "lat", "lon"), ("from", "to", "km")
KNOWN_UNUSED = frozenset(
    str.split("source sources note notes region country conflict_date population forced_redirection")
)
"""Columns that stand for people, and those of FLEE's that are no part of a road."""
KIND_OF = {"conflict_zone": "town", "forwarding_hub": "town", "marker": "junction", "": "town"}
"""FLEE's types of location that have another name here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV file: its path, the position of each column that is known, its rows with their lines, other columns."""

    path: Path
    at: Mapping[str, int]
    rows: tuple[tuple[int, tuple[str, ...]], ...] = field(repr=False)
    unused: tuple[str, ...]

    def cells(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row as its line and its cells by column, empty where the table has no such column."""
        for line, row in self.rows:
            yield line, {name: row[place] if place < len(row) else "" for name, place in self.at.items()}

    def refused(self, line: int, rule: str, remedy: str) -> RefusedDocument:
        """The error that a line makes."""
        return RefusedDocument(str(self.path), rule=f"line {line} {rule}", remedy=remedy)


def is_points(path: Path) -> bool:
    """Whether a file is a table by itself: any CSV but those that come in pairs."""
    return path.suffix.casefold() == ".csv" and path.is_file() and not any(path.name in pair for pair in PAIRS)


def pair_of(path: Path) -> tuple[Path, Path]:
    """The files of towns and of links that a folder, or either of the two, stands for."""
    folder = path if path.is_dir() else path.parent
    for towns, links in PAIRS:
        if path.is_dir() or path.name in (towns, links):
            there = (folder / towns, folder / links)
            if all(file.is_file() for file in there):
                return there
    names = " or ".join(f"{towns} and {links}" for towns, links in PAIRS)
    raise RefusedDocument(
        str(path), rule=f"it is no pair of {names}", remedy="put both files into one folder and name it"
    )


def read_tables(path: Path, *, sha256: str) -> Lines:
    """The towns and links of a folder as lines; raises `RefusedDocument` for what cannot be used, by its line."""
    towns_file, links_file = pair_of(path)
    towns, links = _table(towns_file, TOWNS, NEEDED_OF_TOWNS), _table(links_file, LINKS, NEEDED_OF_LINKS)
    at, lon, lat, special = _towns(towns)
    ends, lengths, facts = _links(links, at)
    index: dict[RoadFacts, int] = {}
    kinds = np.array([index.setdefault(one, len(index)) for one in facts], np.int64)
    notes = [f"{table.path.name}: not used: {', '.join(table.unused)}" for table in (towns, links) if table.unused]
    straight = lengths_m(lon[ends[:, 0]], lat[ends[:, 0]], lon[ends[:, 1]], lat[ends[:, 1]])
    if short := int((lengths < straight * 0.98).sum()):
        notes.append(f"{links_file.name}: {short:,} links are shorter than the straight line between their towns")
    return Lines(
        lon=lon, lat=lat, points=ends.reshape(-1), starts=np.arange(0, 2 * len(ends) + 1, 2), kinds=kinds,
        facts=tuple(index), special=special, source=_source(path, towns_file.parent, sha256, towns_file.name),
        ids=np.zeros(0, np.int64), lengths_m=lengths, notes=tuple(notes),
    )  # fmt: skip


def read_points(path: Path, *, sha256: str) -> tuple[list[Standing], RoadSource, tuple[str, ...]]:
    """The points of a table without links, where it comes from, and notes; raises `RefusedDocument` by the line."""
    table = _table(path, TOWNS, NEEDED_OF_TOWNS)
    at, lon, lat, special = _towns(table)
    lines = [line for line, _ in table.rows]
    points = [
        Standing(line=lines[place], latitude=float(lat[place]), longitude=float(lon[place]), facts=special[place])
        for place in at.values()
    ]
    notes = (f"{path.name}: not used: {', '.join(table.unused)}",) if table.unused else ()
    return points, replace(_source(path, path.parent, sha256, path.name), format="points"), notes


def _towns(table: Table) -> tuple[dict[str, int], Degrees, Degrees, dict[int, NodeFacts]]:
    """The place of each town by its folded name, where it is, and what stands there."""
    at: dict[str, int] = {}
    lon, lat, special = [], [], {}
    for line, cells in table.cells():
        key = fold(cells["name"])
        if not key:
            raise table.refused(line, "has no name", "name the town")
        if key in at:
            raise table.refused(line, f"names {cells['name']} again", "give each town its own name")
        lat.append(_degrees(table, line, cells["lat"], "latitude", 90))
        lon.append(_degrees(table, line, cells["lon"], "longitude", 180))
        special[len(at)] = _standing(table, line, cells)
        at[key] = len(at)
    return at, np.array(lon, np.float64), np.array(lat, np.float64), special


def _standing(table: Table, line: int, cells: Mapping[str, str]) -> NodeFacts:
    """What stands there, as a line says."""
    kind = cells.get("kind", "").casefold()
    kind = KIND_OF.get(kind, kind)
    status = cells.get("status", "").casefold() or STATUSES[0]
    if kind not in KINDS:
        raise table.refused(line, f"has the kind {kind[:40]}", f"give one of {', '.join(KINDS)}")
    if status not in STATUSES:
        raise table.refused(line, f"has the status {status[:40]}", f"give one of {', '.join(STATUSES)}")
    return NodeFacts(kind=kind, status=status, name=cells["name"], hours=cells.get("hours", ""))


def _links(table: Table, at: Mapping[str, int]) -> tuple[NDArray[np.int64], NDArray[np.float64], list[RoadFacts]]:
    """Both towns of each link, its length in metres, and what is said of it."""
    ends, lengths, facts = [], [], []
    for line, cells in table.cells():
        for column in ("from", "to"):
            if fold(cells[column]) not in at:
                town = cells[column][:60] or "no town"
                raise table.refused(
                    line, f"names {town}, which is not among the towns", "add it to them, or spell it alike"
                )
        ends.append((at[fold(cells["from"])], at[fold(cells["to"])]))
        if ends[-1][0] == ends[-1][1]:
            raise table.refused(line, f"leads from {cells['from']} to itself", "give two towns")
        lengths.append(1000 * _kilometres(table, line, cells["km"]))
        facts.append(_facts(table, line, cells))
    return np.array(ends, np.int64).reshape(-1, 2), np.array(lengths, np.float64), facts


def _facts(table: Table, line: int, cells: Mapping[str, str]) -> RoadFacts:
    """What the columns of a link say, which have OpenStreetMap's words."""
    tags = {key: value for key, value in cells.items() if value and key not in ("from", "to", "km", "class")}
    # a motorway between two towns goes both ways, unlike its two carriageways on a map
    road = road_of({"oneway": "no", **tags, "highway": cells.get("class") or "road"})
    if road is None:
        said = cells.get("class", "")[:40]
        raise table.refused(line, f"has the class {said}, which is none", "give a value of OpenStreetMap's highway=*")
    return road


def _degrees(table: Table, line: int, written: str, what: str, most: int) -> float:
    value = _number(written)
    if not abs(value) <= most:
        raise table.refused(line, f"has the {what} {written[:20] or 'nothing'}", f"give degrees from -{most} to {most}")
    return value


def _kilometres(table: Table, line: int, written: str) -> float:
    value = _number(written)
    if not 0 < value < 50_000:
        said = "no length" if not written else f"the length {written[:20]}"
        raise table.refused(line, f"has {said}", "give kilometres above 0")
    return value


def _number(written: str) -> float:
    """The number that is written, or none (NaN)."""
    try:
        return float(written)
    except ValueError:
        return math.nan


def _table(path: Path, columns: Mapping[str, tuple[str, ...]], needed: Sequence[str]) -> Table:
    """A CSV file by its headings; raises `RefusedDocument` where it is none or lacks a column that is needed."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        found = list(_rows(text))
    except (UnicodeDecodeError, csv.Error) as error:
        raise RefusedDocument(
            str(path), rule=f"it is no CSV in UTF-8 ({error})", remedy="save it as CSV UTF-8"
        ) from error
    if len(found) < 2:
        rule = "it is empty" if not found else "it has headings and no rows"
        raise RefusedDocument(str(path), rule=rule, remedy="give a table with headings and rows")
    headings = [heading.lstrip("#").strip().casefold().replace(" ", "_") for heading in found[0][1]]
    at = {
        name: headings.index(known) for name, all_known in columns.items() for known in all_known if known in headings
    }
    for name in needed:
        if name not in at:
            rule = f"it has no column {' or '.join(columns[name])} (but {', '.join(headings[:8])})"
            raise RefusedDocument(str(path), rule=rule, remedy="name that column so")
    unused = (heading for place, heading in enumerate(headings) if place not in at.values())
    return Table(
        path=path, at=at, rows=tuple(found[1:]), unused=tuple(name for name in unused if name not in KNOWN_UNUSED)
    )


def _rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a CSV with the lines on which they end, without blank ones and remarks (#) after the headings."""
    first = text.lstrip().split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    is_first = True
    for row in reader:
        cells = tuple(cell.strip() for cell in row)
        if any(cells) and (is_first or not cells[0].startswith("#")):
            yield reader.line_num, cells
            is_first = False


def _source(path: Path, folder: Path, sha256: str, towns: str) -> RoadSource:
    """Where the towns come from, as `about.json` beside them says."""
    file = folder / ABOUT
    about: dict[str, object] = {}
    if file.is_file():
        try:
            about = json.loads(file.read_text("utf-8"))
            if not isinstance(about, dict):
                raise TypeError("it is no object")
        except (ValueError, TypeError) as error:
            remedy = f"give an object with {', '.join(ABOUT_KEYS)}"
            raise RefusedDocument(str(file), rule=f"it is no JSON object ({error})", remedy=remedy) from error
    said = {key: str(about.get(key, "")) for key in ABOUT_KEYS}
    if not said["attribution"]:
        said["attribution"] = f"{path.name or folder.name} (its file names no source)"
    form = "FLEE" if towns == "locations.csv" else "towns and links"
    return RoadSource(name=path.name or folder.name, sha256=sha256, format=form, **said)
