"""How fast corridors are found, beside scipy and networkx in the same run; how near and fast the quick planner is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import Any

import numpy as np

from benchmarks.fresh import UnmeasuredError, measured
from benchmarks.new_york import FILES, HOURLY, ORIGINS, SEEDS, NewYork, Query, leaving, new_york, queries, same_road
from benchmarks.options import Options
from benchmarks.table import Line, Section, at_least, at_most
from clearway.corridors.asking import Asked, ask, ask_again
from clearway.corridors.clearing import clear_quickly, exactly
from clearway.corridors.graph import graph_of
from clearway.corridors.movement import Movement, movement
from clearway.corridors.roads import add, arcs_of, load, vehicle_named
from clearway.corridors.shortest import one_to_all
from clearway.corridors.weighed import Weighed, weigh

STARTS = (0, 100_000, 200_000)
NEAR, QUICKER, AGAIN = 1.03, 10.0, 0.3
LIECHTENSTEIN = "liechtenstein-latest.osm.pbf"
WORSE = 10
"""A report makes a leg so many times as dangerous."""


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """Searches on New York, questions asked again, and movements on parts of it and on Liechtenstein."""
    for name in FILES:
        if not (options.data / name).exists():
            raise UnmeasuredError(f"no {name} in {options.data.name}: name its folder with --data FOLDER")
    say("measuring corridors: a front that explodes")
    lines = [_exploding()]
    city = new_york(options.data)
    pairs = queries(options.data)
    weighed = weigh(city.graph, city.time, city.distance)
    say("measuring corridors: searches")
    lines += [*_one_to_all(city, options.rounds), *_fronts(city, weighed, pairs)]
    say("measuring corridors: asking again")
    lines += _again(city, weighed, pairs)
    for nodes, people, step in ((200, 10_000, 15), (2_000, 50_000, 30)):
        for one_exit in (True, False):
            say(f"measuring corridors: movements on {nodes:,} nodes")
            moving = [leaving(city, seed, nodes, people=people, step=step, one_exit=one_exit) for seed in SEEDS]
            exits = "one exit" if one_exit else "all exits"
            lines += _movements(f"ten parts of {nodes:,} nodes, {exits}", moving)
    if (country := options.data.parent / "data" / "roads" / LIECHTENSTEIN).exists():
        lines += _movements("Liechtenstein", [_liechtenstein(country)])
    return Section(name="corridors", title="Corridors: how fast", lines=lines, notes=NOTES)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the processor, and what came of them."""
    before = process_time()
    result = work()
    return process_time() - before, result


def _exploding() -> Line:
    found = measured("exploding")
    detail = f" ({found['told']}, in {found['seconds']:.1f} s)"
    return at_most("exploding front: peak memory", found["peak"] / 1024**2, 1000, "{:,.0f} MB", detail)


def _one_to_all(city: NewYork, rounds: int) -> list[Line]:
    import scipy.sparse
    from scipy.sparse.csgraph import dijkstra

    matrix = scipy.sparse.csr_matrix(_least(city), shape=(city.graph.nodes,) * 2)
    peer = _networkx(city)
    one_to_all(city.graph, city.time, 0)
    ours, theirs, python = [], [], []
    for _ in range(rounds):
        for start in STARTS:
            ours.append(timed(lambda start=start: one_to_all(city.graph, city.time, start))[0])
            theirs.append(timed(lambda start=start: dijkstra(matrix, indices=start, return_predecessors=True))[0])
    import networkx as nx

    for start in STARTS:
        python.append(timed(lambda start=start: nx.dijkstra_predecessor_and_distance(peer, start))[0])
    mine = median(ours)
    return [
        at_most("one to all: to scipy's time", mine / median(theirs), 1.5, "{:.2f} times", f" ({mine * 1000:.0f} ms)"),
        at_least("one to all: as fast as networkx", median(python) / mine, 20.0, "{:.0f} times"),
    ]


def _fronts(city: NewYork, weighed: Weighed, pairs: Sequence[Query]) -> list[Line]:
    import networkx as nx

    peer = _networkx(city)
    ask(weighed, 0, 5)
    ours = [timed(lambda one=one: ask(weighed, one.source, one.target)) for one in pairs]
    theirs = [timed(lambda one=one: nx.shortest_path(peer, one.source, one.target, "weight"))[0] for one in pairs]
    seconds = [each for each, _ in ours]
    equal = sum(len(asked.front) == one.count for one, (_, asked) in zip(pairs, ours, strict=True))
    detail = f" (mean {mean(seconds):.3f}, most {max(seconds):.2f})"
    return [
        at_least("fronts as the reference counts them", equal, len(pairs), "{:.0f}", f" of {len(pairs)}"),
        Line(
            what="whole front: median seconds a query",
            value=f"{median(seconds):.3f}{detail}",
            trivial=f"{median(theirs):.3f} (networkx, one way by one cost)",
            published="0.25 median, 0.54 mean, 4.6 most (the authors' C, loaded machine)",
        ),
    ]


def _again(city: NewYork, weighed: Weighed, pairs: Sequence[Query]) -> list[Line]:
    numbers = np.random.default_rng(1)
    asked = [ask(weighed, one.source, one.target) for one in pairs]
    lines = []
    for what, on in (("a leg that a way of the front uses", True), ("any leg", False)):
        found, anew = [], []
        for one in asked:
            edge = int(numbers.choice(one.front.edges) if on else numbers.integers(weighed.graph.edges))
            change = dict.fromkeys(same_road(city, edge), int(weighed.risk[edge]) * WORSE)
            seconds, again = timed(lambda one=one, change=change: ask_again(one, change))
            found.append(seconds)
            anew.append(timed(lambda again=again: _anew(again))[0])
        quick = sum(each < AGAIN for each in found)
        lines.append(
            at_most(
                f"asked again, {what} worse: median seconds",
                median(found),
                AGAIN,
                "{:.3f}",
                f" (most {max(found):.2f}; under 0.3 s in {quick} of {len(found)}; anew {median(anew):.3f})",
            )
        )
    return lines


def _anew(asked: Asked) -> Asked:
    return ask(asked.weighed, asked.source, asked.target)


def _movements(what: str, movements: Sequence[Movement]) -> list[Line]:
    clear_quickly(movements[0])
    ratios, quick, exact = [], 0.0, 0.0
    for moving in movements:
        seconds, plan = timed(lambda moving=moving: clear_quickly(moving))
        quick += seconds
        seconds, best = timed(lambda moving=moving: exactly(moving).clearance)
        exact += seconds
        ratios.append(plan.steps / best.steps)
    near = sum(ratio <= NEAR for ratio in ratios)
    detail = f" ({near} of {len(ratios)} within 3%; mean {mean(ratios) - 1:.1%})"
    pace = f" ({quick / len(ratios) * 1000:.0f} ms against {exact / len(ratios) * 1000:,.0f} ms)"
    return [
        at_most(f"{what}: CCRP to exact, the worst", max(ratios), NEAR, "{:.3f}", detail),
        at_least(f"{what}: CCRP as fast as exact", exact / quick, QUICKER, "{:.0f} times", pace),
    ]


def _liechtenstein(file: Path) -> Movement:
    import tempfile

    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    with tempfile.TemporaryDirectory() as place:
        kept = Path(place) / "roads.npz"
        add(file, kept)
        network = load(kept)
    arcs = arcs_of(network, vehicle_named("car"))
    nodes = len(network.nodes)
    joined = csr_matrix((np.ones(len(arcs)), (arcs.tails, arcs.heads)), shape=(nodes, nodes))
    labels = connected_components(joined, connection="strong")[1]
    main = np.flatnonzero(labels == np.bincount(labels).argmax())
    lon, lat = np.asarray(network.nodes.lon)[main], np.asarray(network.nodes.lat)[main]
    ends = {int(main[at]) for at in (lon.argmin(), lon.argmax(), lat.argmin(), lat.argmax())}
    others = [node for node in main.tolist() if node not in ends]
    drawn = np.random.default_rng(1).choice(others, ORIGINS, replace=False).tolist()
    return movement(
        graph_of(arcs.tails, arcs.heads, nodes=nodes),
        seconds=arcs.high_s,
        hourly=np.full(len(arcs), HOURLY),
        origins=dict.fromkeys(drawn, 3_000),
        destinations=dict.fromkeys(ends),
        step=30,
    )


def _least(city: NewYork) -> tuple[Any, tuple[Any, Any]]:
    """Edges with the least time of those between the same two nodes, as scipy would add them up."""
    tails, heads = city.graph.tails, city.graph.heads
    order = np.lexsort((city.time, heads, tails))
    first = np.concatenate([[True], (np.diff(tails[order]) != 0) | (np.diff(heads[order]) != 0)])
    kept = order[first]
    return city.time[kept].astype(float), (tails[kept], heads[kept])


def _networkx(city: NewYork) -> Any:
    import networkx as nx

    time, (tails, heads) = _least(city)
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(zip(tails.tolist(), heads.tolist(), time.tolist(), strict=True))
    return graph


NOTES = (
    "New York: 264,346 nodes, 733,846 edges, time and distance; the 50 pairs of BOA*. Seconds are of the processor, "
    "with the machine code made; the first search on a machine also makes it, and keeps it.",
    f"Asked again: {WORSE} times the risk on one road, both ways, for each pair, drawn from the front's ways or from "
    "all; the answer is the whole exact front, as if asked anew.",
    "Parts: cut by breadth-first search around nodes 1,000 and every 26,434th after it (counted from 0); ten origins "
    "drawn by the same number; 600 vehicles an hour a road, four people each; 10,000 people in steps of 15 s on 200 "
    "nodes, 50,000 in steps of 30 s on 2,000.",
    "CCRP: the quick planner, which is CCRP that takes reservations back, with the trips of all; exact: OR-Tools.",
    "Exploding: 90,000 crossings on a square, where what is quick is dangerous, from corner to corner, in a process of "
    "its own.",
    "Liechtenstein: 30,000 people of ten places drawn by seed 1 to the outermost junction on each side, by car at the "
    "lower speed, in steps of 30 s.",
)
