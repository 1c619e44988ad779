"""Negation: what does not function, who did not flee, what has not crossed."""

from clearway.claims.counting import is_none
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.model import Status

OPPOSITE = {
    Status.FUNCTIONING: Status.NOT_FUNCTIONING,
    Status.OPEN: Status.CLOSED,
    Status.GAINED: Status.CONTESTED,
}
"""What a status becomes under "not"."""

PARTLY = {Status.FUNCTIONING: Status.PARTLY, Status.OPEN: Status.LIMITED}
HALF = frozenset({"partially", "partly", "barely", "minimally", "intermittently"})

TELLING = frozenset(
    {"aid_delivery", "access", "road_status", "facility_status", "talks", "agreement", "need", "corridor"}
)
"""Kinds whose plain negative is a claim ("no aid has crossed since May"); that somebody did not flee is none."""

UNABLE = frozenset({"unable", "cannot", "stopped", "ceased", "failed", "fail", "fails"})


def negate(proposal: Proposal) -> Proposal | None:
    """The proposal with its status turned where its words deny it; `None` where a negative tells nothing."""
    if proposal.frame is None:
        return proposal
    complements = [child for child in proposal.head.children if child.dep in ("acomp", "attr", "oprd", "advmod")]
    around = [*proposal.head.children, *(inner for child in complements for inner in child.children)]
    if proposal.status in PARTLY and any(word.lower in HALF for word in around):
        proposal.status = PARTLY[proposal.status]
    arguments = proposal.arguments
    nobody = any(noun is not None and is_none(noun) for noun in (arguments.subject, arguments.object))
    if not _is_negated(proposal.head) and not (nobody and proposal.kind in TELLING):
        return proposal
    if proposal.kind not in TELLING:
        return proposal if proposal.zero else None
    if proposal.kind == "access" and proposal.status is Status.OPEN:
        proposal.status = Status.DENIED
    elif proposal.status in OPPOSITE:
        proposal.status = OPPOSITE[proposal.status]
    proposal.negated = True
    return proposal


def unreached(proposal: Proposal) -> Proposal:
    """People who are not reached are a matter of access, and no aid: "unable to reach 40,000 people"."""
    if proposal.kind == "aid_delivery" and proposal.head.lower == "reach" and _is_negated(proposal.head):
        proposal.kind, proposal.status = "access", Status.DENIED
    return proposal


def _is_negated(head: Token) -> bool:
    """Whether "not", "no longer" or "unable to" governs the predicate."""
    for child in head.children:
        if child.dep == "neg" or child.lower in ("not", "n't", "never", "cannot"):
            only = any(other.lower == "only" and other.i == child.i + 1 for other in [*head.children, *child.children])
            return not only
        if child.lower == "longer" and any(inner.lower == "no" for inner in child.children):
            return True
    return head.dep == "xcomp" and head.head.lower in UNABLE
