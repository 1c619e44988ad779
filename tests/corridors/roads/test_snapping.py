from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corridors.roads.made import network_in, osm, tables
from tests.corridors.roads.test_simplifying import ROAD, network

from clearway.corridors.roads import CLASSES, Snapper
from clearway.errors import RoadError


def test_a_point_joins_the_nearest_leg_and_the_end_that_is_nearer_along_it(tmp_path: Path) -> None:
    made = network_in(osm(tmp_path))
    snap = Snapper(made).near(36.0010, 37.0130)

    assert {int(made.nodes.osm[end[snap.leg]]) for end in (made.legs.tail, made.legs.head)} == {2, 3}
    assert made.nodes.osm[snap.node] == 2
    assert snap.distance_m == pytest.approx(111, abs=1)
    assert snap.node_m == pytest.approx(270, abs=2)
    assert snap.along_m in (pytest.approx(snap.node_m), pytest.approx(made.legs.length_m[snap.leg] - snap.node_m))


def test_only_legs_that_can_be_used_are_looked_at(tmp_path: Path) -> None:
    made = network_in(osm(tmp_path))
    is_main = made.legs.road == CLASSES.index("primary")
    at = (36.0090, 37.0100)

    assert CLASSES[made.legs.road[Snapper(made).near(*at).leg]] == "residential"
    assert CLASSES[made.legs.road[Snapper(made).near(*at, usable=is_main).leg]] == "primary"


def test_no_road_near_a_place_is_one_clear_line(tmp_path: Path) -> None:
    snapper = Snapper(network_in(tables(tmp_path / "valley")))

    with pytest.raises(RoadError) as told:
        snapper.near(36.5, 37.0, what="Hill")
    assert str(told.value).startswith("Hill: there is no road within 5 km of it; ")
    assert snapper.near(36.5, 37.0, within_km=80).node_m == pytest.approx(0, abs=1)


def test_a_point_on_a_bend_is_as_far_along_as_the_road_goes() -> None:
    made = network(([0, 1, 2, 3, 4], ROAD))
    lon, lat = made.shape_of(0)[2]
    snap = Snapper(made).near(lat, lon)

    assert snap.distance_m == pytest.approx(0, abs=1)
    assert snap.along_m == pytest.approx(float(made.legs.length_m[0]) / 2, rel=0.02)


@given(st.floats(35.9, 36.1), st.floats(36.9, 37.1))
def test_no_other_point_of_the_roads_is_nearer(latitude: float, longitude: float) -> None:
    made = network(([0, 1, 2, 3], ROAD), ([3, 4, 5], ROAD), ([2, 5], ROAD))
    snap = Snapper(made).near(latitude, longitude, within_km=60)
    across = np.cos(np.radians(latitude))
    shares = np.linspace(0, 1, 50)[:, None]
    for leg in range(len(made.legs)):
        shape = made.shape_of(leg)
        for one, other in pairwise(shape):
            points = one + shares * (other - one)
            off = np.hypot((points[:, 0] - longitude) * across, points[:, 1] - latitude) * 111_195
            assert off.min() >= snap.distance_m - 0.01
