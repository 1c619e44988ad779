"""How long people wait for the pages of a desk, twenty of them at once, and what the desk takes, on both stores."""

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.ledger.server import Server, programs

from benchmarks.desk_pages import PAGES, PLAIN, SEARCH, SOON, Page
from benchmarks.desk_server import Served, served
from benchmarks.desk_visits import FOR_READERS, JUDGES, TEAM
from benchmarks.filling import fill
from benchmarks.fresh import measured
from benchmarks.making import made_reports
from benchmarks.options import Options
from benchmarks.scale import kept
from benchmarks.stores import SAFE
from benchmarks.table import Line, Section, at_most
from clearway.crisis import Crisis

SOME, ALL = (10_000, 100_000), (10_000, 100_000, 1_000_000)
"""Claims of the ledgers: those measured unless all are asked for, which takes hours where they are made first."""
MEMORY = 700_000_000
REST_S, ROUNDS = 1.0, 3
"""Seconds that a person looks at a page, on average, and how often everybody goes through all pages: of the nineteen
answers of one round, the 95th of a hundred is nearly the slowest of all."""
LOOK_S = 0.5
TEAMS = {**SAFE, "shared_buffers": "1GB"}
"""What a team's server is set to: as docs/team.md advises, it holds more of a large crisis in memory."""
STORES = ("a file", "a server")


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What twenty people at once did to a desk: on which store, over how many claims."""

    store: str
    claims: int
    rested: Mapping[str, Any]
    unrested: Mapping[str, Any]
    memory: int


def measure(options: Options, say: Callable[[str], None]) -> Section:
    """A line for each page and store, with a figure for each size; of a server where PostgreSQL is there."""
    found = programs()
    loads = []
    for claims in ALL if options.full else SOME:
        with kept(options.ledgers) as folder, tempfile.TemporaryDirectory(dir=options.ledgers) as own:
            ledger = _ledger(folder, claims, say)
            mine = Path(shutil.copyfile(ledger, Path(own) / "desk.db"))  # people judge in it
            say(f"measuring desk: {claims:,} claims in a file")
            loads.append(_load(STORES[0], claims, str(mine)))
            if found is not None:
                say(f"measuring desk: {claims:,} claims on a server")
                with _on_server(found, ledger) as url:
                    loads.append(_load(STORES[1], claims, url))
    return Section(name="desk", title="The desk with twenty people at once", lines=lines(loads), notes=_notes(found))


def lines(loads: Sequence[Load]) -> list[Line]:
    """The table of some loads, those of one store by the number of claims."""
    found: list[Line] = []
    stores = [(store, mine) for store in STORES if (mine := [one for one in loads if one.store == store])]
    for store, mine in stores:
        found += [_page_line(page, mine, store) for page in PAGES if page.path != PLAIN]
        for most, name in ((SOON, JUDGES), *FOR_READERS.items()):
            found.append(_line(f"{store}: {name}", {"": name}, mine, most))
        found += _whole(store, mine)
    return found


def _page_line(page: Page, loads: Sequence[Load], store: str) -> Line:
    names = {"": page.name} | ({"its twin ": f"{page.name}.json"} if page.twin else {})
    return _line(f"{store}: {page.name} `{page.path}`", names, loads, page.most)


def _line(what: str, names: Mapping[str, str], loads: Sequence[Load], most: float) -> Line:
    """The middle and the 95th of a hundred at each size; passed where the latter is met at all of them."""
    told, worst = [], 0.0
    for before, name in names.items():
        some = [load.rested["times"].get(name, []) for load in loads]
        worst = max([worst, *(_late(one) for one in some if one)])
        told.append(before + ", ".join(f"{median(one):.0f}/{_late(one):.0f}" if one else "-" for one in some))
    return Line(what=what, value=f"{'; '.join(told)} ms", floor=f"at most {most:.0f} ms", passed=worst <= most)


def _whole(store: str, loads: Sequence[Load]) -> list[Line]:
    """What a desk takes and does as a whole, beside a file that it has in memory."""
    plain = next(page.name for page in PAGES if page.path == PLAIN)
    own = {page.name for page in PAGES if page.most <= SOON} | {f"{page.name}.json" for page in PAGES}

    def each(told: Callable[[Load], str]) -> str:
        return ", ".join(map(told, loads))

    def all_of(times: Mapping[str, list[float]]) -> list[float]:
        return [one for name, some in times.items() if name in own and name != plain for one in some]

    peer = each(lambda one: f"{median(one.rested['times'][plain]):.0f}/{_late(one.rested['times'][plain]):.0f}")
    times = each(lambda one: f"{_late(all_of(one.rested['times'])) / _late(one.rested['times'][plain]):.0f}")
    hard = each(
        lambda one: (
            f"{median(all_of(one.unrested['times'])):.0f}/{_late(all_of(one.unrested['times'])):.0f} ms at "
            f"{_rate(one.unrested):.0f} a second"
        )
    )
    faults = sum(len(one.rested["faults"]) + len(one.unrested["faults"]) for one in loads)
    memory = max(one.memory for one in loads)
    each_memory = f" ({each(lambda one: f'{one.memory / 1e6:.0f}')})"
    return [
        Line(what=f"{store}: a file of the desk's own, for comparison", value=f"{peer} ms"),
        Line(what=f"{store}: times as long as that, all pages of lists and figures", value=times),
        Line(what=f"{store}: requests a second", value=each(lambda one: f"{_rate(one.rested):.0f}")),
        Line(what=f"{store}: all pages of lists and figures where nobody rests", value=hard),
        at_most(f"{store}: memory of the desk", memory / 1e6, MEMORY / 1e6, "{:.0f} MB", each_memory),
        at_most(f"{store}: requests that failed", faults, 0, "{:.0f}"),
    ]


def _late(times: Sequence[float]) -> float:
    """What 95 of a hundred are no slower than."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def _rate(gone: Mapping[str, Any]) -> float:
    return sum(map(len, gone["times"].values())) / float(gone["seconds"])


def _ledger(folder: Path, claims: int, say: Callable[[str], None]) -> Path:
    """The made ledger of so many claims with judgements, kept beside those that others measure."""
    ledger = folder / f"desk-{claims}.db"
    if ledger.exists():
        return ledger
    made = folder / f"made-{claims}.db"
    if not made.exists():
        say(f"making a ledger of {claims:,} claims")
        fill(made, made_reports(claims))
    with Crisis.open(made) as crisis:
        crisis.fold_in(events=True)
    part = ledger.with_suffix(".part")
    shutil.copyfile(made, part)
    measured("desk_ledgers", "--ledger", str(part))
    return part.rename(ledger)


@contextmanager
def _on_server(found: Path, ledger: Path) -> Iterator[str]:
    """The url of the same ledger on a PostgreSQL server of its own."""
    server = Server(found, Path(tempfile.mkdtemp(prefix="clearway-pg-", dir="/tmp")), settings=TEAMS)
    try:
        url = server.url(server.database())
        measured("desk_ledgers", "--ledger", str(ledger), "--server", url)
        yield url
    finally:
        server.end()


def _load(store: str, claims: int, ledger: str) -> Load:
    with tempfile.TemporaryDirectory() as folder, served(ledger, Path(folder), TEAM) as desk, _watched(desk):
        links = [part for link in desk.links for part in ("--link", link)]
        going = ("--url", desk.url, *links, "--rounds", str(ROUNDS), "--rest", str(REST_S))
        told = measured("desk_visits", *going)
        desk.look()
        return Load(store=store, claims=claims, rested=told["rested"], unrested=told["unrested"], memory=desk.peak)


@contextmanager
def _watched(desk: Served) -> Iterator[None]:
    """Within it, what the desk holds is looked at now and then, also what ends before the end."""
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(LOOK_S):
            desk.look()

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    try:
        yield
    finally:
        stop.set()
        watching.join()


def _notes(found: Path | None) -> tuple[str, ...]:
    sizes = ", ".join(f"{claims:,}" for claims in SOME)
    return (
        f"The middle and the 95th of a hundred answers, in milliseconds, with {sizes} claims, and 1,000,000 with "
        "--full; a page's JSON twin behind it.",
        f"Twenty people (15 analysts, 3 leads, a reader, the officer) go through all their pages at once, rounds: "
        f"{ROUNDS}, each in an order of their own, and look at each for {REST_S:.0f} s on average. Reports, claims, "
        "places and days are others each time. Whoever may judge accepts a claim once in each round, so that somebody "
        "judges every three or four seconds; one claim of 500 was judged before.",
        "One `clearway serve`, with the one process that makes its large pages and the one that reads sentences; the "
        "twenty are threads of another process. All, and the PostgreSQL server (shared_buffers: "
        f"{TEAMS['shared_buffers']}), share the machine's two cores."
        + ("" if found else " There is no PostgreSQL on this machine: no server was measured."),
        f"Asked: {SOON:.0f} ms of pages of lists and figures, {SEARCH:,.0f} ms of searches and maps. Memory is the "
        "most that each process of the desk held, added up.",
    )
