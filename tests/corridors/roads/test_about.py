from pathlib import Path

import pytest
from tests.corridors.roads.made import osm, tables

from clearway.corridors.roads import Guarded, about, add
from clearway.errors import RoadError


def test_a_file_of_roads_is_counted_by_kind_class_and_part(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    add(osm(tmp_path), roads)
    add(tables(tmp_path / "valley"), roads)
    held = about(roads)

    assert (held.nodes, held.legs, held.islands, held.beyond) == (11, 9, 2, 2)
    assert held.kinds == {"junction": 7, "town": 2, "border": 1, "barrier": 1}
    assert held.km == {"primary": 13.2, "secondary": 9.4, "residential": 3.3, "track": 1.1}
    assert held.bounds == (37.0, 35.98, 37.5, 36.51)
    assert [source.format for source in held.sources] == ["OpenStreetMap", "towns and links"]


def test_crossings_border_points_and_checkpoints_are_listed_by_kind_and_name(tmp_path: Path) -> None:
    post = "B,36,37,checkpoint,\nA,36,37.1,checkpoint,closed\n"
    towns = f"name,lat,lon,kind,status\n{post}C,36,37.2,crossing,\nD,36,37.3,town,\n"
    links = "from,to,length_km\nA,B,10\nB,C,20\nC,D,10\n"
    add(tables(tmp_path / "valley", towns, links), tmp_path / "x-roads.npz")
    held = about(tmp_path / "x-roads.npz")

    assert [one.name for one in held.guarded] == ["C", "A", "B"]
    assert held.guarded[1] == Guarded(
        name="A", kind="checkpoint", status="closed", hours="", latitude=36.0, longitude=37.1
    )


def test_no_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RoadError, match="there is no such file of roads; add roads with `clearway roads add FILE`"):
        about(tmp_path / "x-roads.npz")
