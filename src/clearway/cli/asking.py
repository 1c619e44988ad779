"""What commands about corridors have in common: ages as people write them, and patience."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from clearway.cli.terminal import note
from clearway.errors import UsageError

WAIT_S = 4.0
WAITING = "still at work: the first search on a machine takes up to a minute longer, large roads take minutes each time"
AGE = re.compile(r"(\d+)\s*(?:d|days?)?")


@contextmanager
def patience() -> Iterator[None]:
    """Say why, where it takes longer than a few seconds."""
    timer = Timer(WAIT_S, note, [WAITING])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def needed(megabytes: int) -> None:
    """Say what it takes before it starts."""
    note(f"about {megabytes:,} MB of memory will be needed")


def days(text: str) -> int:
    """A number of days written as 7d, 7 days or 7; raises `UsageError` for anything else."""
    found = AGE.fullmatch(text.strip().lower())
    if not found:
        raise UsageError(text, rule="an age is a number of days", remedy="write 7d")
    return int(found[1])
