"""A desk to test on, over the samples."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient
from tests.desk import quick_reader, sample_ledger
from tests.web.making import Clock, Visit, settings_in

from clearway.web.accounts import passwords
from clearway.web.app import make_app, make_desk


@pytest.fixture
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost next to nothing to check; `test_passwords` tries those that are kept."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: cheap)


@pytest.fixture
def clock() -> Clock:
    """A clock that the test moves."""
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Visit]]:
    """Opens a desk: `opened(accounts=True)`; its settings as keywords. It reads in this process (see `test_worker`)."""
    monkeypatch.setattr("clearway.crisis.api.make_reader", quick_reader)
    open_desks = []

    def opens(*, ledger: Path | None = None, **settings: Any) -> Visit:
        desk = make_desk(settings_in(tmp_path, ledger or sample_ledger(tmp_path), **settings), now=clock)
        desk.crisis.apart = None
        visit = Visit(desk, make_app(desk))
        visit.client.__enter__()
        open_desks.append(visit)
        return visit

    yield opens
    for visit in open_desks:
        visit.client.__exit__(None, None, None)


@pytest.fixture
def alone(opened: Callable[..., Visit]) -> Visit:
    """A desk on one's own machine."""
    return opened()


@pytest.fixture
def here(alone: Visit) -> TestClient:
    """The browser of the person at this machine."""
    alone.client.headers["X-CSRF-Token"] = alone.token("/review")
    return alone.client


@pytest.fixture
def team(opened: Callable[..., Visit]) -> Visit:
    """A desk with accounts; nobody is signed in."""
    return opened(accounts=True)
