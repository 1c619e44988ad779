"""How a desk is set up: which ledger, for whom, at which address."""

import os
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Names of this very machine, as a browser writes them."""

MEGABYTE = 1_000_000
MOST_MAKERS = 4
"""Processes that make pages at most, where nobody says how many: each holds what it has counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A desk's set-up.

    `address` is the one under which people reach it where a reverse proxy stands before it (https://desk.example.org).
    `page_makers` are the processes that make pages aside, as many as the machine can bear where it says none.
    `most_upload` and `most_form` are in bytes; a session ends after `idle` without a request, and after `longest`.
    """

    ledger: Path | str
    desk: Path
    gazetteer: Path | None = None
    roads: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8765
    address: str | None = None
    accounts: bool = False
    watch: Path | None = None
    page_makers: int | None = 0
    most_upload: int = 200 * MEGABYTE
    most_form: int = MEGABYTE
    idle: timedelta = field(default=timedelta(hours=2))
    longest: timedelta = field(default=timedelta(hours=12))

    @property
    def has_accounts(self) -> bool:
        """Whether people sign in: always, but on a desk that only listens to this very machine."""
        return self.accounts or self.address is not None or self.host not in LOOPBACK

    @property
    def number_of_makers(self) -> int:
        """How many processes make pages: one person at their own machine needs none."""
        if self.page_makers is not None:
            return self.page_makers
        return min(MOST_MAKERS, max(1, (os.cpu_count() or 1) - 1)) if self.has_accounts else 0

    @property
    def is_secure(self) -> bool:
        """Whether cookies may travel over TLS alone."""
        return self.host not in LOOPBACK or (self.address or "").startswith("https:")

    @property
    def url(self) -> str:
        """The address at which people reach the desk."""
        return self.address or f"http://{self._written(self.host)}:{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may name as its host; another name that leads here is somebody else's (DNS rebinding)."""
        named = {self.host, *(LOOPBACK if self.host in LOOPBACK else _own_names())}
        ports = {f"{self._written(name)}:{self.port}" for name in named}
        if self.port == 80:
            ports |= {self._written(name) for name in named}
        return frozenset(ports | ({urlsplit(self.address).netloc} if self.address else set()))

    @staticmethod
    def _written(host: str) -> str:
        return f"[{host}]" if ":" in host else host


def _own_names() -> set[str]:
    """Names and addresses of this machine."""
    import socket

    names = {socket.gethostname(), socket.getfqdn(), *LOOPBACK}
    try:
        names |= {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:  # a machine whose own name nobody resolves is still reached by its other names
        return names
    return names
