import pytest

from clearway.corridors.roads.lines import NodeFacts, RoadFacts
from clearway.corridors.roads.network import BRIDGE, LINK, ROUNDABOUT, SURFACES, VEHICLES, bits_of, members
from clearway.corridors.roads.tagging import access_of, node_of, road_of

MOTORISED = bits_of(VEHICLES[1:], VEHICLES)


def test_a_road_has_what_its_tags_say() -> None:
    tags = {
        "highway": "trunk_link", "lanes": "2", "maxspeed": "50", "oneway": "yes", "bridge": "viaduct", "ref": "M5",
        "name": "الطريق", "name:en": "The Road", "surface": "asphalt", "maxweight": "12.5", "width": "4,5 m",
    }  # fmt: skip

    assert road_of(tags) == RoadFacts(
        road="trunk", oneway=1, lanes=2, speed_kmh=50, surface=SURFACES.index("paved"), features=BRIDGE | LINK,
        width_m=4.5, weight_t=12.5, name="The Road", ref="M5",
    )  # fmt: skip


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "construction"},
        {"highway": "platform"},
        {"building": "yes"},
        {"highway": "pedestrian", "area": "yes"},
    ],
)
def test_what_nobody_can_travel_is_no_road(tags: dict[str, str]) -> None:
    assert road_of(tags) is None


@pytest.mark.parametrize(
    ("tags", "oneway"),
    [
        ({"highway": "primary"}, 0),
        ({"highway": "primary", "oneway": "-1"}, -1),
        ({"highway": "motorway"}, 1),
        ({"highway": "motorway", "oneway": "no"}, 0),
        ({"highway": "primary", "junction": "roundabout"}, 1),
        ({"highway": "primary", "oneway": "reversible"}, 0),
    ],
)
def test_directions_are_those_that_are_told_or_go_without_saying(tags: dict[str, str], oneway: int) -> None:
    road = road_of(tags)

    assert road is not None
    assert road.oneway == oneway


@pytest.mark.parametrize(
    ("written", "kmh"),
    [("50", 50), ("30 mph", 48), ("none", 0), ("RU:urban", 0), ("", 0), ("900", 255), ("40 furlongs", 0)],
)
def test_a_speed_that_cannot_be_read_is_unknown(written: str, kmh: int) -> None:
    road = road_of({"highway": "primary", "maxspeed": written})

    assert road is not None
    assert road.speed_kmh == kmh


@pytest.mark.parametrize(
    ("tags", "barred", "granted"),
    [
        ({"access": "no"}, VEHICLES, ()),
        ({"access": "private", "emergency": "yes"}, ("walk", "car", "bus", "truck"), ("ambulance",)),
        ({"motor_vehicle": "no"}, VEHICLES[1:], ()),
        ({"hgv": "no"}, ("truck",), ()),
        ({"vehicle": "no", "bus": "designated"}, ("car", "truck", "ambulance"), ("bus",)),
        ({"access": "unknown"}, (), ()),
    ],
)
def test_a_narrow_key_overrules_a_wide_one(
    tags: dict[str, str], barred: tuple[str, ...], granted: tuple[str, ...]
) -> None:
    found = access_of(tags)

    assert [members(bits, VEHICLES) for bits in found] == [barred, granted]


@pytest.mark.parametrize(
    ("tags", "facts"),
    [
        ({"barrier": "bollard"}, NodeFacts(kind="barrier", barred=MOTORISED)),
        (
            {"barrier": "bollard", "bus": "yes"},
            NodeFacts(kind="barrier", barred=MOTORISED & ~bits_of(("bus",), VEHICLES)),
        ),
        ({"barrier": "gate"}, NodeFacts(kind="gate")),
        ({"barrier": "gate", "access": "private"}, NodeFacts(kind="gate", barred=bits_of(VEHICLES, VEHICLES))),
        (
            {"barrier": "border_control", "name": "North Gate", "opening_hours": "24/7"},
            NodeFacts(kind="border", name="North Gate", hours="24/7"),
        ),
        ({"military": "checkpoint"}, NodeFacts(kind="checkpoint")),
        ({"barrier": "kerb"}, None),
        ({"highway": "traffic_signals"}, None),
    ],
)
def test_what_stands_on_a_road_bars_whom_it_bars(tags: dict[str, str], facts: NodeFacts | None) -> None:
    assert node_of(tags) == facts


def test_a_roundabout_is_told() -> None:
    road = road_of({"highway": "primary", "junction": "circular"})

    assert road is not None
    assert road.features == ROUNDABOUT
