from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clearway.corridors.roads.lengths import lengths_m
from clearway.corridors.roads.lines import Lines, NodeFacts, RoadFacts
from clearway.corridors.roads.network import Network, RoadSource
from clearway.corridors.roads.simplifying import network_of

SOURCE = RoadSource(name="made.osm", sha256="", format="made", attribution="nobody")
ROAD, ONEWAY, BRIDGE = (
    RoadFacts(road="primary"),
    RoadFacts(road="primary", oneway=1),
    RoadFacts(road="primary", features=1),
)


def network(*lines: tuple[list[int], RoadFacts], special: dict[int, NodeFacts] | None = None) -> Network:
    """The network of lines over points that lie on a half circle, so that no two lengths are alike by chance."""
    facts = tuple(dict.fromkeys(road for _, road in lines))
    count = 1 + max(point for points, _ in lines for point in points)
    turn = np.linspace(0, 3, count)
    return network_of(
        Lines(
            lon=37 + np.cos(turn) / 10, lat=36 + np.sin(turn) / 10,
            points=np.array([point for points, _ in lines for point in points], np.int64),
            starts=np.cumsum([0, *(len(points) for points, _ in lines)]),
            kinds=np.array([facts.index(road) for _, road in lines], np.int64), facts=facts, special=special or {},
            source=SOURCE, ids=np.arange(1, count + 1),
        )
    )  # fmt: skip


def legs(made: Network) -> list[tuple[int, int]]:
    """Tail and head of each leg, by point."""
    of = (made.nodes.osm - 1).tolist()
    return sorted((of[tail], of[head]) for tail, head in zip(made.legs.tail, made.legs.head, strict=True))


def test_lines_that_go_on_are_one_leg_whichever_way_they_were_drawn() -> None:
    assert legs(network(([0, 1, 2], ROAD), ([4, 3, 2], ROAD))) == [(0, 4)]
    assert legs(network(([2, 1, 0], ROAD), ([2, 3, 4], ROAD), ([4, 5], ROAD))) in ([(0, 5)], [(5, 0)])


def test_a_leg_ends_where_a_road_becomes_a_bridge() -> None:
    assert legs(network(([0, 1], ROAD), ([1, 2], BRIDGE), ([2, 3], ROAD))) == [(0, 1), (1, 2), (2, 3)]


def test_one_way_roads_go_on_in_their_direction_only() -> None:
    assert legs(network(([1, 2], ONEWAY), ([0, 1], ONEWAY))) == [(0, 2)]
    assert legs(network(([0, 1], ONEWAY), ([2, 1], ONEWAY))) == [(0, 1), (2, 1)]


def test_what_stands_on_a_road_stays_a_node() -> None:
    made = network(([0, 1, 2], ROAD), special={1: NodeFacts(kind="checkpoint", name="Bend")})

    assert legs(made) == [(0, 1), (1, 2)]
    assert [made.text(name) for name in made.nodes.name] == ["", "Bend", ""]


def test_a_ring_without_a_junction_is_one_leg_to_itself() -> None:
    (leg,) = legs(network(([0, 1, 2], ROAD), ([2, 3, 0], ROAD)))

    assert leg[0] == leg[1]


def test_a_shape_leads_from_tail_to_head_over_its_bends() -> None:
    made = network(([0, 1, 2, 3], ROAD), ([6, 5, 4, 3], ROAD))
    shape = made.shape_of(0)

    assert len(made.legs) == 1
    assert np.allclose(shape[0], [37.1, 36.0])
    assert len(shape) == 7
    assert np.all(np.diff(shape[:, 0]) < 0)


@st.composite
def some_lines(draw: st.DrawFn) -> list[tuple[list[int], RoadFacts]]:
    """A few lines over a dozen points."""
    point = st.integers(0, 11)
    points = st.lists(point, min_size=2, max_size=6)
    road = st.sampled_from((ROAD, BRIDGE))
    return [(draw(points), draw(road)) for _ in range(draw(st.integers(1, 6)))] + [([0, 11], ROAD)]


@given(some_lines())
def test_no_metre_of_road_is_lost_or_made(lines: list[tuple[list[int], RoadFacts]]) -> None:
    made = network(*lines)
    turn = np.linspace(0, 3, 1 + max(point for points, _ in lines for point in points))
    lon, lat = 37 + np.cos(turn) / 10, 36 + np.sin(turn) / 10
    walked = sum(
        float(lengths_m(lon[[a]], lat[[a]], lon[[b]], lat[[b]])[0]) for points, _ in lines for a, b in pairwise(points)
    )
    assert np.isclose(float(made.legs.length_m.sum()), walked, rtol=1e-5)


@given(some_lines())
def test_every_point_is_joined_as_before(lines: list[tuple[list[int], RoadFacts]]) -> None:
    made = network(*lines)
    group = {point: point for points, _ in lines for point in points}

    def root(point: int) -> int:
        while group[point] != point:
            point = group[point]
        return point

    for points, _ in lines:
        for a, b in pairwise(points):
            group[root(a)] = root(b)
    island = dict(zip((made.nodes.osm - 1).tolist(), made.nodes.island.tolist(), strict=True))

    assert {(root(a) == root(b)) == (island[a] == island[b]) for a in island for b in island} == {True}
