from pathlib import Path

import pytest
from tests.corridors.roads.made import OSM, legs_of, network_in, osm

from clearway.corridors.roads import CLASSES, KINDS, VEHICLES, add, members
from clearway.corridors.roads.network import BRIDGE
from clearway.errors import RefusedDocument


def test_legs_run_from_junction_to_junction_and_end_where_something_stands_or_changes(tmp_path: Path) -> None:
    network = network_in(osm(tmp_path))

    assert legs_of(network) == {
        (frozenset((1, 2)), 902),
        (frozenset((2, 3)), 902),
        (frozenset((3, 4)), 902),
        (frozenset((2, 5)), 1110),
        (frozenset((2, 6)), 1110),
        (frozenset((6, 7)), 1110),
        (frozenset((8, 9)), 1110),
    }
    assert network.islands == 2


def test_a_bridge_is_a_leg_of_its_own(tmp_path: Path) -> None:
    network = network_in(osm(tmp_path))
    (bridge,) = (network.legs.features & BRIDGE).nonzero()[0]

    assert {int(network.nodes.osm[end[bridge]]) for end in (network.legs.tail, network.legs.head)} == {3, 4}
    assert network.text(network.legs.ref[bridge]) == "M9"
    assert CLASSES[network.legs.road[bridge]] == "primary"


def test_a_bollard_is_a_node_that_people_on_foot_pass(tmp_path: Path) -> None:
    nodes = network_in(osm(tmp_path)).nodes
    (bollard,) = (nodes.osm == 6).nonzero()[0]

    assert KINDS[nodes.kind[bollard]] == "barrier"
    assert members(nodes.barred[bollard], VEHICLES) == VEHICLES[1:]


def test_the_credit_goes_with_the_roads(tmp_path: Path) -> None:
    network = network_in(osm(tmp_path))

    assert network.attribution == "© OpenStreetMap contributors, https://www.openstreetmap.org/copyright (ODbL 1.0)"


def test_a_road_ends_where_its_points_are_not_in_the_file(tmp_path: Path) -> None:
    text = OSM.replace('<node id="2" lat="36.00" lon="37.01" version="1"/>', "")
    network = network_in(osm(tmp_path, text))

    assert (frozenset((3, 4)), 902) in legs_of(network)
    assert {2} & set(network.nodes.osm.tolist()) == set()


def test_a_file_with_its_roads_first_is_read_too(tmp_path: Path) -> None:
    head, rest = OSM.split('<node id="1"')
    nodes, ways = rest.split('<way id="10"')
    text = f'{head}<way id="10"{ways.removesuffix("</osm>" + chr(10))}<node id="1"{nodes}</osm>'

    assert legs_of(network_in(osm(tmp_path, text))) == legs_of(network_in(osm(tmp_path)))


def test_ids_below_zero_are_ids(tmp_path: Path) -> None:
    text = OSM.replace('id="', 'id="-').replace('ref="', 'ref="-')

    assert {length for _, length in legs_of(network_in(osm(tmp_path, text)))} == {902, 1110}
    assert len(network_in(osm(tmp_path, text)).legs) == 7


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (OSM.replace("</osm>", ""), "it is damaged or no file of OpenStreetMap's ("),
        ("<osm version='0.6'/>", "it has no road with two points"),
        ("<html/>", "it is damaged or no file of OpenStreetMap's ("),
    ],
)
def test_a_file_that_is_damaged_or_holds_no_road_is_refused(tmp_path: Path, text: str, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        network_in(osm(tmp_path, text))

    assert refused.value.rule.startswith(rule)
    assert not (tmp_path / "alone-roads.npz").exists()


@pytest.mark.parametrize(("file", "nodes"), [("andorra.osm.pbf", 2000), ("liechtenstein-latest.osm.pbf", 6000)])
def test_real_extracts_are_read(shared: Path, tmp_path: Path, file: str, nodes: int) -> None:
    source = tmp_path / file
    source.write_bytes((shared / "data" / "roads" / file).read_bytes())
    network = network_in(source)

    assert len(network.nodes) > nodes
    assert (network.nodes.island == 0).mean() > 0.95


def test_an_extract_cut_in_half_is_refused(shared: Path, tmp_path: Path) -> None:
    whole = (shared / "data" / "roads" / "andorra.osm.pbf").read_bytes()
    half = tmp_path / "half.osm.pbf"
    half.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(RefusedDocument, match="damaged"):
        network_in(half)


def test_turn_restrictions_are_counted_as_not_honoured(tmp_path: Path) -> None:
    turn = """<relation id="20" version="1">
      <member type="way" ref="10" role="from"/><member type="node" ref="2" role="via"/>
      <member type="way" ref="13" role="to"/>
      <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/>
    </relation></osm>"""
    added = add(osm(tmp_path, OSM.replace("</osm>", turn)), tmp_path / "roads.npz")
    assert added.notes == ("1 turn restrictions are not honoured; ways may turn where signs forbid it",)
