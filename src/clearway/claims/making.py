"""From the proposals of a sentence to claims: passage, places, days, speaker and every slot."""

from dataclasses import replace

from clearway.claims import around, slots
from clearway.claims.certainty import certainty_of
from clearway.claims.lines import Line
from clearway.claims.listed import own_places
from clearway.claims.naming import speaker_name
from clearway.claims.passages import passage_of
from clearway.claims.pointing import pointing_place
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.claims.wholes import with_whole
from clearway.kinds import Kind, kinds
from clearway.languages.en.certainty import POSSIBLE_ADVERBS
from clearway.languages.en.speech import acting_forms
from clearway.model import Attribution, Claim, Manner, Passage, Place, Report, Sensitivity
from clearway.places import Gazetteer, Mention, resolve

EXTRACTOR = "english-rules"
VERSION = "1"
"""Raised whenever the rules read another claim out of the same words."""

PERSONAL_TOPICS = frozenset({"harm", "displacement", "needs", "disease"})
"""Topics whose claims can tell of one person."""


def make_claims(
    report: Report, line: Line, proposals: list[Proposal], earlier: list[Mention]
) -> list[tuple[Proposal, Claim, list[Mention]]]:
    """The claims of one sentence, each with its proposal and places; `earlier` are the places named before it."""
    scene = line.scene
    heads: set[Token] = {proposal.head for proposal in proposals}
    counted = {
        proposal.counted for proposal in proposals if proposal.counted is not None and proposal.quantity is not None
    }
    speech = {i for act in line.speeches for i in act.frame}
    made = []
    owners = own_places(proposals, scene)
    for proposal in proposals:
        others = {other.head for other in proposals if other.head is not proposal.head}
        span = passage_of(proposal, others, speech - {proposal.head.i}, counted)
        places = around.places_of(proposal, scene, heads, span, speech, owners)
        if not places:
            before = [*earlier[-12:], *[m for m in scene.places if m.end <= span[1] and m.kind != "demonym"]]
            places = pointing_place(span, before, report.text)
        claim = _claim(report, line, proposal, (span, heads, speech), places)
        made.append((proposal, claim, places))
    return [_set_in(entry, made) for entry in made]


def _set_in(
    entry: tuple[Proposal, Claim, list[Mention]], made: list[tuple[Proposal, Claim, list[Mention]]]
) -> tuple[Proposal, Claim, list[Mention]]:
    """A harm without a place of its own happened where the attack happened that it came of, or that it names."""
    proposal, claim, places = entry
    if places or proposal.like is not None:
        return entry
    for other, cause, where in made:
        if not where or other is proposal:
            continue
        sibling = _listed_with(proposal, other)
        names_it = other.kind == "attack" and proposal.head.covers(other.head) and other.head.is_noun
        top = proposal.head
        while top.dep == "conj" and top.head.is_verb:
            top = top.head
        came_of_it = (
            top.dep == "advcl" and top.tag == "VBG" and top.child("mark", "nsubj") is None and top.head is other.head
        )
        if names_it or came_of_it or sibling:
            period = claim.period or cause.period
            return proposal, replace(claim, id="", places=cause.places, period=period), where
    return entry


HARMS = frozenset("killed injured missing displaced casualties affected destruction".split())
"""Kinds that happen where the deed does that they are told with: "shelled A and killed five"."""


def _listed_with(proposal: Proposal, other: Proposal) -> bool:
    """Whether two harms stand in one list, whose end tells of both ("35 were killed and 137 injured in X")."""
    top = proposal.head
    while top.dep == "conj":
        top = top.head
    if top is not proposal.head and other.head in (top, top.head) and proposal.kind in HARMS:
        return proposal.head.child("nsubj") is None
    joined = other.head.dep == "conj" and other.head.head is proposal.head
    return joined and other.head.tag == "VBN" and other.head.child("aux", "auxpass") is None


def _claim(
    report: Report,
    line: Line,
    proposal: Proposal,
    about: tuple[tuple[int, int], set[Token], set[int]],
    places: list[Mention],
) -> Claim:
    scene = line.scene
    span, heads, speech = about
    period, mention = around.period_of(proposal, scene, heads, speech)
    if proposal.like is not None and period is None and proposal.like.head in scene.tree.tokens:
        period, mention = around.period_of(proposal.like, scene, heads, speech)
    chain, cue, manner = _said_by(line, proposal)
    since = mention is not None and mention.relation == "since"
    kind = kinds().named(proposal.kind)
    spans = period is not None and period.first != period.last
    figure = slots.figure_of(proposal, slots.basis_of(proposal, since=since, spans=spans))
    text = report.text
    return Claim(
        kind=proposal.kind,
        passage=Passage(report=report.id, start=span[0], end=span[1], words=text[span[0] : span[1]]),
        sentence=Passage(
            report=report.id, start=scene.tree.start, end=scene.tree.end, words=text[scene.tree.start : scene.tree.end]
        ),
        attribution=Attribution(
            chain=tuple(line.source(name) for name in chain), cue=cue, manner=manner if chain else None
        ),
        figure=with_whole(figure, proposal, scene, text),
        group=slots.group_of(proposal, scene),
        actor=slots.actor_of(proposal, scene),
        cause=slots.cause_of(proposal, scene),
        facility=slots.facility_of(proposal, scene),
        status=proposal.status,
        act=proposal.act,
        places=tuple(Place(name=place.name, start=place.start, end=place.end) for place in places),
        period=period,
        certainty=certainty_of(proposal, hedged=scene.tree.tokens[0].lower in POSSIBLE_ADVERBS),
        negated=proposal.zero or proposal.negated,
        doubts=tuple(proposal.doubts),
        sensitivity=_sensitivity(kind, proposal, line),
        names=line.names,
        extractor=EXTRACTOR,
        version=VERSION,
    )


def _sensitivity(kind: Kind, proposal: Proposal, line: Line) -> Sensitivity:
    """The least that the kind has; high where a facility is meant, severe where a harmed person may be named."""
    if line.names and kind.topic in PERSONAL_TOPICS:
        return Sensitivity.SEVERE
    if kind.sensitivity is not Sensitivity.HIGH and slots.facility_of(proposal, line.scene):
        return Sensitivity.HIGH
    return kind.sensitivity


def _said_by(line: Line, proposal: Proposal) -> tuple[tuple[str, ...], str | None, Manner | None]:
    speaker, cue = line.speaker_at(proposal.head)
    manner = Manner.DIRECT if line.is_quoted(proposal.head) else Manner.INDIRECT
    if speaker is None and proposal.act is not None and proposal.head.lower in acting_forms():
        subject = proposal.arguments.subject
        if subject is not None and not subject.tag.startswith(("W", "PRP")):
            return (speaker_name(line.scene, subject)[0],), proposal.head.text, Manner.INDIRECT
    chain = line.chain_at(proposal.head)
    if not chain and speaker:
        chain = (speaker,)
    return chain, cue, manner


def with_resolved(
    report: Report, found: list[tuple[Proposal, Claim, list[Mention]]], mentions: list[Mention], gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """Give the claims their places, resolved together with each name that the report says first."""
    wanted = {(place.start, place.end): place for _, _, places in found for place in places}
    context = {mention.name: mention for mention in reversed(mentions)} if wanted else {}
    every = {(mention.start, mention.end): mention for mention in (*wanted.values(), *context.values())}
    ordered = sorted(every.values(), key=lambda mention: mention.start)
    resolved = resolve(ordered, text=report.text, gazetteer=gazetteer) if ordered else ()
    by_span = {(mention.start, mention.end): place for mention, place in zip(ordered, resolved, strict=True)}
    claims = []
    seen: set[str] = set()
    for _, claim, _ in found:
        places = tuple(by_span[place.start, place.end] for place in claim.places)
        new = replace(claim, places=places) if places else claim
        if new.id not in seen:
            seen.add(new.id)
            claims.append(new)
    return tuple(sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end, claim.id)))
