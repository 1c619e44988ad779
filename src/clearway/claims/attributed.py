"""Whose words, beliefs and wishes a text gives: source, cue and content of each, whether or not it makes a claim.

The three parts are those of PolNeAR and PARC (Newell, Margolin and Ruths, 2018; Pareti, 2012).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearway.claims.arguments import arguments_of, is_passive
from clearway.claims.counted import sentences_of
from clearway.claims.parsing import Parser
from clearway.claims.quoting import quotations
from clearway.claims.tree import Token, Tree
from clearway.languages.en.attitudes import ASKED_OF, TOLD_TO, clause_verbs, judging_verbs, wish_verbs
from clearway.languages.en.quantities import find_quantities

Span = tuple[int, int]

BESIDE_VERB = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
CUE_PREPS = frozenset({"for", "on", "about", "against", "of", "to", "with", "as", "over", "in", "at", "upon", "from"})
LEAST_QUOTE = 25
"""Characters from which a quotation that no cue governs is somebody's words, and no scare quotes."""

NOT_FINITE = frozenset({"VB", "VBG", "VBN"})
LOWER = frozenset({"advcl", "acl", "pcomp", "amod"})
"""Relations of a verb without subject or tense that only tells a circumstance."""

SPEECHLESS = frozenset({"it", "there", "what", "this", "that"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: the characters of its source, its cue and its content.

    The source is `None` where the text names none, source and cue where a quotation goes on in a sentence of its own.
    """

    source: Span | None
    cue: Span | None
    content: Span


def attributions(text: str, parser: Parser) -> list[Attributed]:
    """Every attribution of a text, in order of the cues; those inside the content of another are among them."""
    quantities = find_quantities(text)
    quotes = _with_marks(text)
    found: list[Attributed] = []
    for tree in parser.parse(list(sentences_of(text, quantities))):
        found.extend(_in_sentence(tree, quotes))
    contents = [one.content for one in found]
    going_on = [quote for quote in quotes if not any(_touch(quote, content) for content in contents)]
    found += [Attributed(None, None, quote) for quote in going_on if quote[1] - quote[0] >= LEAST_QUOTE]
    return sorted(found, key=lambda one: one.cue or one.content)


def _with_marks(text: str) -> list[Span]:
    """The quotations with their marks, and what stands before a closing mark that none has opened."""
    found = [(start - 1, min(end + 1, len(text))) for start, end in quotations(text)]
    orphan = text.find("”")
    if orphan >= 0 and not any(start < orphan for start, _ in found):
        found.insert(0, (text.rfind("\n", 0, orphan) + 1, orphan + 1))
    return found


def _in_sentence(tree: Tree, quotes: Sequence[Span]) -> Iterator[Attributed]:
    for token in tree.tokens:
        made = _according(tree, token) if token.lower == "according" else None
        if made is None and token.is_verb and token.dep not in ("aux", "auxpass", "amod"):
            made = _verb(tree, token, quotes)
        if made is not None:
            yield made


def _according(tree: Tree, token: Token) -> Attributed | None:
    to = token.child("prep")
    target = to.child("pobj") if to is not None else None
    if to is None or target is None:
        return None
    cue = (token.start, to.end)
    source = _phrase(tree, target)
    before = [other for other in tree.tokens if other.i < token.i]
    behind = [other for other in tree.tokens if other.start >= source[1]]
    content = _span(before) if len(before) > 1 else _span(behind)
    return Attributed(source, cue, content) if content is not None else None


def _verb(tree: Tree, verb: Token, quotes: Sequence[Span]) -> Attributed | None:
    clause, wish, judging = (table().get(verb.lower) for table in (clause_verbs, wish_verbs, judging_verbs))
    if clause is None and wish is None and judging is None:
        return None
    passive = is_passive(verb)
    content: Span | None = None
    cue_end = verb
    particle = verb.child("prt")
    if particle is not None and particle.i > verb.i:
        cue_end = particle
    if clause is not None:
        content = _clause(tree, verb, quotes)
    told = content is not None
    if content is None and (wish is not None or clause is not None):
        content = _infinitive(tree, verb)
    if content is None and not passive:
        inner = verb.child("dobj")
        prep = next((one for one in verb.all("prep") if one.lower in CUE_PREPS and one.i == cue_end.i + 1), None)
        if judging is not None and inner is not None and inner.i > verb.i:
            content = _span(_to_the_end(tree, verb, tree.tokens[inner.left]))
        elif prep is not None and prep.child("pobj", "pcomp") is not None:
            cue_end = prep
            content = _span([token for token in tree.subtree(prep) if token.i > prep.i])
        elif clause is not None and inner is not None and inner.i > verb.i and clause not in TOLD_TO:
            content = _span(tree.subtree(inner))
    if content is None or (not told and verb.tag in NOT_FINITE and verb.dep in LOWER):
        return None
    source = _source(tree, verb, passive=passive)
    if source is None and verb.child("nsubj") is not None:
        return None
    return Attributed(source, _cue(tree, verb, cue_end), content)


def _clause(tree: Tree, verb: Token, quotes: Sequence[Span]) -> Span | None:
    quoted = _quoted(tree, verb, quotes)
    inner = verb.child("ccomp")
    if inner is not None:
        tokens = tree.subtree(inner)
        if inner.i > verb.i:
            tokens = _to_the_end(tree, verb, tokens[0])
        span = _span(tokens)
        if span is not None and quoted is not None and _touch(span, quoted):
            return _union(span, quoted) if quoted[0] <= span[0] + 2 else span
        return span
    if quoted is not None:
        return quoted
    if verb.dep == "parataxis":
        return _span([token for token in tree.tokens if token.i < verb.left])
    return None


def _to_the_end(tree: Tree, verb: Token, first: Token) -> list[Token]:
    """What the verb governs from `first` on, but for what is said or done beside it."""
    beside = [child for child in verb.children if child.dep in ("conj", "advcl", "parataxis") and child.i > first.i]
    out = {token.i for child in beside for token in tree.subtree(child)}
    return [token for token in tree.subtree(verb) if token.i >= first.i and token.i not in out]


def _quoted(tree: Tree, verb: Token, quotes: Sequence[Span]) -> Span | None:
    """The quotation of the sentence that stands nearest to the verb, with its marks."""
    near = [
        quote
        for quote in quotes
        if quote[0] < tree.end and tree.start < quote[1] and not quote[0] <= verb.start < quote[1]
    ]
    return min(near, key=lambda span: min(abs(span[0] - verb.end), abs(verb.start - span[1])), default=None)


def _infinitive(tree: Tree, verb: Token) -> Span | None:
    inner = verb.child("xcomp", "ccomp")
    if inner is None or inner.i < verb.i:
        return None
    tokens = tree.subtree(inner)
    target = verb.child("dobj")
    if target is not None and target.i < inner.i:
        lemma = wish_verbs().get(verb.lower)
        if lemma in ASKED_OF:
            tokens = [*tree.subtree(target), *tokens]
    return _span(tokens)


def _source(tree: Tree, verb: Token, *, passive: bool) -> Span | None:
    arguments = arguments_of(verb)
    subject = arguments.subject if passive else arguments.own_subject or arguments.subject
    if subject is None or (subject.lower in SPEECHLESS and subject.tag != "WDT"):
        return None
    return _phrase(tree, subject, clauses=subject.i > verb.i)


def _phrase(tree: Tree, noun: Token, *, clauses: bool = False) -> Span:
    """The noun's phrase, without the clauses behind it unless they are asked for."""
    skipped: set[int] = set()
    for child in tree.subtree(noun):
        left_out = child.dep in ("advcl", "parataxis") or (child.dep == "relcl" and not clauses)
        if left_out and child is not noun:
            skipped.update(token.i for token in tree.subtree(child))
    kept = [token for token in tree.subtree(noun) if token.i not in skipped]
    return _span(kept) or (noun.start, noun.end)


def _cue(tree: Tree, verb: Token, last: Token) -> Span:
    first = verb
    for token in reversed(tree.tokens[: verb.i]):
        if token.head is verb and token.dep in BESIDE_VERB and token.lower != "yet" and token.i == first.i - 1:
            first = token
        else:
            break
    return first.start, last.end


def _span(tokens: Sequence[Token]) -> Span | None:
    """The characters from the first to the last of these tokens, commas and stops at the ends left out."""
    kept = sorted(tokens, key=lambda token: token.i)
    while kept and kept[0].text in (",", ";", ":", "-", "--", "–", "—"):
        kept = kept[1:]
    while kept and kept[-1].text in (",", ";", ":", "-", "--", "–", "—", ".", "?", "!"):
        kept = kept[:-1]
    return (kept[0].start, kept[-1].end) if kept else None


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _union(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1])
