"""Frames at adjectives: "9,000 are homeless", "left 40 dead", "the road is impassable", "525,000 displaced"."""

from clearway.claims.arguments import Arguments, arguments_of, is_passive, prepositions
from clearway.claims.complements import has_words
from clearway.claims.counting import counted_by
from clearway.claims.nouns import Scene, quantity_of
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en import grammar
from clearway.languages.frame import Frame

COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "ccomp", "xcomp", "advmod", "prep", "dep"})


def adjective_claims(scene: Scene, word: Token, frame: Frame) -> list[Proposal]:
    """The claims that an adjective makes of its subject by a frame."""
    if frame.with_words and not has_words(word, frame) and not (word.dep == "acomp" and has_words(word.head, frame)):
        return []
    if word.dep == "amod" and (word.head.is_noun or word.head.quantity is not None):
        counts = frame.counted == "subject" and frame.kind != "need" and quantity_of(word.head) is not None
        subject, head = (word.head if counts and scene.is_a(word.head, "people") else None), word
    elif word.dep in COMPLEMENTS:
        subject, head = _complement(word)
    elif word.dep == "conj":
        subject, head = _conjunct(scene, word, frame), word
    else:
        subject = word.child("nsubj", "nsubjpass") or (word.head if word.dep == "acl" else None)
        head = word
    if subject is None or not scene.is_a(subject, frame.subject) or not scene.is_not(subject, frame.unless):
        return []
    arguments = Arguments(subject=subject, preps=prepositions(head), own_subject=subject)
    return counted_by(head, arguments, frame)


def _complement(word: Token) -> tuple[Token | None, Token]:
    """Subject and verb of a predicative adjective."""
    verb = word.head
    own = word.child("nsubj")
    if own is not None and word.is_verb:
        return own, word
    if not verb.is_verb or (word.dep == "advmod" and verb.lower not in grammar.copulas()):
        return None, word
    if own is not None:
        return own, verb
    arguments = arguments_of(verb)
    of_object = is_passive(verb) or word.dep == "oprd" or verb.lower in grammar.OBJECT_RESULT
    return (arguments.object if of_object else arguments.subject), verb


def _conjunct(scene: Scene, word: Token, frame: Frame) -> Token | None:
    """Subject of an adjective joined to another: its own, the other's, or a bare number ("and 30 wounded")."""
    own = word.child("nsubj", "nsubjpass", "dobj")
    if own is not None:
        return own
    if word.head.tag.startswith(("JJ", "VBN")):
        above = adjective_claims(scene, word.head, frame)
        if above:
            return above[0].arguments.subject
    return next((child for child in word.children if child.quantity), None)
