"""Traps of the parser in sentences about persons: who was shot, who died, and after what."""

from clearway.claims.nouns import is_aged
from clearway.claims.tree import Token, relink
from clearway.languages.en.grammar import BE
from clearway.languages.en.words import COLLECTIVE, classes_of, is_one_person

ARTICLES = frozenset({"a", "an", "another", "one"})
BEFORE_CLAUSES = frozenset({"after", "before", "when", "since", "until", "because", "as", "while"})
DEATHS = frozenset({"death", "deaths"})
DEEDS = frozenset({"shooting", "stabbing", "beating", "burning", "bombing", "drowning"})
OUTCOMES = frozenset({"dead", "hurt", "injured", "killed", "shot", "slain", "stabbed", "wounded"})
"""Words with which a headline tells what became of those before them."""

HARMED = frozenset({"shot", "hurt", "hit", "beat"})
"""Forms that are noun, past and participle at once, and that the tagger takes for nouns in headlines."""


def mend_persons(tokens: list[Token]) -> None:
    """Repair the heads of a sentence's tokens around its persons."""
    _list_of_headline(tokens)
    words = {token.lower for token in tokens}
    if not words.isdisjoint(OUTCOMES | HARMED):
        _everywhere(tokens, [_two_outcomes(tokens, token) for token in tokens if token.lower in OUTCOMES])
        harmed = OUTCOMES | HARMED
        _everywhere(tokens, [_participle_of_headline(tokens, token) for token in tokens if token.lower in harmed])
    if "who" in words:
        _everywhere(tokens, [_who_of_person(tokens, token) for token in tokens])
    if not words.isdisjoint(DEEDS):
        _everywhere(tokens, [_compound_death(tokens, token) for token in tokens if token.lower in DEEDS])
    if "another" in words:
        _everywhere(tokens, [_another_as_article(token) for token in tokens])
    _everywhere(tokens, [_list_as_apposition(token) for token in tokens if token.dep == "appos"])
    if not words.isdisjoint(BEFORE_CLAUSES):
        _everywhere(tokens, [_clause_behind(token) for token in tokens])


def _everywhere(tokens: list[Token], changed: list[bool]) -> None:
    if any(changed):
        relink(tokens)


def _list_of_headline(tokens: list[Token]) -> None:
    """For "Guard, suspect wounded in raid": the two before the participle are a list, and what was done to both."""
    comma = next((token.i for token in tokens[1:6] if token.text == ","), None)
    if comma is None:
        return
    end = next((token.i for token in tokens[comma + 1 : comma + 6] if token.lower in OUTCOMES), None)
    if end is None or end - comma < 2 or tokens[0].lower in ARTICLES:
        return
    first, second, done = tokens[comma - 1], tokens[end - 1], tokens[end]
    if not all(_headline_person(token) for token in (first, second)):
        return
    behind = tokens[end + 1].tag if end + 1 < len(tokens) else ""
    if behind not in ("", "IN", ",", ".", "CC", "RB", "TO", ":") or done.tag == "VBG":
        return
    if any(token.tag.startswith(("VB", "IN", "CC")) for token in (*tokens[: comma - 1], *tokens[comma + 1 : end - 1])):
        return
    first.tag, second.tag, done.tag = "NN", "NN", "VBN" if done.lower != "dead" else "JJ"
    done.head, done.dep = done, "ROOT"
    first.head, first.dep = done, "nsubjpass"
    second.head, second.dep = first, "conj"
    for token in tokens[: comma - 1]:
        if token.head is token or token.head.i > comma or token.head.i >= end:
            token.head, token.dep = first, "nummod" if token.quantity is not None else "compound"
    for token in tokens[comma + 1 : end - 1]:
        if token.head is token or not comma < token.head.i < end:
            token.head, token.dep = second, "nummod" if token.quantity is not None else "compound"
    tokens[comma].head, tokens[comma].dep = first, "punct"
    for token in tokens[end + 1 :]:
        if token.head is token or token.head.i < end:
            token.head, token.dep = done, "prep" if token.tag == "IN" else "dep"
    relink(tokens)


def _headline_person(token: Token) -> bool:
    """Whether a noun without an article is one person or several, as headlines name them."""
    if token.lower in OUTCOMES:
        return False
    return is_one_person(token.lower) or is_aged(token) or "people" in classes_of(token.lower)


def _two_outcomes(tokens: list[Token], killed: Token) -> bool:
    """For "One killed 3 injured", read as one who killed three: each number has what became of it behind it."""
    if killed.lower not in OUTCOMES or killed.i == 0 or killed.i + 2 >= len(tokens):
        return False
    before, number, injured = tokens[killed.i - 1], tokens[killed.i + 1], tokens[killed.i + 2]
    if before.quantity is None or number.quantity is None or injured.lower not in OUTCOMES:
        return False
    killed.tag = injured.tag = "VBN"
    killed.head, killed.dep = killed, "ROOT"
    before.head, before.dep = killed, "nsubjpass"
    injured.head, injured.dep = killed, "conj"
    number.head, number.dep = injured, "nsubjpass"
    return True


def _participle_of_headline(tokens: list[Token], shot: Token) -> bool:
    """For "Five shot at a party" and "15-year-old shot": the word is what was done to those before it."""
    harmed = _harmed_before(tokens, shot)
    if harmed is None:
        return False
    if is_aged(harmed) and shot.dep in ("pobj", "dobj"):
        _behind_noun(tokens, shot, harmed)
        return True
    shot.tag = "VBN"
    harmed.head, harmed.dep = shot, "nsubjpass"
    if harmed.quantity is None and harmed.tag != "NNS":
        harmed.tag = "NN"
    if shot.is_root or shot.head.is_noun:
        shot.head, shot.dep = shot, "ROOT"
    return True


def _harmed_before(tokens: list[Token], shot: Token) -> Token | None:
    """The persons to whom it was done, where the parser takes the word behind them for a noun."""
    if shot.i == 0 or shot.lower not in HARMED | OUTCOMES:
        return None
    before = tokens[shot.i - 1]
    if is_aged(before):
        return before if shot.tag.startswith("NN") or (before.head is shot and before.dep == "amod") else None
    if shot.lower not in HARMED:
        return None
    if before.text == "," and shot.i == 4 and tokens[1].text == "," and tokens[2].tag == "CD":
        return tokens[0] if is_one_person(tokens[0].lower) else None  # "Boy, 15, shot at school"
    if not shot.tag.startswith("NN"):
        return None
    people = before.tag == "NNS" and "people" in classes_of(before.lower)
    several = before.quantity is not None and before.quantity.sense == "count" and before.quantity.value != 1
    return before if people or several or (before.i == 0 and is_one_person(before.lower)) else None


def _behind_noun(tokens: list[Token], shot: Token, harmed: Token) -> None:
    """For "the family of a 15-year-old shot and killed": the participles tell of the person before them."""
    harmed.head, harmed.dep, harmed.tag = shot.head, shot.dep, "NN"
    for child in shot.children:
        if child.i < harmed.i:
            child.head = harmed
    shot.head, shot.dep, shot.tag = harmed, "acl", "VBN"
    joined = tokens[shot.i + 1 : shot.i + 3]
    if len(joined) > 1 and joined[0].lower == "and" and joined[1].tag == "VBN":
        joined[0].head = joined[1].head = shot
        joined[1].dep = "conj"


def _who_of_person(tokens: list[Token], verb: Token) -> bool:
    """For "a man in the park who had died", hung on the park, or on nothing: "who" needs a person."""
    who = verb.child("nsubj", "nsubjpass") if verb.dep in ("relcl", "amod") else None
    if who is None or who.lower != "who":
        return False
    held = verb.head
    if verb.dep == "amod":
        if not verb.child("aux") or held.i < verb.i:
            return False
        verb.tag, verb.dep, outer = "VBN", "relcl", held.head
        held.head, held.dep = verb, "dobj"
    elif classes_of(held.lower) & {"people", "armed"} or held.tag.startswith("NNP") or held.dep != "pobj":
        return False
    else:
        outer = held
    person = next((token for token in reversed(tokens[: who.i]) if _is_person(token)), None)
    if person is None or verb.covers(person):
        verb.head = outer
        return verb.dep == "relcl" and outer is not held
    verb.head = person
    return True


def _is_person(token: Token) -> bool:
    return token.is_noun and token.dep != "compound" and "people" in classes_of(token.lower)


def _another_as_article(another: Token) -> bool:
    """For "Four are dead and another wounded" with "another" as an article: it is who was wounded."""
    done = another.head
    if another.dep != "det" or another.lower != "another" or done.tag not in ("VBN", "JJ") or done.i != another.i + 1:
        return False
    if done.lower not in OUTCOMES or done.dep == "amod":
        return False
    another.dep, done.tag = "nsubjpass", "VBN" if done.lower != "dead" else "JJ"
    return True


def _list_as_apposition(second: Token) -> bool:
    """For "a woman, a man and two guards" with the man in apposition: one woman is no man, so the three are a list."""
    first = second.head
    if second.dep != "appos" or second.child("cc") is None or second.child("conj") is None:
        return False
    if not _is_one(first) or not (_is_one(second) or second.child("nummod") is not None):
        return False
    second.dep = "conj"
    return True


def _is_one(noun: Token) -> bool:
    """Whether the noun is one person by its article."""
    article = noun.child("det")
    if article is None or article.lower not in ARTICLES or noun.lower in COLLECTIVE:
        return False
    return is_one_person(noun.lower) or is_aged(noun)


def _compound_death(tokens: list[Token], deed: Token) -> bool:
    """For "charged in the shooting death of a guard" with the death as the object of "shooting"."""
    death = tokens[deed.i + 1] if deed.i + 1 < len(tokens) else None
    if deed.lower not in DEEDS or death is None or death.lower not in DEATHS or death.head is not deed:
        return False
    dep = "pobj" if deed.dep == "pcomp" else deed.dep
    death.head, death.dep = (death if deed.is_root else deed.head), dep
    for child in deed.children:
        if child is not death:
            child.head = death
    deed.head, deed.dep, deed.tag = death, "compound", "NN"
    return True


def _clause_behind(verb: Token) -> bool:
    """For "are searching after two men were shot", the men hung on "after": they are the subject of its clause."""
    if verb.tag not in ("VBN", "VBD") or verb.child("nsubj", "nsubjpass", "csubj") is not None:
        return False
    be = verb.child("auxpass")
    first = be or verb.child("aux") or verb
    if verb.dep != "conj" or (verb.tag == "VBN" and (be is None or be.lower not in BE)):
        return False
    prep = next((token for token in verb.head.all("prep") if token.lower in BEFORE_CLAUSES and token.i < verb.i), None)
    noun = prep.child("pobj") if prep is not None else None
    if prep is None or noun is None or noun.right != first.i - 1 or verb.child("cc") is not None:
        return False
    noun.head, noun.dep = verb, "nsubjpass" if be is not None else "nsubj"
    prep.head, prep.dep = verb, "mark"
    verb.dep = "advcl"
    return True
