"""From a report to its claims: the steps of reading, wired."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain

from clearway.claims.asides import asides
from clearway.claims.hazards import by_hazard, is_about_hazard, names_disease
from clearway.claims.lines import Line
from clearway.claims.making import EXTRACTOR, VERSION, make_claims, with_resolved
from clearway.claims.matching import match
from clearway.claims.names import names_in
from clearway.claims.negation import negate
from clearway.claims.nouns import Scene
from clearway.claims.parsing import BATCH, Parser, SpacyParser
from clearway.claims.patterns import read_by_patterns
from clearway.claims.proposal import Proposal
from clearway.claims.proposing import proposed, recalled
from clearway.claims.quoting import carry, look_ahead, note_quote, quotations
from clearway.claims.selecting import select
from clearway.claims.sentences import split
from clearway.claims.shares import beside, in_asides
from clearway.claims.speakers import Speakers
from clearway.claims.tree import Tree, uncollected
from clearway.claims.triage import Ground, grounds, says, stand
from clearway.errors import RefusedDocument
from clearway.languages.en.dates import find_dates
from clearway.languages.en.quantities import find_quantities
from clearway.languages.mentions import DateMention, Quantity
from clearway.model import Claim, Report
from clearway.places import Gazetteer, Mention, find

LEAD = 5
"""How many sentences at the top are always searched for places."""

SHORT_QUOTE = 25
"""Characters up to which a quotation is a few scare-quoted words and no speech."""

MOST_WAITING = 64
"""How many reports at most wait for their sentences to be parsed together."""

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
    grounds: Iterable[Ground] = ()
    tells: bool = False
    parsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A report with all that is found before parsing; `chosen` are the sentences to parse."""

    report: Report
    sentences: list[Sentence]
    chosen: list[Sentence]
    quotes: list[tuple[int, int]]
    sick: bool


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
        [claims] = self.read_each([report])
        return claims

    def read_each(self, reports: Iterable[Report]) -> Iterator[tuple[Claim, ...]]:
        """What `read` says of each report, in order, with the sentences of several parsed together: in less time.

        At a report that is refused, those before it have been given.
        """
        left = iter(reports)
        while True:
            claims, refused = self._read_some(left)
            yield from claims
            if refused is not None:
                raise refused
            if not claims:
                return

    @uncollected()
    def _read_some(self, left: Iterator[Report]) -> tuple[list[tuple[Claim, ...]], RefusedDocument | None]:
        """The claims of the next reports, as many as are parsed together, and why the one after them is refused."""
        waiting: list[_Prepared] = []
        for report in left:
            if report.language not in (None, "en"):
                return self._finish(waiting), RefusedDocument(
                    report.document,
                    rule=f"its language is {report.language}, and only English is read so far",
                    remedy="give a translation, or leave it out",
                )
            waiting.append(self._prepare(report))
            if sum(len(each.chosen) for each in waiting) >= BATCH or len(waiting) >= MOST_WAITING:
                break
        return self._finish(waiting), None

    def names(self, sentence: str) -> tuple[str, ...]:
        """Every run of words in a sentence that can be a person's name."""
        whole = Sentence(start=0, end=len(sentence), text=sentence, paragraph=0, asides=[])
        whole.places.extend(find(sentence, self._gazetteer))
        [tree] = self._parser.parse([whole])
        return names_in(Scene(tree=tree, places=_usable(whole), dates=whole.dates))

    def _finish(self, waiting: list["_Prepared"]) -> list[tuple[Claim, ...]]:
        """Parse the chosen sentences of the reports that wait, and make the claims of each."""
        chosen = [sentence for each in waiting for sentence in each.chosen]
        trees = []
        for sentence, tree in zip(chosen, self._parser.parse_wanted(chosen, _is_wanted), strict=True):
            sentence.parsed = tree is not None
            if tree is not None:
                self.effort.parsed += sentence.text.count(" ") + 1
                trees.append(tree)
        rest = iter(trees)
        mentions = [self._mentions(each) for each in waiting]
        lines = [self._lines(each, rest) for each in waiting]
        found = [self._claims(each.report, own, sick=each.sick) for each, own in zip(waiting, lines, strict=True)]
        finished = [
            with_resolved(each.report, claims, own, self._gazetteer)
            for each, claims, own in zip(waiting, found, mentions, strict=True)
        ]
        for line in chain.from_iterable(lines):
            line.scene.tree.fell()
        return finished

    def _prepare(self, report: Report) -> "_Prepared":
        """Do all that comes before parsing."""
        sentences = self._sentences(report)
        quotes = quotations(report.text)
        sick = names_disease(report.text)
        chosen = self._worth_parsing(sentences, quotes, sick=sick)
        for sentence in chosen:
            sentence.asides = asides(report.text, sentence.start, sentence.end)
        return _Prepared(report=report, sentences=sentences, chosen=chosen, quotes=quotes, sick=sick)

    def _mentions(self, prepared: "_Prepared") -> list[Mention]:
        """The places that the report names, shared out among its sentences; none where no sentence was parsed."""
        report, sentences = prepared.report, prepared.sentences
        if not any(sentence.parsed for sentence in prepared.chosen):
            return []
        mentions = find(_kept(report.text, sentences), self._gazetteer)
        _share_out(sentences, mentions, "places")
        return mentions

    def _sentences(self, report: Report) -> list[Sentence]:
        text = report.text
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
            )
            sentences.append(sentence)
        _share_out(sentences, quantities, "quantities")
        _share_out(sentences, dates, "dates")
        return sentences

    def _lines(self, prepared: "_Prepared", trees: Iterator[Tree]) -> list[Line]:
        lines: list[Line] = []
        names: set[str] = set()
        speakers = Speakers()
        quotes = [(start, end) for start, end in prepared.quotes if end - start > SHORT_QUOTE]
        for sentence in prepared.sentences:
            if not sentence.parsed:
                speakers.overhear(sentence.text)
                continue
            scene = Scene(tree=next(trees), places=_usable(sentence), dates=sentence.dates)
            scene.add(recalled(scene, names))
            more = proposed(scene)
            names.update(mention.name for mention in more)
            scene.add(more)
            quoted = [quote for quote in quotes if _shares(quote, sentence)]
            line = Line(scene=scene, paragraph=sentence.paragraph, quoted=quoted)
            line.asides = _counted_asides(sentence)
            line.source = speakers.source
            speakers.hear(line)
            lines.append(line)
            note_quote(line, lines, speakers)
        look_ahead(lines)
        return lines

    def _worth_parsing(self, sentences: list[Sentence], quotes: list[tuple[int, int]], *, sick: bool) -> list[Sentence]:
        """The sentences that can hold a claim, and those that tell who says it: a neighbour that ends its quotation."""
        holds = []
        for sentence in sentences:
            self.effort.words += sentence.text.count(" ") + 1
            every = grounds(sentence.text, _counts(sentence), sick=sick)
            first = next(every, None)
            if first is not None:
                sentence.grounds = chain((first,), every)
            holds.append(first is not None)
        for sentence, tells in zip(sentences, _tells_who(sentences, holds, quotes), strict=True):
            sentence.tells = tells
        return [sentence for sentence, held in zip(sentences, holds, strict=True) if held or sentence.tells]

    def _claims(self, report: Report, lines: list[Line], *, sick: bool) -> list[tuple[Proposal, Claim, list[Mention]]]:
        found: list[tuple[Proposal, Claim, list[Mention]]] = []
        before: Proposal | None = None
        earlier: list[Mention] = []
        previous: Line | None = None
        counted_classes: frozenset[str] = frozenset()
        about_hazard = cache(partial(is_about_hazard, lines))  # few reports have an attack for which it matters
        last_source: str | None = None
        for line in lines:
            scene = line.scene
            scene.recall(counted_classes, sick=sick)
            proposals = match(scene)
            proposals += beside(scene, proposals, before)
            proposals += in_asides(line, proposals)
            proposals += read_by_patterns(scene, proposals)
            proposals = select(proposals, scene)
            proposals = [by_hazard(proposal, scene, about_hazard) for proposal in proposals]
            proposals = [negated for proposal in proposals if (negated := negate(proposal)) is not None]
            carry(line, previous, last_source)
            line.names = names_in(scene) if proposals else ()
            made = make_claims(report, line, proposals, earlier)
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


def _kept(text: str, sentences: list[Sentence]) -> str:
    """The text with every sentence blanked that is neither parsed nor among the first, which say where it plays."""
    parts, position = [], 0
    for sentence in sentences[LEAD:]:
        if not sentence.parsed:
            parts += [text[position : sentence.start], " " * (sentence.end - sentence.start)]
            position = sentence.end
    return "".join([*parts, text[position:]])


def _is_wanted(sentence: Sentence, tagged: Iterable[tuple[str, str]]) -> bool:
    """Whether a chosen sentence can still hold a claim once its words are tagged, or tells who says one."""
    return sentence.tells or stand(sentence.grounds, tagged)


def _counts(sentence: Sentence) -> list[int]:
    """Where in the sentence its numbers of people or things begin."""
    return [quantity.start - sentence.start for quantity in sentence.quantities if quantity.sense == "count"]


def _shares(quote: tuple[int, int], sentence: Sentence) -> bool:
    """Whether a quotation and a sentence have characters in common."""
    return quote[0] < sentence.end and quote[1] > sentence.start


def _tells_who(sentences: list[Sentence], holds: list[bool], quotes: list[tuple[int, int]]) -> list[bool]:
    """Which sentences tell who says a quotation with a claim in it: those that it runs through, or those beside it."""
    tells = [False] * len(sentences)
    for quote in quotes:
        within = [i for i, sentence in enumerate(sentences) if _shares(quote, sentence)]
        if quote[1] - quote[0] <= SHORT_QUOTE or not any(holds[i] for i in within):
            continue
        told = any(says(_outside(quote, sentences[i])) for i in within)
        for i in within if told else (*within, within[-1] + 1, within[0] - 1):
            if 0 <= i < len(sentences) and says(sentences[i].text):
                tells[i] = True
    return tells


def _outside(quote: tuple[int, int], sentence: Sentence) -> str:
    """The words of a sentence that stand outside a quotation."""
    start, end = (max(0, at - sentence.start) for at in quote)
    return f"{sentence.text[:start]} {sentence.text[end:]}"


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
