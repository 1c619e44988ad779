"""Lines on a page to paragraphs, by where they stand."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_BULLET = re.compile(r"\s*(?:[•▪‣◦●■□➢➤✓·–—*-]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s)")
_KEY = re.compile(r"[A-Z][A-Za-z -]{1,30}:\s")
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', "؟", "۔")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s)?#(?:\s?(?:of|/)\s?[\d#]+)?\W*", re.IGNORECASE)
_CUT = "-\u00ad\u2010\x02\ufffe"
"""Hyphens at the end of a line; pdfium gives the last two for one that it takes for a cut word."""
_MOST_FURNITURE, _SHORT_PAGE = 2, 8
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
    """The pages without page numbers and running heads, and the words of those left out ("#" for the page's number)."""
    edges = [{_shape(line.text, number) for line in _edges(page)} for number, page in enumerate(pages, start=1)]
    counts = Counter(shape for page in edges for shape in page)
    repeated = {shape for shape, count in counts.items() if count >= max(_LEAST_PAGES, len(pages) / 2)}
    kept = []
    for number, page in enumerate(pages, start=1):
        shapes = {id(line): _shape(line.text, number) for line in _edges(page)}
        furniture = {key for key, shape in shapes.items() if shape in repeated or _PAGE_NUMBER.fullmatch(shape)}
        kept.append([line for line in page if id(line) not in furniture])
    return kept, tuple(sorted(shape for shape in repeated if not _PAGE_NUMBER.fullmatch(shape)))


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
    fits = before.end + line.first_word + 0.2 * line.height <= margin and before.text[-1] not in "\x02\ufffe"
    wrapped = not fits and not _BULLET.match(line.text)
    same_size = abs(before.height - line.height) < 0.15 * line.height
    gap = before.top - line.top
    if gap < -0.5 * line.height:
        return " " if wrapped and same_size and not before.text.endswith(_SENTENCE_END) else "\n\n"
    if not same_size or gap > leading + 0.4 * line.height:
        return "\n\n"
    return " " if wrapped and not _KEY.match(line.text) else "\n"


def _mended(text: str, following: str, glue: str, words: Counter[str]) -> tuple[str, str]:
    """A word that the end of the line cut in two, put together as the rest of the document writes it."""
    match = re.search(rf"(\w+)[{_CUT}]$", text)
    if glue != " " or match is None or not following[:1].islower():
        return text, glue
    rest = re.match(r"\w+", following)
    joined, hyphened = (match[1] + mark + (rest[0] if rest else "") for mark in ("", "-"))
    written = "-" if words[hyphened.lower()] > words[joined.lower()] else ""
    return text[:-1] + written, ""


def _margin(line: Line, page: Sequence[Line]) -> float:
    """Where lines of this size that start here end at the furthest."""
    return max(
        other.end
        for other in page
        if abs(other.start - line.start) < 3 and abs(other.height - line.height) < 0.15 * line.height
    )


def _leading(page: Sequence[Line]) -> float:
    """The usual distance between the tops of two lines of a paragraph: the lower quartile, as pages have many gaps."""
    gaps = [one.top - two.top for one, two in itertools.pairwise(page) if 0 < one.top - two.top < 4 * two.height]
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


def _edges(page: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page, where running heads and page numbers are."""
    most = _MOST_FURNITURE if len(page) > _SHORT_PAGE else 1
    return [*page[:most], *page[max(most, len(page) - most) :]]


def _shape(text: str, number: int) -> str:
    """The words of a line with the number of its page as a sign; other numbers may be figures and stay."""
    words = re.sub(rf"(?<![\d.,]){number}(?![\d]|[.,]\d)", "#", text)
    return re.sub(r"\s+", " ", words).strip()
