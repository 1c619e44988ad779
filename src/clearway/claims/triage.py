"""Which sentences can hold a claim: only these are parsed.

A sentence can hold one where some frame could fit it: near the predicate stand a word that the frame asks for, and
nouns of the classes that its arguments must have. Pronouns may be anybody, capitalised words any name. Those that can
are tagged, and only those whose predicates are still predicates by their tags get a tree.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clearway.claims.asides import opens_with_part
from clearway.claims.demanding import Demand, Demands, demands, plain_forms, predicates
from clearway.claims.mending_persons import HARMED, OUTCOMES
from clearway.claims.nouns import FORMS_KEPT
from clearway.claims.seen import DISEASE, Seen, words_in
from clearway.claims.tree import NOUNS, VERBS
from clearway.languages.en.grammar import BEFORE_PLAIN_VERBS, number_nouns, rising_verbs
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import MULTIPLE

DETERMINERS = frozenset("a an the this that his her its their our my your each every mass fatal deadly of".split())
"""Words behind which a form is a noun and no verb ("the shooting", "his help")."""

LABELLED = 6
"""How many words a line may have that is only the name of its number ("Number of people displaced: 452")."""

BEFORE, BEHIND = 12, 14
"""How many words before and behind a predicate can complete it."""

BESIDE = 8
"""How many words from a noun its number stands at most."""

PREPOSED, TAKEN = 2, 8
"""How many words before and behind a predicate one of its prepositions stands at most."""

RISING = 10
"""How many words from "the number of" its verb stands at most, and from the verb what it rose to."""

LINKED = 6
"""How many words before a verb "to" or a relative pronoun lets its object stand before it too ("aid to deliver")."""

DIRECT = 8
"""How many words from a verb in the active its object stands at most, whatever else follows further on."""

FRONTED = 3
"""How many words from the start a verb without a subject of its own may stand ("Fearing the worst, thousands fled")."""

CLOSING = "\"'”’ "
"""Marks behind the last one of a sentence; what a question asks nobody has said."""

EXISTING = "there"
"""The word beside "be" where what there is happened ("there was a shooting"): a copula joins no event to a person."""

THERE = 5
"""How many words from "be" it stands at most."""

INFINITIVE = "to"

LINKS = frozenset("who whom that which what where whose to".split())

ADVERBS = 3
"""How many words before a verb are looked at for one that is no adverb in "-ly"."""

SEVERAL = frozenset(MULTIPLE)

TAGS = {
    "verbs": VERBS,
    "nouns": NOUNS | {"JJ", "VBN", "VBG"},
    "adjectives": frozenset("JJ JJR JJS VBN VBG RB RBR RBS RP IN".split()),
}
"""Tags of the words that a frame of each sort is tried at (`matching`)."""

MENDED = OUTCOMES | HARMED
"""Forms that are mended whatever their tag ("Guard, suspect wounded in raid")."""

Ground = tuple[str, str]
"""The sort of a frame that could fit ("verbs", "nouns", "adjectives"), and the form at which it could."""

COUNTED: Ground = ("", "")
"""The ground of a sentence that may hold a claim whatever its words are tagged as, since it counts."""


def grounds(sentence: str, counts: Sequence[int], *, sick: bool = False) -> Iterator[Ground]:
    """The forms at which some frame could fit the sentence, with the frame's sort; none where it holds no claim.

    `counts` says where numbers of people or things begin in it, `sick` that its report names a disease.
    """
    if sentence.rstrip(CLOSING).endswith("?"):
        return
    if counts and opens_with_part(sentence):
        yield COUNTED
    written = words_in(sentence)
    listed = [word.lower() for word in written]
    if predicates().isdisjoint(listed):
        return
    seen = Seen(sentence, written, listed, counts, sick=sick)
    asked = list(_asked(seen))
    if counts and asked and (len(listed) <= LABELLED or _may_rise(seen, asked)):
        yield COUNTED
    for at, sort, asks in asked:
        if _meets_one(asks, at, seen):
            yield sort, listed[at].rpartition("-")[2]


def stand(found: Iterable[Ground], tagged: Iterable[tuple[str, str]]) -> bool:
    """Whether one of the forms can tell something, once the words (in lower case) have tags: "shot" may be no verb."""
    known = list(tagged)
    return any(_may_tell(sort, form, [tag for word, tag in known if word == form]) for sort, form in found)


def _may_tell(sort: str, form: str, tags: list[str]) -> bool:
    """Whether a frame of that sort can be tried at a form with these tags."""
    return not tags or not _tags_of(sort, form).isdisjoint(tags)


@lru_cache(maxsize=FORMS_KEPT)
def _tags_of(sort: str, form: str) -> frozenset[str]:
    """The tags with which a form can be a predicate of that sort, once the parser's known errors are mended."""
    if form in MENDED:
        return frozenset().union(*TAGS.values())
    mended = {"JJ"} if sort == "verbs" and form.endswith("ed") else set()
    return TAGS[sort] | mended


def _may_rise(seen: Seen, asked: list[tuple[int, str, Demands]]) -> bool:
    """Whether a verb behind "the number of" can bring a number: "the number of people affected has exceeded 400"."""
    subjects = [at for at, word in enumerate(seen.listed) if word in number_nouns()]
    verbs = [at for at, word in enumerate(seen.listed) if word in rising_verbs()] if subjects else []
    return any(
        subject < verb <= subject + RISING
        and seen.counts_in(verb, verb + RISING)
        and any(subject - BESIDE <= at < verb for at, _, _ in asked)
        for subject in subjects
        for verb in verbs
    )


def _asked(seen: Seen) -> Iterator[tuple[int, str, Demands]]:
    """Every predicate among the words by its position, with its sort and its demands."""
    verbs, nouns, adjectives, plain = demands("verbs"), demands("nouns"), demands("adjectives"), plain_forms()
    known = predicates()
    for at, word in enumerate(seen.listed):
        if word not in known:
            if "-" in word and (last := word.rpartition("-")[2]) in nouns:
                yield at, "nouns", nouns[last]
            continue
        found = verbs.get(word)
        before = seen.listed[at - 1] if at else ""
        if (
            found
            and (before not in DETERMINERS or _is_relative(before, word))
            and (word not in plain or _may_be_verb(at, seen))
        ):
            yield at, "verbs", found
        if word in nouns:
            yield at, "nouns", nouns[word]
        if word in adjectives:
            yield at, "adjectives", adjectives[word]


def _is_relative(before: str, word: str) -> bool:
    """Whether "that" before a form of the past brings a clause ("a shooting that happened on Sunday")."""
    return before == "that" and word not in plain_forms() and not word.endswith("ing")


def _may_be_verb(at: int, seen: Seen) -> bool:
    """Whether the word before a plain form lets it be a verb; a name, a mark or nothing before it does too."""
    before = next((word for word in seen.listed[max(0, at - ADVERBS) : at][::-1] if not word.endswith("ly")), "")
    if not before or before in BEFORE_PLAIN_VERBS or before.endswith("s"):
        return True
    spans = seen.spans()
    first, end = spans[at - 1]
    return seen.sentence[first].isupper() or not seen.sentence[end : spans[at][0]].isspace()


def _meets_one(asks: Demands, at: int, seen: Seen) -> bool:
    """Whether the words around a predicate give what some frame of it asks for."""
    if any(_meets(demand, at, seen) for demand in asks.plain):
        return True
    said = asks.words & seen.every_word
    if "DISEASE" in asks.words:
        said |= {"DISEASE"}
    return any(_meets(demand, at, seen) for word in said for demand in asks.worded[word])


def _meets(demand: Demand, at: int, seen: Seen) -> bool:
    """Whether the words around a predicate give what one of its frames asks for."""
    if demand.beside and seen.has_word(SEVERAL, at - PREPOSED, at + 1):
        return True  # "a triple shooting" counts by itself
    first, last = at - BEFORE, at + BEHIND
    if demand.number:
        counted = seen.counts_in(at - BESIDE, at + BESIDE) if demand.beside else seen.counts_in(first, last)
        if not counted:
            return False
    if demand.happening and not (seen.counts_in(first, last) or seen.has_word(demand.happening, first, last)):
        return False
    if demand.preps and not _has_preposition(demand.preps, at, seen):
        return False
    if demand.words and not seen.has_word(demand.words, first, last) and not _names_disease(demand, at, seen):
        return False
    if demand.subject and not seen.has(demand.subject, first, at if demand.active and at >= FRONTED else last):
        return False
    if demand.existing and EXISTING not in seen.listed[max(0, at - THERE) : at + THERE]:
        return False
    if demand.active and LINKS.isdisjoint(seen.listed[max(0, at - LINKED) : at]):
        first, last = at + 1, at + DIRECT
    return not demand.object or seen.has(demand.object, first, last)


def _has_preposition(preps: frozenset[str], at: int, seen: Seen) -> bool:
    """Whether one of the prepositions stands beside a predicate; the "to" of "to call" is none."""
    infinitive = at > 0 and seen.listed[at - 1] == INFINITIVE and seen.listed[at] in plain_forms()
    before = at - 1 if infinitive else at
    return seen.has_word(preps, at - PREPOSED, before) or seen.has_word(preps, at, at + TAKEN)


def _names_disease(demand: Demand, at: int, seen: Seen) -> bool:
    return "DISEASE" in demand.words and seen.has(DISEASE, at - BEFORE, at + BEHIND)


def may_hold_claim(sentence: str, counts: Sequence[int], *, sick: bool = False) -> bool:
    """Whether some frame could fit the sentence."""
    return next(grounds(sentence, counts, sick=sick), None) is not None


def says(sentence: str) -> bool:
    """Whether the sentence has a verb of saying."""
    return not saying_forms().keys().isdisjoint(words_in(sentence.lower()))
