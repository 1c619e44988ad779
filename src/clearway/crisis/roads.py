"""What is asked of roads, which need no ledger: adding files, what there is, and where a place is on them."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from clearway.corridors.lacking import no_roads
from clearway.errors import RoadError
from clearway.model import Sketch
from clearway.model.sketch import Bounds

if TYPE_CHECKING:
    from clearway.corridors.roads import Added, Network
    from clearway.corridors.roads import OnRoads as OnRoads  # the command line sees these through here
    from clearway.corridors.roads import Roads as Roads

SKETCHES = 8
"""Drawings of roads that are kept, as large roads take long to draw."""


def roads_beside(ledger: Path | str) -> Path:
    """Where the roads of a ledger are kept unless another file is named: `NAME-roads.npz` beside `NAME.db`.

    Those of a ledger on a server are in the user's folder of data, `~/.local/share/clearway/SERVER/NAME-roads.npz`.
    """
    from clearway.ledger import beside

    return beside(ledger, "roads.npz")


def add_roads(
    file: Path,
    roads: Path,
    *,
    on_progress: Callable[[str, float], None] | None = None,
    on_needed: Callable[[int], None] | None = None,
) -> "Added":
    """Add a file of roads to the network in `roads`, which is made if need be.

    `on_progress` is told what is being done and how much of it is done, `on_needed` how many megabytes this takes.

    Raises `RefusedDocument` for a file that cannot be used, `RoadError` where it takes more memory than is free.
    """
    import psutil

    from clearway.corridors.roads import add
    from clearway.corridors.roads.osm import tell_nobody
    from clearway.crisis.asking import make_folder

    make_folder(roads)
    free = psutil.virtual_memory().available // 1024**2
    return add(file, roads, on_progress=on_progress or tell_nobody, on_needed=on_needed, most_megabytes=free)


def roads_to_plan_on(roads: Path, *, on_needed: Callable[[int], None] | None = None) -> "Network":
    """The roads in a file; `on_needed` is told how many megabytes a plan on them takes, where these are many.

    Raises `RoadError` where that is more memory than is free, or where there is no such file.
    """
    import psutil

    from clearway.corridors.roads import load, megabytes_to_plan

    needed, free = megabytes_to_plan(roads), psutil.virtual_memory().available // 1024**2
    if needed and on_needed:
        on_needed(needed)
    if needed > free:
        rule = f"a plan on these roads takes about {needed:,} MB of memory, and {free:,} MB are free"
        raise RoadError(str(roads), rule=rule, remedy="cut out the area that you need, or close other programs")
    return load(roads)


def roads_held(roads: Path, *, on_needed: Callable[[int], None] | None = None) -> "Roads":
    """What a file of roads holds; raises `RoadError` where there is none.

    `on_needed` is told how many megabytes of memory it takes, where these are many.
    """
    from clearway.corridors.roads import about, megabytes_to_load

    if on_needed and (needed := megabytes_to_load(roads)):
        on_needed(needed)
    return about(roads)


def roads_drawn(roads: Path, bounds: Bounds | None = None) -> Sketch:
    """The roads as a map shows them, nearer within `bounds` unless there are many; `RoadError` where there are none."""
    if not roads.is_file():
        raise no_roads(roads)
    from clearway.corridors.roads import megabytes_to_plan

    stamp = roads.stat()
    near = None if megabytes_to_plan(roads) else bounds
    return _sketched(roads, (stamp.st_mtime_ns, stamp.st_size), near)


@lru_cache(maxsize=SKETCHES)
def _sketched(roads: Path, stamp: tuple[int, int], bounds: Bounds | None) -> Sketch:
    """The roads of a file as it is since `stamp`, drawn once."""
    from clearway.corridors.roads import load
    from clearway.corridors.roads.drawing import sketch

    del stamp
    return sketch(load(roads), bounds)


def place_on_roads(
    place: str,
    roads: Path,
    *,
    places: Path | None = None,
    within_km: float,
    on_needed: Callable[[int], None] | None = None,
) -> "OnRoads":
    """Where a place is on the roads; `places` is the user's gazetteer. Raises `RoadError` where no road is near.

    `on_needed` is told how many megabytes of memory it takes, where these are many.
    """
    from clearway.corridors.roads import load, megabytes_to_load, on_roads
    from clearway.places import Gazetteer

    if on_needed and (needed := megabytes_to_load(roads)):
        on_needed(needed)
    network = load(roads)
    with Gazetteer.open(user=places) as gazetteer:
        return on_roads(place, network, gazetteer, within_km=within_km)
