"""The desk: what all pages share, and who asks."""

import getpass
import hmac
import logging
import time
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes, token_hex
from typing import Annotated

from fastapi import Depends, Request

from clearway.crisis import Crisis
from clearway.crisis.roads import roads_beside
from clearway.display.catalogue import say
from clearway.errors import DeskError
from clearway.model import Sketch
from clearway.web.accounts import audit, people, sessions
from clearway.web.accounts.limits import Limits
from clearway.web.bringing import Sort
from clearway.web.exporter import Exporter
from clearway.web.exports import Exports
from clearway.web.held import Held
from clearway.web.imports import Imports
from clearway.web.inbox import Inbox
from clearway.web.keeping import Keeping
from clearway.web.kept import Kept
from clearway.web.makers import Makers
from clearway.web.records import Records, records_beside
from clearway.web.refused import Refused
from clearway.web.rights import Person, Role
from clearway.web.settings import LOOPBACK, Settings
from clearway.web.store import Store
from clearway.web.watching import Watching
from clearway.web.worker import Worker
from clearway.web.works import Works

LOG = logging.getLogger("clearway.web")

NOBODY = "visitor"


class Desk:
    """A crisis, the desk's own store, and the clock.

    Every method of the crisis may be called from many threads at once: whatever needs the language model reads apart.
    """

    def __init__(
        self, settings: Settings, crisis: Crisis, store: Store, held: Held | None, *, now: Callable[[], datetime]
    ) -> None:
        self.settings = settings
        self.crisis = crisis
        self.store = store
        self._held = held
        self.now = now
        self.limits = Limits(clock=time.monotonic)
        self.keeping = Keeping()
        self.inbox = Inbox(store, settings.desk.with_name(f"{settings.desk.stem}-inbox"), now=now)
        self.watching = Watching(
            store, self.inbox, settings.watch, now=now, clock=time.monotonic, largest=settings.most_upload
        )
        self.exports = Exports(store, settings.desk.with_name(f"{settings.desk.stem}-exports"), now=now)
        self.exporter = Exporter(self.exports, settings, now=now, note=self.note)
        self.worker = Worker(self.inbox, self.watching, crisis)
        self.kept: Kept | None = Kept()
        self.makers = Makers(settings)
        self.works = Works(made_of=lambda: (self.crisis.ledger.grown(), _stamp(self.roads)))
        self.imports = Imports(
            settings.desk.with_name(f"{settings.desk.stem}-imports"),
            settings,
            lambda: self.roads,
            now=now,
            note=self.note,
            added=self._added,
        )
        self.sketch: tuple[int, Sketch] | None = None  # all roads, drawn once for their file as it was at that time
        self.records = Records(records_beside(settings.desk))
        self._key = token_bytes(32)
        self._own = Person(
            name=_own_name(), roles=frozenset({Role.LEAD, Role.OFFICER}), token=token_hex(32), signed_in=False
        )

    def start(self) -> None:
        """Begin what goes on behind the pages."""
        self.makers.start()
        self.worker.start()
        self.exporter.start()
        self.imports.start()
        if self.settings.has_accounts:
            self.crisis.begin_to_read()  # of many people, somebody checks a sentence soon

    def close(self) -> None:
        """End what goes on behind the pages, and let go of the ledger and the desk's own file."""
        self.makers.close()
        self.exporter.stop()
        self.imports.end()
        self.worker.stop()
        self.works.close()
        self.crisis.close()
        self.store.close()
        if self._held is not None:
            self._held.let_go()

    def _added(self, sort: Sort) -> None:
        """Roads were added, and no plan on the old ones is shown any more, or reports, which are folded in."""
        self.works.forget()
        if sort is Sort.CRISIS:
            self.worker.wake()

    @property
    def roads(self) -> Path:
        """Where the roads are: the file that was named, else the one beside the ledger."""
        return self.settings.roads or roads_beside(self.settings.ledger)

    def note(self, who: str, act: str, about: str = "") -> None:
        """Write down what somebody did and is kept; raises `Refused` that says so where it cannot be written down."""
        try:
            audit.note(self.store, who=who, act=act, about=about, at=self.now())
        except DeskError as error:
            LOG.error("not in the log: %s, %s, %s", who, act, about, exc_info=error)
            rule = say("wrong.not_logged", why=error.rule)
            remedy = say("wrong.not_logged_tell", remedy=error.remedy)
            raise Refused(503, rule, remedy, document=act, done=True) from error

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; a browser takes `__Host-` only from the host itself, over TLS."""
        return "__Host-desk" if self.settings.is_secure else "desk"

    @property
    def visit(self) -> str:
        """The name of the cookie of somebody who has not signed in."""
        return f"{self.cookie}-visit"

    def who(self, request: Request) -> Person:
        """Who asks: the person of this machine, of this session, or a visitor without any role."""
        if not self.settings.has_accounts:
            return self._own
        secret = request.cookies.get(self.cookie, "")
        found = self._session(secret) if secret else None
        account = people.account(self.store, found.person) if found else None
        if found and account and account.active:
            return Person(name=account.name, roles=frozenset(account.roles), token=found.token)
        visit = request.cookies.get(self.visit, "")
        return Person(name=NOBODY, roles=frozenset(), token=self.visitor_token(visit) if visit else "", signed_in=False)

    def visitor_token(self, visit: str) -> str:
        """What the form to sign in carries: made of the visitor's cookie, which no other site can set or read."""
        return hmac.new(self._key, visit.encode(), sha256).hexdigest()

    def address_of(self, request: Request) -> str:
        """Whence a request comes; behind a reverse proxy on this machine, what the proxy says."""
        peer = request.client.host if request.client else ""
        if self.settings.address and peer in LOOPBACK:
            # the last is what our proxy saw; what stands before it, anybody may have written
            return request.headers.get("x-forwarded-for", peer).rpartition(",")[2].strip()[:64] or peer
        return peer

    def _session(self, secret: str) -> sessions.Session | None:
        limits = self.settings
        return sessions.find(self.store, secret, self.now(), idle=limits.idle, longest=limits.longest)


def desk_of(request: Request) -> Desk:
    """The desk at which a request is made."""
    desk: Desk = request.app.state.desk
    return desk


TheDesk = Annotated[Desk, Depends(desk_of)]
"""The desk, as a parameter of a page's data function."""


def _stamp(file: Path) -> tuple[int, ...]:
    """What is another whenever a file was written anew; nothing where there is none."""
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine may run us as somebody without a name
        return "me"
