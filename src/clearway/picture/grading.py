"""Airwars' grades, by who says what of whom."""

from collections.abc import Sequence

from clearway.model import Grade, SourceKind
from clearway.picture.entries import Entry
from clearway.picture.speakers import about_itself, origins

CREDIBLE = frozenset({SourceKind.UN, SourceKind.NGO, SourceKind.MONITOR, SourceKind.MEDIA, SourceKind.WITNESS})
"""Sources that Airwars counts: neither a party to the conflict nor nobody."""


def grade(entries: Sequence[Entry]) -> Grade:
    """The grade of what claims say together.

    Confirmed: a party accepts that it did it. Contested: two parties are said to have done it, or it is denied.
    Discounted: nobody but those who deny it tells it. Fair: two or more credible sources, and an act or a doer is
    told. Weak: a single source, or none that is credible.
    """
    telling = [entry for entry in entries if not entry.denial]
    if not telling:
        return Grade.DISCOUNTED
    if any(about_itself(entry.claim) for entry in telling):
        return Grade.CONFIRMED
    actors = {entry.actor for entry in telling if entry.actor}
    rival = any(not (one & other) for one in actors for other in actors)
    if rival or len(telling) < len(entries):
        return Grade.CONTESTED
    credible = [entry for entry in telling if entry.voice.own or entry.voice.kind in CREDIBLE]
    heaps = origins([(entry.voice, entry.sentence) for entry in credible]) if credible else []
    acted = any(entry.actor or entry.cause for entry in telling)
    return Grade.FAIR if len(heaps) > 1 and acted else Grade.WEAK
