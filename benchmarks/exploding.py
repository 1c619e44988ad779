"""A front that explodes: streets on which what is quick is dangerous; run in a process of its own, prints JSON."""

import json
import sys
from time import process_time

import numpy as np

from benchmarks.memory import peak
from clearway.corridors.fronts import pareto
from clearway.corridors.graph import graph_of
from clearway.corridors.weighed import weigh

SIDE = 300
MOST = 20_000


def main() -> None:
    """Search from one corner of a square of streets to the other."""
    node = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    one = np.concatenate([node[:, :-1].ravel(), node[:-1].ravel()])
    other = np.concatenate([node[:, 1:].ravel(), node[1:].ravel()])
    graph = graph_of(np.concatenate([one, other]), np.concatenate([other, one]), nodes=SIDE * SIDE)
    time = np.random.default_rng(1).integers(1, MOST, graph.edges)
    weighed = weigh(graph, time, MOST - time)
    before = process_time()
    front = pareto(weighed, 0, graph.nodes - 1)
    json.dump({"told": front.told, "seconds": process_time() - before, "peak": peak()}, sys.stdout)


if __name__ == "__main__":
    main()
