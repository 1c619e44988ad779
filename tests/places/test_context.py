from math import exp

import pytest

from clearway.model import Candidate, Level
from clearway.places.context import NEAR_KM, Neighbours, vector


def town(name: str, latitude: float | None, longitude: float | None) -> Candidate:
    return Candidate(id=name, name=name, level=Level.SETTLEMENT, latitude=latitude, longitude=longitude)


@pytest.mark.parametrize(("first", "second"), [(10.0, 10.5), (179.8, -179.7)])
def test_nearness_falls_with_distance_over_the_date_line_too(first: float, second: float) -> None:
    neighbours = Neighbours([town("Arran", 0.0, first)])
    assert neighbours.nearness(vector(town("Borro", 0.0, second)), set()) == pytest.approx(
        exp(-55.6 / NEAR_KM), abs=1e-3
    )


def test_a_namesake_is_no_neighbour() -> None:
    neighbours = Neighbours([town("Arran", 0.0, 10.0)])
    assert neighbours.nearness(vector(town("Borro", 0.0, 10.0)), {"Arran"}) == 0.0


def test_a_place_without_a_point_is_near_to_nothing() -> None:
    assert Neighbours([town("Arran", 0.0, 10.0)]).nearness(vector(town("Borro", None, None)), set()) == 0.0


def test_the_closest_place_has_another_name() -> None:
    neighbours = Neighbours([town("Arran", 0.0, 10.0), town("Borro", 0.0, 10.1), town("Cendo", 0.0, 10.3)])
    found = neighbours.closest(town("Arran", 0.0, 10.0), set(), 50.0)
    assert found is not None
    assert (round(found[0]), found[1]) == (11, "Borro")
    assert neighbours.closest(town("Arran", 0.0, 10.0), {"Borro"}, 20.0) is None
