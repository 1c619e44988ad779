"""`clearway serve` killed outright, in the middle of an upload and of judging: nothing confirmed is lost."""

import json
import re
import signal
import socket
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from tests.cli.test_serving import free_port, serving
from tests.ledger.making import AT, WAY, numbered

from clearway.ledger import open_ledger

LIMIT = 1_500_000
"""Bytes of a file at most, in place of a full disk."""


def token_of(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/inbox") as page:
        found = re.search(r'name="token" value="(\w+)"', page.read().decode())
    assert found
    return found[1]


def test_killed_while_somebody_judges_it_holds_what_was_confirmed(tmp_path: Path) -> None:
    path = tmp_path / "clearway.db"
    with open_ledger(path) as ledger:
        for number in range(6):
            ledger.add(*numbered(number), **WAY, at=AT)
        names = [claim.id for claim in ledger.claims()]
    port = free_port()
    confirmed = []
    with serving(path, port) as process:
        token = token_of(port)
        for number, name in enumerate(names):
            if number == 5:
                process.send_signal(signal.SIGKILL)  # it may come in the middle of any of the next
            data = urlencode({"verdict": "accept", "token": token}).encode()
            try:
                with urlopen(f"http://127.0.0.1:{port}/claims/{name}/judge.json", data=data):
                    confirmed.append(name)
            except (URLError, ConnectionError):
                break
    with open_ledger(path) as ledger:
        kept = {name for judgement in ledger.judgements() for name in judgement.claims}
    assert len(confirmed) >= 5
    assert set(confirmed) <= kept
    assert kept <= {*confirmed, names[len(confirmed)]}  # of one that was not confirmed, whole or nothing


def test_killed_in_the_middle_of_an_upload_it_keeps_nothing_of_it_and_goes_on(tmp_path: Path) -> None:
    port = free_port()
    head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    with serving(tmp_path / "clearway.db", port) as process:
        token = token_of(port)
        with socket.create_connection(("127.0.0.1", port)) as sent:
            lines = ("POST /inbox/files.json HTTP/1.1", f"Host: 127.0.0.1:{port}", f"X-CSRF-Token: {token}",
                     "Content-Type: multipart/form-data; boundary=x", "Content-Length: 5000000", "", head)  # fmt: skip
            sent.sendall("\r\n".join(lines).encode() + b"Ten people died. " * 100_000)
            process.send_signal(signal.SIGKILL)
            process.wait()
    with serving(tmp_path / "clearway.db", port):
        with urlopen(f"http://127.0.0.1:{port}/inbox/items.json") as answer:
            assert json.load(answer)["items"] == []
        body = f"{head}It was quiet.\r\n--x--\r\n".encode()
        headers = {"Content-Type": "multipart/form-data; boundary=x", "X-CSRF-Token": token_of(port)}
        with urlopen(Request(f"http://127.0.0.1:{port}/inbox/files.json", data=body, headers=headers)) as answer:
            assert json.load(answer) == {"to": "/inbox", "said": "taken"}


def test_an_upload_for_which_there_is_no_room_is_told_to_who_sends_it(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only Unix bounds the size of files")
    port = free_port()
    head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    with serving(tmp_path / "clearway.db", port) as process:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
        body = head.encode() + b"Ten people died. " * 300_000 + b"\r\n--x--\r\n"
        headers = {"Content-Type": "multipart/form-data; boundary=x", "X-CSRF-Token": token_of(port)}
        with pytest.raises(URLError) as caught:
            urlopen(Request(f"http://127.0.0.1:{port}/inbox/files.json", data=body, headers=headers))
        told = json.load(caught.value)  # type: ignore[arg-type]  # an answer that refuses is an error and a file
        assert told["rule"] == "what was sent cannot be kept (File too large)"
        with urlopen(f"http://127.0.0.1:{port}/inbox/items.json") as answer:
            assert json.load(answer)["items"] == []
