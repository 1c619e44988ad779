"""What each number of a text counts and what is said of that, whether or not it makes a claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clearway.claims.asides import asides
from clearway.claims.carried import Counted, Own, Span, carried
from clearway.claims.measured import PERCENT, changed_by, measured
from clearway.claims.nouns import PARTITIVE, part_of
from clearway.claims.parsing import Parser
from clearway.claims.sentences import split
from clearway.claims.tree import Token, Tree
from clearway.languages.en.quantities import find_quantities
from clearway.languages.mentions import Quantity

LEFT_OF_NOUN = frozenset({"DT", "PDT", "PRP$", "CD"})
"""Tags of words before a noun that do not belong to what is counted ("of the 40 of their homes")."""

SAID_BY_NOUN = frozenset({"compound", "nmod", "npadvmod", "nummod"})
"""Relations through which a noun leads to another that says something of it."""

OPENINGS = frozenset({"of", "among", "amongst"})
MARKS = frozenset({",", ".", ":", "(", ")", "-LRB-", "-RRB-", "IN", "``", "''"})
KEPT_WITH_NOUN = frozenset({"of", "per"})
RATE = re.compile(r"\s*(/|per)\s*[a-zA-Z]\w*")
GOES_ON = re.compile(r"/[^\W\d_]+| \([A-Z][A-Za-z&/-]{1,8}\)")
COMPARED = re.compile(
    r"\s((?:[dwmqy]-?o-?[dwmqy]|(?:week|month|quarter|year)-on-(?:week|month|quarter|year))\b)", re.IGNORECASE
)
"""What a change is told against: "up 5 percent m-o-m"."""

UNIT_BEHIND = re.compile(r"[\s-]*([^\W\d_]+)")
STATE = re.compile(r"\s(dead|displaced|hurt|infected|injured|killed|missing|wounded)\b")
"""What stands for those in that state: "5 dead and 12 injured"."""

CURRENCY = re.compile(r"[A-Z]{0,3}[$€£¥₦₹₱₩₪₺৳₨₵][A-Z]{0,2}|[A-Z][A-Za-z]{1,2}\b")
WORDS_BEHIND = re.compile(
    r"\s*((?:[^\W\d_][\w’'-]*)(?: (?!and\b|or\b|in\b|of\b|from\b)[^\W\d_][\w’'-]*){0,2})(?=[\s,;)/]*(?:[,;)/]|and\b))"
)


def counted_in(text: str, parser: Parser) -> list[Counted]:
    """Every quantity of a text, in order."""
    quantities = find_quantities(text)
    sentences = [sentence for sentence in sentences_of(text, quantities) if sentence.quantities]
    found: list[Counted] = []
    share: Span | None = None
    for sentence, tree in zip(sentences, parser.parse(sentences), strict=True):
        tokens = {token.quantity.start: token for token in tree.tokens if token.quantity is not None}
        own = []
        for quantity in sentence.quantities:
            token = tokens.get(quantity.start)
            own.append(_own(token, quantity, tree, text) if token is not None else _bare(quantity, text))
        complete, share = carried(own, share, _whole(tree, text), text)
        found += complete
    return found


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    text: str
    quantities: list[Quantity]
    asides: list[Span]


def sentences_of(text: str, quantities: list[Quantity]) -> Iterator[_Sentence]:
    """The sentences of a text as a parser wants them, with those of its quantities that lie in each."""
    position = 0
    for start, end in split(text):
        first = position
        while position < len(quantities) and quantities[position].start < end:
            position += 1
        yield _Sentence(start, text[start:end], quantities[first:position], asides(text, start, end))


def _own(number: Token, quantity: Quantity, tree: Tree, text: str) -> Own:
    """The number with what its own words count, and what they say of that."""
    noun = _noun(number)
    said_of = measured(number) if noun is None else None
    unit = _written_unit(quantity, text)
    if unit is None and noun is not None:
        counted = changed_by(noun) if quantity.unit == "percent" else noun
        unit = _unit(counted, quantity, tree, text) if counted is not None else None
    elif unit is None:
        unit = _behind(quantity, text)
    return Own(
        counted=Counted(quantity, unit, _event(noun or said_of or number, tree)),
        said_of=_unit(said_of, quantity, tree, text) if said_of is not None else None,
    )


def _behind(quantity: Quantity, text: str) -> Span | None:
    """What stands behind a number and is no noun to the parser: a unit, a state, what a change is told against."""
    behind = COMPARED.match(text, quantity.end)
    if behind is None:
        pattern = UNIT_BEHIND if quantity.sense in ("measure", "time") else STATE
        behind = pattern.match(text, quantity.end)
    return behind.span(1) if behind is not None else None


def _whole(tree: Tree, text: str) -> Span | None:
    """What the sentence says its numbers are parts of: "Of the new cases, 12 are in Lango"."""
    opening = next((token for token in tree.tokens if token.text[0].isalpha()), None)
    if opening is None or opening.lower not in OPENINGS:
        return None
    noun = opening.child("pobj")
    if noun is None or not noun.is_noun:
        return None
    return _unit(noun, None, tree, text)


def _written_unit(quantity: Quantity, text: str) -> Span | None:
    """A unit that is written with the number: behind it, or a currency before it."""
    if quantity.unit is None or quantity.unit == "percent":
        return None
    rate = RATE.match(text, quantity.end)
    if rate:
        return _trimmed(text, quantity.end, rate.end()) if rate[1] == "per" else rate.span()
    if text[quantity.number_end : quantity.end].strip():
        return _trimmed(text, quantity.number_end, quantity.end)
    before = CURRENCY.search(text, quantity.start, quantity.number_start)
    return before.span() if before else None


def _bare(quantity: Quantity, text: str) -> Own:
    """A number in brackets, with the words behind it up to a mark."""
    behind = WORDS_BEHIND.match(text, quantity.end)
    return Own(counted=Counted(quantity, _written_unit(quantity, text) or (behind.span(1) if behind else None), None))


def _noun(number: Token) -> Token | None:
    """The noun that is counted: the one beside the number, or behind "of" where the number is a part of it."""
    token = number
    if number.head.lower in PERCENT and number.dep in ("nummod", "compound"):
        token = number.head
    inner = part_of(token)
    if inner is not None:
        return inner if inner.is_noun else None
    if (
        token.head.is_noun
        and token.dep in ("nummod", "amod", "compound", "nmod", "quantmod")
        and token.head.i > token.i
    ):
        head = token.head
        inside = part_of(head) if head.lower in PARTITIVE and head.lower not in ("family", "head") else None
        return inside if inside is not None else head
    return None


def _unit(noun: Token, quantity: Quantity | None, tree: Tree, text: str) -> Span | None:
    """The noun with what stands before it, but for articles and numbers, and with its "of" or "per"."""
    first = noun
    for token in reversed(tree.tokens[: noun.i]):
        if (
            (quantity is not None and token.start < quantity.end <= noun.start)
            or not noun.covers(token)
            or token.quantity
        ):
            break
        if token.tag in LEFT_OF_NOUN or token.tag in MARKS:
            break
        first = token
    last = noun
    other = noun.child("conj")
    if other is not None and other.tag == noun.tag and noun.child("cc") and not any(c.quantity for c in other.children):
        last = other if other.child("det", "prep", "conj") is None else noun
    for prep in noun.all("prep"):
        inner = prep.child("pobj")
        if prep.lower in KEPT_WITH_NOUN and prep.i > noun.i and inner is not None and inner.quantity is None:
            last = inner if inner.i > last.i else last
    goes_on = GOES_ON.match(text, last.end)
    return _trimmed(text, first.start, goes_on.end() if goes_on else last.end)


def _event(noun: Token, tree: Tree) -> Span | None:
    """The words that say something of the noun: its participle, else the verb or the noun that it leads to."""
    said = noun.child("acl", "relcl")
    if said is not None and said.i > noun.i:
        return _clause(said, tree)
    token = noun
    while not token.is_root:
        above = token.head
        if above.lower in PERCENT:
            token = above
            continue
        if above.is_verb or above.tag.startswith("JJ"):
            return _clause(above, tree)
        if above.is_noun and token.dep in SAID_BY_NOUN:
            return above.start, above.end
        token = above
    return None


def _clause(verb: Token, tree: Tree) -> Span:
    """The verb with its complements behind it, up to the next clause."""
    end = verb.end
    for token in tree.subtree(verb):
        if token.i <= verb.i:
            continue
        if token.dep in ("conj", "advcl", "cc", "parataxis") and token.head is verb:
            break
        end = token.end if token.tag not in MARKS else end
    return verb.start, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum():
        start += 1
    return (start, end) if start < end else None
