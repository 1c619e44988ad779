"""Which of the proposals of a sentence become claims: no claim twice, no setting as an event, no question."""

from clearway.claims.negation import unreached
from clearway.claims.nouns import Scene
from clearway.claims.outcomes import by_outcome, by_own_noun
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en.certainty import DENIED
from clearway.languages.en.words import classes_of
from clearway.model import Certainty, Status

CAUSE_OF = frozenset({"killed", "injured", "casualties", "destruction", "displaced", "facility_attack", "affected"})
ATTACKS = frozenset({"attack", "facility_attack"})
REQUESTS = frozenset(
    """
    call called calls calling urge urged urges urging seek seeks sought seeking demand demanded demands
    demanding appeal appealed appeals request requested requests advocate advocates advocated advocating ask
    asked asks propose proposed proposes push pushed
    """.split()
)
REFUSING = frozenset("refuse refused refuses refusing".split())
ANNOUNCED = frozenset(
    """
    announce announced announces agree agreed agrees declare declared declares establish established plan
    planned
    """.split()
)
OPENED = frozenset("open opened opens reopened operate operating functioning active".split())
SHUT = frozenset(["close", "closed", "closes", "shut", "blocked", "collapsed", "suspended"])
EVENTS = frozenset({"hazard", "attack"})
"""Kinds of events that a relative clause can tell of, where its noun is new."""

CONDITIONS = frozenset({"if", "whether", "unless"})
CONDITIONAL = frozenset({"provided", "providing"})


def select(proposals: list[Proposal], scene: Scene) -> list[Proposal]:
    """The proposals that stand, in the order of the sentence."""
    if scene.tree.text.rstrip("\"'”’ ").endswith("?"):
        return []
    proposals = [proposal for proposal in proposals if not _asked(proposal, scene) and not _denied_in_passing(proposal)]
    counted = [(other.kind, other.span) for other in proposals if other.reading == "patterns" and other.span]
    proposals = [proposal for proposal in proposals if not _read_twice(proposal, counted)]
    proposals = [unreached(by_outcome(by_own_noun(proposal, scene))) for proposal in proposals]
    proposals = _requested([proposal for proposal in proposals if not _conditional(proposal, scene)])
    kept: list[Proposal] = []
    for proposal in proposals:
        twin = next((other for other in kept if _same(other, proposal)), None)
        if twin is None:
            kept.append(proposal)
            continue
        stays, goes = (proposal, twin) if _better(proposal, twin) else (twin, proposal)
        kept[kept.index(twin)] = stays
        stays.absorbed += [goes.head, *goes.absorbed]
    kept = _once_harmed(kept)
    kept = _one_kind_a_figure([proposal for proposal in kept if not _only_tells_which(proposal)])
    idle = (_is_setting, _is_purpose, _is_content)
    kept = [proposal for proposal in kept if not any(is_idle(proposal, kept) for is_idle in idle)]
    return sorted(kept, key=lambda proposal: (proposal.head.i, proposal.counted.i if proposal.counted else -1))


def _once_harmed(proposals: list[Proposal]) -> list[Proposal]:
    """Without the wounds of those who are said to have died: "was shot and killed", "died after being shot"."""
    stand = list(proposals)
    for wound in proposals:
        death = next((other for other in proposals if _died_of(wound, other)), None)
        if wound.kind != "injured" or death is None:
            continue
        stand.remove(wound)
        death.absorbed += [wound.head, *wound.absorbed]
        if death.head in wound.head.all("conj", "advcl", "dep") and death.counted is wound.counted:
            death.absorbed.append(death.head)
            death.head = wound.head
    return stand


def _died_of(wound: Proposal, death: Proposal) -> bool:
    """Whether the wounded are those who died, by a verb that is joined to the other."""
    if death.kind != "killed" or wound.counted is None or death.counted is not wound.counted:
        return False
    one, other = wound.head, death.head
    if not one.is_verb or not other.is_verb or one is other:
        return False
    return (other.i > one.i and one.covers(other)) or (one.dep != "conj" and other.covers(one))


def _better(one: Proposal, other: Proposal) -> bool:
    """Whether `one` is the better of two proposals that say the same: with a figure, then the main clause."""
    if (one.quantity is None) != (other.quantity is None):
        return one.quantity is not None
    return one.head is not other.head and one.head.covers(other.head)


def _only_tells_which(proposal: Proposal) -> bool:
    """Whether a clause without a figure only says which people or things are meant ("people affected by ...")."""
    head = proposal.head
    if proposal.quantity is not None or proposal.one or proposal.zero or not head.is_verb:
        return False
    if head.dep == "amod":
        return True
    if head.dep == "acl" and head.child("nsubj", "nsubjpass") is not None:
        return False
    if head.dep == "acl":
        return (not head.head.is_root and head.head.dep not in ("nsubj", "attr")) or (
            head.head.dep == "nsubj" and head.head.head.is_verb
        )
    if head.dep == "relcl" and proposal.kind in EVENTS and _is_new(head.head):
        return False
    if head.dep == "relcl" and proposal.kind not in ("killed", "injured", "facility_attack"):
        before = head.left - 1
        return before >= 0 and not _comma_before(head)
    return False


def _is_new(noun: Token) -> bool:
    """Whether the noun is met for the first time, so that a clause behind it tells: "a quake that struck the town"."""
    article = noun.child("det")
    if article is None and noun.tag.startswith("NNP"):
        return any(
            "hazard" in classes_of(name.lower) for name in (noun, *noun.children)
        )  # "Cyclone Ana, which hit ..."
    return article is not None and article.lower in ("a", "an", "another")


def _comma_before(head: Token) -> bool:
    """Whether a comma or dash parts the relative clause from its noun."""
    return any(
        sibling.dep == "punct" and sibling.lower in (",", "-", "–", "—") and head.head.i < sibling.i <= head.left
        for sibling in head.head.children
    ) or any(child.dep == "punct" and child.lower == "," and child.i == head.left for child in head.children)


def _one_kind_a_figure(kept: list[Proposal]) -> list[Proposal]:
    """A number makes one claim: a verb that counts it goes before a noun that only bears it."""
    by_quantity: dict[int, Proposal] = {}
    for proposal in kept:
        if proposal.quantity is None:
            continue
        other = by_quantity.get(id(proposal.quantity))
        if other is None or _rank(proposal) > _rank(other):
            by_quantity[id(proposal.quantity)] = proposal
    return [proposal for proposal in kept if _keeps_number(proposal, by_quantity.get(id(proposal.quantity), proposal))]


def _rank(proposal: Proposal) -> int:
    """How far a predicate rules its sentence: a clause's verb before a participle, that before a noun."""
    if not proposal.head.is_verb:
        return 0
    return {"amod": 1, "acl": 2, "relcl": 2}.get(proposal.head.dep, 3)


def _keeps_number(proposal: Proposal, owner: Proposal) -> bool:
    """Whether a claim may count with a number that another owns: those who get aid can be displaced or hurt too."""
    if owner is proposal or proposal.quantity is None:
        return True
    told = proposal.head.is_verb and proposal.head.dep in ("acl", "relcl")
    return told and owner.kind == "aid_delivery" and proposal.kind in ("displaced", "injured", "affected")


def _asked(proposal: Proposal, scene: Scene) -> bool:
    """Whether the words around the claim end in a question mark, as a quoted question does."""
    after = scene.tree.tokens[proposal.head.i :]
    return next((token.text for token in after if token.text in (".", "!", "?")), ".") == "?"


def _denied_in_passing(proposal: Proposal) -> bool:
    """Whether a denial only says who is meant ("Russia, which denies ...")."""
    return any(up.lower in DENIED and up.dep == "relcl" for up in (proposal.head, *proposal.head.ancestors()))


def _read_twice(proposal: Proposal, counted: list[tuple[str, tuple[int, int]]]) -> bool:
    """Whether the second reading has the figure of this claim, which has none."""
    if proposal.quantity is not None:
        return False
    return any(kind == proposal.kind and span[0] <= proposal.head.start < span[1] for kind, span in counted)


def _conditional(proposal: Proposal, scene: Scene) -> bool:
    """Whether the claim stands under "if" or "whether", and so is not made."""
    token = proposal.head
    while True:
        mark = token.child("mark")
        if (mark is not None and mark.lower in CONDITIONS) or _inverted(token):
            return True
        if (
            token.dep == "pobj"
            and token.head.dep == "prep"
            and token.head.head.lower == "case"
            and token.head.head.child("det") is None
            and token.head.lower == "of"
        ):
            return True
        if token.lower in CONDITIONAL and token is not proposal.head and token.child("nsubj", "nsubjpass") is None:
            return True
        if token.is_root:
            return False
        if token.is_verb and scene.tree.tokens[token.left].lower in ("how", "whether"):
            return True
        token = token.head


def _inverted(verb: Token) -> bool:
    """Whether the clause is a condition without "if" ("Had the bridge collapsed, ...")."""
    auxiliary, subject = verb.child("aux", "auxpass"), verb.child("nsubj", "nsubjpass")
    if auxiliary is None or subject is None or verb.is_root:
        return False
    return auxiliary.lower in ("had", "were", "should") and auxiliary.i < subject.i


def _requested(proposals: list[Proposal]) -> list[Proposal]:
    """Corridors and access that somebody calls for, announces, opens or closes: the verb above gives the status."""
    dropped: set[int] = set()
    for proposal in proposals:
        if proposal.kind not in ("corridor", "access"):
            continue
        for up in [proposal.head, *proposal.head.ancestors()]:
            if proposal.kind == "access" and up.lower in REFUSING and up is not proposal.head:
                proposal.status, proposal.head = Status.DENIED, up
                dropped.update(id(other) for other in proposals if other.kind == "statement" and other.head is up)
                break
            if up is proposal.head and proposal.status is Status.LIMITED:
                break  # "demanded a fee at the checkpoint"
            if up.lower in REQUESTS:
                _call_for(proposal, up, proposals, dropped)
                break
            if proposal.kind == "corridor" and up.dep == "xcomp" and up.head.lower in ANNOUNCED:
                proposal.status, proposal.certainty, proposal.head = Status.ANNOUNCED, Certainty.INTENDED, up.head
                dropped.update(
                    id(other) for other in proposals if other is not proposal and other.head in (up, up.head)
                )
                break
            if proposal.kind == "corridor" and up.is_verb and proposal.status is None:
                table = ((ANNOUNCED, Status.ANNOUNCED), (OPENED, Status.OPEN), (SHUT, Status.CLOSED))
                proposal.status = next((status for words, status in table if up.lower in words), None)
                if proposal.status is not None:
                    proposal.head = up
                    dropped.update(
                        id(other)
                        for other in proposals
                        if other is not proposal and other.head is up and other.kind in ("road_status", "statement")
                    )
    idle = (id(other) for other in proposals if other.kind == "access" and other.status is None)
    dropped.update(idle)
    return [proposal for proposal in proposals if id(proposal) not in dropped]


def _call_for(proposal: Proposal, request: Token, proposals: list[Proposal], dropped: set[int]) -> None:
    proposal.status = Status.CALLED_FOR
    proposal.certainty = Certainty.INTENDED
    statement = next((other for other in proposals if other.kind == "statement" and other.head is request), None)
    between = [up for up in proposal.head.ancestors() if request.covers(up) and up is not request]
    direct = proposal.kind == "corridor" or not any(up.dep == "conj" for up in [proposal.head, *between])
    dropped.update(id(other) for other in proposals if other.kind == "road_status" and other.head in between)
    if direct:
        proposal.head = request
        if statement is not None:
            proposal.arguments = statement.arguments
            dropped.add(id(statement))
        elif request.child("nsubj"):
            proposal.arguments.subject = request.child("nsubj")


def _same(one: Proposal, other: Proposal) -> bool:
    if one.kind != other.kind:
        return False
    if one.quantity is not None and other.quantity is not None:
        return one.quantity is other.quantity
    within = one.head.covers(other.head) or other.head.covers(one.head)
    if one.kind == "access" and within and (one.quantity is None) != (other.quantity is None):
        return True  # "unable to reach 40,000 people"
    if one.one and other.one and one.counted is not other.counted:
        return False  # "a man and a woman died"
    if one.head is other.head:
        return (one.quantity is None) == (other.quantity is None)
    if (
        other.quantity is None
        and one.kind == "attack"
        and other.head.dep == "conj"
        and other.head.is_noun
        and one.head.is_noun
        and one.head.covers(other.head)
    ):
        return True
    if one.quantity is None and other.quantity is None:
        return (
            one.kind
            in (
                "aid_delivery",
                "access",
                "need",
                "corridor",
                "displaced",
                "facility_status",
                "hazard",
                "destruction",
                "attack",
                "facility_attack",
            )
            and (one.head.covers(other.head) or other.head.covers(one.head))
            and not _own_clause(one, other)
        )
    return False


def _own_clause(one: Proposal, other: Proposal) -> bool:
    """Whether the lower of two heads governs a clause with a subject of its own."""
    lower = other if one.head.covers(other.head) else one
    if lower.kind in ("attack", "destruction", "facility_attack"):
        return (
            lower.head.dep not in ("acl", "xcomp", "conj")
            or lower.head.child("nsubj", "nsubjpass") is not None
            or (lower.head.dep == "conj" and lower.arguments.object is not one.arguments.object)
        )
    return lower.head.child("nsubj", "nsubjpass") is not None and lower.head.dep in ("conj", "advcl", "relcl", "ccomp")


def _is_setting(proposal: Proposal, others: list[Proposal]) -> bool:
    """Whether an event without a number only sets the scene of a claim that stands, as its cause."""
    if proposal.quantity is None and proposal.kind == "disease":
        return any(other.quantity is not None and other.head.covers(proposal.head) for other in others)
    if proposal.quantity is not None or proposal.kind not in ATTACKS or proposal.frame is None:
        return False
    mark = proposal.head.child("mark")
    if (
        proposal.frame.event
        or proposal.head.dep in ("pcomp", "acl")
        or (proposal.head.dep == "advcl" and (mark is None or mark.lower in ("after", "when")))
    ):
        return any(
            other is not proposal
            and other.kind in CAUSE_OF
            and other.quantity is not None
            and other.head.covers(proposal.head)
            for other in others
        )
    return False


def _is_content(proposal: Proposal, others: list[Proposal]) -> bool:
    """Whether a claim without a figure is only what a statement is about ("vowed to retake the city")."""
    if proposal.quantity is not None:
        return False
    for other in others:
        if other is proposal or not other.head.covers(proposal.head):
            continue
        if proposal.kind == "access" and other.kind == "corridor":
            return True
        if proposal.kind == "aid_delivery" and other.kind == "facility_attack" and proposal.head is other.counted:
            return True
        if (
            other.kind == "statement"
            and proposal.kind not in ("access", "corridor")
            and _complement_of(proposal, other)
        ):
            return True
    return False


def _complement_of(proposal: Proposal, statement: Proposal) -> bool:
    """Whether the claim's verb is the statement's own complement."""
    for up in (proposal.head, *proposal.head.ancestors()):
        if up is statement.head:
            return True
        if up.dep not in ("xcomp", "ccomp", "conj", "pcomp", "prep", "dobj", "pobj", "acl"):
            return False
        if up.dep == "prep" and up.lower in ("in", "after", "amid", "following", "during", "since"):
            return False
    return False


def _is_purpose(proposal: Proposal, others: list[Proposal]) -> bool:
    """Whether a claim without a number is only what another claim is for ("to deliver services")."""
    if proposal.quantity is not None or proposal.kind not in ("aid_delivery", "access", "deployment", "need"):
        return False
    infinitive = (
        proposal.head.is_verb
        and proposal.head.dep in ("advcl", "acl", "xcomp", "pcomp")
        and proposal.head.tag in ("VB", "VBG")
    )
    return infinitive and any(
        other is not proposal
        and other.kind in ("aid_delivery", "access", "deployment")
        and other.head.covers(proposal.head)
        for other in others
    )
