"""One command on roads with five million junctions, in this process; prints JSON: seconds, peak, what was told."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import process_time

from benchmarks.fresh import REPOSITORY
from benchmarks.memory import peak

NODES = 5_000_000
SIDE = 2_236
"""Crossings along a side of the grid that is added."""
NEAR, FAR = "34.62,35.62", "38.94,39.94"
"""A point beside the first town, and one at the other end."""
STEPS = {
    "add": "roads add",
    "show": "roads show",
    "near": "roads near",
    "short": "corridor plan, 17 km",
    "long": "corridor plan, corner to corner",
}
Told = Callable[[int], None]


def make(folder: Path) -> str:
    """Write the roads, a packed file to add, and a ledger of the samples."""
    from benchmarks.large_made import write_network
    from benchmarks.roads_made import write_grid

    write_network(folder / "made-roads.npz", NODES)
    write_grid(folder / "grid.osm.pbf", SIDE, bends=1, buildings=0, blocks=10)
    command = [sys.executable, "-m", "clearway", "read", "samples", "--ledger", str(folder / "made.db")]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)  # noqa: S603  # our own program
    return ""


def add(folder: Path, told: Told) -> str:
    """Add the packed file."""
    from clearway.crisis.roads import add_roads

    found = add_roads(folder / "grid.osm.pbf", folder / "grid-roads.npz", on_needed=told)
    return f"; {found.nodes:,} nodes, {found.legs:,} legs"


def show(folder: Path, told: Told) -> str:
    """Say what the roads hold."""
    from clearway.crisis.roads import roads_held

    held = roads_held(folder / "made-roads.npz", on_needed=told)
    return f"; {held.nodes:,} nodes, {held.legs:,} legs"


def near(folder: Path, told: Told) -> str:
    """Find a point on the roads."""
    from clearway.crisis.roads import place_on_roads

    place_on_roads(FAR, folder / "made-roads.npz", within_km=5, on_needed=told)
    return ""


def plan(folder: Path, to: str, told: Told) -> str:
    """Plan from the first town."""
    from clearway.crisis import Crisis
    from clearway.crisis.corridors import Ask, planned

    ask = Ask(origin="First Town", destination=to, as_of=date(2020, 2, 21), show_unverified=True)
    with Crisis.open(folder / "made.db") as crisis:
        found = planned(crisis, folder / "made-roads.npz", ask, on_needed=told).plan
    cut = f", front truncated at {found.truncated:,}" if found.truncated else ""
    return f"; {len(found.routes)} ways{cut}, {found.untried} claims not tried"


def main(arguments: Sequence[str]) -> None:
    """Do what is named in the folder that is named."""
    name, folder = arguments[0], Path(arguments[1])
    told = [0]
    steps: dict[str, Callable[[], str]] = {
        "make": lambda: make(folder),
        "add": lambda: add(folder, told.append),
        "show": lambda: show(folder, told.append),
        "near": lambda: near(folder, told.append),
        "short": lambda: plan(folder, NEAR, told.append),
        "long": lambda: plan(folder, FAR, told.append),
    }
    detail = steps[name]()
    json.dump({"seconds": process_time(), "peak": peak(), "told": told[-1], "detail": detail}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
