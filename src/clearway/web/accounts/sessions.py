"""Sessions, kept on the server: a browser holds a secret of which the desk keeps the hash alone."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from clearway.errors import DeskError
from clearway.web.store import Store

SEEN_EVERY = timedelta(minutes=1)
"""So often is written down that a session is in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Whose it is, and the token that requests of its pages carry."""

    person: str
    token: str


def begin(store: Store, person: str, now: datetime) -> str:
    """The secret of a new session."""
    secret = token_urlsafe(32)
    moment = now.isoformat()
    store.rows("INSERT INTO session VALUES (?, ?, ?, ?)", (_kept(secret), person, moment, moment))
    return secret


def find(store: Store, secret: str, now: datetime, *, idle: timedelta, longest: timedelta) -> Session | None:
    """The session of this secret; one that was left alone for too long, or that began too long ago, is ended."""
    row = store.row("SELECT * FROM session WHERE token = ?", (_kept(secret),))
    if row is None:
        return None
    began, seen = datetime.fromisoformat(row["began"]), datetime.fromisoformat(row["seen"])
    # on a full disk nothing is written down, and people see what there is all the same
    if now - seen > idle or now - began > longest:
        with suppress(DeskError):
            end(store, secret)
        return None
    if now - seen > SEEN_EVERY:
        with suppress(DeskError):
            store.rows("UPDATE session SET seen = ? WHERE token = ?", (now.isoformat(), row["token"]))
    return Session(person=row["person"], token=token_of(secret))


def token_of(secret: str) -> str:
    """What pages of a session carry: made of its secret, which cannot be told from it."""
    return sha256(f"page {secret}".encode()).hexdigest()


def end(store: Store, secret: str) -> None:
    """End a session."""
    store.rows("DELETE FROM session WHERE token = ?", (_kept(secret),))


def end_all(store: Store, person: str) -> None:
    """End every session of a person."""
    store.rows("DELETE FROM session WHERE person = ? COLLATE NOCASE", (person,))


def _kept(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
