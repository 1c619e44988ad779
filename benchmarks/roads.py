"""Loading roads: two real extracts beside a bare pass of pyosmium, FLEE's network, and memory told against taken."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.fresh import UnmeasuredError, measured
from benchmarks.options import Options
from benchmarks.roads_made import write_grid
from benchmarks.table import Line, Section, at_most
from clearway.corridors.roads import add

EXTRACTS = {"Andorra": ("andorra.osm.pbf", 1.0), "Liechtenstein": ("liechtenstein-latest.osm.pbf", 3.0)}
"""Files, and the seconds of processor time that are asked."""
FLEE, TOWNS, LINKS = "flee-syria", 18, 32
SIDE, FULL_SIDE = 150, 500
"""Crossings along a side of the made grid, and where all is asked for: 250,000 crossings and 3 million points."""


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """A few lines for each extract, one for FLEE's network, one for memory."""
    folder = options.data.parent / "data" / "roads"
    if not folder.is_dir():
        raise UnmeasuredError(f"no {folder}: name the folder of texts beside it with --data FOLDER")
    lines: list[Line] = []
    for name, (file, most) in EXTRACTS.items():
        say(f"measuring roads: {name}")
        lines += _extract(name, _adding(folder / file, options.rounds), most)
    say("measuring roads: FLEE's network and a made one")
    lines += [_flee(folder / FLEE), *_made(FULL_SIDE if options.full else SIDE)]
    notes = (
        "Adding: from the packed file to the file of roads written, in seconds of the processor, libraries loaded "
        f"before; medians of {options.rounds} rounds in a process of its own.",
        "Bare pass: pyosmium alone counts every object of the file from Python, in the same rounds, and keeps none.",
        "Made: a grid of streets, five bends between crossings, four points of buildings for each point of a road; "
        f"{SIDE} crossings a side, {FULL_SIDE} with --full. Told: what `clearway roads add` says before it starts.",
    )
    return Section(name="roads", title="Loading roads", lines=lines, notes=notes)


def _adding(file: Path, rounds: int) -> Mapping[str, Any]:
    found: Mapping[str, Any] = measured("roads_adding", "--file", str(file), "--rounds", str(rounds))
    return found


def _extract(name: str, found: Mapping[str, Any], most: float) -> list[Line]:
    seconds, bare, loading = (median(found[what]) for what in ("adding", "bare", "loading"))
    parts = f"{found['nodes']:,} nodes, {found['legs']:,} legs, {found['islands']:,} parts"
    return [
        at_most(f"{name}: added", seconds, most, "{:.2f} s", f" ({parts})"),
        Line(what=f"{name}: to a bare pass", value=f"{seconds / bare:.1f} times ({bare:.2f} s)"),
        Line(what=f"{name}: loaded again", value=f"{loading * 1000:.0f} ms"),
    ]


def _flee(folder: Path) -> Line:
    with tempfile.TemporaryDirectory() as place:
        added = add(folder, Path(place) / "syria-roads.npz")
    said = f"{added.nodes} towns, {added.legs} links"
    asked = f"{TOWNS} towns, {LINKS} links"
    return Line(what="FLEE's Syria", value=said, floor=asked, passed=said == asked)


def _made(side: int) -> list[Line]:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "grid.osm.pbf"
        write_grid(file, side)
        found = _adding(file, 1)
    taken = found["peak"] / 1024**2
    nodes = f"{found['nodes']:,} nodes, {found['legs']:,} legs"
    return [
        at_most(
            "made grid: memory taken to told", taken / found["told"], 1.0, "{:.2f}", f" ({taken:,.0f} MB; {nodes})"
        ),
        Line(what="made grid: added", value=f"{found['adding'][0]:.1f} s"),
    ]
