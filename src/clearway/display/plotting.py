"""Ways on a plane of time against risk: where axes, points and the front fall, ready to be drawn as SVG."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clearway.display.catalogue import say
from clearway.display.numbers import rounded
from clearway.model import Best, Plan, Route

WIDTH, HEIGHT = 440, 350
LEFT, RIGHT, TOP, BOTTOM = 52, 20, 42, 48
LABEL = 17
"""How far a letter stands from its point, and how much room it needs, in units of the drawing."""
TICKS = 5
HOUR = 60
SAME = 0.01
"""Values that differ by no more than this part of them are one."""
SIDES = ((0, -LABEL), (0, LABEL), (LABEL, -LABEL), (-LABEL, -LABEL), (LABEL, LABEL), (-LABEL, LABEL), (LABEL, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of an axis and what stands at it."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A way's point, from where to where its time ranges, where its letter stands, and all of it in words."""

    way: str
    x: float
    y: float
    first: float
    last: float
    letter: tuple[float, float]
    known: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Both axes of a drawing, and where its plane ends."""

    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot(Frame):
    """The drawing; `known` and `unknown` are paths of the fronts' steps, `dots` those of their other ways."""

    unit: str
    known: str
    unknown: str
    dots: str
    marks: tuple[Mark, ...]
    others: int
    waits: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


@dataclass(frozen=True, slots=True)
class Scale:
    """From values between a least and a most to the drawing."""

    least: float
    most: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value falls."""
        return round(self.start + (value - self.least) / (self.most - self.least) * (self.end - self.start), 1)


def plot(plan: Plan) -> Plot | None:
    """The ways of a plan and all other best ones; nothing where there is none."""
    if not plan.routes:
        return None
    spots = [_spot(route, plan.front) for route in plan.routes]
    times = [*(end for route in plan.routes for end in route.minutes), *(one.minutes for one in plan.front)]
    risks = [*(risk for _, risk in spots), *(one.risk for one in plan.front)]
    unit = HOUR if max(times) >= 5 * HOUR else 1
    along = ticks(min(times) / unit, max(times) / unit)
    above = ticks(min(risks), max(risks))
    x = Scale(along[0] * unit, along[-1] * unit, LEFT, WIDTH - RIGHT)
    y = Scale(above[0], above[-1], HEIGHT - BOTTOM, TOP)
    others = [one for one in plan.front if one.way is None]
    return Plot(
        across=tuple(Tick(at=x.at(value * unit), words=f"{value:g}") for value in along),
        up=tuple(Tick(at=y.at(value), words=f"{value:g}") for value in above),
        unit=say("plan.hours" if unit == HOUR else "plan.minutes_unit"),
        known=_steps([one for one in plan.front if one.known], x, y),
        unknown=_steps([one for one in plan.front if not one.known], x, y),
        dots=_dots(others, x, y),
        marks=_marks(plan.routes, spots, x, y),
        others=len(others),
        waits=any(leg.wait[1] for route in plan.routes for leg in route.legs),
    )


def ticks(least: float, most: float) -> list[float]:
    """Round values that reach beyond the least and the most; from nought where these are one.

    >>> ticks(168.1, 193.8)
    [160.0, 170.0, 180.0, 190.0, 200.0]
    """
    low, high = (least, most) if most - least > SAME * max(most, 1) else (0.0, max(most, 1.0))
    rough = (high - low) / TICKS
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(unit * times for times in (1, 2, 5, 10) if unit * times >= rough)
    first, last = math.floor(round(low / step, 9)), math.ceil(round(high / step, 9))
    return [float(f"{step * at:.6g}") for at in range(first, last + 1)]


def _spot(route: Route, front: Iterable[Best]) -> tuple[float, float]:
    """The middle of a way's time and its risk, as exact as the search has them, which knows of no waiting."""
    waits = any(leg.wait[1] for leg in route.legs)
    best = None if waits else next((one for one in front if one.way == route.name), None)
    return (best.minutes, best.risk) if best else (sum(route.minutes) / 2, route.risk)


def _steps(front: Sequence[Best], x: Scale, y: Scale) -> str:
    """The front as stairs: every point right of and above them is beaten by a way."""
    if len(front) < 2:
        return ""
    ordered = sorted(front, key=lambda one: (one.minutes, -one.risk))
    path = [f"M{x.at(ordered[0].minutes):g} {y.at(ordered[0].risk):g}"]
    path += [f"H{x.at(one.minutes):g}V{y.at(one.risk):g}" for one in ordered[1:]]
    return "".join(dict.fromkeys(path))


def _dots(front: Iterable[Best], x: Scale, y: Scale) -> str:
    """The ways that are not shown, one dot for all that fall on one place."""
    return "".join(dict.fromkeys(f"M{round(x.at(one.minutes))} {round(y.at(one.risk))}h0" for one in front))


def _marks(routes: Sequence[Route], spots: Sequence[tuple[float, float]], x: Scale, y: Scale) -> tuple[Mark, ...]:
    """A mark a way, each letter where no point and no other letter is."""
    points = [(x.at(minutes), y.at(risk)) for minutes, risk in spots]
    letters: list[tuple[float, float]] = []
    for at in points:
        sides = [(at[0] + across, at[1] + down) for across, down in SIDES]
        free = [side for side in sides if all(math.dist(side, other) > LABEL * 0.8 for other in (*points, *letters))]
        letters.append((free or sides)[0])
    return tuple(
        Mark(
            way=route.name,
            x=point[0],
            y=point[1],
            first=x.at(route.minutes[0]),
            last=x.at(route.minutes[1]),
            letter=(round(letter[0], 1), round(letter[1], 1)),
            known=not route.unknown_km,
            words=_told(route),
        )
        for route, point, letter in zip(routes, points, letters, strict=True)
    )


def _told(route: Route) -> str:
    """A way's mark in words."""
    first, last = route.minutes
    name = "plan.mark_unknown" if route.unknown_km else "plan.mark"
    return say(name, way=route.name, first=rounded(first), last=rounded(last), risk=rounded(route.risk))
