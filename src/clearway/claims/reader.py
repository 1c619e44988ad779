"""From a report to its claims: the steps of reading, wired."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from clearway.claims import around, slots
from clearway.claims.asides import asides
from clearway.claims.certainty import certainty_of
from clearway.claims.matching import match
from clearway.claims.names import names_in
from clearway.claims.nouns import Scene
from clearway.claims.parsing import Parser, SpacyParser
from clearway.claims.passages import passage_of
from clearway.claims.patterns import read_by_patterns
from clearway.claims.proposal import Proposal
from clearway.claims.proposing import proposed
from clearway.claims.selecting import select
from clearway.claims.sentences import split
from clearway.claims.shares import beside, in_asides
from clearway.claims.speakers import Line, Speakers, quotations, speaker_name
from clearway.claims.tree import Token
from clearway.claims.triage import may_hold_claim, says
from clearway.errors import RefusedDocument
from clearway.kinds import Kind, kinds
from clearway.languages.en.dates import find_dates
from clearway.languages.en.quantities import find_quantities
from clearway.languages.en.words import classes_of
from clearway.languages.mentions import DateMention, Quantity
from clearway.model import Attribution, Claim, Manner, Passage, Place, Report, Sensitivity
from clearway.places import Gazetteer, Mention, find, resolve

PERSONAL_TOPICS = frozenset({"harm", "displacement", "needs", "disease"})
"""Topics whose claims can tell of one person."""

EXTRACTOR = "english-rules"
VERSION = "1"
PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(slots=True)
class Sentence:
    """A sentence with what the grammars found in it."""

    start: int
    end: int
    text: str
    paragraph: int
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Effort:
    """How many words were read and how many of them parsed."""

    words: int = 0
    parsed: int = 0


class Reader:
    """Reads reports in English; loads the language model once."""

    extractor = EXTRACTOR
    version = VERSION

    def __init__(self, gazetteer: Gazetteer, *, parser: Parser | None = None) -> None:
        self._gazetteer = gazetteer
        self._parser = parser or SpacyParser()
        self.effort = Effort()

    def read(self, report: Report) -> tuple[Claim, ...]:
        """Every claim of a report, in the order of its text; raises `RefusedDocument` for a language not read yet."""
        if report.language not in (None, "en"):
            raise RefusedDocument(
                report.document,
                rule=f"its language is {report.language}, and only English is read so far",
                remedy="give a translation, or leave it out",
            )
        sentences, mentions = self._prepare(report)
        lines = self._lines(report, sentences)
        found = self._claims(report, lines)
        return _finish(report, found, mentions, self._gazetteer)

    def _prepare(self, report: Report) -> tuple[list[Sentence], list[Mention]]:
        text = report.text
        mentions = find(text, self._gazetteer)
        quantities = find_quantities(text)
        dates = find_dates(text, report.published)
        gaps = [gap.start() for gap in PARAGRAPH.finditer(text)]
        sentences = []
        for start, end in split(text):
            sentence = Sentence(
                start=start,
                end=end,
                text=text[start:end],
                paragraph=bisect_left(gaps, end),
                asides=asides(text, start, end),
            )
            sentences.append(sentence)
        _share_out(sentences, quantities, "quantities")
        _share_out(sentences, dates, "dates")
        _share_out(sentences, mentions, "places")
        return sentences, mentions

    def _lines(self, report: Report, sentences: list[Sentence]) -> list[Line]:
        quotes = quotations(report.text)
        chosen = self._worth_parsing(sentences, quotes)
        lines = []
        speakers = Speakers()
        for sentence, tree in zip(chosen, self._parser.parse(chosen), strict=True):
            scene = Scene(tree=tree, places=_usable(sentence), dates=sentence.dates)
            scene.add(proposed(scene))
            quoted = [
                quote
                for quote in quotes
                if quote[0] < sentence.end and quote[1] > sentence.start and quote[1] - quote[0] > 25
            ]
            line = Line(scene=scene, paragraph=sentence.paragraph, quoted=quoted)
            line.asides = _counted_asides(sentence)
            line.names = names_in(scene)
            line.source = speakers.source
            speakers.hear(line)
            line.quoting = None
            lines.append(line)
            _note_quote(line, lines, speakers)
        _look_ahead(lines)
        return lines

    def _worth_parsing(self, sentences: list[Sentence], quotes: list[tuple[int, int]]) -> list[Sentence]:
        """The sentences that can hold a claim, and those that tell who says it: a neighbour that ends its quotation."""
        holds = [
            may_hold_claim(sentence.text, counts=any(quantity.sense == "count" for quantity in sentence.quantities))
            for sentence in sentences
        ]
        chosen = []
        for i, sentence in enumerate(sentences):
            count = sentence.text.count(" ") + 1
            self.effort.words += count
            beside = any(holds[max(0, i - 2) : i + 3])
            quoted = beside and any(start < sentence.end and end > sentence.start for start, end in quotes)
            if holds[i] or quoted or (beside and says(sentence.text)):
                chosen.append(sentence)
                self.effort.parsed += count
        return chosen

    def _claims(self, report: Report, lines: list[Line]) -> list[tuple[Proposal, Claim, list[Mention]]]:
        found: list[tuple[Proposal, Claim, list[Mention]]] = []
        before: Proposal | None = None
        earlier: list[Mention] = []
        previous: Line | None = None
        counted_classes: frozenset[str] = frozenset()
        by_hazard = _is_about_hazard(lines)
        last_source: str | None = None
        for line in lines:
            scene = line.scene
            scene.before = counted_classes
            proposals = match(scene)
            proposals += beside(scene, proposals, before)
            proposals += in_asides(line, proposals)
            proposals += read_by_patterns(scene, proposals)
            proposals = select(proposals, scene)
            if by_hazard:
                proposals = [_by_hazard(proposal, scene) for proposal in proposals]
            _carry(line, previous, last_source)
            made = _make(report, line, proposals, earlier)
            found.extend(made)
            counted = [proposal for proposal, _, _ in made if proposal.quantity is not None]
            before = counted[0] if counted else before
            if before is not None and before.counted is not None and counted:
                counted_classes = scene.classes(before.counted)
            earlier.extend(mention for mention in scene.places if mention.kind != "demonym")
            previous = line
            last_source = (
                next(
                    (claim.attribution.nearest.name for _, claim, _ in reversed(made) if claim.attribution.nearest),
                    None,
                )
                if made
                else (line.speeches[-1].speaker if line.speeches else None)
            )
        return found


def _counted_asides(sentence: Sentence) -> list[tuple[int, int, Quantity]]:
    """The asides that hold a number, with it."""
    return [
        (start, end, quantity)
        for start, end in sentence.asides
        for quantity in sentence.quantities
        if start <= quantity.start < end and quantity.sense == "count"
    ]


def _usable(sentence: Sentence) -> list[Mention]:
    """The sentence's places but for those that are a count of things ("Two hospitals")."""
    return [
        place for place in sentence.places if not any(quantity.start == place.start for quantity in sentence.quantities)
    ]


def _is_about_hazard(lines: list[Line]) -> bool:
    """Whether the report speaks of a natural hazard more than of fighting: floods do not attack."""
    counts = {"hazard": 0, "violence": 0}
    for line in lines:
        for token in line.scene.tree.tokens:
            if token.is_noun:
                for name in classes_of(token.lower) & counts.keys():
                    counts[name] += 1
    return counts["hazard"] > counts["violence"]


def _by_hazard(proposal: Proposal, scene: Scene) -> Proposal:
    """An attack on a facility in such a report is destruction, unless somebody attacks."""
    if proposal.kind == "facility_attack" and not scene.is_a(proposal.arguments.subject, "armed violence"):
        proposal.kind = "destruction"
    return proposal


def _share_out(sentences: list[Sentence], mentions: list, attribute: str) -> None:  # type: ignore[type-arg]  # three sorts of mention
    """Give each sentence the mentions that lie in it."""
    position = 0
    for mention in mentions:
        while position < len(sentences) and sentences[position].end <= mention.start:
            position += 1
        if (
            position < len(sentences)
            and sentences[position].start <= mention.start
            and mention.end <= sentences[position].end
        ):
            getattr(sentences[position], attribute).append(mention)


def _note_quote(line: Line, lines: list[Line], speakers: Speakers) -> None:
    """Who is quoted in a sentence: its speaker, the speaker of the quotation's earlier part, or the last one."""
    if not line.quoted:
        return
    said = [speech for speech in line.speeches if not speech.weak]
    if said:
        line.quoting = said[-1].speaker
        return
    for other in reversed(lines[:-1]):
        if set(other.quoted) & set(line.quoted) and other.quoting:
            line.quoting = other.quoting
            return
    line.quoting = speakers.last_person or speakers.last


def _look_ahead(lines: list[Line]) -> None:
    """A quotation whose speaker is named only in the sentence that ends it."""
    for line, following in reversed(list(pairwise(lines))):
        shared = set(line.quoted) & set(following.quoted)
        said = [speech for speech in following.speeches if not speech.weak]
        if any(not speech.weak for speech in line.speeches):
            continue
        if shared and (said or following.ahead):
            line.quoting = line.ahead = said[0].speaker if said else following.ahead
        elif (
            line.quoted
            and said
            and not following.quoted
            and following.paragraph == line.paragraph
            and len(following.scene.tree.tokens) < 12
        ):
            line.quoting = said[0].speaker


POINTS_BACK = re.compile(
    r"^(?:another \w+|the (?:attacks?|strikes?|raids?)\b|this includes|these include|of these|of them|among them)",
    re.IGNORECASE,
)


def _carry(line: Line, previous: Line | None, last_source: str | None) -> None:
    """The speaker goes on into a sentence that points back to his account."""
    if previous is not None and not line.speeches and previous.paragraph == line.paragraph and last_source:
        opening = line.scene.tree.text
        if POINTS_BACK.match(opening) or "in the attacks" in opening.lower():
            line.carried = last_source


def _make(
    report: Report, line: Line, proposals: list[Proposal], earlier: list[Mention]
) -> list[tuple[Proposal, Claim, list[Mention]]]:
    scene = line.scene
    heads: set[Token] = {proposal.head for proposal in proposals}
    counted = {
        proposal.counted for proposal in proposals if proposal.counted is not None and proposal.quantity is not None
    }
    dated = {token for token in scene.tree.tokens if token.i in scene.in_date}
    speech = {i for act in line.speeches for i in act.frame}
    made = []
    for proposal in proposals:
        others = {other.head for other in proposals if other.head is not proposal.head}
        span = passage_of(proposal, others, speech - {proposal.head.i}, counted, dated)
        places = around.places_of(proposal, scene, heads, span, speech)
        if not places:
            before = [*earlier[-12:], *[m for m in scene.places if m.end <= span[1] and m.kind != "demonym"]]
            places = around.pointing_place(span, before, report.text)
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


def _listed_with(proposal: Proposal, other: Proposal) -> bool:
    """Whether two harms stand in one list, whose end tells of both ("35 were killed and 137 injured in X")."""
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
    if proposal.like is not None and period is None:
        period, mention = around.period_of(proposal.like, scene, heads, speech)
    chain, cue, manner = _said_by(line, proposal)
    since = mention is not None and mention.relation == "since"
    kind = kinds().named(proposal.kind)
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
        figure=slots.figure_of(
            proposal, slots.basis_of(proposal, since=since, spans=period is not None and period.first != period.last)
        ),
        group=slots.group_of(proposal, scene),
        actor=slots.actor_of(proposal, scene),
        cause=slots.cause_of(proposal, scene),
        facility=slots.facility_of(proposal, scene),
        status=proposal.status,
        act=proposal.act,
        places=tuple(Place(name=place.name, start=place.start, end=place.end) for place in places),
        period=period,
        certainty=certainty_of(proposal),
        negated=proposal.zero,
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
    if speaker is None and proposal.act is not None:
        subject = proposal.arguments.subject
        if subject is not None and not subject.tag.startswith(("W", "PRP")):
            return (speaker_name(line.scene, subject)[0],), proposal.head.text, Manner.INDIRECT
    chain = line.chain_at(proposal.head)
    if not chain and speaker:
        chain = (speaker,)
    return chain, cue, manner


def _finish(
    report: Report, found: list[tuple[Proposal, Claim, list[Mention]]], mentions: list[Mention], gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """Resolve every place once for the whole report, and give the claims their places."""
    known = {(mention.start, mention.end): i for i, mention in enumerate(mentions)}
    extra = [place for _, _, places in found for place in places if (place.start, place.end) not in known]
    every = sorted([*mentions, *extra], key=lambda mention: mention.start)
    resolved = resolve(every, text=report.text, gazetteer=gazetteer)
    by_span = {(mention.start, mention.end): place for mention, place in zip(every, resolved, strict=True)}
    claims = []
    seen: set[str] = set()
    for _, claim, _ in found:
        places = tuple(by_span[place.start, place.end] for place in claim.places)
        new = replace(claim, places=places)
        if new.id not in seen:
            seen.add(new.id)
            claims.append(new)
    return tuple(sorted(claims, key=lambda claim: (claim.passage.start, claim.passage.end, claim.id)))


__all__ = ["Effort", "Reader", "Sensitivity"]
