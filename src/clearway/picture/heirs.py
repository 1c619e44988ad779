"""What a judgement on a claim that a new reading replaced is about from then on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clearway.model import Claim, Judgement, Passage, Verdict

MOST_OF_IT = 0.5
"""The share of their common characters from which on two passages are the same words, read anew."""

OF_WORTH = (Verdict.ACCEPT, Verdict.REJECT, Verdict.PREFER)
"""What was judged of a claim as it stood; it does not pass to one that says another figure."""


def heir_of(old: Claim, claims: Iterable[Claim]) -> Claim | None:
    """The claim of the new reading that is in the old one's place: of its kind and report, in nearly its words."""
    near = [
        (overlap(old.passage, one.passage), one) for one in claims if one.kind == old.kind and one.report == old.report
    ]
    near = [(shared, one) for shared, one in near if shared >= MOST_OF_IT]
    return min(near, key=lambda pair: (not _says_the_same(old, pair[1]), -pair[0], pair[1].id))[1] if near else None


def inherited(judgement: Judgement, heirs: Mapping[str, tuple[Claim, Claim]]) -> Judgement:
    """The judgement with claims that were replaced changed for those in their place, each given as (old, new).

    Its id stays, since it is still what somebody said.
    """
    names = []
    for name in judgement.claims:
        old, new = heirs.get(name, (None, None))
        passes = old is not None and new is not None
        passes = passes and (judgement.verdict not in OF_WORTH or _says_the_same(old, new))
        names.append(new.id if passes and new else name)
    return replace(judgement, claims=tuple(names))


def overlap(one: Passage, other: Passage) -> float:
    """How much of the characters of two passages is common to both, between 0 and 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _says_the_same(old: Claim | None, new: Claim | None) -> bool:
    if old is None or new is None:
        return False
    return (old.figure, old.status, old.certainty, old.negated) == (new.figure, new.status, new.certainty, new.negated)
