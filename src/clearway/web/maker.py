"""What makes an export, in a process of its own: what is large or slow there holds up no page.

It reads a `Task` from its input as JSON and answers with what came of it, so that a ledger's password stands in no list
of processes.
"""

import os
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clearway.crisis import Crisis
from clearway.crisis.writing import Beside, Order, Written, write_out
from clearway.crisis.writing_lists import write_lists
from clearway.display.catalogue import say
from clearway.errors import ClearwayError
from clearway.model import from_json, to_json
from clearway.web.inbox import Reason

STEP_BACK = 10
"""How far it steps back behind the pages (nice(2))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to write to which new file, of which ledger or `lists`; `at` is the time that its clock shows.

    `records` is the folder of corridors' records, and `roads` the file of roads on which they are watched.
    """

    ledger: str
    gazetteer: str | None
    at: datetime
    order: Order
    to: str
    lists: str = ""
    records: str = ""
    roads: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was written, or why nothing was."""

    written: Written | None = None
    refused: Reason | None = None


def make(task: Task) -> Answer:
    """Write what a task asks for."""
    try:
        if task.order.lists is not None:
            return Answer(written=write_lists(task.order, Path(task.lists), Path(task.to)))
        beside = Beside(records=Path(task.records), roads=Path(task.roads))
        with Crisis.open(task.ledger, gazetteer=task.gazetteer, create=False, now=lambda: task.at) as crisis:
            return Answer(written=write_out(crisis, task.order, Path(task.to), beside=beside))
    except ClearwayError as error:
        return Answer(refused=Reason(document=error.subject, rule=error.rule, remedy=error.remedy))
    except OSError as error:
        rule = say("wrong.not_written", why=error.strerror or error)
        return Answer(refused=Reason(document="export", rule=rule, remedy=say("wrong.make_room_ask")))


def main() -> None:
    """Do the one task that stands on standard input."""
    if hasattr(os, "nice"):
        os.nice(STEP_BACK)
    task = from_json(sys.stdin.buffer.read(), Task)
    sys.stdout.buffer.write(to_json(make(task)))


if __name__ == "__main__":
    main()
