"""The first reading: frames of the language against the predicates of a parsed sentence."""

from collections.abc import Iterator

from clearway.claims.arguments import Arguments, arguments_of, is_passive, prepositions
from clearway.claims.nouns import PARTITIVE, Scene, conjuncts, content, lemma_of, part_of, quantity_of
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.languages.en.certainty import POSSIBLE_NOUNS
from clearway.languages.en.forms import verb_lemmas
from clearway.languages.en.kinds import frames_by_form
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import noun_classes
from clearway.languages.frame import Frame
from clearway.model import Status

ONE_BY_ARTICLE = frozenset({"killed", "injured", "missing", "detained", "abducted"})
"""Kinds whose claims count one where the words say "a person": the claims guide."""

COPULAS = frozenset(
    "be is are was were been being remain remains remained remaining become became becomes stay stayed left leave leaves leaving find found 's 're report reported declared render rendered make made".split()
)
NOUN_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "conj", "attr", "appos", "dep"})
CAUSING = frozenset(
    "cause caused causes causing trigger triggered triggers triggering report reported inflict inflicted bring brought bringing led lead leads".split()
)
EVENT_PREPS = frozenset({"after", "following", "amid", "wake"})


def match(scene: Scene) -> list[Proposal]:
    """Every claim that a frame finds in the sentence."""
    found: list[Proposal] = []
    for token in scene.tree.tokens:
        numbered = _number_rose(scene, token)
        if numbered is not None:
            found.append(numbered)
            continue
        if token.i in scene.in_place and token.tag.startswith("NNP"):
            continue
        found.extend(_at(scene, token))
    return found


def _at(scene: Scene, token: Token) -> Iterator[Proposal]:
    if token.is_verb:
        entry = frames_by_form("verbs").get(token.lower)
        if entry and token.dep not in ("aux", "auxpass"):
            frame = _first(scene, token, entry[1])
            if frame is not None:
                yield from frame
                return
    if (
        token.is_noun
        or token.tag in ("JJ", "VBN", "VBG")
        and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
    ):
        entry = frames_by_form("nouns").get(token.lower)
        if entry:
            for frame in entry[1]:
                found = _noun(scene, token, frame)
                if found:
                    yield from found
                    return
    if token.tag.startswith(("JJ", "VBN", "RB", "VBG", "IN")) or token.lower in ("wounded", "homeless"):
        entry = frames_by_form("adjectives").get(token.lower)
        if entry:
            for frame in entry[1]:
                found = _adjective(scene, token, frame)
                if found:
                    yield from found
                    return


NUMBERS = frozenset("number total toll figure count tally population caseload estimate".split())
ROSE = frozenset(
    "exceed exceeded exceeds exceeding reach reached reaches rise risen rose rises climb climbed climbs stand stood stands hit hits pass passed surpass surpassed surpasses top topped tops increase increased increases grow grew grown fall fell fallen drop dropped jump jumped is are was were be been has have had having now soar soared swell swelled remain remains remained".split()
)


def _number_rose(scene: Scene, verb: Token) -> Proposal | None:
    """ "The number of people affected has exceeded 730,000": the figure stands behind the verb, the kind before it."""
    if verb.lower not in ROSE or not verb.is_verb:
        return None
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower not in NUMBERS:
        return None
    targets = [
        *verb.all("dobj", "attr", "nummod", "npadvmod"),
        *(target for prep, target in prepositions(verb) if prep in ("to", "at", "by", "from")),
    ]
    quantity, counted = next(
        ((quantity_of(target), content(target)) for target in targets if quantity_of(target) is not None), (None, None)
    )
    if quantity is None:
        return None
    for token in scene.tree.subtree(subject):
        for sort in ("nouns", "adjectives", "verbs"):
            entry = frames_by_form(sort).get("death" if token.lower == "deaths" else token.lower)
            if entry and (sort != "verbs" or token.tag == "VBN"):
                frame = next(
                    (
                        frame
                        for frame in entry[1]
                        if frame.counted in ("self", "object", "subject") and frame.kind in COUNTED_KINDS
                    ),
                    None,
                )
                if frame is not None:
                    people = next(
                        (
                            other
                            for other in scene.tree.subtree(subject)
                            if other is not token and "people" in noun_classes().get(other.lower, ("", frozenset()))[1]
                        ),
                        None,
                    )
                    return Proposal(
                        kind=frame.kind,
                        head=verb,
                        frame=frame,
                        counted=people or counted,
                        quantity=quantity,
                        arguments=Arguments(own_subject=subject, preps=prepositions(verb)),
                    )
    return None


COUNTED_KINDS = frozenset(
    "killed injured missing detained abducted casualties affected displaced returned disease population need".split()
)


def _first(scene: Scene, verb: Token, frames: tuple[Frame, ...]) -> list[Proposal] | None:
    arguments = arguments_of(verb)
    for frame in frames:
        if _fits(scene, verb, arguments, frame):
            found = _counted(scene, verb, arguments, frame)
            if found:
                return found
    if arguments.either is not None:
        swapped = Arguments(object=arguments.either, preps=arguments.preps, own_subject=arguments.own_subject)
        for frame in frames:
            if (
                frame.counted == "object"
                and _fits(scene, verb, swapped, frame)
                and "people" in scene.classes(arguments.either)
            ):
                return _counted(scene, verb, swapped, frame)
    return None


def _fits(scene: Scene, verb: Token, arguments: Arguments, frame: Frame) -> bool:
    if verb.dep == "amod" and not (frame.counted == "object" and quantity_of(verb.head)):
        return False
    if frame.main and verb.dep in ("acl", "relcl", "amod"):
        return False
    if frame.subject and not scene.is_a(arguments.subject, frame.subject):
        return False
    if frame.object and not scene.is_a(arguments.object, frame.object):
        return False
    counted = _argument(arguments, frame)
    if not scene.is_not(counted, frame.unless):
        return False
    if frame.preps and frame.counted != "prep" and not any(prep in frame.preps.split() for prep, _ in arguments.preps):
        return False
    return not frame.with_words or _has_words(verb, frame)


def _argument(arguments: Arguments, frame: Frame) -> Token | None:
    if frame.counted == "subject":
        return arguments.subject
    if frame.counted == "prep":
        inner = prepositions(arguments.object) if arguments.object is not None else []
        return next((target for prep, target in [*arguments.preps, *inner] if prep in frame.preps.split()), None)
    return arguments.object if frame.counted == "object" or frame.object else arguments.subject


def _has_words(head: Token, frame: Frame) -> bool:
    """Whether one of the frame's words stands among the complements of the predicate."""
    wanted = set(frame.with_words.split())
    disease = "DISEASE" in wanted
    subject_deps = ("nsubj", "csubj") if not is_passive(head) else ("agent",)
    stack = [
        (child, 0)
        for child in head.children
        if child.dep not in (*subject_deps, "punct", "aux", "conj", "advcl", "parataxis", "mark")
    ]
    while stack:
        child, depth = stack.pop()
        entry = noun_classes().get(child.lower)
        lemma = entry[0] if entry else _verb_lemma(child)
        if (
            lemma in wanted
            or child.lower in wanted
            or (child.lower.endswith("s") and child.lower[:-1] in wanted)
            or (disease and entry is not None and "disease" in entry[1])
        ):
            return True
        if depth < 3:
            stack.extend(
                (grandchild, depth + 1)
                for grandchild in child.children
                if grandchild.dep not in ("relcl", "advcl", "acl")
            )
    return False


_VERBS = verb_lemmas(["build", "rebuild", "treat", "provide", "sleep", "burn", "eat", "skip", "beg"])


def _verb_lemma(token: Token) -> str:
    return _VERBS.get(token.lower, token.lower)


def _counted(scene: Scene, head: Token, arguments: Arguments, frame: Frame) -> list[Proposal]:
    """One claim for each counted conjunct, or one without a figure."""
    base = {
        "frame": frame,
        "arguments": arguments,
        "status": frame.status,
        "act": frame.act,
        "certainty": frame.certainty,
    }
    counted = _argument(arguments, frame) if frame.counted else None
    if counted is None:
        return [] if frame.counted_only else [Proposal(kind=frame.kind, head=head, **base)]  # type: ignore[arg-type]  # one table of slots
    people = _beneficiaries(arguments, counted) if frame.kind == "aid_delivery" else None
    if people is not None and quantity_of(counted) is None:
        counted, people = people, None
    found = []
    for noun in conjuncts(counted):
        quantity = quantity_of(noun)
        if quantity is None and found:
            continue
        proposal = Proposal(
            kind=frame.kind, head=head, counted=content(noun), quantity=quantity, phrase=bool(found), **base
        )  # type: ignore[arg-type]  # likewise
        proposal.one = quantity is None and frame.kind in ONE_BY_ARTICLE and _is_one(noun)
        proposal.zero = _is_none(noun)
        found.append(proposal)
    if people is not None:
        found.append(
            Proposal(
                kind=frame.kind, head=head, counted=content(people), quantity=quantity_of(people), phrase=True, **base
            )
        )  # type: ignore[arg-type]  # likewise
    if frame.counted_only and not any(proposal.quantity for proposal in found):
        return []
    return found


def _beneficiaries(arguments: Arguments, given: Token) -> Token | None:
    """Who gets what is given, where they are counted and it is not."""
    for prep, target in [*arguments.preps, *prepositions(given)]:
        if prep in ("to", "for", "reaching") and quantity_of(target) is not None:
            return target
    return next((found for noun in given.all("conj") if (found := _beneficiaries(Arguments(), noun)) is not None), None)


def _is_one(noun: Token) -> bool:
    """Whether the words say one person: "a child", "another man"."""
    article = noun.child("det")
    return article is not None and article.lower in ("a", "an", "another") and noun.tag == "NN"


def _is_none(noun: Token) -> bool:
    """Whether the words say nobody: "no casualties", "no one"."""
    article = noun.child("det")
    return (
        noun.lower in ("nobody", "none")
        or (article is not None and article.lower == "no")
        or (noun.lower == "one" and bool(article and article.lower == "no"))
    )


def _noun(scene: Scene, noun: Token, frame: Frame) -> list[Proposal]:
    quantity = quantity_of(noun)
    inner = part_of(noun)
    base = {"frame": frame, "status": frame.status, "act": frame.act, "certainty": frame.certainty}
    arguments = Arguments(preps=prepositions(noun), object=inner)
    agent = next((target for prep, target in arguments.preps if prep == "by"), None)
    arguments.subject = agent
    if frame.with_words and not _has_words(noun, frame) and not _modified(noun, frame):
        return []
    predicative = _predicative(scene, noun, frame)
    if predicative is not None:
        return predicative
    if frame.predicative:
        return []
    target = _argument(arguments, frame) if frame.counted == "prep" else None
    number = quantity_of(target) if target is not None else None
    if frame.counted == "prep" and number is None and frame.counted_only:
        return []
    if target is not None and number is not None:
        return [
            Proposal(
                kind=frame.kind,
                head=_light_verb(noun),
                counted=content(target),
                quantity=number,
                arguments=arguments,
                **base,
            )
        ]  # type: ignore[arg-type]  # likewise
    counted: Token | None = noun
    if frame.kind == "aid_delivery" and quantity is None:
        given = _beneficiaries(arguments, noun)
        quantity, counted = (quantity_of(given), content(given)) if given is not None else (None, noun)
    if (
        quantity is None
        and inner is not None
        and frame.kind
        in ("killed", "injured", "casualties", "disease", "population", "displaced", "abducted", "detained", "returned")
    ):
        quantity, counted = quantity_of(inner), content(inner)
    if frame.counted_only and quantity is None:
        return []
    if quantity is None and not _tells(scene, noun, frame):
        return []
    head = _light_verb(noun) if quantity is None or frame.kind in ("displaced", "aid_delivery", "need") else noun
    return [
        Proposal(
            kind=frame.kind,
            head=head,
            counted=counted,
            quantity=quantity,
            arguments=arguments,
            zero=_is_none(noun),
            **base,
        )
    ]  # type: ignore[arg-type]  # likewise


LIGHT = frozenset(
    "suffer suffered suffers suffering face faces faced facing endure endured see saw seen experience experienced cause caused causes causing impose imposed maintain trigger triggered led include included includes report reported record recorded witness witnessed seek seeks sought create establish open opened announce announced is are was were be been".split()
)


PREDICATIVE = frozenset({"in", "under", "at", "without"})


def _predicative(scene: Scene, noun: Token, frame: Frame) -> list[Proposal] | None:
    """ "are in need of", "is under siege", "at risk of": the verb's clause, and its subject, make the claim."""
    prep = noun.head
    if noun.dep != "pobj" or prep.lower not in PREDICATIVE or frame.kind not in ("need", "control", "displaced"):
        return None
    verb = prep.head
    if not verb.is_verb and not verb.is_noun:
        return []
    subject = arguments_of(verb).subject if verb.is_verb else verb
    if verb.is_verb and is_passive(verb):
        subject = arguments_of(verb).object
    quantity = quantity_of(subject) if subject is not None else None
    if frame.counted_only and quantity is None:
        return []
    if verb.is_noun and quantity is None:
        return []
    arguments = Arguments(
        subject=None, object=subject, preps=prepositions(noun), own_subject=verb.child("nsubj", "nsubjpass")
    )
    head = verb if verb.is_verb else noun
    return [
        Proposal(
            kind=frame.kind,
            head=head,
            frame=frame,
            arguments=arguments,
            counted=content(subject) if subject is not None else None,
            quantity=quantity,
            status=frame.status,
            certainty=frame.certainty,
        )
    ]


def _light_verb(noun: Token) -> Token:
    """The verb that adds nothing to an event noun ("suffered a siege"), whose whole clause is then the claim."""
    if (
        noun.dep in ("nsubj", "nsubjpass")
        and noun.head.is_verb
        and noun.head.lower not in saying_forms()
        and frames_by_form("verbs").get(noun.head.lower) is None
    ):
        return noun.head
    if noun.dep in ("dobj", "nsubj", "nsubjpass", "attr") and noun.head.is_verb and noun.head.lower in LIGHT:
        return noun.head
    return noun


def _modified(noun: Token, frame: Frame) -> bool:
    """Whether one of the frame's words stands before the noun."""
    wanted = set(frame.with_words.split())
    return any(
        child.lower in wanted
        or lemma_of(child) in wanted
        or ("DISEASE" in wanted and "disease" in noun_classes().get(child.lower, ("", frozenset()))[1])
        for child in noun.children
        if child.i < noun.i
    )


def _tells(scene: Scene, noun: Token, frame: Frame) -> bool:
    """Whether a noun without a number tells an event of its own, and is not only a setting."""
    role = noun
    while role.dep == "conj":
        role = role.head
    if (
        frame.kind == "talks"
        and noun.dep in ("ROOT", "nsubj")
        and any(prep.lower == "without" for prep in noun.all("prep"))
    ):
        return True
    if not any(token.is_verb and token.dep not in ("amod", "compound") for token in scene.tree.tokens):
        return False
    if frame.kind == "statement" or frame.status is Status.BESIEGED:
        return role.dep in ("dobj", "nsubj") or (
            role.dep == "pobj" and role.head.lower in ("after", "amid", "despite", "following", "under")
        )
    caused = role.dep == "dobj" and role.head.lower in CAUSING
    if (
        role.dep == "pobj"
        and role.head.lower == "of"
        and role.head.head.lower in POSSIBLE_NOUNS
        and frame.kind in ("disease", "hazard", "displaced", "attack")
    ):
        return True
    if frame.event:
        if role.dep == "pobj":
            after = role.head.lower in EVENT_PREPS or (
                role.head.lower == "of" and role.head.head.lower in ("wake", "reports", "outbreak")
            )
            own = any(child.lower in ("between", "by", "into", "in", "of") for child in noun.all("prep"))
            return after and own
        return caused
    if frame.kind == "corridor":
        return True
    if frame.kind in ("killed", "injured", "casualties"):
        return caused or _is_none(noun)
    return role.dep in NOUN_ROLES


def _adjective(scene: Scene, word: Token, frame: Frame) -> list[Proposal]:
    if frame.with_words and not _has_words(word, frame) and not (word.dep == "acomp" and _has_words(word.head, frame)):
        return []
    subject: Token | None = None
    head = word
    if word.dep == "amod" and word.head.is_noun:
        if (
            quantity_of(word.head) is None
            or not scene.is_a(word.head, "people")
            or frame.counted != "subject"
            or frame.kind in ("need",)
        ):
            return []
        subject = word.head
    elif word.dep in ("acomp", "oprd", "attr", "ccomp", "xcomp", "advmod", "prep", "dep"):
        verb = word.head
        if verb.lower not in COPULAS and not verb.is_verb:
            return []
        arguments = arguments_of(verb)
        passive = is_passive(verb)
        subject = (
            arguments.object
            if passive
            or word.dep == "oprd"
            or verb.lower in ("left", "leave", "leaves", "leaving", "make", "made", "found")
            else arguments.subject
        )
        if word.child("nsubj"):
            subject = word.child("nsubj")
        if word.dep == "advmod" and verb.lower not in COPULAS:
            return []
        head = verb
    elif word.dep == "conj":
        above = (
            [proposal for proposal in _adjective(scene, word.head, frame)]
            if word.head.tag.startswith(("JJ", "VBN"))
            else []
        )
        own = word.child("nsubj", "nsubjpass", "dobj")
        subject = own if own is not None else (above[0].arguments.subject if above else None)
        if subject is None:
            number = next((child for child in word.children if child.quantity), None)
            subject = number
    elif word.dep in ("ROOT", "advcl", "relcl", "acl"):
        subject = word.child("nsubj", "nsubjpass") or (word.head if word.dep == "acl" else None)
    if subject is None or not scene.is_a(subject, frame.subject) or not scene.is_not(subject, frame.unless):
        return []
    arguments = Arguments(subject=subject, preps=prepositions(head), own_subject=subject)
    return _counted(scene, head, arguments, frame)


__all__ = ["PARTITIVE", "match"]
