"""Frames at nouns: "299 civilian deaths", "delivery of flour", "are in need of shelter", "outbreak of cholera"."""

from dataclasses import replace

from clearway.claims.arguments import Arguments, arguments_of, is_passive, prepositions
from clearway.claims.complements import argument, has_words, has_words_before
from clearway.claims.counting import ONE_BY_ARTICLE, ZERO_KINDS, beneficiaries, counted_by, is_none, is_one
from clearway.claims.nouns import STANDING_FOR, Scene, conjuncts, content, part_of, quantity_of
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en import grammar
from clearway.languages.en.certainty import POSSIBLE_NOUNS
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import MULTIPLE, classes_of
from clearway.languages.frame import Frame
from clearway.model import Status

ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "conj", "attr", "appos", "dep"})
COUNTED_BEHIND = frozenset(
    {
        "killed",
        "injured",
        "casualties",
        "disease",
        "population",
        "displaced",
        "destruction",
        "abducted",
        "detained",
        "returned",
        "missing",
    }
)
"""Kinds whose noun is counted by what stands behind its "of": "the deaths of five people"."""

CLAUSE_KINDS = frozenset({"displaced", "aid_delivery", "need"})
"""Kinds whose counted noun takes its verb's clause along: "38,600 refugees are registered"."""

POSSIBLE_KINDS = frozenset({"disease", "hazard", "displaced", "attack"})
FREEING = frozenset("free freed frees freeing release released releases releasing".split())
AIMING = frozenset({"on", "against", "at"})
"""Prepositions between an attack and what it is aimed at."""

SETTING_PREPS = frozenset({"after", "amid", "despite", "following", "under"})


def noun_claims(scene: Scene, noun: Token, frame: Frame) -> list[Proposal]:
    """The claims that a noun makes by a frame; none where it only sets a scene."""
    understood = frame.kind == "disease" and frame.counted == "self" and is_case_of_named(scene, noun)
    if frame.with_words and not understood and not has_words(noun, frame) and not has_words_before(noun, frame):
        return []
    if frame.kind in ("abducted", "detained") and noun.head.lower in FREEING:
        return []
    several = _several(noun, frame)
    if several is not None:
        return [several]
    predicative = _predicative(scene, noun, frame)
    if predicative is not None:
        return predicative
    if frame.predicative:
        return []
    borne = _borne(scene, noun, frame)
    if borne or (frame.bearer and not frame.counted):
        return borne
    inner = part_of(noun)
    if frame.object:
        inner = inner or next((aim for prep, aim in prepositions(noun) if prep in AIMING), None)
        if not scene.is_a(inner, frame.object):
            return []
    arguments = Arguments(preps=prepositions(noun), object=inner)
    arguments.subject = next((target for prep, target in arguments.preps if prep == "by"), None)
    if frame.counted == "prep":
        behind = _counted_behind(scene, noun, frame, arguments)
        if behind or frame.counted_only:
            return behind
    return _of_noun(scene, noun, frame, arguments)


def _counted_behind(scene: Scene, noun: Token, frame: Frame, arguments: Arguments) -> list[Proposal]:
    """The claims of what stands behind the noun's preposition, where that is counted."""
    target = argument(arguments, frame)
    if target is None or not scene.is_a(target, frame.object):
        return []
    one = frame.kind in ONE_BY_ARTICLE and is_one(target)
    if not one and quantity_of(target) is None:
        return []
    return counted_by(_main_word(scene, noun), arguments, replace(frame, counted_only=False))


def _of_noun(scene: Scene, noun: Token, frame: Frame, arguments: Arguments) -> list[Proposal]:
    """The claim of the noun itself, and of those joined to the one behind its "of"."""
    inner = arguments.object
    quantity, counted = (quantity_of(noun) if frame.counted else None), noun
    given = beneficiaries(arguments, noun) if frame.kind == "aid_delivery" and quantity is None else None
    if given is not None:
        quantity, counted = quantity_of(given), content(given)
    elif quantity is None and inner is not None and frame.kind in COUNTED_BEHIND:
        quantity, counted = quantity_of(inner), content(inner)
    if quantity is None and noun.dep == "attr" and frame.counted == "self":  # "600,000 would be refugees"
        subject = noun.head.child("nsubj")
        quantity = subject.quantity if subject is not None and subject.lower not in STANDING_FOR else None
    if quantity is None and (frame.counted_only or not _tells(scene, noun, frame)):
        return []
    if quantity is None and inner is None and frame.kind == "killed":
        counted = noun.child("poss") or noun
    whole = quantity is None or frame.kind in CLAUSE_KINDS or noun.dep == "nsubjpass"
    head = _main_word(scene, noun) if whole else noun
    proposal = Proposal.of(frame, head, arguments, counted=counted, quantity=quantity)
    listed = noun.dep == "conj" or noun.child("conj") is not None
    proposal.phrase = quantity is None and counted is noun and head is not noun and listed
    proposal.zero = is_none(noun) and frame.kind in ZERO_KINDS
    if inner is None or frame.kind not in COUNTED_BEHIND & ONE_BY_ARTICLE:
        return [proposal]
    proposal.one = quantity is None and is_one(inner)
    return [proposal, *_beside(noun, inner, frame, proposal)]


def _several(noun: Token, frame: Frame) -> Proposal | None:
    """The claim of a deed whose adjective says how many it harmed ("a triple murder"), where it is no other's name."""
    if frame.kind not in ONE_BY_ARTICLE or frame.with_words or noun.dep in ("compound", "nmod", "amod"):
        return None
    persons = next((MULTIPLE[child.lower] for child in noun.children if child.lower in MULTIPLE), None)
    if persons is None:
        return None
    proposal = Proposal.of(frame, noun, Arguments(preps=prepositions(noun)), counted=part_of(noun) or noun)
    proposal.one, proposal.persons, proposal.phrase = True, persons, True
    return proposal


def _beside(noun: Token, inner: Token, frame: Frame, first: Proposal) -> list[Proposal]:
    """A claim for each further person of "the killing of a teacher and a nurse", wherever the parser hangs him."""
    found = []
    astray = [other for other in noun.all("conj") if "people" in classes_of(other.lower)]
    for person in [*list(conjuncts(inner))[1:], *astray]:
        quantity = quantity_of(person)
        if quantity is None and not is_one(person, beside=True):
            continue
        proposal = Proposal.of(frame, first.head, first.arguments, counted=content(person), quantity=quantity)
        proposal.one, proposal.phrase = quantity is None, True
        found.append(proposal)
    return found


def is_case_of_named(scene: Scene, noun: Token) -> bool:
    """Whether a counted noun says not of what it is a case, in a report that names a disease."""
    if not scene.sick or quantity_of(noun) is None or part_of(noun) is not None:
        return False
    return not any(child.is_noun and child.dep in ("compound", "nmod") for child in noun.children)


def _predicative(scene: Scene, noun: Token, frame: Frame) -> list[Proposal] | None:
    """For "are in need of", "is under siege": the verb's clause and its subject make the claim. `None` elsewhere."""
    first = noun
    while first.dep == "conj" and first.head.is_noun:
        first = first.head
    prep = first.head
    if first.dep != "pobj" or prep.lower not in grammar.PREDICATIVE_PREPOSITIONS:
        return None
    if frame.kind not in ("need", "control", "displaced") and not frame.predicative:
        return None
    verb = prep.head
    if not verb.is_verb and not verb.is_noun:
        return []
    subject: Token | None = verb
    if verb.is_verb:
        above = arguments_of(verb)
        of_object = is_passive(verb) or (frame.predicative and verb.lower in grammar.OBJECT_RESULT)
        subject = above.object if of_object else above.subject
    if frame.subject and not scene.is_a(subject, frame.subject):
        return []
    quantity = quantity_of(subject) if subject is not None else None
    if quantity is None and (frame.counted_only or verb.is_noun):
        return []
    arguments = Arguments(object=subject, preps=prepositions(noun), own_subject=verb.child("nsubj", "nsubjpass"))
    head = verb if verb.is_verb else noun
    counted = content(subject) if subject is not None else None
    proposal = Proposal.of(frame, head, arguments, counted=counted, quantity=quantity)
    proposal.one = quantity is None and counted is not None and frame.kind in ONE_BY_ARTICLE and is_one(counted)
    return [proposal]


def _borne(scene: Scene, noun: Token, frame: Frame) -> list[Proposal]:
    """For "four men with gunshot wounds": those who bear what the noun names are counted."""
    prep = noun.head
    if not frame.bearer or noun.dep != "pobj" or prep.lower != "with":
        return []
    holder = prep.head
    if holder.dep == "pobj" and holder.head.head.is_verb and not scene.is_a(holder, "people"):
        holder = holder.head.head
    bearer: Token | None = holder
    if holder.is_verb:
        above = arguments_of(holder)
        bearer = above.object or above.subject
    if bearer is None or not scene.is_a(bearer, "people name"):
        return []
    head = holder if holder.is_verb else noun
    arguments = Arguments(object=bearer, preps=prepositions(head))
    told = []
    for proposal in counted_by(head, arguments, replace(frame, counted="object")):
        if holder.is_verb or proposal.quantity is not None or proposal.one:
            proposal.phrase = proposal.phrase or not holder.is_verb
            told.append(proposal)
    return told


def _main_word(scene: Scene, noun: Token) -> Token:
    """The verb whose clause tells of the noun, where that verb makes no claim of its own; else the noun."""
    verb = noun.head
    if noun.dep == "pobj" and verb.head.is_verb and verb.head.lower in grammar.RESULTING:
        return verb.head
    if not verb.is_verb:
        return noun
    subject = noun.dep == "nsubjpass" or (noun.dep == "nsubj" and verb.lower not in saying_forms())
    other = noun.dep == "nsubj" and verb.child("dobj") is not None and quantity_of(noun) is None
    if subject and verb.i not in scene.telling and not other:
        return verb
    light = noun.dep in ("dobj", "nsubj", "nsubjpass", "attr") and verb.lower in grammar.light_verbs()
    return verb if light else noun


def _tells(scene: Scene, noun: Token, frame: Frame) -> bool:
    """Whether a noun without a number tells an event of its own, and is not only a setting."""
    role = noun
    while role.dep == "conj":
        role = role.head
    if frame.kind == "facility_attack":
        return role.dep in ROLES or role.dep == "pobj"
    talked = frame.kind == "talks" and noun.dep in ("ROOT", "nsubj")
    if talked and any(prep.lower == "without" for prep in noun.all("prep")):
        return True
    if not any(token.is_verb and token.dep not in ("amod", "compound") for token in scene.tree.tokens):
        return False
    if frame.kind == "statement" or frame.status is Status.BESIEGED:
        acts = role.dep == "dobj" or (role.dep == "nsubj" and frame.kind == "statement")
        return acts or (role.dep == "pobj" and role.head.lower in SETTING_PREPS)
    behind_of = frame.kind in POSSIBLE_KINDS and role.dep == "pobj" and role.head.lower == "of"
    if behind_of and role.head.head.lower in POSSIBLE_NOUNS:
        return True
    caused = role.dep == "dobj" and role.head.lower in grammar.causing_verbs()
    behind_verb = role.dep == "pobj" and role.head.lower in ("in", "to") and role.head.head.is_verb
    caused = caused or (behind_verb and role.head.head.lower in grammar.RESULTING)
    if frame.kind == "need":
        return _is_stated_need(frame, role)
    if frame.event:
        if caused:
            return True
        goes_on = role.dep == "nsubj" and role.head.lower in grammar.GOING_ON
        return _tells_event(noun, role) if role.dep == "pobj" else caused or goes_on
    if frame.kind == "corridor" or (frame.kind == "access" and role.dep in ("pobj", "dobj")):
        return True
    if frame.kind in ("killed", "injured", "casualties"):
        return caused or is_none(noun) or (frame.kind in ("killed", "injured") and _is_somebodys(scene, noun))
    return role.dep in ROLES


def _is_somebodys(scene: Scene, noun: Token) -> bool:
    """Whether the words say whose death it was: "the killing of a teacher", "her brother's death"."""
    whose = part_of(noun) or noun.child("poss")
    if whose is None or whose.tag == "PRP$":
        return False
    return scene.is_a(whose, "people") or (scene.is_a(whose, "name") and whose.i not in scene.in_place)


def _is_stated_need(frame: Frame, role: Token) -> bool:
    """Whether needs are stated, and not only met or assessed."""
    if not frame.event:
        return role.dep in ROLES
    verbs = [up for up in role.ancestors() if up.is_verb][:1]
    return not verbs or verbs[0].lower not in grammar.ANSWERING or role.dep not in ("dobj", "nsubjpass")


def _tells_event(noun: Token, role: Token) -> bool:
    """Whether an event behind "after" or "in the wake of" has a place or parties of its own."""
    prep = role.head
    after = prep.lower in grammar.EVENT_SETTINGS
    after = after or (prep.lower == "of" and prep.head.lower in ("wake", "reports", "outbreak"))
    return after and any(child.lower in ("between", "by", "into", "in", "of") for child in noun.all("prep"))
