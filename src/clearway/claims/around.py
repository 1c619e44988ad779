"""Where and when: which places and days of a sentence belong to which of its claims."""

import re
from datetime import timedelta
from itertools import pairwise

from clearway.claims.listed import LOCATING, explains
from clearway.claims.nouns import Scene, lemma_of
from clearway.claims.proposal import Proposal
from clearway.claims.roads import has_name, road_between
from clearway.claims.tree import Token
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import classes_of
from clearway.languages.mentions import DateMention
from clearway.model import Act, Period, Precision, Status
from clearway.places import Mention

ACTING_KINDS = frozenset(
    {
        "attack",
        "statement",
        "deployment",
        "talks",
        "agreement",
        "aid_delivery",
        "control",
        "facility_attack",
        "killed",
        "injured",
        "destruction",
        "corridor",
        "access",
        "detained",
        "abducted",
    }
)
"""Kinds whose subject is the one who acts: a country that acts is not where it happened."""

PACTS = frozenset({"agreement", "talks"})
"""Kinds that take no place from the clause that they come before or after."""

APART = frozenset({"after", "before", "following", "amid", "since", "despite", "during", "until"})


def governor_of(token: Token, heads: set[Token]) -> Token:
    """The predicate that a phrase belongs to: the nearest claim head or verb above it."""
    if token in heads:
        return token
    for up in token.ancestors():
        if up in heads or (up.is_verb and up.dep not in ("amod", "aux")):
            return up
        if up.is_root:
            return up
    return token


def belongs(governor: Token, proposal: Proposal, heads: set[Token], phrase: Token) -> int | None:
    """How far a phrase under `governor` is from the claim: 0 its own, more for a clause above; `None` if not its."""
    head = proposal.head
    if governor is head:
        return 0
    if head.covers(governor):
        for up in (governor, *governor.ancestors()):
            if up is head:
                return 1
            if up in heads and up is not proposal.counted:
                return None
            if up.dep == "relcl" and up is not head:
                return None
            if up.is_verb and up.lower in saying_forms() and up.child("ccomp"):
                return None
    if governor.covers(head):
        if not _adjunct(phrase, governor):
            return None
        steps = 2
        below = head
        if head.dep == "advcl" and head.tag == "VB":
            return None
        for up in head.ancestors():
            mark = below.child("mark") if below.dep == "advcl" and proposal.kind in PACTS else None
            if (below.dep == "prep" and below.lower in APART) or (mark is not None and mark.lower in APART):
                return None
            if below.dep == "conj" and below.child("nsubj", "nsubjpass") and phrase.i > up.i:
                return None
            if (
                below.dep == "ccomp"
                and below.child("nsubj", "nsubjpass")
                and below.child("mark") is None
                and up.lower not in saying_forms()
                and up.child("nsubj", "nsubjpass")
                and below.i < up.i
            ):
                return None
            below = up
            if up is governor:
                return None if up.lower in saying_forms() and up.child("ccomp") else steps
            if up.is_verb and up.lower in saying_forms() and up.child("ccomp"):
                return None
            if head.dep == "relcl" or up.dep == "relcl":
                return None
            steps += up.is_verb
    return None


def _adjunct(phrase: Token, governor: Token) -> bool:
    """Whether a phrase hangs on the governor itself, and not on one of its nouns."""
    top = phrase
    while top.dep in ("conj", "appos", "compound", "nmod", "amod", "nummod") and top.head is not governor:
        top = top.head
    if top.head is governor or top is governor:
        return True
    if top.dep == "pobj" and top.head.dep == "pobj":
        top = top.head
    return top.dep == "pobj" and (
        top.head.head is governor
        or (top.head.head.dep == "pobj" and top.head.head.head.head is governor and top.head.lower in ("of", "in"))
        or (top.head.head.dep == "prep" and top.head.head.head is governor)
    )


def _antecedent(proposal: Proposal, scene: Scene) -> Mention | None:
    """The place that a relative clause tells of: "X, where ...", "X, which is under siege"."""
    for up in (proposal.head, *proposal.head.ancestors()):
        if up.dep == "relcl":
            where = next((prep.child("pobj") for prep in up.head.all("prep") if prep.lower in LOCATING), None)
            mention = scene.in_place.get(up.head.i) or (scene.in_place.get(where.i) if where is not None else None)
            return mention if mention is not None and mention.kind != "demonym" else None
        if up.dep not in ("conj", "acl", "xcomp"):
            return None
    return None


def places_of(
    proposal: Proposal,
    scene: Scene,
    heads: set[Token],
    span: tuple[int, int],
    speech: set[int],
    owners: dict[int, Proposal] | None = None,
) -> list[Mention]:
    """The places where the claim happened, as the sentence names them; `owners` are those of places in a list."""
    owners = owners or {}
    own = [mention for mention in scene.places if owners.get(mention.start) is proposal]
    if own:
        return own
    found: list[tuple[int, Mention]] = []
    for mention in scene.places:
        if mention.kind == "demonym" or mention.start in owners:
            continue
        token = _head_of(mention, scene)
        road = road_between(token, scene) if token is not None and proposal.kind not in PACTS else None
        if road is not None and has_name(road, scene) and mention.kind != "road":
            continue
        token = token if road is None else road
        if token is None or token.i in speech or _is_aside(token, mention, proposal, scene):
            continue
        distance = (
            0
            if span[0] <= mention.start < span[1] and _inside(token, proposal, heads)
            else belongs(governor_of(token, heads), proposal, heads, token)
        )
        acts_above = distance is not None and distance > 1 and token.dep == "nsubj"
        if distance is not None and distance <= 3 and not acts_above and not explains(mention, scene):
            found.append((distance, mention))
    antecedent = _antecedent(proposal, scene)
    if antecedent is not None and all(mention is not antecedent for _, mention in found):
        found.insert(0, (0, antecedent))
    if any(distance <= 1 for distance, _ in found):
        return [mention for distance, mention in found if distance <= 1]
    return [mention for _, mention in found]


def _inside(token: Token, proposal: Proposal, heads: set[Token]) -> bool:
    """Whether a place within the claim's words is not under another claim's predicate."""
    return belongs(governor_of(token, heads), proposal, heads, token) is not None or proposal.phrase


def _head_of(mention: Mention, scene: Scene) -> Token | None:
    tokens = scene.tree.between(mention.start, mention.end)
    inside = set(tokens)
    return next((token for token in tokens if token.head not in inside or token.is_root), None)


OTHERS = frozenset({"by", "between", "with", "among", "for", "against", "than", "as", "via"})
LOCATED = frozenset(["facility", "road", "territory", "people", "structure", "settlement"])
"""What a country's or town's can be and still be there: "Syria's hospitals", not "Syria's policy"."""


def _classes(token: Token) -> frozenset[str]:
    return classes_of(token.lower)


def _names(subject: Token, name: Token) -> bool:
    """Whether a name within the subject says who acts, and is not where the actor is."""
    if name is subject:
        return True
    between = [up for up in name.ancestors() if subject.covers(up)]
    return subject.covers(name) and not any(up.dep == "prep" and up.lower in LOCATING for up in between)


def _is_aside(token: Token, mention: Mention, proposal: Proposal, scene: Scene) -> bool:
    """Whether the name says who acts or which thing is meant, and not where it happened."""
    top = token
    while top.dep in ("conj", "appos") and top.head.i in scene.in_place:
        top = top.head
    subject = proposal.arguments.subject
    acts = subject is not None and proposal.kind in ACTING_KINDS and mention.kind not in ("road", "border")
    if acts and subject is not None and _names(subject, top):
        return True
    chain = [top, *top.ancestors()]
    located = False
    for inner, outer in pairwise(chain):
        if inner.dep == "poss" and outer.i not in scene.in_place and not _classes(outer) & LOCATED:
            return True
        if (
            inner.dep in ("compound", "nmod", "amod")
            and outer.i not in scene.in_place
            and _classes(outer) & {"organisation", "armed", "people", "talks", "agreement"}
        ):
            return True
        if proposal.like is not None and proposal.counted is not None and not proposal.counted.covers(token):
            return True
        if inner.dep == "prep" and inner.lower in ("including", "excluding"):
            return True
        if not located and (inner.dep == "agent" or (inner.dep == "prep" and inner.lower in OTHERS)):
            return True
        located = located or (inner.dep == "prep" and inner.lower in LOCATING)
        if (
            inner.dep == "prep"
            and inner.lower == "from"
            and proposal.kind in ("aid_delivery", "need")
            and "people" in _classes(outer)
        ):
            return True
        if (
            inner.dep == "prep"
            and inner.lower == "of"
            and outer.is_noun
            and _classes(outer) & {"organisation"}
            and not _classes(outer) & {"territory", "settlement"}
        ):
            return True
        if outer.lower in ("linking", "connecting", "links", "link") or (
            inner.dep in ("acl", "relcl") and proposal.kind == "road_status" and outer is proposal.counted
        ):
            return True
        if outer is proposal.head or outer.is_verb:
            break
    return False


def period_of(
    proposal: Proposal, scene: Scene, heads: set[Token], speech: set[int]
) -> tuple[Period | None, DateMention | None]:
    """The days of the claim: those named in its clause, else in the clause above; not the day of saying."""
    found: list[tuple[int, int, DateMention]] = []
    for mention in scene.dates:
        if mention.whole is None and (mention.first is None or mention.last is None):
            continue
        tokens = [token for token in scene.tree.tokens if token.start < mention.end and token.end > mention.start]
        inside = set(tokens)
        token = next((token for token in tokens if token.head not in inside), None)
        if token is None or token.i in speech:
            continue
        if (
            token.dep in ("compound", "nummod", "amod", "nmod")
            and token.head.is_noun
            and token.head is not proposal.head
            and token.head is not proposal.counted
            and proposal.kind != "agreement"
        ):
            continue
        if token.dep == "pobj" and token.head.lower in ("after", "before", "until", "by"):
            continue
        if _is_day_of_asking(proposal, governor_of(token, heads)):
            continue
        if mention.relation == "as of":
            if _nearest_head(mention, heads) is proposal.head:
                found.append((0, 0, mention))
            continue
        governor = governor_of(token, heads)
        distance = belongs(governor, proposal, heads, token)
        if distance is None and token.is_root:
            distance = 3
        if distance is not None:
            found.append((distance, abs(mention.start - proposal.head.start), mention))
    if not found:
        return _days_after(proposal, scene), None
    _, _, mention = min(found, key=lambda entry: entry[:2])
    first, last = mention.whole or (mention.first, mention.last)
    if first is None or last is None or last < first:
        return None, None
    precision = mention.precision if mention.whole is None else Precision.SPAN
    return Period(first=first, last=last, precision=precision), mention


def _is_day_of_asking(proposal: Proposal, governor: Token) -> bool:
    """Whether a day says when a party asked, accused or promised: that of what it declares is a claim's day."""
    asks = proposal.act is not None and proposal.act is not Act.DECLARE
    return governor is proposal.head and (asks or proposal.status is Status.CALLED_FOR)


DAYS_AFTER = re.compile(r"\b(?P<days>a|one|two|three|four|five|\d{1,2}) days? (?P<way>after|before)\s*$", re.IGNORECASE)
NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def _days_after(proposal: Proposal, scene: Scene) -> Period | None:
    """For "on Tuesday ..., one day after X was hit": X was hit a day before the day that the sentence names."""
    tree = scene.tree
    match = DAYS_AFTER.search(tree.text[: tree.tokens[proposal.head.left].start - tree.start])
    days = [mention for mention in scene.dates if mention.first is not None and mention.first == mention.last]
    if match is None or len(days) != 1 or days[0].first is None:
        return None
    said = match.group("days").lower()
    number = NUMBERS.get(said) or int(said)
    day = days[0].first + timedelta(days=-number if match.group("way").lower() == "after" else number)
    return Period(first=day, last=day)


def _nearest_head(mention: DateMention, heads: set[Token]) -> Token | None:
    """The claim that "as of" goes with: the nearest one before it, or the first where it opens the sentence."""
    before = [head for head in heads if head.start < mention.start]
    return max(before, key=lambda head: head.start) if before else min(heads, key=lambda head: head.start, default=None)


__all__ = ["governor_of", "lemma_of", "period_of", "places_of"]
