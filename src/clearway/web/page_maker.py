"""The process that makes pages for a desk: `python -m clearway.web.page_maker SOCKET`.

It is told of the desk's settings, then of one page after another, each with the person whose it is, and makes several
at once. It looks at the crisis and at the desk's own file and writes nothing there. It ends with the desk.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import datetime

from fastapi import FastAPI
from starlette.requests import Request
from starlette.types import Message, Scope

from clearway.model import to_json
from clearway.web.app import make_pages, open_crisis, utc_now
from clearway.web.desk import Desk
from clearway.web.page_wire import Asked, Made, Place, received, sent
from clearway.web.processes import share_memory
from clearway.web.rights import Person
from clearway.web.settings import Settings
from clearway.web.store import Store

LOG = logging.getLogger("clearway.web")

AT_ONCE = 4
"""Pages that are made at once; the others wait: more would each take as long as all together, and their memory."""
FAILED = 500
_AT: ContextVar[datetime | None] = ContextVar("at", default=None)
"""When the page was asked for that is being made, by the clock of the desk that asks."""


class PageDesk(Desk):
    """A desk at which only those ask whom another has let in."""

    def who(self, request: Request) -> Person:
        """Who asks, as the other desk says."""
        person: Person = request.scope["person"]
        return person


async def answer_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Make pages until the desk is gone."""
    place, _ = await received(reader, Place)
    app = pages_for(place.settings)
    making = set()
    some = asyncio.Semaphore(AT_ONCE)

    async def answer(asked: Asked) -> None:
        async with some:
            status, kind, text = await made(app, asked)
        await sent(writer, to_json(Made(number=asked.number, status=status, kind=kind)), text)

    while True:
        asked, _ = await received(reader, Asked)
        task = asyncio.create_task(answer(asked))
        making.add(task)
        task.add_done_callback(making.discard)


def pages_for(settings: Settings) -> FastAPI:
    """All pages of a desk with these settings; raises `LedgerError` or `DeskError` where it cannot be opened."""
    store = Store.open(settings.desk, create=False)
    desk = PageDesk(settings, open_crisis(settings, now=asked_at), store, None, now=asked_at)
    desk.kept = None  # the other keeps them
    return make_pages(desk)


def asked_at() -> datetime:
    """The time for which a page is made; now, for what is counted behind the pages."""
    return _AT.get() or utc_now()


async def made(app: FastAPI, asked: Asked) -> tuple[int, str, bytes]:
    """The status, the type and the text of a page as this person gets it; what fails here, the desk tells of."""
    _AT.set(asked.at)
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": asked.path,
        "raw_path": asked.path.encode(),
        "query_string": asked.query.encode(),
        "root_path": "",
        "headers": [(b"accept", b"*/*")],
        "person": asked.who,
    }
    begun: list[Message] = []
    parts: list[bytes] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            begun.append(message)
        parts.append(message.get("body", b""))

    try:
        await app(scope, receive, send)
    except Exception as error:
        LOG.info("not made: %s", asked.path, exc_info=error)
        return FAILED, "", b""
    kind = dict(begun[0]["headers"]).get(b"content-type", b"").decode()
    return int(begun[0]["status"]), kind, b"".join(parts)


def main(arguments: Sequence[str]) -> None:
    """Answer over the socket of this number."""
    share_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is told to the desk, which ends this process

    async def answers() -> None:
        reader, writer = await asyncio.open_connection(sock=socket.socket(fileno=int(arguments[0])))
        try:
            await answer_all(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            os._exit(0)  # nobody waits for what is still being made

    asyncio.run(answers())


if __name__ == "__main__":
    main(sys.argv[1:])
