"""The two ends of a road, which are its places where the road itself has no name."""

from clearway.claims.nouns import Scene
from clearway.claims.tree import Token
from clearway.languages.en.words import classes_of

LINKING = frozenset({"linking", "connecting", "joining", "links", "link", "connects", "connect", "joins", "join"})
ENDS = frozenset({"from", "to"})
LINES = frozenset({"border", "frontier", "airspace", "line"})
"""What lies between two sides rather than leads from one to the other."""


def road_between(token: Token, scene: Scene) -> Token | None:
    """The road of which a name tells an end: "the road between A and B", "from A to B", "linking A with B"."""
    top = token
    while top.dep in ("conj", "appos", "compound", "nmod") and not top.is_root:
        top = top.head
    above = top.head
    if top.dep == "pobj" and above.lower == "between":
        return _road(above.head, scene)
    if top.dep == "pobj" and above.lower in ENDS and above.head.i != above.i:
        start = above.head.head if above.head.lower in ENDS else above.head
        return _linked(above.head, scene) or _road(start, scene)
    if top.dep == "pobj" and above.lower == "with":
        return _linked(above.head, scene)
    return _linked(above, scene) if top.dep == "dobj" else None


def has_name(road: Token, scene: Scene) -> bool:
    """Whether the road is called by a name of its own ("the M5 highway")."""
    parts = [road, *road.all("compound", "nmod", "appos")]
    return any(part.i in scene.in_place and scene.in_place[part.i].kind == "road" for part in parts)


def _linked(verb: Token, scene: Scene) -> Token | None:
    """The road that a verb of joining is said of."""
    if verb.lower in LINKING and verb.dep in ("acl", "relcl"):
        return _road(verb.head, scene)
    return None


def _road(noun: Token, scene: Scene) -> Token | None:
    named = noun.i in scene.in_place and scene.in_place[noun.i].kind == "road"
    is_road = "road" in classes_of(noun.lower) and noun.lower.rstrip("s") not in LINES
    return noun if named or is_road else None
