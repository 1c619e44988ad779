"""A made network of roads as large as is asked for, in the file that `clearway roads add` would write."""

from pathlib import Path

import numpy as np

from clearway.corridors.roads import Legs, Network, Nodes, RoadSource, save
from clearway.corridors.roads.islands import islands_of
from clearway.corridors.roads.network import CLASSES

WEST, SOUTH, STEP = 35.5, 34.5, 0.002
KEPT = 0.65
"""The share of a grid's streets that is kept, so that a node has some 2.6 of them, as in OpenStreetMap's networks."""
MAIN = 20
"""Each so many streets one is a main road, which is whole and has a number."""
METRES = 200.0


def write_network(path: Path, nodes: int) -> Network:
    """Write and return a grid of streets, some missing, with bends, main roads and towns; always the same."""
    network = made_network(nodes)
    save(network, path)
    return network


def made_network(nodes: int) -> Network:
    """The network by itself."""
    side = int(nodes**0.5)
    numbers = np.random.default_rng(1)
    node = np.arange(side * side).reshape(side, side)
    row, column = np.divmod(node, side)
    tail = np.concatenate([node[:, :-1].ravel(), node[:-1].ravel()])
    head = np.concatenate([node[:, 1:].ravel(), node[1:].ravel()])
    street = np.concatenate([row[:, :-1].ravel(), side + column[:-1].ravel()])
    is_main = street % MAIN == 0
    kept = is_main | (numbers.random(len(tail)) < KEPT)
    tail, head, street, is_main = tail[kept], head[kept], street[kept], is_main[kept]
    lon, lat = WEST + STEP * column.ravel(), SOUTH + STEP * row.ravel()
    bend = np.column_stack([(lon[tail] + lon[head]) / 2, (lat[tail] + lat[head]) / 2 + STEP / 5])
    count, size = len(tail), side * side
    texts = ("", *(f"A{number}" for number in range(2 * side // MAIN + 1)), "First Town", "Last Town")
    name = np.zeros(size, np.int32)
    name[0], name[-1] = len(texts) - 2, len(texts) - 1
    small = {each: np.zeros(count, np.uint8) for each in ("lanes", "speed_kmh", "surface", "features", "source")}
    limits = {each: np.zeros(count, np.float32) for each in ("width_m", "height_m", "weight_t")}
    legs = Legs(
        tail=tail.astype(np.int32), head=head.astype(np.int32), oneway=np.zeros(count, np.int8),
        length_m=(METRES * (1 + numbers.random(count))).astype(np.float32),
        road=np.where(is_main, CLASSES.index("primary"), CLASSES.index("residential")).astype(np.uint8),
        ref=np.where(is_main, 1 + street // MAIN, 0).astype(np.int32), name=np.zeros(count, np.int32),
        barred=np.zeros(count, np.uint8), granted=np.zeros(count, np.uint8),
        starts=np.arange(count + 1), shape=bend.astype(np.float32), **small, **limits,
    )  # fmt: skip
    bare = {each: np.zeros(size, np.uint8) for each in ("status", "barred")}
    made = Nodes(
        lon=lon, lat=lat, name=name, kind=(name > 0).astype(np.uint8), hours=np.zeros(size, np.int32),
        osm=np.zeros(size, np.int64), island=islands_of(size, legs.tail, legs.head), **bare,
    )  # fmt: skip
    source = RoadSource(name="made", sha256="0" * 64, format="made", attribution="made for a benchmark")
    return Network(nodes=made, legs=legs, texts=texts, sources=(source,))
