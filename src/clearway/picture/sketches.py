"""Sketches of whole texts, by which copies of one text are found without holding every text against every other."""

import re
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from clearway.picture.speakers import LINKING, SENTENCES, WORD, fold
from clearway.picture.unions import join, root

RUN = 5
"""Words of a run; five in a row are seldom the same by chance (Broder 1997 compares texts by such runs)."""

LEAST = 20
"""Runs that a text has at least to be held against others: shorter ones are told by their sentences alone."""

HELD = 0.6
"""The share of the shorter text's runs from which on both are one text.

Two texts of one length hold so much of each other where their resemblance is .43. Papers that print one wire hold .62
to .91 of each other, what stands around it on their pages counted; news about one event by two desks under a tenth, and
up to a half where both use one press release.
"""

SAME = 0.9
"""From this share on a text finds no copies that the text which holds it does not find."""

HASHES = 256
ROWS = 2
SEED = 1
"""256 hashes in bands of two: texts that resemble one another by a fifth share a band in 99 of 100 cases."""

MOST = 8
"""Texts under one band at most: where more share it, they are copies of one another."""

SKETCHES = 512
"""Sketches kept of those looked at last: each takes some 20 kB once its runs were asked for."""

FEW = 40
"""Texts up to which each is looked at instead of a list of those under a band."""

LONG = 12
"""Words in a row that two sentences share only where one was written from the other, or both from a third.

Independent reports of one event share up to eleven, of an address and an hour for instance.
"""

QUOTED = 8
"""Words in a row within quotation marks that only one speaker has said."""

PLAIN = 0.4
"""The share of words of a long run that are in no title: two who write an office's full name copy nobody."""

MARKS = re.compile('[“”„"«»]')


class Sketch:
    """A text by the hashes of its runs of words, and bands of them under which its copies are found.

    Made of the text, or of what was kept of it (`data`); neither is looked at before somebody asks.
    """

    def __init__(self, text: str = "", data: bytes | None = None) -> None:
        self._text = text
        self._data = data

    @cached_property
    def data(self) -> bytes:
        """What is kept of it: its bands and then its runs, each as four bytes; nothing of a text too short."""
        if self._data is not None:
            return self._data
        runs = _runs(self._text)
        if len(runs) < LEAST:
            return b""
        return array("I", [*_bands(runs), *sorted(runs)]).tobytes()

    @cached_property
    def bands(self) -> frozenset[int]:
        """The bands under which its copies are found, each a number of its own that sorts as they come."""
        return frozenset(place << 32 | band for place, band in enumerate(array("I", self.data[: HASHES // ROWS * 4])))

    @cached_property
    def runs(self) -> frozenset[int]:
        """The hashes of all its runs of words."""
        return frozenset(array("I", self.data[HASHES // ROWS * 4 :]))

    def shared(self, other: "Sketch") -> float:
        """The share of the shorter text's runs that stand in both."""
        one, two = self.runs, other.runs
        return len(one & two) / min(len(one), len(two)) if one and two else 0.0


@lru_cache(maxsize=SKETCHES)
def sketch_of(text: str) -> Sketch:
    """The sketch of a text, worked out when somebody asks."""
    return Sketch(text)


@lru_cache(maxsize=SKETCHES)
def kept_sketch(data: bytes) -> Sketch:
    """The sketch that these bytes keep."""
    return Sketch(data=data)


def sketched(text: str) -> bytes:
    """What is kept of a text so that its copies are found; the same bytes for the same text."""
    return Sketch(text).data


def one_text(sketches: Mapping[str, Sketch]) -> Mapping[str, str]:
    """For each report the first, in the order given, that prints the same text; itself where none does.

    A report is held against those under one of its bands, and no further once it goes with them, so that many copies
    of one text take no longer than as many texts.
    """
    names = list(sketches)
    into = list(range(len(names)))
    known = _Known()
    for place, name in enumerate(names):
        mine = sketches[name]
        most = 0.0
        for head in known.beside(mine):
            if root(into, head) != root(into, place):
                share = mine.shared(sketches[names[head]])
                if share >= HELD:
                    join(into, place, head)
                    most = max(most, share)
        if most < SAME:
            known.add(place, mine)
    return {name: names[root(into, place)] for place, name in enumerate(names)}


class _Known:
    """Texts by their bands; no list is made of those under each while they are few."""

    def __init__(self) -> None:
        self._few: list[tuple[int, Sketch]] = []
        self._under: dict[int, list[int]] = {}

    def add(self, place: int, sketch: Sketch) -> None:
        """Keep a text by its place."""
        self._few.append((place, sketch))
        if len(self._few) > FEW:
            for other, known in self._few:
                for band in known.bands:
                    heads = self._under.setdefault(band, [])
                    if len(heads) < MOST:
                        heads.append(other)
            self._few.clear()

    def beside(self, sketch: Sketch) -> Iterable[int]:
        """The places of the texts with which a text has a band in common, those first that have an early one."""
        bands = sorted(sketch.bands) if self._under else ()
        listed = dict.fromkeys(place for band in bands for place in self._under.get(band, ()))
        both = ((sketch.bands & known.bands, place) for place, known in self._few)
        return (*listed, *(place for _, place in sorted((min(common), place) for common, place in both if common)))


@lru_cache(maxsize=SENTENCES)
def long_runs(sentence: str) -> frozenset[int]:
    """The hashes of a sentence's runs of many words, but for those that are mostly names."""
    words = WORD.findall(sentence)
    plain = [word.islower() and word not in LINKING for word in words]
    places = range(len(words) - LONG + 1)
    return frozenset(
        _hash(words[start : start + LONG]) for start in places if sum(plain[start : start + LONG]) >= PLAIN * LONG
    )


@lru_cache(maxsize=SENTENCES)
def quoted_runs(sentence: str) -> frozenset[int]:
    """The hashes of the runs of words that a sentence gives within quotation marks."""
    found = set[int]()
    for part in _quoted(sentence):
        words = WORD.findall(part)
        found |= {_hash(words[start : start + QUOTED]) for start in range(len(words) - QUOTED + 1)}
    return frozenset(found)


def _quoted(sentence: str) -> Iterator[str]:
    """What stands within marks; a quotation may begin before the sentence or end after it."""
    inside = _begins_inside(sentence)
    ends = [0, *(mark.start() for mark in MARKS.finditer(sentence)), len(sentence)]
    for start, end in pairwise(ends):
        if inside:
            yield sentence[start:end]
        inside = not inside


def _begins_inside(sentence: str) -> bool:
    first = MARKS.search(sentence)
    if first is None:
        return False
    after = sentence[first.end() : first.end() + 1]
    return first.group() in "”»" or (first.group() == '"' and not after.isalnum())


def _runs(text: str) -> frozenset[int]:
    words = WORD.findall(fold(text))
    return frozenset(_hash(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(fold(" ".join(words)).encode())


def _bands(runs: Collection[int]) -> Iterator[int]:
    """Hashes of some of the least hashes of all runs, in twos: copies of one text have one of them in common."""
    from rensa import RMinHash

    sketch = RMinHash(num_perm=HASHES, seed=SEED)
    sketch.update([f"{run:08x}" for run in sorted(runs)])
    least = sketch.digest()
    for start in range(0, HASHES, ROWS):
        yield zlib.crc32(array("I", least[start : start + ROWS]).tobytes())
