"""Which findings a denial is held against."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clearway.model import Certainty, Trace
from clearway.picture.entries import Entry, Tie, group_tie, period_tie, place_tie, words_tie
from clearway.picture.hedges import alike
from clearway.picture.lines import Line
from clearway.picture.relating import HAPPENS


def deny(lines: Sequence[Line], denials: Sequence[Entry]) -> list[Entry]:
    """Put each denial on the lines that it denies, and give back those that deny nothing in the picture.

    It denies a line of its kind where a claim of the line can be meant: the places, days, groups and figures do
    not clash, and it stands in the same report, or names the place and with it the days, the facility or the actor.
    """
    index: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for number, line in enumerate(lines):
        for entry in line.entries:
            for token in _tokens(entry):
                index[token][number] = None
    alone = []
    for denial in denials:
        near = sorted({number for token in _tokens(denial) for number in index.get(token, ())})
        meant = [lines[number] for number in near if any(denies(denial, entry) for entry in lines[number].entries)]
        for line in meant:
            line.denials.append(denial)
        if not meant:
            alone.append(denial)
    return alone


def denies(denial: Entry, entry: Entry) -> bool:
    """Whether a denial can mean this claim of its kind."""
    place, period = place_tie(denial, entry), period_tie(denial, entry)
    facility = words_tie(denial.facility, entry.facility)
    if Tie.CLASH in (place, period, facility, group_tie(denial, entry)):
        return False
    if denial.figure and entry.figure and not alike(denial.figure, entry.figure):
        return False
    if denial.claim.status and entry.claim.status and denial.claim.status is not entry.claim.status:
        return False
    if denial.claim.report == entry.claim.report:
        return True
    shared = facility >= Tie.WITHIN and bool(denial.facility)
    shared = shared or (bool(denial.actor) and words_tie(denial.actor, entry.actor) >= Tie.WITHIN)
    return place >= Tie.WITHIN and (period >= Tie.WITHIN or shared)


def denial_of(entry: Entry) -> Entry | None:
    """The claim as a denial of an event: that something did not happen, or not at a place on a day; else `None`."""
    if entry.sort.kind not in HAPPENS:
        return None
    if entry.sort.negated and entry.places and entry.claim.period is not None:
        return replace(entry, denial=True, figure=None)
    return entry if entry.denial else None


def means(denial: Entry, entry: Entry) -> bool:
    """Whether a denial can mean a claim of an event; one that only says what did not happen must tell of its place."""
    if entry.sort.kind != denial.sort.kind:
        return False
    said = denial.claim.certainty is Certainty.DENIED or place_tie(denial, entry) >= Tie.WITHIN
    return said and denies(denial, entry)


class Denials:
    """Denials of events, found by their traces or their reports."""

    def __init__(self, denials: Iterable[Entry], traces: Mapping[str, Trace]) -> None:
        self._traces = traces
        self._index: dict[Hashable, list[Entry]] = defaultdict(list)
        for entry in denials:
            denial = denial_of(entry)
            if denial is not None:
                for key in (entry.claim.report, *traces[entry.claim.id].kept):
                    self._index[key].append(denial)

    def of(self, entries: Iterable[Entry]) -> list[Entry]:
        """The denials that mean any of these claims, in their own order."""
        found: dict[str, Entry] = {}
        for entry in entries if self._index else ():
            for key in (entry.claim.report, *self._traces[entry.claim.id].sought):
                for denial in self._index.get(key, ()):
                    if denial.claim.id not in found and means(denial, entry):
                        found[denial.claim.id] = denial
        return sorted(found.values(), key=lambda one: one.order)


def _tokens(entry: Entry) -> Iterator[Hashable]:
    yield "report", entry.claim.kind, entry.claim.report
    for place in entry.places:
        yield "place", entry.claim.kind, place
