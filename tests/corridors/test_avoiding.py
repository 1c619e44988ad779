import json
from pathlib import Path

import pytest
from tests.corridors.valley import leg, valley

from clearway.corridors.avoiding import areas_in, circle_of, legs_in
from clearway.errors import UsageError

Ring = list[list[float]]


def square(west: float, south: float, side: float = 0.02) -> Ring:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


AROUND_THE_M9 = square(37.14, 35.99)
"""Between Alba and Berg, off every town."""


def drawn(folder: Path, what: object) -> Path:
    file = folder / "front.geojson"
    file.write_text(what if isinstance(what, str) else json.dumps(what), "utf-8")
    return file


def polygon(*rings: Ring) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": rings}


def feature(shape: object) -> dict[str, object]:
    return {"type": "Feature", "properties": {}, "geometry": shape}


@pytest.mark.parametrize(
    "what",
    [
        polygon(AROUND_THE_M9),
        {"type": "MultiPolygon", "coordinates": [[square(10.0, 50.0)], [AROUND_THE_M9]]},
        feature(polygon(AROUND_THE_M9)),
        {"type": "FeatureCollection", "features": [feature(polygon(AROUND_THE_M9))]},
        {"type": "GeometryCollection", "geometries": [polygon(AROUND_THE_M9)]},
    ],
)
def test_a_leg_that_crosses_a_drawn_area_touches_it(tmp_path: Path, what: object) -> None:
    assert legs_in(drawn(tmp_path, what), valley()) == {leg("Alba", "Berg")}


def test_several_areas_are_kept_clear_of_together(tmp_path: Path) -> None:
    both = [feature(polygon(AROUND_THE_M9)), feature(polygon(square(37.44, 35.99)))]
    found = legs_in(drawn(tmp_path, {"type": "FeatureCollection", "features": both}), valley())
    assert found == {leg("Alba", "Berg"), leg("Berg", "Dorn")}


def test_a_leg_in_a_hole_of_an_area_does_not_touch_it(tmp_path: Path) -> None:
    area = polygon(square(37.85, 36.85, 0.2), square(37.88, 36.88, 0.1))
    assert legs_in(drawn(tmp_path, area), valley()) == frozenset()


CROSSED = [[37.0, 36.0], [37.1, 36.1], [37.1, 36.0], [37.0, 36.1], [37.0, 36.0]]


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("{", "it is no JSON"),
        ([1], "it is no GeoJSON"),
        ({"type": "FeatureCollection"}, "it lacks a list where GeoJSON has one"),
        ({"type": "FeatureCollection", "features": []}, "it holds no area"),
        ({"type": "LineString", "coordinates": AROUND_THE_M9}, "feature 1 is LineString and no area; draw it as"),
        (feature(None), "feature 1 is nothing and no area"),
        (polygon(AROUND_THE_M9[:-1]), "area 1 has an outline that is not closed; end it with its first point"),
        (polygon(CROSSED), "area 1 is none (Self-intersection"),
        (polygon([[37.0, 136.0]] * 4), "area 1 has a point that is no longitude and latitude ([37.0, 136.0])"),
        (polygon([["37", "36"]] * 4), "area 1 has a point that is no longitude and latitude (['37', '36'])"),
        (polygon(), "area 1 has no outline"),
        (polygon(square(36.0, 37.14)), "it lies outside these roads; draw it on them; GeoJSON has longitude before"),
    ],
)
def test_a_file_that_draws_no_area_is_one_line_that_names_it(tmp_path: Path, what: object, line: str) -> None:
    with pytest.raises(UsageError) as told:
        legs_in(drawn(tmp_path, what), valley())
    assert f"front.geojson: {line}" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there_is_one_line() -> None:
    with pytest.raises(UsageError, match=r"none.json: it cannot be read \(No such file or directory\); name a GeoJSON"):
        legs_in(Path("none.json"), valley())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Berg", ("Berg", 5.0)),
        ("Berg within 12 km", ("Berg", 12.0)),
        ("New Berg WITHIN 2.5km", ("New Berg", 2.5)),
        ("36.2,37.1 within 3", ("36.2,37.1", 3.0)),
    ],
)
def test_a_place_is_kept_clear_of_by_its_own_distance(text: str, found: tuple[str, float]) -> None:
    assert circle_of(text, 5.0) == found


@pytest.mark.parametrize("text", ["Berg within km", "Berg within 0 km", "Berg within"])
def test_a_distance_that_is_missing_is_asked_for(text: str) -> None:
    with pytest.raises(UsageError, match='a distance in km above 0 is missing; write "PLACE within 12 km"'):
        circle_of(text, 5.0)


def test_the_areas_of_a_file_are_drawn_as_latitude_before_longitude_with_their_holes(tmp_path: Path) -> None:
    outline, hole = square(37.85, 36.85, 0.2), square(37.88, 36.88, 0.1)
    found = areas_in(drawn(tmp_path, polygon(outline, hole)))
    assert found == ((tuple((y, x) for x, y in outline), tuple((y, x) for x, y in hole)),)


def test_a_long_outline_is_drawn_coarser(tmp_path: Path) -> None:
    top = [[37.0 + step / 10_000, 36.1] for step in range(1_000)]
    ((outline,),) = areas_in(drawn(tmp_path, polygon([*top, [37.0, 36.0], [37.0, 36.1]])))
    assert len(outline) == 4
