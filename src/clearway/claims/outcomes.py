"""Kinds that change with what else the words say: a house among the hospitals hit, an agreement only tried for."""

from clearway.claims.counting import is_none
from clearway.claims.nouns import Scene
from clearway.claims.proposal import Proposal
from clearway.languages.en.words import classes_of
from clearway.model import Certainty

AIMED = frozenset({"on", "against", "at", "of"})
"""Prepositions between an attack and what it is aimed at."""

REACHING = frozenset("reach reached reaching broker negotiate negotiated secure secured".split())
FAILED = frozenset("fail fails failed failing unable".split())
TRYING = FAILED | frozenset(
    "attempt attempts bid effort efforts try tried trying struggle struggled struggling".split()
)
"""Words that govern an agreement which is not made yet."""


def by_own_noun(proposal: Proposal, scene: Scene) -> Proposal:
    """In a list of houses and schools hit, each counted noun has its own kind."""
    hit = proposal.counted if proposal.kind == "facility_attack" else None
    if hit is not None and scene.is_a(hit, "structure") and scene.is_not(hit, "strict_facility"):
        proposal.kind = "destruction"
    if proposal.kind == "attack" and proposal.counted is not None:
        aims = [prep.child("pobj") for prep in proposal.counted.all("prep") if prep.lower in AIMED]
        if any(aim is not None and "strict_facility" in classes_of(aim.lower) for aim in aims):
            proposal.kind = "facility_attack"
    return proposal


def by_outcome(proposal: Proposal) -> Proposal:
    """An agreement that is only tried for, or not reached, is the outcome of talks."""
    head = proposal.head
    if proposal.kind != "agreement" or head.lower not in REACHING:
        return proposal
    above = head.head
    if head.dep in ("acl", "xcomp") and head.tag == "VB" and above.lower in TRYING:
        proposal.kind = "talks"
        proposal.head = above.head if above.is_noun and above.head.is_verb else above
        proposal.certainty = Certainty.ASSERTED if above.lower in FAILED else None
    elif proposal.arguments.object is not None and is_none(proposal.arguments.object):
        proposal.kind = "talks"
    return proposal
