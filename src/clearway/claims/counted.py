"""What each number of a text counts and what is said of that, whether or not it makes a claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clearway.claims.asides import asides
from clearway.claims.nouns import PARTITIVE, part_of
from clearway.claims.parsing import Parser
from clearway.claims.sentences import split
from clearway.claims.tree import Token, Tree
from clearway.languages.en.grammar import BE
from clearway.languages.en.quantities import find_quantities
from clearway.languages.en.words import classes_of
from clearway.languages.mentions import Quantity

Span = tuple[int, int]

LEFT_OF_NOUN = frozenset({"DT", "PDT", "PRP$", "CD"})
"""Tags of words before a noun that do not belong to what is counted ("of the 40 of their homes")."""

SAID_BY_NOUN = frozenset({"compound", "nmod", "npadvmod", "nummod"})
"""Relations through which a noun leads to another that says something of it."""

REACH = 60
WORDS_BEFORE = re.compile(r"([^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}) ?[(\[][^()\[\]]*$")
PERCENT = frozenset({"percent", "%"})
MARKS = frozenset({",", ".", ":", "(", ")", "-LRB-", "-RRB-", "IN", "``", "''"})
KEPT_WITH_NOUN = frozenset({"of", "per"})
RATE = re.compile(r"\s*(/|per)\s*[a-zA-Z]\w*")
GOES_ON = re.compile(r"/[^\W\d_]+| \([A-Z][A-Za-z&/-]{1,8}\)")
CURRENCY = re.compile(r"[A-Z]{2,3}\b|[$€£¥₦₹]|[A-Z]{2}\$")
WORDS_BEHIND = re.compile(
    r"\s*((?:[^\W\d_][\w’'-]*)(?: (?!and\b|or\b|in\b|of\b|from\b)[^\W\d_][\w’'-]*){0,2})(?=[\s,;)/]*(?:[,;)/]|and\b))"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the characters of what it counts and of what is said of it; `None` where nothing is."""

    quantity: Quantity
    unit: Span | None
    event: Span | None


def counted_in(text: str, parser: Parser) -> list[Counted]:
    """Every quantity of a text, in order."""
    quantities = find_quantities(text)
    sentences = [sentence for sentence in sentences_of(text, quantities) if sentence.quantities]
    found: list[Counted] = []
    for sentence, tree in zip(sentences, parser.parse(sentences), strict=True):
        tokens = {token.quantity.start: token for token in tree.tokens if token.quantity is not None}
        last: Counted | None = None
        for quantity in sentence.quantities:
            token = tokens.get(quantity.start)
            own = _counted(token, quantity, tree, text) if token is not None else _bare(quantity, text)
            bracketed = token is None or text[: quantity.start].rstrip()[-1:] in ("(", "[")
            last = _completed(own, last, text) if bracketed else _with_unit(own, last)
            found.append(last)
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


def _counted(number: Token, quantity: Quantity, tree: Tree, text: str) -> Counted:
    noun = _noun(number)
    own = _own_unit(quantity, text)
    if own is None:
        noun = noun or _said_to_be(number) or (_measured(number) if quantity.unit == "percent" else None)
        own = _unit(noun, quantity, tree, text) if noun is not None else None
    return Counted(quantity, own, _event(noun or number, tree))


def _said_to_be(number: Token) -> Token | None:
    """The noun that a number alone is said to be ("40 of whom were children")."""
    rate = number.head if number.head.lower in PERCENT else number
    verb = rate.head
    noun = verb.child("attr") if rate.dep == "nsubj" and verb.lower in BE else None
    return noun if noun is not None and noun.is_noun and noun.quantity is None else None


def _measured(number: Token) -> Token | None:
    """The subject of which a rate is told ("prices rose by 6 percent")."""
    rate = number.head if number.head.lower in PERCENT else number
    prep = rate.head
    if rate.dep != "pobj" or prep.lower not in ("by", "to", "from", "at"):
        return None
    verb = next((up for up in prep.ancestors() if up.is_verb), None)
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    return subject if subject is not None and subject.is_noun else None


def _own_unit(quantity: Quantity, text: str) -> Span | None:
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


def _bare(quantity: Quantity, text: str) -> Counted:
    """A number in brackets, with the words behind it up to a mark."""
    behind = WORDS_BEHIND.match(text, quantity.end)
    return Counted(quantity, _own_unit(quantity, text) or (behind.span(1) if behind else None), None)


def _with_unit(counted: Counted, last: Counted | None) -> Counted:
    """A number without a noun counts what the number before it in the sentence counted."""
    if counted.unit is not None or last is None or counted.quantity.sense != "count":
        return counted
    if counted.quantity.unit == "percent":
        return counted
    return replace(counted, unit=last.unit)


def _completed(counted: Counted, last: Counted | None, text: str) -> Counted:
    """In brackets, a number with a noun says what the sentence says; one without is said of the words before it."""
    said = last.event if last is not None else None
    before = WORDS_BEFORE.search(text, max(0, counted.quantity.start - REACH), counted.quantity.start)
    if counted.unit is not None or before is None:
        return _with_unit(replace(counted, event=said), last)
    noun = before[1].split()[-1].lower()
    if "people" in classes_of(noun):
        return replace(counted, unit=before.span(1), event=said)
    return _with_unit(replace(counted, event=before.span(1) if before[1].islower() else said), last)


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


def _unit(noun: Token, quantity: Quantity, tree: Tree, text: str) -> Span | None:
    """The noun with what stands before it, but for articles and numbers, and with its "of" or "per"."""
    first = noun
    for token in reversed(tree.tokens[: noun.i]):
        if token.start < quantity.end <= noun.start or not noun.covers(token) or token.quantity:
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
    return first.start, goes_on.end() if goes_on else last.end


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
