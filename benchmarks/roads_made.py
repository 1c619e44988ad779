"""A made file of OpenStreetMap's: a grid of streets with bends between the crossings, as large as is asked for."""

from pathlib import Path

import osmium

BENDS = 5
"""Points between two crossings; OpenStreetMap has as many or more in most countries."""
WEST, SOUTH, STEP = 36.0, 35.0, 0.0002
BUILDINGS = 4
"""Points of no road for each point of a road, which a real file has too."""


def write_grid(path: Path, side: int, *, bends: int = BENDS, buildings: int = BUILDINGS, blocks: int = 1) -> None:
    """Write a grid of `side` times `side` crossings; a road runs from one crossing to the next, or over more `blocks`.

    There are so many `bends` between two crossings, and `buildings` beside each point of a road.
    """
    fine = bends + 1
    length = (side - 1) * fine + 1
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for along in range(length):
            for across in range(length) if along % fine == 0 else range(0, length, fine):
                _nodes(writer, along, across, length, buildings)
        number = 1
        for row in range(0, length, fine):
            for begin in range(0, length - 1, fine * blocks):
                places = range(begin, min(begin + fine * blocks, length - 1) + 1)
                for ends in ([(row, place) for place in places], [(place, row) for place in places]):
                    refs = [_number(along, across, length, buildings) for along, across in ends]
                    name = f"Street {number % 5000}"
                    tags = {"highway": ("residential", "primary")[number % 2], "name": name}
                    writer.add_way(osmium.osm.mutable.Way(id=number, version=1, nodes=refs, tags=tags))
                    number += 1


def _number(along: int, across: int, length: int, buildings: int) -> int:
    return (along * length + across) * (buildings + 1) + 1


def _nodes(writer: osmium.SimpleWriter, along: int, across: int, length: int, buildings: int) -> None:
    """The point of a road, and those of the buildings beside it."""
    first = _number(along, across, length, buildings)
    for other in range(buildings + 1):
        at = (WEST + across * STEP + other * STEP / 20, SOUTH + along * STEP)
        writer.add_node(osmium.osm.mutable.Node(id=first + other, version=1, location=at))
