"""Who speaks: which names go together, and how many sources there are behind several claims."""

import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clearway.model import Claim, Report, SourceKind, Status

WORD = re.compile(r"[^\W_]+")
LINKING = frozenset(
    {"a", "an", "and", "at", "by", "de", "des", "du", "for", "in", "la", "le", "of", "on", "s", "the", "to"}
)
"""Words of a name that its initials leave out."""

MARKS = 3

SENTENCES, NAMES, PAIRS = 2_048, 4_096, 16_384
"""Answers remembered of sentences, of names and of two names: what is folded together asks for them again and again,
and has hardly any in common with what is folded next. A hundred thousand of sentences took 300 MB."""

ALIKE_WORDS = 0.8
"""The share of words from which two sentences count as copies of one another."""


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker's name: its words, its initials, and whether it is a name at all ("witnesses" is not)."""

    written: str
    words: frozenset[str]
    initials: str
    proper: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a claim: the nearest speaker, or the report itself."""

    name: Name
    kind: SourceKind
    own: bool
    report: str

    @property
    def shown(self) -> str:
        """The name as the picture lists it."""
        return f"report: {self.name.written}" if self.own else self.name.written


def fold(text: str) -> str:
    """The text without accents and case, for comparing."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=NAMES)
def words_of(text: str | None) -> frozenset[str]:
    """The words of a text, folded, without linking words, and without a plural's s."""
    found = (word for word in WORD.findall(fold(text or "")) if word not in LINKING)
    return frozenset(singular(word) for word in found)


def singular(word: str) -> str:
    """An English noun without its plural ending, good enough to compare by."""
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=NAMES)
def name_of(written: str) -> Name:
    """A name taken apart."""
    parts = [part for part in WORD.findall(written) if fold(part) not in LINKING]
    spelled = [part for part in parts if not (len(part) > 1 and part.isupper())]
    initials = fold("".join(part[0] for part in spelled)) if len(spelled) > 1 else ""
    proper = any(part[0].isupper() for part in parts) or (bool(parts) and not written.isascii())
    return Name(written=written, words=frozenset(fold(part) for part in parts), initials=initials, proper=proper)


def voice_of(claim: Claim, report: Report | None) -> Voice:
    """Who says the claim."""
    nearest = claim.attribution.nearest
    if nearest is not None:
        return Voice(name=name_of(nearest.name), kind=nearest.kind, own=False, report=claim.report)
    publisher = (report.publisher or report.title or report.document) if report else claim.report
    return Voice(name=name_of(publisher), kind=SourceKind.MEDIA, own=True, report=claim.report)


@lru_cache(maxsize=PAIRS)
def same_name(one: Name, other: Name) -> bool:
    """Whether two names are one speaker's: the same words, or one is the other's initials."""
    if one.words == other.words:
        return True
    return _is_initials(one, other) or _is_initials(other, one)


@lru_cache(maxsize=PAIRS)
def affiliated(one: Name, other: Name) -> bool:
    """Whether one name lies within the other ("UN" in "UN human rights office"), by words or by initials."""
    if same_name(one, other):
        return True
    if not (one.proper and other.proper):
        return False
    return any(a <= b or b <= a for a in _forms(one) for b in _forms(other))


@lru_cache(maxsize=NAMES)
def hints(name: Name) -> tuple[frozenset[str], ...]:
    """What a name may be known by: of two that are affiliated, one is known by a part of what the other is."""
    letters = name.written.replace(".", "")
    short = [fold(letters)] if len(letters) > 1 and letters.isupper() and letters.isalpha() else []
    long = [name.initials] if name.initials and (name.initials.isalpha() or _office(name)) else []
    return (name.words or frozenset({""}), *(frozenset({one}) for one in short + long))


def kin(one: Voice, other: Voice) -> bool:
    """Whether two claims come from the same or affiliated speakers.

    Within one report the report's own voice goes with the speakers it quotes, and UN offices go together.
    """
    if one.own == other.own and affiliated(one.name, other.name):
        return True
    if one.report != other.report:
        return False
    return one.own or other.own or (one.kind is SourceKind.UN and other.kind is SourceKind.UN)


def copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences, given by their words, are copies of one another."""
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < ALIKE_WORDS * max(len(one), len(other)):
        return False
    shared = len(one & other)
    return shared > 0 and shared >= ALIKE_WORDS * len(one | other)


def about_itself(claim: Claim) -> bool:
    """Whether a party speaks about its own deeds: the nearest speaker lies within the actor's words.

    A party that tells of ground gained or held, and not by whom, tells of its own.
    """
    nearest = claim.attribution.nearest
    if nearest is None:
        return False
    if not claim.actor:
        return nearest.kind is SourceKind.PARTY and claim.status in (Status.GAINED, Status.HELD)
    name = name_of(nearest.name)
    return any(affiliated(name, name_of(actor.strip())) for actor in claim.actor.split(";") if actor.strip())


@lru_cache(maxsize=SENTENCES)
def marks(sentence: frozenset[str]) -> tuple[str, ...]:
    """A few words of a sentence under which its copies can be found: the smallest by checksum, as in minhashing."""
    return tuple(word for _, word in sorted((zlib.crc32(word.encode()), word) for word in sentence)[:MARKS])


def speakers(voices: Sequence[Voice]) -> tuple[str, ...]:
    """The distinct names as shown, in alphabetical order."""
    return tuple(sorted({voice.shown for voice in voices}, key=lambda name: (fold(name), name)))


def _is_initials(short: Name, long: Name) -> bool:
    letters = short.written.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha() and fold(letters) == long.initials


@lru_cache(maxsize=NAMES)
def _forms(name: Name) -> tuple[frozenset[str], ...]:
    """The words of a name, and its initials as a word, where the name is long enough to be known by them."""
    if name.initials and not name.words & {name.initials} and _office(name):
        return (name.words, frozenset({name.initials}))
    return (name.words,)


def _office(name: Name) -> bool:
    """Whether initials may stand for the name: three words or more, or "United ..." as in UN."""
    return len(name.words) > 2 or "united" in name.words
