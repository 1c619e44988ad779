"""What one made crisis costs in a SQLite file and on a PostgreSQL server of this machine, side by side."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.ledger.server import Server, programs

from benchmarks.fresh import UnmeasuredError, measured
from benchmarks.options import Options
from benchmarks.table import Line, Section, at_most

SOME, ALL = (10_000,), (10_000, 100_000)
"""Claims of the ledgers: those measured unless all are asked for."""
SLOWER = 3.0
"""How many times as long as in a file folding may take on a server."""
SAFE = {"max_connections": "100", "shared_buffers": "128MB"}
"""What a server is set to beside its defaults, by which every commit waits for the disk."""


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """Some lines for each size of ledger; raises `UnmeasuredError` where there is no PostgreSQL."""
    found = programs()
    if found is None:
        raise UnmeasuredError("there is no PostgreSQL on this machine")
    lines: list[Line] = []
    folder = Path(tempfile.mkdtemp(prefix="clearway-pg-", dir="/tmp"))
    server = Server(found, folder, settings=SAFE)
    try:
        for claims in ALL if options.full else SOME:
            say(f"measuring stores: {claims:,} claims")
            with tempfile.TemporaryDirectory() as here:
                file = _costs(str(Path(here) / "made.db"), claims)
            lines += _lines(claims, file, _costs(server.url(server.database()), claims))
    finally:
        server.end()
    notes = (
        "A made crisis in a SQLite file, then on a PostgreSQL server of its own on the same machine, which talks to it "
        "by a socket; both wait for the disk at every commit.",
        "A report is one of thirty-two in a transaction; a decision is a transaction of its own.",
        f"{SOME[0]:,} claims, unless --full asks for {ALL[-1]:,} too.",
    )
    return Section(name="stores", title="One crisis in a file and on a server", lines=lines, notes=notes)


def _costs(ledger: str, claims: int) -> Mapping[str, float]:
    costs: Mapping[str, float] = measured("storing", "--ledger", ledger, "--claims", str(claims))
    return costs


def _lines(claims: int, file: Mapping[str, float], server: Mapping[str, float]) -> list[Line]:
    size = f"{claims:,} claims"

    def both(what: str, name: str, unit: str = "ms", times: float = 1000.0) -> Line:
        told = (f"{one[name] * times:,.{0 if one[name] * times >= 10 else 1}f} {unit}" for one in (file, server))
        return Line(what=f"{size}: {what}", value=" in a file, ".join(told) + " on a server")

    commits = (f"{1 / one['commit']:,.0f}" for one in (file, server))
    folding = f" ({file['folding']:.1f} s in a file, {server['folding']:.1f} s on a server)"
    return [
        both("a report written", "added"),
        at_most(f"{size}: all folded, times a file's", server["folding"] / file["folding"], SLOWER, "{:.1f}", folding),
        both("a new report written", "one_added"),
        both("a new report folded in", "one_folded"),
        both("a picture", "picture", "s", 1.0),
        both("words searched", "search"),
        Line(what=f"{size}: decisions a second", value=" in a file, ".join(commits) + " on a server"),
    ]
