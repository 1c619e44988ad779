"""One line of the picture before it has its id: its claims, its slots, its bounds, its wording and its notes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from clearway.model import Certainty, Finding, Key, Measure, Period, Place, Sensitivity, State, identify
from clearway.picture.bounds import Settled, settle
from clearway.picture.entries import GENERIC, Entry, local, place_key
from clearway.picture.hedges import extent
from clearway.picture.sentences import count_words, figure_words, list_words, number_words, statement
from clearway.picture.series import series_of
from clearway.picture.speakers import about_itself, speakers, words_of

T = TypeVar("T")

RISING = tuple(Sensitivity)
"""Sensitivities from the lowest to the highest, as the model lists them."""


@dataclass(kw_only=True)
class Line:
    """Claims that make one finding; `newer` is the claim that replaced them.

    `beside` says what they cannot be held against, `earlier` holds the claims that they replaced, and `clash` is
    true where they give statuses that exclude one another.
    """

    entries: list[Entry]
    newer: Entry | None = None
    denials: list[Entry] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    earlier: list[Entry] = field(default_factory=list)
    clash: bool = False

    def take(self, other: "Line") -> None:
        """Lay the claims of another line on this one."""
        self.entries += other.entries
        self.denials += [denial for denial in other.denials if denial not in self.denials]
        self.beside += other.beside
        self.earlier += other.earlier
        self.clash = self.clash or other.clash

    @property
    def everything(self) -> list[Entry]:
        """Its claims and the denials of them."""
        return self.entries + self.denials


def finding_of(key: Key, line: Line) -> Finding:
    """The finding that a line of claims of one key makes, with an id from what it is about alone."""
    entries = line.entries
    settled = settle(entries, denied=bool(line.denials))
    lead = _lead(entries, settled)
    place, place_id = place_of(entries)
    period = _period(entries, lead)
    group = common(entry.claim.group for entry in entries if entry.claim.group and not _generic(entry.claim.group))
    status = _status(entries, apart=line.clash)
    state = State.CONTESTED if line.clash else settled.state
    if line.newer is not None:
        state = State.SUPERSEDED
    elif line.beside and state is not State.CONTESTED:
        state = State.INCOMPARABLE
    figure = lead.figure
    count = count_words(lead, settled.low, settled.best, settled.high, apart=settled.apart)
    words = statement(lead, group=_group_words(group, lead), status=status, count=count)
    claim = lead.claim
    about = (claim.kind, place_id, period, group, figure and figure.unit, figure and figure.measure, status)
    more = (
        claim.certainty,
        claim.act,
        lead.sort.negated,
        sorted(lead.sort.whole),
        sorted(lead.sort.doer),
        claim.facility,
    )
    return Finding(
        id=identify("finding", key.id, *about, *more),
        topic=lead.kind.topic,
        kind=claim.kind,
        place=place,
        place_id=place_id,
        period=period,
        group=group,
        unit=figure.unit if figure else None,
        measure=figure.measure if figure else None,
        status=status,
        statement=words,
        low=settled.low,
        best=settled.best,
        high=settled.high,
        state=state,
        origins=settled.origins,
        sources=speakers([entry.voice for entry in line.everything]),
        claims=tuple(sorted(entry.claim.id for entry in line.everything)),
        latest=latest(line.everything),
        notes=_notes(line, settled),
        basis=lead.basis if figure else None,
        certainty=claim.certainty,
        as_of=max((entry.as_of for entry in entries if entry.as_of), default=None),
        series=series_of(lead),
        sensitivity=max((entry.claim.sensitivity for entry in line.everything), key=RISING.index),
    )


def redrawn(finding: Finding, entries: Sequence[Entry], before: Settled, now: Settled) -> Finding:
    """The finding with the bounds, wording and notes that another policy gives it."""
    telling = [entry for entry in entries if not entry.denial] or list(entries)
    lead = _lead(telling, now)
    count = count_words(lead, now.low, now.best, now.high, apart=now.apart and now.best is None)
    words = statement(lead, group=_group_words(finding.group, lead), status=finding.status, count=count)
    kept = tuple(note for note in finding.notes if note not in before.notes)
    return replace(finding, statement=words, low=now.low, best=now.best, high=now.high, notes=(*kept, *now.notes))


def said_by(entry: Entry) -> str:
    """Who says a claim and when, with its figure or status: "about 300 (United Nations, 2020-02-18)"."""
    figure = entry.figure
    what = figure_words(figure) if figure else str(entry.claim.status or entry.claim.kind)
    if figure and figure.measure is Measure.SHARE:
        what = f"{what} percent"
    day = entry.as_of if entry.claim.status and figure is None else entry.day
    return f"{what} ({entry.voice.shown}, {day or 'no date'})"


def latest(entries: Iterable[Entry]) -> date | None:
    """The day on which the newest of the claims was published."""
    return max((entry.day for entry in entries if entry.day), default=None)


def common(values: Iterable[T]) -> T | None:
    """The value told most often; of several such, the first in their order as text."""
    counted = Counter(values)
    if not counted:
        return None
    most = max(counted.values())
    return min((value for value, times in counted.items() if times == most), key=str)


def _lead(entries: Sequence[Entry], settled: Settled) -> Entry:
    """The claim that words the finding: one that gives the best figure, else the fullest and plainest."""
    named = set(settled.best.claims if settled.best else settled.low.claims if settled.low else ())
    mine = [entry for entry in entries if entry.claim.id in named] or list(entries)

    def standing(entry: Entry) -> tuple[object, ...]:
        return (extent(entry.figure).rank if entry.figure else 0, entry.order)

    return min(mine, key=standing)


def place_of(entries: Sequence[Entry]) -> tuple[str | None, str | None]:
    """The names and ids of the places told most often, the smaller ones of several."""
    placed = [entry for entry in entries if entry.places]
    if not placed:
        return None, None
    counted = Counter(entry.places for entry in placed)

    def standing(entry: Entry) -> tuple[object, ...]:
        return (-counted[entry.places], not local(entry), sorted(entry.places), entry.order)

    lead = min(placed, key=standing)
    named: dict[str, Place] = {}
    for place in sorted(lead.claim.places, key=lambda one: (one.start, one.name)):
        named.setdefault(place_key(place), place)
    names = dict.fromkeys(place.resolved.name if place.resolved else place.name for place in named.values())
    ids = sorted(key for key in named if not key.startswith("name:"))
    return "; ".join(names), "; ".join(ids) or None


def _period(entries: Sequence[Entry], lead: Entry) -> Period | None:
    if lead.claim.period:
        return lead.claim.period
    return common(entry.claim.period for entry in entries if entry.claim.period)


def _status(entries: Sequence[Entry], *, apart: bool) -> str | None:
    told = sorted({entry.claim.status.value for entry in entries if entry.claim.status})
    if not told:
        return None
    return " or ".join(told) if apart else told[0]


def _generic(group: str) -> bool:
    return words_of(group) <= GENERIC


def _group_words(group: str | None, lead: Entry) -> str | None:
    if group is None and lead.figure is not None and lead.figure.unit == "person" and lead.kind.unit == "person":
        return "person"
    return " and ".join(part.strip() for part in group.split(";")) if group else None


def _notes(line: Line, settled: Settled) -> tuple[str, ...]:
    entries = line.entries
    notes = [f"denied by {entry.voice.shown} ({entry.day or 'no date'})" for entry in line.denials]
    if all(entry.claim.certainty is Certainty.POSSIBLE for entry in entries):
        notes.append("said as possible, not as certain")
    if all(entry.claim.certainty is Certainty.INTENDED for entry in entries):
        notes.append("asked for, planned or threatened, not done")
    if all(entry.denial for entry in entries):
        notes.append("a denial; what it denies is in none of the reports")
    own = sorted({entry.voice.shown for entry in entries if about_itself(entry.claim)})
    notes += [f"said by a party about itself: {name}" for name in own]
    told = dict.fromkeys(said_by(entry) for entry in sorted(entries, key=_by_day))
    if len(told) > 1:
        notes.append(f"stated: {list_words(list(told))}")
    notes += settled.notes
    notes += sorted({note for entry in line.everything for note in entry.ruled.notes})
    actors = sorted({entry.claim.actor for entry in entries if entry.claim.actor})
    if len(actors) > 1:
        notes.append(f"said to be done by: {list_words(actors)}")
    if line.earlier:
        before = dict.fromkeys(said_by(entry) for entry in sorted(line.earlier, key=_by_day, reverse=True))
        notes.append(f"earlier: {list_words(list(before))}")
    if line.newer is not None:
        notes.append(f"superseded by {said_by(line.newer)}")
    notes += [f"not comparable with: {what}" for what in sorted(line.beside)[:3]]
    if any(entry.day is None for entry in line.everything):
        notes.append("a report without a date counts on no day that is asked for")
    return tuple(dict.fromkeys(notes))


def _by_day(entry: Entry) -> tuple[object, ...]:
    return (entry.as_of or entry.day or date.min, entry.order)


def size(finding: Finding) -> float:
    """The number by which findings of one kind are put in order: best, else low, else high."""
    bound = finding.best or finding.low or finding.high
    return float(bound.value) if bound and bound.value is not None else -1.0


__all__ = ["Line", "common", "finding_of", "latest", "number_words", "said_by", "size"]
