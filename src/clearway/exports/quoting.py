"""Which words of a report may go out, and whether another text repeats those that may not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clearway.exports.masking import forms, words

RUN = 5
"""So many words in a row that stand in a report are the report's words."""

SHORTEST = 3
"""A quote of fewer words is a term of the field ("three killed") and nobody's own."""

SLOT_WORDS = 6
"""A slot of more words is a quote."""

QUOTE_WORDS = 60
"""Where a publisher allows short quotes, a longer one is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unquotable:
    """Runs of folded words that may not go out."""

    runs: frozenset[tuple[str, ...]] = frozenset()
    quotes: frozenset[tuple[str, ...]] = frozenset()

    def is_in(self, text: str) -> bool:
        """Whether a text repeats a run of these words, or a whole short quote."""
        if not (self.runs or self.quotes):
            return False
        said = tuple(forms(text))
        if any(said[at : at + RUN] in self.runs for at in range(len(said) - RUN + 1)):
            return True
        sizes = range(SHORTEST, RUN)
        return any(said[at : at + size] in self.quotes for size in sizes for at in range(len(said) - size + 1))


def unquotable(texts: Iterable[str], quotes: Iterable[str]) -> Unquotable:
    """What may not be repeated of whole texts and of quotes."""
    runs: set[tuple[str, ...]] = set()
    short: set[tuple[str, ...]] = set()
    for text in dict.fromkeys(texts):
        runs.update(_runs(forms(text)))
    for quote in dict.fromkeys(quotes):  # claims of one sentence hold it each
        said = forms(quote)
        runs.update(_runs(said))
        if SHORTEST <= len(said) < RUN:
            short.add(tuple(said))
    return Unquotable(runs=frozenset(runs), quotes=frozenset(short))


def _runs(said: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(said[at:] for at in range(RUN)), strict=False)


def is_quote(slot: str, quote: str) -> bool:
    """Whether what stands in a slot is so long, or holds so much of the quote, that it is one."""
    said = forms(slot)
    if not SHORTEST <= len(said) <= SLOT_WORDS:
        return len(said) > SLOT_WORDS
    whole = forms(quote)
    return SHORTEST <= len(whole) <= len(said) and " ".join(whole) in " ".join(said)


def shortened(quote: str) -> str:
    """A quote of at most so many words as are a short quote."""
    if len(quote) < 2 * QUOTE_WORDS:  # that many words take more
        return quote
    run = words(quote)
    return quote if len(run) <= QUOTE_WORDS else quote[: run[QUOTE_WORDS - 1].end] + " …"
