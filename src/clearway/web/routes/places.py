"""The map: every place that claims name, no finer than it is known, with the evidence beside it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Path, Query

from clearway.crisis import kinds
from clearway.crisis.siting import Sited
from clearway.display.catalogue import say
from clearway.display.evidence import EvidenceView, evidence_view
from clearway.display.sites import SiteView, by_topic, kinds_of, site, topic_names
from clearway.errors import UsageError
from clearway.model import Box
from clearway.web.desk import TheDesk
from clearway.web.page_route import Aside
from clearway.web.pages import Pages, Stop
from clearway.web.refused import Refused, missing
from clearway.web.rights import Role, Who
from clearway.web.views import Day, PolicyName, TopicNames, View, checked

pages = Pages(stop=Stop(path="/map", name="map", key="g m", needs=Role.READER))

MOST = 150
"""Places that are sent at once: those that most claims name, of those that reach into the box asked for."""
MOST_UNKNOWN = 40
KM_PER_DEGREE = 111.2
SITE = tuple(field.name for field in fields(SiteView))

Longitude = Annotated[float | None, Query(ge=-180, le=180, allow_inf_nan=False)]
Latitude = Annotated[float | None, Query(ge=-90, le=90, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """A point as GeoJSON has it (RFC 7946): longitude, then latitude."""

    type: Literal["Point"]
    coordinates: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A place as GeoJSON has it; how far it reaches is in its properties."""

    type: Literal["Feature"]
    id: str
    geometry: Geometry
    properties: SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """The places in the box asked for, as GeoJSON has them, those of most claims first; `left` is how many more are.

    `unknown` are names that stand for no place that is known. `topics` are all that have claims anywhere, with how
    many; a claim that names several places counts at each. `bounded` tells that not all claims were looked at.
    """

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]
    left: int
    unknown: tuple[SiteView, ...]
    unknown_left: int
    topics: dict[str, int]
    chosen: tuple[str, ...]
    policy: str
    policies: dict[str, str]
    as_of: date | None
    first: date | None
    last: date | None
    bounded: bool
    banner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """A place, and what claims tell of it."""

    site: SiteView
    evidence: EvidenceView
    policy: str
    as_of: date | None
    chosen: tuple[str, ...]
    banner: str


def _shown(page: MapPage) -> dict[str, Any]:
    """What the template shows besides: the topics' names, and the places for the script."""
    sites = [{name: getattr(one.properties, name) for name in SITE} for one in page.features]
    return {"names": topic_names(), "sites": sites}


@pages.page("/map", needs=Role.READER, template="map", view=_shown, aside=Aside.ALL)
def places_on_map(
    desk: TheDesk,
    who: Who,
    as_of: Day = None,
    policy: PolicyName = None,
    topic: TopicNames = [],  # noqa: B006 - it is never changed
    west: Longitude = None,
    south: Latitude = None,
    east: Longitude = None,
    north: Latitude = None,
) -> MapPage:
    """Places with how many claims of each topic name them, as precise as they are known."""
    view = View(desk, who.profile, as_of, checked(policy))
    box = _box(west, south, east, north)
    found = view.sites()
    chosen = tuple(_of(found, topic))
    within = [one for one in chosen if one.spot.is_known and (box is None or reaches(one, box))]
    unknown = [one for one in chosen if not one.spot.is_known]
    counted = [site(one.spot, one.kinds) for one in within[:MOST]]
    return MapPage(
        type="FeatureCollection",
        features=tuple(_feature(one) for one in counted),
        left=len(within) - len(counted),
        unknown=tuple(site(one.spot, one.kinds) for one in unknown[:MOST_UNKNOWN]),
        unknown_left=max(0, len(unknown) - MOST_UNKNOWN),
        topics=_totals(found),
        chosen=tuple(topic),
        **view.choices,
        bounded=view.is_bounded,
        banner=view.banner,
    )


@pages.page("/map/places/{place}", needs=Role.READER, template="place", aside=Aside.ALL)
def place_on_map(
    place: Annotated[str, Path(pattern="^[0-9a-z]{1,64}$")],
    desk: TheDesk,
    who: Who,
    as_of: Day = None,
    policy: PolicyName = None,
    topic: TopicNames = [],  # noqa: B006 - it is never changed
) -> PlacePage:
    """What claims tell of a place, each in its words, with the figures and incidents that they are part of."""
    view = View(desk, who.profile, as_of, checked(policy))
    try:
        found = view.at(place, kinds_of(topic, kinds()))
    except UsageError as error:
        raise missing(error) from error
    if found.spot is None:
        raise Refused(404, say("wrong.unnamed"), say("wrong.choose_place"), document=place)
    return PlacePage(
        site=site(found.spot, found.counted),
        evidence=evidence_view(found.release, found.claims, found.counted, found.today),
        policy=checked(policy),
        as_of=as_of,
        chosen=tuple(topic),
        banner=found.release.banner,
    )


def reaches(one: Sited, box: Box) -> bool:
    """Whether a place may reach into a box."""
    spot = one.spot
    latitude, longitude = spot.latitude or 0.0, spot.longitude or 0.0
    high = (spot.radius_km or 0.0) / KM_PER_DEGREE
    if not box.south - high <= latitude <= box.north + high:
        return False
    wide = high / max(0.05, math.cos(math.radians(latitude)))
    return any(part.west - wide <= longitude <= part.east + wide for part in box.parts)


def _box(west: float | None, south: float | None, east: float | None, north: float | None) -> Box | None:
    sides = (west, south, east, north)
    if all(side is None for side in sides):
        return None
    if west is None or south is None or east is None or north is None:
        raise Refused(422, say("wrong.four_sides"), say("wrong.give_sides"), document="box")
    try:
        return Box(west=west, south=south, east=east, north=north)
    except ValueError as error:
        raise Refused(422, str(error), say("wrong.give_degrees"), document="box") from error


def _of(found: Sequence[Sited], topics: list[str]) -> Iterator[Sited]:
    """The places as claims of these topics name them."""
    if not topics:
        yield from found
        return
    wanted = frozenset(kinds_of(topics, {kind for one in found for kind in one.kinds}))
    some = []
    for one in found:
        named = {kind: number for kind, number in one.kinds.items() if kind in wanted}
        if named:
            some.append(Sited(spot=one.spot, kinds=named))
    yield from sorted(some, key=lambda one: -one.claims)


def _totals(found: Iterable[Sited]) -> dict[str, int]:
    named: dict[str, int] = {}
    for one in found:
        for kind, number in one.kinds.items():
            named[kind] = named.get(kind, 0) + number
    return by_topic(named)


def _feature(one: SiteView) -> Feature:
    at = (one.longitude or 0.0, one.latitude or 0.0)
    return Feature(type="Feature", id=one.id, geometry=Geometry(type="Point", coordinates=at), properties=one)
