"""What the frames ask of the words around their predicates, read off each frame once: what triage looks for."""

from dataclasses import dataclass
from functools import cache
from itertools import chain

from clearway.claims.nouns import THINGS
from clearway.languages.en.forms import verb_forms
from clearway.languages.en.grammar import GOING_ON, causing_verbs
from clearway.languages.en.kinds import frames_by_form
from clearway.languages.en.words import MULTIPLE
from clearway.languages.frame import Frame

ANYTHING = frozenset({"none", ""})
"""What a frame can ask of an argument that no sentence can deny."""

NAMES = frozenset({"name", "organisation", "demonym"})
"""Classes that a capitalised word can have without being in the lexicon."""

HAPPENING = (
    frozenset("after following amid wake between no".split()) | causing_verbs() | frozenset(GOING_ON) | set(MULTIPLE)
)
"""Words beside which an event noun without a number can still make a claim."""

SORTS = ("verbs", "nouns", "adjectives")
"""The sorts of predicates."""

COPULA = "be"

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

    `active` says that the predicate stands between its subject and its `object`, which is what it is done to. `number`
    asks for a number, `beside` for one right beside it; `happening` for a number or one of these words, which say that
    it happened; `existing` for "there".
    """

    words: frozenset[str]
    preps: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    active: bool = False
    number: bool = False
    beside: bool = False
    happening: frozenset[str] = frozenset()
    existing: bool = False


@dataclass(frozen=True, slots=True)
class Demands:
    """What the frames of one form ask for: those that ask for no word, those that do by each such word, the words."""

    plain: tuple[Demand, ...]
    worded: dict[str, tuple[Demand, ...]]
    words: frozenset[str]


@cache
def demands(sort: str) -> dict[str, Demands]:
    """Each form of the predicates of one sort ("verbs", "nouns", "adjectives"), with what its frames ask for."""
    made = {}
    for form, (lemma, frames) in frames_by_form(sort).items():
        active = _is_active(form, lemma, sort)
        every = dict.fromkeys(_demand(frame, sort, active=active, copula=lemma == COPULA) for frame in frames)
        words = frozenset().union(*(demand.words for demand in every))
        worded = {word: tuple(demand for demand in every if word in demand.words) for word in words}
        made[form] = Demands(tuple(demand for demand in every if not demand.words), worded, words)
    return made


def _demand(frame: Frame, sort: str, *, active: bool, copula: bool) -> Demand:
    noun = sort == "nouns"
    return Demand(
        words=frozenset(frame.with_words.split()),
        preps=frozenset(frame.preps.split()) if not noun or _tells_hurt(frame) else frozenset(),
        subject=_classes(frame.subject),
        object=_classes(frame.object),
        active=active and frame.counted != "prep",
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
    """Whether a form of a verb is no participle of the past: its subject stands before it, its object behind."""
    if lemma == COPULA:
        return True
    if sort != "verbs" or form in plain_forms():
        return sort == "verbs"
    return form.endswith("ing") or (form != lemma and form.endswith("s"))


def _happening(frame: Frame) -> frozenset[str]:
    """The words of which a frame's noun needs one, where nothing is counted."""
    if frame.kind in ("killed", "injured"):
        return HAPPENING | OWNED | (BORNE if frame.bearer else frozenset())
    return HAPPENING if frame.event or frame.kind in HARMED else frozenset()


@cache
def predicates() -> frozenset[str]:
    """Every form at which a claim can be found."""
    return frozenset().union(*(demands(sort) for sort in SORTS))


@cache
def asked_names() -> frozenset[str]:
    """Every word and class that some frame asks for, or triage itself: what else a word is need not be known."""
    listed = (asks for sort in SORTS for asks in demands(sort).values())
    every = {demand for asks in listed for demand in (*asks.plain, *chain.from_iterable(asks.worded.values()))}
    sets = ((each.words, each.preps, each.subject, each.object, each.happening) for each in every)
    return frozenset(MULTIPLE).union({"disease"}, *chain.from_iterable(sets))


@cache
def plain_forms() -> frozenset[str]:
    """Forms of verbs that are plain and no form of the past ("fire", not "hit")."""
    lemmas = {lemma for lemma, _ in frames_by_form("verbs").values()}
    return frozenset(lemma for lemma in lemmas if len(set(verb_forms(lemma)) - {lemma}) > PRESENT) - PLAIN_PARTICIPLES
