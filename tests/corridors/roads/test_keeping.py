from pathlib import Path

import numpy as np
import pytest
from tests.corridors.roads.made import network_in, tables

from clearway.corridors.roads import load, roads_beside, save
from clearway.corridors.roads.network import arrays_of
from clearway.errors import RoadError


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    network = network_in(tables(tmp_path / "valley"))
    save(network, tmp_path / "x-roads.npz")
    found = load(tmp_path / "x-roads.npz")

    for part in ("nodes", "legs"):
        kept = arrays_of(getattr(network, part))
        assert {name: (a.dtype, a.tolist()) for name, a in arrays_of(getattr(found, part)).items()} == {
            name: (a.dtype, a.tolist()) for name, a in kept.items()
        }
    assert (found.texts, found.sources) == (network.texts, network.sources)


def test_the_same_roads_give_the_same_bytes(tmp_path: Path) -> None:
    network = network_in(tables(tmp_path / "valley"))
    for name in ("one.npz", "two.npz"):
        save(network, tmp_path / name)

    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_roads_lie_beside_the_ledger() -> None:
    assert roads_beside(Path("idlib/crisis.db")) == Path("idlib/crisis-roads.npz")


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (None, "there is no such file of roads"),
        (b"", "this is no file of roads, or it is damaged"),
        (b"PK\x03\x04 and no more", "this is no file of roads, or it is damaged"),
        (b"name,latitude", "this is no file of roads, or it is damaged"),
    ],
)
def test_another_file_is_told_in_one_line(tmp_path: Path, data: bytes | None, rule: str) -> None:
    file = tmp_path / "crisis-roads.npz"
    if data is not None:
        file.write_bytes(data)

    with pytest.raises(RoadError) as told:
        load(file)

    assert told.value.rule == rule


def test_a_file_cut_in_half_is_told(tmp_path: Path) -> None:
    file = tmp_path / "crisis-roads.npz"
    save(network_in(tables(tmp_path / "valley")), file)
    file.write_bytes(file.read_bytes()[:500])

    with pytest.raises(RoadError, match="damaged"):
        load(file)


def test_arrays_of_somebody_else_are_told(tmp_path: Path) -> None:
    file = tmp_path / "crisis-roads.npz"
    np.savez(file, lengths=np.zeros(3))

    with pytest.raises(RoadError, match="no file of roads"):
        load(file)
