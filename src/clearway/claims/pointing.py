"""The place that "there", "the town" or "the camp" points back to."""

import re

from clearway.claims.asides import THERE
from clearway.model import Level
from clearway.places import Mention

POINTING = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|have|has|had|'s|’s|will|may|remain))|\b(?:the|this|that|these)\s+(?:entire\s+|whole\s+|same\s+)?(?P<what>town|village|city|camp|area|province|region|district|country|capital|governorate|state|county|island|neighbou?rhood)\b(?!\s+of\b)",
    re.IGNORECASE,
)
DIRECTION = re.compile(r"\bthe\s+(?:north|south)?-?\s?(?:east|west|north|south|centre)\b(?!\s*(?:of|ern|side))")


def pointing_place(span: tuple[int, int], before: list[Mention], text: str) -> list[Mention]:
    """The place that "there", "the town" or "the camp" points back to, where the claim names none of its own."""
    direction = DIRECTION.search(text, span[0], span[1])
    if direction:
        return [Mention(start=direction.start(), end=direction.end(), name=direction.group(), kind="region")]
    pointer = POINTING.search(text, span[0], span[1]) or THERE.search(text, span[0], span[1])
    if pointer is None:
        return []
    earlier = [
        mention
        for mention in before
        if mention.end <= pointer.start() and mention.kind in ("place", "region", "facility")
    ]
    what = (pointer.groupdict().get("what") or "").lower()
    if what == "country":
        return [mention for mention in earlier if mention.level is Level.COUNTRY][-1:]
    if what:
        exact = [mention for mention in earlier if what in mention.name.lower().split()]
        earlier = exact or ([] if what in ("camp",) else earlier)
    while len(earlier) > 1 and text[earlier[-2].end : earlier[-1].start] in WITHIN:
        earlier = earlier[:-1]
    return earlier[-1:]


WITHIN = frozenset({" in ", ", ", " in the ", " of "})
"""Words between a place and the one that it lies in."""
