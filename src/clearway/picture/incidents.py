"""Claims of one event joined into incidents: a pure function of the claims, whatever their order."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from clearway.model import Candidate, Certainty, Incident, Period, Sensitivity, identify
from clearway.picture.denials import denies
from clearway.picture.entries import Entry, Tie, areas, distance_km, local, place_tie, words_tie
from clearway.picture.grading import graded
from clearway.picture.harms import alleged, harms
from clearway.picture.lines import latest, place_of
from clearway.picture.occasions import (
    FIRM,
    NEWS_DAYS,
    Why,
    apart,
    is_occasion,
    may_join,
    same_number,
    same_occasion,
)
from clearway.picture.origins import origins
from clearway.picture.relating import HAPPENS
from clearway.picture.speakers import ALIKE_WORDS, speakers

RANKS = tuple(Why)
RISING = tuple(Sensitivity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two claims, by their position, that tell of one event, and why; a firm one holds whatever slots differ."""

    one: int
    other: int
    why: Why
    firm: bool


class Heap:
    """Claims of one event so far, and why they were joined."""

    def __init__(self, entry: Entry, place: int) -> None:
        self.entries = [entry]
        self.places = [place]
        self.why = Counter[Why]()

    def takes(self, other: "Heap", *, firm: bool) -> bool:
        """Whether no claim of the one is told of another event than a claim of the other."""
        if not firm and any(words_tie(*pair) is Tie.CLASH for pair in zip(self._slots(), other._slots(), strict=True)):
            return False
        return not any(apart(a, b) for a in self.entries for b in other.entries)

    def take(self, other: "Heap", why: Why) -> None:
        """Lay another heap on this one."""
        self.entries += other.entries
        self.places += other.places
        self.why += other.why
        self.why[why] += 1

    def _slots(self) -> Iterator[frozenset[str]]:
        for name in ("cause", "actor", "facility"):
            yield frozenset().union(*(getattr(entry, name) for entry in self.entries))


def incidents(entries: Iterable[Entry]) -> tuple[Incident, ...]:
    """Every event of which at least one claim tells where or when it was, in the order of its days.

    What was judged the same makes one incident of two, what was judged different makes two of one; a judgement that
    is taken back leaves what there was before.
    """
    kept = sorted({entry.claim.id: entry for entry in entries}.values(), key=lambda one: one.order)
    denials = [denial for entry in kept if (denial := _denial(entry)) is not None]
    heaps = [
        heap for heap in _heaps([entry for entry in kept if may_join(entry)]) if any(map(is_occasion, heap.entries))
    ]
    made = [_incident(heap, _denied(heap, denials)) for heap in heaps]
    return tuple(sorted(_apart(made), key=_place_in_line))


def _heaps(entries: Sequence[Entry]) -> list[Heap]:
    at = [Heap(entry, place) for place, entry in enumerate(entries)]
    for link in sorted(_links(entries), key=lambda link: (RANKS.index(link.why), link.one, link.other)):
        _join(at, link, checked=True)
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        if entry.ruled.group is not None:
            head = first.setdefault(entry.ruled.group, place)
            _join(at, Link(one=head, other=place, why=Why.JUDGED, firm=True), checked=False)
    return list({id(heap): heap for heap in at}.values())


def _join(at: list[Heap], link: Link, *, checked: bool) -> None:
    """Make one heap of two that a link joins, unless a claim of the one cannot be of the other's event."""
    one, other = at[link.one], at[link.other]
    if one is other:
        return
    if checked and not one.takes(other, firm=link.firm):
        return
    if any(b.claim.id in a.ruled.apart for a in one.entries for b in other.entries):
        return
    one.take(other, link.why)
    for place in other.places:
        at[place] = one


def _links(entries: Sequence[Entry]) -> Iterator[Link]:
    """Every pair that tells of one event, among those that share a sentence, copied words, or an area and a day."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    told = Counter(word for sentence in {entry.sentence for entry in entries} for word in sentence)
    for place, entry in enumerate(entries):
        for token in _tokens(entry) | _rarest(entry.sentence, told):
            index[token].append(place)
    pairs = {pair for places in index.values() for pair in combinations(places, 2)}
    for one, other in pairs:
        why = same_occasion(entries[one], entries[other])
        if why is not None:
            firm = why in FIRM or same_number(entries[one], entries[other])
            yield Link(one=one, other=other, why=why, firm=firm)


def _tokens(entry: Entry) -> set[Hashable]:
    claim = entry.claim
    found: set[Hashable] = {("report", claim.report, claim.sentence.start // 1_000 + near) for near in (0, 1)}
    found |= {("part", name) for name in (claim.id, entry.ruled.whole) if name}
    days = claim.period or (Period(first=entry.day - NEWS_DAYS, last=entry.day) if entry.day else None)
    if days is not None and is_occasion(entry):
        span = range((days.last - days.first).days + 2)
        found |= {("day", area, days.first + timedelta(days=step)) for area in areas(entry) for step in span}
    return found


def _rarest(sentence: frozenset[str], told: Counter[str]) -> set[Hashable]:
    """The rarest words of a sentence: as many as it may lack of a copy of it and one more, so that copies share one."""
    spared = len(sentence) - math.ceil(ALIKE_WORDS * len(sentence)) + 1
    return {("copy", word) for word in sorted(sentence, key=lambda word: (told[word], word))[:spared]}


def _denial(entry: Entry) -> Entry | None:
    """The claim as a denial, where it says that something did not happen, or not at a place on a day."""
    if entry.sort.kind not in HAPPENS:
        return None
    if entry.sort.negated and entry.places and entry.claim.period is not None:
        return replace(entry, denial=True, figure=None)
    return entry if entry.denial else None


def _denied(heap: Heap, denials: Sequence[Entry]) -> list[Entry]:
    """The denials that mean a claim of the heap."""
    return [
        denial
        for denial in denials
        if any(entry.sort.kind == denial.sort.kind and _means(denial, entry) for entry in heap.entries)
    ]


def _means(denial: Entry, entry: Entry) -> bool:
    """Whether a denial can mean a claim; one that only says what did not happen must tell of its place."""
    said = denial.claim.certainty is Certainty.DENIED or place_tie(denial, entry) >= Tie.WITHIN
    return said and denies(denial, entry)


def _incident(heap: Heap, denials: Sequence[Entry]) -> Incident:
    entries = sorted(heap.entries, key=lambda one: one.order)
    everything = [*entries, *denials]
    place, place_id = place_of(entries)
    period = _period(entries)
    grade, reason = graded(everything)
    return Incident(
        id=identify("incident", place_id or place, period),
        kinds=tuple(sorted({entry.sort.kind for entry in entries})),
        place=place,
        place_id=place_id,
        radius_km=_radius(entries, place_id),
        period=period,
        harms=harms(entries, denials),
        alleged=alleged(entries),
        causes=_values(entry.claim.cause for entry in entries),
        facilities=_values(entry.claim.facility for entry in entries),
        grade=grade,
        reason=reason,
        sources=speakers([entry.voice for entry in entries]),
        origins=len(origins(entries).heaps),
        claims=tuple(sorted(entry.claim.id for entry in everything)),
        denials=tuple(sorted(entry.claim.id for entry in denials)),
        joined=tuple(str(why) for why in RANKS if heap.why[why]),
        latest=latest(everything),
        sensitivity=max((entry.claim.sensitivity for entry in everything), key=RISING.index),
    )


def _period(entries: Sequence[Entry]) -> Period | None:
    """The days told most often, the shortest of several."""
    told = Counter(entry.claim.period for entry in entries if entry.claim.period is not None)
    if not told:
        return None
    return min(told, key=lambda days: (-told[days], days.last - days.first, days.first, days.last, days.precision))


def _radius(entries: Sequence[Entry], place_id: str | None) -> float | None:
    """How far from the incident's place its small places reach; `None` where it has no point."""
    spots = [place.resolved for entry in entries if local(entry) for place in entry.claim.places if place.resolved]
    heart = min((spot for spot in spots if spot.id == (place_id or "").split("; ")[0]), key=repr, default=None)
    if heart is None:
        return None
    away = [reach for spot in spots if (reach := _reach(heart, spot)) is not None]
    return round(max(away), 1) if away else None


def _reach(heart: Candidate, spot: Candidate) -> float | None:
    distance = distance_km(heart, spot)
    return None if distance is None else distance + (spot.radius_km or 0.0)


def _values(told: Iterable[str | None]) -> tuple[str, ...]:
    """Single values of a slot that may hold several, those told most often first."""
    counted = Counter(part.strip() for value in told if value for part in value.split(";") if part.strip())
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _apart(made: Sequence[Incident]) -> Iterator[Incident]:
    """The incidents, each with its own id: of several of one place and day all but the fullest add their claims."""
    by_id: dict[str, list[Incident]] = defaultdict(list)
    for incident in made:
        by_id[incident.id].append(incident)
    for same in by_id.values():
        first, *others = sorted(same, key=lambda one: (-len(one.claims), one.claims))
        yield first
        for other in others:
            yield replace(other, id=identify("incident", other.id, other.claims[0]))


def _place_in_line(incident: Incident) -> tuple[object, ...]:
    day = incident.period.first if incident.period else incident.latest
    return (day or date.max, incident.place or "", incident.id)
