"""Where sentences begin and end in a text as published: paragraphs, bullets, hard-wrapped lines, quotes."""

import re
from collections.abc import Iterator

from clearway.languages.en.abbreviations import ABBREVIATIONS, NUMBER_ABBREVIATIONS
from clearway.languages.en.patterns import labels
from clearway.languages.en.words import classes_of

PARAGRAPH = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪►●○■o]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+")
STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[.!?](?=[A-Z“\"])")
ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
OPENERS = frozenset("(\"'“‘")
INITIALS = re.compile(r"^(?:[A-Za-z]\.)*[A-Za-z]$")

LABEL = re.compile(r"(?:[A-Z][\w/&-]* (?:(?:and|of|&) )?){0,3}(?P<last>[A-Z][\w/&-]+):\s+(?=[A-Z0-9])")
INLINE_BULLET = re.compile(r"\s+[•▪●○■§]\s+")
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}|(?:[A-Z][\w'’-]+ ?){1,4}(?=\())"
    r"(?:,? ?[A-Z][\w .]{2,20})?(?:,? \d{1,2} [A-Z]\w+(?: \d{4})?|,? [A-Z]\w+\.? \d{1,2}(?:, \d{4})?)?"
    r" ?(?:\([^()\n]{2,40}\))?\s*[-–—]{1,2}\s+(?=[A-Z\"“])"
    r"|[A-Z]{3,}(?: [A-Z]{3,})?, [A-Z]{3,}(?: [A-Z]{3,})?:\s+(?=[A-Z\"“])"
)
"""The place, day and agency before a wire story's first words, which belong to no claim."""

LONG_LINE = 70
SHORT_TAIL = 45
MOST = 1200
"""A sentence longer than this is cut at the next space: a table or a list without stops is no sentence."""


HEADER = re.compile(r"(?:\ufeff?[A-Z][A-Za-z-]{2,19}:[^\n]{0,120}\n)+(?=[ \t]*\n)")
"""Lines of "Key: value" at the very top, which tell of the report and claim nothing; a longer one is a dateline."""

SEEN = re.compile(r"\S")

TABLE_BARS = 2
"""Bars from which a line is a row of a table and no sentence."""


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in the text, white space left out; no header lines, no rows of tables."""
    header = HEADER.match(text)
    top = header.end() if header else 0
    for start, end in _bullets(text):
        if end <= top or text.count("|", start, end) >= TABLE_BARS:
            continue
        for first, last in _sentences(text, start, end):
            yield from _bounded(text, first, last)


def _bullets(text: str) -> Iterator[tuple[int, int]]:
    """The blocks, parted at bullets that a converter has left inside a line."""
    for start, end in _blocks(text):
        first = start
        for bullet in INLINE_BULLET.finditer(text, start, end):
            yield first, bullet.start()
            first = bullet.end()
        yield first, end


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together."""
    start: int | None = None
    end = 0
    for line_start, line_end, gap in _lines(text):
        if start is not None and not _goes_on(text, (start, end), (line_start, line_end), gap=gap):
            yield start, end
            start = None
        if start is None:
            start = line_start
        end = line_end
    if start is not None:
        yield start, end


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each line with words: start, end, and whether a blank line comes before it."""
    position, blank = 0, False
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = position + line.index(stripped)
            yield first, first + len(stripped), blank
        blank = not stripped
        position += len(line)


def _goes_on(text: str, block: tuple[int, int], line: tuple[int, int], *, gap: bool) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    before = text[max(block[0], text.rfind("\n", block[0], block[1]) + 1) : block[1]]
    after = text[line[0] : line[1]]
    if BULLET.match(after) or ENDS.search(before):
        return not gap and not BULLET.match(after) and len(before) >= LONG_LINE and not before.endswith(":")
    if after[0].islower():
        return True
    if gap:
        return len(before) >= LONG_LINE and len(after) <= SHORT_TAIL and after.endswith(".")
    return len(before) >= LONG_LINE or before.endswith((",", "-", "–"))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    dateline = DATELINE.match(text, start, end) or _label(text, start, end)
    first = dateline.end() if dateline else start
    for stop in STOP.finditer(text, start, end):
        if stop.start() < first or not _is_end(text, first, stop, end):
            continue
        yield first, stop.end()
        first = stop.end()
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """A heading at the start of a line ("Health: 12 of 31 ..."), unless it names a speaker or a number ("Dead: 12")."""
    label = LABEL.match(text, start, end)
    if (
        label is None
        or labels().search(label.group())
        or classes_of(label.group("last").lower()) & {"people", "organisation", "armed"}
    ):
        return None
    return label


def _is_end(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    """Whether this stop ends a sentence, and not an abbreviation or a set of initials."""
    after = SEEN.search(text, stop.end(), end)
    if after is None:
        return True
    follows = after.group()
    if follows.islower():
        return False
    if stop.group()[0] != "." or stop.group() not in (".",):
        return True
    last = _last_word(text, first, stop.start())
    if not last:
        return True
    if last.lower() in ABBREVIATIONS or (INITIALS.match(last) and last not in ("I", "a")):
        return False
    return not (last.lower() in NUMBER_ABBREVIATIONS and follows.isdigit())


def _last_word(text: str, first: int, end: int) -> str:
    """The word that ends there, without what opens a bracket or a quotation; nothing where a space does."""
    end -= text[end - 1] == "\n"  # a line may end before its stop
    start = end
    while start > first and text[start - 1] not in OPENERS and not text[start - 1].isspace():
        start -= 1
    return text[start:end]


def _bounded(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    while last - first > MOST:
        cut = text.rfind(" ", first, first + MOST)
        cut = cut if cut > first else first + MOST
        yield first, cut
        first = cut + 1 if text[cut : cut + 1] == " " else cut
    if first < last:
        yield first, last
