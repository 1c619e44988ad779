"""Which sentences can hold a claim: only these are parsed.

A sentence can hold one where some frame could fit it: near the predicate stand a word that the frame asks for, and
nouns of the classes that its arguments must have. Pronouns may be anybody, capitalised words any name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from clearway.claims.asides import opens_with_part
from clearway.claims.nouns import THINGS
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

ANYTHING = frozenset({"none", ""})
"""What a frame can ask of an argument that no sentence can deny."""

NAMES = frozenset({"name", "organisation", "demonym"})
"""Classes that a capitalised word can have without being in the lexicon."""

ANYBODY = frozenset(
    """
    they them we us he him she her i you who whom those these himself herself themselves myself yourself ourselves
    some many others most all both none several one another everyone everybody nobody anyone anybody someone
    old olds
    """.split()
)
"""Pronouns that can stand for people, and the end of what remains of "a 15-year-old"."""

IT = frozenset({"it", "this"})
"""Words that can stand for a thing, or for what is told before."""

NO_NAMES = frozenset(
    """
    the a an he she it they we i you this that these those there in on at if when while as but and or so no not what who
    how why where after before for from to of with by one all some his her their our my its your was is are were
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """.split()
)
"""Words that are capitalised and no names."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

DETERMINERS = frozenset("a an the this that his her its their our my your each every mass fatal deadly of".split())
"""Words behind which a form is a noun and no verb ("the shooting", "his help")."""

HAPPENING = (
    frozenset("after following amid wake between no".split()) | causing_verbs() | frozenset(GOING_ON) | set(MULTIPLE)
)
"""Words beside which an event noun without a number can still make a claim."""

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

DIRECT = 10
"""How many words behind a verb in the active its object stands at most, whatever else follows further on."""

CLOSING = "\"'”’ "
"""Marks behind the last one of a sentence; what a question asks nobody has said."""

COPULA = "be"

EXISTING = "there"
"""The word beside "be" where what there is happened ("there was a shooting"): a copula joins no event to a person."""

THERE = 5
"""How many words from "be" it stands at most."""

LINKS = frozenset("who whom that which what where whose to".split())

ADVERBS = 3
"""How many words before a verb are looked at for one that is no adverb in "-ly"."""

PRESENT = 2
"""How many forms of a verb are of the present beside the plain one ("hits", "hitting")."""

PLAIN_PARTICIPLES = frozenset("become come overrun run".split())
"""Verbs whose participle is plain again ("was overrun")."""

DISEASE = frozenset({"disease"})
SEVERAL = frozenset(MULTIPLE)
HARMED = frozenset({"killed", "injured", "casualties"})
BORNE = frozenset({"with"})
OWNED = frozenset({"of", "s"})
"""Words that can say whose death it was ("the killing of", "her brother's death")."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a frame needs beside its predicate: one of `words`, one of `preps`, of each set of `classes` one.

    `object` are the classes of what it is done to, which stands behind the predicate where `behind` says so. `number`
    asks for a number, `beside` for one right beside it; `happening` for a number or one of these words, which say that
    it happened; `existing` for "there".
    """

    words: frozenset[str]
    preps: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    behind: bool = False
    number: bool = False
    beside: bool = False
    happening: frozenset[str] = frozenset()
    existing: bool = False


@dataclass(frozen=True, slots=True)
class Demands:
    """What the frames of one form ask for: those that ask for no word, those that do, and all words of the latter."""

    plain: tuple[Demand, ...]
    worded: tuple[Demand, ...]
    words: frozenset[str]


@cache
def demands(sort: str) -> dict[str, Demands]:
    """Each form of the predicates of one sort ("verbs", "nouns", "adjectives"), with what its frames ask for."""
    made = {}
    for form, (lemma, frames) in frames_by_form(sort).items():
        behind = _is_active(form, lemma, sort)
        every = dict.fromkeys(_demand(frame, sort, behind=behind, copula=lemma == COPULA) for frame in frames)
        worded = tuple(demand for demand in every if demand.words)
        words = frozenset().union(*(demand.words for demand in worded))
        made[form] = Demands(tuple(demand for demand in every if not demand.words), worded, words)
    return made


def _demand(frame: Frame, sort: str, *, behind: bool, copula: bool) -> Demand:
    noun = sort == "nouns"
    return Demand(
        words=frozenset(frame.with_words.split()),
        preps=frozenset(frame.preps.split()) if not noun or _tells_hurt(frame) else frozenset(),
        subject=_classes(frame.subject),
        object=_classes(frame.object),
        behind=behind and frame.counted != "prep",
        number=frame.counted_only and not (noun and frame.kind in HARMED),
        beside=noun,
        happening=_happening(frame) if noun and not frame.with_words else frozenset(),
        existing=copula and frame.subject == "none" and frame.object != "",
    )


def _tells_hurt(frame: Frame) -> bool:
    """Whether a frame's preposition brings the people who were hurt ("wounds to 12 people")."""
    return frame.counted == "prep" and frame.kind in HARMED


def _classes(asked: str) -> frozenset[str]:
    """The classes one of which an argument must have; none where it may be anything."""
    classes = frozenset(asked.split())
    if classes & ANYTHING:
        return frozenset()
    if classes & THINGS:
        classes |= {"it"}
    return classes | {"name"} if classes & NAMES else classes


def _is_active(form: str, lemma: str, sort: str) -> bool:
    """Whether a form of a verb is no participle of the past, so that its object stands behind it."""
    if lemma == COPULA:
        return True
    if sort != "verbs" or form in _plain_forms():
        return sort == "verbs"
    return form.endswith("ing") or (form != lemma and form.endswith("s"))


def _happening(frame: Frame) -> frozenset[str]:
    """The words of which a frame's noun needs one, where nothing is counted."""
    if frame.kind in ("killed", "injured"):
        return HAPPENING | OWNED | (BORNE if frame.bearer else frozenset())
    return HAPPENING if frame.event or frame.kind in HARMED else frozenset()


class Seen:
    """What a sentence has at each of its words: the word with its lemmas, its classes, and whether a number counts."""

    def __init__(
        self, sentence: str, written: Sequence[str], listed: Sequence[str], counts: Sequence[int], *, sick: bool = False
    ) -> None:
        self.sentence = sentence
        self.listed = listed
        self.counts = [len(WORD.findall(sentence, 0, start)) for start in counts]
        known = [_known(word, name[0].isupper()) for word, name in zip(listed, written, strict=True)]
        self.words = [words for words, _ in known]
        self.classes = [classes for _, classes in known]
        for at in self.counts:
            if at < len(known):
                self.classes[at] |= {"people"}
        lasts, nouns = _last_words(), noun_classes()
        for at, word in enumerate(listed):
            pair = nouns.get(f"{listed[at - 1]} {word}") if at and word in lasts else None
            if pair is not None:
                self.words[at] |= {pair[0]}
                self.classes[at] |= pair[1]
        self.every_word = frozenset().union(*self.words)
        self.given = DISEASE if sick else frozenset()
        self.every_class = self.given.union(*self.classes)

    def has_word(self, words: frozenset[str], first: int, last: int) -> bool:
        """Whether one of these words is among those from `first` on and before `last`."""
        if words.isdisjoint(self.every_word):
            return False
        return not all(map(words.isdisjoint, self.words[max(0, first) : last]))

    def has(self, classes: frozenset[str], first: int, last: int) -> bool:
        """Whether a word from `first` on and before `last` is of one of these classes, or one of these itself."""
        if not classes.isdisjoint(self.given):
            return True
        near = not classes.isdisjoint(self.every_class) and not all(
            map(classes.isdisjoint, self.classes[max(0, first) : last])
        )
        return near or self.has_word(classes, first, last)

    def counts_in(self, first: int, last: int) -> bool:
        """Whether a number counts there."""
        return any(first <= at < last for at in self.counts)

    def spans(self) -> list[tuple[int, int]]:
        """The characters of each word."""
        return [word.span() for word in WORD.finditer(self.sentence)]


@cache
def _known(word: str, capital: bool) -> tuple[frozenset[str], frozenset[str]]:
    """A word in lower case with its lemmas, and the classes that it has."""
    names, classes = set[str](), set[str]()
    for part in {word, *word.split("-")}:  # the parser parts them
        names.add(part)
        verb = plain_verbs().get(part)
        if verb is not None:
            names.add(verb)
        noun = noun_classes().get(part)
        if noun is not None:
            names.add(noun[0])
            classes |= noun[1]
        elif part.endswith("s"):
            names.update((part[:-1], f"{part[:-3]}y"))
        if part in ANYBODY:
            classes.add("people")
        if part in IT:
            classes.add("it")
    if capital and word not in NO_NAMES:
        classes.add("name")
    return frozenset(names), frozenset(classes)


@cache
def _predicates() -> frozenset[str]:
    """Every form at which a claim can be found."""
    return frozenset().union(*(demands(sort) for sort in ("verbs", "nouns", "adjectives")))


def may_hold_claim(sentence: str, counts: Sequence[int], *, sick: bool = False) -> bool:
    """Whether some frame could fit the sentence.

    `counts` says where numbers of people or things begin in it, `sick` that its report names a disease.
    """
    if sentence.rstrip(CLOSING).endswith("?"):
        return False
    if counts and opens_with_part(sentence):
        return True
    written = WORD.findall(sentence)
    listed = [word.lower() for word in written]
    if _predicates().isdisjoint(listed):
        return False
    seen = Seen(sentence, written, listed, counts, sick=sick)
    asked = list(_asked(seen))
    if counts and asked and (len(listed) <= LABELLED or _may_rise(seen, asked)):
        return True
    return any(_meets_one(asks, at, seen) for at, asks in asked)


def _may_rise(seen: Seen, asked: list[tuple[int, Demands]]) -> bool:
    """Whether a verb behind "the number of" can bring a number: "the number of people affected has exceeded 400"."""
    subjects = [at for at, word in enumerate(seen.listed) if word in number_nouns()]
    verbs = [at for at, word in enumerate(seen.listed) if word in rising_verbs()] if subjects else []
    return any(
        subject < verb <= subject + RISING
        and seen.counts_in(verb, verb + RISING)
        and any(subject - BESIDE <= at < verb for at, _ in asked)
        for subject in subjects
        for verb in verbs
    )


def _asked(seen: Seen) -> Iterator[tuple[int, Demands]]:
    """Every predicate among the words by its position, with its demands."""
    verbs, nouns, adjectives, plain = demands("verbs"), demands("nouns"), demands("adjectives"), _plain_forms()
    predicates = _predicates()
    for at, word in enumerate(seen.listed):
        if word not in predicates:
            if "-" in word and (last := word.rpartition("-")[2]) in nouns:
                yield at, nouns[last]
            continue
        found = verbs.get(word)
        before = seen.listed[at - 1] if at else ""
        if (
            found
            and (before not in DETERMINERS or _is_relative(before, word))
            and (word not in plain or _may_be_verb(at, seen))
        ):
            yield at, found
        for table in (nouns, adjectives):
            if word in table:
                yield at, table[word]


def _is_relative(before: str, word: str) -> bool:
    """Whether "that" before a form of the past brings a clause ("a shooting that happened on Sunday")."""
    return before == "that" and word not in _plain_forms() and not word.endswith("ing")


@cache
def _plain_forms() -> frozenset[str]:
    """Forms of verbs that are plain and no form of the past ("fire", not "hit")."""
    lemmas = {lemma for lemma, _ in frames_by_form("verbs").values()}
    return frozenset(lemma for lemma in lemmas if len(set(verb_forms(lemma)) - {lemma}) > PRESENT) - PLAIN_PARTICIPLES


def _may_be_verb(at: int, seen: Seen) -> bool:
    """Whether the word before a plain form lets it be a verb; a name, a mark or nothing before it does too."""
    before = next((word for word in seen.listed[max(0, at - ADVERBS) : at][::-1] if not word.endswith("ly")), "")
    if not before or before in BEFORE_PLAIN_VERBS or before.endswith("s"):
        return True
    spans = seen.spans()
    first, end = spans[at - 1]
    return seen.sentence[first].isupper() or not seen.sentence[end : spans[at][0]].isspace()


@cache
def _last_words() -> frozenset[str]:
    """The second words of nouns of two words."""
    return frozenset(noun.split()[1] for noun in noun_classes() if " " in noun)


def _meets_one(asks: Demands, at: int, seen: Seen) -> bool:
    """Whether the words around a predicate give what some frame of it asks for."""
    if any(_meets(demand, at, seen) for demand in asks.plain):
        return True
    if asks.words.isdisjoint(seen.every_word) and "DISEASE" not in asks.words:
        return False
    return any(_meets(demand, at, seen) for demand in asks.worded)


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
    if demand.preps and not seen.has_word(demand.preps, at - PREPOSED, at + TAKEN):
        return False
    if demand.words and not seen.has_word(demand.words, first, last) and not _names_disease(demand, at, seen):
        return False
    if demand.subject and not seen.has(demand.subject, first, last):
        return False
    if demand.existing and EXISTING not in seen.listed[max(0, at - THERE) : at + THERE]:
        return False
    if demand.behind and LINKS.isdisjoint(seen.listed[max(0, at - LINKED) : at]):
        first, last = at + 1, at + DIRECT
    return not demand.object or seen.has(demand.object, first, last)


def _names_disease(demand: Demand, at: int, seen: Seen) -> bool:
    return "DISEASE" in demand.words and seen.has(DISEASE, at - BEFORE, at + BEHIND)


def says(sentence: str) -> bool:
    """Whether the sentence has a verb of saying."""
    return not saying_forms().keys().isdisjoint(WORD.findall(sentence.lower()))
