"""Places on the desk's map: what is drawn of each, and how exactly its words tell where it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clearway.display import words
from clearway.display.catalogue import say
from clearway.display.figures import slug
from clearway.display.mapping import level
from clearway.display.view import topic_of
from clearway.kinds import TOPICS
from clearway.model import Level, Spot

ALONG = frozenset({Level.ROAD, Level.BORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """A place with its claims by topic.

    `precision` is how exactly it is known, in words. Where `is_area`, it lies somewhere within `radius_km` of the
    point; else the radius, where there is one, says how far off the point may be. Degrees are WGS84.
    """

    id: str
    name: str
    level: str
    around: str
    precision: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    is_area: bool
    topics: dict[str, int]
    claims: int


def site(spot: Spot, kinds_: Mapping[str, int]) -> SiteView:
    """A place with how many claims of each kind name it."""
    topics = by_topic(kinds_)
    return SiteView(
        id=spot.id,
        name=spot.name,
        level=level(spot),
        around=words.listed(spot.around),
        precision=precision(spot),
        latitude=spot.latitude,
        longitude=spot.longitude,
        radius_km=spot.radius_km,
        is_area=spot.is_area,
        topics=topics,
        claims=sum(topics.values()),
    )


def precision(spot: Spot) -> str:
    """How exactly a place is known, in words."""
    if not spot.is_known:
        return say("map.unknown")
    if spot.radius_km is None:
        return say("map.point")
    km = words.number(max(1, round(spot.radius_km)))
    if spot.level in ALONG:
        return say("map.along", km=km)
    return say("map.within", km=km) if spot.is_area else say("map.about", km=km)


def by_topic(kinds_: Mapping[str, int]) -> dict[str, int]:
    """How many claims there are of each topic, by its slug, in the order of the topics."""
    found = dict.fromkeys((slug(topic) for topic in TOPICS), 0)
    for kind, number in kinds_.items():
        found[topic_of(kind)] += number
    return {name: number for name, number in found.items() if number}


def kinds_of(topics: Iterable[str], among: Iterable[str]) -> list[str]:
    """Those of the kinds that are of one of these topics, by their slugs; all where none is given."""
    wanted = frozenset(topics)
    return [kind for kind in among if not wanted or topic_of(kind) in wanted]


def topic_names() -> dict[str, str]:
    """The names of all topics by their slugs, in their order."""
    return {slug(topic): topic for topic in TOPICS}
