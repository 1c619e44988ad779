"""Templates to HTML, with everything inside that the page needs and nothing that it must not run."""

import base64
import hashlib
import json
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.escaping import Templates
from clearway.display.view import PageView
from clearway.display.ways import PlanView

HERE = Path(__file__).parent
VENDOR = HERE / "vendor"
SCRIPTS = (VENDOR / "leaflet/leaflet.js", VENDOR / "topojson-client/topojson-client.min.js")
GROUND, LINES = "ground.js", "lines.js"
"""What draws the ground under every map, and legs on it."""
FIRST = 6
"""So many figures of a topic stand open; the others are one step away."""
WORLD = VENDOR / "world-atlas/countries-50m.json"

_REFERENCES = {
    ".js": re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE),
    ".css": re.compile(r"[^{}]*\{[^{}]*url\([^)]*\)[^{}]*\}"),
}
"""What in a script or style would ask for another file."""


def page_html(page: PageView) -> str:
    """The whole page of a crisis in one text."""
    has_map = bool(page.spots)
    lined = [LINES] if page.corridors else []
    own = ["page.js", *(["days.js"] if page.days else []), *([GROUND, *lined, "map.js"] if has_map else [])]
    return _rendered(
        "page.html",
        scripts=own,
        styles=["page.css", *(["ways.css"] if page.corridors else [])],
        has_map=has_map,
        page=page,
        first=FIRST,
        topics=[(topic.slug, topic.name) for topic in page.topics],
        counted=sum(report.until is None for report in page.reports),
        placed=sum(bool(spot.of(page.current)) for spot in page.spots),
        lists=json_block(lists(page)),
        days=json_block(page.days),
        corridors=json_block([one.plain() for one in page.corridors]),
    )


def plan_html(page: PlanView) -> str:
    """The whole page of a plan in one text."""
    has_map = bool(page.ways)
    return _rendered(
        "plan.html",
        scripts=[GROUND, LINES, "ways.js"] if has_map else [],
        styles=["page.css", "ways.css"],
        has_map=has_map,
        page=page,
        ways=json_block(page.plain()),
    )


def _rendered(template: str, *, scripts: list[str], styles: list[str], has_map: bool, **values: Any) -> str:
    """A template with our own scripts and styles of these names inside, and what a map needs."""
    run = [*(_inlined(path) for path in SCRIPTS if has_map), *(_text(HERE / "templates" / name) for name in scripts)]
    look = [
        *([_inlined(VENDOR / "leaflet/leaflet.css")] if has_map else []),
        *(_text(HERE / "templates" / name) for name in styles),
    ]
    return (
        templates()
        .get_template(template)
        .render(
            policy=policy(run, look),
            scripts=[Markup(script) for script in run],  # noqa: S704 # our own files, with no value put in
            styles=[Markup(style) for style in look],  # noqa: S704 # likewise
            world=Markup(_text(WORLD)) if has_map else "",  # noqa: S704 # a vendored file without markup
            version=_version(),
            **values,
        )
    )


def lists(page: PageView) -> dict[str, Any]:
    """The column of each claim in the timeline, -1 for none, and the spots of the map, all by places on the page."""
    columns = [-1] * len(page.numbers)
    for at, column in enumerate(page.timeline.columns):
        for claim in (claim for some in column.claims.values() for claim in some):
            columns[page.numbers[claim]] = at
    return {"columns": columns, "most": page.timeline.most, "spots": [spot.plain(page.numbers) for spot in page.spots]}


def policy(scripts: list[str], styles: list[str]) -> str:
    """The content security policy: nothing from anywhere, and only these very scripts and styles."""
    allowed = {"script-src": scripts, "style-src": styles}
    parts = ["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    return "; ".join(
        [*parts, *(f"{name} {' '.join(_hash(text) for text in texts)}" for name, texts in allowed.items())]
    )


def json_block(value: Any) -> Markup:
    """JSON that cannot end the element in which it stands."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 # every letter that could be markup is written as its number


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _inlined(path: Path) -> str:
    return _REFERENCES[path.suffix].sub("", _text(path))


@cache
def templates() -> Environment:
    """Every template, of the page and of the desk."""
    made = Templates(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"say": say, "words": words, "json_block": json_block}
    return made


def _version() -> str:
    try:
        return version("clearway")
    except PackageNotFoundError:
        return ""
