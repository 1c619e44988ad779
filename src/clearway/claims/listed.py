"""Places in a list of figures with a place each, and places that only say where another one lies."""

import re

from clearway.claims.nouns import Scene
from clearway.claims.proposal import Proposal
from clearway.places import Mention

LOCATING = frozenset({"in", "on", "at", "near", "around", "across", "inside", "outside"})


def own_places(proposals: list[Proposal], scene: Scene) -> dict[int, Proposal]:
    """Whose each place is, by its start, in a list of figures with a place each: "ten in Garowe and 15 in Bosaso"."""
    counted = sorted(
        ((proposal.counted.i, proposal) for proposal in proposals if proposal.counted and proposal.quantity),
        key=lambda pair: pair[0],
    )
    owners: dict[int, Proposal] = {}
    for at, (i, proposal) in enumerate(counted):
        end = counted[at + 1][0] if at + 1 < len(counted) else len(scene.tree.tokens)
        after = scene.tree.tokens[i + 1 : end]
        stop = next((token.i for token in after if token.is_verb and token.dep != "amod"), end)
        where = LOCATING | {"from"} if proposal.kind == "affected" else LOCATING
        if not after or after[0].lower not in where:
            continue
        inside = [place for place in scene.places if place.kind != "demonym" and _lies_in(place, scene, i, stop)]
        owners.update((place.start, proposal) for place in inside)
    return {start: owner for start, owner in owners.items() if _in_list(owner, owners, scene)}


def _in_list(owner: Proposal, owners: dict[int, Proposal], scene: Scene) -> bool:
    """Whether the figure is a part, or another one of the same predicate has a place of its own too."""
    if owner.whole is not None or sum(other.head is owner.head for other in owners.values()) > 1:
        return True
    first = owner.counted.start if owner.counted is not None else 0
    return owner.phrase and any(place.end <= first and place.kind != "demonym" for place in scene.places)


def _lies_in(place: Mention, scene: Scene, first: int, last: int) -> bool:
    """Whether a place stands between two tokens."""
    tokens = scene.tree.tokens
    return tokens[first].end <= place.start and (last >= len(tokens) or place.start < tokens[last].start)


EXPLAINED = re.compile(
    r",? ?(?:(?:about|some|around|roughly) )?(?:[\d.,]+ ?(?:km|kilomet\w+|miles?)(?: \([^)]*\))? )?$"
)
TOWARDS = re.compile(r"(?:north|south|east|west|centre)\w*(?:-\w+)? of ", re.IGNORECASE)


def explains(mention: Mention, scene: Scene) -> bool:
    """Whether "40 km west of Y" only says where the place right before it lies."""
    if not TOWARDS.match(mention.name):
        return False
    before = [other for other in scene.places if other.end <= mention.start]
    start = scene.tree.start
    return (
        bool(before)
        and EXPLAINED.fullmatch(scene.tree.text[before[-1].end - start : mention.start - start]) is not None
    )
