"""Making the machine code before anybody waits for an answer."""


def prepare() -> None:
    """Make all machine code of this room, or take it from where it is kept: up to a minute once, then seconds."""
    from clearway.corridors.asking import ask, ask_again
    from clearway.corridors.clearing import clear_exactly, clear_quickly
    from clearway.corridors.graph import graph_of
    from clearway.corridors.movement import movement
    from clearway.corridors.shortest import one_to_one
    from clearway.corridors.wanted import ways_under
    from clearway.corridors.weighed import bounds, weigh

    graph = graph_of([0, 0, 1], [1, 2, 2], nodes=3)
    one_to_one(graph, [1.0, 3.0, 1.0], 0, 2)
    weighed = weigh(graph, [1, 3, 1], [3, 1, 3])
    asked = ask_again(ask(weighed, 0, 2), {0: 4})
    if to_go := bounds(weighed, 0, 2):
        ways_under(weighed, to_go, (asked.front.time, asked.front.risk), summing=True)
    moving = movement(graph, seconds=[60, 60, 60], hourly=[600] * 3, origins={0: 90}, destinations={2: 100})
    clear_quickly(moving)
    clear_exactly(moving)


if __name__ == "__main__":
    prepare()
