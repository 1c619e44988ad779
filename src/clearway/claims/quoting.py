"""Quotations and accounts that go on: who is quoted where the sentence itself does not say."""

import re
from itertools import pairwise

from clearway.claims.lines import Line
from clearway.claims.speakers import Speakers

QUOTE_MARKS = re.compile('["“”]')


def quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation in the text; one left open runs to the end of its paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    paragraph_end = 0
    for mark in QUOTE_MARKS.finditer(text):
        if opened is not None:
            paragraph_end = text.find("\n\n", opened)
            if 0 <= paragraph_end < mark.start():
                found.append((opened, paragraph_end))
                opened = None
        if opened is None:
            if mark.group() != "”":
                opened = mark.end()
        elif mark.group() == "“":
            found.append((opened, mark.start()))
            opened = mark.end()
        else:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        end = text.find("\n\n", opened)
        found.append((opened, end if end >= 0 else len(text)))
    return found


def note_quote(line: Line, lines: list[Line], speakers: Speakers) -> None:
    """Who is quoted in a sentence: its speaker, the speaker of the quotation's earlier part, or the last one."""
    if not line.quoted:
        return
    said = [speech for speech in line.speeches if not speech.weak]
    if said:
        line.quoting = said[-1].speaker
        return
    for other in reversed(lines[:-1]):
        if set(other.quoted) & set(line.quoted) and other.quoting:
            line.quoting = other.quoting
            return
    line.quoting = speakers.last_person or speakers.last


def look_ahead(lines: list[Line]) -> None:
    """A quotation whose speaker is named only in the sentence that ends it."""
    for line, following in reversed(list(pairwise(lines))):
        shared = set(line.quoted) & set(following.quoted)
        said = [speech for speech in following.speeches if not speech.weak]
        if any(not speech.weak for speech in line.speeches):
            continue
        if shared and (said or following.ahead):
            line.quoting = line.ahead = said[0].speaker if said else following.ahead
        elif (
            line.quoted
            and said
            and not following.quoted
            and following.paragraph == line.paragraph
            and len(following.scene.tree.tokens) < 12
        ):
            line.quoting = said[0].speaker


POINTS_BACK = re.compile(
    r"^(?:another \w+|the (?:attacks?|strikes?|raids?)\b|this includes|these include|of these|of them|among them)",
    re.IGNORECASE,
)


def carry(line: Line, previous: Line | None, last_source: str | None) -> None:
    """The speaker goes on into a sentence that points back to his account."""
    if previous is not None and not line.speeches and previous.paragraph == line.paragraph and last_source:
        opening = line.scene.tree.text
        if POINTS_BACK.match(opening) or "in the attacks" in opening.lower():
            line.carried = last_source
