"""`clearway serve` and `clearway desk`: a desk that starts, is used, is killed, and ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.conftest import REPOSITORY
from typer.testing import Result

from clearway.web.accounts import audit, people
from clearway.web.rights import Role
from clearway.web.store import Store

Run = Callable[..., Result]
PATIENCE_S = 60.0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def serving(ledger: Path, port: int, *more: str) -> Iterator[subprocess.Popen[str]]:
    """A desk in a process of its own, once it answers."""
    command = [sys.executable, "-m", "clearway", "serve", "--ledger", str(ledger), "--port", str(port), "--no-open"]
    process = subprocess.Popen(
        [*command, *more],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
    )
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/static/page.css"):
                break
        except URLError:
            time.sleep(0.1)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_desk_says_where_it_is_open_and_ends_cleanly(ledger: Path) -> None:
    port = free_port()
    with serving(ledger, port) as process:
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert told.splitlines() == [
        f"the desk is open at http://127.0.0.1:{port} (Ctrl-C ends it)",
        "the desk is closed",
    ]


def test_the_first_start_of_a_team_prints_the_link_of_the_first_lead(ledger: Path) -> None:
    port = free_port()
    with serving(ledger, port, "--accounts") as process:
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=PATIENCE_S)
    link = rf"nobody is here yet: the first lead chooses a password once at http://127.0.0.1:{port}/join/[\w-]{{32}}\n"
    assert re.search(link, told)


def test_a_port_that_is_taken_is_told_in_one_line(ledger: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        result = run("serve", "--ledger", ledger, "--port", port, "--no-open")
    assert result.exit_code == 1
    assert result.stderr == (
        f"clearway: 127.0.0.1 port {port}: another program listens there; "
        "give another with --port, or end that program\n"
    )


def test_a_second_desk_on_the_file_of_the_first_is_refused_in_one_line(ledger: Path, run: Run) -> None:
    with serving(ledger, free_port()) as process:
        result = run("serve", "--ledger", ledger, "--port", free_port(), "--no-open")
        assert run("desk", "audit", "--ledger", ledger).exit_code == 0
    assert result.exit_code == 1
    [line] = [one for one in result.stderr.splitlines() if one.startswith("clearway: ")]
    assert f"another desk is open on it (process {process.pid}); use that one or end it" in line


def test_what_was_sent_before_the_desk_was_killed_is_read_after_its_next_start(ledger: Path) -> None:
    port = free_port()
    with serving(ledger, port) as process:
        with urlopen(f"http://127.0.0.1:{port}/inbox") as page:
            token = re.search(r'name="token" value="(\w+)"', page.read().decode())
        assert token
        body = f"token={token[1]}&text=Shelling+killed+4+people+in+Idlib+on+Monday%2C+the+civil+defence+said."
        with urlopen(f"http://127.0.0.1:{port}/inbox/text.json", data=body.encode()) as answer:
            assert json.load(answer) == {"to": "/inbox", "said": "taken"}
        process.kill()
    with serving(ledger, port):
        deadline = time.monotonic() + PATIENCE_S
        state = ""
        while state not in ("read", "refused") and time.monotonic() < deadline:
            with urlopen(f"http://127.0.0.1:{port}/inbox/items.json") as answer:
                [item] = json.load(answer)["items"]
            state = item["state"]
            time.sleep(0.2)
    assert (state, item["told"]["reports"][0]["claims"] > 0) == ("read", True)


def test_a_log_that_holds_is_told_with_its_last_hash(tmp_path: Path, run: Run) -> None:
    with Store.open(tmp_path / "clearway-desk.db") as store:
        people.invite(store, name="Ada", roles=[Role.LEAD], by="test", now=datetime.now(UTC))
        last = audit.verify(store).last
    result = run("desk", "audit")
    assert (result.exit_code, result.stdout) == (0, f"1 entry holds\nlast hash: {last}\n")
    assert json.loads(run("desk", "audit", "--json").stdout) == {"entries": 1, "last": last, "broken": None, "why": ""}
    assert run("desk", "audit", "--known", last).exit_code == 0


def test_a_log_that_was_changed_is_told_and_fails(tmp_path: Path, run: Run) -> None:
    with Store.open(tmp_path / "clearway-desk.db") as store:
        people.invite(store, name="Ada", roles=[Role.LEAD], by="test", now=datetime.now(UTC))
        store.rows("DROP TRIGGER audit_no_update")
        store.rows("UPDATE audit SET who = 'somebody else'")
    result = run("desk", "audit")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "entry 1 does not hold: it was changed" in result.stderr


def test_a_link_is_made_on_the_machine_itself(tmp_path: Path, run: Run) -> None:
    Store.open(tmp_path / "clearway-desk.db").close()
    result = run("desk", "link", "Ada", "--role", "lead", "--role", "officer")
    assert re.fullmatch(r"/join/[\w-]{32}\n", result.stdout)
    assert run("desk", "link", "Ada", "--role", "boss").exit_code == 2


def test_without_a_desk_there_is_nothing_to_check(run: Run) -> None:
    result = run("desk", "audit")
    assert result.exit_code == 1
    assert "there is no desk; run `clearway serve` first, or name its --desk" in result.stderr


def test_a_copy_of_the_desks_file_holds_its_people_and_its_log(tmp_path: Path, run: Run) -> None:
    with Store.open(tmp_path / "clearway-desk.db") as store:
        people.invite(store, name="Ada", roles=[Role.LEAD], by="test", now=datetime.now(UTC))
        assert run("desk", "backup", "copy.db").exit_code == 0
        with Store.open(tmp_path / "copy.db", create=False) as copy:
            assert audit.entries(copy) == audit.entries(store)
    assert run("desk", "backup", "copy.db").exit_code == 1
