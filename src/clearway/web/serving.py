"""The process that serves the desk until it is told to stop."""

import errno
import socket
from collections.abc import Callable

from clearway.errors import DeskError
from clearway.web.accounts import people
from clearway.web.app import make_app, make_desk
from clearway.web.processes import settle, share
from clearway.web.rights import Role
from clearway.web.settings import Settings

STOPPING_S = 5
"""So long may requests go on that were there when the desk was told to stop."""


def serve(settings: Settings, *, tell: Callable[[str], None], on_start: Callable[[], None] = lambda: None) -> None:
    """Serve until Ctrl-C; `tell` says a line to whoever started it.

    Raises `DeskError` where the port is taken, `LedgerError` where the ledger cannot be used.
    """
    import uvicorn

    share()
    with _listening(settings) as listener:
        desk = make_desk(settings, tell=tell)
        app = make_app(desk)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,  # whom a proxy speaks for is decided in `Desk.address_of` alone
            timeout_graceful_shutdown=STOPPING_S,
        )
        tell(f"the desk is open at {settings.url} (Ctrl-C ends it)")
        if settings.has_accounts and not people.has_lead(desk.store):
            key = people.invite(desk.store, name=None, roles=[Role.LEAD], by="the first start", now=desk.now())
            tell(f"nobody is here yet: the first lead chooses a password once at {settings.url}/join/{key}")
        on_start()
        settle()
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:  # uvicorn has ended the requests by now, and says so by this
            tell("the desk is closed")
            return
        tell("the desk is closed")


def _listening(settings: Settings) -> socket.socket:
    """The socket, taken before anything is opened, so that a port in use is told at once."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        taken = error.errno == errno.EADDRINUSE
        rule = "another program listens there" if taken else f"the system says: {error.strerror or error}"
        where = f"{settings.host} port {settings.port}"
        raise DeskError(where, rule=rule, remedy="give another with --port, or end that program") from error
    return listener
