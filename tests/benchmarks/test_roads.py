from pathlib import Path

from benchmarks.roads import _made
from benchmarks.roads_made import BENDS, write_grid

from clearway.corridors.roads import add


def test_a_made_grid_has_a_leg_for_each_street_between_crossings(tmp_path: Path) -> None:
    write_grid(tmp_path / "grid.osm.pbf", 4)
    network = add(tmp_path / "grid.osm.pbf", tmp_path / "x-roads.npz").network

    # a corner is no junction, but the streets that meet there have two names
    assert (len(network.nodes), len(network.legs), network.islands) == (16, 24, 1)
    assert len(network.legs.shape) <= 24 * BENDS


def test_memory_is_told_as_a_share_of_what_was_said_before() -> None:
    memory, added = _made(4)

    assert memory.what == "made grid: memory taken to told"
    assert added.value.endswith(" s")
