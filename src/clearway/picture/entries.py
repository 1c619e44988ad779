"""What a claim is about, ready for comparing: place, period, group, cause; and how two of them stand to each other."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from clearway.kinds import Kind
from clearway.model import Basis, Candidate, Certainty, Claim, Figure, Level, Measure, Period, Place, Report, Status
from clearway.picture.basing import basis_of, figure_of, kind_of
from clearway.picture.correcting import corrected
from clearway.picture.hedges import extent
from clearway.picture.rulings import NONE, UNRULED, Ruled, Rulings
from clearway.picture.sketches import Sketch, sketch_of
from clearway.picture.speakers import WORD, Voice, fold, marks, voice_of, words_of

GENERIC = frozenset({"people", "person", "individual", "human", "inhabitant", "resident"})
"""Groups that say no more than "people"."""

NEAR_PEOPLE = frozenset({"civilian"})
"""Groups that reports swap with "people" from one sentence to the next."""

NEAR_DAYS = 30
"""How many days apart two reports may be published for a figure without a period to be taken as the same."""

EARTH_KM = 6371.0
AREAS = (Level.REGION, Level.COUNTRY, Level.ADM1, Level.ADM2, Level.ADM3, Level.AREA)
SMALL = (Level.SETTLEMENT, Level.FACILITY)
ENCLOSED = frozenset({Level.ADM1, Level.ADM2, Level.ADM3, *SMALL})
"""Levels of places that lie in one first-level area."""


class Tie(IntEnum):
    """How a slot of one claim stands to that of another; higher is firmer."""

    CLASH = 0
    OPEN = 1
    WITHIN = 2
    SAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """The slots that never differ inside one finding; what is intended or possible stays apart from what was done.

    Two shares are only one where their wholes are, and who did it: of 299 killed, 93 percent by one party.
    """

    kind: str
    status: Status | None
    act: str | None
    certainty: Certainty
    negated: bool
    unit: str | None
    measure: Measure | None
    whole: frozenset[str]
    doer: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """A claim with its report, speaker and comparable slots; the picture's working record.

    `day` is the day of publication, `as_of` the one up to which it speaks: the end of its period, else `day`. `number`
    is the one that stands in its figure, or the nearest to it: a bound where there is none, 0 without a figure. Places
    are gazetteer ids, or folded names where they are in no gazetteer; `home` is the one first-level area that they all
    surely lie in, so that claims with other homes are told of other places. The other word slots hold folded words,
    `group` none for plain people. `marks` are the few words of the sentence under which its copies are found. `part`
    is true for a count that is a part of another count, `denial` for what rejects another's claim. `order` is a place
    in line that no order of input changes: fullest first, then by day and id. `ruled` is what people judged of it,
    `sketch` is that of its report's text.
    """

    claim: Claim
    report: Report | None
    kind: Kind
    voice: Voice
    day: date | None
    as_of: date | None
    figure: Figure | None
    number: float
    basis: Basis
    sort: Sort
    places: frozenset[str]
    home: str | None
    group: frozenset[str]
    cause: frozenset[str]
    facility: frozenset[str]
    actor: frozenset[str]
    whole: frozenset[str]
    sentence: frozenset[str]
    said: frozenset[str]
    marks: tuple[str, ...]
    part: bool
    denial: bool
    order: tuple[int, date, str]
    ruled: Ruled = UNRULED
    sketch: Sketch | None = None


def entry_of(claim: Claim, report: Report | None, rulings: Rulings = NONE, sketch: Sketch | None = None) -> Entry:
    """The claim ready for comparing, with its slots as they were judged to be; `sketch` where its text is left out."""
    claim = corrected(claim, rulings.corrections.get(claim.id, ()))
    kind = kind_of(claim.kind)
    day = report.published if report else None
    figure = figure_of(claim, kind)
    actor = words_of(claim.actor)
    whole = words_of(figure.whole.words) if figure and figure.whole else frozenset()
    group = words_of(claim.group)
    group = frozenset() if group <= GENERIC else group
    places = frozenset(place_key(place) for place in claim.places)
    sentence = frozenset(WORD.findall(fold(claim.sentence.words)))
    told = bool(places) + (claim.period is not None) + bool(group)
    return Entry(
        claim=claim,
        report=report,
        kind=kind,
        voice=voice_of(claim, report),
        day=day,
        as_of=claim.period.last if claim.period else day,
        figure=figure,
        number=_number(figure),
        basis=basis_of(claim, figure, day, kind),
        sort=_sort(claim, figure, whole, actor),
        places=places,
        home=home_of(claim),
        group=group,
        cause=words_of(claim.cause),
        facility=words_of(claim.facility),
        actor=actor,
        whole=whole,
        sentence=sentence,
        said=words_of(claim.passage.words),
        marks=marks(sentence),
        part=bool(figure and figure.whole and figure.measure is Measure.COUNT),
        denial=claim.certainty is Certainty.DENIED,
        order=(-told, day or date.max, claim.id),
        ruled=rulings.of(claim.id),
        sketch=sketch or (sketch_of(report.text) if report and report.text else None),
    )


def _sort(claim: Claim, figure: Figure | None, whole: frozenset[str], actor: frozenset[str]) -> Sort:
    share = figure is not None and figure.measure is Measure.SHARE
    return Sort(
        kind=claim.kind,
        status=claim.status,
        act=claim.act,
        certainty=claim.certainty,
        negated=claim.negated and figure is claim.figure,
        unit=figure.unit if figure else None,
        measure=figure.measure if figure else None,
        whole=whole if share else frozenset(),
        doer=actor if share else frozenset(),
    )


def _number(figure: Figure | None) -> float:
    if figure is None:
        return 0.0
    known = extent(figure)
    end = known.best or known.low or known.high
    return float(end.value) if end else 0.0


def place_key(place: Place) -> str:
    """The gazetteer's id of a place, or its folded name."""
    return place.resolved.id if place.resolved else f"name:{' '.join(sorted(words_of(place.name)))}"


def place_tie(one: Entry, other: Entry) -> Tie:
    """How the places of two claims stand: the same, one within the other, one not told, or elsewhere."""
    if not one.places or not other.places:
        return Tie.OPEN
    if one.places == other.places:
        return Tie.SAME
    if one.places & other.places:
        return Tie.WITHIN
    if one.home and other.home and one.home != other.home:
        return Tie.CLASH
    for a in one.claim.places:
        for b in other.claim.places:
            if _contains(a, b) or _contains(b, a):
                return Tie.WITHIN
    return Tie.CLASH


def period_tie(one: Entry, other: Entry) -> Tie:
    """How the periods of two claims stand; a claim without one may mean any days shortly before its publication."""
    a, b = one.claim.period, other.claim.period
    if a is None or b is None:
        apart = abs((one.day - other.day).days) if one.day and other.day else 0
        return Tie.OPEN if apart <= NEAR_DAYS else Tie.CLASH
    if same_window(a, b):
        return Tie.SAME
    return Tie.WITHIN if a.first <= b.last and b.first <= a.last else Tie.CLASH


def same_window(one: Period, other: Period) -> bool:
    """Whether two periods are one window: equal, or long ones whose ends differ by no more than three days."""
    if one.first == other.first and one.last == other.last:
        return True
    short = min((one.last - one.first).days, (other.last - other.first).days)
    leeway = timedelta(days=3 if short >= 7 else 0)
    return abs(one.first - other.first) <= leeway and abs(one.last - other.last) <= leeway


def group_tie(one: Entry, other: Entry) -> Tie:
    """How the groups of two claims stand; "people" says nothing, and reports swap "civilians" with it."""
    if one.group == other.group:
        return Tie.SAME
    if not one.group or not other.group:
        return Tie.WITHIN if (one.group | other.group) <= NEAR_PEOPLE else Tie.OPEN
    return Tie.CLASH


def words_tie(one: frozenset[str], other: frozenset[str]) -> Tie:
    """How two word slots (cause, facility, actor) stand: they share a word, one is empty, or neither."""
    if not one or not other:
        return Tie.SAME if one == other else Tie.OPEN
    return Tie.SAME if one == other else Tie.WITHIN if one & other else Tie.CLASH


def local(entry: Entry) -> bool:
    """Whether all its places are settlements or smaller, so that one day and one place are likely one event."""
    return in_settlements(entry.claim)


def in_settlements(claim: Claim) -> bool:
    """Whether a claim has places, and all of them are settlements or smaller, or of no known level."""
    return bool(claim.places) and all(_level(place) in SMALL or _level(place) is None for place in claim.places)


def areas(entry: Entry) -> frozenset[str]:
    """Coarse names of where it is, for looking up candidates: first-level areas, else countries, else the names."""
    found = set()
    for place in entry.claim.places:
        candidate = place.resolved or place.within
        if candidate and candidate.adm1_code:
            found.add(f"adm1:{candidate.country}:{candidate.adm1_code}")
        elif candidate and candidate.country:
            found.add(f"country:{candidate.country}")
        else:
            found.add(place_key(place))
    return frozenset(found)


def home_of(claim: Claim) -> str | None:
    """The first-level area that all places of a claim surely lie in; `None` where there is no such one."""
    homes = set()
    for place in claim.places:
        spot = place.resolved
        if spot is None or not spot.adm1_code or _level(place) not in ENCLOSED:
            return None
        homes.add(f"{spot.country}/{spot.adm1_code}")
    return homes.pop() if len(homes) == 1 else None


def _level(place: Place) -> Level | None:
    return place.level or (place.resolved.level if place.resolved else None)


def _contains(outer: Place, inner: Place) -> bool:
    """Whether one place contains another: by its codes, or by its radius where it is an area without codes."""
    area, spot = outer.resolved, inner.resolved or inner.within
    if area is None or spot is None:
        return False
    if area.id == spot.id:
        return True
    level = _level(outer)
    if level not in AREAS:
        return False
    if level is Level.COUNTRY:
        return area.country is not None and area.country == spot.country
    if level is Level.ADM1 and area.adm1_code:
        return (area.country, area.adm1_code) == (spot.country, spot.adm1_code)
    if level is Level.ADM2 and area.adm2_code:
        return (area.country, area.adm2_code) == (spot.country, spot.adm2_code)
    if level in (Level.AREA, Level.REGION) and area.radius_km:
        distance = distance_km(area, spot)
        return distance is not None and distance + (spot.radius_km or 0.0) <= area.radius_km
    return False


def distance_km(one: Candidate, other: Candidate) -> float | None:
    """Great-circle distance in kilometres, `None` where a point is unknown."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def judged_apart(one: Entry, other: Entry) -> bool:
    """Whether somebody judged that two claims are not the same, or that one counts a part of the other."""
    a, b = one.ruled, other.ruled
    if not (a.anything or b.anything):
        return False
    return other.claim.id in a.apart or a.whole == other.claim.id or b.whole == one.claim.id
