"""What one event did, and who is said to have done it: ranges by kind and group, which are never added."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from clearway.model import Alleged, Harm
from clearway.picture.bounds import settle
from clearway.picture.entries import NEAR_PEOPLE, Entry
from clearway.picture.lines import common
from clearway.picture.speakers import about_itself, speakers
from clearway.picture.updates import replaced

ORDER = ("killed", "injured", "casualties", "missing", "abducted", "detained", "facility_attack", "destruction")
"""Kinds that count what an event did, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the claims of one range have in common; the words of the group are folded, none for people as such."""

    kind: str
    unit: str
    group: frozenset[str]
    part: bool
    whole: float | None


def harms(entries: Sequence[Entry], denials: Sequence[Entry]) -> tuple[Harm, ...]:
    """The ranges of what was counted, people as such before their groups; one without numbers where none is told.

    A figure that its own speaker replaced by a newer one gives no bound.
    """
    denied = {entry.sort.kind for entry in denials}
    heaps: dict[Counted, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.sort.kind in ORDER:
            heaps[_counted(entry)].append(entry)
    found = [(counted, _harm(counted, heap, denied=counted.kind in denied)) for counted, heap in heaps.items()]
    numbered = {harm.kind for _, harm in found if harm.low or harm.high}
    open_kinds = {harm.kind for _, harm in found} - numbered
    told = [pair for pair in found if pair[1].low or pair[1].high]
    for kind in open_kinds:
        mine = [entry for entry in entries if entry.sort.kind == kind]
        counted = Counted(kind=kind, unit=mine[0].kind.unit, group=frozenset(), part=False, whole=None)
        told.append((counted, _harm(counted, mine, denied=kind in denied)))
    return tuple(harm for _, harm in sorted(told, key=_rank))


def alleged(entries: Sequence[Entry]) -> tuple[Alleged, ...]:
    """Each doer that is named, with those who name it; names that share a word's form go together."""
    by_words: dict[frozenset[str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.actor:
            by_words[entry.actor].append(entry)
    found = []
    for some in by_words.values():
        names = [entry.claim.actor for entry in some if entry.claim.actor]
        found.append(
            Alleged(
                actor=common(names) or "",
                by=speakers([entry.voice for entry in some]),
                claims=tuple(sorted(entry.claim.id for entry in some)),
                own=any(about_itself(entry.claim) for entry in some),
            )
        )
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.actor)))


def _counted(entry: Entry) -> Counted:
    figure = entry.figure
    group = frozenset() if entry.group <= NEAR_PEOPLE else entry.group
    whole = float(figure.whole.value) if entry.part and figure and figure.whole and figure.whole.value else None
    part = entry.part or entry.ruled.whole is not None
    unit = figure.unit if figure else entry.kind.unit
    return Counted(kind=entry.sort.kind, unit=unit, group=group, part=part, whole=whole)


def _harm(counted: Counted, heap: Sequence[Entry], *, denied: bool) -> Harm:
    newer = replaced(heap)
    settled = settle([entry for entry in heap if entry.claim.id not in newer], denied=denied)
    groups = [entry.claim.group for entry in heap if entry.claim.group]
    return Harm(
        kind=counted.kind,
        group=common(groups) if counted.group else None,
        unit=counted.unit,
        low=settled.low,
        best=settled.best,
        high=settled.high,
        state=settled.state,
        claims=tuple(sorted(entry.claim.id for entry in heap)),
        part_of=counted.whole,
    )


def _rank(pair: tuple[Counted, Harm]) -> tuple[object, ...]:
    counted, harm = pair
    bound = harm.best or harm.low or harm.high
    size = float(bound.value) if bound and bound.value is not None else 0.0
    groups = sorted(counted.group)
    return (ORDER.index(counted.kind), counted.part, bool(groups), -size, groups, counted.unit, counted.whole or 0.0)
