"""Runs of characters of one text, put in order once and then asked by bisection: a report may hold thousands."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

Span = tuple[int, int]
"""Characters of a text, the end exclusive."""

Edit = tuple[int, int, str]
"""Characters `start` to `end` (exclusive) of a text, and what stands there instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Spans in order, those that overlap made one; spans that only touch stay apart."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Self:
        """The runs that these spans cover."""
        whole: list[list[int]] = []
        for start, end in sorted(spans):
            if whole and start < whole[-1][1]:
                whole[-1][1] = max(whole[-1][1], end)
            else:
                whole.append([start, end])
        return cls(starts=tuple(start for start, _ in whole), ends=tuple(end for _, end in whole))

    def meet(self, start: int, end: int) -> bool:
        """Whether one of the runs shares a character with these; what only touches does not."""
        index = bisect_right(self.ends, start)
        return index < len(self.ends) and self.starts[index] < end

    def hold(self, start: int, end: int) -> bool:
        """Whether these characters lie within one run."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and end <= self.ends[index]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """How far edits move what stands behind each of them."""

    edits: tuple[Edit, ...] = ()
    ends: tuple[int, ...] = ()
    sums: tuple[int, ...] = (0,)

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Self:
        """The shifts of edits that are in order and apart."""
        sizes = (len(mark) - (end - start) for start, end, mark in edits)
        sums = tuple(accumulate(sizes, initial=0))
        return cls(edits=tuple(edits), ends=tuple(end for _, end, _ in edits), sums=sums)

    def moved(self, offset: int, *, is_end: bool) -> int:
        """Where an offset of the text is after the edits; inside one, its mark's start or end."""
        index = bisect_right(self.ends, offset)
        shift = self.sums[index]
        if index < len(self.edits) and self.edits[index][0] < offset:
            start, _, mark = self.edits[index]
            return start + shift + (len(mark) if is_end else 0)
        return offset + shift


NO_RUNS = Runs()
UNMOVED = Shifts()
