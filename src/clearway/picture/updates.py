"""Which figures their own speaker has replaced by newer ones."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from clearway.model import Basis, Quantifier
from clearway.picture.entries import Entry, Tie, judged_apart, local, words_tie
from clearway.picture.hedges import VAGUE, alike, rounds_to
from clearway.picture.joining import far_apart
from clearway.picture.speakers import Voice, same_name

MOST_GROWTH = 3
"""A newer number more than three times the older, or less than a third, is taken for another count."""

MOST_GROWTH_NOWHERE = 2
"""The same where neither claim names a place."""


def replaced(entries: Iterable[Entry]) -> dict[str, Entry]:
    """For each claim whose speaker has replaced it, by the claim's id: the newest claim in its stead.

    The speaker, sort, places, group and basis are the same, and the start of the window where there is one: a
    running total and a stock give way to a later day's, a window's count to a later report's, an event's toll to a
    later report's higher one. What only words the same number again replaces nothing.
    """
    series: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        line = _series(entry)
        if line is not None:
            series[line].append(entry)
    found: dict[str, Entry] = {}
    for line_entries in series.values():
        for mine in _by_speaker(line_entries):
            found.update(_older(mine))
    return found


def _series(entry: Entry) -> Hashable | None:
    """What a row of updates has in common; `None` where a claim can be in no such row."""
    figure, period = entry.figure, entry.claim.period
    if figure is None or entry.as_of is None or entry.denial or figure.quantifier in VAGUE:
        return None
    if entry.basis is Basis.EVENT and (period is None or not local(entry)):
        return None
    if entry.basis is Basis.RATE or (entry.basis is Basis.PERIOD and (period is None or not entry.places)):
        return None
    if entry.basis is Basis.STOCK:
        window: Hashable = None
    elif entry.basis is Basis.CUMULATIVE:
        window = period.first if period else None
    else:
        window = (period.first, period.last) if period else None
    slots = (entry.home, frozenset(entry.places), entry.group, entry.whole, entry.part, entry.facility)
    return (entry.sort, slots, entry.basis, window)


def _by_speaker(entries: list[Entry]) -> list[list[Entry]]:
    """The claims of one row, apart for each speaker; vague speakers ("witnesses") are the same in one report only."""
    found: list[tuple[Voice, list[Entry]]] = []
    exact: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        voice = entry.voice
        only = None if voice.name.proper else entry.claim.report
        known = exact.get((voice.name.words, voice.own, only))
        if known is None:
            known = next((mine for other, mine in found if _same(voice, other)), None)
        if known is None:
            known = []
            found.append((voice, known))
        exact[voice.name.words, voice.own, only] = known
        known.append(entry)
    return [mine for _, mine in found]


def _same(one: Voice, other: Voice) -> bool:
    if one.own != other.own or not (one.name.proper and other.name.proper):
        return False
    return same_name(one.name, other.name)


def _older(mine: list[Entry]) -> dict[str, Entry]:
    """Each claim of one speaker and row that a newer one replaces, with that newer one."""
    if len(mine) < 2:
        return {}
    found = {}
    newest_first = sorted(mine, key=lambda entry: (_time(entry), entry.order), reverse=True)
    for place, entry in enumerate(newest_first):
        newer = next((other for other in newest_first[:place] if _replaces(other, entry)), None)
        if newer is not None:
            found[entry.claim.id] = newer
    return found


def _replaces(newer: Entry, older: Entry) -> bool:
    if judged_apart(newer, older) or _time(newer) <= _time(older) or newer.figure is None or older.figure is None:
        return False
    if newer.claim.report == older.claim.report and not (newer.claim.period and older.claim.period):
        return False
    if words_tie(newer.cause, older.cause) is Tie.CLASH or reworded(newer, older):
        return False
    if newer.basis is Basis.EVENT and newer.number <= older.number:
        return False
    return not far_apart(newer, older, MOST_GROWTH if older.places else MOST_GROWTH_NOWHERE)


def reworded(one: Entry, other: Entry) -> bool:
    """Whether two claims give one number in two wordings ("about 300", 299), so that neither is newer."""
    a, b = one.figure, other.figure
    if a is None or b is None:
        return a is b
    if a.value is None or b.value is None:
        return alike(a, b)
    if a.value == b.value:
        return True
    if a.quantifier is Quantifier.EXACT and b.quantifier is Quantifier.EXACT:
        return False
    return rounds_to(a.value, b.value) or rounds_to(b.value, a.value)


def _time(entry: Entry) -> tuple[int, ...]:
    """The order in which one row's claims replace one another, by the day they speak of or were published on."""
    if entry.basis in (Basis.EVENT, Basis.PERIOD) or entry.as_of is None:
        return (entry.day.toordinal() if entry.day else 0,)
    return (entry.as_of.toordinal(),)
