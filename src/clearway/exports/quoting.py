"""Which words of a report may go out, and whether another text repeats those that may not."""

from collections.abc import Iterable
from dataclasses import dataclass

from clearway.exports.masking import words

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
        forms = tuple(word.form for word in words(text))
        if any(forms[at : at + RUN] in self.runs for at in range(len(forms) - RUN + 1)):
            return True
        sizes = range(SHORTEST, RUN)
        return any(forms[at : at + size] in self.quotes for size in sizes for at in range(len(forms) - size + 1))


def unquotable(texts: Iterable[str], quotes: Iterable[str]) -> Unquotable:
    """What may not be repeated of whole texts and of quotes."""
    runs: set[tuple[str, ...]] = set()
    short: set[tuple[str, ...]] = set()
    for text in texts:
        runs |= _runs(text)
    for quote in quotes:
        runs |= _runs(quote)
        forms = tuple(word.form for word in words(quote))
        if SHORTEST <= len(forms) < RUN:
            short.add(forms)
    return Unquotable(runs=frozenset(runs), quotes=frozenset(short))


def _runs(text: str) -> set[tuple[str, ...]]:
    forms = tuple(word.form for word in words(text))
    return {forms[at : at + RUN] for at in range(len(forms) - RUN + 1)}


def is_quote(slot: str, quote: str) -> bool:
    """Whether what stands in a slot is so long, or holds so much of the quote, that it is one."""
    said, whole = [word.form for word in words(slot)], [word.form for word in words(quote)]
    holds_all = SHORTEST <= len(whole) <= len(said) and " ".join(whole) in " ".join(said)
    return len(said) > SLOT_WORDS or holds_all


def shortened(quote: str) -> str:
    """A quote of at most so many words as are a short quote."""
    run = words(quote)
    return quote if len(run) <= QUOTE_WORDS else quote[: run[QUOTE_WORDS - 1].end] + " …"
