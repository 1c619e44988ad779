"""Where the places of a claim may be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.making import NORTHTOWN, a_claim, a_place, a_report

from clearway.ledger.spots import MOST, boxes_of
from clearway.model import Box, Candidate, Claim
from clearway.places.geometry import shifted

ROUNDED = 1e-4


def at(*spots: tuple[float, float, float | None]) -> Claim:
    """A claim at these points with their radii."""
    report = a_report()
    return a_claim(report, places=tuple(a_place(spot(*one)) for one in spots))


def spot(latitude: float, longitude: float, radius: float | None = None) -> Candidate:
    return replace(NORTHTOWN, latitude=latitude, longitude=longitude, radius_km=radius)


def test_a_point_is_a_box_of_its_own_and_a_place_is_looked_for_once() -> None:
    assert boxes_of(at((36.0, 36.5, None), (36.0, 36.5, None))) == [Box(west=36.5, south=36.0, east=36.5, north=36.0)]


def test_a_claim_without_a_place_that_is_known_has_no_box() -> None:
    assert boxes_of(a_claim(a_report(), places=(a_place(),))) == []
    assert boxes_of(at((95.0, 0.0, None), (0.0, 200.0, None), (float("nan"), 0.0, None))) == []


def test_a_box_at_the_date_line_is_two() -> None:
    west, east = boxes_of(at((0.0, 179.9, 50.0)))
    assert (west.east, east.west) == (180.0, -180.0)
    assert west.west > 179 > -179 > east.east


def test_what_reaches_over_a_pole_is_at_every_longitude() -> None:
    (found,) = boxes_of(at((89.9, 10.0, 500.0)))
    assert (found.west, found.east, found.north) == (-180.0, 180.0, 90.0)


def test_of_many_places_the_last_box_holds_the_rest() -> None:
    found = boxes_of(at(*((10.0 + number, 20.0 + number, None) for number in range(20))))
    assert len(found) == MOST
    assert found[-1] == Box(west=27.0, south=17.0, east=39.0, north=29.0)


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.floats(0, 30_000),
    st.sampled_from([number * 15.0 for number in range(24)]),
)
def test_all_within_the_radius_is_in_the_box(latitude: float, longitude: float, radius: float, bearing: float) -> None:
    found = boxes_of(at((latitude, longitude, radius)))
    assert any(one.south <= latitude <= one.north and one.west <= longitude <= one.east for one in found)
    if abs(latitude) < 60 and radius < 500:
        there, beside = shifted(latitude, longitude, bearing, radius * 0.99)
        # `shifted` rounds to 4 decimals, and puts what lies on the date line on either side of it
        sides = {beside, -beside} if abs(beside) > 180.0 - ROUNDED else {beside}
        assert any(
            one.south - ROUNDED <= there <= one.north + ROUNDED and one.west - ROUNDED <= side <= one.east + ROUNDED
            for one in found
            for side in sides
        )


@pytest.mark.parametrize("radius", [-5.0, float("inf")])
def test_a_radius_that_makes_no_sense_loses_no_claim(radius: float) -> None:
    assert boxes_of(at((36.0, 36.5, radius))) != []
