"""A drawing of the ways as SVG: legs by danger, dashed where nobody's word counts, places named, north up."""

import math
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from clearway.display.stretches import stretches
from clearway.exports.rules import BANNERS
from clearway.exports.ways.telling import credit_of, title
from clearway.model import Danger, KeptClear, Leg, Plan, Point, Profile, Release

WIDTH, HEIGHT, EDGE = 720, 420, 48
COLOURS = {
    Danger.SEVERE: "#a51c1c",
    Danger.HIGH: "#e06a1f",
    Danger.MODERATE: "#c99700",
    Danger.LOW: "#2f7d3b",
    Danger.UNKNOWN: "#7a3f8c",
}
WIDE, NARROW = 7, 3
"""How wide the first way's legs are drawn, and those of the others."""
KM_PER_DEGREE = 111.2
STEPS_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500)


class Frame:
    """Where a point falls on the drawing."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.south = min(point[0] for point in points)
        self.north = max(point[0] for point in points)
        self.west = min(point[1] for point in points)
        self.east = max(point[1] for point in points)
        self.narrowing = math.cos(math.radians((self.south + self.north) / 2))
        across = max((self.east - self.west) * self.narrowing, 1e-4)
        self.scale = min((WIDTH - 2 * EDGE) / across, (HEIGHT - 2 * EDGE) / max(self.north - self.south, 1e-4))

    def at(self, point: Point) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        middle = (self.south + self.north) / 2, (self.west + self.east) / 2
        x = WIDTH / 2 + (point[1] - middle[1]) * self.narrowing * self.scale
        return round(x, 1), round(HEIGHT / 2 - (point[0] - middle[0]) * self.scale, 1)


def drawing(plan: Plan, _: Release) -> bytes:
    """The drawing as a file of its own, with its banner and whom to credit."""
    notes = [BANNERS[Profile.RESTRICTED].split(":")[0], title(plan), *(("schematic",) if plan.schematic else ())]
    text = f'<text x="8" y="14" font-size="10" fill="#222">{escape(" · ".join(notes))}</text>'
    text += f'<text x="8" y="28" font-size="8" fill="#222">{escape(credit_of(plan))}</text>'
    whole = svg(plan) or f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"></svg>'
    return f"{whole.removesuffix('</svg>')}{text}</svg>\n".encode()


def svg(plan: Plan) -> str:
    """The drawing; empty where there is no way."""
    legs = [leg for route in plan.routes for leg in route.legs]
    if not legs:
        return ""
    frame = Frame([point for leg in legs for point in leg.points])
    clear = [shape for one in plan.clear for shape in _kept_clear(one, frame)]
    lines = [_line(leg, frame, NARROW) for route in plan.routes[1:] for leg in stretches(route.legs)]
    lines += [_line(leg, frame, WIDE) for leg in stretches(plan.routes[0].legs)]
    names: dict[str, Point] = {}
    for leg in (leg for route in plan.routes for leg in stretches(route.legs)):
        names |= {leg.start: leg.points[0], leg.end: leg.points[-1]}
    marks = [_mark(name, frame.at(point)) for name, point in names.items()]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="DejaVu Sans Mono">'
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f6f5f1"/>'
    return "".join([head, ground, *clear, *lines, *marks, _scale(frame), "</svg>"])


def _kept_clear(one: KeptClear, frame: Frame) -> Iterator[str]:
    """What was kept clear of, under the ways."""
    look = 'fill="#222" fill-opacity=".1" fill-rule="evenodd" stroke="#222" stroke-width="1.5" stroke-dasharray="6 4"'
    name = f"<title>{escape(one.told)}</title>"
    if one.point and one.km:
        x, y = frame.at(one.point)
        yield f'<circle cx="{x}" cy="{y}" r="{one.km / KM_PER_DEGREE * frame.scale:.1f}" {look}>{name}</circle>'
    for rings in one.areas:
        parts = ("M" + " L".join(f"{x},{y}" for x, y in map(frame.at, ring)) + "Z" for ring in rings)
        yield f'<path d="{"".join(parts)}" {look}>{name}</path>'


def _line(leg: Leg, frame: Frame, width: int) -> str:
    points = " ".join(f"{x},{y}" for x, y in map(frame.at, leg.points))
    dashed = "" if leg.verified else f' stroke-dasharray="{2 * width},{width}"'
    return f'<polyline points="{points}" fill="none" stroke="{COLOURS[leg.danger]}" stroke-width="{width}"{dashed}/>'


def _mark(name: str, at: tuple[float, float]) -> str:
    x, y = at
    return (
        f'<circle cx="{x}" cy="{y}" r="4" fill="#fff" stroke="#222" stroke-width="1.5"/>'
        f'<text x="{x + 7}" y="{y - 6}" font-size="11" fill="#222" stroke="#f6f5f1" '
        f'stroke-width="3" paint-order="stroke">{escape(name)}</text>'
    )


def _scale(frame: Frame) -> str:
    """A bar of a round number of km, and which way north is."""
    pixels_per_km = frame.scale / KM_PER_DEGREE
    km = max((step for step in STEPS_KM if step * pixels_per_km <= WIDTH / 4), default=STEPS_KM[0])
    end = EDGE / 2 + km * pixels_per_km
    y = HEIGHT - 14
    return (
        f'<path d="M{EDGE / 2},{y} H{end:.1f}" stroke="#222" stroke-width="2"/>'
        f'<text x="{EDGE / 2}" y="{y - 5}" font-size="10" fill="#222">{km} km, north is up</text>'
    )
