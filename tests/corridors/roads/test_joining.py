from pathlib import Path

from tests.corridors.roads.made import LINKS, TOWNS, ends, osm, tables

from clearway.corridors.roads import add

MORE_TOWNS = """name,latitude,longitude,hours
Berg,36.00,37.10,Mo-Fr
Stein,36.10,37.10,
"""
MORE_LINKS = """from,to,length_km,class
Berg,Stein,12,tertiary
"""


def test_a_second_file_goes_on_from_the_points_that_both_have(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    add(tables(tmp_path / "one"), roads)
    network = add(tables(tmp_path / "two", MORE_TOWNS, MORE_LINKS), roads).network

    assert ends(network) == [("Alba", "Berg"), ("Berg", "Gate of Berg"), ("Berg", "Stein")]
    assert network.islands == 1
    assert network.legs.source.tolist() == [0, 0, 1]
    assert [source.name for source in network.sources] == ["one", "two"]
    assert [network.text(hours) for hours in network.nodes.hours] == ["", "Mo-Fr", "08:00-16:00", ""]


def test_a_leg_that_both_have_is_kept_once(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    add(tables(tmp_path / "one"), roads)
    again = add(tables(tmp_path / "two", TOWNS, f"{LINKS}Alba,Gate of Berg,30,track,,\n"), roads)

    assert (again.nodes, again.legs) == (3, 3)


def test_files_of_several_kinds_keep_their_shapes_and_credits(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    added = [add(file, roads) for file in (osm(tmp_path), tables(tmp_path / "one"))]
    network = added[1].network

    # Alba lies on a point of the streets
    assert (added[0].nodes, added[1].nodes) == (9, 11)
    assert len(network.legs.starts) == len(network.legs) + 1
    assert network.attribution.startswith("© OpenStreetMap")
    assert network.attribution.endswith("one (its file names no source)")
