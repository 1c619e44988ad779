"""The process that makes pages for a desk: `python -m clearway.web.page_maker SOCKET`.

It is told of the desk's settings, then of one page after another, each with the person whose it is. It judges nothing
and lets nobody in; like whoever looks at a crisis, it folds in what was added. It ends with the desk.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request

from clearway.crisis.stamping import stamp_of
from clearway.display.catalogue import say
from clearway.errors import ClearwayError, DeskError, LedgerAway
from clearway.model import to_json
from clearway.web.app import make_pages, open_crisis, utc_now
from clearway.web.desk import Desk
from clearway.web.inbox import Reason
from clearway.web.inner import answered
from clearway.web.page_wire import Asked, Made, Place, message, received
from clearway.web.processes import settle, share
from clearway.web.rights import Person
from clearway.web.store import Store

LOG = logging.getLogger("clearway.web")

AT_ONCE = 2
"""Pages that one process makes at once; the others wait. More that look rows up would hand Python's lock to each other
at each row, and all would take longer than one after another; one alone would hold up all others while it counts."""
FAILED = 500
GIVEN: Mapping[str, Any] = {
    "type": "http",
    "asgi": {"version": "3.0"},
    "http_version": "1.1",
    "scheme": "http",
    "root_path": "",
    "headers": [(b"accept", b"*/*")],
}
"""What a page is told of the request besides its address and who asks."""
_AT: ContextVar[datetime | None] = ContextVar("at", default=None)
"""When the page was asked for that is being made, by the clock of the desk that asks."""


class PageDesk(Desk):
    """A desk at which only those ask whom another has let in."""

    def who(self, request: Request) -> Person:
        """Who asks, as the other desk says."""
        person: Person = request.scope["person"]
        return person


async def answer_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Make pages until the desk is gone; raises `LedgerError` or `DeskError` where it cannot begin."""
    place, _ = await received(reader, Place)
    app = pages_for(place)
    settle()
    making = set()
    some = asyncio.Semaphore(AT_ONCE)

    async def answer(asked: Asked) -> None:
        try:
            async with some:
                head, text = await made(app, asked)
            told = message(to_json(head), text)
        except Exception as error:  # whoever waits must be told in any case
            LOG.warning("not made: %s", asked.path, exc_info=error)
            told = message(to_json(Made(number=asked.number, status=FAILED)))
        writer.write(told)
        await writer.drain()

    while True:
        asked, _ = await received(reader, Asked)
        task = asyncio.create_task(answer(asked))
        making.add(task)
        task.add_done_callback(making.discard)


def pages_for(place: Place) -> FastAPI:
    """All pages of a desk; raises `LedgerError` or `DeskError` where it cannot be opened, or is not what it was."""
    settings = place.settings
    if stamp_of(settings.ledger, settings.gazetteer) != place.stamp:
        rule = say("wrong.other_ledger")
        raise DeskError(place.ledger, rule=rule, remedy=say("wrong.start_again"))
    store = Store.open(settings.desk, create=False)
    desk = PageDesk(settings, open_crisis(settings, now=asked_at, create=False), store, None, now=asked_at)
    desk.kept = None  # the other keeps them
    return make_pages(desk)


def asked_at() -> datetime:
    """The time for which a page is made; now, for what is counted behind the pages."""
    return _AT.get() or utc_now()


async def made(app: FastAPI, asked: Asked) -> tuple[Made, bytes]:
    """A page as this person gets it; what fails here, the desk tells of."""
    _AT.set(asked.at)
    query = asked.query.encode("latin-1")
    try:
        found = await answered(app, path=asked.path, query=query, person=asked.who, **GIVEN)
    except LedgerAway as error:
        away = Reason(document=error.subject, rule=error.rule, remedy=error.remedy)
        return Made(number=asked.number, status=FAILED, away=away), b""
    except ClearwayError:
        return Made(number=asked.number, status=FAILED), b""
    return Made(number=asked.number, status=found.status, kind=found.kind), found.body


def main(arguments: Sequence[str]) -> None:
    """Answer over the socket of this number."""
    share()
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)  # what ends the desk ends this process through the socket

    async def answers() -> None:
        reader, writer = await asyncio.open_connection(sock=socket.socket(fileno=int(arguments[0])))
        try:
            await answer_all(reader, writer)
        except ClearwayError as error:
            LOG.warning("pages are not made aside: %s", error)
            os._exit(1)
        except (OSError, asyncio.IncompleteReadError):
            os._exit(0)  # nobody waits for what is still being made

    asyncio.run(answers())


if __name__ == "__main__":
    main(sys.argv[1:])
