"""The slots of a claim: figure and unit, group, actor, cause, facility."""

from clearway.claims.counting import is_one
from clearway.claims.nouns import AGED, PARTITIVE, STANDING_FOR, Scene, conjuncts, content, lemma_of
from clearway.claims.proposal import Proposal
from clearway.claims.tree import Token
from clearway.kinds import kinds
from clearway.languages.en.words import classes_of
from clearway.languages.mentions import Quantity
from clearway.model import Basis, Figure, Measure, Quantifier

UNITS = {
    "household": frozenset(["family", "household"]),
    "settlement": frozenset(
        "town village settlement city community hamlet neighbourhood neighborhood locality".split()
    ),
    "house": frozenset("house home housing dwelling shelter apartment building homestead hut tent".split()),
    "animal": frozenset("livestock cattle animal herd sheep goat cow chicken".split()),
    "truck": frozenset(["truck", "lorry", "truckload"]),
    "attack": frozenset(
        """
    airstrike air-strike strike attack raid bombing assault shelling clash ambush explosion blast incident
    rocket missile bomb shell
    """.split()
    ),
}
"""What a counted noun is a unit of; other nouns of people are persons, others stand for themselves."""

CAUSES = {
    "air strike": frozenset(["airstrike", "air-strike", "air-raid", "warplane", "jet", "airraid"]),
    "shelling": frozenset(["shelling", "shell", "artillery", "bombardment", "mortar", "rocket"]),
    "flood": frozenset(["flood", "flooding", "floodwater", "flash-flood", "inundation"]),
    "rain": frozenset(["rain", "rainfall", "downpour", "torrent", "monsoon"]),
    "storm": frozenset(["storm", "cyclone", "hurricane", "typhoon", "snowstorm", "thunderstorm"]),
    "earthquake": frozenset(["earthquake", "quake", "tremor", "aftershock"]),
    "landslide": frozenset(["landslide", "mudslide"]),
    "cold": frozenset(["cold", "freezing", "frost", "winter", "temperature"]),
    "drought": frozenset({"drought"}),
    "clash": frozenset(["clash", "fighting", "battle", "firefight", "crossfire"]),
    "bombing": frozenset(
        "bombing bomb blast explosion explosive grenade ied bomber suicide-bomber explosive-device".split()
    ),
    "chemical weapon": frozenset(["chlorine", "sarin", "poison-gas", "toxic-gas", "chlorine-gas", "chemical-attack"]),
    "shooting": frozenset(["shooting", "gunfire", "gunman"]),
    "mine": frozenset(["mine", "landmine"]),
    "disease": frozenset(["cholera", "measles", "malaria", "epidemic"]),
}
"""Words for one cause, under the name that the guide gives it."""

CAUSE_OF = {word: cause for cause, words in CAUSES.items() for word in words}

CAUSE_PREPS = frozenset("by from in due after during following of with under amid to".split())
NEED_WORDS = {
    "health": frozenset(["health", "healthcare", "medical", "medicine", "treatment", "care", "drug"]),
    "cold": frozenset(["cold", "freezing", "winter"]),
}
NAMED = frozenset({"name", "organisation", "armed", "demonym", "aid_actor", "people"})
UNKNOWN = frozenset({"number", "it"})


def figure_of(proposal: Proposal, basis: Basis | None) -> Figure | None:
    """The figure as stated: the number that counts, one for "a person", zero for "nobody"."""
    quantity = proposal.quantity
    if quantity is None:
        if proposal.zero or proposal.one:
            return Figure(value=0 if proposal.zero else proposal.persons, unit=unit_of(proposal), basis=basis)
        return None
    quantifier = quantity.quantifier
    if quantifier is Quantifier.EXACT and any(
        up.lower == "estimated"
        for up in [proposal.head, *proposal.head.ancestors()]
        if up.is_verb and not up.child("ccomp")
    ):
        quantifier = Quantifier.APPROXIMATELY
    return Figure(
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        quantifier=quantifier,
        unit=quantity.unit or unit_of(proposal),
        measure=quantity.measure,
        basis=basis,
        whole=proposal.whole,
    )


def unit_of(proposal: Proposal) -> str:
    """What the figure counts, by the noun; the kind's own unit for a number that stands alone."""
    noun = proposal.counted
    default = kinds().named(proposal.kind).unit
    if noun is None:
        return default
    if noun.quantity is not None or noun.lower in PARTITIVE or noun.lower in STANDING_FOR:
        return unit_of(proposal.like) if proposal.like is not None else default
    lemma = lemma_of(noun)
    for unit, words in UNITS.items():
        if lemma in words and not (unit == "house" and proposal.kind == "aid_delivery"):
            return unit
    classes = classes_of(noun.lower)
    if (
        proposal.kind in ("killed", "injured", "casualties", "missing", "disease", "abducted", "detained")
        or "people" in classes
    ):
        return "person"
    if classes & {"strict_facility", "facility"} or lemma in ("shop", "warehouse", "latrine", "centre", "center"):
        return "facility"
    if not lemma.isalpha() or noun.tag.startswith("NNP"):
        return default
    return lemma if lemma != noun.lower or not lemma.endswith("s") or lemma.endswith("ss") else lemma[:-1]


def group_of(proposal: Proposal, scene: Scene) -> str | None:
    """Who is meant: the counted noun's words without its number."""
    noun = proposal.counted
    if noun is None or noun.quantity is not None or noun.lower in PARTITIVE:
        return None
    if proposal.kind in ("killed", "injured", "casualties") and "people" not in scene.classes(noun):
        before = next(
            (child for child in noun.children if "people" in classes_of(child.lower)),
            None,
        )
        return _plural(before.lower) if before is not None else None
    if "people" not in scene.classes(noun) or noun.tag.startswith(("PRP", "W")):
        return None
    if noun.lower in AGED:
        return None
    if noun.tag.startswith("NNP") and "people" not in classes_of(noun.lower) and noun.i not in scene.in_place:
        return None  # a person's name is no group, and stays inside
    words = [noun.lower]
    for other in [] if proposal.one else noun.all("conj"):
        apart = proposal.quantity is not None and is_one(other, beside=True)
        if "people" in classes_of(other.lower) and other.child("nummod") is None and not apart:
            words.append(other.lower)
    return " and ".join(words)


def _plural(word: str) -> str:
    return word if word.endswith("s") else {"child": "children", "woman": "women", "man": "men"}.get(word, word + "s")


def cause_of(proposal: Proposal, scene: Scene) -> str | None:
    """By what: weapons and hazards that the clause names, under the guide's names."""
    if proposal.kind == "need":
        return _needs(proposal, scene)
    found: dict[str, None] = {}
    tokens = scene.tree.subtree(proposal.head)
    if proposal.arguments.subject is not None:
        tokens = tokens + scene.tree.subtree(proposal.arguments.subject)
    for token in tokens:
        if token.is_noun or token.tag in ("VBG", "JJ"):
            lemma = lemma_of(token)
            pair = f"{scene.tree.tokens[token.i - 1].lower}-{lemma}" if token.i > 0 else ""
            cause = CAUSE_OF.get(lemma) or CAUSE_OF.get(pair)
            if cause is not None:
                found[cause] = None
    return "; ".join(found) or None


def _needs(proposal: Proposal, scene: Scene) -> str | None:
    found: dict[str, None] = {}
    for token in scene.tree.subtree(proposal.head):
        lemma = lemma_of(token)
        for need, words in NEED_WORDS.items():
            if lemma in words:
                found[need] = None
                break
        else:
            if token.is_noun and "need" in classes_of(token.lower):
                found[lemma] = None
    return "; ".join(found) or None


def facility_of(proposal: Proposal, scene: Scene) -> str | None:
    """What kind of place is meant, by the nouns of the clause."""
    if proposal.kind not in (
        "facility_attack",
        "facility_status",
        "destruction",
        "aid_delivery",
        "injured",
        "killed",
        "displaced",
        "need",
        "road_status",
    ):
        return None
    start = proposal.counted if proposal.kind.startswith("facility") and proposal.counted is not None else proposal.head
    found: dict[str, None] = {}
    for token in (
        [token for part in conjuncts(start) for token in scene.tree.subtree(part)]
        if start.is_noun
        else scene.tree.subtree(start)
    ):
        classes = classes_of(token.lower)
        if (
            token.is_noun
            and (
                "strict_facility" in classes
                or lemma_of(token) in ("bridge", "dam", "latrine", "shop", "centre", "center")
            )
            and token.dep not in ("compound",)
        ):
            lemma = lemma_of(token).replace("-", " ")
            pair = next(
                (
                    child.lower
                    for child in token.children
                    if child.i == token.i - 1
                    and child.dep in ("compound", "amod")
                    and child.lower in ("health", "medical", "evacuation", "collective", "treatment")
                ),
                "",
            )
            found[f"{pair} {lemma}".strip()] = None
    return "; ".join(found) or None


def actor_of(proposal: Proposal, scene: Scene) -> str | None:
    """Who is said to have done it: the logical subject, or the name before a weapon."""
    subject = proposal.arguments.subject
    if proposal.frame is not None and proposal.frame.counted == "subject" and proposal.kind not in ("attack", "talks"):
        return None
    if subject is None:
        return None
    subject = content(subject)
    classes = scene.classes(subject)
    if classes & {"violence", "hazard"} and not classes & {"armed"}:
        return _owner(subject, scene)
    if not classes & NAMED or classes & {"it"} or subject.tag.startswith(("PRP", "W")):
        return None
    if proposal.kind in ("hazard", "need", "population", "disease", "road_status"):
        return None
    return "; ".join(phrase for phrase in (words_of(part, scene) for part in conjuncts(subject)) if phrase) or None


def _owner(violence: Token, scene: Scene) -> str | None:
    """Whose weapon it is: "Syrian regime air strikes"."""
    parts = [
        child
        for child in violence.children
        if child.i < violence.i and child.dep in ("compound", "amod", "nmod", "poss")
    ]
    owners = [part for part in parts if "armed" in classes_of(part.lower) or part.i in scene.in_place]
    if not owners:
        return None
    tokens = [
        token for token in scene.tree.tokens[owners[0].left : owners[-1].i + 1] if token.dep not in ("det", "case")
    ]
    return words(tokens, scene)


def words_of(noun: Token, scene: Scene) -> str:
    """The noun with what stands before it, and names behind it; no article, number, clause or apposition."""
    kept: list[Token] = []

    def take(token: Token) -> None:
        kept.append(token)
        for child in token.children:
            if (
                child.dep in ("relcl", "appos", "acl", "advcl", "punct", "conj", "cc", "nummod", "det")
                or child.quantity is not None
            ):
                continue
            if child.dep == "prep" and child.lower not in ("of", "for"):
                continue
            take(child)

    take(noun)
    kept.sort(key=lambda token: token.i)
    return words(kept, scene)


def words(tokens: list[Token], scene: Scene) -> str:
    """The words from the first of these tokens to the last, as written."""
    if not tokens:
        return ""
    tree = scene.tree
    return " ".join(tree.text[tokens[0].start - tree.start : tokens[-1].end - tree.start].split())


def basis_of(proposal: Proposal, *, since: bool, spans: bool) -> Basis | None:
    """Over what the figure counts: the kind's own basis, unless the words say otherwise."""
    if proposal.quantity is None and not proposal.one:
        return None
    if proposal.measure is Measure.RATE:
        return Basis.RATE
    if since:
        return Basis.CUMULATIVE
    if spans:
        return Basis.PERIOD
    return kinds().named(proposal.kind).basis


def is_share(quantity: Quantity | None) -> bool:
    """Whether a number is a share of something."""
    return quantity is not None and quantity.measure is Measure.SHARE


__all__ = [
    "Quantifier",
    "actor_of",
    "basis_of",
    "cause_of",
    "facility_of",
    "figure_of",
    "group_of",
    "is_share",
    "unit_of",
    "words",
    "words_of",
]
