"""The run of words that holds a claim: its clause, without who said it and without other claims' clauses."""

from clearway.claims.nouns import PARTITIVE
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en.speech import saying_forms

OPENERS = frozenset(
    {
        "that",
        "as",
        "while",
        "and",
        "but",
        "or",
        "after",
        "before",
        "because",
        "although",
        "though",
        "so",
        "when",
        "since",
        "if",
        "whereas",
        "until",
        "amid",
        "following",
        "where",
    }
)
NEVER = frozenset({"parataxis"})
INCLUDING = frozenset({"including", "among"})
ASIDE = frozenset({"following", "after", "amid", "despite", "due", "before", "including", "according"})


def passage_of(proposal: Proposal, others: set[Token], speech: set[int], counted: set[Token]) -> tuple[int, int]:
    """First and last character (exclusive) of the claim.

    `others` are the heads of other claims, `counted` the nouns that claims count, `speech` the tokens that say who
    speaks.
    """
    if proposal.span is not None:
        return proposal.span
    others = others - set(proposal.absorbed)
    kept = _phrase(proposal) if proposal.phrase and proposal.counted is not None else _clause(proposal, others)
    kept = [token for token in kept if token.i not in speech]
    if not proposal.phrase and proposal.counted is not None:
        kept = _before_next(proposal.counted, kept, counted)
    kept = _trimmed(sorted(kept, key=lambda token: token.i))
    if not kept:
        kept = [proposal.head]
    start, end = kept[0].start, kept[-1].end
    return start, end


def _phrase(proposal: Proposal) -> list[Token]:
    noun = proposal.counted
    assert_head = noun if noun is not None else proposal.head
    top = assert_head
    while top.dep == "pobj" and top.head.lower == "of":
        above = top.head.head
        if above.quantity is None and not (above.lower in PARTITIVE and above.left < above.i):
            break
        top = above
    found: list[Token] = []
    _collect(top, found, lambda child: child.dep in ("conj", "cc", "relcl", "appos", "advcl", "parataxis"))
    return found


def _clause(proposal: Proposal, others: set[Token]) -> list[Token]:
    head = _main_verb(proposal, others)
    found: list[Token] = []

    def skip(child: Token) -> bool:
        if child.dep in NEVER or (child.dep == "punct" and child.i < head.i and not child.children):
            return child.dep != "punct"
        if (
            child.dep in ("nsubj", "nsubjpass")
            and child.head is head
            and (_holds(child, others) or (proposal.act is not None and child.right - child.left > 7))
        ):
            return True
        if child.dep == "conj":
            near = child in proposal.absorbed or (
                child.i - child.head.i <= 3 and child.child("nsubj", "nsubjpass") is None
            )
            return child in others or _holds(child, others) or (child.is_verb and not near)
        if child.dep == "advcl" and child.right < head.i:
            return True
        if child.dep == "advcl" and child.i > head.i and child.lower in saying_forms():
            return True
        if (
            child.dep == "prep"
            and child.i > head.i
            and child.lower in ASIDE
            and _outweighs(child, head)
            and not (proposal.counted is not None and child.covers(proposal.counted))
        ):
            return True
        if child.dep == "prep" and child.i > head.i and _leads_to(child, others, proposal.counted):
            return True
        if child.dep in ("advcl", "ccomp", "relcl", "acl", "appos", "xcomp", "prep", "dep"):
            return (child in others and child is not proposal.counted and child.dep not in ("xcomp",)) or (
                child.dep in ("advcl", "relcl", "ccomp") and _holds(child, others)
            )
        return False

    _collect(head, found, skip)
    counted = proposal.counted
    if counted is not None and not any(token is counted for token in found):
        found.extend(_reach(counted, head))
    return found


def _main_verb(proposal: Proposal, others: set[Token]) -> Token:
    """The verb whose clause tells the claim: "began" of "began distributing", "worked" of "worked there, helping"."""
    head = proposal.head
    while (
        head.is_verb
        and head.head.is_verb
        and head.head is not head
        and head.head not in others
        and head.head.lower not in saying_forms()
    ):
        complement = (
            (head.dep == "xcomp" and head.head.tag != "VB")
            or head.dep in ("oprd", "acomp")
            or (head.dep == "xcomp" and head.head.dep == "xcomp")
        )
        manner = (
            proposal.quantity is None
            and proposal.kind == "aid_delivery"
            and head.dep == "advcl"
            and head.tag == "VBG"
            and head.child("mark") is None
        )
        if not complement and not manner:
            break
        head = head.head
    return head


def _before_next(counted: Token, kept: list[Token], others: set[Token]) -> list[Token]:
    """The words before the next counted noun of the same list, which makes a claim of its own."""
    listed = [
        other.left
        for other in others
        if other is not counted
        and (
            (other.dep == "conj" and (other.head is counted or other.head in others or other.quantity is not None))
            or (other.dep == "npadvmod" and other.quantity is not None)
        )
    ]
    included = [other.head.i for other in others if other.dep == "pobj" and other.head.lower in INCLUDING]
    cuts = [cut for cut in (*listed, *included) if cut > counted.i]
    return [token for token in kept if token.i < min(cuts)] if cuts else kept


def _outweighs(aside: Token, head: Token) -> bool:
    """Whether an aside behind the predicate is longer than what stands before it, and would drown the claim."""
    return aside.right - aside.left + 1 > aside.left - head.left


def _leads_to(prep: Token, others: set[Token], counted: Token | None) -> bool:
    """Whether the object of a preposition is another claim's head, and does not hold what this one counts."""
    target = prep.child("pobj")
    for _ in range(3):
        if target is None or (counted is not None and target.covers(counted)):
            return False
        if target in others and target is not counted:
            return True
        inner = next((child for child in target.all("prep") if child.lower == "of"), None)
        target = inner.child("pobj") if inner is not None else None
    return False


def _reach(counted: Token, head: Token) -> list[Token]:
    """The counted noun's phrase, where it stands outside the head's own clause but close to it."""
    if head.dep in ("xcomp", "acl", "amod", "oprd", "ccomp", "acomp", "dep", "advcl", "relcl"):
        near = counted if head.dep != "advcl" else None
        if near is None or abs(near.i - head.i) > 12:
            return []
        found: list[Token] = []
        _collect(
            near,
            found,
            lambda child: (
                (child.dep in ("relcl", "acl", "conj", "advcl", "appos") and child.left > head.i)
                or child.dep in ("relcl", "appos")
            ),
        )
        return [token for token in found if token.i <= max(head.i, near.i)]
    return []


def _holds(token: Token, others: set[Token]) -> bool:
    """Whether another claim's head lies below the token, through verbs only."""
    return any(token.covers(other) and other.is_verb for other in others)


def _collect(token: Token, found: list[Token], skip: object) -> None:
    found.append(token)
    for child in token.children:
        if not skip(child):  # type: ignore[operator]  # a small predicate
            _collect(child, found, skip)


def _trimmed(kept: list[Token]) -> list[Token]:
    """Without punctuation, conjunctions and subordinators at the ends."""
    first, last = 0, len(kept)
    while first < last and (
        (kept[first].dep in ("punct", "cc", "mark") and kept[first].lower not in ("(",))
        or (kept[first].lower in OPENERS and kept[first].dep != "prep")
    ):
        first += 1
    while (
        last > first
        and (kept[last - 1].dep in ("punct", "cc") or kept[last - 1].lower in (",", ";", "-", "–", "(", "and"))
        and kept[last - 1].lower not in (")", "%")
    ):
        last -= 1
    return kept[first:last]
