"""What adds roads or another crisis, in a process of its own: a hostile or large file there harms no page.

It reads a `Task` from its input as JSON, tells a line of progress at a time, and in the end what came of it.
"""

import os
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clearway.crisis import bound_process
from clearway.display.catalogue import say
from clearway.display.numbers import number
from clearway.errors import ClearwayError
from clearway.model import from_json, to_json
from clearway.web.inbox import Reason

STEP_BACK = 10
"""How far it steps back behind the pages (nice(2))."""
OFTEN_S = 0.5
"""Progress is told no oftener."""


class Sort(StrEnum):
    """What is brought in."""

    ROADS = "roads"
    CRISIS = "crisis"


MOST = {Sort.ROADS: (6_000_000_000, 3_600), Sort.CRISIS: (2_000_000_000, 4 * 3_600)}
"""Bytes of memory and seconds of processor time that it may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The file to add, and where to: to the roads, or to the ledger."""

    sort: Sort
    file: str
    ledger: str
    gazetteer: str | None
    roads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How far it is; in the end, `told` is what came of it, or `refused` why nothing did."""

    what: str = ""
    share: float = 0.0
    told: tuple[str, ...] | None = None
    refused: Reason | None = None


def bring(task: Task) -> Said:
    """Add what a task names."""
    try:
        return Said(told=_roads(task) if task.sort is Sort.ROADS else _crisis(task))
    except ClearwayError as error:
        rule, remedy = error.rule, error.remedy
        return Said(refused=Reason(document=Path(error.subject).name[:200], rule=rule, remedy=remedy))
    except MemoryError:
        rule, remedy = say("wrong.memory"), say("wrong.cut_down")
        return Said(refused=Reason(document=say("wrong.file"), rule=rule, remedy=remedy))
    except OSError as error:
        rule, remedy = say("wrong.not_added", why=error.strerror or error), say("wrong.make_room")
        return Said(refused=Reason(document=say("wrong.file"), rule=rule, remedy=remedy))


def _roads(task: Task) -> tuple[str, ...]:
    from clearway.crisis.roads import add_roads

    done = add_roads(Path(task.file), Path(task.roads), on_progress=_Progress())
    if done.already:
        return (say("bringing.already"),)
    apart = done.network.islands - 1
    parts = (say("bringing.islands", n=apart),) if apart else ()
    return (say("bringing.now", nodes=number(done.nodes), legs=number(done.legs)), *parts, *done.notes)


def _crisis(task: Task) -> tuple[str, ...]:
    from clearway.crisis import Crisis
    from clearway.crisis.sifting import sifted

    tell = _Progress()
    with Crisis.open(task.ledger, gazetteer=task.gazetteer, create=False) as crisis:
        found = sifted(crisis, Path(task.file), on_progress=lambda done: tell(say("bringing.reports", n=done), 0.0))
    left = (say("bringing.left_out", n=count, why=why) for why, count in found.refused)
    reports = say("bringing.reports", n=found.merged.reports)
    judgements = say("bringing.judgements", n=found.merged.judgements)
    return (say("bringing.added", reports=reports, judgements=judgements), *left)


class _Progress:
    """Tells how far it is, now and then."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, what: str, share: float) -> None:
        now = time.monotonic()
        if now - self._last >= OFTEN_S:
            self._last = now
            _tell(Said(what=what, share=share))


def _tell(said: Said) -> None:
    sys.stdout.buffer.write(to_json(said) + b"\n")
    sys.stdout.buffer.flush()


def main() -> None:
    """Do the one task that stands on standard input."""
    if hasattr(os, "nice"):
        os.nice(STEP_BACK)
    task = from_json(sys.stdin.buffer.read(), Task)
    bound_process(*MOST[task.sort])
    _tell(bring(task))


if __name__ == "__main__":
    main()
