"""Crossings, border points and checkpoints on the way: what the file of roads says of them, and what is told since."""

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np

from clearway.corridors.danger import State
from clearway.corridors.naming import site_names
from clearway.corridors.opening import Hours, hours_of
from clearway.corridors.roads.network import KINDS, STATUSES, Network
from clearway.model import Evidence, Leg, Status

GUARDED = ("crossing", "border", "checkpoint", "gate", "barrier", "ferry")
DATED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
CLOSED, LIMITED = STATUSES.index("closed"), STATUSES.index("limited")
LOOKED = 48
"""Times between the first arrival and the last for which the wait is looked up."""
PASSED = (Status.OPEN, Status.LIMITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What stands at a node: its name, whether nobody crosses it, its hours, and what is to be said of it."""

    name: str
    shut: bool
    hours: Hours | None
    said: tuple[str, ...]
    open_in: str = ""


def gates_of(network: Network, states: Mapping[int, State]) -> dict[int, Gate]:
    """The guarded nodes of which the file of roads tells a status or hours, by node.

    A word that counts and is newer than the file goes before the file's status. A file without a day is older than
    every word.
    """
    nodes, legs = network.nodes, network.legs
    guarded = np.isin(nodes.kind, [KINDS.index(kind) for kind in GUARDED])
    told = np.flatnonzero(guarded & (np.isin(nodes.status, (CLOSED, LIMITED)) | (nodes.hours > 0)))
    if not len(told):
        return {}
    ending = np.flatnonzero(np.isin(legs.tail, told) | np.isin(legs.head, told))
    at: dict[int, list[int]] = {int(node): [] for node in told}
    for leg in ending.tolist():
        for node in {int(legs.tail[leg]), int(legs.head[leg])} & at.keys():
            at[node].append(leg)
    return {node: _gate(network, node, some, states) for node, some in at.items()}


def _gate(network: Network, node: int, legs: Sequence[int], states: Mapping[int, State]) -> Gate:
    nodes = network.nodes
    kind, status, hours = KINDS[nodes.kind[node]], int(nodes.status[node]), network.text(nodes.hours[node])
    name = network.text(nodes.name[node]) or f"a {kind}"
    day, of = _as_of(network, legs)
    word = _word(name, legs, states, day)
    said = []
    if status == CLOSED and word is not None:
        said.append(f"{name} is closed in the file of roads{of}; a later word says that it is {word.status}")
    elif status == CLOSED:
        said.append(f"{name} is closed in the file of roads{of}")
    elif status == LIMITED and word is None:
        said.append(f"{name} is open with limits in the file of roads{of}")
    read = hours_of(hours) if hours else None
    if hours and read is None:
        said.append(f"the hours of {name} in the file of roads cannot be read: {hours}")
    never = read is not None and read.never
    if never:
        said.append(f"{name} never opens by its hours in the file of roads: {hours}")
    shut = (status == CLOSED and word is None) or never
    return Gate(name=name, shut=shut, hours=read, said=tuple(said), open_in=hours)


def _as_of(network: Network, legs: Iterable[int]) -> tuple[date | None, str]:
    """The last day of which the file of roads can speak there, and how that is said; points come in files of theirs."""
    chosen = {int(network.legs.source[leg]) for leg in legs}
    chosen |= {place for place, source in enumerate(network.sources) if source.format == "points"}
    written = [network.sources[place].as_of for place in chosen if place < len(network.sources)]
    days = [(day, text) for text in written if (day := _last_day(text)) is not None]
    return max(days, default=(None, ""))[0], f" (as of {max(days)[1][:10]})" if days else ""


def _last_day(text: str) -> date | None:
    """The last day of a year, month or day; `None` where none is told."""
    found = DATED.match(text)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    if not 1 <= month <= 12 or not year >= 1:
        return None
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(max(int(found[3] or last), 1), last))


def _word(name: str, legs: Sequence[int], states: Mapping[int, State], day: date | None) -> Evidence | None:
    """The newest word that it can be passed: one that names it, is told of it, or of the road on both its sides."""
    words = [known.word for leg in legs if (known := states.get(leg)) and known.word]
    names = set(site_names(name))
    newer = [one for one in words if one.told and (day is None or one.told > day) and one.status in PASSED]
    meant = [
        one
        for one in newer
        if names & set(one.roads)
        or any(stretch.end is None for stretch in one.stretches)
        or sum(other.id == one.id for other in words) > 1
    ]
    return max(meant, key=lambda one: (one.told or date.min, one.id), default=None)


def through(
    legs: Sequence[Leg], heads: Sequence[int], gates: Mapping[int, Gate], leaves: datetime | None
) -> tuple[tuple[Leg, ...], tuple[float, float]]:
    """The legs with what is to be said and waited at the gates where they end, and the minutes of the whole way.

    Who comes later never leaves a gate earlier, so that the ends of the range stay its ends.
    """
    low = high = 0.0
    found = []
    for leg, node in zip(legs, heads, strict=True):
        low, high = low + leg.minutes[0], high + leg.minutes[1]
        gate = gates.get(node)
        if gate is not None:
            waits = _waits(gate, leaves, low, high)
            found.append(_at(leg, gate, leaves, waits))
            low, high = low + waits[0], high + waits[-1]
        else:
            found.append(leg)
    return tuple(found), (low, high)


def _waits(gate: Gate, leaves: datetime | None, low: float, high: float) -> list[float]:
    """The minutes waited by who comes first and by who comes last, with the longest between them."""
    if leaves is None or gate.hours is None or gate.hours.never:
        return [0.0, 0.0]
    times = [low, *(low + step * (high - low) / LOOKED for step in range(1, LOOKED)), high]
    waits = [gate.hours.wait(leaves + timedelta(minutes=after)) or 0.0 for after in times]
    return [waits[0], max(waits), waits[-1]]


def _at(leg: Leg, gate: Gate, leaves: datetime | None, waits: Sequence[float]) -> Leg:
    said = list(gate.said)
    if gate.hours is not None and leaves is None and not gate.hours.always and not gate.hours.never:
        said.append(f"{gate.name} is open {gate.open_in} by the file of roads; the hour of leaving is not given (--at)")
    elif gate.hours is not None and max(waits):
        said.append(
            f"{gate.name} is open {gate.open_in} by the file of roads: up to {max(waits):,.0f} min to wait there"
        )
    wait = (round(min(waits), 1), round(max(waits), 1))
    minutes = (round(leg.minutes[0] + wait[0], 1), round(leg.minutes[1] + wait[1], 1))
    return replace(leg, doubts=(*leg.doubts, *said), wait=wait, minutes=minutes)
