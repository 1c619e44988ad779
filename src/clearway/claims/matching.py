"""The first reading: frames of the language against the predicates of a parsed sentence."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from clearway.claims.adjectival import adjective_claims
from clearway.claims.arguments import Arguments, arguments_of, prepositions
from clearway.claims.complements import fits, has_words, has_words_before
from clearway.claims.counting import counted_by
from clearway.claims.nominal import noun_claims
from clearway.claims.nouns import Scene, content, listed, part_of, quantity_of
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en import grammar
from clearway.languages.en.kinds import frames_by_form
from clearway.languages.en.words import classes_of
from clearway.languages.frame import Frame

NOUN_LIKE = ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
"""Roles in which a participle or adjective is used as a noun ("the wounded")."""

CROWD = frozenset({"crowd", "crowds", "group", "car", "vehicle", "house"})
"""What is aimed at beside people."""

RISE = 10
"""How many words behind a verb of rising the second number may stand."""

COUNTED_KINDS = frozenset(
    """
    killed injured missing detained abducted casualties affected displaced returned disease population need
    """.split()
)


def match(scene: Scene) -> list[Proposal]:
    """Every claim that a frame finds in the sentence."""
    found: dict[int, list[Proposal]] = {}
    predicates = _predicates()
    tokens = [token for token in scene.tree.tokens if token.lower in predicates]
    for token in tokens:
        number = _number_that_rose(scene, token)
        if number is not None:
            found[token.i] = [number]
        elif token.is_verb and not _is_name(scene, token) and token.dep not in ("aux", "auxpass"):
            found[token.i] = _verb_claims(scene, token, _possible(scene, "verbs", token))
    scene.telling = frozenset(i for i, proposals in found.items() if proposals)
    for token in tokens:
        if not found.get(token.i) and not _is_name(scene, token):
            found[token.i] = _at(scene, token)
    return [proposal for i in sorted(found) for proposal in found[i]]


def _is_name(scene: Scene, token: Token) -> bool:
    return token.i in scene.in_place and token.tag.startswith("NNP")


@cache
def _predicates() -> frozenset[str]:
    """Every form at which a claim can be found."""
    frames = (form for sort in ("verbs", "nouns", "adjectives") for form in frames_by_form(sort))
    return frozenset({*frames, *grammar.rising_verbs()})


def _at(scene: Scene, token: Token) -> list[Proposal]:
    """The claims at one token that tells none as a verb: by its noun frames, else by its adjective frames."""
    if token.is_noun or (token.tag in ("JJ", "VBN", "VBG") and token.dep in NOUN_LIKE):
        for frame in _possible(scene, "nouns", token):
            found = noun_claims(scene, token, frame)
            if found:
                return found
    if token.tag.startswith(("JJ", "VBN", "RB", "VBG", "IN")):
        for frame in _possible(scene, "adjectives", token):
            found = adjective_claims(scene, token, frame)
            if found:
                return found
    return []


def _possible(scene: Scene, sort: str, token: Token) -> list[Frame]:
    """The frames of a word but for those whose words the sentence lacks, which are most of them."""
    spoken = scene.spoken()
    return [frame for frame, words in _worded(sort).get(token.lower, ()) if not words or not words.isdisjoint(spoken)]


@cache
def _worded(sort: str) -> dict[str, tuple[tuple[Frame, frozenset[str]], ...]]:
    """The frames of each form, each with the words of which one must stand in the sentence; a disease may be known."""
    return {
        form: tuple(
            (frame, listed("" if sort == "nouns" and frame.kind == "disease" else frame.with_words)) for frame in frames
        )
        for form, (_, frames) in frames_by_form(sort).items()
    }


def _frames(sort: str, token: Token) -> tuple[Frame, ...]:
    entry = frames_by_form(sort).get(token.lower)
    return entry[1] if entry else ()


def _verb_claims(scene: Scene, verb: Token, frames: Sequence[Frame]) -> list[Proposal]:
    if not frames:
        return []
    arguments = arguments_of(verb)
    for frame in frames:
        if fits(scene, verb, arguments, frame):
            found = counted_by(verb, arguments, frame)
            if found:
                return found
    if arguments.either is None or not scene.is_a(arguments.either, "people structure") or _aims(scene, arguments):
        return []
    swapped = Arguments(object=arguments.either, preps=arguments.preps, own_subject=arguments.own_subject)
    for frame in frames:
        if frame.counted == "object" and fits(scene, verb, swapped, frame):
            return counted_by(verb, swapped, frame)
    return []


def _aims(scene: Scene, arguments: Arguments) -> bool:
    """Whether somebody is said to be aimed at, by one who is therefore not the one hit ("the guard shot at them")."""
    return any(
        prep == "at" and (scene.classes(target) & {"people", "armed"} or target.lower in CROWD)
        for prep, target in arguments.preps
    )


def _number_that_rose(scene: Scene, verb: Token) -> Proposal | None:
    """For "the number of people affected has exceeded 730,000": the figure stands behind the verb, the kind before."""
    if not verb.is_verb or verb.lower not in grammar.rising_verbs():
        return None
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower not in grammar.number_nouns():
        return None
    behind = [target for prep, target in prepositions(verb) if prep in ("to", "at", "by", "from")]
    targets = [*_risen_to(scene, verb), *verb.all("dobj", "attr", "nummod", "npadvmod"), *behind]
    target = next((target for target in targets if quantity_of(target) is not None), None)
    if target is None:
        return None
    within = scene.tree.subtree(subject)
    for token in within:
        frame = counting_frame(token, sick=scene.sick and not _is_case_of(token))
        if frame is not None:
            people = next(
                (other for other in within if other is not token and "people" in classes_of(other.lower)), None
            )
            arguments = Arguments(own_subject=subject, preps=prepositions(verb))
            return Proposal.of(frame, verb, arguments, counted=people or content(target), quantity=quantity_of(target))
    return None


def _is_case_of(noun: Token) -> bool:
    """Whether the words say of what a noun is a case ("court cases", "cases of abuse")."""
    return part_of(noun) is not None or any(child.is_noun and child.dep == "compound" for child in noun.children)


def _risen_to(scene: Scene, verb: Token) -> list[Token]:
    """The second number of "has risen from 546 in January to 718"."""
    tokens = scene.tree.tokens[verb.i + 1 : verb.i + RISE]
    if not tokens or tokens[0].lower != "from":
        return []
    return [
        number
        for to, number in pairwise(tokens)
        if to.lower == "to" and number.quantity and number.i not in scene.in_date
    ][:1]


def counting_frame(token: Token, *, sick: bool = False) -> Frame | None:
    """The frame of a word that says whom a number counts: "affected", "deaths", "refugees"."""
    sorts = ("nouns", "adjectives", "verbs") if token.tag in ("VBN", "VBD") else ("nouns", "adjectives")
    for sort in sorts:
        for frame in _frames(sort, token):
            named = (
                sick or "DISEASE" not in frame.with_words or has_words(token, frame) or has_words_before(token, frame)
            )
            if named and frame.counted in ("self", "object", "subject") and frame.kind in COUNTED_KINDS:
                return frame
    return None
