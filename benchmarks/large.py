"""Five million junctions: what commands on such roads take, beside what is said before they start."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.fresh import UnmeasuredError, measured
from benchmarks.large_running import NODES, STEPS
from benchmarks.options import Options
from benchmarks.table import Line, Section, at_most

NOTES = (
    f"Made: a grid of {NODES:,} junctions, some streets missing, as the file of roads that a command reads; for adding "
    "a packed file of OpenStreetMap's with three points for each junction, ten blocks a street.",
    "Each in a process of its own: seconds of the processor, libraries included; the peak of memory to what is told "
    "before it starts. Reported: the samples of this repository.",
)


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """A line for each command."""
    if not options.full:
        raise UnmeasuredError("it takes half an hour and 10 GB of memory: ask for it with --full")
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as place:
        say(f"making roads with {NODES:,} junctions")
        measured("large_running", "make", place)
        for name, what in STEPS.items():
            say(f"measuring large roads: {what}")
            lines.append(_line(what, measured("large_running", name, str(Path(place)))))
    return Section(name="large", title="Large roads", lines=lines, notes=NOTES)


def _line(what: str, found: Mapping[str, Any]) -> Line:
    peak = found["peak"] / 1024**2
    detail = f" ({peak:,.0f} of {found['told']:,} MB; {found['seconds']:,.0f} s{found['detail']})"
    return at_most(f"{what}: memory taken to told", peak / found["told"], 1.0, "{:.2f}", detail)
