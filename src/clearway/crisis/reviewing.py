"""The queue of claims that want a person's eye, and one claim with all that people and other claims say of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from clearway.crisis.judging import seen_of
from clearway.crisis.ruling import on_claims, settled, standing
from clearway.model import Claim, Judgement, Query, Release, Verdict

if TYPE_CHECKING:
    from clearway.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The first claims of the queue, in its order, why each stands there, and where the next page begins."""

    release: Release
    reasons: Mapping[str, tuple[str, ...]]
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A claim as it was read and as it stands now; `judgements` on it say how each stands, oldest first.

    `seen` is what a person has seen who sees these judgements. Behind the claim itself the release holds the claims
    that it has to do with.
    """

    read: Claim
    now: Claim
    reasons: tuple[str, ...]
    judgements: tuple[tuple[Judgement, str], ...]
    seen: str
    release: Release


def waiting(ledger: "Ledger", query: Query, *, by: str | None, release: Callable[[list[Claim]], Release]) -> Queue:
    """The claims that wait, those first that want an eye most; with `by`, those that this person has not looked at."""
    from clearway.kinds.priority import priority_of

    most = query.limit if query.limit is not None else 20
    with ledger.moment():
        done = settled(ledger.judgements(), by)
        wait = (name for name in ledger.by_priority(replace(query, limit=None)) if name not in done)
        ids = [*islice(wait, most + 1)]
        kept = {claim.id: claim for claim in ledger.claims_named(ids[:most])}
        found = [kept[name] for name in ids[:most]]
        told = release(found)
    return Queue(
        release=told,
        reasons={claim.id: priority_of(claim).reasons for claim in found},
        after=ids[most - 1] if len(ids) > most else None,
    )


def looked(known: tuple[Judgement, ...], release: Release) -> Looked:
    """The first claim of a release with the judgements on it, of all that there are."""
    from clearway.kinds.priority import priority_of
    from clearway.picture import corrected

    read = release.claims[0]
    stands = standing(known)
    mine = tuple((one, stands[one.id]) for one in on_claims(known).get(read.id, ()))
    corrections = [one for one, stand in mine if one.verdict is Verdict.CORRECT and stand == "holds"]
    return Looked(
        read=read,
        now=corrected(read, corrections),
        reasons=priority_of(read).reasons,
        judgements=mine,
        seen=seen_of(one for one, _ in mine),
        release=release,
    )
