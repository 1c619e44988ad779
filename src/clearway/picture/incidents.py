"""Claims of one event joined into incidents: a pure function of the claims, whatever their order."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from clearway.model import Candidate, Incident, Occurrence, Period, Sensitivity, identify
from clearway.picture.denials import Denials
from clearway.picture.entries import Entry, distance_km, local
from clearway.picture.grading import graded
from clearway.picture.harms import alleged, harms
from clearway.picture.heaps import heaps_of
from clearway.picture.lines import latest, place_of
from clearway.picture.looks import Looks
from clearway.picture.occasions import Why, is_occasion
from clearway.picture.origins import origins
from clearway.picture.speakers import speakers
from clearway.picture.traces import trace_of

RISING = tuple(Sensitivity)


def incidents(entries: Iterable[Entry]) -> tuple[Incident, ...]:
    """Every event of which at least one claim tells where or when it was, in the order of its days.

    What was judged the same makes one incident of two, what was judged different makes two of one; a judgement that
    is taken back leaves what there was before.
    """
    kept = sorted({entry.claim.id: entry for entry in entries}.values(), key=lambda one: one.order)
    traces = {entry.claim.id: trace for entry in kept if (trace := trace_of(entry)) is not None}
    found = [entry for entry in kept if entry.claim.id in traces]
    denials = Denials((entry for entry in found if traces[entry.claim.id].denies), traces)
    heaps = heaps_of([entry for entry in found if not traces[entry.claim.id].denies], traces, Looks())
    made = (_incident(heap.entries, heap.why, denials.of(heap.entries)) for heap in heaps)
    return tuple(sorted(_apart(one for one in made if one is not None), key=lambda one: one.line))


def occurrence(entries: Sequence[Entry], why: Collection[Why], denials: Denials) -> Occurrence | None:
    """The incident of one heap of claims, put together for these reasons, under an id by place and days alone."""
    incident = _incident(entries, why, denials.of(entries))
    return None if incident is None else Occurrence(incident=incident, areas=tuple(sorted(_areas(entries))))


def _areas(entries: Iterable[Entry]) -> set[str]:
    """Countries and first-level areas of the places."""
    spots = [spot for entry in entries for place in entry.claim.places if (spot := place.resolved or place.within)]
    countries = {spot.country for spot in spots if spot.country}
    return countries | {f"{spot.country}/{spot.adm1_code}" for spot in spots if spot.country and spot.adm1_code}


def _incident(told: Sequence[Entry], why: Collection[Why], denials: Sequence[Entry]) -> Incident | None:
    """The incident that a heap makes with the denials that mean it; `None` where no claim tells where or when it was.

    Its id is that of its place and days, whatever other incidents there are.
    """
    if not any(map(is_occasion, told)):
        return None
    entries = sorted(told, key=lambda one: one.order)
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
        joined=tuple(str(reason) for reason in Why if reason in why),
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


def _apart(made: Iterable[Incident]) -> Iterator[Incident]:
    """The incidents, each with its own id: of several of one place and days all but the fullest stand aside."""
    by_id: dict[str, list[Incident]] = defaultdict(list)
    for incident in made:
        by_id[incident.id].append(incident)
    for same in by_id.values():
        first, *others = sorted(same, key=lambda one: (-len(one.claims), one.lead))
        yield first
        yield from (other.aside() for other in others)
