"""The schematic network that ships for the demo holds together, and each line of it names its source."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from tests.conftest import REPOSITORY

from clearway.corridors.roads import Network, add
from clearway.corridors.roads.lengths import lengths_m
from clearway.places import Gazetteer

FOLDER = REPOSITORY / "docs" / "corridors" / "idlib-aleppo"
WINDING = {"M5": 1.1, "M4": 1.2}
"""As docs/corridors.md states; all other roads 1.3."""


def rows(name: str) -> list[Mapping[str, str]]:
    return list(csv.DictReader((FOLDER / name).read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return add(FOLDER, tmp_path_factory.mktemp("roads") / "x-roads.npz").network


def test_all_its_towns_are_joined_and_it_says_what_it_is_not_for(network: Network) -> None:
    assert network.islands == 1
    assert [caution.split(":")[0] for caution in network.cautions] == ["schematic, not for navigation"]
    assert "GeoNames" in network.attribution


@pytest.mark.parametrize("name", ["towns.csv", "links.csv"])
def test_every_line_names_a_source_that_is_listed(name: str) -> None:
    listed = {row["source"] for row in rows("sources.csv")}
    named = {key for row in rows(name) for key in re.sub(r"geonames \d+", "geonames", row["source"]).split()}

    assert named - listed == set()
    assert not [row for row in rows(name) if not row["source"]]


def test_its_towns_lie_where_the_gazetteer_has_them() -> None:
    with Gazetteer.open() as gazetteer:
        for row in rows("towns.csv"):
            if not row["source"].startswith("geonames "):
                continue
            known = gazetteer.place(row["source"].replace(" ", ":"))
            assert known is not None
            assert (known.latitude, known.longitude) == (
                pytest.approx(float(row["latitude"]), abs=0.006), pytest.approx(float(row["longitude"]), abs=0.006),
            )  # fmt: skip


def test_its_lengths_are_straight_lines_times_the_winding_factor() -> None:
    at = {row["name"]: (float(row["longitude"]), float(row["latitude"])) for row in rows("towns.csv")}
    for row in rows("links.csv"):
        straight = lengths_m(*(np.array([value]) for town in (row["from"], row["to"]) for value in at[town]))[0] / 1000
        assert float(row["length_km"]) == pytest.approx(straight * WINDING.get(row["road"], 1.3), abs=0.51)


def test_the_m4_is_about_as_long_as_is_said_of_it() -> None:
    west = {"Saraqib", "Ariha", "Muhambal", "Jisr al-Shughur", "Latakia"}
    km = sum(
        float(row["length_km"]) for row in rows("links.csv") if {row["from"], row["to"]} <= west and row["road"] == "M4"
    )

    assert km == pytest.approx(120, abs=5)


def test_it_says_nothing_of_who_lets_whom_pass() -> None:
    assert {row["status"] for row in rows("towns.csv")} == {"unknown"}
    assert Path(FOLDER / "about.json").is_file()
