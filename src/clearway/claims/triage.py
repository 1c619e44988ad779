"""Which sentences can hold a claim: only these are parsed.

A sentence can hold one where some frame could fit it, were its words in the right order: it has the predicate, a word
that the frame asks for, and nouns of the classes that its arguments must have. Names and pronouns may be anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clearway.claims.asides import opens_with_part
from clearway.languages.en.forms import verb_forms
from clearway.languages.en.grammar import (
    BEFORE_PLAIN_VERBS,
    GOING_ON,
    causing_verbs,
    number_nouns,
    plain_verbs,
    rising_verbs,
)
from clearway.languages.en.kinds import frames_by_form
from clearway.languages.en.speech import saying_forms
from clearway.languages.en.words import MULTIPLE, noun_classes
from clearway.languages.frame import Frame

ANYTHING = frozenset({"name", "organisation", "demonym", "none", "it", ""})
"""What a frame can ask of an argument that no lexicon can deny."""

ANYBODY = frozenset("they them we us he she him her i you who those these many some others most all one nobody".split())
AGED_ONE = frozenset("year-old year-olds month-old month-olds week-old day-old".split())
"""What remains of a person told by an age ("a 15-year-old was killed") without the number."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


DETERMINERS = frozenset("a an the this that his her its their our my your each every mass fatal deadly of".split())
"""Words behind which a form is a noun and no verb ("the shooting", "his help")."""

HAPPENING = (
    frozenset("after following amid wake between no".split()) | causing_verbs() | frozenset(GOING_ON) | set(MULTIPLE)
)
"""Words beside which an event noun without a number can still make a claim."""

LABELLED = 6
"""How many words a line may have that is only the name of its number ("Number of people displaced: 452")."""

BEFORE, BEHIND = 10, 14
"""How many words before and behind a predicate can complete it."""

ADVERBS = 3
"""How many words before a verb are looked at for one that is no adverb in "-ly"."""

PRESENT = 2
"""How many forms of a verb are of the present beside the plain one ("hits", "hitting")."""

PLAIN_PARTICIPLES = frozenset("become come overrun run".split())
"""Verbs whose participle is plain again ("was overrun")."""

HARMED = frozenset({"killed", "injured", "casualties"})
BORNE = frozenset({"with"})
OWNED = frozenset({"of", "s"})
"""Words that can say whose death it was ("the killing of", "her brother's death")."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a frame needs beside its predicate: one of `words`, one of `preps`, of each set of `classes` one.

    `number` asks for a number; `happening` for a number or one of these words, which say that it happened.
    """

    words: frozenset[str]
    preps: frozenset[str]
    classes: tuple[frozenset[str], ...]
    number: bool = False
    happening: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a sentence has: its words and their lemmas, the classes of its nouns, and whether a number counts."""

    words: frozenset[str]
    classes: frozenset[str]
    counts: bool


@cache
def demands(sort: str) -> dict[str, tuple[Demand, ...]]:
    """Each form of the predicates of one sort ("verbs", "nouns", "adjectives"), with what its frames ask for."""
    return {
        form: tuple(dict.fromkeys(_demand(frame, sort) for frame in frames))
        for form, (_, frames) in frames_by_form(sort).items()
    }


def _demand(frame: Frame, sort: str) -> Demand:
    asked = [frozenset(classes.split()) for classes in (frame.subject, frame.object)]
    noun = sort == "nouns"
    return Demand(
        words=frozenset(frame.with_words.split()),
        preps=frozenset(frame.preps.split())
        if not noun or (frame.counted == "prep" and frame.kind in HARMED)
        else frozenset(),
        classes=tuple(one for one in asked if one and not one & ANYTHING),
        number=frame.counted_only and noun and frame.kind not in HARMED,
        happening=_happening(frame) if noun and not frame.with_words else frozenset(),
    )


def _happening(frame: Frame) -> frozenset[str]:
    """The words of which a frame's noun needs one, where nothing is counted."""
    if frame.kind in ("killed", "injured"):
        return HAPPENING | OWNED | (BORNE if frame.bearer else frozenset())
    return HAPPENING if frame.event or frame.kind in HARMED else frozenset()


def may_hold_claim(sentence: str, *, counts: bool, sick: bool = False) -> bool:
    """Whether some frame could fit the sentence.

    `counts` says that it has a number of people or things, `sick` that its report names a disease.
    """
    if counts and opens_with_part(sentence):
        return True
    listed = WORD.findall(sentence.lower())
    asked = list(_asked(listed, sentence))
    given = frozenset({"disease"}) if sick else frozenset()
    if not asked:
        return False
    if counts and len(listed) <= LABELLED:
        return True
    seen = _seen(listed, given, counts=counts)
    if counts and seen.words & rising_verbs() and seen.words & number_nouns():
        return True
    near: dict[int, Seen] = {}
    for at, demand in asked:
        if not _meets(demand, seen):
            continue
        if len(listed) <= BEHIND:
            return True
        if at not in near:
            near[at] = _seen(listed[max(0, at - BEFORE) : at + BEHIND], given, counts=counts)
        if _meets(demand, near[at]):
            return True
    return False


def _asked(listed: list[str], sentence: str) -> Iterator[tuple[int, Demand]]:
    """Every predicate among the words by its position, with each of its demands."""
    verbs, nouns, adjectives, plain = demands("verbs"), demands("nouns"), demands("adjectives"), _plain_forms()
    before = ""
    for at, word in enumerate(listed):
        found = verbs.get(word)
        if found and before not in DETERMINERS and (word not in plain or _may_be_verb(at, listed, sentence)):
            for demand in found:
                yield at, demand
        for table in (nouns, adjectives):
            for demand in table.get(word, ()):
                yield at, demand
        before = word


@cache
def _plain_forms() -> frozenset[str]:
    """Forms of verbs that are plain and no form of the past ("fire", not "hit")."""
    lemmas = {lemma for lemma, _ in frames_by_form("verbs").values()}
    return frozenset(lemma for lemma in lemmas if len(set(verb_forms(lemma)) - {lemma}) > PRESENT) - PLAIN_PARTICIPLES


def _may_be_verb(at: int, listed: list[str], sentence: str) -> bool:
    """Whether the word before a plain form lets it be a verb; a name, a mark or nothing before it does too."""
    before = next((word for word in listed[max(0, at - ADVERBS) : at][::-1] if not word.endswith("ly")), "")
    if not before or before in BEFORE_PLAIN_VERBS or before.endswith("s"):
        return True
    spans = [found.span() for found in WORD.finditer(sentence)]
    if len(spans) != len(listed):
        return True
    (first, _), end = spans[at - 1], spans[at - 1][1]
    return sentence[first].isupper() or not sentence[end : spans[at][0]].isspace()


@cache
def _last_words() -> frozenset[str]:
    """The second words of nouns of two words."""
    return frozenset(noun.split()[1] for noun in noun_classes() if " " in noun)


def _seen(listed: list[str], given: frozenset[str], *, counts: bool) -> Seen:
    words: set[str] = set()
    classes = set(given)
    nouns, verbs, lasts = noun_classes(), plain_verbs(), _last_words()
    for i, word in enumerate(listed):
        words.add(word)
        if word in verbs:
            words.add(verbs[word])
        entry = nouns.get(word)
        if entry is not None:
            words.add(entry[0])
            classes |= entry[1]
        elif word.endswith("s"):
            words.update((word[:-1], f"{word[:-3]}y"))
        if word in ANYBODY or word in AGED_ONE:
            classes.add("people")
        if i and word in lasts:
            pair = nouns.get(f"{listed[i - 1]} {word}")
            if pair is not None:
                words.add(pair[0])
                classes |= pair[1]
    if counts:
        classes.add("people")
    return Seen(frozenset(words), frozenset(classes), counts)


def _meets(demand: Demand, seen: Seen) -> bool:
    if demand.number and not seen.counts:
        return False
    if demand.happening and not seen.counts and not seen.words & demand.happening:
        return False
    if demand.preps and not demand.preps & seen.words:
        return False
    if demand.words and not demand.words & seen.words and not ("DISEASE" in demand.words and "disease" in seen.classes):
        return False
    return all(one & seen.classes or one & seen.words for one in demand.classes)


def says(sentence: str) -> bool:
    """Whether the sentence has a verb of saying."""
    return not saying_forms().keys().isdisjoint(WORD.findall(sentence.lower()))
