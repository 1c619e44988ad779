"""What is said where there are no roads: in a module of its own, so that saying it loads nothing that looks at them."""

from pathlib import Path

from clearway.errors import RoadError


def no_roads(path: Path) -> RoadError:
    """The error of a file of roads that is not there."""
    return RoadError(
        str(path), rule="there is no such file of roads", remedy="add roads with `clearway roads add FILE`"
    )
