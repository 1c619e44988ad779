"""The desk as an application: its parts, the door before them, and how it starts and ends."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI

from clearway.crisis import Crisis
from clearway.web.desk import Desk
from clearway.web.door import Door
from clearway.web.faults import take_faults
from clearway.web.held import Held
from clearway.web.rights import declared
from clearway.web.routes import PARTS
from clearway.web.routes.bringing import CRISIS, ROADS
from clearway.web.routes.inbox import FILES
from clearway.web.routes.lists import COMPARE, ESTIMATE, LINK
from clearway.web.settings import Settings
from clearway.web.store import Store

AWAY_S = 3.0
"""So long a request waits for a server that cannot be reached: it may just be starting again."""
LARGE = (FILES, LINK, COMPARE, ESTIMATE, ROADS, CRISIS)
"""Where files are sent."""


def utc_now() -> datetime:
    """The clock that holds unless another is passed in."""
    return datetime.now(UTC)


def make_desk(
    settings: Settings, *, now: Callable[[], datetime] = utc_now, tell: Callable[[str], None] | None = None
) -> Desk:
    """Open the ledger and the desk's own file; raises `LedgerError` or `DeskError` where one cannot be.

    `tell` is told of what takes a while. The desk's file is held: a second desk on it is refused until this one is
    closed, or its process ends.
    """
    # a file that two names lead to is one file, and so are the lock and the folders beside it
    settings = replace(settings, desk=Path(os.path.realpath(settings.desk)))
    with ExitStack() as opened:
        held = opened.enter_context(Held.hold(settings.desk))
        store = opened.enter_context(Store.open(settings.desk))
        desk = Desk(settings, open_crisis(settings, now=now, tell=tell), store, held, now=now)
        opened.pop_all()
    return desk


def open_crisis(
    settings: Settings,
    *,
    now: Callable[[], datetime],
    create: bool = True,
    tell: Callable[[str], None] | None = None,
) -> Crisis:
    """The crisis that a desk shows; raises `LedgerError` where it cannot be opened."""
    places = settings.gazetteer
    return Crisis.open(settings.ledger, gazetteer=places, create=create, now=now, apart=True, away=AWAY_S, tell=tell)


def make_app(desk: Desk) -> FastAPI:
    """The application: all pages, with the door before them, and what begins and ends with them."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        del app
        desk.start()
        try:
            yield
        finally:
            desk.close()

    app = make_pages(desk, life=life)
    take_faults(app)
    larger = {f"{path}{end}": desk.settings.most_upload for path in LARGE for end in ("", ".json")}
    app.add_middleware(Door, settings=desk.settings, larger=larger)
    return app


def make_pages(desk: Desk, *, life: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None = None) -> FastAPI:
    """All pages that do not fail, without a door; raises `TypeError` where a route does not say whom it is for."""
    # the framework's own pages load scripts from elsewhere; the description is served by a route of ours
    app = FastAPI(
        title="Clearway's desk", lifespan=life, openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.state.desk = desk
    app.state.stops = [pages.stop for pages in PARTS if pages.stop]
    for pages in PARTS:
        app.include_router(pages)
    app.state.routes = tuple(declared(app))
    return app
