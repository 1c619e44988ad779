"""Figures that may be added, and what they come to."""

from dataclasses import dataclass

from clearway.model.figure import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The sum of findings of one source that have nothing in common; always derived, reported by nobody.

    `low` adds the parts' lowest numbers, `high` their highest (`None` where one of them leaves it open). `why` says why
    nothing is counted twice, `covers` of what they are a part ("3 of the 14 areas of SYR"). `whole` is the finding that
    reports a number for all of it, where there is one: the total then only tells whether the parts suit it.
    """

    words: str
    low: Number
    high: Number | None
    why: str
    covers: str
    parts: tuple[str, ...]
    whole: str | None = None
