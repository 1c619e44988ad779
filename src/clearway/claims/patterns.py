"""The second reading: patterns of words around numbers, without grammar; where it differs, the claim says so."""

import re

from clearway.claims.arguments import Arguments
from clearway.claims.nouns import Scene
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en.kinds import FRAMES
from clearway.languages.en.patterns import BEFORE, patterns
from clearway.languages.mentions import Quantity
from clearway.model import Measure

SUBSUMED = {("aid_delivery", "displaced"), ("need", "displaced"), ("need", "affected"), ("aid_delivery", "affected")}
"""Kinds of the first reading that are finer than the second's."""

STATES = frozenset(BEFORE)
"""Kinds that a list of figures has side by side: "40 dead, 11 missing, 2,000 relocated"."""


def read_by_patterns(scene: Scene, found: list[Proposal]) -> list[Proposal]:
    """What the patterns find beside the first reading; where both read a number and differ, a doubt is noted."""
    numbers = [(token, token.quantity) for token in scene.tree.tokens if token.quantity is not None]
    counts = [each for each in numbers if each[1].sense == "count" and each[0].i not in scene.in_date]
    if not counts:
        return []
    masked, places = _masked(scene, counts)
    by_number = {id(proposal.quantity): proposal for proposal in found if proposal.quantity is not None}
    seen: set[int] = set()
    more: list[Proposal] = []
    lowered = masked.lower()
    for kind, pattern, stems in patterns():
        if stems and not any(stem in lowered for stem in stems):
            continue  # most patterns fail so, in a hundredth of the time
        for match in pattern.finditer(masked):
            quantity = places[match.start("number")]
            if id(quantity) in seen:
                continue
            seen.add(id(quantity))
            first = by_number.get(id(quantity))
            span = _unmask(match.span("words"), scene, masked, places)
            if first is None:
                proposal = _proposal(kind, quantity, scene, span)
                if proposal is not None:
                    more.append(proposal)
            elif _misled(first, kind, match, span):
                first.kind, first.frame, first.span = kind, None, span
                first.like, first.whole, first.arguments = None, None, Arguments()
            elif first.kind != kind and first.reading == "figures" and first.measure is Measure.COUNT:
                first.kind, first.like = kind, None
            elif first.kind != kind and (first.kind, kind) not in SUBSUMED:
                first.doubts.append(f"the words alone read this number as {kind}")
    return more


def _misled(first: Proposal, kind: str, match: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether the first reading gave a number the state of its neighbour in a list ("nine dead and 11 missing")."""
    if first.kind == kind or not {first.kind, kind} <= STATES or match.groupdict().get("alone") is None:
        return False
    return not span[0] <= first.head.start < span[1]


def _masked(scene: Scene, counts: list[tuple[Token, Quantity]]) -> tuple[str, dict[int, Quantity]]:
    """The sentence with each count as #, and which number each # stands for."""
    text, start = scene.tree.text, scene.tree.start
    parts: list[str] = []
    places: dict[int, Quantity] = {}
    position = length = 0
    for token, quantity in counts:
        before = text[position : token.start - start]
        parts.append(_flat(before))
        length += len(parts[-1])
        places[length] = quantity
        parts.append("#")
        length += 1
        position = token.end - start
    parts.append(_flat(text[position:]))
    return "".join(parts), places


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def _unmask(span: tuple[int, int], scene: Scene, masked: str, places: dict[int, Quantity]) -> tuple[int, int]:
    """The characters of the report behind a span of the masked sentence."""
    shift = 0
    start = end = 0
    ends = {token.quantity.start: token.end for token in scene.tree.tokens if token.quantity is not None}
    for at in range(len(masked) + 1):
        if at == span[0]:
            start = scene.tree.start + at + shift
        if at == span[1]:
            end = scene.tree.start + at + shift
            break
        if at in places:
            quantity = places[at]
            shift += ends[quantity.start] - (scene.tree.start + at + shift) - 1
    return start, end


def _proposal(kind: str, quantity: Quantity, scene: Scene, span: tuple[int, int]) -> Proposal | None:
    head = next((token for token in scene.tree.tokens if token.quantity is quantity), None)
    frame = next((frame for frame in FRAMES if frame.kind == kind), None)
    if head is None or frame is None:
        return None
    counted = head.head if head.dep in ("nummod", "amod") and head.head.is_noun else head
    proposal = Proposal(kind=kind, head=head, counted=counted, quantity=quantity, span=span, reading="patterns")
    proposal.doubts.append("found by words alone, not by grammar")
    return proposal
