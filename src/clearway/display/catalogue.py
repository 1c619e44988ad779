"""Every word of the desk's own, in one place for each language: `phrases/LANGUAGE/PART.toml`.

A phrase is a text with {names} in it, or a table of texts by the number that it speaks of (CLDR's plural categories).
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from clearway.display.numbers import number
from clearway.model import Number

PHRASES = Path(__file__).parent / "phrases"
LANGUAGE = "en"
"""The language of the pages, until there is another."""

PLURAL: Mapping[str, Callable[[Number], str]] = {"en": lambda count: "one" if count == 1 else "other"}
"""Which form goes with a number, for each language (unicode.org/cldr, plural rules)."""


def say(name: str, /, *, n: Number | None = None, **values: object) -> str:
    """The phrase of this name, with its values in their places; `n` is a number that it speaks of.

    >>> say("reports.claims", n=2)
    '2 claims'
    """
    phrase = catalogue(LANGUAGE)[name]
    if not isinstance(phrase, str):
        phrase = phrase[form_of(n)]
    values["n"] = "?" if n is None else number(n)
    return phrase.format_map(values)


def form_of(n: Number | None) -> str:
    """Which form of a phrase goes with a number."""
    return PLURAL[LANGUAGE](n or 0)


def said(name: str) -> str:
    """What a person is told after an act; nothing for a name that is none of ours, since it stands in an address."""
    known = catalogue(LANGUAGE).get(f"said.{name}", "")
    return known if isinstance(known, str) else ""


@cache
def catalogue(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """All phrases of a language by `PART.NAME`."""
    found: dict[str, str | Mapping[str, str]] = {}
    for path in sorted((PHRASES / language).glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {f"{path.stem}.{name}": phrase for name, phrase in told.items()}
    return found
