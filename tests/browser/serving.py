"""A desk that a browser can reach, in this process, over a copy of the samples."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from tests.desk import quick_reader, sample_ledger

from clearway.web import Settings
from clearway.web.app import make_app, make_desk
from clearway.web.desk import Desk

PATIENCE_S = 20.0


@dataclass(slots=True)
class Served:
    """A desk that listens, and its address."""

    desk: Desk
    url: str


@contextmanager
def served(folder: Path, *, ledger: Path | str | None = None, **settings: Any) -> Iterator[Served]:
    """A desk over a ledger (the samples) with these settings, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        path = ledger or sample_ledger(folder)
        desk = make_desk(Settings(ledger=path, desk=folder / "desk.db", port=port, **settings))
        desk.crisis.__dict__["reader"] = quick_reader(desk.crisis.gazetteer)
        config = uvicorn.Config(make_app(desk), log_level="error", access_log=False, proxy_headers=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + PATIENCE_S
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        try:
            yield Served(desk, f"http://127.0.0.1:{port}")
        finally:
            server.should_exit = True
            thread.join(timeout=PATIENCE_S)
