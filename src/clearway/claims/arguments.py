"""Who did what to whom: the logical subject and object of a predicate, through passives, control and conjunction."""

from dataclasses import dataclass, field

from clearway.claims.tree import Token
from clearway.languages.en.grammar import BE

OBJECT_CONTROL = frozenset(
    """
    force forced forces forcing allow allowed allows help helped ask asked order ordered compel compelled leave
    left enable enabled urge urged prompt prompted cause caused drive driven drove oblige obliged permit
    permitted
    """.split()
)


INTRANSITIVE = frozenset("bled collapsed died drowned escaped fell fled passed perished succumbed survived".split())
"""Forms of the past that are no participle behind a passive: "was shot and died"."""


@dataclass(slots=True, eq=False)
class Arguments:
    """The arguments of one predicate; `preps` are (preposition, its object)."""

    subject: Token | None = None
    object: Token | None = None
    preps: list[tuple[str, Token]] = field(default_factory=list)
    own_subject: Token | None = None
    either: Token | None = None
    """The subject of a past form without object, which may be a participle: "two killed", "half of them displaced"."""


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or is a past participle behind or before its noun."""
    if verb.child("nsubjpass", "auxpass"):
        return True
    if verb.child("nsubj"):
        return False
    if verb.tag == "VBN" and verb.dep in (
        "acl",
        "amod",
        "advcl",
        "oprd",
        "relcl",
        "ccomp",
        "dep",
        "ROOT",
        "attr",
        "acomp",
    ):
        return not verb.child("aux") and not verb.child("dobj")
    return False


def arguments_of(verb: Token, *, depth: int = 0) -> Arguments:
    """The arguments of a verb or of a predicative adjective."""
    found = Arguments(preps=prepositions(verb))
    if verb.child("expl") is not None:
        return Arguments(object=verb.child("attr", "nsubj", "nsubjpass", "dobj"), preps=prepositions(verb))
    if verb.lower in BE and verb.child("nsubj") is None and verb.child("attr") is not None:
        return Arguments(subject=verb.child("attr"), preps=prepositions(verb), own_subject=verb.child("attr"))
    passive = is_passive(verb)
    own = verb.child("nsubj", "nsubjpass", "csubj")
    found.own_subject = own
    if passive:
        found.object = own if own is not None else verb.child("dobj")
        found.subject = _agent(verb)
    else:
        found.subject = own
        found.object = verb.child("dobj") or verb.child("dative")
        shared = next(
            (other.child("dobj") for other in verb.all("conj") if other.is_verb and not other.child("nsubj")), None
        )
        if found.object is None and shared is not None and verb.tag != "VBD":
            found.object = shared
    if depth < 4:
        _inherit(verb, found, passive=passive, depth=depth)
    if not passive and found.object is None and verb.tag in ("VBN", "VBD") and not verb.child("aux"):
        found.either = found.subject
    return found


def prepositions(verb: Token) -> list[tuple[str, Token]]:
    """Each preposition of the verb with its object, through chains such as "out of"."""
    found = []
    for prep in verb.all("prep", "dative", "prt", "agent"):
        target = prep.child("pobj", "pcomp")
        inner = prep.child("prep")
        if target is None and inner is not None:
            target = inner.child("pobj")
        found.append((prep.lower, target if target is not None else prep))
    return found


def _agent(verb: Token) -> Token | None:
    for prep in verb.all("agent", "prep"):
        if prep.lower == "by":
            return prep.child("pobj")
    return None


def _inherit(verb: Token, found: Arguments, *, passive: bool, depth: int) -> None:
    """Fill what the verb does not say itself from the word it hangs on."""
    head, dep = verb.head, verb.dep
    missing = found.object if passive else found.subject
    if missing is not None:
        return
    filler: Token | None = None
    if dep in ("acl", "relcl") and (head.is_noun or head.quantity or head.tag == "PRP" or head.lower == "another"):
        filler = head
        if (
            head.dep == "pobj"
            and head.head.lower == "of"
            and not any(child.quantity for child in head.children)
            and (head.tag == "PRP" or head.head.head.quantity is not None)
        ):
            filler = head.head.head
        if not passive and verb.tag == "VBN":
            found.object = found.object or filler
            return
    elif dep == "amod" and head.is_noun:
        filler = head
        if verb.tag == "VBN":
            found.object = head
            return
    elif dep == "conj":
        above = arguments_of(head, depth=depth + 1) if head.is_verb or head.tag.startswith("JJ") else None
        if above is not None:
            participle = verb.tag == "VBN" or (verb.tag == "VBD" and not verb.child("dobj"))
            if verb.tag == "VBD" and verb.lower in INTRANSITIVE and above is not None and is_passive(head):
                found.subject = found.subject or above.object
                return
            if participle and is_passive(head) and not verb.child("aux", "nsubj"):
                found.object = found.object or above.object
                found.subject = found.subject or above.subject
                return
            filler = above.object if is_passive(head) else above.subject
    elif dep == "xcomp":
        if head.dep == "acomp" and head.head.is_verb:  # "is due to arrive"
            head = head.head
        above = arguments_of(head, depth=depth + 1)
        filler = above.object if is_passive(head) or head.lower in OBJECT_CONTROL else above.subject
    elif dep in ("oprd", "acomp") and head.is_verb:  # "were reported damaged", "remain suspended"
        above = arguments_of(head, depth=depth + 1)
        filler = above.object if is_passive(head) else above.object or above.subject
    elif dep in ("advcl", "ccomp", "pcomp", "dep"):
        governor = head.head if dep == "pcomp" else head
        if governor.is_verb:
            above = arguments_of(governor, depth=depth + 1)
            filler = above.object if is_passive(governor) else above.subject
            if dep == "ccomp" and governor.lower in OBJECT_CONTROL:
                filler = above.object or filler
    if passive:
        found.object = filler
    else:
        found.subject = filler
