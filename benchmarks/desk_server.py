"""A desk as it is served: `clearway serve` in a process of its own, with people who have links, and what it takes."""

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil

from benchmarks.commands import CLEARWAY
from benchmarks.fresh import UnmeasuredError
from clearway.web.accounts import people
from clearway.web.rights import Role
from clearway.web.store import Store

STARTING_S = 120
STOPPING_S = 60


@dataclass(slots=True)
class Served:
    """A desk that listens: its address, a link for each person, and the most memory that its processes held."""

    url: str
    links: Sequence[str]
    process: psutil.Process
    memory: dict[int, int] = field(default_factory=dict)

    def look(self) -> None:
        """Note the most memory that each process of the desk has held so far, in bytes."""
        for process in (self.process, *self.process.children(recursive=True)):
            try:
                self.memory[process.pid] = max(self.memory.get(process.pid, 0), _peak(process))
            except psutil.NoSuchProcess:
                continue

    @property
    def peak(self) -> int:
        """The most memory that all processes held, as if each had held its most at one time."""
        return sum(self.memory.values())


@contextmanager
def served(ledger: str, folder: Path, team: Sequence[Role]) -> Iterator[Served]:
    """A desk over a ledger, until the end; raises `UnmeasuredError` where it does not start."""
    port, desk = _free_port(), folder / "desk.db"
    with Store.open(desk) as store:
        links = [_link(store, f"person {at}", role) for at, role in enumerate(team, 1)]
    command = [CLEARWAY, "serve", "--ledger", ledger, "--desk", desk, "--accounts", "--port", str(port), "--no-open"]
    with (folder / "desk.log").open("w+") as log:
        process = subprocess.Popen([*map(str, command)], stdout=log, stderr=log)  # noqa: S603  # our own command
        try:
            _wait(process, port, folder / "desk.log")
            made = Served(url=f"http://127.0.0.1:{port}", links=links, process=psutil.Process(process.pid))
            yield made
            made.look()
        finally:
            process.terminate()
            process.wait(STOPPING_S)


def _link(store: Store, name: str, role: Role) -> str:
    return f"/join/{people.invite(store, name=name, roles=[role], by='the benchmark', now=datetime.now(UTC))}"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + STARTING_S
    while time.monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/sign-in")
            connection.getresponse().read()
        except (OSError, HTTPException):
            time.sleep(0.1)
        else:
            return
    lines = log.read_text().strip().splitlines() or ["it said nothing"]
    raise UnmeasuredError(f"clearway serve: {lines[-1]}")


def _peak(process: psutil.Process) -> int:
    """The most memory that a process has held, where the system keeps it (Linux), else what it holds now."""
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        told = next((line for line in status.read_text().splitlines() if line.startswith("VmHWM:")), "")
        if told:
            return int(told.split()[1]) * 1024
    held: int = process.memory_info().rss
    return held
