"""How sure a claim is, from the words that govern it."""

from clearway.claims.arguments import is_passive
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en import certainty as words
from clearway.languages.en.grammar import BE
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import classes_of
from clearway.model import Certainty

INTENDED_KINDS = frozenset(
    {
        "aid_delivery",
        "deployment",
        "facility_status",
        "access",
        "corridor",
        "returned",
        "attack",
        "road_status",
        "agreement",
        "talks",
        "displaced",
        "statement",
    }
)
"""Kinds that somebody can plan; for the others "will" is a forecast, which is possible."""


def certainty_of(proposal: Proposal, *, hedged: bool = False) -> Certainty:
    """Asserted, unless a word that governs the claim says otherwise; intended goes before possible.

    `hedged` is true where the sentence opens with "reportedly" or the like, which covers all of it.
    """
    marks = {*_marks(proposal), *([Certainty.POSSIBLE] if hedged or _is_suspected(proposal) else [])}
    if proposal.certainty is not None:
        return Certainty.DENIED if Certainty.DENIED in marks else proposal.certainty
    for certainty in (Certainty.DENIED, Certainty.INTENDED, Certainty.POSSIBLE):
        if certainty in marks:
            return certainty
    return Certainty.ASSERTED


def _is_suspected(proposal: Proposal) -> bool:
    """Whether the cases that a claim counts are only suspected ones."""
    cases = proposal.counted if proposal.kind == "disease" else None
    return cases is not None and any(child.lower in ("suspected", "probable") for child in cases.all("amod"))


def _marks(proposal: Proposal) -> list[Certainty]:
    found: list[Certainty] = []
    token, first = proposal.head, True
    given = token.tag == "VBN" and token.dep in ("amod", "acl")  # "help 2,000 people displaced by floods"
    while True:
        marks = _own(token, proposal, governs=not first)
        found.extend(mark for mark in marks if first or not given or mark is not Certainty.INTENDED)
        if token.is_root or (not first and _is_speech(token)):
            return found
        if _stops(token):
            return found
        if token.dep == "conj" and token.child("nsubj", "nsubjpass") and not token.child("mark") and token.is_verb:
            return found
        token, first = token.head, False


def _stops(token: Token) -> bool:
    """Whether what governs the token does not say how sure it is: a setting, a clause behind a comma."""
    if token.dep in ("relcl", "parataxis") or (token.dep == "advcl" and token.child("mark")):
        return True
    if token.dep == "prep" and token.lower in SETTINGS and token.head.is_verb:
        return True
    if token.tag in ("VBD", "VBN") and any(child.tag == "WRB" for child in token.children):
        return True  # whoever asks why it happened says that it did
    if (
        token.is_verb
        and token.dep in ("ccomp", "advcl", "conj", "dep")
        and token.child("nsubj", "nsubjpass")
        and any(
            child.text == "," and child.dep == "punct" and token.head.i < child.i < token.i
            for child in token.head.children
        )
    ):
        return True
    return token.is_verb and token.head.i > token.i and token.head.is_verb


DONE = frozenset({"first", "last", "only"})
"""Words behind which "to" tells what was done ("the first to send help")."""

SETTINGS = frozenset({"in", "after", "amid", "following", "during", "since", "despite", "on", "at", "by", "because"})


def _is_speech(token: Token) -> bool:
    return token.lower in saying_forms() and bool(token.child("ccomp")) and not is_passive(token)


def _own(token: Token, proposal: Proposal, *, governs: bool) -> list[Certainty]:
    found: list[Certainty] = []
    plannable = proposal.kind in INTENDED_KINDS
    for child in token.children:
        if child.dep == "aux":
            if child.lower in words.POSSIBLE_AUX and token.is_verb:
                found.append(Certainty.POSSIBLE)
            elif child.lower in words.INTENDED_AUX:
                if _is_event(proposal.arguments.subject):
                    found.append(Certainty.POSSIBLE)
                elif proposal.kind != "need" or child.lower == "would":
                    found.append(
                        Certainty.INTENDED if plannable or child.lower in ("should", "must") else Certainty.POSSIBLE
                    )
            elif (
                child.lower == "to"
                and not governs
                and plannable
                and token.dep in ("advcl", "relcl", "acl")
                and token.tag == "VB"
                and token.head.lower not in DONE
            ):
                found.append(Certainty.INTENDED)
        elif child.lower in words.POSSIBLE_ADVERBS:
            found.append(Certainty.POSSIBLE)
        elif child.dep == "amod" and child.lower in words.INTENDED_ADJECTIVES:
            found.append(Certainty.INTENDED)
        elif child.dep == "amod" and child.lower in (
            "suspected",
            "possible",
            "alleged",
            "feared",
            "reported",
            "presumed",
        ):
            found.append(Certainty.POSSIBLE)
    if (
        governs
        and plannable
        and token.tag == "VB"
        and token.dep in ("advcl", "acl")
        and any(child.lower == "to" for child in token.all("aux"))
    ):
        found.append(Certainty.INTENDED)
    if (
        not governs
        and token.lower in ("sent", "dispatched", "deployed")
        and any(child.lower == "being" for child in token.all("auxpass"))
    ):
        found.append(Certainty.INTENDED)
    if (
        not governs
        and token.dep == "xcomp"
        and not any(child.lower in DONE for child in token.head.children)
        and token.head.lower in BE
        and any(c.lower == "to" for c in token.all("aux"))
    ):
        found.append(Certainty.INTENDED)
    if token.is_noun and any(child.lower == "reported" for child in token.all("acl")):
        found.append(Certainty.POSSIBLE)
    if (
        token.lower in words.REPORTED
        and not proposal.zero
        and token.is_verb
        and is_passive(token)
        and not token.child("agent")
    ):
        found.append(Certainty.POSSIBLE)
    if not governs and token.is_verb and is_passive(token):
        frame_verbs = proposal.frame.verbs.split() if proposal.frame is not None else []
        if token.lower in words.FEARED:
            found.append(Certainty.POSSIBLE)
        elif token.lower in words.INTENDED_GOVERNORS and not any(
            token.lower.startswith(verb[:4]) for verb in frame_verbs
        ):
            found.append(Certainty.INTENDED)
    if governs:
        found.extend(_governor(token))
    return found


def _is_event(subject: Token | None) -> bool:
    """Whether the subject is a storm or an attack, which plans nothing: what it "will" do is a forecast."""
    return subject is not None and bool(classes_of(subject.lower) & {"violence", "hazard"} - {"armed"})


def _governor(token: Token) -> list[Certainty]:
    told = token.child("dobj")
    rejected = token.lower in words.REJECTING and told is not None and told.lower in words.TOLD
    if token.is_verb and (token.lower in words.DENIED or rejected):
        return [Certainty.DENIED]
    if token.lower in words.CONFIRMING and token.child("neg") is not None:
        return [Certainty.POSSIBLE]
    if token.lower in words.POSSIBLE_GOVERNORS or (token.is_noun and token.lower in words.POSSIBLE_NOUNS):
        return [Certainty.POSSIBLE]
    if (token.lower in words.INTENDED_GOVERNORS and (token.is_verb or token.tag.startswith("JJ"))) or (
        token.is_noun and token.lower in words.INTENDED_NOUNS
    ):
        return [Certainty.INTENDED]
    return []
