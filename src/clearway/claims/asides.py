"""Words that the parser reads a sentence better without: a share between commas, a "there" behind its noun."""

import re

HEDGE = r"(?:about|around|nearly|almost|over|more than|at least|an? estimated|some|up to)"
PART = r"(?:most|many|some|half|all|none|two-thirds|a third|the majority|[\d,.]+(?:\s*(?:%|per\s?cent))?|[a-z]+)"
THEM = ("them", "whom", "these", "those")
OF_THEM = rf"(?:{HEDGE}\s+)?{PART}\s+of\s+(?:{'|'.join(THEM)})\b"
SHARE = re.compile(rf",\s+{OF_THEM}[^,;:.()\n]{{1,80}},", re.IGNORECASE)
DASHED = re.compile(rf"\s[-–—]\s+{OF_THEM}[^;:.()\n]{{1,80}}?\s[-–—]\s", re.IGNORECASE)
THERE = re.compile(
    r"(?<=[a-z])\s+there(?=\s+(?:was|were|are|is|have|has|had)\s+(?:been\s+)?(?:\w+ly\s+)?\w+(?:ed|en|wn|it|rt)\b)"
)


PART_OPENINGS = re.compile(
    rf"(?:{OF_THEM}|(?:this|these|they|this figure|the figure) includ(?:es?|ed)\b|of (?:these|them|those)\b"
    r"|among (?:them|these|those)\b|including\b)",
    re.IGNORECASE,
)


def opens_with_part(sentence: str) -> bool:
    """Whether the sentence breaks down the figure before it: "This includes ...", "Of these, ...", "Half of them"."""
    return PART_OPENINGS.match(sentence) is not None


def asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each aside within these characters of the report, in order."""
    words = text[start:end].lower()
    found: list[tuple[int, int]] = []
    if any(word in words for word in THEM):  # most sentences have none, and a pattern takes longer to say so
        found += [match.span() for match in SHARE.finditer(text, start, end)]
        found += [(match.start(), match.end() - 1) for match in DASHED.finditer(text, start, end)]
    if "there" in words:
        found += [match.span() for match in THERE.finditer(text, start, end)]
    return sorted(found)
