from pathlib import Path

import pytest
from tests.corridors.roads.made import feature, geojson, network_in

from clearway.corridors.roads import CLASSES, KINDS, STATUSES
from clearway.errors import RefusedDocument

LINE = [[37.0, 36.0], [37.01, 36.0], [37.02, 36.0]]
CROSS = [[37.01, 36.0], [37.01, 36.01]]


def test_lines_are_roads_that_meet_at_common_points(tmp_path: Path) -> None:
    network = network_in(
        geojson(tmp_path, feature("LineString", LINE, highway="primary", bridge=False), feature("LineString", CROSS))
    )

    assert len(network.nodes) == 4
    assert sorted(CLASSES[road] for road in network.legs.road) == ["primary", "primary", "unknown"]
    assert sorted(round(float(length)) for length in network.legs.length_m) == [902, 902, 1110]


def test_several_lines_and_other_names_of_the_class_are_read(tmp_path: Path) -> None:
    network = network_in(geojson(tmp_path, feature("MultiLineString", [LINE, CROSS], fclass="tertiary", oneway="yes")))

    assert {CLASSES[road] for road in network.legs.road} == {"tertiary"}
    assert network.legs.oneway.tolist() == [1, 1, 1]


def test_a_point_on_a_road_is_a_node_with_hours_and_status(tmp_path: Path) -> None:
    gate = feature("Point", LINE[1], kind="crossing", name="Mill Gate", hours="Mo-Fr 08:00-14:00", status="closed")
    nodes = (network := network_in(geojson(tmp_path, feature("LineString", LINE, highway="primary"), gate))).nodes
    (at,) = (nodes.kind == KINDS.index("crossing")).nonzero()[0]

    assert (network.text(nodes.name[at]), network.text(nodes.hours[at])) == ("Mill Gate", "Mo-Fr 08:00-14:00")
    assert STATUSES[nodes.status[at]] == "closed"


@pytest.mark.parametrize(
    ("features", "rule"),
    [
        ([feature("Point", [37, 36])], "it has no line"),
        ([], "it has no line"),
        (
            [feature("LineString", [[37, 36], [float("nan"), 36]])],
            "feature 1 has a point at nan, 36, which is not in deg",
        ),
        (
            [feature("LineString", [[4100000, 4300000], [4100001, 4300000]])],
            "feature 1 has a point at 4.1e+06, 4.3e+06,",
        ),
        ([feature("LineString", [[37, 36]])], "feature 1 is a line of fewer than two points"),
        ([feature("LineString", [[37, 36], ["x", 36]])], "feature 1 has a point that is no pair of numbers"),
        ([feature("LineString", LINE), {"type": "Feature"}], "feature 2 has no geometry"),
    ],
)
def test_what_cannot_be_used_is_refused_by_the_feature(tmp_path: Path, features: list[object], rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        network_in(geojson(tmp_path, *features))

    assert refused.value.rule.startswith(rule)


@pytest.mark.parametrize("text", ["[1, 2", "[1, 2]", '{"type": "FeatureCollection"}'])
def test_other_json_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "lines.json"
    file.write_text(text, "utf-8")

    with pytest.raises(RefusedDocument, match="it is no"):
        network_in(file)
