import numpy as np
import pytest

from clearway.corridors import expanded
from clearway.corridors.expanded import expand, window
from clearway.corridors.graph import graph_of
from clearway.corridors.movement import movement
from clearway.errors import RoadError

ROADS = graph_of(np.array([0, 1, 2]), np.array([1, 2, 1]), nodes=3)
MOVING = movement(ROADS, seconds=[60, 120, 60], hourly=[600] * 3, origins={0: 5}, destinations={2: None})


def test_a_node_is_there_only_while_somebody_can_come_and_still_arrive() -> None:
    within = window(MOVING)
    assert (within.early.tolist(), within.late.tolist()) == ([0, 1, 3], [3, 2, 0])
    network = expand(MOVING, within, 5)
    # Two steps of each node but the source, the sink and their doors; nobody comes back from 2.
    assert (network.nodes, sorted(network.edges[network.edges >= 0].tolist())) == (10, [0, 0, 1, 1])


def test_a_network_that_is_too_large_is_refused_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expanded, "MOST_ARCS", 100)
    with pytest.raises(RoadError, match=r"3 edges over 100 steps: 288 arcs are too many .* the quick planner"):
        expand(MOVING, window(MOVING), 100)
