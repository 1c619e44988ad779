from pathlib import Path

import pytest
from tests.corridors.roads.made import osm, tables

from clearway.corridors.roads import add, megabytes_for
from clearway.errors import RefusedDocument, RoadError


def test_a_file_that_is_already_there_adds_nothing(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    first, again = (add(osm(tmp_path), roads) for _ in range(2))

    assert (first.already, again.already) == (False, True)
    assert (again.nodes, again.legs) == (first.nodes, first.legs)


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    add(osm(tmp_path), tmp_path / "x-roads.npz", on_progress=lambda *what: told.append(what[0]))

    assert list(dict.fromkeys(told)) == ["reading roads", "joining roads", "writing"]


def test_the_memory_that_is_needed_is_known_before(tmp_path: Path) -> None:
    file = osm(tmp_path)

    assert 50 < megabytes_for(file) < 150
    with pytest.raises(RoadError) as told:
        add(file, tmp_path / "x-roads.npz", most_megabytes=20)
    assert told.value.rule.startswith("about ")
    assert told.value.rule.endswith(" MB of memory will be needed, and 20 MB are free")
    assert not (tmp_path / "x-roads.npz").exists()


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("roads.osm.pbf", b"", "it is empty"),
        ("roads.shp", b"x", "its name ends like no format of roads"),
        ("roads.osm.pbf", None, "it cannot be read (No such file or directory)"),
        ("roads.shp", None, "it cannot be read (No such file or directory)"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes | None, rule: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    with pytest.raises(RefusedDocument) as refused:
        add(tmp_path / name, tmp_path / "x-roads.npz")

    assert refused.value.rule == rule


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedDocument, match=r"links\.csv: it is empty"):
        add(tables(tmp_path / "valley", links=""), tmp_path / "x-roads.npz")


def test_roads_that_are_there_stay_when_a_file_is_refused(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    add(osm(tmp_path), roads)
    before = roads.read_bytes()
    with pytest.raises(RefusedDocument):
        add(tables(tmp_path / "valley", links="from,to\n"), roads)

    assert roads.read_bytes() == before
