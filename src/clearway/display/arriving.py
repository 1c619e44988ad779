"""How many people are there when, on a plane of hours against people: where axes and lines fall, ready for SVG."""

from collections.abc import Iterable
from dataclasses import dataclass

from clearway.display.catalogue import say
from clearway.display.numbers import number, rounded
from clearway.display.plotting import Frame, Scale, Tick, ticks
from clearway.model import Arrived, Clearing, Move

WIDTH, HEIGHT = 440, 260
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 30, 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How many are there after so many hours, in words."""

    hours: str
    people: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The line at best or at worst, and its points as a table."""

    case: str
    line: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve(Frame):
    """The drawing of both cases."""

    cases: tuple[Case, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def curve(move: Move) -> Curve | None:
    """The arrivals of a movement at best and at worst; nothing where nobody arrives."""
    told = [(name, one) for name, one in (("plan.at_best", move.best), ("plan.at_worst", move.worst)) if one.curve]
    if not told:
        return None
    along = ticks(0, max(point.hours for _, one in told for point in one.curve))
    above = ticks(0, max(point.people for _, one in told for point in one.curve))
    x = Scale(along[0], along[-1], LEFT, WIDTH - RIGHT)
    y = Scale(above[0], above[-1], HEIGHT - BOTTOM, TOP)
    return Curve(
        across=tuple(Tick(at=x.at(value), words=f"{value:,g}") for value in along),
        up=tuple(Tick(at=y.at(value), words=rounded(value)) for value in above),
        cases=tuple(Case(case=say(name), line=_line(one, x, y), rows=tuple(_rows(one.curve))) for name, one in told),
    )


def _line(one: Clearing, x: Scale, y: Scale) -> str:
    """From nobody at the hour of leaving through the points."""
    points = [(0.0, 0), *((point.hours, point.people) for point in one.curve)]
    return "M" + "L".join(f"{x.at(hours):g} {y.at(people):g}" for hours, people in dict.fromkeys(points))


def _rows(points: Iterable[Arrived]) -> Iterable[Row]:
    for point in points:
        yield Row(hours=rounded(point.hours, 1), people=number(point.people))
