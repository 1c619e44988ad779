"""Running totals and what is new in each bulletin: whether the one rises by the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clearway.model import Equation, Number, Rule
from clearway.picture.sentences import number_words

LONG_AGO = 1
"""Days between two totals from which on a day may be missing."""

LAG = 0.02
"""A difference of so small a share of the total is like a bulletin that was closed at another hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """What one source told on one day: the running total and what was new in it, either of which may be missing."""

    day: date
    total: Number | None = None
    new: Number | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The equations that fail, and how many pairs of bulletins could be held against each other."""

    pairs: int
    failing: tuple[Equation, ...]
    falls: tuple[Equation, ...]


def check(bulletins: Iterable[Bulletin]) -> Checked:
    """Hold what is new in each bulletin against the rise since the last total that is known, by day.

    A total that falls is listed apart; a bulletin without a total or without what is new makes no pair.
    """
    pairs = 0
    failing: list[Equation] = []
    falls: list[Equation] = []
    last: Bulletin | None = None
    for now in sorted(bulletins, key=lambda one: one.day):
        if now.total is None:
            continue
        if last is not None and last.total is not None:
            if now.new is not None:
                pairs += 1
                failing += _increment(last, now)
            falls += _fall(last, now)
        last = now
    return Checked(pairs=pairs, failing=tuple(failing), falls=tuple(falls))


def _increment(last: Bulletin, now: Bulletin) -> Iterator[Equation]:
    if last.total is None or now.total is None or now.new is None or last.total + now.new == now.total:
        return
    words = (
        f"{number_words(last.total)} ({last.day}) and {number_words(now.new)} new are not "
        f"{number_words(now.total)} ({now.day})"
    )
    yield Equation(rule=Rule.INCREMENT, words=words, reason=_why(last, now), claims=(*last.claims, *now.claims))


def _fall(last: Bulletin, now: Bulletin) -> Iterator[Equation]:
    if last.total is None or now.total is None or now.total >= last.total:
        return
    words = f"{number_words(last.total)} ({last.day}) fell to {number_words(now.total)} ({now.day})"
    reason = "correction: some were counted twice or found alive"
    yield Equation(rule=Rule.FALL, words=words, reason=reason, claims=(*last.claims, *now.claims))


def _why(last: Bulletin, now: Bulletin) -> str:
    """The likeliest reason why a total did not rise by what is new."""
    if last.total is None or now.total is None or now.new is None:
        return ""
    rest = now.total - last.total - now.new
    if (now.day - last.day).days > LONG_AGO and rest > 0:
        return "missing day: what was new in between was not told"
    if rest > LAG * now.total:
        return "backlog: deaths of earlier days were added to the total"
    if rest > 0:
        return "bulletin lag: the total was closed later than what is new"
    if now.new and rest == -now.new:
        return "bulletin lag: the total was not brought up to date yet"
    return "correction: the total was lowered, or counts on another basis"
