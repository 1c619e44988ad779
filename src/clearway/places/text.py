"""The places that a text names: finding and resolving in one call."""

from collections.abc import Sequence

from clearway.model import Place
from clearway.places.gazetteer import Gazetteer
from clearway.places.mentions import find, listed
from clearway.places.resolving import resolve


def places_in(
    text: str, gazetteer: Gazetteer | None = None, *, countries: Sequence[str] = (), only: bool = False
) -> tuple[Place, ...]:
    """The places that a text names, in order, each resolved where it can be.

    `countries` are those that the text is known to be about (ISO 3166-1, two letters or three); they decide between
    namesakes, and are no bound. `only` says that the text names nothing but places, as a column "location" does.
    Without a gazetteer the built-in one is opened for this call, so open it once for many; raises `GazetteerError`
    where it has not been built.

    >>> [place.resolved.country for place in places_in("Shelling in Tripoli.", countries=["LB"]) if place.resolved]
    ['LBN']
    """
    if gazetteer is None:
        with Gazetteer.open() as opened:
            return places_in(text, opened, countries=countries, only=only)
    mentions = listed(text, gazetteer) if only else find(text, gazetteer)
    return resolve(mentions, text=text, gazetteer=gazetteer, countries=countries)
