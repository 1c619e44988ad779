"""Ids that do not tell what is hidden."""

from collections import Counter
from collections.abc import Iterable

from clearway.model import Claim, identify

ID_LENGTH, OF_REPORT = 16, 6
"""Digits of a whole id, and how many of them are the first of its report's, in which the claim is looked for."""
MOST_ALIKE = 8
"""Claims of one kind in the same words that are told apart when one is looked for by its id outside."""


def released_ids(claims: Iterable[Claim]) -> dict[str, str]:
    """For each claim the id that it has outside.

    A claim's own id is a hash of all that it says, so that whoever has a list of place names could try them one by
    one until the hash agrees. The id outside is made of the report, the passage and the kind alone, and begins as the
    report's does.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    ids = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        where = _where(claim)
        ids[claim.id] = _outside(claim, seen[where])
        seen[where] += 1
    return ids


def report_of(outside: str) -> str | None:
    """How the id of the report begins that holds the claim of an id outside; `None` for what is no whole id."""
    return outside[:OF_REPORT] if len(outside) == ID_LENGTH and outside.isalnum() else None


def released_as(outside: str, claims: Iterable[Claim]) -> Claim | None:
    """The first of the claims that has this id outside, in the same words as any other that may have it.

    The claims are looked through only for what is a whole id.
    """
    if len(outside) != ID_LENGTH:
        return None
    numbers = range(MOST_ALIKE)
    return next((claim for claim in claims if any(_outside(claim, number) == outside for number in numbers)), None)


def _where(claim: Claim) -> tuple[object, ...]:
    return claim.report, claim.passage.start, claim.passage.end, claim.kind


def _outside(claim: Claim, number: int) -> str:
    mark = identify("released claim", *_where(claim), number)
    return claim.report[:OF_REPORT] + mark[: ID_LENGTH - OF_REPORT]
