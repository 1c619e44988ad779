"""A run of characters in a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Characters `start` to `end` (exclusive) of a report's text, and the very words they cut out."""

    report: str
    start: int
    end: int
    words: str

    def cuts(self, text: str) -> bool:
        """Whether the offsets cut the words out of the report's text."""
        return text[self.start : self.end] == self.words
