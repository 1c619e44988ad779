"""Places of claims resolved again, once the gazetteer has changed."""

from collections.abc import Sequence
from dataclasses import replace

from clearway.model import Claim, Place
from clearway.places.gazetteer import Gazetteer
from clearway.places.mentions import Mention, find
from clearway.places.resolving import resolve


def resolved_anew(claims: Sequence[Claim], *, text: str, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """The claims of one report, their places resolved together with all that its text names.

    Names and where they stand stay as they are, and so does each claim's id; so does what a person put on the roads.
    """
    spans = {(mention.start, mention.end): mention for mention in find(text, gazetteer)}
    for place in (place for claim in claims for place in claim.places):
        span = (place.start, place.end)
        spans.setdefault(span, Mention(start=place.start, end=place.end, name=place.name, kind="place", core=span))
    named = [spans[span] for span in sorted(spans)]
    resolved = resolve(named, text=text, gazetteer=gazetteer)
    known = {(mention.start, mention.end): place for mention, place in zip(named, resolved, strict=True)}

    def again(place: Place) -> Place:
        if place.resolved is not None and place.resolved.on_roads:
            return place
        return replace(known[place.start, place.end], name=place.name)

    return tuple(replace(claim, places=tuple(map(again, claim.places))) for claim in claims)
