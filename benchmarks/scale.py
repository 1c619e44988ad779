"""What a picture, a difference and a new report cost in a made ledger, and how that grows with its claims."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.commands import CLEARWAY
from benchmarks.fresh import UnmeasuredError, measured
from benchmarks.making import DAYS, START
from benchmarks.options import Options
from benchmarks.table import Line, Section, at_most

SOME, ALL = (10_000, 100_000), (10_000, 100_000, 1_000_000)
"""Claims of the ledgers: those measured unless all are asked for, which takes more than an hour, and all."""
PICTURE, FOLDED, MEMORY = 2.0, 0.2, 1_000_000_000
"""Asked: seconds of a picture, seconds of folding a report in, and bytes."""
HALFWAY = START + timedelta(days=DAYS // 2)
LAST = START + timedelta(days=DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command takes: seconds from its start to its end, seconds of computing, and bytes of memory at most."""

    seconds: float
    computing: float
    memory: int


def cost(*arguments: str) -> Cost:
    """What `clearway` with these arguments takes in a fresh process; raises `UnmeasuredError` where it fails."""
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        streams = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), number) for number in (1, 2)]
        command = [str(CLEARWAY), *arguments]
        pid = os.posix_spawn(command[0], command, os.environ, file_actions=streams)
        _, status, used = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise UnmeasuredError(f"clearway {arguments[0]}: it ended with code {os.waitstatus_to_exitcode(status)}")
    # Linux counts in KiB, macOS in bytes
    memory = used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * 1024
    return Cost(seconds=seconds, computing=used.ru_utime + used.ru_stime, memory=memory)


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """Some lines for each size of ledger."""
    lines: list[Line] = []
    for claims in ALL if options.full else SOME:
        say(f"measuring scale: {claims:,} claims")
        with kept(options.ledgers) as folder:
            ledger = folder / f"made-{claims}.db"
            grown = measured("growing", "--ledger", str(ledger), "--claims", str(claims))
            days = (HALFWAY.isoformat(), LAST.isoformat())
            pictures = [costs(options, "picture", "--as-of", day, "--ledger", str(ledger)) for day in days]
            week = (LAST - timedelta(days=7)).isoformat()
            differences = costs(options, "diff", week, days[1], "--ledger", str(ledger))
        lines += _lines(claims, grown, [one for some in pictures for one in some], differences)
    notes = (
        "Times are of whole commands in fresh processes, the median of all rounds; processor time is in brackets.",
        "Ten years of one made country at every size; the picture is of a day halfway and of the last one, by turns; "
        "the difference is that of the last week.",
        f"{', '.join(f'{claims:,}' for claims in SOME)} claims, unless --full asks for "
        f"{', '.join(f'{claims:,}' for claims in ALL)}.",
    )
    return Section(name="scale", title="How the cost grows with the ledger", lines=lines, notes=notes)


@contextmanager
def kept(folder: Path | None) -> Iterator[Path]:
    """The folder of made ledgers: the one that is named, or one that is gone afterwards."""
    if folder is None:
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


def costs(options: Options, *arguments: str) -> list[Cost]:
    """What a command takes in each round."""
    return [cost(*arguments) for _ in range(options.rounds)]


def _lines(claims: int, grown: Mapping[str, Any], pictures: Sequence[Cost], differences: Sequence[Cost]) -> list[Line]:
    size = f"{claims:,} claims"
    memory = max(grown["peak"], *(one.memory for one in (*pictures, *differences)))
    wrote = f"{grown['adding'] * 1000:.0f} ms a report" if grown["adding"] else "in an earlier run"
    if grown["folding"]:
        wrote += f", all folded in {grown['folding']:.0f} s"
    size_kept = f"{grown['size'] / 1e6:,.0f} MB for {grown['reports']:,} reports"
    one = f" ({grown['one_computed']:.2f} s) after {grown['one_added'] * 1000:.0f} ms of writing"
    return [
        _seconds(f"{size}: picture as of a day", pictures),
        _seconds(f"{size}: difference of two days", differences),
        at_most(f"{size}: a new report folded in", grown["one_folded"], FOLDED, "{:.2f} s", one),
        at_most(f"{size}: most memory, writing too", memory / 1e6, MEMORY / 1e6, "{:,.0f} MB"),
        Line(what=f"{size}: written the first time", value=f"{wrote}; {size_kept}"),
    ]


def _seconds(what: str, costs: Sequence[Cost]) -> Line:
    waited, computed = median(one.seconds for one in costs), median(one.computing for one in costs)
    return at_most(what, waited, PICTURE, "{:.2f} s", f" ({computed:.2f} s)")
