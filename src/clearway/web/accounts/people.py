"""People, their roles, and the one-time links by which they choose a password."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.web.accounts import passwords, sessions
from clearway.web.accounts.audit import note
from clearway.web.rights import Role
from clearway.web.store import Store

VALID = timedelta(days=2)
"""How long a one-time link leads somewhere."""
NAME = re.compile(r"[^\W_][\w .'’-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person as the desk knows them."""

    name: str
    roles: tuple[Role, ...]
    active: bool
    since: str


def accounts(store: Store) -> list[Account]:
    """Everybody, by name."""
    return [_account(row) for row in store.rows("SELECT * FROM person ORDER BY name")]


def account(store: Store, name: str) -> Account | None:
    """The person of this name, in capitals or not."""
    row = store.row("SELECT * FROM person WHERE name = ?", (name,))
    return _account(row) if row else None


def signed_in(store: Store, name: str, password: str) -> Account | None:
    """The person with this password; `None` for a wrong one, an unknown name, or somebody who was shut out."""
    row = store.row("SELECT * FROM person WHERE name = ?", (name.strip(),))
    kept = row["password"] if row and row["active"] else None
    return _account(row) if passwords.is_right(password, kept) and row else None


def has_lead(store: Store) -> bool:
    """Whether somebody can let others in."""
    return any(Role.LEAD in one.roles and one.active for one in accounts(store))


def invite(store: Store, *, name: str | None, roles: Iterable[Role], by: str, now: datetime) -> str:
    """The secret of a new one-time link; who opens it chooses a password (and a name, where none is given).

    Links made earlier for the same name, or the same lack of one, lead nowhere from now on.
    """
    key = token_urlsafe(24)
    name = None if name is None else checked_name(name)
    some = _written(roles)
    with store.together():
        store.rows("DELETE FROM invitation WHERE name IS ? COLLATE NOCASE OR until < ?", (name, now.isoformat()))
        until = (now + VALID).isoformat()
        store.rows("INSERT INTO invitation VALUES (?, ?, ?, ?)", (_kept(key), name, some, until))
        note(store, who=by, act="invite", about=f"{name or 'the first lead'}: {some}", at=now)
    return key


def invited(store: Store, key: str, now: datetime) -> tuple[str | None, tuple[Role, ...]] | None:
    """For whom a link is, and their roles; `None` where it leads nowhere (any more)."""
    row = store.row("SELECT * FROM invitation WHERE token = ? AND until >= ?", (_kept(key), now.isoformat()))
    return (row["name"], _roles(row["roles"])) if row else None


def join(store: Store, key: str, *, name: str, password: str, now: datetime) -> Account:
    """Take up an invitation, which then leads nowhere; raises `UsageError` where it cannot be.

    Who was there before gets the new password and roles, and all their sessions end.
    """
    kept = passwords.hashed(password)
    with store.together():
        found = invited(store, key, now)
        if found is None:
            raise UsageError(say("wrong.link"), rule=say("wrong.link_used"), remedy=say("wrong.link_anew"))
        given, roles = found
        name = given or checked_name(name)
        if given is None and account(store, name):
            raise UsageError(name, rule=say("wrong.person_known"), remedy=say("wrong.choose_name"))
        store.rows("DELETE FROM invitation WHERE token = ?", (_kept(key),))
        store.rows(
            "INSERT INTO person VALUES (?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET roles = excluded.roles, "
            "password = excluded.password, active = 1",
            (name, _written(roles), kept, now.isoformat(timespec="seconds")),
        )
        sessions.end_all(store, name)
        note(store, who=name, act="join", about=_written(roles), at=now)
        joined = account(store, name)
    if joined is None:
        raise UsageError(name, rule=say("wrong.account_lost"), remedy=say("wrong.lead_link"))
    return joined


def change(store: Store, name: str, *, roles: Iterable[Role], active: bool, by: str, now: datetime) -> None:
    """Give a person other roles, or shut them out; raises `UsageError` where nobody could let others in then."""
    some = _written(roles)
    with store.together():
        if account(store, name) is None:
            raise UsageError(name, rule=say("wrong.no_person"), remedy=say("wrong.invite_them"))
        store.rows("UPDATE person SET roles = ?, active = ? WHERE name = ?", (some, active, name))
        if not has_lead(store):
            raise UsageError(name, rule=say("wrong.no_lead"), remedy=say("wrong.another_lead"))
        if not active:
            sessions.end_all(store, name)
        note(store, who=by, act="change", about=f"{name}: {some}{'' if active else ', shut out'}", at=now)


def checked_name(name: str) -> str:
    """A name that can be read in a list and in a log; raises `UsageError` for another."""
    name = " ".join(name.split())
    if not NAME.fullmatch(name):
        rule = say("wrong.name")
        raise UsageError("name", rule=rule, remedy=say("wrong.write_another"))
    return name


def _account(row: object) -> Account:
    held = dict(row)  # type: ignore[call-overload]  # a row of sqlite3 is a mapping by its keys
    return Account(name=held["name"], roles=_roles(held["roles"]), active=bool(held["active"]), since=held["since"])


def _roles(written: str) -> tuple[Role, ...]:
    return tuple(Role(name) for name in written.split())


def _written(roles: Iterable[Role]) -> str:
    some = set(roles)
    if not some:
        raise UsageError("roles", rule=say("wrong.no_roles"), remedy=say("wrong.choose_one"))
    return " ".join(role for role in Role if role in some)


def _kept(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def link_for(store: Store, name: str, roles: Iterable[str]) -> str:
    """The secret of a link made on the desk's own machine; raises `UsageError` for a role that there is not."""
    some = tuple(roles)
    unknown = set(some) - set(Role)
    if unknown:
        rule = say("wrong.no_role")
        raise UsageError(", ".join(sorted(unknown)), rule=rule, remedy=say("wrong.choose_role", roles=", ".join(Role)))
    return invite(store, name=name, roles=map(Role, some), by="the machine", now=datetime.now(UTC))
