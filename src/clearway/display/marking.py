"""A text cut into pieces, each with the claims whose words it is part of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The words of one claim: characters `start` to `end` (exclusive) of a text."""

    claim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text in which the same claims hold; `starts` and `ends` are those that begin and end with it."""

    text: str
    claims: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def pieces(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """The text in order, whole, cut wherever a claim's words begin or end; spans outside the text are left out."""
    kept = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    cuts = sorted({0, len(text), *(span.start for span in kept), *(span.end for span in kept)})
    beginning: dict[int, list[int]] = {}
    for number, span in enumerate(kept):
        beginning.setdefault(span.start, []).append(number)
    open_: list[int] = []
    for start, end in pairwise(cuts):
        # only what is open is looked at: a report may hold tens of thousands of claims
        open_ = sorted([number for number in open_ if kept[number].end > start] + beginning.get(start, []))
        here = [kept[number] for number in open_]
        yield Piece(
            text=text[start:end],
            claims=tuple(span.claim for span in here),
            starts=tuple(span.claim for span in here if span.start == start),
            ends=tuple(span.claim for span in here if span.end == end),
        )
