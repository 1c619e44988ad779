"""What a report's text tells of sites beyond the claims that were read from it."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clearway.exports.areas import FACILITY_MARK, MARK
from clearway.exports.masking import flat, joined
from clearway.exports.runs import Edit, Span
from clearway.exports.sites import SITES, is_proper, plain_sites, site_words, tells_site

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_TITLES = "".join(rf"(?<!\b{title})" for title in ("Gen", "Col", "Maj", "Sgt", "Mrs", "Prof", "Capt", "Brig"))
_ENDS = re.compile(rf"(?<=[^\W_]{{3}}){_TITLES}[.!?؟۔]+[\"”’»)\]]*\s+(?=[^a-z\s])")
"""Where a sentence surely ends: no split after "St." is worth half a sentence that goes out."""
_STOPS = re.compile(r"[.!?؟۔]+")
"""Where one may end; these are found many times faster, and such an end begins with one."""

_NAME = r"\b[A-Z][\w'’‘-]{0,30}(?:\s{1,2}(?:(?:of|the|al|el|de|du)\s)?[A-Z][\w'’‘-]{0,30}){0,5}"
_SITE = "|".join(sorted((word for word in SITES if word.isascii()), key=len, reverse=True))
_ONE_SITE = "|".join(word for word in sorted(SITES) if word.isascii() and not word.endswith("s"))
_NAMED = re.compile(rf"(?P<name>{_NAME})\s{{1,2}}(?i:{_ONE_SITE})\b")
_PLACED = re.compile(
    rf"\b(?i:{_SITE})\s{{1,2}}(?:in|at|near|outside|inside|behind|beside|by)\s{{1,2}}(?P<name>{_NAME})"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w'’‘-]{0,30}\s{1,2}$")
_LONGEST_PART = 33
"""Characters that the last part of a name has at most, with the space behind it."""
_ODD_CASE = re.compile("[ſıİ\u212a]")
"""Letters that are the same as one of ASCII where case does not count, and are not found by looking for that."""
_OPENING = re.compile(
    r"(?:The|An?|One|Two|Three|In|At|Near|Outside|Inside|From|To|Some|Both|Many|Several|This|That|Another|Every|Each|No)"
    r"(?:\s+|$)"
)


class NamedSite(NamedTuple):
    """The mark for what names a site in a text, and its folded words."""

    edit: Edit
    key: str


def site_sentences(text: str) -> tuple[Span, ...]:
    """Where the text's sentences are that speak of a hospital, a school, a camp, a convoy and the like.

    >>> site_sentences("The clinic is by the mill. Snow fell.")
    ((0, 26),)
    """
    plain = flat(text)
    if plain is not None:
        sites = plain_sites(plain)
        return tuple(span for span in _sentences(text) if _holds(span, sites)) if sites else ()
    return tuple(span for span in _sentences(text) if tells_site(text[slice(*span)]))


def _holds(span: Span, sites: Sequence[int]) -> bool:
    at = bisect_left(sites, span[0])
    return at < len(sites) and sites[at] < span[1]


def site_names(text: str, areas: Collection[str]) -> list[Edit]:
    """Marks for what stands before a site's common word as its name, and behind it as its place, but for areas.

    `areas` are folded names of areas that may be told.
    """
    return apart([one.edit for one in named_sites(text) if one.key not in areas])


def named_sites(text: str) -> tuple[NamedSite, ...]:
    """The names of sites in a text, and the places that they are said to be at."""
    found: list[NamedSite] = []
    for match, mark in _site_names(text):
        start, end = match.span("name")
        if opening := _OPENING.match(match["name"]):
            start += opening.end()
        if start < end and is_proper(text[start:end]):
            found.append(NamedSite((start, end, mark), joined(text[start:end])))
    return tuple(found)


def _site_names(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What stands before a site's common word, and behind one, where something like a name does."""
    if _ODD_CASE.search(text):
        yield from ((match, FACILITY_MARK) for match in _NAMED.finditer(text))
        yield from ((match, MARK) for match in _PLACED.finditer(text))
        return
    sites = site_words(text)
    if any(_NAME_BEFORE.search(text[max(0, start - _LONGEST_PART) : start]) for start in sites):
        yield from ((match, FACILITY_MARK) for match in _NAMED.finditer(text))
    taken = 0
    for start in sites:
        if start >= taken and (match := _PLACED.match(text, start)):
            yield match, MARK
            taken = match.end()


def apart(edits: Collection[Edit]) -> list[Edit]:
    """The edits in their order; those that overlap are one, with the mark of the first and longest."""
    kept: list[Edit] = []
    for start, end, mark in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if kept and start < kept[-1][1]:
            first, last, before = kept[-1]
            kept[-1] = (first, max(last, end), before)
        else:
            kept.append((start, end, mark))
    return kept


def outside(spans: Iterable[Span], others: Sequence[Span]) -> Iterator[Span]:
    """What of the spans lies outside the others; both are in order, and the spans apart.

    >>> list(outside([(0, 9), (10, 12)], [(2, 4), (3, 6)]))
    [(0, 2), (6, 9), (10, 12)]
    """
    first = 0
    for at, last in spans:
        while first < len(others) and others[first][1] <= at:
            first += 1
        for index in range(first, len(others)):
            start, end = others[index]
            if start >= last:
                break
            if at < start:
                yield at, start
            at = max(at, end)
        if at < last:
            yield at, last


def _sentences(text: str) -> Iterator[Span]:
    """Start and end of each sentence, without the space around it."""
    borders = {0, len(text)}
    borders |= {match.end() for match in _PARAGRAPH.finditer(text)}
    borders |= {found.end() for stop in _STOPS.finditer(text) if (found := _ENDS.match(text, stop.start()))}
    for start, end in pairwise(sorted(borders)):
        said = text[start:end]
        if said.strip():
            yield start + len(said) - len(said.lstrip()), start + len(said.rstrip())
