"""A sentence as triage sees it, before it is parsed: words, their lemmas and classes, and where numbers count."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from clearway.claims.demanding import asked_names
from clearway.languages.en.grammar import plain_verbs
from clearway.languages.en.words import noun_classes

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

NO_PLURALS = frozenset({"its", "this", "was", "us"})
"""Words that end in "s" and are no plural of another."""

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
ASCII_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
"""The same in plain letters, which takes two thirds of the time."""

WORDS_KEPT = 20_000
"""How many words as written are kept with what is known of them."""

DISEASE = frozenset({"disease"})


def words_in(sentence: str) -> list[str]:
    """The words as written, parts that a hyphen joins as one."""
    return (ASCII_WORD if sentence.isascii() else WORD).findall(sentence)


class Seen:
    """What a sentence has at each of its words: the word with its lemmas, its classes, and whether a number counts.

    `written` are its words, `listed` the same in lower case.
    """

    def __init__(
        self, sentence: str, written: Sequence[str], listed: Sequence[str], counts: Sequence[int], *, sick: bool = False
    ) -> None:
        self.sentence = sentence
        self.listed = listed
        self.counts = [len(WORD.findall(sentence, 0, start)) for start in counts]
        known = list(map(_known, written))
        self.words = [words for words, _ in known]
        self.classes = [classes for _, classes in known]
        for at in self.counts:
            if at < len(known):
                self.classes[at] |= {"people"}
        if not _last_words().isdisjoint(listed):
            self._pair_nouns()
        self.every_word = frozenset().union(*self.words)
        self.given = DISEASE if sick else frozenset()
        self.every_class = self.given.union(*self.classes)

    def _pair_nouns(self) -> None:
        """Add what nouns of two words are, at the second."""
        lasts, nouns = _last_words(), noun_classes()
        for at, word in enumerate(self.listed):
            pair = nouns.get(f"{self.listed[at - 1]} {word}") if at and word in lasts else None
            if pair is not None:
                self.words[at] |= {pair[0]}
                self.classes[at] |= pair[1]

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


@lru_cache(maxsize=WORDS_KEPT)
def _known(written: str) -> tuple[frozenset[str], frozenset[str]]:
    """A word in lower case with its lemmas, and the classes that it has: those of them that some frame asks for."""
    word = written.lower()
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
        elif part.endswith("s") and part not in NO_PLURALS:
            names.update((part[:-1], f"{part[:-3]}y"))
        if part in ANYBODY and written != "US":
            classes.add("people")
        if part in IT:
            classes.add("it")
    if written[0].isupper() and word not in NO_NAMES:
        classes.add("name")
    return asked_names() & names, asked_names() & classes


@cache
def _last_words() -> frozenset[str]:
    """The second words of nouns of two words."""
    return frozenset(noun.split()[1] for noun in noun_classes() if " " in noun)
