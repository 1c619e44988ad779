"""What a noun phrase speaks of: its class, its number, its words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from clearway.claims.tree import Token, Tree
from clearway.languages.en.grammar import plain_verbs
from clearway.languages.en.words import classes_of, noun_classes
from clearway.languages.mentions import DateMention, Quantity
from clearway.places import Mention

PERSONAL = frozenset("they them we us he she him her i you who whom those these himself herself themselves".split())
STANDING_FOR = frozenset(
    """
    some many most others several all both none few more another majority minority half third quarter rest any
    each everyone nobody everybody anyone one no
    """.split()
)
PARTITIVE = frozenset(
    """
    number total majority minority group dozen hundred thousand million score handful part proportion
    percentage percent per wave series rest remainder kind type string spate most amount estimate share
    average maximum minimum family batch bulk set range piece lot couple pair third quarter % day session
    round level size lack body bodies life lives remains corpse corpses head convoy fleet column fate whereabouts figure
    """.split()
)
AGED = frozenset({"old", "olds"})
"""What remains of "15-year-old" where it is a person."""
UNITS_OF_AGE = frozenset({"year", "month", "week", "day"})
RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
THINGS = frozenset(["territory", "settlement", "road", "facility", "strict_facility", "structure"])
"""Classes that "it" may stand for."""
OF_AID = frozenset({"aid", "relief", "humanitarian", "un", "u.n."})
TRANSPORT = frozenset("aircraft barge boat convoy flight helicopter lorry plane ship train truck van vehicle".split())
FORMS_KEPT = 20_000
"""Of how many words the forms are kept."""

COUNTING = ("nummod", "quantmod", "amod", "compound", "nmod", "det", "predet", "advmod", "npadvmod", "appos")


@cache
def listed(words: str) -> frozenset[str]:
    """The words of a frame's field."""
    return frozenset(words.split())


@lru_cache(maxsize=FORMS_KEPT)
def forms_of(word: str) -> frozenset[str]:
    """What a frame may list a word as: itself, its lemma as a noun or a verb, without "s"; DISEASE for any disease."""
    forms = {word, noun_classes().get(word, (word,))[0], plain_verbs().get(word, word)}
    if word.endswith("s"):
        forms |= {word[:-1], f"{word[:-3]}y"}
    if "disease" in classes_of(word):
        forms.add("DISEASE")
    return frozenset(forms)


@dataclass(slots=True, eq=False)
class Scene:
    """A parsed sentence with what the grammars and the gazetteer found in it."""

    tree: Tree
    places: list[Mention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    in_place: dict[int, Mention] = field(default_factory=dict)
    in_date: set[int] = field(default_factory=set)
    before: frozenset[str] = frozenset()
    """The classes of the noun that the last figure of the sentence before counted."""
    sick: bool = False
    """Whether the report is on a disease, so that "cases" are its cases."""
    telling: frozenset[int] = frozenset()
    """The verbs that make claims of their own."""
    _known: dict[Token, frozenset[str]] = field(repr=False, default_factory=dict)
    """The classes that were asked for: each frame of a verb asks for those of the same nouns."""
    _spoken: frozenset[str] | None = None

    def __post_init__(self) -> None:
        for mention in self.places:
            for token in self.tree.between(mention.start, mention.end):
                self.in_place[token.i] = mention
        for date in self.dates:
            self.in_date.update(
                token.i for token in self.tree.tokens if token.start < date.end and token.end > date.start
            )

    def add(self, mentions: list[Mention]) -> None:
        """Take more places in, in the order of the text."""
        self.places = sorted([*self.places, *mentions], key=lambda mention: mention.start)
        for mention in mentions:
            for token in self.tree.between(mention.start, mention.end):
                self.in_place[token.i] = mention
        self._known.clear()

    def recall(self, before: frozenset[str], *, sick: bool) -> None:
        """Be told what the last figure before the sentence counted, and whether its report is on a disease."""
        self.before, self.sick = before, sick
        self._known.clear()

    def spoken(self) -> frozenset[str]:
        """Every word that stands in the sentence, in each form that a frame may list it as."""
        if self._spoken is None:
            self._spoken = frozenset().union(*map(forms_of, {token.lower for token in self.tree.tokens}))
        return self._spoken

    def classes(self, token: Token) -> frozenset[str]:
        """The classes that a noun or pronoun belongs to, its conjuncts' among them."""
        known = self._known.get(token)
        if known is None:
            known = self._known[token] = self._joined_classes(token)
        return known

    def _joined_classes(self, token: Token) -> frozenset[str]:
        found = self._own_classes(token)
        for other in token.all("conj"):
            if other.is_noun or other.tag == "CD":
                found |= self._own_classes(other)
        return found

    def _own_classes(self, token: Token) -> frozenset[str]:
        if token.lower in PERSONAL:
            return frozenset({"people"})
        if is_aged(token):
            return frozenset({"people"})
        if token.lower in RELATIVE and token.tag.startswith("W"):
            antecedent = antecedent_of(token)
            return self.classes(antecedent) if antecedent else frozenset({"it"})
        if token.lower == "it" or token.lower in ("this", "that"):
            return frozenset({"it"})
        if token.lower in PARTITIVE or token.lower in STANDING_FOR or token.quantity:
            inner = part_of(token)
            if inner is not None:
                return self.classes(inner)
            if token.quantity:
                return self._counted_before(token) | {"number"}
            if token.lower in STANDING_FOR:
                return frozenset({"people", "number"})
        if any(
            child.lower in ("military", "armed") and child.dep == "amod" for child in token.children
        ) and not _lexicon(token) & {"people", "violence"}:
            return frozenset({"troops"})
        classes = set(_lexicon(token))
        if "people" in classes and any(child.lower == "armed" for child in token.all("amod")):
            classes.add("armed")
        if lemma_of(token) in TRANSPORT and _carries_aid(token):
            classes |= {"aid", "facility", "strict_facility"}
        mention = self.in_place.get(token.i)
        if mention is not None:
            classes.add("demonym" if mention.kind == "demonym" else "name")
            if mention.kind == "demonym" and token.is_noun and token.dep not in ("compound", "nmod", "amod"):
                classes.add("people")
            if mention.kind in ("road", "border"):
                classes.add("road")
        elif token.tag.startswith("NNP") and not classes:
            classes |= {"name", "organisation"}
        if token.tag.startswith("NNP") and any("hazard" in classes_of(child.lower) for child in token.all("compound")):
            classes.add("hazard")
        return frozenset(classes)

    def _counted_before(self, number: Token) -> frozenset[str]:
        """What a number without a noun counts: what the number before it counted, else people."""
        for token in reversed(self.tree.tokens[: number.i]):
            counts = token.child("nummod") is not None and part_of(token) is None
            if token.is_noun and counts and token.i not in self.in_date:
                return self._own_classes(token)
        return self.before or frozenset({"people"})

    def is_a(self, token: Token | None, wanted: str) -> bool:
        """Whether a noun belongs to one of the wanted classes; "" takes anything, "none" only nothing."""
        if wanted == "":
            return True
        if wanted == "none":
            return token is None
        if token is None:
            return False
        classes = self.classes(token)
        if "it" in classes:
            return "it" in listed(wanted) or not listed(wanted).isdisjoint(THINGS)
        if not classes and "people" in wanted and token.is_noun and quantity_of(token) is not None:
            return True
        lemma = lemma_of(token)
        names = listed(wanted)
        return not names.isdisjoint(classes) or not names.isdisjoint(
            (token.lower, lemma, token.lower.removesuffix("s"))
        )

    def is_not(self, token: Token | None, unwanted: str) -> bool:
        """Whether a noun belongs to none of the unwanted classes."""
        if token is None or not unwanted:
            return True
        own = self._own_classes(token)
        lemma = lemma_of(token)
        return lemma not in listed(unwanted) and listed(unwanted).isdisjoint(own)


def is_aged(noun: Token) -> bool:
    """Whether the word is a person told by an age: "a 15-year-old"."""
    if noun.lower not in AGED:
        return False
    return any(child.lower.lstrip("-") in UNITS_OF_AGE for child in noun.children)


def _carries_aid(vehicle: Token) -> bool:
    """Whether a means of transport brings aid: "planes with tents", "trucks carrying food", "an NGO vehicle"."""
    for child in vehicle.children:
        if child.i < vehicle.i and (child.lower in OF_AID or "aid_actor" in classes_of(child.lower)):
            return True
    for prep in vehicle.all("prep"):
        whole = prep.child("pobj") if prep.lower in ("of", "in") else None
        if whole is not None and ("aid_actor" in classes_of(whole.lower) or _carries_aid(whole)):
            return True
    beside = vehicle.head.all("prep") if vehicle.dep == "dobj" else []
    loads = [
        prep.child("pobj")
        for prep in [*vehicle.all("prep"), *(prep for prep in beside if prep.i == vehicle.i + 1)]
        if prep.lower in ("with", "of")
    ]
    loads += [
        verb.child("dobj") for verb in vehicle.all("acl") if verb.lower in ("carrying", "bringing", "transporting")
    ]
    return any(load is not None and "aid" in classes_of(load.lower) for load in loads)


def _lexicon(token: Token) -> frozenset[str]:
    """The classes of a noun by its form, two-word nouns first."""
    known = noun_classes()
    before = next((child for child in reversed(token.children) if child.i == token.i - 1), None)
    if before is not None:
        pair = known.get(f"{before.lower} {token.lower}")
        if pair is not None:
            return pair[1]
    return known.get(token.lower, ("", frozenset()))[1]


def lemma_of(token: Token) -> str:
    """The noun's lemma where the lexicon knows it, else its form."""
    return noun_classes().get(token.lower, (token.lower, frozenset()))[0]


def antecedent_of(token: Token) -> Token | None:
    """The noun that a relative pronoun points back to."""
    for up in token.ancestors():
        if up.dep == "relcl" or (up.dep in ("ccomp", "advcl", "acl") and up.head.is_noun):
            return up.head
        if up.dep == "parataxis" and up.head.is_verb:
            return up.head.child("dobj", "nsubj", "nsubjpass")
    return None


def part_of(token: Token) -> Token | None:
    """The noun behind "of" in "dozens of people", "93 percent of them", "a total of 45"."""
    for prep in token.all("prep"):
        if prep.lower in ("of", "among"):
            return prep.child("pobj")
    return None


def content(token: Token) -> Token:
    """The noun that says what is meant: "people" in "a number of people"."""
    while token.lower in PARTITIVE or token.lower in STANDING_FOR or (token.quantity and not token.is_noun):
        inner = part_of(token)
        if inner is None:
            return token
        if inner.lower in RELATIVE:
            return antecedent_of(inner) or inner
        token = inner
    return token


def quantity_of(token: Token) -> Quantity | None:
    """The number that counts a noun, wherever it stands in its phrase."""
    if token.quantity and token.quantity.sense == "count":
        return token.quantity
    for child in token.children:
        if child.i > token.i:
            break
        if child.dep in COUNTING:
            if child.quantity and child.quantity.sense == "count":
                return child.quantity
            if child.lower in ("percent", "%", "per"):
                nested = quantity_of(child)
                if nested is not None:
                    return nested
    if token.lower in PARTITIVE or token.lower in STANDING_FOR:
        inner = part_of(token)
        return quantity_of(inner) if inner is not None else None
    return None


def conjuncts(token: Token) -> Iterator[Token]:
    """The noun and those joined to it."""
    yield token
    for other in token.all("conj"):
        if other.is_noun or other.quantity or other.tag in ("CD", "JJ"):
            yield from conjuncts(other)
