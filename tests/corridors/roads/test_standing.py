from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corridors.roads.made import legs_of, osm, tables
from tests.corridors.roads.test_simplifying import ROAD, SOURCE, network

from clearway.corridors.roads import KINDS, STATUSES, Network, add
from clearway.corridors.roads.islands import islands_of
from clearway.corridors.roads.lines import NodeFacts
from clearway.corridors.roads.standing import Standing, placed
from clearway.errors import RefusedDocument

POINTS = """name,latitude,longitude,kind,hours,status
Mill post,36.0001,37.0150,checkpoint,06:00-18:00,limited
North end,36.0100,37.0100,crossing,,
"""


def with_points(folder: Path, text: str) -> Network:
    """The streets with these points on them."""
    roads = folder / "x-roads.npz"
    add(osm(folder), roads)
    (folder / "posts.csv").write_text(text, "utf-8")
    return add(folder / "posts.csv", roads).network


def test_a_leg_is_cut_where_a_checkpoint_stands(tmp_path: Path) -> None:
    made = with_points(tmp_path, POINTS)
    nodes = made.nodes
    (post,) = (nodes.kind == KINDS.index("checkpoint")).nonzero()[0]

    assert (made.text(nodes.name[post]), made.text(nodes.hours[post])) == ("Mill post", "06:00-18:00")
    assert STATUSES[nodes.status[post]] == "limited"
    assert (nodes.lon[post], nodes.lat[post]) == (pytest.approx(37.015, abs=1e-6), pytest.approx(36.0, abs=1e-6))
    assert {(frozenset((0, 2)), 451), (frozenset((0, 3)), 451)} <= legs_of(made)
    assert (frozenset((2, 3)), 902) not in legs_of(made)
    assert {made.text(ref) for ref in made.legs.ref[(made.legs.tail == post) | (made.legs.head == post)]} == {"M9"}


def test_a_point_at_a_node_is_that_node(tmp_path: Path) -> None:
    made = with_points(tmp_path, POINTS)
    (end,) = (made.nodes.kind == KINDS.index("crossing")).nonzero()[0]

    assert (made.nodes.osm[end], made.text(made.nodes.name[end])) == (5, "North end")
    assert len(made.nodes) == 10


def test_points_name_their_source_too(tmp_path: Path) -> None:
    assert with_points(tmp_path, POINTS).attribution.endswith("posts.csv (its file names no source)")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (POINTS.replace("36.0001", "36.3"), "line 2 (Mill post) has no road within 1 km of it"),
        (POINTS.replace("36.0001", "nan"), "line 2 has the latitude nan"),
        (POINTS.replace("checkpoint", "castle"), "line 2 has the kind castle"),
    ],
)
def test_what_cannot_be_placed_is_refused_by_its_line(tmp_path: Path, text: str, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        with_points(tmp_path, text)

    assert refused.value.rule == rule


def test_points_without_roads_are_refused(tmp_path: Path) -> None:
    (tmp_path / "posts.csv").write_text(POINTS, "utf-8")

    with pytest.raises(RefusedDocument, match="there are no roads to put them on; add roads first"):
        add(tmp_path / "posts.csv", tmp_path / "x-roads.npz")


def test_a_second_point_at_a_node_is_told(tmp_path: Path) -> None:
    roads = tmp_path / "x-roads.npz"
    add(tables(tmp_path / "valley"), roads)
    (tmp_path / "posts.csv").write_text("name,lat,lon\nOne,36.0,37.1\nTwo,36.0001,37.1\n", "utf-8")

    assert add(tmp_path / "posts.csv", roads).notes == ("line 3: Two stands where One does; left out",)


@given(st.lists(st.floats(0.02, 0.98), min_size=1, max_size=5))
def test_cutting_keeps_every_metre_and_every_bend(shares: list[float]) -> None:
    before = network(([0, 1, 2, 3, 4], ROAD), ([4, 5, 6], ROAD), ([4, 7], ROAD))
    shape = before.shape_of(0)
    far = np.linspace(0, 1, len(shape))
    points = [
        Standing(
            line=line,
            latitude=float(np.interp(share, far, shape[:, 1])),
            longitude=float(np.interp(share, far, shape[:, 0])),
            facts=NodeFacts(kind="checkpoint", name=f"P{line}"),
        )
        for line, share in enumerate(shares)
    ]
    made, notes = placed(before, points, SOURCE)
    legs = made.legs

    assert float(legs.length_m.sum()) == pytest.approx(float(before.legs.length_m.sum()), rel=1e-5)
    assert len(made.nodes) - len(before.nodes) == len(legs) - len(before.legs)
    assert int((made.nodes.kind == KINDS.index("checkpoint")).sum()) == len(shares) - len(notes)
    assert islands_of(len(made.nodes), legs.tail, legs.head).max() == 0
    assert len(legs.shape) <= len(before.legs.shape)
    assert all(np.isfinite(made.shape_of(leg)).all() for leg in range(len(legs)))
