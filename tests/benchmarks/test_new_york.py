import gzip
from pathlib import Path

import numpy as np
from benchmarks.new_york import COUNTS, DISTANCE, QUERIES, TIME, NewYork, Query, new_york, part, queries

from clearway.corridors.graph import graph_of


def test_the_two_files_of_arcs_are_read_as_one_graph(tmp_path: Path) -> None:
    for name, cost in ((DISTANCE, 7), (TIME, 30)):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(gzip.compress(f"c made up\np sp 3 2\na 1 2 {cost}\na 3 1 {cost + 1}\n".encode()))

    city = new_york(tmp_path)

    assert (city.graph.nodes, city.graph.tails.tolist(), city.graph.heads.tolist()) == (3, [0, 2], [1, 0])
    assert (city.distance.tolist(), city.time.tolist()) == ([7, 8], [30, 31])


def test_a_query_has_the_count_of_its_own_pair(tmp_path: Path) -> None:
    (tmp_path / QUERIES).parent.mkdir(parents=True)
    (tmp_path / QUERIES).write_text("5 9\n9 5\n", "utf-8")
    (tmp_path / COUNTS).write_text("9;5;2;0.1\n5;9;17;0.2\n", "utf-8")

    assert queries(tmp_path) == [Query(source=4, target=8, count=17), Query(source=8, target=4, count=2)]


def test_a_part_holds_the_nearest_nodes_and_knows_which_lead_out() -> None:
    graph = graph_of(np.array([3, 1, 1, 0, 4]), np.array([1, 0, 3, 4, 0]), nodes=5)
    city = NewYork(graph=graph, distance=np.ones(5, int), time=np.array([10, 20, 30, 40, 50]))

    cut, seconds, exits = part(city, 3, 3)

    # 3, 1, 0 become 0, 1, 2; from the last a road leads to node 4, which is outside.
    assert (cut.nodes, cut.tails.tolist(), cut.heads.tolist()) == (3, [0, 1, 1], [1, 2, 0])
    assert (seconds.tolist(), exits) == ([1.0, 2.0, 3.0], [2])
