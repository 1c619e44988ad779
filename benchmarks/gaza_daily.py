"""Arithmetic of daily bulletins: Gaza's killed and injured, as Tech For Palestine gathers them (public domain)."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.fresh import UnmeasuredError
from benchmarks.options import Options
from benchmarks.table import Line, Section
from clearway.picture import Bulletin, Checked, check

FILE = Path("gaza_daily") / "casualties_daily.json"
KNOWN = {"killed": (9, 1_012), "injured": (16, 984)}
"""How many pairs of days fail, of how many: counted from the file by whoever chose it, and asked for exactly."""


def checked(folder: Path, what: str) -> Checked:
    """What `clearway.picture.check` finds in the bulletins, but for days that the makers of the file filled in.

    Raises `UnmeasuredError` where the file is missing.
    """
    file = folder / FILE
    if not file.exists():
        raise UnmeasuredError(f"no {FILE} in {folder.name}: name its folder with --data FOLDER")
    days = json.loads(file.read_text("utf-8"))
    return check(
        Bulletin(day=date.fromisoformat(row["report_date"]), total=row.get(f"{what}_cum"), new=row.get(what))
        for row in days
    )


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """One line for killed and one for injured."""
    say("measuring gaza_daily")
    lines = []
    for what, (failing, pairs) in KNOWN.items():
        found = checked(options.data, what)
        reached = (len(found.failing), found.pairs)
        reasons = sorted({one.reason.partition(":")[0] for one in found.failing})
        lines.append(
            Line(
                what=f"{what}: days on which the total does not rise by what is new",
                value=f"{reached[0]} of {reached[1]:,} pairs; {len(found.falls)} falls of the total",
                floor=f"{failing} of {pairs:,}",
                passed=reached == (failing, pairs),
            )
        )
        lines.append(Line(what=f"{what}: likeliest reasons offered, not scored", value=", ".join(reasons)))
    return Section(name="gaza_daily", title="Arithmetic of daily bulletins (Gaza)", lines=lines)
