"""A route card for print: PDF by typst. What is not known comes first; telephone numbers are left blank."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from clearway.display.crowds import many_view
from clearway.display.stretches import stretches
from clearway.exports.rules import BANNERS
from clearway.exports.ways.map import svg
from clearway.exports.ways.telling import claims_of, credit_of, leg_words, title, verdict, warnings
from clearway.model import Leg, Many, Plan, Profile, Release

QUOTES = 2
QUOTE_CHARACTERS = 220
LEGEND = "Danger: severe red, high orange, moderate yellow, low green, unknown purple"


def card(plan: Plan, release: Release) -> bytes:
    """The card of the first way, with the others beside it; where there is none, why, and what would have to change."""
    import typst

    return bytes(typst.compile(_template(), sys_inputs={"data": json.dumps(_data(plan, release))}))


@cache
def _template() -> bytes:
    return (files("clearway.exports.ways") / "card.typ").read_bytes()


def _data(plan: Plan, release: Release) -> dict[str, Any]:
    quotes = {claim.id: claim.passage.words for claim in release.claims if claim.passage.words}
    first = stretches(plan.routes[0].legs) if plan.routes else ()
    return {
        "banner": BANNERS[Profile.RESTRICTED],
        "title": title(plan),
        "warnings": list(warnings(plan)[1:]),
        "way": plan.routes[0].name if plan.routes else "A",
        "unknown": [f"{leg.start} to {leg.end}: {'; '.join(leg.doubts)}" for leg in first if leg.doubts],
        "needed": list(plan.needed),
        "map": svg(plan),
        "legend": LEGEND,
        "credits": credit_of(plan),
        "ways": [
            {
                "name": route.name,
                "km": f"{route.km:,.0f}",
                "minutes": f"{route.minutes[0]:.0f} to {route.minutes[1]:.0f}",
                "risk": f"{route.risk:,.0f}",
                "danger": str(route.danger),
                "verdict": verdict(route),
            }
            for route in plan.routes
        ],
        "many": _many(plan.many) if plan.many else [],
        "legs": [_leg(place, leg, quotes) for place, leg in enumerate(first, start=1)],
    }


def _many(many: Many) -> list[list[str]]:
    """How long people take by each way alone and by all together, at worst."""
    view = many_view(many)
    alone = [[f"{view.people} by way {way} alone", took, ""] for way, took in view.alone]
    together = [[f"{view.people} over all roads together, {one.case}", one.took, one.how] for one in view.times]
    return [*alone, *together]


def _leg(place: int, leg: Leg, quotes: dict[str, str]) -> dict[str, Any]:
    words = [quotes[name] for name in claims_of(leg) if name in quotes][:QUOTES]
    return {
        "number": str(place),
        "name": f"{leg.start} to {leg.end}" + (f", {leg.road}" if leg.road else ""),
        "km": f"{leg.km:,.0f}",
        "minutes": f"{leg.minutes[0]:.0f} to {leg.minutes[1]:.0f}",
        "danger": str(leg.danger),
        "words": leg_words(leg),
        "quotes": [f"“{_short(' '.join(text.split()))}”" for text in words],
    }


def _short(text: str) -> str:
    return text if len(text) <= QUOTE_CHARACTERS else text[:QUOTE_CHARACTERS].rsplit(" ", 1)[0] + " …"
