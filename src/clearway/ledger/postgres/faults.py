"""What PostgreSQL's errors mean for whoever uses a ledger."""

from typing import Any

from sqlalchemy.exc import DBAPIError

from clearway.errors import LedgerAway, LedgerError, LedgerLost

AWAY = (
    "the server cannot be reached",
    "check that it runs, and the host and port; then run the same again",
)
LOST = (
    "the connection to the server was lost, and nothing is kept by half",
    "run the same again: what is kept already is not added twice",
)
BUSY = ("another program is writing to it and did not finish in time", "wait for it, then run the same again")
RIGHTS = ("its user may not do this", "let the owner of the database give the rights that docs/team.md names")
READ_ONLY = ("it can only be read", "name the server that is written to, or a user who may write")

NO_URL = ("it is no url that PostgreSQL understands", "name it as postgresql://USER@HOST:PORT/DATABASE")

_STATES = {
    "25006": READ_ONLY,
    "28P01": (
        "the server does not take the user's password",
        "check the user, and the password in ~/.pgpass, PGPASSFILE or the service file",
    ),
    "28000": ("the server does not let this user in", "check the user, and ask who runs the server (pg_hba.conf)"),
    "3D000": ("there is no such database", "make it first (createdb NAME), or name another"),
    "40001": BUSY,
    "40P01": BUSY,
    "42501": RIGHTS,
    "42P01": ("its tables are not there; perhaps they are just being made anew", "run the same again"),
    "53100": ("the server's disk is full", "make room there, then run the same again"),
    "53200": ("the server has no memory left", "wait, or give it more, then run the same again"),
    "53300": ("all connections of the server are taken", "wait, or raise its max_connections"),
    "55P03": BUSY,
    "57014": ("the server stopped it for taking too long", "raise its statement_timeout for this user"),
}
_SIGNS = (
    ("only grows", ("it refuses to change or delete what it keeps", "add a judgement that corrects it instead")),
    ("password authentication failed", _STATES["28P01"]),
    ("no password supplied", _STATES["28P01"]),
    ("pg_hba.conf", _STATES["28000"]),
    ("authentication failed", _STATES["28000"]),
    ("role ", _STATES["28000"]),
    ("database ", _STATES["3D000"]),
    ("too many", _STATES["53300"]),
    (
        "for connection option",
        NO_URL,
    ),
    (
        "definition of service",
        ("there is no such service", "check ~/.pg_service.conf or PGSERVICEFILE"),
    ),
)
_LOST_STATES = ("57P01", "57P02", "57P05", "25P03", "08")
_AWAY_SIGNS = (
    "connection refused", "could not connect", "no such file or directory", "is the server running", "starting up",
    "shutting down", "recovery mode", "timeout expired", "timed out", "could not translate host name",
    "name or service not known", "no route to host", "network is unreachable", "server closed the connection",
    "not yet accepting connections", "failed to resolve host", "name resolution", "connection reset",
)  # fmt: skip


def is_away(error: DBAPIError) -> bool:
    """Whether a connection could not be had because the server is not there, or is starting or stopping."""
    orig: Any = error.orig
    message = str(orig).casefold()
    return orig.sqlstate == "57P03" or (orig.sqlstate is None and any(sign in message for sign in _AWAY_SIGNS))


def as_ledger_error(where: str, error: DBAPIError) -> LedgerError:
    """What an error means; passwords are in none of PostgreSQL's messages, and values that it repeats are left out."""
    orig: Any = error.orig
    state = orig.sqlstate or ""
    if error.connection_invalidated or state.startswith(_LOST_STATES):
        return LedgerLost(where, rule=LOST[0], remedy=LOST[1])
    primary = orig.diag.message_primary or str(orig).strip()
    message = primary.casefold()
    for sign, (rule, remedy) in _SIGNS:
        if sign in message and (not state or state == "P0001"):
            return LedgerError(where, rule=rule, remedy=remedy)
    if is_away(error):
        return LedgerAway(where, rule=AWAY[0], remedy=AWAY[1])
    if state in _STATES:
        rule, remedy = _STATES[state]
        return LedgerError(where, rule=rule, remedy=remedy)
    last = primary.splitlines()[-1].rpartition("FATAL:")[2].strip()
    return LedgerError(where, rule=f"the database says: {last}", remedy="check the server, then run it again")
