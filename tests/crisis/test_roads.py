from pathlib import Path

import psutil
import pytest
from tests.corridors.roads.made import osm

from clearway.crisis.roads import add_roads, place_on_roads, roads_beside, roads_held
from clearway.errors import RoadError


def test_roads_are_added_told_and_found(tmp_path: Path) -> None:
    roads = roads_beside(tmp_path / "crisis.db")
    needed: list[int] = []
    added = add_roads(osm(tmp_path), roads, on_needed=needed.append)

    assert roads == tmp_path / "crisis-roads.npz"
    assert len(needed) == 1
    assert (roads_held(roads).nodes, roads_held(roads).islands) == (added.nodes, 2)
    assert place_on_roads("36.0,37.0", roads, within_km=1).snap is not None


def test_what_takes_more_memory_than_is_free_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: type("Memory", (), {"available": 10 * 1024**2})())

    with pytest.raises(RoadError, match="10 MB are free; cut out the area that you need"):
        add_roads(osm(tmp_path), tmp_path / "x-roads.npz")
