"""Ids that do not tell what is hidden."""

from collections import Counter
from collections.abc import Iterable

from clearway.model import Claim, identify


def released_ids(claims: Iterable[Claim]) -> dict[str, str]:
    """For each claim the id that it has outside.

    A claim's own id is a hash of all that it says, so that whoever has a list of place names could try them one by
    one until the hash agrees. The id outside is made of the report, the passage and the kind alone.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    ids = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        where = (claim.report, claim.passage.start, claim.passage.end, claim.kind)
        ids[claim.id] = identify("released claim", *where, seen[where])
        seen[where] += 1
    return ids
