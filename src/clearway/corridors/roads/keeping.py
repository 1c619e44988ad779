"""A network in one file: numpy's arrays in a zip archive, which load in a moment and which any program can open."""

import json
import os
import zipfile
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np

from clearway.corridors.lacking import no_roads
from clearway.corridors.roads.network import Legs, Network, Nodes, RoadSource, arrays_of
from clearway.errors import RoadError

VERSION = 1
NAME = "clearway roads"
LARGE = 20 * 1024**2
"""From so many bytes on, the memory for a plan is told; these are some 200,000 junctions."""
BYTES_OF_SEARCH, TIMES_FILE = 700 * 1024**2, 7
"""What a plan takes at most: the search for ways, and how often the file stands in memory."""
BYTES_TO_LOOK, TIMES_LOOKED = 150 * 1024**2, 3
"""The same for a look at what a file holds, or at where a place is."""
REMEDY = "move it away and add your roads again with `clearway roads add`"


def roads_beside(ledger: Path) -> Path:
    """Where a ledger's roads are kept unless another file is named: `NAME-roads.npz` beside `NAME.db`."""
    return ledger.with_name(f"{ledger.stem}-roads.npz")


def save(network: Network, path: Path) -> None:
    """Write the network, whole or not at all; the same network gives the same bytes."""
    arrays: dict[str, Any] = {f"nodes.{name}": array for name, array in arrays_of(network.nodes).items()}
    arrays |= {f"legs.{name}": array for name, array in arrays_of(network.legs).items()}
    head = {"is": NAME, "version": VERSION, "attribution": network.attribution, "cautions": network.cautions}
    arrays["head"] = _packed(head | {"sources": [asdict(source) for source in network.sources]})
    arrays["texts"] = _packed(network.texts)
    half = path.with_name(f"{path.name}.part")
    try:
        with half.open("wb") as file:
            np.savez(file, **arrays)
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)


def load(path: Path) -> Network:
    """The network in a file; raises `RoadError` where there is none, or none that this version can read."""
    if not path.is_file():
        raise no_roads(path)
    try:
        with np.load(path, allow_pickle=False) as arrays:
            head = _unpacked(arrays["head"])
            if (head["is"], head["version"]) != (NAME, VERSION):
                raise RoadError(str(path), rule="these roads are of another version of Clearway", remedy=REMEDY)
            return Network(
                nodes=Nodes(**{one.name: arrays[f"nodes.{one.name}"] for one in fields(Nodes)}),
                legs=Legs(**{one.name: arrays[f"legs.{one.name}"] for one in fields(Legs)}),
                texts=tuple(_unpacked(arrays["texts"])),
                sources=tuple(RoadSource(**source) for source in head["sources"]),
            )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise RoadError(str(path), rule="this is no file of roads, or it is damaged", remedy=REMEDY) from error


def megabytes_to_load(path: Path) -> int:
    """About how many megabytes looking at the roads in a file takes at most; 0 where these are too few to tell."""
    size = path.stat().st_size if path.is_file() else 0
    return int(BYTES_TO_LOOK + size * TIMES_LOOKED) // 1024**2 if size >= LARGE else 0


def megabytes_to_plan(path: Path) -> int:
    """About how many megabytes of memory a plan on the roads in a file takes at most; 0 where it is too few to tell."""
    size = path.stat().st_size if path.is_file() else 0
    return int(BYTES_OF_SEARCH + size * TIMES_FILE) // 1024**2 if size >= LARGE else 0


def _packed(what: object) -> Any:
    return np.frombuffer(json.dumps(what, ensure_ascii=False).encode(), np.uint8)


def _unpacked(packed: Any) -> Any:
    return json.loads(packed.tobytes())
