"""Whether a predicate has the arguments and the words that a frame asks for."""

from clearway.claims.arguments import Arguments, is_passive, prepositions
from clearway.claims.nouns import RELATIVE, Scene, antecedent_of, forms_of, lemma_of, listed, quantity_of
from clearway.claims.tree import Token
from clearway.languages.frame import Frame

DEEPEST = 3
"""How far below the predicate a word may stand and still complete it."""

APART = frozenset({"punct", "aux", "conj", "advcl", "parataxis", "mark"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
THOSE = frozenset({"those", "people"})
OTHER_CLAUSES = frozenset({"relcl", "advcl", "acl", "pcomp"})


def fits(scene: Scene, verb: Token, arguments: Arguments, frame: Frame) -> bool:
    """Whether a verb with these arguments is the frame's."""
    if verb.dep == "amod" and not (frame.counted == "object" and quantity_of(verb.head)):
        return False
    if frame.main and verb.dep in ("acl", "relcl", "amod"):
        return False
    if frame.subject and not scene.is_a(arguments.subject, frame.subject):
        return False
    target = argument(arguments, frame) if frame.counted == "prep" else arguments.object
    if frame.object and not scene.is_a(target, frame.object):
        return False
    if frame.counted == "prep" and frame.object and not frame.with_words and arguments.object is not None:
        return False
    if frame.spares and not scene.is_not(arguments.object, frame.spares):
        return False
    if not scene.is_not(argument(arguments, frame), frame.unless):
        return False
    if frame.preps and frame.counted != "prep" and not any(prep in listed(frame.preps) for prep, _ in arguments.preps):
        return False
    if frame.avoids and _has_avoided(verb, arguments, frame):
        return False
    return not frame.with_words or has_words(verb, frame)


def _has_avoided(verb: Token, arguments: Arguments, frame: Frame) -> bool:
    """Whether a word that the frame avoids stands below the predicate or its subject."""
    avoided = listed(frame.avoids)
    tops = [verb, *(top for top in (arguments.subject, arguments.object) if top is not None and not verb.covers(top))]
    return any(_is_below(top, avoided, DEEPEST + 1) for top in tops)


def _is_below(token: Token, words: frozenset[str], depth: int) -> bool:
    """Whether one of the words stands at the token or so far below it."""
    if token.lower in words or lemma_of(token) in words:
        return True
    below = (child for child in token.children if child.dep not in OTHER_CLAUSES)
    return depth > 0 and any(_is_below(child, words, depth - 1) for child in below)


def argument(arguments: Arguments, frame: Frame) -> Token | None:
    """The argument that the frame counts, or speaks of."""
    if frame.counted == "subject":
        return arguments.subject
    if frame.counted == "prep":
        inner = prepositions(arguments.object) if arguments.object is not None else []
        return next((target for prep, target in [*arguments.preps, *inner] if prep in listed(frame.preps)), None)
    return arguments.object if frame.counted == "object" or frame.object else arguments.subject


def has_words(head: Token, frame: Frame) -> bool:
    """Whether one of the frame's words stands among the complements of the predicate."""
    subject = ("agent",) if is_passive(head) else ("nsubj", "csubj")
    stack = [(child, 0) for child in head.children if child.dep not in APART and child.dep not in subject]
    while stack:
        child, depth = stack.pop()
        if _is_of_part(child):
            continue
        if _is_listed(child, frame) or _stands_for_listed(child, frame):
            return True
        if depth < DEEPEST and not _counts_part(child):
            stack.extend((below, depth + 1) for below in child.children if not _is_other_clause(below))
    return False


def has_words_before(noun: Token, frame: Frame) -> bool:
    """Whether one of the frame's words stands before the noun."""
    return any(_is_listed(child, frame) for child in noun.children if child.i < noun.i)


def _is_other_clause(word: Token) -> bool:
    """Whether the word heads a clause of its own; the bare participle of "among those killed" does not."""
    bare = word.dep == "acl" and not word.children and word.head.lower in THOSE
    return word.dep in OTHER_CLAUSES and not bare


def _is_of_part(word: Token) -> bool:
    """Whether a word tells of a part named before it, and not of all ("six were shot, two of them fatally")."""
    if (word.tag == "JJ" or word.lower == "dead") and quantity_of(word) is not None:
        return True
    if word.dep != "advmod":
        return False
    if word.head.quantity is not None and word.head.i < word.i:
        return True
    return any(part.quantity is not None and part.right == word.i - 1 for part in word.head.children)


def _counts_part(word: Token) -> bool:
    """Whether the word counts a part by itself ("three shot, one dead"): what stands under it tells of the part."""
    return word.quantity is not None and word.quantity.sense == "count" and word.dep in ("appos", "npadvmod", "dep")


def _stands_for_listed(pronoun: Token, frame: Frame) -> bool:
    """Whether a relative pronoun stands for one of the frame's words ("two bodies that were found")."""
    if pronoun.lower not in RELATIVE or not pronoun.tag.startswith("W"):
        return False
    noun = antecedent_of(pronoun)
    return noun is not None and _is_listed(noun, frame)


def _is_listed(token: Token, frame: Frame) -> bool:
    wanted = listed(frame.with_words)
    if token.lower == "life" and token.dep in MODIFIERS:
        return False  # "life-threatening injuries"
    return not wanted.isdisjoint(forms_of(token.lower))
