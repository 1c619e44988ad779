"""A desk that a browser can reach, in this process, over a copy of the samples."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
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
LAPTOP = (1366, 768)
Opens = Callable[..., Any]


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


@contextmanager
def opening(
    browser: Any, desk: Served, *, patience_ms: float | None = None, refused: str | None = None
) -> Iterator[Opens]:
    """Opens pages of the desk; in the end its console has said nothing, and they asked nobody else for anything.

    `refused` is what the browser may say of a question that the desk refuses.
    """
    contexts, seen, asked = [], [], []

    def opened(path: str, size: tuple[int, int] = LAPTOP, scheme: str = "light", scripts: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, java_script_enabled=scripts
        )
        if patience_ms is not None:
            context.set_default_timeout(patience_ms)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(desk.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [told for told in seen if refused is None or refused not in told] == []
    assert [url for url in asked if not url.startswith((desk.url, "data:"))] == []
