import numpy as np
import pytest
from tests.corridors.roads.test_simplifying import network

from clearway.corridors.roads import VEHICLES, arcs_of, usable, vehicle_named
from clearway.corridors.roads.lines import NodeFacts, RoadFacts
from clearway.corridors.roads.network import LINK, SURFACES, bits_of
from clearway.corridors.roads.travelling import speeds_kmh


def speeds(vehicle: str, **facts: object) -> tuple[float, float]:
    """The lowest and highest speed on a road of these facts."""
    high, low = speeds_kmh(network(([0, 1], RoadFacts(**facts))).legs, vehicle_named(vehicle))  # type: ignore[arg-type]
    return float(low[0]), float(high[0])


def who(special: dict[int, NodeFacts] | None = None, **facts: object) -> list[str]:
    """Who may travel a road of these facts."""
    made = network(([0, 1, 2], RoadFacts(**facts)), special=special)  # type: ignore[arg-type]
    return [name for name in VEHICLES if usable(made, vehicle_named(name)).all()]


def ways(vehicle: str, oneway: int) -> list[tuple[int, int]]:
    """The ends of each arc of a road in that direction."""
    arcs = arcs_of(network(([0, 1], RoadFacts(road="primary", oneway=oneway))), vehicle_named(vehicle))
    return list(zip(arcs.tails.tolist(), arcs.heads.tolist(), strict=True))


@pytest.mark.parametrize(("oneway", "expected"), [(0, [(0, 1), (1, 0)]), (1, [(0, 1)]), (-1, [(1, 0)])])
def test_one_way_streets_bind_vehicles_and_nobody_on_foot(oneway: int, expected: list[tuple[int, int]]) -> None:
    assert ways("car", oneway) == expected
    assert ways("walk", oneway) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"road": "primary"}, list(VEHICLES)),
        ({"road": "motorway"}, ["car", "bus", "truck", "ambulance"]),
        ({"road": "motorway", "granted": bits_of(("walk",), VEHICLES)}, ["car", "bus", "truck", "ambulance"]),
        ({"road": "path"}, ["walk"]),
        ({"road": "path", "granted": bits_of(("ambulance",), VEHICLES)}, ["walk", "ambulance"]),
        ({"road": "primary", "barred": bits_of(("truck",), VEHICLES)}, ["walk", "car", "bus", "ambulance"]),
        ({"road": "primary", "weight_t": 10.0}, ["walk", "car", "ambulance"]),
        ({"road": "primary", "width_m": 2.1}, ["walk", "car"]),
        ({"road": "primary", "height_m": 3.5}, ["walk", "car", "ambulance"]),
    ],
)
def test_class_signs_and_size_decide_who_may_travel(facts: dict[str, object], expected: list[str]) -> None:
    assert who(**facts) == expected


def test_a_barrier_lets_only_those_pass_whom_it_does_not_bar() -> None:
    bollard = NodeFacts(kind="barrier", barred=bits_of(VEHICLES[1:], VEHICLES))

    assert who({1: bollard}, road="primary") == ["walk"]


@pytest.mark.parametrize(
    ("vehicle", "facts", "expected"),
    [
        ("car", {"road": "primary"}, (32, 65)),
        ("car", {"road": "primary", "speed_kmh": 50}, (32, 50)),
        ("car", {"road": "primary", "speed_kmh": 90}, (32, 81)),
        ("car", {"road": "primary", "speed_kmh": 20}, (20, 20)),
        ("car", {"road": "primary", "surface": SURFACES.index("gravel")}, (15, 30)),
        ("car", {"road": "residential", "surface": SURFACES.index("compacted")}, (12, 30)),
        ("truck", {"road": "motorway", "features": LINK}, (10, 70)),
        ("walk", {"road": "primary", "speed_kmh": 20, "surface": SURFACES.index("soft")}, (3, 5)),
        ("walk", {"road": "motorway"}, (0, 0)),
    ],
)
def test_limits_surfaces_and_slip_roads_slow_vehicles(
    vehicle: str, facts: dict[str, object], expected: tuple[float, float]
) -> None:
    assert speeds(vehicle, **facts) == expected


def test_seconds_are_metres_over_speed() -> None:
    made = network(([0, 1], RoadFacts(road="primary")))
    arcs = arcs_of(made, vehicle_named("walk"))
    hours = float(made.legs.length_m[0]) / 1000

    assert np.allclose(arcs.low_s, 3600 * hours / 5)
    assert np.allclose(arcs.high_s, 3600 * hours / 3)
    assert arcs.leg.tolist() == [0, 0]
    assert arcs.backward.tolist() == [False, True]
