"""What the tests of places share: the built-in gazetteer, and small files of a made-up country."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clearway.places.gazetteer import Gazetteer

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The built-in gazetteer alone."""
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture
def shared() -> Path:
    """The folder of real files beside the repository; skips where there is none."""
    if not (SHARED / "data" / "gazetteer").is_dir():
        pytest.skip("the real gazetteer files are not beside the repository")
    return SHARED


def feature(name: str, pcode: str, latitude: float, longitude: float, **more: Any) -> dict[str, Any]:
    """One point of a COD-AB file in the old columns."""
    properties = {
        "NAME_EN": name,
        "PCODE": pcode,
        "ADMIN1_COD": "SY02",
        "ADMIN1_EN": "Aleppo",
        "ADMIN2_COD": "SY0204",
        "ADMIN2_EN": "A'zaz",
        "ADMIN3_COD": "SY020400",
        "ADMIN3_EN": "A'zaz",
    }
    geometry = {"type": "MultiPoint", "coordinates": [[longitude, latitude]]}
    return {"type": "Feature", "properties": properties | more, "geometry": geometry}


def geojson(path: Path, features: list[dict[str, Any]]) -> Path:
    """A GeoJSON file of features, one on a line."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    path.write_text(f'{{"type": "FeatureCollection",\n"features": [\n{lines}\n]}}', "utf-8")
    return path
