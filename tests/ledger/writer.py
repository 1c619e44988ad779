"""Processes that write to a ledger, to be killed or to run side by side."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.ledger.making import AT, WAY, numbered

from clearway.ledger import open_ledger


def start(task: Callable[..., None], *given: object) -> tuple[Any, Connection]:
    """A process that runs the task with `given` and the writing end of a pipe; and the end to read from."""
    # a fork starts at once, which matters for many kills; elsewhere it is not safe
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=task, args=(*given, there))
    process.start()
    there.close()
    return process, here


def write(path: Path, first: int, last: int, told: Connection) -> None:
    """Add the numbered reports, and tell the id of each when it is confirmed."""
    with open_ledger(path) as ledger:
        for number in range(first, last):
            report, claims = numbered(number)
            ledger.add(report, claims, **WAY, at=AT)
            told.send(report.id)


def write_and_die(path: Path, first: int, last: int, statement: int, told: Connection) -> None:
    """Do the same, but be killed before the database is given its so-many-eth statement."""
    from sqlalchemy import Engine, event

    left = [statement]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    write(path, first, last, told)


def told_by(pipe: Connection, most: int | None = None) -> list[str]:
    """What a process tells, until it ends or has told so much."""
    found: list[str] = []
    while most is None or len(found) < most:
        try:
            found.append(pipe.recv())
        except EOFError:
            break
    return found
