"""Lines on a page to paragraphs, by where they stand."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_BULLET = re.compile(r"\s*(?:[•▪‣◦●■□➢➤✓·–—*-]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s)")
_KEY = re.compile(r"[A-Z][A-Za-z -]{1,30}:\s")
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', "؟", "۔")
_MOST_FURNITURE = 2
_LEAST_PAGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as printed: where it starts and ends in reading direction, its top, its height, its first word's width.

    All in points, `top` counted from the bottom of the page upwards.
    """

    text: str
    start: float
    end: float
    top: float
    height: float
    first_word: float


def without_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The pages without page numbers and running heads, and the words of those left out."""
    edges = [{_shape(line.text) for line in _edges(page)} for page in pages]
    counts = Counter(shape for page in edges for shape in page)
    repeated = {shape for shape, count in counts.items() if count >= max(_LEAST_PAGES, len(pages) / 2)}
    numbers = {"#", "page #", "page # of #", "# / #", "#/#", "- # -", "# | page"}
    kept = []
    for page in pages:
        edge = {id(line) for line in _edges(page) if _shape(line.text) in repeated | numbers}
        kept.append([line for line in page if id(line) not in edge])
    return kept, tuple(sorted(repeated - numbers))


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """The text of the pages: wrapped lines joined, other lines kept apart, an empty line where the page has a gap.

    A line was wrapped when the first word of the next would not have fitted beside it.
    """
    pieces: list[str] = []
    before: Line | None = None
    margin = 0.0
    words = Counter(word for page in pages for line in page for word in re.findall(r"\w+(?:-\w+)?", line.text.lower()))
    for page in pages:
        leading = _leading(page)
        for line in page:
            if before is not None:
                glue = _glue(before, line, margin=margin, leading=leading)
                text, glue = _mended(pieces.pop(), line.text, glue, words)
                pieces += [text, glue]
            pieces.append(line.text)
            margin = _margin(line, page)
            before = line
    return "".join(pieces)


def _glue(before: Line, line: Line, *, margin: float, leading: float) -> str:
    """What stands between two lines: a space, a line break, or an empty line."""
    wrapped = before.end + line.first_word + 0.2 * line.height > margin and not _BULLET.match(line.text)
    same_size = abs(before.height - line.height) < 0.15 * line.height
    gap = before.top - line.top
    if gap < -0.5 * line.height:
        return " " if wrapped and same_size and not before.text.endswith(_SENTENCE_END) else "\n\n"
    if not same_size or gap > leading + 0.4 * line.height:
        return "\n\n"
    return " " if wrapped and not _KEY.match(line.text) else "\n"


def _mended(text: str, following: str, glue: str, words: Counter[str]) -> tuple[str, str]:
    """A word that the end of the line cut in two, put together as the rest of the document writes it."""
    if glue != " " or not (match := re.search(r"(\w+)[-\u00ad\u2010\x02\ufffe]$", text)) or not following[:1].islower():
        return text, glue
    rest = re.match(r"\w+", following)
    joined, hyphened = (match[1] + mark + (rest[0] if rest else "") for mark in ("", "-"))
    plain = text[-1] == "-" and words[hyphened.lower()] > words[joined.lower()]
    return (text if plain else text[:-1]), ""


def _margin(line: Line, page: Sequence[Line]) -> float:
    """Where lines of this size that start here end at the furthest."""
    return max(
        other.end
        for other in page
        if abs(other.start - line.start) < 3 and abs(other.height - line.height) < 0.15 * line.height
    )


def _leading(page: Sequence[Line]) -> float:
    """The usual distance between the tops of two lines that follow each other."""
    gaps = [one.top - two.top for one, two in itertools.pairwise(page) if 0 < one.top - two.top < 4 * two.height]
    return median(gaps) if gaps else 0.0


def _edges(page: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page, where running heads and page numbers are."""
    return [*page[:_MOST_FURNITURE], *page[max(_MOST_FURNITURE, len(page) - _MOST_FURNITURE) :]]


def _shape(text: str) -> str:
    """The words of a line with every number as one sign."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip().lower()
