"""Which reports are versions of one work, and which of them is the current one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

NEARLY_THE_SAME = 0.8
"""Share of common shingles from which on two texts of one url are one text, edited (Broder 1997's resemblance)."""

_WORD = re.compile(r"\w+")
_SHINGLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What decides a report's place among the versions of a work; `at` is when it was first read."""

    report: str
    sha256: str
    ordinal: int
    published: date | None
    retrieved: date | None
    at: str


def nearly_same(one: str, other: str) -> bool:
    """Whether two texts share most of their runs of three words.

    >>> nearly_same("Ten people died in the town on Monday.", "Ten people died in the town on Monday")
    True
    """
    if one == other:
        return True
    ours, theirs = _shingles(one), _shingles(other)
    smaller, larger = sorted((len(ours), len(theirs)))
    if smaller < NEARLY_THE_SAME * larger:
        return False
    common = len(ours & theirs)
    return common >= NEARLY_THE_SAME * (len(ours) + len(theirs) - common)


def in_order(versions: Iterable[Version]) -> list[Version]:
    """The versions of one work, the current one last, whatever order they came in.

    Of the same bytes, what was said of them last counts, since only a correction makes two reports of one document.
    Of different bytes, what was published last.
    """
    documents: dict[tuple[str, int], list[Version]] = {}
    for version in versions:
        documents.setdefault((version.sha256, version.ordinal), []).append(version)
    for same in documents.values():
        same.sort(key=lambda version: (version.at, version.report))
    ordered = sorted(documents.values(), key=lambda same: _lateness(same[-1]))
    return [version for same in ordered for version in same]


def _lateness(version: Version) -> tuple[date, date, str, str]:
    """Later ones sort later; an unknown day is earlier than any known."""
    return (version.published or date.min, version.retrieved or date.min, version.at, version.report)


def _shingles(text: str) -> set[int]:
    """Hashes of every run of three words."""
    words = _WORD.findall(text.casefold())
    last = max(len(words) - _SHINGLE, 0) + 1
    return {hash(tuple(words[start : start + _SHINGLE])) for start in range(last)}
