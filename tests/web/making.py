"""Desks and visits of tests."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from clearway.web import Settings
from clearway.web.accounts import sessions
from clearway.web.desk import Desk
from clearway.web.rights import Role

ADDRESS = "http://127.0.0.1:8765"
HERE = ("127.0.0.1", 50000)


@dataclass(slots=True)
class Clock:
    """A clock that the test moves."""

    time: datetime = field(default=datetime(2020, 4, 1, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.time += timedelta(**by)


def settings_in(folder: Path, ledger: Path, **settings: Any) -> Settings:
    """Settings of a desk in a folder."""
    return Settings(ledger=ledger, desk=folder / "desk.db", **settings)


class Visit:
    """A browser at a desk, and the desk behind it."""

    def __init__(self, desk: Desk, app: FastAPI) -> None:
        self.desk = desk
        self.app = app
        self.client = self.another()

    def another(self, *, address: str = ADDRESS, peer: tuple[str, int] = HERE) -> TestClient:
        """Another browser at the same desk."""
        return TestClient(
            self.app, base_url=address, client=peer, follow_redirects=False, raise_server_exceptions=False
        )

    def signed_in(self, *roles: Role, name: str = "") -> TestClient:
        """A browser in which somebody with these roles is signed in; `client.headers` hold their token."""
        name = name or "-".join(roles)
        self.desk.store.rows(
            "INSERT OR REPLACE INTO person VALUES (?, ?, NULL, 1, '2020-01-01')", (name, " ".join(roles))
        )
        secret = sessions.begin(self.desk.store, name, self.desk.now())
        client = self.another()
        client.cookies.set(self.desk.cookie, secret)
        client.headers["X-CSRF-Token"] = sessions.token_of(secret)
        return client

    def token(self, path: str, client: TestClient | None = None) -> str:
        """The token in a form of a page."""
        text = (client or self.client).get(path).text
        found = re.search(r'name="token" value="(\w+)"', text)
        assert found, text
        return found[1]
