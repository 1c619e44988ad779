"""The desk's pages: templates to HTML, and the scripts and styles that they ask for, none of them inline."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment

from clearway.display.rendering import HERE, VENDOR, templates

OWN = HERE / "templates"
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
RTL = ("ar", "fa", "he", "ur")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A script or style: its address, which changes when it does."""

    name: str
    url: str


def desk_html(template: str, *, language: str, **values: Any) -> str:
    """The template `desk/TEMPLATE.html` as HTML."""
    direction = "rtl" if language in RTL else "ltr"
    found = _templates().get_template(f"desk/{template}.html")
    return found.render(language=language, direction=direction, **values)


def filled(values: Mapping[str, Any]) -> str:
    """The part of an address behind its question mark: each value that there is, of several each one.

    >>> filled({"as_of": None, "topic": ["aid", "roads"]})
    'topic=aid&topic=roads'
    """
    return urlencode({name: value for name, value in values.items() if value}, doseq=True)


def parts_of(*names: str) -> tuple[Part, ...]:
    """Scripts and styles by their names under the vendored or our own files."""
    return tuple(Part(name=name, url=f"/static/{name}?{_digest(name)[:12]}") for name in names)


@cache
def static(name: str) -> tuple[bytes, str] | None:
    """The bytes and type of a script or style; `None` for any name that is not one of those listed."""
    path = _files().get(name)
    return (path.read_bytes(), TYPES[path.suffix]) if path else None


@cache
def _files() -> dict[str, Path]:
    """Every file that a page may ask for, by its name: a name that is not here leads to no file."""
    own = {str(path.relative_to(OWN)): path for path in OWN.rglob("*") if path.suffix in (".js", ".css", ".svg")}
    theirs = {str(path.relative_to(VENDOR)): path for path in VENDOR.rglob("*") if path.suffix in TYPES}
    return own | theirs


@cache
def _digest(name: str) -> str:
    return hashlib.sha256(_files()[name].read_bytes()).hexdigest()


@cache
def _templates() -> Environment:
    made = templates().overlay()
    made.globals = templates().globals | {"part": lambda name: parts_of(name)[0].url}
    made.filters |= {"filled": filled}
    return made
