"""Airwars' grades, by who says what of whom."""

from collections.abc import Sequence

from clearway.model import Grade, SourceKind
from clearway.picture.entries import Entry
from clearway.picture.origins import origins
from clearway.picture.speakers import about_itself, affiliated

CREDIBLE = frozenset({SourceKind.UN, SourceKind.NGO, SourceKind.MONITOR, SourceKind.MEDIA, SourceKind.WITNESS})
"""Sources that Airwars counts: neither a party to the conflict nor nobody."""


def grade(entries: Sequence[Entry]) -> Grade:
    """The grade of what claims say together."""
    return graded(entries)[0]


def graded(entries: Sequence[Entry]) -> tuple[Grade, str]:
    """The grade of what claims say together, and why, in words that name nobody.

    Confirmed: a party accepts that it did it. Contested: two parties are said to have done it, or it is denied.
    Discounted: nobody but those who deny it tells it, or whoever told it took it back. Fair: two or more credible
    sources, and an act or a doer is told. Weak: a single source, or none that is credible.
    """
    telling = [entry for entry in entries if not entry.denial]
    if not telling:
        return Grade.DISCOUNTED, "nobody tells it but those who deny it"
    if all(_taken_back(heap, entries) for heap in origins(telling).heaps):
        return Grade.DISCOUNTED, "whoever told it took it back later"
    if any(about_itself(entry.claim) for entry in telling):
        return Grade.CONFIRMED, "a party says that it did it"
    actors = {entry.actor for entry in telling if entry.actor}
    if any(not (one & other) for one in actors for other in actors):
        return Grade.CONTESTED, "two parties are said to have done it"
    if len(telling) < len(entries):
        return Grade.CONTESTED, "it is denied"
    credible = [entry for entry in telling if entry.voice.own or entry.voice.kind in CREDIBLE]
    heaps = origins(credible).heaps
    if not heaps:
        return Grade.WEAK, "no source that is neither a party nor unknown"
    if len(heaps) == 1:
        return Grade.WEAK, "a single credible source"
    if not any(entry.actor or entry.cause for entry in telling):
        return Grade.WEAK, f"{len(heaps)} credible sources, but neither act nor doer is told"
    return Grade.FAIR, f"{len(heaps)} credible sources, and the act or its doer is told"


def _taken_back(heap: Sequence[Entry], entries: Sequence[Entry]) -> bool:
    """Whether a speaker of one origin denied on a later day what he had told before."""
    return any(
        all(
            entry.day is not None and denial.day is not None and entry.day < denial.day
            for entry in heap
            if _one_speaker(entry, denial)
        )
        for denial in entries
        if denial.denial and any(_one_speaker(entry, denial) for entry in heap)
    )


def _one_speaker(one: Entry, other: Entry) -> bool:
    """Whether two claims are one speaker's, whatever their reports: a report does not speak for whom it quotes."""
    return one.voice.own == other.voice.own and affiliated(one.voice.name, other.voice.name)
