"""GeoJSON (RFC 7946: longitude first, WGS84): one line a leg of each way, with all that bears on it."""

import json
from typing import Any

from clearway.exports.ways.telling import claims_of, columns_of, credit_of, title, verdict, warnings
from clearway.model import Leg, Plan, Profile, Release, Route, to_plain


def geojson(plan: Plan, release: Release) -> bytes:
    """The legs of all ways as lines; quotes stand beside the claims' ids."""
    quotes = {claim.id: claim.passage.words for claim in release.claims}
    features = [
        _feature(route, place, leg, quotes) for route in plan.routes for place, leg in enumerate(route.legs, start=1)
    ]
    whole = {
        "type": "FeatureCollection",
        "profile": str(Profile.RESTRICTED),
        "title": title(plan),
        "warnings": list(warnings(plan)),
        "needed": list(plan.needed),
        "attribution": credit_of(plan),
        "ways": [
            {
                "way": route.name,
                "km": route.km,
                "minutes": list(route.minutes),
                "risk": route.risk,
                "danger": str(route.danger),
                "unknown_km": route.unknown_km,
                "recommended": route.recommended,
                "verdict": verdict(route),
            }
            for route in plan.routes
        ],
        "features": features,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _feature(route: Route, place: int, leg: Leg, quotes: dict[str, str]) -> dict[str, Any]:
    line = [[longitude, latitude] for latitude, longitude in leg.points]
    return {
        "type": "Feature",
        "id": f"{route.name}{place}",
        "geometry": {"type": "LineString", "coordinates": line},
        "properties": {
            **to_plain(columns_of(route, place, leg)),
            "claims": {name: quotes.get(name) for name in claims_of(leg)},
        },
    }
